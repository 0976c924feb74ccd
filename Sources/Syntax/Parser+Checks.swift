// Checks, derivations, predictions: what examines a claim.
import Diagnostics

/// The parts of one examination while they are read.
private struct Parts {
  private(set) var expressions: [(value: Expression, parameters: [FunctionExpression.Parameter])] = []

  mutating func add(_ value: Expression, _ parameters: [FunctionExpression.Parameter] = []) -> Examination.Part {
    expressions.append((value, parameters))
    return Examination.Part(place: expressions.count - 1, expression: value)
  }
}

/// What certain words of checks and derivations are there for, for whoever lays a program out.
struct CheckWordPlaces {
  /// Names that are words of the grammar here: `fails`, `gradient`, `same`.
  var grammar: Set<Int> = []
  /// Where a clause begins that a line may begin with: a claim after its title, `on`, `for all`, a reason's `by`.
  var clauses: Set<Int> = []
  /// Where a line of a derivation begins.
  var steps: Set<Int> = []
}

extension ParseRun {
  /// `check "text": condition`, `check fails …`, `… same as … on …`, `check gradient … at …`.
  @inline(never) mutating func check() throws -> Statement.Kind {
    let start = position
    advance()
    if endsStatement { throw missing(.checkWhat) }
    let isToFail = saysFails
    if isToFail { advanceOverWord() }
    var parts = Parts()
    let title = try title(&parts)
    if title != nil { checkWords.clauses.insert(position) }
    let claim: Examination.Claim
    if token().isName("gradient"), !isInfix(token(1)) {
      claim = .gradient(try gradientClaim(&parts, mayCompare: true))
    } else {
      claim = try valueClaim(&parts)
    }
    let settings = startsSettings ? try settings(after: 1) : []
    return try examination(isToFail ? .checkFails(claim) : .check(claim), title, settings, parts, from: start)
  }

  /// `derive "text" for all x in … { a = b by "…" }`, `derive fails …`.
  @inline(never) mutating func derivation() throws -> Statement.Kind {
    let start = position
    advance()
    let isToFail = takeWord("fails")
    var parts = Parts()
    var title: Examination.Part?
    if token().kind == .textStart { title = parts.add(try text()) }
    var settings: [Examination.Setting] = []
    if token().isWord(.for) {
      guard token(1).isName("all") || token(1).kind == .end else { throw forWithoutAll() }
      settings = try self.settings(after: 2)
    }
    guard at(.openBrace) else { throw missing(.deriveWithoutBlock) }
    let lines = try derivationLines(&parts)
    return try examination(isToFail ? .deriveFails(lines) : .derive(lines), title, settings, parts, from: start)
  }

  /// `predict "question" answer value`.
  @inline(never) mutating func prediction() throws -> Statement.Kind {
    let start = position
    advance()
    var parts = Parts()
    guard token().kind == .textStart else { throw missing(.predictWhat) }
    let question = parts.add(try text())
    guard takeWord("answer") else { throw missing(.predictWithoutAnswer) }
    return try examination(.predict(answer: parts.add(expression())), question, [], parts, from: start)
  }

  /// `explain gradient loss at (W, b)`.
  @inline(never) mutating func explanation() throws -> Statement.Kind {
    let start = position
    advance()
    guard token().isName("gradient") else { throw missing(.explainWhat) }
    var parts = Parts()
    let claim = try gradientClaim(&parts, mayCompare: false)
    return try examination(.explainGradient(claim), nil, [], parts, from: start)
  }

  /// A `for` that is no loop: its braces are no block either.
  private mutating func forWithoutAll() -> any Error {
    let problem = failure(.forWithoutAll, at: here)
    while !isAtEnd, !at(.openBrace) { advance() }
    if let partner = partner(of: position) { position = partner }
    return problem
  }

  // MARK: Pieces

  /// A name that is a word of the grammar here.
  private mutating func advanceOverWord() {
    checkWords.grammar.insert(position)
    advance()
  }

  private mutating func takeWord(_ name: String, beginsClause: Bool = false) -> Bool {
    guard token().isName(name) else { return false }
    if beginsClause { checkWords.clauses.insert(position) }
    advanceOverWord()
    return true
  }

  /// `"text":`, if the check has one. A text that is compared is no title.
  private mutating func title(_ parts: inout Parts) throws -> Examination.Part? {
    guard token().kind == .textStart else { return nil }
    let start = position
    let title = try text()
    guard take(.colon) else {
      if endsStatement || canBeginOperand { throw missing(.checkWithoutColon) }
      position = start
      return nil
    }
    return parts.add(title)
  }

  /// Whether `fails` stands here as a word: `fails(x)` is a call of something called so, `fails (a + b)^2 == …` is a claim.
  private var saysFails: Bool {
    guard token().isName("fails") else { return false }
    if token(1).isSign(.openParen) { return !token(1).touchesPrevious }
    // `fails - x` is a difference, `fails -x > 0` a claim.
    if token(1).isSign(.minus) { return !token(1).touchesPrevious && token(2).touchesPrevious }
    return !isInfix(token(1))
  }

  private func isInfix(_ token: Token) -> Bool {
    Precedence.infix(token.kind) != nil || token.isSign(.dot) || token.isSign(.assign)
  }

  /// A condition, or `f same as g`.
  private mutating func valueClaim(_ parts: inout Parts) throws -> Examination.Claim {
    let claim = try expression()
    guard token().isName("same"), !isNewLine else { return .holds(conditions(in: claim, &parts)) }
    advanceOverWord()
    guard takeWord("as") else { throw missing(.sameWithoutAs) }
    checkWords.clauses.insert(position)
    let other = try expression(Precedence.compose + 1)
    var within: Expression?
    if token().isName("within"), !isNewLine {
      advanceOverWord()
      within = try expression(Precedence.range + 1)
    }
    return .same(parts.add(claim), parts.add(other), within: within.map { parts.add($0) })
  }

  /// The conditions that `and` joins, each with its sides.
  private func conditions(in claim: Expression, _ parts: inout Parts) -> [Examination.Condition] {
    var open = [claim]
    var list: [Examination.Condition] = []
    while let next = open.popLast() {
      switch next.kind {
      case .and(let left, let right): open += [right, left]
      case .comparison(let operands, let symbols, let within):
        list.append(
          Examination.Condition(
            operands: operands.map { parts.add($0) }, symbols: symbols, within: within.map { parts.add($0) },
            span: next.span))
      default:
        list.append(Examination.Condition(operands: [parts.add(next)], symbols: [], within: nil, span: next.span))
      }
    }
    return list
  }

  /// `gradient loss at (W, b) in float32 against by_hand`; what follows `at` may come in any order.
  private mutating func gradientClaim(_ parts: inout Parts, mayCompare: Bool) throws -> Examination.GradientClaim {
    advanceOverWord()
    if endsStatement { throw missing(.gradientClaimOfWhat) }
    let subject = try expression(Precedence.compose + 1)
    var arguments: [Expression]?
    var against: Expression?
    var isSingle = false
    while !endsStatement || startsClause {
      if arguments == nil, takeWord("at", beginsClause: true) {
        arguments = try gradientArguments()
      } else if mayCompare, against == nil, takeWord("against", beginsClause: true) {
        against = try expression(Precedence.compose + 1)
      } else if mayCompare, token().isWord(.in), token(1).isName("float32") || token(1).isName("float64") {
        advance()
        isSingle = advance().isName("float32")
      } else if mayCompare, token().isWord(.in), token(1).kind == .end {
        advance()
        throw missing(.missingName)
      } else {
        break
      }
    }
    guard let arguments else { throw missing(.gradientClaimWithoutAt) }
    let values = arguments.map { argument in
      let isName = if case .name = argument.kind { true } else { false }
      return Examination.GradientClaim.Argument(value: parts.add(argument), isName: isName)
    }
    return Examination.GradientClaim(
      subject: parts.add(subject, parameters(named: arguments)), arguments: values, isSingle: isSingle,
      against: against.map { parts.add($0, parameters(named: arguments, isSecond: true)) })
  }

  /// Whether a new line goes on with the claim: `at` and `against` begin no statement, unless they are names that are bound anew.
  private var startsClause: Bool {
    (token().isName("at") || token().isName("against")) && !token(1).isSign(.assign) && !at(.closeBrace)
  }

  /// `W`, or the parts of `(W, b)`.
  private mutating func gradientArguments() throws -> [Expression] {
    let all = try expression(Precedence.compose + 1)
    guard case .tuple(let parts) = all.kind, parts.allSatisfy({ $0.label == nil }), !parts.isEmpty else { return [all] }
    return parts.map(\.value)
  }

  /// A parameter for every bare name. It is made where the name stands, at a place without width: the name's own place is a use.
  /// Those of a second function are made at the name's end: a place defines one name.
  private func parameters(
    named arguments: [Expression], isSecond: Bool = false
  ) -> [FunctionExpression.Parameter] {
    var seen: Set<String> = []
    return arguments.compactMap { argument in
      guard case .name(let text) = argument.kind, seen.insert(text).inserted else { return nil }
      let place = isSecond ? argument.span.upper : argument.span.lower
      return .init(name: Name(text, Span(source: number, lower: place, upper: place)), shape: nil, standard: nil)
    }
  }

  /// Whether `on x in …` follows, on this line or the next.
  private var startsSettings: Bool {
    guard token().isName("on") else { return false }
    return token(1).kind == .end || (token(1).isName && (token(2).isWord(.in) || token(2).kind == .end))
  }

  /// `x in Normal(0, 1), k in 1..5` after `on` or `for all`.
  private mutating func settings(after words: Int) throws -> [Examination.Setting] {
    checkWords.clauses.insert(position)
    for _ in 0..<words { advanceOverWord() }
    var list: [Examination.Setting] = []
    repeat {
      let name = try newName()
      try expectIn()
      list.append(Examination.Setting(name: name, source: try expression(Precedence.compose + 1)))
    } while take(.comma)
    return list
  }

  /// `{ first = second by "reason" … }`.
  private mutating func derivationLines(_ parts: inout Parts) throws -> [Examination.DerivationLine] {
    let saved = (ignoresLineEnds, allowsOpenRange, isInsideIndex)
    defer { (ignoresLineEnds, allowsOpenRange, isInsideIndex) = saved }
    (ignoresLineEnds, allowsOpenRange, isInsideIndex) = (false, false, false)
    openBrackets.append(position)
    defer { openBrackets.removeLast() }
    let opening = advance()
    var lines: [Examination.DerivationLine] = []
    while !at(.closeBrace), !isAtEnd {
      let start = position
      checkWords.steps.insert(position)
      var relation: Examination.DerivationLine.Relation?
      if !lines.isEmpty {
        guard let found = relationHere else { throw missing(.derivationRelation) }
        relation = found
        advance()
      }
      let value = parts.add(try expression(Precedence.comparison + 1))
      var reason: String?
      if takeWord("by", beginsClause: true) {
        reason = try self.reason()
      }
      lines.append(
        Examination.DerivationLine(relation: relation, value: value, reason: reason, span: span(from: start)))
    }
    try expectClosing(.closeBrace, of: opening)
    guard lines.count > 1 else { throw failure(.derivationTooShort, at: span(of: opening)) }
    return lines
  }

  private var relationHere: Examination.DerivationLine.Relation? {
    guard case .sign(let sign) = token().kind else { return nil }
    return switch sign {
    case .assign, .equal: .equal
    case .near: .near
    case .less: .less
    case .lessEqual: .lessEqual
    case .greater: .greater
    case .greaterEqual: .greaterEqual
    default: nil
    }
  }

  /// The text after `by`.
  private mutating func reason() throws -> String {
    guard token().kind == .textStart else { throw missing(.reasonIsText) }
    let start = position
    guard case .text(let pieces) = try text().kind else { return "" }
    return try pieces.map { piece in
      guard case .literal(let literal) = piece else { throw failure(.reasonIsText, at: span(from: start)) }
      return literal
    }.joined()
  }

  /// The statement, its parts as functions in a tuple.
  private mutating func examination(
    _ kind: Examination.Kind, _ title: Examination.Part?, _ settings: [Examination.Setting], _ parts: Parts,
    from start: Int
  ) throws -> Statement.Kind {
    var functions: [CallArgument] = []
    for (value, parameters) in parts.expressions {
      let function = FunctionExpression(
        name: nil, parameters: parameters, result: nil,
        body: Block([Statement(.expression(value), value.span)], value.span),
        span: value.span, id: makeID())
      functions.append(
        CallArgument(label: nil, value: Expression(.function(function), value.span, id: makeID())))
    }
    let whole = span(from: start)
    let tuple = Expression(.tuple(functions), whole, id: makeID())
    let body = FunctionExpression(
      name: nil, parameters: settings.map { .init(name: $0.name, shape: nil, standard: nil) }, result: nil,
      body: Block([Statement(.expression(tuple), whole)], whole), span: whole, id: makeID())
    return .examine(Examination(kind: kind, title: title, settings: settings, parts: body))
  }
}
