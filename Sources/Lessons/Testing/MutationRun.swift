// Runs a lesson once as it is, and then with each of its changes, from the moment before the changed cell.
import AulaRuntime
import Diagnostics
import Session

/// A session that knows the lesson's moments and tries changes on them. One thread at a time uses it, but for `cancel`.
final class MutationRun: @unchecked Sendable {
  let timeline: LessonTimeline
  private let session: Session
  private let language: Language
  private let limits: SessionLimits
  private var befores: [SessionSnapshot] = []
  private var afters: [SessionSnapshot] = []
  /// What each unit cost as it is, and each of its claims; nil for what does not come out as it should.
  private var costs: [Cost?] = []
  private var claimCosts: [[Cost?]] = []
  /// What each unit binds or lets learn.
  private var gives: [Set<String>] = []
  private var known: [TargetKey: MutantTargets] = [:]

  fileprivate struct Cost {
    var steps = 0
    var seconds = 0.0
  }

  private struct TargetKey: Hashable {
    let unit: Int
    let changed: Set<String>
  }

  init(_ lesson: Lesson, timeline: LessonTimeline, options: SessionOptions) {
    self.timeline = timeline
    language = options.language ?? .ofEnvironment
    limits = options.limits
    session = Session(seed: lesson.header.seed, options: options)
    session.setVerdictsOnly(true)
  }

  func cancel() { session.cancel() }

  // MARK: As it is

  /// Runs the lesson as it is; false if it was stopped. Cells and claims that do not come out as they should are left aside: they
  /// would tell every change from the lesson as it is.
  func prepare() -> Bool {
    for unit in timeline.units {
      guard let before = try? session.snapshot() else { return false }
      let outcome = session.run(unit.body, name: unit.cell.name(in: language), key: unit.key)
      if outcome.status == .interrupted { return false }
      if unit.cell.kind == .fails { settle(at: before) }
      guard let after = try? session.snapshot(), let learned = try? session.namesThatLearned(since: before) else {
        return false
      }
      befores.append(before)
      afters.append(after)
      costs.append(stands(outcome, unit.cell) ? Cost(outcome) : nil)
      gives.append(unit.cell.kind == .fails ? [] : unit.names.binds.union(learned))
      var claimed: [Cost?] = []
      for claim in unit.claims {
        let outcome = session.run(claim.program, name: claim.cell.name(in: language), key: claim.cell.key)
        if outcome.status == .interrupted { return false }
        settle(at: after)
        claimed.append(stands(outcome, claim.cell) ? Cost(outcome) : nil)
      }
      claimCosts.append(claimed)
    }
    return true
  }

  /// Whether a cell came out as an author wants it.
  private func stands(_ outcome: Outcome, _ cell: LessonCell) -> Bool {
    cell.kind == .fails ? outcome.status == .failed : outcome.status == .finished && outcome.checks.allPassed
  }

  /// Whether a change can be tried: as it is, what it changes comes out as it should.
  func canTry(_ mutant: LessonMutant) -> Bool {
    if case .claim(let number) = mutant.subject { return claimCosts[mutant.unit][number] != nil }
    return costs[mutant.unit] != nil
  }

  // MARK: With a change

  /// What came of a change.
  enum Verdict: Sendable {
    case caught
    case survives
    case stopped
  }

  /// Whether a claim notices a change that can be tried.
  func verdict(on mutant: LessonMutant) -> Verdict {
    let place = mutant.unit
    switch mutant.subject {
    case .claim(let number):
      settle(at: afters[place])
      return run(mutant.program, mutant.cell, key: mutant.cell.key, claimCosts[place][number])
    case .definition(let name, let program):
      settle(at: afters[place])
      return follow([name], from: place, run(program, mutant.cell, key: timeline.units[place].key, costs[place]))
    case .unit(let names):
      settle(at: befores[place])
      let first = run(mutant.program, mutant.cell, key: timeline.units[place].key, costs[place])
      return follow(names.union(gives[place]), from: place, first)
    }
  }

  /// Whether what depends on changed names notices, the most promising first.
  private func follow(_ changed: Set<String>, from unit: Int, _ first: Verdict) -> Verdict {
    guard first == .survives, let moment = try? session.snapshot() else { return first }
    let key = TargetKey(unit: unit, changed: changed)
    let targets = known[key] ?? usableTargets(key)
    known[key] = targets
    var trial = Trial(targets: targets, start: unit, changed: changed, moment: moment)
    for (index, target) in targets.targets.enumerated().sorted(by: { $0.element.promise < $1.element.promise }) {
      let verdict = self.verdict(on: target, &trial)
      known[key]?.targets[index].tries += 1
      if verdict == .caught { known[key]?.targets[index].catches += 1 }
      if verdict != .survives { return verdict }
    }
    return .survives
  }

  /// The claims that come out as they should, with what they cost.
  private func usableTargets(_ key: TargetKey) -> MutantTargets {
    var targets = MutantTargets(of: key.changed, at: key.unit, in: timeline, gives: gives)
    targets.targets = targets.targets.compactMap { target in
      guard let seconds = price(of: target) else { return nil }
      var priced = target
      priced.seconds = seconds
      return priced
    }
    return targets
  }

  /// A change at work: what units gave with it so far.
  private struct Trial {
    let targets: MutantTargets
    let start: Int
    let changed: Set<String>
    let moment: SessionSnapshot
    var given: [Int: SessionSnapshot] = [:]
  }

  private func verdict(on target: MutantTarget, _ trial: inout Trial) -> Verdict {
    for place in target.chain where trial.given[place] == nil {
      enter(place, isBehind: false, trial)
      let verdict = run(unit: place)
      guard verdict == .survives, let moment = try? session.snapshot() else { return verdict }
      trial.given[place] = moment
    }
    enter(target.unit, isBehind: target.claim != nil, trial)
    guard let number = target.claim else { return run(unit: target.unit) }
    let claim = timeline.units[target.unit].claims[number]
    return run(claim.program, claim.cell, key: claim.cell.key, claimCosts[target.unit][number])
  }

  /// Makes the session what it is before or behind a unit when the lesson runs with the change.
  private func enter(_ unit: Int, isBehind: Bool, _ trial: Trial) {
    settle(at: isBehind ? afters[unit] : befores[unit])
    let end = isBehind ? unit + 1 : unit
    var layers = [(trial.start, trial.changed, trial.moment)]
    layers += trial.given.sorted { $0.key < $1.key }.filter { $0.key < end }.map { ($0.key, gives[$0.key], $0.value) }
    for (place, names, moment) in layers {
      let standing = trial.targets.standing(names, from: place, before: end)
      if !standing.isEmpty { try? session.overlay(standing, of: moment) }
    }
  }

  private func settle(at moment: SessionSnapshot) { try? session.settle(at: moment) }

  private func run(unit place: Int) -> Verdict {
    let unit = timeline.units[place]
    return run(unit.body, unit.cell, key: unit.key, costs[place])
  }

  private func run(_ program: String, _ cell: LessonCell, key: String, _ cost: Cost?) -> Verdict {
    let cost = cost ?? Cost()
    var bounds = limits
    // A change that makes a program go on and on is noticed by whoever waits.
    bounds.steps = min(bounds.steps, cost.steps * 10 + 1000)
    bounds.seconds = min(bounds.seconds, cost.seconds * 10 + 5)
    session.setLimits(bounds)
    var isNoticed = false
    let outcome = session.run(program, name: cell.name(in: language), key: key) { event in
      if event.isClaimThatFails && !isNoticed {
        isNoticed = true
        // The rest of the cell could tell nothing more.
        session.cancel()
      }
    }
    if isNoticed { return .caught }
    if outcome.status == .interrupted { return .stopped }
    return stands(outcome, cell) ? .survives : .caught
  }

  /// The seconds that a claim costs with what has to run before it; nil if one of them does not come out as it should.
  private func price(of target: MutantTarget) -> Double? {
    var all = target.chain.map { costs[$0] }
    all.append(target.claim.map { claimCosts[target.unit][$0] } ?? costs[target.unit])
    let known = all.compactMap(\.self)
    return known.count == all.count ? known.reduce(0) { $0 + $1.seconds } : nil
  }
}

extension MutationRun.Cost {
  fileprivate init(_ outcome: Outcome) { self.init(steps: outcome.stepsUsed, seconds: outcome.seconds) }
}

extension Event {
  fileprivate var isClaimThatFails: Bool {
    switch self {
    case .check(let result): result.verdict != .passed
    case .derivation(let result): result.verdict != .passed
    default: false
    }
  }
}
