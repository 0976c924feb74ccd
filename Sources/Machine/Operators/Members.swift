// `value.name`: labels of tuples, members of models, and what tensors know of themselves.
import Diagnostics
import Graph
import TensorKit

extension Machine {
  /// `value.name`.
  package func member(_ value: Value, _ name: String) throws -> Value {
    switch value {
    case .tuple(let tuple):
      if let element = tuple[name] { return element }
      if name == "count" { return .number(Double(tuple.elements.count)) }
      throw noMember(value, name, among: tuple.labels.compactMap { $0 } + ["count"])
    case .model(let model):
      if let member = model[name] { return member }
      throw noMember(value, name, among: model.members.map(\.name))
    case .text(let text):
      if name == "count" { return .number(Double(text.string.count)) }
      throw noMember(value, name, among: ["count"])
    case .function(let function):
      if name == "name" { return .text(Text(function.name)) }
      throw noMember(value, name, among: ["name"])
    case .optimizer(let recipe):
      if let setting = recipe.optimizer.settings[name] { return .number(setting) }
      if name == "name" { return .text(Text(recipe.optimizer.spec.name)) }
      throw noMember(value, name, among: recipe.optimizer.spec.settings.map(\.name) + ["name"])
    case .host(let object):
      if let member = try object.member(name, in: self) { return member }
      throw noMember(value, name, among: object.memberNames)
    case .range(let range):
      switch name {
      case "start": return .number(range.start)
      case "end": return .number(range.end)
      case "step": return .number(range.step)
      default: break
      }
    case .nothing: throw noMember(value, name, among: [])
    case .number, .truth, .tensor, .cell, .series: break
    }
    return try tensorMember(value, name)
  }

  private func tensorMember(_ value: Value, _ name: String) throws -> Value {
    guard let (shape, dtype) = try sort(value) else { throw noMember(value, name, among: []) }
    switch name {
    case "T": return try transposed(value, shape)
    case "shape": return Machine.shapeValue(shape)
    case "rank": return .number(Double(shape.rank))
    case "count": return .number(Double(shape.count))
    case "precision": return .text(Text(dtype.description))
    default:
      var known = ["T", "shape", "rank", "count", "precision"]
      if case .range = value { known += ["start", "end", "step"] }
      throw noMember(value, name, among: known)
    }
  }

  /// The shape and precision of a value that operators take as a tensor.
  func sort(_ value: Value) throws -> (shape: Shape, dtype: DType)? {
    switch value {
    case .number: (.scalar, .float64)
    case .truth: (.scalar, .bool)
    case .tensor(let tensor): (tensor.shape, tensor.dtype)
    case .cell(let cell): (cell.parameter.value.shape, cell.parameter.value.dtype)
    case .series(let series): (Shape([series.count] + series.shape.dims), series.dtype)
    case .range(let range): (Shape([range.count]), .float64)
    case .host(let object): object.sort
    default: nil
    }
  }

  /// A shape as a tuple of numbers; a single number's is empty.
  package static func shapeValue(_ shape: Shape) -> Value {
    shape.rank == 0 ? .nothing : .tuple(Tuple(shape.dims.map { .number(Double($0)) }))
  }

  private func transposed(_ value: Value, _ shape: Shape) throws -> Value {
    guard shape.rank >= 2 else {
      throw Fault(.transposeNeedsMatrix, ["found": description(value)], argument: 0)
    }
    let order = Array(0..<(shape.rank - 2)) + [shape.rank - 1, shape.rank - 2]
    return .tensor(TensorValue(try graph.record(Op.permute, [tensor(value)], attributes: order)))
  }

  private func noMember(_ value: Value, _ name: String, among known: [String]) -> Fault {
    var notes: [Diagnostic.Note] = []
    let near = Suggestions.nearest(to: name, among: known)
    if globals[name]?.kind == .library {
      notes.append(
        Diagnostic.Note(
          Words(
            en: "Functions are written before their values: `{name}(x)`.",
            es: "Las funciones se escriben delante de sus valores: `{name}(x)`.",
            pt: "As funções se escrevem antes dos seus valores: `{name}(x)`."), ["name": .text(name)]))
    } else if !near.isEmpty {
      notes.append(
        Diagnostic.Note(
          Words(en: "Did you mean {names}?", es: "¿Querías decir {names}?", pt: "Você quis dizer {names}?"),
          ["names": .choice(near)]))
    } else if !known.isEmpty {
      notes.append(
        Diagnostic.Note(
          Words(en: "There is {names}.", es: "Hay {names}.", pt: "Há {names}."),
          ["names": .choice(Array(known.prefix(12)))]))
    }
    return Fault(.noSuchMember, ["kind": value.kindPhrase, "name": .text(name)], notes: notes, argument: 0)
  }
}
