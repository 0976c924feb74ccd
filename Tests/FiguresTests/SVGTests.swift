// Figures as SVG: XML that every reader takes, small, and readable without eyes.
import Figures
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("SVG") struct SVGTests {
  @Test("every figure is well-formed XML with a title and a description") func wellFormed() {
    for (name, figure) in Samples.ordinary + Samples.extreme {
      for theme in [Theme.light, .automatic] {
        let text = figure.svg(theme: theme)
        let reader = Reader(text)
        #expect(reader.isWellFormed, "\(name)")
        #expect(reader.role == "img" && reader.viewBox != nil, "\(name)")
        #expect(!reader.title.isEmpty && reader.words == expected(figure), "\(name)")
        #expect(!text.contains("nan") && !text.contains("inf\""), "\(name)")
        #expect(text.utf8.count < 300_000 || name == "many images", "\(name): \(text.utf8.count)")
      }
    }
  }

  /// What the reader must find: the summary without what XML does not allow.
  private func expected(_ figure: Figure) -> String {
    String(String.UnicodeScalarView(figure.summary(.en).unicodeScalars.filter { $0.value >= 32 || $0 == "\n" }))
  }

  @Test("text stays text") func text() {
    let reader = Reader(Samples.curves.svg())
    for text in ["nearly sin", "tanh", "Functions that meet at the right end", "−0.5"] {
      #expect(reader.texts.contains(text))
    }
    let strange = Figure.plot(Plot(title: "a < b & \"c\"", marks: []))
    #expect(Reader(strange.svg()).texts.contains("a < b & \"c\""))
  }

  @Test("automatic colours follow the reader, the others do not") func themes() {
    let figure = Samples.curves
    #expect(figure.svg(theme: .automatic).contains("@media(prefers-color-scheme:dark)"))
    #expect(!figure.svg(theme: .dark).contains("@media"))
    let paper = Palette.colour(of: .paper, isDark: true).hexadecimal
    #expect(figure.svg(theme: .dark).contains(paper) && !figure.svg(theme: .light).contains(paper))
  }

  @Test("a million points stay small and take no time") func million() {
    var noise = Noise()
    let x = (0..<1_000_000).map(Double.init)
    let y = x.map { _ in noise.uniform() }
    let (few, fewer) = (Array(x.prefix(100_000)), Array(y.prefix(100_000)))
    let shapes: [Mark.Shape] = [
      .line(x: x, y: y), .line(x: fewer, y: fewer.reversed()), .points(x: few, y: fewer),
      .band(x: few, low: fewer, high: fewer.map { $0 + 1 }),
    ]
    for shape in shapes {
      let start = Date()
      let text = Figure.plot(Plot(marks: [Mark(shape)])).svg()
      #expect(text.utf8.count < 300_000, "\(text.utf8.count)")
      // Without optimisation; only that it does not grow beyond all measure.
      #expect(Date().timeIntervalSince(start) < 60)
    }
  }

  @Test("thinning keeps the extremes of a curve") func extremes() {
    var y = [Double](repeating: 0, count: 100_000)
    y[54_321] = 1
    let scene = Figure.plot(Plot(marks: [Mark(.line(x: (0..<100_000).map(Double.init), y: y))]))
      .scene(width: 640, height: 400, on: PaperSheet())
    var highest = Double.infinity
    for case .line(let points, .series(0), _, _) in scene.items {
      highest = min(highest, points.map { $0.y }.min() ?? highest)
    }
    #expect(highest < 60)
  }

  @Test("a size is kept, or brought into reason") func size() {
    #expect(Samples.curves.svg(width: 500, height: 300).contains("viewBox=\"0 0 500 300\""))
    for (width, height) in [(Double.nan, -1.0), (.infinity, 1e300), (0, 0), (-.infinity, .nan)] {
      let reader = Reader(Samples.curves.svg(width: width, height: height))
      let numbers = (reader.viewBox ?? "").split(separator: " ").compactMap { Double($0) }
      #expect(numbers.count == 4 && numbers[2] >= 80 && numbers[2] <= 8192 && numbers[3] >= 60 && numbers[3] <= 8192)
    }
  }
}

/// What a reader of XML finds in a document.
private final class Reader: NSObject, XMLParserDelegate {
  private(set) var isWellFormed = false
  private(set) var title = ""
  private(set) var words = ""
  private(set) var texts: [String] = []
  private(set) var role: String?
  private(set) var viewBox: String?
  private var path: [String] = []

  init(_ text: String) {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    if path.isEmpty { (role, viewBox) = (attributes["role"], attributes["viewBox"]) }
    if name == "text" { texts.append("") }
    path.append(name)
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    path.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    switch path.last {
    case "title": title += text
    case "desc": words += text
    case "text": texts[texts.count - 1] += text
    default: break
    }
  }
}
