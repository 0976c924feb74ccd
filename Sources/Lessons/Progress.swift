// How far a student is in a lesson: steps, answers, predictions; and how that is written as a text that people can read.
import Diagnostics

/// What is kept of a student's work on a lesson.
package struct LessonProgress: Sendable, Equatable {
  /// What is kept of an exercise.
  package struct Work: Sendable, Equatable {
    /// Answers that were tried.
    package var attempts = 0
    /// Hints that were looked at.
    package var hints = 0
    /// Whether the solution was looked at.
    package var sawSolution = false
    /// The answer that the lesson went on with.
    package var answer: String?
    /// What was written last, whether it was right or not.
    package var draft: String?

    package init() {}
  }

  /// The language the lesson was last met in.
  package var language: Language?
  /// The step that comes next.
  package var step = 0
  /// How the steps stand; those behind the last one wait.
  package var marks: [LessonRun.Mark] = []
  package var exercises: [String: Work] = [:]
  /// What was guessed at the statements `predict` of a cell, by the cell's key.
  package var predictions: [String: [String]] = [:]

  package init() {}

  /// Whether all steps of a lesson were met.
  package func isDone(of steps: Int) -> Bool { step >= steps && steps > 0 }
}

// MARK: Text

extension LessonProgress {
  /// The first line of the file.
  static let firstLine = "aula progress 1"
  private static let lastLine = "end"
  private static let margin = "    | "

  /// The text of the file: a line for each thing, answers with a margin so that they may hold anything.
  package func text(of lesson: String) -> String {
    var lines = [LessonProgress.firstLine, "lesson: \(lesson)"]
    if let language { lines.append("language: \(language.rawValue)") }
    lines.append("step: \(step)")
    if !marks.isEmpty { lines.append("marks: " + marks.map(\.rawValue).joined(separator: " ")) }
    for (name, work) in exercises.sorted(by: { $0.key < $1.key }) {
      lines.append("exercise: \(name)")
      lines.append("  attempts: \(work.attempts)")
      if work.hints > 0 { lines.append("  hints: \(work.hints)") }
      if work.sawSolution { lines.append("  solution: seen") }
      if let answer = work.answer { lines += LessonProgress.quoted("answer", answer) }
      if let draft = work.draft { lines += LessonProgress.quoted("draft", draft) }
    }
    for (cell, guesses) in predictions.sorted(by: { $0.key < $1.key }) {
      lines.append("predictions: \(cell)")
      for guess in guesses { lines += LessonProgress.quoted("guess", guess) }
    }
    return (lines + [LessonProgress.lastLine, ""]).joined(separator: "\n")
  }

  private static func quoted(_ name: String, _ text: String) -> [String] {
    ["  \(name):"] + lines(of: text).map { margin + $0 }
  }

  /// The lines between line feeds; other line ends are part of a line.
  private static func lines(of text: String) -> [String] {
    text.utf8.split(separator: 10, omittingEmptySubsequences: false).map { String(Substring($0)) }
  }

  /// What stands behind the margin; nil without one. Byte by byte, as an accent at the beginning would join the margin's blank.
  private static func quotation(_ line: String) -> String? {
    if line.utf8.starts(with: margin.utf8) {
      return String(decoding: line.utf8.dropFirst(margin.utf8.count), as: UTF8.self)
    }
    // Some editors take blanks away at the ends of lines.
    return line.utf8.elementsEqual(margin.utf8.dropLast()) ? "" : nil
  }

  /// Reads the text of a file, as far as it can be read.
  package init(reading text: String) {
    self = Reading(text).progress
  }

  /// Whether a text is whole and of this form.
  package static func isWhole(_ text: String) -> Bool {
    Reading(text).isWhole
  }

  /// Reads line by line.
  private struct Reading {
    private(set) var progress = LessonProgress()
    private var number = 0
    private var hasStrangeLines = false
    private var isEnded = false
    private var exercise: String?
    private var cell: String?
    /// The text that lines with a margin belong to.
    private var open: (name: String, lines: [String])?

    var isWhole: Bool { isEnded && !hasStrangeLines }

    init(_ text: String) {
      var lines = LessonProgress.lines(of: text)
      // What has no line end may be half a line; and a text that ends there may lack lines, and does not count.
      if let last = lines.last, last != LessonProgress.lastLine { lines.removeLast() }
      for line in lines { take(line) }
    }

    private mutating func take(_ line: String) {
      number += 1
      if number == 1 {
        hasStrangeLines = line != LessonProgress.firstLine
        return
      }
      if open != nil, let content = LessonProgress.quotation(line) {
        open?.lines.append(content)
        return
      }
      close()
      if isEnded {
        if !line.isEmpty { hasStrangeLines = true }
        return
      }
      if line == LessonProgress.lastLine {
        isEnded = true
      } else if !understand(line) {
        hasStrangeLines = true
      }
    }

    private mutating func understand(_ line: String) -> Bool {
      guard let colon = line.firstIndex(of: ":") else { return false }
      let key = line[..<colon]
      let value = String(line[line.index(after: colon)...].drop { $0 == " " })
      switch key {
      case "lesson": return true
      case "language":
        progress.language = Language(rawValue: value)
        return progress.language != nil
      case "step":
        guard let step = LessonProgress.count(value) else { return false }
        progress.step = step
      case "marks":
        let marks = value.split(separator: " ").map { LessonRun.Mark(rawValue: String($0)) }
        guard !marks.contains(nil), marks.count <= LessonProgress.most else { return false }
        progress.marks = marks.compactMap { $0 }
      case "exercise":
        (exercise, cell) = (value, nil)
        progress.exercises[value] = Work()
      case "predictions":
        (exercise, cell) = (nil, value)
        progress.predictions[value] = []
      case "  answer", "  draft":
        guard exercise != nil, value.isEmpty else { return false }
        open = (String(key.dropFirst(2)), [])
      case "  guess":
        guard cell != nil, value.isEmpty else { return false }
        open = ("guess", [])
      case "  attempts", "  hints":
        guard let exercise, let count = LessonProgress.count(value) else { return false }
        let path: WritableKeyPath<Work, Int> = key == "  hints" ? \.hints : \.attempts
        progress.exercises[exercise]?[keyPath: path] = count
      case "  solution":
        guard let exercise, value == "seen" else { return false }
        progress.exercises[exercise]?.sawSolution = true
      default: return false
      }
      return true
    }

    private mutating func close() {
      guard let (name, lines) = open else { return }
      open = nil
      guard !lines.isEmpty else {
        hasStrangeLines = true
        return
      }
      let text = lines.joined(separator: "\n")
      switch name {
      case "answer": if let exercise { progress.exercises[exercise]?.answer = text }
      case "draft": if let exercise { progress.exercises[exercise]?.draft = text }
      default: if let cell { progress.predictions[cell]?.append(text) }
      }
    }
  }

  /// More steps or attempts are a mistake.
  private static let most = 1_000_000

  private static func count(_ text: String) -> Int? { Int(text).flatMap { (0...most).contains($0) ? $0 : nil } }
}
