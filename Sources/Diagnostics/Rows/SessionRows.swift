// What a session can refuse: limits, files, and how a host uses it. In order of codes.

extension DiagnosticCatalogue {
  /// Limits of an evaluation, files that `use` names, functions of the host, and calls that do not fit.
  package static let sessionRows: [DiagnosticRow] = [
    .tooManySteps, .callsTooDeep, .tooLong, .tooManyBytes, .cellTooLong,
    .fileMissing, .fileTooLarge, .fileNotText, .fileOutside, .fileUnreadable, .fileUsesItself, .tooManyFiles,
    .sessionBusy, .foreignSnapshot, .hostFailed, .hostResult,
  ]

  /// Rows that need a limit, files or a host to come about. Their examples show the situation and are not run by
  /// themselves.
  package static let sessionRowsWithoutProgram: Set<String> = [
    DiagnosticRow.tooManySteps.code, DiagnosticRow.tooLong.code, DiagnosticRow.tooManyBytes.code,
    DiagnosticRow.cellTooLong.code,
    DiagnosticRow.fileTooLarge.code, DiagnosticRow.fileNotText.code, DiagnosticRow.fileOutside.code,
    DiagnosticRow.fileUnreadable.code, DiagnosticRow.fileUsesItself.code, DiagnosticRow.tooManyFiles.code,
    DiagnosticRow.sessionBusy.code, DiagnosticRow.foreignSnapshot.code, DiagnosticRow.hostFailed.code,
    DiagnosticRow.hostResult.code,
  ]
}
