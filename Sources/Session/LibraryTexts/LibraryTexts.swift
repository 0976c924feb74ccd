// The library written in Aula, as text. Made by scripts/embed-library.sh.

/// A file of the library.
package struct LibraryText: Sendable {
  package let name: String
  /// What it defines for sessions.
  package let names: [String]
  package let text: String
}

enum LibraryTexts {
  /// Every file.
  static let all: [LibraryText] = [
    convolutional, data, distributions, distributionsGamma, initialisers, layers, learning, losses, metrics,
    recurrent, schedules,
  ]
}
