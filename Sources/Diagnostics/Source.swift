// The text a program was read from, and places in it.

/// A stretch of a source's text, in UTF-8 offsets.
public struct Span: Hashable, Sendable {
  /// Which source, as `Sources` numbers them.
  public let source: Int32
  /// The first byte.
  public let lower: Int32
  /// The byte after the last one.
  public let upper: Int32

  /// A stretch from `lower` up to `upper`.
  public init(source: Int32, lower: Int32, upper: Int32) {
    self.source = source
    self.lower = lower
    self.upper = max(lower, upper)
  }

  /// The smallest stretch that holds both; both must be of one source.
  package func joined(with other: Span) -> Span {
    guard other.source == source else { return self }
    return Span(source: source, lower: min(lower, other.lower), upper: max(upper, other.upper))
  }

  /// A place nobody wrote: what the runtime does by itself.
  package static let nowhere = Span(source: -1, lower: 0, upper: 0)
}

/// A named text: a cell, a file, a line of the prompt.
public final class Source: Sendable {
  /// What a person calls it, such as a file's name or "cell 3".
  public let name: String
  /// The whole text.
  public let text: String
  /// Whether it is a file of the library: a problem found there is told at the call that led to it.
  package let isLibrary: Bool
  /// The text as UTF-8.
  package let bytes: [UInt8]
  /// Where each line begins.
  private let lineStarts: [Int]

  /// A text under a name.
  public convenience init(name: String, text: String) { self.init(name: name, text: text, isLibrary: false) }

  /// A text of a program or of the library.
  package init(name: String, text: String, isLibrary: Bool) {
    self.name = name
    self.text = text
    self.isLibrary = isLibrary
    bytes = Array(text.utf8)
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(index + 1) }
    lineStarts = starts
  }

  /// How many lines there are; a final line feed begins an empty one.
  package var lineCount: Int { lineStarts.count }

  /// The line that holds an offset, counted from 0.
  package func line(at offset: Int) -> Int {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The offsets of a line without its end.
  package func range(ofLine line: Int) -> Range<Int> {
    guard line >= 0, line < lineStarts.count else { return bytes.count..<bytes.count }
    let start = lineStarts[line]
    var end = line + 1 < lineStarts.count ? lineStarts[line + 1] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// The text between two offsets; offsets outside are moved inside.
  package func text(_ lower: Int, _ upper: Int) -> String {
    let low = min(max(0, lower), bytes.count)
    return String(decoding: bytes[low..<min(max(low, upper), bytes.count)], as: UTF8.self)
  }
}

/// The texts of one session, by number.
public final class Sources {
  private var list: [Source] = []

  /// No texts yet.
  public init() {}

  /// Takes a text in and gives its number.
  package func add(_ source: Source) -> Int32 {
    list.append(source)
    return Int32(truncatingIfNeeded: list.count - 1)
  }

  /// The text of a number.
  public subscript(_ number: Int32) -> Source? {
    number >= 0 && Int(number) < list.count ? list[Int(number)] : nil
  }

  /// What a span covers.
  package func text(_ span: Span) -> String { self[span.source]?.text(Int(span.lower), Int(span.upper)) ?? "" }

  /// How many there are; with `forget(after:)`, for texts that were only tried.
  package var count: Int { list.count }

  /// Forgets the texts that were taken in since there were `count`.
  package func forget(after count: Int) { if count < list.count { list.removeLast(list.count - max(0, count)) } }
}
