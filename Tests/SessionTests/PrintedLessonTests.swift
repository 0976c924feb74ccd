// The lesson that the description of the language prints, its cells in order, as it stands there.
import AulaRuntime
import Testing

@Suite("The printed lesson") struct PrintedLessonTests {
  private static let before = [
    """
    param θ = -1.0
    fn G(z) = z + θ
    """,
    """
    model Logistic() {
        param φ = [0.0, 0.0]
        fn (x) = sigmoid(φ[0] + φ[1] * x)
    }
    let D = Logistic()
    """,
  ]
  private static let exercise = "fn cross_entropy(real, fake) = ???"
  private static let checks = """
    check "an undecided D costs 2 log 2": cross_entropy([2, 3], [-1, 0]) ≈ 2 * log(2) within 1e-6
    check gradient (cross_entropy([2, 3], [-1, 0])) at D
    """
  private static let solution = "fn cross_entropy(real, fake) = -mean(log(D(real))) - mean(log(1 - D(fake)))"
  private static let after = """
    repeat 500 {
        let real = 2 + normal(64)
        let z = normal(64)
        record cost = descend cross_entropy(real, G(z)) over D with sgd(0.3)
        ascend cross_entropy(real, G(z)) over θ with sgd(0.3)
        record θ
    }
    plot θ
    check "the generator found the data": θ ≈ 2 within 0.3
    """

  /// Runs cells and gives what their checks came to; none may fail.
  private func verdicts(_ cells: [String], in session: Session) -> [CheckVerdict] {
    var verdicts: [CheckVerdict] = []
    for cell in cells {
      let outcome = session.run(cell) { event in
        if case .check(let check) = event { verdicts.append(check.verdict) }
      }
      #expect(outcome.status == .finished, "\(outcome.problems.map(\.text))")
    }
    return verdicts
  }

  @Test("every check passes, at twelve seeds", arguments: 1...12) func passes(_ seed: UInt64) throws {
    let session = testSession(seed: seed)
    let cells = Self.before + [Self.solution, Self.checks, Self.after]
    #expect(verdicts(cells, in: session) == [.passed, .passed, .passed])
    let theta = try session.evaluate("θ").number ?? .nan
    #expect(abs(theta - 2) < 0.3, "θ = \(theta)")
  }

  @Test("as long as the blank is open, so are its checks") func open() {
    #expect(verdicts(Self.before + [Self.exercise, Self.checks], in: testSession()) == [.open, .open])
  }

  @Test(
    "plausible wrong answers lose",
    arguments: [
      "fn cross_entropy(real, fake) = -mean(log(D(real))) + mean(log(1 - D(fake)))",
      "fn cross_entropy(real, fake) = -mean(log(D(real))) / 2 - mean(log(1 - D(fake))) / 2",
      "fn cross_entropy(real, fake) = -sum(log(D(real))) - sum(log(1 - D(fake)))",
    ])
  func wrong(_ answer: String) {
    #expect(verdicts(Self.before + [answer, Self.checks], in: testSession()) == [.failed, .passed])
  }
}
