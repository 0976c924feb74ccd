// Which of several repairs explains a wrong line best.
import Machine
import Syntax

/// A repair that makes the derivation hold as far as it was looked at.
struct FoundRepair: Comparable {
  /// What speaks for it beside that it repairs, the strongest first.
  enum Evidence: Int, Comparable {
    /// With it the line says what the line beside it says, in other words.
    case neighbour
    /// With it a part is what it was in the line before.
    case part
    case nothing
    /// With it the line is the line beside it, word for word: nobody would have meant that.
    case copy

    static func < (a: Evidence, b: Evidence) -> Bool { a.rawValue < b.rawValue }
  }
  let slip: Slip
  /// Its place in the list of all that were tried: what is more usual, and what is larger, comes first.
  let place: Int
  /// The line it changes, as it becomes.
  let text: String
  let trial: Trial
  /// How far the repaired line is from the one before it in the mean: 0 for an equality, how loose a bound is for an order.
  let looseness: Double
  let evidence: Evidence

  /// The better explanation comes first: what something speaks for, then what happens more often, then what changes less.
  static func < (a: FoundRepair, b: FoundRepair) -> Bool {
    (a.evidence, a.slip.kind.rank, a.text.utf8.count, a.place) < (
      b.evidence, b.slip.kind.rank, b.text.utf8.count, b.place
    )
  }

  static func == (a: FoundRepair, b: FoundRepair) -> Bool { a.place == b.place }
}

extension SlipKind {
  /// How unusual a slip of this kind is, where several explain a wrong line.
  fileprivate var rank: Int {
    switch self {
    case .sign, .operands: 0
    case .arguments: 1
    case .function: 2
    case .surplusFactor: 3
    case .missingFactor: 4
    case .transpose: 6
    case .operator: 7
    case .complement: 8
    case .power: 9
    case .inverse: 10
    case .missingTerm: 11
    case .name: 12
    case .missingFunction: 13
    case .surplusTerm: 14
    case .surplusFunction: 15
    case .constant: 16
    }
  }

  /// Whether it is so usual that it may be named with nothing else to speak for it.
  var isUsual: Bool { rank <= 4 }
}
