// What a session tells while it evaluates.
import Figures
import Graph

/// Something that happens during an evaluation, in the order it happens. More cases will come; a `switch` over events
/// should have a `default`.
public enum Event: Sendable {
  /// A line that `print` wrote, without its end.
  case text(String)
  /// The value of a cell.
  case value(ShownValue)
  /// A figure to be looked at: an expression of the cell is one. It is data; its `terminal`, `svg` and `png` draw it, `summary` says it
  /// in words. No `value` comes for it.
  case picture(Figure)
  /// What came of a `check`.
  case check(CheckResult)
  /// What came of a `derive`: the derivation as a table.
  case derivation(DerivationResult)
  /// What came of a `predict`.
  case prediction(PredictionResult)
  /// Back-propagation told step by step: what `explain gradient` asked for.
  case explanation(Explanation)
  /// How far a loop is that runs for more than half a second.
  case progress(Progress)
  /// Something that deserves a look, or the reason why the cell failed.
  case problem(Problem)

  /// A value as a person reads it.
  public struct ShownValue: Sendable, Hashable {
    /// The name that the last statement gave it, if it did.
    public let name: String?
    /// The value as `print` writes it, perhaps over several lines.
    public let text: String
    /// The value in a line: `W : [784, 100] float32`.
    public let line: String
    /// Its shape, where it is a tensor.
    public let shape: [Int]?
    /// Its precision, such as "float32", where it is a tensor.
    public let precision: String?
  }

  /// How far a loop is.
  public struct Progress: Sendable {
    /// Rounds that are done.
    public let count: Int
    /// Rounds in all, where that is known.
    public let total: Int?
    /// Rounds in a second.
    public let rate: Double
    /// Seconds since the loop began.
    public let seconds: Double
    /// Seconds that are left, where that can be told.
    public let remaining: Double?
    /// The last recorded values.
    public let latest: [(name: String, value: Double)]

    package init(
      count: Int, total: Int?, rate: Double, seconds: Double, remaining: Double?,
      latest: [(name: String, value: Double)]
    ) {
      self.count = count
      self.total = total
      self.rate = rate
      self.seconds = seconds
      self.remaining = remaining
      self.latest = latest
    }
  }
}
