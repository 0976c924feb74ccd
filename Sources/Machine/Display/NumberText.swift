// One number as text: as a mathematician writes it, or as a format asks.
import Diagnostics
import Syntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension Display {
  /// Up to this size whole numbers are written out in full: doubles below it tell neighbours apart.
  private static let largestWhole = 0x1p53
  /// The same for single precision.
  private static let largestSingleWhole = 0x1p24

  /// A number: whole ones in full, others with few digits and no zeros at the end, `1e-7`, `∞`, `NaN`.
  package func number(_ value: Double, isSingle: Bool = false) -> String {
    if let special = special(value) { return special }
    if value == value.rounded(), abs(value) <= (isSingle ? Display.largestSingleWhole : Display.largestWhole) {
      return String(Int(value))
    }
    return Digits(value, significant).text(mostBeforePoint: max(significant, 6))
  }

  /// What is not finite has names instead of digits.
  func special(_ value: Double) -> String? {
    if value.isNaN { return "NaN" }
    guard value.isInfinite else { return nil }
    return (value < 0 ? "-" : "") + (isPlain ? "inf" : "∞")
  }

  /// A finite number by one of C's formats, exponents as short as can be: `1.5e-7`.
  static func print(_ value: Double, _ style: Character, _ precision: Int, showsPlus: Bool = false) -> String {
    let precision = min(max(0, precision), 400)
    // The largest number has 309 digits before the point.
    let format = "%\(showsPlus ? "+" : "").\(precision)\(style)"
    let text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 800) { buffer -> String in
      guard let base = buffer.baseAddress else { return "" }
      let count = withVaList([value]) { vsnprintf(base, buffer.count, format, $0) }
      let bytes = UnsafeRawBufferPointer(buffer).prefix(max(0, min(Int(count), buffer.count - 1)))
      // A program that set a locale gets a comma from C.
      return String(decoding: bytes.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }, as: UTF8.self)
    }
    guard style == "e" || style == "g", let mark = text.firstIndex(of: "e") else { return text }
    let exponent = Int(text[text.index(after: mark)...]) ?? 0
    return text[..<mark] + "e" + String(exponent)
  }

  /// A number by the format after the colon of `{x:.3f}`, not yet widened.
  func number(_ value: Double, _ format: TextFormat, isSingle: Bool) throws -> String {
    let plus = format.showsPlus && !(value.sign == .minus && value != 0) && !value.isNaN ? "+" : ""
    if let special = special(value) { return plus + special + (format.style == .percent ? "%" : "") }
    switch format.style {
    case .fixed: return plus + Display.print(value, "f", format.precision ?? 6)
    case .exponent: return plus + Display.print(value, "e", format.precision ?? 6)
    case .percent:
      guard let precision = format.precision else { return plus + number(value * 100, isSingle: isSingle) + "%" }
      return plus + Display.print(value * 100, "f", precision) + "%"
    case .whole:
      guard value == value.rounded() else { throw Fault(.notWholeForFormat, ["value": .text(number(value))]) }
      return plus + Display.print(value, "f", 0)
    case .general, nil:
      guard let precision = format.precision else { return plus + number(value, isSingle: isSingle) }
      let digits = min(max(1, precision), 40)
      guard value == value.rounded(), abs(value) < pow(10, Double(min(digits, 15))) else {
        return plus + Digits(value, digits).text(mostBeforePoint: digits)
      }
      return plus + number(value)
    }
  }
}
