// Element-wise operators of plain numbers: one run of the kernel that tensors use, without recording anything.
import CKernels
import TensorKit

extension OpSpec {
  /// What an element-wise operator gives for plain numbers.
  package enum ScalarResult {
    case number(Double)
    case truth(Bool)
  }

  /// Whether it is a kernel of the element-wise catalogue.
  package var isElementwise: Bool { kernel >= 0 }

  /// How many numbers `scalar` takes, or 0 for an operator that must be recorded.
  package var scalarArity: Int {
    switch kernel {
    case Int32(CK_not.rawValue), Int32(CK_and.rawValue), Int32(CK_or.rawValue), Int32(CK_xor.rawValue),
      Int32(CK_where.rawValue):
      0
    case Int32(CK_to_f32.rawValue)...: 0
    case 0...: arity
    default: 0
    }
  }

  /// The operator's value for plain numbers, to the last bit what a float64 tensor would hold; nil for an operator
  /// that must be
  /// recorded, or for another number of arguments.
  package func scalar(_ x: Double, _ y: Double = 0, count: Int = 1) -> ScalarResult? {
    guard kernel >= 0, arity == count, count <= 2, let run = ck_find(kernel, CK_F64, 0) else { return nil }
    // A kernel may write the elements of its result only, but none is wider than a double.
    var operands = (x, y, 0.0)
    return withUnsafeMutablePointer(to: &operands) { pointer -> ScalarResult? in
      let base = UnsafeMutableRawPointer(pointer)
      run(base + 16, base, base + 8, nil, 1)
      switch ck_result_type(kernel, CK_F64) {
      case CK_F64: return .number(base.load(fromByteOffset: 16, as: Double.self))
      case CK_BOOL: return .truth(base.load(fromByteOffset: 16, as: UInt8.self) != 0)
      default: return nil
      }
    }
  }
}
