// A figure with a place for everything: what the renderers draw, each in its own way.

/// Lines, areas, texts and images on a sheet; x to the right, y down.
package struct Scene: Sendable, Hashable {
  package var width: Double
  package var height: Double
  /// From back to front.
  package var items: [Item]

  package init(width: Double, height: Double, items: [Item] = []) {
    self.width = width
    self.height = height
    self.items = items
  }

  /// What something is, from which a renderer chooses its colour: on light and dark paper, and where there are no colours.
  package enum Ink: Sendable, Hashable {
    /// Titles, labels, numbers.
    case text
    /// Less important text.
    case muted
    /// The axes and their ticks.
    case axis
    /// Lines behind everything that help the eye.
    case grid
    /// What is behind everything.
    case paper
    /// The colour of a series, by number.
    case series(Int)
    /// A place between 0 and 1 on a palette.
    case scale(Grid.Palette, Double)
    /// What can be read on a palette's colour at this place: black or white.
    case over(Grid.Palette, Double)
    /// A contour line on paper: from low (0) to high (1), each to be told from the paper.
    case contour(Double)
    /// A box of a diagram.
    case box(Diagram.Kind)
  }

  /// What a point is drawn as, so that series are told apart without colours.
  package enum Sign: Int, Sendable, Hashable, CaseIterable {
    case disc
    case square
    case triangle
    case diamond
    case cross
    case ring
  }

  package enum Anchor: Sendable, Hashable {
    case start
    case middle
    case end
  }

  package enum Item: Sendable, Hashable {
    /// A line through points; `width` in the scene's units, `dash` empty for an unbroken one.
    case line(points: [Spot], ink: Ink, width: Double, dash: [Double])
    /// A filled outline; `opacity` from 0 to 1.
    case area(points: [Spot], ink: Ink, opacity: Double)
    case rectangle(x: Double, y: Double, width: Double, height: Double, ink: Ink, opacity: Double)
    /// Points of one series, each drawn as a sign as large as a disc of this radius; renderers of characters choose theirs by `sign`.
    case dots(points: [Spot], radius: Double, sign: Sign, ink: Ink, opacity: Double)
    /// An arrow's line and its head, at the last point.
    case arrow(points: [Spot], ink: Ink, width: Double)
    /// `y` is where the letters stand. `isUpright` texts are turned to be read from below.
    case text(String, x: Double, y: Double, size: Double, anchor: Anchor, ink: Ink, isBold: Bool, isUpright: Bool)
    /// An image; its pixels stay sharp squares.
    case image(Raster, x: Double, y: Double, width: Double, height: Double)
    /// Coloured cells of equal size, row by row from the top, as places on a palette; not finite: nothing is drawn.
    case cells(
      rows: Int, columns: Int, places: [Double], palette: Grid.Palette, x: Double, y: Double, width: Double,
      height: Double)
    /// What is inside may not be drawn outside of the rectangle.
    case clipped([Item], x: Double, y: Double, width: Double, height: Double)
  }
}

/// What a layout has to know of the sheet it is for.
///
/// On a sheet with cells (a terminal) every text has the anchor `.start`, begins on a whole cell (`x` is a multiple of the cell's width) and
/// stands in the row that `y` lies in; a width is a whole number of cells, of the text as it will be written (in plain signs, too). Lines
/// with the inks `.axis` and `.grid` run straight from the middle of a cell to the middle of another; a tick begins in the middle of a cell of
/// its axis and ends at that cell's border. `.axis` is drawn over `.grid`. Nothing else is bound to cells but images, which begin on one.
package protocol Sheet: Sendable {
  /// How large ordinary text is.
  var textSize: Double { get }
  /// How wide a text is.
  func width(of text: String, size: Double) -> Double
  /// Whether this is a grid of characters: then texts and axes stand on whole cells, and lines are as thin as they can be.
  var cell: Cell? { get }
}

/// The size of a character cell, in the units of the scene.
package struct Cell: Sendable, Hashable {
  package var width: Double
  package var height: Double

  package init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }
}
