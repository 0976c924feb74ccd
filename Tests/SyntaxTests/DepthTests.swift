// Programs that go on and on: they end in a diagnostic, on a small stack, and soon.
import Diagnostics
import Foundation
import Syntax
import Testing

@Suite("Depth") struct DepthTests {
  static let repeated: [String] = [
    "(", "[", "{", "-", "- ", "not ", "f(", "\"{", "if ", "if a {", "x->", "x -> ", "a^", "2^-", "a+", "a * ", "f(a).",
    "x.",
    "∇", "√", "‖",
    "descend ", "let (", "for ", "for (", "fn (x) = ", "fn f(x) {", "model M() {", "a |> ", "a >> ", "a and ",
    "a < ", "a..", "a,", "x[", "x[..", "[x for x in ", "(a: ", "f(a: ", "else ", "if a {} else ", "while ", "repeat ",
    "together {", "update ", "record ", "print ", "print(", "return ", "use ", "let x: [", "let x: [2*", "let x: [a^",
    "###", "\"", "'", "\"\"\"", "}", ")",
    "]", ";", ",", ":", "=", "==", "x = ", "x=", "!", "&&", "lambda x: ", "a ? ", "a ? b : ", "x² ", "²", "??", "???",
    "\\", "$", "“", "\u{0}", "\u{FFFD}", "é", "\u{301}", "1e", "1.", ".5", ".", "..", "...", "_", "1_", "\r", "\r\n",
    "\n", "x\n", "f(\n", "{\n", "\"{x:", "\"{x:}", "‖a", "def f(x):\n  ", "a +\n", "derive {", "check ", "Aᵀ", "x.T",
    "(a, b) -> ", "(a)(", "(a", "[a, ", "a(b)[c].d", "param x = ", "{ ( [ ", "({[\"{", ") ] } ",
  ]

  @Test("a hundred thousand times", arguments: repeated) func deep(_ piece: String) async {
    let text = String(repeating: piece, count: 100_000)
    let finished = await onSmallStack {
      for program in ["x = " + text, "f({" + text + "1"] {
        let result = parse(program)
        #expect(result.diagnostics.count <= 20)
      }
    }
    #expect(finished)
  }

  @Test("the deepest programs that are allowed, and one step more") func limits() async {
    let finished = await onSmallStack {
      let sums = "a" + String(repeating: " + a", count: 998)
      #expect(codes(sums).isEmpty)
      #expect(codes(sums + " + a + a") == ["E0149"])
      for (open, close) in [("(", ")"), ("[", "]"), ("f(", ")"), ("-", ""), ("not ", ""), ("x -> ", ""), ("a^", "")] {
        let nested = { (count: Int) in
          String(repeating: open, count: count) + "a" + String(repeating: close, count: count)
        }
        #expect(codes(nested(145)).isEmpty, "\(open)")
        #expect(codes(nested(202)) == ["E0148"], "\(open)")
      }
      // The tallest trees on the narrowest paths.
      let tower = String(repeating: "(", count: 145) + sums + String(repeating: ")", count: 145)
      #expect(codes(tower).isEmpty)
      let blocks = String(repeating: "if a {", count: 70) + "a" + String(repeating: "}", count: 70)
      #expect(codes(blocks).isEmpty)
    }
    #expect(finished)
  }

  /// Runs something on a thread with half a megabyte of stack.
  private func onSmallStack(_ body: @escaping @Sendable () -> Void) async -> Bool {
    await withCheckedContinuation { continuation in
      let thread = Thread {
        body()
        continuation.resume(returning: true)
      }
      thread.stackSize = 512 * 1024
      thread.start()
    }
  }
}
