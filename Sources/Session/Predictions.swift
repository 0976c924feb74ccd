// Questions of a cell that a person answers before it runs.
import Diagnostics
import Machine
import Syntax

extension Session {
  /// What the statements `predict` of a cell ask, in order, so that a person can be asked before it runs: their answers go into `run`.
  /// What stands in `{…}` is evaluated as far as the session knows it now, else it stands as written.
  public func questions(in text: String) -> [String] {
    (try? onThread { core, _ in core.questions(in: text) }) ?? []
  }
}

extension SessionCore {
  func questions(in text: String) -> [String] {
    let source = Source(name: "", text: text)
    let program = Parser().parse(source, number: Int32.max, firstID: 1).program
    return program.statements.compactMap { statement in
      guard case .examine(let examination) = statement.kind, case .predict = examination.kind,
        let title = examination.title?.expression
      else { return nil }
      let written = source.text(Int(title.span.lower), Int(title.span.upper))
      if case .text(let question)? = trial(of: String(written)) { return question }
      return String(written.dropFirst().dropLast())
    }
  }

  /// Guesses as the machine compares them: each read as an expression where it is one, in the session as it is now.
  func guesses(_ texts: [String]) -> [Guess] {
    texts.map { text in
      Guess(text: text, value: isExpression(text) ? trial(of: text).flatMap { $0.value(in: language) } : nil)
    }
  }

  private func isExpression(_ text: String) -> Bool {
    guard text.utf8.count <= SessionCore.longestGuess else { return false }
    let parsed = Parser().parse(Source(name: "", text: text), number: Int32.max, firstID: 1)
    guard parsed.diagnostics.isEmpty, parsed.program.statements.count == 1,
      case .expression = parsed.program.statements[0].kind
    else { return false }
    return true
  }

  private static let longestGuess = 10_000

  /// The value of an expression; nothing stays of evaluating it, and what goes wrong in it is nobody's problem.
  private func trial(of text: String) -> AulaValue? {
    let outcome = attempt(Request(text: text, name: nil, key: nil), { _ in }, look: { $0 })
    return outcome.status == .finished ? outcome.value : nil
  }
}
