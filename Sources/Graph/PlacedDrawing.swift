// A drawing of a computation with a place for every box and arrow, for those who draw it in their own way.

/// Boxes and arrows on a sheet: x to the right, y down, a line of text about 16 high.
package struct PlacedDrawing: Sendable {
  package struct Box: Sendable {
    /// "given", "number", "operation", "result" or "omitted".
    package let kind: String
    package let title: String
    package let subtitle: String
    /// The upper left corner.
    package let x: Double
    package let y: Double
    package let width: Double
    package let height: Double
  }
  package struct Arrow: Sendable {
    package let from: Int
    package let to: Int
    /// Its way, from the lower edge of one box to the upper edge of the other.
    package let points: [(x: Double, y: Double)]
  }
  package let boxes: [Box]
  package let arrows: [Arrow]
  package let width: Double
  package let height: Double

  init(_ drawing: Drawing) {
    let widths = drawing.boxWidths
    let layout = DrawingLayout(widths: widths, height: Drawing.boxHeight, arrows: drawing.arrows)
    boxes = drawing.boxes.enumerated().map { index, box in
      let center = layout.centers[index]
      let height = Drawing.height(of: box.kind)
      return Box(
        kind: box.kind == .leaf ? "given" : box.kind.rawValue, title: Drawing.shortened(box.title),
        subtitle: Drawing.shortened(box.subtitle), x: center.x - widths[index] / 2,
        y: Drawing.middle(of: box.kind, at: center.y) - height / 2, width: widths[index], height: height)
    }
    arrows = zip(drawing.arrows, layout.ways).map { arrow, way in
      Arrow(from: arrow.from, to: arrow.to, points: way.map { ($0.x, $0.y) })
    }
    (width, height) = (layout.width, layout.height)
  }
}

extension Graph {
  /// The computation of some tensors with a place for everything. `names` are titles for tensors; of more than `limit` nodes, those
  /// nearest to the outputs are drawn.
  package func placedDrawing(
    of outputs: [Tensor], names: [(tensor: Tensor, name: String)] = [], given: [Tensor] = [], limit: Int = 150
  ) throws -> PlacedDrawing { PlacedDrawing(try drawing(outputs, names, given: given, limit)) }
}
