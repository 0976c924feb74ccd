// What came of the test of a lesson, for whoever prints it.
import AulaRuntime
import Diagnostics

/// What happens while a lesson is tested.
package enum LessonTestEvent: Sendable {
  /// A part of the test begins.
  case stage(LessonTestStage)
  /// So many of the changes were tried.
  case tried(Int, of: Int)
  /// Something an author has to mend.
  case problem(Problem)
}

/// The parts of the test, in their order.
package enum LessonTestStage: String, Sendable, CaseIterable {
  case running
  case exercises
  case languages
  case changes

  package var words: Words {
    switch self {
    case .running: Words(en: "running the lesson", es: "ejecutando la lección", pt: "executando a lição")
    case .exercises:
      Words(en: "trying the exercises", es: "probando los ejercicios", pt: "experimentando os exercícios")
    case .languages: Words(en: "comparing the languages", es: "comparando los idiomas", pt: "comparando as línguas")
    case .changes: Words(en: "changing it here and there", es: "cambiándola aquí y allá", pt: "mudando aqui e ali")
    }
  }
}

/// What came of the test.
package struct LessonTestReport: Sendable {
  /// What came of an exercise.
  package struct ExerciseTest: Sendable {
    package let name: String
    package let points: Double
    /// Whether the solution gets full marks; nil where there is none.
    package var solutionPasses: Bool?
    package var blankFails = true
    package var wrongs: [WrongTest] = []
  }

  /// What came of a wrong answer.
  package struct WrongTest: Sendable {
    package let line: Int
    package let passesVisible: Bool
    package let passesHidden: Bool
  }

  /// What came of the changes of a cell, or of the cells of an exercise.
  package struct ChangedCell: Sendable {
    /// "cell 3", or the exercise's name.
    package let name: String
    package var changes = 0
    package var caught = 0
    /// Those that no check notices and that are listed with a reason.
    package var listed = 0
    /// Those that no check notices and that nobody explains.
    package var missed = 0
  }

  package let lesson: String
  package var seconds = 0.0
  package var promised: Double?
  package var checks = CheckCounts()
  package var exercises: [ExerciseTest] = []
  /// The other languages, and how many differences were found in each.
  package var languages: [(language: Language, differences: Int)] = []
  package var cells: [ChangedCell] = []
  /// Changes that could not be tried, as their cells do not come out as they should even without.
  package var untried = 0
  package var changeSeconds = 0.0
  package var problems: [Problem] = []
  package var wasStopped = false

  package var changes: Int { cells.reduce(0) { $0 + $1.changes } }
  package var caught: Int { cells.reduce(0) { $0 + $1.caught } }
  package var survivors: Int { cells.reduce(0) { $0 + $1.listed + $1.missed } }
  package var isWell: Bool { problems.isEmpty && !wasStopped }

  init(_ lesson: Lesson) {
    self.lesson = lesson.header.title
    promised = lesson.header.seconds
  }
}
