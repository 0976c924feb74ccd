// What the tests of analysis share: a small session, and a short way to say what was found where.
import Analysis
import Diagnostics
import Graph
import Syntax
import Testing

/// A session of the catalogue's operators and some names of its own.
struct SmallSession: SessionNames {
  var names: [String: SessionName] = [
    "pi": SessionName(.constant, isLibrary: true),
    "grad": SessionName(.function, isLibrary: true, signature: .anything),
    "count": SessionName(.function, isLibrary: true, signature: CallShape([CallShape.Parameter("x")])),
    "sgd": SessionName(
      .function, isLibrary: true, signature: CallShape([CallShape.Parameter("rate", isOptional: true)])),
  ]

  init(_ more: [String: SessionName] = [:]) {
    for row in Catalogue.rows {
      names[row.name] = SessionName(.function, isLibrary: true, signature: CallShape(row))
    }
    names.merge(more) { $1 }
  }

  func lookUp(_ name: String) -> SessionName? { names[name] }
  var allNames: [String] { Array(names.keys) }
}

/// A program and what analysis made of it.
struct Analysed {
  let source: Source
  let program: Syntax.Program
  let resolution: Resolution

  init(_ text: String, in session: SmallSession = SmallSession()) throws {
    let source = Source(name: "test", text: text)
    self.source = source
    let parsed = Parser().parse(source, number: 0, firstID: 1)
    try #require(parsed.diagnostics.isEmpty, "\(text): \(parsed.diagnostics.map(\.row.code))")
    program = parsed.program
    resolution = analyse(program, in: session) { source.text(Int($0.lower), Int($0.upper)) }
  }

  func text(_ span: Span) -> String { source.text(Int(span.lower), Int(span.upper)) }

  /// Each problem as `E0301 hieght`.
  var problems: [String] { resolution.diagnostics.map { "\($0.row.code) \(text($0.span))" } }

  /// The symbol of the nth place where a name stands in the text.
  func symbol(_ name: String, _ occurrence: Int) throws -> Symbol {
    let spans = resolution.symbols.keys.filter { text($0) == name }.sorted { $0.lower < $1.lower }
    try #require(occurrence < spans.count, "\(name) stands only \(spans.count) times")
    return try #require(resolution.symbols[spans[occurrence]])
  }

  /// The program with the first problem's fix in place.
  var mended: String? {
    guard let fix = resolution.diagnostics.first?.fix else { return nil }
    return source.text(0, Int(fix.span.lower)) + fix.replacement + source.text(Int(fix.span.upper), source.bytes.count)
  }
}
