// Texts.

/// A text. Adding to the end of the text made last costs only what is added, because the bytes are shared with it.
package final class Text: Box {
  private final class Bytes {
    var all: [UInt8]
    init(_ all: [UInt8]) { self.all = all }
  }
  private let bytes: Bytes
  private let count: Int

  package convenience init(_ string: String) { self.init(Array(string.utf8)) }

  package init(_ all: [UInt8]) {
    bytes = Bytes(all)
    count = bytes.all.count
    super.init()
  }

  private init(_ bytes: Bytes, _ count: Int) {
    self.bytes = bytes
    self.count = count
    super.init()
  }

  package var string: String { String(decoding: bytes.all[0..<count], as: UTF8.self) }
  package var byteCount: Int { count }
  package override var byteSize: Int { 64 + count }

  /// This text with more behind it.
  package func appending(_ more: some Sequence<UInt8>) -> Text {
    if bytes.all.count == count {
      bytes.all.append(contentsOf: more)
      return Text(bytes, bytes.all.count)
    }
    var copy = Array(bytes.all[0..<count])
    copy.append(contentsOf: more)
    return Text(Bytes(copy), copy.count)
  }

  /// The bytes, for putting together and comparing.
  package func withBytes<R>(_ body: (ArraySlice<UInt8>) -> R) -> R { body(bytes.all[0..<count]) }
}
