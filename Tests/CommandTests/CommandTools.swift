// Calls of the real binary.
import Foundation
import Testing

/// The program `aula`, beside the built tests.
enum Aula {
  /// What a call gave.
  struct Result {
    let code: Int32
    let output: String
    let errors: String
    /// Whether a signal ended it.
    let wasKilled: Bool

    var lines: [Substring] { output.split(separator: "\n") }
    /// The objects of JSON lines; a line that is none is an empty object.
    var events: [[String: Any]] {
      lines.map { (try? JSONSerialization.jsonObject(with: Data($0.utf8))) as? [String: Any] ?? [:] }
    }
  }

  static let path: URL? = {
    let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    let places = [own, URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()]
    return places.map { $0.appendingPathComponent("aula") }.first {
      FileManager.default.isExecutableFile(atPath: $0.path)
    }
  }()

  /// Runs `aula` with arguments.
  @discardableResult
  static func run(
    _ arguments: String..., input: String = "", environment: [String: String] = [:], folder: URL? = nil
  ) throws -> Result {
    try start(try #require(path), arguments, input, environment, folder)
  }

  /// Runs a line of bash in which `$AULA` is the program.
  static func shell(_ line: String, environment: [String: String] = [:], folder: URL? = nil) throws -> Result {
    let path = try #require(path)
    let environment = environment.merging(["AULA": path.path]) { $1 }
    return try start(URL(fileURLWithPath: "/bin/bash"), ["-c", line], "", environment, folder)
  }

  private static func start(
    _ program: URL, _ arguments: [String], _ input: String, _ environment: [String: String], _ folder: URL?
  ) throws -> Result {
    let files = try TemporaryFolder()
    let (output, errors) = (files.url.appending(path: "output"), files.url.appending(path: "errors"))
    let given = try files.write(input, as: "input")
    for file in [output, errors] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder ?? files.url
    process.standardInput = try FileHandle(forReadingFrom: given)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    var variables = ["PATH": "/usr/bin:/bin", "HOME": files.url.path, "LC_ALL": "C.UTF-8"]
    variables.merge(environment) { $1 }
    process.environment = variables
    try process.run()
    process.waitUntilExit()
    return Result(
      code: process.terminationStatus, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self),
      wasKilled: process.terminationReason == .uncaughtSignal)
  }
}

/// A folder for one test; it goes when nobody holds it any more.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "aula-command-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  @discardableResult
  func write(_ text: String, as name: String) throws -> URL {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appending(path: name)), as: UTF8.self)
  }

  var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: url.path).sorted()) ?? [] }
}
