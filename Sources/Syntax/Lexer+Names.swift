// Names and numbers.
import Diagnostics

extension Lexer {
  /// A name or a reserved word.
  mutating func scanName() {
    let lower = index
    var text = ""
    while index < bytes.count {
      let (scalar, length) = Characters.scalar(in: bytes, at: index)
      guard text.isEmpty || Characters.continuesName(scalar) else { break }
      text.unicodeScalars.append(Characters.canonical(scalar))
      index += length
      if scalar == "∞" { break }
    }
    if let word = Word(rawValue: text) {
      add(.word(word), from: lower)
      return
    }
    while index < bytes.count {
      let (scalar, length) = Characters.scalar(in: bytes, at: index)
      guard Characters.isPrime(scalar) else { break }
      text.unicodeScalars.append(Characters.canonical(scalar))
      index += length
    }
    add(.name(text), from: lower)
  }

  /// `12`, `1.5`, `.5`, `1e-3`, `1_000`. A point must have digits after it, so that `1..3` is a range.
  mutating func scanNumber() {
    let lower = index
    scanDigits()
    if byte() == UInt8(ascii: "."), isDigit(1) {
      index += 1
      scanDigits()
    }
    if byte() | 0x20 == UInt8(ascii: "e") {
      let hasSign = byte(1) == UInt8(ascii: "-") || byte(1) == UInt8(ascii: "+")
      if isDigit(hasSign ? 2 : 1) {
        index += hasSign ? 2 : 1
        scanDigits()
      }
    }
    let digits = String(decoding: bytes[lower..<index].filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
    let value = Double(digits.hasPrefix(".") ? "0" + digits : digits) ?? 0
    if value.isInfinite { report(.numberTooLarge, lower, index) }
    add(.number(value.isFinite ? value : 0), from: lower)
    reportLonePoint(after: lower)
  }

  private func isDigit(_ offset: Int) -> Bool {
    byte(offset) >= UInt8(ascii: "0") && byte(offset) <= UInt8(ascii: "9")
  }

  /// Digits, with `_` between them.
  private mutating func scanDigits() {
    while isDigit(0) || (byte() == UInt8(ascii: "_") && isDigit(1)) { index += 1 }
  }

  /// `1.` is not a number: the point is taken for one that was meant.
  private mutating func reportLonePoint(after lower: Int) {
    guard byte() == UInt8(ascii: "."), byte(1) != UInt8(ascii: "."), !isDigit(1) else { return }
    let signs: [UInt8] = Array("*/^+-'".utf8)
    guard !signs.contains(byte(1)) else { return }
    if index + 1 < bytes.count, Characters.beginsName(Characters.scalar(in: bytes, at: index + 1).scalar) { return }
    let text = source.text(lower, index)
    index += 1
    report(.numberEndsInPoint, lower, index, ["number": .text(text)], fix: text + ".0")
  }
}
