// Text for nested values, over several lines where one is too narrow, and never more than a screen or two.
import Diagnostics
import Graph
import Syntax
import TensorKit

/// The writing of one value.
struct Page {
  let display: Display
  /// How numbers are written, where a string says so.
  let format: TextFormat?
  /// How many more parts may be written. Tuples may share parts so often that writing all of them would not end.
  var budget = 2_000

  /// The deepest tuple in a tuple that is still written.
  private static let deepest = 12
  /// Parts of a tuple that are shown before and after the gap of a long one.
  private static let (head, tail) = (60, 5)

  init(display: Display, format: TextFormat?) {
    self.display = display
    self.format = format
  }

  /// A value as a part of another: texts with quotes.
  mutating func quoted(_ value: Value, column: Int, depth: Int = 1) throws -> String {
    if case .text(let text) = value { return Page.quoted(text.string, ellipsis: display.ellipsis) }
    return try text(value, column: column, depth: depth)
  }

  /// A value that begins at a column; further lines are moved to there.
  mutating func text(_ value: Value, column: Int, depth: Int) throws -> String {
    budget -= 1
    switch value {
    case .nothing: return "()"
    case .number(let number): return try self.number(number, isSingle: false)
    case .truth(let truth): return truth ? "true" : "false"
    case .text(let text): return text.string
    case .tensor(let tensor): return try tensorText(tensor.look(), column: column)
    case .cell(let cell): return try tensorText(cell.parameter.value, column: column)
    case .series(let series): return try self.series(series, column: column)
    case .range(let range): return display.text(range: range)
    case .tuple(let tuple): return try self.tuple(tuple, column: column, depth: depth)
    case .function(let function): return display.signature(function)
    case .model(let model): return try self.model(model, column: column, depth: depth)
    case .optimizer(let recipe):
      let settings = recipe.optimizer.spec.settings.map { setting in
        "\(setting.name): \(display.number(recipe.optimizer.settings[setting.name] ?? 0))"
      }
      return "\(recipe.optimizer.spec.name)(\(settings.joined(separator: ", ")))"
    case .host(let object): return try object.text(self, column: column)
    }
  }

  func number(_ value: Double, isSingle: Bool) throws -> String {
    guard let format else { return display.number(value, isSingle: isSingle) }
    return try display.number(value, format, isSingle: isSingle)
  }

  private func series(_ series: Series, column: Int) throws -> String {
    let shape = Shape([series.count] + series.shape.dims)
    return try tensorText(
      Elements(shape: shape, dtype: series.dtype) { place in
        var position = 0
        for (index, size) in zip(place, shape.dims) { position = position * size + index }
        return position < series.numbers.count ? series.numbers[position] : .nan
      }, column: column)
  }

  private func tensorText(_ array: NDArray, column: Int) throws -> String {
    try tensorText(Elements(shape: array.shape, dtype: array.dtype) { array.number(at: $0) }, column: column)
  }

  func tensorText(_ elements: Elements, column: Int) throws -> String {
    try TensorText(elements, page: self, width: max(20, display.width - column), column: column).text()
  }

  // MARK: Tuples and models

  private mutating func tuple(_ tuple: Tuple, column: Int, depth: Int) throws -> String {
    guard depth < Page.deepest, budget > 0 else { return "(\(display.ellipsis))" }
    let count = tuple.elements.count
    let isCut = count > Page.head + Page.tail
    var parts: [(label: String, value: Value)] = []
    for index in 0..<count where !isCut || index < Page.head || index >= count - Page.tail {
      parts.append((tuple.label(index).map { $0 + ": " } ?? "", tuple.elements[index]))
    }
    return try list(parts, gap: isCut ? Page.head : nil, opening: "(", column: column, depth: depth, isTuple: true)
  }

  private mutating func model(_ model: Model, column: Int, depth: Int) throws -> String {
    guard depth < Page.deepest, budget > 0 else { return "\(model.name)(\(display.ellipsis))" }
    if let shown = model.shown {
      let parts = shown.elements.indices.map { (shown.label($0).map { $0 + ": " } ?? "", shown.elements[$0]) }
      return try list(parts, gap: nil, opening: "\(model.name)(", column: column, depth: depth, isTuple: true)
    }
    var parts: [(label: String, value: Value)] = []
    for member in model.members {
      switch member.value {
      case .cell: parts.append((member.name + " : ", member.value))
      case .model: parts.append((member.name + ": ", member.value))
      case .tuple(let tuple) where tuple.elements.contains(where: \.isModelOrCell):
        parts.append((member.name + ": ", member.value))
      default: continue
      }
    }
    return try list(parts, gap: nil, opening: "\(model.name)(", column: column, depth: depth, isTuple: false)
  }

  /// Parts between brackets: on one line if they fit, else each on its own.
  private mutating func list(
    _ parts: [(label: String, value: Value)], gap: Int?, opening: String, column: Int, depth: Int, isTuple: Bool
  ) throws -> String {
    var texts: [String] = []
    for (index, part) in parts.enumerated() {
      if index == gap { texts.append(display.ellipsis) }
      guard budget > 0 else {
        texts.append(display.ellipsis)
        break
      }
      let start = column + opening.count + part.label.count
      if !isTuple, case .cell(let cell) = part.value {
        budget -= 1
        texts.append(part.label + (try display.shapeLine(part.value) ?? text(.cell(cell), column: start, depth: depth)))
      } else {
        texts.append(part.label + (try quoted(part.value, column: start, depth: depth + 1)))
      }
    }
    let closing = isTuple && parts.count == 1 && parts[0].label.isEmpty ? ",)" : ")"
    let length = texts.reduce(opening.count + 1) { $0 + $1.count + 2 }
    let isOneLine = !texts.contains { $0.contains("\n") } && column + length <= display.width + 2
    if isOneLine { return opening + texts.joined(separator: ", ") + closing }
    let indent = String(repeating: " " as Character, count: column + opening.count)
    guard texts.allSatisfy({ $0.count <= 16 && !$0.contains("\n") }) else {
      return opening + texts.joined(separator: ",\n" + indent) + closing
    }
    // Many short parts fill lines like the words of a text.
    var lines = [""]
    for (index, text) in texts.enumerated() {
      let piece = text + (index == texts.count - 1 ? closing : ",")
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = piece
      } else if column + opening.count + last.count + 1 + piece.count <= display.width {
        lines[lines.count - 1] = last + " " + piece
      } else {
        lines.append(piece)
      }
    }
    return opening + lines.joined(separator: "\n" + indent)
  }

  /// A text as one would write it in a program, cut where it is long.
  static func quoted(_ text: String, ellipsis: String) -> String {
    var result = "\""
    for character in text.prefix(200) {
      switch character {
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\"", "\\", "{", "}": result += "\\" + String(character)
      default: result.append(character)
      }
    }
    return result + (text.utf8.count > 200 && text.count > 200 ? ellipsis : "") + "\""
  }
}

extension Display {
  /// A range as it is written.
  func text(range: NumberRange) -> String {
    let ends = "\(number(range.start))..\(number(range.end))"
    return range.step == 1 ? ends : ends + " by \(number(range.step))"
  }
}

extension Value {
  fileprivate var isModelOrCell: Bool {
    switch self {
    case .model, .cell: true
    default: false
    }
  }
}
