// Numbers as a mathematician writes them on an axis: 0.0002, 2·10⁵, −1.5.
import Glibc

package enum NumberText {
  package static let minus = "\u{2212}"

  /// With so many digits after the point.
  package static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return infinite(value) }
    // Numbers this large have no digits after the point, and hundreds before it.
    if abs(value) >= 1e15 { return scientific(value, digits: 6) }
    let text = plain(abs(value), decimals: min(max(decimals, 0), 20))
    let isZero = text.utf8.allSatisfy { $0 == 48 || $0 == 46 }
    return value < 0 && !isZero ? minus + text : text
  }

  /// With a power of ten: 2·10⁵, 10⁶, −1.5·10⁻⁷; `digits` count in the factor, without zeros at its end.
  package static func scientific(_ value: Double, digits: Int) -> String {
    guard value.isFinite else { return infinite(value) }
    guard value != 0 else { return "0" }
    var exponent = decade(of: abs(value))
    // Below the smallest ordinary number a power of ten is no exact number any more.
    var factor = abs(value) / powerOfTen(max(exponent, -300)) / (exponent < -300 ? powerOfTen(exponent + 300) : 1)
    var text = trimmed(plain(factor, decimals: max(0, digits - 1)))
    if text.hasPrefix("10") {
      exponent += 1
      factor /= 10
      text = trimmed(plain(factor, decimals: max(0, digits - 1)))
    }
    let power = "10" + raised(exponent)
    let sign = value < 0 ? minus : ""
    return text == "1" ? sign + power : sign + text + "·" + power
  }

  /// With as many digits as say something, in the shorter of the two ways.
  package static func brief(_ value: Double, digits: Int = 3) -> String {
    guard value.isFinite else { return infinite(value) }
    guard value != 0 else { return "0" }
    let exponent = decade(of: abs(value))
    if value.rounded() == value, abs(value) < 1e6 { return fixed(value, decimals: 0) }
    if exponent >= 5 || exponent < -4 { return scientific(value, digits: digits) }
    let text = trimmed(plain(abs(value), decimals: max(0, digits - 1 - exponent)))
    return value < 0 ? minus + text : text
  }

  /// A whole number in raised digits.
  package static func raised(_ number: Int) -> String {
    let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    let text = String(number.magnitude).utf8.map { digits[Int($0) - 48] }
    return (number < 0 ? "⁻" : "") + String(text)
  }

  /// Without zeros at the end of the part after the point.
  package static func trimmed(_ text: String) -> String {
    guard text.utf8.contains(46) else { return text }
    var text = Substring(text)
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return String(text)
  }

  private static func infinite(_ value: Double) -> String {
    value.isNaN ? "nan" : (value < 0 ? minus + "∞" : "∞")
  }

  private static func plain(_ value: Double, decimals: Int) -> String {
    var buffer = [CChar](repeating: 0, count: 384)
    let written = withVaList([Int32(decimals), value]) { vsnprintf(&buffer, buffer.count, "%.*f", $0) }
    let bytes = buffer.prefix(max(0, min(Int(written), buffer.count - 1))).map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
