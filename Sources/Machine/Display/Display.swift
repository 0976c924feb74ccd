// Values as text: what `print` shows, what stands in strings, and the line that tells a shape.
import Diagnostics
import Graph
import Syntax
import TensorKit

/// How values are turned into text. Long ones are cut in the middle: nothing prints for ever.
package struct Display {
  /// Columns of a line.
  package var width = 80
  /// Digits of a number that is not whole.
  package var significant = 6
  package var language = Language.en
  /// Only ASCII: `inf` for `∞`, `...` for `…`.
  package var isPlain = false

  package init(width: Int = 80, significant: Int = 6, language: Language = .en, isPlain: Bool = false) {
    self.width = width
    self.significant = significant
    self.language = language
    self.isPlain = isPlain
  }

  var ellipsis: String { isPlain ? "..." : "…" }

  /// What `print(value)` and `"{value}"` show.
  package func text(_ value: Value) throws -> String {
    if case .text(let text) = value { return text.string }
    var page = Page(display: self, format: nil)
    return try page.text(value, column: 0, depth: 0)
  }

  /// Puts what `text` shows behind other text; whole numbers and texts, which loops write by the thousand, without a detour.
  func write(_ value: Value, to bytes: inout [UInt8]) throws {
    switch value {
    case .text(let text): text.withBytes { bytes.append(contentsOf: $0) }
    case .number(let number):
      guard let whole = Int(exactly: number), whole.magnitude < 1 << 53 else { fallthrough }
      Display.write(whole, to: &bytes)
    default: bytes.append(contentsOf: try text(value).utf8)
    }
  }

  private static func write(_ whole: Int, to bytes: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { digits in
      var place = digits.count
      var rest = whole.magnitude
      repeat {
        place -= 1
        digits[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      if whole < 0 {
        place -= 1
        digits[place] = UInt8(ascii: "-")
      }
      bytes.append(contentsOf: digits[place...])
    }
  }

  /// A value in a string with a format: `{x:.3f}`. Tensors are formatted element by element.
  package func format(_ value: Value, _ format: TextFormat?) throws -> String {
    guard let format else { return try text(value) }
    let body: String
    switch value {
    case .text(let text):
      guard format.style == nil, format.precision == nil, !format.showsPlus, !format.padsWithZeros else {
        throw Fault(.cannotFormat, ["kind": value.kindPhrase])
      }
      body = text.string
    case .number(let number): body = try self.number(number, format, isSingle: false)
    case .tensor, .cell, .series, .tuple, .range:
      var page = Page(display: self, format: format)
      body = try page.text(value, column: 0, depth: 0)
    case .host(let object) where object.isNumeric:
      var page = Page(display: self, format: format)
      body = try page.text(value, column: 0, depth: 0)
    case .nothing, .truth, .function, .model, .optimizer, .host:
      guard format.style == nil, format.precision == nil, !format.showsPlus, !format.padsWithZeros else {
        throw Fault(.cannotFormat, ["kind": value.kindPhrase])
      }
      body = try text(value)
    }
    let isText = if case .text = value { true } else { false }
    return Display.widened(body, format, toTheLeft: isText)
  }

  /// A text made as wide as a format asks.
  static func widened(_ text: String, _ format: TextFormat, toTheLeft: Bool) -> String {
    // Nobody reads a wider column; a slip must not fill the memory.
    let missing = min(format.width, 1_000) - text.count
    guard missing > 0 else { return text }
    let space = { String(repeating: " " as Character, count: $0) }
    if format.padsWithZeros, format.alignment == nil {
      let sign = text.prefix { $0 == "-" || $0 == "+" }
      guard text.dropFirst(sign.count).first?.isNumber == true else { return space(missing) + text }
      return sign + String(repeating: "0" as Character, count: missing) + text.dropFirst(sign.count)
    }
    switch format.alignment ?? (toTheLeft ? "<" : ">") {
    case "<": return text + space(missing)
    case "^": return space(missing / 2) + text + space(missing - missing / 2)
    default: return space(missing) + text
    }
  }

  // MARK: Lines that tell what a value is

  /// The shape and precision of a tensor, what a model holds; nil for what a look at it tells.
  package func shapeLine(_ value: Value) -> String? {
    switch value {
    case .tensor(let tensor): return sort(tensor.shape, tensor.dtype)
    case .cell(let cell): return sort(cell.parameter.value.shape, cell.parameter.value.dtype)
    case .series(let series): return sort(Shape([series.count] + series.shape.dims), series.dtype)
    case .model(let model) where model.shown != nil: return nil
    case .model(let model): return model.name + (isPlain ? ", " : " · ") + parameters(model)
    // Of a single estimate the value is what one looks for.
    case .host(let object): return object.sort.flatMap { $0.shape.rank > 0 ? sort($0.shape, $0.dtype) : nil }
    case .nothing, .number, .truth, .text, .tuple, .range, .function, .optimizer: return nil
    }
  }

  /// A name with what it stands for: `W : [784, 100] float32`, `x = 3`.
  package func named(_ name: String?, _ value: Value) throws -> String {
    guard let name, !name.isEmpty else { return try shapeLine(value) ?? text(value) }
    if let line = shapeLine(value) {
      // Of a single number the value is what one looks for.
      guard line == DType.float32.description else { return "\(name) : \(line)" }
      return "\(name) = \(try text(value)) (\(line))"
    }
    if case .function(let function) = value { return "\(name) : \(signature(function))" }
    var page = Page(display: self, format: nil)
    return "\(name) = \(try page.quoted(value, column: name.count + 3))"
  }

  /// `[2, 3] float32`; a single number in double precision is a plain number.
  private func sort(_ shape: Shape, _ dtype: DType) -> String? {
    if shape.rank > 0 { return "\(shape) \(dtype)" }
    return dtype == .float32 ? dtype.description : nil
  }

  /// "78,500 parameters".
  func parameters(_ model: Model) -> String {
    let count = Display.parameterCount(model)
    let words =
      count == 1
      ? Words(en: "1 parameter", es: "1 parámetro", pt: "1 parâmetro")
      : Words(en: "{count} parameters", es: "{count} parámetros", pt: "{count} parâmetros")
    return words.filled(["count": .text(grouped(count))], in: language)
  }

  /// The numbers that a model learns; a parameter that stands in several places counts once.
  package static func parameterCount(_ model: Model) -> Int {
    var seen: Set<ObjectIdentifier> = []
    var open: [Value] = [.model(model)]
    var count = 0
    while let next = open.popLast() {
      switch next {
      case .cell(let cell):
        if !cell.isState, seen.insert(ObjectIdentifier(cell)).inserted {
          count = count.addingReportingOverflow(cell.parameter.value.count).partialValue
        }
      case .model(let inner): if seen.insert(ObjectIdentifier(inner)).inserted { open += inner.members.map(\.value) }
      case .tuple(let tuple): if seen.insert(ObjectIdentifier(tuple)).inserted { open += tuple.elements }
      default: continue
      }
    }
    return count
  }

  /// A whole number in groups of three digits, as the language separates them.
  package func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    let mark = language == .en ? "," : "."
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += mark }
      text.append(digit)
    }
    return (number < 0 ? "-" : "") + text
  }

  /// `fn encode(x: [n, 784]) -> [n, 2]`.
  package func signature(_ function: Function) -> String {
    let parameters = function.signature.parameters.map { parameter in
      let optional = parameter.isOptional && parameter.standard == nil ? "?" : ""
      return parameter.name + (parameter.isRepeated ? "..." : optional) + (parameter.shape.map { ": \($0)" } ?? "")
        + (parameter.standard.map { " = \($0)" } ?? "")
    }
    let result = function.signature.result.map { " -> \($0)" } ?? ""
    return "fn \(function.name)(\(parameters.joined(separator: ", ")))\(result)"
  }
}
