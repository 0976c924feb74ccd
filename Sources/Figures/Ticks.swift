// Round places on an axis, and what is written at them.

/// The ticks of an axis.
package struct Ticks: Sendable, Hashable {
  /// In rising order, all inside the axis.
  package var values: [Double]
  /// What stands at each.
  package var labels: [String]
  /// Short ticks without labels between them.
  package var minor: [Double]

  package init(values: [Double], labels: [String], minor: [Double] = []) {
    self.values = values
    self.labels = labels
    self.minor = minor
  }

  /// Ticks in steps of 1, 2 or 5 times a power of ten: as many as there can be, but not more than `most`.
  package static func linear(_ span: Interval, atMost most: Int, isWhole: Bool = false) -> Ticks {
    let span = span.usable
    var step = RoundStep(atLeast: span.length / Double(max(1, most)))
    if isWhole && step.size < 1 { step = RoundStep(multiple: 1, exponent: 0) }
    for _ in 0..<8 {
      let ticks = linear(span, step: step)
      if ticks.values.count <= max(1, most) { return ticks }
      step = step.next
    }
    return linear(span, step: step)
  }

  private static func linear(_ span: Interval, step: RoundStep) -> Ticks {
    let size = step.size
    // A tick that misses the end by a rounding error belongs to the axis.
    let first = (span.low / size - 1e-9).rounded(.up)
    let last = (span.high / size + 1e-9).rounded(.down)
    guard first <= last, last - first < 1000 else { return Ticks(values: [], labels: []) }
    let count = Int(last - first) + 1
    let values = (0..<count).map { step.value((first + Double($0)) + 0).clamped(span.low, span.high) }
    let distinct = values.enumerated().filter { $0.offset == 0 || $0.element > values[$0.offset - 1] }.map(\.element)
    return Ticks(values: distinct, labels: labels(distinct, step: step))
  }

  /// The numbers in one style: all with the same digits after the point, or all with powers of ten.
  private static func labels(_ values: [Double], step: RoundStep) -> [String] {
    let largest = values.reduce(0) { max($0, abs($1)) }
    let size = largest > 0 ? decade(of: largest) : 0
    let digits = max(1, size - step.exponent + 1)
    let isOrdinary = step.exponent >= -5 && size < 5 && size >= -4
    let isPlain = largest == 0 || isOrdinary || (step.exponent >= 0 && size < 15 && digits > 4)
    if isPlain { return values.map { NumberText.fixed($0, decimals: max(0, -step.exponent)) } }
    return values.map { NumberText.scientific($0, digits: min(digits, 15)) }
  }

  /// Ticks for an axis whose steps multiply: powers of ten; 1, 2 and 5 times these where there are few.
  package static func logarithmic(_ span: Interval, atMost most: Int) -> Ticks {
    let most = max(1, most)
    let low = min(span.low, span.high).clamped(1e-300, 1e299)
    let high = max(span.low, span.high).clamped(low, 1e300)
    let (first, last) = (decade(of: low * (1 - 1e-9)), decade(of: high * (1 + 1e-9)))
    func inside(_ value: Double) -> Bool { value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9) }
    let decades = last > first ? Array((first + 1)...last) : []
    let whole = (decades.first == nil || inside(powerOfTen(first)) ? [first] : []) + decades
    let powers = whole.filter { inside(powerOfTen($0)) }
    if powers.count < 3 {
      for factors in [[1.0, 2, 5], [1, 3]] {
        let values = (first...last).flatMap { e in factors.map { $0 * powerOfTen(e) } }.filter(inside)
        if values.count >= 3, values.count <= most {
          return Ticks(values: values, labels: values.map(logarithmicLabel), minor: minor(first, last, inside))
        }
      }
      if powers.count < 2 {
        // Less than a decade: steps as on an ordinary axis.
        var ticks = linear(Interval(low, high), atMost: most)
        if ticks.values.first.map({ $0 <= 0 }) == true {
          ticks.values.removeFirst()
          ticks.labels.removeFirst()
        }
        return ticks
      }
    }
    let skip = max(1, (powers.count + most - 1) / most)
    let chosen = powers.filter { $0 % skip == 0 || skip == 1 }
    let values = chosen.map(powerOfTen)
    let between = skip == 1 ? (powers.count <= 7 ? minor(first, last, inside) : []) : powers.map(powerOfTen)
    // One style for the whole axis.
    let isPlain = chosen.allSatisfy { (-3...4).contains($0) }
    let labels = chosen.map { isPlain ? logarithmicLabel(powerOfTen($0)) : "10" + NumberText.raised($0) }
    return Ticks(values: values, labels: labels, minor: between)
  }

  private static func minor(_ first: Int, _ last: Int, _ inside: (Double) -> Bool) -> [Double] {
    (first...max(first, last)).flatMap { e in (2...9).map { Double($0) * powerOfTen(e) } }.filter(inside)
  }

  private static func logarithmicLabel(_ value: Double) -> String {
    let exponent = decade(of: value)
    if (-4...4).contains(exponent) { return NumberText.fixed(value, decimals: max(0, -exponent)) }
    return NumberText.scientific(value, digits: 2)
  }
}

/// 1, 2 or 5 times a power of ten.
struct RoundStep: Hashable {
  var multiple: Int
  var exponent: Int

  init(multiple: Int, exponent: Int) {
    self.multiple = multiple
    self.exponent = exponent
  }

  /// The smallest that is not below a number.
  init(atLeast size: Double) {
    let exponent = max(-290, decade(of: size))
    let factor = size / powerOfTen(exponent)
    // 1e-9: a range such as 0.3 ÷ 3 should give 0.1 though it comes out a little larger.
    switch factor {
    case ...(1 + 1e-9): self.init(multiple: 1, exponent: exponent)
    case ...(2 + 1e-9): self.init(multiple: 2, exponent: exponent)
    case ...(5 + 1e-9): self.init(multiple: 5, exponent: exponent)
    default: self.init(multiple: 1, exponent: exponent + 1)
    }
  }

  var size: Double { Double(multiple) * powerOfTen(exponent) }

  var next: RoundStep {
    switch multiple {
    case 1: RoundStep(multiple: 2, exponent: exponent)
    case 2: RoundStep(multiple: 5, exponent: exponent)
    default: RoundStep(multiple: 1, exponent: exponent + 1)
    }
  }

  /// So many steps from 0: divided by a whole power of ten, so that 3 steps of 0.1 are 0.3.
  func value(_ count: Double) -> Double {
    let whole = count * Double(multiple)
    if exponent < 0 && exponent > -300 { return whole / powerOfTen(-exponent) }
    return whole * powerOfTen(exponent)
  }
}
