// All kinds of problems in one list: the pages, the tests and `help E0401` read it.

/// Every kind of problem that a program can have.
public enum DiagnosticCatalogue {
  /// All rows, by the rooms they come from.
  public static let rows: [DiagnosticRow] =
    syntaxRows + habitRows + analysisRows + tensorRows + machineRows + sessionRows + figureRows
    + commandRows + promptRows + lessonTextRows + lessonFileRows + lessonTestRows + learnRows

  /// What a running program can meet.
  package static let machineRows =
    (runRows + checkRows + operatorRows + nativeRows + libraryRows + estimateRows + chanceRows)
    .sorted {
      $0.code < $1.code
    }

  /// The row of a code such as `E0401`, in capitals or not.
  public static func row(code: String) -> DiagnosticRow? { byCode[code.uppercased()] }

  private static let byCode = Dictionary(rows.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
}
