// `summary`: the layers of a model as a table.
import Diagnostics
import Figures
import Machine
import TensorKit

extension FigureNatives {
  static let summaryRow = row(
    "summary", [.init("model")], options: ["input", "title"],
    summary:
      "The layers of a model with what they learn and how many numbers that are. With the shape of one input, `input: "
      + "[784]`, also the shape that each layer gives: the layers are run on zeros.",
    example: "summary(Dense(784, 100, relu) >> Dense(100, 10), input: [784])"
  ) { call in try ModelTable(call).figure() }
}

private struct ModelTable {
  private struct Layer {
    let name: String
    let value: Value
  }
  private let call: FigureCall
  private let model: Value
  private var layers: [Layer] = []
  /// Whether the layers are applied one after the other.
  private var isChain = false

  private static let mostLayers = 1_000
  private static let longestInput = 1 << 24

  init(_ call: FigureCall) throws {
    self.call = call
    model = try call.required("model")
    switch model {
    case .model(let model) where model.isChain:
      isChain = true
      layers = ModelTable.links(model)
    case .model(let model): layers = ModelTable.parts(model)
    case .function where !HeldCells(in: model).cells.isEmpty: layers = [ModelTable.layer(model)]
    default: throw Fault(.needsModel, ["op": call.op, "kind": model.kindPhrase], argument: 0)
    }
    guard layers.count <= ModelTable.mostLayers else {
      throw call.tooMany(layers.count, most: ModelTable.mostLayers, argument: 0)
    }
  }

  private static func layer(_ value: Value, _ prefix: String = "") -> Layer {
    switch value {
    case .model(let model): Layer(name: prefix + model.name, value: value)
    case .function(let function): Layer(name: prefix + (function.name.isEmpty ? "fn" : function.name), value: value)
    default: Layer(name: prefix, value: value)
    }
  }

  private static func links(_ chain: Model, _ prefix: String = "") -> [Layer] {
    chain.members.map { layer($0.value, prefix) }
  }

  /// The parts of a model that is no chain: what it learns itself, and the models in it. A model without others in it is one layer.
  private static func parts(_ model: Model) -> [Layer] {
    guard model.members.contains(where: { if case .model = $0.value { true } else { false } }) else {
      return [layer(.model(model))]
    }
    return model.members.flatMap { name, value -> [Layer] in
      switch value {
      case .model(let inner) where inner.isChain: return links(inner, "\(name) · ")
      case .model(let inner): return [Layer(name: "\(name) · \(inner.name)", value: value)]
      case .cell(let cell) where !cell.isState: return [Layer(name: name, value: value)]
      case .tuple where !HeldCells(in: value).parameters.isEmpty: return [Layer(name: name, value: value)]
      default: return []
      }
    }
  }

  func figure() throws -> Figure {
    var seen: Set<ObjectIdentifier> = []
    var (weights, counts): ([String], [Int]) = ([], [])
    for layer in layers {
      let (text, count) = described(layer, &seen)
      weights.append(text)
      counts.append(count)
    }
    let total = HeldCells(in: model).parameters.reduce(0) { $0 + $1.cell.parameter.value.count }
    let language = call.language
    let grouped = { (number: Int) in call.machine.display.grouped(number) }
    var columns = [
      Table.Column(
        FigureWords.layer(language), isNumeric: false, cells: layers.map(\.name) + [FigureWords.total(language)])
    ]
    if let (outputs, last) = try outputs() {
      columns.append(Table.Column(FigureWords.output(language), isNumeric: false, cells: outputs + [last]))
    }
    columns.append(Table.Column(FigureWords.weights(language), isNumeric: false, cells: weights + [""]))
    columns.append(
      Table.Column(
        FigureWords.parameters(language), isNumeric: true, cells: counts.map(grouped) + [grouped(total)]))
    return .table(Table(title: try call.text("title"), columns: columns, hasTotal: true))
  }

  /// What a layer learns, and how many numbers of it no layer before it has.
  private func described(_ layer: Layer, _ seen: inout Set<ObjectIdentifier>) -> (String, Int) {
    let cells = HeldCells(in: layer.value).parameters
    var count = 0
    let texts = cells.map { path, cell -> String in
      let text = "\(path) \(cell.parameter.value.shape)"
      guard seen.insert(ObjectIdentifier(cell.parameter)).inserted else {
        return "\(text) (\(FigureWords.shared(call.language)))"
      }
      count += cell.parameter.value.count
      return text
    }
    return (texts.prefix(4).joined(separator: ", ") + (texts.count > 4 ? ", …" : ""), count)
  }

  // MARK: Shapes

  /// The shape that each layer gives for an input of this shape, and the shape at the end; nil where no input was given.
  private func outputs() throws -> ([String], String)? {
    guard let value = call["input"] else { return nil }
    let sizes = (try? call.numbers(value, argument: nil))?.values.map { Int(saturating: $0) } ?? []
    var count = 1
    for size in sizes {
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      guard !overflow, size > 0, product <= ModelTable.longestInput else {
        throw call.refuse("input", FigureWords.shape)
      }
      count = product
    }
    guard !sizes.isEmpty, sizes.count < Shape.maximumRank else { throw call.refuse("input", FigureWords.shape) }
    let random = call.machine.graph.random
    let mode = call.machine.mode
    call.machine.mode = .evaluation
    defer {
      call.machine.graph.random = random
      call.machine.mode = mode
    }
    // Most layers take many inputs at once; what takes only one is tried with that.
    do {
      return try run(Shape([1] + sizes), isBatch: true)
    } catch let error as Diagnostic {
      if let result = try? run(Shape(sizes), isBatch: false) { return result }
      throw error
    }
  }

  private func run(_ shape: Shape, isBatch: Bool) throws -> ([String], String) {
    var value = Value.tensor(
      TensorValue(try NDArray(repeating: 0, shape: shape, dtype: .float32, on: call.machine.device)))
    guard isChain else {
      value = try call.machine.call(model, [PassedArgument(value)])
      let text = try shapeText(value, isBatch)
      return (layers.count == 1 ? [text] : layers.map { _ in "" }, text)
    }
    var texts: [String] = []
    for layer in layers {
      value = try call.machine.call(layer.value, [PassedArgument(value)])
      texts.append(try shapeText(value, isBatch))
    }
    return (texts, texts.last ?? "")
  }

  /// The shape of a result, computed, without the axis of the many inputs.
  private func shapeText(_ value: Value, _ isBatch: Bool) throws -> String {
    switch value {
    case .tuple(let tuple):
      let parts = try tuple.elements.enumerated().map { index, element in
        (tuple.label(index).map { "\($0): " } ?? "") + (try shapeText(element, isBatch))
      }
      return "(\(parts.joined(separator: ", ")))"
    case .tensor(let tensor):
      _ = try tensor.look()
      let dims = tensor.shape.dims
      return Shape(isBatch && dims.first == 1 ? Array(dims.dropFirst()) : dims).description
    default: return value.kind(call.language)
    }
  }
}
