// Functions that change the precision of everything in a value.
import Diagnostics
import Graph
import TensorKit

extension Natives {
  static let precisionRows: [NativeRow] = [
    NativeRow(
      "float32", [.init("x")], summary: "The same numbers in single precision.", example: "float32(0.1)   # 0.1"
    ) { machine, arguments in try machine.converted(given(arguments, 0), to: .float32) },
    NativeRow(
      "float64", [.init("x")], summary: "The same numbers in double precision.",
      example: "float64(float32(0.1))   # 0.1"
    ) { machine, arguments in try machine.converted(given(arguments, 0), to: .float64) },
  ]
}

extension Machine {
  fileprivate func converted(_ value: Value, to dtype: DType) throws -> Value {
    switch value {
    case .number(let number):
      // Numbers are double already; a single one is a tensor of rank 0.
      if dtype == .float64 { return value }
      return .tensor(TensorValue(try NDArray([Float(number)], shape: .scalar, on: device)))
    case .tuple(let tuple):
      return .tuple(Tuple(try tuple.elements.map { try converted($0, to: dtype) }, labels: tuple.labels))
    case .tensor(let tensor) where tensor.dtype == dtype:
      return value
    case .host where value.estimate != nil:
      return try throughEstimates([value]) { try converted($0[0], to: dtype) }
    default:
      return .tensor(TensorValue(try graph.convert(tensor(value), to: dtype)))
    }
  }
}
