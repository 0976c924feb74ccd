// `graph`: the computation of a function as boxes and arrows.
import Diagnostics
import Figures
import Graph
import Machine
import TensorKit

extension FigureNatives {
  static let graphRow = row(
    "graph", [.init("f"), .init("arguments", isOptional: true, isRepeated: true)], options: ["title", "limit"],
    summary:
      "The computation of `f` at these arguments: a box for every operation with the shape of its result, arrows for "
      + "where values go. Of a long one, the `limit` operations nearest to the result.",
    example: "graph((x, w) -> sum((x @ w)^2), [1, 2], [[1], [3]])"
  ) { call in try Computation(call).figure() }
}

private struct Computation {
  private let call: FigureCall
  private var machine: Machine { call.machine }
  private var names: [(tensor: Tensor, name: String)] = []

  /// A line of text is about so many of the units that drawings are laid out in.
  private static let lineHeight = 16.0
  /// Of so many parameters the names are known, also of those that the function only reads.
  private static let mostCells = 1_000

  init(_ call: FigureCall) { self.call = call }

  func figure() throws -> Figure {
    var copy = self
    return try copy.drawn()
  }

  private mutating func drawn() throws -> Figure {
    let f = try call.required("f")
    guard call.isCallable(f) else { throw call.notDrawable(f, argument: 0, FigureWords.computation) }
    let limit = try call.count("limit", in: 1...1_000) ?? 60
    let parameters = machine.signature(of: f)?.parameters ?? []
    // What the session's names stand for is where a drawing begins, however it was made.
    let given = try machine.namedTensors()
    // While it is recorded no trace may end, nor may a number be taken for a plain one.
    let drawing = try machine.recording { () throws -> PlacedDrawing in
      var arguments: [PassedArgument] = []
      for (index, value) in call.all("arguments").enumerated() {
        let name = index < parameters.count ? parameters[index].name : "x\(index)"
        arguments.append(PassedArgument(try named(value, name)))
      }
      let result = try machine.call(f, arguments)
      var outputs: [Tensor] = []
      try gather(result, into: &outputs)
      guard !outputs.isEmpty else { throw call.notDrawable(result, argument: 0, FigureWords.computation) }
      for (path, cell) in HeldCells(in: f).cells { names.append((try cell.parameter.tensor(in: machine.graph), path)) }
      for cell in machine.cells.alive.prefix(Computation.mostCells) {
        names.append((try cell.parameter.tensor(in: machine.graph), cell.name))
      }
      let leaves = try given.map { (try $0.tensor.tensor(in: machine.graph), $0.name) }
      return try machine.graph.placedDrawing(
        of: outputs, names: names + leaves, given: leaves.map(\.0), limit: limit)
    }
    return .diagram(diagram(drawing, title: try call.text("title")))
  }

  /// An argument as something given, with a name that stands in its box.
  private mutating func named(_ value: Value, _ name: String) throws -> Value {
    let array: NDArray
    switch value {
    case .number(let number): array = try NDArray([number], shape: .scalar, on: machine.device)
    case .tensor(let tensor): array = try tensor.look()
    case .series(let series): array = try series.tensor(in: machine.graph).look()
    case .tuple(let tuple):
      let elements = try tuple.elements.enumerated().map { index, element in
        try named(element, "\(name).\(tuple.label(index) ?? "\(index)")")
      }
      return .tuple(Tuple(elements, labels: tuple.labels))
    default: return value
    }
    let given = TensorValue(array)
    names.append((try given.tensor(in: machine.graph), name))
    return .tensor(given)
  }

  private func gather(_ value: Value, into outputs: inout [Tensor]) throws {
    switch value {
    case .tensor(let tensor): outputs.append(try tensor.tensor(in: machine.graph))
    case .tuple(let tuple): for element in tuple.elements { try gather(element, into: &outputs) }
    default: break
    }
  }

  private func diagram(_ drawing: PlacedDrawing, title: String?) -> Diagram {
    let unit = Computation.lineHeight
    return Diagram(
      title: title,
      boxes: drawing.boxes.map { box in
        Diagram.Box(
          kind: Diagram.Kind(rawValue: box.kind) ?? .operation, title: box.title, subtitle: box.subtitle,
          x: box.x / unit, y: box.y / unit, width: box.width / unit, height: box.height / unit)
      },
      arrows: drawing.arrows.map { arrow in
        Diagram.Arrow(
          from: arrow.from, to: arrow.to, points: arrow.points.map { Spot($0.x / unit, $0.y / unit) })
      }, width: drawing.width / unit, height: drawing.height / unit)
  }
}
