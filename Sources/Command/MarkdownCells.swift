// The ```aula cells of a Markdown text, changed without touching anything else.
import Lessons

enum MarkdownCells {
  /// The text with every cell for which `body` gives a program replaced by it. `body` also learns whether the fence says that
  /// the cell is meant to fail.
  static func replacing(in text: String, _ body: (_ cell: FencedCode, _ mayFail: Bool) -> String?) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var copied = 0
    for code in FencedCode.all(in: bytes) where code.isClosed && code.isCell(in: bytes) {
      let words = String(decoding: bytes[code.info], as: UTF8.self).split { $0 == " " || $0 == "\t" }
      guard let layout = body(code, words.contains("fails")), layout != code.program else { continue }
      result += bytes[copied..<code.body.lowerBound]
      result += written(layout, like: code, in: bytes)
      copied = code.body.upperBound
    }
    result += bytes[copied...]
    return String(decoding: result, as: UTF8.self)
  }

  /// A program with the margin and the line ends of the cell that it replaces.
  private static func written(_ program: String, like code: FencedCode, in bytes: [UInt8]) -> [UInt8] {
    let endsInReturn = code.lines.last.map { last in last.upperBound < bytes.count && bytes[last.upperBound] == 13 }
    let ending: [UInt8] = endsInReturn == true ? [13, 10] : [10]
    let margin = [UInt8](repeating: UInt8(ascii: " "), count: code.indent)
    var result: [UInt8] = []
    let program = Array(program.utf8)
    for line in TextLines.all(in: program) {
      let content = program[line.content]
      result += (content.isEmpty ? [] : margin) + content + ending
    }
    return result
  }
}
