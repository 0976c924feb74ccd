// Tables, summaries of models, computations, and figures put together.
import AulaRuntime
import Foundation
import Testing

@Suite("Figures: tables and arrangements") struct FigureTableTests {
  @Test("tables come as columns, as rows, or as a matrix") func tables() throws {
    let columns = try table("table((method: (\"PCA\", \"AE\"), error: [0.061, 0.04]), title: \"t\")")
    #expect(columns.title == "t" && columns.columns.map(\.title) == ["method", "error"])
    #expect(columns.columns.map(\.cells) == [["PCA", "AE"], ["0.061", "0.040"]])
    #expect(columns.columns.map(\.isNumeric) == [false, true])
    let rows = try table("table(((d: d, half: d / 2) for d in (1, 2, 4)))")
    #expect(rows.columns.map(\.title) == ["d", "half"] && rows.columns[1].cells == ["0.5", "1.0", "2.0"])
    let matrix = try table("table([[1, 2], [3, 4]], names: (\"a\", \"b\"), rows: (\"x\", \"y\"))")
    #expect(matrix.columns.map(\.title) == ["", "a", "b"] && matrix.columns[0].cells == ["x", "y"])
    #expect(try table("table((a: 1, b: 2))").columns.map(\.cells) == [["1"], ["2"]])
    #expect(try table("table((a: [1 / 3, 2 / 3]), digits: 2)").columns[0].cells == ["0.33", "0.67"])
    #expect(try table("table((a: [1e-9, 1]))").columns[0].cells == ["1e-9", "1"])
    #expect(try table("table((a: [true, false]))").columns[0].cells == ["true", "false"])
    #expect(try table("table((a: (\"x\", 1)))").columns[0].cells == ["x", "1"])
    let long = try table("table((a: 0..5000))")
    #expect(long.columns[0].cells.count == 1000 && long.title == "the first 1000 rows of 5000")
    // Not even the same numbers again and again make a figure larger than the memory.
    #expect(testSession().codes("let x = zeros(4000000)\ntable((a: x, b: x, c: x))") == ["E0676"])
    #expect(testSession().codes("let x = zeros(4000000)\nplot((a: x, b: x, c: x))") == ["E0676"])
  }

  @Test("a summary counts what is shared once, and says the shapes") func summary() throws {
    let chain = try table("summary(Dense(784, 100, relu) >> Dense(100, 10), input: [784])")
    #expect(chain.columns.map(\.title) == ["layer", "output", "weights", "parameters"] && chain.hasTotal)
    #expect(chain.columns[0].cells == ["Dense", "Dense", "total"])
    #expect(chain.columns[1].cells == ["[100]", "[10]", "[10]"])
    #expect(chain.columns[2].cells[0] == "W [784, 100], b [100]")
    #expect(chain.columns[3].cells == ["78,500", "1,010", "79,510"])
    let tied = try table(
      "model Tied(l) {\n  param b = zeros(4)\n  fn (x) = x @ l.W.T + b\n}\nlet l = Dense(4, 3)\nsummary(l >> Tied(l))")
    #expect(tied.columns.map(\.title) == ["layer", "weights", "parameters"])
    #expect(tied.columns[2].cells == ["15", "4", "19"] && tied.columns[1].cells[1].contains("(shared)"))
    let parts = try table(
      "model Pair() {\n  let first = Dense(4, 3) >> Dense(3, 2)\n  let second = Dense(2, 4)\n  param s = 1.0\n"
        + "  fn (x) = second(first(x)) * s\n}\nsummary(Pair(), input: 4)")
    #expect(parts.columns[0].cells == ["first · Dense", "first · Dense", "second · Dense", "s", "total"])
    #expect(parts.columns[3].cells == ["15", "8", "12", "1", "36"] && parts.columns[1].cells.last == "[4]")
    let results = try table("fn two(x) = (mu: x, sd: x)\nsummary(Dense(3, 4) >> two, input: 3)")
    #expect(results.columns[1].cells[1] == "(mu: [4], sd: [4])")
  }

  @Test("a summary changes nothing: neither draws nor states") func summaryIsQuiet() throws {
    let model = """
      model Noisy() {
        state calls = 0.0
        param w = 1.0
        fn (x) { if is_training() { update calls by c -> c + 1 }; x * w + normal(1) }
      }
      let m = Noisy()
      """
    let (plain, looked) = (testSession(), testSession())
    for session in [plain, looked] { session.run(model) }
    #expect(try plain.numbers("normal(3)") == looked.numbers("let s = summary(m, input: 3)\nnormal(3)"))
    #expect(try looked.numbers("m.calls") == [0])
  }

  @Test("a computation has its arguments' names and parameters' paths") func computation() throws {
    guard case .diagram(let diagram) = try figure("graph((x, w) -> sum((x @ w)^2), [1, 2], [[1], [3]])") else {
      throw NotDrawn()
    }
    #expect(diagram.boxes.map(\.title) == ["x", "w", "matmul", "square", "sum"])
    #expect(diagram.boxes.map(\.subtitle) == ["[2]", "[2, 1]", "[1]", "[1]", "[]"])
    #expect(diagram.boxes.map(\.kind) == [.given, .given, .operation, .operation, .result])
    #expect(diagram.arrows.map { [$0.from, $0.to] } == [[0, 2], [1, 2], [2, 3], [3, 4]])
    for box in diagram.boxes {
      #expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= diagram.width && box.y + box.height <= diagram.height)
    }
    for arrow in diagram.arrows {
      let (from, to) = (diagram.boxes[arrow.from], diagram.boxes[arrow.to])
      #expect(abs((arrow.points.first?.y ?? 0) - from.y - from.height) < 1e-9)
      #expect(abs((arrow.points.last?.y ?? 0) - to.y) < 1e-9)
    }
    let model = try figure("let net = Dense(2, 3) >> Dense(3, 1)\ngraph(net, [1, 2])")
    #expect(model.names.contains("layer1.W") && model.names.contains("layer2.b"))
    let long = try figure("fn long(x) { var s = x; for i in 0..50 { s = sin(s) }; s }\ngraph(long, 1, limit: 5)")
    guard case .diagram(let cut) = long else { throw NotDrawn() }
    #expect(cut.boxes.contains { $0.kind == .omitted } && cut.boxes.count <= 7)
  }

  @Test("overlaid plots keep their colours apart and show everything") func overlay() throws {
    let both = try plot("overlay(plot([0, 1], [1, 2], [3, 4], points: false), plot([0, 2], [5, 6], points: false))")
    #expect(both.marks.map(\.colour) == [0, 1, 2] && both.lines[2].y == [5, 6])
    let sum = try plot("plot([0, 1], [1, 2], [3, 4], points: false) + plot([0, 2], [5, 6], points: false)")
    #expect(sum == both)
    let ranges = try plot("plot([0, 1], [1, 2], y_range: (0, 3)) + plot([0, 1], [5, 6])")
    #expect(ranges.y.range == Interval(0, 6) && ranges.x.range == nil)
    let joined = try plot("plot([1, 2], y_range: (0, 3), title: \"a\") + plot([5, 6], y_range: (-1, 2), title: \"b\")")
    #expect(joined.y.range == Interval(-1, 3) && joined.title == "a")
  }

  @Test("panels hold figures of all kinds") func panels() throws {
    guard
      case .panels(let figures, let columns, let title) = try figure(
        "panels(plot(sin, 0, 1), table([1, 2]), image(zeros(2, 2)), bars([1]), title: \"all\")")
    else { throw NotDrawn() }
    #expect(figures.count == 4 && columns == 2 && title == "all")
    guard case .panels(let three, 1, _) = try figure("panels((bars([i]) for i in 1..4), columns: 1)") else {
      throw NotDrawn()
    }
    #expect(three.count == 3)
  }
}

@Suite("Figures as values") struct FigureValueTests {
  /// What happened, a word for each event.
  private func events(_ program: String) -> [String] {
    var list: [String] = []
    testSession().run(program) { event in
      switch event {
      case .text(let text): list.append("text \(text)")
      case .value(let value): list.append("value \(value.line)")
      case .picture(let figure): list.append("picture \(figure.names)")
      case .check, .derivation, .prediction, .explanation, .progress: break
      case .problem(let problem): list.append("problem \(problem.code)")
      }
    }
    return list
  }

  @Test("a figure that is an expression is a picture; one that gets a name is a line") func pictures() throws {
    #expect(events("plot(sin, 0, 1)\nbars((a: 1))") == ["picture [\"sin\"]", "picture []"])
    let named = events("let f = plot(sin, 0, 1)")
    #expect(named.count == 1 && named[0].hasPrefix("value f = ") && !named[0].contains("\n"))
    #expect(events("let f = plot(sin, 0, 1)\nf") == ["picture [\"sin\"]"])
  }

  @Test("`plot` is a statement inside of loops and functions, too") func statements() throws {
    #expect(events("for i in 0..3 { plot(sin, 0, 1 + i) }").count == 3)
    #expect(events("fn f(x) {\n  plot(cos, 0, x)\n  x\n}\nf(3)") == ["picture [\"cos\"]", "value 3"])
    #expect(events("fn f(x) { plot(cos, 0, x) }\nf(3)") == ["picture [\"cos\"]"])
  }

  @Test("a figure prints its summary, in the session's language") func printing() throws {
    for language in Language.allCases {
      let session = testSession { $0.language = language }
      var printed: [String] = []
      let outcome = session.run("let f = plot([1, 2, 3], title: \"θ\")\nprint(f)\nf") { event in
        if case .text(let text) = event { printed.append(text) }
      }
      let summary = try #require(outcome.value.figure).summary(language)
      #expect(printed == [summary] && !summary.isEmpty)
      #expect(try session.evaluate("f.summary").text == summary)
    }
  }

  @Test("a host reads a figure and gives one back") func hosts() throws {
    let session = testSession()
    let figure = try figure("plot(sin, 0, 1)")
    try session.define("picture", AulaValue.figure(figure))
    #expect(try session.evaluate("picture").figure == figure)
    session.define("twice") { (arguments: [AulaValue]) in
      guard let figure = arguments.first?.figure else { return .nothing }
      return .figure(.panels([figure, figure], columns: 2, title: nil))
    }
    #expect(try session.evaluate("twice(picture)").figure == .panels([figure, figure], columns: 2, title: nil))
  }

  @Test("figures are undone and kept like other values") func past() throws {
    let session = testSession()
    session.run("var f = plot(sin, 0, 1)")
    session.run("f = plot(cos, 0, 1)")
    try session.undo()
    #expect(try session["f"]?.figure?.names == ["sin"])
    #expect(session.codes("f = f + plot(exp, 0, 1)\n1 + \"a\"") == ["E0522"])
    #expect(try session["f"]?.figure?.names == ["sin"])
  }
}
