// A figure in words, for those who cannot see it.
import Diagnostics

extension Figure {
  /// What there is to be seen: the kind and the title, what the axes cover, and for every series how it runs and where its extremes are; of
  /// a table, its rows; of a diagram, its nodes in order. Several lines.
  public func summary(_ language: Language) -> String {
    Describer(language: language).lines(self).joined(separator: "\n")
  }

  /// The kind of figure and its title, in one line.
  func name(_ language: Language) -> String { Describer(language: language).name(self) }
}

/// Describes figures in one language.
struct Describer {
  let language: Language
  /// How many rows, nodes or captions are read out; more would tire anybody.
  static let most = 30

  func say(_ words: Words, _ values: [String: String] = [:]) -> String {
    // Not `filled`, which shortens what is put in: a list of names may be long.
    var sentence = ""
    Template.pieces(of: words(language)) { piece in
      switch piece {
      case .literal(let text): sentence += text
      case .name(let name): sentence += values[name] ?? "…"
      }
    }
    return sentence
  }

  func number(_ value: Double) -> String { NumberText.brief(value) }

  func name(_ figure: Figure) -> String {
    let (words, title) = kind(of: figure)
    let kind = say(words)
    let start = kind.prefix(1).uppercased() + kind.dropFirst()
    guard let title = title.map(Page.oneLine), !title.isEmpty else { return start }
    return "\(start): \(title)"
  }

  func lines(_ figure: Figure, depth: Int = 0) -> [String] {
    let start = name(figure)
    switch figure {
    case .plot(let plot): return [start] + lines(plot)
    case .gallery(let gallery): return [start] + lines(gallery)
    case .table(let table): return [start] + lines(table)
    case .diagram(let diagram): return [start] + lines(diagram)
    case .panels(let figures, _, _):
      guard depth < Figure.deepest else { return [start] }
      let shown = figures.prefix(PanelsLayout.most).enumerated().flatMap { number, figure in
        let inner = lines(figure, depth: depth + 1)
        return ["\(number + 1). \(inner.first ?? "")"] + inner.dropFirst().map { "   " + $0 }
      }
      return [start] + shown + more(figures.count - PanelsLayout.most)
    }
  }

  func more(_ count: Int) -> [String] { count > 0 ? [say(SummaryWords.more, ["count": "\(count)"])] : [] }

  private func kind(of figure: Figure) -> (Words, String?) {
    switch figure {
    case .plot(let plot): (kind(of: plot), plot.title)
    case .gallery(let gallery): (gallery.images.count == 1 ? SummaryWords.image : SummaryWords.gallery, gallery.title)
    case .table(let table): (SummaryWords.table, table.title)
    case .diagram(let diagram): (SummaryWords.diagram, diagram.title)
    case .panels(_, _, let title): (SummaryWords.panels, title)
    }
  }

  /// From the mark that says most about what kind of plot it is.
  private func kind(of plot: Plot) -> Words {
    func has(_ isKind: (Mark.Shape) -> Bool) -> Bool { plot.marks.contains { isKind($0.shape) } }
    if has({ if case .cells = $0 { true } else { false } }) { return SummaryWords.heatmap }
    if has({ if case .arrows = $0 { true } else { false } }) { return SummaryWords.field }
    if has({ if case .contours = $0 { true } else { false } }) { return SummaryWords.contours }
    if has({ if case .histogram = $0 { true } else { false } }) { return SummaryWords.histogram }
    if has({ if case .bars = $0 { true } else { false } }) { return SummaryWords.bars }
    if has({ if case .line = $0 { true } else { false } }) { return SummaryWords.plot }
    return has({ if case .points = $0 { true } else { false } }) ? SummaryWords.scatter : SummaryWords.plot
  }

  // MARK: - Images

  private func lines(_ gallery: Gallery) -> [String] {
    guard let first = gallery.images.first else { return [say(SummaryWords.empty)] }
    let size = ["width": "\(first.width)", "height": "\(first.height)"]
    if gallery.images.count == 1 {
      return [say(SummaryWords.pixels, size)] + gallery.captions.prefix(1).map(Page.oneLine).filter { !$0.isEmpty }
    }
    let columns = gallery.columns.inside(1, gallery.images.count)
    let values = ["count": "\(gallery.images.count)", "columns": "\(columns)"]
    let captions = gallery.captions.prefix(Describer.most).map(Page.oneLine)
    let line = say(SummaryWords.images, size.merging(values) { $1 })
    guard captions.contains(where: { !$0.isEmpty }) else { return [line] }
    return [line, captions.joined(separator: ", ")] + more(gallery.captions.count - Describer.most)
  }

  // MARK: - Tables

  private func lines(_ table: Table) -> [String] {
    let columns = table.columns.prefix(64)
    let count = columns.reduce(0) { max($0, $1.cells.count) }
    func row(_ index: Int) -> String {
      columns.map { index < $0.cells.count ? Page.oneLine($0.cells[index]) : "" }.joined(separator: " | ")
    }
    let header = columns.map { Page.oneLine($0.title) }.joined(separator: " | ")
    guard count > Describer.most else { return [header] + (0..<count).map(row) }
    // The last row of a table with a total is what people look for.
    let end = table.hasTotal ? [row(count - 1)] : []
    let shown = Describer.most - end.count
    return [header] + (0..<shown).map(row) + more(count - Describer.most) + end
  }

  // MARK: - Diagrams

  private func lines(_ diagram: Diagram) -> [String] {
    var operands: [Int: [Int]] = [:]
    for arrow in diagram.arrows { operands[arrow.to, default: []].append(arrow.from) }
    func title(_ index: Int) -> String { Page.oneLine(diagram.boxes[index].title) }
    // As somebody reads: from the top to the bottom, from the left to the right.
    let order = diagram.boxes.indices.sorted {
      let (a, b) = (diagram.boxes[$0], diagram.boxes[$1])
      return a.y != b.y ? a.y < b.y : a.x != b.x ? a.x < b.x : $0 < $1
    }
    let nodes = order.prefix(2 * Describer.most).map { index in
      let box = diagram.boxes[index]
      let subtitle = Page.oneLine(box.subtitle)
      let node = title(index) + (subtitle.isEmpty ? "" : " (\(subtitle))")
      let from = (operands[index] ?? []).filter(diagram.boxes.indices.contains).map(title)
      guard !from.isEmpty else { return node }
      return say(SummaryWords.operands, ["node": node, "operands": from.prefix(8).joined(separator: ", ")])
    }
    return nodes.isEmpty ? [say(SummaryWords.empty)] : nodes + more(order.count - 2 * Describer.most)
  }
}
