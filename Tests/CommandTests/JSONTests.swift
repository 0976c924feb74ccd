// --json: every line is an object, and docs/json-events.md describes each of its members.
import Foundation
import Testing

@Suite("Events as JSON lines") struct JSONTests {
  /// The members of each event as the page has them.
  static let documented: [String: Set<String>] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../docs/json-events.md")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    var members: [String: Set<String>] = [:]
    var event = ""
    for line in text.split(separator: "\n") {
      guard let match = line.wholeMatch(of: /\|\s*(?:`(\w+)`)?\s*\|\s*`(\w+)`\s*\|.*\|.*\|/) else { continue }
      if let name = match.output.1 { event = String(name) }
      members[event, default: []].insert(String(match.output.2))
    }
    return members
  }()

  private func members(_ result: Aula.Result) -> [String: Set<String>] {
    var found: [String: Set<String>] = [:]
    for event in result.events {
      #expect(event["event"] is String, "\(result.output)")
      found[event["event"] as? String ?? "", default: []].formUnion(event.keys.filter { $0 != "event" })
    }
    return found
  }

  @Test("each kind of event has the members that its page tells") func schema() throws {
    let slow = "for i in 0..100000000 { record z = i }"
    let folder = try TemporaryFolder()
    try folder.write("let   x=1", as: "a.aula")
    let program = try Aula.run(
      "--json", "--max-seconds", "1.5", "eval", "print(\"a\\tb\")", "let x = [1, 2]", "plot(x)", slow)
    let files = try Aula.run("--json", "fmt", "a.aula", "none.aula", folder: folder.url)
    let checks = try Aula.run(
      "--json", "eval", "check \"a\": 1 == 1", "derive \"d\" for all x in [1.0] {\n    x + x\n    = 2 * x\n}",
      "predict \"q\" answer 2", "param w = 1.0\nexplain gradient w^2 at w")
    try folder.write(LessonRunTests.text(answer: "fn double(t) = t + 1", hasSolution: false), as: "lessons/a/lesson.md")
    let lesson = try Aula.run("--json", "run", "a", folder: folder.url)
    let list = try Aula.run("--json", "learn", folder: folder.url)
    var found: [String: Set<String>] = [:]
    for result in [program, files, checks, lesson, list] { found.merge(members(result)) { $0.union($1) } }
    #expect(found == Self.documented)
    #expect(program.code == 2 && files.code == 3)
  }

  @Test("values as data") func values() throws {
    let cases: [(String, String)] = [
      ("1 / 3", #"{"kind":"number","number":0.3333333333333333}"#),
      ("-1 / 0", #"{"kind":"number","number":"-Infinity"}"#),
      ("inf - inf", #"{"kind":"number","number":"NaN"}"#), ("1 > 0", #"{"kind":"truth","truth":true}"#),
      ("\"a\\\"\\n{1}\"", #"{"kind":"text","text":"a\"\n1"}"#), ("()", #"{"kind":"nothing"}"#),
      ("[[1, 2]]", #"{"kind":"tensor","shape":[1,2],"precision":"float64","elements":[1,2]}"#),
      (
        "(a: 1, true)",
        #"{"kind":"tuple","parts":[{"label":"a","value":{"kind":"number","number":1}},{"label":null,"value":{"kind":"truth","truth":true}}]}"#
      ),
      ("zeros(400, 400)", #"{"kind":"tensor","shape":[400,400],"precision":"float64","elements":null}"#),
      ("x -> x", #"{"kind":"other""#),
    ]
    for (code, value) in cases {
      let result = try Aula.run("--json", "eval", code)
      #expect(result.output.contains(#""value":"# + value), "\(code): \(result.output)")
      #expect(result.events.allSatisfy { !$0.isEmpty })
    }
  }

  @Test("problems with their places, warnings too; nothing on standard error") func problems() throws {
    let folder = try TemporaryFolder()
    try folder.write("let ñ = 1\nñ + y", as: "bad.aula")
    let result = try Aula.run("--json", "check", "bad.aula", "none.aula", "--lang", "es", folder: folder.url)
    #expect(result.code == 3 && result.errors.isEmpty)
    let problems = result.events.filter { $0["event"] as? String == "problem" }
    #expect(problems.map { $0["code"] as? String } == ["E0301", "E0828"])
    let place = try #require(problems[0]["place"] as? [String: Any])
    #expect(place["source"] as? String == "bad.aula" && place["line"] as? Int == 2 && place["column"] as? Int == 5)
    #expect((problems[0]["message"] as? String)?.contains("no hay") == true && problems[1]["place"] is NSNull)
  }

  @Test("--quiet leaves events out, never the outcome") func quiet() throws {
    let result = try Aula.run("--json", "-q", "eval", "1 + 1", "plot([1, 2])", "print(1)", "y")
    let kinds = result.events.compactMap { $0["event"] as? String }
    #expect(
      kinds == ["begin", "outcome", "begin", "outcome", "begin", "text", "outcome", "begin", "problem", "outcome"])
  }
}
