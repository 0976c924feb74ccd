// The usual slips of somebody who writes a derivation, and how the repair of each is said.
import Diagnostics

/// What kind of slip a repair mends.
package enum SlipKind: String, Sendable, CaseIterable {
  /// The sign of a term.
  case sign
  /// A ½, a 2 or another factor is missing.
  case missingFactor
  /// A factor or divisor is too many.
  case surplusFactor
  /// The arguments of a call changed places.
  case arguments
  /// The sides of a difference or of a quotient changed places.
  case operands
  /// A product for a quotient or for a sum, or the other way round.
  case `operator`
  /// A matrix for its transpose.
  case transpose
  /// The logarithm of the inverse.
  case inverse
  /// A sum for a mean, a mean for a sum, or another function's sibling.
  case function
  case missingTerm
  case surplusTerm
  /// One name for another.
  case name
  /// A function, such as a logarithm, is missing.
  case missingFunction
  /// A function, such as a logarithm, is too many.
  case surplusFunction
  /// A square or a root is missing or too many.
  case power
  /// `p` where `1 - p` was meant, or the other way round.
  case complement
  /// One number for another.
  case constant

  /// What repairs it; `{part}` is what the line has, `{repair}` what mends it.
  package var words: Words {
    switch self {
    case .sign:
      Words(
        en: "the sign of the term `{part}`: {repair} repairs it",
        es: "el signo del término `{part}`: con {repair} se arregla",
        pt: "o sinal do termo `{part}`: com {repair} fica certo")
    case .missingFactor:
      Words(
        en: "a factor is missing at `{part}`: `{repair}` repairs it",
        es: "falta un factor en `{part}`: con `{repair}` se arregla",
        pt: "falta um fator em `{part}`: com `{repair}` fica certo")
    case .surplusFactor:
      Words(
        en: "a factor too many in `{part}`: `{repair}` repairs it",
        es: "sobra un factor en `{part}`: con `{repair}` se arregla",
        pt: "sobra um fator em `{part}`: com `{repair}` fica certo")
    case .arguments:
      Words(
        en: "the arguments of `{part}` are the wrong way round: `{repair}` repairs it",
        es: "los argumentos de `{part}` están al revés: con `{repair}` se arregla",
        pt: "os argumentos de `{part}` estão trocados: com `{repair}` fica certo")
    case .operands:
      Words(
        en: "the two sides of `{part}` are the wrong way round: `{repair}` repairs it",
        es: "los dos lados de `{part}` están al revés: con `{repair}` se arregla",
        pt: "os dois lados de `{part}` estão trocados: com `{repair}` fica certo")
    case .operator:
      Words(
        en: "one operation for another in `{part}`: `{repair}` repairs it",
        es: "una operación en lugar de otra en `{part}`: con `{repair}` se arregla",
        pt: "uma operação no lugar de outra em `{part}`: com `{repair}` fica certo")
    case .transpose:
      Words(
        en: "a matrix was taken for its transpose in `{part}`: `{repair}` repairs it",
        es: "en `{part}` se confundió una matriz con su traspuesta: con `{repair}` se arregla",
        pt: "em `{part}` uma matriz foi confundida com a sua transposta: com `{repair}` fica certo")
    case .inverse:
      Words(
        en: "`{part}` takes the logarithm of the inverse: `{repair}` repairs it",
        es: "`{part}` toma el logaritmo del inverso: con `{repair}` se arregla",
        pt: "`{part}` toma o logaritmo do inverso: com `{repair}` fica certo")
    case .function:
      Words(
        en: "one function for another in `{part}`: `{repair}` repairs it",
        es: "una función en lugar de otra en `{part}`: con `{repair}` se arregla",
        pt: "uma função no lugar de outra em `{part}`: com `{repair}` fica certo")
    case .missingTerm:
      Words(
        en: "a term of the line before is missing: `{repair}` repairs it",
        es: "falta un término de la línea anterior: con `{repair}` se arregla",
        pt: "falta um termo da linha anterior: com `{repair}` fica certo")
    case .surplusTerm:
      Words(
        en: "the term `{part}` is one too many: without it the line holds",
        es: "sobra el término `{part}`: sin él la línea se cumple",
        pt: "sobra o termo `{part}`: sem ele a linha vale")
    case .name:
      Words(
        en: "one name for another in `{part}`: `{repair}` repairs it",
        es: "un nombre en lugar de otro en `{part}`: con `{repair}` se arregla",
        pt: "um nome no lugar de outro em `{part}`: com `{repair}` fica certo")
    case .missingFunction:
      Words(
        en: "a function is missing around `{part}`: `{repair}` repairs it",
        es: "falta una función alrededor de `{part}`: con `{repair}` se arregla",
        pt: "falta uma função em volta de `{part}`: com `{repair}` fica certo")
    case .surplusFunction:
      Words(
        en: "a function too many in `{part}`: `{repair}` repairs it",
        es: "sobra una función en `{part}`: con `{repair}` se arregla",
        pt: "sobra uma função em `{part}`: com `{repair}` fica certo")
    case .power:
      Words(
        en: "a square or a root in `{part}`: `{repair}` repairs it",
        es: "un cuadrado o una raíz en `{part}`: con `{repair}` se arregla",
        pt: "um quadrado ou uma raiz em `{part}`: com `{repair}` fica certo")
    case .complement:
      Words(
        en: "the complement of `{part}` was meant: `{repair}` repairs it",
        es: "se trataba del complemento de `{part}`: con `{repair}` se arregla",
        pt: "tratava-se do complemento de `{part}`: com `{repair}` fica certo")
    case .constant:
      Words(
        en: "a number in `{part}`: `{repair}` repairs it",
        es: "un número en `{part}`: con `{repair}` se arregla",
        pt: "um número em `{part}`: com `{repair}` fica certo")
    }
  }

  /// What repairs the sign of a term.
  static func sign(isMinus: Bool) -> Words {
    isMinus
      ? Words(en: "a minus", es: "un menos", pt: "um sinal de menos")
      : Words(en: "a plus", es: "un más", pt: "um sinal de mais")
  }
}
