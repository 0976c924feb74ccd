// A value in the prose, `{expression:format}`: found by its braces, read by the language's own parser.
import Diagnostics
import Syntax

/// A place in a text where a value is to stand.
package struct ValueText: Hashable, Sendable {
  /// The braces and what is between them.
  package let source: String
  /// What is to be computed.
  package let expression: String
  /// How it is to be written, such as `.2f`; empty where nothing was said.
  package let format: String
  /// Where the braces and what is between them stand in the lesson.
  package let span: Span

  package init(source: String, expression: String, format: String, span: Span) {
    self.source = source
    self.expression = expression
    self.format = format
    self.span = span
  }

  /// A program whose value is what is to stand there: a string with this value in it.
  package var program: String { "\"\(source)\"" }
}

extension ValueText {
  /// Where the brace closes that opens at a place, as the byte behind it. Braces in strings count only in pairs.
  static func end(ofBraceAt start: Int, in bytes: [UInt8], upTo limit: Int) -> Int? {
    // Of each brace whether it is within a string, which goes on behind it.
    var braces: [Bool] = []
    var isText = false
    var place = start
    while place < min(limit, bytes.count) {
      switch bytes[place] {
      case UInt8(ascii: "{"):
        guard braces.count < deepest else { return nil }
        braces.append(isText)
        isText = false
      case UInt8(ascii: "}") where !isText:
        guard let outside = braces.popLast() else { return nil }
        if braces.isEmpty { return place + 1 }
        isText = outside
      case UInt8(ascii: "\""): isText.toggle()
      case UInt8(ascii: "\\") where isText: place += 1
      default: break
      }
      place += 1
    }
    return nil
  }

  private static func trimmed(_ bytes: Substring.UTF8View) -> String {
    let blank = UInt8(ascii: " ")
    let rest = bytes.drop { $0 == blank }
    let count = rest.reversed().drop { $0 == blank }.count
    return String(decoding: rest.prefix(count), as: UTF8.self)
  }

  /// More braces inside each other are none of a value.
  private static let deepest = 64

  /// Reads a value between braces, which begin at a place of a source. What is wrong with it is told at that place.
  static func read(_ text: String, at span: Span) -> (value: ValueText?, problems: [Diagnostic]) {
    let program = Source(name: "", text: "\"\(text)\"")
    let result = Parser().parse(program, number: span.source, firstID: 0)
    guard result.diagnostics.isEmpty else {
      // The quote before the brace is not in the lesson.
      return (nil, result.diagnostics.prefix(1).map { $0.moved(by: Int(span.lower) - 1, inside: span).noted() })
    }
    guard let statement = result.program.statements.first, result.program.statements.count == 1,
      case .expression(let string) = statement.kind, case .text(let pieces) = string.kind, pieces.count == 1,
      case .value(_, let format)? = pieces.first
    else { return (nil, [Diagnostic(.braceNotClosed, at: span)]) }
    // A format holds no colon, so that the last one stands before it.
    let inside = text.utf8.dropFirst().dropLast()
    let colon = format == nil ? nil : inside.lastIndex(of: UInt8(ascii: ":"))
    let value = ValueText(
      source: text, expression: trimmed(inside[..<(colon ?? inside.endIndex)]),
      format: colon.map { trimmed(inside[inside.index(after: $0)...]) } ?? "", span: span)
    return (value, [])
  }
}

extension Diagnostic {
  /// The same problem in a text that was cut out of a longer one.
  fileprivate func moved(by offset: Int, inside bounds: Span) -> Diagnostic {
    func moved(_ span: Span) -> Span {
      func place(_ value: Int32) -> Int32 {
        min(max(Int32(clamping: Int(value) + offset), bounds.lower), bounds.upper)
      }
      return Span(source: bounds.source, lower: place(span.lower), upper: place(span.upper))
    }
    var result = Diagnostic(
      row, at: moved(span), values, labels: labels.map { Label(moved($0.span), $0.words, $0.values) }, notes: notes,
      fix: fix.map { Fix(moved($0.span), $0.replacement) })
    result.label = label
    return result
  }

  fileprivate func noted() -> Diagnostic {
    var result = self
    result.notes.append(
      Note(
        Words(
          en: "Between braces in the prose stands a value, as in a string. A plain brace is written `\\\\{`.",
          es:
            "Entre llaves en la prosa va un valor, como en un texto de programa. Una llave suelta se escribe `\\\\{`.",
          pt: "Entre chaves na prosa fica um valor, como em um texto de programa. Uma chave solta se escreve `\\\\{`."))
    )
    return result
  }
}
