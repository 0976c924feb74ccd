// Everything of the library that is written in Swift, and all names of the library together.
import Diagnostics
import Graph

/// The functions written in Swift, by topic.
package enum Natives {
  /// Every row, in the order of the reference.
  package static let rows: [NativeRow] =
    derivativeRows + applicationRows + modelRows + precisionRows + collectionRows + textRows

  /// Names for numbers.
  package static let constants: [(name: String, value: Double, summary: String)] = [
    ("pi", .pi, "The circumference of a circle of diameter 1."), ("π", .pi, "The same as `pi`."),
    ("inf", .infinity, "Infinity: larger than every number."), ("∞", .infinity, "The same as `inf`."),
    ("nan", .nan, "Not a number: what 0/0 gives. Nothing equals it, not even itself."),
  ]

  /// Operators whose names a program must not take up: the language writes them itself.
  static let unnamedRows: Set<String> = ["logical_and", "logical_or", "logical_not", "mod"]

  /// The argument in a place; nothing where it was left out.
  static func given(_ arguments: [Value?], _ index: Int) -> Value {
    index < arguments.count ? arguments[index] ?? .nothing : .nothing
  }
}

extension Machine {
  /// Every name of the library with its value: operators of the core, functions written in Swift, optimizers, constants. Where an
  /// operator and a function written in Swift share a name, the function wins: it takes more kinds of values.
  package func libraryValues() -> [(name: String, value: Value, documentation: String)] {
    var library: [(name: String, value: Value, documentation: String)] = []
    let natives = Set(Natives.rows.map(\.name))
    for row in Catalogue.rows where !natives.contains(row.name) && !Natives.unnamedRows.contains(row.name) {
      let text = row.example.isEmpty ? row.summary : "\(row.summary)\n\(row.example)"
      let function = Function(row.name, .row(row), signature: signature(of: row), documentation: text)
      library.append((row.name, .function(function), text))
    }
    for row in Natives.rows {
      let text = "\(row.summary)\n\(row.example)"
      let function = Function(row.name, .native(row), signature: row.signature, documentation: text)
      library.append((row.name, .function(function), text))
    }
    for spec in OptimizerSpec.all {
      let function = Function(
        spec.name, .optimizer(spec), signature: spec.signature, documentation: spec.summary)
      library.append((spec.name, .function(function), spec.summary))
    }
    for (name, value, summary) in Natives.constants { library.append((name, .number(value), summary)) }
    return library
  }
}
