// Numbers as reports print them: few digits, no padding, an exponent only where it helps.
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

enum Figures {
  /// A number with this many significant digits.
  static func text(_ value: Double, digits: Int) -> String {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    if value == 0 { return "0" }
    var exponent = Int(log10(abs(value)).rounded(.down))
    guard exponent >= -4 && exponent < max(digits, 7) else { return scientific(value, digits, exponent) }
    // Rounding may carry into the next power of ten.
    var decimals = max(0, digits - 1 - exponent)
    let rounded = fixed(value, decimals)
    if let size = Double(rounded).map({ abs($0) }), size > 0 { exponent = Int(log10(size).rounded(.down)) }
    decimals = max(0, digits - 1 - exponent)
    return trimmed(fixed(value, decimals))
  }

  private static func scientific(_ value: Double, _ digits: Int, _ exponent: Int) -> String {
    // Dividing in two steps keeps the smallest numbers from becoming infinite.
    let half = exponent / 2
    var mantissa = value / pow(10, Double(half)) / pow(10, Double(exponent - half))
    var exponent = exponent
    if abs(Double(fixed(mantissa, digits - 1)) ?? mantissa) >= 10 {
      mantissa /= 10
      exponent += 1
    }
    return trimmed(fixed(mantissa, digits - 1)) + "e" + String(exponent)
  }

  private static func fixed(_ value: Double, _ decimals: Int) -> String {
    let scale = pow(10, Double(decimals))
    let whole = (abs(value) * scale).rounded()
    guard whole < 9e15 else { return "\(value)" }
    var digits = String(Int(whole))
    if decimals > 0 {
      if digits.count <= decimals { digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits }
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -decimals))
    }
    return (value < 0 && whole > 0 ? "-" : "") + digits
  }

  private static func trimmed(_ text: String) -> String {
    guard text.contains("."), !text.contains("e") else { return text }
    var text = text
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }
}
