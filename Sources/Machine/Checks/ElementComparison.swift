// Two sides of numbers against each other, element by element: which is worst, and how both are written so that one sees it.
import Diagnostics
import Graph
import Syntax
import TensorKit

/// Numbers in a shape.
struct Numbers {
  let values: [Double]
  let shape: Shape
  var isSingle = false

  /// The element that meets the element `index` of a result to which this is stretched.
  func element(_ index: Int, of result: Shape) -> Double {
    if values.count == 1 { return values[0] }
    var (rest, place, step) = (index, 0, 1)
    for axis in 0..<result.rank {
      let size = max(1, result[result.rank - 1 - axis])
      let position = rest % size
      rest /= size
      guard axis < shape.rank else { continue }
      let own = shape[shape.rank - 1 - axis]
      if own > 1 { place += position * step }
      step *= own
    }
    return values.indices.contains(place) ? values[place] : .nan
  }
}

/// Where two sides are farthest from what a comparison asks.
struct ElementComparison {
  let left: Numbers
  let right: Numbers
  let shape: Shape
  /// The element that is worst, in row order.
  let worst: Int
  /// How many elements do not hold.
  let wrongCount: Int

  /// Nil where everything holds. An element that is no number is worst.
  init?(_ left: Numbers, _ right: Numbers, shape: Shape, isWrong: (Int) -> Bool) {
    var worst: (index: Int, distance: Double)?
    var count = 0
    for index in 0..<shape.count where isWrong(index) {
      count += 1
      var distance = abs(left.element(index, of: shape) - right.element(index, of: shape))
      if distance.isNaN { distance = .infinity }
      if distance > worst?.distance ?? -1 { worst = (index, distance) }
    }
    guard let worst else { return nil }
    (self.left, self.right, self.shape, self.worst, wrongCount) = (left, right, shape, worst.index, count)
  }

  var leftNumber: Double { left.element(worst, of: shape) }
  var rightNumber: Double { right.element(worst, of: shape) }
  var difference: Double { abs(leftNumber - rightNumber) }
  /// The difference beside the larger side.
  var relative: Double {
    let size = max(abs(leftNumber), abs(rightNumber))
    return size > 0 ? difference / size : 0
  }
  var hasNaN: Bool { leftNumber.isNaN || rightNumber.isNaN }
}

extension Machine {
  /// The elements of a value, of an estimate those of its mean; nil where it is no number.
  func numbers(_ value: Value) throws -> Numbers? {
    if case .number(let number) = value { return Numbers(values: [number], shape: .scalar) }
    guard let tensor = try tensorOrMean(value) else { return nil }
    let array = try tensor.value()
    return Numbers(values: array.doubles, shape: array.shape, isSingle: array.dtype == .float32)
  }

  /// Both sides as text with as many digits as it takes to tell them apart: whole where they are short, else the worst element.
  func sides(_ left: Value, _ right: Value, _ comparison: ElementComparison? = nil) throws -> [CheckReport.Finding] {
    var texts = ("", "")
    for digits in display.significant...17 {
      var display = display
      display.significant = digits
      display.width = 10_000
      texts = (try short(left, comparison, \.leftNumber, display), try short(right, comparison, \.rightNumber, display))
      if texts.0 != texts.1 || comparison == nil || comparison?.difference == 0 { break }
    }
    return [
      .init("left", CheckWords.left, CheckWords.plain(texts.0)),
      .init("right", CheckWords.right, CheckWords.plain(texts.1)),
    ]
  }

  private func short(
    _ value: Value, _ comparison: ElementComparison?, _ element: (ElementComparison) -> Double, _ display: Display
  ) throws -> String {
    let count = shape(of: value)?.count ?? 1
    if count > 8, let comparison { return display.number(element(comparison)) }
    let text = try display.text(value)
    guard text.count > 72 || text.contains("\n") else { return text }
    if let comparison { return display.number(element(comparison)) }
    let line = text.split(whereSeparator: \.isNewline).first ?? ""
    return String(line.prefix(71)) + display.ellipsis
  }

  /// Both sides of a comparison that holds.
  func sides(_ link: Link) throws -> [CheckReport.Finding] { try sides(link.left, link.right) }

  /// What is to be told of a comparison that gave this answer and does not hold.
  func failure(of link: Link, _ answer: Value) throws -> ClaimResult {
    if case .tuple(let left) = link.left, case .tuple(let right) = link.right {
      return try failure(of: link, left, right)
    }
    guard let left = try numbers(link.left), let right = try numbers(link.right),
      let shape = left.shape.broadcast(with: right.shape)
    else { return ClaimResult(.failed, try sides(link)) }
    var truths: [Double]?
    if case .tensor(let tensor) = answer { truths = try tensor.look().doubles }
    let isWrong = { (index: Int) in truths.map { $0.indices.contains(index) && $0[index] == 0 } ?? true }
    guard let found = ElementComparison(left, right, shape: shape, isWrong: isWrong) else {
      return ClaimResult(.failed, try sides(link))
    }
    var findings = try sides(link.left, link.right, found)
    if link.symbol != .notEqual {
      findings.append(CheckWords.difference(found, isRelative: link.symbol == .near && link.bound == nil, display))
    }
    if link.symbol == .near { findings.append(try tolerance(of: link, found)) }
    if shape.count > 1 {
      findings.append(CheckWords.place(found.worst, of: truths == nil ? nil : found.wrongCount, in: shape))
    }
    return ClaimResult(.failed, findings, notes: notes(link, found))
  }

  /// What was allowed, and why.
  private func tolerance(of link: Link, _ found: ElementComparison) throws -> CheckReport.Finding {
    if link.left.estimate != nil || link.right.estimate != nil,
      let errors = try binary(.subtract, link.left, link.right).estimate?.error.look().doubles
    {
      let error = errors.count == 1 ? errors[0] : errors.indices.contains(found.worst) ? errors[found.worst] : 0
      return CheckWords.tolerance(bar: 4 * error, within: link.bound, display)
    }
    if let bound = link.bound { return CheckWords.tolerance(bound, display) }
    let isSingle = found.left.isSingle || found.right.isSingle
    let (relative, absolute) = Machine.tolerance(isSingle: isSingle)
    let allowed = max(absolute, relative * max(abs(found.leftNumber), abs(found.rightNumber)))
    return CheckWords.tolerance(allowed, relative: relative, isSingle: isSingle, display)
  }

  private func notes(_ link: Link, _ found: ElementComparison) -> [Diagnostic.Note] {
    var notes: [Diagnostic.Note] = []
    if found.hasNaN { notes.append(CheckWords.notANumber) }
    if link.symbol == .equal, found.difference > 0, found.relative < 1e-9 { notes.append(CheckWords.onlyRounding) }
    if found.left.shape != found.right.shape, found.left.shape.rank > 0, found.right.shape.rank > 0 {
      notes.append(CheckWords.stretched(found.left.shape, found.right.shape, found.shape))
    }
    return notes
  }

  /// Where two tuples first differ.
  private func failure(of link: Link, _ left: Tuple, _ right: Tuple) throws -> ClaimResult {
    guard link.symbol != .notEqual else { return ClaimResult(.failed, try sides(link)) }
    guard left.elements.count == right.elements.count, left.labels == right.labels else {
      return ClaimResult(.failed, try sides(link), notes: [CheckWords.structuresDiffer])
    }
    for (index, pair) in zip(left.elements, right.elements).enumerated() {
      if let shapes = try shapesDiffer(pair.0, pair.1) {
        return ClaimResult(.failed, try sides(link), notes: [shapes])
      }
      let answer = try compare(link.symbol, pair.0, pair.1, within: link.bound.map { .number($0) })
      if try holdsThroughout(answer) { continue }
      var result = try failure(of: Link(symbol: link.symbol, left: pair.0, right: pair.1, bound: link.bound), answer)
      result.findings.append(CheckWords.part(left.label(index).map { "." + $0 } ?? "[\(index)]", isTuple: true))
      return result
    }
    return ClaimResult(.failed, try sides(link))
  }

  private func shapesDiffer(_ a: Value, _ b: Value) throws -> Diagnostic.Note? {
    guard let first = try sort(a), let other = try sort(b), first.shape != other.shape else { return nil }
    return CheckWords.shapesDiffer(first.shape, other.shape)
  }

  /// Whether a comparison holds for every element.
  func holdsThroughout(_ answer: Value) throws -> Bool {
    switch answer {
    case .truth(let truth): return truth
    case .tensor(let tensor): return try tensor.look().doubles.allSatisfy { $0 != 0 }
    case .host: return true
    default: return try truth(answer)
    }
  }
}
