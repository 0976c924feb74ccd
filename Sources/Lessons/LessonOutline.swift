// What can be said of a cell's program without running it: the names it binds, the blanks it leaves open.
import Diagnostics
import Syntax

/// A program of a lesson in outline.
package struct CellOutline: Sendable {
  /// What the parser made of it; places are those of the program.
  package let parsed: ParseResult
  /// The names bound at the top level, in order.
  package let bound: [String]
  /// The names that `record` keeps values under, wherever it stands.
  package let recorded: [String]
  /// Where `???` stands.
  package let holes: [Range<Int>]
  /// Its words without comments and blanks: two programs with the same words are the same.
  package let words: [String]

  package init(_ program: String) {
    parsed = Parser().parse(Source(name: "", text: program), number: 0, firstID: 1)
    var bound: [String] = []
    for name in parsed.program.statements.flatMap(\.boundNames) where !bound.contains(name) { bound.append(name) }
    self.bound = bound
    let tokens = TokenOutline.all(in: program)
    holes = tokens.filter { $0.kind == .sign && $0.text == "???" }.map { $0.lower..<$0.upper }
    recorded = zip(tokens, tokens.dropFirst()).compactMap { word, name in
      word.kind == .word && word.text == "record" && name.kind == .name ? name.text : nil
    }
    words = tokens.map { "\($0.kind.rawValue) \($0.text)" }
  }

  init(_ cell: LessonCell) { self.init(cell.program) }

  /// What is wrong with the program as a cell of a lesson, at places of the file. What is meant to fail may fail in any way.
  func problems(of cell: LessonCell) -> [Diagnostic] {
    if cell.kind == .fails { return [] }
    var problems = parsed.diagnostics.map(cell.inFile)
    let isExercise = if case .exercise = cell.kind { true } else { false }
    if problems.isEmpty, words.isEmpty, !isExercise {
      problems.append(Diagnostic(.emptyCell, at: cell.infoSpan))
    }
    if !isExercise, let hole = holes.first {
      let span = Span(source: 0, lower: Int32(clamping: hole.lowerBound), upper: Int32(clamping: hole.upperBound))
      problems.append(Diagnostic(.holeOutsideExercise, at: cell.span(inFile: span)))
    }
    return problems
  }
}

extension Statement {
  /// The names that it binds where it stands.
  package var boundNames: [String] {
    switch kind {
    case .binding(let binding): binding.pattern.names.map(\.text)
    case .assignment(let pattern, _), .draw(let pattern, _): pattern.names.map(\.text)
    case .cell(_, let name, _): [name.text]
    case .function(let function): function.name.map { [$0.text] } ?? []
    case .model(let model): [model.name.text]
    case .record(let name, _): [name.text]
    default: []
    }
  }
}
