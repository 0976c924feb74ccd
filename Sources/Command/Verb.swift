// One row for each verb of the command: its words, its options, its action.
import Diagnostics

/// Something the command can do.
package struct Verb: Sendable {
  /// A call, and what it does.
  package struct Example: Sendable {
    package let call: String
    package let words: Words
  }

  /// What stands behind the verb.
  enum Operands: Sendable {
    case files
    case code
    case topic
    case shell
    case lesson
    /// `lesson NAME`
    case newLesson
    case none

    /// How many there may be.
    var count: ClosedRange<Int> {
      switch self {
      case .files, .code: 1...Int.max
      case .topic, .lesson: 0...1
      case .shell: 1...1
      case .newLesson: 2...2
      case .none: 0...0
      }
    }
    var synopsis: String {
      switch self {
      case .files: "FILE…"
      case .code: "CODE…"
      case .topic: "[TOPIC|NAME|E0123]"
      case .shell: "bash|zsh|fish"
      case .lesson: "[LESSON]"
      case .newLesson: "lesson NAME"
      case .none: ""
      }
    }
    /// What is missing, as part of a sentence.
    var wanted: Words {
      switch self {
      case .files: Words(en: "a file", es: "un archivo", pt: "um arquivo")
      case .code: Words(en: "a line of code", es: "una línea de código", pt: "uma linha de código")
      case .lesson: Words(en: "a lesson", es: "una lección", pt: "uma lição")
      case .newLesson:
        Words(
          en: "the word `lesson` and a name", es: "la palabra `lesson` y un nombre", pt: "a palavra `lesson` e um nome")
      case .topic, .none: Words(en: "nothing", es: "nada", pt: "nada")
      case .shell:
        Words(
          en: "the name of a shell: bash, zsh or fish", es: "el nombre de un shell: bash, zsh o fish",
          pt: "o nome de um shell: bash, zsh ou fish")
      }
    }
  }

  package let name: String
  let operands: Operands
  /// In a line.
  package let summary: Words
  /// In a paragraph.
  package let about: Words
  package let examples: [Example]
  /// Those that no other verb has.
  package var options: [CommandOption] = []
  let action: @Sendable (Job) -> Ending

  static func named(_ name: String) -> Verb? { all.first { $0.name == name } }

  /// In the order in which help lists them.
  package static let all: [Verb] = [
    .run, .learn, .eval, .check, .fmt, .export, .test, .new, .help, .doctor, .completions,
  ]
}
