// A problem found in the library, told where a person can do something about it: at their own call.

extension Diagnostic {
  /// What stands at a call that led to a problem.
  package static let calledFromHere = Words(en: "called from here", es: "llamada desde aquí", pt: "chamada daqui")

  private static let thisCall = Words(en: "in this call", es: "en esta llamada", pt: "nesta chamada")
  private static let inLibrary = Words(
    en: "found here, in the library", es: "encontrado aquí, en la biblioteca", pt: "encontrado aqui, na biblioteca")

  /// The same problem at the innermost call outside of the library, where there is one.
  package func atCaller(in sources: Sources) -> Diagnostic {
    guard let found = sources[span.source], found.isLibrary,
      let call = labels.first(where: { sources[$0.span.source]?.isLibrary == false })
    else { return self }
    // Calls between two places of the library are nothing to a reader, and nobody can mend its text.
    let others = labels.filter { $0.span != call.span && $0.words != Self.calledFromHere }
    var moved = Diagnostic(
      row, at: call.span, values, labels: [Label(span, Self.inLibrary)] + others, notes: notes)
    moved.label = Note(Self.thisCall)
    return moved
  }
}
