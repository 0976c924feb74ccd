// A change of one place of a text, and how a changed text comes out of it.
import Diagnostics

/// One change of a text: what stands at a place becomes something else.
package struct Edit: Hashable, Sendable {
  /// The place, in the text as it is.
  package let span: Span
  /// What stands there afterwards.
  package let replacement: String

  package init(span: Span, replacement: String) {
    self.span = span
    self.replacement = replacement
  }

  /// A text with the change made. Offsets outside of the text are moved inside.
  package func applied(to text: String) -> String {
    let bytes = Array(text.utf8)
    return applied(to: bytes, from: 0, upTo: bytes.count)
  }

  /// What a part of a text becomes: the part must hold the place.
  package func applied(to source: Source, within part: Span) -> String {
    applied(to: source.bytes, from: Int(part.lower), upTo: Int(part.upper))
  }

  private func applied(to bytes: [UInt8], from start: Int, upTo end: Int) -> String {
    let first = min(max(0, start), bytes.count)
    let last = min(max(first, end), bytes.count)
    let lower = min(max(first, Int(span.lower)), last)
    let upper = min(max(lower, Int(span.upper)), last)
    let middle = Array(replacement.utf8)
    // What was kept apart by a sign, as in `not(a)`, must not grow together with the word beside it.
    let before = Self.wouldJoin(bytes[first..<lower].last, middle.first) ? [UInt8(ascii: " ")] : []
    let after = Self.wouldJoin(middle.last, bytes[upper..<last].first) ? [UInt8(ascii: " ")] : []
    return String(decoding: bytes[first..<lower] + before + middle + after + bytes[upper..<last], as: UTF8.self)
  }

  /// Whether two bytes side by side could belong to one name or number.
  private static func wouldJoin(_ left: UInt8?, _ right: UInt8?) -> Bool {
    guard let left, let right else { return false }
    return isOfWord(left) && isOfWord(right)
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    let letter = byte | 0x20
    return byte == UInt8(ascii: "_") || (letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z"))
      || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
  }
}
