// Estimates as text: as many digits as the error lets one believe.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension Page {
  /// A mean with its error, in the page's format if it has one.
  func estimate(_ value: Double, _ error: Double, isSingle: Bool) throws -> String {
    guard format != nil else { return display.estimate(value, error, isSingle: isSingle) }
    return "\(try number(value, isSingle: isSingle)) \(display.plusMinus) \(try number(error, isSingle: isSingle))"
  }
}

extension Display {
  var plusMinus: String { isPlain ? "+/-" : "±" }

  /// A mean with its error: the error to one digit, or two if it begins with 1, and the mean as far as that: `0.53 ± 0.01`.
  package func estimate(_ value: Double, _ error: Double, isSingle: Bool = false) -> String {
    // Below the steps between neighbouring numbers an error is only what rounding left.
    let step = abs(value) * (isSingle ? Double(Float.ulpOfOne) : .ulpOfOne)
    let error = error < step && error.isFinite ? 0 : error
    guard value.isFinite, error.isFinite, error > 0 else {
      return "\(number(value, isSingle: isSingle)) \(plusMinus) \(number(error))"
    }
    let digits = Display.errorDigits(error)
    let last = Digits(error, digits).exponent - (digits - 1)
    let first = Digits(max(abs(value), error), significant).exponent
    guard first - last <= 12 else {
      // The error lies beyond what one reads a number to.
      return "\(number(value, isSingle: isSingle)) \(plusMinus) \(Digits(error, 1).text(mostBeforePoint: 6))"
    }
    guard first < -4 || first >= max(significant, 6) else {
      return "\(Display.fixed(value, last)) \(plusMinus) \(Display.fixed(error, last))"
    }
    let unit = pow(10, Double(first))
    guard unit.isNormal, (value / unit).isFinite else {
      return "\(number(value, isSingle: isSingle)) \(plusMinus) \(Digits(error, digits).text(mostBeforePoint: 6))"
    }
    let decimals = last - first
    return "(\(Display.fixed(value / unit, decimals)) \(plusMinus) \(Display.fixed(error / unit, decimals)))e\(first)"
  }

  /// How many digits of an error are told. A second digit that is 0 tells nothing.
  private static func errorDigits(_ error: Double) -> Int {
    let text = Array(print(error, "e", 1).utf8)
    guard text.count > 2, text[0] == UInt8(ascii: "1"), text[2] != UInt8(ascii: "0") else { return 1 }
    return 2
  }

  /// A number rounded to a power of ten.
  private static func fixed(_ value: Double, _ place: Int) -> String {
    guard place > 0 else { return withoutMinusZero(print(value, "f", -place)) }
    let unit = pow(10, Double(place))
    return withoutMinusZero(print((value / unit).rounded() * unit, "f", 0))
  }
}
