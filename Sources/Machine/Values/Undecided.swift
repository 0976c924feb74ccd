// What a comparison of estimates gives that their errors do not allow to decide.
import Diagnostics

/// A comparison that is neither true nor false: the bar of four standard errors is too wide to tell.
package final class Undecided: HostObject {
  package enum Reason: Sendable {
    /// The bar is wider than what is allowed.
    case wide
    /// Nothing was said to be allowed, and the bar is wider than a tenth of what is compared.
    case coarse
    /// The bar reaches across the end of what is allowed.
    case across
    /// The bar reaches across 0, so that either side may be the larger one.
    case sign
  }
  package let reason: Reason
  /// How far the two sides are apart, and four standard errors of that.
  package let difference: Double
  package let bar: Double
  /// What is allowed, or how narrow the bar would have to be.
  package let tolerance: Double
  /// How many samples there are, and about how many would do, where that can be told.
  package let count: Int
  package let needed: Int?

  init(_ reason: Reason, difference: Double, bar: Double, tolerance: Double, target: Double, count: Int) {
    self.reason = reason
    self.difference = difference
    self.bar = bar
    self.tolerance = tolerance
    self.count = count
    let ratio = bar / target
    let wanted = (Double(count) * ratio * ratio).rounded(.up)
    needed = wanted.isFinite && wanted < 1e12 ? Int(exactly: Undecided.rounded(wanted)) : nil
    super.init(holding: EmptyCollection<Value>())
  }

  /// Up to two digits: nobody needs 4,037 samples rather than 4,100.
  private static func rounded(_ wanted: Double) -> Double {
    var unit = 1.0
    while wanted / unit >= 100 { unit *= 10 }
    return (wanted / unit).rounded(.up) * unit
  }

  package override var kind: Words {
    Words(en: "an undecided comparison", es: "una comparación sin decidir", pt: "uma comparação sem decisão")
  }

  /// Why it is undecided.
  package func why(in language: Language, isPlain: Bool = false) -> String {
    let words: Words
    switch reason {
    case .wide:
      words = Words(
        en: "{sign} {bar} is wider than the tolerance {tolerance}", es: "{sign} {bar} supera la tolerancia {tolerance}",
        pt: "{sign} {bar} passa da tolerância {tolerance}")
    case .coarse:
      words = Words(
        en: "{sign} {bar} is wider than a tenth of what is compared, {tolerance}",
        es: "{sign} {bar} supera la décima parte de lo que se compara, {tolerance}",
        pt: "{sign} {bar} passa de um décimo do que se compara, {tolerance}")
    case .across:
      words = Words(
        en: "the difference {difference} {sign} {bar} may lie on either side of the tolerance {tolerance}",
        es: "la diferencia {difference} {sign} {bar} puede estar a un lado u otro de la tolerancia {tolerance}",
        pt: "a diferença {difference} {sign} {bar} pode estar de um lado ou do outro da tolerância {tolerance}")
    case .sign:
      words = Words(
        en: "the difference {difference} {sign} {bar} may have either sign",
        es: "la diferencia {difference} {sign} {bar} puede tener cualquiera de los dos signos",
        pt: "a diferença {difference} {sign} {bar} pode ter qualquer um dos dois sinais")
    }
    let display = Display(significant: 2, isPlain: isPlain)
    return words.filled(
      [
        "sign": .text(display.plusMinus), "bar": .text(display.number(bar)),
        "difference": .text(display.number(difference)), "tolerance": .text(display.number(tolerance)),
      ], in: language)
  }

  /// The fault of who takes it for a truth value.
  func fault(argument: Int?) -> Fault {
    let reason = Words(en: why(in: .en), es: why(in: .es), pt: why(in: .pt))
    return Fault(.undecidedTruth, ["reason": .words(reason)], notes: advice, argument: argument)
  }

  /// How it could be decided.
  package var advice: [Diagnostic.Note] {
    var notes: [Diagnostic.Note] = []
    if let needed, needed > count {
      notes.append(
        Diagnostic.Note(
          Words(
            en: "about {needed} samples would decide it, where now there are {count}; four times as many halve the bar",
            es:
              "con unas {needed} muestras se decidiría; ahora hay {count}, y con el cuádruple la barra se reduce a la mitad",
            pt:
              "com cerca de {needed} amostras se decidiria; agora há {count}, e com o quádruplo a barra cai pela metade"
          ),
          ["needed": "\(needed)", "count": "\(count)"]))
    }
    if reason != .sign {
      notes.append(
        Diagnostic.Note(
          Words(
            en: "so would a wider tolerance: `a ≈ b within …`",
            es: "también con una tolerancia mayor: `a ≈ b within …`",
            pt: "também com uma tolerância maior: `a ≈ b within …`")))
    }
    return notes
  }

  package override var description: String { "undecided: " + why(in: .en) }

  override func text(_ page: Page, column: Int) throws -> String {
    let word = Words(en: "undecided: ", es: "sin decidir: ", pt: "sem decisão: ")
    return word(page.display.language) + why(in: page.display.language, isPlain: page.display.isPlain)
  }
}
