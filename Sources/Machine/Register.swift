// What the machine's registers hold: sixteen raw bytes, so that moving a value never counts references.
import TensorKit

/// A tagged value. Whatever does not fit into eight bytes lies in the machine's table of objects, and the register holds its place there.
struct Register: BitwiseCopyable {
  enum Tag: UInt8, BitwiseCopyable {
    case nothing
    /// An argument that was left out.
    case missing
    case truth
    /// A number that is whole and at most 2⁵³ in size: the same number as a double, worked with as an integer.
    case whole
    case number
    case object
    /// A function: an object that can be called without looking at the table of objects.
    case function
  }
  var bits: UInt64
  var tag: Tag

  @inline(__always) init(bits: UInt64, tag: Tag) {
    self.bits = bits
    self.tag = tag
  }
  @inline(__always) init(whole: Int) { self.init(bits: UInt64(bitPattern: Int64(whole)), tag: .whole) }
  @inline(__always) init(number: Double) { self.init(bits: number.bitPattern, tag: .number) }
  @inline(__always) init(truth: Bool) { self.init(bits: truth ? 1 : 0, tag: .truth) }
  static let nothing = Register(bits: 0, tag: .nothing)
  static let missing = Register(bits: 0, tag: .missing)

  @inline(__always) var whole: Int { Int(Int64(bitPattern: bits)) }
  @inline(__always) var number: Double { Double(bitPattern: bits) }
  @inline(__always) var truth: Bool { bits != 0 }
  /// The place in the table of objects.
  @inline(__always) var place: Int { Int(truncatingIfNeeded: bits) }
  @inline(__always) var isObject: Bool { tag == .object || tag == .function }

  /// The largest size of a number that is kept as a whole one: beyond it doubles leave numbers out.
  static let largestWhole = 1 << 53

  /// A number, as a whole one where it is.
  init(normalizing value: Double) {
    if let whole = Int(exactly: value), whole.magnitude <= Register.largestWhole.magnitude,
      whole != 0 || value.sign == .plus
    {
      self.init(whole: whole)
    } else {
      self.init(number: value)
    }
  }

  /// Whether it is a number.
  @inline(__always) var isPlain: Bool { tag == .number || tag == .whole }
  /// The number, of a register that is one.
  @inline(__always) var plain: Double { tag == .number ? number : Double(whole) }

  /// The number in it, if it is one.
  @inline(__always) var double: Double? {
    switch tag {
    case .whole: Double(whole)
    case .number: number
    default: nil
    }
  }
}

extension Register {
  /// A sum of two whole registers: whole where it stays within what doubles hold.
  @inline(__always) init(sum: Int) {
    if _fastPath(UInt(bitPattern: sum &+ Register.largestWhole) <= UInt(2 * Register.largestWhole)) {
      self.init(whole: sum)
    } else {
      self = Register.beyondWhole(sum)
    }
  }

  /// The sum of two whole numbers of which the first may be any, if both it and the sum stay within what doubles hold.
  @inline(__always) static func whole(_ first: Int, plus second: Int) -> Register? {
    let limit = UInt(2 * largestWhole)
    guard UInt(bitPattern: first &+ largestWhole) <= limit else { return nil }
    let sum = first &+ second
    return UInt(bitPattern: sum &+ largestWhole) <= limit ? Register(whole: sum) : nil
  }

  /// Out of line: inlined, every sum would also be converted, only to be thrown away.
  @inline(never) private static func beyondWhole(_ sum: Int) -> Register { Register(number: Double(sum)) }
}
