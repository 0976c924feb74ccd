// Pixels as the bytes of a PNG file. libpng writes them; the pixels are ours.
import CPNG

/// Why there are no bytes.
public struct PNGError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What libpng says, or what is wrong with the pixels.
  public let description: String
}

package enum PNG {
  /// What the bytes of a pixel are.
  package enum Pixels: Int {
    case grey = 1
    case colour = 3
    /// Red, green, blue, and how opaque it is.
    case translucent = 4
  }

  /// The file for an image of bytes, those of a pixel together.
  package static func encode(width: Int, height: Int, pixels: Pixels = .colour, _ bytes: [UInt8]) throws -> [UInt8] {
    guard width > 0, height > 0, width <= Rasteriser.largestSide, height <= Rasteriser.largestSide,
      bytes.count == width * height * pixels.rawValue
    else { throw PNGError(description: "\(bytes.count) bytes for an image of \(width)×\(height)") }
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    image.width = png_uint_32(width)
    image.height = png_uint_32(height)
    switch pixels {
    case .grey: image.format = 0
    case .colour: image.format = png_uint_32(PNG_FORMAT_FLAG_COLOR)
    // PNG_FORMAT_RGBA, a macro that Swift cannot read.
    case .translucent: image.format = png_uint_32(PNG_FORMAT_FLAG_COLOR) | png_uint_32(PNG_FORMAT_FLAG_ALPHA)
    }
    defer { png_image_free(&image) }
    // Compression can make noise a little longer; a buffer for the worst case saves compressing twice.
    var file = [UInt8](repeating: 0, count: bytes.count + height + bytes.count / 1000 + 4096)
    var size = file.count
    guard png_image_write_to_memory(&image, &file, &size, 0, bytes, 0, nil) != 0, size <= file.count else {
      throw PNGError(description: message(of: image))
    }
    file.removeSubrange(size...)
    return file
  }

  /// The file for an image as it is, a pixel for each of its own.
  package static func encode(_ raster: Raster) throws -> [UInt8] {
    guard raster.isWhole else { throw PNGError(description: "an image without its numbers") }
    let count = raster.width * raster.height * raster.channels
    let bytes = raster.values.prefix(count).map { UInt8(min(max($0.isNaN ? 0 : $0, 0), 1) * 255 + 0.5) }
    return try encode(width: raster.width, height: raster.height, pixels: raster.channels == 1 ? .grey : .colour, bytes)
  }

  /// The width, height and red, green and blue bytes of a file; for looking at what was written.
  package static func decode(_ file: [UInt8]) throws -> (width: Int, height: Int, bytes: [UInt8]) {
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    defer { png_image_free(&image) }
    guard png_image_begin_read_from_memory(&image, file, file.count) != 0 else {
      throw PNGError(description: message(of: image))
    }
    image.format = png_uint_32(PNG_FORMAT_FLAG_COLOR)
    let (width, height) = (Int(image.width), Int(image.height))
    guard width <= Rasteriser.largestSide, height <= Rasteriser.largestSide else {
      throw PNGError(description: "an image of \(width)×\(height)")
    }
    var bytes = [UInt8](repeating: 0, count: width * height * 3)
    guard png_image_finish_read(&image, nil, &bytes, 0, nil) != 0 else {
      throw PNGError(description: message(of: image))
    }
    return (width, height, bytes)
  }

  private static func message(of image: png_image) -> String {
    let text = withUnsafeBytes(of: image.message) { $0.prefix { $0 != 0 }.map { $0 } }
    return text.isEmpty ? "libpng failed" : String(decoding: text, as: UTF8.self)
  }
}
