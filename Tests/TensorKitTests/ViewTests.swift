// Views: every chain of views reads the same elements as the plain picture of what it does.
import TensorKit
import Testing

@Suite("Views") struct ViewTests {
  private let device = Device(threads: 1)

  /// An array beside the plain list of its elements.
  private struct Pair {
    var array: NDArray
    var dims: [Int]
    var values: [Double]

    func at(_ index: [Int]) -> Double {
      values[zip(index, dims).reduce(0) { $0 * $1.1 + $1.0 }]
    }

    func rebuilt(_ array: NDArray, _ dims: [Int], _ source: ([Int]) -> [Int]) -> Pair {
      var values: [Double] = []
      each(dims) { values.append(at(source($0))) }
      return Pair(array: array, dims: dims, values: values)
    }
  }

  @Test("chains of views", arguments: 0..<200) func chains(seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(max(1, bound)))
    }
    let dims = (0..<(1 + random(4))).map { _ in 1 + random(4) }
    let count = dims.reduce(1, *)
    var pair = Pair(
      array: try NDArray((0..<count).map(Double.init), shape: Shape(dims), on: device), dims: dims,
      values: (0..<count).map(Double.init))
    for _ in 0..<5 {
      let rank = pair.dims.count
      let old = pair.dims
      switch random(6) {
      case 0 where rank > 1:
        var order = Array(0..<rank)
        order.swapAt(random(rank), random(rank))
        pair = pair.rebuilt(pair.array.permuted(order), order.map { old[$0] }) { index in
          var source = index
          for (to, from) in order.enumerated() { source[from] = index[to] }
          return source
        }
      case 1 where rank > 0:
        let axis = random(rank)
        pair = pair.rebuilt(pair.array.flipped([axis]), old) { index in
          var source = index
          source[axis] = old[axis] - 1 - index[axis]
          return source
        }
      case 2 where rank > 0:
        let starts = old.map { random($0) }
        let steps = old.map { _ in 1 + random(2) }
        var sizes: [Int] = []
        for axis in 0..<rank { sizes.append((old[axis] - starts[axis] + steps[axis] - 1) / steps[axis]) }
        pair = pair.rebuilt(pair.array.sliced(starts: starts, sizes: sizes, steps: steps), sizes) { index -> [Int] in
          var source = index
          for axis in 0..<rank { source[axis] = starts[axis] + index[axis] * steps[axis] }
          return source
        }
      case 3 where rank < 6:
        let target = [1 + random(3)] + old
        pair = pair.rebuilt(pair.array.broadcast(to: Shape(target)), target) { Array($0.dropFirst()) }
      case 4:
        let flat = [pair.values.count]
        pair = Pair(array: try pair.array.reshaped(to: Shape(flat), on: device), dims: flat, values: pair.values)
      default:
        guard let half = old.firstIndex(where: { $0 % 2 == 0 && $0 > 0 }), rank < 6 else { continue }
        var target = old
        target.replaceSubrange(half...half, with: [2, old[half] / 2])
        pair = Pair(array: try pair.array.reshaped(to: Shape(target), on: device), dims: target, values: pair.values)
      }
      #expect(pair.array.shape.dims == pair.dims)
      #expect(pair.array.doubles == pair.values)
      #expect(try pair.array.contiguous(on: device).doubles == pair.values)
    }
  }

  @Test("windows and diagonals") func windowsAndDiagonals() throws {
    let x = try NDArray((0..<7).map(Double.init), on: device)
    let windows = x.windows(axis: 0, size: 3, step: 2, dilation: 1)
    #expect(windows.shape == [3, 3])
    #expect(windows.doubles == [0, 1, 2, 2, 3, 4, 4, 5, 6])
    #expect(x.windows(axis: 0, size: 3, step: 1, dilation: 3).doubles == [0, 3, 6])
    #expect(x.windows(axis: 0, size: 9, step: 1, dilation: 1).shape == [0, 9])
    let matrix = try NDArray((0..<12).map(Double.init), shape: [3, 4], on: device)
    #expect(matrix.diagonal(0, 1, shift: 0).doubles == [0, 5, 10])
    #expect(matrix.diagonal(0, 1, shift: 2).doubles == [2, 7])
    #expect(matrix.diagonal(0, 1, shift: -1).doubles == [4, 9])
    #expect(matrix.diagonal(0, 1, shift: 9).doubles.isEmpty)
  }

  @Test("a reshape of an evenly spaced view makes no copy") func reshapeIsView() throws {
    let x = try NDArray((0..<24).map(Double.init), shape: [4, 6], on: device)
    let rows = x.sliced(starts: [1, 0], sizes: [2, 6], steps: [2, 1])
    let split = try rows.reshaped(to: [2, 3, 2], on: device)
    #expect(split.storage === x.storage)
    #expect(split.doubles == rows.doubles)
    let merged = try x.permuted([1, 0]).reshaped(to: [24], on: device)
    #expect(merged.storage !== x.storage)
  }
}

/// Calls `body` with every index of a shape, in row order.
private func each(_ dims: [Int], _ body: ([Int]) -> Void) {
  for index in dims.reduce([[]], { found, size in found.flatMap { head in (0..<size).map { head + [$0] } } }) as [[Int]]
  {
    body(index)
  }
}
