// What of a student's answer is taken over: only what defines the names that the exercise asks for, and new ones.
import Diagnostics
import Syntax

/// An answer, looked at before it runs.
struct AnswerText {
  /// The text with blanks in the place of statements that are left out: places stay what they were.
  let taken: String
  let leftOut: [AnswerResult.LeftOut]
  /// What can be said without running it; nil if it has to be run.
  let verdict: AnswerResult.Verdict?

  /// `isTaken` says whether a name stands for something of the lesson or the library.
  init(_ text: String, for exercise: Exercise, starter: String, isTaken: (String) -> Bool) {
    let outline = CellOutline(text)
    let source = Source(name: "", text: text)
    var bytes = source.bytes
    var leftOut: [AnswerResult.LeftOut] = []
    if outline.parsed.diagnostics.isEmpty {
      for statement in outline.parsed.program.statements {
        let names = statement.boundNames.filter { !exercise.declared.contains($0) && isTaken($0) }
        let isUse = if case .use = statement.kind { true } else { false }
        guard !names.isEmpty || isUse else { continue }
        let lower = Int(statement.span.lower)
        leftOut.append(AnswerResult.LeftOut(names: names, line: source.line(at: lower) + 1))
        for place in lower..<min(Int(statement.span.upper), bytes.count) where bytes[place] != 10 { bytes[place] = 32 }
      }
    }
    taken = String(decoding: bytes, as: UTF8.self)
    self.leftOut = leftOut
    verdict = AnswerText.verdict(of: text, outline, starter: starter)
  }

  private static func verdict(of text: String, _ outline: CellOutline, starter: String) -> AnswerResult.Verdict? {
    if outline.words.isEmpty { return .empty }
    let first = CellOutline(starter)
    if outline.words == first.words && !first.holes.isEmpty { return .unchanged }
    let quotes = outline.parsed.diagnostics.filter { $0.row.code == DiagnosticRow.curlyQuotes.code }
    if !quotes.isEmpty { return .curlyQuotes(mended: mended(text, quotes)) }
    if !outline.holes.isEmpty { return .open(outline.holes.count) }
    return nil
  }

  /// The text with straight quotes where others were found.
  private static func mended(_ text: String, _ quotes: [Diagnostic]) -> String {
    var bytes = Array(text.utf8)
    for fix in quotes.compactMap(\.fix).sorted(by: { $0.span.lower > $1.span.lower }) {
      let range = Int(fix.span.lower)..<Int(fix.span.upper)
      guard range.upperBound <= bytes.count else { continue }
      bytes.replaceSubrange(range, with: Array(fix.replacement.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
