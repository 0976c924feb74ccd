// Figures in characters: what holds for every kind, size and style, and pictures of them that are kept.
import Diagnostics
import Figures
import Foundation
import Testing

@Suite("Terminal") struct TerminalTests {
  private static let styles: [TerminalStyle] = [
    TerminalStyle(signs: .unicode, colours: .none), TerminalStyle(signs: .plain, colours: .none),
    TerminalStyle(signs: .unicode, colours: .full), TerminalStyle(signs: .unicode, colours: .indexed),
    TerminalStyle(signs: .unicode, colours: .basic), TerminalStyle(signs: .plain, colours: .basic),
  ]
  private static let sizes = [(80, 24), (20, 6), (47, 13), (200, 60), (1, 1), (9, 3), (12, 40)]

  /// The text without the colours' sequences.
  private func bare(_ text: String) -> String { text.replacing(/\u{1b}\[[0-9;]*m/, with: "") }

  private func expectTidy(_ figure: Figure, _ style: TerminalStyle, _ name: String, isPlot: Bool) {
    let text = figure.terminal(style)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let what = "\(name) at \(style.columns)×\(style.rows), \(style.signs), \(style.colours)"
    for line in lines {
      let bare = bare(line)
      #expect(Visible.width(bare) <= style.columns, "\(what): a line of \(Visible.width(bare))")
      #expect(bare.last != " " || style.colours != .none, "\(what): a blank at the end of \(bare)")
      #expect(
        !bare.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7f || (0x80..<0xa0).contains($0.value) },
        "\(what)")
      if style.colours != .none {
        #expect(!line.contains("\u{1b}") || line.hasSuffix("\u{1b}[0m") || !bare.isEmpty, "\(what)")
      }
    }
    #expect(style.colours != .none || !text.contains("\u{1b}"), "\(what): an escape sequence")
    #expect(style.signs != .plain || text.utf8.allSatisfy { $0 < 0x7f }, "\(what): beyond ASCII")
    #expect(!isPlot || lines.count <= style.rows, "\(what): \(lines.count) lines")
    #expect(!text.hasSuffix("\n"), "\(what): an empty line at the end")
    #expect(text == figure.terminal(style), "\(what): twice is not the same")
  }

  private func isPlot(_ figure: Figure) -> Bool {
    if case .plot = figure { return true }
    return false
  }

  @Test("every kind keeps to its columns and rows, in every style and size", arguments: RenderedSamples.all.map(\.name))
  func properties(_ name: String) throws {
    let figure = try #require(RenderedSamples.all.first { $0.name == name }).figure
    for (columns, rows) in Self.sizes {
      for var style in Self.styles {
        (style.columns, style.rows) = (columns, rows)
        expectTidy(figure, style, name, isPlot: isPlot(figure))
      }
    }
  }

  @Test("senseless sizes are brought into reason") func senselessSizes() {
    for size in [Int.min, -1, 0, Int.max] {
      for style in [TerminalStyle(columns: size, rows: 10), TerminalStyle(columns: 30, rows: size)] {
        for figure in [RenderedSamples.curves, RenderedSamples.table, RenderedSamples.digits, RenderedSamples.panels] {
          #expect(figure.terminal(style).count < 2_000_000)
        }
      }
    }
  }

  @Test("what somebody calls a series cannot command the terminal") func harmless() {
    let evil = "a\u{1b}[31mb\u{7}\r\nc\u{202e}d\u{9b}31m\u{0}\u{200f}é漢😀"
    let figures: [Figure] = [
      .plot(
        Plot(
          title: evil, x: Axis(label: evil, categories: [evil, evil]), y: Axis(label: evil),
          marks: [
            Mark(.bars(heights: [1, 2], part: 0, parts: 1), name: evil),
            Mark(.line(x: [0, 1], y: [0, 1]), name: evil),
          ])),
      .gallery(Gallery(title: evil, images: [RenderedSamples.sign(0)], columns: 1, captions: [evil])),
      .table(Table(title: evil, columns: [Table.Column(evil, isNumeric: false, cells: [evil, evil])])),
      .diagram(
        Diagram(
          title: evil, boxes: [Diagram.Box(kind: .given, title: evil, subtitle: evil, x: 0, y: 0, width: 4, height: 3)],
          arrows: [], width: 4, height: 3)),
      .panels([.table(Table(title: evil, columns: []))], columns: 3, title: evil),
    ]
    for (index, figure) in figures.enumerated() {
      for var style in Self.styles {
        (style.columns, style.rows) = (50, 15)
        expectTidy(figure, style, "evil \(index)", isPlot: index == 0)
        #expect(!figure.terminal(style).contains("\u{202e}"))
      }
    }
  }

  @Test("no data trap: not finite, empty, huge, broken") func extremes() {
    let odd: [Double] = [.nan, .infinity, -.infinity, 1e308, -1e308, .leastNonzeroMagnitude, 0]
    let brokenRaster = Raster(width: 1 << 40, height: 1 << 40, channels: 3, values: [1])
    let figures: [Figure] = [
      .plot(Plot(marks: [Mark(.line(x: odd, y: odd.reversed()), name: "odd"), Mark(.points(x: odd, y: odd))])),
      .plot(Plot(marks: [Mark(.histogram(edges: odd, heights: odd)), Mark(.level(.nan)), Mark(.upright(1e308))])),
      .plot(Plot(marks: [Mark(.arrows(x: odd, y: odd, dx: odd, dy: odd)), Mark(.band(x: odd, low: odd, high: []))])),
      .plot(
        Plot(marks: [
          Mark(
            .cells(
              Grid(rows: 9, columns: 9, values: odd, x: Interval(0, 0), y: Interval(.nan, 1), scale: Interval(1, 0))))
        ])),
      .gallery(Gallery(images: [brokenRaster, RenderedSamples.sign(1)], columns: .max, captions: ["a", "b", "c"])),
      .gallery(Gallery(images: [], columns: -3)),
      .gallery(Gallery(images: (0..<3000).map { _ in RenderedSamples.sign(2, side: 4) }, columns: 2)),
      .table(Table(columns: [])),
      .table(
        Table(columns: [
          Table.Column("n", isNumeric: true, cells: []), Table.Column("", isNumeric: false, cells: ["x"]),
        ])),
      .table(
        Table(columns: [Table.Column("long", isNumeric: true, cells: (0..<5000).map(String.init))], hasTotal: true)),
      .table(Table(columns: (0..<300).map { Table.Column("c\($0)", isNumeric: true, cells: ["1234567"]) })),
      .diagram(Diagram(boxes: [], arrows: [Diagram.Arrow(from: 3, to: -1, points: [])], width: .nan, height: 0)),
      .diagram(
        Diagram(
          boxes: odd.map { Diagram.Box(kind: .number, title: "n", subtitle: "", x: $0, y: $0, width: $0, height: $0) },
          arrows: [Diagram.Arrow(from: 0, to: 99, points: [Spot(.nan, 0)])], width: 1, height: 1)),
      .panels([], columns: 0, title: nil),
      (0..<200).reduce(RenderedSamples.table) { inner, _ in .panels([inner], columns: 1, title: nil) },
    ]
    for (index, figure) in figures.enumerated() {
      for var style in Self.styles {
        (style.columns, style.rows) = (40, 12)
        expectTidy(figure, style, "extreme \(index)", isPlot: index < 4)
      }
      _ = figure.pixels(width: 100, height: 80, theme: .light, scale: 1)
    }
  }

  @Test("without colours two series look different") func tellSeriesApart() {
    func curve(_ colour: Int) -> Figure {
      let x = (0...20).map(Double.init)
      let flat = Mark(.line(x: x, y: x.map { _ in 0.5 }), colour: colour)
      return .plot(Plot(y: Axis(range: Interval(0, 1)), marks: [flat]))
    }
    for signs in [TerminalStyle.Signs.unicode, .plain] {
      let style = TerminalStyle(columns: 50, rows: 10, signs: signs)
      let pictures = (0..<5).map { curve($0).terminal(style) }
      #expect(Set(pictures).count == 5, "\(signs)")
    }
  }

  @Test("of two series in one place the later one is seen") func laterWins() {
    let x = [0.0, 1]
    func figure(_ first: Int, _ second: Int) -> Figure {
      .plot(
        Plot(marks: [
          Mark(.line(x: x, y: [0.5, 0.5]), colour: first), Mark(.line(x: x, y: [0.5, 0.5]), colour: second),
        ]))
    }
    let style = TerminalStyle(columns: 40, rows: 9, colours: .basic)
    // The first series is an unbroken line: it covers the dashes of the second.
    let text = figure(1, 0).terminal(style)
    #expect(text.contains("\u{1b}[94m") && !text.contains("\u{1b}[91m"))
  }

  @Test("a table too wide says what is left out") func wideTable() {
    let columns = ["epoch", "loss", "accuracy", "precision", "recall"].map {
      Table.Column($0, isNumeric: true, cells: ["0.1234"])
    }
    let text = Figure.table(Table(columns: columns)).terminal(TerminalStyle(columns: 30))
    #expect(text.contains("epoch") && text.contains("0.1234") && text.hasSuffix("(+ recall)"), "\(text)")
  }

  @Test("a diagram is drawn where it has room, and listed where not") func diagrams() {
    let wide = RenderedSamples.deepGraph.terminal(TerminalStyle(columns: 40))
    #expect(wide.count { $0 == "▼" } >= 6 && wide.contains("│ sin │") && !wide.contains("←"))
    let narrow = RenderedSamples.deepGraph.terminal(TerminalStyle(columns: 16))
    #expect(narrow.hasSuffix("7  sum     ← 5 6"), "\(narrow)")
    let upward = Diagram(
      boxes: [
        Diagram.Box(kind: .given, title: "a", subtitle: "", x: 0, y: 9, width: 2, height: 2),
        Diagram.Box(kind: .result, title: "b", subtitle: "", x: 0, y: 0, width: 2, height: 2),
      ], arrows: [Diagram.Arrow(from: 0, to: 1, points: [])], width: 2, height: 11)
    #expect(Figure.diagram(upward).terminal(TerminalStyle()) == "1  a\n2  b  ← 1")
  }

  @Test("the pictures are those that are kept", arguments: RenderedSamples.all.map(\.name))
  func snapshots(_ name: String) throws {
    let figure = try #require(RenderedSamples.all.first { $0.name == name }).figure
    var text = ""
    for (columns, rows) in [(80, 20), (44, 12)] {
      for (signs, colours) in [
        (TerminalStyle.Signs.unicode, TerminalStyle.Colours.none), (.plain, .none), (.unicode, .basic),
      ] {
        // In small only what differs by size: colours have been seen.
        if columns < 80 && colours != .none { continue }
        let style = TerminalStyle(columns: columns, rows: rows, signs: signs, colours: colours)
        text += "== \(columns)×\(rows) \(signs) \(colours)\n"
        text += figure.terminal(style).replacing("\u{1b}", with: "␛") + "\n"
      }
    }
    try FigureSnapshots.check(text, "\(name).txt")
  }
}
