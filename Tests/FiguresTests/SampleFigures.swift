// Figures of every kind, ordinary and extreme, for the tests that hold for all of them.
import Figures
import Foundation

/// Numbers that look random and are the same each time.
struct Noise {
  private var state: UInt64 = 42

  mutating func uniform() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) / 9_007_199_254_740_992
  }

  mutating func normal() -> Double { (-2 * log(uniform() + 1e-300)).squareRoot() * cos(2 * .pi * uniform()) }

  mutating func normals(_ count: Int) -> [Double] { (0..<count).map { _ in normal() } }
}

/// A sheet of characters, as a terminal is one.
struct CharacterSheet: Sheet {
  let textSize = 4.0
  let cell: Cell? = Cell(width: 2, height: 4)

  func width(of text: String, size: Double) -> Double { Double(text.count) * 2 }
}

/// A sheet with letters of one width.
struct PaperSheet: Sheet {
  let textSize = 13.0
  let cell: Cell? = nil

  func width(of text: String, size: Double) -> Double { Double(text.count) * size * 0.6 }
}

enum Samples {
  static let ordinary: [(name: String, figure: Figure)] = [
    ("curves", curves), ("loss", loss), ("logarithmic", logarithmic), ("cloud", cloud), ("histogram", histogram),
    ("bars", bars), ("many bars", manyBars), ("matrix", matrix), ("function", function), ("field", field),
    ("closed", closed), ("gallery", gallery), ("image", image), ("table", table), ("diagram", diagram),
    ("panels", .panels([curves, cloud, table, matrix, gallery], columns: 2, title: "Several")),
    ("bare", .plot(Plot(title: "bare", marks: [Mark(.cells(grid))], isEqual: true, isBare: true))),
  ]

  private static let xs = (0...100).map { Double($0) / 10 - 5 }
  private static func line(_ name: String?, _ value: (Double) -> Double) -> Mark {
    Mark(.line(x: xs, y: xs.map(value)), name: name)
  }

  static let curves = Figure.plot(
    Plot(
      title: "Functions that meet at the right end", x: Axis(label: "t"), y: Axis(label: "value"),
      marks: [
        line("sin", sin), line("nearly sin") { sin($0) - 0.01 }, line("tanh", tanh), line("exp") { exp(-$0 * $0) },
      ]))

  static var loss: Figure {
    var noise = Noise()
    let values = (0..<500).map { 2 * exp(-Double($0) / 100) + 0.1 + 0.05 * noise.normal() }
    let band = Band.of(values)
    return .plot(
      Plot(
        x: Axis(label: "step"),
        marks: [
          Mark(.band(x: band.x, low: band.low, high: band.high), colour: 0),
          Mark(.line(x: band.x, y: band.mean), name: "loss", colour: 0), Mark(.level(0.1), name: "optimum"),
          Mark(.upright(250), name: "half way"),
        ]))
  }

  static let logarithmic = Figure.plot(
    Plot(
      x: Axis(label: "n", isLogarithmic: true), y: Axis(isLogarithmic: true),
      marks: [Mark(.line(x: (1...900).map(Double.init), y: (1...900).map { pow(Double($0), -1.5) }), name: "error")]))

  static var cloud: Figure {
    var noise = Noise()
    return .plot(
      Plot(
        title: "Latent", x: Axis(label: "z₁"), y: Axis(label: "z₂"),
        marks: (0..<3).map { group in
          let (x, y) = (noise.normals(80), noise.normals(80))
          return Mark(.points(x: x.map { $0 + Double(group) }, y: y), name: "group \(group)")
        }, isEqual: true))
  }

  static var histogram: Figure {
    var noise = Noise()
    let marks = ["prior", "posterior"].map { name -> Mark in
      let bins = Histogram.bins(noise.normals(1000))
      return Mark(.histogram(edges: bins.edges, heights: bins.heights), name: name)
    }
    return .plot(Plot(marks: marks))
  }

  static let bars = Figure.plot(
    Plot(
      x: Axis(categories: ["zero", "one", "two"]), y: Axis(label: "%"),
      marks: [
        Mark(.bars(heights: [90, 80, 70], part: 0, parts: 2), name: "dense"),
        Mark(.bars(heights: [95, -5, 99], part: 1, parts: 2), name: "convolutional"),
      ]))

  static let manyBars = Figure.plot(
    Plot(
      x: Axis(categories: (0..<60).map { "category \($0)" }),
      marks: [Mark(.bars(heights: (0..<60).map { sin(Double($0)) }, part: 0, parts: 1))]))

  static let grid = Grid(
    rows: 4, columns: 5, values: (0..<20).map { Double($0) - 8.25 }, x: Interval(-0.5, 4.5), y: Interval(-0.5, 3.5),
    palette: .diverging, scale: Interval(-12, 12), showsNumbers: true)

  static let matrix = Figure.plot(
    Plot(
      title: "Matrix", y: Axis(categories: ["a", "b", "a rather long name for a row", "d"]),
      marks: [Mark(.cells(grid))], isEqual: true))

  static let surface = Grid(
    rows: 40, columns: 40,
    values: (0..<1600).map { sin(Double($0 % 40) / 6) * cos(Double($0 / 40) / 6) }, x: Interval(-3, 3),
    y: Interval(-3, 3),
    isUpward: true, scale: Interval(-1, 1))

  static let function = Figure.plot(
    Plot(
      marks: [
        Mark(.cells(surface)), Mark(.contours(Contour.lines(of: surface, levels: [-0.5, 0, 0.5]))),
        Mark(.points(x: [0, 1], y: [0, 1])),
      ], isEqual: true))

  static var field: Figure {
    let x = (0..<100).map { Double($0 % 10) - 4.5 }
    let y = (0..<100).map { Double($0 / 10) - 4.5 }
    return .plot(
      Plot(marks: [Mark(.arrows(x: x, y: y, dx: y.map { -$0 }, dy: x), name: "curl")], isEqual: true))
  }

  static let closed = Figure.plot(
    Plot(
      marks: [
        Mark(.line(x: xs.map { 2 * cos($0 * .pi / 5) }, y: xs.map { sin($0 * .pi / 5) }), name: "ellipse"),
        Mark(.line(x: xs.map { cos($0 * .pi / 5) }, y: xs.map { sin($0 * .pi / 5) }), name: "circle"),
      ], isEqual: true))

  static func raster(_ width: Int, _ height: Int, _ channels: Int = 1) -> Raster {
    Raster(
      width: width, height: height, channels: channels,
      values: (0..<width * height * channels).map { Float($0 % 17) / 16 })
  }

  static let gallery = Figure.gallery(
    Gallery(
      title: "Digits", images: (0..<12).map { _ in raster(28, 28) }, columns: 5,
      captions: (0..<12).map { "digit \($0)" }))

  static let image = Figure.gallery(Gallery(images: [raster(16, 9, 3)], columns: 1))

  static let table = Figure.table(
    Table(
      title: "Layers",
      columns: [
        .init("layer", isNumeric: false, cells: ["Dense", "selu", "total"]),
        .init("output", isNumeric: false, cells: ["[100]", "[100]"]),
        .init("parameters", isNumeric: true, cells: ["78500", "0", "78500"]),
      ], hasTotal: true))

  static let diagram = Figure.diagram(
    Diagram(
      title: "A graph",
      boxes: [
        .init(kind: .given, title: "x", subtitle: "[32, 784]", x: 0, y: 0, width: 7, height: 2.4),
        .init(kind: .operation, title: "@", subtitle: "[32, 100]", x: 0, y: 5, width: 7, height: 2.4),
        .init(kind: .result, title: "mean", subtitle: "0.5", x: 0, y: 10, width: 7, height: 2.4),
      ],
      arrows: [
        .init(from: 0, to: 1, points: [Spot(3.5, 2.4), Spot(3.5, 5)]),
        .init(from: 1, to: 2, points: [Spot(3.5, 7.4), Spot(3.5, 10)]),
      ], width: 7, height: 12.4))
}
