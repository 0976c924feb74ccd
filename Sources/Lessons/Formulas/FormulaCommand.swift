// The commands of LaTeX that formulas may use: a row for each, from which reading and the three ways of showing follow.
import Diagnostics

/// What a `\command` stands for.
struct FormulaCommand: Sendable {
  enum Meaning: Sendable {
    case letter(String)
    case sign(FormulaSign)
    case word(String, hasLimits: Bool)
    case space(Int)
    case accent(FormulaAccent)
    case alphabet(FormulaAlphabet)
    case mark(FormulaMark)
    /// `\underset{remark}{base}`.
    case remark(FormulaMark)
    case text
    case operatorName
    case fraction(hasBar: Bool)
    case root
    /// `\left`, `\right`.
    case fence
    case fenceEnd
    /// `\big` and the like: the bracket that follows, as it is.
    case size
    /// The next sign struck through.
    case negation
    case begin
    case end
    case newRow
    case stack
    case colour
    case value
    /// Says something about the layout that we decide by ourselves.
    case nothing
  }
  let name: String
  let meaning: Meaning
  /// What stands for it where there is nothing but ASCII.
  let ascii: String

  init(_ name: String, _ meaning: Meaning, ascii: String? = nil) {
    (self.name, self.meaning, self.ascii) = (name, meaning, ascii ?? name)
  }

  /// The row of a name without its backslash.
  static func named(_ name: String) -> FormulaCommand? { byName[name] }

  /// The row whose sign or letter a character is, typed directly.
  static func of(_ symbol: String) -> FormulaCommand? { bySymbol[symbol] }

  /// The names nearest to one that does not exist, with their backslashes.
  static func suggestions(for name: String) -> [String] {
    Suggestions.nearest(to: name, among: all.lazy.map(\.name).filter { $0.first?.isLetter == true }, limit: 3)
      .map { "\\" + $0 }
  }

  static let didYouMean = Words(
    en: "Did you mean {names}?", es: "¿Querías decir {names}?", pt: "Você quis dizer {names}?")

  static let all: [FormulaCommand] = letters + signs + words + layout

  private static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  private static let bySymbol = Dictionary(
    all.compactMap { row -> (String, FormulaCommand)? in
      switch row.meaning {
      case .letter(let text): (text, row)
      case .sign(let sign): (sign.text, row)
      default: nil
      }
    }, uniquingKeysWith: { first, _ in first })
}
