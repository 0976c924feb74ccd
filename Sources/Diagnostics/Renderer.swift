// Draws a diagnostic for a screen: what is wrong, the place underlined in its line, why, and what would mend it.

/// Turns diagnostics into text of a certain look and language.
package struct Renderer {
  /// How it looks.
  package struct Style: Sendable, Hashable {
    /// Lines of drawing characters, or of characters that every terminal has.
    package var isUnicode: Bool
    /// Whether escape sequences may colour it.
    package var isColoured: Bool
    /// How many columns there are.
    package var width: Int

    package init(isUnicode: Bool = true, isColoured: Bool = false, width: Int = 80) {
      self.isUnicode = isUnicode
      self.isColoured = isColoured
      self.width = width
    }
  }

  private let sources: Sources
  private let language: Language
  private let style: Style
  private let words: RendererWords
  private var columns: Int { min(max(style.width, 20), 1000) }

  package init(sources: Sources, language: Language, style: Style = Style()) {
    self.sources = sources
    self.language = language
    self.style = style
    words = RendererWords(language)
  }

  /// Several problems, in order, with an empty line between.
  package func render(_ diagnostics: Diagnostics) -> String {
    diagnostics.list.map(render).joined(separator: "\n")
  }

  /// One problem; ends in a line feed.
  package func render(_ diagnostic: Diagnostic) -> String {
    let row = diagnostic.row
    let severity: Paint = row.severity == .error ? .error : .warning
    let name = row.severity == .error ? words.error : words.warning
    var lines = sentence("\(name) \(row.code): ", severity, diagnostic.message(in: language), indent: 2, first: 0)
    let blocks = blocks(of: diagnostic)
    for block in blocks { lines += block }
    let notes = diagnostic.notes.map { (words.note, $0.text(in: language)) }
    let help = diagnostic.help(in: language).map { [(words.help, $0)] } ?? []
    let fix = diagnostic.fix.map { [(words.fix, fixText($0))] } ?? []
    if !blocks.isEmpty && !(notes + help + fix).isEmpty { lines.append("") }
    for (name, text) in notes + help + fix { lines += sentence("\(name): ", .advice, text, indent: 4, first: 2) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A wrapped sentence after a coloured word.
  private func sentence(_ name: String, _ paint: Paint, _ text: String, indent: Int, first: Int) -> [String] {
    let lead = Visible.width(name) + first
    // On a narrow screen the words begin on the next line.
    let isNarrow = columns - lead < 12
    let name = isNarrow ? String(name.dropLast()) : name
    let wrapped =
      (isNarrow ? [""] : [])
      + Wrapping.lines(of: shown(text), first: columns - (isNarrow ? indent : lead), rest: columns - indent)
    return wrapped.enumerated().map { number, line in
      number == 0
        ? String(repeating: " ", count: first) + paint.apply(name, style.isColoured) + line
        : String(repeating: " ", count: indent) + line
    }
  }

  /// Text without anything that the screen would obey; line feeds of our own sentences stay.
  private func shown(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Visible.text(String($0), ascii: !style.isUnicode) }.joined(separator: "\n")
  }

  /// The source lines with their marks, one block for each source; the one with the place itself comes first.
  private func blocks(of diagnostic: Diagnostic) -> [[String]] {
    var labels = [(diagnostic.span, diagnostic.label(in: language), true)]
    labels += diagnostic.labels.map { ($0.span, $0.text(in: language), false) }
    var order: [Int32] = []
    for (span, _, _) in labels where sources[span.source] != nil && !order.contains(span.source) {
      order.append(span.source)
    }
    return order.compactMap { number in
      guard let source = sources[number] else { return nil }
      var block = SourceBlock(source, isUnicode: style.isUnicode, columns: columns, severity: diagnostic.row.severity)
      for (span, text, isMain) in labels where span.source == number {
        block.mark(span, text.map(shown) ?? "", isMain: isMain)
      }
      let name = shown(Visible.brief(source.name))
      let place = Wrapping.lines(of: "\(name), \(words.line) \(block.place + 1)", first: columns - 2, rest: columns - 2)
      return place.map { Paint.plain.apply("  " + $0, style.isColoured) } + block.lines(coloured: style.isColoured)
    }
  }

  /// What a fix asks to do, in words.
  private func fixText(_ fix: Diagnostic.Fix) -> String {
    let replaced = sources.text(fix.span)
    if fix.replacement.isEmpty { return "\(words.leaveOut) `\(Visible.brief(replaced))`" }
    if fix.replacement.contains("\n") {
      return "\(words.write):\n"
        + fix.replacement.split(separator: "\n", omittingEmptySubsequences: false)
        .prefix(12).joined(separator: "\n")
    }
    if !replaced.isEmpty || sources[fix.span.source] == nil { return "\(words.write) `\(fix.replacement)`" }
    return "\(words.write) `\(mended(fix))`"
  }

  /// The line with an insertion done, as an insertion alone says little; the insertion alone where the line is long.
  private func mended(_ fix: Diagnostic.Fix) -> String {
    guard let source = sources[fix.span.source] else { return fix.replacement }
    let offset = min(max(0, Int(fix.span.lower)), source.bytes.count)
    let range = source.range(ofLine: source.line(at: offset))
    guard range.count <= 60, offset <= range.upperBound else { return fix.replacement }
    let line = source.text(range.lowerBound, offset) + fix.replacement + source.text(offset, range.upperBound)
    let blank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    return String(line.drop(while: blank).reversed().drop(while: blank).reversed())
  }
}

/// What a stretch of text is painted as.
enum Paint {
  case plain, error, warning, second, advice

  /// The text with the escape sequences of its colour around it.
  func apply(_ text: String, _ isColoured: Bool) -> String {
    isColoured && !text.isEmpty ? "\u{1b}[\(code)m\(text)\u{1b}[0m" : text
  }

  private var code: String {
    switch self {
    case .plain: "2"
    case .error: "1;31"
    case .warning: "1;33"
    case .second: "34"
    case .advice: "36"
    }
  }
}

/// Cuts sentences into lines.
enum Wrapping {
  /// The lines of a text: at spaces, and within words that are longer than a line.
  static func lines(of text: String, first: Int, rest: Int) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var (line, width, isFresh) = ("", 0, true)
      func room() -> Int { max(8, lines.isEmpty ? first : rest) }
      for word in paragraph.split(separator: " ", omittingEmptySubsequences: false) {
        let wordWidth = Visible.width(String(word))
        if !isFresh && width + 1 + wordWidth > room() && width > 0 {
          lines.append(line)
          (line, width, isFresh) = ("", 0, true)
        }
        if !isFresh { (line, width) = (line + " ", width + 1) }
        isFresh = false
        if width + wordWidth <= room() {
          (line, width) = (line + word, width + wordWidth)
          continue
        }
        for character in word {
          let step = Visible.width(of: character)
          if width + step > room() {
            lines.append(line)
            (line, width) = ("", 0)
          }
          line.append(character)
          width += step
        }
      }
      lines.append(line)
    }
    return lines
  }
}

/// What the renderer says by itself.
private struct RendererWords {
  let error, warning, note, help, fix, line, write, leaveOut: String

  init(_ language: Language) {
    switch language {
    case .en:
      (error, warning, note, help, fix) = ("error", "warning", "note", "help", "fix")
      (line, write, leaveOut) = ("line", "write", "leave out")
    case .es:
      (error, warning, note, help, fix) = ("error", "aviso", "nota", "ayuda", "arreglo")
      (line, write, leaveOut) = ("línea", "escribe", "quita")
    case .pt:
      (error, warning, note, help, fix) = ("erro", "aviso", "nota", "ajuda", "conserto")
      (line, write, leaveOut) = ("linha", "escreva", "tire")
    }
  }
}
