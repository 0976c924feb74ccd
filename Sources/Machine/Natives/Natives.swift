// Everything of the library that is written in Swift, and all names of the library together.
import Diagnostics
import Graph

/// The functions written in Swift, by topic.
package enum Natives {
  /// Every row by its topic, in the order of the reference.
  package static let families: [(name: String, rows: [NativeRow])] = [
    ("derivatives", derivativeRows), ("applying", applicationRows), ("models", modelRows), ("numbers", precisionRows),
    ("distributions", distributionRows), ("estimates", estimateRows),
    ("collections", collectionRows + argumentRows + textRows),
  ]

  /// Every row.
  package static let rows: [NativeRow] = families.flatMap(\.rows)

  /// What only the library's own programs call; their names begin with `_`.
  static let ownRows: [NativeRow] = distributionOwnRows

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
  /// A doc comment as the library's files have it: what is said, then a program indented by four spaces.
  private func documentation(_ summary: String, _ example: String) -> String {
    let lines = example.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
    return ([summary, ""] + (example.isEmpty ? [] : lines)).joined(separator: "\n")
  }

  /// Every name of the library with its value: operators of the core, functions written in Swift, optimizers, constants. Where an
  /// operator and a function written in Swift share a name, the function wins: it takes more kinds of values. `added` are functions of
  /// rooms above.
  package func libraryValues(and added: [NativeRow] = []) -> [(name: String, value: Value, documentation: String)] {
    var library: [(name: String, value: Value, documentation: String)] = []
    let rows = Natives.rows + Natives.ownRows + added
    let natives = Set(rows.map(\.name))
    for row in Catalogue.rows where !natives.contains(row.name) && !Natives.unnamedRows.contains(row.name) {
      let text = documentation(row.summary, row.example)
      let function = Function(row.name, .row(row), signature: signature(of: row), documentation: text)
      library.append((row.name, .function(function), text))
    }
    for row in rows {
      let text = documentation(row.summary, row.example)
      let function = Function(row.name, .native(row), signature: row.signature, documentation: text)
      library.append((row.name, .function(function), text))
    }
    for spec in OptimizerSpec.all {
      let text = documentation(spec.summary, "param w = 2.0\ndescend w^2 over w with \(spec.name)(0.1)\nw")
      let function = Function(
        spec.name, .optimizer(spec), signature: spec.signature, documentation: text)
      library.append((spec.name, .function(function), text))
    }
    for (name, value, summary) in Natives.constants { library.append((name, .number(value), summary)) }
    return library
  }
}
