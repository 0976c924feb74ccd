// The objects that registers refer to, and taking away those that nothing refers to any more.
import Graph
import TensorKit

/// What a call needs to know of a written function, in raw memory.
struct FunctionRecord {
  var entry: UnsafePointer<Instruction>?
  /// Where execution begins when no argument was left out.
  var quickEntry: UnsafePointer<Instruction>?
  var parameterCount: Int32 = -1
  var registerCount: Int32 = 0
  var captureCount: Int32 = 0
  var captures: UnsafeMutablePointer<Register>?
  var constants: UnsafePointer<Register>?
  var code: Unmanaged<FunctionCode>?
}

/// Values by number. Registers name them by it, so a value stays until a collection finds its number nowhere.
final class ObjectTable {
  private(set) var values: ContiguousArray<Value> = []
  /// One record for each value; meaningful for written functions.
  private var records: UnsafeMutablePointer<FunctionRecord> { recordsHome.pointee }
  /// Where the run loop finds the records: the records move when they grow, this place does not.
  let recordsHome: UnsafeMutablePointer<UnsafeMutablePointer<FunctionRecord>>
  private var capacity = 1024
  private var free: [Int32] = []
  private var marks: [Bool] = []
  /// Values taken in since the last collection.
  private(set) var newcomers = 0
  /// Bytes outside of tensors taken in since the last collection.
  private(set) var newBytes = 0
  /// Bytes outside of tensors that were alive after the last collection.
  private(set) var keptBytes = 0
  /// How many were alive after the last collection.
  private(set) var kept = 0

  init() {
    recordsHome = .allocate(capacity: 1)
    let first = UnsafeMutablePointer<FunctionRecord>.allocate(capacity: capacity)
    first.initialize(repeating: FunctionRecord(), count: capacity)
    recordsHome.initialize(to: first)
  }

  deinit {
    for index in values.indices { records[index].captures?.deallocate() }
    records.deallocate()
    recordsHome.deallocate()
  }

  /// The register that refers to a value.
  func register(_ value: Value) -> Register {
    switch value {
    case .nothing: return .nothing
    case .number(let number): return Register(normalizing: number)
    case .truth(let truth): return Register(truth: truth)
    case .text(let box): return place(value, box)
    case .tensor(let box): return place(value, box)
    case .tuple(let box): return place(value, box)
    case .range(let box): return place(value, box)
    case .model(let box): return place(value, box)
    case .cell(let box): return place(value, box)
    case .series(let box): return place(value, box)
    case .host(let box): return place(value, box)
    case .function(let box): return Register(bits: place(value, box).bits, tag: .function)
    case .optimizer(let box): return place(value, box)
    }
  }

  /// The value that a register refers to.
  func value(_ register: Register) -> Value {
    switch register.tag {
    case .nothing, .missing: .nothing
    case .truth: .truth(register.truth)
    case .whole: .number(Double(register.whole))
    case .number: .number(register.number)
    case .object, .function: register.place < values.count ? values[register.place] : .nothing
    }
  }

  private func place(_ value: Value, _ box: Box) -> Register {
    if box.slot >= 0, holds(box) { return Register(bits: UInt64(box.slot), tag: .object) }
    newcomers += 1
    newBytes += box.byteSize
    let index: Int
    if let reused = free.popLast() {
      index = Int(reused)
      values[index] = value
    } else {
      index = values.count
      values.append(value)
      marks.append(false)
      if index == capacity { grow() }
    }
    records[index] = FunctionRecord()
    box.slot = Int32(truncatingIfNeeded: index)
    return Register(bits: UInt64(index), tag: .object)
  }

  private func holds(_ box: Box) -> Bool {
    let index = Int(box.slot)
    guard index < values.count else { return false }
    return values[index].box === box
  }

  private func grow() {
    let larger = capacity * 2
    let moved = UnsafeMutablePointer<FunctionRecord>.allocate(capacity: larger)
    moved.moveInitialize(from: records, count: capacity)
    (moved + capacity).initialize(repeating: FunctionRecord(), count: capacity)
    records.deallocate()
    recordsHome.pointee = moved
    capacity = larger
  }

  /// Lays out what calls of a written function need, so that they do not have to look at the object. Done at the first call, one
  /// function at a time: captured functions of captured functions may be many.
  func prepareIfNeeded(_ index: Int) {
    guard index < values.count, records[index].parameterCount < 0 else { return }
    prepare(index)
  }

  private func prepare(_ index: Int) {
    guard case .function(let function) = values[index], case .written(let code, let captures) = function.kind else {
      return
    }
    var record = FunctionRecord()
    record.entry = code.entry
    record.quickEntry = code.quickEntry
    record.parameterCount = Int32(code.parameterCount)
    record.registerCount = Int32(code.registerCount)
    record.constants = code.constantBase
    record.code = Unmanaged.passUnretained(code)
    record.captureCount = Int32(captures.count)
    if !captures.isEmpty {
      // Captured values are placed one by one: the table may move while it grows, the new memory does not.
      let memory = UnsafeMutablePointer<Register>.allocate(capacity: captures.count)
      for (offset, value) in captures.enumerated() { (memory + offset).initialize(to: register(value)) }
      record.captures = memory
    }
    records[index] = record
  }

  // MARK: Collection

  /// Takes away every value that no root refers to. `roots` calls back with stretches of registers.
  func collect(_ roots: ((UnsafeMutableBufferPointer<Register>) -> Void) -> Void) {
    for index in marks.indices { marks[index] = false }
    var pending: [Int] = []
    func mark(_ register: Register) {
      guard register.isObject, register.place < marks.count, !marks[register.place] else { return }
      marks[register.place] = true
      if register.tag == .function { pending.append(register.place) }
    }
    roots { stretch in for register in stretch { mark(register) } }
    while let index = pending.popLast() {
      guard let captures = records[index].captures else { continue }
      for offset in 0..<Int(records[index].captureCount) { mark(captures[offset]) }
    }
    kept = 0
    keptBytes = 0
    var counted: Set<ObjectIdentifier> = []
    for index in values.indices {
      if marks[index] {
        kept += 1
        keptBytes += ObjectTable.bytes(of: values[index], &counted)
        continue
      }
      if case .nothing = values[index] { continue }
      records[index].captures?.deallocate()
      records[index].captures = nil
      values[index] = .nothing
      free.append(Int32(truncatingIfNeeded: index))
    }
    newcomers = 0
    newBytes = 0
  }

  /// What a value and everything inside it hold; what was counted already is not counted again.
  private static func bytes(of value: Value, _ counted: inout Set<ObjectIdentifier>) -> Int {
    guard let box = value.box else { return 0 }
    switch value {
    case .tuple, .model, .function: break
    default: return box.byteSize
    }
    var total = 0
    var open = [value]
    while let next = open.popLast() {
      guard let box = next.box else { continue }
      total += box.byteSize
      switch next {
      case .tuple(let tuple): if counted.insert(ObjectIdentifier(box)).inserted { open += tuple.elements }
      case .model(let model): if counted.insert(ObjectIdentifier(box)).inserted { open += model.held }
      case .function(let function): if counted.insert(ObjectIdentifier(box)).inserted { open += function.held }
      default: continue
      }
    }
    return total
  }

  /// The tensors that are recorded and not computed, wherever they are inside the values held.
  func pendingTensors() -> [TensorValue] { ObjectTable.pendingTensors(in: values) }

  /// The tensors inside some values that are recorded and not computed.
  static func pendingTensors(in values: some Sequence<Value>) -> [TensorValue] {
    var found: [TensorValue] = []
    var seen: Set<ObjectIdentifier> = []
    var open: [Value] = []
    for value in values {
      if case .nothing = value { continue }
      open.append(value)
      while let next = open.popLast() {
        switch next {
        case .tensor(let tensor):
          if tensor.isPending, seen.insert(ObjectIdentifier(tensor)).inserted { found.append(tensor) }
        case .tuple(let tuple): if seen.insert(ObjectIdentifier(tuple)).inserted { open += tuple.elements }
        case .model(let model): if seen.insert(ObjectIdentifier(model)).inserted { open += model.held }
        case .function(let function): if seen.insert(ObjectIdentifier(function)).inserted { open += function.held }
        case .host(let host): if seen.insert(ObjectIdentifier(host)).inserted { open += host.held }
        case .nothing, .number, .truth, .text, .range, .cell, .series, .optimizer: continue
        }
      }
    }
    return found
  }
}

extension Value {
  /// The object behind it, if there is one.
  package var box: Box? {
    switch self {
    case .nothing, .number, .truth: nil
    case .optimizer(let box): box
    case .text(let box): box
    case .tensor(let box): box
    case .tuple(let box): box
    case .range(let box): box
    case .function(let box): box
    case .model(let box): box
    case .cell(let box): box
    case .series(let box): box
    case .host(let box): box
    }
  }
}
