// Functions that ask what a value is made of.
import Diagnostics
import Graph
import TensorKit

extension Natives {
  static let collectionRows: [NativeRow] = [
    NativeRow(
      "count", [.init("x")],
      summary: "How many elements a tuple, a range or a text has, or how many rows a tensor.",
      example: "count([[1, 2], [3, 4], [5, 6]])   # 3"
    ) { machine, arguments in .number(Double(try machine.count(given(arguments, 0)))) },
    NativeRow(
      "shape", [.init("x")], summary: "The sizes of the axes of a tensor, as a tuple.",
      example: "shape([[1, 2, 3], [4, 5, 6]])   # (2, 3)"
    ) { machine, arguments in
      let value = given(arguments, 0)
      let shape = try value.estimate?.mean.shape ?? machine.tensor(value).shape
      return .tuple(Tuple(shape.dims.map { .number(Double($0)) }))
    },
    NativeRow(
      "labels", [.init("t")],
      summary: "The labels of a tuple, as a tuple of texts; an element without one gives an empty text.",
      example: "labels((mu: 0, sigma: 1))   # (\"mu\", \"sigma\")"
    ) { machine, arguments in
      let value = given(arguments, 0)
      guard case .tuple(let tuple) = value else {
        throw Fault(.needsTuple, ["op": "labels", "kind": value.kindPhrase], argument: 0)
      }
      return .tuple(Tuple(tuple.elements.indices.map { .text(Text(tuple.label($0) ?? "")) }))
    },
  ]
}
