// Progress as a file: comes back exactly, outlives damage, sudden ends and company.
import Diagnostics
import Foundation
import Lessons
import Session
import Testing

@Suite("Progress") struct ProgressTests {
  /// A folder that goes with the test.
  final class Folder {
    let url = FileManager.default.temporaryDirectory.appending(path: "aula-progress-\(UUID().uuidString)")

    deinit { try? FileManager.default.removeItem(at: url) }

    func file(_ lesson: String = "gan-toy") -> ProgressFile {
      ProgressFile(path: url.appending(path: "lessons/\(lesson)").path, lesson: lesson)
    }

    var names: [String] {
      let names = try? FileManager.default.contentsOfDirectory(atPath: url.appending(path: "lessons").path)
      return (names ?? []).filter { $0 != ".lock" }.sorted()
    }
  }

  static let sample: LessonProgress = {
    var progress = LessonProgress()
    progress.language = .es
    progress.step = 3
    progress.marks = [.played, .solved, .standIn]
    var work = LessonProgress.Work()
    (work.attempts, work.hints, work.answer) = (2, 1, "fn half(t) = t / 2\n")
    work.draft = "```\n---\nend\n    | x\n\n"
    progress.exercises["half"] = work
    progress.exercises["d-loss"] = LessonProgress.Work()
    progress.predictions["cell 3"] = ["0.7", "", "up or down?\n"]
    return progress
  }()

  @Test("what is written is what people can read") func form() {
    let text = """
      aula progress 1
      lesson: gan-toy
      language: es
      step: 3
      marks: played solved standIn
      exercise: d-loss
        attempts: 0
      exercise: half
        attempts: 2
        hints: 1
        answer:
          | fn half(t) = t / 2
          |\u{20}
        draft:
          | ```
          | ---
          | end
          |     | x
          |\u{20}
          |\u{20}
      predictions: cell 3
        guess:
          | 0.7
        guess:
          |\u{20}
        guess:
          | up or down?
          |\u{20}
      end

      """
    #expect(Self.sample.text(of: "gan-toy") == text)
    #expect(LessonProgress.isWhole(text) && LessonProgress(reading: text) == Self.sample)
    let trimmed = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    #expect(LessonProgress(reading: trimmed.joined(separator: "\n")) == Self.sample)
  }

  @Test("any text comes back byte by byte") func anyText() {
    var random = SystemRandomNumberGenerator()
    let pieces = [
      "\n", "\r", "\r\n", " ", "\t", "end", "    | ", "```", "---", "\u{301}", "\u{0}", "θ", "🇪🇸", "step: 9", "{", "\\",
      "x",
      "\u{2028}", "\u{85}", "\u{feff}", "é", "e\u{301}", ":", "answer:", "\u{7f}",
    ]
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in pieces.randomElement(using: &random) }
        .joined()
      var progress = LessonProgress()
      progress.exercises["a"] = LessonProgress.Work()
      progress.exercises["a"]?.answer = text
      progress.predictions["cell 1"] = [text, text]
      let file = progress.text(of: "x")
      let back = LessonProgress(reading: file)
      #expect(LessonProgress.isWhole(file))
      #expect(back.exercises["a"]?.answer.map { Array($0.utf8) } == Array(text.utf8), "\(Array(text.unicodeScalars))")
      #expect(back.predictions["cell 1"]?.map { Array($0.utf8) } == [Array(text.utf8), Array(text.utf8)])
    }
  }

  @Test("every beginning of a file is read without harm and known as damaged") func cut() {
    let bytes = Array(Self.sample.text(of: "gan-toy").utf8)
    for count in 0..<bytes.count - 4 {
      let text = String(decoding: bytes[..<count], as: UTF8.self)
      #expect(!LessonProgress.isWhole(text), "\(count)")
      let progress = LessonProgress(reading: text)
      if let answer = progress.exercises["half"]?.answer { #expect(answer == "fn half(t) = t / 2\n") }
    }
  }

  @Test("a change is on the disk, and finds what others wrote") func changes() throws {
    let folder = Folder()
    let file = folder.file()
    #expect(try file.load().progress == LessonProgress() && folder.names == [])
    try file.change { $0 = Self.sample }
    #expect(try file.load().progress == Self.sample && folder.names == ["gan-toy"])
    try file.change { $0.step += 1 }
    #expect(try file.load().progress.step == 4)
    #expect(try file.load().progress.exercises == Self.sample.exercises)
    try file.remove()
    #expect(try file.load().progress == LessonProgress() && folder.names == ["gan-toy.old-1"])
  }

  @Test("a damaged or foreign file is put aside and named") func damage() throws {
    let folder = Folder()
    let file = folder.file()
    try file.change { $0 = Self.sample }
    let half = Self.sample.text(of: "gan-toy").dropLast(60)
    for (number, bytes) in [Array(half.utf8), [0xff, 0xfe, 0x00], Array("PNG\n\n".utf8), []].enumerated() {
      try Data(bytes).write(to: URL(fileURLWithPath: file.path))
      let (progress, warning) = try file.load()
      let place = file.path + ".old-\(number + 1)"
      #expect(warning?.row.code == "W0949" && warning?.values["path"] == .text(place))
      #expect(try Data(contentsOf: URL(fileURLWithPath: place)) == Data(bytes))
      #expect(progress.step == (number == 0 ? 3 : 0))
      #expect(try file.load().warning == nil, "it is told once")
    }
    #expect(folder.names.count == 5)
  }

  @Test("what cannot be read or written is an error, and nothing is lost") func unwritable() throws {
    let folder = Folder()
    let file = folder.file()
    try FileManager.default.createDirectory(atPath: file.path, withIntermediateDirectories: true)
    #expect(throws: WholeFile.Failure.self) { try file.load() }
    #expect(throws: WholeFile.Failure.self) { try file.change { $0.step = 1 } }
    let nowhere = ProgressFile(path: "/proc/no/such/place", lesson: "x")
    #expect(throws: WholeFile.Failure.self) { try nowhere.change { $0.step = 1 } }
  }

  @Test("a file that another process was killed over is in nobody's way") func leftovers() throws {
    let folder = Folder()
    let file = folder.file()
    try file.change { $0.step = 1 }
    try Data("half".utf8).write(to: URL(fileURLWithPath: "\(file.path).\(getpid()).new"))
    try file.change { $0.step = 2 }
    #expect(try file.load().progress.step == 2)
  }

  @Test("many at once lose nothing") func company() async throws {
    let folder = Folder()
    let file = folder.file()
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        group.addTask {
          for _ in 0..<20 {
            _ = try? file.change { $0.exercises["e\(number)", default: LessonProgress.Work()].attempts += 1 }
          }
        }
      }
    }
    let progress = try file.load().progress
    #expect(progress.exercises.count == 8 && progress.exercises.values.allSatisfy { $0.attempts == 20 })
    #expect(folder.names == ["gan-toy"])
  }

  @Test("names of lessons are names of files") func names() {
    let home = { (name: String) -> String? in name == "HOME" ? "/home/ana" : nil }
    #expect(ProgressFile.usual("gan-toy", home)?.path == "/home/ana/.local/state/aula/lessons/gan-toy")
    #expect(ProgressFile.usual("../x y", home)?.path == "/home/ana/.local/state/aula/lessons/%46.%46.%47.x%32.y")
    #expect(ProgressFile.usual("x") { $0 == "XDG_STATE_HOME" ? "/s" : nil }?.path == "/s/aula/lessons/x")
    #expect(ProgressFile.usual("x") { _ in nil } == nil)
    #expect(ProgressFile.usual(String(repeating: "é", count: 4_000), home)?.path.utf8.count ?? 0 < 250)
  }
}
