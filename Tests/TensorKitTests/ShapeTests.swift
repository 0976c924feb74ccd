// Shapes: counting, stretching, and what does not fit.
import TensorKit
import Testing

@Suite("Shapes") struct ShapeTests {
  @Test("counts saturate instead of overflowing") func counts() {
    #expect(Shape([]).count == 1)
    #expect(Shape([2, 0, 3]).count == 0)
    #expect(Shape([Int.max, 2]).count == Int.max)
    #expect(Shape([Int.max, 2, 0]).count == 0)
  }

  @Test("every pair of small shapes stretches as by the rule") func broadcasting() {
    let sizes: [[Int]] = [[], [1], [2], [3], [1, 1], [1, 3], [2, 1], [2, 3], [0], [2, 0], [3, 1, 2]]
    for a in sizes {
      for b in sizes {
        let rank = max(a.count, b.count)
        let left = Array(repeating: 1, count: rank - a.count) + a
        let right = Array(repeating: 1, count: rank - b.count) + b
        let fits = zip(left, right).allSatisfy { $0 == $1 || $0 == 1 || $1 == 1 }
        let met = Shape(a).broadcast(with: Shape(b))
        #expect((met != nil) == fits)
        if let met { #expect(met.dims == zip(left, right).map { $0 == 1 ? $1 : $0 }) }
      }
    }
  }

  @Test("reduced shapes") func reduced() {
    #expect(Shape([2, 3, 4]).reduced(over: [0, 2], keep: false) == [3])
    #expect(Shape([2, 3, 4]).reduced(over: [0, 2], keep: true) == [1, 3, 1])
  }
}
