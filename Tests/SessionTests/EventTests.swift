// Events come in order, on the caller's thread, while the program runs.
import AulaRuntime
import Foundation
import Testing

@Suite("Events") struct EventTests {
  private func events(_ session: Session, _ text: String) -> [String] {
    var list: [String] = []
    session.run(text) { event in
      switch event {
      case .text(let line): list.append("text \(line)")
      case .value(let value): list.append("value \(value.name ?? "") \(value.shape ?? []) \(value.precision ?? "")")
      case .picture(let figure): list.append("picture \(figure.names)")
      case .check(let check): list.append("check \(check.verdict) \(check.title)")
      case .derivation(let derivation): list.append("derivation \(derivation.verdict) \(derivation.title)")
      case .prediction(let prediction): list.append("prediction \(prediction.outcome) \(prediction.question)")
      case .explanation(let explanation): list.append("explanation \(explanation.rows.count)")
      case .progress: list.append("progress")
      case .problem(let problem): list.append("problem \(problem.code)")
      }
    }
    return list
  }

  @Test("text, values and problems in the order they happen") func order() {
    let session = testSession()
    #expect(
      events(session, "print(1)\n[1, 2]\nprint(\"b\")\nlet W = zeros(2, 3)") == [
        "text 1", "value  [2] float64", "text b", "value W [2, 3] float64",
      ])
    #expect(events(session, "print(\"before\")\ninverse([[1, 2], [2, 4]])") == ["text before", "problem E0507"])
    #expect(events(session, "let x = 3; ()") == [])
  }

  @Test("many lines arrive, all of them in order") func flood() {
    let list = events(testSession(), "for i in 0..20000 { print(i) }").filter { $0 != "progress" }
    #expect(list.count == 20000)
    #expect(list.first == "text 0" && list.last == "text 19999")
  }

  @Test("events reach the thread that called") func thread() {
    let caller = pthread_self()
    var isCaller = true
    testSession().run("for i in 0..100 { print(i) }") { _ in
      if pthread_equal(caller, pthread_self()) == 0 { isCaller = false }
    }
    #expect(isCaller)
  }

  @Test("they arrive while the program still runs") func live() {
    let session = testSession()
    var arrived = false
    let outcome = session.run("print(\"first\")\nwhile true { }") { event in
      arrived = true
      session.cancel()
    }
    #expect(arrived)
    #expect(outcome.status == .interrupted)
  }

  @Test("a long loop tells how far it is") func progress() {
    var last: Event.Progress?
    let session = testSession()
    session.run("for i in 0..2000000000 { record seen = 3; i }") { event in
      if case .progress(let progress) = event {
        last = progress
        session.cancel()
      }
    }
    #expect(last?.total == 2_000_000_000)
    #expect(last?.latest.map(\.name) == ["seen"])
    if let last { #expect(last.count > 0 && last.rate > 0 && last.seconds >= 0.5 && last.remaining ?? 0 > 0) }
    var endless: Event.Progress?
    session.run("while true { }") { event in
      if case .progress(let progress) = event {
        endless = progress
        session.cancel()
      }
    }
    #expect(endless != nil)
    #expect(endless?.total == nil)
  }
}
