// `predict "question" answer value`: what was guessed before the cell ran, and how good that was.
import Diagnostics
import Graph
import Syntax
import TensorKit

/// What somebody answered before the cell ran.
package struct Guess {
  /// As it was typed.
  package let text: String
  /// What it comes to, where it is an expression of the language.
  package let value: Value?

  package init(text: String, value: Value?) {
    self.text = text
    self.value = value
  }
}

extension Examiner {
  /// Compares the next guess with the answer.
  func predict(_ answer: Examination.Part) throws -> PredictionReport {
    if let setting = settings.list.first { try enter(setting) }
    let question = try examination.title.map { try text($0) } ?? ""
    let value = try secured(value(answer))
    let shown = try machine.display.text(value)
    let guess = machine.guesses.popFirst()
    let outcome = try guess.map { try PredictionJudge(machine, $0, shown).judge(value) } ?? .unanswered
    return PredictionReport(
      question: question, answer: shown, given: guess?.text, outcome: outcome, span: plan.span)
  }
}

/// Decides how good a guess is.
private struct PredictionJudge {
  private let machine: Machine
  private let guess: Guess
  /// How the answer prints.
  private let shown: String

  /// Up to this part of the answer a guess is close.
  private static let close = 0.1

  init(_ machine: Machine, _ guess: Guess, _ shown: String) {
    (self.machine, self.guess, self.shown) = (machine, guess, shown)
  }

  func judge(_ answer: Value) throws -> PredictionReport.Outcome {
    if guess.text.allSatisfy(\.isWhitespace) { return .unanswered }
    switch answer {
    case .truth(let truth): return saidTruth == truth ? .right : .different
    case .text(let text): return PlainLetters.areSame(text.string, saidText) ? .right : .different
    default: break
    }
    if let numbers = try numbers(answer) { return numbers }
    return PlainLetters.areSame(shown, saidText) ? .right : .different
  }

  private var saidText: String {
    if case .text(let text) = guess.value { return text.string }
    return guess.text
  }

  /// A guess of true or false, also in the reader's own words.
  private var saidTruth: Bool? {
    if case .truth(let truth) = guess.value { return truth }
    let word = PlainLetters.of(guess.text)
    if ["true", "yes", "y", "si", "sim", "s", "verdadero", "verdadeiro", "cierto"].contains(word) { return true }
    return ["false", "no", "n", "nao", "falso"].contains(word) ? false : nil
  }

  // MARK: Numbers

  /// How good a guess of numbers is; nil where one of the two is none, or their shapes differ.
  private func numbers(_ answer: Value) throws -> PredictionReport.Outcome? {
    guard let value = guess.value, let said = try machine.numbers(value), let actual = try machine.numbers(answer),
      said.shape == actual.shape || said.values.count == 1 && actual.values.count == 1
    else { return nil }
    let bars = try answer.estimate?.error.look().doubles
    let steps = PredictionJudge.steps(of: guess.text)
    var outcome = PredictionReport.Outcome.right
    for (index, number) in actual.values.enumerated() {
      let distance = abs(said.values[index] - number)
      let bar = 4 * (bars.map { $0.indices.contains(index) ? $0[index] : 0 } ?? 0)
      let isNear = Machine.near(said.values[index], number, isSingle: actual.isSingle, within: nil)
      let near = PredictionJudge.close * abs(number)
      // 0.7 is right for 0.693: it is what one gets by rounding. But 1 is not, though one could round to it.
      let isRounded = index < steps.count && distance <= 0.5 * steps[index] * (1 + 1e-9) && distance <= near
      if isNear || isRounded || distance <= bar { continue }
      guard distance <= near else { return .different }
      outcome = .close
    }
    return outcome
  }

  /// The size of the last digit of each number that was given: 0.1 for `0.7`. None for a calculation such as `2/3`, which is exact.
  private static func steps(of text: String) -> [Double] {
    var steps: [Double] = []
    for piece in text.split(whereSeparator: { "[](), ".contains($0) }) {
      guard Double(piece) != nil, !piece.contains(where: { "xXpPnN".contains($0) }) else { return [] }
      let parts = piece.lowercased().split(separator: "e", maxSplits: 1)
      let decimals = parts.first?.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
      let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
      var step = 1.0
      let power = exponent - (decimals.map { $0.count > 1 ? $0[1].count : 0 } ?? 0)
      for _ in 0..<min(400, abs(power)) { step *= power > 0 ? 10 : 0.1 }
      steps.append(step)
    }
    return steps
  }
}

/// Texts without capitals, accents and quotes, for comparing what people type.
enum PlainLetters {
  private static let accents: [Character: Character] = [
    "á": "a", "à": "a", "â": "a", "ã": "a", "ä": "a", "é": "e", "è": "e", "ê": "e", "ë": "e", "í": "i", "ì": "i",
    "î": "i", "ï": "i", "ó": "o", "ò": "o", "ô": "o", "õ": "o", "ö": "o", "ú": "u", "ù": "u", "û": "u", "ü": "u",
    "ñ": "n", "ç": "c",
  ]

  static func areSame(_ a: String, _ b: String) -> Bool { of(a) == of(b) }

  static func of(_ text: String) -> String {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let letters = String(words.map { accents[$0] ?? $0 })
    return String(letters.filter { !"\"“”«»'".contains($0) })
  }
}
