// What analysis is told of the names that exist before a cell runs.
import Diagnostics
import Graph

/// The names a cell finds in its session.
package protocol SessionNames {
  /// What a name stands for; nil if it stands for nothing.
  func lookUp(_ name: String) -> SessionName?
  /// Every name, for "did you mean".
  var allNames: [String] { get }
}

/// What the session knows of one of its names.
package struct SessionName: Sendable {
  /// What it was made with; anything for a name of the language.
  package let kind: Symbol.Kind
  /// Whether it is part of the language: an operator, a function of the library, a constant.
  package let isLibrary: Bool
  /// Where it was made, if a program made it.
  package let definition: Span?
  /// What a call takes; nil where its value is nothing to call, or that is not known.
  package let signature: CallShape?
  /// The shape of its value, where it is known without computing.
  package let shape: [Int]?
  /// The precision of its value, where it is a tensor: "float32".
  package let precision: String?

  package init(
    _ kind: Symbol.Kind, isLibrary: Bool = false, definition: Span? = nil, signature: CallShape? = nil,
    shape: [Int]? = nil, precision: String? = nil
  ) {
    self.kind = kind
    self.isLibrary = isLibrary
    self.definition = definition
    self.signature = signature
    self.shape = shape
    self.precision = precision
  }
}

/// What calling something takes, as far as analysis needs to know.
package struct CallShape: Sendable, Equatable {
  package struct Parameter: Sendable, Equatable {
    package let name: String
    package let isOptional: Bool
    /// Takes all further arguments without a label, such as the sizes of `normal(2, 3)`.
    package let isRepeated: Bool

    package init(_ name: String, isOptional: Bool = false, isRepeated: Bool = false) {
      self.name = name
      self.isOptional = isOptional
      self.isRepeated = isRepeated
    }
  }
  package let parameters: [Parameter]
  /// Nothing can be said about its arguments.
  package let acceptsAnything: Bool

  package init(_ parameters: [Parameter], acceptsAnything: Bool = false) {
    self.parameters = parameters
    self.acceptsAnything = acceptsAnything
  }

  /// A call that may take whatever it likes.
  package static let anything = CallShape([], acceptsAnything: true)

  /// A call of an operator. Sizes and lists of tensors may be given one by one.
  package init(_ row: OpSpec) {
    parameters = row.parameters.map { parameter in
      let isRepeated =
        switch parameter.kind {
        case .ints, .tensors, .axes: true
        default: false
        }
      return Parameter(parameter.name, isOptional: parameter.standard != nil, isRepeated: isRepeated)
    }
    acceptsAnything = false
  }
}
