// What figures say in the language of the session, and what their arguments must be, for messages.
import Diagnostics

enum FigureWords {
  // MARK: What an argument must be

  static let text = Words(en: "a text", es: "un texto", pt: "um texto")
  static let flag = Words(en: "`true` or `false`", es: "`true` o `false`", pt: "`true` ou `false`")
  static let vector = Words(
    en: "two numbers, a vector of shape [2]", es: "dos números, un vector de forma [2]",
    pt: "dois números, um vetor de forma [2]")
  static let number = Words(en: "a number", es: "un número", pt: "um número")
  static let numbers = Words(
    en: "one or a few numbers, such as `(1, 2)`", es: "uno o unos pocos números, como `(1, 2)`",
    pt: "um ou alguns números, como `(1, 2)`")
  static let span = Words(
    en: "two numbers, such as `(0, 1)`", es: "dos números, como `(0, 1)`", pt: "dois números, como `(0, 1)`")
  static let texts = Words(
    en: "texts, such as `(\"a\", \"b\")`", es: "textos, como `(\"a\", \"b\")`", pt: "textos, como `(\"a\", \"b\")`")
  static let groups = Words(
    en: "whole numbers or texts, one for each point", es: "números enteros o textos, uno por punto",
    pt: "números inteiros ou textos, um por ponto")
  static let levels = Words(
    en: "a number of lines from 1 to 50, or the heights themselves, such as `[0.5, 1, 2]`",
    es: "una cantidad de líneas de 1 a 50, o las alturas mismas, como `[0.5, 1, 2]`",
    pt: "uma quantidade de linhas de 1 a 50, ou as próprias alturas, como `[0.5, 1, 2]`")
  static let function = Words(
    en: "a function or a distribution", es: "una función o una distribución", pt: "uma função ou uma distribuição")

  static func whole(_ range: ClosedRange<Int>) -> Words {
    Words(
      en: "a whole number from \(range.lowerBound) to \(range.upperBound)",
      es: "un número entero de \(range.lowerBound) a \(range.upperBound)",
      pt: "um número inteiro de \(range.lowerBound) a \(range.upperBound)")
  }

  static let shape = Words(
    en: "the shape of one input, such as `[784]`", es: "la forma de una entrada, como `[784]`",
    pt: "a forma de uma entrada, como `[784]`")

  static func tensor(_ shape: [Int]) -> Words {
    Words(
      en: "a tensor of shape \(shape)", es: "un tensor de forma \(shape)", pt: "um tensor de forma \(shape)")
  }

  static func oneOf(_ words: [String]) -> Words {
    let quoted = words.map { "`\"\($0)\"`" }
    let list = quoted.dropLast().joined(separator: ", ")
    let last = quoted.last ?? ""
    return Words(en: "\(list) or \(last)", es: "\(list) o \(last)", pt: "\(list) ou \(last)")
  }

  // MARK: What figures draw

  static let curves = Words(
    en: "numbers or functions", es: "números o funciones", pt: "números ou funções")
  static let points = Words(
    en: "points: two tensors of n numbers, or one of shape [n, 2]",
    es: "puntos: dos tensores de n números, o uno de forma [n, 2]",
    pt: "pontos: dois tensores de n números, ou um de forma [n, 2]")
  static let values = Words(en: "numbers", es: "números", pt: "números")
  static let heights = Words(
    en: "heights: n numbers, or [n, k] for k bars side by side",
    es: "alturas: n números, o [n, k] para k barras lado a lado",
    pt: "alturas: n números, ou [n, k] para k barras lado a lado")
  static let matrix = Words(en: "a matrix", es: "una matriz", pt: "uma matriz")
  static let images = Words(en: "images", es: "imágenes", pt: "imagens")
  static let field = Words(
    en: "a function over the plane, or points and vectors of shape [n, 2]",
    es: "una función sobre el plano, o puntos y vectores de forma [n, 2]",
    pt: "uma função sobre o plano, ou pontos e vetores de forma [n, 2]")
  static let heightsOverPlane = Words(
    en: "a function over the plane, or a matrix", es: "una función sobre el plano, o una matriz",
    pt: "uma função sobre o plano, ou uma matriz")
  static let columns = Words(
    en: "columns with labels, such as `(d: [2, 4], error: [0.1, 0.05])`, or a matrix",
    es: "columnas con etiquetas, como `(d: [2, 4], error: [0.1, 0.05])`, o una matriz",
    pt: "colunas com rótulos, como `(d: [2, 4], error: [0.1, 0.05])`, ou uma matriz")
  static let column = Words(
    en: "n numbers, or a tuple of numbers and texts", es: "n números, o una tupla de números y textos",
    pt: "n números, ou uma tupla de números e textos")
  static let computation = Words(
    en: "the computation of a function", es: "el cálculo de una función", pt: "o cálculo de uma função")
  static let figures = Words(en: "figures", es: "figuras", pt: "figuras")

  /// The shapes that curves can have.
  static let curveShapes = Words(
    en: "[n] for a curve, or [n, k] for k of them", es: "[n] para una curva, o [n, k] para k de ellas",
    pt: "[n] para uma curva, ou [n, k] para k delas")
  static let listShape = Words(en: "[n]", es: "[n]", pt: "[n]")
  static let planeShape = Words(en: "[n, 2]", es: "[n, 2]", pt: "[n, 2]")
  static let matrixShape = Words(en: "[rows, columns]", es: "[filas, columnas]", pt: "[linhas, colunas]")

  // MARK: What is counted

  static let curveCount = Words(en: "curves", es: "curvas", pt: "curvas")
  static let groupCount = Words(en: "groups", es: "grupos", pt: "grupos")
  static let barCount = Words(en: "bars", es: "barras", pt: "barras")
  static let imageCount = Words(en: "images", es: "imágenes", pt: "imagens")
  static let rowCount = Words(en: "rows", es: "filas", pt: "linhas")
  static let columnCount = Words(en: "columns", es: "columnas", pt: "colunas")

  // MARK: What stands in figures

  static let step = Words(en: "step", es: "paso", pt: "passo")
  static let count = Words(en: "count", es: "cantidad", pt: "quantidade")
  static let density = Words(en: "density", es: "densidad", pt: "densidade")
  static let layer = Words(en: "layer", es: "capa", pt: "camada")
  static let output = Words(en: "output", es: "salida", pt: "saída")
  static let weights = Words(en: "weights", es: "pesos", pt: "pesos")
  static let parameters = Words(en: "parameters", es: "parámetros", pt: "parâmetros")
  static let total = Words(en: "total", es: "total", pt: "total")
  static let shared = Words(en: "shared", es: "compartidos", pt: "compartilhados")
  static let firstOf = Words(
    en: "the first {shown} of {count}", es: "las primeras {shown} de {count}", pt: "as primeiras {shown} de {count}")
  static let rowsOf = Words(
    en: "the first {shown} rows of {count}", es: "las primeras {shown} filas de {count}",
    pt: "as primeiras {shown} linhas de {count}")
}
