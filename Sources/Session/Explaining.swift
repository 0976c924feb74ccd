// Back-propagation through a function of a session, told step by step.
import Diagnostics
import Graph
import Machine

extension Session {
  /// Tells how the gradient of `function`, a program's text, flows back to the session's tensors with these names and to the
  /// parameters that it reads. Nothing stays of evaluating it.
  package func explanation(
    of function: String, at names: [String], limit: Int = 200
  ) -> (outcome: Outcome, explanation: Explanation?) {
    let telling = Telling(names: names, limit: limit)
    let call = ([function] + names).joined(separator: ", ")
    let request = Request(text: "\(Telling.name)(\(call))", name: nil, key: nil, isAtPrompt: true)
    let outcome = reached { core, emit in
      core.attempt(request, emit, prepare: { core.machine.define(Telling.name, telling.function, kind: .function) }) {
        $0
      }
    }
    return (outcome, telling.explanation)
  }
}

/// The function that looks at another one while the cell runs. Only the session's thread touches it until that has ended.
private final class Telling: @unchecked Sendable {
  static let name = "_explain"
  /// Of so many parameters the names are known.
  private static let mostCells = 1_000
  private let names: [String]
  private let limit: Int
  private(set) var explanation: Explanation?

  init(names: [String], limit: Int) {
    self.names = names
    self.limit = limit
  }

  var function: Value {
    let row = NativeRow(
      "explain", [.init("f"), .init("arguments", isOptional: true, isRepeated: true)], summary: "", example: ""
    ) { [self] machine, given in
      explanation = try explain(machine, given)
      return .nothing
    }
    return .function(Function("explain", .native(row), signature: row.signature))
  }

  private func explain(_ machine: Machine, _ given: [Value?]) throws -> Explanation {
    guard let f = given.first ?? nil else { throw Fault(.internalProblem, ["what": "explain"]) }
    let values: [Value] = if given.count > 1, case .tuple(let tuple) = given[1] { tuple.elements } else { [] }
    let named = values.enumerated().map { ($0 < names.count ? names[$0] : "x\($0)", $1) }
    let others = machine.cells.alive.prefix(Telling.mostCells).map { ($0.name, $0) }
    let held = HeldCells(in: f).cells.map { ($0.path, $0.cell) }
    return try VaryingValues(named, in: machine).explanation(besides: held + others, limit: limit) { arguments in
      try machine.tensor(machine.call(f, arguments.map { PassedArgument($0) }))
    }
  }
}
