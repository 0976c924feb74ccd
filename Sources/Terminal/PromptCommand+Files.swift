// Commands about files: evaluating them, saving the session and pictures, the editor.
import Diagnostics
import Figures
import Session

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension PromptRun {
  /// Evaluates a file's text as an entry.
  func load(_ argument: String) throws {
    let path = PromptPath.expanded(argument)
    let disk = DiskFiles()
    let (file, text): (String, String)
    do {
      file = try disk.locate(path, from: nil)
      text = try disk.read(file)
    } catch {
      throw error.diagnostic(path)
    }
    lastEntry = text
    evaluate(text, name: path, file: file)
  }

  /// Saves the session, or the last picture.
  func save(_ argument: String) throws {
    let path = PromptPath.expanded(argument)
    let bytes: [UInt8]
    switch PromptPath.ending(path) {
    case "aula":
      let session = SavedSession(entries: entries.standing, seed: seed, hasOtherSeeds: hasOtherSeeds)
      bytes = Array(session.text(look.language).utf8)
    case "svg": bytes = Array(try picture().svg(width: nil, height: nil, theme: .automatic).utf8)
    case "png": bytes = try picture().png(width: nil, height: nil, theme: .light)
    default: throw Diagnostic(.savedEnding, at: .nowhere, ["path": .text(path)])
    }
    do {
      try WholeFile.write(bytes, to: path)
    } catch {
      throw Diagnostic(.fileNotWritten, at: .nowhere, ["path": .text(path), "reason": SystemReason(error.code).reason])
    }
    tell(PromptWords.saved, ["path": .text(path)])
  }

  private func picture() throws -> Figure {
    guard let picture = printer.lastPicture else { throw Diagnostic(.noPictureYet, at: .nowhere) }
    return picture
  }

  /// A variable that is set to something.
  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Opens the last entry in the user's editor and evaluates what comes back.
  func edit() throws {
    let entry = try edited(entryToEdit).trimmed
    guard !entry.isEmpty else { return }
    say(Ink.dim.paint(ScreenText.visible(String(entry.prefix { $0 != "\n" }), look), look))
    accept(entry)
  }

  /// What the user's editor makes of a text.
  func edited(_ text: String) throws -> String {
    let editor = PromptRun.environment("VISUAL") ?? PromptRun.environment("EDITOR") ?? "vi"
    let folder = PromptRun.environment("TMPDIR") ?? "/tmp"
    var template = Array((folder + "/aula-XXXXXX.aula").utf8CString)
    let file = mkstemps(&template, 5)
    let path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    guard file >= 0 else {
      throw Diagnostic(
        .fileNotWritten, at: .nowhere, ["path": .text(path), "reason": SystemReason(errno).reason])
    }
    close(file)
    defer { unlink(path) }
    do {
      try WholeFile.write(Array((text + "\n").utf8), to: path)
    } catch {
      throw Diagnostic(.fileNotWritten, at: .nowhere, ["path": .text(path), "reason": SystemReason(error.code).reason])
    }
    // The variable may hold options too, so the shell takes it apart.
    let child = Child(["/bin/sh", "-c", editor + " \"$1\"", "sh", path], mask: signals?.originalMask)
    keyboard.giveBack()
    let status = signals?.during(.lending) { child.wait() } ?? child.wait()
    guard status == 0 else {
      throw Diagnostic(.editorFailed, at: .nowhere, ["editor": .text(editor), "reason": .text("exit \(status)")])
    }
    let disk = DiskFiles()
    do { return try disk.read(path) } catch { throw error.diagnostic(path) }
  }
}

/// Paths as they are typed.
enum PromptPath {
  /// Without quotes around it, `~` replaced by the home folder.
  static func expanded(_ text: String) -> String {
    var path = text.trimmed
    if path.count >= 2, path.hasPrefix("\""), path.hasSuffix("\"") { path = String(path.dropFirst().dropLast()) }
    if path == "~" || path.hasPrefix("~/"), let home = getenv("HOME") {
      path = String(cString: home) + path.dropFirst()
    }
    return path
  }

  /// What follows the last point of its last part, in small letters.
  static func ending(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let point = name.lastIndex(of: "."), point != name.startIndex else { return "" }
    return name[name.index(after: point)...].lowercased()
  }
}
