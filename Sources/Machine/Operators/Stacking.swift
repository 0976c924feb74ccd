// `[a, b, c]`: numbers, truth values or tensors of one shape become one tensor.
import Diagnostics
import Graph
import TensorKit

extension Machine {
  /// The tensor whose parts along a new first axis these are; `[]` has shape [0].
  package func stack(_ parts: [Value]) throws -> Value {
    if let numbers = plainNumbers(parts) { return .tensor(TensorValue(try NDArray(numbers, on: device))) }
    if let truths = plainTruths(parts) { return .tensor(TensorValue(try NDArray(truths, on: device))) }
    if parts.contains(where: { $0.estimate != nil }) { return try stackOfEstimates(parts) }
    var tensors: [Tensor] = []
    tensors.reserveCapacity(parts.count)
    for (index, part) in parts.enumerated() {
      guard let tensor = try tensorIfAny(part), (tensor.dtype == .bool) == (tensors.first ?? tensor).isTruth else {
        throw Fault(
          .mixedStack, ["number": "\(index + 1)", "kind": part.kindPhrase], notes: Machine.forgottenCall(part),
          argument: index)
      }
      if let first = tensors.first, first.shape != tensor.shape {
        throw Fault(
          .raggedStack,
          [
            "first": .text(Machine.shapeText(first.shape)), "other": .text(Machine.shapeText(tensor.shape)),
            "number": "\(index + 1)",
          ],
          argument: index)
      }
      tensors.append(tensor)
    }
    return .tensor(TensorValue(try Op.stack.results(of: [(nil, .tensors(tensors))], in: graph)[0]))
  }

  private func plainNumbers(_ parts: [Value]) -> [Double]? {
    var numbers: [Double] = []
    numbers.reserveCapacity(parts.count)
    for part in parts {
      guard let number = plainNumber(part) else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  private func plainTruths(_ parts: [Value]) -> [Bool]? {
    var truths: [Bool] = []
    truths.reserveCapacity(parts.count)
    for part in parts {
      guard case .truth(let truth) = part else { return nil }
      truths.append(truth)
    }
    return truths
  }

  /// A shape as messages write it; a single number's is `[]`.
  static func shapeText(_ shape: Shape) -> String { shape.description }
}

extension Tensor {
  fileprivate var isTruth: Bool { dtype == .bool }
}
