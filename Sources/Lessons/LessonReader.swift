// From a lesson's file to the lesson. Every slip of its author is a problem at its place.
import Diagnostics
import Syntax

extension Lesson {
  /// More problems of one file nobody reads at once.
  private static let mostProblems = 50

  /// Reads a lesson.
  ///
  /// - Parameters:
  ///   - text: what the file holds.
  ///   - name: what messages call the file.
  ///   - language: the language it is written in.
  ///   - sources: takes the text in, so that problems can show their places.
  /// - Returns: the lesson as far as it can be read, and what is wrong, in the order of the places. A lesson with errors among
  ///   its problems is not to be run.
  package static func read(
    _ text: String, name: String, language: Language = .en, sources: Sources
  ) -> (lesson: Lesson, problems: [Diagnostic]) {
    let source = Source(name: name, text: text)
    var reader = LessonReader(source, number: sources.add(source))
    reader.read()
    let lesson = reader.lesson(in: language)
    let problems = reader.problems.enumerated().sorted {
      ($0.element.span.lower, $0.offset) < ($1.element.span.lower, $1.offset)
    }
    return (lesson, problems.prefix(mostProblems).map(\.element))
  }
}

struct LessonReader {
  let source: Source
  let number: Int32
  var problems: [Diagnostic] = []
  var cells: [LessonCell] = []
  var outlines: [CellOutline] = []
  var parts: [Lesson.Part] = []
  var survivors: [Lesson.Survivor] = []
  private var header: HeaderReading
  /// Cells so far that count, and checks, solutions and wrong answers by exercise.
  private var counted = 0
  private var followers: [String: Int] = [:]

  init(_ source: Source, number: Int32) {
    self.source = source
    self.number = number
    header = HeaderReading(source.bytes, source: number)
  }

  mutating func read() {
    problems += header.problems
    // With one fence missing, everything that follows would be wrong, too.
    let spoiled = FencedCode.spoiled(in: source.bytes)
    guard spoiled.isEmpty else {
      problems += spoiled.map { Diagnostic(.fenceWithBacktick, at: span($0)) }
      return
    }
    let codes = FencedCode.all(in: source.bytes).filter { $0.opening.lowerBound >= header.end }
    let found = Markdown.parse(source, number: number, in: header.end..<max(header.end, source.bytes.count))
    problems += found.problems
    divide(found.blocks, codes.filter { $0.isCell(in: source.bytes) })
  }

  /// Cells and the text between them, in order.
  private mutating func divide(_ blocks: [Block], _ codes: [FencedCode]) {
    let byLine = Dictionary(codes.map { ($0.line, $0) }, uniquingKeysWith: { first, _ in first })
    var prose: [Block] = []
    var taken: Set<Int> = []
    func flush(_ parts: inout [Lesson.Part]) {
      if !prose.isEmpty { parts.append(.prose(prose)) }
      prose = []
    }
    for block in blocks {
      if case .comment = block.kind { readSurvivors(block.span) }
      if case .code = block.kind, let code = byLine[block.line] {
        flush(&parts)
        taken.insert(code.line)
        add(code)
      } else {
        for nested in block.nestedCells {
          taken.insert(nested.line)
          problems.append(Diagnostic(.cellNotAtMargin, at: nested.span))
        }
        prose.append(block)
      }
    }
    flush(&parts)
    for code in codes where !taken.contains(code.line) {
      problems.append(Diagnostic(.cellNotAtMargin, at: span(code.opening)))
    }
  }

  private mutating func add(_ code: FencedCode) {
    let (words, problems) = CellWords.read(code.info, of: source.bytes, source: number)
    self.problems += problems
    if !code.isClosed { self.problems.append(Diagnostic(.fenceUnclosed, at: span(code.opening))) }
    if !words.kind.followsExercise { counted += 1 }
    let cell = LessonCell(
      words: words, index: cells.count, number: counted, key: key(of: words.kind), program: code.program, code: code,
      span: span(code.opening.lowerBound..<max(code.body.upperBound, code.opening.upperBound)),
      infoSpan: span(code.info))
    let outline = CellOutline(cell)
    // Where a fence was never closed, what follows is no program.
    if code.isClosed { self.problems += outline.problems(of: cell) }
    parts.append(.cell(cells.count))
    cells.append(cell)
    outlines.append(outline)
  }

  private mutating func key(of kind: LessonCell.Kind) -> String {
    switch kind {
    case .plain, .setup, .fails: return "cell \(counted)"
    case .exercise(let name): return "exercise \(name)"
    case .check(let name): return "check \(name) \(follower(kind, name))"
    case .solution(let name): return "solution \(name)"
    case .wrong(let name): return "wrong \(name) \(follower(kind, name))"
    }
  }

  private mutating func follower(_ kind: LessonCell.Kind, _ name: String) -> Int {
    let key = "\(kind.word ?? "") \(name)"
    followers[key, default: 0] += 1
    return followers[key] ?? 1
  }

  func span(_ range: Range<Int>) -> Span {
    Span(source: number, lower: Int32(clamping: range.lowerBound), upper: Int32(clamping: range.upperBound))
  }

  // MARK: The whole

  mutating func lesson(in language: Language) -> Lesson {
    let exercises = self.exercises()
    let values = parts.flatMap { part -> [ValueText] in
      if case .prose(let blocks) = part { blocks.flatMap(\.values) } else { [] }
    }
    return Lesson(
      name: source.name, language: language, header: header.header, cells: cells, exercises: exercises,
      steps: steps(), values: values, survivors: survivors,
      names: outlines.reduce(into: []) { $0.formUnion($1.bound + $1.recorded) },
      source: source, sourceNumber: number, headerPlaces: header.places)
  }

  /// Text and set-up cells gather until a cell is shown; checks and solutions go to the step of their exercise, or stay with
  /// the step they stand behind.
  private func steps() -> [Lesson.Step] {
    var steps: [(parts: [Lesson.Part], cell: Int?)] = []
    var starts: [String: Int] = [:]
    var open: [Lesson.Part] = []
    for part in parts {
      guard case .cell(let index) = part else {
        open.append(part)
        continue
      }
      switch cells[index].kind {
      case .setup: open.append(part)
      case .plain, .fails, .exercise:
        if case .exercise(let name) = cells[index].kind { starts[name] = starts[name] ?? steps.count }
        steps.append((open + [part], index))
        open = []
      case .check(let name), .solution(let name), .wrong(let name):
        if let place = starts[name] ?? steps.indices.last { steps[place].parts.append(part) }
      }
    }
    if !open.isEmpty { steps.append((open, nil)) }
    return steps.enumerated().map { index, step in
      let kind = step.cell.map { cells[$0].kind }
      let exercise: String? = if case .exercise(let name)? = kind { name } else { nil }
      return Lesson.Step(index: index, parts: step.parts, cell: step.cell, exercise: exercise)
    }
  }

  // MARK: Survivors

  /// `<!-- survives`, then a line for each: `NAME: before -> after: reason`.
  private mutating func readSurvivors(_ span: Span) {
    let range = Int(span.lower)..<min(Int(span.upper), source.bytes.count)
    let lines = TextLines.all(in: Array(source.bytes[range])).map { line in
      range.lowerBound + line.content.lowerBound..<range.lowerBound + line.content.upperBound
    }
    guard let first = lines.first, text(of: first).filter({ $0 != " " }) == "<!--survives" else { return }
    for line in lines.dropFirst() {
      let content = text(of: line)
      if content.isEmpty || content == "-->" { continue }
      guard let colon = content.range(of: ": "), content[colon.upperBound...].contains(" -> "),
        content[colon.upperBound...].contains(": ")
      else {
        problems.append(Diagnostic(.survivorLine, at: self.span(line)))
        continue
      }
      survivors.append(
        Lesson.Survivor(
          cell: String(content[..<colon.lowerBound]), text: String(content[colon.upperBound...]), span: self.span(line))
      )
    }
  }

  private func text(of line: Range<Int>) -> Substring {
    LessonHeader.trimmed(source.text(line.lowerBound, line.upperBound)[...])
  }
}

extension Block {
  /// The cells inside of a list or a quotation.
  fileprivate var nestedCells: [Block] {
    let inside: [Block] =
      switch kind {
      case .list(let list): list.items.flatMap(\.blocks)
      case .quote(let blocks): blocks
      default: []
      }
    return inside.flatMap { block in
      if case .code(let code) = block.kind, code.info.split(separator: " ").first == "aula" { return [block] }
      return block.nestedCells
    }
  }
}

extension Substring {
  /// The first place of a short text.
  fileprivate func range(of text: String) -> Range<Index>? {
    var place = startIndex
    while place < endIndex {
      if self[place...].hasPrefix(text) { return place..<index(place, offsetBy: text.count) }
      place = index(after: place)
    }
    return nil
  }

  fileprivate func contains(_ text: String) -> Bool { range(of: text) != nil }
}
