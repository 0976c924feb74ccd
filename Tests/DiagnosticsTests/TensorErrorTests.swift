// The core's errors in words: every one in every language, spelled as the language does, with the usual slips.
import Analysis
import AulaCore
import Diagnostics
import Testing

@Suite("Errors of tensors in words") struct TensorErrorTests {
  /// One of each case.
  static let cases: [(TensorError, String)] = [
    (.shapesDoNotMeet(operation: "add", left: [2, 3], right: [2]), "E0401"),
    (.innerSizes(operation: "matmul", left: [2, 3], right: [2]), "E0402"),
    (
      .wrongShape(
        operation: "determinant", argument: "a", shape: [2, 3],
        expected: "a square matrix, or several along leading axes"), "E0403"
    ),
    (.cannotReshape(operation: "reshape", from: [6], to: [2, 2]), "E0404"),
    (.axis(operation: "sum", axis: 2, rank: 2), "E0405"), (.axis(operation: "sum", axis: 0, rank: 0), "E0405"),
    (.repeatedAxis(operation: "sum", axis: 1), "E0406"),
    (.index(operation: "slice", index: 3, size: 3, axis: 0), "E0407"),
    (.index(operation: "slice", index: 0, size: 0, axis: 0), "E0407"),
    (.emptyReduction(operation: "max", shape: [0]), "E0408"),
    (.rank(operation: "outer", rank: 9), "E0409"),
    (.shapesDoNotMeet(operation: "assign W", left: [2], right: [3]), "E0410"),
    (.precision(operation: "all", argument: "x", found: .float64, expected: "bool"), "E0501"),
    (.option(operation: "eye", argument: "n", found: "-1", expected: "0 or more"), "E0502"),
    (.missingArgument(operation: "eye", argument: "n"), "E0503"),
    (.unknownArgument(operation: "sum", argument: "axes", known: ["x", "axis", "keep"]), "E0504"),
    (.unknownArgument(operation: "f", argument: "axes", known: []), "E0504"),
    (.tooManyArguments(operation: "exp", count: 2, allowed: 1), "E0505"),
    (.kind(operation: "sum", argument: "keep", expected: "true or false"), "E0506"),
    (.singular(operation: "inverse", pivot: 1), "E0507"),
    (.notPositiveDefinite(operation: "cholesky", order: 2), "E0508"),
    (.notConverged(operation: "svd"), "E0509"),
    (.structure(operation: "map", reason: "it cannot be mapped: it has no operands"), "E0510"),
    (.foreignTensor(operation: "add"), "E0511"), (.endedTensor(operation: "add"), "E0512"),
    (.notDifferentiable(operation: "bernoulli", reason: "a coin shows 0 or 1 and does not move with `p`"), "E0601"),
    (.notScalar(operation: "gradient", shape: [2]), "E0602"), (.cannotLook(reason: "it was not computed"), "E0603"),
    (.outOfMemory(operation: "arange", bytes: 8_000_000_000_000, inUse: 1, budget: 2_000_000_000), "E0701"),
    (.cancelled, "E0702"), (.graphTooLarge(limit: 5_000_000), "E0703"),
  ]

  static func text(
    _ error: TensorError, _ source: String = "x", _ operands: [(String, Shape)] = [], language: Language = .en
  ) -> String {
    let sources = Sources()
    let number = sources.add(Source(name: "cell 1", text: source))
    var end: Int32 = 0
    let placed = operands.map { text, shape in
      let lower = end
      end += Int32(text.utf8.count)
      defer { end += 3 }
      return TensorErrorWords.Operand(span: Span(source: number, lower: lower, upper: end), shape: shape, text: text)
    }
    let span = Span(
      source: number, lower: (placed.first?.span.upper ?? -1) + 1, upper: (placed.first?.span.upper ?? 0) + 2)
    let diagnostic = TensorErrorWords.diagnostic(for: error, at: span, operands: placed)
    return Renderer(sources: sources, language: language, style: .init(width: 100)).render(diagnostic)
  }

  @Test("each case has its row, and every value of it is filled in", arguments: cases)
  func rows(_ error: TensorError, _ code: String) {
    let diagnostic = TensorErrorWords.diagnostic(for: error, at: .nowhere)
    #expect(diagnostic.row.code == code)
    for language in Language.allCases {
      let text = Self.text(error, language: language)
      #expect(!text.contains("…") || code == "E0601" || code == "E0602" || code == "E0603", "\(text)")
      #expect(!text.contains("{"), "\(text)")
    }
    for words in [diagnostic.row.message, diagnostic.row.label, diagnostic.row.help].compactMap({ $0 }) {
      #expect(words.names(in: .en).isSubset(of: diagnostic.values.keys), "\(code)")
    }
  }

  @Test("all rows of tensors are used") func complete() {
    #expect(Set(Self.cases.map(\.1)) == Set(DiagnosticCatalogue.tensorRows.map(\.code)))
  }

  @Test("what the catalogue refuses is said in every language", arguments: Catalogue.rows)
  func refused(_ row: OpSpec) {
    for error in RejectedCalls.errors(of: row) {
      for phrase in phrases(of: error) where !Phrasebook.isPlain(phrase) {
        let words = Phrasebook.translation(of: phrase)
        #expect(words != nil, "\(row.name): no Spanish or Portuguese for: \(phrase)")
        #expect(words.map { !$0.en.contains("…") } ?? true, "\(phrase) became \(words?.en ?? "")")
      }
      for language in [Language.es, .pt] {
        let text = Self.text(error, language: language)
        let bare = text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
          .filter { $0.offset.isMultiple(of: 2) }.map { " \($0.element) " }.joined()
        let words = Set(bare.split { !$0.isLetter }.map { $0.lowercased() })
        let english = words.intersection([
          "the", "of", "and", "or", "must", "with", "least", "axis", "size", "is", "than", "has", "be",
        ])
        #expect(english.isEmpty, "\(row.name) \(language): \(text)")
      }
    }
  }

  @Test("every phrase in the core's sources is in the phrasebook") func phrasebook() throws {
    let phrases = try CorePhrases.all()
    #expect(phrases.count > 150)
    for (phrase, file) in phrases where !Phrasebook.isPlain(phrase) {
      #expect(Phrasebook.translation(of: phrase) != nil, "\(file): \(phrase)")
    }
  }

  private func phrases(of error: TensorError) -> [String] {
    switch error {
    case .wrongShape(_, _, _, let expected), .precision(_, _, _, let expected), .kind(_, _, let expected): [expected]
    case .option(_, _, let found, let expected):
      found.contains(" ") && !found.hasPrefix("\"") ? [found, expected] : [expected]
    case .notDifferentiable(_, let reason), .structure(_, let reason), .cannotLook(let reason): [reason]
    default: []
    }
  }

  @Test("phrases with something put in, and phrases within phrases") func translations() {
    let words = Phrasebook.translation(of: "of size 3 along axis 1: the 6 channels of `x` in 2 groups")
    #expect(words?.es == "de tamaño 3 en el eje 1: los 6 canales de `x` en 2 grupos")
    #expect(
      Phrasebook.translation(of: "it cannot be mapped: it has no operands")?.pt
        == "não pode ser usado com `map`: não tem operandos")
    #expect(Phrasebook.translation(of: "0 or more, as one number")?.pt == "0 ou mais, como um único número")
    #expect(Phrasebook.translation(of: "a text nobody wrote") == nil)
    #expect(Phrasebook.translation(of: String(repeating: "or ", count: 100_000)) == nil)
    let braces = Phrasebook.translation(of: "one of {a}, {b}")
    #expect(braces?.filled(["a": "!"], in: .es) == "una de estas palabras: {a}, {b}")
  }

  @Test(
    "usual slips are recognised",
    arguments: [
      ("innerSizes", "A", [3, 2], "x", [3], "`A.T @ x` fits, and gives [2]"),
      ("innerSizes", "x", [32, 784], "W", [100, 784], "`x @ W.T` fits, and gives [32, 100]"),
      ("innerSizes", "W", [784, 100], "x", [32, 784], "`x @ W` fits, and gives [32, 100]"),
      ("innerSizes", "a + b", [3, 2], "x", [3], "`(a + b).T @ x` fits"),
      ("innerSizes", "f(x)", [3, 2], "x", [3], "`f(x).T @ x` fits"),
      ("innerSizes", "A", [2, 3], "B", [2, 3], "`A * B` multiplies element by element, and gives [2, 3]"),
      ("innerSizes", "X", [32, 28, 28], "W", [784, 10], "write `reshape(X, [32, 784])`"),
      ("innerSizes", "X", [28, 28], "W", [784, 10], "write `reshape(X, [784])`"),
      ("multiply", "W", [2, 3], "B", [3, 4], "the matrix product is `W @ B`, and gives [2, 4]"),
      ("multiply", "W", [4, 3], "x", [4], "`W * expand(x, axis: 1)`"),
      ("multiply", "u", [2], "v", [3], "`outer(u, v)`, which gives [2, 3]"),
      ("add", "A", [2, 3], "B", [3, 2], "`A.T + B` fits, and gives [3, 2]"),
      ("subtract", "m", [4], "A", [4, 3], "`expand(m, axis: 1) - A`"),
      ("mse", "y", [4], "p", [4, 1], "`mse(y, squeeze(p, axis: -1))`"),
    ]) func slips(_ operation: String, _ a: String, _ left: [Int], _ b: String, _ right: [Int], _ advice: String)
  {
    let error: TensorError =
      operation == "innerSizes"
      ? .innerSizes(operation: "matmul", left: Shape(left), right: Shape(right))
      : .shapesDoNotMeet(operation: operation, left: Shape(left), right: Shape(right))
    let text = Self.text(error, "\(a) @ \(b)", [(a, Shape(left)), (b, Shape(right))])
    #expect(text.contains(advice), "\(text)")
    for language in [Language.es, .pt] {
      #expect(Self.text(error, "\(a) @ \(b)", [(a, Shape(left)), (b, Shape(right))], language: language).contains("`"))
    }
  }

  @Test("advice is only what the core accepts") func adviceFits() throws {
    let graph = Graph(device: Device(threads: 1), seed: 1)
    let sizes = [1, 2, 3]
    let shapes =
      sizes.map { Shape([$0]) } + sizes.flatMap { n in sizes.map { Shape([n, $0]) } } + [[2, 3, 2], [2, 2, 3]]
    var offered = 0
    for (left, right) in shapes.flatMap({ left in shapes.map { (left, $0) } }) {
      let a = try graph.tensor([Double](repeating: 1, count: left.count), shape: left)
      let b = try graph.tensor([Double](repeating: 1, count: right.count), shape: right)
      let meanings: [(String, () throws -> Tensor)] = [
        ("`A.T @ B`", { try Op.matmul(Op.transpose(a), b) }), ("`A @ B.T`", { try Op.matmul(a, Op.transpose(b)) }),
        ("`B @ A`", { try Op.matmul(b, a) }), ("`A @ B`", { try Op.matmul(a, b) }),
        ("`A.T @ B.T`", { try Op.matmul(Op.transpose(a), Op.transpose(b)) }), ("`A * B`", { try Op.multiply(a, b) }),
        ("`A.T + B`", { try Op.add(Op.transpose(a), b) }), ("`A + B.T`", { try Op.add(a, Op.transpose(b)) }),
        ("`outer(A, B)`", { try Op.outer(a, b) }),
      ]
      for operation in [Op.add, Op.multiply, Op.matmul] as [OpSpec] {
        do {
          _ = try operation(a, b)
        } catch let error as TensorError {
          let text = Self.text(error, "A + B", [("A", left), ("B", right)])
          for (code, meaning) in meanings where text.contains(code) {
            offered += 1
            #expect(text.contains("gives \(try meaning().shape)"), "\(text)")
          }
        }
      }
    }
    #expect(offered > 50)
  }

  @Test("every error in every language, as recorded") func recorded() throws {
    var text = ""
    for language in Language.allCases {
      text += "# \(language)\n\n" + Self.cases.map { Self.text($0.0, language: language) }.joined(separator: "\n")
    }
    try Recording.check(text, "tensor-errors.txt")
  }

  @Test("a shape error as a student sees it, in three languages") func snapshots() {
    let error = TensorError.innerSizes(operation: "matmul", left: [784, 100], right: [784])
    let operands: [(String, Shape)] = [("W", [784, 100]), ("x", [784])]
    #expect(
      Self.text(error, "W @ x", operands) == """
        error E0402: `@` cannot multiply [784, 100] by [784]: the inner sizes, 100 and 784, differ
          cell 1, line 1
          1 │ W @ x
            │ ─ ━ ─ this is [784]
            │ │ ╰ 100 on the left, 784 on the right
            │ ╰ this is [784, 100]

          note: `W.T @ x` fits, and gives [100]
          note: `x @ W` fits, and gives [100]
          help: In a matrix product the left side needs as many columns as the right side has rows.

        """)
    #expect(Self.text(error, "W @ x", operands, language: .es).contains("nota: `W.T @ x` sí encaja, y da [100]"))
    #expect(Self.text(error, "W @ x", operands, language: .pt).contains("nota: `W.T @ x` encaixa, e dá [100]"))
    let memory = TensorError.outOfMemory(
      operation: "arange", bytes: 8_000_000_000_000, inUse: 500_000_000, budget: 2_000_000_000)
    #expect(Self.text(memory, language: .pt).contains("`arange` precisa de 8.0 TB de memória; restam 1.5 GB de 2.0 GB"))
  }
}
