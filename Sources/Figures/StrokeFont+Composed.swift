// Signs made of others: letters with accents, small digits and letters above and below the line.

extension StrokeFont {
  /// Marks over x = 0, at the height for a small letter.
  static let marks: [Unicode.Scalar: Glyph] = [
    "\u{300}": Glyph(strokes: [[Spot(6, 59), Spot(-6, 72)]]),
    "\u{301}": Glyph(strokes: [[Spot(-6, 59), Spot(6, 72)]]),
    "\u{302}": Glyph(strokes: [[Spot(-12, 60), Spot(0, 71), Spot(12, 60)]]),
    "\u{303}": Glyph(strokes: [
      [Spot(-14, 60), Spot(-12, 64), Spot(-9, 67), Spot(-5, 68), Spot(-1, 66), Spot(3, 63), Spot(7, 62), Spot(10, 63)]
        + [Spot(13, 66), Spot(14, 70)]
    ]),
    "\u{304}": Glyph(strokes: [[Spot(-13, 65), Spot(13, 65)]]),
    "\u{305}": Glyph(strokes: [[Spot(-18, 66), Spot(18, 66)]]),
    "\u{306}": Glyph(strokes: [[Spot(-12, 71), Spot(-8, 64), Spot(0, 61), Spot(8, 64), Spot(12, 71)]]),
    "\u{307}": Glyph(dots: [Spot(0, 66)]),
    "\u{308}": Glyph(dots: [Spot(-11, 66), Spot(11, 66)]),
    "\u{30a}": Glyph(strokes: [
      [Spot(8, 68), Spot(5.5, 73.5), Spot(0, 76), Spot(-5.5, 73.5), Spot(-8, 68), Spot(-5.5, 62.5), Spot(0, 60)]
        + [Spot(5.5, 62.5), Spot(8, 68)]
    ]),
    "\u{30c}": Glyph(strokes: [[Spot(-12, 71), Spot(0, 60), Spot(12, 71)]]),
    "\u{327}": Glyph(strokes: [
      [Spot(1, -4), Spot(-1, -9), Spot(4, -10), Spot(7, -14), Spot(5, -19), Spot(-1, -21), Spot(-7, -20)]
    ]),
    "\u{323}": Glyph(dots: [Spot(0, -14)]),
    "\u{331}": Glyph(strokes: [[Spot(-13, -12), Spot(13, -12)]]),
  ]

  /// Which letter and which mark a letter is made of. Characters are equal however their marks are written, so that the
  /// keys find the signs that Unicode has for many of them, too.
  static let accented: [Character: (letter: Character, mark: Unicode.Scalar)] = {
    var result: [Character: (Character, Unicode.Scalar)] = [:]
    let letters = latin.map(\.0) + greek.map(\.0) + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
    for letter in letters {
      for mark in marks.keys {
        let composed = String(letter) + String(mark)
        if composed.count == 1, let character = composed.first { result[character] = (letter, mark) }
      }
    }
    return result
  }()

  /// Which sign a small one is the image of, how high it stands, and how large.
  static let smallSigns: [(Character, Character, Double, Double)] = {
    let above: [(String, String)] = [
      ("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789"), ("⁺⁻⁼⁽⁾", "+−=()"), ("ⁱⁿᵀᵏᵗᵈᵐᵖᵃᵇᶜˣʸ", "inTktdmpabcxy"), ("ᵅᵝ", "αβ"),
    ]
    let below: [(String, String)] = [
      ("₀₁₂₃₄₅₆₇₈₉", "0123456789"), ("₊₋₌₍₎", "+−=()"), ("ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥ", "aeoxhklmnpstijruv"), ("ᵦᵧᵨᵩᵪ", "βγρφχ"),
    ]
    func rows(_ pairs: [(String, String)], _ height: Double) -> [(Character, Character, Double, Double)] {
      pairs.flatMap { small, large in zip(small, large).map { ($0, $1, height, 0.6) } }
    }
    return rows(above, 36) + rows(below, -16)
  }()
}
