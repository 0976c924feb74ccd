// What is known of a function while it is being compiled: its instructions, its registers, and what it captures.
import Analysis
import Diagnostics
import TensorKit

/// A function, model or cell in the making.
final class FunctionBuilder {
  /// What the symbols local to it have as their owner.
  let owner: Int
  let parent: FunctionBuilder?
  /// The symbol of the function itself, for calls of itself.
  let itself: Symbol?
  private(set) var instructions: [Instruction] = []
  private(set) var constants: [Register] = []
  private var constantNumbers: [UInt64: Int] = [:]
  var details = CodeDetails()
  private(set) var captures: [(symbol: Symbol, source: CaptureSource)] = []
  /// Where the symbols are that were met so far.
  var registers: [ObjectIdentifier: Int] = [:]
  /// The first register that is free.
  private(set) var top = 0
  private var highest = 0
  /// Whether an instruction had to name something by a number that has no room in it.
  private var isTooLarge = false
  /// The registers that belong to names.
  private var named: Set<Int> = []
  private var nameNumbers: [String: Int] = [:]
  /// The loops around the present place, innermost last.
  var loops: [OpenLoop] = []
  /// What instructions that are added now come from.
  var origin = CodeDetails.Origin(span: .nowhere)

  struct OpenLoop {
    var breaks: [Int] = []
    var continues: [Int] = []
  }

  /// The most registers that an instruction can name, with room for what follows a call.
  static let mostRegisters = 60_000

  init(owner: Int, parent: FunctionBuilder?, itself: Symbol?) {
    self.owner = owner
    self.parent = parent
    self.itself = itself
  }

  var registerCount: Int { highest + 2 }
  var next: Int { instructions.count }

  // MARK: Instructions

  @discardableResult func emit(_ instruction: Instruction) -> Int {
    instructions.append(instruction)
    details.origins.append(origin)
    return instructions.count - 1
  }

  @discardableResult func emit(_ op: Opcode, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0) -> Int {
    // A number cut off would name another text, label or plan.
    if max(a, b, c) > Int(UInt16.max) { isTooLarge = true }
    return emit(Instruction(op, a, b, c))
  }

  @discardableResult func emit(_ op: Opcode, _ a: Int, wide: Int) -> Int { emit(Instruction(op, a, wide: wide)) }

  /// A jump whose distance is filled in later.
  func emitJump(_ op: Opcode, _ a: Int = 0) -> Int { emit(op, a, wide: 0) }

  /// Lets a jump end at the next instruction.
  func land(_ jump: Int) {
    instructions[jump] = Instruction(instructions[jump].op, Int(instructions[jump].a), wide: next - jump - 1)
  }

  /// A jump back to an earlier instruction.
  func emitBack(_ op: Opcode, _ a: Int, to target: Int) { emit(op, a, wide: target - next - 1) }

  /// Lets a product or difference that was made just before do the addition that comes next, if it lies in a register of no name.
  func joinToAddition(of register: Int) {
    guard let last = instructions.indices.last, Int(instructions[last].a) == register else { return }
    guard !named.contains(register) else { return }
    switch instructions[last].op {
    case .multiply: instructions[last].op = .multiplyThenAdd
    case .subtract: instructions[last].op = .subtractThenAdd
    default: return
    }
  }

  // MARK: Constants

  func constant(_ register: Register) -> Int {
    let key = register.bits ^ (UInt64(register.tag.rawValue) &* 0x9e37_79b9_7f4a_7c15)
    if let known = constantNumbers[key], constants[known].bits == register.bits, constants[known].tag == register.tag {
      return known
    }
    constants.append(register)
    constantNumbers[key] = constants.count - 1
    return constants.count - 1
  }

  // MARK: Registers

  func temporary() throws -> Int { try temporaries(1) }

  /// Several free registers in a row; the first one's number.
  func temporaries(_ count: Int) throws -> Int {
    guard top + count < FunctionBuilder.mostRegisters else { throw TooLarge() }
    top += count
    highest = max(highest, top)
    return top - count
  }

  /// Frees every register from `mark` on.
  func release(to mark: Int) { top = mark }

  func declare(_ symbol: Symbol) throws -> Int {
    let register = try temporary()
    registers[ObjectIdentifier(symbol)] = register
    named.insert(register)
    return register
  }

  /// The number of a member's or series' name.
  func number(ofName name: String) -> Int {
    if let known = nameNumbers[name] { return known }
    details.names.append(name)
    nameNumbers[name] = details.names.count - 1
    return details.names.count - 1
  }

  func register(of symbol: Symbol) -> Int? { registers[ObjectIdentifier(symbol)] }

  /// The number under which this function finds a captured local name of a function around it; nil if there is no such name.
  func capture(_ symbol: Symbol) -> Int? {
    if let known = captures.firstIndex(where: { $0.symbol === symbol }) { return known }
    guard let parent else { return nil }
    let source: CaptureSource
    if let register = parent.register(of: symbol) {
      source = .register(register)
    } else if parent.itself === symbol {
      source = .running
    } else if let outer = parent.capture(symbol) {
      source = .capture(outer)
    } else {
      return nil
    }
    captures.append((symbol, source))
    return captures.count - 1
  }

  /// Puts instructions before all others: loads of the session's names into their registers.
  func prepend(_ loads: [Instruction]) {
    guard !loads.isEmpty else { return }
    instructions.insert(contentsOf: loads, at: 0)
    details.origins.insert(contentsOf: repeatElement(.init(span: .nowhere), count: loads.count), at: 0)
    details.loops = details.loops.map {
      LoopRange(
        range: ($0.range.lowerBound + loads.count)..<($0.range.upperBound + loads.count), counter: $0.counter,
        total: $0.total, span: $0.span)
    }
  }

  func finish(name: String?, quickOffset: Int, parameterCount: Int) throws -> FunctionCode {
    guard !isTooLarge else { throw TooLarge() }
    return FunctionCode(
      name: name, instructions: instructions, constants: constants, quickOffset: quickOffset,
      parameterCount: parameterCount, registerCount: registerCount, details: details)
  }
}

/// A function that names more values than registers can be numbered.
struct TooLarge: Error {}
