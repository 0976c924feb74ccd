// A figure as a value of the language.
import Diagnostics
import Figures
import Machine

/// A picture that a program can name, print, lay over another and show.
struct FigureValue: HostedContent {
  let figure: Figure
  /// What it says when it is printed: the language of the session that made it.
  private let language: Language
  let byteSize: Int

  init(_ figure: Figure, language: Language) {
    self.figure = figure
    self.language = language
    byteSize = 256 + figure.bytes
  }

  var kind: Words { Words(en: "a figure", es: "una figura", pt: "uma figura") }
  var description: String { figure.summary(language) }
  var line: String { String(description.prefix { $0 != "\n" }) }

  func member(_ name: String) -> Value? {
    switch name {
    case "title": .text(Text(figure.title ?? ""))
    case "summary": .text(Text(description))
    case "names": .tuple(Tuple(figure.names.map { Value.text(Text($0)) }))
    default: nil
    }
  }

  var memberNames: [String] { ["title", "summary", "names"] }

  func added(_ other: Value) throws -> Value? {
    guard let upper = other.figure else { return nil }
    return .figure(try Overlay.joined(figure, upper, op: "+", argument: 1), in: language)
  }
}

extension Value {
  /// A figure as a value; it says what it shows in this language.
  static func figure(_ figure: Figure, in language: Language) -> Value {
    .host(Hosted(FigureValue(figure, language: language)))
  }

  /// The figure that it is, if it is one.
  var figure: Figure? {
    guard case .host(let object as Hosted) = self, let value = object.content as? FigureValue else { return nil }
    return value.figure
  }
}

extension Figure {
  /// What stands above it.
  package var title: String? {
    switch self {
    case .plot(let plot): plot.title
    case .gallery(let gallery): gallery.title
    case .table(let table): table.title
    case .diagram(let diagram): diagram.title
    case .panels(_, _, let title): title
    }
  }

  /// What its curves, points and bars are called, or its columns, or its images.
  package var names: [String] {
    switch self {
    case .plot(let plot): plot.marks.compactMap(\.name)
    case .gallery(let gallery): gallery.captions
    case .table(let table): table.columns.map(\.title)
    case .diagram(let diagram): diagram.boxes.map(\.title)
    case .panels(let figures, _, _): figures.flatMap(\.names)
    }
  }

  /// Roughly how much memory it holds.
  fileprivate var bytes: Int {
    switch self {
    case .plot(let plot): plot.marks.reduce(0) { $0 + 128 + $1.shape.bytes }
    case .gallery(let gallery): gallery.images.reduce(0) { $0 + 64 + 4 * $1.values.count }
    case .table(let table): table.columns.reduce(0) { $0 + 64 + 24 * $1.cells.count }
    case .diagram(let diagram): 160 * diagram.boxes.count + 128 * diagram.arrows.count
    case .panels(let figures, _, _): figures.reduce(0) { $0 + $1.bytes }
    }
  }
}

extension Mark.Shape {
  fileprivate var bytes: Int {
    switch self {
    case .line(let x, let y), .points(let x, let y): 8 * (x.count + y.count)
    case .band(let x, let low, let high): 8 * (x.count + low.count + high.count)
    case .histogram(let edges, let heights): 8 * (edges.count + heights.count)
    case .bars(let heights, _, _): 8 * heights.count
    case .cells(let grid): 8 * grid.values.count
    case .arrows(let x, let y, let dx, let dy): 8 * (x.count + y.count + dx.count + dy.count)
    case .contours(let contours): contours.reduce(0) { $0 + $1.lines.reduce(0) { $0 + 16 * $1.count } }
    case .level, .upright: 16
    }
  }
}
