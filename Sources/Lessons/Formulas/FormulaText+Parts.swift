// Scripts, fractions, roots, accents and grids in characters.
import Diagnostics

extension FormulaWriter {
  // MARK: Scripts

  func scripts(
    _ base: [FormulaPart], _ below: [FormulaPart]?, _ above: [FormulaPart]?, _ place: FormulaPlace
  ) -> Atom {
    // Primes stand before everything else that is raised.
    if isASCII, let above, let rest = above.dropPrimes() {
      let primes = Array(above.prefix(above.count - rest.count))
      let span = base.first?.span ?? .nowhere
      return scripts([FormulaPart(.scripts(base, below: nil, above: primes), span)], below, rest, place)
    }
    let atoms = atoms(base)
    let stands = scriptBase(base, row(of: atoms))
    let (lower, upper) = (below.map(tight().row), above.map(tight().row))
    let (low, high) = (lower?.text, upper?.text)
    let smallLow = isASCII ? nil : low.flatMap(RaisedLetters.below)
    let smallHigh = isASCII ? nil : high.flatMap(RaisedLetters.above)
    let isRaised = (low == nil || smallLow != nil) && (high == nil || smallHigh != nil)
    if isStacked, hasLimits(base), !isRaised || isWord(base) {
      let boxes = [upper, stands, lower].compactMap { $0 }
      return Atom(box: .column(boxes, baselineOf: upper == nil ? 0 : 1), place: place)
    }
    if stands.height > 1, isRaised {
      return Atom(box: stands.with(above: smallHigh ?? "", below: smallLow ?? ""), place: place)
    }
    var text = ""
    var isOpenEnded = false
    // What is really small comes first: P²_θ, as P_θ² would square the θ.
    if let smallLow { text += smallLow }
    if let high, let shown = smallHigh ?? primes(high) { text += shown }
    if let low, let below, smallLow == nil {
      text += "_" + (low.allSatisfy { $0.isLetter || $0.isNumber } ? low : bracketed(low, below))
      isOpenEnded = true
    }
    if let high, let above, smallHigh == nil, primes(high) == nil {
      text += "^" + bracketed(high, above)
      isOpenEnded = true
    }
    let isSpelled = atoms.count == 1 && atoms.contains(where: \.isSpelled)
    return Atom(box: .row([stands, TextBox(text)]), place: place, isOpenEnded: isOpenEnded, isSpelled: isSpelled)
  }

  /// What scripts stand at; they belong to all of a group and of a quotient.
  private func scriptBase(_ base: [FormulaPart], _ box: TextBox) -> TextBox {
    guard box.height == 1, box.width > 1, base.count == 1 else { return box }
    switch base.first?.kind {
    case .group(let inside) where inside.count > 1: return TextBox(bracketed(box.text, inside))
    case .fraction: return TextBox("(" + box.text + ")")
    default: return box
    }
  }

  /// `'` needs no sign that says it is raised.
  private func primes(_ text: String) -> String? { text.allSatisfy { $0 == "'" || $0 == "′" } ? text : nil }

  private func hasLimits(_ base: [FormulaPart]) -> Bool {
    guard base.count == 1, let first = base.first else { return false }
    if case .sign(let sign) = first.kind { return sign.role == .large }
    return isWord(base)
  }

  private func isWord(_ base: [FormulaPart]) -> Bool {
    if base.count == 1, case .word(_, true)? = base.first?.kind { true } else { false }
  }

  /// A text in brackets, unless it is one thing anyway.
  func bracketed(_ text: String, _ parts: [FormulaPart]) -> String {
    if text.count == 1 || isBracketed(text) { return text }
    if parts.count == 1, let only = parts.first {
      switch only.kind {
      case .letter, .number, .text, .word, .sign, .accent, .value: if !text.contains(" ") { return text }
      case .group(let inside): return bracketed(text, inside)
      default: break
      }
    }
    return "(" + text + ")"
  }

  /// Whether its first bracket closes with its last character.
  private func isBracketed(_ text: String) -> Bool {
    guard let first = text.first, let last = text.last, ["()", "{}"].contains("\(first)\(last)") else { return false }
    var depth = 0
    for character in text.dropLast() {
      depth += character == first ? 1 : character == last ? -1 : 0
      if depth == 0 { return false }
    }
    return true
  }

  // MARK: Fractions and roots

  func fraction(
    _ top: [FormulaPart], _ bottom: [FormulaPart], hasBar: Bool, _ place: FormulaPlace
  ) -> Atom {
    let (over, under) = (inLine().row(top), inLine().row(bottom))
    if !isASCII, hasBar, let sign = RaisedLetters.fractions[over.text + "/" + under.text] {
      return Atom(box: TextBox(sign), place: place)
    }
    guard hasBar else {
      if isStacked { return Atom(box: TextBox.column([over, under]).centred(), place: place) }
      return Atom(box: .row([over, TextBox(" "), under]), place: place)
    }
    if isStacked {
      let width = max(over.width, under.width)
      let bar = TextBox(String(repeating: isASCII ? "-" : "─", count: width))
      return Atom(box: .column([over, bar, under], baselineOf: 1), place: place)
    }
    let left = isFactor(top, isBelow: false) ? over.text : "(" + over.text + ")"
    let right = isFactor(bottom, isBelow: true) ? under.text : "(" + under.text + ")"
    return Atom(box: TextBox(left + "/" + right), place: place)
  }

  /// Whether a part of a fraction needs no brackets when the bar becomes a slash.
  private func isFactor(_ parts: [FormulaPart], isBelow: Bool) -> Bool {
    if parts.count == 1, case .group(let inside)? = parts.first?.kind { return isFactor(inside, isBelow: isBelow) }
    let places = FormulaPlace.places(of: parts)
    var depth = 0
    var factors = 0
    for (index, place) in places.enumerated() {
      if place == .opening {
        // f(x) is one factor, (a)(b) are two.
        if depth == 0, index == 0 || !places[index - 1].isOperand && places[index - 1] != .word { factors += 1 }
        depth += 1
      } else if place == .closing {
        depth -= 1
      } else if depth == 0 {
        switch place {
        case .binary, .relation, .punctuation, .large, .fraction, .divider: return false
        case .prefix: if isBelow { return false }
        case .ordinary where isSign(parts[index]): break
        case .fenced where index > 0 && places[index - 1] == .word: break
        case .word:
          let next = index + 1 < places.count ? places[index + 1] : .ordinary
          if next != .opening && next != .fenced { return false }
          factors += 1
        case .ordinary, .fenced: factors += 1
        default: break
        }
      }
    }
    if !isBelow || factors <= 1 { return true }
    // dx is one thing.
    guard factors == 2, parts.count == 2, case .letter("d", _)? = parts.first?.kind else { return false }
    return true
  }

  private func isSign(_ part: FormulaPart) -> Bool { if case .sign = part.kind { true } else { false } }

  func root(_ parts: [FormulaPart], degree: [FormulaPart]?) -> TextBox {
    let inside = bracketed(inLine().row(parts).text, parts)
    let degree = degree.map { tight().row($0).text }
    if isASCII {
      let argument = inside.hasPrefix("(") ? inside : "(" + inside + ")"
      return TextBox(degree.map { "root" + $0 + argument } ?? "sqrt" + argument)
    }
    switch degree {
    case nil, "2": return TextBox("√" + inside)
    case "3": return TextBox("∛" + inside)
    case "4": return TextBox("∜" + inside)
    case let degree?: return TextBox((RaisedLetters.above(degree) ?? degree) + "√" + inside)
    }
  }

  // MARK: Accents and marks

  func accented(_ parts: [FormulaPart], _ accent: FormulaAccent) -> TextBox {
    let base = inLine().row(parts).text
    let isShort = !base.isEmpty && base.count <= 3 && base.allSatisfy { $0.isLetter || $0.isNumber }
    if isASCII {
      return TextBox(
        isShort || base.allSatisfy(\.isLetter) ? base + "_" + accent.rawValue : accent.rawValue + "(" + base + ")")
    }
    guard isShort else { return TextBox(accent.rawValue + "(" + base + ")") }
    return TextBox(base.map { String($0) + accent.combining }.joined())
  }

  func marked(_ base: [FormulaPart], _ mark: FormulaMark, _ remark: [FormulaPart]?, _ place: FormulaPlace) -> Atom {
    switch mark {
    case .lineAbove:
      let text = inLine().row(base).text
      if isASCII || text.count > 12 || !text.allSatisfy({ $0.isLetter || $0.isNumber }) {
        return Atom(box: TextBox("mean(" + text + ")"), place: place)
      }
      let sign = text.count == 1 ? "\u{304}" : "\u{305}"
      return Atom(box: TextBox(text.map { String($0) + sign }.joined()), place: place)
    case .lineBelow: return Atom(box: row(base), place: place)
    case .above, .below:
      let isBelow = mark == .below
      let note = remark ?? []
      guard isStacked else { return scripts(base, isBelow ? note : nil, isBelow ? nil : note, place) }
      let boxes = [tight().row(note), row(base)]
      return Atom(box: .column(isBelow ? boxes.reversed() : boxes, baselineOf: isBelow ? 0 : 1), place: place)
    case .braceAbove, .braceBelow:
      let inside = row(base)
      guard let remark else { return Atom(box: inside, place: place) }
      let note = inLine().row(remark)
      guard isStacked else {
        return Atom(box: .row([inside, TextBox(" (= " + note.text + ")")]), place: place, isOpenEnded: true)
      }
      let brace = brace(inside.width, isBelow: mark == .braceBelow)
      let boxes = mark == .braceBelow ? [inside, brace, note] : [note, brace, inside]
      return Atom(box: .column(boxes, baselineOf: mark == .braceBelow ? 0 : 2), place: place)
    }
  }

  private func brace(_ width: Int, isBelow: Bool) -> TextBox {
    if isASCII || width < 3 { return TextBox(String(repeating: "-", count: max(width, 1))) }
    let (left, point, right) = isBelow ? ("╰", "┬", "╯") : ("╭", "┴", "╮")
    let before = (width - 3) / 2
    let (head, tail) = (String(repeating: "─", count: before), String(repeating: "─", count: width - 3 - before))
    return TextBox(left + head + point + tail + right)
  }

  // MARK: Grids

  func grid(_ grid: FormulaGrid, _ rows: [[[FormulaPart]]]) -> TextBox {
    isStacked && !isTight ? stackedGrid(grid, rows) : TextBox(lineGrid(grid, rows))
  }

  private func lineGrid(_ grid: FormulaGrid, _ rows: [[[FormulaPart]]]) -> String {
    switch grid.layout {
    case .aligned, .centred:
      var result = ""
      for (index, cells) in rows.enumerated() {
        // A row that goes on with a relation belongs to the one before.
        let goesOn = cells.count > 1 && (cells.first?.isEmpty ?? false)
        if index > 0 { result += goesOn ? " " : isTight ? ";" : "; " }
        result += row(Array(cells.joined())).text
      }
      return result
    case .cases:
      let lines = rows.map { $0.map { row($0).text }.joined(separator: ", ") }
      return "{ " + lines.joined(separator: "; ") + " }"
    case .matrix:
      let lines = rows.map { $0.map { row($0).text }.joined(separator: ", ") }
      return spelled(grid.opening) + lines.joined(separator: "; ") + spelled(grid.closing)
    }
  }

  private func stackedGrid(_ grid: FormulaGrid, _ rows: [[[FormulaPart]]]) -> TextBox {
    let boxes = rows.map { cells in cells.enumerated().map { cell($0.element, column: $0.offset, grid.layout) } }
    let columns = boxes.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      boxes.map { $0.indices.contains(column) ? $0[column].width : 0 }.max() ?? 0
    }
    let lines = boxes.map { cells in
      var line: [TextBox] = []
      for (column, width) in widths.enumerated() {
        if column > 0, grid.layout != .aligned || column.isMultiple(of: 2) { line.append(TextBox("  ")) }
        let cell = cells.indices.contains(column) ? cells[column] : TextBox()
        line.append(cell.widened(to: width, side(of: column, grid.layout)))
      }
      return TextBox.row(line)
    }
    let box = TextBox.column(lines, grid.layout == .centred ? .centre : .left).centred()
    let inside = grid.layout == .cases ? TextBox.row([TextBox(" "), box]) : box
    return fenced(grid.opening, inside, grid.closing)
  }

  /// Behind the place where two columns meet, a relation has the blank before it that it has inside a row.
  private func cell(_ parts: [FormulaPart], column: Int, _ layout: FormulaGrid.Layout) -> TextBox {
    let box = row(parts)
    guard layout == .aligned, !column.isMultiple(of: 2), let first = FormulaPlace.places(of: parts).first,
      first == .relation || first == .binary || first == .prefix
    else { return box }
    return .row([TextBox(" "), box])
  }

  private func side(of column: Int, _ layout: FormulaGrid.Layout) -> TextBox.Side {
    switch layout {
    case .aligned: column.isMultiple(of: 2) ? .right : .left
    case .cases: .left
    case .centred, .matrix: .centre
    }
  }
}

extension [FormulaPart] {
  /// What follows primes; nil where there are none or nothing else.
  fileprivate func dropPrimes() -> [FormulaPart]? {
    let rest = drop { if case .sign(let sign) = $0.kind { sign.text == "′" } else { false } }
    return rest.isEmpty || rest.count == count ? nil : Array(rest)
  }
}

extension FormulaAccent {
  /// The mark that Unicode puts over the letter before it.
  var combining: String {
    switch self {
    case .hat: "\u{302}"
    case .tilde: "\u{303}"
    case .bar: "\u{304}"
    case .vec: "\u{20D7}"
    case .dot: "\u{307}"
    case .ddot: "\u{308}"
    case .check: "\u{30C}"
    }
  }
}
