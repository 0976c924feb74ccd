// A formula as presentation MathML, which browsers show without any help.
import Diagnostics
import Figures

extension Formula {
  /// The formula as a `<math>` element that keeps its LaTeX as an alternative text. `value` gives the text for each
  /// `\val{…}`.
  package func mathML(value: (ValueText) -> String = { $0.source }) -> String {
    withoutActuallyEscaping(value) { value in
      let display = isDisplay ? " display=\"block\"" : ""
      let inside = MathMLWriter(value: value).row(parts)
      return "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"\(display) alttext=\"\(MathML.escaped(tex))\">"
        + "<mrow>\(inside)</mrow></math>"
    }
  }
}

/// What MathML elements are made of.
enum MathML {
  /// A text in which nothing means anything to a browser.
  static func escaped(_ text: String) -> String { SVGText.escaped(Visible.text(text)) }

  static func element(_ name: String, _ inside: String) -> String { "<\(name)>\(inside)</\(name)>" }

  static func element(_ name: String, _ attributes: String, _ inside: String) -> String {
    attributes.isEmpty ? element(name, inside) : "<\(name) \(attributes)>\(inside)</\(name)>"
  }

  static func space(_ eighteenths: Int) -> String {
    let thousandths = eighteenths * 1000 / 18
    let digits = String(1000 + thousandths % 1000).dropFirst()
    return "<mspace width=\"\(thousandths / 1000).\(digits)em\"/>"
  }

  /// A sign without blanks of its own.
  static func close(_ text: String, _ attributes: String = "") -> String {
    element("mo", "lspace=\"0\" rspace=\"0\" stretchy=\"false\"" + attributes, escaped(text))
  }
}

/// Writes the parts of one formula.
private struct MathMLWriter {
  let value: (ValueText) -> String

  func row(_ parts: [FormulaPart]) -> String {
    let places = FormulaPlace.places(of: parts)
    var result = ""
    for (index, part) in parts.enumerated() {
      if index > 0, needsBlank(places[index - 1], places[index]) {
        // min and max, with limits that are wider than they are, would grow together.
        result += MathML.space(places[index] == .word ? 4 : 3)
      }
      result += element(part, places[index])
    }
    return result
  }

  /// As one element, which most elements ask of their parts.
  private func group(_ parts: [FormulaPart]) -> String {
    if parts.count == 1, let only = parts.first {
      if case .group(let inside) = only.kind { return group(inside) }
      return element(only, FormulaPlace.places(of: parts).first ?? .ordinary)
    }
    return MathML.element("mrow", row(parts))
  }

  /// Blanks around operators come from browsers, those around functions' names do not.
  private func needsBlank(_ left: FormulaPlace, _ right: FormulaPlace) -> Bool {
    switch (left, right) {
    case (.word, .word), (.word, .ordinary), (.word, .fraction), (.word, .large), (.word, .prefix): true
    case (_, .word): left.isOperand
    default: false
    }
  }

  private func element(_ part: FormulaPart, _ place: FormulaPlace) -> String {
    switch part.kind {
    case .letter(let text, let alphabet): letter(text, alphabet)
    case .number(let text): MathML.element("mn", MathML.escaped(text))
    case .sign(let sign): self.sign(sign, place)
    case .word(let text, let hasLimits):
      hasLimits
        ? limitWord(text) : MathML.element("mi", text.count == 1 ? "mathvariant=\"normal\"" : "", MathML.escaped(text))
    case .text(let text): MathML.element("mtext", unbroken(text))
    case .space(let width): MathML.space(width)
    case .group(let parts): group(parts)
    case .scripts(let base, let below, let above): scripts(base, below, above, place)
    case .fraction(let top, let bottom, let hasBar):
      MathML.element("mfrac", hasBar ? "" : "linethickness=\"0\"", group(top) + group(bottom))
    case .root(let parts, let degree):
      degree.map { MathML.element("mroot", group(parts) + group($0)) } ?? MathML.element("msqrt", row(parts))
    case .accent(let accent, let parts): accented(parts, accent)
    case .fenced(let opening, let parts, let closing):
      MathML.element("mrow", fence(opening, "prefix") + row(parts) + fence(closing, "postfix"))
    case .grid(let grid, let rows): self.grid(grid, rows)
    case .marked(let base, let mark, let remark): marked(base, mark, remark, place)
    case .coloured(let name, let parts):
      Self.colours.contains(name) ? MathML.element("mstyle", "mathcolor=\"\(name)\"", row(parts)) : group(parts)
    case .value(let text): number(value(text))
    }
  }

  /// Colours that can be read on light and on dark paper.
  private static let colours: Set<String> = [
    "red", "green", "blue", "orange", "purple", "magenta", "teal", "brown", "gray", "olive", "crimson",
  ]

  // MARK: Letters and signs

  private func letter(_ text: String, _ alphabet: FormulaAlphabet) -> String {
    let shown = MathML.escaped(alphabet.styled(text))
    if text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }) { return MathML.element("mn", shown) }
    // Browsers slant single letters by themselves; capital Greek ones stand upright in print.
    let isUpright =
      alphabet == .upright
      || (alphabet == .plain
        && text.unicodeScalars.allSatisfy {
          (0x391...0x3A9).contains($0.value)
        })
    return MathML.element("mi", isUpright && text.count == 1 ? "mathvariant=\"normal\"" : "", shown)
  }

  private func sign(_ sign: FormulaSign, _ place: FormulaPlace) -> String {
    let text = sign.text
    switch place {
    case .prefix: return MathML.element("mo", "form=\"prefix\" lspace=\"0\" rspace=\"0\"", MathML.escaped(text))
    case .opening: return MathML.close(text, " form=\"prefix\" fence=\"true\"")
    case .closing: return MathML.close(text, " form=\"postfix\" fence=\"true\"")
    case .divider: return MathML.close(text, " form=\"infix\"")
    case .large: return MathML.element("mo", sign.role == .large ? "movablelimits=\"true\"" : "", MathML.escaped(text))
    case .relation where text == "|" || text == ":":
      return MathML.element("mo", "lspace=\"0.278em\" rspace=\"0.278em\" stretchy=\"false\"", MathML.escaped(text))
    case .relation, .binary: return MathML.element("mo", "stretchy=\"false\"", MathML.escaped(text))
    case .punctuation:
      return MathML.element("mo", "separator=\"true\" lspace=\"0\" rspace=\"0.167em\"", MathML.escaped(text))
    default: break
    }
    if text == "/" || text == "′" { return MathML.close(text) }
    return MathML.element("mi", "mathvariant=\"normal\"", MathML.escaped(text))
  }

  private func limitWord(_ text: String) -> String {
    MathML.element("mo", "form=\"prefix\" movablelimits=\"true\" lspace=\"0\" rspace=\"0\"", unbroken(text))
  }

  /// Blanks at the ends would be lost.
  private func unbroken(_ text: String) -> String {
    MathML.escaped(String(text.map { $0 == " " ? "\u{A0}" : $0 }))
  }

  /// A value of the lesson: mostly a number.
  private func number(_ text: String) -> String {
    let digits = text.drop { $0 == "-" || $0 == "−" }
    guard text.count - digits.count <= 1, !digits.isEmpty,
      digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") })
    else { return MathML.element("mtext", unbroken(text)) }
    let shown = MathML.element("mn", MathML.escaped(String(digits)))
    return digits.count == text.count ? shown : MathML.element("mrow", sign(FormulaSign("−", .binary), .prefix) + shown)
  }

  private func fence(_ text: String, _ form: String) -> String {
    guard !text.isEmpty else { return "" }
    return MathML.element("mo", "form=\"\(form)\" fence=\"true\" stretchy=\"true\"", MathML.escaped(text))
  }

  // MARK: Scripts and marks

  private func scripts(
    _ base: [FormulaPart], _ below: [FormulaPart]?, _ above: [FormulaPart]?, _ place: FormulaPlace
  ) -> String {
    let hasLimits = takesLimits(base)
    // Alone in its element, a sign would forget what it is to its neighbours.
    let stands = base.count == 1 ? base.first.map { element($0, place) } ?? "<mrow/>" : group(base)
    switch (below, above) {
    case (let below?, let above?):
      return MathML.element(hasLimits ? "munderover" : "msubsup", stands + group(below) + group(above))
    case (let below?, nil): return MathML.element(hasLimits ? "munder" : "msub", stands + group(below))
    case (nil, let above?): return MathML.element(hasLimits ? "mover" : "msup", stands + group(above))
    case (nil, nil): return stands
    }
  }

  private func takesLimits(_ base: [FormulaPart]) -> Bool {
    guard base.count == 1, let first = base.first else { return false }
    switch first.kind {
    case .sign(let sign): return sign.role == .large
    case .word(_, let hasLimits): return hasLimits
    default: return false
    }
  }

  private func accented(_ parts: [FormulaPart], _ accent: FormulaAccent) -> String {
    // As a script of full size: what `accent` asks for, a font without tables for mathematics draws into the letter.
    let mark = MathML.element("mo", "scriptlevel=\"0\" stretchy=\"false\" lspace=\"0\" rspace=\"0\"", accent.sign)
    return MathML.element("mover", group(parts) + mark)
  }

  private func marked(
    _ base: [FormulaPart], _ mark: FormulaMark, _ remark: [FormulaPart]?, _ place: FormulaPlace
  ) -> String {
    let stands = base.count == 1 ? base.first.map { element($0, place) } ?? "<mrow/>" : group(base)
    // Borders, as only fonts for mathematics have lines and braces that grow.
    func lined(_ style: String) -> String { MathML.element("mrow", "style=\"\(style)\"", stands) }
    let note = remark.map { group($0) }
    switch mark {
    case .lineAbove: return lined("border-top:0.06em solid;padding-top:0.25em")
    case .lineBelow: return lined("border-bottom:0.06em solid;padding-bottom:0.15em")
    case .above: return MathML.element("mover", stands + (note ?? "<mrow/>"))
    case .below: return MathML.element("munder", stands + (note ?? "<mrow/>"))
    case .braceAbove:
      let brace = lined("border-top:0.07em solid;border-radius:0.6em 0.6em 0 0;padding:0.25em 0.2em 0")
      return note.map { MathML.element("mover", brace + $0) } ?? brace
    case .braceBelow:
      let brace = lined("border-bottom:0.07em solid;border-radius:0 0 0.6em 0.6em;padding:0 0.2em 0.2em")
      return note.map { MathML.element("munder", brace + $0) } ?? brace
    }
  }

  // MARK: Grids

  private func grid(_ grid: FormulaGrid, _ rows: [[[FormulaPart]]]) -> String {
    let isAligned = grid.layout == .aligned
    let inside = rows.map { cells in
      MathML.element(
        "mtr",
        cells.enumerated().map { column, parts in
          MathML.element(
            "mtd", style(of: column, grid.layout),
            (isAligned && !column.isMultiple(of: 2) ? "<mrow/>" : "") + row(parts))
        }.joined())
    }.joined()
    let isDisplay = isAligned || grid.layout == .centred
    let table = MathML.element("mtable", isDisplay ? "displaystyle=\"true\"" : "", inside)
    guard !grid.opening.isEmpty || !grid.closing.isEmpty else { return table }
    return MathML.element("mrow", fence(grid.opening, "prefix") + table + fence(grid.closing, "postfix"))
  }

  /// Browsers centre the cells of a table unless told otherwise; Chromium listens to its own words alone.
  private func style(of column: Int, _ layout: FormulaGrid.Layout) -> String {
    let isRight = layout == .aligned && column.isMultiple(of: 2)
    guard layout == .aligned || layout == .cases else { return "" }
    let side = isRight ? "right" : "left"
    let distance = column > 0 && (isRight || layout == .cases) ? 1 : 0
    return "style=\"text-align:\(side);text-align:-webkit-\(side);padding-left:\(distance)em;padding-right:0\""
  }
}

extension FormulaAccent {
  /// The sign that stands over a letter in a page.
  fileprivate var sign: String {
    switch self {
    case .hat: "^"
    case .tilde: "\u{2DC}"
    case .bar: "\u{AF}"
    case .vec: "\u{2192}"
    case .dot: "\u{2D9}"
    case .ddot: "\u{A8}"
    case .check: "\u{2C7}"
    }
  }
}
