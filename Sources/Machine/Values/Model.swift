// Models, what learns in them, and recipes for learning.
import Diagnostics
import Graph

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

  /// What is shown of it in brackets behind its name, where a member `_shown` says so: `Normal(mean: 0, sd: 2)`.
  package var shown: Tuple? {
    guard case .tuple(let tuple) = self["_shown"] else { return nil }
    return tuple
  }
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

/// A recipe for learning: the optimizer and its settings. What it remembers is kept by the statement that uses it.
package final class Recipe: Box {
  package let optimizer: Optimizer

  package init(_ optimizer: Optimizer) {
    self.optimizer = optimizer
    super.init()
  }
}
