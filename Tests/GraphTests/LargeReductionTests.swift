// Reductions, sorts and folds too large for one task: every way of sharing the work, against plain loops, for several thread counts.
import AulaCore
import Foundation
import Testing

@Suite("Large reductions") struct LargeReductionTests {
  /// Shapes and axes that take every way through the sharing of work; under a sanitizer, which takes ten times as long, a few.
  static let cases = ProcessInfo.processInfo.environment["AULA_FEW"] == nil ? all : [all[0], all[4], all[9]]
  private static let all: [(dims: [Int], axes: [Int])] = [
    ([700_001], [0]), ([3, 300_000], [1]), ([300_000, 3], [0]), ([40_000, 20], [0]), ([5_000, 300], [0]),
    ([300, 5_000], [1]),
    ([70_000, 9], [1]), ([64, 9, 70, 11], [1, 3]), ([64, 9, 70, 11], [0, 2]), ([16, 8, 40, 40], [0, 2, 3]),
    ([2, 200_000, 2], [1]),
    ([1, 300_001, 1], [1]), ([1100, 1100], [0, 1]), ([2000, 4, 60], [0]),
  ]
  static let names = [
    "sum", "max", "min", "logsumexp", "argmax", "softmax", "cumsum", "argsort", "any", "all", "log_softmax",
  ]

  @Test("values and bits", arguments: cases) func reductions(_ dims: [Int], _ axes: [Int]) throws {
    var numbers = TestNumbers(seed: 3)
    let count = dims.reduce(1, *)
    let values = (0..<count).map { _ in numbers.unit() - 0.5 }
    for name in Self.names {
      guard let row = Catalogue.row(named: name) else { continue }
      let takesOne = ["argmax", "softmax", "cumsum", "argsort", "log_softmax"].contains(name)
      if takesOne && axes.count > 1 { continue }
      for dtype in [DType.float64, .float32, .int, .bool] {
        for turned in [false, true] {
          var results: [NDArray] = []
          for threads in 1...3 {
            let graph = Graph(device: Device(threads: threads), seed: 1)
            var x = try graph.tensor(
              values.map { dtype == .int || dtype == .bool ? ($0 * 1e6).rounded(.towardZero) : $0 }, shape: Shape(dims))
            if ["any", "all"].contains(name) {
              x = try Op.greater(x, name == "any" ? 499_999 : -499_999)
              if dtype != .bool { continue }
            }
            if dtype == .bool && ["logsumexp", "softmax", "log_softmax"].contains(name) { continue }
            x = try x.graph.convert(x, to: dtype)
            if turned {
              let order = Array((0..<dims.count).reversed())
              let array = try x.value().permuted(order).contiguous(on: graph.device).permuted(order)
              x = try graph.tensor(array)
            }
            let options: [(label: String?, value: Argument)] =
              takesOne
              ? [(nil, .tensor(x)), ("axis", .option(.int(axes[0])))]
              : [(nil, .tensor(x)), ("axis", .option(.ints(axes)))]
            results.append(try row.results(of: options, in: graph)[0].value())
          }
          guard let first = results.first else { continue }
          let doubles = first.doubles
          for other in results.dropFirst() {
            #expect(other.doubles == doubles, "\(name) \(dtype) \(dims) \(axes): bits")
          }
          // The plain meaning, on the numbers as they were rounded.
          let rounded = values.map { value -> Double in
            let whole = (value * 1e6).rounded(.towardZero)
            switch dtype {
            case .float32: return Double(Float(value))
            case .int: return whole
            case .bool:
              return name == "any"
                ? (whole > 499_999 ? 1 : 0) : name == "all" ? (whole > -499_999 ? 1 : 0) : whole == 0 ? 0 : 1
            case .float64: return value
            }
          }
          let expected = plain(name, rounded, dims, axes)
          let relative = dtype == .float32 ? 3e-6 : 1e-12
          let scale = name == "cumsum" || name == "sum" ? Double(count).squareRoot() : 1
          #expect(
            agree(doubles, expected, relative: relative, absolute: relative * scale),
            "\(name) \(dtype) \(dims) \(axes) \(turned): \(zip(doubles, expected).filter { abs($0.0 - $0.1) > 1e-7 }.prefix(5))"
          )
        }
      }
    }
  }

  private func plain(_ name: String, _ values: [Double], _ dims: [Int], _ axes: [Int]) -> [Double] {
    let kept = dims.indices.filter { !axes.contains($0) }
    var strides = dims
    var step = 1
    for axis in dims.indices.reversed() {
      strides[axis] = step
      step *= dims[axis]
    }
    var starts: [Int] = []
    Plain.forEachIndex(kept.map { dims[$0] }) { index in
      starts.append(zip(index, kept).reduce(0) { $0 + $1.0 * strides[$1.1] })
    }
    var within: [Int] = []
    Plain.forEachIndex(axes.map { dims[$0] }) { index in
      within.append(zip(index, axes).reduce(0) { $0 + $1.0 * strides[$1.1] })
    }
    let sameShape = ["softmax", "cumsum", "argsort", "log_softmax"].contains(name)
    var result: [Double] = sameShape ? Array(repeating: 0, count: values.count) : []
    for start in starts {
      let line = within.map { values[start + $0] }
      switch name {
      case "sum": result.append(line.reduce(0, +))
      case "max": result.append(line.max() ?? 0)
      case "min": result.append(line.min() ?? 0)
      case "any": result.append(line.contains(1) ? 1 : 0)
      case "all": result.append(line.contains(0) ? 0 : 1)
      case "argmax": result.append(Double(line.firstIndex(of: line.max() ?? 0) ?? -1))
      case "logsumexp", "softmax", "log_softmax":
        let top = line.max() ?? 0
        let total = line.reduce(0) { $0 + expOf($1 - top) }
        if name == "logsumexp" {
          result.append(top + logOf(total))
        } else {
          for (value, place) in zip(line, within) {
            result[start + place] = name == "softmax" ? expOf(value - top) / total : value - top - logOf(total)
          }
        }
      case "cumsum":
        var sum = 0.0
        for (value, place) in zip(line, within) {
          sum += value
          result[start + place] = sum
        }
      default:
        let order = line.indices.sorted { (line[$0], $0) < (line[$1], $1) }
        for (place, from) in zip(within, order) { result[start + place] = Double(from) }
      }
    }
    return result
  }

  @Test("folds and concatenations over threads") func folds() throws {
    var results: [[Double]] = []
    for threads in 1...3 {
      let graph = Graph(device: Device(threads: threads), seed: 1)
      var numbers = TestNumbers(seed: 4)
      let x = try graph.tensor((0..<600_000).map { _ in numbers.normal() }, shape: [200, 10, 100, 3])
      let folded = try graph.record(Op.fold, [x], attributes: [1, 23, 2, 2])
      let more = try Op.concatenate.results(
        of: [(nil, .tensors([folded, folded * 2])), ("axis", .option(.int(1)))], in: graph)[0]
      let padded = try Op.pad(more, before: [1, 2, 3], value: 1.5)
      results.append(try padded.value().doubles)
      let values = x.graph === graph ? try x.value().doubles : []
      var expected = [Double](repeating: 0, count: 200 * 23 * 100)
      for o in 0..<200 {
        for p in 0..<10 {
          for i in 0..<100 {
            for w in 0..<3 { expected[(o * 23 + p * 2 + w * 2) * 100 + i] += values[((o * 10 + p) * 100 + i) * 3 + w] }
          }
        }
      }
      #expect(try agree(folded.value().doubles, expected, relative: 1e-14, absolute: 1e-14))
    }
    #expect(results[0] == results[1] && results[0] == results[2])
  }

  @Test("edges") func edges() throws {
    let graph = testGraph()
    let x = try graph.tensor([1.0, .nan, 3, 3, 2, 3], shape: [2, 3])
    #expect(agree(try Op.max(x, axis: 1).value().doubles, [.nan, 3], relative: 0, absolute: 0))
    #expect(try Op.argmax(x, axis: 1).value().ints == [1, 0])
    let g = try gradient(of: { try Op.sum(Op.max($0, axis: 1)) }, at: x).value().doubles
    #expect(g == [0, 1, 0, 0.5, 0, 0.5])
    for order in [1, 2, Double.infinity] {
      let z = try graph.tensor([0.0, 0, 0])
      #expect(try gradient(of: { try Op.norm($0, order: order) }, at: z).value().doubles.allSatisfy { $0 == 0 })
    }
    #expect(try gradient(of: { try Op.std($0) }, at: graph.tensor([2.0, 2, 2])).value().doubles == [0, 0, 0])
    let nothing = try graph.tensor([-Double.infinity, -.infinity])
    #expect(try Op.logsumexp(nothing).number() == -.infinity)
    #expect(try gradient(of: { try Op.logsumexp($0) }, at: nothing).value().doubles == [0, 0])
    let mask = try graph.tensor([0.0, -.infinity])
    #expect(try gradient(of: { try Op.logsumexp($0) }, at: mask).value().doubles == [1, 0])
    let inf = try graph.tensor([1.0, .infinity, 2, 3], shape: [2, 2])
    #expect(try Op.tril(inf).value().doubles == [1, 0, 2, 3])
    #expect(try gradient(of: { try Op.prod($0) }, at: graph.tensor([0.0, 2, 3])).value().doubles == [6, 0, 0])
    #expect(try gradient(of: { try Op.prod($0) }, at: graph.tensor([0.0, 0, 3])).value().doubles == [0, 0, 0])
    let steep = try graph.tensor([1e4, -1e4])
    #expect(try Op.log(Op.softmax(steep)).value().doubles == [0, -2e4])
    #expect(throws: TensorError.self) { try Op.prod(graph.broadcast(graph.scalar(1), to: [1 << 40, 1 << 40])).value() }
    for row in [
      "sum", "max", "logsumexp", "softmax", "argmax", "cumsum", "argsort", "sort", "flatten", "mean", "std", "norm",
      "tril", "roll",
    ] {
      let big = try graph.broadcast(graph.scalar(1), to: [1 << 40, 1 << 40, 3])
      var arguments: [(label: String?, value: Argument)] = [(nil, .tensor(big))]
      if row == "roll" { arguments.append((nil, .option(.int(1)))) }
      #expect(throws: TensorError.self, "\(row)") {
        try Catalogue.row(named: row)?.results(of: arguments, in: graph)[0].value()
      }
    }
    for count in [2, 1 << 20] {
      let big = try graph.broadcast(graph.scalar(1), to: [1 << 40, 1 << 20, 1 << 2])
      #expect(throws: TensorError.self) { try Op.repeatEach(big, count: count).value() }
      #expect(throws: TensorError.self) { try Op.tile(big, counts: [count, 1]).value() }
      #expect(throws: TensorError.self) {
        try Op.concatenate.results(of: [(nil, .tensors([big, big, big]))], in: graph)[0].value()
      }
      #expect(throws: TensorError.self) { try Op.pad(big, before: count).value() }
      #expect(throws: TensorError.self) { try Op.fold(big, length: 1 << 20, axis: 0).value() }
    }
  }

  @Test("hand-made attributes are refused or sound") func attributes() throws {
    let rows: [OpSpec] = [
      Op.windows, Op.fold, Op.concatenate, Op.pad, Op.sum, Op.max, Op.argmax, Op.any, Op.logsumexp, Op.softmax,
      Op.logSoftmax, Op.cumsum, Op.argsort,
    ]
    var numbers = TestNumbers(seed: 8)
    let device = Device(threads: 2, memoryBudget: 1 << 22)
    let shapes: [[Int]] = [[], [0], [1], [4], [2, 3], [3, 2], [2, 0], [5, 3, 2], [1, 1, 1, 1, 1, 1, 1, 2]]
    let pool = [0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 5, 7, -1, -3, Int.max, Int.min, 1 << 40]
    var sound = 0
    for row in rows {
      for _ in 0..<6000 {
        let graph = Graph(device: device, seed: 1)
        do {
          let operands = try (0..<(row === Op.concatenate ? numbers.below(4) : numbers.below(20) == 0 ? 0 : 1)).map {
            _ in
            let dims = shapes[numbers.below(shapes.count)]
            let x = try graph.full(1, Shape(dims), .float64)
            return try graph.convert(x, to: [DType.float64, .float32, .int, .bool][numbers.below(4)])
          }
          let attributes = (0..<numbers.below(6)).map { _ in pool[numbers.below(pool.count)] }
          let result = try graph.record(
            row, operands, attributes: attributes, numbers: numbers.below(3) == 0 ? [] : [0])
          let promised = result.shape
          #expect(try result.value().shape == promised)
          sound += 1
        } catch is TensorError { continue }
      }
    }
    #expect(sound > 1000)
  }
}

private func expOf(_ x: Double) -> Double { Foundation.exp(x) }
private func logOf(_ x: Double) -> Double { Foundation.log(x) }
