// The lessons as a list: what they are called, how long they take, how far one is.
import Diagnostics
import Figures
import Lessons

/// A lesson on the shelf and what a student has done of it.
package struct LessonEntry: Sendable {
  package let name: String
  package let title: String
  package let part: String?
  package let order: Int
  package let minutes: Double?
  package let needs: [String]
  package let steps: Int
  /// Steps that were met.
  package let met: Int

  package init(_ name: String, _ lesson: Lesson, _ progress: LessonProgress) {
    self.name = name
    title = lesson.header.title
    part = lesson.header.part
    order = lesson.header.order ?? .max
    minutes = lesson.header.minutes
    needs = lesson.header.needs
    steps = lesson.steps.count
    met = min(max(progress.step, progress.marks.count { $0 != .waiting }), lesson.steps.count)
  }

  package var isDone: Bool { steps > 0 && met >= steps }
}

/// Lists lessons under the parts of their course.
package struct LessonTable {
  private let entries: [LessonEntry]
  private let look: Look
  private let done: Set<String>

  package init(_ entries: [LessonEntry], _ look: Look) {
    self.entries = entries
    self.look = look
    done = Set(entries.filter(\.isDone).map(\.name))
  }

  private var isPlain: Bool { look.signs == .plain || look.isASCII }

  /// Whole lines.
  package var text: String {
    var lines: [String] = []
    var part: String?
    let names = entries.map { ScreenText.visible($0.name, look) }
    let room = names.map { Visible.width($0) }.max() ?? 0
    for (entry, name) in zip(entries, names) {
      if let own = entry.part, own != part {
        if !lines.isEmpty { lines.append("") }
        lines.append(Ink.heading.paint(ScreenText.visible(own, look), look))
        part = own
      }
      lines += self.lines(of: entry, name, room)
    }
    lines += ["", Ink.dim.paint(LessonTableWords.howTo(look.language), look)]
    return ScreenText.ours(lines.map { $0 + "\n" }.joined(), look)
  }

  private func lines(of entry: LessonEntry, _ name: String, _ room: Int) -> [String] {
    let lead = "  " + mark(of: entry) + " " + Ink.name.paint(name, look)
    let width = 4 + Visible.width(name)
    let more = [state(of: entry), entry.minutes.map { LessonTableWords.minutes($0, look.language) }]
      .compactMap { $0 }.joined(separator: isPlain ? " - " : " · ")
    let title = ScreenText.visible(entry.title, look)
    let start = 4 + room + 2
    let columns = min(look.columns, 100)
    // On a narrow screen the title stands below the name.
    guard columns - start >= 40 else {
      let margin = "    "
      return [lead] + ScreenText.wrapped(title, columns - 4).map { margin + $0 }
        + ScreenText.wrapped(more, columns - 4).map { margin + Ink.dim.paint($0, look) }
    }
    let margin = String(repeating: " ", count: start)
    var lines = ScreenText.wrapped(title, columns - start)
    let last = lines.count - 1
    if lines.indices.contains(last), Visible.width(lines[last]) + 2 + Visible.width(more) <= columns - start {
      lines[last] += "  " + Ink.dim.paint(more, look)
    } else {
      lines.append(Ink.dim.paint(more, look))
    }
    return lines.enumerated().map {
      $0 == 0 ? lead + String(repeating: " ", count: max(0, start - width)) + $1 : margin + $1
    }
  }

  private func mark(of entry: LessonEntry) -> String {
    if entry.isDone { return Ink.good.paint(isPlain ? "x" : "✓", look) }
    if entry.met > 0 { return Ink.warning.paint(isPlain ? ">" : "▸", look) }
    return Ink.dim.paint(isPlain ? "." : "·", look)
  }

  private func state(of entry: LessonEntry) -> String? {
    if entry.isDone { return nil }
    if entry.met > 0 {
      return LessonTableWords.met.filled(["step": "\(entry.met)", "steps": "\(entry.steps)"], in: look.language)
    }
    let missing = entry.needs.filter { !done.contains($0) }
    guard !missing.isEmpty else { return nil }
    return LessonTableWords.after.filled(["names": .text(missing.joined(separator: ", "))], in: look.language)
  }
}

enum LessonTableWords {
  static let met = Words(
    en: "{step} of {steps} steps", es: "{step} de {steps} pasos", pt: "{step} de {steps} passos")
  static let after = Words(en: "after {names}", es: "después de {names}", pt: "depois de {names}")
  static let howTo = Words(
    en: "`aula learn NAME` begins a lesson, or goes on where you left it.",
    es: "`aula learn NOMBRE` empieza una lección, o sigue donde la dejaste.",
    pt: "`aula learn NOME` começa uma lição, ou continua de onde você parou.")

  static func minutes(_ minutes: Double, _ language: Language) -> String { "\(LearnWords.number(minutes)) min" }
}
