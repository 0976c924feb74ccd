// How a row of the core's catalogue is called: which arguments go to which parameters.
import Diagnostics
import Graph
import TensorKit

extension Machine {
  /// What a row takes, as the language sees it.
  package func signature(of row: OpSpec) -> Signature {
    Signature(
      row.parameters.indices.map { index in
        let parameter = row.parameters[index]
        return Signature.Parameter(
          parameter.name, isOptional: parameter.standard != nil, isRepeated: RowBinding.isRepeated(index, of: row),
          standard: parameter.standard.flatMap { written($0) })
      })
  }

  /// An option as a program writes it; nil for "as fits the others".
  private func written(_ option: Option) -> String? {
    switch option {
    case .number(let number): display.number(number)
    case .int(let number): String(number)
    case .ints(let numbers): numbers.isEmpty ? nil : "(\(numbers.map(String.init).joined(separator: ", ")))"
    case .flag(let flag): flag ? "true" : "false"
    case .text(let text): "\"\(text)\""
    case .absent: nil
    }
  }
}

/// Which arguments of a call go to which parameters of a row, by their numbers.
package struct RowBinding {
  /// For each parameter the numbers of its arguments; empty where it was left out.
  package private(set) var arguments: [[Int]]

  /// Matches arguments by label and by order. Numbers one after the other fill a parameter that takes a list of whole
  /// numbers:
  /// `normal(2, 3)`; as many are left over as later parameters cannot do without.
  package init(_ row: OpSpec, _ given: [PassedArgument]) throws {
    arguments = [[Int]](repeating: [], count: row.parameters.count)
    for (number, argument) in given.enumerated() {
      guard let label = argument.label else { continue }
      guard let index = row.parameters.firstIndex(where: { $0.name == label }) else {
        throw TensorError.unknownArgument(
          operation: row.name, argument: label, known: row.parameters.map(\.name))
      }
      guard arguments[index].isEmpty else {
        throw Fault(.labelTwice, ["op": .text(row.name), "argument": .text(label)], argument: number)
      }
      arguments[index] = [number]
    }
    var waiting = given.indices.filter { given[$0].label == nil }[...]
    for (index, parameter) in row.parameters.enumerated() where arguments[index].isEmpty {
      guard let first = waiting.first else { break }
      var size = 1
      if RowBinding.isRepeated(index, of: row) {
        let reserved = row.parameters.indices.filter {
          $0 > index && arguments[$0].isEmpty && row.parameters[$0].standard == nil
        }.count
        let most = max(1, waiting.count - reserved)
        if parameter.kind == .tensors {
          if case .tuple = given[first].value { size = 1 } else { size = most }
        } else {
          size = max(1, waiting.prefix(most).prefix { RowBinding.isNumber(given[$0].value) }.count)
        }
      }
      arguments[index] = Array(waiting.prefix(size))
      waiting = waiting.dropFirst(size)
    }
    guard waiting.isEmpty else {
      throw TensorError.tooManyArguments(operation: row.name, count: given.count, allowed: row.parameters.count)
    }
  }

  /// The number of the first argument that went to a parameter: what a message about it should underline.
  package func argument(for name: String, of row: OpSpec) -> Int? {
    row.parameters.firstIndex { $0.name == name }.flatMap { arguments[$0].first }
  }

  /// Whether a parameter takes several arguments one after the other. Of several lists of whole numbers each takes one.
  static func isRepeated(_ index: Int, of row: OpSpec) -> Bool {
    switch row.parameters[index].kind {
    case .tensors: true
    case .ints:
      !row.parameters.indices.contains {
        $0 != index && (row.parameters[$0].kind == .ints || row.parameters[$0].kind == .int)
      }
    case .tensor, .int, .axis, .axes, .flag, .number, .word, .text: false
    }
  }

  static func isNumber(_ value: Value) -> Bool {
    switch value {
    case .number: true
    case .cell(let cell): cell.parameter.value.shape.rank == 0 && cell.parameter.value.dtype != .bool
    case .tensor(let tensor): tensor.shape.rank == 0 && tensor.dtype != .bool
    default: false
    }
  }
}
