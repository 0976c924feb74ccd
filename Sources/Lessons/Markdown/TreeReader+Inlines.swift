// What stands in the lines of a block: words, links, and the formulas and values that were taken out before.
import Diagnostics

extension TreeReader {
  /// The inlines of a node, neighbouring texts joined. `span` is that of the block around.
  mutating func inlines(of node: CommonMarkNode, _ span: Span, depth: Int) -> [Inline] {
    guard allows(depth, at: node) else { return [] }
    var result: [Inline] = []
    func append(_ part: Inline) {
      if case .text(let next) = part, case .text(let last)? = result.last {
        result[result.count - 1] = .text(last + next)
      } else {
        result.append(part)
      }
    }
    for child in node.children {
      for part in inline(child, span, depth: depth + 1) { append(part) }
    }
    return result
  }

  private mutating func inline(_ node: CommonMarkNode, _ span: Span, depth: Int) -> [Inline] {
    switch node.kind {
    case .text: return texts(of: node.literal)
    case .emphasis: return [.emphasis(inlines(of: node, span, depth: depth))]
    case .strong: return [.strong(inlines(of: node, span, depth: depth))]
    case .strike: return [.strike(inlines(of: node, span, depth: depth))]
    case .lineCode: return [.code(lifted.restored(node.literal))]
    case .lineBreak: return [.lineBreak]
    case .softBreak: return [.softBreak]
    case .link:
      let parts = inlines(of: node, span, depth: depth)
      let target = lifted.restored(node.url)
      guard LinkTarget.mayBeFollowed(target) else { return parts }
      return [.link(to: target, title: lifted.restored(node.title), parts)]
    case .image:
      let alt = inlines(of: node, span, depth: depth).plainText()
      let path = lifted.restored(node.url)
      return LinkTarget.isBeside(path) ? [.image(path: path, alt: alt)] : [.text(alt)]
    case .lineHTML:
      let text = lifted.restored(node.literal)
      if HTML.comment(text) != nil { return [] }
      // The tag that closes is the same mistake again.
      if !text.hasPrefix("</") {
        report(.htmlInLesson, at: place(of: text, in: span), ["tag": .text(HTML.start(of: text))])
      }
      return [.text(text)]
    default: return inlines(of: node, span, depth: depth)
    }
  }

  /// A text with its formulas and values.
  private mutating func texts(of literal: String) -> [Inline] {
    var result: [Inline] = []
    for part in lifted.parts(of: literal) {
      guard let number = part.piece else {
        result.append(.text(part.literal))
        continue
      }
      let piece = lifted.pieces[number]
      let lineStart = source.range(ofLine: source.line(at: piece.range.lowerBound)).lowerBound
      var bytes = Margin.joined(piece.range, in: source.bytes, lineStart: lineStart)
      if isInTable { Margin.unescapeBars(in: &bytes) }
      let (lower, upper) = (Int32(clamping: piece.range.lowerBound), Int32(clamping: piece.range.upperBound))
      let span = Span(source: self.number, lower: lower, upper: upper)
      switch piece.kind {
      case .value:
        let text = String(decoding: bytes, as: UTF8.self)
        let (value, found) = ValueText.read(text, at: span)
        for problem in found where problems.count < Markdown.mostProblems { problems.append(problem) }
        result.append(value.map { .value($0) } ?? .text(text))
      case .formula(let isDisplay):
        let dollars = isDisplay ? 2 : 1
        bytes = Array(bytes.dropFirst(dollars).dropLast(dollars))
        let inside = Span(source: self.number, lower: lower + Int32(dollars), upper: upper - Int32(dollars))
        let (formula, found) = Formula.parse(String(decoding: bytes, as: UTF8.self), at: inside, isDisplay: isDisplay)
        for problem in found where problems.count < Markdown.mostProblems { problems.append(problem) }
        result.append(.formula(formula))
      }
    }
    return result
  }

  /// Where a text stands in a block: the first place that has it, else the block's first line.
  private func place(of text: String, in span: Span) -> Span {
    let wanted = Array(text.utf8)
    let (lower, upper) = (Int(span.lower), min(Int(span.upper), source.bytes.count))
    guard problems.count < Markdown.mostProblems, !wanted.isEmpty, wanted.count <= 200, upper - lower <= 1 << 16,
      lower + wanted.count <= upper
    else {
      return span.firstLine(of: source)
    }
    for start in lower...(upper - wanted.count)
    where source.bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
      return Span(source: span.source, lower: Int32(start), upper: Int32(start + wanted.count))
    }
    return span.firstLine(of: source)
  }
}

/// Which addresses a lesson may lead to.
enum LinkTarget {
  /// The web, mail, a place of the lesson itself, or a file beside it.
  static func mayBeFollowed(_ target: String) -> Bool {
    guard !target.isEmpty, isPlain(target) else { return false }
    return scheme(of: target).map { ["http", "https", "mailto"].contains($0) } ?? !target.hasPrefix("//")
  }

  /// A file in the lesson's own folder or below.
  static func isBeside(_ path: String) -> Bool {
    guard !path.isEmpty, isPlain(path), scheme(of: path) == nil, !path.hasPrefix("/"), !path.hasPrefix("#") else {
      return false
    }
    return !path.contains("\\") && !path.split(separator: "/").contains("..")
  }

  /// Browsers step over control characters, so that "java\nscript:" would be a scheme.
  private static func isPlain(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0.value > 32 && $0.value != 127 || $0 == " " } && text.first != " "
  }

  private static func scheme(of target: String) -> String? {
    let start = target.prefix { ![":", "/", "?", "#"].contains($0) }
    guard start.endIndex < target.endIndex, target[start.endIndex] == ":" else { return nil }
    return start.lowercased()
  }
}

/// The one kind of HTML that lessons have: comments.
enum HTML {
  /// What a comment says; nil if the text is anything else.
  static func comment(_ text: String) -> String? {
    var inside = Substring(text)
    while inside.last?.isWhitespace == true { inside.removeLast() }
    while inside.first?.isWhitespace == true { inside.removeFirst() }
    guard inside.hasPrefix("<!--"), inside.hasSuffix("-->"), inside.utf8.count >= 7 else { return nil }
    let content = inside.dropFirst(4).dropLast(3)
    return content.contains("-->") ? nil : String(content)
  }

  /// Its first words, to name it by.
  static func start(of text: String) -> String {
    let line = text.drop { $0.isWhitespace }.prefix { !$0.isNewline && $0 != ">" }
    let brief = String(line.prefix(24))
    return brief.utf8.count < line.utf8.count ? brief + "…" : brief + (text.contains(">") ? ">" : "")
  }
}
