// Files that could not be read or written, as diagnostics: which, why, and the way out.
import Diagnostics
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension Diagnostic {
  /// A file that could not be read.
  static func unreadable(_ path: String, _ code: Int32) -> Diagnostic {
    if code == ENOENT || code == ENOTDIR || code == ENAMETOOLONG {
      return Diagnostic(.inputMissing, at: .nowhere, ["path": .text(path), "folder": .text(TextFiles.currentFolder)])
    }
    return Diagnostic(.inputUnreadable, at: .nowhere, path, SystemReason(code))
  }

  /// A file that could not be written.
  static func unwritable(_ path: String, _ code: Int32) -> Diagnostic {
    Diagnostic(.outputUnwritable, at: .nowhere, path, SystemReason(code))
  }

  private init(_ row: DiagnosticRow, at span: Span, _ path: String, _ reason: SystemReason) {
    let values: [String: Phrase] = ["path": .text(path), "reason": reason.reason]
    self.init(row, at: span, values, notes: reason.advice.map { [Diagnostic.Note($0, values)] } ?? [])
  }
}
