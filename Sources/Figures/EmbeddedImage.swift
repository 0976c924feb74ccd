// An image inside of a text: its pixels as a PNG file, its bytes as letters.
import CPNG

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
    guard width > 0, height > 0, let file = file() else { return nil }
    return "data:image/png;base64," + EmbeddedImage.base64(file)
  }

  private func file() -> [UInt8]? {
    var image = png_image()
    image.version = UInt32(PNG_IMAGE_VERSION)
    image.width = UInt32(width)
    image.height = UInt32(height)
    // Red, green, blue, alpha: PNG_FORMAT_RGBA, a macro that Swift cannot read.
    image.format = UInt32(PNG_FORMAT_FLAG_COLOR) | UInt32(PNG_FORMAT_FLAG_ALPHA)
    defer { png_image_free(&image) }
    var size = bytes.count + bytes.count / 8 + height + 4096
    var file = [UInt8](repeating: 0, count: size)
    guard png_image_write_to_memory(&image, &file, &size, 0, bytes, 0, nil) != 0, size <= file.count else { return nil }
    return Array(file.prefix(size))
  }

  static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 3 * 4 + 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let count = min(3, bytes.count - start)
      let group = (0..<3).reduce(0) { $0 << 8 | ($1 < count ? Int(bytes[start + $1]) : 0) }
      for place in 0..<4 {
        text.append(place <= count ? letters[group >> (18 - 6 * place) & 63] : 61)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
