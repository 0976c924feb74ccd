// Values as text.
import Diagnostics
import Graph
import Machine
import Syntax
import TensorKit
import Testing

@Suite("Display") struct DisplayTests {
  private let display = Display()

  @Test(
    "numbers as a mathematician writes them",
    arguments: [
      (3, "3"), (0.25, "0.25"), (1e-7, "1e-7"), (1.3068528194, "1.30685"), (.infinity, "∞"), (-.infinity, "-∞"),
      (.nan, "NaN"), (-0.0, "0"), (1e15, "1000000000000000"), (123_456_789, "123456789"), (1_234_567.891, "1.23457e6"),
      (0.0001, "0.0001"), (0.00012345678, "0.000123457"), (1e300, "1e300"), (2.9999999999, "3"), (0.1 + 0.2, "0.3"),
      (-12.5, "-12.5"), (9_007_199_254_740_992, "9007199254740992"), (-1.5e-9, "-1.5e-9"), (99.99999999, "100"),
      (.leastNonzeroMagnitude, "4.94066e-324"), (.greatestFiniteMagnitude, "1.79769e308"),
    ] as [(Double, String)])
  func numbers(_ value: Double, _ text: String) throws {
    #expect(display.number(value) == text)
    #expect(try display.text(.number(value)) == text)
  }

  @Test("single precision shows no digits that it does not have") func singles() throws {
    let m = machine()
    #expect(
      try display.text(m.singles([0.1, 1.0 / 3, 16_777_216, 16_777_220, 1e10]))
        == "[0.1, 0.333333, 16777216, 1.67772e7, 1e10]")
    #expect(try Display(significant: 3).text(m.singles([3.14159], [])) == "3.14")
    #expect(Display(isPlain: true).number(-.infinity) == "-inf")
  }

  @Test("vectors: one line, several lines, edges") func vectors() throws {
    let m = machine()
    #expect(try display.text(m.vector([1, 2, 3])) == "[1, 2, 3]")
    #expect(try display.text(m.pending([0.5, 1e-9], [2])) == "[0.5, 1e-9]")
    #expect(try display.text(m.vector([], [0])) == "[]")
    #expect(try display.text(m.truths([true, false])) == "[true, false]")
    #expect(try Display(width: 20).text(m.vector((0..<10).map(Double.init))) == "[0, 1, 2, 3, 4, 5,\n 6, 7, 8, 9]")
    #expect(
      try display.text(m.vector((0..<500).map { Double($0) * 1.37 }))
        == "[0, 1.37, 2.74, 4.11, 5.48, …, 678.15, 679.52, 680.89, 682.26, 683.63]")
    #expect(try Display(isPlain: true).text(m.vector((0..<500).map(Double.init))).contains(", ..., "))
    #expect(try display.text(.series(Series("loss", shape: .scalar, dtype: .float64, numbers: [2, 1]))) == "[2, 1]")
  }

  @Test("matrices line up, with as many decimals as the largest number leaves") func matrices() throws {
    let m = machine()
    #expect(try display.text(m.vector([1, 2, 3, 40], [2, 2])) == "[[ 1,  2],\n [ 3, 40]]")
    #expect(
      try display.text(m.vector([0.123456789, -12.5, 3, 4, 1.0 / 3, 1e-3], [2, 3])) == """
        [[  0.1235, -12.5000,   3.0000],
         [  4.0000,   0.3333,   0.0010]]
        """)
    #expect(
      try display.text(m.vector([1e-9, -12.5, .nan, .infinity], [2, 2])) == "[[ 1e-9, -12.5],\n [  NaN,     ∞]]")
    #expect(try display.text(m.truths([true, false, true, true], [2, 2])) == "[[ true, false],\n [ true,  true]]")
    #expect(
      try display.text(m.vector((0..<8).map(Double.init), [2, 2, 2]))
        == "[[[0, 1],\n  [2, 3]],\n\n [[4, 5],\n  [6, 7]]]")
    #expect(try display.text(m.vector([], [3, 0])) == "[[], …]")
    #expect(try display.text(m.vector([], [0, 3])) == "[]")
  }

  @Test(
    "large tensors show their edges, within the width",
    arguments: [[300, 40], [100, 28, 28], [3, 3, 3, 3, 3, 3, 3, 3]])
  func edges(_ dims: [Int]) throws {
    let m = machine()
    let text = try display.text(m.callRow(Op.normal, dims.map { PassedArgument(.number(Double($0))) }))
    let lines = text.split(separator: "\n")
    #expect(lines.count <= 30)
    #expect(lines.allSatisfy { $0.count <= 82 })
    #expect(text.contains("…"))
    #expect(text.count { $0 == "[" } == text.count { $0 == "]" })
  }

  @Test("tuples, functions, ranges") func tuples() throws {
    let m = machine()
    let x = try m.vector([2, 3])
    #expect(try display.text(.tuple(.number(1), x, labels: ["mu", "logvar"])) == "(mu: 1, logvar: [2, 3])")
    #expect(try display.text(.tuple(.number(1))) == "(1,)")
    #expect(try display.text(.nothing) == "()")
    #expect(
      try display.text(.tuple(.tuple(.nothing, .truth(true)), .range(0, 10), .range(0, 1, by: 0.1)))
        == "(((), true), 0..10, 0..1 by 0.1)")
    #expect(try display.text(.text("a\n")) == "a\n")
    #expect(try display.text(.tuple(.text("a\"\n{"))) == #"("a\"\n\{",)"#)
    #expect(
      try display.text(.tuple(m.vector([1, 2, 3, 4], [2, 2]), .number(3), labels: ["weights", nil]))
        == "(weights: [[1, 2],\n           [3, 4]],\n 3)")
    let function = Function("sum", .row(Op.sum), signature: m.signature(of: Op.sum))
    #expect(try display.text(.function(function)) == "fn sum(x, axis?, keep = false)")
    let typed = Signature([Signature.Parameter("x", shape: "[n, 784]")], result: "[n, 2]")
    #expect(
      try display.text(.function(Function("encode", .row(Op.exp), signature: typed)))
        == "fn encode(x: [n, 784]) -> [n, 2]")
    #expect(try display.text(.optimizer(Recipe(Optimizer(.sgd, ["rate": 0.1])))).hasPrefix("sgd(rate: 0.1, "))
  }

  @Test("nothing prints for ever") func bounded() throws {
    var knot = Value.tuple(.number(1))
    for _ in 0..<900 { knot = .tuple(knot, knot) }
    #expect(try display.text(knot).count < 20_000)
    let long = try display.text(.tuple(Tuple((0..<100_000).map { .number(Double($0)) })))
    #expect(long.count < 1_000)
    #expect(long.contains("59, …,") && long.hasSuffix("99999)"))
    let wide = TextFormat(width: 1 << 40, precision: 1 << 40, style: .fixed)
    #expect(try display.format(.number(1), wide).count < 2_000)
  }

  @Test("models and cells show names and shapes") func models() throws {
    let m = machine()
    let w = try m.cell("W", [Float](repeating: 1, count: 78_400), [784, 100])
    let b = try m.cell("b", [Float](repeating: 1, count: 100))
    let dense = Value.model(Model(name: "Dense", members: [("W", w), ("b", b), ("n", .number(784))], call: nil))
    #expect(try display.text(dense) == "Dense(W : [784, 100] float32, b : [100] float32)")
    #expect(display.shapeLine(dense) == "Dense · 78,500 parameters")
    #expect(Display(language: .es, isPlain: true).shapeLine(dense) == "Dense, 78.500 parámetros")
    let twice = Value.model(Model(name: "Pair", members: [("first", dense), ("second", dense)], call: nil))
    #expect(display.shapeLine(twice) == "Pair · 78,500 parameters")
    #expect(display.shapeLine(.number(3)) == nil)
    #expect(display.shapeLine(try m.vector([1, 2])) == "[2] float64")
    #expect(try display.named("W", w) == "W : [784, 100] float32")
    #expect(try display.named("x", .number(3)) == "x = 3")
    #expect(try display.named("t", .tuple(.number(1), .text("a"))) == "t = (1, \"a\")")
    #expect(try display.named("θ", m.cell("θ", [2.01], [])) == "θ = 2.01 (float32)")
    #expect(try display.named(nil, m.vector([1, 2])) == "[2] float64")
    #expect(try display.text(m.cell("θ", [2.01], [])) == "2.01")
  }

  @Test("formats of numbers") func formats() throws {
    func text(_ value: Double, _ format: TextFormat) throws -> String { try display.format(.number(value), format) }
    #expect(try text(3.14159, TextFormat(precision: 3, style: .fixed)) == "3.142")
    #expect(try text(3.14159, TextFormat(width: 8, precision: 2, style: .exponent)) == "  3.14e0")
    #expect(try text(12_345.678, TextFormat(precision: 3, style: .exponent)) == "1.235e4")
    #expect(try text(3, TextFormat(precision: 1, style: .fixed, showsPlus: true)) == "+3.0")
    #expect(try text(-0.5, TextFormat(width: 5, padsWithZeros: true)) == "-00.5")
    #expect(try text(0.125, TextFormat(precision: 1, style: .percent)) == "12.5%")
    #expect(try text(0.5, TextFormat(style: .percent)) == "50%")
    #expect(try text(12_345.678, TextFormat(precision: 3)) == "1.23e4")
    #expect(try text(7, TextFormat(width: 5, alignment: "^")) == "  7  ")
    #expect(try text(7, TextFormat(width: 3, alignment: "<")) == "7  ")
    #expect(try text(7, TextFormat(width: 3, style: .whole)) == "  7")
    #expect(try text(.infinity, TextFormat(width: 3, precision: 2, style: .fixed)) == "  ∞")
    #expect(fault { .text(try text(2.5, TextFormat(style: .whole))) } == "E0557")
    #expect(fault { .text(try display.format(.text("a"), TextFormat(precision: 2, style: .fixed))) } == "E0556")
    #expect(try display.format(.text("ab"), TextFormat(width: 4)) == "ab  ")
    #expect(try display.format(.truth(true), TextFormat(width: 6)) == "  true")
    #expect(try display.format(.number(0.1), nil) == "0.1")
    let m = machine()
    #expect(
      try display.format(m.vector([1, 2.5, -3]), TextFormat(precision: 2, style: .fixed)) == "[1.00, 2.50, -3.00]")
    #expect(try display.format(m.cell("θ", [2.018], []), TextFormat(precision: 2, style: .fixed)) == "2.02")
    #expect(try display.format(.tuple(.number(1), .number(2)), TextFormat(precision: 1, style: .fixed)) == "(1.0, 2.0)")
  }
}
