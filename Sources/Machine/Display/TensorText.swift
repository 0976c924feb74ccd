// A tensor as text: one line for a vector, aligned columns for a matrix, edges alone of what is large.
import Diagnostics
import Syntax
import TensorKit

/// Elements by place, read one by one.
struct Elements {
  let shape: Shape
  let dtype: DType
  let read: ([Int]) -> Double
  /// How an element is written, where that takes more than its number.
  let write: (([Int], Page) throws -> String)?

  init(
    shape: Shape, dtype: DType, read: @escaping ([Int]) -> Double, write: (([Int], Page) throws -> String)? = nil
  ) {
    self.shape = shape
    self.dtype = dtype
    self.read = read
    self.write = write
  }
}

/// The writing of one tensor.
struct TensorText {
  private let elements: Elements
  private let page: Page
  private let width: Int
  private let column: Int
  /// How all elements are written where columns should line up: with so many decimals.
  private var decimals: Int?

  /// Elements of a vector that are written in full, over several lines if need be.
  private static let longestVector = 100
  /// Rows of a matrix that are written in full, and how many from either end of a longer one.
  private static let (mostRows, edgeRows) = (20, 4)
  /// Slices along outer axes that are written in full: fewer the more such axes there are, as they multiply.
  private static func mostSlices(rank: Int) -> Int { rank == 3 ? 4 : rank == 4 ? 2 : 1 }

  init(_ elements: Elements, page: Page, width: Int, column: Int) {
    self.elements = elements
    self.page = page
    self.width = width
    self.column = column
  }

  func text() throws -> String {
    let shape = elements.shape
    if shape.rank == 0 { return try element([]) }
    if shape.count == 0 { return brackets(of: shape) }
    return shape.rank == 1 ? try vector(shape[0]) : try matrices()
  }

  private var ellipsis: String { page.display.ellipsis }

  private func element(_ place: [Int]) throws -> String {
    if let write = elements.write {
      let text = try write(place, page)
      return page.format.map { Display.widened(text, $0, toTheLeft: false) } ?? text
    }
    let value = elements.read(place)
    if elements.dtype == .bool { return value != 0 ? "true" : "false" }
    if let decimals, page.format == nil {
      return page.display.special(value) ?? Display.withoutMinusZero(Display.print(value, "f", decimals))
    }
    let text = try page.number(value, isSingle: elements.dtype == .float32)
    return page.format.map { Display.widened(text, $0, toTheLeft: false) } ?? text
  }

  /// A tensor without elements: `[]`, and with more axes as many brackets as there are before the empty one.
  private func brackets(of shape: Shape) -> String {
    let depth = (shape.dims.firstIndex(of: 0) ?? 0) + 1
    let outer = shape.dims.prefix(depth - 1).reduce(1) { min(1_000, $0 * min($1, 1_000)) }
    let bracket = { (mark: Character) in String(repeating: mark, count: depth) }
    return outer == 1 ? bracket("[") + bracket("]") : bracket("[") + "]" + ", \(ellipsis)" + bracket("]").dropFirst()
  }

  // MARK: Vectors

  private func vector(_ size: Int) throws -> String {
    guard size > TensorText.longestVector else {
      let texts = try (0..<size).map { try element([$0]) }
      let line = "[" + texts.joined(separator: ", ") + "]"
      return line.count <= width ? line : wrapped(texts)
    }
    // As many from both ends as one line holds, at least three.
    var (head, tail): ([String], [String]) = ([], [])
    var length = 4 + ellipsis.count
    for place in 0..<(TensorText.longestVector / 2) {
      let (first, last) = (try element([place]), try element([size - 1 - place]))
      length += first.count + last.count + 4
      if length > width && place >= 3 { break }
      head.append(first)
      tail.insert(last, at: 0)
    }
    return "[" + (head + [ellipsis] + tail).joined(separator: ", ") + "]"
  }

  private func wrapped(_ texts: [String]) -> String {
    let indent = "\n" + String(repeating: " " as Character, count: column + 1)
    var result = "["
    var length = 1
    for (index, text) in texts.enumerated() {
      let isLast = index == texts.count - 1
      if index > 0, length + text.count + 1 > width {
        while result.last == " " { result.removeLast() }
        result += indent
        length = 1
      }
      result += text + (isLast ? "]" : ", ")
      length += text.count + 2
    }
    return result
  }

  // MARK: Matrices

  /// The places along an axis that are shown; nil stands for a gap.
  private static func shown(_ size: Int, most: Int, edge: Int) -> [Int?] {
    guard size > most else { return Array(0..<size) }
    return Array(0..<edge) + [nil] + Array((size - edge)..<size)
  }

  private func matrices() throws -> String {
    let rank = elements.shape.rank
    let rows = TensorText.shown(
      elements.shape[rank - 2], most: rank == 2 ? TensorText.mostRows : TensorText.mostRows / 2,
      edge: TensorText.edgeRows)
    let outer = (0..<(rank - 2)).map {
      let shown = TensorText.shown(elements.shape[$0], most: TensorText.mostSlices(rank: rank), edge: 1)
      return rank > 4 ? Array(shown.prefix(2)) : shown
    }
    let size = elements.shape[rank - 1]
    var columns = TensorText.shown(size, most: TensorText.longestVector / 2, edge: TensorText.longestVector / 4)
    var writer = self
    while true {
      writer.decimals = commonDecimals(outer, rows, columns)
      var cells: [[Int]: [[String]]] = [:]
      var widest = 1
      for place in TensorText.places(outer) {
        let table = try rows.compactMap { $0 }.map { row in
          try columns.map { column in try column.map { try writer.element(place + [row, $0]) } ?? ellipsis }
        }
        for cells in table {
          for (cell, column) in zip(cells, columns) where column != nil { widest = max(widest, cell.count) }
        }
        cells[place] = table
      }
      // Brackets, and a gap that is narrower than a column.
      let fitting = (width - 2 * rank + 2 - (columns.contains(nil) ? ellipsis.count + 2 : 0)) / (widest + 2)
      let most = max(2, fitting)
      let count = columns.count { $0 != nil }
      if count <= most || count <= 2 {
        // Where not even two columns have room, fewer digits of them do.
        if count > fitting, let narrower = fewerDigits { return try narrower.text() }
        return lines(cells, outer, rows, columns, widest)
      }
      columns = TensorText.shown(size, most: 0, edge: max(1, min(count - 1, most) / 2))
    }
  }

  /// The same with half the digits, but for two; nil where a format says how many.
  private var fewerDigits: TensorText? {
    guard page.format == nil, page.display.significant > 2 else { return nil }
    var display = page.display
    display.significant = max(2, display.significant / 2)
    return TensorText(elements, page: Page(display: display, format: nil), width: width, column: column)
  }

  /// Every combination of shown places along the outer axes.
  private static func places(_ outer: [[Int?]]) -> [[Int]] {
    outer.reduce([[]]) { places, axis in places.flatMap { place in axis.compactMap { $0 }.map { place + [$0] } } }
  }

  /// The decimals with which numbers line up; nil where sizes differ too much, or all are whole.
  private func commonDecimals(_ outer: [[Int?]], _ rows: [Int?], _ columns: [Int?]) -> Int? {
    guard elements.dtype.isFloating, elements.write == nil, page.format == nil else { return nil }
    let digits = page.display.significant
    var largest = Int.min
    var smallest = Int.max
    var needed = 0
    for place in TensorText.places(outer) {
      for row in rows.compactMap({ $0 }) {
        for column in columns.compactMap({ $0 }) {
          let value = elements.read(place + [row, column])
          guard value.isFinite, value != 0 else { continue }
          let number = Digits(value, digits)
          (largest, smallest) = (max(largest, number.exponent), min(smallest, number.exponent))
          needed = max(needed, number.decimals)
        }
      }
    }
    guard needed > 0, largest < digits, smallest >= -4, largest - smallest <= 4 else { return nil }
    return min(needed, max(0, digits - 1 - largest))
  }

  private func lines(_ cells: [[Int]: [[String]]], _ outer: [[Int?]], _ rows: [Int?], _ columns: [Int?], _ widest: Int)
    -> String
  {
    func block(_ place: [Int], _ axis: Int) -> String {
      let indent = String(repeating: " " as Character, count: column + axis + 1)
      if axis == outer.count {
        let table = cells[place] ?? []
        var next = table.makeIterator()
        let texts = rows.map { row -> String in
          guard row != nil, let cells = next.next() else { return ellipsis }
          let padded = zip(cells, columns).map { cell, column in
            String(repeating: " " as Character, count: column == nil ? 0 : max(0, widest - cell.count)) + cell
          }
          return "[" + padded.joined(separator: ", ") + "]"
        }
        return "[" + texts.joined(separator: ",\n" + indent) + "]"
      }
      let gap = String(repeating: "\n" as Character, count: outer.count - axis + 1)
      let texts = outer[axis].map { slice in slice.map { block(place + [$0], axis + 1) } ?? ellipsis }
      return "[" + texts.joined(separator: "," + gap + indent) + "]"
    }
    return block([], 0)
  }
}

extension Display {
  /// `-0.00` is zero.
  static func withoutMinusZero(_ text: String) -> String {
    text.hasPrefix("-") && !text.contains { $0 >= "1" && $0 <= "9" } ? String(text.dropFirst()) : text
  }
}
