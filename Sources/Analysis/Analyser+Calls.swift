// Calls: whether the arguments fit what is called, where that is certain.
import Diagnostics
import Syntax

extension Analyser {
  /// A call whose callee is a name: what messages about the name may say about it.
  struct CallSite {
    let call: Expression
    let arguments: [CallArgument]
  }

  mutating func visitCall(_ call: Expression, _ callee: Expression, _ arguments: [CallArgument]) {
    var shape: (CallShape, Symbol)?
    let site = CallSite(call: call, arguments: arguments)
    switch callee.kind {
    case .name(let name):
      if let symbol = use(name, at: callee.span, called: site), let known = certainSignature(of: symbol) {
        shape = (known, symbol)
      }
    case .member: visitMember(callee, called: site)
    default: visit(callee)
    }
    for argument in arguments { visit(argument.value) }
    let isOrderly = checkLabels(arguments) && checkOrder(arguments)
    if let (shape, symbol) = shape, isOrderly { check(arguments, against: shape, of: symbol, in: call, callee: callee) }
  }

  /// What a call of a name takes, unless it may mean something else by the time it is called.
  private func certainSignature(of symbol: Symbol) -> CallShape? {
    guard let signature = symbol.signature, !signature.acceptsAnything else { return nil }
    if symbol.owner != nil { return signature }
    if let known = symbol.known {
      if known.isLibrary { return planned[symbol.name] == nil ? signature : nil }
      return isInFunction || known.kind == .variable ? nil : signature
    }
    // A function looks the name up when it runs; of several definitions it may meet any.
    return isInFunction && (planned[symbol.name]?.count ?? 0) > 1 ? nil : signature
  }

  /// Reports labels that come twice.
  @discardableResult
  mutating func checkLabels(_ arguments: [CallArgument]) -> Bool {
    var seen: [String: Span] = [:]
    for argument in arguments {
      guard let label = argument.label else { continue }
      if let first = seen[label.text] {
        report(
          Diagnostic(
            .sameLabelTwice, at: label.span, ["name": .text(label.text)], labels: [Diagnostic.Label(first, .firstTime)])
        )
        return false
      }
      seen[label.text] = label.span
    }
    return true
  }

  /// Reports an argument without a label after one with a label.
  private mutating func checkOrder(_ arguments: [CallArgument]) -> Bool {
    guard let first = arguments.firstIndex(where: { $0.label != nil }),
      let late = arguments[first...].first(where: { $0.label == nil })
    else { return true }
    report(
      Diagnostic(
        .positionalAfterLabel, at: late.value.span,
        labels: arguments[first].label.map { [Diagnostic.Label($0.span, .firstLabel)] } ?? []))
    return false
  }

  private mutating func check(
    _ arguments: [CallArgument], against shape: CallShape, of symbol: Symbol, in call: Expression, callee: Expression
  ) {
    let name = Phrase.text(symbol.name)
    let positional = arguments.filter { $0.label == nil }
    var labelled: Set<String> = []
    for argument in arguments {
      guard let label = argument.label else { continue }
      guard let place = shape.parameters.firstIndex(where: { $0.name == label.text }) else {
        reportLabel(label, of: symbol, shape)
        return
      }
      let isRepeatedBefore = shape.parameters[..<place].contains(where: \.isRepeated)
      if place < positional.count, !isRepeatedBefore {
        report(
          Diagnostic(
            .argumentTwice, at: label.span, ["name": name, "label": .text(label.text)],
            labels: [Diagnostic.Label(positional[place].value.span, .firstTime)]))
        return
      }
      labelled.insert(label.text)
    }
    let open = shape.parameters.filter { !labelled.contains($0.name) }
    if positional.count > open.count, !open.contains(where: \.isRepeated) {
      let extra = positional[open.count].value.span.joined(with: positional[positional.count - 1].value.span)
      report(
        Diagnostic(
          .callHasTooMany, at: extra,
          [
            "name": name, "most": counted(shape.parameters.count), "given": "\(arguments.count)",
            "signature": .text(Self.written(symbol.name, shape)),
          ], labels: madeHere(symbol)))
      return
    }
    let needed = open.filter { !$0.isOptional }
    guard positional.count < needed.count else { return }
    // Those without a standard value come first as a rule; what is missing are the last ones.
    let given = open.prefix(positional.count).map(\.name)
    let missing = needed.map(\.name).filter { !given.contains($0) }
    report(
      Diagnostic(
        .callLacks, at: callee.span.joined(with: call.span),
        ["name": name, "missing": Self.listed(missing), "signature": .text(Self.written(symbol.name, shape))],
        labels: madeHere(symbol)))
  }

  private mutating func reportLabel(_ label: Name, of symbol: Symbol, _ shape: CallShape) {
    let near = Suggestions.nearest(to: label.text, among: shape.parameters.map(\.name), limit: 3)
    var diagnostic = Diagnostic(
      .callLabelUnknown, at: label.span,
      ["name": .text(symbol.name), "label": .text(label.text), "signature": .text(Self.written(symbol.name, shape))],
      labels: madeHere(symbol))
    if !near.isEmpty { diagnostic.notes.append(Diagnostic.Note(.didYouMean, ["near": .choice(near)])) }
    if near.count == 1 { diagnostic.fix = Diagnostic.Fix(label.span, near[0]) }
    report(diagnostic)
  }

  /// `x |> f` gives f one argument.
  mutating func checkPiped(into symbol: Symbol, at span: Span) {
    guard let shape = certainSignature(of: symbol) else { return }
    let name = Phrase.text(symbol.name)
    let signature = Phrase.text(Self.written(symbol.name, shape))
    let needed = shape.parameters.filter { !$0.isOptional }
    if shape.parameters.isEmpty {
      report(
        Diagnostic(
          .callHasTooMany, at: span, ["name": name, "most": counted(0), "given": "1", "signature": signature],
          labels: madeHere(symbol)))
    } else if needed.count > 1 {
      let missing = Self.listed(needed.dropFirst().map(\.name))
      report(
        Diagnostic(
          .callLacks, at: span, ["name": name, "missing": missing, "signature": signature],
          labels: madeHere(symbol)))
    }
  }

  private func counted(_ count: Int) -> Phrase { .words(.arguments(count)) }

  /// Names in backticks, one after the other.
  private static func listed(_ names: [String]) -> Phrase { .text(names.map { "`\($0)`" }.joined(separator: ", ")) }

  /// A signature as messages show it: `conv2d(x, filters, stride?)`.
  static func written(_ name: String, _ shape: CallShape) -> String {
    let parts = shape.parameters.map { $0.name + ($0.isRepeated ? "…" : $0.isOptional ? " = …" : "") }
    return "\(name)(\(parts.joined(separator: ", ")))"
  }

  /// A label at the place where a name was made, if a program made it.
  func madeHere(_ symbol: Symbol) -> [Diagnostic.Label] {
    symbol.definition == .nowhere ? [] : [Diagnostic.Label(symbol.definition, .madeHere, ["name": .text(symbol.name)])]
  }
}
