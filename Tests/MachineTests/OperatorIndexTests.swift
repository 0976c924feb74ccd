// Indices, loops and members.
import Diagnostics
import Graph
import Machine
import TensorKit
import Testing

@Suite("Indices and members") struct OperatorIndexTests {
  private func number(_ place: Double) -> IndexValue { .position(.number(place)) }
  private func part(_ start: Int?, _ end: Int?, _ step: Int? = nil) -> IndexValue {
    .range(start: start, end: end, step: step)
  }

  @Test("computed, pending and traced tensors give the same parts") func parts() throws {
    let cases: [([IndexValue], sizes: [Int], numbers: [Double])] = [
      ([number(1)], [4], [4, 5, 6, 7]), ([number(-1)], [4], [8, 9, 10, 11]), ([number(1), number(2)], [], [6]),
      ([.all, number(1)], [3], [1, 5, 9]), ([.rest, number(1)], [3], [1, 5, 9]),
      ([number(0), .rest], [4], [0, 1, 2, 3]),
      ([number(0), part(1, 3)], [2], [1, 2]), ([part(1, nil)], [2, 4], [4, 5, 6, 7, 8, 9, 10, 11]),
      ([.all, part(nil, -2)], [3, 2], [0, 1, 4, 5, 8, 9]), ([number(0), part(0, 4, 2)], [2], [0, 2]),
      ([number(0), part(3, 0, -1)], [3], [3, 2, 1]), ([number(0), part(nil, nil, -1)], [4], [3, 2, 1, 0]),
      ([number(0), part(3, nil, -2)], [2], [3, 1]), ([part(2, 1)], [0, 4], []), ([part(3, 3)], [0, 4], []),
      ([.position(.range(0, 3, by: 2)), number(0)], [2], [0, 8]), ([.rest], [3, 4], (0..<12).map(Double.init)),
      ([number(0), part(0, 1, Int.max)], [1], [0]), ([number(0), part(3, nil, Int.min)], [1], [3]),
    ]
    for (index, (items, sizes, numbers)) in cases.enumerated() {
      let m = machine()
      for depth in [0, 1] {
        m.traceDepth = depth
        for x in [try m.vector((0..<12).map(Double.init), [3, 4]), try m.pending((0..<12).map(Double.init), [3, 4])] {
          let result = try m.index(x, items)
          if sizes.isEmpty {
            #expect(result.number == numbers[0], "case \(index)")
            #expect(result.isPlain == (depth == 0))
          } else {
            #expect(result.sizes == sizes, "case \(index)")
            #expect(result.numbers == numbers, "case \(index)")
          }
        }
      }
    }
  }

  @Test("a tensor of positions gathers") func gathers() throws {
    let m = machine()
    let x = try m.vector((0..<12).map(Double.init), [3, 4])
    let rows = try m.vector([2, 0])
    #expect(try m.index(x, [.position(rows)]).sizes == [2, 4])
    #expect(try m.index(x, [.position(rows), number(1)]).numbers == [9, 1])
    #expect(try m.index(x, [number(1), .position(try m.vector([3, 3, -1]))]).numbers == [7, 7, 7])
    let best = try m.call(row: "argmax", m.vector([1, 5, 3]))
    #expect(try m.index(m.vector([10, 20, 30]), [.position(best)]).number == 20)
    m.traceDepth = 1
    #expect(try m.index(x, [.position(m.call(row: "argmax", m.vector([1, 5, 3]))), number(0)]).number == 4)
    m.traceDepth = 0
    #expect(fault { try m.index(x, [.position(rows), .position(rows)]) } == "E0414")
    #expect(fault { try m.index(x, [.position(m.truths([true, false, true]))]) } == "E0416")
    #expect(fault { try m.index(x, [.position(m.vector([0.5]))]) } == "E0529")
    #expect(throws: TensorError.self) {
      try m.index(x, [.position(m.vector([3]))]).numbers
        ?? { throw TensorError.index(operation: "", index: 3, size: 3, axis: 0) }()
    }
  }

  @Test("what lies outside is refused") func outside() throws {
    let m = machine()
    let x = try m.vector([1, 2, 3])
    for place in [3.0, -4, 1e18] {
      #expect(throws: TensorError.index(operation: "index", index: Int(place), size: 3, axis: 0)) {
        try m.index(x, [number(place)])
      }
    }
    #expect(fault { try m.index(x, [part(1, 5)]) } == "E0413")
    #expect(fault { try m.index(x, [part(-4, nil)]) } == "E0413")
    #expect(fault { try m.index(x, [part(4, nil)]) } == "E0413")
    #expect(fault { try m.index(x, [part(3, 0, -1)]) } == "E0413")
    #expect(fault { try m.index(x, [part(Int.min, Int.max)]) } == "E0413")
    #expect(fault { try m.index(x, [part(0, 3, 0)]) } == "E0538")
    #expect(fault { try m.index(x, [number(0), number(0)]) } == "E0412")
    #expect(fault { try m.index(x, [.rest, .rest]) } == "E0417")
    #expect(fault { try m.index(x, [.position(.text("a"))]) } == "E0537")
    #expect(fault { try m.index(x, [.position(.range(0, 2.5))]) } == "E0529")
    #expect(fault { try m.index(x, [number(0.5)]) } == "E0529")
    #expect(fault { try m.index(.number(3), [number(0)]) } == "E0534")
    #expect(fault { try m.index(m.pending([3], []), [number(0)]) } == "E0534")
    #expect(fault { try m.index(.function(Function("f", .row(Op.exp), signature: .anything)), [number(0)]) } == "E0533")
    #expect(
      message(.pt) { try m.index(x, [part(1, 5)]) } == "a fatia 1..5 sai do eixo 0, que tem tamanho 3")
  }

  @Test("elements keep their precision; parts of cells and series") func precision() throws {
    let m = machine()
    let element = try m.index(m.cell("w", [0.1, 0.2]), [number(0)])
    #expect(element.precision == .float32)
    #expect(element.number == Double(Float(0.1)))
    #expect(try m.index(m.truths([true, false]), [number(0)]).truth == true)
    let series = Series("loss", shape: .scalar, dtype: .float64, numbers: [3, 2, 1])
    #expect(try m.index(.series(series), [number(-1)]).number == 1)
    #expect(try m.index(.range(10, 20), [number(3)]).number == 13)
    #expect(try m.index(.range(0, 1e18), [number(-1)]).number == 1e18)
    #expect(try m.index(.range(10, 20), [part(0, 2)]).numbers == [10, 11])
  }

  @Test("tuples and texts") func tuples() throws {
    let m = machine()
    let t = Value.tuple(.number(1), .text("b"), .truth(true), labels: ["a", nil, "c"])
    #expect(try m.index(t, [number(1)]).string == "b")
    #expect(try m.index(t, [number(-1)]).truth == true)
    let part = try m.index(t, [self.part(1, nil)])
    guard case .tuple(let tuple) = part else { return #expect(Bool(false)) }
    #expect(tuple.labels == [nil, "c"])
    #expect(fault { try m.index(t, [number(3)]) } == "E0535")
    #expect(fault { try m.index(t, [number(0), number(0)]) } == "E0536")
    #expect(try m.index(.text("niño"), [number(2)]).string == "ñ")
    #expect(try m.index(.text("niño"), [self.part(nil, nil, -1)]).string == "oñin")
    #expect(fault { try m.index(.text("ab"), [number(2)]) } == "E0535")
    #expect(try m.index(.text(""), [self.part(nil, nil, -1)]).string == "")
  }

  @Test("loops go through ranges, tensors, tuples, texts and series") func iteration() throws {
    let m = machine()
    func all(_ value: Value) throws -> [Value] {
      let subject = try m.iterable(value)
      return try (0..<m.count(subject)).map { try m.element(subject, $0) }
    }
    #expect(try all(.range(0, 1, by: 0.25)).map(\.number) == [0, 0.25, 0.5, 0.75])
    #expect(try all(.range(5, 0)).isEmpty)
    #expect(try all(m.pending([1, 2, 3])).map(\.number) == [1, 2, 3])
    #expect(try all(m.vector([1, 2, 3, 4], [2, 2])).map(\.numbers) == [[1, 2], [3, 4]])
    #expect(try all(.tuple(.number(1), .text("a"))).count == 2)
    #expect(try all(.text("añb")).map(\.string) == ["a", "ñ", "b"])
    #expect(try all(.series(Series("s", shape: .scalar, dtype: .float64, numbers: [2, 3]))).map(\.number) == [2, 3])
    #expect(try all(m.cell("w", [1, 2])).map(\.number) == [1, 2])
    #expect(fault { try m.iterable(.number(3)) } == "E0539")
    #expect(fault { try m.iterable(m.pending([3], [])) } == "E0539")
    #expect(fault { .number(Double(try m.count(.truth(true)))) } == "E0554")
    #expect(try m.count(.range(0, 1e30)) == Int.max)
  }

  @Test("members") func members() throws {
    let m = machine()
    let x = try m.vector([1, 2, 3, 4, 5, 6], [2, 3])
    #expect(try m.member(x, "T").numbers == [1, 4, 2, 5, 3, 6])
    #expect(try m.member(x, "shape").parts?.map(\.number) == [2, 3])
    #expect(try m.member(x, "rank").number == 2)
    #expect(try m.member(x, "count").number == 6)
    #expect(try m.member(x, "precision").string == "float64")
    #expect(try m.member(m.cell("w", [1, 2]), "precision").string == "float32")
    #expect(try m.member(.number(3), "rank").number == 0)
    #expect(try m.member(.range(1, 9, by: 2), "step").number == 2)
    #expect(try m.member(.range(1, 9, by: 2), "count").number == 4)
    #expect(try m.member(.text("añb"), "count").number == 3)
    let t = Value.tuple(.number(1), .number(2), labels: ["mu", "logvar"])
    #expect(try m.member(t, "logvar").number == 2)
    #expect(fault { try m.member(t, "logva") } == "E0555")
    #expect(fault { try m.member(.nothing, "x") } == "E0555")
    #expect(fault { try m.member(m.vector([1, 2]), "T") } == "E0415")
    let weight = try m.cell("W", [1, 2])
    let model = Value.model(Model(name: "Dense", members: [("W", weight)], call: nil))
    guard case .cell = try m.member(model, "W") else { return #expect(Bool(false)) }
    do {
      _ = try m.member(t, "logva")
    } catch let fault as Fault {
      #expect(fault.notes.first?.words.filled(fault.notes[0].values, in: .es) == "¿Querías decir `logvar`?")
    }
  }
}
