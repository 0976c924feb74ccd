// Entries that are taller than the screen: an editor of lines cannot show them, so that one line stands for each.

/// Entries that were folded, by the line that stands for them.
package struct FoldedEntries {
  private var entries: [String: String] = [:]
  /// Lines that are left for what stands above and below.
  private static let margin = 4
  /// Letters of the first line that are shown.
  private static let shown = 24

  package init() {}

  /// An entry as it can be edited: itself, or a line that stands for it.
  package mutating func folded(_ entry: String, rows: Int) -> String {
    let lines = entry.split(separator: "\n", omittingEmptySubsequences: false).count
    guard lines > max(rows - FoldedEntries.margin, 2) else { return entry }
    let first = entry.drop { $0.isWhitespace }.prefix { $0 != "\n" }.prefix(FoldedEntries.shown)
    var line = "\(first) ... [\(lines)]"
    var number = 2
    while let other = entries[line], other != entry {
      line = "\(first) ... [\(lines)] (\(number))"
      number += 1
    }
    entries[line] = entry
    return line
  }

  /// The entry that a line stands for, also where something was typed before or behind it.
  package func unfolded(_ line: String) -> String {
    if let entry = entries[line] { return entry }
    guard line.contains(" ... ["), let key = entries.keys.first(where: { line.contains($0) }),
      let entry = entries[key], let place = FoldedEntries.range(of: key, in: line)
    else { return line }
    return line[..<place.lowerBound] + entry + line[place.upperBound...]
  }

  private static func range(of part: String, in text: String) -> Range<String.Index>? {
    var start = text.startIndex
    while start < text.endIndex {
      if text[start...].hasPrefix(part) { return start..<text.index(start, offsetBy: part.count) }
      start = text.index(after: start)
    }
    return nil
  }
}
