// What a student gets: the same Markdown without solutions, wrong answers and what is checked unseen.
import Diagnostics

extension Lesson {
  /// The lesson's text without `solution`, `wrong` and `hidden` cells and without the list of survivors; byte for byte otherwise.
  /// Where checks were taken out, a line says how many there are.
  package var studentCopy: String { StudentCopy(self).text }
}

private struct StudentCopy {
  private let lesson: Lesson
  private let bytes: [UInt8]
  private var result: [UInt8] = []
  private var copied = 0

  init(_ lesson: Lesson) {
    self.lesson = lesson
    bytes = lesson.source.bytes
  }

  var text: String {
    var copy = self
    copy.leaveOutCells()
    copy.leaveOutSurvivors()
    copy.result += bytes[copy.copied...]
    return String(decoding: copy.result, as: UTF8.self)
  }

  private mutating func leaveOutCells() {
    var hidden: [String: Int] = [:]
    for code in FencedCode.all(in: bytes) where code.isCell(in: bytes) {
      let words = CellWords.read(code.info, of: bytes, source: lesson.sourceNumber).words
      guard words.kind.isForAuthors || words.isHidden else { continue }
      leaveOut(from: code.opening.lowerBound, upTo: code.body.upperBound)
      guard words.isHidden, let name = words.kind.exercise, let exercise = lesson.exercise(name) else { continue }
      hidden[name, default: 0] += 1
      // Behind the last of them: a student is to know that there are such checks.
      if hidden[name] == exercise.hiddenChecks.count {
        let count = exercise.hiddenChecks.map { max(1, CellOutline(lesson.cells[$0]).checkCount) }.reduce(0, +)
        let line = "*" + ExportWords.hidden(count, lesson.language) + "*"
        result += Array((lineEnd + line + lineEnd + (isEmptyLine(at: copied) ? "" : lineEnd)).utf8)
      }
    }
  }

  private mutating func leaveOutSurvivors() {
    guard let first = lesson.survivors.first, let last = lesson.survivors.last else { return }
    let (opening, closing) = (Array("<!--".utf8), Array("-->".utf8))
    var (start, end) = (Int(first.span.lower), Int(last.span.upper))
    while start > copied, !bytes[start...].starts(with: opening) { start -= 1 }
    while end < bytes.count, !bytes[end...].starts(with: closing) { end += 1 }
    guard bytes[start...].starts(with: opening), end < bytes.count else { return }
    leaveOut(from: start, upTo: end + closing.count)
  }

  /// Copies up to the line of a place, and goes on behind the line in which the other place is. Empty lines before go, too, if there are
  /// some behind: what stood apart stays apart.
  private mutating func leaveOut(from start: Int, upTo end: Int) {
    var start = beginning(ofLineAt: start)
    let next = bytes[min(end, bytes.count)...].firstIndex(of: 10).map { $0 + 1 } ?? bytes.count
    while start > copied, isEmptyLine(at: next) {
      let previous = beginning(ofLineAt: start - 1)
      guard previous >= copied, isEmptyLine(at: previous) else { break }
      start = previous
    }
    if start > copied { result += bytes[copied..<start] }
    copied = max(copied, next)
  }

  /// Whether nothing is to be seen in the line that begins there; behind the end, too.
  private func isEmptyLine(at place: Int) -> Bool {
    bytes[min(place, bytes.count)...].prefix { $0 != 10 }.allSatisfy { [9, 13, 32].contains($0) }
  }

  private func beginning(ofLineAt place: Int) -> Int {
    (bytes[..<min(place, bytes.count)].lastIndex(of: 10) ?? -1) + 1
  }

  /// How lines of this file end.
  private var lineEnd: String {
    guard let first = bytes.firstIndex(of: 10), first > 0 else { return "\n" }
    return bytes[first - 1] == 13 ? "\r\n" : "\n"
  }
}

extension CellOutline {
  /// How many claims stand in it.
  fileprivate var checkCount: Int {
    parsed.program.statements.count { if case .examine = $0.kind { true } else { false } }
  }
}

extension LessonCell.Kind {
  /// Whether no student sees it.
  fileprivate var isForAuthors: Bool {
    switch self {
    case .solution, .wrong: true
    case .plain, .setup, .fails, .exercise, .check: false
    }
  }
}
