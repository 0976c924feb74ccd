// Gradient checks of ill-scaled functions, in single precision, of large inputs, of the second order, of models and of
// gradients written by hand.
import AulaCore
import Testing

struct GradientCheckScaleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let at: [Double]
    let f: @Sendable (Tensor) throws -> Tensor
    var testDescription: String { name }
  }

  static let illScaled: [Case] = [
    Case(name: "large values", at: [1.3, -0.4]) { try total(Op.sin($0)) * 1e8 },
    Case(name: "small values", at: [1.3, -0.4]) { try total(Op.sin($0)) * 1e-12 },
    Case(name: "tiny values", at: [1.3, -0.4]) { try total(Op.exp($0)) * 1e-200 },
    Case(name: "large inputs", at: [1.3e6, -4e6]) { try total(Op.square($0)) },
    Case(name: "large inputs, fast function", at: [1.3e6, -4e6]) { try total(Op.sin($0)) },
    Case(name: "small inputs", at: [1.3e-9, -4e-9]) { try total(Op.sin($0)) },
    Case(name: "small inputs, fast function", at: [1.3e-9, -4e-9]) { try total(Op.sin($0 * 1e9)) },
    Case(name: "small inputs, slow function", at: [1.3e-9, -4e-9]) { try total(Op.exp($0)) },
    Case(name: "small inputs, small slope", at: [1.3e-9, -4e-9]) { try total(Op.cos($0)) },
    Case(name: "zero inputs, fast function", at: [0, 0]) { try total(Op.sin($0 * 1e9)) },
    Case(name: "zero inputs, slow function", at: [0, 0]) { try total(Op.tanh($0 * 1e-6)) },
    Case(name: "zero slopes", at: [0, 0, 0]) { try total(Op.cos($0)) },
    Case(name: "flat", at: [40, -50]) { try total(Op.tanh($0)) },
    Case(name: "huge offset", at: [1.3, -0.4]) { try total(Op.sin($0)) + 1e12 },
    Case(name: "huge offset inside", at: [1.3, -0.4]) { try Op.sqrt(total(Op.sin($0)) + 1e8) },
    Case(name: "cancellation", at: [1.3, -0.4]) { try Op.tanh((total(Op.sin($0)) + 1e8) - 1e8) },
    Case(name: "hidden cancellation", at: [1.3, -0.4]) { try Op.tanh(Op.square(total(Op.sin($0)) + 1e7) * 1e-7 - 1e7) },
    Case(name: "all digits cancelled", at: [1.3, -0.4]) { try Op.tanh((total(Op.sin($0)) + 1e16) - 1e16 + 0.1) },
    Case(name: "mixed inputs", at: [1.3e6, -2e-9, 0.5]) { try total(Op.square($0)) },
    Case(name: "mixed weights", at: [1.3, -0.7, 0.5]) {
      try total(Op.square($0) * $0.graph.tensor([1e8, 1e-12, 1]))
    },
    Case(name: "mixed weights inside", at: [1.3, -0.7, 0.5]) {
      try Op.sqrt(total(Op.square($0) * $0.graph.tensor([1e6, 1e-6, 1])))
    },
    Case(name: "steep", at: [1.3, -0.4]) { try total(Op.sin($0 * 1e4)) },
    Case(name: "steeper", at: [1.3, -0.4]) { try total(Op.sin($0 * 1e7)) },
    Case(name: "growth", at: [300, 200]) { try total(Op.exp($0)) },
    Case(name: "near the edge", at: [1e-12, 1]) { try total(Op.log($0)) },
    Case(name: "nearly vertical", at: [1e-12, 1]) { try total(Op.sqrt($0)) },
  ]

  @Test(arguments: illScaled)
  func illScaledFunctionsAgree(_ one: Case) throws {
    let bench = CheckBench()
    let report = try checkGradient(of: one.f, at: bench.graph.tensor(one.at))
    #expect(report.verdict == .agrees, "\(report)")
  }

  @Test(arguments: illScaled.filter { $0.name != "flat" })
  func wrongIllScaledFunctionsDiffer(_ one: Case) throws {
    let bench = CheckBench()
    let wrong = CustomDerivative("wrong") { g, _ in [try g * 1.01] }
    let report = try checkGradient(of: { try one.f(wrong($0, inputs: [$0])) }, at: bench.graph.tensor(one.at))
    if one.name == "zero slopes" {
      #expect(report.verdict == .agrees)
    } else {
      #expect(report.verdict == .differs, "\(report)")
      #expect(report.culprit?.operation == "wrong", "\(report)")
    }
  }

  @Test func whatNoiseHidesIsSaid() throws {
    let bench = CheckBench()
    let report = try checkGradient(
      of: { try Op.tanh((total(Op.sin($0)) + 1e16) - 1e16 + 0.1) }, at: bench.values(1.3, -0.4))
    #expect(report.notes.contains { $0.contains("rounding hides the slope") })
  }

  // MARK: Single precision

  @Test func aSinglePrecisionProgramIsCheckedInDouble() throws {
    let bench = CheckBench()
    let data = try bench.single([5, 3], salt: 9)
    let arguments = [("w", try bench.single([3, 4])), ("b", try bench.single([4], salt: 1))]
    let report = try checkGradient(of: { try total(Op.square(Op.tanh(Op.matmul(data, $0[0]) + $0[1]))) }, at: arguments)
    #expect(report.agrees)
    #expect(report.precision == .float64)
    #expect(report.worstRelative < 1e-8)
  }

  @Test func singlePrecisionShowsWhyNot() throws {
    let bench = CheckBench()
    let nearly = CustomDerivative("nearly") { g, x in [try g * Op.cos(x[0]) * 1.0003] }
    let f = { (x: Tensor) in try total(Op.exp(nearly(Op.sin(x), inputs: [x]))) }
    let x = try bench.single([12])
    let double = try checkGradient(of: f, at: x)
    #expect(double.verdict == .differs)
    let single = try checkGradient(of: f, at: x, options: GradientCheckOptions(precision: .float32))
    #expect(single.verdict == .agrees)
    #expect(single.precision == .float32)
    #expect(single.worstRelative > 1e-6)
    #expect(single.notes.contains { $0.contains("float32") })
    let right = try checkGradient(
      of: { try total(Op.exp(Op.sin($0))) }, at: bench.normal([12]), options: GradientCheckOptions(precision: .float32))
    #expect(right.agrees)
  }

  // MARK: Large inputs

  @Test func largeInputsAreCheckedAlongDirections() throws {
    let bench = CheckBench()
    let x = try bench.normal([200, 100])
    let report = try checkGradient(of: { try total(Op.tanh($0) * $0) }, at: x)
    #expect(report.agrees)
    #expect(report.entries[0].usesDirections)
    #expect(report.entries[0].compared == 16)
    let forced = try checkGradient(
      of: { try total(Op.tanh($0) * $0) }, at: bench.normal([30]), options: GradientCheckOptions(mode: .directions(5)))
    #expect(forced.agrees && forced.entries[0].compared == 5)
  }

  @Test func oneWrongElementOfManyIsFound() throws {
    let bench = CheckBench()
    let report = try checkGradient(
      of: { try total(Op.sin($0)) }, at: bench.normal([200, 100]),
      against: { x in
        let right = try Op.cos(x)
        return try right + Op.place(Op.full(Shape([1, 1]), x.graph.scalar(0.5)), [200, 100], [123, 45])
      })
    #expect(report.verdict == .differs)
    #expect(report.culprit?.worst?.index == [123, 45])
  }

  // MARK: Second order

  @Test func theSecondOrderAgrees() throws {
    let bench = CheckBench()
    let options = GradientCheckOptions(order: 2)
    let report = try checkGradient(of: surrounded { try Op.tanh($0) * $0 }, at: bench.normal([4]), options: options)
    #expect(report.agrees)
    #expect(report.order == 2)
    #expect(report.worstRelative < 1e-7)
    #expect(try checkGradient(of: { try total($0) }, at: bench.normal([4]), options: options).agrees)
  }

  @Test func aWrongSecondDerivativeIsFound() throws {
    let bench = CheckBench()
    let first = CustomDerivative("right_once") { g, x in [try g * stopGradient(Op.cos(x[0]))] }
    let f = surrounded { try first(Op.sin($0), inputs: [$0]) }
    #expect(try checkGradient(of: f, at: bench.normal([4])).agrees)
    let report = try checkGradient(of: f, at: bench.normal([4]), options: GradientCheckOptions(order: 2))
    #expect(report.verdict == .differs)
    #expect(report.culprit?.operation == "stop_gradient")
    let slope = CustomDerivative("wrong_slope") { g, x in [try g * x[0]] }
    let wrong = CustomDerivative("outer") { g, x in [try g * slope(Op.cos(x[0]), inputs: [x[0]])] }
    let inner = try checkGradient(
      of: { try total(wrong(Op.sin($0), inputs: [$0])) }, at: bench.normal([4]), options: GradientCheckOptions(order: 2)
    )
    #expect(inner.verdict == .differs)
    #expect(inner.culprit?.operation == "wrong_slope")
  }

  @Test func aWrongFirstOrderIsTold() throws {
    let bench = CheckBench()
    let wrong = CustomDerivative("wrong") { g, _ in [g] }
    let report = try checkGradient(
      of: { try total(wrong(Op.sin($0), inputs: [$0])) }, at: bench.normal([3]), options: GradientCheckOptions(order: 2)
    )
    #expect(report.verdict == .differs && report.order == 1)
    #expect(report.notes.contains { $0.contains("second order was not looked at") })
  }

  @Test func aJumpInTheGradientIsAKinkOfTheSecondOrder() throws {
    let bench = CheckBench()
    let f = { (x: Tensor) in try total(Op.square(Op.relu(x))) }
    #expect(try checkGradient(of: f, at: bench.values(0, 1)).agrees)
    let report = try checkGradient(of: f, at: bench.values(0, 1), options: GradientCheckOptions(order: 2))
    #expect(report.verdict == .kink)
  }

  @Test func theSecondOrderOfAProgramThatLooks() throws {
    let bench = CheckBench()
    let report = try checkGradient(
      of: { try total($0).number() > -100 ? total(Op.exp($0) * $0) : total($0) }, at: bench.normal([3]),
      options: GradientCheckOptions(order: 2))
    #expect(report.agrees)
  }

  // MARK: Models

  @Test func modelsAreCheckedByName() throws {
    let bench = CheckBench()
    let model = Structure<Parameter>.parts([
      (
        "first",
        .parts([
          ("W", .leaf(try bench.parameter("W", [3, 4], single: true))),
          ("b", .leaf(try bench.parameter("b", [4], salt: 1, single: true))),
        ])
      ),
      (
        "second",
        .parts([
          ("W", .leaf(try bench.parameter("W", [4, 2], salt: 2, single: true))),
          ("b", .leaf(try bench.parameter("b", [2], salt: 3, single: true))),
        ])
      ),
    ])
    let data = try bench.single([6, 3], salt: 5)
    let leaves = model.leaves.map(\.leaf)
    let before = leaves.map(\.value.doubles)
    let report = try checkGradient(
      of: {
        let t = try leaves.map { try $0.tensor(in: bench.graph) }
        return try networkLoss(data, t[0], t[1], t[2], t[3])
      }, over: model, in: bench.graph)
    #expect(report.agrees)
    #expect(report.entries.map(\.name) == ["first.W", "first.b", "second.W", "second.b"])
    #expect(leaves.map(\.value.doubles) == before)
    #expect(leaves.allSatisfy { $0.version == 0 })
    #expect(try leaves[0].tensor(in: bench.graph).value().doubles == before[0])
  }

  @Test func aSharedParameterCountsOnce() throws {
    let bench = CheckBench()
    let shared = try bench.parameter("W", [3, 3])
    let model = Structure<Parameter>.parts([("encoder", .leaf(shared)), ("decoder", .leaf(shared))])
    let x = try bench.normal([4, 3], salt: 2)
    let report = try checkGradient(
      of: {
        let w = try shared.tensor(in: bench.graph)
        return try total(Op.square(Op.matmul(Op.tanh(Op.matmul(x, w)), Op.transpose(w)) - x))
      }, over: model, in: bench.graph)
    #expect(report.agrees)
    #expect(report.entries.map(\.name) == ["encoder"])
  }

  @Test func aModelThatLooksIsRunAnew() throws {
    let bench = CheckBench()
    let w = try bench.parameter("w", [3])
    let report = try checkGradient(
      of: {
        let t = try w.tensor(in: bench.graph)
        return try total(t).number() > 50 ? total(t) : total(Op.exp(t))
      }, over: w, in: bench.graph)
    #expect(report.agrees)
    #expect(report.entries.map(\.name) == ["w"])
    let kink = Parameter("w", try NDArray([0.0, 1], on: bench.graph.device))
    let flipped = try checkGradient(
      of: {
        let t = try kink.tensor(in: bench.graph)
        return try t.value().doubles[0] > 0 ? total(t) : -total(t)
      }, over: kink, in: bench.graph)
    #expect(flipped.verdict == .kink)
  }

  // MARK: Gradients written by hand

  @Test func aGradientWrittenByHandIsJudged() throws {
    let bench = CheckBench()
    let x = try bench.normal([3, 4])
    let f = { (x: Tensor) in try total(Op.sin(x) * x) }
    let right = try checkGradient(of: f, at: x, against: { try Op.sin($0) + $0 * Op.cos($0) })
    #expect(right.agrees)
    let wrong = try checkGradient(
      of: f, at: x, named: "W",
      against: { x in
        let right = try Op.sin(x) + x * Op.cos(x)
        return try right + Op.place(Op.slice(right, [1, 2], [1, 1]), [3, 4], [1, 2])
      })
    #expect(wrong.verdict == .differs)
    #expect(wrong.culprit?.operand == "W")
    #expect(wrong.culprit?.worst?.index == [1, 2])
    #expect(wrong.trusts?.side == .numeric)
    let shape = try checkGradient(of: f, at: x, against: { try Op.transpose($0) })
    #expect(shape.verdict == .differs)
    #expect(shape.culprit?.reason.contains("[4, 3]") == true)
  }

  @Test func aModelsGradientWrittenByHandIsJudged() throws {
    let bench = CheckBench()
    let w = try bench.parameter("w", [3], single: true)
    let b = try bench.parameter("b", [], salt: 1, single: true)
    let model = Structure<Parameter>.parts([("w", .leaf(w)), ("b", .leaf(b))])
    let x = try bench.normal([5, 3], salt: 2)
    let errors = { try Op.sum(x * w.tensor(in: bench.graph), axis: 1) + b.tensor(in: bench.graph) }
    let loss = { try total(Op.square(errors())) }
    let report = { (factor: Double) in
      try checkGradient(
        of: loss, over: model, in: bench.graph,
        against: {
          let e = try errors() * 2
          let forW = try Op.sum(Op.reshape(e, [5, 1]) * x, axis: 0)
          return .parts([("w", .leaf(forW)), ("b", .leaf(try total(e) * factor))])
        })
    }
    #expect(try report(1).agrees)
    let wrong = try report(-1)
    #expect(wrong.verdict == .differs)
    #expect(wrong.entries.map(\.verdict) == [.agrees, .differs])
    #expect(wrong.culprit?.operand == "b")
  }

  // MARK: The report, and what is refused

  @Test func theReportFitsAndSaysWhatMatters() throws {
    let bench = CheckBench()
    let wrong = CustomDerivative("my_layer") { g, _ in [g] }
    let arguments = [
      ("encoder.layers.first.weights.of.attention", try bench.normal([3, 4])), ("b", try bench.normal([4], salt: 1)),
    ]
    let report = try checkGradient(of: { try total(wrong(Op.sin($0[0]), inputs: [$0[0]]) * $0[1]) }, at: arguments)
    let lines = report.description.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.count <= 100 })
    #expect(lines[0].hasPrefix("gradient check: differs"))
    #expect(report.description.contains("`my_layer`"))
    #expect(report.description.contains("trust:    the numeric side"))
  }

  @Test func whatCannotBeCheckedIsRefused() throws {
    let bench = CheckBench()
    let x = try bench.normal([3])
    let f = { (x: Tensor) in try total(x) }
    #expect(throws: TensorError.self) { try checkGradient(of: f, at: bench.graph.tensor([1, 2])) }
    for options in [
      GradientCheckOptions(order: 3), GradientCheckOptions(mode: .directions(0)), GradientCheckOptions(tolerance: -1),
      GradientCheckOptions(tolerance: .nan),
    ] {
      #expect(throws: TensorError.self) { try checkGradient(of: f, at: x, options: options) }
    }
    #expect(throws: TensorError.self) { try checkGradient(of: { (_: [Tensor]) in x }, at: []) }
    #expect(throws: TensorError.self) { try checkGradient(of: { $0 }, at: x, against: { $0 }) }
    #expect(throws: TensorError.self) {
      try checkGradient(of: f, at: x, against: { $0 }, options: GradientCheckOptions(order: 2))
    }
    #expect(throws: TensorError.self) { try checkGradient(of: { try $0 + bench.normal([4]) }, at: x) }
    #expect(throws: TensorError.self) {
      try checkGradient(of: { try f(x) }, over: Structure<Parameter>.parts([]), in: bench.graph)
    }
  }

  @Test func aCancelledCheckStops() throws {
    let bench = CheckBench()
    let x = try bench.normal([3])
    bench.graph.device.cancel()
    #expect(throws: TensorError.cancelled) { try checkGradient(of: { try total(Op.sin($0)) }, at: x) }
    bench.graph.device.resume()
    #expect(try checkGradient(of: { try total(Op.sin($0)) }, at: x).agrees)
  }
}
