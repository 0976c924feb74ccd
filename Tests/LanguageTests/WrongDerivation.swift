// A derivation with a slip, as a file of the folder `derivations/wrong` writes it down.
import Foundation

/// One cell of such a file: what is wrong in it, and what may be said of it.
///
/// A cell begins with `# cell: TITLE`; before the first stand definitions for all cells. `# slip: KIND` is a kind of slip that may be
/// named, or `none`; each `# repaired: LINE` below it is a line that may be shown as the repair.
struct WrongDerivation: Sendable {
  struct Slip: Sendable {
    let kind: String
    var repaired: [String] = []
  }
  let file: String
  let title: String
  let definitions: String
  let text: String
  let slips: [Slip]

  /// Whether nothing may be named: no single usual slip explains it.
  var isUnusual: Bool { slips.contains { $0.kind == "none" } }

  /// The cells of a file.
  static func all(in text: String, of file: String) -> [WrongDerivation] {
    let parts = text.components(separatedBy: "\n# cell: ")
    return parts.dropFirst().map { part in
      let lines = part.components(separatedBy: "\n")
      var slips: [Slip] = []
      for line in lines.dropFirst() {
        if let kind = line.removing("# slip: ") { slips.append(Slip(kind: kind)) }
        if let repaired = line.removing("# repaired: "), !slips.isEmpty {
          slips[slips.count - 1].repaired.append(repaired)
        }
      }
      return WrongDerivation(
        file: file, title: lines.first ?? "", definitions: parts.first ?? "",
        text: lines.dropFirst().joined(separator: "\n"),
        slips: slips)
    }
  }
}

extension String {
  fileprivate func removing(_ prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)).trimmingCharacters(in: .whitespaces) : nil
  }
}
