// A derivation that fails, for whoever looks for what would repair it: candidates are tried in the same settings with the same draws.
import Diagnostics
import Graph
import Syntax
import TensorKit

/// What would repair a line.
package struct Repair {
  /// What kind of slip it mends, for programs.
  package let kind: String
  /// The number of the line that it changes.
  package let line: Int
  /// What that line becomes.
  package let text: String
  package let words: Words
  package var notes: [Diagnostic.Note]

  package init(kind: String, line: Int, text: String, words: Words, notes: [Diagnostic.Note] = []) {
    (self.kind, self.line, self.text, self.words, self.notes) = (kind, line, text, words, notes)
  }
}

/// What could stand in place of a line: a function of the settings, and its values as far as they were asked for.
package final class Trial {
  fileprivate let function: Value
  fileprivate var values: [Int: Derivation.LineValue] = [:]

  fileprivate init(_ function: Value) { self.function = function }
}

/// A derivation that fails at a line. It is good only as long as the derivation is being told.
package final class FailedDerivation {
  /// One of two lines that are compared.
  package enum Side {
    case line(Int)
    case trial(Trial)
  }

  private let derivation: Derivation
  private let step: DerivationStep
  /// The number of the line that does not hold.
  package let number: Int
  /// The settings, those that break the line first: most candidates end there.
  private let order: [Int]
  private let workBefore: Int

  init(_ derivation: Derivation, _ number: Int, _ step: DerivationStep) {
    self.derivation = derivation
    self.number = number
    self.step = step
    let broken = Set(step.breaking)
    order = step.breaking + (0..<derivation.settingCount).filter { !broken.contains($0) }
    workBefore = derivation.workDone
  }

  package var lines: [Examination.DerivationLine] { derivation.lines }
  /// The names of the settings.
  package var names: [String] { derivation.settings.names }
  /// How many settings were tried, and whether there are no others.
  package var settingCount: Int { derivation.settingCount }
  /// Whether the lines know nothing but the settings and the names of the session: then a line can be compiled apart from where it stands.
  package var isClosed: Bool { derivation.isClosed }

  /// Whether an equality in all settings can hardly be an accident: there are many of them, or the numbers are no simple ones.
  package var isTelling: Bool {
    derivation.settingCount >= FailedDerivation.many
      || !order.allSatisfy { index in
        guard case .value(.number(let number))? = try? derivation.value(of: self.number - 1, at: index) else {
          return false
        }
        return abs(number) < 1_000 && abs(number * 8 - (number * 8).rounded()) < 1e-9
      }
  }

  private static let many = 6

  /// About as much work as all candidates together may take.
  private static let mostWork = 6_000_000

  /// Whether enough was tried.
  package var isExhausted: Bool { derivation.workDone - workBefore > FailedDerivation.mostWork }

  /// A candidate: code that gives a function of the settings. Nil where it gives none.
  package func trial(_ cell: CompiledCell) throws -> Trial? {
    let made = Value.function(Function("", .written(cell.code, captures: []), signature: Signature([])))
    guard let function = try derivation.code(made) else { return nil }
    return Trial(function)
  }

  /// Whether a relation holds between two sides in every setting, and then how far apart they are in the mean; nil where it does not.
  package func looseness(
    _ relation: Examination.DerivationLine.Relation, _ before: Side, _ after: Side
  ) throws -> Double? {
    guard let slacks = try slacks(relation, before, after), !slacks.isEmpty else { return nil }
    return slacks.reduce(0, +) / Double(slacks.count)
  }

  /// Whether a bound holds in every setting, and is reached or nearly so in some.
  package func isApproached(
    _ bound: Examination.DerivationLine.Relation, _ before: Side, _ after: Side
  ) throws -> Bool {
    guard let slacks = try slacks(bound, before, after), let least = slacks.min() else { return false }
    return least <= 0.1 * slacks.reduce(0, +) / Double(slacks.count)
  }

  /// How far two sides are apart in each setting; nil where the relation does not hold in all of them.
  private func slacks(
    _ relation: Examination.DerivationLine.Relation, _ before: Side, _ after: Side
  ) throws -> [Double]? {
    var slacks: [Double] = []
    for index in order {
      guard let a = try value(before, at: index), let b = try value(after, at: index),
        let standing = try derivation.standing(relation, a, b, step.tolerance)
      else { return nil }
      switch standing.kind {
      case .holds: slacks.append(standing.slack)
      case .undefined: continue
      case .fails where derivation.isExcused(standing, at: index): continue
      case .fails, .undecided, .misfit: return nil
      }
    }
    return slacks
  }

  private func value(_ side: Side, at index: Int) throws -> Value? {
    let found: Derivation.LineValue?
    switch side {
    case .line(let number): found = try derivation.value(of: number, at: index)
    case .trial(let trial):
      if trial.values[index] == nil {
        trial.values[index] = try derivation.evaluateBriefly(
          trial.function, derivation.settings.list[index].values)
      }
      found = trial.values[index]
    }
    if case .value(let value)? = found { return value }
    return nil
  }
}
