// Calls of the core's operators with values of the language.
import Diagnostics
import Graph
import TensorKit

extension Machine {
  /// Calls a row of the catalogue. Several results come as a tuple with the results' names.
  package func callRow(_ row: OpSpec, _ arguments: [PassedArgument]) throws -> Value {
    if let value = plainCall(row, arguments) { return value }
    if arguments.count == 1, case .model(let model) = arguments[0].value, let value = try statistic(row, of: model) {
      return value
    }
    if arguments.contains(where: \.value.holdsEstimate) { return try callRow(row, estimates: arguments) }
    let binding = try RowBinding(row, arguments)
    var matched: [(label: String?, value: Argument)] = []
    matched.reserveCapacity(row.parameters.count)
    for (parameter, numbers) in zip(row.parameters, binding.arguments) where !numbers.isEmpty {
      matched.append((parameter.name, try argument(numbers.map { ($0, arguments[$0].value) }, parameter, row)))
    }
    let results = try row.results(of: matched, in: graph)
    let values = results.map { Value.tensor(TensorValue($0)) }
    // A row with one name for its results gives as many of them as its arguments say.
    guard values.count != 1 || row.results.count == 1 else { return values[0] }
    return .tuple(Tuple(values, labels: row.results.count == values.count && values.count > 1 ? row.results : []))
  }

  /// An element-wise row of plain numbers, which nothing needs to be recorded for.
  private func plainCall(_ row: OpSpec, _ arguments: [PassedArgument]) -> Value? {
    let arity = row.scalarArity
    if arity > 0 {
      guard arguments.count == arity, arguments[0].label == nil, let x = plainNumber(arguments[0].value) else {
        return nil
      }
      var y = 0.0
      if arity == 2 {
        guard arguments[1].label == nil, let second = plainNumber(arguments[1].value) else { return nil }
        y = second
      }
      switch row.scalar(x, y, count: arity) {
      case .number(let number): return .number(number)
      case .truth(let truth): return .truth(truth)
      case nil: return nil
      }
    }
    // A choice between plain values; the other rows of truth values.
    guard row.isElementwise, arguments.allSatisfy({ $0.label == nil }), let first = arguments.first else { return nil }
    guard case .truth(let condition) = first.value else { return nil }
    if row === Op.choose, arguments.count == 3 {
      guard let a = plainNumber(arguments[1].value), let b = plainNumber(arguments[2].value) else { return nil }
      return .number(condition ? a : b)
    }
    if row === Op.not, arguments.count == 1 { return .truth(!condition) }
    guard arguments.count == 2, case .truth(let other) = arguments[1].value else { return nil }
    if row === Op.and { return .truth(condition && other) }
    if row === Op.or { return .truth(condition || other) }
    if row === Op.xor { return .truth(condition != other) }
    return nil
  }

  /// The argument that a parameter gets from one value, or from several one after the other.
  private func argument(_ given: [(number: Int, value: Value)], _ parameter: ParameterSpec, _ row: OpSpec) throws
    -> Argument
  {
    guard let (number, value) = given.first else { return .option(.absent) }
    func refuse(_ expected: Words) -> Fault {
      if case .host(let object) = value, let undecided = object as? Undecided {
        return undecided.fault(argument: number)
      }
      return Fault(
        .wrongArgument,
        [
          "argument": .text(parameter.name), "op": .text(row.name), "expected": .words(expected),
          "found": description(value),
        ], notes: Machine.forgottenCall(value), argument: number)
    }
    switch parameter.kind {
    case .tensor:
      if parameter.name == "indices", let places = try places(of: value, argument: number) { return .tensor(places) }
      if case .number(let number) = value { return .option(.number(number)) }
      if case .truth(let truth) = value { return .option(.flag(truth)) }
      guard let tensor = try tensorIfAny(value) else { throw refuse(Expected.tensor) }
      // Nothing tells of an empty `[…]` whether numbers or truth values are missing in it.
      let isEmptyOfTruths = tensor.shape.count == 0 && (row === Op.all || row === Op.any)
      return .tensor(isEmptyOfTruths ? try graph.convert(tensor, to: .bool) : tensor)
    case .tensors:
      var values = given.map(\.value)
      if given.count == 1, case .tuple(let tuple) = value { values = tuple.elements }
      return .tensors(
        try values.map { part in
          guard let tensor = try tensorIfAny(part) else { throw refuse(Expected.tensors) }
          return tensor
        })
    case .int, .axis:
      guard let whole = try wholeIfAny(value) else { throw refuse(Expected.whole) }
      return .option(.int(whole))
    case .ints, .axes:
      if given.count > 1 {
        return .option(
          .ints(
            try given.map { item in
              guard let whole = try wholeIfAny(item.value) else { throw refuse(Expected.whole) }
              return whole
            }))
      }
      if let whole = try wholeIfAny(value) { return .option(.int(whole)) }
      guard let list = try wholeList(value) else { throw refuse(Expected.wholes) }
      return .option(.ints(list))
    case .flag:
      guard case .truth(let truth) = value else {
        guard case .tensor(let tensor) = value, tensor.dtype == .bool, tensor.shape.rank == 0 else {
          throw refuse(Expected.flag)
        }
        return .option(.flag(try truth(value)))
      }
      return .option(.flag(truth))
    case .number:
      if case .number(let number) = value { return .option(.number(number)) }
      guard isTensorLike(value), let tensor = try tensorValue(value), tensor.shape.rank == 0, tensor.dtype != .bool,
        let number = try tensor.look().item
      else { throw refuse(Expected.number) }
      return .option(.number(number))
    case .word(let words):
      guard case .text(let text) = value else {
        throw refuse(
          Words(
            en: "one of the words {words}", es: "una de las palabras {words}", pt: "uma das palavras {words}"
          ).naming(words))
      }
      return .option(.text(text.string))
    case .text:
      guard case .text(let text) = value else { throw refuse(Expected.text) }
      return .option(.text(text.string))
    }
  }

  private func wholeIfAny(_ value: Value) throws -> Int? {
    if case .number(let number) = value { return Int(exactly: number) }
    guard RowBinding.isNumber(value), let tensor = try tensorValue(value) else { return nil }
    return try tensor.look().item.flatMap { Int(exactly: $0) }
  }

  /// A list of whole numbers, from a tuple, a vector or a range; `()` is the empty one.
  private func wholeList(_ value: Value) throws -> [Int]? {
    switch value {
    case .nothing: return []
    case .tuple(let tuple):
      let list = try tuple.elements.map { try wholeIfAny($0) }
      return list.contains { $0 == nil } ? nil : list.compactMap { $0 }
    case .tensor, .cell, .series, .range:
      guard let tensor = try tensorValue(value), tensor.shape.rank == 1, tensor.dtype != .bool,
        tensor.shape.count <= 1_000
      else { return nil }
      let list = try tensor.look().doubles.map { Int(exactly: $0) }
      return list.contains { $0 == nil } ? nil : list.compactMap { $0 }
    default: return nil
    }
  }
}

/// What parameters of rows take, in words.
private enum Expected {
  static let tensor = Words(en: "a number or a tensor", es: "un número o un tensor", pt: "um número ou um tensor")
  static let tensors = Words(en: "tensors", es: "tensores", pt: "tensores")
  static let whole = Words(en: "a whole number", es: "un número entero", pt: "um número inteiro")
  static let wholes = Words(
    en: "whole numbers, such as `(2, 3)`", es: "números enteros, como `(2, 3)`", pt: "números inteiros, como `(2, 3)`")
  static let flag = Words(en: "`true` or `false`", es: "`true` o `false`", pt: "`true` ou `false`")
  static let number = Words(en: "a number", es: "un número", pt: "um número")
  static let text = Words(en: "a text", es: "un texto", pt: "um texto")
}

extension Words {
  /// The sentence with a list of words of the program in place of `{words}`.
  fileprivate func naming(_ words: [String]) -> Words {
    let list = words.map { "`\"\($0)\"`" }.joined(separator: ", ")
    func fill(_ sentence: String) -> String {
      var result = ""
      Template.pieces(of: sentence) { piece in
        switch piece {
        case .literal(let text): result += text
        case .name: result += list
        }
      }
      return result
    }
    return Words(en: fill(en), es: fill(es), pt: fill(pt))
  }
}
