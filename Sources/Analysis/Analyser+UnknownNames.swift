// Names that mean nothing: what was probably meant.
import Diagnostics
import Syntax

extension Analyser {
  /// Reports a name that means nothing here, once.
  mutating func reportUnknown(_ name: String, at span: Span, called: CallSite?) {
    guard isInCheck || reportedNames.insert(name).inserted else { return }
    let values: [String: Phrase] = ["name": .text(name)]
    if let later = definedLater(name) {
      var diagnostic = Diagnostic(
        later.isMember ? .memberTooEarly : .nameTooEarly, at: span, values,
        labels: [Diagnostic.Label(later.span, .definedHere, values)])
      if beingMade.contains(later.span) { diagnostic.notes = [Diagnostic.Note(.ownName, values)] }
      report(diagnostic)
      return
    }
    if let ended = endedNames[name] {
      report(
        Diagnostic(.nameEnded, at: span, values, labels: [Diagnostic.Label(ended.definition, .endedHere, values)]))
      return
    }
    if let diagnostic = habit(name, at: span, called: called) {
      if !isInCheck || reportedNames.insert(name).inserted { report(diagnostic) }
      return
    }
    let row: DiagnosticRow = isInFunction && !isInCheck ? .unknownNameInFunction : .unknownName
    var diagnostic = Diagnostic(row, at: span, values)
    let near = Suggestions.nearest(to: name, among: namesInSight, limit: 3)
    if !near.isEmpty { diagnostic.notes = [Diagnostic.Note(.didYouMean, ["near": .choice(near)])] }
    // Of the names of one letter all are near.
    if near.count == 1, name.count > 2 { diagnostic.fix = Diagnostic.Fix(span, near[0]) }
    if isInCheck {
      resolution.unknownInChecks[span] = diagnostic
      return
    }
    report(diagnostic)
  }

  /// Where an enclosing block defines a name after this place.
  private func definedLater(_ name: String) -> (span: Span, isMember: Bool)? {
    for (depth, scope) in scopes.enumerated().reversed() {
      if let span = scope.upcoming[name] { return (span, scope.isModel && depth > 0) }
    }
    return nil
  }

  /// Every name that could stand here.
  var namesInSight: [String] {
    var names = scopes.flatMap { $0.symbols.keys } + session.allNames
    if isInFunction { names += planned.keys }
    return Set(names).sorted()
  }
}
