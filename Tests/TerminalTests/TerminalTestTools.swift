// What the tests of the terminal share: a session whose events are printed into a text.
import AulaRuntime
import Terminal

/// Collects what a printer writes.
final class Paper {
  var text = ""
  var pieces: [String] = []

  func add(_ piece: String) {
    text += piece
    pieces.append(piece)
  }
}

/// A terminal that answers what it is told to.
final class PretendedTerminal: PictureTerminal {
  var answer = TerminalAnswer()
  var afterwards: [UInt8] = []
  private(set) var questions = 0

  func ask() -> TerminalAnswer {
    questions += 1
    return answer
  }

  func late() -> [UInt8] {
    defer { afterwards = [] }
    return afterwards
  }
}

enum Printed {
  /// What stands on the screen after cells.
  static func text(
    of cells: [String], _ look: Look, _ options: EventPrinter.Options = EventPrinter.Options()
  ) -> String { each(of: cells, look, options).joined() }

  /// What each of the cells wrote.
  static func each(
    of cells: [String], _ look: Look, _ options: EventPrinter.Options = EventPrinter.Options()
  ) -> [String] {
    var settings = SessionOptions()
    settings.language = look.language
    settings.style = look.textStyle
    let session = Session(seed: 7, options: settings)
    let paper = Paper()
    let printer = EventPrinter(look: look, options: options, terminal: nil) { paper.add($0) }
    return cells.map { cell in
      paper.text = ""
      printer.finish(session.run(cell) { printer.show($0) })
      return paper.text
    }
  }
}

extension String {
  /// The text without the sequences that colour it.
  var withoutColours: String {
    var result = ""
    var isInside = false
    for character in self {
      if character == "\u{1b}" {
        isInside = true
      } else if !isInside {
        result.append(character)
      } else if character == "m" {
        isInside = false
      }
    }
    return result
  }

  var lines: [String] { split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
}

enum Cells {
  /// Values of every kind, pictures, problems and warnings.
  static let various = [
    "let x = [1, 2, 3]", "x", "float32(0.5)", "1 / 3", "let A = normal(3, 4)\nA", "normal(30, 64) * 1000",
    "zeros(2, 3, 4, 5)", "[true, false]", "[0, 1/0, -1/0, 0/0]", "(mu: x, logvar: A, name: \"hello wörld θ ≈ 漢字\")",
    "fn logistic(t: [n], steepness = 2, middle = 0) -> [n] = 1 / (1 + exp(-t))\nlogistic",
    "model Dense(n, m) { param W = zeros(n, m)\n param b = zeros(m)\n fn (x) = x @ W + b }\nlet D = Dense(784, 100)",
    "D", "x + [1, 2]", "A @ A", "nobody(3)", "1 + ) 2", "let θ′ = 3 * x[7]", "error(\"¿qué pasa? 漢字漢字漢字漢字漢字漢字\")",
    "let y = linspace(-3, 3, 61)\nplot(y, sin(y))", "image(reshape(linspace(0, 1, 64), 8, 8))",
    "\"a text that is much longer than a narrow screen is wide, and has to be cut somewhere at a blank\"",
    "adam(1e-3)", "0..10 by 2", "(1, (2, (3, (4, 5))), [[1, 2], [3, 4]])", "Normal(0, [1, 2])",
    "var i = 0\nwhile i < 3 { i = i + 1 }\ni", "x - x", "\"漢字\"", "expect(Normal(0, 1), z -> z^2)",
  ]
}
