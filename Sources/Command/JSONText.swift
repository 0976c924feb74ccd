// JSON as text: what `--json` writes.

/// A value of JSON.
indirect enum JSONText {
  case null
  case truth(Bool)
  case number(Double)
  case whole(Int)
  case string(String)
  case list([JSONText])
  /// Names in this order.
  case object([(String, JSONText)])

  /// On one line.
  var text: String {
    var result = ""
    write(to: &result)
    return result
  }

  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .truth(let truth): text += truth ? "true" : "false"
    case .whole(let number): text += "\(number)"
    case .number(let number): text += JSONText.number(number)
    case .string(let string): JSONText.quote(string, to: &text)
    case .list(let items):
      text += "["
      for (index, item) in items.enumerated() {
        if index > 0 { text += "," }
        item.write(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += "," }
        JSONText.quote(member.0, to: &text)
        text += ":"
        member.1.write(to: &text)
      }
      text += "}"
    }
  }

  /// JSON has no infinity: such numbers are strings.
  private static func number(_ number: Double) -> String {
    if number.isNaN { return "\"NaN\"" }
    if number.isInfinite { return number > 0 ? "\"Infinity\"" : "\"-Infinity\"" }
    if let whole = Int(exactly: number), abs(whole) < 1 << 53, number != 0 || number.sign == .plus { return "\(whole)" }
    return "\(number)"
  }

  private static func quote(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case "\r": text += "\\r"
      // Line separators end a line for some readers; DEL is shown by none.
      case _ where scalar.value < 0x20 || scalar.value == 0x7f || scalar.value == 0x2028 || scalar.value == 0x2029:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

extension JSONText {
  static func optional(_ string: String?) -> JSONText { string.map { .string($0) } ?? .null }
  static func optional(_ number: Double?) -> JSONText { number.map { .number($0) } ?? .null }
  static func optional(_ number: Int?) -> JSONText { number.map { .whole($0) } ?? .null }
}
