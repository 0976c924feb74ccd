// The tree of a program: what the parser makes and everything later reads. Every part knows its place.
import Diagnostics

/// A name as it was written, in its one spelling (`µ` and `μ` are the same letter).
package struct Name: Hashable, Sendable {
  package let text: String
  package let span: Span

  package init(_ text: String, _ span: Span) {
    self.text = text
    self.span = span
  }
}

/// What a block or a cell is made of.
package struct Statement: Sendable {
  package indirect enum Kind: Sendable {
    /// An expression for its value.
    case expression(Expression)
    /// `let pattern = value`, `var pattern = value`.
    case binding(Binding)
    /// `name = value`, `(a, b) = value`: re-binding `var`s.
    case assignment(Pattern, Expression)
    /// `let z ~ q`: a draw.
    case draw(Pattern, Expression)
    /// `param name = value`, `state name = value`.
    case cell(isState: Bool, Name, Expression)
    /// `fn name(…) = …`; inside a model also `fn (…) = …`, what a call of the model does.
    case function(FunctionExpression)
    case model(ModelDeclaration)
    case forLoop(Pattern, Expression, Block)
    case whileLoop(Expression, Block)
    case repeatLoop(Expression, Block)
    case breakLoop
    case continueLoop
    case returnValue(Expression?)
    /// `together { … }`.
    case together(Block)
    /// `update target by function`.
    case update(Expression, Expression)
    /// `record name = value`, `record name`.
    case record(Name, Expression?)
    /// `print a, b`.
    case print([Expression])
    /// `use "file.aula"`.
    case use(path: String)
    /// `check`, `derive`, `predict`, `explain gradient`.
    case examine(Examination)
  }
  package let kind: Kind
  package let span: Span
  /// The text of the `##` comment lines right before it.
  package let documentation: String?

  package init(_ kind: Kind, _ span: Span, documentation: String? = nil) {
    self.kind = kind
    self.span = span
    self.documentation = documentation
  }
}

/// `let` or `var`, with a shape to hold the value to if one is written.
package struct Binding: Sendable {
  package let isVariable: Bool
  package let pattern: Pattern
  package let shape: ShapeAnnotation?
  package let value: Expression

  package init(isVariable: Bool, pattern: Pattern, shape: ShapeAnnotation?, value: Expression) {
    self.isVariable = isVariable
    self.pattern = pattern
    self.shape = shape
    self.value = value
  }
}

/// What receives a value: a name, or names for the parts of a tuple.
package indirect enum Pattern: Sendable {
  case name(Name)
  /// `_`: the value is not kept.
  case nothing(Span)
  /// Parts by order, or by label where one is written: `(mu, sigma: s)`.
  case tuple([(label: Name?, pattern: Pattern)], Span)

  package var span: Span {
    switch self {
    case .name(let name): name.span
    case .nothing(let span), .tuple(_, let span): span
    }
  }

  /// The names it binds, from left to right.
  package var names: [Name] {
    switch self {
    case .name(let name): [name]
    case .nothing: []
    case .tuple(let parts, _): parts.flatMap { $0.pattern.names }
    }
  }
}

/// Statements between braces; its value is its last expression's.
package struct Block: Sendable {
  package let statements: [Statement]
  package let span: Span

  package init(_ statements: [Statement], _ span: Span) {
    self.statements = statements
    self.span = span
  }
}

/// A part of a program that has a value.
package final class Expression: Sendable {
  package indirect enum Kind: Sendable {
    case number(Double)
    case truth(Bool)
    case text([TextPiece])
    case name(String)
    /// `[a, b, c]`.
    case tensor([Expression])
    /// `(a, label: b)`; `()` is nothing at all.
    case tuple([CallArgument])
    /// `[value for x in xs if condition]`, or with round brackets a tuple.
    case comprehension(isTensor: Bool, value: Expression, clauses: [Clause])
    case call(Expression, [CallArgument])
    case index(Expression, [IndexItem])
    case member(Expression, Name)
    case unary(UnaryOperator, Expression)
    case binary(BinaryOperator, Expression, Expression)
    /// `a < b <= c`, `a ≈ b within d`: one more operand than operators.
    case comparison([Expression], [ComparisonOperator], within: Expression?)
    case and(Expression, Expression)
    case or(Expression, Expression)
    /// `a..b by c`; an end left out is only possible inside an index.
    case range(Expression?, Expression?, by: Expression?)
    case function(FunctionExpression)
    case conditional([ConditionalArm], otherwise: Block?)
    case block(Block)
    /// `descend loss over target with optimizer`, or `ascend`.
    case learn(Learning)
    /// `???`: something that is still to be written.
    case hole
  }
  package let kind: Kind
  package let span: Span
  /// The place of the operator, or of whatever part a message should underline; the whole span where there is none.
  package let mark: Span
  /// A number of its own within the session: what later stages know of it is kept under it.
  package let id: Int
  /// How many levels of parts are below. The parser keeps it under a limit: nobody who walks a tree runs out of stack.
  package let height: Int32

  package init(_ kind: Kind, _ span: Span, mark: Span? = nil, id: Int) {
    self.kind = kind
    self.span = span
    self.mark = mark ?? span
    self.id = id
    height = 1 + kind.heightOfParts
  }
}

/// A piece of a string: text as it is, or a value to put in.
package enum TextPiece: Sendable {
  case literal(String)
  /// `{value:format}`.
  case value(Expression, format: TextFormat?)
}

/// How a value is written into a string: `.3f`, `8.2e`, `+.1f`, `05`, `.1%`.
package struct TextFormat: Hashable, Sendable {
  package enum Style: Character, Hashable, Sendable {
    case fixed = "f"
    case exponent = "e"
    case general = "g"
    case percent = "%"
    case whole = "d"
  }
  package let width: Int
  package let precision: Int?
  package let style: Style?
  package let showsPlus: Bool
  package let padsWithZeros: Bool
  /// `<`: to the left, `>`: to the right, `^`: in the middle.
  package let alignment: Character?

  package init(
    width: Int = 0, precision: Int? = nil, style: Style? = nil, showsPlus: Bool = false, padsWithZeros: Bool = false,
    alignment: Character? = nil
  ) {
    self.width = width
    self.precision = precision
    self.style = style
    self.showsPlus = showsPlus
    self.padsWithZeros = padsWithZeros
    self.alignment = alignment
  }
}

/// An argument of a call, or a part of a tuple.
package struct CallArgument: Sendable {
  package let label: Name?
  package let value: Expression

  package init(label: Name?, value: Expression) {
    self.label = label
    self.value = value
  }
}

/// A `for` or an `if` of a comprehension.
package enum Clause: Sendable {
  case each(Pattern, in: Expression)
  case condition(Expression)
}

/// What stands between the brackets of an index.
package enum IndexItem: Sendable {
  /// A position, a range (perhaps with open ends), or a tensor of positions.
  case position(Expression)
  /// `:`, everything along an axis.
  case all(Span)
  /// `...`, all the axes that are not named.
  case rest(Span)
}

package enum UnaryOperator: String, Sendable, CaseIterable {
  case minus = "-"
  case not = "not"
  case root = "√"
  case gradient = "∇"
  /// `‖x‖`.
  case norm = "‖"
}

package enum BinaryOperator: String, Sendable, CaseIterable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case matmul = "@"
  case mod = "mod"
  case power = "^"
  /// `f >> g`: first f, then g.
  case compose = ">>"
  /// `x |> f`: f of x.
  case pipe = "|>"
}

package enum ComparisonOperator: String, Sendable, CaseIterable {
  case equal = "=="
  case notEqual = "≠"
  case less = "<"
  case lessEqual = "≤"
  case greater = ">"
  case greaterEqual = "≥"
  case near = "≈"
}

/// A condition and what happens when it holds.
package struct ConditionalArm: Sendable {
  package let condition: Expression
  package let block: Block

  package init(condition: Expression, block: Block) {
    self.condition = condition
    self.block = block
  }
}

/// `descend` or `ascend`, as written.
package struct Learning: Sendable {
  package let goesUp: Bool
  package let loss: Expression
  package let target: Expression
  package let optimizer: Expression

  package init(goesUp: Bool, loss: Expression, target: Expression, optimizer: Expression) {
    self.goesUp = goesUp
    self.loss = loss
    self.target = target
    self.optimizer = optimizer
  }
}

/// A function: named, `x -> …`, or `fn (…) …`.
package struct FunctionExpression: Sendable {
  package let name: Name?
  package let parameters: [Parameter]
  package let result: ShapeAnnotation?
  /// An expression stands as a block of one statement.
  package let body: Block
  package let span: Span
  package let id: Int
  package let documentation: String?

  package struct Parameter: Sendable {
    package let name: Name
    package let shape: ShapeAnnotation?
    package let standard: Expression?

    package init(name: Name, shape: ShapeAnnotation?, standard: Expression?) {
      self.name = name
      self.shape = shape
      self.standard = standard
    }
  }

  package init(
    name: Name?, parameters: [Parameter], result: ShapeAnnotation?, body: Block, span: Span, id: Int,
    documentation: String? = nil
  ) {
    self.name = name
    self.parameters = parameters
    self.result = result
    self.body = body
    self.span = span
    self.id = id
    self.documentation = documentation
  }
}

/// `model Name(parameters) { members }`.
package struct ModelDeclaration: Sendable {
  package let name: Name
  package let parameters: [FunctionExpression.Parameter]
  /// `param`, `state`, `let`, and functions: the one without a name is what a call of the model does.
  package let members: Block
  package let span: Span
  package let id: Int
  package let documentation: String?

  package init(
    name: Name, parameters: [FunctionExpression.Parameter], members: Block, span: Span, id: Int,
    documentation: String? = nil
  ) {
    self.name = name
    self.parameters = parameters
    self.members = members
    self.span = span
    self.id = id
    self.documentation = documentation
  }
}

/// `[n, 784]`, `[..., n]`, `[]` (a single number).
package struct ShapeAnnotation: Sendable {
  package indirect enum Size: Sendable {
    case number(Int, Span)
    /// A dimension by name: fresh for each call, or a number of an enclosing `fn` or `model`.
    case name(Name)
    /// `_`: any size.
    case any(Span)
    /// `2 * n`, `n + 1`: worked out from names that are already known.
    case arithmetic(BinaryOperator, Size, Size, Span)

    package var span: Span {
      switch self {
      case .number(_, let span), .any(let span), .arithmetic(_, _, _, let span): span
      case .name(let name): name.span
      }
    }
  }
  /// The sizes, from left to right, without the dots.
  package let sizes: [Size]
  /// Where `...` stands among the sizes: any number of axes, of any size.
  package let restPosition: Int?
  package let span: Span

  package init(sizes: [Size], restPosition: Int?, span: Span) {
    self.sizes = sizes
    self.restPosition = restPosition
    self.span = span
  }
}

/// A whole cell or file.
package struct Program: Sendable {
  package let statements: [Statement]
  /// The place of every comment, in order, for the formatter.
  package let comments: [Span]

  package init(statements: [Statement], comments: [Span]) {
    self.statements = statements
    self.comments = comments
  }
}
