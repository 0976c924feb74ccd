// What fmt does: lays programs and the cells of Markdown files out, and replaces the files that changed.
import Diagnostics
import Lessons
import Session
import Syntax
import Terminal

enum FormatVerb {
  /// What became of one file.
  private struct Result {
    var isChanged = false
    var errors = 0
    var ending = Ending.finished
  }

  static func perform(_ job: Job) -> Ending {
    var ending = Ending.finished
    var changed = 0
    for path in job.operands {
      let result = format(path, job)
      ending = max(ending, result.ending)
      if result.isChanged { changed += 1 }
      if job.settings.isJSON { tell(path, result, job) }
      if job.output.failure != nil { break }
    }
    let isTold = job.settings.isJSON || job.settings.isQuiet || job.settings.onlyChecks || job.operands.contains("-")
    if !isTold {
      let words = job.operands.count == 1 ? CommandWords.formattedOne : CommandWords.formatted
      let values: [String: Phrase] = ["changed": .text("\(changed)"), "count": .text("\(job.operands.count)")]
      job.say(words.filled(values, in: job.language) + "\n")
    }
    return ending
  }

  private static func format(_ path: String, _ job: Job) -> Result {
    var result = Result()
    do throws(Diagnostic) {
      let text = try TextFiles.read(path, in: job.language)
      let title = path == "-" ? CommandWords.standardInput(job.language) : path
      let layout = path.lowercased().hasSuffix(".md") ? Layout(markdown: text, title) : Layout(program: text, title)
      for diagnostic in layout.problems { job.complain(diagnostic, sources: layout.sources) }
      result.errors = layout.problems.count
      result.isChanged = layout.text != text
      if !layout.problems.isEmpty { result.ending = .programFailed }
      if job.settings.onlyChecks {
        if result.isChanged { tellChange(title, &result, job) }
      } else if path == "-" {
        // Nothing is better than half: whoever pipes it back would lose the rest.
        if layout.problems.isEmpty && !job.settings.isJSON { job.output.write(layout.text) }
      } else if result.isChanged {
        try TextFiles.replace(path, with: layout.text)
      }
    } catch {
      job.complain(error)
      result = Result(errors: result.errors + 1, ending: max(result.ending, .fileFailed))
    }
    return result
  }

  private static func tellChange(_ title: String, _ result: inout Result, _ job: Job) {
    result.ending = max(result.ending, .checkFailed)
    if job.settings.isQuiet || job.settings.isJSON { return }
    // The path as it is, however long: another program may read it.
    job.say(CommandWords.wouldChange(job.language) + ": ")
    job.output.write(ScreenText.printed(title, job.look) + "\n")
  }

  private static func tell(_ path: String, _ result: Result, _ job: Job) {
    let event = JSONText.object([
      ("event", .string("file")), ("source", .string(path)), ("changed", .truth(result.isChanged)),
      ("errors", .whole(result.errors)),
    ])
    job.output.write(event.text + "\n")
  }
}

/// A file's text in the usual layout.
struct Layout {
  /// The text; what has mistakes is as it was.
  let text: String
  /// What is wrong, at places of `sources`.
  let problems: [Diagnostic]
  let sources: Sources

  /// A program.
  init(program: String, _ name: String) {
    sources = Sources()
    let number = sources.add(Source(name: name, text: program))
    let result = Formatter().format(SourceText.withoutMark(program), number: number)
    text = result.text == SourceText.withoutMark(program) ? program : result.text
    problems = result.diagnostics + (result.isRefused ? [Layout.refused(name)] : [])
  }

  /// A Markdown file: its cells.
  init(markdown: String, _ name: String) {
    let sources = Sources()
    let number = sources.add(Source(name: name, text: markdown))
    var problems: [Diagnostic] = []
    text = MarkdownCells.replacing(in: markdown) { cell, mayFail in
      let result = Formatter().format(cell.program)
      if result.isRefused { problems.append(Layout.refused(name)) }
      if !result.diagnostics.isEmpty {
        if !mayFail { problems += Layout.problems(of: cell, in: markdown, number) }
        return nil
      }
      return result.text
    }
    self.sources = sources
    self.problems = problems
  }

  private static func refused(_ name: String) -> Diagnostic {
    Diagnostic(.layoutRefused, at: .nowhere, ["path": .text(name)])
  }

  /// The mistakes of a cell at their places in the whole file: read again with blanks in place of all that is not the cell.
  private static func problems(of cell: FencedCode, in text: String, _ number: Int32) -> [Diagnostic] {
    var bytes = text.utf8.map { $0 == UInt8(ascii: "\n") ? $0 : UInt8(ascii: " ") }
    let own = Array(text.utf8)
    for line in cell.lines { bytes.replaceSubrange(line, with: own[line]) }
    let source = Source(name: "", text: String(decoding: bytes, as: UTF8.self))
    return Parser().parse(source, number: number, firstID: 0).diagnostics
  }
}
