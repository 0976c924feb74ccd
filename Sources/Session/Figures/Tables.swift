// `table`: rows and columns of numbers and texts.
import Diagnostics
import Figures
import Machine
import TensorKit

extension FigureNatives {
  static let tableRows: [NativeRow] = [
    row(
      "table", [.init("columns")], options: ["title", "rows", "names", "digits"],
      summary:
        "A table. `table((d: [2, 4], error: [0.1, 0.05]))` has columns with names; a tuple of tuples with equal "
        + "labels has a row for each, as in `table(((d: d, error: f(d)) for d in (2, 4, 8)))`; a matrix takes `names` "
        + "for its columns. `rows` names the rows, `digits` says how many digits numbers have.",
      example: "table((method: (\"PCA\", \"AE\"), error: [0.061, 0.042]))"
    ) { call in try TableFigure.make(call) },
    summaryRow,
  ]
}

enum TableFigure {
  private static let mostRows = 1_000
  private static let mostColumns = 100
  private static let longestText = 1_000

  /// A column, before its numbers are written.
  private struct Column {
    var name: String
    /// The cells that are shown, and how many there are in all.
    let cells: [Value]
    let count: Int

    init(name: String, cells: some Collection<Value>) {
      self.name = name
      self.cells = Array(cells.prefix(mostRows))
      count = cells.count
    }
  }

  static func make(_ call: FigureCall) throws -> Figure {
    var columns = try columns(call.required("columns"), call)
    if let names = try call.names(for: columns.count, FigureWords.columnCount) {
      for index in columns.indices { columns[index].name = names[index] }
    }
    guard columns.count <= mostColumns else {
      throw call.tooMany(columns.count, most: mostColumns, argument: 0)
    }
    let count = columns.map(\.count).max() ?? 0
    if count == 0, columns.allSatisfy(\.name.isEmpty) { throw Fault(.nothingFinite, ["op": call.op], argument: 0) }
    if let first = columns.first, let other = columns.first(where: { $0.count != first.count }) {
      throw call.sizes(.text(first.name), first.count, .text(other.name), other.count, argument: 0)
    }
    var made: [Table.Column] = []
    if let rows = try call.names("rows", for: count, FigureWords.rowCount) {
      made.append(Table.Column("", isNumeric: false, cells: Array(rows.prefix(mostRows))))
    }
    let digits = try call.count("digits", in: 1...17)
    for column in columns {
      made.append(try written(column, digits: digits, call))
    }
    var title = try call.text("title")
    if count > mostRows {
      let note = FigureWords.rowsOf.filled(
        ["shown": .text("\(mostRows)"), "count": .text("\(count)")], in: call.language)
      title = title.map { "\($0) (\(note))" } ?? note
    }
    return .table(Table(title: title, columns: made))
  }

  // MARK: What the columns are

  private static func columns(_ value: Value, _ call: FigureCall) throws -> [Column] {
    switch value {
    case .tuple(let tuple):
      if let rows = rows(tuple) { return try columns(ofRows: rows, call) }
      // A label for every number: one row.
      return try tuple.elements.enumerated().map { index, element in
        Column(name: tuple.label(index) ?? "", cells: try cells(element, call))
      }
    case .tensor, .cell, .series, .range, .number:
      let numbers = try call.numbers(value, argument: 0)
      switch numbers.shape.count {
      case 0, 1: return [Column(name: "", cells: numbers.values.lazy.map { .number($0) })]
      case 2:
        guard numbers.shape[1] <= mostColumns else { fallthrough }
        return (0..<numbers.shape[1]).map { index in
          Column(name: "\(index)", cells: numbers.column(index).map { .number($0) })
        }
      default: throw call.wrongShape(numbers.shape, argument: 0, FigureWords.matrixShape)
      }
    default: throw call.notDrawable(value, argument: 0, FigureWords.columns)
    }
  }

  /// The elements of a tuple where each is a row: a tuple with labels.
  private static func rows(_ tuple: Tuple) -> [Tuple]? {
    guard tuple.labels.isEmpty else { return nil }
    var rows: [Tuple] = []
    for element in tuple.elements {
      guard case .tuple(let row) = element, !row.labels.isEmpty else { return nil }
      rows.append(row)
    }
    return rows.isEmpty ? nil : rows
  }

  private static func columns(ofRows rows: [Tuple], _ call: FigureCall) throws -> [Column] {
    let names = rows[0].elements.indices.map { rows[0].label($0) ?? "" }
    for (index, row) in rows.enumerated() where row.elements.indices.map({ row.label($0) ?? "" }) != names {
      throw Fault(
        .rowsDiffer,
        [
          "number": .text("\(index + 1)"), "first": .text(names.prefix(12).joined(separator: ", ")),
          "other": .text(row.elements.indices.prefix(12).map { row.label($0) ?? "…" }.joined(separator: ", ")),
        ], argument: 0)
    }
    return names.enumerated().map { index, name in Column(name: name, cells: rows.map { $0.elements[index] }) }
  }

  /// The cells of a column: elements of a tensor with one axis, or of a tuple; a single value is a single cell.
  private static func cells(_ value: Value, _ call: FigureCall) throws -> [Value] {
    switch value {
    case .tuple(let tuple): return tuple.elements
    case .number, .truth, .text, .host: return [value]
    case .tensor(let tensor) where tensor.dtype == .bool && tensor.shape.rank == 1:
      try call.take(tensor.shape.count, argument: 0)
      return try tensor.look().bools.map { .truth($0) }
    default:
      let numbers = try call.numbers(value, argument: 0, expected: FigureWords.column)
      guard numbers.shape.count <= 1 else { throw call.wrongShape(numbers.shape, argument: 0, FigureWords.listShape) }
      return numbers.values.map { .number($0) }
    }
  }

  // MARK: How they are written

  private static func written(_ column: Column, digits: Int?, _ call: FigureCall) throws -> Table.Column {
    var numbers: [Double] = []
    var isNumeric = !column.cells.isEmpty
    for cell in column.cells {
      if call.isSingle(cell) {
        numbers.append(try call.machine.number(cell))
      } else {
        isNumeric = false
        break
      }
    }
    if isNumeric {
      return Table.Column(column.name, isNumeric: true, cells: NumberColumn.written(numbers, digits: digits, call))
    }
    let texts = try column.cells.map { cell -> String in
      switch cell {
      case .text(let text): return String(text.string.prefix(longestText))
      case .number, .truth: return try call.machine.display.text(cell)
      case .tensor(let tensor) where tensor.shape.count <= 16: return try oneLine(cell, call)
      case .host where cell.figure != nil: break
      case .host: return try oneLine(cell, call)
      case .tuple(let tuple) where tuple.elements.count <= 16: return try oneLine(cell, call)
      case .nothing: return ""
      default: break
      }
      throw call.notDrawable(cell, argument: 0, FigureWords.column)
    }
    let isEstimates = column.cells.allSatisfy { if case .host = $0 { true } else { call.isSingle($0) } }
    return Table.Column(column.name, isNumeric: isEstimates && !texts.isEmpty, cells: texts)
  }

  private static func oneLine(_ value: Value, _ call: FigureCall) throws -> String {
    try call.machine.display.text(value).split(separator: "\n").joined(separator: " ")
  }
}

/// The numbers of a column in one style: points below each other, with digits enough to tell them apart and no more.
enum NumberColumn {
  static func written(_ numbers: [Double], digits: Int?, _ call: FigureCall) -> [String] {
    let display = Display(significant: digits ?? 4, language: call.language)
    let texts = numbers.map { display.number($0) }
    if numbers.allSatisfy({ !$0.isFinite || $0 == $0.rounded() }) { return texts }
    let sizes = numbers.filter { $0.isFinite && $0 != 0 }.map { abs($0) }
    guard let largest = sizes.max(), largest < 1e7, let smallest = sizes.min(), smallest >= 1e-5 || digits == nil else {
      return texts
    }
    // As many digits behind the point as the one that needs most, within reason.
    let decimals = min(texts.map(decimals).max() ?? 0, 8)
    guard !texts.contains(where: { $0.contains("e") }), largest / smallest < 1e4 else { return texts }
    return zip(numbers, texts).map { number, text in
      number.isFinite ? padded(text, to: decimals) : text
    }
  }

  private static func decimals(_ text: String) -> Int {
    guard let point = text.firstIndex(of: ".") else { return 0 }
    return text.distance(from: point, to: text.endIndex) - 1
  }

  /// Zeros at the end, so that points stand below each other.
  private static func padded(_ text: String, to decimals: Int) -> String {
    let own = NumberColumn.decimals(text)
    guard own < decimals else { return text }
    return text + (own == 0 ? "." : "") + String(repeating: "0", count: decimals - own)
  }
}
