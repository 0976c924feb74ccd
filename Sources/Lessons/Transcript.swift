// What a lesson's run prints, as it is kept beside the lesson: the same on every processor.

/// Texts of whole runs.
///
/// Processors round differently in the last digits, and learning makes that larger. So in a transcript
/// - a decimal number (with a point or an exponent) has three significant digits;
/// - one that is smaller than 10⁻⁹ is 0: it is rounding;
/// - whole numbers stay: they count something.
/// Two transcripts agree if they say the same, numbers may be one apart in the third digit, and blanks do not count.
package enum Transcript {
  /// The text with its numbers rounded.
  package static func rounded(_ text: String) -> String {
    Piece.all(in: text).map { piece in
      switch piece {
      case .text(let text): text
      case .number(let text, let value, let isWhole): isWhole ? text : rounded(value)
      }
    }.joined()
  }

  /// The first line of a fresh transcript, counted from 1, that does not say what the recorded one says there, and what they say; nil
  /// if they agree.
  package static func difference(
    recorded: String, fresh: String
  ) -> (line: Int, recorded: String, fresh: String)? {
    let (old, new) = (words(recorded), words(fresh))
    for place in 0..<max(old.count, new.count) {
      let (a, b) = (place < old.count ? old[place] : nil, place < new.count ? new[place] : nil)
      if let a, let b, agree(a.pieces, b.pieces) { continue }
      return (b?.line ?? new.last?.line ?? 1, a?.text ?? "", b?.text ?? "")
    }
    return nil
  }

  /// What to keep of a fresh run: lines that agree with the recorded ones stay as they were, so that a change shows alone.
  package static func renewed(_ recorded: String, with fresh: String) -> String {
    let old = recorded.split(separator: "\n", omittingEmptySubsequences: false)
    let new = rounded(fresh).split(separator: "\n", omittingEmptySubsequences: false)
    guard old.count == new.count else { return new.joined(separator: "\n") }
    return zip(old, new).map { old, new in
      difference(recorded: String(old), fresh: String(new)) == nil ? old : new
    }.joined(separator: "\n")
  }

  // MARK: Comparing

  /// A stretch without blanks, in pieces.
  private struct Word {
    let text: String
    let line: Int
    let pieces: [Piece]
  }

  private static func words(_ text: String) -> [Word] {
    var words: [Word] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      for word in line.split(separator: " ") {
        // Lines of tables are as long as their columns are wide.
        if word.allSatisfy({ "─-━┼┬┴├┤".contains($0) }) && word.count > 1 { continue }
        words.append(Word(text: String(word), line: number + 1, pieces: Piece.all(in: String(word))))
      }
    }
    return words
  }

  private static func agree(_ a: [Piece], _ b: [Piece]) -> Bool {
    a.count == b.count
      && zip(a, b).allSatisfy { pair in
        switch pair {
        case (.text(let a), .text(let b)): a == b
        case (.number(_, let a, true), .number(_, let b, true)): a == b
        case (.number(_, let a, _), .number(_, let b, _)): agree(a, b)
        default: false
        }
      }
  }

  private static func agree(_ a: Double, _ b: Double) -> Bool {
    let larger = max(abs(a), abs(b))
    if larger < negligible || a == b { return true }
    guard larger.isFinite else { return false }
    // Rounding both to three digits may move them apart by another unit's half.
    return abs(a - b) <= 1.01 * power(exponent(larger) - 2)
  }

  // MARK: Numbers

  private static let negligible = 1e-9

  private static func rounded(_ value: Double) -> String {
    if abs(value) < negligible { return "0" }
    guard value.isFinite else { return "\(value)" }
    let exponent = exponent(abs(value))
    if exponent < -3 || exponent > 8 {
      let digits = (abs(value) / power(exponent - 2)).rounded()
      let (head, shift) = digits >= 1_000 ? (100, 1) : (Int(digits), 0)
      let fraction = String(head % 100)
      let mantissa = "\(head / 100)." + String(repeating: "0", count: 2 - fraction.count) + fraction
      return (value < 0 ? "-" : "") + mantissa + "e\(exponent + shift)"
    }
    return fixed(value, decimals: max(0, 2 - exponent))
  }

  /// A number with so many digits behind the point.
  private static func fixed(_ value: Double, decimals: Int) -> String {
    let scale = power(decimals)
    let whole = Int((abs(value) * scale).rounded())
    let digits = String(whole)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let sign = value < 0 ? "-" : ""
    return decimals == 0 ? sign + digits : "\(sign)\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
  }

  /// The power of ten of the first digit.
  private static func exponent(_ value: Double) -> Int {
    var exponent = 0
    var rest = value
    while rest >= 10, exponent < 400 { (rest, exponent) = (rest / 10, exponent + 1) }
    while rest < 1, rest > 0, exponent > -400 { (rest, exponent) = (rest * 10, exponent - 1) }
    return exponent
  }

  private static func power(_ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<abs(exponent) { result *= 10 }
    return exponent < 0 ? 1 / result : result
  }
}

/// A number of a transcript, or what stands between two of them.
private enum Piece {
  case text(String)
  case number(String, Double, isWhole: Bool)

  static func all(in text: String) -> [Piece] {
    let bytes = Array(text.utf8)
    var pieces: [Piece] = []
    var start = 0
    var place = 0
    func flush(_ end: Int) {
      if start < end { pieces.append(.text(String(decoding: bytes[start..<end], as: UTF8.self))) }
    }
    while place < bytes.count {
      guard let end = number(in: bytes, at: place), !continuesWord(bytes, place) else {
        place += 1
        continue
      }
      var first = place
      // A minus that stands for itself belongs to the number.
      if first > start, bytes[first - 1] == UInt8(ascii: "-"), !continuesWord(bytes, first - 1) { first -= 1 }
      flush(first)
      let written = String(decoding: bytes[first..<end], as: UTF8.self)
      let isWhole = !written.contains { ".eE".contains($0) }
      pieces.append(.number(written, Double(written) ?? 0, isWhole: isWhole))
      (start, place) = (end, end)
    }
    flush(bytes.count)
    return pieces
  }

  /// Where a number ends that begins here: digits, perhaps with a point and an exponent.
  private static func number(in bytes: [UInt8], at start: Int) -> Int? {
    var end = start
    func isDigit(_ place: Int) -> Bool { place < bytes.count && (48...57).contains(bytes[place]) }
    guard isDigit(end) else { return nil }
    while isDigit(end) { end += 1 }
    if end < bytes.count, bytes[end] == UInt8(ascii: "."), isDigit(end + 1) {
      end += 1
      while isDigit(end) { end += 1 }
    }
    if end < bytes.count, bytes[end] | 32 == UInt8(ascii: "e") {
      let hasSign = end + 1 < bytes.count && (bytes[end + 1] == 43 || bytes[end + 1] == 45)
      var last = end + (hasSign ? 2 : 1)
      if isDigit(last) {
        while isDigit(last) { last += 1 }
        end = last
      }
    }
    return end
  }

  /// Whether what stands before belongs to the same word: `x1`, `E0401`, `2.1.3`.
  private static func continuesWord(_ bytes: [UInt8], _ place: Int) -> Bool {
    guard place > 0 else { return false }
    let before = bytes[place - 1]
    let isLetter = (97...122).contains(before | 32) || (48...57).contains(before) || before == 95 || before == 46
    // Letters beyond ASCII, such as θ1; what most signs are made of begins with E2.
    guard before >= 0x80 else { return isLetter }
    var lead = place - 1
    while lead > 0, bytes[lead] & 0xC0 == 0x80 { lead -= 1 }
    return bytes[lead] != 0xE2 && bytes[lead] != 0xC2
  }
}
