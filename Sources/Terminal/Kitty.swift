// Kitty's protocol for pictures: a PNG file in base 64, in pieces between escape signs.
import Figures

package enum Kitty {
  /// The protocol's limit for one piece.
  private static let pieceLength = 4_096

  /// What shows a PNG file at the cursor and moves the cursor behind it. The terminal answers nothing (`q=2`), so that no
  /// answer can be taken for input.
  package static func picture(_ png: [UInt8]) -> String {
    let text = Array(Base64.text(of: png).utf8)
    var result = ""
    result.reserveCapacity(text.count + text.count / 200 + 100)
    for start in stride(from: 0, to: text.count, by: pieceLength) {
      let end = min(start + pieceLength, text.count)
      let more = end < text.count ? 1 : 0
      result += "\u{1b}_G" + (start == 0 ? "a=T,f=100,t=d,q=2,m=\(more);" : "q=2,m=\(more);")
      result += String(decoding: text[start..<end], as: UTF8.self) + "\u{1b}\\"
    }
    return result
  }
}
