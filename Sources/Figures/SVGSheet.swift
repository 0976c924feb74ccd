// How wide text is in a browser: nobody knows which font it has, so this is what a wide one needs.

struct SVGSheet: Sheet {
  let textSize = 13.0
  var cell: Cell? { nil }

  func width(of text: String, size: Double) -> Double {
    text.unicodeScalars.reduce(0) { $0 + SVGSheet.width(of: $1) } * size
  }

  /// In parts of the size of the text.
  private static func width(of scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "I", "'", "|", ".", ",", ":", ";", "!", "·", "′": 0.33
    case "f", "t", "r", "(", ")", "[", "]", " ", "-", "/", "\\", "\"", "`": 0.42
    case "0"..."9": 0.64
    case "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "⁻": 0.43
    case "₀"..."₉": 0.43
    case "m", "w", "M", "W", "@", "%", "…", "—", "∞": 0.98
    case "A"..."Z", "&", "+", "−", "=", "<", ">", "~", "≤", "≥", "≈", "±": 0.78
    case "a"..."z": 0.62
    default: SVGSheet.widthBeyondASCII(of: scalar)
    }
  }

  private static func widthBeyondASCII(of scalar: Unicode.Scalar) -> Double {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0..<0x1100: return 0.72
    case 0x1100..<0x2000: return 1
    case 0x2000..<0x2e80: return 0.9
    default: return 1.1
    }
  }
}
