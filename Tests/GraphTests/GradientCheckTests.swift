// Gradient checks: right derivatives agree, and wrong ones are found and named.
import AulaCore
import Testing

struct GradientCheckTests {
  // MARK: Right derivatives

  @Test(arguments: [true, false])
  func aRightFunctionAgrees(plans: Bool) throws {
    let bench = CheckBench(plans: plans)
    let report = try checkGradient(of: surrounded { try Op.tanh($0) * $0 }, at: bench.normal([3, 4]))
    #expect(report.verdict == .agrees)
    #expect(report.worstRelative < 1e-9)
    #expect(report.entries.map(\.shape) == [[3, 4]])
    #expect(report.entries[0].compared == 12)
    #expect(report.culprit == nil && report.trusts == nil)
  }

  @Test func severalArgumentsAreNamed() throws {
    let bench = CheckBench()
    let arguments = [
      ("x", try bench.normal([5, 3])), ("w1", try bench.normal([3, 4], salt: 1)),
      ("b1", try bench.normal([4], salt: 2)),
      ("w2", try bench.normal([4, 2], salt: 3)), ("b2", try bench.normal([2], salt: 4)),
    ]
    let report = try checkGradient(of: { try networkLoss($0[0], $0[1], $0[2], $0[3], $0[4]) }, at: arguments)
    #expect(report.agrees)
    #expect(report.entries.map(\.name) == ["x", "w1", "b1", "w2", "b2"])
    #expect(report.entries.map(\.compared) == [15, 12, 4, 8, 2])
    #expect(report.worstRelative < 1e-8)
  }

  @Test func aTensorResultIsWeighted() throws {
    let bench = CheckBench()
    let report = try checkGradient(of: { try Op.sin($0) * $0 }, at: bench.normal([2, 3]))
    #expect(report.agrees)
    #expect(report.notes.contains { $0.contains("weights") })
  }

  @Test func aResultThatDoesNotDependAgreesWithZero() throws {
    let bench = CheckBench()
    let report = try checkGradient(of: { try $0.graph.scalar(3) + total($0 * 0) }, at: bench.normal([4]))
    #expect(report.agrees)
    let constant = try checkGradient(of: { try $0.graph.scalar(3) }, at: bench.normal([4]))
    #expect(constant.agrees)
  }

  @Test func scalarsAndEmptyTensorsAreChecked() throws {
    let bench = CheckBench()
    #expect(try checkGradient(of: { try Op.exp($0) }, at: bench.graph.scalar(0.4)).agrees)
    let empty = try bench.graph.tensor([] as [Double], shape: [0, 3])
    #expect(try checkGradient(of: { try total($0 * $0) }, at: empty).agrees)
  }

  @Test func operatorsThatCannotBeMappedAreReplayedOneByOne() throws {
    let bench = CheckBench()
    let report = try checkGradient(of: { try total(Op.sin(TestDraw.stubborn($0))) }, at: bench.normal([6]))
    #expect(report.agrees)
    #expect(report.notes.contains { $0.contains("one by one") })
  }

  @Test func aRightDerivativeOfOnesOwnAgrees() throws {
    let bench = CheckBench()
    let softplus = CustomDerivative("my_softplus") { g, inputs in [try g * Op.sigmoid(inputs[0])] }
    let report = try checkGradient(
      of: surrounded { try softplus(Op.log(Op.exp($0) + 1), inputs: [$0]) }, at: bench.normal([7]))
    #expect(report.agrees)
  }

  @Test func theStreamOfDrawsAndTheLooksStayAsTheyWere() throws {
    let bench = CheckBench()
    let (random, looks) = (bench.graph.random, bench.graph.looks)
    let report = try checkGradient(of: { try total($0 * TestDraw.noisy(bench.normal([5]))) }, at: bench.normal([5]))
    #expect(report.agrees)
    #expect(bench.graph.random == random)
    #expect(bench.graph.looks == looks)
  }

  // MARK: Wrong derivatives, by name

  struct Wrong: Sendable, CustomTestStringConvertible {
    let name: String
    let value: @Sendable (Tensor) throws -> Tensor
    let rule: CustomDerivative.Rule
    var testDescription: String { name }
  }

  static let wrong: [Wrong] = [
    Wrong(name: "sign", value: { try Op.tanh($0) }, rule: { g, x in [try -(g * (1 - Op.square(Op.tanh(x[0]))))] }),
    Wrong(name: "factor_two", value: { try Op.square($0) }, rule: { g, x in [try g * x[0]] }),
    Wrong(name: "transposed", value: { try Op.transpose($0) }, rule: { g, _ in [g] }),
    Wrong(name: "missing_term", value: { try $0 * Op.sin($0) }, rule: { g, x in [try g * Op.sin(x[0])] }),
    Wrong(
      name: "rolled", value: { try Op.exp($0) },
      rule: { g, x in
        let all = try g * Op.exp(x[0])
        let first = try Op.slice(all, [0, 0], [4, 1])
        let rest = try Op.slice(all, [0, 1], [4, 3])
        return [try Op.place(rest, [4, 4], [0, 0]) + Op.place(first, [4, 4], [0, 3])]
      }),
    Wrong(name: "flipped_axis", value: { try Op.sin($0) }, rule: { g, x in [try Op.flip(g * Op.cos(x[0]), axis: 0)] }),
    Wrong(name: "forgotten", value: { try Op.sin($0) }, rule: { _, _ in [nil] }),
    Wrong(name: "missing_sum", value: { try Op.sum($0, axis: 0, keep: true) + $0 }, rule: { g, _ in [g] }),
    Wrong(
      name: "mean_for_sum",
      value: { try Op.sum($0, axis: 0, keep: true) * $0.graph.tensor([1, 1, 1, 1], shape: [4, 1]) },
      rule: { g, x in [try Op.broadcast(Op.sum(g, axis: 0, keep: true) / 4, x[0].shape)] }),
    Wrong(
      name: "sigmoid_plus", value: { try Op.sigmoid($0) },
      rule: { g, x in
        let y = try Op.sigmoid(x[0])
        return [try g * y * (1 + y)]
      }),
    Wrong(name: "not_a_number", value: { try Op.sin($0) }, rule: { g, x in [try g * (x[0] - x[0]) / (x[0] - x[0])] }),
    Wrong(name: "slightly_off", value: { try Op.exp($0) }, rule: { g, x in [try g * Op.exp(x[0]) * 1.00001] }),
    Wrong(
      name: "one_element", value: { try Op.sin($0) },
      rule: { g, x in
        let right = try g * Op.cos(x[0])
        return [try right + Op.place(Op.slice(right, [2, 1], [1, 1]), [4, 4], [2, 1])]
      }),
    Wrong(name: "second_derivative", value: { try Op.sin($0) }, rule: { g, x in [try g * -Op.sin(x[0])] }),
    Wrong(
      name: "offset", value: { try Op.log(Op.square($0) + 1) },
      rule: { g, x in
        [try g * (x[0] * 2 / (Op.square(x[0]) + 1) + 0.001)]
      }),
  ]

  @Test(arguments: wrong)
  func aWrongDerivativeIsNamed(_ wrong: Wrong) throws {
    let bench = CheckBench()
    let custom = CustomDerivative(wrong.name, wrong.rule)
    bench.graph.place = 7
    let report = try checkGradient(
      of: surrounded { x in
        bench.graph.place = 42
        defer { bench.graph.place = 7 }
        return try custom(wrong.value(x), inputs: [x])
      }, at: bench.normal([4, 4]))
    #expect(report.verdict == .differs)
    #expect(report.culprit?.operation == wrong.name)
    #expect(report.culprit?.place == 42)
    #expect(report.culprit?.operands == [[4, 4]])
    #expect(report.trusts?.side == .numeric)
    #expect(report.entries[0].verdict == .differs)
  }

  @Test func theWorstElementOfAWrongRuleIsNamed() throws {
    let bench = CheckBench()
    let custom = CustomDerivative("one_element", Self.wrong[12].rule)
    let report = try checkGradient(of: surrounded { try custom(Op.sin($0), inputs: [$0]) }, at: bench.normal([4, 4]))
    #expect(report.culprit?.worst?.index == [2, 1])
    #expect(report.entries[0].largestRelative?.index == [2, 1])
  }

  @Test func theFirstOfTwoWrongOnesIsNamed() throws {
    let bench = CheckBench()
    let first = CustomDerivative("first") { g, _ in [g] }
    let second = CustomDerivative("second") { g, _ in [g] }
    let report = try checkGradient(
      of: { x in
        let y = try first(Op.sin(x), inputs: [x])
        return try total(second(Op.exp(y), inputs: [y]))
      }, at: bench.normal([5]))
    #expect(report.verdict == .differs)
    #expect(report.culprit?.operation == "first")
  }

  @Test func oneWrongOperandOfTwoIsNamed() throws {
    let bench = CheckBench()
    let mine = CustomDerivative("my_product") { g, x in [try g * x[1], try g * x[1]] }
    let report = try checkGradient(
      of: { try total(Op.tanh(mine($0[0] * $0[1], inputs: $0))) },
      at: [("a", bench.normal([3])), ("b", bench.normal([3], salt: 1))])
    #expect(report.verdict == .differs)
    #expect(report.culprit?.operand == "operand 2")
    #expect(report.entries.map(\.verdict) == [.agrees, .differs])
  }

  @Test func anInputThatWasLeftOutIsFound() throws {
    let bench = CheckBench()
    let mine = CustomDerivative("forgetful") { g, x in [try g * Op.cos(x[0])] }
    let report = try checkGradient(
      of: { try total(mine(Op.sin($0[0]) + Op.exp($0[1]), inputs: [$0[0]])) },
      at: [("a", bench.normal([3])), ("b", bench.normal([3], salt: 1))])
    #expect(report.verdict == .differs)
    #expect(report.culprit?.operation == "forgetful")
    #expect(report.culprit?.reason.contains("not among the inputs") == true)
  }

  @Test func aStoppedGradientIsNamed() throws {
    let bench = CheckBench()
    let report = try checkGradient(of: { try total(stopGradient(Op.sin($0)) * $0) }, at: bench.normal([3]))
    #expect(report.verdict == .differs)
    #expect(report.culprit?.operation == "stop_gradient")
    #expect(report.culprit?.reason.contains("on purpose") == true)
  }

  @Test func aWrongDerivativeOfAWideLayerIsNarrowedToItsElement() throws {
    let bench = CheckBench()
    let mine = CustomDerivative("wide") { g, x in
      let right = try g * Op.cos(x[0])
      return [try right + Op.place(Op.slice(right, [777], [1]), [2000], [777])]
    }
    let report = try checkGradient(of: { try total(Op.exp(mine(Op.sin($0), inputs: [$0]))) }, at: bench.normal([2000]))
    #expect(report.verdict == .differs)
    #expect(report.culprit?.operation == "wide")
    #expect(report.culprit?.worst?.index == [777])
  }

  // MARK: Places without a derivative

  @Test(arguments: ["abs", "relu", "maximum", "minimum", "floor", "if", "leaky_relu"])
  func aKinkIsAKink(_ which: String) throws {
    let bench = CheckBench()
    let functions: [String: (Tensor) throws -> Tensor] = [
      "abs": { try Op.absolute($0) }, "relu": { try Op.relu($0) }, "maximum": { try Op.maximum($0, $0 * 0.5) },
      "minimum": { try Op.minimum(Op.sin($0), $0 * $0) }, "floor": { try Op.floor($0) * 3 + $0 },
      "leaky_relu": { try Op.leakyRelu($0) },
      "if": { try ($0.value().doubles[1] > 0 ? $0 * 2 : $0) },
    ]
    let f = try #require(functions[which])
    let report = try checkGradient(of: { try total(Op.exp(f($0)) * 2) }, at: bench.values(-1.3, 0, 0.8))
    #expect(report.verdict == .kink)
    #expect(report.entries[0].largestAbsolute?.index == [1])
    if which != "if" && which != "leaky_relu" { #expect(report.culprit?.operation == which) }
  }

  @Test func theSlopesOnBothSidesAreTold() throws {
    let bench = CheckBench()
    let report = try checkGradient(of: { try total(Op.absolute($0)) }, at: bench.values(0))
    let place = try #require(report.entries[0].largestAbsolute)
    #expect(abs(place.left + 1) < 1e-9 && abs(place.right - 1) < 1e-9)
  }

  @Test func theEdgeOfADomainIsAKink() throws {
    let bench = CheckBench()
    #expect(try checkGradient(of: { try total(Op.sqrt($0)) }, at: bench.values(0, 1)).verdict == .kink)
    #expect(try checkGradient(of: { try total(Op.sqrt(Op.absolute($0))) }, at: bench.values(0, 1)).verdict == .kink)
  }

  @Test func aKinkNearbyIsNone() throws {
    let bench = CheckBench()
    for distance in [1e-2, 1e-6, -1e-6, 1e-9] {
      let report = try checkGradient(
        of: { try total(Op.relu($0 - 1) + Op.absolute($0)) }, at: bench.values(1 + distance, 2))
      #expect(report.verdict == .agrees, "\(distance)")
    }
  }

  @Test func jumpsElsewhereDoNotMatter() throws {
    let bench = CheckBench()
    #expect(try checkGradient(of: { try total(Op.floor($0 * 3) + Op.sin($0)) }, at: bench.normal([40])).agrees)
  }

  @Test func aSmoothMinimumIsNoKink() throws {
    let bench = CheckBench()
    for power in [2.0, 4, 6] {
      let report = try checkGradient(of: { try total(Op.power($0, power)) }, at: bench.values(0, 0.5, -2))
      #expect(report.agrees, "\(power)")
    }
  }

  // MARK: Programs that look

  @Test func aProgramThatLooksIsRunAnew() throws {
    let bench = CheckBench()
    var runs = 0
    let report = try checkGradient(
      of: { x in
        runs += 1
        var y = x
        while try total(Op.square(y)).number() > 1 { y = try y * 0.6 + Op.sin(y) * 0.1 }
        return try total(Op.exp(y))
      }, at: bench.normal([4]))
    #expect(report.agrees)
    #expect(runs > 16)
    #expect(report.notes.contains { $0.contains("run anew") })
  }

  @Test func aBranchNearbyIsAvoided() throws {
    let bench = CheckBench()
    let report = try checkGradient(
      of: { try $0.value().doubles[0] > 1 ? total($0 * $0) : total($0) }, at: bench.values(1.0001, 0.5))
    #expect(report.agrees)
  }

  @Test func aNumberReadFromAValueIsBlamed() throws {
    let bench = CheckBench()
    let report = try checkGradient(of: { try total(Op.sin($0)) * total($0 * $0).number() }, at: bench.normal([3]))
    #expect(report.verdict == .differs)
    #expect(report.culprit?.operation == "multiply")
    #expect(report.culprit?.reason.contains("read from a value") == true)
    #expect(report.trusts?.side == .numeric)
  }

  @Test func aWrongRuleInAProgramThatLooksIsNamed() throws {
    let bench = CheckBench()
    let mine = CustomDerivative("mine") { g, x in [try g * Op.sin(x[0])] }
    let report = try checkGradient(
      of: { x in
        let y = try mine(Op.sin(x), inputs: [x])
        return try total(y).number() > 0 ? total(y) : -total(y)
      }, at: bench.normal([3]))
    #expect(report.verdict == .differs)
    #expect(report.culprit?.operation == "mine")
  }

  // MARK: Chance

  @Test func theSameDrawsAreReplayed() throws {
    let bench = CheckBench()
    let arguments = [("mean", try bench.normal([6])), ("sd", try bench.normal([6], salt: 3))]
    let replayed = try checkGradient(
      of: { try total(Op.tanh($0[0] + $0[1] * TestDraw.noisy(bench.normal([6])))) }, at: arguments)
    #expect(replayed.agrees)
    let looked = try checkGradient(
      of: { list in
        let y = try list[0] + list[1] * TestDraw.noisy(bench.normal([6]))
        return try total(y).number() > 100 ? total(y) : total(Op.tanh(y))
      }, at: arguments)
    #expect(looked.agrees)
  }

  @Test func drawsOfTheCatalogueAreReplayed() throws {
    let bench = CheckBench()
    let arguments = [("mean", try bench.single([6])), ("sd", try bench.single([6], salt: 3))]
    let normal = { (list: [Tensor]) in try Op.normal(shape: [6], mean: list[0], sd: list[1]) }
    #expect(try checkGradient(of: { try total(Op.tanh(normal($0))) }, at: arguments).agrees)
    let second = GradientCheckOptions(order: 2)
    #expect(try checkGradient(of: { try total(Op.exp(normal($0))) }, at: arguments, options: second).agrees)
    let rates = try bench.graph.tensor([0.2, 0.7])
    let coins = try checkGradient(of: { try total(Op.bernoulli($0) * $0) }, at: rates)
    #expect(coins.verdict == .notDifferentiable)
    #expect(coins.culprit?.operation == "bernoulli")
    let gamma = try checkGradient(of: { try total(Op.gamma($0)) }, at: rates)
    #expect(gamma.verdict == .notDifferentiable)
    #expect(gamma.culprit?.operation == "gamma")
  }

  @Test func aFunctionThatEndsItsTraceIsRefused() throws {
    let bench = CheckBench()
    let f = { (x: Tensor) in
      let y = try total(x).value()
      bench.graph.forget()
      return try bench.graph.tensor(y)
    }
    #expect(throws: TensorError.endedTensor(operation: "gradient check")) {
      try checkGradient(of: f, at: bench.normal([3]))
    }
    #expect(throws: TensorError.endedTensor(operation: "explain")) { try explain(of: f, at: bench.normal([3])) }
  }

  @Test func chanceFromOutsideIsNotDeterministic() throws {
    let bench = CheckBench()
    let x = try bench.normal([3])
    #expect(try checkGradient(of: { try total($0 * Double.random(in: 1...2)) }, at: x).verdict == .notDeterministic)
    let list = try checkGradient(of: { try total($0 * $0.graph.tensor([Double.random(in: 0...1), 1, 2])) }, at: x)
    #expect(list.verdict == .notDeterministic)
    var runs = 0
    let structure = try checkGradient(
      of: {
        runs += 1
        return try runs % 2 == 0 ? total($0) : total($0 * $0)
      }, at: x)
    #expect(structure.verdict == .notDeterministic)
    #expect(!structure.notes.isEmpty)
  }

  // MARK: No derivative at all

  @Test func operatorsWithoutADerivativeAreNamed() throws {
    let bench = CheckBench()
    bench.graph.place = 5
    let hard = try checkGradient(of: { try total(Op.sin(TestDraw.hard($0))) }, at: bench.normal([3]))
    #expect(hard.verdict == .notDifferentiable)
    #expect(hard.culprit?.operation == "hard")
    #expect(hard.culprit?.reason == "it was made so")
    #expect(hard.culprit?.place == 5)
    let draw = try checkGradient(of: { try total(TestDraw.noisy($0) * $0) }, at: bench.normal([3]))
    #expect(draw.verdict == .notDifferentiable)
    #expect(draw.culprit?.operation == "noisy")
  }

  @Test func wholeNumbersAndMissingValuesAreNotDifferentiable() throws {
    let bench = CheckBench()
    let whole = try checkGradient(of: { try Op.int(total($0)) }, at: bench.normal([3]))
    #expect(whole.verdict == .notDifferentiable)
    let missing = try checkGradient(of: { try total(Op.log($0) * 2) }, at: bench.values(1, -1))
    #expect(missing.verdict == .notDifferentiable)
    #expect(missing.culprit?.operation == "log")
  }
}
