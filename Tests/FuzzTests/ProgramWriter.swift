// Writes random programs that know what their names stand for, so that many of them evaluate.

/// A writer of cells. It keeps the names of the cells before, as a session does.
struct ProgramWriter {
  var dice: Dice
  /// The names in reach, the innermost last.
  var scope: [Variable] = []
  /// Names of the library that are called with anything.
  let libraryNames: [String]
  /// How many functions stand around: names outside of the innermost cannot be given other values.
  var functionDepth = 0
  /// The first name of the innermost function or cell.
  var frameStart = 0
  /// How many loops stand around, so that their rounds multiply to few.
  var loopDepth = 0
  /// How many of a hundred expressions are of another kind than wanted.
  var mistakes = 0
  /// Pieces that may still be written: beyond, every choice is a short one.
  var room = 0
  private var nameCount = 0

  init(seed: UInt64, libraryNames: [String]) {
    dice = Dice(seed)
    self.libraryNames = libraryNames
  }

  // MARK: A cell

  /// A cell of a few statements.
  mutating func cell() -> String {
    mistakes = dice.onceIn(2) ? dice.within(1...9) : 0
    room = dice.within(8...90)
    functionDepth = 0
    loopDepth = 0
    // Few names of the cells before stay in mind, or the newest would rarely be used.
    if scope.count > 24 { scope.removeFirst(scope.count - 16) }
    frameStart = 0
    var lines: [String] = []
    for _ in 0..<dice.within(1...6) where room > 0 || lines.isEmpty { lines.append(statement()) }
    return lines.joined(separator: dice.onceIn(12) ? "; " : "\n")
  }

  // MARK: Names

  mutating func freshName() -> String {
    nameCount += 1
    let stem = dice.word(["a", "x", "loss", "θ", "w", "μ", "k", "σ", "out", "h", "año", "_t", "∂x"])
    return "\(stem)\(nameCount)\(dice.onceIn(15) ? "′" : "")"
  }

  /// Leaves out the names of a cell that failed, so that no other cell uses them by mistake.
  mutating func skipNames() { nameCount += 40 }

  /// A name in reach that is read as a value of a kind.
  mutating func name(of kind: Kind) -> String? {
    let fitting = scope.suffix(20).filter { $0.kind == kind || $0.kind.read == kind }
    return dice.one(of: Array(fitting))?.name
  }

  mutating func variable(where fits: (Kind) -> Bool) -> Variable? {
    dice.one(of: Array(scope.suffix(20)).filter { fits($0.kind) })
  }

  mutating func add(_ name: String, _ kind: Kind, isVariable: Bool = false) {
    scope.append(Variable(name: name, kind: kind, isVariable: isVariable))
  }

  /// Writes something in which more names are in reach.
  mutating func inside(_ body: (inout ProgramWriter) -> String) -> String {
    let count = scope.count
    let result = body(&self)
    scope.removeLast(scope.count - count)
    return result
  }

  // MARK: Kinds

  mutating func shape(rank: ClosedRange<Int> = 1...3) -> [Int] {
    let rank = dice.below(6) == 0 ? dice.within(rank) : min(rank.upperBound, max(rank.lowerBound, dice.within(1...2)))
    return (0..<rank).map { _ in dice.within(1...4) }
  }

  /// A kind that values of names often have.
  mutating func plainKind() -> Kind {
    switch dice.below(10) {
    case 0...3: .number
    case 4...7: .tensor(shape())
    case 8: .truth
    default: .text
    }
  }

  mutating func anyKind() -> Kind {
    switch dice.below(14) {
    case 0...8: return plainKind()
    case 9, 10:
      let isLabelled = dice.onceIn(2)
      return .tuple(
        (0..<dice.within(2...3)).map {
          Kind.Part(label: isLabelled ? ["mu", "sd", "rest"][$0] : nil, kind: plainKind())
        })
    case 11, 12: return functionKind()
    default: return .model(dice.within(1...4), dice.within(1...4))
    }
  }

  mutating func functionKind() -> Kind {
    if dice.onceIn(2) { return .function([.number], .number) }
    return .function((0..<dice.within(1...2)).map { _ in plainKind() }, plainKind())
  }

  /// Writes the body of a function in which these parameters are in reach.
  mutating func function(_ parameters: [(String, Kind)], _ result: Kind) -> String {
    let (start, depth, loops) = (frameStart, functionDepth, loopDepth)
    defer { (frameStart, functionDepth, loopDepth) = (start, depth, loops) }
    return inside { writer in
      writer.frameStart = writer.scope.count
      writer.functionDepth += 1
      writer.loopDepth = 1
      for (name, kind) in parameters { writer.add(name, kind) }
      return writer.expression(result, 3)
    }
  }

  /// The same as a block that may hold statements.
  mutating func functionBlock(_ parameters: [(String, Kind)], _ result: Kind) -> String {
    let (start, depth, loops) = (frameStart, functionDepth, loopDepth)
    defer { (frameStart, functionDepth, loopDepth) = (start, depth, loops) }
    return inside { writer in
      writer.frameStart = writer.scope.count
      writer.functionDepth += 1
      writer.loopDepth = 1
      for (name, kind) in parameters { writer.add(name, kind) }
      var lines = (0..<writer.dice.within(0...2)).map { _ in writer.innerStatement() }
      if writer.dice.onceIn(5) {
        lines.append("if \(writer.expression(.truth, 1)) { return \(writer.expression(result, 1)) }")
      }
      lines.append(writer.dice.onceIn(6) ? "return \(writer.expression(result, 2))" : writer.expression(result, 2))
      return "{\n" + lines.joined(separator: "\n") + "\n}"
    }
  }
}
