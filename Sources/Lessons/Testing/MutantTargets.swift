// Which claims of a lesson depend on a name, and which cells have to run again before them.

/// A claim to try a change on.
struct MutantTarget: Sendable {
  let unit: Int
  /// The number of the unit's claim; nil for a unit that is to fail.
  let claim: Int?
  /// The units that have to run before, with what was changed.
  let chain: [Int]
  /// How long it takes.
  var seconds = 0.0
  /// How often it was tried on changes of the same names, and how often it noticed them. What stands beside the change begins with
  /// a good name.
  var tries: Double
  var catches: Double

  init(unit: Int, claim: Int?, chain: [Int], isNear: Bool) {
    (self.unit, self.claim, self.chain) = (unit, claim, chain)
    (tries, catches) = isNear ? (1, 1) : (4, 1)
  }

  /// The seconds that it may take to notice a change.
  var promise: Double { seconds * tries / catches }
}

/// What depends on names that changed at a unit.
struct MutantTargets: Sendable {
  var targets: [MutantTarget]
  /// The units behind it that give something else when the names mean something else.
  private let dependents: Set<Int>
  private let timeline: LessonTimeline

  /// `gives` has what each unit binds or lets learn.
  init(of changed: Set<String>, at unit: Int, in timeline: LessonTimeline, gives: [Set<String>]) {
    self.timeline = timeline
    var tainted = changed
    var dependents: [Int] = []
    var found: [(unit: Int, claim: Int?, needs: Set<String>)] = []
    func note(claimsOf place: Int) {
      for (number, claim) in timeline.units[place].claims.enumerated() {
        let needs = timeline.reach(of: claim.needs)
        // The checks of an exercise are about its solution, whatever they name.
        if !needs.isDisjoint(with: tainted) || (place == unit && claim.isOwnCell) {
          found.append((place, number, needs))
        }
      }
    }
    note(claimsOf: unit)
    for place in timeline.units.indices.dropFirst(unit + 1) where !tainted.isEmpty {
      let next = timeline.units[place]
      let needs = timeline.reach(of: next.names.needs)
      if needs.isDisjoint(with: tainted) {
        // Who gives a name a new meaning of its own takes the change away.
        tainted.subtract(next.names.binds)
      } else {
        if next.cell.kind == .fails { found.append((place, nil, needs)) }
        dependents.append(place)
        tainted.formUnion(gives[place])
      }
      note(claimsOf: place)
    }
    self.dependents = Set(dependents)
    targets = found.map { place, claim, needs in
      var wanted = needs
      var chain: [Int] = []
      for dependent in dependents.reversed() where claim == nil ? dependent < place : dependent <= place {
        guard !gives[dependent].isDisjoint(with: wanted) else { continue }
        chain.append(dependent)
        wanted.formUnion(timeline.reach(of: timeline.units[dependent].names.needs))
      }
      return MutantTarget(unit: place, claim: claim, chain: chain.reversed(), isNear: place == unit)
    }
  }

  /// The names of a unit that still mean what it gave them where another unit begins.
  func standing(_ names: Set<String>, from unit: Int, before end: Int) -> Set<String> {
    guard unit + 1 < end else { return names }
    return (unit + 1..<end).reduce(into: names) { names, place in
      if !dependents.contains(place) { names.subtract(timeline.units[place].names.binds) }
    }
  }
}
