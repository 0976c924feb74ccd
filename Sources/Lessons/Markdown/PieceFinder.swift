// Finds the formulas and values in the lines of a paragraph, beside code, prices and escaped signs.
import Diagnostics

/// Reads the lines of one paragraph, heading or row of a table.
struct PieceFinder {
  private let bytes: [UInt8]
  private let end: Int
  private let number: Int32
  private var place: Int
  /// Where runs of backticks begin, by their lengths, the last ones first.
  private var backticks: [Int: [Int]] = [:]
  /// One brace that stays open leaves the next ones without meaning.
  private var looksForValues = true
  private var looksForDisplays = true
  private(set) var pieces: [LiftedPiece] = []
  private(set) var problems: [Diagnostic] = []

  /// Finds what a stretch of a text holds. `displays` are the display formulas in it that were found before.
  static func find(
    in bytes: [UInt8], _ range: Range<Int>, displays: ArraySlice<LiftedPiece>, source: Int32
  ) -> PieceFinder {
    var finder = PieceFinder(bytes: bytes, end: range.upperBound, number: source, place: range.lowerBound)
    finder.collectBackticks()
    var rest = displays
    while finder.place < finder.end {
      if let display = rest.first, display.range.lowerBound <= finder.place {
        rest.removeFirst()
        // A formula or a value may have begun before and reach into it.
        guard display.range.lowerBound == finder.place, display.range.upperBound <= finder.end else { continue }
        finder.pieces.append(display)
        finder.place = display.range.upperBound
      } else {
        finder.step()
      }
    }
    return finder
  }

  private init(bytes: [UInt8], end: Int, number: Int32, place: Int) {
    (self.bytes, self.end, self.number, self.place) = (bytes, end, number, place)
  }

  private func byte(at place: Int) -> UInt8 { place < end ? bytes[place] : 0 }

  private mutating func step() {
    switch byte(at: place) {
    case UInt8(ascii: "\\"): place += isPunctuation(byte(at: place + 1)) ? 2 : 1
    case UInt8(ascii: "`"): skipCode()
    case UInt8(ascii: "$"):
      if byte(at: place + 1) == UInt8(ascii: "$") { display() } else { formula() }
    case UInt8(ascii: "{") where looksForValues: value()
    default: place += 1
    }
  }

  // MARK: Code

  private mutating func collectBackticks() {
    var index = place
    while index < end {
      let start = index
      while byte(at: index) == UInt8(ascii: "`") { index += 1 }
      if index > start { backticks[index - start, default: []].append(start) } else { index += 1 }
    }
    for length in backticks.keys { backticks[length]?.reverse() }
  }

  private mutating func skipCode() {
    let start = place
    while byte(at: place) == UInt8(ascii: "`") { place += 1 }
    let length = place - start
    while let candidate = backticks[length]?.last {
      if candidate >= place {
        place = candidate + length
        return
      }
      backticks[length]?.removeLast()
    }
  }

  // MARK: Formulas

  private mutating func formula() {
    let start = place
    place += 1
    guard !isBlank(byte(at: place)), place < end else { return }
    var index = place
    var hasCommand = false
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "\\"):
        hasCommand = hasCommand || isLetter(byte(at: index + 1))
        index += 2
      case UInt8(ascii: "`"):
        index = end
      case UInt8(ascii: "$"):
        // As everywhere: a dollar after a blank or before a digit ends nothing, so that "$5 and $6" are prices.
        guard !isBlank(bytes[index - 1]), !isDigit(byte(at: index + 1)) else {
          index = end
          break
        }
        add(.formula(isDisplay: false), start..<(index + 1))
        return
      default: index += 1
      }
    }
    if hasCommand { report(.formulaNotClosed, start..<(start + 1), "$") }
  }

  private mutating func display() {
    let start = place
    place += 2
    guard looksForDisplays else { return }
    if let close = DisplayFormulas.end(from: place, upTo: end, in: bytes) {
      add(.formula(isDisplay: true), start..<close)
    } else {
      looksForDisplays = false
      report(.formulaNotClosed, start..<(start + 2), "$$")
    }
  }

  private mutating func value() {
    if let close = ValueText.end(ofBraceAt: place, in: bytes, upTo: end) {
      add(.value, place..<close)
    } else {
      looksForValues = false
      report(.braceNotClosed, place..<(place + 1), "{")
      place += 1
    }
  }

  private mutating func add(_ kind: LiftedPiece.Kind, _ range: Range<Int>) {
    pieces.append(LiftedPiece(kind: kind, range: range))
    place = range.upperBound
  }

  private mutating func report(_ row: DiagnosticRow, _ range: Range<Int>, _ sign: String) {
    let span = Span(source: number, lower: Int32(clamping: range.lowerBound), upper: Int32(clamping: range.upperBound))
    problems.append(Diagnostic(row, at: span, ["sign": .text(sign)]))
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
  private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
  private func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 32) }
  private func isPunctuation(_ byte: UInt8) -> Bool {
    (33...126).contains(byte) && !isDigit(byte) && !isLetter(byte)
  }
}
