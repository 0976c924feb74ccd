// Pictures of figures in characters, kept in files: compared, or written anew when AULA_RECORD=1.
import Foundation
import Testing

enum FigureSnapshots {
  private static let isOn = ProcessInfo.processInfo.environment["AULA_RECORD"] == "1"

  static func check(_ text: String, _ name: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../Snapshots/figures")
    let file = folder.appending(path: name)
    if isOn {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let stored = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    let (old, new) = (stored.split(separator: "\n"), text.split(separator: "\n"))
    let first = zip(old, new).first { $0 != $1 }
    #expect(
      stored == text,
      "figures/\(name) is stale, record again with AULA_RECORD=1: \(first.map { "\($0.0) → \($0.1)" } ?? "length")")
  }
}
