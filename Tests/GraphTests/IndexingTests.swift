// Indexing beyond single calls: nested maps in every mix, derivatives through them, and indices that miss.
import AulaCore
import Testing

@Suite("Indexing") struct IndexingTests {
  private let graph = testGraph()
  private let rows = [0, 3, 3, 2, 1, 1]

  private func numbers(_ shape: Shape) throws -> Tensor {
    try graph.tensor((0..<shape.count).map(Double.init), shape: shape)
  }
  private func indices() throws -> Tensor { try graph.tensor([0, -1, 3, 2, 1, 1], shape: [2, 3]) }

  private func gatherEach(_ x: Tensor, _ indices: Tensor) throws -> Tensor {
    try map({ pair in try Op.take(pair[0], pair[1]) }, over: [x, indices])
  }

  @Test("a map in a map, both with indices of their own") func bothOuter() throws {
    let result = try map({ pair in try gatherEach(pair[0], pair[1]) }, over: [numbers([2, 3, 4]), indices()])
    let expected = (0..<6).map { line in line * 4 + rows[line] }
    #expect(try result.value().ints == expected)
  }

  @Test("a map in a map, with the outer one over the elements alone") func elementsOuter() throws {
    let inner = try graph.tensor([0, 1, -1])
    let x = try numbers([2, 3, 4])
    let result = try map({ try gatherEach($0, inner) }, over: x)
    let columns = [0, 1, 3]
    let expected = (0..<6).map { line in line * 4 + columns[line % 3] }
    #expect(try result.value().ints == expected)
    let slopes = try gradient(of: { x in try Op.sum(map({ try gatherEach($0, inner) }, over: x)) }, at: x).value().ints
    let chosen = (0..<24).map { place in columns[place / 4 % 3] == place % 4 ? 1 : 0 }
    #expect(slopes == chosen)
  }

  @Test("a map in a map, with the outer one over the indices alone") func indicesOuter() throws {
    let x = try numbers([3, 4])
    let result = try map({ try gatherEach(x, $0) }, over: indices())
    let expected = (0..<6).map { line in line % 3 * 4 + rows[line] }
    #expect(try result.value().ints == expected)
    let slopes = try gradient(of: { x in try Op.sum(map({ try gatherEach(x, $0) }, over: indices())) }, at: x).value()
      .ints
    #expect(slopes == [1, 0, 1, 0, 0, 1, 0, 1, 0, 1, 0, 1])
  }

  @Test("a mapped index that misses is an error, not a neighbour's element") func misses() throws {
    let missing = try gatherEach(numbers([3, 4]), graph.tensor([0, 4, 0]))
    #expect(throws: TensorError.index(operation: "gather", index: 4, size: 4, axis: 1)) { try missing.value() }
    let below = try Op.take(numbers([4]), graph.tensor([-5]))
    #expect(throws: TensorError.index(operation: "gather", index: -5, size: 4, axis: 0)) { try below.value() }
    let hot = try Op.oneHot(graph.tensor([3]), 3)
    #expect(throws: TensorError.index(operation: "one_hot", index: 3, size: 3, axis: 1)) { try hot.value() }
  }

  @Test("indices are whole numbers, and nothing else") func types() throws {
    #expect(throws: TensorError.precision(operation: "gather", argument: "indices", found: .float64, expected: "int")) {
      try Op.take(numbers([4]), graph.tensor([1.0]))
    }
  }

  @Test(
    "many elements in one place add up in one order, whatever the threads",
    arguments: [[200_000], [50_000, 3], [300, 70]])
  func scattered(_ dims: [Int]) throws {
    var numbers = TestNumbers(seed: 3)
    let values = (0..<Shape(dims).count).map { _ in Float(numbers.normal()) }
    let places = (0..<dims[0]).map { _ in numbers.below(40) }
    var expected = [Float](repeating: 0, count: 40 * Shape(Array(dims.dropFirst())).count)
    let width = expected.count / 40
    for (row, place) in places.enumerated() {
      for column in 0..<width { expected[place * width + column] += values[row * width + column] }
    }
    for threads in [1, 2, 3] {
      let graph = testGraph(threads: threads)
      let sums = try Op.scatterAdd(graph.tensor(values, shape: Shape(dims)), graph.tensor(places), size: 40)
      #expect(try sums.value().floats == expected)
      let back = try Op.take(sums, graph.tensor(places))
      #expect(try back.value().floats == places.flatMap { Array(expected[($0 * width)..<(($0 + 1) * width)]) })
    }
  }
}
