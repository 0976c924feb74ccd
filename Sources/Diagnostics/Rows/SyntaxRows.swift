// What can be wrong with the way a program is written, in order of codes.

extension DiagnosticCatalogue {
  /// Characters, texts, what is missing, and what cannot stand where it stands.
  package static let syntaxRows: [DiagnosticRow] =
    [
      .unknownCharacter, .invisibleCharacter, .lookalike, .numberTooLarge, .numberEndsInPoint, .unfinishedText,
      .unknownEscape, .unfinishedValue, .emptyValue, .unknownFormat,
      .missingValue, .missingName, .missingBlock, .missingBody, .missingParameters, .missingShape,
      .missingSize, .missingIn, .unclosedBracket, .strayClosing, .valuesSideBySide, .statementsSideBySide,
      .unexpectedSign, .unexpectedEquals,
      .reservedWord, .statementAsValue, .namedFunctionAsValue, .bindingWithoutValue, .assignmentToPart,
      .drawWithoutLet, .nothingAsValue, .arrowIsShape, .lambdaParameters, .notAMember, .strayElse, .learningPart,
      .updateWithoutBy, .usePath, .rangeOfRange, .openRange, .withinNeedsNear, .needsParentheses, .gradientOfWhat,
      .comprehensionInCall, .comprehensionOfSeveral, .dotsTwice, .sizeNotWhole, .nestedTooDeeply, .chainTooLong,
      .lineBeginsWithSign,
    ] + checkRowsOfSyntax
}

extension Words {
  /// Under the place where a closing bracket would have fitted.
  package static let expectedHere = Words(
    en: "`{wanted}` would fit here", es: "aquí cabría `{wanted}`", pt: "aqui caberia `{wanted}`")
}
