// The programs of the folder Programs, a test for each topic: `.aula` files that say in comments what they should do.
import Foundation
import Testing

@Suite("Programs") struct ProgramTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Programs")

  /// The topics, each a folder with a test below.
  static let topics: Set<String> = [
    "taste", "meaning", "numbers", "tensors", "precision", "tuples", "texts", "truth", "near", "functions",
    "shapes", "blocks", "loops", "comprehensions", "destructuring", "indexing", "models", "params", "learning",
    "optimizers", "record", "derivatives", "draws", "names", "unicode", "writing", "use", "errors", "habits",
    "several", "limits", "display", "figures", "layers", "losses", "data", "metrics", "estimates", "chance",
    "checks", "derivations",
  ]

  /// The programs of a topic; none where there is no such folder, which `everyTopic` finds.
  static func programs(_ topic: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: topic).path)
    return (names ?? []).filter { $0.hasSuffix(".aula") }.sorted().map { "\(topic)/\($0)" }
  }

  private func run(_ program: String) throws {
    let text = try String(contentsOf: Self.folder.appending(path: program), encoding: .utf8)
    var runner = ProgramRunner(name: program, text: text)
    runner.run()
    for failure in runner.failures { Issue.record(Comment(rawValue: failure)) }
  }

  @Test("every folder of programs has a test, every test programs") func everyTopic() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { !$0.hasPrefix(".") }
    #expect(Set(folders) == Self.topics)
    for topic in Self.topics { #expect(!Self.programs(topic).isEmpty, "\(topic)") }
  }

  @Test("there are hundreds of programs") func count() {
    #expect(Self.topics.reduce(0) { $0 + Self.programs($1).count } >= 300)
  }

  @Test(arguments: programs("taste")) func taste(_ program: String) throws { try run(program) }
  @Test(arguments: programs("meaning")) func meaning(_ program: String) throws { try run(program) }
  @Test(arguments: programs("numbers")) func numbers(_ program: String) throws { try run(program) }
  @Test(arguments: programs("tensors")) func tensors(_ program: String) throws { try run(program) }
  @Test(arguments: programs("precision")) func precision(_ program: String) throws { try run(program) }
  @Test(arguments: programs("tuples")) func tuples(_ program: String) throws { try run(program) }
  @Test(arguments: programs("texts")) func texts(_ program: String) throws { try run(program) }
  @Test(arguments: programs("truth")) func truth(_ program: String) throws { try run(program) }
  @Test(arguments: programs("near")) func near(_ program: String) throws { try run(program) }
  @Test(arguments: programs("functions")) func functions(_ program: String) throws { try run(program) }
  @Test(arguments: programs("shapes")) func shapes(_ program: String) throws { try run(program) }
  @Test(arguments: programs("blocks")) func blocks(_ program: String) throws { try run(program) }
  @Test(arguments: programs("loops")) func loops(_ program: String) throws { try run(program) }
  @Test(arguments: programs("comprehensions")) func comprehensions(_ program: String) throws { try run(program) }
  @Test(arguments: programs("destructuring")) func destructuring(_ program: String) throws { try run(program) }
  @Test(arguments: programs("indexing")) func indexing(_ program: String) throws { try run(program) }
  @Test(arguments: programs("models")) func models(_ program: String) throws { try run(program) }
  @Test(arguments: programs("params")) func params(_ program: String) throws { try run(program) }
  @Test(arguments: programs("learning")) func learning(_ program: String) throws { try run(program) }
  @Test(arguments: programs("optimizers")) func optimizers(_ program: String) throws { try run(program) }
  @Test(arguments: programs("record")) func record(_ program: String) throws { try run(program) }
  @Test(arguments: programs("derivatives")) func derivatives(_ program: String) throws { try run(program) }
  @Test(arguments: programs("draws")) func draws(_ program: String) throws { try run(program) }
  @Test(arguments: programs("names")) func names(_ program: String) throws { try run(program) }
  @Test(arguments: programs("unicode")) func unicode(_ program: String) throws { try run(program) }
  @Test(arguments: programs("writing")) func writing(_ program: String) throws { try run(program) }
  @Test(arguments: programs("use")) func use(_ program: String) throws { try run(program) }
  @Test(arguments: programs("errors")) func errors(_ program: String) throws { try run(program) }
  @Test(arguments: programs("habits")) func habits(_ program: String) throws { try run(program) }
  @Test(arguments: programs("several")) func several(_ program: String) throws { try run(program) }
  @Test(arguments: programs("limits")) func limits(_ program: String) throws { try run(program) }
  @Test(arguments: programs("display")) func display(_ program: String) throws { try run(program) }
  @Test(arguments: programs("layers")) func layers(_ program: String) throws { try run(program) }
  @Test(arguments: programs("losses")) func losses(_ program: String) throws { try run(program) }
  @Test(arguments: programs("data")) func data(_ program: String) throws { try run(program) }
  @Test(arguments: programs("metrics")) func metrics(_ program: String) throws { try run(program) }
  @Test(arguments: programs("estimates")) func estimates(_ program: String) throws { try run(program) }
  @Test(arguments: programs("figures")) func figures(_ program: String) throws { try run(program) }
  @Test(arguments: programs("chance")) func chance(_ program: String) throws { try run(program) }
  @Test(arguments: programs("checks")) func checks(_ program: String) throws { try run(program) }
  @Test(arguments: programs("derivations")) func derivations(_ program: String) throws { try run(program) }
}
