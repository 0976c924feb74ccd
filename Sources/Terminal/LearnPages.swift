// A step's text cut into pieces that fit on the screen, so that nobody has to scroll back to read.

/// Pages of a text.
package struct LearnPages {
  private var pages: [[String]] = []

  package var isEmpty: Bool { pages.isEmpty }

  package init() {}

  /// `rows` of the screen, of which `used` are taken by what is looked at now. Pages are cut at empty lines where there are any.
  package init(_ text: [String], rows: Int, used: Int) {
    // The line that tells where one is and the prompt need room, too.
    let room = max(rows - 4, 6)
    var rest = text[...]
    var first = room - used
    if first < room, first < LearnPages.least, rest.count > first {
      pages.append([])
      first = room
    }
    while rest.count > first {
      let most = rest.startIndex + first
      let cut = rest[..<most].lastIndex { $0.isEmpty }.flatMap { $0 > rest.startIndex + 1 ? $0 : nil } ?? most
      pages.append(Array(rest[..<cut]))
      rest = rest[cut...]
      while rest.first == "" { rest.removeFirst() }
      first = room
    }
    pages.append(Array(rest))
  }

  /// A few lines of a text are not worth showing.
  private static let least = 8

  /// The page that comes now.
  package mutating func next() -> [String] { pages.isEmpty ? [] : pages.removeFirst() }

  /// The lines of a text without empty ones around it.
  static func lines(of text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let first = lines.firstIndex(where: { !$0.isEmpty }), let last = lines.lastIndex(where: { !$0.isEmpty })
    else { return [] }
    return Array(lines[first...last])
  }
}
