// Tuples and ranges.
import TensorKit

/// Values in order, some with labels.
package final class Tuple: Box {
  package let elements: [Value]
  /// A label for each element or nil, or an empty list when none has one.
  package let labels: [String?]

  package init(_ elements: [Value], labels: [String?] = []) {
    self.elements = elements
    self.labels = labels.contains { $0 != nil } ? labels : []
    super.init(holding: elements)
  }

  package override var byteSize: Int { 64 + 24 * elements.count }

  package func label(_ index: Int) -> String? { index < labels.count ? labels[index] : nil }

  /// The element with a label.
  package subscript(label: String) -> Value? {
    labels.firstIndex(of: label).flatMap { $0 < elements.count ? elements[$0] : nil }
  }
}

/// `start..end by step`: half-open.
package final class NumberRange: Box {
  package let start: Double
  package let end: Double
  package let step: Double

  package init(_ start: Double, _ end: Double, by step: Double = 1) {
    self.start = start
    self.end = end
    self.step = step
    super.init()
  }

  /// How many numbers it holds.
  package var count: Int {
    let steps = ((end - start) / step).rounded(.up)
    return steps > 0 ? Int(saturating: steps) : 0
  }

  package subscript(index: Int) -> Double { start + Double(index) * step }
}
