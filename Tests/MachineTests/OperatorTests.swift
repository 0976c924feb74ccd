// Arithmetic, comparisons and readings of values.
import Diagnostics
import Graph
import Machine
import Syntax
import TensorKit
import Testing

@Suite("Operators") struct OperatorTests {
  @Test("numbers are computed as doubles") func numbers() throws {
    let m = machine()
    func op(_ op: BinaryOperator, _ a: Double, _ b: Double) throws -> Double {
      let value = try m.binary(op, .number(a), .number(b))
      #expect(value.isPlain)
      return try #require(value.number)
    }
    #expect(try op(.add, 0.1, 0.2) == 0.1 + 0.2)
    #expect(try op(.divide, 1, 0) == .infinity)
    #expect(try op(.divide, 0, 0).isNaN)
    #expect(try op(.mod, -1, 7) == 6)
    #expect(try op(.mod, 1, -7) == -6)
    #expect(try op(.mod, 5.5, 2) == 1.5)
    #expect(try op(.mod, -6, 3) == 0)
    #expect(try op(.power, 3, 33) == 5_559_060_566_555_523)
    #expect(try op(.power, -2, 3) == -8)
    #expect(try op(.power, 10, -3) == 0.001)
    #expect(try op(.power, 2, 0.5) == 2.0.squareRoot())
    #expect(try op(.power, 10, 300) == 1e300)
    #expect(try op(.power, 0, 0) == 1)
    #expect(try op(.power, -1, 63) == -1)
    #expect(m.graph.recordedCount == 0)
    #expect(fault { try m.binary(.matmul, .number(2), .number(3)) } == "E0520")
  }

  @Test("whole powers are exact as long as doubles are") func powers() throws {
    for base in -12...12 {
      var exact = 1
      for exponent in 0..<20 {
        if exact.magnitude <= 1 << 53 { #expect(Machine.power(Double(base), Double(exponent)) == Double(exact)) }
        exact = exact.multipliedReportingOverflow(by: base).partialValue
        if exact.magnitude > 1 << 53 { break }
      }
    }
  }

  @Test("tensors meet numbers, cells, series and ranges") func tensors() throws {
    let m = machine()
    let x = try m.vector([1, 2, 3])
    #expect(try m.binary(.add, x, .number(10)).numbers == [11, 12, 13])
    #expect(try m.binary(.subtract, .number(10), x).numbers == [9, 8, 7])
    #expect(try m.binary(.multiply, x, .range(0, 3)).numbers == [0, 2, 6])
    #expect(try m.binary(.power, x, .number(2)).numbers == [1, 4, 9])
    #expect(try m.binary(.power, .number(2), x).numbers == [2, 4, 8])
    #expect(try m.binary(.mod, try m.vector([-1, 8]), .number(7)).numbers == [6, 1])
    #expect(try m.binary(.matmul, x, x).number == 14)
    let w = try m.cell("w", [0.5, 1, 2])
    let product = try m.binary(.multiply, w, x)
    #expect(product.numbers == [0.5, 2, 6])
    #expect(product.precision == .float32)
    #expect(try m.binary(.multiply, w, .number(0.1)).precision == .float32)
    let series = Series("loss", shape: .scalar, dtype: .float64, numbers: [3, 2, 1])
    #expect(try m.binary(.add, .series(series), x).numbers == [4, 4, 4])
    #expect(throws: TensorError.self) { try m.binary(.add, x, try m.vector([1, 2])) }
  }

  @Test("a computed number of rank 0 is a plain number outside of derivatives") func rankZero() throws {
    let m = machine()
    let sum = try m.call(row: "sum", try m.vector([1, 2, 3]))
    #expect(!(try m.binary(.add, sum, .number(1)).isPlain))
    #expect(sum.number == 6)
    #expect(try m.binary(.add, sum, .number(1)).isPlain)
    m.traceDepth = 1
    #expect(!(try m.binary(.add, sum, .number(1)).isPlain))
  }

  @Test("what is no number is refused with its kind") func refusals() throws {
    let m = machine()
    let x = try m.vector([1, 2, 3])
    #expect(fault { try m.binary(.add, .text("a"), .text("b")) } == "E0522")
    #expect(fault { try m.binary(.add, .text("a"), .number(3)) } == "E0522")
    #expect(fault { try m.binary(.multiply, .text("a"), .number(3)) } == "E0523")
    #expect(fault { try m.binary(.add, .tuple(.number(1)), x) } == "E0523")
    #expect(fault { try m.binary(.add, x, .nothing) } == "E0523")
    #expect(fault { try m.binary(.add, .truth(true), .number(1)) } == "E0521")
    #expect(fault { try m.binary(.add, x, .truth(true)) } == "E0521")
    #expect(fault { try m.negate(.truth(true)) } == "E0521")
    #expect(fault { try m.negate(.text("a")) } == "E0523")
    #expect(fault { try m.not(.number(1)) } == "E0527")
    // A mask counts as ones and zeros.
    #expect(try m.binary(.multiply, try m.truths([true, false, true]), x).numbers == [1, 0, 3])
    let single = try m.compare(.less, try m.pending([1], []), .number(3))
    #expect(fault { try m.binary(.add, single, .number(1)) } == "E0521")
    #expect(
      message(.es) { try m.binary(.multiply, .text("a"), .number(1)) }
        == "`*` trabaja con números y tensores, y esto es un texto")
  }

  @Test("one operand") func unary() throws {
    let m = machine()
    #expect(try m.negate(.number(3)).number == -3)
    #expect(try m.root(.number(9)).number == 3)
    #expect(try m.norm(.number(-3)).number == 3)
    #expect(try m.norm(m.vector([3, 4])).number == 5)
    #expect(try m.negate(m.vector([3, 4])).numbers == [-3, -4])
    #expect(try m.root(m.vector([9, 4])).numbers == [3, 2])
    #expect(try m.not(.truth(true)).truth == false)
    #expect(try m.not(m.truths([true, false])).numbers == [0, 1])
  }

  @Test("comparisons of numbers, tensors and texts") func comparisons() throws {
    let m = machine()
    func holds(_ op: ComparisonOperator, _ a: Value, _ b: Value, within: Value? = nil) throws -> Bool? {
      try m.compare(op, a, b, within: within).truth
    }
    #expect(try holds(.less, .number(1), .number(2)) == true)
    #expect(try holds(.greaterEqual, .number(1), .number(2)) == false)
    #expect(try m.compare(.less, m.vector([1, 3]), .number(2)).numbers == [1, 0])
    #expect(try holds(.equal, .text("ab"), .text("ab")) == true)
    #expect(try holds(.less, .text("ab"), .text("b")) == true)
    #expect(try holds(.equal, .truth(true), .truth(false)) == false)
    #expect(try holds(.equal, .number(.nan), .number(.nan)) == false)
    #expect(try m.compare(.equal, m.truths([true, false]), .truth(true)).numbers == [1, 0])
    #expect(fault { try m.compare(.less, .truth(true), .truth(false)) } == "E0525")
    #expect(fault { try m.compare(.equal, .number(3), .text("3")) } == "E0524")
    #expect(fault { try m.compare(.less, .tuple(.number(1)), .tuple(.number(2))) } == "E0525")
    // Parameters are read, like by every operator.
    #expect(try holds(.equal, m.cell("a", [2], []), m.cell("b", [2], [])) == true)
  }

  @Test("near: relative, absolute, within, by precision") func near() throws {
    let m = machine()
    func near(_ a: Value, _ b: Value, within: Double? = nil) throws -> Bool? {
      try m.compare(.near, a, b, within: within.map { .number($0) }).truth
    }
    #expect(try near(.number(1), .number(1 + 1e-10)) == true)
    #expect(try near(.number(1), .number(1 + 1e-8)) == false)
    #expect(try near(.number(0), .number(1e-13)) == true)
    #expect(try near(.number(0), .number(1e-11)) == false)
    #expect(try near(.number(.nan), .number(.nan)) == false)
    #expect(try near(.number(.infinity), .number(.infinity)) == true)
    #expect(try near(.number(.infinity), .number(3)) == false)
    #expect(try near(.number(2), .number(2.2), within: 0.3) == true)
    #expect(try near(.number(2), .number(2.4), within: 0.3) == false)
    #expect(try near(m.singles([1], []), .number(1.00005)) == true)
    #expect(try near(m.singles([1], []), .number(1.0005)) == false)
    let a = try m.vector([1, 0, .nan, .infinity, .infinity, 5])
    let b = try m.vector([1 + 1e-10, 1e-13, .nan, .infinity, 3, 5.1])
    #expect(try m.compare(.near, a, b).numbers == [1, 1, 0, 1, 0, 0])
    #expect(try m.compare(.near, a, b, within: .number(0.2)).numbers == [1, 1, 0, 1, 0, 1])
  }

  @Test("tuples compare as a whole, shared parts only once") func tuples() throws {
    let m = machine()
    func equal(_ a: Value, _ b: Value) throws -> Bool? { try m.compare(.equal, a, b).truth }
    let x = try m.vector([1, 2])
    #expect(try equal(.tuple(.number(1), x), .tuple(.number(1), m.vector([1, 2]))) == true)
    #expect(try equal(.tuple(.number(1), x), .tuple(.number(1), m.vector([1, 3]))) == false)
    #expect(try equal(.tuple(.number(1), x), .tuple(.number(1), m.vector([1, 2], [2, 1]))) == false)
    #expect(try equal(.tuple(.number(1)), .tuple(.number(1), .number(2))) == false)
    #expect(try equal(.tuple(.number(.nan)), .tuple(.number(.nan))) == false)
    #expect(try equal(.tuple(.number(1), labels: ["a"]), .tuple(.number(1))) == false)
    #expect(try equal(.tuple(.text("1")), .tuple(.number(1))) == false)
    #expect(try m.compare(.near, .tuple(.number(1)), .tuple(.number(1 + 1e-12))).truth == true)
    #expect(try m.compare(.notEqual, .tuple(.number(1)), .tuple(.number(2))).truth == true)
    func knot() -> Value {
      var value = Value.tuple(.number(1))
      for _ in 0..<200 { value = .tuple(value, value) }
      return value
    }
    #expect(try equal(knot(), knot()) == true)
    #expect(try equal(.nothing, .number(0)) == false)
  }

  @Test("reading one truth value, one number, a whole number") func readings() throws {
    let m = machine()
    #expect(try m.truth(.truth(true)))
    #expect(try m.truth(m.compare(.less, m.pending([1], []), .number(2))))
    #expect(fault { .truth(try m.truth(m.truths([true, false]))) } == "E0526")
    #expect(fault { .truth(try m.truth(.number(1))) } == "E0527")
    #expect(fault { .truth(try m.truth(.text("yes"))) } == "E0527")
    #expect(try m.number(m.pending([3], [])) == 3)
    #expect(try m.number(m.cell("a", [2], [])) == 2)
    #expect(fault { .number(try m.number(m.vector([1, 2]))) } == "E0528")
    #expect(fault { .number(try m.number(.truth(true))) } == "E0528")
    #expect(try m.whole(.number(4), what: "a size") == 4)
    #expect(fault { .number(Double(try m.whole(.number(4.5), what: "a size"))) } == "E0529")
    #expect(fault { .number(Double(try m.whole(.number(1e300), what: "a size"))) } == "E0529")
    #expect(
      message { .number(Double(try m.whole(.number(0.5), what: "size"))) }
        == "a size must be a whole number, and this is `0.5`")
    #expect(fault { .tensor(TensorValue(try m.tensor(.text("a")))) } == "E0530")
  }

  @Test("square brackets stack") func stacking() throws {
    let m = machine()
    #expect(try m.stack([]).sizes == [0])
    let plain = try m.stack([.number(1), .number(2)])
    #expect(plain.numbers == [1, 2])
    #expect(plain.precision == .float64)
    #expect(m.graph.recordedCount == 0)
    let x = try m.vector([1, 2])
    #expect(try m.stack([x, .range(3, 5)]).sizes == [2, 2])
    #expect(try m.stack([.number(1), m.pending([2], [])]).numbers == [1, 2])
    #expect(try m.stack([.number(0.5), m.singles([2], [])]).precision == .float32)
    #expect(try m.stack([.truth(true), .truth(false)]).precision == .bool)
    #expect(fault { try m.stack([x, m.vector([1, 2, 3])]) } == "E0411")
    #expect(fault { try m.stack([x, .number(1)]) } == "E0411")
    #expect(fault { try m.stack([.text("a"), .number(1)]) } == "E0531")
    #expect(fault { try m.stack([.number(1), .truth(true)]) } == "E0531")
    #expect(fault { try m.stack([.tuple(.number(1))]) } == "E0531")
  }
}
