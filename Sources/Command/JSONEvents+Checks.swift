// Checks, derivations and predictions as objects of JSON.
import AulaRuntime
import Diagnostics

extension JSONEvents {
  static func check(_ check: CheckResult, _ language: Language) -> JSONText {
    .object([
      ("event", .string("check")), ("title", .string(check.title)), ("claim", .string(check.claim)),
      ("verdict", .string(check.verdict.rawValue)), ("expectedToFail", .truth(check.isExpectedToFail)),
      ("findings", .list(check.findings.map(finding))), ("notes", .list(check.notes.map { .string($0) })),
      ("problem", check.problem.map { problem($0, language) } ?? .null), ("place", check.place.map(place) ?? .null),
    ])
  }

  static func derivation(_ derivation: DerivationResult, _ language: Language) -> JSONText {
    .object([
      ("event", .string("derivation")), ("title", .string(derivation.title)),
      ("verdict", .string(derivation.verdict.rawValue)), ("lines", .list(derivation.lines.map(line))),
      ("setting", .list(derivation.setting.map(finding))), ("settings", .whole(derivation.settingCount)),
      ("repair", .optional(derivation.repair)), ("notes", .list(derivation.notes.map { .string($0) })),
      ("problem", derivation.problem.map { problem($0, language) } ?? .null),
      ("place", derivation.place.map(place) ?? .null),
    ])
  }

  static func prediction(_ prediction: PredictionResult) -> JSONText {
    .object([
      ("event", .string("prediction")), ("question", .string(prediction.question)),
      ("answer", .string(prediction.answer)), ("given", .optional(prediction.given)),
      ("outcome", .string(prediction.outcome.rawValue)),
    ])
  }

  static func explanation(_ explanation: Explanation) -> JSONText {
    let rows = explanation.rows.map { row in
      JSONText.object([
        ("name", .string(row.name)), ("operation", .string(row.operation)),
        ("operands", .list(row.operands.map { .string($0) })), ("shape", .list(row.shape.dims.map { .whole($0) })),
        ("value", summary(row.value)), ("incoming", summary(row.incoming)), ("outgoing", .list(row.outgoing.map(flow))),
      ])
    }
    return .object([
      ("event", .string("explanation")), ("value", summary(explanation.value)), ("rows", .list(rows)),
      ("omitted", .whole(explanation.omitted)), ("gradients", .list(explanation.gradients.map(flow))),
    ])
  }

  private static func flow(_ flow: Explanation.Flow) -> JSONText {
    .object([("to", .string(flow.operand)), ("gradient", summary(flow.gradient))])
  }

  private static func summary(_ summary: Explanation.Summary) -> JSONText {
    .object([
      ("shape", .list(summary.shape.dims.map { .whole($0) })),
      ("elements", .list(summary.elements.map { .number($0) })), ("least", .number(summary.least)),
      ("mean", .number(summary.mean)), ("greatest", .number(summary.greatest)),
    ])
  }

  static func counts(_ counts: CheckCounts) -> JSONText {
    .object([
      ("passed", .whole(counts.passed)), ("failed", .whole(counts.failed)), ("undecided", .whole(counts.undecided)),
      ("errors", .whole(counts.errors)), ("open", .whole(counts.open)),
    ])
  }

  private static func finding(_ finding: CheckResult.Finding) -> JSONText {
    .object([("key", .string(finding.key)), ("name", .string(finding.name)), ("value", .string(finding.value))])
  }

  private static func line(_ line: DerivationResult.Line) -> JSONText {
    .object([
      ("relation", .string(line.relation)), ("text", .string(line.text)), ("value", .optional(line.value)),
      ("deviation", .optional(line.deviation)), ("reason", .optional(line.reason)),
      ("verdict", .optional(line.verdict?.rawValue)),
    ])
  }
}
