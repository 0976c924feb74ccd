// The first digits of a number, and where its point stands.

/// A finite number rounded to so many digits, without zeros at the end.
struct Digits {
  private let isNegative: Bool
  /// The digits as characters, the first one before the point; `0` alone for zero.
  private let digits: [UInt8]
  /// The power of ten of the first digit.
  let exponent: Int

  init(_ value: Double, _ count: Int) {
    isNegative = value < 0
    var digits: [UInt8] = []
    var exponent = 0
    var sign = 1
    var isExponent = false
    for byte in Display.print(value, "e", max(0, count - 1)).utf8 {
      switch byte {
      case UInt8(ascii: "e"): isExponent = true
      case UInt8(ascii: "-"): if isExponent { sign = -1 }
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if isExponent { exponent = exponent * 10 + Int(byte - UInt8(ascii: "0")) } else { digits.append(byte) }
      default: continue
      }
    }
    while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
    self.digits = digits.isEmpty ? [UInt8(ascii: "0")] : digits
    self.exponent = sign * exponent
  }

  /// How many digits stand behind the point.
  var decimals: Int { max(0, digits.count - 1 - exponent) }

  /// The number as a mathematician writes it: with an exponent where it is very small or has more digits before the
  /// point than
  /// are known.
  func text(mostBeforePoint: Int) -> String {
    var bytes: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
    let zero = UInt8(ascii: "0")
    let point = UInt8(ascii: ".")
    if exponent < -4 || exponent >= mostBeforePoint {
      bytes.append(digits[0])
      if digits.count > 1 { bytes += [point] + digits[1...] }
      return String(decoding: bytes, as: UTF8.self) + "e\(exponent)"
    }
    if exponent < 0 {
      bytes += [zero, point] + [UInt8](repeating: zero, count: -exponent - 1) + digits
    } else {
      let whole = min(digits.count, exponent + 1)
      bytes += digits[..<whole] + [UInt8](repeating: zero, count: exponent + 1 - whole)
      if whole < digits.count { bytes += [point] + digits[whole...] }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
