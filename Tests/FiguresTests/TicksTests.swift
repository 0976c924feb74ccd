// Round ticks, and numbers as they are written.
import Figures
import Testing

@Suite("Ticks") struct TicksTests {
  @Test("ticks are round, inside, in order and not too many") func linear() {
    var noise = Noise()
    for _ in 0..<3000 {
      let scale = pow10(Int(noise.uniform() * 40) - 20)
      let low = noise.normal() * scale
      let span = Interval(low, low + abs(noise.normal()) * scale * pow10(Int(noise.uniform() * 5) - 3) + scale * 1e-6)
      let most = 2 + Int(noise.uniform() * 9)
      let ticks = Ticks.linear(span, atMost: most)
      #expect(ticks.values.count <= most && ticks.values.count == ticks.labels.count)
      #expect(ticks.values.allSatisfy { $0 >= span.low && $0 <= span.high })
      #expect(Set(ticks.labels).count == ticks.labels.count, "\(ticks.labels)")
      guard ticks.values.count > 1 else { continue }
      let step = ticks.values[1] - ticks.values[0]
      let digits = step / pow10(Int((Double(ticks.labels.count) * 0).rounded()))
      #expect(digits > 0)
      let first = Double("\(step)".first { "123456789".contains($0) }.map(String.init) ?? "0") ?? 0
      // 1, 2, 5, or what a difference of two such numbers makes of them.
      #expect([1, 2, 5, 4, 9].contains(first), "\(step)")
    }
  }

  private func pow10(_ exponent: Int) -> Double {
    (0..<abs(exponent)).reduce(1.0) { value, _ in exponent < 0 ? value / 10 : value * 10 }
  }

  @Test("known axes") func known() {
    #expect(Ticks.linear(Interval(0, 1), atMost: 6).labels == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"])
    #expect(Ticks.linear(Interval(-1.3, 2.2), atMost: 4).labels == ["−1", "0", "1", "2"])
    #expect(Ticks.linear(Interval(0, 4e5), atMost: 3).labels == ["0", "2·10⁵", "4·10⁵"])
    #expect(
      Ticks.linear(Interval(0, 0.0005), atMost: 6).labels == [
        "0.0000", "0.0001", "0.0002", "0.0003", "0.0004", "0.0005",
      ])
    #expect(Ticks.linear(Interval(0, 3e-7), atMost: 4).labels == ["0", "10⁻⁷", "2·10⁻⁷", "3·10⁻⁷"])
    #expect(Ticks.linear(Interval(0, 3), atMost: 9, isWhole: true).labels == ["0", "1", "2", "3"])
    #expect(Ticks.logarithmic(Interval(0.01, 1000), atMost: 6).labels == ["0.01", "0.1", "1", "10", "100", "1000"])
    #expect(Ticks.logarithmic(Interval(1e-8, 1e4), atMost: 5).labels == ["10⁻⁶", "10⁻³", "10⁰", "10³"])
    #expect(Ticks.logarithmic(Interval(2, 30), atMost: 8).labels == ["2", "5", "10", "20"])
    #expect(Ticks.logarithmic(Interval(3, 4), atMost: 6).labels == ["3.0", "3.2", "3.4", "3.6", "3.8", "4.0"])
  }

  @Test("any range has ticks") func extremes() {
    for numbers in Samples.hardNumbers {
      let span = Interval(numbers.first ?? 0, numbers.last ?? 0)
      for most in [-5, 0, 1, 7, 1000] {
        #expect(Ticks.linear(span, atMost: most).values.allSatisfy { $0.isFinite })
        #expect(
          Ticks.logarithmic(Interval(abs(span.low), abs(span.high)), atMost: most).values.allSatisfy { $0.isFinite })
      }
    }
  }

  @Test("numbers as they are written") func numbers() {
    let cases: [(Double, String)] = [
      (0, "0"), (-0.0, "0"), (3, "3"), (-2.5, "−2.5"), (0.1 + 0.2, "0.3"), (123_456, "123456"), (1e6, "10⁶"),
      (2.35e-7, "2.35·10⁻⁷"), (0.00021, "0.00021"), (1234.5, "1234"), (.infinity, "∞"), (-.infinity, "−∞"),
      (.nan, "nan"),
      (9.999e9, "10¹⁰"), (.leastNonzeroMagnitude, "4.94·10⁻³²⁴"), (1.7e308, "1.7·10³⁰⁸"),
    ]
    for (value, text) in cases { #expect(NumberText.brief(value) == text) }
    #expect(NumberText.fixed(-0.001, decimals: 2) == "0.00")
    #expect(NumberText.fixed(1e300, decimals: 2) == "10³⁰⁰")
  }
}
