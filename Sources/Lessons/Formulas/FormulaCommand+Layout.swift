// The commands that take arguments or say how things stand to each other, and the environments.

extension FormulaCommand {
  static let layout: [FormulaCommand] = [
    FormulaCommand("frac", .fraction(hasBar: true)), FormulaCommand("dfrac", .fraction(hasBar: true)),
    FormulaCommand("tfrac", .fraction(hasBar: true)), FormulaCommand("binom", .fraction(hasBar: false)),
    FormulaCommand("sqrt", .root),
    // Accents.
    FormulaCommand("hat", .accent(.hat)), FormulaCommand("widehat", .accent(.hat)),
    FormulaCommand("tilde", .accent(.tilde)), FormulaCommand("widetilde", .accent(.tilde)),
    FormulaCommand("bar", .accent(.bar)), FormulaCommand("vec", .accent(.vec)), FormulaCommand("dot", .accent(.dot)),
    FormulaCommand("ddot", .accent(.ddot)), FormulaCommand("check", .accent(.check)),
    FormulaCommand("overline", .mark(.lineAbove)), FormulaCommand("underline", .mark(.lineBelow)),
    FormulaCommand("overbrace", .mark(.braceAbove)), FormulaCommand("underbrace", .mark(.braceBelow)),
    FormulaCommand("overset", .remark(.above)), FormulaCommand("stackrel", .remark(.above)),
    FormulaCommand("underset", .remark(.below)),
    // Shapes of letters.
    FormulaCommand("mathrm", .alphabet(.upright)), FormulaCommand("mathsf", .alphabet(.upright)),
    FormulaCommand("mathbf", .alphabet(.bold)), FormulaCommand("boldsymbol", .alphabet(.boldItalic)),
    FormulaCommand("bm", .alphabet(.boldItalic)), FormulaCommand("mathbb", .alphabet(.doubleStruck)),
    FormulaCommand("mathcal", .alphabet(.script)), FormulaCommand("mathscr", .alphabet(.script)),
    FormulaCommand("mathfrak", .alphabet(.fraktur)), FormulaCommand("mathtt", .alphabet(.monospace)),
    FormulaCommand("mathit", .alphabet(.plain)), FormulaCommand("mathnormal", .alphabet(.plain)),
    FormulaCommand("text", .text), FormulaCommand("textrm", .text), FormulaCommand("textit", .text),
    FormulaCommand("textbf", .text), FormulaCommand("mbox", .text),
    FormulaCommand("operatorname", .operatorName),
    // Brackets that grow.
    FormulaCommand("left", .fence), FormulaCommand("right", .fenceEnd), FormulaCommand("middle", .size),
    FormulaCommand("big", .size), FormulaCommand("Big", .size), FormulaCommand("bigg", .size),
    FormulaCommand("Bigg", .size), FormulaCommand("bigl", .size), FormulaCommand("bigr", .size),
    FormulaCommand("Bigl", .size), FormulaCommand("Bigr", .size), FormulaCommand("biggl", .size),
    FormulaCommand("biggr", .size), FormulaCommand("Biggl", .size), FormulaCommand("Biggr", .size),
    FormulaCommand("not", .negation),
    // Rows and columns.
    FormulaCommand("begin", .begin), FormulaCommand("end", .end), FormulaCommand("\\", .newRow),
    FormulaCommand("substack", .stack),
    // Blanks.
    FormulaCommand(",", .space(3)), FormulaCommand("thinspace", .space(3)), FormulaCommand(":", .space(4)),
    FormulaCommand(">", .space(4)), FormulaCommand(";", .space(5)), FormulaCommand(" ", .space(6)),
    FormulaCommand("quad", .space(18)), FormulaCommand("qquad", .space(36)), FormulaCommand("!", .nothing),
    // What a page or a terminal decides by itself.
    FormulaCommand("limits", .nothing), FormulaCommand("nolimits", .nothing),
    FormulaCommand("displaystyle", .nothing), FormulaCommand("textstyle", .nothing),
    FormulaCommand("scriptstyle", .nothing), FormulaCommand("nonumber", .nothing), FormulaCommand("notag", .nothing),
    FormulaCommand("textcolor", .colour), FormulaCommand("val", .value),
  ]

  /// What may stand in `\begin{…}`.
  static let environments: [String: FormulaGrid] = [
    "aligned": .init(.aligned), "align": .init(.aligned), "align*": .init(.aligned), "split": .init(.aligned),
    "alignedat": .init(.aligned), "eqnarray": .init(.aligned), "gathered": .init(.centred), "gather": .init(.centred),
    "gather*": .init(.centred), "cases": .init(.cases, "{"), "matrix": .init(.matrix), "array": .init(.matrix),
    "smallmatrix": .init(.matrix), "pmatrix": .init(.matrix, "(", ")"), "bmatrix": .init(.matrix, "[", "]"),
    "Bmatrix": .init(.matrix, "{", "}"), "vmatrix": .init(.matrix, "|", "|"), "Vmatrix": .init(.matrix, "‖", "‖"),
  ]

  /// The environments that say first how their columns are aligned.
  static let environmentsWithColumns: Set<String> = ["array", "alignedat"]
}
