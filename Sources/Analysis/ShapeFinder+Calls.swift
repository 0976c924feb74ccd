// Calls of the catalogue's operators, as far as their arguments are known.
import Diagnostics
import Graph
import Syntax
import TensorKit

extension ShapeFinder {
  mutating func findCall(_ call: Expression, _ callee: Expression, _ arguments: [CallArgument]) -> Known {
    let values = arguments.map { find($0.value) }
    guard case .name(let name) = callee.kind, let symbol = resolution.symbols[callee.span],
      symbol.known?.isLibrary == true, let row = Catalogue.row(named: name), isThatRow(symbol, row),
      let bound = bind(row, zip(arguments, values).map { ($0.label?.text, $1) })
    else {
      if case .name = callee.kind {} else { find(callee) }
      return .unknown
    }
    // Without a tensor an operator may work on numbers directly, or make as many as it likes: only some are followed.
    let hasTensor = values.contains { value in
      switch value {
      case .tensor, .tuple: true
      default: false
      }
    }
    guard hasTensor || Self.makers.contains(name) else { return .unknown }
    let home = graph
    return record(at: call.mark, arguments.map(\.value), values) {
      let results = try row.results(of: bound, in: home)
      if results.count == 1, row.results.isEmpty { return .tensor(results[0]) }
      guard results.count == row.results.count else { return .unknown }
      return .tuple(zip(row.results, results).map { ($0, .tensor($1)) })
    }
  }

  /// Operators that make tensors from sizes alone.
  private static let makers: Set<String> = ["zeros", "ones", "full", "normal", "uniform", "eye"]

  /// Whether a name of the library still is the catalogue's operator: a function of the same name may stand before it.
  private func isThatRow(_ symbol: Symbol, _ row: OpSpec) -> Bool {
    symbol.signature?.parameters.map(\.name) == row.parameters.map(\.name)
  }

  /// The arguments as the operator's parameters take them; nil where that is not certain.
  private func bind(_ row: OpSpec, _ arguments: [(label: String?, value: Known)]) -> [(
    label: String?, value: Argument
  )]? {
    var bound: [(label: String?, value: Argument)] = []
    var positional = arguments.filter { $0.label == nil }.map(\.value)[...]
    let labelled = arguments.filter { $0.label != nil }
    for parameter in row.parameters {
      let value: Argument?
      if let given = labelled.first(where: { $0.label == parameter.name }) {
        value = convert([given.value], to: parameter.kind)
      } else if positional.isEmpty {
        continue
      } else {
        var taken = [positional.removeFirst()]
        if case .number = taken[0], parameter.kind == .ints {
          while case .number = positional.first { taken.append(positional.removeFirst()) }
        } else if parameter.kind == .tensors {
          taken += positional
          positional = []
        }
        value = convert(taken, to: parameter.kind)
      }
      guard let value else { return nil }
      bound.append((parameter.name, value))
    }
    return positional.isEmpty && bound.count >= labelled.count ? bound : nil
  }

  private func convert(_ values: [Known], to kind: ParameterSpec.Kind) -> Argument? {
    guard let first = values.first else { return nil }
    switch kind {
    case .tensor: return argument(first)
    case .tensors:
      var list = values
      if values.count == 1, case .tuple(let parts) = first { list = parts.map(\.value) }
      let tensors = list.compactMap { value in if case .tensor(let tensor) = value { tensor } else { nil } }
      return tensors.count == list.count && !tensors.isEmpty ? .tensors(tensors) : nil
    case .int, .axis: return whole(first).map { .option(.int($0)) }
    case .ints:
      var list = values
      if values.count == 1, case .tuple(let parts) = first { list = parts.map(\.value) }
      let sizes = list.compactMap(whole)
      return sizes.count == list.count ? .option(.ints(sizes)) : nil
    case .axes:
      guard case .tuple(let parts) = first else { return whole(first).map { .option(.ints([$0])) } }
      let axes = parts.compactMap { whole($0.value) }
      return axes.count == parts.count ? .option(.ints(axes)) : nil
    case .flag: if case .truth(let flag) = first { return .option(.flag(flag)) }
    case .number: if case .number(let number?) = first { return .option(.number(number)) }
    case .word, .text: if case .text(let text) = first { return .option(.text(text)) }
    }
    return nil
  }

  private func whole(_ value: Known) -> Int? {
    if case .number(let number?) = value { Int(exactly: number) } else { nil }
  }
}
