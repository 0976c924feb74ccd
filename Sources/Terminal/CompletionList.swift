// What completion found, on the screen: one below the other with shapes and calls, or in columns when there are many.
import Diagnostics
import Session

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Lists candidates.
package struct CompletionList {
  private let look: Look

  package init(_ look: Look) { self.look = look }

  /// Whole lines.
  package func text(of answer: CompletionAnswer) -> String {
    var lines = (answer.signature.map { ScreenText.wrapped($0, look.columns, indent: 4) } ?? [])
      .map { SourceColours.painted($0, look) }
    let room = max(look.rows - 2 - lines.count, 4)
    if answer.candidates.count <= room {
      lines += answer.candidates.map(line)
    } else {
      lines += columns(answer.candidates.map(\.shown), rows: room)
    }
    return ScreenText.ours(lines.map { $0 + "\n" }.joined(), look)
  }

  private func line(_ candidate: CompletionAnswer.Candidate) -> String {
    let name = ScreenText.fitted(ScreenText.visible(candidate.shown, look), look.columns, look)
    let room = look.columns - Visible.width(name) - 3
    guard !candidate.detail.isEmpty, room >= 6 else { return Ink.name.paint(name, look) }
    let detail = ScreenText.visible(candidate.detail.split(separator: "\n").first.map(String.init) ?? "", look)
    return Ink.name.paint(name, look) + "  " + Ink.dim.paint(ScreenText.fitted(detail, room, look), look)
  }

  private func columns(_ names: [String], rows: Int) -> [String] {
    let width = min((names.map { Visible.width($0) }.max() ?? 0) + 2, look.columns)
    let count = max(1, look.columns / max(1, width))
    var lines: [String] = []
    for start in stride(from: 0, to: names.count, by: count) {
      if lines.count >= rows - 1, names.count - start > count {
        let rest = PromptWords.more.filled(["count": .text("\(names.count - start)")], in: look.language)
        lines.append(ScreenText.fitted(rest, look.columns, look))
        break
      }
      var line = ""
      for name in names[start..<min(start + count, names.count)] {
        let name = ScreenText.fitted(ScreenText.visible(name, look), max(width - 2, 1), look)
        line += name + String(repeating: " ", count: max(0, width - Visible.width(name)))
      }
      while line.last == " " { line.removeLast() }
      lines.append(line)
    }
    return lines
  }
}

/// The names of a session and the files of the disk.
package struct SessionWorld: CompletionWorld {
  private let session: Session

  package init(_ session: Session) { self.session = session }

  package var names: [KnownName] { session.knownNames() }

  package func members(of path: [String]) -> [KnownName] { session.members(of: path) }

  package func call(of path: [String]) -> KnownCall? { session.call(of: path) }

  package func files(in folder: String) -> [(name: String, isFolder: Bool)] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var found: [(name: String, isFolder: Bool)] = []
    // A folder of more entries is nothing to choose from.
    while found.count < 10_000, let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name == "." || name == ".." { continue }
      var status = stat()
      let isFolder = stat(folder + "/" + name, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      found.append((name, isFolder))
    }
    return found
  }
}
