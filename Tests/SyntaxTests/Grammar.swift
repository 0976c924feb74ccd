// The grammar as its page states it: read from the EBNF, used to make programs and to recognise them.
import Foundation

/// A grammar in EBNF.
struct Grammar {
  indirect enum Part {
    case rule(String)
    /// A word as it is, or in capitals a kind of word.
    case word(String)
    case sequence([Part])
    case choice([Part])
    case maybe(Part)
    case many(Part)
  }
  struct Problem: Error {
    let text: String
  }

  private(set) var rules: [String: Part] = [:]
  private(set) var names: [String] = []

  /// Reads every ```ebnf fence of a page.
  init(page: String) throws {
    for piece in page.components(separatedBy: "```ebnf\n").dropFirst() {
      guard let fence = piece.components(separatedBy: "```").first else { continue }
      var reader = Reader(words: Self.words(of: fence))
      while !reader.isAtEnd {
        let name = reader.take()
        guard reader.take() == "=" else { throw Problem(text: "no = after \(name)") }
        let part = try reader.choice()
        guard reader.take() == ";" else { throw Problem(text: "no ; after \(name)") }
        guard rules[name] == nil else { throw Problem(text: "\(name) twice") }
        rules[name] = part
        names.append(name)
      }
    }
    for part in rules.values { try check(part) }
  }

  private func check(_ part: Part) throws {
    switch part {
    case .rule(let name): if rules[name] == nil { throw Problem(text: "no rule \(name)") }
    case .word: break
    case .sequence(let parts), .choice(let parts): for part in parts { try check(part) }
    case .maybe(let part), .many(let part): try check(part)
    }
  }

  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var rest = Substring(text)
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
      } else if first == "\"" || first == "'" {
        let body = rest.dropFirst().prefix { $0 != first }
        words.append("\"" + body)
        rest = rest.dropFirst(body.count + 2)
      } else if first.isLetter {
        let body = rest.prefix { $0.isLetter }
        words.append(String(body))
        rest = rest.dropFirst(body.count)
      } else {
        words.append(String(first))
        rest.removeFirst()
      }
    }
    return words
  }

  private struct Reader {
    let words: [String]
    var position = 0
    var isAtEnd: Bool { position >= words.count }
    var word: String { isAtEnd ? "" : words[position] }

    mutating func take() -> String {
      defer { position += 1 }
      return word
    }

    mutating func choice() throws -> Part {
      var parts = [try sequence()]
      while word == "|" {
        position += 1
        parts.append(try sequence())
      }
      return parts.count == 1 ? parts[0] : .choice(parts)
    }

    mutating func sequence() throws -> Part {
      var parts: [Part] = []
      while !isAtEnd, !["|", ")", "]", "}", ";"].contains(word) {
        let next = take()
        switch next {
        case "(": parts.append(try closed(")"))
        case "[": parts.append(.maybe(try closed("]")))
        case "{": parts.append(.many(try closed("}")))
        default:
          if next.hasPrefix("\"") {
            parts.append(.word(String(next.dropFirst())))
          } else {
            parts.append(next == next.uppercased() ? .word(next) : .rule(next))
          }
        }
      }
      return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    mutating func closed(_ end: String) throws -> Part {
      let part = try choice()
      guard take() == end else { throw Problem(text: "no \(end)") }
      return part
    }
  }
}
