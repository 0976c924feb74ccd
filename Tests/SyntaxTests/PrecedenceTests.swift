// The precedence of operators: all pairs, against the order in which the language's page lists them.
import Diagnostics
import Syntax
import Testing

@Suite("Precedence") struct PrecedenceTests {
  /// The levels, loosest first, with the sign of each operator in a tree.
  static let levels: [[(String, String)]] = [
    [("|>", "|>")], [(">>", ">>")], [("or", "or")], [("and", "and")],
    [("<", "<"), ("≈", "≈"), ("==", "=="), ("≥", "≥")], [("..", "..")], [("+", "+"), ("-", "-")],
    [("*", "*"), ("/", "/"), ("@", "@"), ("mod", "mod")], [("^", "^")],
  ]

  @Test("two operators in a row") func pairs() {
    for (low, lowLevel) in Self.levels.enumerated() {
      for (high, highLevel) in Self.levels.enumerated() {
        for (first, firstSign) in lowLevel {
          for (second, secondSign) in highLevel {
            let found = tree("a \(first) b \(second) c")
            let left = "(\(secondSign) (\(firstSign) a b) c)"
            let right = "(\(firstSign) a (\(secondSign) b c))"
            let expected =
              if low != high {
                low > high ? left : right
              } else if first == "^" {
                right
              } else if low == 4 {
                "(chain a \(firstSign) b \(secondSign) c)"
              } else if first == ".." {
                "E0139"
              } else {
                left
              }
            #expect(found == expected, "a \(first) b \(second) c")
          }
        }
      }
    }
  }

  /// What may stand before a value, and the loosest level that it still holds as its operand; nil holds everything.
  static let prefixes: [(text: String, sign: String, level: Int?)] = [
    ("-", "-", 8), ("√", "√", 8), ("not ", "not", 4), ("∇", "∇", 9), ("x -> ", "fn (x)", nil),
    ("fn (x) = ", "fn (x)", nil),
  ]

  @Test("something before the first operand") func before() {
    for prefix in Self.prefixes {
      for (level, operators) in Self.levels.enumerated() {
        for (symbol, sign) in operators {
          let found = tree("\(prefix.text)a \(symbol) b")
          let inner = "(\(sign) a b)"
          let whole = prefix.level.map { $0 <= level } ?? true
          let expected =
            if prefix.level == nil { "(\(prefix.sign) {\(inner)})" } else if whole { "(\(prefix.sign) \(inner))" } else
            {
              "(\(sign) (\(prefix.sign) a) b)"
            }
          #expect(found == expected, "\(prefix.text)a \(symbol) b")
        }
      }
    }
  }

  @Test("something before the second operand") func between() {
    for prefix in Self.prefixes {
      for (level, operators) in Self.levels.enumerated() {
        for (symbol, sign) in operators {
          let found = tree("a \(symbol) \(prefix.text)b")
          let operand = prefix.level == nil ? "(\(prefix.sign) {b})" : "(\(prefix.sign) b)"
          let isAllowed = prefix.level.map { $0 >= 8 || level < $0 } ?? (level <= 1)
          #expect(found == (isAllowed ? "(\(sign) a \(operand))" : "E0142"), "a \(symbol) \(prefix.text)b")
        }
      }
    }
  }

  @Test("what follows a value holds more tightly than what stands before it") func after() {
    let suffixes = [("(b)", "call", "b"), ("[b]", "index", "b"), (".b", ".", "b"), ("²", "^", "2")]
    for (text, name, part) in suffixes {
      let inner = "(\(name) a \(part))"
      #expect(tree("-a\(text)") == "(- \(inner))")
      #expect(tree("√a\(text)") == "(√ \(inner))")
      #expect(tree("not a\(text)") == "(not \(inner))")
      #expect(tree("c^a\(text)") == "(^ c \(inner))")
      #expect(tree("a\(text)^c") == "(^ \(inner) c)")
      #expect(tree("∇a\(text)") == (text == ".b" ? "(∇ (. a b))" : "(\(name) (∇ a) \(part))"))
    }
  }

  @Test("parentheses make any order") func parentheses() {
    for (first, firstSign) in Self.levels.flatMap(\.self) {
      for (second, secondSign) in Self.levels.flatMap(\.self) {
        #expect(tree("(a \(first) b) \(second) c") == "(\(secondSign) (\(firstSign) a b) c)")
        #expect(tree("a \(first) (b \(second) c)") == "(\(firstSign) a (\(secondSign) b c))")
      }
    }
  }
}
