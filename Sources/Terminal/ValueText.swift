// A value on the screen: as the session writes it, and one dim line with its shape and precision.
import Diagnostics
import Session

/// Writes values.
package struct ValueText {
  private let look: Look
  private let showsShapes: Bool

  package init(_ look: Look, showsShapes: Bool = true) {
    self.look = look
    self.showsShapes = showsShapes
  }

  /// Whole lines. What got a name is told in a line; a value without a name is written out.
  package func text(of value: Event.ShownValue) -> String {
    if let name = value.name, !name.isEmpty { return named(name, value.line) }
    var lines = ScreenText.lines(of: value.text).flatMap { shown($0) }
    if let shape = shapeLine(value) { lines += fitting(shape).map { Ink.dim.paint($0, look) } }
    return lines.map { $0 + "\n" }.joined()
  }

  /// `W : [784, 100] float32`, the name told apart from what is said of it.
  private func named(_ name: String, _ line: String) -> String {
    let lines = ScreenText.lines(of: line).flatMap { fitting(ScreenText.visible($0, look)) }
    let name = ScreenText.ascii(name, look)
    return lines.enumerated().map { index, line in
      guard index == 0, line.hasPrefix(name) else { return line + "\n" }
      let rest = String(line.dropFirst(name.count))
      // What follows `=` is the value itself; what follows `:` says what it is.
      let isValue = rest.hasPrefix(" =")
      return Ink.name.paint(name, look) + (isValue ? emphasised(rest) : Ink.dim.paint(rest, look)) + "\n"
    }.joined()
  }

  /// `[2, 3] float32`; nothing for a plain number, whose value says all.
  private func shapeLine(_ value: Event.ShownValue) -> String? {
    guard showsShapes, let shape = value.shape, let precision = value.precision else { return nil }
    if shape.isEmpty { return precision == "float64" || precision == "bool" ? nil : "  " + precision }
    return "  [\(shape.map { "\($0)" }.joined(separator: ", "))] \(precision)"
  }

  private func shown(_ line: String) -> [String] {
    fitting(ScreenText.visible(line, look)).map { emphasised($0) }
  }

  /// A line cut to the screen, on which nothing else knows where it would break. A log keeps lines whole.
  private func fitting(_ line: String) -> [String] {
    let line = ScreenText.ascii(line, look)
    guard look.isInteractive else { return [line] }
    let indent = line.prefix { $0 == " " || $0 == "[" }.count
    return ScreenText.wrapped(line, look.columns, indent: indent + 1)
  }

  /// What is left out steps back, and what is no number comes forward.
  private func emphasised(_ line: String) -> String {
    guard look.colours != .none else { return line }
    var result = ""
    var word = ""
    func painted(_ word: String) -> String {
      switch word {
      case "…", "...": Ink.dim.paint(word, look)
      case "NaN", "-NaN", "∞", "-∞", "inf", "-inf": Ink.warning.paint(word, look)
      default: word
      }
    }
    for character in line {
      if " ,[]()".contains(character) {
        result += painted(word)
        result.append(character)
        word = ""
      } else {
        word.append(character)
      }
    }
    return result + painted(word)
  }
}
