// Commands about a piece of program: how long it takes, what it gives, how it is computed.
import Diagnostics
import Session
import Syntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension PromptRun {
  /// Evaluates and tells the time.
  func time(_ code: String) {
    lastEntry = code
    evaluate(code, showsTime: true)
  }

  /// Evaluates again and again, as if for the first time, until a second is over.
  func bench(_ code: String) {
    var seconds: [Double] = []
    let (most, least, longest) = (10_000, 3, 1.0)
    let start = MonotonicClock.seconds()
    let outcome = running {
      while true {
        let outcome = session.attempt(code) { event in
          // Only what went wrong is shown, not a thousand results.
          if case .problem(let problem) = event, problem.isError { self.printer.show(problem) }
        }
        guard outcome.status == .finished else { return outcome }
        seconds.append(outcome.seconds)
        let isEnough = seconds.count >= least && MonotonicClock.seconds() - start > longest
        // A round may be too short to be stopped within: then what was measured so far is told.
        if isEnough || seconds.count >= most || signals?.isStopping ?? false { return outcome }
      }
    }
    guard outcome.status == .finished else { return }
    // The first round reads files of the library and makes plans.
    let rounds = (seconds.count > 3 ? Array(seconds.dropFirst()) : seconds).sorted()
    func quantile(_ part: Double) -> Phrase {
      let index = min(max(Int((Double(rounds.count - 1) * part).rounded()), 0), rounds.count - 1)
      return .text(rounds.isEmpty ? "?" : PromptWords.duration(rounds[index]))
    }
    tell(
      PromptWords.bench,
      ["median": quantile(0.5), "low": quantile(0.25), "high": quantile(0.75), "rounds": .text("\(rounds.count)")])
  }

  /// What a value is.
  func tellKind(_ code: String) {
    var kind: ValueKind?
    let outcome = running {
      let found = session.kind(of: code)
      kind = found.kind
      return found.outcome
    }
    for problem in outcome.problems { printer.show(problem) }
    guard outcome.status == .finished else { return }
    guard let kind else { return tell(PromptWords.nothingToShow) }
    var words = [kind.kind(look.language)]
    if let detail = kind.detail { words.append(detail) }
    if let shape = kind.shape, !shape.isEmpty { words.append("[\(shape.map(String.init).joined(separator: ", "))]") }
    if let precision = kind.precision { words.append(precision) }
    for line in ScreenText.wrapped(words.joined(separator: "  "), look.columns) { say(line) }
  }

  /// Draws the computation of an expression: tensors that it reads by name are the boxes it begins with.
  func drawComputation(_ code: String) {
    let (function, names) = asFunction(code)
    let call = (["\(function)"] + names).joined(separator: ", ")
    _ = running { session.attempt("graph(\(call))") { self.printer.show($0) } }
  }

  /// Back-propagation through an expression.
  func explain(_ code: String) {
    let (function, names) = asFunction(code)
    var lines: [String] = []
    let outcome = running {
      let told = session.explanation(of: function, at: names)
      if let explanation = told.explanation {
        lines = ExplanationText(explanation, look).lines
      }
      for problem in told.outcome.problems { self.printer.show(problem) }
      return told.outcome
    }
    if outcome.status == .finished { for line in lines { say(line) } }
  }

  /// An expression as a function of the session's tensors that it names.
  private func asFunction(_ code: String) -> (function: String, names: [String]) {
    let tensors = Set(
      ((try? session.names()) ?? []).filter { $0.kind != .cell && $0.shape?.hasPrefix("[") == true }.map(\.name))
    let names = FreeNames.all(in: code).filter { tensors.contains($0) }
    return ("fn (\(names.joined(separator: ", "))) = \(code)", names)
  }
}

/// The names that an expression reads, each once, in their order.
package enum FreeNames {
  package static func all(in code: String) -> [String] {
    let tokens = TokenOutline.all(in: code)
    var names: [String] = []
    for (index, token) in tokens.enumerated() where token.kind == .name && !names.contains(token.text) {
      let before = index > 0 ? tokens[index - 1] : nil
      let after = index + 1 < tokens.count ? tokens[index + 1] : nil
      // A member, a label, a parameter.
      if before?.kind == .sign && before?.text == "." { continue }
      if after?.kind == .sign, let sign = after?.text, sign == ":" || sign == "->" { continue }
      names.append(token.text)
    }
    return names
  }
}
