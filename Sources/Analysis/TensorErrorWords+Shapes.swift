// Why two shapes do not fit, and the usual slips behind it: transposed, swapped, a forgotten axis, `*` for `@`.
import Diagnostics
import TensorKit

/// Looks at shapes that met for what was probably meant. Nothing is offered that would not fit.
struct ShapeAdvice {
  private let operands: [TensorErrorWords.Operand]
  /// Operands in advice are written as in the program where they are short, else by these letters.
  private let longestText = 24

  init(_ operands: [TensorErrorWords.Operand]) { self.operands = operands }

  /// Labels that say which operand has which shape.
  func labels(_ left: Shape, _ right: Shape) -> [Diagnostic.Label] {
    guard operands.count == 2, operands[0].shape == left, operands[1].shape == right else { return [] }
    return zip(operands, [left, right]).map { .init($0.span, ShapeAdvice.thisIs, ["shape": "\($1)"]) }
  }

  /// The first pair of sizes, from the right, that cannot be paired.
  static func clash(_ left: Shape, _ right: Shape) -> (Int, Int) {
    for (m, n) in zip(left.dims.reversed(), right.dims.reversed()) where m != n && m != 1 && n != 1 { return (m, n) }
    // Where nothing may stretch, the first sizes that differ, or the numbers of axes.
    for (m, n) in zip(left.dims.reversed(), right.dims.reversed()) where m != n { return (m, n) }
    return (left.rank, right.rank)
  }

  /// What to say under the place where all sizes agree, but one side has more axes.
  static func axesDiffer(_ left: Shape, _ right: Shape) -> Diagnostic.Note? {
    guard zip(left.dims.reversed(), right.dims.reversed()).allSatisfy({ $0 == $1 }) else { return nil }
    return .init(numbersOfAxes, ["m": "\(left.rank)", "n": "\(right.rank)"])
  }

  /// The sizes a matrix product sums over.
  static func innerSizes(_ left: Shape, _ right: Shape) -> (Int, Int) {
    (left.dims.last ?? 1, right.rank >= 2 ? right.dims[right.rank - 2] : right.dims.last ?? 1)
  }

  /// The shape of a matrix product, if there is one.
  static func product(_ left: Shape, _ right: Shape) -> Shape? {
    guard left.rank >= 1, right.rank >= 1 else { return nil }
    let (m, n) = innerSizes(left, right)
    guard m == n else { return nil }
    let outer = Shape(Array(left.dims.dropLast(2))).broadcast(with: Shape(Array(right.dims.dropLast(2))))
    guard let outer else { return nil }
    let rows = left.rank >= 2 ? [left.dims[left.rank - 2]] : []
    let columns = right.rank >= 2 ? [right.dims[right.rank - 1]] : []
    return Shape(outer.dims + rows + columns)
  }

  /// What would fit in place of a matrix product.
  func product(_ left: Shape, _ right: Shape) -> [Diagnostic.Note] {
    let (a, b) = (name(0, true), name(1, true))
    var tries: [(String, Shape?)] = []
    let (turnedLeft, turnedRight) = (transposed(left), transposed(right))
    if let turnedLeft { tries.append(("\(a).T @ \(b)", Self.product(turnedLeft, right))) }
    if let turnedRight { tries.append(("\(a) @ \(b).T", Self.product(left, turnedRight))) }
    tries.append(("\(b) @ \(a)", Self.product(right, left)))
    if let turnedLeft, let turnedRight, tries.allSatisfy({ $0.1 == nil }) {
      tries.append(("\(a).T @ \(b).T", Self.product(turnedLeft, turnedRight)))
    }
    var notes = fitting(tries)
    if left.rank > 0, let shape = left.broadcast(with: right), left.rank == right.rank {
      notes.append(.init(Self.elementwise, ["code": "\(a) * \(b)", "shape": "\(shape)"]))
    }
    return notes + flattened(left, right, a)
  }

  /// A picture that should be one long row: [n, 28, 28] before a matrix of 784 rows.
  private func flattened(_ left: Shape, _ right: Shape, _ a: String) -> [Diagnostic.Note] {
    let (_, n) = Self.innerSizes(left, right)
    guard right.rank == 2, left.rank >= 2, n > 1 else { return [] }
    for kept in 0..<(left.rank - 1) where Shape(Array(left.dims.dropFirst(kept))).count == n {
      let shape = Shape(Array(left.dims.prefix(kept)) + [n])
      return [.init(Self.flatten, ["code": "reshape(\(a), \(shape))"])]
    }
    return []
  }

  /// What would fit in place of an operation element by element.
  func pairing(_ operation: String, _ left: Shape, _ right: Shape) -> [Diagnostic.Note] {
    let symbol = TensorErrorWords.spelling(of: operation)
    let isSymbol = TensorErrorWords.isInfix(symbol)
    let (a, b) = (name(0, isSymbol), name(1, isSymbol))
    let write = { (x: String, y: String) in isSymbol ? "\(x) \(symbol) \(y)" : "\(operation)(\(x), \(y))" }
    var notes: [Diagnostic.Note] = []
    if operation == "multiply", left.rank + right.rank > 2, let shape = Self.product(left, right) {
      notes.append(.init(Self.matrixProduct, ["code": "\(a) @ \(b)", "shape": "\(shape)"]))
    }
    var tries: [(String, Shape?)] = []
    if let turned = transposed(left), turned.rank == right.rank {
      tries.append((write("\(a).T", b), turned.broadcast(with: right)))
    }
    if tries.allSatisfy({ $0.1 == nil }), let turned = transposed(right), turned.rank == left.rank {
      tries.append((write(a, "\(b).T"), left.broadcast(with: turned)))
    }
    notes += fitting(tries)
    if let axis = missingAxis(of: right, beside: left) {
      notes.append(.init(Self.forgottenAxis, ["code": .text(write(a, "expand(\(name(1, false)), axis: \(axis))"))]))
    } else if let axis = missingAxis(of: left, beside: right) {
      notes.append(.init(Self.forgottenAxis, ["code": .text(write("expand(\(name(0, false)), axis: \(axis))", b))]))
    }
    return notes + squeezed(write, left, right, a, b) + everyPair(operation, left, right)
  }

  /// [n] beside [n, 1], where nothing may be stretched.
  private func squeezed(_ write: (String, String) -> String, _ left: Shape, _ right: Shape, _ a: String, _ b: String)
    -> [Diagnostic.Note]
  {
    if right.rank == left.rank + 1, right.dims == left.dims + [1] {
      return [.init(Self.extraAxis, ["code": .text(write(a, "squeeze(\(name(1, false)), axis: -1)"))])]
    }
    if left.rank == right.rank + 1, left.dims == right.dims + [1] {
      return [.init(Self.extraAxis, ["code": .text(write("squeeze(\(name(0, false)), axis: -1)", b))])]
    }
    return []
  }

  /// Two vectors of different lengths: perhaps every pair was meant.
  private func everyPair(_ operation: String, _ left: Shape, _ right: Shape) -> [Diagnostic.Note] {
    guard operation == "multiply", left.rank == 1, right.rank == 1 else { return [] }
    let code = "outer(\(name(0, false)), \(name(1, false)))"
    return [.init(Self.outer, ["code": .text(code), "shape": "\(Shape(left.dims + right.dims))"])]
  }

  /// Where an axis of size 1 would have to go so that a smaller shape fits beside a larger one: a number for each row.
  private func missingAxis(of small: Shape, beside large: Shape) -> Int? {
    guard small.rank >= 1, large.rank == small.rank + 1 else { return nil }
    for axis in (1...small.rank).reversed() {
      let widened = Shape(Array(small.dims[..<axis]) + [1] + Array(small.dims[axis...]))
      if widened.broadcast(with: large) != nil { return axis }
    }
    return nil
  }

  /// An argument with an axis too few or too many.
  func argument(_ operation: String, _ argument: String, _ shape: Shape, _ expected: String) -> [Diagnostic.Note] {
    let text = operands.first { $0.shape == shape }?.text.flatMap { $0.count <= longestText ? $0 : nil } ?? argument
    if expected.contains("square matrix") && shape.rank == 2 {
      return [.init(Self.square, ["rows": "\(shape.dims[0])", "columns": "\(shape.dims[1])"])]
    }
    let wanted = expected.hasPrefix("[") ? expected.prefix { $0 != "]" }.split(separator: ",").count : nil
    if let wanted, shape.rank + 1 == wanted, expected.hasPrefix("[N,") {
      return [.init(Self.forgottenBatch, ["code": .text("expand(\(text), axis: 0)")])]
    }
    if let wanted, shape.rank + 2 == wanted, expected.hasPrefix("[N,") {
      let full = Shape([1, 1] + shape.dims)
      return [.init(Self.forgottenBatch, ["code": .text("reshape(\(text), \(full))")])]
    }
    return []
  }

  /// What a shape must be, without a bound on sizes that all of them keep.
  static func wanted(_ expected: String, _ shape: Shape) -> Phrase {
    let bound = ", with sizes below "
    guard let range = expected.firstRange(of: bound), let limit = Int(expected[range.upperBound...]),
      shape.dims.allSatisfy({ $0 < limit })
    else { return Phrasebook.phrase(expected) }
    return Phrasebook.phrase(String(expected[..<range.lowerBound]))
  }

  /// A shape near the wanted one that holds the elements.
  static func reshaping(_ from: Shape, _ to: Shape) -> [Diagnostic.Note] {
    for axis in to.dims.indices.reversed() {
      let others = to.replacing(axis: axis, with: 1).count
      guard others > 0, others < Int.max, from.count.isMultiple(of: others), from.count > 0 else { continue }
      return [.init(wouldFit, ["shape": "\(to.replacing(axis: axis, with: from.count / others))"])]
    }
    return []
  }

  private func fitting(_ tries: [(String, Shape?)]) -> [Diagnostic.Note] {
    let found = tries.compactMap { code, shape in shape.map { (code, $0) } }.prefix(2)
    return found.map { .init(Self.fits, ["code": .text($0), "shape": "\($1)"]) }
  }

  private func transposed(_ shape: Shape) -> Shape? {
    shape.rank == 2 && shape.dims[0] != shape.dims[1] ? Shape(shape.dims.reversed()) : nil
  }

  /// An operand as advice writes it: in brackets where an operator stands beside something composed.
  private func name(_ index: Int, _ besideOperator: Bool) -> String {
    let letter = index == 0 ? "a" : "b"
    guard operands.count == 2, let text = operands[index].text, text.count <= longestText, !text.contains("\n") else {
      return letter
    }
    let isSimple = text.allSatisfy { $0.isLetter || $0.isNumber || "_.′'".contains($0) }
    return isSimple || !besideOperator || isEnclosed(text) ? text : "(\(text))"
  }

  /// Whether a text is a name with brackets, or brackets alone, that close at its end: `f(x)`, `[1, 2]`.
  private func isEnclosed(_ text: String) -> Bool {
    guard let last = text.last, ")]".contains(last) else { return false }
    var depth = 0
    let start = text.firstIndex { "([".contains($0) } ?? text.startIndex
    guard text[..<start].allSatisfy({ $0.isLetter || $0.isNumber || "_.′'".contains($0) }) else { return false }
    for index in text[start...].indices {
      if "([".contains(text[index]) { depth += 1 }
      if ")]".contains(text[index]) { depth -= 1 }
      if depth == 0 { return text.index(after: index) == text.endIndex }
    }
    return false
  }
}

// What advice says.
extension ShapeAdvice {
  private static let numbersOfAxes = Words(
    en: "here the numbers of axes differ: {m} and {n}", es: "aquí el número de ejes es distinto: {m} y {n}",
    pt: "aqui o número de eixos é diferente: {m} e {n}")
  private static let thisIs = Words(en: "this is {shape}", es: "esto es {shape}", pt: "isto é {shape}")
  private static let fits = Words(
    en: "`{code}` fits, and gives {shape}", es: "`{code}` sí encaja, y da {shape}", pt: "`{code}` encaixa, e dá {shape}"
  )
  private static let elementwise = Words(
    en: "`{code}` multiplies element by element, and gives {shape}",
    es: "`{code}` multiplica elemento a elemento, y da {shape}",
    pt: "`{code}` multiplica elemento a elemento, e dá {shape}")
  private static let matrixProduct = Words(
    en: "`*` goes element by element; the matrix product is `{code}`, and gives {shape}",
    es: "`*` va elemento a elemento; el producto de matrices es `{code}`, y da {shape}",
    pt: "`*` vai elemento a elemento; o produto de matrizes é `{code}`, e dá {shape}")
  private static let outer = Words(
    en: "for every pair of elements there is `{code}`, which gives {shape}",
    es: "para todos los pares de elementos está `{code}`, que da {shape}",
    pt: "para todos os pares de elementos existe `{code}`, que dá {shape}")
  private static let forgottenAxis = Words(
    en: "one number for each row needs an axis of size 1: `{code}`",
    es: "un número por fila necesita un eje de tamaño 1: `{code}`",
    pt: "um número por linha precisa de um eixo de tamanho 1: `{code}`")
  private static let extraAxis = Words(
    en: "the axis of size 1 is one too many: `{code}`", es: "el eje de tamaño 1 está de más: `{code}`",
    pt: "o eixo de tamanho 1 está sobrando: `{code}`")
  private static let flatten = Words(
    en: "to make each picture one row, write `{code}`", es: "para que cada imagen sea una fila, escribe `{code}`",
    pt: "para que cada imagem seja uma linha, escreva `{code}`")
  private static let forgottenBatch = Words(
    en: "for a single one, add the missing axes in front: `{code}`",
    es: "si es una sola, añade delante los ejes que faltan: `{code}`",
    pt: "se for uma só, acrescente na frente os eixos que faltam: `{code}`")
  private static let square = Words(
    en: "a square matrix has as many rows as columns; this one has {rows} and {columns}",
    es: "una matriz cuadrada tiene tantas filas como columnas; esta tiene {rows} y {columns}",
    pt: "uma matriz quadrada tem tantas linhas quantas colunas; esta tem {rows} e {columns}")
  private static let wouldFit = Words(
    en: "{shape} would fit", es: "{shape} sí encajaría", pt: "{shape} encaixaria")
}
