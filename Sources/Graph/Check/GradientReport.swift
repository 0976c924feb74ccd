// What a gradient check answers with.
import TensorKit

/// The result of a gradient check: a verdict, what it rests on, and where to look when it is not "agrees".
public struct GradientReport: Sendable, Hashable {
  /// What came out.
  public enum Verdict: String, Sendable, Hashable {
    /// Derivatives and differences are the same, as far as can be measured.
    case agrees
    /// They are not.
    case differs
    /// The function has a corner, a jump or a flipping branch at the point, so there is no derivative to compare with.
    case kink
    /// An operator on the way has no derivative, or there is no finite value.
    case notDifferentiable = "not differentiable"
    /// Two runs with the same draws gave different results.
    case notDeterministic = "not deterministic"
  }

  /// One place where a derivative and differences were compared.
  public struct Comparison: Sendable, Hashable {
    /// The element, an index per axis; nil where many elements moved at once.
    public let index: [Int]?
    /// The derivative.
    public let analytic: Double
    /// The slope by differences.
    public let numeric: Double
    /// The slope to the left.
    public let left: Double
    /// The slope to the right.
    public let right: Double
    /// How far derivative and slope are apart.
    public let absoluteError: Double
    /// The same beside the larger of the two; 0 where neither can be told from zero.
    public let relativeError: Double
  }

  /// What was found for one parameter or argument.
  public struct Entry: Sendable, Hashable {
    /// The parameter's name.
    public let name: String
    /// The parameter's shape.
    public let shape: Shape
    /// How many elements, or random directions through all of them, were compared.
    public let compared: Int
    /// Whether random directions stood for the single elements.
    public let usesDirections: Bool
    /// What came out for this parameter alone.
    public let verdict: Verdict
    /// Where derivative and slope are farthest apart; nil where nothing could be compared.
    public let largestAbsolute: Comparison?
    /// Where they are farthest apart beside their own size.
    public let largestRelative: Comparison?
  }

  /// What is to blame.
  public struct Culprit: Sendable, Hashable {
    /// The operator, or the gradient that was given, at fault.
    public let operation: String
    /// The place in the source that its node carries.
    public let place: Int32
    /// The shapes of its operands.
    public let operands: [Shape]
    /// The shape of its result.
    public let result: Shape
    /// Which operand or argument the wrong derivative belongs to.
    public let operand: String?
    /// The worst element there, by the operator's own derivative and by differences of the operator alone.
    public let worst: Comparison?
    /// What is wrong, in a sentence.
    public let reason: String
  }

  /// The side to believe.
  public enum Side: String, Sendable, Hashable {
    /// The derivative by rules.
    case analytic
    /// The differences.
    case numeric
  }

  /// Which side to believe, and why.
  public struct Trust: Sendable, Hashable {
    /// The side.
    public let side: Side
    /// The reason, in a sentence.
    public let reason: String
  }

  /// What came out, in one word or two.
  public let verdict: Verdict
  /// The function's value at the point.
  public let value: Double
  /// What was found for each parameter, in order.
  public let entries: [Entry]
  /// The first operator, on the way from the parameters to the value, that is to blame; nil where none is.
  public let culprit: Culprit?
  /// Which side to believe where the two differ.
  public let trusts: Trust?
  /// Everything else a reader should know.
  public let notes: [String]
  /// How often the function was evaluated.
  public let probes: Int
  /// 1 for the gradient, 2 for the Hessian's product with a vector.
  public let order: Int
  /// The precision the check ran in.
  public let precision: DType

  /// Whether the verdict is "agrees".
  public var agrees: Bool { verdict == .agrees }
}
