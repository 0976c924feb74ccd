// Edits of programs: what is changed, that the new text means what was intended, and how a change is told.
import Diagnostics
import Foundation
import Syntax
import Testing

@Suite("Edits") struct EditTests {
  /// The descriptions of all mutations of a text.
  static func mutations(_ text: String) -> [String] {
    Mutations.all(in: parse(text).program, of: Source(name: "test", text: text)).map(\.description)
  }

  @Test(
    "mutations of small programs",
    arguments: [
      ("let y = a + 2", ["a + 2 -> a - 2", "a + 2 -> -a + 2", "a + 2 -> a + 3"]),
      ("let y = a * b", ["a * b -> a / b", "a * b -> -(a * b)"]),
      (
        "let y = 0.5 - t",
        [
          "0.5 - t -> 0.5 + t", "0.5 - t -> t - 0.5", "0.5 - t -> -0.5 - t", "0.5 - t -> 0.25 - t",
        ]
      ),
      ("let y = x^2", ["x^2 -> x * 2", "x^2 -> 2^x", "x^2 -> -x^2", "x^2 -> x^3"]),
      ("let y = x²", ["x² -> x * 2", "x² -> x^3", "x² -> 2^x", "x² -> -x²"]),
      ("let y = A @ B", ["A @ B -> B @ A", "A @ B -> -(A @ B)"]),
      ("let y = -x", ["-x -> x"]),
      ("let y = x[0]", ["x[0] -> x[1]"]),
      ("let y = x[i, 1..3]", ["x[i, 1..3] -> x[i + 1, 1..3]", "1..3 -> 0..3", "1..3 -> 1..4"]),
      ("let y = x[..n]", ["..n -> ..n + 1"]),
      ("let y = x[-1]", ["-1 -> 1", "-1 -> -2"]),
      (
        "let y = max(x, axis: 0)",
        [
          "max(x, axis: 0) -> -max(x, axis: 0)", "max(x, axis: 0) -> min(x, axis: 0)", "max(x, axis: 0) -> x",
          "max(x, axis: 0) -> max(-x, axis: 0)", "max(x, axis: 0) -> max(x, axis: 1)",
        ]
      ),
      ("let y = log(p)", ["log(p) -> -log(p)", "log(p) -> exp(p)", "log(p) -> p"]),
      ("let y = kl(q, p)", ["kl(q, p) -> -kl(q, p)", "kl(q, p) -> kl(p, q)"]),
      ("let y = a < b", ["a < b -> a ≤ b", "a < b -> a > b"]),
      ("let y = not a and b", ["not a and b -> not a or b", "not a -> a"]),
      (
        "descend f(w) over w with sgd(1)",
        [
          "descend f(w) over w with sgd(1) -> ascend f(w) over w with sgd(1)", "f(w) -> w", "sgd(1) -> 1",
          "sgd(1) -> sgd(0)",
        ]
      ),
      ("print(\"{a + b}\"); plot(a + b)", []),
      // What would be the same is not made.
      ("let y = x + 0", ["x + 0 -> -x + 0", "x + 0 -> x + 1"]),
      ("let y = f(a, a)", ["f(a, a) -> -f(a, a)"]),
      ("let y = x * 1", ["x * 1 -> -(x * 1)", "x * 1 -> x * 0"]),
    ])
  func list(_ program: String, _ expected: [String]) {
    #expect(Set(Self.mutations(program)) == Set(expected), "\(Self.mutations(program))")
  }

  @Test("what a check says stays; of a derivation the lines that follow change") func examinations() {
    #expect(Self.mutations("check \"c\": a + 1 ≈ 2") == [])
    let found = Self.mutations("derive \"d\" for all x in 1..5 {\n  2 * x\n    = x + x by \"twice\"\n}")
    #expect(found == ["x + x -> x - x", "x + x -> -x + x"])
  }

  @Test("a place that occurs twice is shown with what is around it") func places() {
    let found = Self.mutations("let y = f(a + 2) / g(a + 2)")
    #expect(found.contains("f(a + 2) -> f(a - 2)"))
    #expect(found.contains("g(a + 2) -> g(a + 3)"))
    #expect(Set(found).count == found.count)
  }

  /// What an edit must mean: the new part in parentheses of its own, wherever it stands.
  static func intended(_ target: Syntax.Expression, _ draft: Draft, in text: String) -> String {
    let source = Source(name: "test", text: text)
    let bare = draft.parenthesized(source)
    let isOpenRange = if case .range(let lower, let upper, _) = draft { lower == nil || upper == nil } else { false }
    return Edit(span: target.span, replacement: isOpenRange ? bare : "(" + bare + ")").applied(to: text)
  }

  /// The edits of a text that do not mean what was intended.
  static func faults(of text: String, names: [String] = ["p", "q"]) -> (count: Int, faults: [String]) {
    let source = Source(name: "test", text: text)
    let program = parse(text).program
    var edits = Mutations.all(in: program, of: source).compactMap { mutation in
      mutation.meaning.map { (mutation.edit, $0.target, $0.draft, mutation.description) }
    }
    var lines: [Syntax.Expression] = []
    for statement in program.statements {
      if case .expression(let value) = statement.kind, !text.contains("plot") { lines.append(value) }
      if case .binding(let binding) = statement.kind { lines.append(binding.value) }
    }
    for (index, line) in lines.enumerated() {
      let slips = Slips.all(in: line, of: source, previous: index > 0 ? lines[index - 1] : nil, names: names)
      edits += slips.map { ($0.edit, $0.meaning.target, $0.meaning.draft, "\($0.kind): \($0.sentence(in: .en))") }
    }
    var faults: [String] = []
    for (edit, target, draft, description) in edits {
      let (found, wanted) = (tree(edit.applied(to: text)), tree(intended(target, draft, in: text)))
      // What cannot stand at a place in any way, such as a function before an operator, is no fault of the edit.
      if found != wanted, !wanted.hasPrefix("E0") { faults.append("\(description): \(edit.applied(to: text))") }
    }
    return (edits.count, faults)
  }

  @Test("the constructs, each alone and with comments and line ends anywhere") func constructs() {
    var scatterer = Scatterer(seed: 5)
    var count = 0
    for program in FormatterPropertyTests.known where codes(program).isEmpty {
      for round in 0..<3 {
        let text = round == 0 ? program : scatterer.scattered(program, rarity: 2 * round)
        guard codes(text).isEmpty else { continue }
        let result = Self.faults(of: text)
        count += result.count
        #expect(result.faults == [], "in \(text)")
      }
    }
    #expect(count > 2000)
  }

  @Test("operators in operators, in every pair of places") func operators() {
    let parts = [
      "a", "-a", "a + b", "a - b", "a * b", "a / b", "a @ b", "a^b", "a²", "√a", "log(a)", "x -> a", "not a", "a < b",
      "a and b", "a..b", "f >> g", "a |> f", "x[i]", "{ a }", "‖a‖", "∇f(a)", "2", "-2", "a mod b",
    ]
    var count = 0
    for outer in [
      "# + c", "c + #", "c - #", "# - c", "-#", "# * c", "c / #", "#^c", "c^#", "#²", "f(#, c)", "log(#)",
      "# < c", "c and #", "not #", "√#", "x -> #", "if # < 1 { # } else { c }", "[#, c]", "y[#]", "y[#..c]", "c mod #",
      "mean(#, axis: 0)",
    ] {
      for part in parts {
        for text in [outer.replacing("#", with: part), outer.replacing("#", with: "(\(part))")] {
          guard codes(text).isEmpty else { continue }
          let result = Self.faults(of: text)
          count += result.count
          #expect(result.faults == [], "in \(text)")
        }
      }
    }
    #expect(count > 5000)
  }

  @Test("programs made up from the grammar", arguments: 1...3) func generated(_ seed: Int) throws {
    var maker = try ProgramMaker(
      Grammar(page: String(contentsOf: GrammarTests.page, encoding: .utf8)), seed: UInt64(seed + 300))
    var count = 0
    for round in 0..<60 {
      let text = maker.program(size: 2 + round)
      let result = Self.faults(of: text)
      count += result.count
      #expect(result.faults == [], "in \(text)")
    }
    #expect(count > 100)
  }
}

extension Draft {
  /// A raised digit, which means nothing by itself, as a number.
  static func unraised(_ text: String) -> String {
    let digits: [Character: Character] = ["⁻": "-", "¹": "1", "²": "2", "³": "3"]
    return text.allSatisfy { digits[$0] != nil } ? String(text.compactMap { digits[$0] }) : text
  }

  /// Its text with parentheses around every part, needed or not.
  func parenthesized(_ source: Source) -> String {
    func inner(_ draft: Draft) -> String { "(" + draft.parenthesized(source) + ")" }
    return switch self {
    case .part(let expression): Self.unraised(source.text(Int(expression.span.lower), Int(expression.span.upper)))
    case .number(let value): Int(exactly: value).map(String.init) ?? "\(value)"
    case .name(let name): name
    case .unary(.norm, let operand): "‖" + inner(operand) + "‖"
    case .unary(let symbol, let operand): symbol.rawValue + " " + inner(operand)
    case .binary(let symbol, let left, let right): inner(left) + " \(symbol.rawValue) " + inner(right)
    case .and(let left, let right): inner(left) + " and " + inner(right)
    case .or(let left, let right): inner(left) + " or " + inner(right)
    case .comparison(let operands, let symbols, let within):
      zip(operands, symbols.map { " \($0.rawValue) " } + [""]).map { inner($0) + $1 }.joined()
        + (within.map { " within " + inner($0) } ?? "")
    case .call(let callee, let arguments):
      inner(callee) + "("
        + arguments.map { ($0.label.map { "\($0): " } ?? "") + inner($0.value) }.joined(separator: ", ") + ")"
    case .member(let base, let name): inner(base) + "." + name
    case .range(let lower, let upper, let step):
      (lower.map(inner) ?? "") + ".." + (upper.map(inner) ?? "") + (step.map { " by " + inner($0) } ?? "")
    }
  }
}
