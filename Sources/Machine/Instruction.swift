// The machine's instructions: eight bytes each.
import Diagnostics

/// One instruction: what to do, and up to three registers or small numbers. Some are followed by a word of further data.
struct Instruction: BitwiseCopyable {
  var op: Opcode
  var a: UInt16
  var b: UInt16
  var c: UInt16

  init(_ op: Opcode, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0) {
    self.op = op
    self.a = UInt16(truncatingIfNeeded: a)
    self.b = UInt16(truncatingIfNeeded: b)
    self.c = UInt16(truncatingIfNeeded: c)
  }

  /// An instruction with a register and a number of 32 bits, such as a jump's distance.
  init(_ op: Opcode, _ a: Int, wide: Int) {
    self.op = op
    self.a = UInt16(truncatingIfNeeded: a)
    let bits = UInt32(truncatingIfNeeded: wide)
    b = UInt16(truncatingIfNeeded: bits)
    c = UInt16(truncatingIfNeeded: bits >> 16)
  }

  /// The number of 32 bits.
  @inline(__always) var wide: Int { Int(Int32(bitPattern: UInt32(b) | UInt32(c) << 16)) }
}
