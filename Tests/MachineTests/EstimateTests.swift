// Estimates: their errors are as large as they say, and carried along as the delta method has it.
import Diagnostics
import Graph
import Machine
import Syntax
import TensorKit
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite("Estimates") struct EstimateTests {
  /// How often of 400 seeds a value lay within one and within four of its errors around the truth.
  private struct Coverage {
    var one = 0
    var four = 0

    mutating func count(_ value: Value, truth: Double) throws {
      let estimate = try #require(value.estimate)
      let (mean, error) = (try #require(estimate.mean.look().item), try #require(estimate.error.look().item))
      if abs(mean - truth) <= error { one += 1 }
      if abs(mean - truth) <= 4 * error { four += 1 }
    }

    /// 68.3 % of 400 are 273; twelve of two standard deviations off would be one run in many thousands.
    var isAsPromised: Bool { (235...312).contains(one) && four >= 398 }
  }

  private func draws(_ machine: Machine, _ count: Double, mean: Double) throws -> Value {
    try machine.call(row: "normal", .number(count), labelled: [("mean", .number(mean))])
  }

  @Test("over 400 seeds: within one error 68 times of 100, within four nearly always") func coverage() throws {
    var coverage: [String: Coverage] = [:]
    for seed in 0..<400 {
      let machine = Machine(graph: Graph(seed: UInt64(seed)), sources: Sources())
      func note(_ name: String, _ value: Value, _ truth: Double) throws {
        try coverage[name, default: Coverage()].count(value, truth: truth)
      }
      let (x, y) = (try draws(machine, 400, mean: 1.5), try draws(machine, 300, mean: 2))
      let both = try Estimate.make(of: .tuple(x, machine.binary(.power, x, .number(2))), in: machine)
      let (a, b) = (try #require(both.parts?[0]), try #require(both.parts?[1]))
      let c = try Estimate.make(of: y, in: machine)
      try note("mean", a, 1.5)
      try note("sum of two sets", machine.binary(.add, a, c), 3.5)
      try note("product of two sets", machine.binary(.multiply, a, c), 3)
      try note("product of one set", machine.binary(.multiply, a, b), 1.5 * 3.25)
      try note("variance", machine.binary(.subtract, b, machine.binary(.power, a, .number(2))), 1)
      try note("logarithm", machine.call(row: "log", b), log(3.25))
      try note("quotient of both", machine.binary(.divide, machine.binary(.multiply, b, c), a), 3.25 * 2 / 1.5)
      let list = try machine.stack([a, c, .number(1)])
      try note("sum of a list", machine.call(row: "sum", list), 4.5)
    }
    #expect(coverage.count == 8)
    for (name, found) in coverage { #expect(found.isAsPromised, "\(name): \(found)") }
  }

  @Test("the error of one draw set, of two, and of pairs") func errors() throws {
    let machine = machine()
    let samples = try machine.vector([1, 2, 3, 4])
    let (a, b) = (try Estimate.make(of: samples, in: machine), try Estimate.make(of: samples, in: machine))
    // The squares are multiples of 1/12: the samples lie 5 apart in squares, over 4 · 3.
    func twelfths(_ value: Value) throws -> [Double] {
      try #require(value.estimate).error.look().doubles.map { ($0 * $0 * 12e9).rounded() / 1e9 }
    }
    #expect(try twelfths(a) == [5])
    #expect(try twelfths(machine.binary(.add, a, b)) == [10])
    #expect(try twelfths(machine.binary(.add, a, a)) == [20])
    #expect(try twelfths(machine.binary(.subtract, a, b)) == [10])
    #expect(try #require(machine.binary(.subtract, a, a).estimate).error.look().doubles == [0])
    // What is put into a list is paired, and stays tied to what it was made of.
    let list = try machine.stack([a, b])
    #expect(try twelfths(list) == [5, 5])
    let last = try machine.index(list, [.position(.number(1))])
    #expect(try #require(machine.binary(.subtract, last, b).estimate).error.look().doubles == [0])
    #expect(try twelfths(machine.binary(.subtract, last, a)) == [0])
    let many = try machine.stack((0..<5).map { _ in try Estimate.make(of: samples, in: machine) })
    #expect(try #require(many.estimate).held.count == 3, "the mean, the error, one set")
  }

  @Test("samples without elements, and tuples that share their parts") func strange() throws {
    let machine = machine()
    let empty = try #require(Estimate.make(of: machine.vector([], [4, 0]), in: machine).estimate)
    #expect(empty.mean.shape == [0])
    #expect(try machine.display.text(machine.binary(.power, .host(empty), .number(2))) == "[]")
    var nested = try machine.vector([1, 2])
    for _ in 0..<60 { nested = .tuple(nested, nested) }
    let result = try Estimate.make(of: nested, in: machine)
    #expect(result.parts?.count == 2)
  }

  @Test("every operator with a derivative carries errors as differences say") func operators() throws {
    let machine = machine()
    let samples: [[Double]] = [[0.4, 0.3, 0.9], [0.5, 0.2, 0.7], [0.6, 0.4, 0.8], [0.5, 0.3, 0.4]]
    let mean = (0..<3).map { column in samples.map { $0[column] }.reduce(0, +) / 4 }
    let estimate = try Estimate.make(of: machine.vector(samples.flatMap { $0 }, [4, 3]), in: machine)
    for name in ["exp", "log", "tanh", "softmax", "cumsum", "sum", "mean", "std", "logsumexp", "norm", "sort", "max"] {
      let found = try #require(machine.call(row: name, estimate).estimate, "\(name)")
      let size = found.mean.shape.count
      var squares = [Double](repeating: 0, count: size)
      for sample in samples {
        func value(_ step: Double) throws -> [Double] {
          let moved = zip(mean, sample).map { $0 + step * ($1 - $0) }
          let result = try machine.call(row: name, machine.vector(moved))
          return try result.numbers ?? [#require(result.number)]
        }
        let (up, down) = (try value(1e-5), try value(-1e-5))
        for index in 0..<size { squares[index] += pow((up[index] - down[index]) / 2e-5, 2) }
      }
      for (found, square) in zip(try found.error.look().doubles, squares) {
        #expect(abs(found - sqrt(square / 12)) < 1e-7, "\(name)")
      }
    }
  }

  @Test("outside of a derivative nothing is left to be computed, and inside nothing is") func pending() throws {
    let machine = machine()
    let samples = try machine.pending([1, 2, 3, 4])
    let one = try Estimate.make(of: samples, in: machine)
    let two = try machine.binary(.multiply, one, one)
    for value in [one, two] {
      for held in try #require(value.estimate).held {
        guard case .tensor(let tensor) = held else { continue }
        #expect(!tensor.isPending)
      }
    }
    let inside = try machine.recording { try machine.binary(.multiply, two, .number(3)) }
    #expect(try #require(inside.estimate).mean.isPending && #require(inside.estimate).error.isPending)
    // When the trace ends, what estimates hold belongs to what must be computed.
    #expect(try #require(inside.estimate).held.count == 3)
  }

  @Test("a sum of thousands keeps at most sixteen sets and stays right") func longSums() throws {
    let machine = machine()
    var total = Value.number(0)
    for index in 0..<200 {
      let samples = try machine.vector([Double(index), Double(index + 2), Double(index + 1)])
      total = try machine.binary(.add, total, Estimate.make(of: samples, in: machine))
    }
    let estimate = try #require(total.estimate)
    #expect(try abs(#require(estimate.mean.known?.item) - 20_100) < 1e-9)
    // The pulls of paired sets of these equal samples add up: the error is that of one set of pairs.
    #expect(estimate.held.count <= 2 + 16)
    #expect(try (8...120).contains(#require(estimate.error.look().item)))
  }

  @Test("a tensor of many elements is carried without a row for each") func wide() throws {
    let machine = machine()
    let draws = try machine.call(row: "normal", .number(50), .number(300))
    let estimate = try Estimate.make(of: draws, in: machine)
    let squared = try machine.binary(.power, estimate, .number(2))
    #expect(try #require(squared.estimate).mean.shape == [300])
    let sum = try #require(machine.call(row: "sum", squared).estimate)
    #expect(sum.mean.shape == .scalar)
  }

  @Test("verdicts at the edges of the bar") func verdicts() throws {
    // 2.5 with four errors of 2.5819889.
    let machine = machine()
    let m = try Estimate.make(of: machine.vector([1, 2, 3, 4]), in: machine)
    func verdict(_ op: ComparisonOperator, _ other: Double, within: Double? = nil) throws -> String {
      let value = try machine.compare(op, m, .number(other), within: within.map { .number($0) })
      if let truth = value.truth { return truth ? "true" : "false" }
      guard case .host(let object) = value, let undecided = object as? Undecided else { return "?" }
      return "\(undecided.reason)"
    }
    #expect(try verdict(.greater, -0.0819) == "sign" && verdict(.greater, -0.0820) == "true")
    #expect(try verdict(.greater, 5.0819) == "sign" && verdict(.greater, 5.0820) == "false")
    #expect(try verdict(.less, 5.0819) == "sign" && verdict(.less, 5.0820) == "true")
    #expect(try verdict(.greaterEqual, 5.0820) == "false" && verdict(.lessEqual, 5.0820) == "true")
    #expect(try verdict(.near, 2.5, within: 2.5819) == "wide" && verdict(.near, 2.5, within: 2.5820) == "true")
    #expect(try verdict(.near, 5.09, within: 2.6) == "true" || verdict(.near, 5.09, within: 2.6) == "across")
    #expect(try verdict(.near, 7.68, within: 2.6) == "across" && verdict(.near, 7.69, within: 2.6) == "false")
    // Against numbers so large that the bar is a tenth of them.
    #expect(try verdict(.near, 25.82) == "false" && verdict(.near, 25.81) == "coarse")
    #expect(try verdict(.near, .nan) == "false" && verdict(.near, .infinity) == "false")
    #expect(try verdict(.less, .infinity) == "true" && verdict(.greater, .infinity) == "false")
  }

  @Test("undecided says how many samples would do") func advice() throws {
    let machine = machine()
    let m = try Estimate.make(of: machine.vector([1, 2, 3, 4]), in: machine)
    guard case .host(let object) = try machine.compare(.near, m, .number(2.5), within: .number(0.5)),
      let undecided = object as? Undecided
    else { throw TensorError.cancelled }
    // 4 · (2.582 / 0.5)² = 106.7
    #expect(undecided.needed == 110 && undecided.count == 4 && undecided.tolerance == 0.5)
    #expect(undecided.why(in: .en) == "± 2.6 is wider than the tolerance 0.5")
    #expect(undecided.why(in: .es) == "± 2.6 supera la tolerancia 0.5")
    #expect(undecided.why(in: .pt, isPlain: true) == "+/- 2.6 passa da tolerância 0.5")
    #expect(undecided.advice.count == 2)
    #expect(fault { try machine.not(.host(undecided)) } == "E0652")
    #expect(fault { .truth(try machine.truth(.host(undecided))) } == "E0652")
  }

  @Test("as many digits as the error lets one believe") func digits() {
    let display = Display()
    let table: [(Double, Double, String)] = [
      (0.53, 0.01, "0.53 ± 0.01"), (0.5312, 0.0123, "0.531 ± 0.012"), (0.5312, 0.0196, "0.53 ± 0.02"),
      (0.5312, 0.0961, "0.5 ± 0.1"), (0.5312, 0.02, "0.53 ± 0.02"), (-0.004, 0.02, "0.00 ± 0.02"),
      (12.345, 3.2, "12 ± 3"), (1234.5, 32, "1230 ± 30"), (99.96, 0.2, "100.0 ± 0.2"), (2, 0, "2 ± 0"),
      (1_234_567, 21_000, "(1.23 ± 0.02)e6"), (1.234e-7, 2.1e-9, "(1.23 ± 0.02)e-7"), (0, 1e-9, "(0 ± 1)e-9"),
      (1, 1e-14, "1 ± 1e-14"), (1, 1e-17, "1 ± 0"), (.nan, 1, "NaN ± 1"), (1, .infinity, "1 ± ∞"),
      (0.000123, 0.00002, "0.00012 ± 0.00002"), (1e300, 1e299, "(1.0 ± 0.1)e300"),
    ]
    for (value, error, text) in table { #expect(display.estimate(value, error) == text) }
    #expect(Display(isPlain: true).estimate(1, 0.2) == "1.0 +/- 0.2")
    #expect(display.estimate(1, 1e-9, isSingle: true) == "1 ± 0")
  }
}
