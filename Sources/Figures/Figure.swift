// A picture as data: what is to be seen, before anybody knows how large or on what.

/// A picture: curves, points, bars, images, a table, a diagram, or several of them side by side.
///
/// A figure is a value like any other. It holds what is to be seen; `svg`, `png` and `terminal` draw it, and `summary` says it in
/// words.
public indirect enum Figure: Sendable, Hashable {
  /// Marks over two axes.
  case plot(Plot)
  /// Images in rows, such as a batch of digits.
  case gallery(Gallery)
  /// Rows and columns of text.
  case table(Table)
  /// Boxes and arrows.
  case diagram(Diagram)
  /// Figures side by side, in rows of so many.
  case panels([Figure], columns: Int, title: String?)
}

/// Marks over two axes.
public struct Plot: Sendable, Hashable {
  package var title: String?
  package var x: Axis
  package var y: Axis
  /// From back to front.
  package var marks: [Mark]
  /// Whether a step is as long across as it is up, as for points in the plane.
  package var isEqual: Bool
  /// Whether axes, ticks and frame are left out, as for an image.
  package var isBare: Bool

  package init(
    title: String? = nil, x: Axis = Axis(), y: Axis = Axis(), marks: [Mark], isEqual: Bool = false, isBare: Bool = false
  ) {
    self.title = title
    self.x = x
    self.y = y
    self.marks = marks
    self.isEqual = isEqual
    self.isBare = isBare
  }
}

/// One of a plot's two axes.
public struct Axis: Sendable, Hashable {
  package var label: String?
  package var isLogarithmic: Bool
  /// What is shown; from the marks where it is nil.
  package var range: Interval?
  /// Names in place of numbers: the first stands at 0, the next at 1.
  package var categories: [String]

  package init(label: String? = nil, isLogarithmic: Bool = false, range: Interval? = nil, categories: [String] = []) {
    self.label = label
    self.isLogarithmic = isLogarithmic
    self.range = range
    self.categories = categories
  }
}

/// From one number to another.
public struct Interval: Sendable, Hashable {
  package var low: Double
  package var high: Double

  package init(_ low: Double, _ high: Double) {
    self.low = low
    self.high = high
  }
}

/// Something drawn over the axes. Points whose numbers are not finite are left out; a line is interrupted there.
public struct Mark: Sendable, Hashable {
  package enum Shape: Sendable, Hashable {
    /// A curve through points, in their order.
    case line(x: [Double], y: [Double])
    /// What lies between two curves.
    case band(x: [Double], low: [Double], high: [Double])
    case points(x: [Double], y: [Double])
    /// Bars that touch: `edges` has one more than `heights`.
    case histogram(edges: [Double], heights: [Double])
    /// Bars apart, at 0, 1, 2 …; of several sets beside each other this is number `part` of `parts`.
    case bars(heights: [Double], part: Int, parts: Int)
    /// Coloured cells.
    case cells(Grid)
    /// Arrows that begin at (x, y).
    case arrows(x: [Double], y: [Double], dx: [Double], dy: [Double])
    /// Lines of equal height.
    case contours([Contour])
    /// A line across the whole plot, where y is the number.
    case level(Double)
    /// A line from bottom to top, where x is the number.
    case upright(Double)
  }
  package var shape: Shape
  /// What it is called, beside its end or in a legend.
  package var name: String?
  /// Which of the colours, if not the next one. A band takes the colour of the line with the same number.
  package var colour: Int?
  /// A dashed line, such as a curve to compare with.
  package var isDashed: Bool

  package init(_ shape: Shape, name: String? = nil, colour: Int? = nil, isDashed: Bool = false) {
    self.shape = shape
    self.name = name
    self.colour = colour
    self.isDashed = isDashed
  }
}

/// Numbers on a grid: the first row is at the top, as in a matrix, unless `isUpward`.
public struct Grid: Sendable, Hashable {
  package enum Palette: String, Sendable, Hashable {
    /// From little to much.
    case sequential
    /// From below 0 to above 0, with a neutral middle at 0.
    case diverging
    /// From black to white.
    case grey
  }
  package var rows: Int
  package var columns: Int
  /// Row by row.
  package var values: [Double]
  /// What the grid covers on each axis.
  package var x: Interval
  package var y: Interval
  /// Whether the first row is at the bottom, as for a function over the plane.
  package var isUpward: Bool
  package var palette: Palette
  /// The numbers at the ends of the palette.
  package var scale: Interval
  /// Whether a bar beside the plot says what the colours mean.
  package var showsScale: Bool
  /// Whether each cell has its number written in it, where there is room.
  package var showsNumbers: Bool

  package init(
    rows: Int, columns: Int, values: [Double], x: Interval, y: Interval, isUpward: Bool = false,
    palette: Palette = .sequential, scale: Interval, showsScale: Bool = true, showsNumbers: Bool = false
  ) {
    self.rows = rows
    self.columns = columns
    self.values = values
    self.x = x
    self.y = y
    self.isUpward = isUpward
    self.palette = palette
    self.scale = scale
    self.showsScale = showsScale
    self.showsNumbers = showsNumbers
  }
}

/// The lines along which a function has one value.
public struct Contour: Sendable, Hashable {
  package var level: Double
  /// From 0 for the lowest to 1 for the highest of the levels: where its colour stands on the palette.
  package var place: Double
  package var lines: [[Spot]]

  package init(level: Double, place: Double, lines: [[Spot]]) {
    self.level = level
    self.place = place
    self.lines = lines
  }
}

/// A point of the plane.
public struct Spot: Sendable, Hashable {
  package var x: Double
  package var y: Double

  package init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// An image: grey or coloured, numbers from 0 to 1.
public struct Raster: Sendable, Hashable {
  package var width: Int
  package var height: Int
  /// 1 for grey, 3 for red, green and blue.
  package var channels: Int
  /// Row by row from the top, the channels of a pixel together.
  package var values: [Float]

  package init(width: Int, height: Int, channels: Int, values: [Float]) {
    self.width = width
    self.height = height
    self.channels = channels
    self.values = values
  }
}

/// Images in rows.
public struct Gallery: Sendable, Hashable {
  package var title: String?
  package var images: [Raster]
  package var columns: Int
  /// What stands under each image; empty for none.
  package var captions: [String]

  package init(title: String? = nil, images: [Raster], columns: Int, captions: [String] = []) {
    self.title = title
    self.images = images
    self.columns = columns
    self.captions = captions
  }
}

/// Rows and columns of text.
public struct Table: Sendable, Hashable {
  package struct Column: Sendable, Hashable {
    package var title: String
    /// Numbers stand at the right, texts at the left.
    package var isNumeric: Bool
    package var cells: [String]

    package init(_ title: String, isNumeric: Bool, cells: [String]) {
      self.title = title
      self.isNumeric = isNumeric
      self.cells = cells
    }
  }
  package var title: String?
  package var columns: [Column]
  /// Whether the last row is a sum, set apart from the others.
  package var hasTotal: Bool

  package init(title: String? = nil, columns: [Column], hasTotal: Bool = false) {
    self.title = title
    self.columns = columns
    self.hasTotal = hasTotal
  }
}

/// Boxes and arrows, already placed: x to the right, y down, in units of the height of a line of text.
public struct Diagram: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    case given
    case number
    case operation
    case result
    case omitted
  }
  package struct Box: Sendable, Hashable {
    package var kind: Kind
    package var title: String
    package var subtitle: String
    package var x: Double
    package var y: Double
    package var width: Double
    package var height: Double

    package init(kind: Kind, title: String, subtitle: String, x: Double, y: Double, width: Double, height: Double) {
      self.kind = kind
      self.title = title
      self.subtitle = subtitle
      self.x = x
      self.y = y
      self.width = width
      self.height = height
    }
  }
  package struct Arrow: Sendable, Hashable {
    package var from: Int
    package var to: Int
    /// Its way, from box to box.
    package var points: [Spot]

    package init(from: Int, to: Int, points: [Spot]) {
      self.from = from
      self.to = to
      self.points = points
    }
  }
  package var title: String?
  package var boxes: [Box]
  package var arrows: [Arrow]
  package var width: Double
  package var height: Double

  package init(title: String? = nil, boxes: [Box], arrows: [Arrow], width: Double, height: Double) {
    self.title = title
    self.boxes = boxes
    self.arrows = arrows
    self.width = width
    self.height = height
  }
}
