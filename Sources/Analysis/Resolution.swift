// Which name means what.
import Diagnostics

/// What a name stands for: one symbol for each definition, shared by all its uses.
package final class Symbol: Sendable {
  package enum Kind: Sendable {
    case constant
    case variable
    /// A `param` or `state`.
    case cell
    case function
    case model
    case parameter
    /// A size that a shape annotation gives a name.
    case dimension
    /// What `record` keeps.
    case series
    /// A name that a running program reads from the session and that is not defined in this program.
    case session
  }
  package let name: String
  /// Where it was made; `.nowhere` for the language's own.
  package let definition: Span
  package let kind: Kind
  /// The function or model it is local to, -1 for the cell's own blocks; nil for a name of the session.
  package let owner: Int?
  /// What a call of it takes, where that is certain.
  let signature: CallShape?
  /// What the session knows of it, for a name that it defines.
  let known: SessionName?

  package init(name: String, definition: Span, kind: Kind, owner: Int?) {
    self.name = name
    self.definition = definition
    self.kind = kind
    self.owner = owner
    signature = nil
    known = nil
  }

  init(_ name: String, _ kind: Kind, at definition: Span, owner: Int?, signature: CallShape? = nil) {
    self.name = name
    self.definition = definition
    self.kind = kind
    self.owner = owner
    self.signature = signature
    known = nil
  }

  /// A name of the session. A series stays one: it may grow while the program runs.
  init(_ name: String, known: SessionName) {
    self.name = name
    definition = known.definition ?? .nowhere
    kind = known.kind == .series && !known.isLibrary ? .series : .session
    owner = nil
    signature = known.signature
    self.known = known
  }

  /// The owner of names that live in the blocks of a cell, outside functions.
  package static let cell = -1
}

/// What every name of a program stands for, by the place of the name.
package struct Resolution: Sendable {
  /// What each name means, at its definitions and uses, by the span of the name.
  package var symbols: [Span: Symbol]
  /// What is wrong, in the order of the places.
  package var diagnostics: [Diagnostic]
  /// The names that `record` keeps values under, wherever it stands: a function may record long after its definition.
  package var recordedNames: Set<String> = []
  /// Unknown names in checks and derivations, by their places: each check that needs one tells so itself.
  package var unknownInChecks: [Span: Diagnostic] = [:]

  package init(symbols: [Span: Symbol], diagnostics: [Diagnostic]) {
    self.symbols = symbols
    self.diagnostics = diagnostics
  }

  /// Whether something keeps the program from running.
  package var hasErrors: Bool { diagnostics.contains { $0.row.severity == .error } }
}
