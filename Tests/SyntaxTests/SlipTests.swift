// Slips: what somebody wrote, what was meant, and that the repair is found, early, and called by its name.
import Diagnostics
import Syntax
import Testing

@Suite("Slips") struct SlipTests {
  struct Case: CustomTestStringConvertible {
    let before: String
    let wrong: String
    let right: String
    let kind: SlipKind
    /// How many repairs may come earlier.
    let rank: Int

    init(_ before: String, _ wrong: String, _ right: String, _ kind: SlipKind, _ rank: Int = 40) {
      self.before = before
      self.wrong = wrong
      self.right = right
      self.kind = kind
      self.rank = rank
    }
    var testDescription: String { wrong }
  }

  static let cases: [Case] = [
    Case("evidence(x)", "expect(q, f) + kl(q, p)", "expect(q, f) - kl(q, p)", .sign, 10),
    Case("a - kl(q, p)", "b + kl(q, p)", "b - kl(q, p)", .sign, 0),
    Case("a - kl(q, p)", "b - kl(p, q)", "b - kl(q, p)", .arguments, 0),
    Case("kl(q, p)", "(s^2 + m^2 - 1) - log(s)", "(s^2 + m^2 - 1) / 2 - log(s)", .missingFactor),
    Case("kl(q, p)", "s^2 + m^2 - 1 - log(s^2)", "(s^2 + m^2 - 1 - log(s^2)) / 2", .missingFactor),
    Case("kl(q, p)", "sum(1 + v - m^2 - exp(v)) / 2", "-sum(1 + v - m^2 - exp(v)) / 2", .sign, 5),
    Case("kl(q, p)", "sum(1 + v - m^2 + exp(v)) / 2", "sum(1 + v - m^2 - exp(v)) / 2", .sign, 5),
    Case("kl(q, p)", "(s + m^2 - 1) / 2 - log(s)", "(s^2 + m^2 - 1) / 2 - log(s)", .power, 80),
    Case("kl(q, p)", "(s^2 + m - 1) / 2 - log(s)", "(s^2 + m^2 - 1) / 2 - log(s)", .power, 80),
    Case("p * log(p / q)", "p * log(q / p)", "p * log(p / q)", .operands, 0),
    Case("-log(p)", "log(p)", "-log(p)", .sign, 0),
    Case("log(p)", "log(1 / p)", "log(p)", .inverse, 0),
    Case("entropy(q)", "-sum(p)", "-log(sum(p))", .missingFunction, 80),
    Case("loss(w)", "sum((y - x)^2)", "mean((y - x)^2)", .function, 40),
    Case("a + b + c", "a + b", "a + b + c", .missingTerm, 0),
    Case("a - b + c", "a + c", "a + c - b", .missingTerm, 0),
    Case("a + b", "a + b + a * b", "a + b", .surplusTerm, 60),
    Case("log_joint(x, z) - logp(q, z)", "log_joint(x, z) - logp(p, z)", "log_joint(x, z) - logp(q, z)", .name, 1),
    Case("2 * js - 2 * log(2)", "js - 2 * log(2)", "2 * js - 2 * log(2)", .missingFactor, 5),
    Case("2 * js - 2 * log(2)", "2 * js - log(2)", "2 * js - 2 * log(2)", .missingFactor, 5),
    Case("p / (p + q)", "q / (p + q)", "p / (p + q)", .name, 40),
    Case("log(a * b)", "log(a) * log(b)", "log(a) * b", .surplusFunction, 80),
    Case("-log(d(x))", "-log(1 - d(x))", "-log(d(x))", .complement, 80),
    Case("grad(f)(x)", "g(x) * h(x) / n", "g(x) * h(x)", .surplusFactor, 120),
    Case("x / n", "x", "x / n", .missingFactor, 120),
    Case("x^3 / 3", "x^2 / 3", "x^3 / 3", .constant, 80),
  ]

  @Test("the usual slips", arguments: cases) func usual(_ slip: Case) throws {
    let text = slip.before + "\n" + slip.wrong
    let program = parse(text).program
    let source = Source(name: "test", text: text)
    let lines = program.statements.compactMap { statement in
      if case .expression(let value) = statement.kind { value } else { nil }
    }
    try #require(lines.count == 2)
    let slips = Slips.all(in: lines[1], of: source, previous: lines[0], names: ["p", "q", "m", "s", "x", "y"])
    let wanted = tree(slip.right)
    let place = slips.firstIndex { tree($0.repaired(lines[1], of: source)) == wanted }
    let rank = try #require(place, "not found among \(slips.count)")
    #expect(slips[rank].kind == slip.kind, "\(slips[rank].sentence(in: .en))")
    #expect(rank <= slip.rank, "it comes after \(rank) others")
    #expect(slips.count <= Slips.most)
  }

  @Test("how a repair is told") func sentences() {
    let text = "a - kl(q, p)\nb + kl(q, p)"
    let lines = parse(text).program.statements.compactMap {
      if case .expression(let value) = $0.kind { value } else { nil }
    }
    let slips = Slips.all(in: lines[1], of: Source(name: "test", text: text), previous: lines[0])
    #expect(slips.first?.sentence(in: .en) == "the sign of the term `kl(q, p)`: a minus repairs it")
    #expect(slips.first?.sentence(in: .es) == "el signo del término `kl(q, p)`: con un menos se arregla")
    #expect(slips.first?.sentence(in: .pt) == "o sinal do termo `kl(q, p)`: com um sinal de menos fica certo")
    for kind in SlipKind.allCases {
      let names = kind.words.names(in: .en)
      #expect(kind.words.names(in: .es) == names && kind.words.names(in: .pt) == names, "\(kind)")
    }
  }

  @Test("a long line gives no more than the most") func bounded() {
    let line = (0..<60).map { "a\($0) * log(b\($0)) / 2" }.joined(separator: " + ")
    guard case .expression(let value)? = parse(line).program.statements.first?.kind else { return }
    let slips = Slips.all(in: value, of: Source(name: "test", text: line), names: (0..<60).map { "a\($0)" })
    #expect(slips.count == Slips.most)
  }
}
