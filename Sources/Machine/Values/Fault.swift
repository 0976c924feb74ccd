// What goes wrong before anybody knows the place.
import Diagnostics

/// What goes wrong while a value is made; whoever knows the place in the program turns it into a diagnostic.
package struct Fault: Error {
  package let row: DiagnosticRow
  package let values: [String: Phrase]
  package var notes: [Diagnostic.Note]
  /// Which argument or operand is to blame, counted from 0.
  package let argument: Int?
  /// The parameter of a function written in Swift whose argument is to blame, where its place in the call is not known.
  package let parameter: String?

  package init(
    _ row: DiagnosticRow, _ values: [String: Phrase] = [:], notes: [Diagnostic.Note] = [], argument: Int? = nil,
    parameter: String? = nil
  ) {
    self.row = row
    self.values = values
    self.notes = notes
    self.argument = argument
    self.parameter = parameter
  }
}
