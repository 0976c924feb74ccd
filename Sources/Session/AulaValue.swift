// Values as a host reads and gives them.
import Figures
import TensorKit

/// A value of the language outside of a session: it is computed, it never changes, and any thread may read it.
public enum AulaValue: Sendable {
  /// What a statement without a value gives, and `()`.
  case nothing
  /// A number.
  case number(Double)
  /// A truth value.
  case truth(Bool)
  /// A text.
  case text(String)
  /// A tensor's elements. Ranges and recorded series come as tensors too.
  case tensor(NDArray)
  /// Values in order, some with labels. An estimate comes as its `value` and its `error`.
  case tuple([Part])
  /// A figure, to be drawn by its `svg`, `png` or `terminal`.
  case figure(Figure)
  /// A function, a model, or whatever else lives only in a session: how it prints.
  case other(String)

  /// An element of a tuple.
  public struct Part: Sendable {
    /// Its label, if it has one.
    public let label: String?
    /// Its value.
    public let value: AulaValue

    /// An element, with a label or without.
    public init(_ value: AulaValue, label: String? = nil) {
      self.label = label
      self.value = value
    }
  }
}

// MARK: Reading

extension AulaValue {
  /// The number, also of a tensor with a single element.
  public var number: Double? {
    switch self {
    case .number(let number): number
    case .tensor(let array) where array.dtype != .bool: array.item
    default: nil
    }
  }

  /// Every number of a tensor in row order; a single number as a list of one.
  public var numbers: [Double]? {
    switch self {
    case .number(let number): [number]
    case .tensor(let array): array.doubles
    default: nil
    }
  }

  /// The truth value, also of a tensor with a single one.
  public var truth: Bool? {
    switch self {
    case .truth(let truth): truth
    case .tensor(let array) where array.dtype == .bool: array.item.map { $0 != 0 }
    default: nil
    }
  }

  /// The text.
  public var text: String? { if case .text(let text) = self { text } else { nil } }

  /// The elements of a tensor with their shape.
  public var array: NDArray? { if case .tensor(let array) = self { array } else { nil } }

  /// The sizes of a tensor's axes; none of a number.
  public var shape: [Int]? {
    switch self {
    case .number: []
    case .tensor(let array): array.shape.dims
    default: nil
    }
  }

  /// The figure.
  public var figure: Figure? { if case .figure(let figure) = self { figure } else { nil } }

  /// The elements of a tuple.
  public var parts: [Part]? { if case .tuple(let parts) = self { parts } else { nil } }

  /// An element of a tuple by its label; nil where there is none.
  public subscript(label: String) -> AulaValue? { parts?.first { $0.label == label }?.value }

  /// An element of a tuple by its position; nil where there is none.
  public subscript(index: Int) -> AulaValue? {
    guard let parts, parts.indices.contains(index) else { return nil }
    return parts[index].value
  }
}

extension AulaValue: CustomStringConvertible {
  /// A short text for logs; what a person should read comes as an event.
  public var description: String {
    switch self {
    case .nothing: "()"
    case .number(let number): SessionWords.number(number)
    case .truth(let truth): "\(truth)"
    case .text(let text): text
    case .tensor(let array): array.count <= 16 ? "\(array.shape) \(array.doubles)" : "\(array.shape) \(array.dtype)"
    case .tuple(let parts):
      "(\(parts.map { part in (part.label.map { $0 + ": " } ?? "") + part.value.description }.joined(separator: ", ")))"
    case .figure(let figure): figure.summary(.en)
    case .other(let text): text
    }
  }
}

// MARK: Giving

/// What a host can hand to a session as it is.
public protocol AulaValueConvertible {
  /// The value in the language; `device` is where tensors of the session live.
  func aulaValue(on device: Device) throws -> AulaValue
}

extension AulaValue: AulaValueConvertible {
  /// The value itself.
  public func aulaValue(on device: Device) -> AulaValue { self }
}
extension Double: AulaValueConvertible {
  /// The number.
  public func aulaValue(on device: Device) -> AulaValue { .number(self) }
}
extension Float: AulaValueConvertible {
  /// The number.
  public func aulaValue(on device: Device) -> AulaValue { .number(Double(self)) }
}
extension Int: AulaValueConvertible {
  /// The number.
  public func aulaValue(on device: Device) -> AulaValue { .number(Double(self)) }
}
extension Bool: AulaValueConvertible {
  /// The truth value.
  public func aulaValue(on device: Device) -> AulaValue { .truth(self) }
}
extension String: AulaValueConvertible {
  /// The text.
  public func aulaValue(on device: Device) -> AulaValue { .text(self) }
}
extension NDArray: AulaValueConvertible {
  /// The tensor.
  public func aulaValue(on device: Device) -> AulaValue { .tensor(self) }
}
extension Array: AulaValueConvertible where Element: AulaValueConvertible {
  /// Numbers become a tensor, in the precision they have; rows of equally many numbers become a matrix; all else a
  /// tuple.
  public func aulaValue(on device: Device) throws -> AulaValue {
    if let numbers = self as? [Double] { return .tensor(try NDArray(numbers, on: device)) }
    if let numbers = self as? [Float] { return .tensor(try NDArray(numbers, on: device)) }
    if let numbers = self as? [Int] { return .tensor(try NDArray(numbers.map { Double($0) }, on: device)) }
    if let rows = self as? [[Double]], let first = rows.first, rows.allSatisfy({ $0.count == first.count }) {
      return .tensor(try NDArray(rows.flatMap { $0 }, shape: [rows.count, first.count], on: device))
    }
    return .tuple(try map { AulaValue.Part(try $0.aulaValue(on: device)) })
  }
}
