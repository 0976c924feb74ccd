// The core's errors in words: each case of `TensorError` as a diagnostic with its row, its values and its advice.
import Diagnostics
import TensorKit

/// Turns errors of tensors into diagnostics.
package enum TensorErrorWords {
  /// An operand of the failed operation, as far as the place of the error knows it.
  package struct Operand {
    /// Where it is written.
    package let span: Span
    /// What it is, where it is a tensor.
    package let shape: Shape?
    /// How the program writes it, such as `W` or `encode(x)`.
    package let text: String?

    package init(span: Span, shape: Shape?, text: String?) {
      self.span = span
      self.shape = shape
      self.text = text
    }
  }

  /// The diagnostic of an error at a place; `operands` in the order in which they are written.
  package static func diagnostic(for error: TensorError, at span: Span, operands: [Operand] = []) -> Diagnostic {
    let (row, values) = content(of: error)
    let shapes = ShapeAdvice(operands)
    var labels: [Diagnostic.Label] = []
    var notes: [Diagnostic.Note] = []
    var label: Diagnostic.Note?
    switch error {
    case .shapesDoNotMeet(let operation, let left, let right):
      labels = shapes.labels(left, right)
      if assigned(operation) == nil {
        label = ShapeAdvice.axesDiffer(left, right)
        notes = shapes.pairing(operation, left, right)
      }
    case .innerSizes(_, let left, let right):
      labels = shapes.labels(left, right)
      notes = shapes.product(left, right)
    case .wrongShape(let operation, let argument, let shape, let expected):
      notes = shapes.argument(operation, argument, shape, expected)
    case .cannotReshape(_, let from, let to):
      notes = ShapeAdvice.reshaping(from, to)
    case .axis(_, let axis, let rank) where rank > 0 && axis == rank:
      notes = [.init(lastAxis, ["last": "\(rank - 1)"])]
    case .precision(_, _, let found, let expected):
      notes = conversion(found, expected)
    case .unknownArgument(_, let argument, let known):
      let near = Suggestions.nearest(to: argument, among: known)
      if !near.isEmpty { notes = [.init(didYouMean, ["near": .choice(near)])] }
    default: break
    }
    var diagnostic = Diagnostic(row, at: span, values, labels: labels, notes: notes)
    diagnostic.label = label
    return diagnostic
  }

  /// The row of an error and what stands for its names.
  static func content(of error: TensorError) -> (DiagnosticRow, [String: Phrase]) {
    var values: [String: Phrase] = ["op": .text(error.operation.map(spelling) ?? "")]
    func with(_ row: DiagnosticRow, _ more: [String: Phrase]) -> (DiagnosticRow, [String: Phrase]) {
      (row, values.merging(more) { $1 })
    }
    switch error {
    case .shapesDoNotMeet(let operation, let left, let right):
      values["left"] = "\(left)"
      values["right"] = "\(right)"
      if let name = assigned(operation) { return with(.assignedShape, ["name": .text(name)]) }
      let (m, n) = ShapeAdvice.clash(left, right)
      return with(.shapesDoNotMeet, ["m": "\(m)", "n": "\(n)"])
    case .innerSizes(_, let left, let right):
      let (m, n) = ShapeAdvice.innerSizes(left, right)
      return with(.innerSizes, ["left": "\(left)", "right": "\(right)", "m": "\(m)", "n": "\(n)"])
    case .wrongShape(_, let argument, let shape, let expected):
      return with(
        .wrongShape,
        ["argument": .text(argument), "shape": "\(shape)", "expected": ShapeAdvice.wanted(expected, shape)])
    case .cannotReshape(_, let from, let to):
      return with(
        .cannotReshape, ["from": "\(from)", "to": "\(to)", "count": "\(from.count)", "needed": "\(to.count)"])
    case .axis(_, let axis, let rank):
      return with(
        .noSuchAxis, ["axis": "\(axis)", "tensor": .words(tensor(ofRank: rank)), "valid": .words(axes(rank))])
    case .repeatedAxis(_, let axis):
      return with(.repeatedAxis, ["axis": "\(axis)"])
    case .index(_, let index, let size, let axis):
      return with(
        .indexOutside,
        ["index": "\(index)", "axis": "\(axis)", "size": "\(size)", "valid": .words(indices(size))])
    case .precision(_, let argument, let found, let expected):
      return with(
        .wrongPrecision,
        ["argument": .text(argument), "found": .words(elements(found)), "expected": elements(named: expected)])
    case .emptyReduction(_, let shape):
      return with(.emptyReduction, ["shape": "\(shape)"])
    case .rank(_, let rank):
      return with(.tooManyAxes, ["rank": "\(rank)", "limit": "\(Shape.maximumRank)"])
    case .singular(_, let pivot):
      return with(.singularMatrix, ["pivot": "\(pivot)"])
    case .notPositiveDefinite(_, let order):
      return with(.notPositiveDefinite, ["order": "\(order)"])
    case .notConverged: return with(.notConverged, [:])
    case .outOfMemory(_, let bytes, let inUse, let budget):
      let free = budget > inUse ? budget - inUse : 0
      return with(
        .outOfMemory, ["bytes": .text(size(bytes)), "free": .text(size(free)), "budget": .text(size(budget))])
    case .cancelled: return with(.stopped, [:])
    case .option(_, let argument, let found, let expected):
      return with(
        .wrongOption,
        ["argument": .text(argument), "found": Phrasebook.phrase(found), "expected": Phrasebook.phrase(expected)])
    case .missingArgument(_, let argument):
      return with(.missingArgument, ["argument": .text(argument)])
    case .unknownArgument(_, let argument, let known):
      return with(
        .unknownArgument, ["argument": .text(argument), "known": known.isEmpty ? .words(none) : .choice(known)])
    case .tooManyArguments(_, let count, let allowed):
      return with(.tooManyArguments, ["count": "\(count)", "allowed": "\(allowed)"])
    case .kind(_, let argument, let expected):
      return with(.wrongKind, ["argument": .text(argument), "expected": Phrasebook.phrase(expected)])
    case .foreignTensor: return with(.foreignTensor, [:])
    case .endedTensor: return with(.endedTensor, [:])
    case .notDifferentiable("drawn", let form):
      return form.isEmpty ? with(.throughRigidDraw, [:]) : with(.throughDraw, ["form": .text(form)])
    case .notDifferentiable(_, let reason):
      return with(.notDifferentiable, ["reason": Phrasebook.phrase(reason)])
    case .cannotLook(let reason):
      return with(.cannotLook, ["reason": Phrasebook.phrase(reason)])
    case .graphTooLarge(let limit):
      return with(.graphTooLarge, ["limit": "\(limit)"])
    case .notScalar(_, let shape):
      return with(.notScalar, ["shape": "\(shape)"])
    case .structure(_, let reason):
      return with(.doesNotBelong, ["reason": Phrasebook.phrase(reason)])
    }
  }
}

// What stands for a tensor, its axes, its elements and its bytes.
extension TensorErrorWords {
  /// What a tensor with so many axes is called.
  static func tensor(ofRank rank: Int) -> Words {
    switch rank {
    case 0: Words(en: "a single number", es: "un solo número", pt: "um único número")
    case 1: Words(en: "a vector", es: "un vector", pt: "um vetor")
    case 2: Words(en: "a matrix", es: "una matriz", pt: "uma matriz")
    default: Words(en: "a tensor of \(rank) axes", es: "un tensor de \(rank) ejes", pt: "um tensor de \(rank) eixos")
    }
  }

  /// Which axes there are.
  static func axes(_ rank: Int) -> Words {
    switch rank {
    case 0: Words(en: "it has no axes", es: "no tiene ejes", pt: "não tem eixos")
    case 1: Words(en: "it has only axis 0", es: "solo tiene el eje 0", pt: "só tem o eixo 0")
    case 2: Words(en: "it has the axes 0 and 1", es: "tiene los ejes 0 y 1", pt: "tem os eixos 0 e 1")
    default:
      Words(
        en: "it has the axes 0 to \(rank - 1)", es: "tiene los ejes 0 a \(rank - 1)", pt: "tem os eixos 0 a \(rank - 1)"
      )
    }
  }

  /// Which indices there are.
  static func indices(_ size: Int) -> Words {
    switch size {
    case ...0: Words(en: "this axis is empty", es: "este eje está vacío", pt: "este eixo está vazio")
    case 1: Words(en: "the only index is 0", es: "el único índice es 0", pt: "o único índice é 0")
    case 2: Words(en: "the indices are 0 and 1", es: "los índices son 0 y 1", pt: "os índices são 0 e 1")
    default:
      Words(
        en: "the indices are 0 to \(size - 1)", es: "los índices van de 0 a \(size - 1)",
        pt: "os índices vão de 0 a \(size - 1)")
    }
  }

  /// What elements of a type are called.
  static func elements(_ type: DType) -> Words {
    switch type {
    case .float32, .float64: Words(en: "\(type) numbers", es: "números \(type)", pt: "números \(type)")
    case .int: Words(en: "whole numbers (int)", es: "números enteros (int)", pt: "números inteiros (int)")
    case .bool: Words(en: "truth values (bool)", es: "valores de verdad (bool)", pt: "valores lógicos (bool)")
    }
  }

  /// What the wanted elements are called.
  static func elements(named expected: String) -> Phrase {
    if let type = DType.allCases.first(where: { $0.description == expected }) { return .words(elements(type)) }
    switch expected {
    case "a number", "numbers": return .words(Words(en: "numbers", es: "números", pt: "números"))
    case "a floating type":
      return .words(
        Words(en: "floating-point numbers", es: "números de coma flotante", pt: "números de ponto flutuante"))
    default: return Phrasebook.phrase(expected)
    }
  }

  /// A number of bytes in the largest unit that leaves at least 1.
  static func size(_ bytes: Int) -> String {
    var (value, unit) = (Double(max(0, bytes)), 0)
    let units = ["B", "kB", "MB", "GB", "TB", "PB", "EB"]
    while value >= 1000 && unit + 1 < units.count { (value, unit) = (value / 1000, unit + 1) }
    if unit == 0 || value >= 10 { return "\(Int(value.rounded())) \(units[unit])" }
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) \(units[unit])"
  }

  /// How elements become what is wanted.
  static func conversion(_ found: DType, _ expected: String) -> [Diagnostic.Note] {
    switch (found, expected) {
    case (_, "bool"): [.init(askQuestion)]
    case (.float32, "int"), (.float64, "int"): [.init(convert, ["call": "int(…)"])]
    case (.bool, _), (.int, _): [.init(convert, ["call": expected == "int" ? "int(…)" : "float64(…)"])]
    case (_, "float32"), (_, "float64"): [.init(convert, ["call": .text("\(expected)(…)")])]
    default: []
    }
  }

  private static let none = Words(en: "none", es: "ninguno", pt: "nenhum")
  private static let didYouMean = Words(
    en: "did you mean {near}?", es: "¿quisiste decir {near}?", pt: "você quis dizer {near}?")
  private static let lastAxis = Words(
    en: "counted from 0, the last axis is {last}", es: "contando desde 0, el último eje es el {last}",
    pt: "contando a partir de 0, o último eixo é o {last}")
  private static let askQuestion = Words(
    en: "a comparison such as `x > 0` gives truth values", es: "una comparación como `x > 0` da valores de verdad",
    pt: "uma comparação como `x > 0` dá valores lógicos")
  private static let convert = Words(
    en: "`{call}` converts it", es: "`{call}` lo convierte", pt: "`{call}` faz a conversão")
}
