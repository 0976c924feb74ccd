// What a value is, in words for messages.
import Diagnostics

extension Value {
  /// What kind of value it is: "a number", "a tuple".
  package var kind: Words {
    switch self {
    case .nothing: Words(en: "nothing (an empty value)", es: "nada (un valor vacío)", pt: "nada (um valor vazio)")
    case .number: Words(en: "a number", es: "un número", pt: "um número")
    case .truth: Words(en: "a truth value", es: "un valor de verdad", pt: "um valor lógico")
    case .text: Words(en: "a text", es: "un texto", pt: "um texto")
    case .tensor(let tensor): Value.tensorKind(rank: tensor.shape.rank, isTruth: tensor.dtype == .bool)
    case .tuple: Words(en: "a tuple", es: "una tupla", pt: "uma tupla")
    case .range: Words(en: "a range", es: "un rango", pt: "um intervalo")
    case .function: Words(en: "a function", es: "una función", pt: "uma função")
    case .model: Words(en: "a model", es: "un modelo", pt: "um modelo")
    case .cell(let cell):
      cell.isState
        ? Words(en: "a state", es: "un estado", pt: "um estado")
        : Words(en: "a parameter", es: "un parámetro", pt: "um parâmetro")
    case .series: Words(en: "a recorded series", es: "una serie registrada", pt: "uma série registrada")
    case .optimizer: Words(en: "an optimizer", es: "un optimizador", pt: "um otimizador")
    case .host(let object): object.kind
    }
  }

  private static func tensorKind(rank: Int, isTruth: Bool) -> Words {
    switch (rank, isTruth) {
    case (0, false): Words(en: "a number", es: "un número", pt: "um número")
    case (0, true): Words(en: "a truth value", es: "un valor de verdad", pt: "um valor lógico")
    case (_, false): Words(en: "a tensor", es: "un tensor", pt: "um tensor")
    case (_, true):
      Words(en: "a tensor of truth values", es: "un tensor de valores de verdad", pt: "um tensor de valores lógicos")
    }
  }

  /// The kind, to be put into a sentence.
  package var kindPhrase: Phrase { .words(kind) }
}
