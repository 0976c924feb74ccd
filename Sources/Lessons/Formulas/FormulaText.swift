// A formula in characters: on one line, or with fractions and limits above each other.
import Diagnostics
import Figures

/// How a formula is written in characters.
package struct FormulaTextStyle: Sendable {
  /// Fractions and limits stand above each other.
  let isStacked: Bool
  let isASCII: Bool
  /// How much room there is; a stacked formula that is wider is written in lines and broken at its signs.
  let columns: Int

  /// On one line, as in a sentence.
  package static func line(ascii: Bool = false) -> FormulaTextStyle {
    FormulaTextStyle(isStacked: false, isASCII: ascii, columns: .max)
  }

  /// On lines of its own.
  package static func display(columns: Int, ascii: Bool = false) -> FormulaTextStyle {
    FormulaTextStyle(isStacked: true, isASCII: ascii, columns: max(columns, 20))
  }
}

extension Formula {
  /// The formula in characters. `value` gives the text for each `\val{…}`.
  package func unicode(_ style: FormulaTextStyle = .line(), value: (ValueText) -> String = { $0.source }) -> String {
    withoutActuallyEscaping(value) { value in
      let writer = FormulaWriter(isASCII: style.isASCII, isStacked: style.isStacked, isTight: false, value: value)
      guard style.isStacked else { return writer.row(parts).text }
      let box = writer.row(parts)
      let lines = box.width <= style.columns ? box.lines : writer.inLine().broken(parts, columns: style.columns)
      return lines.map { line in
        var line = Substring(line)
        while line.last == " " { line.removeLast() }
        return String(line)
      }.joined(separator: "\n")
    }
  }
}

/// Writes the parts of one formula.
struct FormulaWriter {
  let isASCII: Bool
  let isStacked: Bool
  /// In scripts, where there are no blanks.
  let isTight: Bool
  let value: (ValueText) -> String

  func inLine() -> FormulaWriter { FormulaWriter(isASCII: isASCII, isStacked: false, isTight: isTight, value: value) }

  func tight() -> FormulaWriter { FormulaWriter(isASCII: isASCII, isStacked: false, isTight: true, value: value) }

  /// A part, and what has to be known to put something beside it.
  struct Atom {
    var box: TextBox
    let place: FormulaPlace
    /// A letter right behind it would seem to belong to it: x_max y.
    var isOpenEnded = false
    /// It is spelled with several letters: 2 theta.
    var isSpelled = false

    var isBar: Bool { ["|", "||", "‖"].contains(box.text) }
  }

  // MARK: Rows

  func row(_ parts: [FormulaPart]) -> TextBox { row(of: atoms(parts)) }

  /// Parts that are written already: twice at every level would be without end.
  func row(of atoms: [Atom]) -> TextBox {
    var boxes: [TextBox] = []
    for (index, atom) in atoms.enumerated() {
      if index > 0 { boxes.append(TextBox(TextBox.blanks(gap(atoms[index - 1], atom)))) }
      boxes.append(atom.box)
    }
    return .row(boxes)
  }

  func atoms(_ parts: [FormulaPart]) -> [Atom] {
    var last = FormulaPlace.space
    return zip(parts, FormulaPlace.places(of: parts)).map { part, place in
      defer { last = place }
      let atom = atom(part, place)
      // The logarithm of a quotient is no quotient of a logarithm.
      guard place == .fraction, last == .word, atom.box.height == 1, atom.box.width > 1 else { return atom }
      return Atom(box: TextBox("(" + atom.box.text + ")"), place: .fenced)
    }
  }

  func gap(_ left: Atom, _ right: Atom) -> Int {
    // Words among letters need blanks even where there is no room for any.
    let isTight = isTight && !left.isSpelled && !right.isSpelled
    let gap = FormulaPlace.gap(left.place, right.place, isTight: isTight)
    guard gap == 0 else { return gap }
    if left.place == .closing, right.place == .opening { return left.isBar && right.isBar ? 1 : 0 }
    guard left.place.isOperand, right.place.isOperand, right.place != .closing, right.place != .fenced else { return 0 }
    guard right.box.beginsWithLetter else { return 0 }
    if left.isOpenEnded || left.box.text == "…" { return 1 }
    return (left.isSpelled || right.isSpelled) && left.box.endsInLetter ? 1 : 0
  }

  private func atom(_ part: FormulaPart, _ place: FormulaPlace) -> Atom {
    func made(_ box: TextBox) -> Atom { Atom(box: box, place: place) }
    switch part.kind {
    case .letter(let text, let alphabet):
      let shown = isASCII ? spelled(text) : alphabet.styled(text)
      let isWord = shown.count > 1 && shown.allSatisfy(\.isLetter)
      return Atom(box: TextBox(shown), place: place, isSpelled: isWord)
    case .number(let text): return made(TextBox(text))
    case .sign(let sign):
      let text = isASCII ? spelled(sign.text) : sign.text
      // An arrow in ASCII needs the room of a word; a d is no word.
      let isWord =
        text != sign.text && (text.allSatisfy(\.isLetter) ? text != "d" : text.count > 1 && place == .relation)
      return Atom(box: TextBox(text), place: place, isSpelled: isWord)
    case .word(let text, _): return Atom(box: TextBox(spelled(text)), place: place, isSpelled: true)
    case .text(let text):
      return Atom(box: TextBox(isASCII ? TerminalAlphabet.plain(text) : text), place: place, isSpelled: text.count > 1)
    case .space(let width): return made(TextBox(TextBox.blanks(isTight ? 0 : (width + 8) / 9)))
    case .group(let parts): return grouped(parts, place)
    case .coloured(_, let parts): return made(row(parts))
    case .value(let text):
      let shown = Visible.brief(value(text))
      return made(TextBox(isASCII ? TerminalAlphabet.plain(shown) : shown))
    case .scripts(let base, let below, let above): return scripts(base, below, above, place)
    case .fraction(let top, let bottom, let hasBar): return fraction(top, bottom, hasBar: hasBar, place)
    case .root(let parts, let degree): return made(root(parts, degree: degree))
    case .accent(let accent, let parts): return made(accented(parts, accent))
    case .marked(let base, let mark, let remark): return marked(base, mark, remark, place)
    case .fenced(let opening, let parts, let closing): return made(fenced(opening, row(parts), closing))
    case .grid(let grid, let rows): return made(self.grid(grid, rows))
    }
  }

  /// A group that is one part is that part to its neighbours.
  private func grouped(_ parts: [FormulaPart], _ place: FormulaPlace) -> Atom {
    let atoms = atoms(parts)
    guard atoms.count == 1, let only = atoms.first else { return Atom(box: row(of: atoms), place: place) }
    return Atom(box: only.box, place: place, isOpenEnded: only.isOpenEnded, isSpelled: only.isSpelled)
  }

  /// A text in ASCII where that is asked for: θ is spelled out.
  func spelled(_ text: String) -> String {
    guard isASCII, !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    return FormulaCommand.of(text)?.ascii ?? TerminalAlphabet.plain(text)
  }

  func fenced(_ opening: String, _ inside: TextBox, _ closing: String) -> TextBox {
    let brackets = [opening, closing].map {
      TextBox.bracket(isASCII && inside.height == 1 ? spelled($0) : $0, like: inside, isASCII: isASCII)
    }
    return .row([brackets[0], inside, brackets[1]])
  }

  // MARK: Several lines

  /// A formula in lines that are not longer, broken before signs, outer ones first.
  func broken(_ parts: [FormulaPart], columns: Int) -> [String] {
    let visible = parts.filter { if case .space = $0.kind { false } else { true } }
    if visible.count == 1, case .grid(let grid, let rows)? = visible.first?.kind,
      grid.layout == .aligned || grid.layout == .centred
    {
      return rows.flatMap { cells in
        let isContinued = cells.count > 1 && (cells.first?.isEmpty ?? true)
        return brokenRow(Array(cells.joined()), columns: columns, indent: isContinued ? 2 : 0)
      }
    }
    return brokenRow(parts, columns: columns, indent: 0)
  }

  private func brokenRow(_ parts: [FormulaPart], columns: Int, indent: Int) -> [String] {
    let atoms = atoms(flattened(parts))
    var lines: [String] = []
    var line = TextBox.blanks(indent)
    var width = indent
    var depth = 0
    // Where the line could end, as what stands before and how deep inside brackets it is.
    var breaks: [(text: String, rest: Int, depth: Int)] = []
    var index = 0
    var first = 0
    while index < atoms.count {
      let atom = atoms[index]
      if atom.place == .closing { depth -= 1 }
      if index > first, atom.place == .relation || atom.place == .binary { breaks.append((line, index, depth)) }
      let gap = index > first ? gap(atoms[index - 1], atom) : 0
      if width + gap + atom.box.width > columns,
        let best = breaks.enumerated().min(by: { ($0.element.depth, -$0.offset) < ($1.element.depth, -$1.offset) })
      {
        lines.append(best.element.text)
        (first, index) = (best.element.rest, best.element.rest)
        depth = best.element.depth
        line = TextBox.blanks(indent + 4)
        width = indent + 4
        breaks = []
        continue
      }
      if atom.place == .opening { depth += 1 }
      line += TextBox.blanks(gap) + atom.box.text
      width += gap + atom.box.width
      index += 1
    }
    return lines + [line]
  }

  /// Brackets and groups opened, so that a line may end in them.
  private func flattened(_ parts: [FormulaPart]) -> [FormulaPart] {
    parts.flatMap { part -> [FormulaPart] in
      switch part.kind {
      case .group(let inside): return flattened(inside)
      case .fenced(let opening, let inside, let closing):
        func sign(_ text: String, _ role: FormulaSign.Role) -> [FormulaPart] {
          text.isEmpty ? [] : [FormulaPart(.sign(FormulaSign(text, role)), part.span)]
        }
        return sign(opening, .opening) + flattened(inside) + sign(closing, .closing)
      default: return [part]
      }
    }
  }
}
