// Functions with which the library written in Aula looks at its arguments, and refuses them in the reader's language.
import Diagnostics
import Graph

extension Natives {
  static let argumentRows: [NativeRow] = [
    NativeRow(
      "is_tuple", [.init("x")], summary: "Whether a value is a tuple.", example: "is_tuple((1, 2))   # true"
    ) { _, arguments in
      if case .tuple = given(arguments, 0) { return .truth(true) }
      return .truth(false)
    },
    NativeRow(
      "same_shape", [.init("name"), .init("a"), .init("b")],
      summary: "Nothing, if two tensors have one shape; else the error that the function `name` takes only such.",
      example: "same_shape(\"mse\", [1, 2], [3, 4])"
    ) { machine, arguments in
      let first = try machine.tensor(given(arguments, 1)).shape
      let second = try machine.tensor(given(arguments, 2)).shape
      guard first == second else {
        throw Fault(
          .lossShapesDiffer,
          [
            "name": .text(try machine.shown(given(arguments, 0))), "first": .text(first.description),
            "second": .text(second.description),
          ])
      }
      return .nothing
    },
    NativeRow(
      "same_count", [.init("name"), .init("x")],
      summary: "How many rows a tensor has, or each tensor of a tuple; the error that they differ, if they do.",
      example: "same_count(\"batches\", ([1, 2, 3], [4, 5, 6]))   # 3"
    ) { machine, arguments in
      guard case .tuple(let tuple) = given(arguments, 1), let first = tuple.elements.first else {
        return .number(Double(try machine.count(given(arguments, 1))))
      }
      let count = try machine.count(first)
      for other in try tuple.elements.map({ try machine.count($0) }) where other != count {
        throw Fault(
          .rowCountsDiffer,
          ["name": .text(try machine.shown(given(arguments, 0))), "first": "\(count)", "other": "\(other)"])
      }
      return .number(Double(count))
    },
    NativeRow(
      "check_between", [.init("name"), .init("setting"), .init("value"), .init("low"), .init("high")],
      summary: "Nothing, if a value lies between two others; else the error that this setting of `name` has to.",
      example: "check_between(\"train_test\", \"share\", 0.8, 0, 1)"
    ) { machine, arguments in
      let value = try machine.number(given(arguments, 2))
      let low = try machine.number(given(arguments, 3))
      let high = try machine.number(given(arguments, 4))
      guard value >= low, value <= high else {
        throw Fault(
          .settingOutside,
          [
            "name": .text(try machine.shown(given(arguments, 0))),
            "setting": .text(try machine.shown(given(arguments, 1))), "value": .text(machine.display.number(value)),
            "low": .text(machine.display.number(low)), "high": .text(machine.display.number(high)),
          ])
      }
      return .nothing
    },
  ]
}
