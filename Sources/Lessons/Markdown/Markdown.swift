// Markdown as lessons use it: CommonMark with tables, formulas between dollars, and values between braces.
import Diagnostics

/// What a Markdown text says, and what is wrong with it.
package struct Markdown: Sendable {
  package let blocks: [Block]
  /// In the order of their places.
  package let problems: [Diagnostic]

  /// A longer text is no lesson.
  static let mostBytes = 4 << 20
  /// More cells than a table can have that somebody reads; short rows are filled up, so that few bytes make many.
  static let mostCells = 100_000
  /// How many problems are told of one text.
  static let mostProblems = 50

  /// Reads the text of a source, or a stretch of it; all places are those of the source, which has a number.
  package static func parse(_ source: Source, number: Int32, in range: Range<Int>? = nil) -> Markdown {
    let bytes = source.bytes
    let whole = 0..<bytes.count
    let range = (range ?? whole).clamped(to: whole)
    if let problem = excess(in: bytes, range, number) { return Markdown(blocks: [], problems: [problem]) }
    guard let mark = LiftedText.freeMark(for: Array(bytes[range])) else { return Markdown(blocks: [], problems: []) }
    let displays = DisplayFormulas.find(in: bytes, range)
    let outline = LiftedText(bytes, range, pieces: displays, mark: mark)
    var pieces: [LiftedPiece] = []
    var problems: [Diagnostic] = []
    var rest = displays[...]
    for paragraph in paragraphs(of: outline) {
      rest = rest.drop { $0.range.lowerBound < paragraph.lowerBound }
      let own = rest.prefix { $0.range.lowerBound < paragraph.upperBound }
      let found = PieceFinder.find(in: bytes, paragraph, displays: own, source: number)
      pieces += found.pieces
      problems += found.problems
    }
    let lifted = LiftedText(bytes, range, pieces: pieces, mark: mark)
    let tree = CommonMark.reading(lifted.bytes) { root in
      var reader = TreeReader(source: source, number: number, lifted: lifted)
      let blocks = reader.blocks(of: root, depth: 0)
      return (blocks: blocks, problems: reader.problems)
    }
    problems += tree?.problems ?? []
    let ordered = problems.enumerated().sorted {
      ($0.element.span.lower, $0.offset) < ($1.element.span.lower, $1.offset)
    }
    return Markdown(blocks: tree?.blocks ?? [], problems: ordered.prefix(mostProblems).map(\.element))
  }

  /// The stretches of the source in which formulas and values are looked for: lines of paragraphs, headings and
  /// tables, but no code. Each line of a table is one of its own.
  private static func paragraphs(of text: LiftedText) -> [Range<Int>] {
    let kinds = CommonMark.reading(text.bytes) { root in
      var isCode = [Bool](repeating: false, count: text.lineCount + 2)
      var begins = [Bool](repeating: false, count: text.lineCount + 2)
      func lines(of node: CommonMarkNode) -> Range<Int> {
        let place = node.place
        let first = min(max(place.line, 1), text.lineCount)
        return first..<min(max(place.lastLine, first), text.lineCount) + 1
      }
      root.forEachBlock { node in
        switch node.kind {
        case .code, .html: for line in lines(of: node) { isCode[line] = true }
        case .table, .tableHeader, .tableRow:
          let own = lines(of: node)
          begins[own.lowerBound] = true
          begins[own.upperBound] = true
        case .paragraph, .heading, .item, .task: begins[lines(of: node).lowerBound] = true
        default: break
        }
      }
      return (isCode: isCode, begins: begins)
    }
    guard let kinds else { return [] }
    var result: [Range<Int>] = []
    var start: Int?
    for line in 1...text.lineCount + 1 {
      let offset = text.sourceOffset(line: line, column: 1)
      let isBlank = line > text.lineCount || text.isBlank(line: line)
      if let first = start, isBlank || kinds.isCode[line] || kinds.begins[line] {
        result.append(first..<max(first, line > text.lineCount ? text.sourceEnd : offset))
        start = nil
      }
      if start == nil, !isBlank, !kinds.isCode[line] { start = offset }
    }
    return result
  }

  /// What is so large that it is not read.
  private static func excess(in bytes: [UInt8], _ range: Range<Int>, _ number: Int32) -> Diagnostic? {
    func problem(at place: Int) -> Diagnostic {
      let span = Span(source: number, lower: Int32(clamping: place), upper: Int32(clamping: place + 1))
      return Diagnostic(.lessonTooLarge, at: span)
    }
    guard range.count <= mostBytes else { return problem(at: range.lowerBound) }
    // Of the lines between two empty ones: how many, and the most bars in one.
    var (lines, bars, here, isBlank) = (1, 0, 0, true)
    for place in range {
      switch bytes[place] {
      case UInt8(ascii: "|"):
        (here, isBlank) = (here + 1, false)
        bars = max(bars, here)
      case 13 where place + 1 < range.upperBound && bytes[place + 1] == 10: break
      case 10, 13:
        if isBlank { (lines, bars) = (0, 0) }
        (lines, here, isBlank) = (lines + 1, 0, true)
        if bars > 0, lines > mostCells / bars { return problem(at: place) }
      case 32, 9: break
      default: isBlank = false
      }
    }
    return nil
  }
}
