// Numerics a textbook can stand on: tails, infinities, and the logarithms that must not be taken of a rounded number.
import AulaCore
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite("Stability") struct StabilityTests {
  private let far: [Double] = [-1e4, -100, -1, 0, 1, 100, 1e4]

  @Test("log sigmoid, both ways, values and slopes, in both precisions", arguments: [DType.float64, .float32])
  func logSigmoid(_ dtype: DType) throws {
    let graph = testGraph()
    let x = try graph.convert(graph.tensor(far), to: dtype)
    let value = try Op.log(Op.sigmoid(x)).value().doubles
    let other = try Op.log(1 - Op.sigmoid(x)).value().doubles
    #expect(value.first == -1e4 && other.last == -1e4)
    #expect(value.allSatisfy(\.isFinite) && other.allSatisfy(\.isFinite))
    let slope = try gradient(of: { try Op.sum(Op.log(Op.sigmoid($0))) }, at: x).value().doubles
    #expect(slope.first == 1 && slope.last == 0)
    let otherSlope = try gradient(of: { try Op.sum(Op.log(1 - Op.sigmoid($0))) }, at: x).value().doubles
    #expect(otherSlope.first == 0 && otherSlope.last == -1)
  }

  @Test("log softmax at ±1e4, value and slope", arguments: [DType.float64, .float32]) func logSoftmax(_ dtype: DType)
    throws
  {
    let graph = testGraph()
    let x = try graph.convert(graph.tensor([-1e4, 0, 1e4]), to: dtype)
    #expect(try Op.log(Op.softmax(x)).value().doubles == [-2e4, -1e4, 0])
    #expect(try Op.logsumexp(x).number() == 1e4)
    let slope = try gradient(
      of: { try Op.sum(Op.log(Op.softmax($0)) * $0.graph.tensor([1.0, 0, 0])) }, at: x
    ).value().doubles
    #expect(slope == [1, 0, -1])
  }

  @Test("cross-entropy on logits never overflows") func crossEntropy() throws {
    let graph = testGraph()
    let logits = try graph.tensor(far)
    let labels = try graph.tensor([0.0, 1, 0, 1, 0, 1, 0])
    let loss = try gradient(
      of: { try Op.sum(Op.softplus($0) - labels * $0) }, at: logits
    ).value().doubles
    let expected = zip(far, [0.0, 1, 0, 1, 0, 1, 0]).map { 1 / (1 + exp(-$0)) - $1 }
    #expect(agree(loss, expected, relative: 1e-14, absolute: 1e-300))
  }

  @Test("the negative tail of sigmoid keeps its digits") func tail() throws {
    let graph = testGraph()
    let values = try Op.sigmoid(graph.tensor([-700.0, -40])).value().doubles
    #expect(agree(values, [exp(-700.0), exp(-40.0)], relative: 1e-15, absolute: 0))
  }

  @Test("ten million float32 numbers sum within 1e-6") func longSum() throws {
    let graph = testGraph(threads: 2)
    let count = 10_000_000
    let x = try NDArray((0..<count).map { Float($0 % 1000) / 1000 + 0.1 }, on: graph.device)
    let exact = x.doubles.reduce(0, +)
    let sum = try Op.sum(graph.tensor(x)).number()
    #expect(abs(sum - exact) <= 1e-6 * exact)
  }

  @Test("infinities and NaN as IEEE has them") func special() throws {
    let graph = testGraph()
    let x = try graph.tensor([0.0, -0.0, .infinity, -.infinity, .nan])
    let quotient = try (1 / x).value().doubles
    #expect(quotient[0] == .infinity && quotient[1] == -.infinity && quotient[2] == 0 && quotient[4].isNaN)
    #expect(try Op.exp(x).value().doubles[3] == 0)
    #expect(try Op.log(x).value().doubles[0] == -.infinity)
    #expect(try Op.maximum(x, 1).value().doubles[4].isNaN)
    #expect(try Op.max(x).number().isNaN)
    #expect(try Op.equal(x, x).value().bools == [true, true, true, true, false])
  }

  @Test("a result is as precise as its least precise ingredient") func precision() throws {
    let graph = testGraph()
    let (single, double) = (try graph.tensor([Float(1.5)]), try graph.tensor([2.5]))
    #expect(try (single + double).dtype == .float32)
    #expect(try (single * 2).dtype == .float32)
    #expect(try (double + graph.tensor([1])).dtype == .float64)
    #expect(try (graph.tensor([1]) + graph.tensor([2])).dtype == .int)
    #expect(try (graph.tensor([1]) / graph.tensor([2])).dtype == .float64)
    #expect(try (graph.tensor([true]) + graph.tensor([true])).value().ints == [2])
    #expect(throws: TensorError.self) { try Op.and(double, double) }
  }
}
