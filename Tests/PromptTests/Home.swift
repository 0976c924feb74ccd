// A home folder for one test, and the program that it runs.
import Foundation

/// The program `aula`, beside the built tests.
enum Aula {
  static let path: URL? = {
    let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    let places = [own, URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()]
    return places.map { $0.appendingPathComponent("aula") }.first {
      FileManager.default.isExecutableFile(atPath: $0.path)
    }
  }()
}

/// A folder that goes when nobody holds it any more.
final class Home {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "aula-prompt-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var path: String { url.path }

  func write(_ text: String, as name: String) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appending(path: name)), as: UTF8.self)
  }

  func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: url.appending(path: name).path) }

  /// Where the prompt keeps what was typed.
  static let history = ".local/state/aula/history"
}
