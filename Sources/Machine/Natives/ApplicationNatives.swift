// Functions that apply functions.
import Diagnostics
import Graph

extension Natives {
  static let applicationRows: [NativeRow] = [
    NativeRow(
      "map", [.init("f"), .init("xs", isRepeated: true)],
      summary:
        "`f` of every row of `xs` (of several: of their rows together), stacked. The function runs once for all rows; where "
        + "it looks at a value, row by row.",
      example: "map(x -> sum(x), [[1, 2], [3, 4]])   # [3, 7]"
    ) { machine, arguments in
      guard case .tuple(let xs) = given(arguments, 1) else { return try machine.map(given(arguments, 0), over: []) }
      return try machine.map(given(arguments, 0), over: xs.elements)
    },
    NativeRow(
      "reduce", [.init("f"), .init("start"), .init("xs")],
      summary: "Puts the elements of `xs` together one after the other: `f(f(start, first), second)` and so on.",
      example: "reduce((a, b) -> 10 * a + b, 0, (1, 2, 3))   # 123"
    ) { machine, arguments in
      let (f, xs) = (given(arguments, 0), try machine.iterable(given(arguments, 2)))
      var result = given(arguments, 1)
      for index in 0..<(try machine.count(xs)) {
        try machine.countRound()
        let element = try machine.element(xs, index)
        result = try machine.call(f, [PassedArgument(result), PassedArgument(element)])
      }
      return result
    },
    NativeRow(
      "identity", [.init("x")], summary: "The argument itself.", example: "identity(3)   # 3"
    ) { _, arguments in given(arguments, 0) },
    NativeRow(
      "error", [.init("text")], summary: "Stops the program with a message.", example: "error(\"no data\")"
    ) { machine, arguments in
      throw Fault(.raisedByProgram, ["text": .text(try machine.shown(given(arguments, 0)))])
    },
  ]
}
