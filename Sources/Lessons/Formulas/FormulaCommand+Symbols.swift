// The commands that stand for one letter, one sign, or one word.

extension FormulaCommand {
  private static func sign(
    _ name: String, _ text: String, _ role: FormulaSign.Role, ascii: String? = nil
  ) -> FormulaCommand {
    FormulaCommand(name, .sign(FormulaSign(text, role)), ascii: ascii)
  }

  private static func letter(_ name: String, _ text: String, ascii: String? = nil) -> FormulaCommand {
    FormulaCommand(name, .letter(text), ascii: ascii)
  }

  private static func word(_ name: String, _ text: String? = nil, hasLimits: Bool = false) -> FormulaCommand {
    FormulaCommand(name, .word(text ?? name, hasLimits: hasLimits))
  }

  /// `\phi` and `\epsilon` are the letters that the prompt puts in for them; the other forms stay different from these.
  static let letters: [FormulaCommand] = [
    letter("alpha", "α"), letter("beta", "β"), letter("gamma", "γ"), letter("delta", "δ"),
    letter("epsilon", "ε"), letter("varepsilon", "ϵ", ascii: "epsilon"), letter("zeta", "ζ"), letter("eta", "η"),
    letter("theta", "θ"), letter("vartheta", "ϑ", ascii: "theta"), letter("iota", "ι"), letter("kappa", "κ"),
    letter("lambda", "λ"), letter("mu", "μ"), letter("nu", "ν"), letter("xi", "ξ"), letter("pi", "π"),
    letter("varpi", "ϖ", ascii: "pi"), letter("rho", "ρ"), letter("varrho", "ϱ", ascii: "rho"),
    letter("sigma", "σ"), letter("varsigma", "ς", ascii: "sigma"), letter("tau", "τ"), letter("upsilon", "υ"),
    letter("phi", "φ"), letter("varphi", "ϕ", ascii: "phi"), letter("chi", "χ"), letter("psi", "ψ"),
    letter("omega", "ω"),
    letter("Gamma", "Γ"), letter("Delta", "Δ"), letter("Theta", "Θ"), letter("Lambda", "Λ"), letter("Xi", "Ξ"),
    letter("Pi", "Π"), letter("Sigma", "Σ"), letter("Upsilon", "Υ"), letter("Phi", "Φ"), letter("Psi", "Ψ"),
    letter("Omega", "Ω"),
    letter("ell", "ℓ", ascii: "l"), letter("hbar", "ℏ", ascii: "h"), letter("imath", "ı", ascii: "i"),
    letter("jmath", "ȷ", ascii: "j"), letter("Re", "ℜ"), letter("Im", "ℑ"),
  ]

  static let signs: [FormulaCommand] = [
    // Between operands.
    sign("times", "×", .binary, ascii: "x"), sign("cdot", "·", .binary, ascii: "*"),
    sign("odot", "⊙", .binary, ascii: "o"),
    sign("oplus", "⊕", .binary, ascii: "(+)"), sign("otimes", "⊗", .binary, ascii: "(x)"),
    sign("circ", "∘", .binary, ascii: "o"), sign("bullet", "•", .binary, ascii: "*"),
    sign("pm", "±", .binary, ascii: "+-"), sign("mp", "∓", .binary, ascii: "-+"), sign("div", "÷", .binary, ascii: "/"),
    sign("ast", "∗", .binary, ascii: "*"), sign("star", "⋆", .binary, ascii: "*"),
    sign("cup", "∪", .binary, ascii: "or"), sign("cap", "∩", .binary, ascii: "and"),
    sign("setminus", "∖", .binary, ascii: "\\"), sign("wedge", "∧", .binary, ascii: "and"),
    sign("land", "∧", .binary, ascii: "and"), sign("vee", "∨", .binary, ascii: "or"),
    sign("lor", "∨", .binary, ascii: "or"), sign("minus", "−", .binary, ascii: "-"),
    // Relations.
    sign("le", "≤", .relation, ascii: "<="), sign("leq", "≤", .relation, ascii: "<="),
    sign("ge", "≥", .relation, ascii: ">="), sign("geq", "≥", .relation, ascii: ">="),
    sign("lt", "<", .relation, ascii: "<"), sign("gt", ">", .relation, ascii: ">"),
    sign("ne", "≠", .relation, ascii: "!="), sign("neq", "≠", .relation, ascii: "!="),
    sign("approx", "≈", .relation, ascii: "~="), sign("sim", "∼", .relation, ascii: "~"),
    sign("simeq", "≃", .relation, ascii: "~="), sign("cong", "≅", .relation, ascii: "~="),
    sign("equiv", "≡", .relation, ascii: "=="), sign("propto", "∝", .relation, ascii: "prop. to"),
    sign("triangleq", "≜", .relation, ascii: ":="), sign("coloneqq", "≔", .relation, ascii: ":="),
    sign("ll", "≪", .relation, ascii: "<<"), sign("gg", "≫", .relation, ascii: ">>"),
    sign("in", "∈", .relation), sign("notin", "∉", .relation, ascii: "not in"), sign("ni", "∋", .relation),
    sign("subset", "⊂", .relation), sign("subseteq", "⊆", .relation), sign("supset", "⊃", .relation),
    sign("supseteq", "⊇", .relation), sign("mid", "|", .relation, ascii: "|"),
    sign("parallel", "∥", .relation, ascii: "||"), sign("perp", "⊥", .relation, ascii: "_|_"),
    sign("to", "→", .relation, ascii: "->"), sign("rightarrow", "→", .relation, ascii: "->"),
    sign("longrightarrow", "⟶", .relation, ascii: "->"), sign("leftarrow", "←", .relation, ascii: "<-"),
    sign("gets", "←", .relation, ascii: "<-"), sign("leftrightarrow", "↔", .relation, ascii: "<->"),
    sign("mapsto", "↦", .relation, ascii: "->"), sign("Rightarrow", "⇒", .relation, ascii: "=>"),
    sign("implies", "⟹", .relation, ascii: "=>"), sign("Leftarrow", "⇐", .relation, ascii: "<="),
    sign("Leftrightarrow", "⇔", .relation, ascii: "<=>"), sign("iff", "⟺", .relation, ascii: "<=>"),
    sign("uparrow", "↑", .relation, ascii: "^"), sign("downarrow", "↓", .relation, ascii: "v"),
    sign("colon", ":", .punctuation, ascii: ":"),
    // Brackets.
    sign("{", "{", .opening, ascii: "{"), sign("}", "}", .closing, ascii: "}"),
    sign("lbrace", "{", .opening, ascii: "{"), sign("rbrace", "}", .closing, ascii: "}"),
    sign("lbrack", "[", .opening, ascii: "["), sign("rbrack", "]", .closing, ascii: "]"),
    sign("langle", "⟨", .opening, ascii: "<"), sign("rangle", "⟩", .closing, ascii: ">"),
    sign("lfloor", "⌊", .opening), sign("rfloor", "⌋", .closing),
    sign("lceil", "⌈", .opening), sign("rceil", "⌉", .closing),
    sign("lvert", "|", .opening, ascii: "|"), sign("rvert", "|", .closing, ascii: "|"),
    sign("lVert", "‖", .opening, ascii: "||"), sign("rVert", "‖", .closing, ascii: "||"),
    sign("|", "‖", .bar, ascii: "||"), sign("Vert", "‖", .bar, ascii: "||"), sign("vert", "|", .bar, ascii: "|"),
    // Large ones.
    sign("sum", "∑", .large), sign("prod", "∏", .large), sign("bigcup", "⋃", .large), sign("bigcap", "⋂", .large),
    sign("bigoplus", "⨁", .large), sign("int", "∫", .integral), sign("iint", "∬", .integral),
    sign("oint", "∮", .integral),
    // By themselves.
    sign("infty", "∞", .ordinary, ascii: "inf"), sign("partial", "∂", .ordinary, ascii: "d"),
    sign("nabla", "∇", .ordinary, ascii: "grad"), sign("emptyset", "∅", .ordinary, ascii: "{}"),
    sign("forall", "∀", .ordinary), sign("exists", "∃", .ordinary), sign("neg", "¬", .ordinary, ascii: "not"),
    sign("lnot", "¬", .ordinary, ascii: "not"), sign("top", "⊤", .ordinary, ascii: "T"),
    sign("intercal", "⊺", .ordinary, ascii: "T"), sign("bot", "⊥", .ordinary, ascii: "_|_"),
    sign("prime", "′", .ordinary, ascii: "'"), sign("dagger", "†", .ordinary), sign("degree", "°", .ordinary),
    sign("angle", "∠", .ordinary), sign("surd", "√", .ordinary, ascii: "sqrt"), sign("square", "□", .ordinary),
    sign("ldots", "…", .ordinary, ascii: "..."), sign("dots", "…", .ordinary, ascii: "..."),
    sign("cdots", "⋯", .ordinary, ascii: "..."), sign("vdots", "⋮", .ordinary, ascii: ":"),
    sign("ddots", "⋱", .ordinary, ascii: "..."), sign("checkmark", "✓", .ordinary, ascii: "ok"),
    sign("%", "%", .ordinary, ascii: "%"), sign("$", "$", .ordinary, ascii: "$"), sign("#", "#", .ordinary, ascii: "#"),
    sign("&", "&", .ordinary, ascii: "&"), sign("_", "_", .ordinary, ascii: "_"),
    sign("backslash", "\\", .ordinary, ascii: "\\"), sign("pounds", "£", .ordinary),
  ]

  static let words: [FormulaCommand] = [
    word("log"), word("ln"), word("lg"), word("exp"), word("sin"), word("cos"), word("tan"), word("cot"), word("sec"),
    word("csc"), word("sinh"), word("cosh"), word("tanh"), word("coth"), word("arcsin"), word("arccos"),
    word("arctan"), word("arg"), word("dim"), word("ker"), word("deg"), word("hom"), word("bmod", "mod"),
    word("max", hasLimits: true), word("min", hasLimits: true), word("sup", hasLimits: true),
    word("inf", hasLimits: true), word("lim", hasLimits: true), word("limsup", "lim sup", hasLimits: true),
    word("liminf", "lim inf", hasLimits: true), word("argmax", hasLimits: true), word("argmin", hasLimits: true),
    word("det"), word("gcd"), word("Pr"),
  ]
}
