// `predict`: what was answered before the cell ran, and how good that was.
import AulaRuntime
import Testing

@Suite("Predictions") struct PredictionTests {
  /// How the guess for an answer is judged.
  private func outcome(_ guess: String, for answer: String, after cell: String = "") -> PredictionResult.Outcome? {
    let session = testSession()
    if !cell.isEmpty { session.run(cell) }
    var found: PredictionResult?
    let outcome = session.run("predict \"?\" answer \(answer)", predictions: [guess]) { event in
      if case .prediction(let prediction) = event { found = prediction }
    }
    #expect(outcome.status == .finished, "\(outcome.problems)")
    #expect(found?.given == guess)
    return found?.outcome
  }

  @Test(
    "numbers are right to the digits that were given, and close within a tenth",
    arguments: [
      ("0.7", "log(2)", "right"), ("0.69", "log(2)", "right"), ("0.6931472", "log(2)", "right"),
      ("0.68", "log(2)", "close"), ("0.75", "log(2)", "close"), ("1", "log(2)", "different"),
      ("-0.7", "log(2)", "different"), ("2/3", "2 / 3", "right"), ("1/3 + 1/3", "2 / 3", "right"),
      ("0.666", "2 / 3", "close"), ("100", "104", "close"), ("1e2", "104", "right"), ("3", "3", "right"),
      ("4", "3", "different"), ("0", "0", "right"), ("0.1", "0", "different"), ("log(2)", "log(2)", "right"),
      ("0.1", "float32(0.1)", "right"), ("inf", "-log(0)", "right"), ("nonsense(", "3", "different"),
      ("lots", "3", "different"), ("", "3", "unanswered"), ("  ", "3", "unanswered"),
    ])
  func numbers(_ guess: String, _ answer: String, _ wanted: String) {
    #expect(outcome(guess, for: answer)?.rawValue == wanted, "\(guess) for \(answer)")
  }

  @Test(
    "truth values in the reader's words, texts without accents and capitals, tensors number by number",
    arguments: [
      ("true", "1 < 2", "right"), ("yes", "1 < 2", "right"), ("Sí", "1 < 2", "right"), ("não", "1 < 2", "different"),
      ("no", "2 < 1", "right"), ("1", "1 < 2", "different"), ("Arriba", "\"arriba\"", "right"),
      ("\"arriba\"", "\"arriba\"", "right"), ("acao", "\"ação\"", "right"), ("abajo", "\"arriba\"", "different"),
      ("[1, 2]", "[1, 2.04]", "right"), ("[1, 2.0]", "[1, 2.1]", "close"), ("[1, 2.0]", "[1, 2.04]", "right"),
      ("[1, 2, 3]", "[1, 2]", "different"),
      ("(1, 2)", "(1, 2)", "right"), ("3", "\"3\"", "right"),
    ])
  func others(_ guess: String, _ answer: String, _ wanted: String) {
    #expect(outcome(guess, for: answer)?.rawValue == wanted, "\(guess) for \(answer)")
  }

  @Test("a guess is evaluated in the session as it was, and leaves nothing") func evaluated() {
    #expect(outcome("k / 2", for: "k * 0.5", after: "let k = 5") == .right)
    let session = testSession()
    session.run("var k = 1\nparam w = 2.0")
    let outcome = session.run("let k2 = 3\npredict \"?\" answer k2", predictions: ["k2"])
    #expect(outcome.status == .finished)
    session.run("predict \"?\" answer 1", predictions: ["print(\"shown\")"]) { event in
      if case .text(let text) = event { Issue.record("printed \(text)") }
    }
    #expect(throws: Never.self) { try session.evaluate("k + w") }
  }

  @Test("estimates are right within their error") func estimates() {
    #expect(outcome("0.5", for: "estimate(uniform(1000))") == .right)
    #expect(outcome("0.9", for: "estimate(uniform(1000))") == .different)
  }

  @Test("answers go to the questions in the order in which they run; without one it is unanswered") func order() {
    var found: [PredictionResult] = []
    testSession().run(
      "for k in 1..4 { predict \"round {k}\" answer k }", predictions: ["1", "7"]
    ) { event in
      if case .prediction(let prediction) = event { found.append(prediction) }
    }
    #expect(found.map(\.question) == ["round 1", "round 2", "round 3"])
    #expect(found.map(\.outcome) == [.right, .different, .unanswered])
    #expect(found.map(\.answer) == ["1", "2", "3"] && found.map(\.given) == ["1", "7", nil])
  }

  @Test("what a cell will ask is known before it runs") func questions() {
    let session = testSession()
    session.run("let n = 3")
    let cell = "let m = n + 1\npredict \"{n} or {m}?\" answer m\npredict \"how many of {n}?\" answer 2\nprint(m)"
    #expect(session.questions(in: cell) == ["{n} or {m}?", "how many of 3?"])
    #expect(session.questions(in: "let x = ").isEmpty)
    #expect(throws: SessionError.self) { try session.evaluate("m") }
  }

  @Test("what learns is the same after a prediction that trains") func nothingStays() throws {
    let session = testSession()
    session.run("param w = 1.0\nfn train() {\n  descend w^2 over w with sgd(0.1)\n  w + 0\n}")
    var answer = ""
    session.run("predict \"w?\" answer train()", predictions: ["0.8"]) { event in
      if case .prediction(let prediction) = event { answer = "\(prediction.answer) \(prediction.outcome)" }
    }
    #expect(answer == "0.8 right")
    #expect(try session.evaluate("w").number == 1)
  }
}
