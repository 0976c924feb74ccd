// Lessons at work: exact steps, forks, what a student may and may not change.
import AulaRuntime
import Diagnostics
import Lessons
import Testing

@Suite("Lessons at work") struct RunTests {
  /// Everything that a run tells, as lines.
  final class Log {
    var lines: [String] = []

    func take(_ event: LessonEvent) {
      switch event {
      case .step(let step): lines.append("step \(step.index)")
      case .prose(let prose):
        for block in prose.blocks {
          if case .paragraph(let inlines) = block.kind { lines.append("> " + inlines.plainText(prose.text)) }
        }
      case .cell(let cell): lines.append("run \(cell.key)")
      case .attempt(let attempt): lines.append("\(attempt.origin.rawValue) \(attempt.exercise.name)")
      case .event(.text(let text), _): lines.append(text)
      case .event(.check(let check), _): lines.append("\(check.title): \(check.verdict.rawValue)")
      case .event(.problem(let problem), _): lines.append(problem.code)
      case .event, .ended: break
      case .answer(let result): lines.append("\(result.verdict)")
      case .problem(let problem): lines.append("problem \(problem.code) \(problem.place?.line ?? 0)")
      case .end(let summary): lines.append("end \(summary.isWell)")
      }
    }
  }

  static func run(_ text: String, language: Language = .en) -> LessonRun {
    var options = SessionOptions()
    options.language = language
    return LessonRun(Sample.read(text), options: options)
  }

  @Test("straight through: the solution stands in") func through() throws {
    let run = Self.run(Sample.small)
    let log = Log()
    let summary = run.runThrough { log.take($0) }
    #expect(
      log.lines.prefix(12) == [
        "step 0", "> Half of a number, and a draw.", "run cell 1", "> We begin with 8.", "run cell 2", "x is 4",
        "step 1",
        "> Now x is 4.0.", "run exercise half", "solution half", "step 2", "> Then it is used, with w = 1.0.",
      ], "\(log.lines)")
    #expect(log.lines.contains("half of x is 2"))
    #expect(summary.isWell && summary.standIns == ["half"] && summary.solved == [] && summary.withHidden == ["half"])
    #expect(summary.points == 0 && summary.allPoints == 2)
    #expect(run.position == run.lesson.steps.count)
    #expect(run.marks == [.played, .standIn, .played, .played, .played])
  }

  @Test("an answer of one's own counts, and the lesson goes on with it") func ownAnswer() throws {
    let text = Sample.small.replacing("half(t) = ???", with: "half(t) = 0.5 * t").replacing(
      "```aula solution half\nfn half(t) = t / 2\n```\n", with: "")
    var options = ThroughOptions()
    options.withHidden = true
    let run = Self.run(text)
    let summary = run.runThrough(options) { _ in }
    #expect(summary.isWell && summary.solved == ["half"] && summary.points == 2 && summary.checks.passed == 2)
    #expect(run.answers["half"] == "fn half(t) = 0.5 * t\n")
  }

  @Test("answers are told apart") func verdicts() throws {
    let run = Self.run(Sample.small)
    run.play()
    let cases: [(String, AnswerResult.Verdict)] = [
      ("fn half(t) = t / 2", .solved), ("fn half(t) = t - 3", .failed), ("fn half(t) = t - 2", .solved),
      ("fn half(t) = ???", .unchanged),
      ("# mine\nfn half( t ) = ???\n", .unchanged), ("", .empty), ("# nothing\n\n", .empty),
      ("fn half(t) = ??? + 1", .open(1)), ("fn half(t) = t / ", .error), ("fn half(t) = u / 2", .error),
      ("fn half(t) { print(“a {t}”); t / 2 }", .curlyQuotes(mended: "fn half(t) { print(\"a {t}\"); t / 2 }")),
      ("let half = 3", .error), ("1 + 1", .error),
    ]
    for (text, verdict) in cases {
      let result = try #require(run.examine(text))
      #expect(result.verdict == verdict, "\(text): \(result.verdict) \(result.problems)")
    }
    let wrong = try #require(run.examine("fn half(t) = t - 2", withHidden: true))
    #expect(wrong.checks.map(\.isPassed) == [true, false] && wrong.passesVisible && !wrong.passesHidden)
    #expect(run.position == 1)
  }

  @Test("an answer reaches only what the exercise declares, and new names") func leftOut() throws {
    let run = Self.run(Sample.small)
    run.play()
    let answer = """
      fn mean(t) = 0
      let helper = 2
      let x = 100
      steps = 7
      fn half(t) = t / helper
      let (a, w) = (1, 2)
      for i in 0..3 { print("round {i}") }
      """
    let log = Log()
    let result = try #require(run.answer(answer, withHidden: true) { log.take($0) })
    #expect(result.verdict == .solved, "\(result.problems)")
    #expect(result.leftOut.map(\.names) == [["mean"], ["x"], ["steps"], ["w"]])
    #expect(result.leftOut.map(\.line) == [1, 3, 4, 6])
    #expect(log.lines.contains("round 2"))
    #expect(
      run.explore("print(\"{x} {steps} {helper} {mean([1, 3])}\")") { log.take(.event($0, in: run.lesson.cells[0])) }
        .status == .finished)
    #expect(log.lines.last == "4 0 2 2")
  }

  @Test("what is typed at the prompt stays at hand and changes nothing") func prompt() throws {
    let plain = Self.run(Sample.small)
    let expected = Log()
    plain.runThrough { expected.take($0) }

    let run = Self.run(Sample.small)
    let log = Log()
    func explore(_ text: String) -> String {
      var said = ""
      let outcome = run.explore(text) { event in
        if case .text(let text) = event { said += text }
        if case .problem(let problem) = event { said += problem.code }
      }
      return outcome.status == .finished ? said : "\(outcome.status) \(said)"
    }
    while let step = run.step {
      run.open { log.take($0) }
      #expect(explore("let mine = 3; fn sum(x) = 1; let x = -1; let base = 0; param own = 1.0") == "")
      #expect(explore("descend (own - 3)^2 over own with adam(0.5); let n ~ Normal(0, 1); record mineToo = own") == "")
      #expect(explore("print(\"{mine} {x} {base}\")") == "3 -1 0")
      if step.exercise != nil { run.standIn { log.take($0) } } else { run.play { log.take($0) } }
      #expect(
        explore("print(\"{mine} {own:.1f} {mineToo.count}\")") == "3 1.5 \(step.index + 1)", "after step \(step.index)")
    }
    let shown = log.lines.filter { !$0.hasPrefix("run exercise") }
    #expect(shown == expected.lines.filter { !$0.hasPrefix("run exercise") && !$0.hasPrefix("end") })
    #expect(explore("print(\"{x} {base} {sum([1, 2])}\")") == "4 8 3")
  }

  @Test("back is exact, and playing again gives the same") func back() throws {
    let run = Self.run(Sample.small)
    let first = Log()
    run.runThrough { first.take($0) }
    #expect(run.back() && run.back() && run.back())
    #expect(run.position == 2 && run.marks[2] == .stale)
    let second = Log()
    run.runThrough { second.take($0) }
    let place = try #require(first.lines.firstIndex(of: "step 2"))
    #expect(Array(first.lines[place...]) == second.lines)
    #expect(!run.marks.contains(.stale))
    while run.back() {}
    #expect(run.position == 0)
    #expect(run.explore("print(\"{x}\")").status == .failed)
    let third = Log()
    run.runThrough { third.take($0) }
    #expect(third.lines == first.lines)
  }

  @Test("a reset forgets everything, what was typed too") func reset() {
    let run = Self.run(Sample.small)
    run.runThrough { _ in }
    _ = run.explore("let mine = 3")
    run.reset()
    #expect(run.position == 0 && run.answers.isEmpty && run.marks.allSatisfy { $0 == .waiting })
    #expect(run.explore("mine").status == .failed && run.explore("x").status == .failed)
    #expect(run.runThrough { _ in }.isWell)
  }

  @Test("an earlier exercise answered again makes later steps stale") func stale() throws {
    let run = Self.run(Sample.small)
    run.runThrough { _ in }
    let result = try #require(run.answer("fn half(t) = 0.5 * t", at: 1))
    #expect(result.verdict == .solved && run.position == 2)
    #expect(run.marks == [.played, .solved, .stale, .stale, .stale])
    let failed = try #require(run.answer("fn half(t) = t", at: 1))
    #expect(failed.verdict == .failed && run.position == 2 && run.marks[1] == .solved)
    #expect(run.resume(at: 4, answers: run.answers))
    #expect(run.position == 4)
    let fresh = Self.run(Sample.small)
    #expect(fresh.resume(at: 3, answers: ["half": "fn half(t) = 0.5 * t"]))
    #expect(fresh.marks == [.played, .solved, .played, .waiting, .waiting])
  }

  @Test("what is wrong with a lesson shows when it runs, at its line") func broken() {
    let cases: [(String, String, String)] = [
      ("let x = base / 2", "let x = bass / 2", "problem E0940 19"), ("half(\"a\", 2)", "half(2)", "problem E0941 56"),
      ("{x:.1f}", "{xx:.1f}", "problem E0942 26"),
    ]
    for (before, after, line) in cases {
      let log = Log()
      let summary = Self.run(Sample.small.replacing(before, with: after)).runThrough { log.take($0) }
      #expect(log.lines.contains(line), "\(log.lines)")
      #expect(!summary.isWell)
    }
  }

  @Test("the lesson that the description of the language prints", .timeLimit(.minutes(2))) func gan() throws {
    var options = ThroughOptions()
    options.withHidden = true
    let log = Log()
    let summary = Self.run(Sample.gan).runThrough(options) { log.take($0) }
    #expect(summary.isWell && summary.checks.passed == 1 && summary.standIns == ["d-loss"], "\(log.lines)")
    let last = try #require(log.lines.last { $0.hasPrefix("> After 500 rounds θ is ") })
    let value = try #require(Double(last.dropFirst(24).dropLast()))
    #expect(abs(value - 2) < 0.3)

    let run = Self.run(Sample.gan)
    while run.step?.exercise == nil { run.play() }
    let solution = "fn cross_entropy(real, fake) = -mean(log(D(real))) - mean(log(1 - D(fake)))"
    #expect(run.examine(solution, withHidden: true)?.verdict == .solved)
    let wrong = "fn cross_entropy(real, fake) = -mean(log(D(real))) + mean(log(1 - D(fake)))"
    let result = try #require(run.examine(wrong, withHidden: true))
    #expect(result.verdict == .failed && result.counts.failed > 0, "\(result)")
  }

  @Test("an exercise that nobody filled stays open, and that is nobody's mistake") func open() {
    let text = Sample.small.replacing("```aula solution half\nfn half(t) = t / 2\n```\n", with: "")
    let log = Log()
    let summary = Self.run(text).runThrough { log.take($0) }
    #expect(summary.open == ["half"] && summary.problems == 0)
    #expect(log.lines.contains("E0560"))
  }

  @Test("a run can be stopped from another thread") func cancelled() async {
    let text =
      "---\ntitle: T\n---\n\n```aula\nlet a = 1\n```\n\n```aula\nwhile true { a + 1 }\n```\n\n```aula\nprint(\"never\")\n```\n"
    let run = Self.run(text)
    let box = Box(run)
    let stopper = Task.detached {
      while !box.isRunning { try? await Task.sleep(for: .milliseconds(5)) }
      try? await Task.sleep(for: .milliseconds(50))
      box.run.cancel()
    }
    let log = Log()
    let summary = run.runThrough { event in
      if case .cell(let cell) = event, cell.key == "cell 2" { box.isRunning = true }
      log.take(event)
    }
    await stopper.value
    #expect(summary.wasStopped && !log.lines.contains("never"))
    #expect(run.position == 1)
    #expect(run.explore("print(a)").status == .finished)
  }

  final class Box: @unchecked Sendable {
    let run: LessonRun
    // A test's own flag between two threads; a late look costs a round of the loop.
    nonisolated(unsafe) var isRunning = false

    init(_ run: LessonRun) { self.run = run }
  }
}
