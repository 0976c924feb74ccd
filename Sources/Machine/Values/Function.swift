// What can be called, and what calls need to know of it.
import Diagnostics
import Graph

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

  package override var byteSize: Int {
    switch kind {
    case .written(_, let captures): 128 + 32 * captures.count
    case .made(let holding, _): 128 + 32 * holding.count
    case .row, .native, .optimizer: 128
    }
  }

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
    /// What it is where it is left out, as it would be written; nil where that is not one value.
    package let standard: String?

    package init(
      _ name: String, shape: String? = nil, isOptional: Bool = false, isRepeated: Bool = false, standard: String? = nil
    ) {
      self.name = name
      self.shape = shape
      self.isOptional = isOptional || standard != nil
      self.standard = standard
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
