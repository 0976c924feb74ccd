// Between values of a machine and values of a host.
import Diagnostics
import Figures
import Machine
import TensorKit

extension AulaValue {
  /// Ranges up to this many numbers come as tensors; longer ones say what they are.
  private static let longestRange = 1_000_000

  /// A machine's value, computed.
  init(_ value: Value, _ machine: Machine) throws {
    switch value {
    case .nothing: self = .nothing
    case .number(let number): self = .number(number)
    case .truth(let truth): self = .truth(truth)
    case .text(let text): self = .text(text.string)
    case .tensor(let tensor): self = AulaValue(try tensor.look())
    case .cell(let cell): self = AulaValue(cell.parameter.value)
    case .series(let series): self = AulaValue(try series.tensor(in: machine.graph).look())
    case .range(let range) where range.count <= AulaValue.longestRange:
      let numbers = (0..<range.count).map { range[$0] }
      self = .tensor(try NDArray(numbers, on: machine.device))
    case .tuple(let tuple):
      self = .tuple(
        try tuple.elements.enumerated().map { index, element in
          Part(try AulaValue(element, machine), label: tuple.label(index))
        })
    case .host where value.estimate != nil:
      guard let estimate = value.estimate else { fallthrough }
      let (mean, error) = (try estimate.mean.look(), try estimate.error.look())
      self = .tuple([Part(AulaValue(mean), label: "value"), Part(AulaValue(error), label: "error")])
    case .range, .function, .model, .optimizer, .host:
      self = if let figure = value.figure { .figure(figure) } else { .other(try machine.display.text(value)) }
    }
  }

  /// A tensor of rank 0 is a number as far as a program can tell, so a host sees one too.
  private init(_ array: NDArray) {
    guard array.shape.rank == 0, let item = array.item else {
      self = .tensor(array)
      return
    }
    self = array.dtype == .bool ? .truth(item != 0) : .number(item)
  }

  /// The value for a machine; nil for what lives only in a session.
  func value(in language: Language = .en, depth: Int = 0) -> Value? {
    switch self {
    case .nothing: return .nothing
    case .number(let number): return .number(number)
    case .truth(let truth): return .truth(truth)
    case .text(let text): return .text(Text(text))
    case .tensor(let array): return .tensor(TensorValue(array))
    case .figure(let figure): return .figure(figure, in: language)
    case .other: return nil
    case .tuple(let parts):
      guard depth < Box.deepestNesting else { return nil }
      var elements: [Value] = []
      for part in parts {
        guard let element = part.value.value(in: language, depth: depth + 1) else { return nil }
        elements.append(element)
      }
      return .tuple(Tuple(elements, labels: parts.map(\.label)))
    }
  }
}
