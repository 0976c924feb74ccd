// What examines a program's claims: checks, derivations, predictions, back-propagation told step by step.
import Diagnostics

/// A statement that examines something: what it says, and its parts as one function.
///
/// `parts` takes a value for every setting and gives a tuple of functions without parameters, one for each `Part`: so each part is
/// evaluated on its own, in every setting, and an error in one does not keep the others from their turn.
package struct Examination: Sendable {
  package indirect enum Kind: Sendable {
    /// `check …`
    case check(Claim)
    /// `check fails …`: the claim is to be false.
    case checkFails(Claim)
    /// `derive … { … }`
    case derive([DerivationLine])
    /// `derive fails … { … }`: one of its lines is to be wrong.
    case deriveFails([DerivationLine])
    /// `predict "question" answer value`
    case predict(answer: Part)
    /// `explain gradient loss at x`
    case explainGradient(GradientClaim)
  }
  package let kind: Kind
  /// The text of a check, a derivation or a question.
  package let title: Part?
  /// Where the settings of `on` and `for all` come from; their names are the parameters of `parts`, in this order.
  package let settings: [Setting]
  package let parts: FunctionExpression

  /// An expression that the examination evaluates, and its place in the tuple of `parts`.
  package struct Part: Sendable {
    package let place: Int
    package let expression: Expression
  }

  /// `x in Normal(0, 1)`
  package struct Setting: Sendable {
    package let name: Name
    package let source: Expression
  }

  /// What a check claims.
  package enum Claim: Sendable {
    /// Conditions joined by `and`.
    case holds([Condition])
    /// `f same as g`
    case same(Part, Part, within: Part?)
    case gradient(GradientClaim)
  }

  /// `a`, or a chain of comparisons: one more operand than operators.
  package struct Condition: Sendable {
    package let operands: [Part]
    package let symbols: [ComparisonOperator]
    package let within: Part?
    package let span: Span
  }

  /// `gradient loss at (W, b) in float32 against by_hand`
  package struct GradientClaim: Sendable {
    /// A function whose parameters are those of `arguments` that are bare names, in their order.
    package let subject: Part
    /// What is to vary, as written after `at`.
    package let arguments: [Argument]
    package let isSingle: Bool
    package let against: Part?

    package struct Argument: Sendable {
      package let value: Part
      /// Whether it is a bare name, and with that a parameter of the subject.
      package let isName: Bool
    }
  }

  /// A line of a derivation: how it follows from the line before, and why.
  package struct DerivationLine: Sendable {
    package enum Relation: String, Sendable {
      case equal = "="
      case near = "≈"
      case less = "<"
      case lessEqual = "≤"
      case greater = ">"
      case greaterEqual = "≥"
    }
    /// Nil for the first line.
    package let relation: Relation?
    package let value: Part
    package let reason: String?
    /// The whole line.
    package let span: Span
  }
}
