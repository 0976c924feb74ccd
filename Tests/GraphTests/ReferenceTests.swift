// Values and slopes that PyTorch, NumPy and SciPy found: every line of Tests/Reference is a call, and what must come of it.
import AulaCore
import Foundation
import Testing

@Suite("Reference values") struct ReferenceTests {
  /// The files, and how many cases each has at the least: a file that was cut short must not pass.
  private static let families = [
    "elementwise": 190, "activations": 36, "comparisons": 74, "shapes": 68, "arrangements": 44, "reductions": 238,
    "order": 44,
    "products": 52, "network": 66, "indexing": 28, "linear_algebra": 60, "quadrature": 17,
  ]
  private static let optimizers = "optimizers"

  @Test("independent libraries agree", arguments: families.keys.sorted()) func values(_ family: String) throws {
    let cases = try ReferenceFile.read(family, as: ReferenceCase.self)
    #expect(cases.count >= Self.families[family] ?? 1, "\(family) has lost cases")
    for (index, reference) in cases.enumerated() {
      let place = "\(family).jsonl:\(index + 1) \(reference.title)"
      do {
        for difference in try reference.differences(in: testGraph()) { Issue.record("\(place): \(difference)") }
      } catch {
        Issue.record("\(place): \(error)")
      }
    }
  }

  @Test("every file is read, and most operators are in one") func coverage() throws {
    #expect(try ReferenceFile.names() == (Self.families.keys + [Self.optimizers]).sorted())
    let operators = try Self.families.keys.flatMap { try ReferenceFile.read($0, as: ReferenceCase.self).map(\.op) }
    #expect(Set(operators).count >= 125)
  }

  @Test("the optimizers step as torch's do") func steps() throws {
    let cases = try ReferenceFile.read(Self.optimizers, as: ReferenceSteps.self)
    #expect(cases.count >= 17)
    #expect(Set(cases.map(\.op)) == Set(OptimizerSpec.all.map(\.name)))
    for (index, reference) in cases.enumerated() {
      let place = "optimizers.jsonl:\(index + 1) \(reference.op) \(reference.settings)"
      for difference in try reference.differences(in: testGraph()) { Issue.record("\(place): \(difference)") }
    }
  }
}

/// The reference files, found from this file's own place.
private enum ReferenceFile {
  static var folder: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
      "Reference")
  }

  static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "jsonl" }.map { $0.deletingPathExtension().lastPathComponent }.sorted()
  }

  static func read<Line: Decodable>(_ name: String, as type: Line.Type) throws -> [Line] {
    let decoder = JSONDecoder()
    return try Data(contentsOf: folder.appendingPathComponent(name + ".jsonl")).split(separator: UInt8(ascii: "\n"))
      .map { try decoder.decode(type, from: $0) }
  }
}

/// How far two numbers may be apart: a share of the expected one, and a share of the largest one beside it, or of 1.
private struct Tolerance: Decodable {
  static let standard = Tolerance(relative: 1e-9, absolute: 1e-12)
  let relative: Double
  let absolute: Double

  init(relative: Double, absolute: Double) {
    self.relative = relative
    self.absolute = absolute
  }

  init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    relative = try list.decode(Double.self)
    absolute = try list.decode(Double.self)
  }

  /// The elements that are too far from what was expected, the first few of them in words.
  func differences(_ values: [Double], _ expected: [Double], _ what: String, dtype: DType = .float64) -> [String] {
    guard values.count == expected.count else { return ["\(what): \(values.count) numbers, not \(expected.count)"] }
    let scale = expected.filter(\.isFinite).reduce(1) { max($0, abs($1)) }
    // Where numbers end, their last digits are all they have.
    let smallest = 4 * (dtype == .float32 ? Double(Float.leastNonzeroMagnitude) : Double.leastNonzeroMagnitude)
    let wrong = expected.indices.filter { index in
      let (x, y) = (values[index], expected[index])
      if x.isNaN || y.isNaN { return x.isNaN != y.isNaN }
      if x == y { return false }
      return !(abs(x - y) <= relative * abs(y) + absolute * scale + smallest)
    }
    let shown = wrong.prefix(4).map { "at \($0) it is \(values[$0]), not \(expected[$0])" }
    return shown.isEmpty ? [] : ["\(what), \(wrong.count) of \(expected.count): " + shown.joined(separator: "; ")]
  }
}

/// A number of a file; those that JSON has no way to write are words.
private struct ReferenceNumber: Decodable {
  let value: Double

  init(from decoder: any Decoder) throws {
    let one = try decoder.singleValueContainer()
    if let number = try? one.decode(Double.self) {
      value = number
    } else {
      let word = try one.decode(String.self)
      guard ["inf", "-inf", "nan"].contains(word), let number = Double(word) else {
        throw DecodingError.dataCorruptedError(in: one, debugDescription: "\(word) is no number")
      }
      value = number
    }
  }
}

/// An option of a call.
private struct ReferenceOption: Decodable {
  let option: Option

  init(from decoder: any Decoder) throws {
    let one = try decoder.singleValueContainer()
    if let flag = try? one.decode(Bool.self) {
      option = .flag(flag)
    } else if let whole = try? one.decode(Int.self) {
      option = .int(whole)
    } else if let list = try? one.decode([Int].self) {
      option = .ints(list)
    } else if let number = try? one.decode(ReferenceNumber.self) {
      option = .number(number.value)
    } else {
      option = .text(try one.decode(String.self))
    }
  }
}

/// A tensor of a file: float64 unless it says otherwise.
private struct ReferenceTensor: Decodable {
  let shape: [Int]
  let dtype: DType
  let values: [Double]

  private enum Key: String, CodingKey { case shape, dtype, values }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    shape = try fields.decode([Int].self, forKey: .shape)
    let name = try fields.decodeIfPresent(String.self, forKey: .dtype) ?? DType.float64.description
    guard let known = DType.allCases.first(where: { $0.description == name }) else {
      throw DecodingError.dataCorruptedError(forKey: .dtype, in: fields, debugDescription: "\(name) is no element type")
    }
    dtype = known
    let numbers = try fields.decode([ReferenceNumber].self, forKey: .values).map(\.value)
    values = known == .float32 ? numbers.map { Double(Float($0)) } : numbers
  }

  func tensor(in graph: Graph) throws -> Tensor {
    let shape = Shape(shape)
    return switch dtype {
    case .float32: try graph.tensor(values.map { Float($0) }, shape: shape)
    case .float64: try graph.tensor(values, shape: shape)
    case .int: try graph.tensor(values.map { Int($0) }, shape: shape)
    case .bool: try graph.tensor(values.map { $0 != 0 }, shape: shape)
    }
  }
}

/// One argument: a tensor, or a list of them.
private struct ReferenceInput: Decodable {
  let tensors: [ReferenceTensor]
  let isList: Bool

  init(from decoder: any Decoder) throws {
    if let list = try? decoder.singleValueContainer().decode([ReferenceTensor].self) {
      (tensors, isList) = (list, true)
    } else {
      (tensors, isList) = ([try decoder.singleValueContainer().decode(ReferenceTensor.self)], false)
    }
  }
}

/// A call, its results, and the gradient of their weighted sum.
private struct ReferenceCase: Decodable {
  let op: String
  let inputs: [ReferenceInput]
  let options: [String: ReferenceOption]?
  let results: [ReferenceTensor]
  /// One for every input tensor, nil where there is none.
  let gradients: [[ReferenceNumber]?]?
  /// Whether the gradient is that of the results' squares, which do not change with an eigenvector's sign.
  let squares: Bool?
  /// Whose signs are free: "eigh" or "svd".
  let signs: String?
  let within: Tolerance?
  let gradientsWithin: Tolerance?

  var title: String {
    let named = (options ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.option)" }
    let given = inputs.flatMap(\.tensors).map { "\($0.dtype)\($0.shape)" }
    return "\(op)(" + (given + named).joined(separator: ", ") + ")"
  }

  /// What is not as expected, in words.
  func differences(in graph: Graph) throws -> [String] {
    guard let row = Catalogue.row(named: op) else { return ["no operator has this name"] }
    let tensors = try inputs.flatMap(\.tensors).map { try $0.tensor(in: graph) }
    let found = try call(row, tensors, in: graph)
    guard found.count == results.count else { return ["\(found.count) results, not \(results.count)"] }
    var differences: [String] = []
    for (index, (result, expected)) in zip(found, results).enumerated()
    where result.shape.dims != expected.shape || result.dtype != expected.dtype {
      differences.append("result \(index) is \(result.dtype) \(result.shape), not \(expected.dtype) \(expected.shape)")
    }
    guard differences.isEmpty else { return differences }
    let values = signed(try found.map { try $0.value().doubles })
    for (index, (value, expected)) in zip(values, signed(results.map(\.values))).enumerated() {
      differences += (within ?? .standard).differences(value, expected, "result \(index)", dtype: results[index].dtype)
    }
    return try differences + gradientDifferences(row, tensors, in: graph)
  }

  private func gradientDifferences(_ row: OpSpec, _ tensors: [Tensor], in graph: Graph) throws -> [String] {
    guard let gradients else { return [] }
    guard gradients.count == tensors.count else { return ["\(gradients.count) gradients of \(tensors.count) inputs"] }
    let moving = gradients.indices.filter { gradients[$0] != nil }
    let found = try valueAndGradient(
      of: { variables in
        var arguments = tensors
        for (index, variable) in zip(moving, variables) { arguments[index] = variable }
        return try weightedSum(call(row, arguments, in: graph), in: graph)
      }, at: moving.map { tensors[$0] }
    ).gradients
    var differences: [String] = []
    for (index, gradient) in zip(moving, found) {
      guard gradient.shape == tensors[index].shape else {
        differences.append("gradient in input \(index) has the shape \(gradient.shape)")
        continue
      }
      let expected = (gradients[index] ?? []).map(\.value)
      differences += (gradientsWithin ?? .standard).differences(
        try gradient.value().doubles, expected, "gradient in input \(index)")
    }
    return differences
  }

  /// The inputs go to the parameters that take tensors, in order.
  private func call(_ row: OpSpec, _ tensors: [Tensor], in graph: Graph) throws -> [Tensor] {
    let names = row.parameters.filter { $0.kind == .tensor || $0.kind == .tensors }.map(\.name)
    guard inputs.count <= names.count else {
      throw TensorError.tooManyArguments(operation: op, count: inputs.count, allowed: names.count)
    }
    var rest = tensors[...]
    var arguments: [(label: String?, value: Argument)] = []
    for (name, input) in zip(names, inputs) {
      let taken = Array(rest.prefix(input.tensors.count))
      rest = rest.dropFirst(taken.count)
      if input.isList {
        arguments.append((name, .tensors(taken)))
      } else {
        arguments += taken.map { (name, .tensor($0)) }
      }
    }
    arguments += (options ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, .option($0.value.option)) }
    return try row.results(of: arguments, in: graph)
  }

  /// The sum of all floating results, or of their squares, each element weighted with cos(1 + its place).
  private func weightedSum(_ results: [Tensor], in graph: Graph) throws -> Tensor {
    var total = try graph.tensor([0.0], shape: [])
    var place = 0
    for result in results where result.dtype.isFloating {
      let count = result.shape.count
      let weights = try graph.tensor((place..<(place + count)).map { cos(1 + Double($0)) }, shape: result.shape)
      total = try total + Op.sum((squares == true ? result * result : result) * weights)
      place += count
    }
    return total
  }

  /// Results whose eigenvectors or singular vectors are turned to one side: the largest component of each is positive, the first of
  /// several that are as large but for rounding.
  private func signed(_ values: [[Double]]) -> [[Double]] {
    let vectors = signs == "eigh" ? 1 : 0
    guard signs != nil, let columns = results[vectors].shape.last, columns > 0 else { return values }
    var values = values
    let rows = results[vectors].shape.dropLast().last ?? 1
    for matrix in 0..<(values[vectors].count / max(1, rows * columns)) {
      for column in 0..<columns {
        let places = (0..<rows).map { matrix * rows * columns + $0 * columns + column }
        let largest = places.map { abs(values[vectors][$0]) }.max() ?? 0
        guard let first = places.first(where: { abs(values[vectors][$0]) >= largest * (1 - 1e-8) }),
          values[vectors][first] < 0
        else {
          continue
        }
        for place in places { values[vectors][place].negate() }
        guard signs == "svd", let width = results[2].shape.last else { continue }
        let start = (matrix * columns + column) * width
        for place in start..<(start + width) { values[2][place].negate() }
      }
    }
    return values
  }
}

/// An optimizer's settings, where it starts, the gradients it is given, and where it stands after each.
private struct ReferenceSteps: Decodable {
  let op: String
  let settings: [String: Double]
  let start: [Double]
  let gradients: [[Double]]
  let values: [[Double]]

  func differences(in graph: Graph) throws -> [String] {
    guard let spec = OptimizerSpec.all.first(where: { $0.name == op }) else { return ["no optimizer has this name"] }
    let optimizer = try optimizer(spec)
    let weights = Parameter("w", try NDArray(start, on: graph.device))
    let moments = Moments()
    var differences: [String] = []
    for (step, (gradient, expected)) in zip(gradients, values).enumerated() {
      try optimizer.step([(weights, graph.tensor(gradient))], moments: moments, in: graph)
      differences += Tolerance(relative: 1e-12, absolute: 1e-15).differences(
        weights.value.doubles, expected, "step \(step + 1)")
      graph.forget()
    }
    return differences
  }

  private func optimizer(_ spec: OptimizerSpec) throws -> Optimizer { try Optimizer(spec, settings) }
}
