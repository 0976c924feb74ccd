// What analysis finds before anything runs, in order of codes.

extension DiagnosticCatalogue {
  /// Names of other languages, names, calls, and places where a statement cannot stand.
  package static let analysisRows: [DiagnosticRow] =
    nameHabitRows + [
      .unknownName, .unknownNameInFunction, .nameTooEarly, .memberTooEarly, .nameEnded, .nameTwice,
      .assignsUnknown, .rebindsFixed, .rebindsSession, .rebindsCaptured, .rebindsCell, .recordTaken, .unknownSize,
      .callLacks, .callHasTooMany, .callLabelUnknown, .argumentTwice, .sameLabelTwice, .positionalAfterLabel,
      .outsideLoop, .returnOutside, .paramInside, .stateOutside, .useInside, .cannotLearn, .droppedComparison,
      .droppedValue,
    ]

  /// Names from Python, NumPy, PyTorch, Octave and Julia.
  package static let nameHabitRows: [DiagnosticRow] = [
    .otherName, .moduleDot, .moduleUnknown, .rangeCall, .primeTranspose, .noInput, .neverChanges,
  ]
}
