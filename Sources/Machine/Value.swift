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

/// A kind of value that a room above adds: it says itself how it prints and what its members are.
package class HostObject: Box {
  /// What it is, for messages: "a figure".
  package var kind: Words { Words(en: "a value", es: "un valor", pt: "um valor") }
  package var description: String { "" }
  package func member(_ name: String) -> Value? { nil }
  /// As `member`, for what has to be computed.
  package func member(_ name: String, in machine: Machine) throws -> Value? { member(name) }
  /// The names of its members, for who misspells one.
  package var memberNames: [String] { [] }
  package func call(_ machine: Machine, _ arguments: [PassedArgument]) throws -> Value? { nil }
  /// This and another value put together by `+`; nil where that means nothing.
  package func added(_ other: Value) throws -> Value? { nil }
  /// The values it keeps.
  package var held: [Value] { [] }
  /// The shape and precision of what it counts as among tensors.
  package var sort: (shape: Shape, dtype: DType)? { nil }
  /// What it counts as where a derivative or a loss is taken, or a parameter is set.
  package func tensor(in machine: Machine) throws -> Tensor? { nil }
  /// Whether formats of numbers are for it.
  package var isNumeric: Bool { false }
  /// What is shown for it, on a page that says how numbers are written.
  func text(_ page: Page, column: Int) throws -> String { description }
}
