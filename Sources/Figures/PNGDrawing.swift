// A figure as a PNG picture.

/// Sheets whose texts are written in the stroke font.
package struct PNGSheet: Sheet {
  package init() {}
  package var textSize: Double { 13 }
  package var cell: Cell? { nil }
  package func width(of text: String, size: Double) -> Double { StrokeFont.width(of: text, size: size) }
}

extension Figure {
  /// The figure as a PNG file, on light paper unless the theme is dark.
  ///
  /// The size is that of the SVG picture, and the figure's own where it is nil. Each of its units is `scale` pixels
  /// long: with 2 a picture is sharp on the screens of today. Pictures beyond 8192 pixels in one direction, or 33
  /// million in all, get fewer pixels per unit. The same figure gives the same bytes.
  ///
  /// - Throws: `PNGError` if libpng cannot write the file, as when there is no memory.
  public func png(
    width: Int? = nil, height: Int? = nil, theme: Theme = .light, scale: Double = 2
  ) throws -> [UInt8] {
    let picture = pixels(width: width, height: height, theme: theme, scale: scale)
    return try PNG.encode(width: picture.width, height: picture.height, picture.bytes)
  }

  /// The same before it is written.
  package func pixels(width: Int?, height: Int?, theme: Theme, scale: Double) -> Rasteriser {
    let largest = Double(Rasteriser.largestSide)
    func size(_ number: Int?) -> Double? { number.map { Double(min(max($0, 1), Rasteriser.largestSide)) } }
    let scene = scene(width: size(width), height: size(height), on: PNGSheet())
    return Rasteriser.picture(
      of: scene, isDark: theme == .dark, scale: scale.isFinite ? min(max(scale, 0.1), largest) : 2)
  }
}

extension Rasteriser {
  /// A scene on paper of its size.
  package static func picture(of scene: Scene, isDark: Bool, scale: Double) -> Rasteriser {
    let (width, height) = (sheetSide(scene.width), sheetSide(scene.height))
    let fitting = min(
      scale, Double(largestSide) / width, Double(largestSide) / height,
      (Double(mostPixels) / (width * height)).squareRoot())
    var rasteriser = Rasteriser(
      width: Int((width * fitting).rounded()), height: Int((height * fitting).rounded()),
      paper: Palette.colour(of: .paper, isDark: isDark))
    rasteriser.draw(scene, scale: fitting, isDark: isDark)
    return rasteriser
  }

  private static func sheetSide(_ length: Double) -> Double {
    length.isFinite ? min(max(length, 1), 1e6) : 1
  }
}
