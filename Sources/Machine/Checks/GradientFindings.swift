// What a gradient check found, in words: how many derivatives agree, or which one is wrong and who is to blame.
import Analysis
import Diagnostics
import Graph
import Syntax

/// Puts the core's report into a claim's result.
struct GradientFindings {
  private let report: GradientReport
  private let claim: Examination.GradientClaim
  private let examiner: Examiner
  private var machine: Machine { examiner.machine }
  private var display: Display { machine.display }

  init(_ report: GradientReport, _ claim: Examination.GradientClaim, _ examiner: Examiner) {
    (self.report, self.claim, self.examiner) = (report, claim, examiner)
  }

  func result() throws -> ClaimResult {
    switch report.verdict {
    case .agrees: return ClaimResult(.passed, [summary], notes: claim.isSingle ? notes : [])
    case .differs, .kink:
      return ClaimResult(.failed, place + numbers + blame, notes: reasons + notes)
    case .notDifferentiable: return ClaimResult(noDerivative)
    case .notDeterministic:
      return ClaimResult(Diagnostic(.gradientNotDeterministic, at: claim.subject.expression.span))
    }
  }

  // MARK: It agrees

  private var summary: CheckReport.Finding {
    let count = report.entries.reduce(0) { $0 + $1.compared }
    return GradientWords.summary(
      count, inDirections: report.entries.contains(where: \.usesDirections), error: largestError, display)
  }

  private var largestError: Double {
    report.entries.compactMap { $0.largestRelative?.relativeError }.filter(\.isFinite).max() ?? 0
  }

  // MARK: It does not

  /// The parameter that is farthest off, and where.
  private var worst: (entry: GradientReport.Entry, comparison: GradientReport.Comparison)? {
    let wrong = report.entries.filter { $0.verdict == report.verdict }
    let found = wrong.compactMap { entry in entry.largestAbsolute.map { (entry, $0) } }
    let size = { (error: Double) in error.isNaN ? Double.infinity : error }
    if let named = found.first(where: { $0.0.name == report.culprit?.operand }), isGiven { return named }
    return found.max { size($0.1.absoluteError) < size($1.1.absoluteError) }
  }

  private var isGiven: Bool { claim.against != nil }

  private var place: [CheckReport.Finding] {
    guard let (entry, comparison) = worst else {
      return report.culprit?.operand.map { [GradientWords.parameter($0)] } ?? []
    }
    let index = comparison.index.flatMap { $0.isEmpty ? nil : "[" + $0.map(String.init).joined(separator: ", ") + "]" }
    return [GradientWords.parameter(entry.name + (index ?? ""))]
  }

  private var numbers: [CheckReport.Finding] {
    guard let (_, comparison) = worst else { return [] }
    let derivative = GradientWords.derivative(comparison.analytic, isGiven: isGiven, display)
    if report.verdict == .kink {
      return [derivative, GradientWords.slopes(comparison.left, comparison.right, display)]
    }
    return [
      derivative, GradientWords.quotient(comparison.numeric, display),
      GradientWords.error(comparison.absoluteError, relative: comparison.relativeError, display),
    ]
  }

  /// The operator that is at fault, with the piece of program that recorded it.
  private var blame: [CheckReport.Finding] {
    guard let culprit = report.culprit, !isGiven else { return [] }
    return [GradientWords.operation(TensorErrorWords.spelling(of: culprit.operation), at: written(culprit.place))]
  }

  /// A piece of program with its line: `relu(x)`, line 3.
  private func written(_ place: Int32) -> (code: String, line: Int)? {
    guard let span = machine.origin(of: place)?.span, span != examiner.plan.span,
      let source = machine.sources[span.source], !source.isLibrary
    else { return nil }
    return (examiner.code(span), source.line(at: Int(span.lower)) + 1)
  }

  private var reasons: [Diagnostic.Note] {
    if report.verdict == .kink { return [GradientWords.corner(corner)] }
    return [report.culprit?.reason, report.trusts.map { $0.reason }].compactMap { $0 }.map(GradientWords.note)
  }

  /// What the point stands at, as the core says it: "a corner", "a jump".
  private var corner: String {
    let sentence = report.notes.first { $0.contains(GradientFindings.standsAt) }
    guard let sentence, let found = sentence.firstRange(of: GradientFindings.standsAt) else { return "a corner" }
    return String(sentence[found.upperBound...].prefix { $0 != ":" })
  }

  private static let standsAt = " stands at "

  private var notes: [Diagnostic.Note] {
    // How the check was carried out is nobody's business.
    report.notes.filter {
      !$0.hasPrefix("probes were replayed") && !$0.hasPrefix("the function looked")
        && !$0.contains(GradientFindings.standsAt) && !($0.hasPrefix("in float32") && largestError == 0)
    }
    .map(GradientWords.note)
  }

  private var noDerivative: Diagnostic {
    let span = report.culprit.flatMap { machine.origin(of: $0.place)?.span } ?? claim.subject.expression.span
    let operation = report.culprit?.operation ?? ""
    guard report.value.isFinite || report.culprit?.reason.hasPrefix("its value is") != true else {
      return Diagnostic(
        .gradientOfNoNumber, at: span,
        ["op": .text(TensorErrorWords.spelling(of: operation)), "value": .text(display.number(report.value))])
    }
    return TensorErrorWords.diagnostic(
      for: .notDifferentiable(operation: operation, reason: report.culprit?.reason ?? ""), at: span)
  }
}

/// The words of gradient checks.
enum GradientWords {
  typealias Finding = CheckReport.Finding

  static func summary(_ count: Int, inDirections: Bool, error: Double, _ display: Display) -> Finding {
    var display = display
    display.significant = 1
    let to = error > 0 ? display.number(error) : nil
    func words(_ en: String, _ es: String, _ pt: String) -> Words {
      Words(
        en: en + (to.map { " to \($0)" } ?? ""), es: es + (to.map { " hasta \($0)" } ?? ""),
        pt: pt + (to.map { " até \($0)" } ?? ""))
    }
    let value =
      if inDirections {
        words(
          "the derivative along \(count) directions agrees", "la derivada en \(count) direcciones coincide",
          "a derivada em \(count) direções coincide")
      } else if count == 1 {
        words("1 derivative agrees", "1 derivada coincide", "1 derivada coincide")
      } else {
        words("\(count) derivatives agree", "\(count) derivadas coinciden", "\(count) derivadas coincidem")
      }
    return Finding("summary", Words(en: "result", es: "resultado", pt: "resultado"), value)
  }

  static func parameter(_ name: String) -> Finding {
    Finding("parameter", Words(en: "with respect to", es: "respecto a", pt: "em relação a"), CheckWords.plain(name))
  }

  static func derivative(_ number: Double, isGiven: Bool, _ display: Display) -> Finding {
    let name =
      isGiven
      ? Words(en: "by hand", es: "a mano", pt: "à mão")
      : Words(en: "derivative", es: "derivada", pt: "derivada")
    return Finding("derivative", name, CheckWords.plain(display.number(number)))
  }

  static func quotient(_ number: Double, _ display: Display) -> Finding {
    Finding(
      "quotient", Words(en: "difference quotient", es: "cociente incremental", pt: "quociente de diferenças"),
      CheckWords.plain(display.number(number)))
  }

  static func slopes(_ left: Double, _ right: Double, _ display: Display) -> Finding {
    let size = max(abs(left), abs(right))
    let (a, b) = (side(left, size, display), side(right, size, display))
    return Finding(
      "slopes", Words(en: "slope", es: "pendiente", pt: "inclinação"),
      Words(
        en: "\(a) from the left, \(b) from the right", es: "\(a) por la izquierda, \(b) por la derecha",
        pt: "\(a) pela esquerda, \(b) pela direita"))
  }

  /// A slope to a few digits; beside a larger one what rounding leaves is nothing.
  private static func side(_ slope: Double, _ size: Double, _ display: Display) -> String {
    var display = display
    display.significant = 4
    return display.number(abs(slope) < 1e-6 * size && size.isFinite ? 0 : slope)
  }

  /// Why there is no derivative.
  static func corner(_ english: String) -> Diagnostic.Note {
    let corner = Phrasebook.translation(of: english) ?? CheckWords.plain(english)
    return Diagnostic.Note(
      Words(
        en: "the point lies at {corner}: there is no derivative there",
        es: "el punto está en {corner}: ahí no hay derivada", pt: "o ponto está em {corner}: ali não há derivada"),
      ["corner": .words(corner)])
  }

  static func error(_ absolute: Double, relative: Double, _ display: Display) -> Finding {
    let (a, r) = (CheckWords.short(absolute, display), CheckWords.short(relative, display))
    return Finding(
      "difference", Words(en: "difference", es: "diferencia", pt: "diferença"),
      Words(en: "\(a) (relative: \(r))", es: "\(a) (relativa: \(r))", pt: "\(a) (relativa: \(r))"))
  }

  static func operation(_ name: String, at place: (code: String, line: Int)?) -> Finding {
    let words =
      place.map { code, line in
        Words(
          en: "`\(name)` in `\(code)`, line \(line)", es: "`\(name)` en `\(code)`, línea \(line)",
          pt: "`\(name)` em `\(code)`, linha \(line)")
      } ?? CheckWords.plain("`\(name)`")
    return Finding("operator", Words(en: "operator", es: "operador", pt: "operador"), words)
  }

  /// A sentence of the core in the reader's language.
  static func note(_ english: String) -> Diagnostic.Note {
    Diagnostic.Note(Phrasebook.translation(of: english) ?? CheckWords.plain(english))
  }
}
