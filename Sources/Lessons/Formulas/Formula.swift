// A formula as a tree: what the lectures' subset of LaTeX can say, without how it was typed.
import Diagnostics

/// A formula of a lesson.
package struct Formula: Sendable {
  /// As it was written, without the dollars; line ends are blanks.
  package let tex: String
  /// Whether it stands on lines of its own.
  package let isDisplay: Bool
  package let parts: [FormulaPart]
  /// Where it stands in the lesson, without the dollars.
  package let span: Span

  package init(tex: String, isDisplay: Bool, parts: [FormulaPart], span: Span) {
    (self.tex, self.isDisplay, self.parts, self.span) = (tex, isDisplay, parts, span)
  }
}

/// A part of a formula and where it was written.
package struct FormulaPart: Sendable {
  package indirect enum Kind: Sendable {
    /// A letter, or upright letters that belong together: `x`, `θ`, `KL`.
    case letter(String, FormulaAlphabet)
    case number(String)
    case sign(FormulaSign)
    /// A function's name, such as log; what stands below some of them is their limit, such as of max.
    case word(String, hasLimits: Bool)
    /// `\text{…}`.
    case text(String)
    /// A blank of so many eighteenths of the letter m.
    case space(Int)
    case group([FormulaPart])
    case scripts([FormulaPart], below: [FormulaPart]?, above: [FormulaPart]?)
    /// One above the other; without a bar in binomial coefficients.
    case fraction([FormulaPart], [FormulaPart], hasBar: Bool)
    case root([FormulaPart], degree: [FormulaPart]?)
    case accent(FormulaAccent, [FormulaPart])
    /// Between brackets as tall as what is inside; an empty bracket is not shown.
    case fenced(String, [FormulaPart], String)
    case grid(FormulaGrid, [[[FormulaPart]]])
    /// With a line or brace above or below, and a remark beyond that.
    case marked([FormulaPart], FormulaMark, remark: [FormulaPart]?)
    case coloured(String, [FormulaPart])
    /// `\val{expression:format}`: a value of the running lesson.
    case value(ValueText)
  }
  package let kind: Kind
  package let span: Span

  package init(_ kind: Kind, _ span: Span) {
    self.kind = kind
    self.span = span
  }
}

/// A sign, and how it behaves towards its neighbours.
package struct FormulaSign: Hashable, Sendable {
  package enum Role: Sendable {
    case ordinary
    /// Between two operands, as +; without a left one, it belongs to the right one.
    case binary
    case relation
    case opening
    case closing
    case punctuation
    /// `|`: opens, closes or divides, as its place has it.
    case bar
    /// ∑, ∏: large, with limits below and above.
    case large
    /// ∫: large, with limits beside it.
    case integral
  }
  package let text: String
  package let role: Role

  package init(_ text: String, _ role: Role) {
    self.text = text
    self.role = role
  }
}

/// In which shapes letters come.
package enum FormulaAlphabet: Sendable {
  case plain
  case upright
  case bold
  case boldItalic
  case doubleStruck
  case script
  case fraktur
  case monospace
}

/// What stands over a letter.
package enum FormulaAccent: String, Sendable {
  case hat
  case tilde
  case bar
  case vec
  case dot
  case ddot
  case check
}

/// What stands over or under something longer.
package enum FormulaMark: Sendable {
  case lineAbove
  case lineBelow
  case braceAbove
  case braceBelow
  /// Nothing but the remark.
  case above
  case below
}

/// How rows and columns are laid out, and between which brackets.
package struct FormulaGrid: Hashable, Sendable {
  package enum Layout: Sendable {
    /// Columns in pairs, each pair meeting at a relation.
    case aligned
    case centred
    /// Values to the left, conditions beside them.
    case cases
    case matrix
  }
  package let layout: Layout
  package let opening: String
  package let closing: String

  package init(_ layout: Layout, _ opening: String = "", _ closing: String = "") {
    (self.layout, self.opening, self.closing) = (layout, opening, closing)
  }
}
