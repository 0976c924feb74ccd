// What a program computes with.
import Diagnostics
import Graph
import TensorKit

/// A value of the language. Values never change, except for what learns: a `Cell` holds the present value of a `param` or `state`.
package enum Value {
  /// What a statement without a value gives, and `()`.
  case nothing
  case number(Double)
  case truth(Bool)
  case text(Text)
  case tensor(TensorValue)
  case tuple(Tuple)
  case range(NumberRange)
  case function(Function)
  case model(Model)
  /// A `param` or a `state` itself; operators read its present value.
  case cell(Cell)
  /// What `record` gathered under a name; operators read it as a tensor.
  case series(Series)
  /// A recipe for learning, such as `adam(1e-3)`.
  case optimizer(Recipe)
  /// A kind of value that a room above adds.
  case host(HostObject)
}

/// What values on the heap have in common.
package class Box {
  /// Where the machine's table holds it, or held it last.
  package final var slot: Int32 = -1
  /// How deep values are nested inside it: bounded, so that nobody who walks down or frees it runs out of stack.
  package final let nesting: Int
  /// Roughly how much memory it holds outside of tensors, for the budget.
  package var byteSize: Int { 64 }

  package init(holding values: some Sequence<Value> = EmptyCollection<Value>()) {
    nesting = values.reduce(0) { max($0, 1 + ($1.box?.nesting ?? 0)) }
  }

  /// The deepest nesting that the machine makes.
  package static let deepestNesting = 1_000
}

/// A recipe for learning: the optimizer and its settings. What it remembers is kept by the statement that uses it.
package final class Recipe: Box {
  package let optimizer: Optimizer

  package init(_ optimizer: Optimizer) {
    self.optimizer = optimizer
    super.init()
  }
}

/// A text. Adding to the end of the text made last costs only what is added, because the bytes are shared with it.
package final class Text: Box {
  private final class Bytes {
    var all: [UInt8]
    init(_ all: [UInt8]) { self.all = all }
  }
  private let bytes: Bytes
  private let count: Int

  package convenience init(_ string: String) { self.init(Array(string.utf8)) }

  package init(_ all: [UInt8]) {
    bytes = Bytes(all)
    count = bytes.all.count
    super.init()
  }

  private init(_ bytes: Bytes, _ count: Int) {
    self.bytes = bytes
    self.count = count
    super.init()
  }

  package var string: String { String(decoding: bytes.all[0..<count], as: UTF8.self) }
  package var byteCount: Int { count }
  package override var byteSize: Int { 64 + count }

  /// This text with more behind it.
  package func appending(_ more: some Sequence<UInt8>) -> Text {
    if bytes.all.count == count {
      bytes.all.append(contentsOf: more)
      return Text(bytes, bytes.all.count)
    }
    var copy = Array(bytes.all[0..<count])
    copy.append(contentsOf: more)
    return Text(Bytes(copy), copy.count)
  }

  /// The bytes, for putting together and comparing.
  package func withBytes<R>(_ body: (ArraySlice<UInt8>) -> R) -> R { body(bytes.all[0..<count]) }
}

/// A tensor: recorded and not yet computed, or computed, or both.
package final class TensorValue: Box {
  private var recorded: Tensor?
  private var array: NDArray?
  package let shape: Shape
  package let dtype: DType

  package init(_ tensor: Tensor) {
    recorded = tensor
    shape = tensor.shape
    dtype = tensor.dtype
    super.init()
  }

  package init(_ array: NDArray) {
    self.array = array
    shape = array.shape
    dtype = array.dtype
    super.init()
  }

  package override var byteSize: Int { 128 }

  /// The computed elements, if somebody looked already.
  package var known: NDArray? { array }

  /// Its node, if the trace it was recorded in still goes on.
  package var node: Tensor? { recorded.flatMap { $0.isLive ? $0 : nil } }

  /// Whether it must be computed before the present trace ends.
  package var isPending: Bool { array == nil }

  /// A handle in the present trace.
  package func tensor(in graph: Graph) throws -> Tensor {
    if let recorded, recorded.isLive { return recorded }
    guard let array else { throw TensorError.endedTensor(operation: "tensor") }
    let tensor = try graph.tensor(array)
    recorded = tensor
    return tensor
  }

  /// The elements, computed now if need be.
  package func look() throws -> NDArray {
    if let array { return array }
    guard let recorded else { throw TensorError.endedTensor(operation: "tensor") }
    let value = try recorded.value()
    array = value
    return value
  }

  /// Takes the elements that were computed together with others.
  package func settle(_ value: NDArray) { array = value }
}

/// Values in order, some with labels.
package final class Tuple: Box {
  package let elements: [Value]
  /// A label for each element or nil, or an empty list when none has one.
  package let labels: [String?]

  package init(_ elements: [Value], labels: [String?] = []) {
    self.elements = elements
    self.labels = labels.contains { $0 != nil } ? labels : []
    super.init(holding: elements)
  }

  package override var byteSize: Int { 64 + 24 * elements.count }

  package func label(_ index: Int) -> String? { index < labels.count ? labels[index] : nil }

  /// The element with a label.
  package subscript(label: String) -> Value? {
    labels.firstIndex(of: label).flatMap { $0 < elements.count ? elements[$0] : nil }
  }
}

/// `start..end by step`: half-open.
package final class NumberRange: Box {
  package let start: Double
  package let end: Double
  package let step: Double

  package init(_ start: Double, _ end: Double, by step: Double = 1) {
    self.start = start
    self.end = end
    self.step = step
    super.init()
  }

  /// How many numbers it holds.
  package var count: Int {
    let steps = ((end - start) / step).rounded(.up)
    return steps > 0 ? Int(saturating: steps) : 0
  }

  package subscript(index: Int) -> Double { start + Double(index) * step }
}

/// Something that can be called.
package final class Function: Box {
  package enum Kind {
    /// Written in the language: its code and what it captured.
    case written(FunctionCode, captures: [Value])
    /// An operator of the core.
    case row(OpSpec)
    /// Written in Swift.
    case native(NativeRow)
    /// An optimizer's recipe maker.
    case optimizer(OptimizerSpec)
    /// Made from other values, such as `f >> g` or `grad(f)`. `holding` names the values it keeps, which the body must not hide.
    case made(holding: [Value], (Machine, [PassedArgument]) throws -> Value)
  }
  package let name: String
  package let kind: Kind
  /// What it takes, for messages, labels and help.
  package let signature: Signature
  package let documentation: String?
  package let definition: Span?

  package init(
    _ name: String, _ kind: Kind, signature: Signature, documentation: String? = nil, definition: Span? = nil
  ) {
    self.name = name
    self.kind = kind
    self.signature = signature
    self.documentation = documentation
    self.definition = definition
    super.init(holding: Function.held(kind))
  }

  package override var byteSize: Int { 128 + 32 * held.count }

  /// The values it keeps.
  package var held: [Value] { Function.held(kind) }

  private static func held(_ kind: Kind) -> [Value] {
    switch kind {
    case .written(_, let captures): captures
    case .made(let holding, _): holding
    case .row, .native, .optimizer: []
    }
  }
}

/// What a function takes, as far as a caller must know.
package struct Signature: Sendable {
  package struct Parameter: Sendable {
    package let name: String
    /// The shape as written, such as `[n, 784]`.
    package let shape: String?
    package let isOptional: Bool
    /// Takes all further arguments without a label, such as the sizes of `normal(2, 3)`.
    package let isRepeated: Bool

    package init(_ name: String, shape: String? = nil, isOptional: Bool = false, isRepeated: Bool = false) {
      self.name = name
      self.shape = shape
      self.isOptional = isOptional
      self.isRepeated = isRepeated
    }
  }
  package let parameters: [Parameter]
  package let result: String?

  package init(_ parameters: [Parameter], result: String? = nil) {
    self.parameters = parameters
    self.result = result
  }

  /// Takes anything: what a function made of unknown others takes.
  package static let anything = Signature([Parameter("arguments", isOptional: true, isRepeated: true)])
}

/// One argument of a call.
package struct PassedArgument {
  package let label: String?
  package let value: Value

  package init(_ value: Value, label: String? = nil) {
    self.label = label
    self.value = value
  }
}

/// A model: named members, of which `param`s learn, and what a call of it does.
package final class Model: Box {
  /// The name of its declaration.
  package let name: String
  /// Every member in the order of the declaration: cells, values, methods.
  package let members: [(name: String, value: Value)]
  /// What a call does; nil for a model that cannot be called.
  package let call: Function?
  /// How calls of it are made, when `training(m)` or `evaluation(m)` said so.
  package let mode: Mode?
  /// The same for all modes of one model.
  package let identity: Identity

  package final class Identity { package init() {} }

  package enum Mode: Sendable {
    case training
    case evaluation
  }

  package init(
    name: String, members: [(name: String, value: Value)], call: Function?, mode: Mode? = nil,
    identity: Identity = Identity()
  ) {
    self.name = name
    self.members = members
    self.call = call
    self.mode = mode
    self.identity = identity
    super.init(holding: members.map(\.value))
  }

  /// The values it keeps.
  package var held: [Value] { members.map(\.value) + (call.map { [.function($0)] } ?? []) }

  package override var byteSize: Int { 128 + 64 * members.count }

  package subscript(member: String) -> Value? { members.first { $0.name == member }?.value }
}

/// A `param` or a `state`: the one kind of thing whose value changes.
package final class Cell: Box {
  package let parameter: Parameter
  /// A `state` is updated by statements, and not moved by learning.
  package let isState: Bool
  package let definition: Span

  package init(_ parameter: Parameter, isState: Bool, definition: Span) {
    self.parameter = parameter
    self.isState = isState
    self.definition = definition
    super.init()
  }

  /// The list of the living that it is in, and its number there.
  var listing: (list: CellList, number: Int)?

  deinit { unlist() }

  package override var byteSize: Int { 160 }
  package var name: String { parameter.name }
}

/// What `record` gathered under a name: as many values as were recorded, all of one shape.
package final class Series: Box {
  package let name: String
  package let shape: Shape
  package let dtype: DType
  /// The values one after the other.
  package private(set) var numbers: [Double]
  private var read: TensorValue?

  package init(_ name: String, shape: Shape, dtype: DType, numbers: [Double] = []) {
    self.name = name
    self.shape = shape
    self.dtype = dtype
    self.numbers = numbers
    super.init()
  }

  package override var byteSize: Int { 64 + 8 * numbers.count }

  /// How many values were recorded.
  package var count: Int { shape.count == 0 ? 0 : numbers.count / shape.count }

  package func append(_ value: NDArray) {
    numbers.append(contentsOf: value.doubles)
    read = nil
  }

  package func append(_ value: Double) {
    numbers.append(value)
    read = nil
  }

  /// Takes back what was recorded after there were `count` numbers.
  package func truncate(to count: Int) {
    guard count < numbers.count else { return }
    numbers.removeLast(numbers.count - max(0, count))
    read = nil
  }

  /// All recorded values as one tensor: as many rows as were recorded.
  package func tensor(in graph: Graph) throws -> TensorValue {
    if let read { return read }
    let all = Shape([count] + shape.dims)
    let array =
      dtype == .float32
      ? try NDArray(numbers.map { Float($0) }, shape: all, on: graph.device)
      : try NDArray(numbers, shape: all, on: graph.device)
    let tensor = TensorValue(array)
    read = tensor
    return tensor
  }
}

/// A kind of value that a room above adds: it says itself how it prints and what its members are.
package class HostObject: Box {
  /// What it is, for messages: "a figure".
  package var kind: Words { Words(en: "a value", es: "un valor", pt: "um valor") }
  package var description: String { "" }
  package func member(_ name: String) -> Value? { nil }
  package func call(_ machine: Machine, _ arguments: [PassedArgument]) throws -> Value? { nil }
  /// The values it keeps.
  package var held: [Value] { [] }
}

/// What goes wrong while a value is made; whoever knows the place in the program turns it into a diagnostic.
package struct Fault: Error {
  package let row: DiagnosticRow
  package let values: [String: Phrase]
  package var notes: [Diagnostic.Note]
  /// Which argument or operand is to blame, counted from 0.
  package let argument: Int?

  package init(
    _ row: DiagnosticRow, _ values: [String: Phrase] = [:], notes: [Diagnostic.Note] = [], argument: Int? = nil
  ) {
    self.row = row
    self.values = values
    self.notes = notes
    self.argument = argument
  }
}

/// A function written in Swift: one row says everything about it.
package struct NativeRow: Sendable {
  package let name: String
  package let signature: Signature
  /// One sentence on what it gives.
  package let summary: String
  /// A line that shows it.
  package let example: String
  /// Gets one value for each parameter, nil where an optional one was left out; a repeated one comes as a tuple.
  package let body: @Sendable (Machine, [Value?]) throws -> Value

  package init(
    _ name: String, _ parameters: [Signature.Parameter], summary: String, example: String,
    body: @escaping @Sendable (Machine, [Value?]) throws -> Value
  ) {
    self.name = name
    signature = Signature(parameters)
    self.summary = summary
    self.example = example
    self.body = body
  }
}
