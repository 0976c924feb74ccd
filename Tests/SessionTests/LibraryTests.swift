// The library written in the language: embedded as it stands in the files, documented, and right.
import AulaRuntime
import Foundation
import Testing

@Suite("Library") struct LibraryTests {
  private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test("the embedded texts are those of the files") func notStale() throws {
    let folder = root.appendingPathComponent("Sources/Session/Library")
    let found = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let files = found.filter { $0.hasSuffix(".aula") }.sorted()
    #expect(Session.libraryTexts.map(\.name) == files, "run scripts/embed-library.sh")
    for embedded in Session.libraryTexts {
      let file = try String(contentsOf: folder.appendingPathComponent(embedded.name), encoding: .utf8)
      #expect(embedded.text == file, "run scripts/embed-library.sh")
    }
  }

  @Test("what it documents is what a session knows; the rest is the files' own") func documented() throws {
    let session = testSession()
    for file in Session.libraryTexts {
      let (name, text, names) = (file.name, file.text, file.names)
      var own: [String] = []
      var documented: [String] = []
      var isDocumented = false
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        if let match = line.firstMatch(of: #/^(?:fn|model|let) ([^ (:=]+)/#) {
          if isDocumented { documented.append(String(match.output.1)) } else { own.append(String(match.output.1)) }
        }
        isDocumented = line.hasPrefix("## ")
      }
      #expect(names == documented, "\(name)")
      for known in documented { #expect(session.run(known).status == .finished, "\(name): \(known)") }
      for hidden in own { #expect(session.run(hidden).problems.map(\.code) == ["E0301"], "\(name): \(hidden)") }
    }
  }

  @Test("each file needs no other to be read first", arguments: Session.libraryTexts.flatMap { $0.names.prefix(1) })
  func alone(_ name: String) throws {
    let session = testSession()
    try session.evaluate(name)
    #expect(try session.evaluate("\"{\(name)}\"").text?.contains(name) == true)
  }

  @Test("a student's names change nothing in the library, and the library comes back when they go") func shadows()
    throws
  {
    let session = testSession()
    try session.evaluate("let count = 5\nlet mean = 7\nfn mse(a) = a")
    #expect(try session.numbers("[batch[0, 0] for batch in batches([[1], [2], [3]], 2)]") == [1, 3])
    #expect(try session.evaluate("mse(3)").number == 3)
    #expect(try session.evaluate("mae([1, 2], [1, 4])").number == 1)
    for _ in 0..<4 { try session.undo() }
    #expect(try session.evaluate("mse([1, 2], [1, 4])").number == 2)
    #expect(try session.evaluate("count([1, 2])").number == 2)
    #expect(try session.names().isEmpty)
    // A file that is read later leaves a student's names alone.
    try session.evaluate("fn he(n, m) = 0")
    #expect(session.run("lecun(1, 1)").status == .finished)
    #expect(try session.evaluate("he(1, 2)").number == 0)
    // Read in a cell that failed: it stays.
    #expect(session.run("accuracy([1], [1])\nlet x = [1, 2] @ [3]").status == .failed)
    #expect(try session.evaluate("accuracy([1], [1])").number == 1)
  }

  @Test("functions follow a name of the library to its new meaning") func later() throws {
    let session = testSession()
    try session.evaluate("fn twice(x) = 2 * square(x)")
    #expect(try session.evaluate("twice(3)").number == 18)
    try session.evaluate("fn square(x) = x")
    #expect(try session.evaluate("twice(3)").number == 6)
    try session.undo()
    try session.undo()
    #expect(try session.evaluate("twice(3)").number == 18)
  }

  @Test("its names belong to the language") func kinds() throws {
    let session = testSession()
    #expect(try session.names().isEmpty)
    #expect(try session.evaluate("let Dense = 3; Dense").number == 3)
    try session.undo()
    #expect(session.run("Dense(2, 3)").status == .finished)
  }

  @Test("weights have the spread they promise") func weights() throws {
    let session = testSession()
    let glorot = try session.numbers("glorot(300, 200)")
    let bound = (6.0 / 500).squareRoot()
    #expect(glorot.count == 60_000)
    #expect(glorot.allSatisfy { abs($0) <= bound * 1.000001 })
    let spread = meanSquare(glorot) - bound * bound / 3
    #expect(abs(spread) < 0.0002)
    let heSpread = meanSquare(try session.numbers("he(300, 200)")) - 2.0 / 300
    #expect(abs(heSpread) < 0.0003)
  }

  private func meanSquare(_ numbers: [Double]) -> Double {
    var sum = 0.0
    for number in numbers { sum += number * number }
    return sum / Double(numbers.count)
  }

  @Test("a dense layer") func dense() throws {
    let session = testSession()
    try session.evaluate("let d = Dense(2, 3, relu)\nlet x = [[1, 2], [3, 4]]")
    #expect(try session.numbers("d(x)") == session.numbers("relu(x @ d.W + d.b)"))
    #expect(try session.evaluate("(Dense(4, 3) >> Dense(3, 2))(normal(5, 4))").shape == [5, 2])
  }

  @Test("the mean squared error never broadcasts") func mse() throws {
    let session = testSession()
    #expect(try session.evaluate("mse([1, 2], [3, 2])").number == 2)
    #expect(session.run("mse([1, 2], [[1], [2]])").status == .failed)
    try session.evaluate("param w = [1.0, 2.0]; descend mse(w, [0, 0]) over w with sgd(1)")
    #expect(try session.numbers("w * 1") == [0, 0])
  }

  @Test("batches hold every row once, in order") func batches() throws {
    let session = testSession()
    try session.evaluate("let X = [[i, i] for i in 0..10]")
    #expect(try session.numbers("[count(b) for b in batches(X, 4)]") == [4, 4, 2])
    #expect(try session.evaluate("sum([sum(b) for b in batches(X, 3)])").number == 90)
  }
}
