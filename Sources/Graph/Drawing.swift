// What is drawn of a recorded computation: boxes for operations and given values, arrows for where values go.
import TensorKit

/// A computation as boxes and arrows, before it has a place on paper.
struct Drawing {
  enum Kind: String {
    /// A value that was given.
    case leaf
    /// A number written out.
    case number
    case operation
    /// What was asked for.
    case result
    /// Stands for boxes that were left out.
    case omitted
  }
  struct Box {
    let kind: Kind
    let title: String
    let subtitle: String
    /// What a reader sees when pointing at the box.
    let hint: String
  }
  /// More boxes than this nobody could read.
  private static let most = 1000
  private(set) var boxes: [Box] = []
  /// Arrows from an operand's box to the box that takes it, in the order of operands.
  private(set) var arrows: [(from: Int, to: Int)] = []

  /// The computation of `outputs`, from what is `given` on. Of more than `limit` nodes, those nearest to the outputs are drawn.
  init(_ graph: Graph, _ outputs: [Tensor], names: [Int32: String], given: Set<Int32>, limit: Int) {
    let results = Set(outputs.map(\.id))
    let given = given.subtracting(results)
    let needed = Drawing.nearest(graph, outputs.map(\.id), given, limit: .max).sorted()
    let shown = Drawing.nearest(graph, outputs.map(\.id), given, limit: max(1, min(limit, Drawing.most)))
    var places: [Int32: Int] = [:]
    let hidden = needed.count - shown.count
    var omitted: Int?
    for id in needed where shown.contains(id) {
      let isNumber = graph.op(id) === Op.scalar && names[id] == nil && !results.contains(id)
      if isNumber { continue }
      places[id] = boxes.count
      boxes.append(
        Drawing.box(graph, id, name: names[id], isGiven: given.contains(id), isResult: results.contains(id)))
    }
    for id in needed where shown.contains(id) && !given.contains(id) {
      guard let to = places[id] else { continue }
      for operand in graph.operands(of: id) {
        if let from = places[operand] {
          arrows.append((from, to))
        } else if graph.op(operand) === Op.scalar {
          // A number gets a box beside every use: one box for all would only spin a web.
          arrows.append((boxes.count, to))
          boxes.append(Drawing.box(graph, operand, name: nil, isGiven: false, isResult: false))
        } else {
          let from = omitted ?? boxes.count
          if omitted == nil {
            omitted = from
            boxes.append(Box(kind: .omitted, title: "…", subtitle: "\(hidden) earlier nodes", hint: "left out"))
          }
          if !arrows.contains(where: { $0 == (from, to) }) { arrows.append((from, to)) }
        }
      }
    }
  }

  /// The nodes that the fewest steps separate from the outputs.
  private static func nearest(
    _ graph: Graph, _ outputs: [Int32], _ given: Set<Int32>, limit: Int
  ) -> Set<Int32> {
    var shown: Set<Int32> = []
    var line = outputs
    var next = 0
    while next < line.count && shown.count < limit {
      let id = line[next]
      next += 1
      guard shown.insert(id).inserted, !given.contains(id) else { continue }
      line += graph.operands(of: id).filter { !shown.contains($0) }
    }
    return shown
  }

  private static func box(_ graph: Graph, _ id: Int32, name: String?, isGiven: Bool, isResult: Bool) -> Box {
    let op = graph.op(id)
    let node = graph.nodes[Int(id)]
    let shape = graph.shape(of: id)
    let subtitle = node.dtype == .float64 ? "\(shape)" : "\(shape) \(node.dtype)"
    let kind: Kind =
      isResult ? .result : op === Op.scalar ? .number : isGiven || node.operandCount == 0 ? .leaf : .operation
    if kind == .number {
      return Box(
        kind: kind, title: name ?? Figures.text(graph.numbers(of: id).first ?? .nan, digits: 4), subtitle: "",
        hint: "a number")
    }
    // Arrows do not tell which operand is which.
    let list = graph.operands(of: id).map { operand in
      graph.op(operand) === Op.scalar
        ? Figures.text(graph.numbers(of: operand).first ?? .nan, digits: 4)
        : "\(graph.op(operand).name) \(graph.shape(of: operand))"
    }
    let operands = list.isEmpty ? "" : "(" + list.joined(separator: ", ") + ")"
    let place = node.place == 0 ? "" : ", place \(node.place)"
    return Box(
      kind: kind, title: name.map { isGiven || node.operandCount == 0 ? $0 : "\($0) = \(op.name)" } ?? op.name,
      subtitle: subtitle,
      hint: "\(op.name)\(operands) → \(shape) \(node.dtype)\(place). \(op.summary)")
  }
}

extension Graph {
  /// The computation of some tensors in Graphviz's language: operators, shapes and what goes where. `names` are titles for
  /// tensors; of more than `limit` nodes, those nearest to the outputs are drawn.
  public func dot(of outputs: [Tensor], names: [(tensor: Tensor, name: String)] = [], limit: Int = 150) throws -> String
  {
    let drawing = try drawing(outputs, names, limit)
    var lines = [
      "digraph computation {", "  rankdir=TB;", "  node [shape=box, style=\"rounded,filled\", fontname=\"Helvetica\"];",
    ]
    for (index, box) in drawing.boxes.enumerated() {
      let label = [box.title, box.subtitle].filter { !$0.isEmpty }.map(Graph.escapedForDot).joined(separator: "\\n")
      lines.append("  n\(index) [label=\"\(label)\", fillcolor=\"\(box.kind.fill)\"];")
    }
    for arrow in drawing.arrows { lines.append("  n\(arrow.from) -> n\(arrow.to);") }
    return (lines + ["}", ""]).joined(separator: "\n")
  }

  /// The computation of some tensors as a drawing in SVG, for light and dark surroundings. `names` are titles for tensors; of
  /// more than `limit` nodes, those nearest to the outputs are drawn.
  public func svg(of outputs: [Tensor], names: [(tensor: Tensor, name: String)] = [], limit: Int = 150) throws -> String
  {
    try drawing(outputs, names, limit).svg
  }

  func drawing(
    _ outputs: [Tensor], _ names: [(tensor: Tensor, name: String)], given: [Tensor] = [], _ limit: Int
  ) throws -> Drawing {
    let outputs = try outputs.map { try checked($0, Op.alias) }
    let named = try names.map { (try checked($0.tensor, Op.alias).id, $0.name) }
    return Drawing(
      self, outputs, names: Dictionary(named, uniquingKeysWith: { first, _ in first }),
      given: Set(given.map(\.id)), limit: limit)
  }

  private static func escapedForDot(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      if character == "\"" || character == "\\" { result.append("\\") }
      result.append(character == "\n" ? " " : character)
    }
  }
}

extension Drawing.Kind {
  fileprivate var fill: String {
    switch self {
    case .leaf: "#fdf0d5"
    case .number: "#f2f2f2"
    case .operation: "#e8f0fe"
    case .result: "#dff3e3"
    case .omitted: "#ffffff"
    }
  }
}
