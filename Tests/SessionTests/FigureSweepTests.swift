// Whatever the functions of figures are given, they draw it or say why not; what they made can be drawn and said.
import AulaRuntime
import Diagnostics
import Machine
import Testing

@Suite("Figures: anything at all") struct FigureSweepTests {
  static let values = [
    "3", "nan", "-inf", "true", "\"text\"", "()", "[]", "[1]", "[nan, inf]", "[1, 2, 3]", "zeros(0, 2)", "zeros(3, 0)",
    "[[1, 2], [3, 4]]", "normal(2, 3, 4)", "[true, false]", "(1, 2)", "(a: 1, b: \"x\")",
    "(a: [1, 2], b: normal(2, 2))",
    "((d: 1, e: 2), (d: 3, e: 4))", "(sin, 3)", "sin", "(x, y) -> x * y", "x -> \"x\"", "x -> x + normal(2)", "0..4",
    "-1..1", "noise", "w", "net", "Normal(0, 1)", "e", "f", "(f, f)", "1e308 * [-1, 1]", "1e-320 * [1, 2]", "adam(0.1)",
  ]
  static let names = FigureNatives.rows.map(\.name)

  private func prepared() -> Session {
    let session = testSession()
    let outcome = session.run(
      """
      param w = [1.0, 2.0]
      for i in 0..100 { record noise = normal(3) }
      let net = Dense(2, 3, tanh) >> Dense(3, 2)
      let e = estimate(normal(50, 2))
      let f = plot(sin, 0, 1)
      """)
    #expect(outcome.status == .finished)
    return session
  }

  private func check(_ program: String, in session: Session) {
    let outcome = session.run(program)
    for problem in outcome.problems {
      #expect(problem.code != DiagnosticRow.internalProblem.code, "\(program)\n\(problem.text)")
      #expect(problem.place != nil, "\(program)\n\(problem.text)")
    }
    guard let figure = outcome.value.figure else {
      #expect(!outcome.problems.isEmpty, "\(program)")
      return
    }
    for language in Language.allCases { #expect(!figure.summary(language).isEmpty, "\(program)") }
    #expect(figure.svg(width: nil, height: nil, theme: .light).hasSuffix("</svg>\n"), "\(program)")
    // An image that is black is blank where there are no colours.
    if case .gallery = figure {
      _ = figure.terminal(TerminalStyle(columns: 40, rows: 12))
      return
    }
    #expect(!figure.terminal(TerminalStyle(columns: 40, rows: 12)).isEmpty, "\(program)")
  }

  @Test("one value", arguments: names) func one(_ name: String) {
    let session = prepared()
    for value in Self.values { check("\(name)(\(value))", in: session) }
    check("\(name)()", in: session)
  }

  @Test("two values", arguments: names) func two(_ name: String) {
    let session = prepared()
    for (index, a) in Self.values.enumerated() {
      // Every value meets every fifth other one.
      for b in Self.values[(index % 5)...].enumerated() where b.offset % 5 == 0 {
        check("\(name)(\(a), \(b.element))", in: session)
      }
    }
  }

  @Test("every setting with every value", arguments: FigureNatives.rows.map(\.name)) func settings(_ name: String) {
    let session = prepared()
    guard let row = FigureNatives.rows.first(where: { $0.name == name }) else { return }
    let start = [
      "field": "p -> p, (-1, 1), (-1, 1)", "contour": "p -> sum(p), (-1, 1), (-1, 1)", "summary": "net",
      "graph": "sin, 1", "overlay": "f, f", "panels": "f, f", "images": "zeros(3, 4, 4)", "heatmap": "[[1, 2], [3, 4]]",
    ]
    for parameter in row.signature.parameters where parameter.isOptional && !parameter.isRepeated {
      if ["x", "y"].contains(parameter.name) && (name == "field" || name == "contour") { continue }
      if parameter.name == "heights" || parameter.name == "labels" { continue }
      for value in Self.values {
        check("\(name)(\(start[name] ?? "[1, 2, 3]"), \(parameter.name): \(value))", in: session)
      }
    }
  }
}
