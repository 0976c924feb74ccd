// A session run from a list of inputs and put into a picture: what the README shows is what the program does.
import Session

extension SessionPicture {
  /// What stands before an input and before its further lines.
  package struct Signs: Sendable {
    package var first: String
    package var further: String

    package init(first: String = "> ", further: String = "… ") {
      self.first = first
      self.further = further
    }
  }

  /// A picture of a session with these inputs, which are separated by empty lines. Everything in it was evaluated and
  /// printed as a terminal gets it; only the keys were not pressed.
  package static func recording(
    _ script: String, title: String, columns: Int = 80, seed: UInt64 = 7, signs: Signs = Signs()
  ) -> SessionPicture {
    let look = Look(columns: columns, rows: 18, colours: .full, language: .en, isInteractive: true)
    var options = SessionOptions()
    options.language = look.language
    options.style = look.textStyle
    let session = Session(seed: seed, options: options)
    var picture = SessionPicture(title: title, columns: columns)
    for input in inputs(of: script) {
      for (index, line) in ScreenText.lines(of: input).enumerated() {
        let sign = index == 0 ? Ink.heading.paint(signs.first, look) : Ink.dim.paint(signs.further, look)
        picture.write(sign + line + "\n")
      }
      var output = ""
      let printer = EventPrinter(look: look, terminal: nil) { output += $0 }
      printer.finish(session.run(input) { printer.show($0) })
      picture.write(output)
    }
    picture.write(Ink.heading.paint(signs.first, look) + "█")
    return picture
  }

  private static func inputs(of script: String) -> [String] {
    var inputs: [[String]] = [[]]
    for line in ScreenText.lines(of: script) {
      if line.allSatisfy({ $0 == " " }) {
        inputs.append([])
      } else {
        inputs[inputs.count - 1].append(line)
      }
    }
    return inputs.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
  }
}
