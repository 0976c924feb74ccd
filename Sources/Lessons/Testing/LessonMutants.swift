// The changes of a lesson that its checks have to notice: in solutions, in derivations, in the functions that checks name.
import Diagnostics
import Syntax

/// A lesson with one small change.
struct LessonMutant: Sendable {
  /// What is changed.
  enum Subject: Sendable {
    /// A part of a unit's program: the names that mean something else after it.
    case unit(Set<String>)
    /// A function or model, which is defined by this statement alone.
    case definition(name: String, program: String)
    /// The claim of this number.
    case claim(Int)
  }

  /// Where it runs on the line.
  let unit: Int
  let subject: Subject
  let cell: LessonCell
  /// `before -> after`
  let description: String
  /// The unit's body, or the claim, with the change.
  let program: String
  /// Its place in the lesson's file.
  let place: Span
}

extension LessonTimeline {
  /// Every change, in the order of the cells.
  func mutants() -> [LessonMutant] {
    let tested = testedFunctions
    var mutants: [LessonMutant] = []
    for (place, unit) in units.enumerated() where unit.cell.kind != .fails {
      let isSolution = if case .solution = unit.cell.kind { true } else { false }
      mutants += changes(of: unit.body, in: unit.cell) { statement, text in
        guard let name = statement.definedFunction else { return isSolution ? (place, .unit(unit.names.binds)) : nil }
        guard isSolution || tested.contains(name) else { return nil }
        // A value of the same cell may be made with it.
        if unit.names.touches.contains(name) { return (place, .unit(unit.names.binds)) }
        return (place, .definition(name: name, program: text.blanked(keeping: [statement.span])))
      }
      for (number, claim) in unit.claims.enumerated() {
        mutants += changes(of: claim.program, in: claim.cell) { statement, _ in
          statement.isDerivation ? (place, .claim(number)) : nil
        }
      }
    }
    return mutants
  }

  /// The functions that checks name, and the models of values that checks name.
  private var testedFunctions: Set<String> {
    var tested = claimed
    for unit in units {
      for (name, mentioned) in unit.names.values where claimed.contains(name) { tested.formUnion(mentioned) }
    }
    return tested
  }

  /// The changes in the statements for which `subject` says what they change.
  private func changes(
    of program: String, in cell: LessonCell, _ subject: (Statement, String) -> (unit: Int, LessonMutant.Subject)?
  ) -> [LessonMutant] {
    let source = Source(name: "", text: program)
    return CellOutline(program).parsed.program.statements.flatMap { statement -> [LessonMutant] in
      guard let (unit, subject) = subject(statement, program) else { return [] }
      return statement.tested.flatMap { Mutations.all(in: $0, of: source) }.map { mutation in
        LessonMutant(
          unit: unit, subject: subject.changed(by: mutation.edit), cell: cell, description: mutation.description,
          program: mutation.edit.applied(to: program), place: cell.span(inFile: mutation.edit.span))
      }
    }
  }
}

extension LessonMutant.Subject {
  fileprivate func changed(by edit: Edit) -> LessonMutant.Subject {
    guard case .definition(let name, let program) = self else { return self }
    return .definition(name: name, program: edit.applied(to: program))
  }
}

extension Statement {
  fileprivate var isDerivation: Bool {
    if case .examine(let examination) = kind, case .derive = examination.kind { return true }
    return false
  }

  /// What of it is changed: of a model its functions, for what its parameters begin with is a matter of taste.
  fileprivate var tested: [Statement] {
    guard case .model(let model) = kind else { return [self] }
    return model.members.statements.filter { if case .function = $0.kind { true } else { false } }
  }
}
