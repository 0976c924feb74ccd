// Which numeric libraries of the system were found: for people who ask why something is slow.
import CLibraries

/// The system's numeric libraries. Asking opens them, if nothing did before.
package enum NumericLibraries {
  /// One of them: whether it is in use, and its version and file, or why it is not.
  package struct Library: Sendable, Hashable {
    package let name: String
    package let isInUse: Bool
    package let description: String
  }

  /// All that are looked for.
  package static var all: [Library] {
    let text = String(cString: cl_describe())
    // The description of the second begins with its name; the first may hold semicolons of its own.
    let cut = text.firstRange(of: "; oneDNN")
    let first = cut.map { String(text[..<$0.lowerBound]) } ?? text
    let second = cut.map { "oneDNN" + text[$0.upperBound...] } ?? ""
    return [
      Library(name: "OpenBLAS", isInUse: cl_has_openblas() != 0, description: first),
      Library(name: "oneDNN", isInUse: cl_has_onednn() != 0, description: second),
    ]
  }
}
