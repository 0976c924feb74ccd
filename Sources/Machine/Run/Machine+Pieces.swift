// Smaller instructions: chains of comparisons, functions as values, ranges, texts, taking apart, shapes, models.
import Diagnostics
import Graph
import Syntax
import TensorKit

extension Machine {
  // MARK: Truth

  /// A chain of comparisons: every neighbour must hold; element by element where there are tensors.
  func chain(_ operands: [Value], _ operators: [ComparisonOperator], _ bound: Value?) throws -> Value {
    var result: Value?
    for (index, op) in operators.enumerated() {
      let next = try compare(op, operands[index], operands[index + 1], within: op == .near ? bound : nil)
      result = try result.map { try both($0, next) } ?? next
    }
    return result ?? .truth(true)
  }

  /// Whether two comparisons of a chain hold: where one fails, the other need not be decided.
  private func both(_ a: Value, _ b: Value) throws -> Value {
    let isOpen = [a, b].map { if case .host = $0 { true } else { false } }
    guard isOpen.contains(true) else { return try logical(.logicalAnd, a, b) }
    if isOpen == [true, true] { return a }
    return try truth(isOpen[0] ? b : a) ? (isOpen[0] ? a : b) : .truth(false)
  }

  /// The truth value of an operand of `and` and `or`, or nil where it is a tensor of several.
  func decides(_ value: Value) throws -> Bool? {
    if case .truth(let truth) = value { return truth }
    if case .tensor(let tensor) = value, tensor.dtype == .bool, tensor.shape.count != 1 { return nil }
    return try truth(value)
  }

  func logical(_ op: Opcode, _ a: Value, _ b: Value) throws -> Value {
    if case .truth(let x) = a, case .truth(let y) = b { return .truth(op == .logicalAnd ? x && y : x || y) }
    for (index, operand) in [a, b].enumerated() {
      switch operand {
      case .truth: continue
      case .tensor(let tensor) where tensor.dtype == .bool: continue
      default:
        try refuseEstimate(operand, argument: index)
        throw Fault(.notATruth, ["value": operand.kindPhrase], argument: index)
      }
    }
    let (left, right) = try (tensor(a), tensor(b))
    return .tensor(TensorValue(try op == .logicalAnd ? Op.and(left, right) : Op.or(left, right)))
  }

  // MARK: Functions and models

  func closure(_ prototype: FunctionPrototype, _ window: Window) throws -> Value {
    let captures = try prototype.captures.map { source in
      switch source {
      case .register(let number): try value(window.fp[number])
      case .capture(let number): try window.captures.map { try value($0[number]) } ?? .nothing
      case .running: try value(window.fp[-1])
      }
    }
    return .function(
      Function(
        prototype.code.name ?? "", .written(prototype.code, captures: captures), signature: prototype.signature,
        documentation: prototype.documentation, definition: prototype.span))
  }

  func makeModel(_ plan: ModelPlan, _ fp: UnsafeMutablePointer<Register>) throws -> Value {
    let members = try plan.members.map { ($0.name, try value(fp[$0.register])) }
    var call: Function?
    if let register = plan.call, case .function(let function) = try value(fp[register]) { call = function }
    return .model(Model(name: plan.name, members: members, call: call))
  }

  // MARK: Ranges and loops

  func range(_ start: Register, _ end: Register, _ step: Register) throws -> Value {
    let (from, to, by) = try ends(start, end, step)
    return .range(NumberRange(from, to, by: by))
  }

  private func ends(_ start: Register, _ end: Register, _ step: Register) throws -> (Double, Double, Double) {
    let from = start.tag == .missing ? 0 : try number(value(start))
    guard end.tag != .missing else { throw Fault(.openRange) }
    let to = try number(value(end))
    let by = step.tag == .missing ? 1 : try number(value(step))
    guard by != 0, by.isFinite, from.isFinite, !to.isNaN else {
      throw Fault(
        .badRange,
        ["start": .text(display.number(from)), "end": .text(display.number(to)), "step": .text(display.number(by))])
    }
    return (from, to, by)
  }

  /// From start, end and step behind `loop` to a counter, how many, start and step.
  func prepareRange(_ loop: UnsafeMutablePointer<Register>, isCount: Bool) throws {
    if isCount {
      let what = Words(en: "the number of rounds", es: "el número de vueltas", pt: "o número de voltas")
      _ = try whole(value(loop[2]), what: .words(what))
    }
    let (from, to, by) = try ends(loop[1], loop[2], loop[3])
    prepare(loop, NumberRange(from, to, by: by))
  }

  private func prepare(_ loop: UnsafeMutablePointer<Register>, _ range: NumberRange) {
    loop[0] = Register(whole: 0)
    loop[1] = Register(whole: min(range.count, Register.largestWhole))
    loop[2] = Register(normalizing: range.start)
    loop[3] = Register(normalizing: range.step)
    // The quick way needs both whole, and no number of the loop beyond what is kept whole.
    let last = range[max(0, min(range.count, Register.largestWhole) - 1)]
    if loop[2].tag != .whole || loop[3].tag != .whole || last.magnitude > Double(Register.largestWhole) {
      loop[2] = Register(number: range.start)
      loop[3] = Register(number: range.step)
    }
  }

  func prepareIteration(_ loop: UnsafeMutablePointer<Register>) throws {
    let subject = try value(loop[2])
    if case .range(let range) = subject { return prepare(loop, range) }
    let elements = try iterable(subject)
    loop[0] = Register(whole: 0)
    loop[1] = Register(whole: try count(elements))
    loop[3] = .nothing
    // A number would be taken for the start of a range; what can be counted through is never one.
    loop[2] = try register(elements)
  }

  // MARK: Texts, indices, patterns

  func text(_ parts: [TextPart], _ values: UnsafeMutablePointer<Register>) throws -> Value {
    var next = 0
    var result: Text?
    var bytes: [UInt8] = []
    for part in parts {
      switch part {
      case .literal(let literal): bytes.append(contentsOf: literal.utf8)
      case .value(let format):
        let value = try value(values[next])
        next += 1
        if case .text(let text) = value, format == nil, result == nil, bytes.isEmpty {
          // A text that begins with another one goes on where that one ended.
          result = text
        } else if let format {
          bytes.append(contentsOf: try display.format(value, format).utf8)
        } else {
          try display.write(value, to: &bytes)
        }
      }
    }
    guard (result?.byteCount ?? 0) + bytes.count <= Machine.longestText else { throw Fault(.textTooLong) }
    return .text(result.map { bytes.isEmpty ? $0 : $0.appending(bytes) } ?? Text(bytes))
  }

  /// The most bytes of one text.
  static let longestText = 256 << 20

  func indexValues(_ plan: IndexPlan, _ parts: UnsafeMutablePointer<Register>) throws -> [IndexValue] {
    var next = 0
    func part() throws -> Value {
      next += 1
      return try value(parts[next - 1])
    }
    return try plan.items.map { item in
      switch item {
      case .all: return .all
      case .rest: return .rest
      case .position: return .position(try part())
      case .range(let start, let end, let step):
        return .range(
          start: start ? try whole(part(), what: "start") : nil, end: end ? try whole(part(), what: "end") : nil,
          step: step ? try whole(part(), what: "step") : nil)
      }
    }
  }

  func unpack(_ subject: Value, _ plan: UnpackPlan, into target: UnsafeMutablePointer<Register>) throws {
    if case .tuple(let tuple) = subject {
      guard plan.labels.contains(where: { $0 != nil }) || tuple.elements.count == plan.labels.count else {
        throw Fault(.partsDoNotMatch, ["found": "\(tuple.elements.count)", "wanted": "\(plan.labels.count)"])
      }
      for (index, label) in plan.labels.enumerated() {
        if let label {
          target[index] = try register(member(subject, label))
        } else {
          guard index < tuple.elements.count else {
            throw Fault(.partsDoNotMatch, ["found": "\(tuple.elements.count)", "wanted": "\(plan.labels.count)"])
          }
          target[index] = try register(tuple.elements[index])
        }
      }
      return
    }
    if let estimate = subject.estimate, estimate.mean.shape.rank > 0 {
      return try unpack(elements(of: estimate), plan, into: target)
    }
    guard case .tensor = subject else {
      throw Fault(.cannotTakeApart, ["value": subject.kindPhrase], argument: 0)
    }
    let found = try count(subject)
    guard found == plan.labels.count else {
      throw Fault(.partsDoNotMatch, ["found": "\(found)", "wanted": "\(plan.labels.count)"])
    }
    for index in 0..<found { target[index] = try register(element(subject, index)) }
  }

  // MARK: Shapes

  /// Holds a value to a written shape.
  func checkShape(_ check: ShapeCheck, _ subject: Value, _ fp: UnsafeMutablePointer<Register>) throws {
    guard let found = shape(of: subject) else {
      throw Fault(
        .shapelessValue, ["value": subject.kindPhrase, "subject": .text(check.subject ?? "result")],
        argument: 0)
    }
    let sizes = found.dims
    let rest = check.restPosition
    func misfit() -> Fault {
      Fault(
        .shapeDiffers,
        [
          "found": .text(found.description), "wanted": .text(written(check, fp)), "subject": .text(check.subject ?? ""),
        ],
        argument: 0)
    }
    guard rest == nil ? sizes.count == check.sizes.count : sizes.count >= check.sizes.count else { throw misfit() }
    let gap = sizes.count - check.sizes.count
    for (index, wanted) in check.sizes.enumerated() {
      let size = sizes[index + (rest.map { index >= $0 ? gap : 0 } ?? 0)]
      if case .name(_, let register, true) = wanted {
        fp[register] = Register(whole: size)
        continue
      }
      guard let number = try self.size(wanted, fp) else { continue }
      guard number == size else { throw misfit() }
    }
  }

  private func size(_ size: ShapeCheck.Size, _ fp: UnsafeMutablePointer<Register>) throws -> Int? {
    switch size {
    case .number(let number): return number
    case .any: return nil
    case .name(_, let register, _): return try whole(value(fp[register]), what: "size")
    case .arithmetic(let op, let a, let b):
      guard let x = try self.size(a, fp), let y = try self.size(b, fp) else { return nil }
      let result = try number(binary(op, .number(Double(x)), .number(Double(y))))
      return Int(exactly: result)
    }
  }

  /// A written shape with what its names stand for, such as `[n = 32, 784]`; `isMet` when the check has been passed and has bound them all.
  func written(_ check: ShapeCheck, _ fp: UnsafeMutablePointer<Register>, isMet: Bool = false) -> String {
    func text(_ size: ShapeCheck.Size) -> String {
      switch size {
      case .number(let number): return "\(number)"
      case .any: return "_"
      case .name(let name, let register, let binds):
        return binds && !isMet || fp[register].tag != .whole ? name : "\(name) = \(fp[register].whole)"
      case .arithmetic(let op, let a, let b): return "\(text(a)) \(op.rawValue) \(text(b))"
      }
    }
    var parts = check.sizes.map(text)
    if let rest = check.restPosition { parts.insert("...", at: min(rest, parts.count)) }
    return "[" + parts.joined(separator: ", ") + "]"
  }

  /// The shape of a value that operators take as a tensor.
  package func shape(of value: Value) -> Shape? {
    switch value {
    case .number, .truth: .scalar
    case .tensor(let tensor): tensor.shape
    case .cell(let cell): cell.parameter.value.shape
    case .series(let series): Shape([series.count] + series.shape.dims)
    case .range(let range): [range.count]
    case .host(let object): object.sort?.shape
    default: nil
    }
  }
}

/// What a comprehension has gathered so far: plain numbers as long as there is nothing else.
final class Collector {
  private var numbers: [Double] = []
  private var others: [Value] = []
  private var hasOthers = false
  /// Roughly how much memory it holds.
  private(set) var bytes = 0

  /// Takes a number in, if there were only numbers so far, and not too many.
  @inline(__always) func take(_ number: Double) -> Bool {
    guard !hasOthers, numbers.count < Machine.mostElements else { return false }
    numbers.append(number)
    bytes &+= 8
    return true
  }

  func take(_ value: Value) {
    if !hasOthers {
      hasOthers = true
      others = numbers.map { .number($0) }
      numbers = []
    }
    others.append(value)
    bytes &+= 24 + (value.box?.byteSize ?? 0)
  }

  var count: Int { hasOthers ? others.count : numbers.count }
  /// The numbers, if there is nothing else.
  var plain: [Double]? { hasOthers ? nil : numbers }
  var values: [Value] { hasOthers ? others : numbers.map { .number($0) } }
}

extension Machine {
  /// What was collected as a tensor.
  func stack(collected: Collector) throws -> Value {
    if let numbers = collected.plain { return .tensor(TensorValue(try NDArray(numbers, on: device))) }
    return try stack(collected.values)
  }
}
