// Events as JSON lines. The schema is in docs/json-events.md; a test holds both together.
import AulaRuntime
import Diagnostics

/// What happens, as objects of JSON. Each has `event`, its kind.
enum JSONEvents {
  /// Tensors with more elements are told without them.
  static let mostElements = 100_000

  static func begin(_ name: String) -> JSONText { .object([("event", .string("begin")), ("source", .string(name))]) }

  static func event(_ event: Event, _ language: Language) -> JSONText {
    switch event {
    case .text(let text): .object([("event", .string("text")), ("text", .string(text))])
    case .value(let value): shown(value)
    case .picture(let figure):
      .object([
        ("event", .string("picture")), ("summary", .string(figure.summary(language))),
        ("svg", .string(figure.svg(width: nil, height: nil, theme: .automatic, language: language))),
      ])
    case .check(let check): self.check(check, language)
    case .derivation(let derivation): self.derivation(derivation, language)
    case .prediction(let prediction): self.prediction(prediction)
    case .explanation(let explanation): self.explanation(explanation)
    case .progress(let progress): self.progress(progress)
    case .problem(let problem): self.problem(problem, language)
    }
  }

  static func problem(_ problem: Problem, _ language: Language) -> JSONText {
    let diagnostic = problem.diagnostic
    var members: [(String, JSONText)] = [
      ("event", .string("problem")), ("code", .string(problem.code)),
      ("severity", .string(problem.isError ? "error" : "warning")),
      ("message", .string(diagnostic.message(in: language))),
      ("place", problem.place.map(place) ?? .null),
      ("notes", .list(diagnostic.notes.map { .string($0.text(in: language)) })),
      ("help", .optional(diagnostic.help(in: language))),
    ]
    members.append(("text", .string(problem.text)))
    return .object(members)
  }

  static func outcome(_ outcome: Outcome, source: String, isCheck: Bool = false) -> JSONText {
    .object([
      ("event", .string("outcome")), ("source", .string(source)), ("status", .string(outcome.status.rawValue)),
      ("value", isCheck ? .null : value(outcome.value, depth: 0)), ("seconds", .number(rounded(outcome.seconds))),
      ("checks", counts(outcome.checks)),
      ("steps", .whole(outcome.stepsUsed)), ("learningSteps", .whole(outcome.learningSteps)),
      ("errors", .whole(outcome.problems.count(where: \.isError))),
      ("warnings", .whole(outcome.problems.count { !$0.isError })),
    ])
  }

  /// To a millionth: the rest is noise.
  private static func rounded(_ seconds: Double) -> Double { (seconds * 1e6).rounded() / 1e6 }

  private static func shown(_ value: Event.ShownValue) -> JSONText {
    .object([
      ("event", .string("value")), ("name", .optional(value.name)), ("text", .string(value.text)),
      ("line", .string(value.line)), ("shape", value.shape.map { .list($0.map { .whole($0) }) } ?? .null),
      ("precision", .optional(value.precision)),
    ])
  }

  private static func progress(_ progress: Event.Progress) -> JSONText {
    .object([
      ("event", .string("progress")), ("count", .whole(progress.count)), ("total", .optional(progress.total)),
      ("rate", .number(progress.rate)), ("seconds", .number(rounded(progress.seconds))),
      ("remaining", .optional(progress.remaining)),
      ("latest", .object(progress.latest.map { ($0.name, .number($0.value)) })),
    ])
  }

  static func place(_ place: Problem.Place) -> JSONText {
    .object([
      ("source", .string(place.source)), ("line", .whole(place.line)), ("column", .whole(place.column)),
    ])
  }

  /// A value as data.
  static func value(_ value: AulaValue, depth: Int) -> JSONText {
    switch value {
    case .nothing: return kind("nothing", [])
    case .number(let number): return kind("number", [("number", .number(number))])
    case .truth(let truth): return kind("truth", [("truth", .truth(truth))])
    case .text(let text): return kind("text", [("text", .string(text))])
    case .tensor(let array):
      return kind(
        "tensor",
        [
          ("shape", .list(array.shape.dims.map { .whole($0) })), ("precision", .string(array.dtype.description)),
          ("elements", array.count <= mostElements ? .list(array.doubles.map { .number($0) }) : .null),
        ])
    case .tuple(let parts):
      guard depth < 64 else { return kind("tuple", [("parts", .null)]) }
      let list = parts.map { part in
        JSONText.object([("label", .optional(part.label)), ("value", self.value(part.value, depth: depth + 1))])
      }
      return kind("tuple", [("parts", .list(list))])
    case .figure: return kind("figure", [])
    case .other(let text): return kind("other", [("text", .string(text))])
    }
  }

  private static func kind(_ name: String, _ members: [(String, JSONText)]) -> JSONText {
    .object([("kind", .string(name))] + members)
  }
}
