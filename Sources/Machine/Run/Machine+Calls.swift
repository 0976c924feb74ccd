// Calls: arguments find their parameters, and whatever can be called is called.
import Diagnostics
import Graph
import TensorKit

extension Machine {
  /// Gets a call ready that the run loop does not know how to make. True: the function in register b is a written one and its
  /// parameters stand behind it. False: the call was made, and its result lies in register a.
  func prepareCall(_ i: Instruction, _ window: Window) throws -> Bool {
    enter(window)
    let details = window.code.takeUnretainedValue().details
    let base = window.fp + Int(i.b)
    let count = Int(i.c)
    let labels = i.op == .callLabelled ? details.labels[window.pc.pointee.wide] : []
    if base.pointee.tag == .function, labels.isEmpty, let result = try scalarCall(base, count) {
      window.fp[Int(i.a)] = result
      return false
    }
    var callee = try value(base.pointee)
    if case .model(let model) = callee, model.mode == nil, let function = model.call { callee = .function(function) }
    guard case .function(let function) = callee, case .written = function.kind else {
      let arguments = try (0..<count).map { offset in
        PassedArgument(try value(base[1 + offset]), label: offset < labels.count ? labels[offset] : nil)
      }
      window.fp[Int(i.a)] = try register(call(callee, arguments))
      return false
    }
    base.pointee = try register(callee)
    table.prepareIfNeeded(base.pointee.place)
    let given = (0..<count).map { (label: $0 < labels.count ? labels[$0] : nil, register: base[1 + $0]) }
    try arrange(given, for: function, at: base + 1)
    return true
  }

  /// An operator of numbers over numbers: computed on the spot.
  private func scalarCall(_ base: UnsafeMutablePointer<Register>, _ count: Int) throws -> Register? {
    guard count == 1 || count == 2, case .function(let function) = table.value(base.pointee),
      case .row(let row) = function.kind, let x = base[1].double
    else { return nil }
    guard row.scalarArity == count, let y = count == 2 ? base[2].double : 0 else { return nil }
    switch row.scalar(x, y, count: count) {
    case .number(let number): return Register(normalizing: number)
    case .truth(let truth): return Register(truth: truth)
    case nil: return nil
    }
  }

  /// Puts arguments into the registers of a written function's parameters, those left out as missing.
  private func arrange(
    _ given: [(label: String?, register: Register)], for function: Function, at target: UnsafeMutablePointer<Register>
  ) throws {
    let parameters = function.signature.parameters
    guard target + parameters.count + 1 < memory.state.pointee.stackEnd else { throw Stop.depth }
    let name = function.name.isEmpty ? "fn" : function.name
    let slots = try matched(given, name, function.signature)
    for (index, parameter) in parameters.enumerated() {
      guard let found = slots[index] else {
        guard parameter.isOptional else { throw missing(parameter.name, of: name, function.signature) }
        target[index] = .missing
        continue
      }
      target[index] = found.tag == .missing ? .nothing : found
    }
  }

  /// Which argument belongs to which parameter.
  package func matched<Argument>(
    _ given: [(label: String?, register: Argument)], _ name: String, _ signature: Signature
  ) throws -> [Argument?] {
    let parameters = signature.parameters
    var slots = [Argument?](repeating: nil, count: parameters.count)
    var next = 0
    for (index, argument) in given.enumerated() {
      if let label = argument.label {
        guard let place = parameters.firstIndex(where: { $0.name == label }) else {
          throw Fault(
            .unknownArgument, ["argument": .text(label), "op": .text(name), "known": .choice(parameters.map(\.name))],
            argument: index)
        }
        guard slots[place] == nil else {
          throw Fault(.argumentTwice, ["label": .text(label), "name": .text(name)], argument: index)
        }
        slots[place] = argument.register
      } else {
        while next < slots.count && slots[next] != nil { next += 1 }
        guard next < slots.count else {
          throw Fault(
            .tooManyArguments,
            ["op": .text(name), "count": "\(given.count)", "allowed": "\(parameters.count)"],
            notes: [Machine.signatureNote(name, signature)], argument: index)
        }
        slots[next] = argument.register
        next += 1
      }
    }
    return slots
  }

  private func missing(_ parameter: String, of name: String, _ signature: Signature) -> Fault {
    Fault(
      .missingArgument, ["argument": .text(parameter), "op": .text(name)],
      notes: [Machine.signatureNote(name, signature)])
  }

  /// How a function is called.
  static func signatureNote(_ name: String, _ signature: Signature) -> Diagnostic.Note {
    Diagnostic.Note(
      Words(
        en: "It is called as `{signature}`.", es: "Se llama así: `{signature}`.", pt: "Chama-se assim: `{signature}`."),
      ["signature": .text(signature.text(name))])
  }

  /// Calls any value that can be called; also from functions written in Swift while the machine runs.
  package func call(_ callee: Value, _ arguments: [PassedArgument]) throws -> Value {
    switch callee {
    case .function(let function): return try call(function, arguments)
    case .model(let model):
      guard let function = model.call else { throw Fault(.modelWithoutCall, ["name": .text(model.name)], argument: -1) }
      let outer = mode
      if let own = model.mode { mode = own }
      defer { mode = outer }
      return try call(function, arguments)
    case .host(let host):
      if let result = try host.call(self, arguments) { return result }
      throw notCallable(callee)
    default: throw notCallable(callee)
    }
  }

  private func notCallable(_ value: Value) -> Fault {
    Fault(.notCallable, ["value": value.kindPhrase], argument: -1)
  }

  private func call(_ function: Function, _ arguments: [PassedArgument]) throws -> Value {
    switch function.kind {
    case .row(let row): return try callRow(row, arguments)
    case .optimizer(let spec): return try makeOptimizer(spec, arguments)
    case .made(_, let body): return try body(self, arguments)
    case .native(let row): return try call(row, arguments)
    case .written(let code, _):
      let base = memory.state.pointee.stackTop
      guard base + 2 < memory.state.pointee.stackEnd else { throw Stop.depth }
      base.pointee = try register(.function(function))
      let place = base.pointee.place
      table.prepareIfNeeded(place)
      try arrange(
        arguments.map { (label: $0.label, register: try register($0.value)) }, for: function, at: base + 1)
      guard let entry = code.entry else { return .nothing }
      return try value(
        execute(
          Unmanaged.passUnretained(code), from: entry, at: base + 1,
          captures: table.recordsHome.pointee[place].captures))
    }
  }

  private func call(_ row: NativeRow, _ arguments: [PassedArgument]) throws -> Value {
    let parameters = row.signature.parameters
    var given = arguments.map { (label: $0.label, register: $0.value) }
    // Everything without a label that comes at the place of a repeated parameter belongs to it.
    var repeated: [Value]?
    if let place = parameters.firstIndex(where: \.isRepeated) {
      let positions = given.indices.filter { given[$0].label == nil }.dropFirst(place)
      repeated = positions.map { given[$0].register }
      for position in positions.reversed() { given.remove(at: position) }
    }
    var slots = try matched(given, row.name, row.signature)
    for (index, parameter) in parameters.enumerated() {
      if parameter.isRepeated, slots[index] == nil { slots[index] = .tuple(Tuple(repeated ?? [])) }
      if slots[index] == nil, !parameter.isOptional { throw missing(parameter.name, of: row.name, row.signature) }
    }
    do {
      return try row.body(self, slots)
    } catch let fault as Fault {
      guard let parameter = fault.parameter else { throw fault }
      let labelled = arguments.firstIndex { $0.label == parameter }
      let place = labelled ?? parameters.firstIndex { $0.name == parameter }
      throw Fault(fault.row, fault.values, notes: fault.notes, argument: place)
    }
  }

  /// `f >> g`: first f, then g.
  func composed(_ first: Value, _ second: Value) throws -> Value {
    for (index, part) in [first, second].enumerated() {
      switch part {
      case .function, .model, .host: continue
      default: throw Fault(.notCallable, ["value": part.kindPhrase], argument: index)
      }
    }
    // A chain of models is a model: its parameters learn together.
    if let model = chained(first, second) { return .model(model) }
    return .function(composition(first, second))
  }

  private func composition(_ first: Value, _ second: Value) -> Function {
    Function(
      "\(calledName(first)) >> \(calledName(second))",
      .made(holding: [first, second]) { machine, arguments in
        try machine.call(second, [PassedArgument(machine.call(first, arguments))])
      }, signature: signature(of: first) ?? .anything)
  }

  private func chained(_ first: Value, _ second: Value) -> Model? {
    func links(_ value: Value) -> [(name: String, value: Value)] {
      if case .model(let model) = value, model.isChain { return model.members }
      return [("", value)]
    }
    let parts = links(first) + links(second)
    let hasModel = parts.contains { if case .model = $0.value { true } else { false } }
    guard hasModel else { return nil }
    return Model(
      name: Machine.chainName, members: parts.enumerated().map { ("layer\($0 + 1)", $1.value) },
      call: composition(first, second))
  }

  /// What a chain of models is called.
  static let chainName = "Chain"

  func calledName(_ value: Value) -> String {
    switch value {
    case .function(let function): function.name.isEmpty ? "fn" : function.name
    case .model(let model): model.name
    default: "function"
    }
  }

  /// What a callable value takes.
  package func signature(of value: Value) -> Signature? {
    switch value {
    case .function(let function): function.signature
    case .model(let model): model.call?.signature
    default: nil
    }
  }
}

extension Signature {
  /// The signature as it is written: `dense(x: [n, 784], rate)`.
  package func text(_ name: String) -> String {
    let list = parameters.map { parameter in
      parameter.name + (parameter.shape.map { ": " + $0 } ?? "") + (parameter.isRepeated ? "…" : "")
        + (parameter.isOptional && !parameter.isRepeated ? "?" : "")
    }
    return "\(name)(\(list.joined(separator: ", ")))" + (result.map { " -> " + $0 } ?? "")
  }
}
