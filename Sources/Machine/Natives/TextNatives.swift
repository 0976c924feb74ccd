// Functions between texts and other values.
import Diagnostics
import Graph

extension Natives {
  static let textRows: [NativeRow] = [
    NativeRow(
      "text", [.init("x")], summary: "What `print` writes for a value.", example: "text(1/4)   # \"0.25\""
    ) { machine, arguments in .text(Text(try machine.shown(given(arguments, 0)))) },
    NativeRow(
      "number", [.init("x")], summary: "The number that a text says; of a truth value, 1 or 0.",
      example: "number(\"2.5\")   # 2.5"
    ) { machine, arguments in
      switch given(arguments, 0) {
      case .text(let text):
        guard let number = number(in: text.string) else {
          throw Fault(.textIsNoNumber, ["text": .text(text.string)], argument: 0)
        }
        return .number(number)
      case .truth(let truth): return .number(truth ? 1 : 0)
      case .tensor(let tensor) where tensor.dtype == .bool:
        return .tensor(TensorValue(try machine.graph.convert(tensor.tensor(in: machine.graph), to: .float64)))
      case let other: return .number(try machine.number(other))
      }
    },
    NativeRow(
      "join", [.init("texts"), .init("separator", isOptional: true)],
      summary: "The elements as one text, with the separator between them.",
      example: "join((\"a\", \"b\", 3), \"-\")   # \"a-b-3\""
    ) { machine, arguments in
      let texts = given(arguments, 0)
      let separator = try Array((arguments.count > 1 ? arguments[1].map { try machine.shown($0) } ?? "" : "").utf8)
      var bytes: [UInt8] = []
      let elements = try machine.iterable(texts)
      for index in 0..<(try machine.count(elements)) {
        try machine.countRound()
        if index > 0 { bytes.append(contentsOf: separator) }
        try machine.display.write(machine.element(elements, index), to: &bytes)
        guard bytes.count <= Machine.longestText else { throw Fault(.textTooLong) }
      }
      return .text(Text(bytes))
    },
  ]

  /// The number a text says as a program would write it; spaces around it do not count.
  private static func number(in text: String) -> Double? {
    let trimmed = text.drop { $0.isWhitespace }
    let end = trimmed.lastIndex { !$0.isWhitespace }.map { trimmed.index(after: $0) } ?? trimmed.startIndex
    var digits = String(trimmed[..<end])
    digits = String(digits.map { $0 == "−" ? "-" : $0 })
    switch digits {
    case "∞", "inf": return .infinity
    case "-∞", "-inf": return -.infinity
    case "nan": return .nan
    default: break
    }
    // Swift would also read hexadecimal digits and words.
    guard digits.utf8.allSatisfy({ ($0 >= 48 && $0 <= 57) || [43, 45, 46, 69, 101].contains($0) }) else { return nil }
    return Double(digits)
  }
}

extension Machine {
  /// What `print` writes for a value.
  func shown(_ value: Value) throws -> String {
    if case .text(let text) = value { return text.string }
    return try display.text(value)
  }
}
