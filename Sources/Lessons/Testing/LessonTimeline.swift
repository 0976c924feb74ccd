// A lesson as one line of cells that run: solutions in the place of exercises, and beside them what is claimed there.
import Syntax

/// A cell on the line.
struct TimelineUnit: Sendable {
  /// The cell whose program runs.
  let cell: LessonCell
  /// What its draws are keyed by: a solution draws as the exercise does.
  let key: String
  /// Its program without checks: what later cells can depend on.
  let body: String
  /// Of the body.
  let names: CellNames
  /// Its own checks and derivations, each alone, and the checks of the exercise that it solves. They run behind it, and nothing of
  /// them stays.
  let claims: [TimelineClaim]
}

/// Something that is claimed behind a cell.
struct TimelineClaim: Sendable {
  /// The cell it stands in.
  let cell: LessonCell
  let program: String
  /// What has to mean something for it.
  let needs: Set<String>
  /// Whether it is a cell of its own, and no part of the one before it.
  let isOwnCell: Bool
}

/// A lesson's cells in the order they run.
struct LessonTimeline: Sendable {
  let units: [TimelineUnit]
  /// Every function and model of the lesson: what it mentions.
  let definitions: [String: Set<String>]
  /// What checks and derivations mention, anywhere.
  let claimed: Set<String>

  init(_ lesson: Lesson) {
    var units: [TimelineUnit] = []
    for cell in lesson.cells {
      switch cell.kind {
      case .plain, .setup, .fails: units.append(TimelineUnit(cell, key: cell.key, checks: []))
      case .exercise(let name):
        guard let exercise = lesson.exercise(name) else { continue }
        units.append(
          TimelineUnit(
            lesson.cells[exercise.solution ?? exercise.starter], key: cell.key,
            checks: (exercise.checks + exercise.hiddenChecks).map { lesson.cells[$0] }))
      case .check, .solution, .wrong: continue
      }
    }
    self.units = units
    var definitions: [String: Set<String>] = [:]
    for unit in units { definitions.merge(unit.names.definitions) { $0.union($1) } }
    self.definitions = definitions
    claimed = units.reduce(into: []) { claimed, unit in
      for claim in unit.claims { claimed.formUnion(claim.needs) }
    }
  }

  /// Names with everything that functions of these names mention.
  func reach(of names: Set<String>) -> Set<String> { Lessons.reach(of: names, through: definitions) }
}

extension TimelineUnit {
  fileprivate init(_ cell: LessonCell, key: String, checks: [LessonCell]) {
    self.cell = cell
    self.key = key
    let examinations = CellOutline(cell.program).parsed.program.statements.filter(\.isExamination)
    // What is to fail is run as it is: its mistake may be anywhere.
    let own = cell.kind == .fails ? [] : examinations
    body = cell.program.blanked(without: own.map(\.span))
    names = CellNames(body)
    claims =
      own.map { TimelineClaim(cell, program: cell.program.blanked(keeping: [$0.span]), isOwnCell: false) }
      + checks.map { TimelineClaim($0, program: $0.program, isOwnCell: true) }
  }
}

extension TimelineClaim {
  fileprivate init(_ cell: LessonCell, program: String, isOwnCell: Bool) {
    self.init(cell: cell, program: program, needs: CellNames(program).touches, isOwnCell: isOwnCell)
  }
}
