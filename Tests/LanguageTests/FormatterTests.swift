// Every program that we have keeps its tree, its comments and its expectations when it is laid out.
import Diagnostics
import Foundation
import Syntax
import Testing

@Suite("Layout of all programs") struct FormatterTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

  @Test("the programs of the tests", arguments: ProgramTests.topics.sorted()) func programs(_ topic: String) throws {
    for name in ProgramTests.programs(topic) {
      let text = try String(contentsOf: ProgramTests.folder.appending(path: name), encoding: .utf8)
      let program = LanguageProgram(text)
      for cell in program.cells { Self.check(cell.text, name) }
      for (file, text) in program.files { Self.check(text, "\(name), \(file)") }
    }
  }

  @Test("a program of the tests that has one cell asks for the same when it is laid out") func expectations() throws {
    var count = 0
    for name in ProgramTests.topics.sorted().flatMap(ProgramTests.programs) {
      let text = try String(contentsOf: ProgramTests.folder.appending(path: name), encoding: .utf8)
      let result = Formatter().format(text)
      guard result.diagnostics.isEmpty, !text.contains("# file:") else { continue }
      let (before, after) = (LanguageProgram(text), LanguageProgram(result.text))
      #expect(before.expectationCount == after.expectationCount, "\(name)")
      #expect(before.cells.count == after.cells.count, "\(name)")
      #expect(Self.expectations(text) == Self.expectations(result.text), "\(name)")
      count += 1
    }
    #expect(count > 300)
  }

  @Test("the library is laid out") func library() throws {
    let folder = Self.root.appending(path: "Sources/Session/Library")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".aula") }
    #expect(!names.isEmpty)
    for name in names.sorted() {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      Self.check(text, name)
      let laidOut = Formatter().format(text).text
      if ProcessInfo.processInfo.environment["AULA_RECORD"] != nil, laidOut != text {
        try laidOut.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
      } else {
        #expect(laidOut == text, "\(name) is not in its layout: AULA_RECORD=1 writes it there")
      }
    }
  }

  @Test("the programs in documents") func documents() throws {
    let docs = Self.root.appending(path: "docs")
    let names = try #require(FileManager.default.enumerator(atPath: docs.path)).compactMap { $0 as? String }
    var count = 0
    for name in names.filter({ $0.hasSuffix(".md") }).sorted() + ["../README.md"] {
      let text = try String(contentsOf: docs.appending(path: name), encoding: .utf8)
      for block in text.components(separatedBy: "```aula").dropFirst() {
        // What follows on the fence's line is no program.
        let lines = block.components(separatedBy: "\n```")[0].split(separator: "\n", omittingEmptySubsequences: false)
        Self.check(lines.dropFirst().joined(separator: "\n"), name)
        count += 1
      }
    }
    #expect(count > 200)
  }

  /// Every expectation, after the sign that ends the code before it on its line.
  private static func expectations(_ text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      guard let mark = line.range(of: "# expect", options: .backwards) else { return nil }
      let code = line[..<mark.lowerBound].trimmingCharacters(in: .whitespaces)
      return code.suffix(1) + line[mark.lowerBound...].trimmingCharacters(in: .whitespaces)
    }
  }

  private static func check(_ text: String, _ name: String) {
    let before = parse(text)
    for columns in [100, 30] {
      let result = Formatter(columns: columns).format(text)
      guard before.diagnostics.isEmpty else {
        #expect(result.text == text, "\(name)")
        continue
      }
      #expect(!result.isRefused, "\(name)")
      let after = parse(result.text)
      #expect(after.diagnostics.isEmpty, "\(name)")
      #expect(treeDescription(after.program) == treeDescription(before.program), "\(name)")
      #expect(comments(after, result.text) == comments(before, text), "\(name)")
      #expect(Formatter(columns: columns).format(result.text).text == result.text, "\(name), \(columns) columns")
    }
  }

  private static func parse(_ text: String) -> ParseResult {
    Parser().parse(Source(name: "", text: text), number: 0, firstID: 0)
  }

  private static func comments(_ parsed: ParseResult, _ text: String) -> [String] {
    let source = Source(name: "", text: text)
    return parsed.program.comments.map {
      source.text(Int($0.lower), Int($0.upper)).replacing(/[ \t]+$/, with: "")
    }
  }
}
