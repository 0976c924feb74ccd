// How each mark of a plot looks: its colour, its dash, its sign.

struct MarkStyle {
  let ink: Scene.Ink
  let dash: [Double]
  let sign: Scene.Sign
  /// Whether it lies over others of its kind, which have to be seen through it.
  let isShared: Bool

  private static let dashes: [[Double]] = [
    [], [9, 3], [2.5, 2.5], [10, 3, 2.5, 3], [16, 4], [5, 2, 5, 5], [2.5, 5], [12, 3, 5, 3],
  ]

  /// One for each mark, in their order.
  static func all(_ marks: [Mark], isGrid: Bool) -> [MarkStyle] {
    var next = 0
    let colours = marks.map { mark -> Int in
      if let colour = mark.colour { return colour }
      guard mark.shape.takesColour else { return next }
      // A band without a name belongs to the line that follows.
      if case .band = mark.shape, mark.name == nil { return next }
      defer { next += 1 }
      return next
    }
    func kinds(_ isKind: (Mark.Shape) -> Bool) -> Int {
      Set(zip(marks, colours).filter { isKind($0.0.shape) }.map(\.1)).count
    }
    let lines = kinds { if case .line = $0 { true } else { false } }
    let points = kinds { if case .points = $0 { true } else { false } }
    let histograms = kinds { if case .histogram = $0 { true } else { false } }
    return zip(marks, colours).map { mark, colour in
      let number = colour == .min ? 0 : abs(colour)
      var dash = lines > 1 ? dashes[number % dashes.count] : []
      var ink = Scene.Ink.series(colour)
      switch mark.shape {
      case .level, .upright:
        if mark.colour == nil { ink = .muted }
        dash = [5, 3]
      case .line: if mark.isDashed { dash = [5, 4] }
      default: dash = mark.isDashed ? [5, 4] : []
      }
      let signs = Scene.Sign.allCases
      return MarkStyle(
        ink: ink, dash: isGrid ? dash.map { ($0 * 0.5).rounded(.up) } : dash,
        sign: points > 1 ? signs[number % signs.count] : .disc, isShared: histograms > 1)
    }
  }
}

extension Mark.Shape {
  /// Whether it has a colour of its own, so that the next mark gets another.
  fileprivate var takesColour: Bool {
    switch self {
    case .line, .band, .points, .histogram, .bars, .arrows: true
    case .cells, .contours, .level, .upright: false
    }
  }
}
