// The letters of PNG pictures: a small font of our own, drawn with a pen of one width.
import Glibc

/// Texts as strokes. Letters stand on y = 0 and grow upward: x-height 50, capitals 70, descenders to -21.
package enum StrokeFont {
  /// So many units of a glyph are as high as a text's size.
  package static let unitsPerSize = 104.0
  /// How thick the pen is, in units.
  package static let weight = 8.2
  package static let boldWeight = 12.4
  /// Small signs are drawn with a pen thinner by this.
  package static let fineWeight = 0.78
  /// Room between two signs, besides their own.
  private static let spacing = 1.5
  /// Between these heights lies all ink, accents on capitals and descenders too.
  package static let top = 100.0
  package static let bottom = -30.0
  /// Longer texts are cut off: no sheet shows more.
  private static let longest = 4000

  /// A sign, or a text that has been laid out.
  package struct Glyph: Sendable, Hashable {
    package var strokes: [[Spot]] = []
    /// Strokes of signs above and below the line.
    package var fineStrokes: [[Spot]] = []
    /// Dots, a little thicker than the pen.
    package var dots: [Spot] = []
    /// How far the next sign stands to the right.
    package var width = 0.0

    var points: [Spot] { (strokes + fineStrokes).flatMap { $0 } + dots }

    mutating func append(_ other: Glyph, x: Double, y: Double = 0, scale: Double = 1) {
      func moved(_ spot: Spot) -> Spot { Spot(x + spot.x * scale, y + spot.y * scale) }
      if scale < 1 {
        fineStrokes += other.strokes.map { $0.map(moved) }
      } else {
        strokes += other.strokes.map { $0.map(moved) }
      }
      fineStrokes += other.fineStrokes.map { $0.map(moved) }
      dots += other.dots.map(moved)
    }
  }

  /// How wide a text is, in the units of its size. Bold letters have the width of others.
  package static func width(of text: String, size: Double) -> Double {
    text.prefix(longest).reduce(0) { $0 + glyph($1).width } * size / unitsPerSize
  }

  /// A whole text, from x = 0.
  package static func layOut(_ text: String) -> Glyph {
    var result = Glyph()
    for character in text.prefix(longest) {
      let next = glyph(character)
      result.append(next, x: result.width)
      result.width += next.width
    }
    return result
  }

  /// A sign; a box for one that the font does not have.
  package static func glyph(_ character: Character) -> Glyph {
    if let known = glyphs[character] { return known }
    if let (letter, mark) = accented[character], let base = glyphs[letter], let sign = marks[mark] {
      return marked(base, letter.unicodeScalars.first.flatMap(undotted), [sign])
    }
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return Glyph() }
    if character.isWhitespace { return glyphs[" "] ?? Glyph() }
    // A letter with marks, such as x̂; what else comes after a letter, such as the wish for an emoji, changes nothing.
    guard scalars.count > 1, let base = glyphs[Character(first)] else { return unknown }
    return marked(base, undotted(first), scalars.dropFirst().compactMap { marks[$0] })
  }

  /// All signs that the font has, but letters with marks, of which it has every one.
  package static var characters: [Character] { glyphs.keys.sorted() }

  package static let unknown = parse("54 M 9 0 L 9 70 45 70 45 0 Z")

  private static let glyphs: [Character: Glyph] = {
    var result: [Character: Glyph] = [:]
    for source in [latin, digitsAndPunctuation, greek, mathematics, quotesAndSymbols] {
      for (character, text) in source { result[character] = parse(text) }
    }
    for (character, same) in lookalikes { result[character] = result[same] }
    for (character, base, height, scale) in smallSigns {
      guard let large = result[base] else { continue }
      var small = Glyph()
      // The pen stays nearly as thick, so the sides need more room than the scale leaves.
      small.append(large, x: 2, y: height, scale: scale)
      small.width = large.width * scale + 4
      result[character] = small
    }
    return result
  }()

  /// The letter without its dot, where a mark takes the dot's place.
  private static func undotted(_ scalar: Unicode.Scalar) -> Glyph? {
    scalar == "i" ? dotlessI : scalar == "j" ? dotlessJ : nil
  }

  private static let dotlessI = parse("22 M 11 50 L 11 0")
  private static let dotlessJ = parse("24 M 15 50 L 15 -8 C 15 -18 10 -21 2 -20")

  /// A letter with marks above it or below it, one over the other.
  private static func marked(_ letter: Glyph, _ dotless: Glyph?, _ signs: [Glyph]) -> Glyph {
    guard !signs.isEmpty else { return letter }
    var result = dotless ?? letter
    let points = result.points
    guard let left = points.map(\.x).min(), let right = points.map(\.x).max(), let top = points.map(\.y).max() else {
      return letter
    }
    // A mark belongs over the body of b, d or h, but on top of capitals.
    var lift = max(0, top - 51)
    for sign in signs.prefix(3) {
      let isBelow = sign.points.allSatisfy { $0.y < 0 }
      result.append(sign, x: (left + right) / 2, y: isBelow ? 0 : lift)
      if !isBelow { lift += 16 }
    }
    return widened(result)
  }

  /// A sign with room for marks that are broader than their letter.
  private static func widened(_ glyph: Glyph) -> Glyph {
    let across = glyph.points.map(\.x)
    guard let left = across.min(), let right = across.max() else { return glyph }
    let shift = max(0, 3 - left)
    var result = Glyph()
    result.append(glyph, x: shift)
    result.width = max(glyph.width + shift, right + shift + 3)
    return result
  }

  /// Reads a glyph: its width, then `M x y` to begin a stroke, `L x y …` straight on, `C` along a cubic curve (two
  /// control points, end), `A x y rx ry from to` along an ellipse's arc in degrees, `Z` back to where the stroke began;
  /// `O x y rx ry` is a whole ellipse, `D x y` a dot.
  private static func parse(_ text: String) -> Glyph {
    var glyph = Glyph()
    var numbers: [Double] = []
    var command: Character = "W"
    var stroke: [Spot] = []
    func flush() {
      if stroke.count > 1 { glyph.strokes.append(stroke) }
      stroke = []
    }
    func perform() {
      let n = numbers
      switch (command, n.count) {
      case ("W", 1...): glyph.width = n[0] + spacing
      case ("M", 2...):
        flush()
        stroke = [Spot(n[0], n[1])]
      case ("L", 2...):
        for at in stride(from: 0, to: n.count - 1, by: 2) { stroke.append(Spot(n[at], n[at + 1])) }
      case ("C", 6...):
        for at in stride(from: 0, to: n.count - 5, by: 6) {
          if let start = stroke.last { stroke += curve(start, Array(n[at..<(at + 6)])) }
        }
      case ("A", 6...): stroke += arc(n[0], n[1], n[2], n[3], n[4], n[5])
      case ("O", 4...):
        flush()
        stroke = arc(n[0], n[1], n[2], n[3], 0, 360)
        flush()
      case ("D", 2...): glyph.dots.append(Spot(n[0], n[1]))
      default:
        if command == "Z", let first = stroke.first { stroke.append(first) }
      }
      numbers.removeAll(keepingCapacity: true)
    }
    for word in text.split(separator: " ") {
      if let number = Double(word) {
        numbers.append(number)
      } else if let letter = word.first {
        perform()
        command = letter
      }
    }
    perform()
    flush()
    return glyph
  }

  private static func curve(_ start: Spot, _ n: [Double]) -> [Spot] {
    let steps = 12
    return (1...steps).map { step in
      let t = Double(step) / Double(steps)
      let s = 1 - t
      let (a, b, c, d) = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
      return Spot(a * start.x + b * n[0] + c * n[2] + d * n[4], a * start.y + b * n[1] + c * n[3] + d * n[5])
    }
  }

  private static func arc(
    _ x: Double, _ y: Double, _ across: Double, _ up: Double, _ from: Double, _ to: Double
  ) -> [Spot] {
    let steps = max(2, Int((abs(to - from) / 9).rounded(.up)))
    return (0...steps).map { step in
      let angle = (from + (to - from) * Double(step) / Double(steps)) * .pi / 180
      return Spot(x + across * cos(angle), y + up * sin(angle))
    }
  }
}
