// Looks for the one usual slip that explains why a line of a derivation does not hold.
import Analysis
import Diagnostics
import Machine
import Syntax

/// Tries the usual slips of a line that does not hold, in the settings in which it was examined.
struct SlipSearch {
  let core: SessionCore
  let failed: FailedDerivation
  let source: Source

  init?(_ core: SessionCore, _ failed: FailedDerivation) {
    guard failed.isClosed, let first = failed.lines.first, let source = core.sources[first.span.source] else {
      return nil
    }
    (self.core, self.failed, self.source) = (core, failed, source)
  }

  /// The repair that explains the failure, if one does and no other explanation is as good.
  func repair() throws -> Repair? {
    let number = failed.number
    guard let relation = failed.lines[number].relation else { return nil }
    let found = try repairs(of: number)
    guard relation.isEquality else { return try repair(ofOrder: relation, found) }
    if let best = best(of: found) { return told(best, number) }
    // A line that followed from nothing, or from a bound only, may be the one that is wrong.
    if number == 1 || failed.lines[number - 1].relation?.isEquality == false,
      let best = best(of: try repairs(of: number - 1))
    {
      return told(best, number - 1)
    }
    guard failed.isTelling else { return nil }
    let bounds: [Examination.DerivationLine.Relation] = [.greaterEqual, .lessEqual]
    return try bounds.first { try failed.isApproached($0, .line(number - 1), .line(number)) }
      .map { told(relation, insteadBeing: $0) }
  }

  // MARK: Orders

  /// Where a line claims to be a bound, many changes make it one: only what something else speaks for is named.
  private func repair(ofOrder relation: Examination.DerivationLine.Relation, _ found: [FoundRepair]) throws -> Repair? {
    let number = failed.number
    if let next = failed.lines.indices.contains(number + 1) ? failed.lines[number + 1].relation : nil, next.isEquality {
      let agreeing = try found.filter { try failed.looseness(next, .trial($0.trial), .line(number + 1)) != nil }
      if let best = best(of: agreeing) { return told(best, number) }
    }
    // A bound that is the line before itself says nothing.
    let telling = found.filter { $0.evidence != .neighbour && $0.evidence != .copy }
    let usual = telling.filter(\.slip.kind.isUsual)
    if let turned = relation.turned, let looseness = try failed.looseness(turned, .line(number - 1), .line(number)) {
      // Both the other direction and a tighter bound in this one would do: it cannot be told what was meant.
      return usual.contains { $0.looseness < looseness } ? nil : told(relation, insteadBeing: turned)
    }
    if let best = best(of: telling.filter { $0.evidence == .part }) { return told(best, number) }
    return try tightest(of: usual).map { told($0, number) }
  }

  /// The repair that gives by far the tightest bound.
  private func tightest(of found: [FoundRepair]) throws -> FoundRepair? {
    guard let least = found.min(by: { $0.looseness < $1.looseness }) else { return nil }
    let same = try found.filter { try failed.looseness(.equal, .trial(least.trial), .trial($0.trial)) != nil }
    let others = found.filter { other in !same.contains { $0.text == other.text } }
    guard others.allSatisfy({ $0.looseness > 2 * least.looseness }) else { return nil }
    return same.min()
  }

  // MARK: Choosing

  /// The simplest of some repairs. They all say the same in every setting, so that any of them is right; where the settings are too
  /// few to know that, none is.
  private func best(of found: [FoundRepair]) -> FoundRepair? {
    guard let best = found.min() else { return nil }
    if failed.isTelling || best.evidence < .nothing { return best }
    return found.count == 1 && best.slip.kind.isUsual ? best : nil
  }

  // MARK: Candidates

  /// The repairs of a line that make it follow from the one before it and, if it is not the failing line itself, the next one from it.
  private func repairs(of number: Int) throws -> [FoundRepair] {
    let line = failed.lines[number].value.expression
    let other = failed.lines[number == failed.number ? number - 1 : failed.number].value.expression
    // What the failing line says is nothing that an earlier line should be like.
    let slips = Slips.all(in: line, of: source, previous: number == failed.number ? other : nil, names: names)
    let (neighbour, copy) = (other.likeness, treeDescription(other))
    var found: [FoundRepair] = []
    for (place, slip) in slips.enumerated() where !failed.isExhausted {
      let text = slip.repaired(line, of: source)
      guard let (trial, expression) = try trial(text), let looseness = try looseness(of: trial, as: number) else {
        continue
      }
      var evidence = slip.restores ? FoundRepair.Evidence.part : .nothing
      if let expression {
        if treeDescription(expression) == copy {
          // One name for another makes every line a copy of every other one that is built alike.
          guard slip.kind != .name else { continue }
          evidence = slip.kind.isUsual ? .neighbour : .copy
        } else if expression.likeness == neighbour {
          evidence = .neighbour
        }
      }
      found.append(
        FoundRepair(slip: slip, place: place, text: text, trial: trial, looseness: looseness, evidence: evidence))
    }
    return found
  }

  private func looseness(of trial: Trial, as number: Int) throws -> Double? {
    var total = 0.0
    if number > 0, let relation = failed.lines[number].relation {
      guard let looseness = try failed.looseness(relation, .line(number - 1), .trial(trial)) else { return nil }
      total += looseness
    }
    if number < failed.number, let relation = failed.lines[number + 1].relation {
      guard let looseness = try failed.looseness(relation, .trial(trial), .line(number + 1)) else { return nil }
      total += looseness
    }
    return total
  }

  /// The names that may have been taken for one another.
  private var names: [String] {
    var seen: Set<String> = []
    return (failed.names + failed.lines.flatMap(\.value.expression.usedNames)).filter { seen.insert($0).inserted }
  }

  /// A text as a function of the settings, and as a tree; nil where it is no program.
  private func trial(_ text: String) throws -> (Trial, Expression?)? {
    let whole = "(fn (" + failed.names.joined(separator: ", ") + ") = " + text + ")"
    let count = core.sources.count
    let number = core.sources.add(Source(name: "", text: whole))
    defer { core.sources.forget(after: count) }
    guard let source = core.sources[number] else { return nil }
    let parsed = Parser().parse(source, number: number, firstID: core.nextID)
    core.nextID = parsed.nextID
    guard parsed.diagnostics.isEmpty else { return nil }
    let names = KnownNames(library: nil, machine: core.machine, recordable: [])
    let resolution = Analysis.analyse(parsed.program, in: names) { core.sources.text($0) }
    guard !resolution.hasErrors, let cell = try? core.machine.compile(parsed.program, resolution) else { return nil }
    guard let trial = try failed.trial(cell) else { return nil }
    return (trial, parsed.program.bodyOfOnlyFunction)
  }

  // MARK: What is said

  private func told(_ found: FoundRepair, _ number: Int) -> Repair {
    Repair(
      kind: found.slip.kind.rawValue, line: number, text: found.text,
      words: SlipWords.sentence(found.slip, isEarlier: number < failed.number, settings: failed.settingCount),
      notes: carriedOn)
  }

  private func told(
    _ relation: Examination.DerivationLine.Relation, insteadBeing other: Examination.DerivationLine.Relation
  ) -> Repair {
    let line = failed.lines[failed.number].value.expression
    return Repair(
      kind: "relation", line: failed.number, text: core.sources.text(line.span),
      words: SlipWords.sentence(relation, insteadBeing: other, settings: failed.settingCount), notes: carriedOn)
  }

  /// A word about the line after the failing one, if that carries the slip on.
  private var carriedOn: [Diagnostic.Note] {
    let next = failed.number + 1
    guard failed.lines.indices.contains(next), let relation = failed.lines[next].relation, relation.isEquality,
      (try? failed.looseness(relation, .line(failed.number), .line(next))) ?? nil != nil
    else { return [] }
    return [Diagnostic.Note(SlipWords.carriedOn)]
  }
}

extension Syntax.Program {
  /// The value of the function that is all of the program.
  fileprivate var bodyOfOnlyFunction: Expression? {
    guard case .expression(let whole)? = statements.first?.kind, case .function(let function) = whole.kind,
      case .expression(let value)? = function.body.statements.last?.kind
    else { return nil }
    return value
  }
}
