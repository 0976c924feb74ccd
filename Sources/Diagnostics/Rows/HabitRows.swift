// What people bring along from other languages, in order of codes.

extension DiagnosticCatalogue {
  /// Spellings of Python, NumPy, Octave, Julia and C, each answered in one line with ours.
  package static let habitRows: [DiagnosticRow] = [
    .powerStars, .logicSigns, .tripleEqual, .angleNotEqual, .fatArrow, .dottedSigns, .quoteTranspose, .foreignComment,
    .floorDivision, .percentModulo, .verticalBar, .textPrefix, .singleQuotes, .curlyQuotes, .tripleQuotes,
    .backslashSolve, .backslashName, .impliedProduct, .compoundAssign, .increment, .arrowAssign, .equalsCondition,
    .equalsArgument, .declarationWord, .globalWord, .deleteWord, .nothingWord, .capitalTruth, .selfWord,
    .functionWord, .lambdaWord, .classWord, .importWord, .endWord, .endInIndex, .passWord, .elseIfWord, .tryWord,
    .assertWord, .asyncWord, .switchWord, .blockWord, .colonBlock, .colonRange, .colonSlice, .loopEquals,
    .loopParentheses, .ternary, .semicolonRows, .spacesInTensor, .labelText,
  ]
}
