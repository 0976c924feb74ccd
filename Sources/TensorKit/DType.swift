// What an element of a tensor is, and which precision comes out where two of them meet.
import CKernels

/// The type of a tensor's elements.
public enum DType: UInt8, Sendable, Hashable, CaseIterable, CustomStringConvertible {
  /// Single precision: what data, parameters and draws are made of.
  case float32 = 0
  /// Double precision: what is written out in a program, and what checks run in.
  case float64 = 1
  /// Whole numbers: indices and counts.
  case int = 2
  /// Truth values: masks and conditions.
  case bool = 3

  /// Whether elements are floating-point numbers, the only ones that have derivatives.
  public var isFloating: Bool { self == .float32 || self == .float64 }

  /// The bytes of one element.
  public var size: Int {
    switch self {
    case .float32: 4
    case .float64, .int: 8
    case .bool: 1
    }
  }

  /// The name as messages print it.
  public var description: String {
    switch self {
    case .float32: "float32"
    case .float64: "float64"
    case .int: "int"
    case .bool: "bool"
    }
  }

  /// The type of a result that has both as ingredients: the least precise floating type among them, `int` for whole numbers.
  /// Truth values count as whole numbers.
  public static func meeting(_ a: DType, _ b: DType) -> DType {
    if a == .float32 || b == .float32 { return .float32 }
    if a == .float64 || b == .float64 { return .float64 }
    return .int
  }

  package var ck: ck_type { ck_type(rawValue: UInt32(rawValue)) }
}
