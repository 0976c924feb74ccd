// Reading values as what an operation needs: a tensor, one number, a whole number, one truth value.
import Diagnostics
import Graph
import TensorKit

extension Machine {
  /// Whether operators over tensors take the value as it is, other than a plain number or truth value.
  package func isTensorLike(_ value: Value) -> Bool {
    switch value {
    case .tensor, .cell, .series, .range: true
    default: false
    }
  }

  /// The value as a tensor of the present trace, where it is a number, a truth value, or anything that holds numbers.
  package func tensor(_ value: Value) throws -> Tensor {
    if let tensor = try tensorIfAny(value) { return tensor }
    try refuseEstimate(value)
    throw Fault(.needsTensor, ["kind": value.kindPhrase], notes: Machine.forgottenCall(value))
  }

  /// As `tensor`, but nil for a value that is no tensor.
  func tensorIfAny(_ value: Value) throws -> Tensor? {
    switch value {
    case .number(let number): try graph.scalar(number)
    case .truth(let truth): try graph.scalar(truth ? 1 : 0, .bool)
    case .tensor(let tensor): try tensor.tensor(in: graph)
    case .cell(let cell): try cell.parameter.tensor(in: graph)
    case .series(let series): try series.tensor(in: graph).tensor(in: graph)
    case .range(let range): try tensor(of: range)
    default: nil
    }
  }

  /// A range as the tensor of its numbers.
  private func tensor(of range: NumberRange) throws -> Tensor {
    try graph.record(Op.arange, [], attributes: [range.count], numbers: [range.start, range.step])
  }

  /// The tensor behind a value, where there is one.
  func tensorValue(_ value: Value) throws -> TensorValue? {
    switch value {
    case .tensor(let tensor): tensor
    case .cell(let cell):
      // While derivatives are recorded, the cell's own handle is what they are taken by.
      traceDepth == 0 ? TensorValue(cell.parameter.value) : TensorValue(try cell.parameter.tensor(in: graph))
    case .series(let series): try series.tensor(in: graph)
    case .range(let range): TensorValue(try tensor(of: range))
    default: nil
    }
  }

  /// The number that a value plainly is, at no cost: written out, or computed already and outside of a derivative.
  @inline(__always) func plainNumber(_ value: Value) -> Double? {
    switch value {
    case .number(let number): return number
    case .tensor(let tensor):
      guard traceDepth == 0, tensor.shape.rank == 0, tensor.dtype == .float64, let array = tensor.known else {
        return nil
      }
      return array.item
    default: return nil
    }
  }

  /// The value as one number. Looking at a tensor computes it.
  package func number(_ value: Value) throws -> Double {
    if case .number(let number) = value { return number }
    try refuseEstimate(value)
    guard isTensorLike(value), let tensor = try tensorValue(value), tensor.dtype != .bool, tensor.shape.count == 1,
      let number = try tensor.look().item
    else { throw Fault(.notOneNumber, ["found": description(value)], notes: Machine.forgottenCall(value)) }
    return number
  }

  /// The value as a whole number; `what` says in a message what it is for, such as "an index".
  package func whole(_ value: Value, what: Phrase, argument: Int? = nil) throws -> Int {
    func refused(_ found: Phrase) -> Fault {
      Fault(
        .notWhole, ["what": Machine.translated(what), "found": found], notes: Machine.forgottenCall(value),
        argument: argument)
    }
    if case .number(let number) = value, let whole = Int(exactly: number) { return whole }
    guard case .number = value else {
      try refuseEstimate(value, argument: argument)
      guard isTensorLike(value), let tensor = try tensorValue(value), tensor.dtype != .bool, tensor.shape.count == 1,
        let number = try tensor.look().item
      else { throw refused(description(value)) }
      return try whole(.number(number), what: what, argument: argument)
    }
    throw refused(description(value))
  }

  /// The value as one truth value. Looking at a tensor computes it.
  package func truth(_ value: Value) throws -> Bool {
    if case .truth(let truth) = value { return truth }
    if isTensorLike(value), let tensor = try tensorValue(value), tensor.dtype == .bool {
      guard tensor.shape.count == 1, let item = try tensor.look().item else {
        throw Fault(.severalTruths, ["shape": "\(tensor.shape)"])
      }
      return item != 0
    }
    try refuseEstimate(value)
    throw Fault(.conditionNotTruth, ["kind": description(value)], notes: Machine.forgottenCall(value))
  }

  /// What whole numbers are for, in words, where the machine says it with a bare word.
  private static func translated(_ what: Phrase) -> Phrase {
    guard case .text(let word) = what else { return what }
    switch word {
    case "start": return .words(Words(en: "the start", es: "el comienzo", pt: "o começo"))
    case "end": return .words(Words(en: "the end", es: "el final", pt: "o fim"))
    case "step": return .words(Words(en: "the step", es: "el paso", pt: "o passo"))
    case "size": return .words(Words(en: "a size", es: "un tamaño", pt: "um tamanho"))
    case "count": return .words(Words(en: "a count", es: "una cantidad", pt: "uma quantidade"))
    default: return what
    }
  }

  /// What a value is, shortly, for a message: a short number itself, the shape of a tensor, else its kind.
  package func description(_ value: Value) -> Phrase {
    switch value {
    case .number(let number): .text("`\(Display().number(number))`")
    case .tensor(let tensor) where tensor.shape.rank > 0: Machine.tensorPhrase(tensor.shape)
    case .cell(let cell) where cell.parameter.value.shape.rank > 0: Machine.tensorPhrase(cell.parameter.value.shape)
    default: value.kindPhrase
    }
  }

  private static func tensorPhrase(_ shape: Shape) -> Phrase {
    .words(
      Words(en: "a tensor of shape \(shape)", es: "un tensor de forma \(shape)", pt: "um tensor de forma \(shape)"))
  }

  /// A note for somebody who wrote `f` where `f(x)` was meant.
  package static func forgottenCall(_ value: Value) -> [Diagnostic.Note] {
    let name: String
    switch value {
    case .function(let function): name = function.name.isEmpty ? "f" : function.name
    case .model: name = "m"
    default: return []
    }
    return [
      Diagnostic.Note(
        Words(
          en: "A function gives its value when it is called: `{call}`.",
          es: "Una función da su valor cuando se la llama: `{call}`.",
          pt: "Uma função dá o seu valor quando é chamada: `{call}`."),
        ["call": .text("\(name)(x)")])
    ]
  }
}
