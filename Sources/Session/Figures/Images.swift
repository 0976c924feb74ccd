// `heatmap`, `image` and `images`: tensors as coloured cells and as pixels.
import Diagnostics
import Figures
import Machine
import TensorKit

extension FigureNatives {
  static let imageRows: [NativeRow] = [
    row(
      "heatmap", [.init("matrix")],
      options: ["title", "x_label", "y_label", "rows", "columns", "numbers", "range", "palette", "equal"],
      summary:
        "A matrix as coloured cells, its first row on top. Where it has both signs, 0 is the neutral middle of the "
        + "colours. `numbers: true` writes them in; `rows` and `columns` name them; `range: (a, b)` fixes the ends of "
        + "the colours.",
      example: "heatmap([[1, -1], [0.5, 2]], numbers: true, rows: (\"a\", \"b\"))"
    ) { call in try Heatmap.make(call) },
    row(
      "image", [.init("pixels")], options: ["title", "range"],
      summary:
        "An image: [h, w] is grey; [3, h, w] or [h, w, 3] is coloured; a vector of a square's size is a square. "
        + "Numbers from 0 to 1 are taken as they are; others are stretched from the least to the greatest, or over "
        + "`range: (a, b)`.",
      example: "image([[0, 0.5], [0.5, 1]])"
    ) { call in
      let pixels = try call.required("pixels")
      let image = try Images(call).images([pixels], argument: 0)
      return .gallery(Gallery(title: try call.text("title"), images: image, columns: 1))
    },
    row(
      "images", [.init("batch")], options: ["title", "columns", "captions", "range", "first"],
      summary:
        "Many images in rows: [n, h, w], [n, 1, h, w], [n, 3, h, w], [n, h, w, 3], or [n, k] where k is a square's "
        + "size; a tuple may hold images of different shapes, with labels as captions. The range is that of all "
        + "together. Of many, the first 100 are shown: `first: 400` shows more.",
      example: "images([[[0, 1], [1, 0]], [[1, 0], [0, 1]]], captions: (\"a\", \"b\"))"
    ) { call in try Images(call).gallery() },
  ]
}

private enum Heatmap {
  static func make(_ call: FigureCall) throws -> Figure {
    let value = try call.required("matrix")
    let numbers = try call.numbers(value, argument: 0, expected: FigureWords.matrix)
    guard numbers.shape.count == 2 else { throw call.wrongShape(numbers.shape, argument: 0, FigureWords.matrixShape) }
    let (rows, columns) = (numbers.shape[0], numbers.shape[1])
    let scale = try Scale(of: numbers.values, call)
    let grid = Grid(
      rows: rows, columns: columns, values: numbers.values, x: Interval(-0.5, Double(columns) - 0.5),
      y: Interval(-0.5, Double(rows) - 0.5), palette: scale.palette, scale: scale.span,
      showsNumbers: try call.flag("numbers") ?? false)
    return try call.plot(
      [Mark(.cells(grid))], xCategories: call.names("columns", for: columns, FigureWords.columnCount) ?? [],
      yCategories: call.names("rows", for: rows, FigureWords.rowCount) ?? [],
      isEqual: PlaneGrid.isNearlySquare(grid.x, grid.y))
  }
}

/// Which colours numbers get.
struct Scale {
  let palette: Grid.Palette
  let span: Interval

  /// From the settings of a call, or from the numbers: with both signs, 0 is the middle.
  init(of values: [Double], _ call: FigureCall) throws {
    let finite = values.lazy.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else {
      throw Fault(.nothingFinite, ["op": call.op], argument: 0)
    }
    let palettes: [String: Grid.Palette] = ["sequential": .sequential, "diverging": .diverging, "grey": .grey]
    let word = try call.word("palette", among: ["sequential", "diverging", "grey"])
    palette = word.flatMap { palettes[$0] } ?? (low < 0 && high > 0 ? .diverging : .sequential)
    if let given = try call.span("range") {
      span = given
    } else if palette == .diverging, low < 0 || high > 0 {
      let reach = max(abs(low), abs(high))
      span = Interval(-reach, reach)
    } else {
      span = low < high ? Interval(low, high) : Interval(low, low + max(1, abs(low)))
    }
  }
}

/// Reads tensors as images.
private struct Images {
  private let call: FigureCall
  private static let mostShown = 100
  private static let mostPixels = 1 << 24

  init(_ call: FigureCall) { self.call = call }

  /// How the axes of a tensor are read: the size of an image, its channels, and how it is put into that order.
  private struct Layout {
    let height: Int
    let width: Int
    let channels: Int
    let isChannelsFirst: Bool

    /// The layout of one image of this shape; nil where it is none.
    init?(_ shape: [Int]) {
      switch shape.count {
      case 1:
        // A colour image that was flattened has its channels first.
        if let side = Layout.root(shape[0]) {
          self.init(side, side, 1, first: true)
        } else if shape[0] % 3 == 0, let side = Layout.root(shape[0] / 3) {
          self.init(side, side, 3, first: true)
        } else {
          return nil
        }
      case 2: self.init(shape[0], shape[1], 1, first: true)
      case 3 where shape[0] == 1 || shape[0] == 3: self.init(shape[1], shape[2], shape[0], first: true)
      case 3 where shape[2] == 1 || shape[2] == 3: self.init(shape[0], shape[1], shape[2], first: false)
      default: return nil
      }
    }

    private init?(_ height: Int, _ width: Int, _ channels: Int, first: Bool) {
      guard height > 0, width > 0 else { return nil }
      (self.height, self.width, self.channels, isChannelsFirst) = (height, width, channels, first)
    }

    private static func root(_ count: Int) -> Int? {
      guard count > 0, count < 1 << 40 else { return nil }
      let side = Int(Double(count).squareRoot().rounded())
      return side * side == count ? side : nil
    }

    func raster(_ pixels: ArraySlice<Double>, _ range: Interval) -> Raster {
      let scale = range.high - range.low
      let start = pixels.startIndex
      var values: [Float] = []
      values.reserveCapacity(pixels.count)
      let size = height * width
      for pixel in 0..<size {
        for channel in 0..<channels {
          let place = isChannelsFirst ? channel * size + pixel : pixel * channels + channel
          let share = (pixels[start + place] - range.low) / scale
          values.append(share.isNaN ? 0 : Float(min(1, max(0, share))))
        }
      }
      return Raster(width: width, height: height, channels: channels, values: values)
    }
  }

  /// Images given one by one.
  func images(_ values: [Value], argument: Int) throws -> [Raster] {
    var read: [(Layout, Numbers)] = []
    var total = 0
    for value in values {
      let numbers = try call.numbers(value, argument: argument, expected: FigureWords.images)
      total += numbers.values.count
      try checkPixels(total, argument)
      guard let layout = Layout(numbers.shape) else { throw notAnImage(numbers.shape, argument) }
      read.append((layout, numbers))
    }
    let range = try range(of: read.flatMap(\.1.values))
    return read.map { $0.raster($1.values[...], range) }
  }

  private func notAnImage(_ shape: [Int], _ argument: Int) -> Fault {
    Fault(.notAnImage, ["op": call.op, "shape": .text(Shape(shape).description)], argument: argument)
  }

  private func checkPixels(_ count: Int, _ argument: Int) throws {
    guard count <= Images.mostPixels else {
      throw call.tooMany(count, most: Images.mostPixels, argument: argument)
    }
  }

  /// What is black and what is white.
  private func range(of values: [Double]) throws -> Interval {
    if let given = try call.span("range") { return given }
    let finite = values.lazy.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else {
      throw Fault(.nothingFinite, ["op": call.op], argument: 0)
    }
    if low >= 0 && high <= 1 { return Interval(0, 1) }
    return low < high ? Interval(low, high) : Interval(low - 1, low)
  }

  // MARK: Many

  func gallery() throws -> Figure {
    let value = try call.required("batch")
    let most = try call.count("first", in: 1...10_000) ?? Images.mostShown
    var captions = try call.texts("captions") ?? []
    let all: Int
    let shown: [Raster]
    if case .tuple(let tuple) = value {
      all = tuple.elements.count
      shown = try images(Array(tuple.elements.prefix(most)), argument: 0)
      if captions.isEmpty, !tuple.labels.isEmpty { captions = tuple.elements.indices.map { tuple.label($0) ?? "" } }
    } else {
      (shown, all) = try batch(value, most)
    }
    guard !shown.isEmpty else { throw Fault(.nothingFinite, ["op": call.op], argument: 0) }
    guard captions.isEmpty || captions.count == all || captions.count == shown.count else {
      throw call.sizes(
        "`captions`", captions.count, .words(FigureWords.imageCount), all, parameter: "captions")
    }
    var title = try call.text("title")
    if shown.count < all {
      let note = FigureWords.firstOf.filled(
        ["shown": .text("\(shown.count)"), "count": .text("\(all)")], in: call.language)
      title = title.map { "\($0) (\(note))" } ?? note
    }
    let columns = try call.count("columns", in: 1...1_000) ?? Images.columns(shown.count)
    return .gallery(
      Gallery(
        title: title, images: shown, columns: min(columns, shown.count), captions: Array(captions.prefix(shown.count))))
  }

  /// The first images of a tensor, of which nothing else is read, and how many there are.
  private func batch(_ value: Value, _ most: Int) throws -> ([Raster], Int) {
    let array: NDArray
    switch value {
    case .tensor(let tensor): array = try tensor.look()
    case .cell(let cell): array = cell.parameter.value
    case .series(let series): array = try series.tensor(in: call.machine.graph).look()
    default: throw call.notDrawable(value, argument: 0, FigureWords.images)
    }
    let shape = array.shape.dims
    guard shape.count >= 2, let layout = Layout(Array(shape.dropFirst())) else { throw notAnImage(shape, 0) }
    let count = min(most, shape[0])
    let size = layout.height * layout.width * layout.channels
    try checkPixels(count.multipliedReportingOverflow(by: size).partialValue, 0)
    let part = array.sliced(
      starts: shape.map { _ in 0 }, sizes: [count] + shape.dropFirst(), steps: shape.map { _ in 1 })
    let pixels = part.doubles
    guard !pixels.isEmpty else { return ([], shape[0]) }
    let range = try range(of: pixels)
    return ((0..<count).map { layout.raster(pixels[($0 * size)..<(($0 + 1) * size)], range) }, shape[0])
  }

  /// How many stand in a row: about as many as there are rows or a little more, with few places left empty.
  private static func columns(_ count: Int) -> Int {
    guard count > 5 else { return max(1, count) }
    let root = Double(count).squareRoot()
    let candidates = Int(root.rounded(.up))...min(count, Int((2 * root).rounded(.up)))
    func cost(_ columns: Int) -> Double {
      let empty = (columns - count % columns) % columns
      return Double(empty) + 0.5 * abs(Double(columns) - 1.4 * root)
    }
    return candidates.min { cost($0) < cost($1) } ?? count
  }
}
