// The run loop: loops of numbers never leave it; everything else goes through `slow`.
import Diagnostics
import TensorKit

extension Machine {
  /// Runs code whose registers begin at `base` until its frame gives back a value.
  func execute(
    _ code: Unmanaged<FunctionCode>, from entry: UnsafePointer<Instruction>, at base: UnsafeMutablePointer<Register>,
    captures: UnsafeMutablePointer<Register>?
  ) throws -> Register {
    let state = memory.state
    guard state.pointee.frame < state.pointee.lastFrame else { throw Stop.depth }
    guard state.pointee.nesting < Machine.deepestNesting else { throw Stop.depth }
    state.pointee.nesting += 1
    let firstFrame = state.pointee.frame
    let firstTop = state.pointee.stackTop
    defer {
      state.pointee.nesting -= 1
      state.pointee.frame = firstFrame
      state.pointee.stackTop = firstTop
    }
    let (constants, registers) = code._withUnsafeGuaranteedRef { ($0.constantBase, $0.registerCount) }
    guard base + registers < state.pointee.stackEnd else { throw Stop.depth }
    state.pointee.frame.initialize(
      to: Frame(
        pc: entry, fp: base, code: code, captures: captures, constants: constants, destination: 0, isEntry: true))
    state.pointee.frame += 1
    var window = Window(pc: entry, fp: base, code: code, captures: captures, constants: constants)
    do {
      return try loop(&window)
    } catch let error as Diagnostic {
      throw passedOn(error, in: window)
    } catch {
      throw diagnose(error, in: window)
    }
  }

  private func loop(_ window: inout Window) throws -> Register {
    let state = memory.state
    let recordsHome = table.recordsHome
    let globalsHome = globals.home
    var pc = window.pc
    var fp = window.fp
    var constants = window.constants

    while true {
      let i = pc.pointee
      pc += 1
      switch i.op {
      case .move: fp[Int(i.a)] = fp[Int(i.b)]
      case .constant: fp[Int(i.a)] = constants[i.wide]
      case .loadGlobal: fp[Int(i.a)] = globalsHome.pointee[i.wide]
      case .storeGlobal: globalsHome.pointee[i.wide] = fp[Int(i.a)]
      case .loadCapture:
        if let captures = window.captures { fp[Int(i.a)] = captures[Int(i.b)] }
      case .loadSelf: fp[Int(i.a)] = fp[-1]

      case .add:
        let (x, y) = (fp[Int(i.b)], fp[Int(i.c)])
        if x.tag == .whole && y.tag == .whole {
          fp[Int(i.a)] = Register(sum: x.whole &+ y.whole)
        } else if x.tag == .number && y.isPlain {
          fp[Int(i.a)] = Register(number: x.number + y.plain)
        } else {
          fp[Int(i.a)] = try arithmetic(.add, x, y, pc, fp, &window)
        }
      case .addConstant:
        let (x, y) = (fp[Int(i.b)], constants[Int(i.c)])
        if x.tag == .whole && y.tag == .whole {
          fp[Int(i.a)] = Register(sum: x.whole &+ y.whole)
        } else if x.tag == .number && y.isPlain {
          fp[Int(i.a)] = Register(number: x.number + y.plain)
        } else {
          fp[Int(i.a)] = try arithmetic(.add, x, y, pc, fp, &window)
        }
      case .subtract:
        let (x, y) = (fp[Int(i.b)], fp[Int(i.c)])
        if x.tag == .whole && y.tag == .whole {
          fp[Int(i.a)] = Register(sum: x.whole &- y.whole)
        } else if x.tag == .number && y.isPlain {
          fp[Int(i.a)] = Register(number: x.number - y.plain)
        } else {
          fp[Int(i.a)] = try arithmetic(.subtract, x, y, pc, fp, &window)
        }
      case .subtractConstant:
        let (x, y) = (fp[Int(i.b)], constants[Int(i.c)])
        if x.tag == .whole && y.tag == .whole {
          fp[Int(i.a)] = Register(sum: x.whole &- y.whole)
        } else if x.tag == .number && y.isPlain {
          fp[Int(i.a)] = Register(number: x.number - y.plain)
        } else {
          fp[Int(i.a)] = try arithmetic(.subtract, x, y, pc, fp, &window)
        }
      case .multiply:
        let (x, y) = (fp[Int(i.b)], fp[Int(i.c)])
        if x.tag == .whole && y.tag == .whole {
          let (product, overflow) = x.whole.multipliedReportingOverflow(by: y.whole)
          if _fastPath(!overflow) {
            fp[Int(i.a)] = Register(sum: product)
          } else {
            fp[Int(i.a)] = try arithmetic(.multiply, x, y, pc, fp, &window)
          }
        } else if x.tag == .number && y.isPlain {
          fp[Int(i.a)] = Register(number: x.number * y.plain)
        } else {
          fp[Int(i.a)] = try arithmetic(.multiply, x, y, pc, fp, &window)
        }
      case .multiplyConstant:
        let (x, y) = (fp[Int(i.b)], constants[Int(i.c)])
        if x.tag == .whole && y.tag == .whole {
          let (product, overflow) = x.whole.multipliedReportingOverflow(by: y.whole)
          if _fastPath(!overflow) {
            fp[Int(i.a)] = Register(sum: product)
          } else {
            fp[Int(i.a)] = try arithmetic(.multiply, x, y, pc, fp, &window)
          }
        } else if x.tag == .number && y.isPlain {
          fp[Int(i.a)] = Register(number: x.number * y.plain)
        } else {
          fp[Int(i.a)] = try arithmetic(.multiply, x, y, pc, fp, &window)
        }
      case .multiplyThenAdd:
        let (x, y) = (fp[Int(i.b)], fp[Int(i.c)])
        let next = pc.pointee
        let z = fp[Int(next.c)]
        if x.tag == .number && y.tag == .number && z.tag == .number {
          fp[Int(next.a)] = Register(number: x.number * y.number + z.number)
          pc += 1
          continue
        } else if x.tag == .whole && y.tag == .whole && z.tag == .whole {
          let (product, overflow) = x.whole.multipliedReportingOverflow(by: y.whole)
          if !overflow, let sum = Register.whole(product, plus: z.whole) {
            fp[Int(next.a)] = sum
            pc += 1
            continue
          }
        }
        fp[Int(i.a)] = try arithmetic(.multiply, x, y, pc, fp, &window)
      case .subtractThenAdd:
        let (x, y) = (fp[Int(i.b)], fp[Int(i.c)])
        let next = pc.pointee
        let z = fp[Int(next.c)]
        if x.tag == .number && y.tag == .number && z.tag == .number {
          fp[Int(next.a)] = Register(number: x.number - y.number + z.number)
          pc += 1
          continue
        } else if x.tag == .whole && y.tag == .whole && z.tag == .whole {
          if let sum = Register.whole(x.whole &- y.whole, plus: z.whole) {
            fp[Int(next.a)] = sum
            pc += 1
            continue
          }
        }
        fp[Int(i.a)] = try arithmetic(.subtract, x, y, pc, fp, &window)
      case .divide:
        let x = fp[Int(i.b)]
        let y = fp[Int(i.c)]
        if x.isPlain && y.isPlain {
          fp[Int(i.a)] = Register(number: x.plain / y.plain)
        } else {
          fp[Int(i.a)] = try arithmetic(.divide, x, y, pc, fp, &window)
        }
      case .divideConstant:
        let x = fp[Int(i.b)]
        let y = constants[Int(i.c)]
        if x.isPlain && y.isPlain {
          fp[Int(i.a)] = Register(number: x.plain / y.plain)
        } else {
          fp[Int(i.a)] = try arithmetic(.divide, x, y, pc, fp, &window)
        }
      case .mod:
        let x = fp[Int(i.b)]
        let y = fp[Int(i.c)]
        if x.tag == .whole && y.tag == .whole && y.whole > 0 {
          let rest = x.whole % y.whole
          fp[Int(i.a)] = Register(whole: rest < 0 ? rest &+ y.whole : rest)
        } else {
          fp[Int(i.a)] = try arithmetic(.mod, x, y, pc, fp, &window)
        }
      case .modConstant:
        let x = fp[Int(i.b)]
        let y = constants[Int(i.c)]
        if x.tag == .whole && y.tag == .whole && y.whole > 0 {
          let rest = x.whole % y.whole
          fp[Int(i.a)] = Register(whole: rest < 0 ? rest &+ y.whole : rest)
        } else {
          fp[Int(i.a)] = try arithmetic(.mod, x, y, pc, fp, &window)
        }
      case .negate:
        let x = fp[Int(i.b)]
        if x.tag == .whole && x.whole != 0 {
          fp[Int(i.a)] = Register(whole: 0 &- x.whole)
        } else if let a = x.double {
          fp[Int(i.a)] = Register(number: -a)
        } else {
          window.pc = pc
          window.fp = fp
          try slow(i, window)
        }

      case .less, .lessEqual, .greater, .greaterEqual, .equal, .notEqual:
        let x = fp[Int(i.b)]
        let y = fp[Int(i.c)]
        if let a = x.double, let b = y.double {
          fp[Int(i.a)] = Register(truth: Machine.holds(i.op, a, b))
        } else {
          window.pc = pc
          window.fp = fp
          try slow(i, window)
        }
      case .testLess:
        let (x, y) = (fp[Int(i.a)], fp[Int(i.b)])
        let isTrue = try Machine.decided(x, y, <, <) ?? test(.less, x, y, pc, fp, &window)
        pc += isTrue ? 1 : pc.pointee.wide + 1
      case .testLessConstant:
        let (x, y) = (fp[Int(i.a)], constants[Int(i.b)])
        let isTrue = try Machine.decided(x, y, <, <) ?? test(.less, x, y, pc, fp, &window)
        pc += isTrue ? 1 : pc.pointee.wide + 1
      case .testLessEqual:
        let (x, y) = (fp[Int(i.a)], fp[Int(i.b)])
        let isTrue = try Machine.decided(x, y, <=, <=) ?? test(.lessEqual, x, y, pc, fp, &window)
        pc += isTrue ? 1 : pc.pointee.wide + 1
      case .testLessEqualConstant:
        let (x, y) = (fp[Int(i.a)], constants[Int(i.b)])
        let isTrue = try Machine.decided(x, y, <=, <=) ?? test(.lessEqual, x, y, pc, fp, &window)
        pc += isTrue ? 1 : pc.pointee.wide + 1
      case .testGreater:
        let (x, y) = (fp[Int(i.a)], fp[Int(i.b)])
        let isTrue = try Machine.decided(x, y, >, >) ?? test(.greater, x, y, pc, fp, &window)
        pc += isTrue ? 1 : pc.pointee.wide + 1
      case .testGreaterConstant:
        let (x, y) = (fp[Int(i.a)], constants[Int(i.b)])
        let isTrue = try Machine.decided(x, y, >, >) ?? test(.greater, x, y, pc, fp, &window)
        pc += isTrue ? 1 : pc.pointee.wide + 1
      case .testGreaterEqual:
        let (x, y) = (fp[Int(i.a)], fp[Int(i.b)])
        let isTrue = try Machine.decided(x, y, >=, >=) ?? test(.greaterEqual, x, y, pc, fp, &window)
        pc += isTrue ? 1 : pc.pointee.wide + 1
      case .testGreaterEqualConstant:
        let (x, y) = (fp[Int(i.a)], constants[Int(i.b)])
        let isTrue = try Machine.decided(x, y, >=, >=) ?? test(.greaterEqual, x, y, pc, fp, &window)
        pc += isTrue ? 1 : pc.pointee.wide + 1
      case .testEqual:
        let (x, y) = (fp[Int(i.a)], fp[Int(i.b)])
        let isTrue = try Machine.decided(x, y, ==, ==) ?? test(.equal, x, y, pc, fp, &window)
        pc += isTrue ? 1 : pc.pointee.wide + 1
      case .testEqualConstant:
        let (x, y) = (fp[Int(i.a)], constants[Int(i.b)])
        let isTrue = try Machine.decided(x, y, ==, ==) ?? test(.equal, x, y, pc, fp, &window)
        pc += isTrue ? 1 : pc.pointee.wide + 1
      case .testNotEqual:
        let (x, y) = (fp[Int(i.a)], fp[Int(i.b)])
        let isTrue = try Machine.decided(x, y, !=, !=) ?? test(.notEqual, x, y, pc, fp, &window)
        pc += isTrue ? 1 : pc.pointee.wide + 1
      case .testNotEqualConstant:
        let (x, y) = (fp[Int(i.a)], constants[Int(i.b)])
        let isTrue = try Machine.decided(x, y, !=, !=) ?? test(.notEqual, x, y, pc, fp, &window)
        pc += isTrue ? 1 : pc.pointee.wide + 1
      case .jump: pc += i.wide
      case .jumpUnless:
        let x = fp[Int(i.a)]
        let isTrue: Bool
        if x.tag == .truth {
          isTrue = x.truth
        } else {
          window.pc = pc
          window.fp = fp
          isTrue = try condition(x, window)
        }
        if !isTrue { pc += i.wide }

      case .forStart:
        // The word behind leads out of the loop.
        let loop = fp + Int(i.a)
        loop[0] = Register(whole: 0)
        if loop[1].whole > 0 {
          fp[Int(i.b)] = loop[2].tag == .whole ? loop[2] : try element(0, of: loop, pc, fp, &window)
          pc += 1
        } else {
          pc += pc.pointee.wide + 1
        }
      case .forNext:
        // The word behind leads back into the loop.
        let loop = fp + Int(i.a)
        let index = loop[0].whole &+ 1
        loop[0].bits = UInt64(bitPattern: Int64(index))
        if index < loop[1].whole {
          if loop[2].tag == .whole {
            fp[Int(i.b)] = Register(whole: loop[2].whole &+ index &* loop[3].whole)
          } else {
            fp[Int(i.b)] = try element(index, of: loop, pc, fp, &window)
          }
          pc += pc.pointee.wide + 1
        } else {
          pc += 1
        }
        state.pointee.fuel &-= 1
        if state.pointee.fuel <= 0 {
          window.pc = pc
          window.fp = fp
          try poll(window)
        }
      case .loopBack:
        fp[Int(i.a)].bits &+= 1
        pc += i.wide
        state.pointee.fuel &-= 1
        if state.pointee.fuel <= 0 {
          window.pc = pc
          window.fp = fp
          try poll(window)
        }

      case .call, .callLabelled:
        let base = fp + Int(i.b)
        let callee = base.pointee
        var record = recordsHome.pointee + (callee.tag == .function ? callee.place : 0)
        var isQuick = true
        if i.op == .callLabelled || callee.tag != .function || record.pointee.parameterCount != Int32(i.c) {
          window.pc = pc
          window.fp = fp
          if i.op == .callLabelled { pc += 1 }
          guard try prepareCall(i, window) else { continue }
          record = recordsHome.pointee + base.pointee.place
          isQuick = false
        }
        guard let quick = record.pointee.quickEntry, let entry = record.pointee.entry, let code = record.pointee.code,
          let own = record.pointee.constants
        else { continue }
        let next = base + 1
        guard state.pointee.frame < state.pointee.lastFrame,
          next + Int(record.pointee.registerCount) < state.pointee.stackEnd
        else {
          window.pc = pc
          window.fp = fp
          throw Stop.depth
        }
        state.pointee.frame.initialize(
          to: Frame(
            pc: pc, fp: fp, code: window.code, captures: window.captures, constants: constants,
            destination: Int32(i.a), isEntry: false))
        state.pointee.frame += 1
        fp = next
        pc = isQuick ? quick : entry
        constants = own
        window.code = code
        window.captures = record.pointee.captures
        window.constants = constants
        state.pointee.fuel &-= 1
        if state.pointee.fuel <= 0 {
          window.pc = pc
          window.fp = fp
          try poll(window)
        }

      case .returnValue:
        let value = fp[Int(i.a)]
        state.pointee.frame -= 1
        let frame = state.pointee.frame
        if frame.pointee.isEntry { return value }
        pc = frame.pointee.pc
        fp = frame.pointee.fp
        window.code = frame.pointee.code
        window.captures = frame.pointee.captures
        constants = frame.pointee.constants
        window.constants = constants
        fp[Int(frame.pointee.destination)] = value

      case .collect:
        let x = fp[Int(i.a)]
        if x.isPlain, let collector = collectors.last, collector.take(x.plain) { continue }
        window.pc = pc
        window.fp = fp
        try slow(i, window)

      // Every other one by name: without a default the jump needs no test of its bounds.
      case .forPrepareRange, .forPrepare, .not, .root, .norm, .gradient, .power, .matmul, .compose, .chain,
        .shortAnd, .shortOr, .logicalAnd, .logicalOr, .closure, .tuple, .tensor, .range, .index, .member, .text,
        .unpack, .parameterStandard, .checkShape, .makeModel, .makeCell, .define, .learnBegin, .learnEnd,
        .togetherBegin, .togetherEnd, .update, .record, .print, .show, .examine, .hole,
        .collectBegin, .collectEnd:
        window.pc = pc
        window.fp = fp
        pc += try slow(i, window)
      }
    }
  }

  /// Whether a test of two numbers holds; nil where there is more to it.
  @inline(__always) private static func decided(
    _ x: Register, _ y: Register, _ whole: (Int, Int) -> Bool, _ number: (Double, Double) -> Bool
  ) -> Bool? {
    guard x.tag == y.tag else { return nil }
    if x.tag == .whole { return whole(x.whole, y.whole) }
    if x.tag == .number { return number(x.number, y.number) }
    return nil
  }

  /// Whether a comparison of two numbers holds.
  @inline(__always) private static func holds(_ op: Opcode, _ a: Double, _ b: Double) -> Bool {
    switch op {
    case .less: a < b
    case .lessEqual: a <= b
    case .greater: a > b
    case .greaterEqual: a >= b
    case .equal: a == b
    default: a != b
    }
  }

  /// How many run loops may be inside each other: each takes some of the thread's stack.
  static let deepestNesting = 200
}
