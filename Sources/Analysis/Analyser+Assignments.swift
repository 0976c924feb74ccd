// Re-binding: only a `var`, and only by the function or cell that made it.
import Diagnostics
import Syntax

extension Analyser {
  /// `name = value`, `(a, b) = value`.
  mutating func assign(to pattern: Pattern) {
    var seen: [String: Span] = [:]
    for name in pattern.names {
      if let first = seen[name.text] {
        report(
          Diagnostic(
            .nameTwice, at: name.span, ["name": .text(name.text)], labels: [Diagnostic.Label(first, .firstTime)]))
        continue
      }
      seen[name.text] = name.span
      assign(to: name, isAlone: isAlone(pattern))
    }
  }

  private func isAlone(_ pattern: Pattern) -> Bool {
    if case .name = pattern { true } else { false }
  }

  private mutating func assign(to name: Name, isAlone: Bool) {
    let values: [String: Phrase] = ["name": .text(name.text)]
    guard let symbol = find(name.text) else {
      assignToUnknown(name, isAlone: isAlone)
      return
    }
    resolution.symbols[name.span] = symbol
    let kind = symbol.known?.kind ?? symbol.kind
    if symbol.owner == nil, isInFunction, symbol.known?.isLibrary != true, kind == .variable || kind == .constant {
      report(Diagnostic(.rebindsSession, at: name.span, values, labels: madeHere(symbol)))
      return
    }
    if let owner = symbol.owner, owner != context.owner, kind == .variable || kind == .constant {
      report(Diagnostic(.rebindsCaptured, at: name.span, values, labels: madeHere(symbol)))
      return
    }
    guard symbol.known?.isLibrary == true || kind != .variable else { return }
    report(refusal(to: name, symbol, kind, isAlone: isAlone))
  }

  private func refusal(to name: Name, _ symbol: Symbol, _ kind: Symbol.Kind, isAlone: Bool) -> Diagnostic {
    if kind == .cell, symbol.known?.isLibrary != true {
      return Diagnostic(.rebindsCell, at: name.span, ["name": .text(name.text)], labels: madeHere(symbol))
    }
    let what: Words
    if symbol.known?.isLibrary == true {
      what = .partOfTheLanguage
    } else {
      switch kind {
      case .function: what = .aFunction
      case .model: what = .aModel
      case .parameter: what = .aParameter
      case .dimension: what = .aSize
      case .series: what = .aSeries
      default: what = letPlaces[symbol.definition] == nil && symbol.known == nil ? .aLoopName : .aConstant
      }
    }
    var diagnostic = Diagnostic(
      .rebindsFixed, at: name.span, ["name": .text(name.text), "what": .words(what)], labels: madeHere(symbol))
    if let word = letPlaces[symbol.definition] {
      diagnostic.notes = [Diagnostic.Note(.letToVar)]
      diagnostic.fix = Diagnostic.Fix(word, "var")
    } else if symbol.known == nil, isAlone, context.loopDepth == 0 {
      diagnostic.notes = [Diagnostic.Note(.coverWithLet, ["name": .text(name.text)])]
      diagnostic.fix = Diagnostic.Fix(name.span.start, "let ")
    }
    return diagnostic
  }

  private mutating func assignToUnknown(_ name: Name, isAlone: Bool) {
    guard reportedNames.insert(name.text).inserted else { return }
    let values: [String: Phrase] = ["name": .text(name.text)]
    var diagnostic = Diagnostic(.assignsUnknown, at: name.span, values)
    if let ended = endedNames[name.text] {
      diagnostic.labels = [Diagnostic.Label(ended.definition, .endedHere, values)]
    } else {
      let near = Suggestions.nearest(to: name.text, among: variableNames, limit: 3)
      if !near.isEmpty { diagnostic.notes = [Diagnostic.Note(.didYouMean, ["near": .choice(near)])] }
    }
    if isAlone, context.loopDepth == 0 {
      diagnostic.fix = Diagnostic.Fix(name.span.start, "let ")
    }
    report(diagnostic)
    // So that later uses are not reported as well.
    define(name, .variable)
  }

  private var variableNames: [String] {
    scopes.flatMap { $0.symbols.values.filter { $0.kind == .variable }.map(\.name) }
  }
}

extension Span {
  /// The place before its first letter.
  fileprivate var start: Span { Span(source: source, lower: lower, upper: lower) }
}
