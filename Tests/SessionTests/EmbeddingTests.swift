// What a Swift program that embeds the language relies on.
import AulaRuntime
import Foundation
import Testing

@Suite("Embedding") struct EmbeddingTests {
  @Test("the example of the description works word for word") func description() throws {
    let session = Session(seed: 7)
    session.define("halve") { (x: Tensor) in try x / 2 }
    let value = try session.evaluate("halve([2, 4])")
    #expect(value.numbers == [1, 2])
  }

  @Test("functions of one to three tensors, and derivatives through them") func tensors() throws {
    let session = testSession()
    session.define("halve") { (x: Tensor) in try x / 2 }
    session.define("plus") { (x: Tensor, y: Tensor) in try x + y }
    session.define("blend") { (x: Tensor, y: Tensor, z: Tensor) in try x * z + y * (1 - z) }
    #expect(try session.evaluate("halve(3)").number == 1.5)
    #expect(try session.numbers("plus([1, 2], halve([2, 4]))") == [2, 4])
    #expect(try session.numbers("blend([1, 1], [3, 3], 0.5)") == [2, 2])
    #expect(try session.evaluate("grad(x -> halve(x^2))(3)").number == 3)
    #expect(session.codes("halve()").isEmpty == false)
    #expect(session.codes("halve(1, 2)").isEmpty == false)
    #expect(session.codes("halve(\"text\")").isEmpty == false)
  }

  @Test("values describe themselves") func descriptions() throws {
    let session = testSession()
    #expect("\(try session.evaluate("mean([1, 2, 3])"))" == "2")
    #expect("\(try session.evaluate("(a: 0.5, [1, 2], \"t\", true, ())"))" == "(a: 0.5, [2] [1.0, 2.0], t, true, ())")
    #expect("\(try session.evaluate("zeros(3, 9)"))" == "[3, 9] float64")
  }

  @Test("functions of any values") func values() throws {
    let session = testSession()
    session.define("describe") { (values: [AulaValue]) in
      .text(values.map(\.fingerprint).joined(separator: " "))
    }
    #expect(try session.evaluate("describe(true, \"a\", ())").text == "true a nothing")
    session.define("both") { (values: [AulaValue]) in .tuple(values.map { AulaValue.Part($0, label: nil) }) }
    #expect(try session.evaluate("let (a, b) = both(1, 2); a + b").number == 3)
    session.define("same") { (values: [AulaValue]) in values.first ?? .nothing }
    #expect(session.codes("same(x -> x)") == ["E0814"])
  }

  @Test("what a host's function throws reaches the student, at the call") func failures() {
    struct Broken: Error, CustomStringConvertible { let description = "the sensor is off" }
    let session = testSession()
    session.define("sensor") { (_: [AulaValue]) in throw Broken() }
    let problem = session.run("let a = 1\na + sensor(2)").problems.first
    #expect(problem?.code == "E0813")
    #expect(problem?.text.contains("the sensor is off") == true)
    #expect(problem?.place?.line == 2)
    session.define("stretch") { (x: Tensor) in try x + x.graph.tensor([1.0, 2, 3, 4, 5]) }
    #expect(session.run("stretch([1, 2])").problems.first?.code.hasPrefix("E04") == true)
  }

  @Test("values of Swift go in") func definitions() throws {
    let session = testSession()
    try session.define("n", 3)
    try session.define("x", [1.0, 2.0])
    try session.define("M", [[1.0, 2.0], [3.0, 4.0]])
    try session.define("yes", true)
    try session.define("who", "Ana")
    try session.define("pair", ["a", "b"])
    try session.define("f", [Float(1), 2])
    #expect(try session.numbers("n * x") == [3, 6])
    #expect(try session.evaluate("M").shape == [2, 2])
    #expect(try session.evaluate("if yes { \"{who}\" } else { pair[0] }").text == "Ana")
    #expect(try session.evaluate("f").array?.dtype == .float32)
  }

  @Test("a definition outlives the undoing of later cells") func definitionsAndUndo() throws {
    let session = testSession()
    try session.evaluate("let a = 1")
    try session.define("n", 3)
    session.define("halve") { (x: Tensor) in try x / 2 }
    try session.undo()
    #expect(try session["a"] == nil)
    #expect(try session.evaluate("halve(n)").number == 1.5)
  }

  @Test("definitions may come while a cell runs") func definingInside() throws {
    let session = testSession()
    session.define("make") { (values: [AulaValue]) in
      session.define("made") { (x: Tensor) in try x * 10 }
      return .nothing
    }
    try session.evaluate("make()")
    #expect(try session.evaluate("made(2)").number == 20)
    session.run("print(1)") { _ in session.define("late") { (x: Tensor) in x } }
    #expect(try session.evaluate("late(2)").number == 2)
  }

  @Test("asynchronous calls give values, events and errors") func asynchronous() async throws {
    let session = testSession()
    #expect(try await session.evaluate("1 + 1").number == 2)
    let lines = Collected<String>()
    let outcome = await session.run("print(\"a\"); print(\"b\")") { event in
      if case .text(let line) = event { lines.append(line) }
    }
    #expect(outcome.status == .finished)
    #expect(lines.all == ["a", "b"])
    await #expect(throws: SessionError.self) { try await session.evaluate("nobody") }
  }

  @Test("the example runs, says what it promises, and links no readline") func example() throws {
    let folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    let path = try #require(EmbeddingTests.example(near: folder))
    let process = Process()
    process.executableURL = path
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let expected = """
      halve([2, 4]) is [1.0, 2.0]
      its slope along x^2 at 3 is 3.0
      falling takes [0.452, 0.639, 0.782]
      it prints: round 0
      it prints: round 1
      it shows: [2, 3] float64
      failed ["E0401"] [1.0, 2.0, 3.0]

      """
    #expect(output == expected)
    let linked = try Data(contentsOf: path)
    #expect(linked.range(of: Data("libreadline".utf8)) == nil)
  }

  /// The built example beside the built tests.
  private static func example(near folder: URL) -> URL? {
    for place in [folder, URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()] {
      let path = place.appendingPathComponent("embedding-example")
      if FileManager.default.isExecutableFile(atPath: path.path) { return path }
    }
    return nil
  }
}
