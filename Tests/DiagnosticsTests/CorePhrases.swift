// Reads the phrases of errors out of the core's own sources, so that none is forgotten when one is added.
import Foundation

enum CorePhrases {
  /// Every phrase that may follow `expected:` or `reason:`, with a 7 wherever something is put in.
  static func all() throws -> [(phrase: String, file: String)] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../Sources")
    let leads = ["expected: \"", "reason: \"", "mismatch(name, \"", "refusal(\"", ".none(\"", ".flat(\"", ".expect(\""]
    // Reports of gradient checks are no errors.
    let reports = ["Locator.swift", "Judgement.swift", "GradientReport.swift"]
    var found: [(phrase: String, file: String)] = []
    for folder in ["Graph", "TensorKit"] {
      let files = FileManager.default.enumerator(at: root.appending(path: folder), includingPropertiesForKeys: nil)
      while let file = files?.nextObject() as? URL {
        guard file.pathExtension == "swift", !reports.contains(file.lastPathComponent) else { continue }
        let text = try String(contentsOf: file, encoding: .utf8)
        for lead in leads {
          for range in text.ranges(of: lead) {
            // What follows a question mark or a plus sign is a phrase only together with the rest.
            if let phrase = literal(text[range.upperBound...]) { found.append((phrase, file.lastPathComponent)) }
          }
        }
      }
    }
    return found
  }

  /// The string literal that goes on here, without what is put in; nil where it is joined to another.
  private static func literal(_ text: Substring) -> String? {
    var (phrase, rest) = ("", text)
    while let character = rest.popFirst() {
      if character == "\"" {
        let next = rest.drop { $0.isWhitespace }.first
        return next == "+" ? nil : phrase
      }
      guard character == "\\" else {
        phrase.append(character)
        continue
      }
      guard rest.popFirst() == "(" else {
        phrase.append("\"")
        continue
      }
      var depth = 1
      while depth > 0, let inner = rest.popFirst() { depth += inner == "(" ? 1 : inner == ")" ? -1 : 0 }
      phrase.append("7")
    }
    return nil
  }
}
