// The instructions that loops of numbers do not need: they work on values.
import Diagnostics
import Graph
import Syntax
import TensorKit

extension Machine {
  /// Carries out one instruction; gives how many further words belong to it.
  @inline(never) @discardableResult func slow(_ i: Instruction, _ window: Window) throws -> Int {
    enter(window)
    let fp = window.fp
    let details = window.code.takeUnretainedValue().details
    func value(_ register: Int) throws -> Value { try self.value(fp[register]) }
    func values(_ base: Int, _ count: Int) throws -> [Value] { try (base..<(base + count)).map { try value($0) } }
    func give(_ value: Value) throws { fp[Int(i.a)] = try register(value) }
    let (a, b, c) = (Int(i.a), Int(i.b), Int(i.c))

    switch i.op {
    case .negate: try give(negate(value(b)))
    case .not: try give(not(value(b)))
    case .root: try give(root(value(b)))
    case .norm: try give(norm(value(b)))
    case .gradient: try give(gradientFunction(of: value(b)))
    case .power: try give(binary(.power, value(b), value(c)))
    case .matmul: try give(binary(.matmul, value(b), value(c)))
    case .compose: try give(composed(value(b), value(c)))
    case .less, .lessEqual, .greater, .greaterEqual, .equal, .notEqual:
      try give(compare(Machine.comparison(i.op), value(b), value(c), within: nil))
    case .chain:
      let plan = details.chains[c]
      let operands = try values(b, plan.operators.count + 1)
      let bound = plan.hasBound ? try value(b + operands.count) : nil
      try give(chain(operands, plan.operators, bound))
    case .shortAnd, .shortOr:
      guard let decided = try decides(value(a)) else { return 0 }
      if decided == (i.op == .shortOr) {
        fp[a] = Register(truth: decided)
        return i.wide
      }
    case .logicalAnd, .logicalOr: try give(logical(i.op, value(b), value(c)))
    case .closure: try give(closure(details.functions[i.wide], window))
    case .tuple:
      let labels = window.pc.pointee.wide
      let elements = try values(b, c)
      try give(.tuple(Tuple(elements, labels: labels < 0 ? [] : details.labels[labels])))
      return 1
    case .tensor: try give(stack(values(b, c)))
    case .range: try give(range(fp[b], fp[b + 1], fp[b + 2]))
    case .index: try give(index(value(b), indexValues(details.indices[c], fp + b + 1)))
    case .member: try give(member(value(b), details.names[c]))
    case .text: try give(text(details.texts[c], fp + b))
    case .unpack: try unpack(value(b), details.unpackings[c], into: fp + a)
    case .parameterStandard: return fp[a].tag == .missing ? 0 : i.wide
    case .checkShape: try checkShape(details.shapes[i.wide], value(a), fp)
    case .makeModel: try give(makeModel(details.models[i.wide], fp))
    case .makeCell:
      let plan = details.cells[c]
      try give(
        makeCell(name: plan.name, value: value(b), isState: plan.isState, isDouble: plan.isDouble, span: plan.span))
    case .define:
      let plan = details.bindings[b]
      globals.define(c, kind: plan.kind, definition: plan.span, documentation: plan.documentation)
      let defined = try value(a)
      // A series goes on growing; a name for it keeps what it is now.
      if case .series(let series) = defined { fp[a] = try register(.tensor(series.tensor(in: graph))) }
      globals.registers[c] = fp[a]
    case .learnBegin: learnings.append(try beginLearning(value(a)))
    case .learnEnd:
      let plan = details.learnings[window.pc.pointee.wide]
      guard let target = learnings.last else { return 1 }
      let loss = try value(b)
      let optimizer = try value(c)
      let result = try finishLearning(target, loss: loss, optimizer: optimizer, goesUp: plan.goesUp, site: plan.site)
      learnings.removeLast()
      try give(result)
      hurry()
      return 1
    case .togetherBegin: beginTogether()
    case .togetherEnd:
      try finishTogether()
      hurry()
    case .update: try updateCells(value(a), value(b))
    case .record:
      let name = details.names[i.wide]
      try recordSeries(name, value(a))
      if !recordedNames.contains(name) { recordedNames.append(name) }
      showSeries(name)
      hurry()
    case .print: emit(.printed(try values(a, b).map { try display.text($0) }.joined(separator: " ")))
    case .show:
      let shown = try value(a)
      try compute(ObjectTable.pendingTensors(in: [shown]))
      emit(.shown(shown))
    case .examine:
      let plan = details.examinations[b]
      try examine(plan, parts: value(a), sources: values(a + 1, plan.examination.settings.count))
    case .hole: throw Fault(.holeReached)
    case .collectBegin: collectors.append(Collector())
    case .collect:
      guard let collector = collectors.last else { return 0 }
      guard collector.count < Machine.mostElements else { throw Fault(.tooManyElements) }
      collector.take(try value(a))
    case .collectEnd:
      guard let collector = collectors.popLast() else { return 0 }
      try give(b == 1 ? stack(collected: collector) : .tuple(Tuple(collector.values)))
    case .forPrepareRange: try prepareRange(fp + a, isCount: b == 1)
    case .forPrepare: try prepareIteration(fp + a)
    default: throw Fault(.internalProblem, ["what": "instruction \(i.op)"])
    }
    return 0
  }

  /// Lets a series be read by its name, unless the name stands for something else.
  private func showSeries(_ name: String) {
    let number = globals.number(of: name)
    guard let series = series[name], !globals.entries[number].isDefined else { return }
    globals.define(number, kind: .series, definition: nil, documentation: nil)
    globals.registers[number] = table.register(.series(series))
  }

  /// The most values that a tuple or a comprehension may hold.
  static let mostElements = 10_000_000

  /// Tells everything that is called from here where the machine is.
  func enter(_ window: Window) {
    let code = window.code.takeUnretainedValue()
    memory.state.pointee.stackTop = window.fp + code.registerCount
    // A place where something failed before, and was seen to, must not be blamed for what fails now.
    _ = graph.takeFailedPlace()
    graph.place = code.firstPlace + Int32(truncatingIfNeeded: offset(of: window, in: code))
  }

  /// The number of the present instruction in its function.
  func offset(of window: Window, in code: FunctionCode) -> Int {
    guard let entry = code.entry else { return 0 }
    return max(0, window.pc - entry - 1)
  }

  // MARK: What the run loop asks for

  @inline(never) func arithmetic(
    _ op: BinaryOperator, _ x: Register, _ y: Register, _ pc: UnsafePointer<Instruction>,
    _ fp: UnsafeMutablePointer<Register>, _ window: inout Window
  ) throws -> Register {
    if let a = x.double, let b = y.double {
      if x.tag == .whole, y.tag == .whole, op == .multiply || op == .subtract {
        return Register(normalizing: op == .multiply ? a * b : a - b)
      }
      switch op {
      case .add: return Register(number: a + b)
      case .subtract: return Register(number: a - b)
      case .multiply: return Register(number: a * b)
      case .divide: return Register(number: a / b)
      default: break
      }
    }
    window.pc = pc
    window.fp = fp
    enter(window)
    return try register(binary(op, value(x), value(y)))
  }

  @inline(never) func test(
    _ op: ComparisonOperator, _ x: Register, _ y: Register, _ pc: UnsafePointer<Instruction>,
    _ fp: UnsafeMutablePointer<Register>, _ window: inout Window
  ) throws -> Bool {
    if let a = x.double, let b = y.double {
      switch op {
      case .less: return a < b
      case .lessEqual: return a <= b
      case .greater: return a > b
      case .greaterEqual: return a >= b
      case .equal: return a == b
      default: return a != b
      }
    }
    window.pc = pc
    window.fp = fp
    enter(window)
    hurry()
    return try truth(compare(op, value(x), value(y), within: nil))
  }

  func condition(_ x: Register, _ window: Window) throws -> Bool {
    enter(window)
    hurry()
    return try truth(value(x))
  }

  @inline(never) func element(
    _ index: Int, of loop: UnsafeMutablePointer<Register>, _ pc: UnsafePointer<Instruction>,
    _ fp: UnsafeMutablePointer<Register>, _ window: inout Window
  ) throws -> Register {
    if let start = loop[2].double, let step = loop[3].double {
      return Register(normalizing: start + Double(index) * step)
    }
    window.pc = pc
    window.fp = fp
    enter(window)
    return try register(element(value(loop[2]), index))
  }

  // MARK: Between registers and values

  /// What a register holds; a name that nothing was bound to yet is a fault.
  func value(_ register: Register) throws -> Value {
    guard register.tag != .missing else { throw Fault(.notYetDefined) }
    return table.value(register)
  }

  /// The register for a value.
  func register(_ value: Value) throws -> Register {
    if let box = value.box {
      guard box.nesting <= Box.deepestNesting else { throw Fault(.valuesTooDeep, ["limit": "\(Box.deepestNesting)"]) }
      let register = table.register(value)
      if case .tensor(let tensor) = value, tensor.isPending {
        let bytes = tensor.shape.count.multipliedReportingOverflow(by: tensor.dtype.size).partialValue
        newTensorBytes &+= bytes
        recordedBytes &+= bytes
        if newTensorBytes > 64 << 20 || (traceDepth == 0 && graph.recordedCount > 4_096) { hurry() }
      }
      guard box.byteSize <= limits.bytes else { throw Stop.bytes }
      if hasGarbage { hurry() }
      return register
    }
    return table.register(value)
  }

  /// Lets the next round or call look after garbage, time and progress.
  func hurry() {
    let state = memory.state
    guard state.pointee.fuel > 1 else { return }
    // What is taken from the fuel without being used is not counted as used.
    state.pointee.filled -= state.pointee.fuel - 1
    state.pointee.fuel = 1
  }

  private static func comparison(_ op: Opcode) -> ComparisonOperator {
    switch op {
    case .less: .less
    case .lessEqual: .lessEqual
    case .greater: .greater
    case .greaterEqual: .greaterEqual
    case .equal: .equal
    default: .notEqual
    }
  }
}
