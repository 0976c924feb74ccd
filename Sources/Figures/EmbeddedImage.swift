// An image inside of a text: its pixels as a PNG file, its bytes as letters.

struct EmbeddedImage {
  private let width: Int
  private let height: Int
  /// Red, green, blue and how opaque it is, for each pixel.
  private var bytes: [UInt8] = []

  /// Larger images are thinned: a page is no place for millions of pixels.
  static let mostPixels = 1 << 18

  /// `size` is how large it is to be seen. Viewers smooth images that they enlarge, whatever they are told: so each number becomes a
  /// square of several pixels here.
  init(_ image: Raster, size: Double) {
    guard image.isWhole else {
      self.init(width: 0, height: 0, size: 0) { _, _ in [] }
      return
    }
    self.init(width: image.width, height: image.height, size: size) { row, column in
      let first = (row * image.width + column) * image.channels
      let colours = (0..<3).map { channel in
        UInt8((Double(image.values[first + (image.channels == 3 ? channel : 0)]).clamped(0, 1) * 255).rounded())
      }
      return colours + [255]
    }
  }

  init(rows: Int, columns: Int, places: [Double], palette: Grid.Palette, size: Double) {
    self.init(width: columns, height: rows, size: size) { row, column in
      let place = places[row * columns + column]
      let colour = Palette.colour(of: palette, at: place.isFinite ? place : 0)
      return [colour.red, colour.green, colour.blue, place.isFinite ? 255 : 0]
    }
  }

  private init(width: Int, height: Int, size: Double, pixel: (Int, Int) -> [UInt8]) {
    guard width > 0, height > 0 else {
      (self.width, self.height) = (0, 0)
      return
    }
    let skip = EmbeddedImage.skip(width, height)
    let (columns, rows) = ((width + skip - 1) / skip, (height + skip - 1) / skip)
    var times = Int((size * 1.5 / Double(columns)).rounded(.up).clamped(1, 64))
    while times > 1, columns * times * rows * times > EmbeddedImage.mostPixels { times -= 1 }
    (self.width, self.height) = (columns * times, rows * times)
    bytes.reserveCapacity(columns * rows * times * times * 4)
    for row in stride(from: 0, to: height, by: skip) {
      var line: [UInt8] = []
      for column in stride(from: 0, to: width, by: skip) {
        let pixel = pixel(row, column)
        for _ in 0..<times { line += pixel }
      }
      for _ in 0..<times { bytes += line }
    }
  }

  private static func skip(_ width: Int, _ height: Int) -> Int {
    var skip = 1
    while (width / skip + 1) * (height / skip + 1) > mostPixels { skip += 1 }
    return skip
  }

  /// The image as an address that holds all of it; nil where there is none.
  var address: String? {
    guard let file = try? PNG.encode(width: width, height: height, pixels: .translucent, bytes) else { return nil }
    return "data:image/png;base64," + Base64.text(of: file)
  }
}
