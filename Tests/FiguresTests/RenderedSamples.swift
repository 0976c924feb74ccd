// A figure of every kind, for the tests that draw.
import Figures

/// Figures with names; small enough to draw often.
enum RenderedSamples {
  static let all: [(name: String, figure: Figure)] = [
    ("loss", loss), ("curves", curves), ("band", band), ("scatter", scatter), ("clouds", clouds),
    ("histogram", histogram), ("histograms", histograms), ("bars", bars), ("heatmap", heatmap),
    ("table-of-numbers", matrix),
    ("contour", contour), ("field", field), ("digits", digits), ("colours", colours), ("table", table),
    ("graph", graph),
    ("deep-graph", deepGraph),
    ("wide-graph", wideGraph), ("panels", panels), ("logarithmic", logarithmic), ("empty", empty),
  ]

  /// A generator of our own: the same noise on every machine.
  private struct Noise {
    var state: UInt64 = 42
    mutating func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53)
    }
    /// About normal: the sum of twelve.
    mutating func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + next() } }
  }

  private static func root(_ x: Double) -> Double { x.squareRoot() }
  /// e^-x for x ≥ 0, by repeated squaring of a short series: the tests need no C library.
  static func decay(_ x: Double) -> Double {
    let small = x / 1024
    var value = 1 - small + small * small / 2 - small * small * small / 6
    for _ in 0..<10 { value *= value }
    return value
  }
  static func wave(_ x: Double) -> Double {
    var x = x.truncatingRemainder(dividingBy: 2 * .pi)
    if x > .pi { x -= 2 * .pi }
    if x < -.pi { x += 2 * .pi }
    let s = x * x
    return x * (1 - s / 6 * (1 - s / 20 * (1 - s / 42 * (1 - s / 72 * (1 - s / 110 * (1 - s / 156))))))
  }

  static var loss: Figure {
    var noise = Noise()
    let x = (0..<300).map(Double.init)
    let y = x.map { (step: Double) -> Double in
      let noise = 0.06 * noise.normal() * decay(step / 200)
      return 0.1 + 2.2 * decay(step / 60) + noise
    }
    return .plot(
      Plot(
        title: "Pérdida por época", x: Axis(label: "step"), y: Axis(label: "loss"),
        marks: [Mark(.line(x: x, y: y), name: "loss")]))
  }

  static var curves: Figure {
    let x = (0...100).map { Double($0) / 10 }
    return .plot(
      Plot(
        title: "Ondas", x: Axis(label: "θ"), y: Axis(label: "value"),
        marks: [
          Mark(.line(x: x, y: x.map(wave)), name: "sin θ"),
          Mark(.line(x: x, y: x.map { wave($0 + 1.57) * 0.7 }), name: "0.7·cos θ"),
          Mark(.line(x: x, y: x.map { decay($0 / 3) }), name: "e⁻ᵗ", isDashed: true), Mark(.level(0)),
          Mark(.upright(3.14)),
        ]))
  }

  static var band: Figure {
    let x = (0...60).map(Double.init)
    let y = x.map { 0.2 + 1.8 * decay($0 / 15) }
    return .plot(
      Plot(
        x: Axis(label: "step"), y: Axis(label: "θ"),
        marks: [
          Mark(.band(x: x, low: y.map { $0 - 0.25 }, high: y.map { $0 + 0.25 }), colour: 0),
          Mark(.line(x: x, y: y), name: "mean", colour: 0),
        ]))
  }

  static var scatter: Figure {
    var noise = Noise()
    let count = 24
    func cloud(_ x: Double, _ y: Double) -> Mark.Shape {
      .points(
        x: (0..<count).map { _ in x + 0.4 * noise.normal() }, y: (0..<count).map { _ in y + 0.4 * noise.normal() })
    }
    return .plot(
      Plot(
        title: "Zwei Klassen", x: Axis(label: "x₁"), y: Axis(label: "x₂"),
        marks: [
          Mark(cloud(0, 0), name: "real"), Mark(cloud(2, 1), name: "generated"), Mark(cloud(0.5, 2), name: "other"),
        ],
        isEqual: true))
  }

  static var clouds: Figure {
    var noise = Noise()
    let count = 800
    let angles = (0..<count).map { Double($0 % 8) * Double.pi / 4 }
    let x = angles.map { (angle: Double) -> Double in 2 * wave(angle) + 0.15 * noise.normal() }
    let y = angles.map { (angle: Double) -> Double in 2 * wave(angle + .pi / 2) + 0.15 * noise.normal() }
    return .plot(Plot(marks: [Mark(.points(x: x, y: y), name: "ring")], isEqual: true))
  }

  static var histogram: Figure {
    let heights = [1.0, 4, 9, 17, 30, 38, 35, 25, 14, 6, 3, 1]
    return .plot(
      Plot(
        x: Axis(label: "z"), y: Axis(label: "count"),
        marks: [Mark(.histogram(edges: (0...12).map { Double($0) / 2 - 3 }, heights: heights))]))
  }

  static var histograms: Figure {
    let edges = (0...12).map { Double($0) / 2 - 3 }
    return .plot(
      Plot(
        marks: [
          Mark(.histogram(edges: edges, heights: [1, 4, 9, 17, 30, 38, 35, 25, 14, 6, 3, 1]), name: "before"),
          Mark(.histogram(edges: edges, heights: [0, 0, 1, 2, 6, 14, 25, 33, 30, 20, 9, 2]), name: "after"),
        ]))
  }

  static var bars: Figure {
    .plot(
      Plot(
        title: "Precisión", x: Axis(categories: ["VAE", "GAN", "flow", "diffusion"]), y: Axis(label: "accuracy"),
        marks: [
          Mark(.bars(heights: [0.7, 0.82, 0.55, 0.93], part: 0, parts: 2), name: "train"),
          Mark(.bars(heights: [0.6, 0.71, -0.1, 0.88], part: 1, parts: 2), name: "test"),
        ]))
  }

  static var heatmap: Figure {
    let values = (0..<20 * 30).map { (index: Int) -> Double in
      wave(Double(index % 30) / 4) * wave(Double(index / 30) / 3)
    }
    return .plot(
      Plot(
        title: "f(x, y)", x: Axis(label: "x"), y: Axis(label: "y"),
        marks: [
          Mark(
            .cells(
              Grid(
                rows: 20, columns: 30, values: values, x: Interval(0, 3), y: Interval(0, 2), palette: .diverging,
                scale: Interval(-1, 1))))
        ]))
  }

  static var matrix: Figure {
    let values = [0.9, 0.05, 0.05, 0.1, 0.7, 0.2, 0.0, .nan, 0.6]
    return .plot(
      Plot(
        marks: [
          Mark(
            .cells(
              Grid(
                rows: 3, columns: 3, values: values, x: Interval(0, 3), y: Interval(0, 3), scale: Interval(0, 1),
                showsNumbers: true)))
        ]))
  }

  static var contour: Figure {
    let lines = (1...5).map { (level: Int) -> Contour in
      let radius = Double(level) / 5
      let ellipse = (0...60).map { (step: Int) -> Spot in
        let angle = Double(step) * Double.pi / 30
        return Spot(1.4 * radius * wave(angle), radius * wave(angle + .pi / 2))
      }
      return Contour(level: radius, place: Double(level - 1) / 4, lines: [ellipse])
    }
    return .plot(Plot(x: Axis(label: "μ"), y: Axis(label: "σ"), marks: [Mark(.contours(lines))]))
  }

  static var field: Figure {
    let places = (0..<48).map { (index: Int) -> (Double, Double) in (Double(index % 8) - 3.5, Double(index / 8) - 2.5) }
    return .plot(
      Plot(
        x: Axis(label: "θ"), y: Axis(label: "φ"),
        marks: [
          Mark(
            .arrows(
              x: places.map(\.0), y: places.map(\.1), dx: places.map { -$0.1 - 0.2 * $0.0 },
              dy: places.map { $0.0 - 0.2 * $0.1 }))
        ], isEqual: true))
  }

  /// A ring, a stroke or a cross, like a handwritten sign.
  static func sign(_ number: Int, side: Int = 14) -> Raster {
    let values = (0..<side * side).map { index -> Float in
      let half = Double(side - 1) / 2
      let x = Double(index % side) / half - 1
      let y = Double(index / side) / half - 1
      let distance: Double
      switch number % 3 {
      case 0: distance = abs(root(x * x + y * y) - 0.6)
      case 1: distance = abs(x + 0.2 * y)
      default: distance = min(abs(x - y), abs(x + y))
      }
      return Float(min(max(1.3 - distance * 5, 0), 1))
    }
    return Raster(width: side, height: side, channels: 1, values: values)
  }

  static var digits: Figure {
    .gallery(
      Gallery(
        title: "Reconstruções", images: (0..<6).map { sign($0) }, columns: 3, captions: ["0", "1", "×", "0", "1", "×"]))
  }

  static var colours: Figure {
    let values = (0..<8 * 6).flatMap { (index: Int) -> [Float] in [Float(index % 8) / 7, Float(index / 8) / 5, 0.5] }
    return .gallery(Gallery(images: [Raster(width: 8, height: 6, channels: 3, values: values)], columns: 1))
  }

  static var table: Figure {
    .table(
      Table(
        title: "Modelo",
        columns: [
          Table.Column("layer", isNumeric: false, cells: ["dense(784, 100)", "tanh", "dense(100, 2)", "total"]),
          Table.Column("shape", isNumeric: false, cells: ["784 → 100", "100", "100 → 2", ""]),
          Table.Column("parameters", isNumeric: true, cells: ["78 500", "0", "202", "78 702"]),
        ], hasTotal: true))
  }

  static var graph: Figure {
    func box(_ kind: Diagram.Kind, _ title: String, _ subtitle: String, _ x: Double, _ y: Double) -> Diagram.Box {
      Diagram.Box(kind: kind, title: title, subtitle: subtitle, x: x, y: y, width: 5, height: 2.6)
    }
    func arrow(_ from: Int, _ to: Int, _ points: [Spot]) -> Diagram.Arrow {
      Diagram.Arrow(from: from, to: to, points: points)
    }
    return .diagram(
      Diagram(
        title: "tanh(W @ x)",
        boxes: [
          box(.given, "W", "2×3", 0, 0), box(.given, "x", "3", 8, 0), box(.operation, "@", "2", 4, 5),
          box(.result, "tanh", "2", 4, 10),
        ],
        arrows: [
          arrow(0, 2, [Spot(2.5, 2.6), Spot(5.5, 5)]), arrow(1, 2, [Spot(10.5, 2.6), Spot(7.5, 5)]),
          arrow(2, 3, [Spot(6.5, 7.6), Spot(6.5, 10)]),
        ], width: 13, height: 12.6))
  }

  /// Four layers; one arrow passes a layer, two cross.
  static var deepGraph: Figure {
    func box(_ kind: Diagram.Kind, _ title: String, _ subtitle: String, _ x: Double, _ layer: Int) -> Diagram.Box {
      Diagram.Box(kind: kind, title: title, subtitle: subtitle, x: x - 1.5, y: Double(layer) * 5, width: 3, height: 2.9)
    }
    let boxes = [
      box(.given, "θ", "3", 2, 0), box(.given, "x", "3", 6.5, 0), box(.operation, "*", "3", 2, 1),
      box(.number, "2", "", 6.5, 1), box(.operation, "sin", "3", 1, 2), box(.operation, "^", "3", 5, 2),
      box(.result, "sum", "", 3.5, 3),
    ]
    func arrow(_ from: Int, _ to: Int, _ across: Double...) -> Diagram.Arrow {
      Diagram.Arrow(from: from, to: to, points: across.map { Spot($0, 0) })
    }
    return .diagram(
      Diagram(
        boxes: boxes,
        arrows: [
          arrow(0, 2, 2, 1.7), arrow(1, 2, 6.2, 2.3), arrow(1, 5, 6.8, 4.2, 4.2, 4.7), arrow(2, 4, 1.8, 1),
          arrow(2, 5, 2.2, 4.7), arrow(3, 5, 6.5, 5.3), arrow(4, 6, 1, 3.2), arrow(5, 6, 5, 3.8),
        ], width: 9, height: 18))
  }

  static var wideGraph: Figure {
    let boxes = (0..<12).map {
      Diagram.Box(
        kind: $0 == 0 ? .given : .operation, title: "step \($0)", subtitle: "", x: Double($0) * 8, y: 0, width: 5,
        height: 2)
    }
    let arrows = (1..<12).map {
      Diagram.Arrow(from: $0 - 1, to: $0, points: [Spot(Double($0) * 8 - 3, 1), Spot(Double($0) * 8, 1)])
    }
    return .diagram(Diagram(boxes: boxes, arrows: arrows, width: 93, height: 2))
  }

  static var panels: Figure { .panels([curves, histogram, digits, table], columns: 2, title: "Todo junto") }

  static var logarithmic: Figure {
    let x = (0...40).map { Double($0) * 10 }
    return .plot(
      Plot(
        x: Axis(label: "n"), y: Axis(label: "error", isLogarithmic: true),
        marks: [Mark(.line(x: x, y: x.map { 10 * decay($0 / 25) }), name: "error")]))
  }

  static var empty: Figure { .plot(Plot(marks: [])) }
}
