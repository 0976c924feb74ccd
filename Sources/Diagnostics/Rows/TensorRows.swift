// What an operation over tensors can refuse, in order of codes.

extension DiagnosticCatalogue {
  /// Shapes, values, derivatives and limits of tensors: one row for each way an operation refuses.
  package static let tensorRows: [DiagnosticRow] = [
    .shapesDoNotMeet, .innerSizes, .wrongShape, .cannotReshape, .noSuchAxis, .repeatedAxis, .indexOutside,
    .emptyReduction, .tooManyAxes, .assignedShape,
    .wrongPrecision, .wrongOption, .missingArgument, .unknownArgument, .tooManyArguments, .wrongKind, .singularMatrix,
    .notPositiveDefinite, .notConverged, .doesNotBelong, .foreignTensor, .endedTensor,
    .notDifferentiable, .notScalar, .cannotLook,
    .outOfMemory, .stopped, .graphTooLarge,
  ]
}
