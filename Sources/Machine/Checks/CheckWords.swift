// The words of checks: what was found, why it is undecided, what could be done.
import Diagnostics
import Syntax
import TensorKit

/// Findings and notes in the three languages.
enum CheckWords {
  typealias Finding = CheckReport.Finding

  /// The same in every language.
  static func plain(_ text: String) -> Words { Words(en: text, es: text, pt: text) }

  static let left = Words(en: "left", es: "izquierda", pt: "esquerda")
  static let right = Words(en: "right", es: "derecha", pt: "direita")
  static let value = Words(en: "value", es: "valor", pt: "valor")
  private static let difference = Words(en: "difference", es: "diferencia", pt: "diferença")
  private static let allowed = Words(en: "allowed", es: "permitido", pt: "permitido")
  private static let place = Words(en: "where", es: "dónde", pt: "onde")

  static let falseValue = Finding("value", value, plain("false"))

  /// A part of the claim, or of a tuple, that is to blame.
  static func part(_ text: String, isTuple: Bool = false) -> Finding {
    let name =
      isTuple ? Words(en: "in part", es: "en la parte", pt: "na parte") : Words(en: "part", es: "parte", pt: "parte")
    return Finding("part", name, plain(text))
  }

  static func difference(_ found: ElementComparison, isRelative: Bool, _ display: Display) -> Finding {
    let text = short(found.difference, display)
    guard isRelative, found.relative > 0, found.relative.isFinite else {
      return Finding("difference", difference, plain(text))
    }
    let relative = short(found.relative, display)
    return Finding(
      "difference", difference,
      Words(
        en: "\(text) (relative: \(relative))", es: "\(text) (relativa: \(relative))",
        pt: "\(text) (relativa: \(relative))"))
  }

  static func tolerance(_ bound: Double, _ display: Display) -> Finding {
    Finding("tolerance", allowed, plain("\(display.number(bound)) (within)"))
  }

  static func tolerance(_ allowed: Double, relative: Double, isSingle: Bool, _ display: Display) -> Finding {
    let text = short(allowed, display)
    let precision = isSingle ? "float32" : "float64"
    let share = short(relative, display)
    return Finding(
      "tolerance", self.allowed,
      Words(
        en: "\(text) (in \(precision), relative: \(share))", es: "\(text) (en \(precision), relativa: \(share))",
        pt: "\(text) (em \(precision), relativa: \(share))"))
  }

  static func tolerance(bar: Double, within bound: Double?, _ display: Display) -> Finding {
    let text = short(bar, display)
    let more = bound.map { "\(display.number($0)) + " } ?? ""
    return Finding(
      "tolerance", allowed,
      Words(
        en: "\(more)\(text) (four standard errors)", es: "\(more)\(text) (cuatro errores estándar)",
        pt: "\(more)\(text) (quatro erros-padrão)"))
  }

  /// An element of a shape, and of how many elements the same is true.
  static func place(_ index: Int, of count: Int?, in shape: Shape) -> Finding {
    var rest = index
    var places: [Int] = []
    for size in shape.dims.reversed() {
      places.append(size > 0 ? rest % size : 0)
      rest = size > 0 ? rest / size : 0
    }
    let text = "[" + places.reversed().map(String.init).joined(separator: ", ") + "]"
    guard let count else { return Finding("where", place, plain(text)) }
    let all = shape.count
    return Finding(
      "where", place,
      Words(
        en: "\(text) (\(count) of \(all) elements)", es: "\(text) (\(count) de \(all) elementos)",
        pt: "\(text) (\(count) de \(all) elementos)"))
  }

  /// How many settings a claim was tried in.
  static func settings(_ count: Int, areAll: Bool) -> Finding {
    let words =
      areAll
      ? count == 1
        ? Words(en: "1 setting", es: "1 caso", pt: "1 caso")
        : Words(en: "all \(count) settings", es: "los \(count) casos", pt: "todos os \(count) casos")
      : Words(en: "\(count) settings", es: "\(count) casos", pt: "\(count) casos")
    return Finding("settings", Words(en: "tried", es: "probado", pt: "testado"), words)
  }

  /// A number of which the size matters more than the digits.
  static func short(_ number: Double, _ display: Display) -> String {
    var display = display
    display.significant = 3
    return display.number(number)
  }

  // MARK: Notes

  static func undecided(_ undecided: Undecided) -> [Diagnostic.Note] {
    [Diagnostic.Note(Words(en: undecided.why(in: .en), es: undecided.why(in: .es), pt: undecided.why(in: .pt)))]
      + undecided.advice
  }

  static let holdsAfterAll = Diagnostic.Note(
    Words(
      en: "the claim was to be false, and it holds", es: "la afirmación debía ser falsa, y se cumple",
      pt: "a afirmação devia ser falsa, e vale"))
  static let noCounterexample = Diagnostic.Note(
    Words(
      en: "the claim was to be false, and no counter-example was found",
      es: "la afirmación debía ser falsa, y no se encontró ningún contraejemplo",
      pt: "a afirmação devia ser falsa, e nenhum contraexemplo foi encontrado"))
  static let notANumber = Diagnostic.Note(
    Words(
      en: "NaN is near nothing, not even itself; it comes from something like 0 / 0 or log(-1)",
      es: "NaN no se parece a nada, ni a sí mismo; sale de algo como 0 / 0 o log(-1)",
      pt: "NaN não se parece com nada, nem consigo mesmo; vem de algo como 0 / 0 ou log(-1)"))
  static let onlyRounding = Diagnostic.Note(
    Words(
      en: "the sides differ only by rounding; `≈` allows for that",
      es: "los lados difieren solo por el redondeo; `≈` lo permite",
      pt: "os lados diferem só pelo arredondamento; `≈` permite isso"))
  static let structuresDiffer = Diagnostic.Note(
    Words(
      en: "the two tuples do not have the same parts", es: "las dos tuplas no tienen las mismas partes",
      pt: "as duas tuplas não têm as mesmas partes"))

  static func shapesDiffer(_ left: Shape, _ right: Shape) -> Diagnostic.Note {
    Diagnostic.Note(
      Words(
        en: "the shapes differ: {left} and {right}", es: "las formas son distintas: {left} y {right}",
        pt: "as formas são diferentes: {left} e {right}"),
      ["left": "\(left)", "right": "\(right)"])
  }

  static func stretched(_ left: Shape, _ right: Shape, _ result: Shape) -> Diagnostic.Note {
    Diagnostic.Note(
      Words(
        en: "{left} and {right} were stretched to {result} to be compared",
        es: "{left} y {right} se estiraron a {result} para compararse",
        pt: "{left} e {right} foram esticados para {result} para serem comparados"),
      ["left": "\(left)", "right": "\(right)", "result": "\(result)"])
  }
}
