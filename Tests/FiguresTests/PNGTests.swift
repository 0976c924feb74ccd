// The bytes of PNG files: what was drawn comes back, and the same figure gives the same bytes.
import Figures
import Testing

@Suite("PNG") struct PNGTests {
  @Test("pixels survive the file") func roundTrip() throws {
    for (_, figure) in RenderedSamples.all.prefix(6) {
      let picture = figure.pixels(width: 240, height: 160, theme: .dark, scale: 1)
      let file = try figure.png(width: 240, height: 160, theme: .dark, scale: 1)
      let (width, height, bytes) = try PNG.decode(file)
      #expect(width == picture.width && height == picture.height && bytes == picture.bytes)
      #expect(try figure.png(width: 240, height: 160, theme: .dark, scale: 1) == file)
      #expect(file.starts(with: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
    }
  }

  @Test("noise of any size fits into its buffer") func noise() throws {
    var state: UInt64 = 7
    for (width, height) in [(1, 1), (1, 300), (300, 1), (257, 3), (200, 200)] {
      let bytes = (0..<width * height * 3).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(state >> 56)
      }
      #expect(try PNG.decode(PNG.encode(width: width, height: height, bytes)).bytes == bytes)
    }
  }

  @Test("an image keeps its values") func raster() throws {
    let grey = Raster(width: 3, height: 1, channels: 1, values: [0, 0.5, 7])
    #expect(try PNG.decode(PNG.encode(grey)).bytes == [0, 0, 0, 128, 128, 128, 255, 255, 255])
    let colour = Raster(width: 1, height: 1, channels: 3, values: [1, .nan, -2])
    #expect(try PNG.decode(PNG.encode(colour)).bytes == [255, 0, 0])
  }

  @Test("wrong numbers of bytes and broken files are errors") func errors() throws {
    #expect(throws: PNGError.self) { try PNG.encode(width: 2, height: 2, [1, 2, 3]) }
    #expect(throws: PNGError.self) { try PNG.encode(width: 0, height: 2, []) }
    #expect(throws: PNGError.self) { try PNG.encode(Raster(width: 9, height: 9, channels: 1, values: [])) }
    #expect(throws: PNGError.self) { try PNG.decode([1, 2, 3]) }
    var file = try PNG.encode(width: 4, height: 4, [UInt8](repeating: 9, count: 48))
    file.removeLast(20)
    #expect(throws: PNGError.self) { try PNG.decode(file) }
  }

  @Test("sizes: so many pixels for each unit, and no more than fit") func sizes() throws {
    let figure = RenderedSamples.loss
    let twice = figure.pixels(width: 300, height: 200, theme: .automatic, scale: 2)
    #expect(twice.width == 600 && twice.height == 400)
    #expect(twice.pixel(0, 0) == Palette.colour(of: .paper, isDark: false))
    let huge = figure.pixels(width: .max, height: 100, theme: .light, scale: 50)
    #expect(huge.width <= Rasteriser.largestSide && huge.width * huge.height <= Rasteriser.mostPixels)
    for scale in [Double.nan, -1, 0, .infinity] {
      let picture = figure.pixels(width: 0, height: Int.min, theme: .light, scale: scale)
      #expect(picture.width > 0 && picture.width * picture.height <= Rasteriser.mostPixels)
    }
  }

  @Test("every kind of figure leaves ink on light and on dark paper") func ink() {
    for (name, figure) in RenderedSamples.all {
      for theme in [Theme.light, .dark] {
        let picture = figure.pixels(width: nil, height: nil, theme: theme, scale: 0.7)
        let paper = picture.pixel(0, 0)
        let inked = stride(from: 0, to: picture.bytes.count, by: 3).count { picture.bytes[$0] != paper.red }
        #expect(inked > 200, "\(name) on \(theme)")
      }
    }
  }
}
