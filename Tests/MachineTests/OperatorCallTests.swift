// Calls of the catalogue's rows with values: binding, plain numbers, several results.
import Diagnostics
import Graph
import Machine
import TensorKit
import Testing

@Suite("Calls of rows") struct OperatorCallTests {
  @Test("element-wise rows of plain numbers give a tensor's bits and record nothing", arguments: Catalogue.rows)
  func scalars(_ row: OpSpec) throws {
    guard row.scalarArity > 0 else { return }
    let m = machine()
    let values = [0.3, -1.7, 2, 0, 1e-9, 41.5, -0.25, 1e6, .infinity, .nan, 1, 3]
    for x in values {
      for y in row.scalarArity == 2 ? values : [0] {
        let arguments = row.scalarArity == 2 ? [x, y] : [x]
        let direct = try m.callRow(row, arguments.map { PassedArgument(.number($0)) })
        #expect(m.graph.recordedCount == 0)
        // In the middle of a long tensor, where whole vectors of elements are worked on.
        let wide = try arguments.map { try m.vector([Double](repeating: $0, count: 1_100)) }
        let result = try m.callRow(row, wide.map { PassedArgument($0) })
        let elements = try #require(result.numbers)
        for place in [0, 600, 1_099] {
          switch direct {
          case .number(let number):
            #expect(
              number.bitPattern == elements[place].bitPattern || number.isNaN && elements[place].isNaN,
              "\(row.name) \(x) \(y)")
          case .truth(let truth): #expect((elements[place] != 0) == truth, "\(row.name) \(x) \(y)")
          default: Issue.record("\(row.name)")
          }
        }
        m.graph.forget()
      }
    }
  }

  @Test("truth values and choices stay plain") func truths() throws {
    let m = machine()
    #expect(try m.call(row: "where", .truth(true), .number(1), .number(2)).isPlain)
    #expect(try m.call(row: "where", .truth(false), .number(1), .number(2)).number == 2)
    #expect(try m.call(row: "logical_and", .truth(true), .truth(false)).truth == false)
    #expect(try m.call(row: "logical_xor", .truth(true), .truth(false)).truth == true)
    #expect(try m.call(row: "logical_not", .truth(true)).truth == false)
    #expect(try m.call(row: "is_nan", .number(.nan)).truth == true)
    #expect(m.graph.recordedCount == 0)
    #expect(try m.call(row: "where", .truth(true), m.vector([1, 2]), .number(0)).numbers == [1, 2])
  }

  @Test("sizes one after the other, in a tuple, in a vector, as a range") func sizes() throws {
    let m = machine()
    let two = try m.vector([2, 3])
    #expect(try m.call(row: "normal", .number(2), .number(3)).sizes == [2, 3])
    #expect(try m.call(row: "normal", .tuple(.number(2), .number(3))).sizes == [2, 3])
    #expect(try m.call(row: "normal", two).sizes == [2, 3])
    #expect(try m.call(row: "normal", two, .number(5), .number(0.1)).sizes == [2, 3])
    #expect(try m.call(row: "normal", .number(4), labelled: [("mean", .number(5))]).sizes == [4])
    #expect(try m.call(row: "normal", .nothing).sizes == [])
    #expect(try m.call(row: "zeros", .range(1, 4)).sizes == [1, 2, 3])
    #expect(try m.call(row: "full", .number(2), .number(3), .number(7)).numbers == [7, 7, 7, 7, 7, 7])
    let six = try m.vector([1, 2, 3, 4, 5, 6])
    #expect(try m.call(row: "reshape", six, .number(2), .number(3)).sizes == [2, 3])
    #expect(try m.call(row: "reshape", six, .number(-1), .number(2)).sizes == [3, 2])
    #expect(try m.call(row: "permute", m.call(row: "reshape", six, two), .number(1), .number(0)).sizes == [3, 2])
    #expect(try m.call(row: "pad", m.vector([1, 2]), .number(1), .number(2)).numbers == [0, 1, 2, 0, 0])
    #expect(try m.call(row: "slice", m.vector([1, 2, 3, 4]), m.vector([1]), m.vector([2])).numbers == [2, 3])
    #expect(fault { try m.call(row: "zeros", .number(2.5)) } == "E0532")
    #expect(fault { try m.call(row: "zeros", .text("2")) } == "E0532")
  }

  @Test("axes, flags, numbers, words") func options() throws {
    let m = machine()
    let x = try m.vector([1, 2, 3, 4], [2, 2])
    #expect(try m.call(row: "sum", x).number == 10)
    #expect(try m.call(row: "sum", x, .number(0)).numbers == [4, 6])
    #expect(try m.call(row: "sum", x, labelled: [("axis", .number(-1)), ("keep", .truth(true))]).sizes == [2, 1])
    #expect(try m.call(row: "sum", x, labelled: [("axis", .tuple(.number(0), .number(1)))]).number == 10)
    #expect(try m.call(row: "sum", .number(3)).number == 3)
    #expect(try m.call(row: "norm", m.vector([3, -4]), labelled: [("order", .number(1))]).number == 7)
    #expect(try m.call(row: "normal", .number(2), labelled: [("precision", .text("float64"))]).precision == .float64)
    #expect(fault { try m.call(row: "sum", x, labelled: [("keep", .number(1))]) } == "E0532")
    #expect(fault { try m.call(row: "normal", .number(2), labelled: [("precision", .number(64))]) } == "E0532")
    #expect(fault { try m.call(row: "sum", x, labelled: [("axis", .number(0)), ("axis", .number(1))]) } == "E0558")
    #expect(fault { try m.call(row: "exp", .text("one")) } == "E0532")
    #expect(
      message { try m.call(row: "exp", .text("one")) }
        == "`x` of `exp` must be a number or a tensor, and this is a text")
    #expect(throws: TensorError.self) { try m.call(row: "exp") }
    #expect(throws: TensorError.self) { try m.call(row: "exp", x, x) }
    #expect(throws: TensorError.self) { try m.call(row: "sum", x, labelled: [("axes", .number(0))]) }
  }

  @Test("lists of tensors and several results") func lists() throws {
    let m = machine()
    let (a, b) = (try m.vector([1, 2]), try m.vector([3]))
    #expect(try m.call(row: "concatenate", a, b).numbers == [1, 2, 3])
    #expect(try m.call(row: "concatenate", .tuple(a, b)).numbers == [1, 2, 3])
    #expect(try m.call(row: "stack", a, a, labelled: [("axis", .number(1))]).numbers == [1, 1, 2, 2])
    #expect(try m.call(row: "einsum", .text("i,i->"), a, a).number == 5)
    let sorted = try m.call(row: "top_k", m.vector([1, 5, 3]), .number(2))
    guard case .tuple(let tuple) = sorted else { return #expect(Bool(false)) }
    #expect(tuple.labels == ["values", "indices"])
    #expect(tuple["values"]?.numbers == [5, 3])
    let halves = try m.call(row: "split", m.vector([1, 2, 3, 4]), .number(2))
    #expect(halves.parts?.map(\.numbers) == [[1, 2], [3, 4]])
    #expect(try m.call(row: "split", m.vector([1, 2]), .number(1)).parts?.count == 1)
  }

  @Test("cells, series and ranges are tensors") func tensorLike() throws {
    let m = machine()
    #expect(try m.call(row: "sum", .range(0, 5)).number == 10)
    #expect(try m.call(row: "exp", m.cell("w", [0])).precision == .float32)
    let series = Series("loss", shape: .scalar, dtype: .float64, numbers: [3, 2, 1])
    #expect(try m.call(row: "mean", .series(series)).number == 2)
  }

  @Test("signatures say what is optional and what is repeated") func signatures() throws {
    let m = machine()
    let normal = m.signature(of: Op.normal)
    #expect(normal.parameters.map(\.name) == ["shape", "mean", "sd", "precision"])
    #expect(normal.parameters.map(\.isRepeated) == [true, false, false, false])
    #expect(normal.parameters.map(\.isOptional) == [true, true, true, true])
    #expect(m.signature(of: Op.stack).parameters[0].isRepeated)
    let binding = try RowBinding(Op.full, [2, 3, 7].map { PassedArgument(.number($0)) })
    #expect(binding.argument(for: "value", of: Op.full) == 2)
  }

  @Test("every row takes any values without a trap", arguments: Catalogue.rows) func abuse(_ row: OpSpec) throws {
    let m = Machine(graph: Graph(device: Device(threads: 1, memoryBudget: 1 << 24), seed: 1), sources: Sources())
    let values: [Value] = [
      .number(0), .number(-1), .number(3), .number(2.5), .number(1e300), .number(.nan), .truth(true), .text("ij->i"),
      .nothing, .tuple(.number(2), .number(2)), .tuple(.text("a")), .range(0, 4), .range(0, 1e18),
      try m.vector([1, 2]),
      try m.vector([1, 2, 3, 4], [2, 2]), try m.truths([true, false]), try m.cell("w", [1, 2]),
      .function(Function("f", .row(Op.exp), signature: .anything)),
    ]
    var state: UInt64 = 9
    func pick() -> Value {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return values[Int(state >> 33) % values.count]
    }
    for round in 0..<60 {
      var arguments = (0..<(round % 5)).map { _ in PassedArgument(pick()) }
      if round % 3 == 0, let parameter = row.parameters.last {
        arguments.append(PassedArgument(pick(), label: parameter.name))
      }
      do {
        do {
          let value = try m.callRow(row, arguments)
          for part in value.parts ?? [value] { if case .tensor(let tensor) = part { _ = try tensor.look() } }
        }
      } catch is Fault {
      } catch is TensorError {}
      m.graph.forget()
    }
  }
}
