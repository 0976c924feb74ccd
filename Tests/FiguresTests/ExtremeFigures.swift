// Figures of numbers and texts that nobody would choose, and somebody will have.
import Figures

extension Samples {
  /// Lists of numbers that are hard to draw.
  static let hardNumbers: [[Double]] = [
    [], [3], [2, 2, 2], [.nan, .nan], [.infinity, 1, -.infinity, 2], [.nan, 1, .nan, 2, .nan], [1e308, -1e308, 0],
    [.leastNonzeroMagnitude, 3 * .leastNonzeroMagnitude, 0], [1e300, 1e300], [-1e-300, 1e-300], [1e15, 1e15 + 1],
    [1e9, 1e9 + 3, 1e9 + 1], [0, 0, 0],
    [-5, -5], [1e-7, 2e-7], [.greatestFiniteMagnitude, .leastNonzeroMagnitude], [0, 1e6, -3], [1, 0, -1, 0, 1],
  ]

  static let longText = String(repeating: "a long text without an end ", count: 30)
  static let strangeText = "<b>&\"'\u{1b}[31m\u{0}\n\t]]> ñ ∇ 日本語 👩‍🚀 e\u{301} \u{202e}x"

  static var extreme: [(name: String, figure: Figure)] {
    var figures: [(String, Figure)] = [("empty", .plot(Plot(marks: [])))]
    for numbers in hardNumbers {
      let reversed = Array(numbers.reversed())
      let shapes: [Mark.Shape] = [
        .line(x: numbers, y: reversed), .band(x: numbers, low: reversed, high: numbers),
        .points(x: reversed, y: numbers),
        .histogram(edges: numbers, heights: reversed), .bars(heights: numbers, part: 1, parts: 2),
        .arrows(x: numbers, y: reversed, dx: numbers, dy: numbers),
        .contours([Contour(level: numbers.first ?? 0, place: 2, lines: [zip(numbers, reversed).map { Spot($0, $1) }])]),
        .level(numbers.first ?? .nan), .upright(numbers.last ?? .nan),
        .cells(
          Grid(
            rows: 1, columns: numbers.count, values: numbers, x: Interval(numbers.first ?? 0, numbers.last ?? 0),
            y: Interval(0, 1), palette: .diverging, scale: Interval(numbers.first ?? 0, numbers.last ?? 0),
            showsNumbers: true)),
      ]
      for (index, shape) in shapes.enumerated() {
        for isLogarithmic in [false, true] {
          let axis = Axis(label: "label", isLogarithmic: isLogarithmic)
          let plot = Plot(x: axis, y: axis, marks: [Mark(shape, name: "name")], isEqual: index % 2 == 0)
          figures.append(("\(numbers) \(index) \(isLogarithmic)", .plot(plot)))
        }
      }
      let all = Plot(marks: shapes.map { Mark($0, name: longText) })
      figures.append(("\(numbers) all", .plot(all)))
    }
    return figures + texts + sizes
  }

  private static var texts: [(String, Figure)] {
    [longText, strangeText, "", " ", "\n"].map { text in
      let marks = (0..<30).map { Mark(.line(x: [0, 1], y: [Double($0), 5]), name: text) }
      let axis = Axis(label: text)
      return ("text \(text.prefix(9))", .plot(Plot(title: text, x: axis, y: axis, marks: marks)))
    } + [
      (
        "long categories",
        .plot(
          Plot(
            title: longText, x: Axis(categories: (0..<9).map { "\($0) " + longText }), y: Axis(label: longText),
            marks: [Mark(.bars(heights: [1, 2, 3, 4, 5, 6, 7, 8, 9], part: 0, parts: 1), name: strangeText)]))
      ),
      (
        "wide table",
        .table(
          Table(
            title: longText,
            columns: (0..<90).map { .init("column \($0)", isNumeric: $0 % 2 == 0, cells: [longText, strangeText]) },
            hasTotal: true))
      ),
      ("no table", .table(Table(columns: []))),
      ("empty table", .table(Table(columns: [.init("", isNumeric: true, cells: [])]))),
    ]
  }

  private static var sizes: [(String, Figure)] {
    let long = (0..<1500).map { "row \($0)" }
    var deep = curves
    for _ in 0..<60 { deep = .panels([deep, deep], columns: 2, title: "deeper") }
    return [
      ("long table", .table(Table(columns: [.init("x", isNumeric: false, cells: long)], hasTotal: true))),
      ("no images", .gallery(Gallery(images: [], columns: 0))),
      (
        "broken images",
        .gallery(
          Gallery(
            images: [
              Raster(width: 3, height: -1, channels: 7, values: []),
              Raster(width: .max, height: .max, channels: 3, values: [1]),
            ],
            columns: .max, captions: [longText, strangeText]))
      ),
      ("many images", .gallery(Gallery(images: Array(repeating: raster(2, 2), count: 2000), columns: 30))),
      ("flat images", .gallery(Gallery(images: [raster(200, 1), raster(1, 200)], columns: 2))),
      (
        "broken cells",
        .plot(
          Plot(marks: [
            Mark(
              .cells(
                Grid(rows: .max, columns: 2, values: [1], x: Interval(0, 1), y: Interval(0, 1), scale: Interval(0, 1))))
          ]))
      ),
      (
        "asked",
        .plot(
          Plot(
            x: Axis(range: Interval(5, 5)), y: Axis(range: Interval(.nan, .infinity)),
            marks: [Mark(.line(x: [0, 1], y: [0, 1]), colour: .min)]))
      ),
      (
        "elsewhere",
        .plot(
          Plot(
            x: Axis(range: Interval(100, 101)), y: Axis(range: Interval(9, -9)),
            marks: [Mark(.line(x: [0, 1e9], y: [-1e9, 1e9]))]))
      ),
      ("no diagram", .diagram(Diagram(boxes: [], arrows: [], width: 0, height: .nan))),
      (
        "broken diagram",
        .diagram(
          Diagram(
            title: strangeText,
            boxes: [
              .init(
                kind: .omitted, title: longText, subtitle: longText, x: .nan, y: 1e300, width: -1, height: .infinity)
            ],
            arrows: [
              .init(from: 7, to: -3, points: [Spot(.nan, 0), Spot(1e300, -1e300)]), .init(from: 0, to: 0, points: []),
            ],
            width: 1e300, height: -5))
      ),
      ("deep", deep), ("no panels", .panels([], columns: 0, title: nil)),
    ]
  }
}
