// Functions over models and their parameters.
import Diagnostics
import Graph

extension Natives {
  static let modelRows: [NativeRow] = [
    NativeRow(
      "copy", [.init("m")],
      summary:
        "A model with parameters of its own that begin with the same values; what was shared inside stays shared.",
      example: "let line = Dense(2, 1)\nlet other = copy(line)\nother.W == line.W"
    ) { machine, arguments in
      let value = given(arguments, 0)
      if case .function(let function) = value, HeldCells(in: value).cells.isEmpty {
        throw Fault(.cannotCopy, ["name": .text(value.callName)], argument: 0)
      }
      var copier = Copier(machine: machine)
      return try copier.copy(value)
    },
    NativeRow(
      "training", [.init("m")], summary: "The same model, called as while it learns.",
      example: "let net = Dense(2, 1) >> Dropout(0.5)\ntraining(net)([[1, 2]])"
    ) { machine, arguments in try machine.inMode(.training, given(arguments, 0), "training") },
    NativeRow(
      "evaluation", [.init("m")], summary: "The same model, called as when it is used.",
      example: "let net = Dense(2, 1) >> Dropout(0.5)\nevaluation(net)([[1, 2]])"
    ) { machine, arguments in try machine.inMode(.evaluation, given(arguments, 0), "evaluation") },
    NativeRow(
      "is_training", [], summary: "Whether models are called as while they learn.",
      example: "is_training()   # false"
    ) { machine, _ in .truth(machine.mode == .training) },
    NativeRow(
      "parameters", [.init("m")], summary: "The parameters of a model by name, each once.",
      example: "shape(parameters(Dense(3, 2)).W)   # (3, 2)"
    ) { _, arguments in
      let held = HeldCells(in: given(arguments, 0)).parameters
      return .tuple(Tuple(held.map { .cell($0.cell) }, labels: held.map(\.path)))
    },
    NativeRow(
      "parameter_count", [.init("m")], summary: "How many numbers a model learns.",
      example: "parameter_count(Dense(784, 100))   # 78500"
    ) { _, arguments in
      .number(Double(HeldCells(in: given(arguments, 0)).parameters.reduce(0) { $0 + $1.cell.parameter.value.count }))
    },
  ]
}

extension Machine {
  /// A model, or a function that calls models, as it is in a mode.
  fileprivate func inMode(_ mode: Model.Mode, _ value: Value, _ name: String) throws -> Value {
    switch value {
    case .model(let model):
      return .model(
        Model(name: model.name, members: model.members, call: model.call, mode: mode, identity: model.identity))
    case .tuple(let tuple):
      return .tuple(Tuple(try tuple.elements.map { try inMode(mode, $0, name) }, labels: tuple.labels))
    case .function(let function):
      let made = Function.Kind.made(holding: [value]) { machine, arguments in
        let outer = machine.mode
        machine.mode = mode
        defer { machine.mode = outer }
        return try machine.call(value, arguments)
      }
      return .function(
        Function(function.name, made, signature: function.signature, documentation: function.documentation))
    default:
      throw Fault(.needsModel, ["op": .text(name), "kind": value.kindPhrase], argument: 0)
    }
  }
}

/// Makes copies of models: what is one thing in the original is one thing in the copy.
struct Copier {
  let machine: Machine
  private var made: [ObjectIdentifier: Value] = [:]

  init(machine: Machine) { self.machine = machine }

  mutating func copy(_ value: Value) throws -> Value {
    guard let box = value.box, !HeldCells(in: value).cells.isEmpty else { return value }
    if let known = made[ObjectIdentifier(box)] { return known }
    let copied: Value
    switch value {
    case .cell(let cell):
      // Two cells over one parameter cannot be, so the cell's own identity is enough.
      let parameter = Parameter(cell.name, cell.parameter.value)
      copied = .cell(machine.newCell(parameter, isState: cell.isState, span: cell.definition))
    case .tuple(let tuple):
      copied = .tuple(Tuple(try all(tuple.elements), labels: tuple.labels))
    case .model(let model) where model.isChain:
      copied = try chain(all(model.members.map(\.value)), mode: model.mode)
    case .model(let model):
      var members: [(name: String, value: Value)] = []
      for (name, member) in model.members { members.append((name, try copy(member))) }
      var call = model.call
      if let function = model.call, case .function(let copiedCall) = try copy(.function(function)) { call = copiedCall }
      copied = .model(Model(name: model.name, members: members, call: call, mode: model.mode))
    case .function(let function):
      guard case .written(let code, let captures) = function.kind else {
        throw Fault(.cannotCopy, ["name": .text(value.callName)], argument: 0)
      }
      copied = .function(
        Function(
          function.name, .written(code, captures: try all(captures)), signature: function.signature,
          documentation: function.documentation, definition: function.definition))
    default:
      return value
    }
    made[ObjectIdentifier(box)] = copied
    return copied
  }

  /// A chain of these links. It is begun at a model: two functions alone would become one link.
  private func chain(_ links: [Value], mode: Model.Mode?) throws -> Value {
    let start = links.firstIndex { if case .model = $0 { true } else { false } } ?? 0
    guard start < links.count else { return .nothing }
    var result = links[start]
    for link in links[(start + 1)...] { result = try machine.composed(result, link) }
    for link in links[..<start].reversed() { result = try machine.composed(link, result) }
    guard let mode, case .model(let model) = result else { return result }
    return .model(
      Model(name: model.name, members: model.members, call: model.call, mode: mode, identity: model.identity))
  }

  private mutating func all(_ values: [Value]) throws -> [Value] {
    var copies: [Value] = []
    for value in values { copies.append(try copy(value)) }
    return copies
  }
}

extension Model {
  /// Whether it was made by `>>` out of other models.
  package var isChain: Bool {
    guard name == Machine.chainName, case .made = call?.kind else { return false }
    return true
  }
}
