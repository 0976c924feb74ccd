// Names from other languages, answered with what Aula writes for them.
import Diagnostics
import Syntax

extension Analyser {
  /// `np.exp`, `x.shape`: what follows a dot is known only when it runs, unless the root is no value at all.
  mutating func visitMember(_ member: Expression, called: CallSite?) {
    var path: [Name] = []
    var root = member
    while case .member(let value, let name) = root.kind {
      path.append(name)
      root = value
    }
    guard case .name(let name) = root.kind, find(name) == nil, let last = path.first else {
      visit(root)
      return
    }
    if NameHabits.modules.contains(name) {
      reportModule(name, last, member, called)
    } else {
      visit(root)
    }
  }

  private mutating func reportModule(_ module: String, _ last: Name, _ member: Expression, _ called: CallSite?) {
    guard reportedNames.insert("\(module).\(last.text)").inserted else { return }
    let whole = ([module] + Self.names(of: member)).joined(separator: ".")
    let values: [String: Phrase] = ["name": .text(module), "path": .text(whole)]
    for spelling in [last.text, last.text.lowercased()] where find(spelling) != nil {
      report(
        Diagnostic(
          .moduleDot, at: member.span, values.merging(["aula": .text(spelling)]) { $1 },
          fix: Diagnostic.Fix(member.span, spelling)))
      return
    }
    if let answer = NameHabits.answers[last.text] {
      var diagnostic = Diagnostic(.moduleDot, at: member.span, values.merging(["aula": .text(answer.aula)]) { $1 })
      if let name = answer.name { diagnostic.fix = Diagnostic.Fix(member.span, name) }
      report(diagnostic)
      return
    }
    var diagnostic = Diagnostic(.moduleUnknown, at: member.span, values)
    let near = Suggestions.nearest(to: last.text, among: namesInSight, limit: 3)
    if !near.isEmpty { diagnostic.notes = [Diagnostic.Note(.didYouMean, ["near": .choice(near)])] }
    report(diagnostic)
  }

  /// The names after the dots, first to last.
  private static func names(of member: Expression) -> [String] {
    var names: [String] = []
    var rest = member
    while case .member(let value, let name) = rest.kind {
      names.append(name.text)
      rest = value
    }
    return names.reversed()
  }

  /// What to say to a name that another language has and Aula has not; nil for all other names.
  mutating func habit(_ name: String, at span: Span, called: CallSite?) -> Diagnostic? {
    let value: [String: Phrase] = ["name": .text(name)]
    if let prime = name.last, prime == "′" || prime == "'" {
      let matrix = String(name.dropLast())
      guard find(matrix) != nil else { return nil }
      return Diagnostic(
        .primeTranspose, at: span, ["name": .text(name), "matrix": .text(matrix)],
        fix: Diagnostic.Fix(span, "\(matrix).T"))
    }
    if name == "range" || name == "xrange" { return rangeHabit(at: span, called) }
    // A later cell may well define `size` or `filter`; a function that only names it is warned of, no more.
    guard called != nil || !isInFunction else { return nil }
    if NameHabits.modules.contains(name) {
      return Diagnostic(.moduleUnknown, at: span, ["name": .text(name), "path": .text(name)])
    }
    if NameHabits.inputs.contains(name) { return Diagnostic(.noInput, at: span, value) }
    if NameHabits.mutations.contains(name) { return Diagnostic(.neverChanges, at: span, value) }
    if let answer = NameHabits.answers[name] {
      var diagnostic = Diagnostic(.otherName, at: span, ["name": .text(name), "aula": .text(answer.aula)])
      if let name = answer.name { diagnostic.fix = Diagnostic.Fix(span, name) }
      return diagnostic
    }
    return nil
  }

  /// `range(10)` → `0..10`.
  private func rangeHabit(at span: Span, _ called: CallSite?) -> Diagnostic {
    let parts = (called?.arguments ?? []).map { $0.label == nil ? Self.simpleText($0.value) : nil }
    let texts = parts.compactMap { $0 }
    guard let called, texts.count == parts.count, (1...3).contains(texts.count) else {
      return Diagnostic(.rangeCall, at: span, ["aula": "0..10"])
    }
    let range =
      switch texts.count {
      case 1: "0..\(texts[0])"
      case 2: "\(texts[0])..\(texts[1])"
      default: "\(texts[0])..\(texts[1]) by \(texts[2])"
      }
    return Diagnostic(
      .rangeCall, at: called.call.span, ["aula": .text(range)], fix: Diagnostic.Fix(called.call.span, range))
  }

  /// How a whole number or a name was written.
  private static func simpleText(_ expression: Expression) -> String? {
    switch expression.kind {
    case .number(let value): Int(exactly: value).map { "\($0)" }
    case .name(let name): name
    default: nil
    }
  }
}
