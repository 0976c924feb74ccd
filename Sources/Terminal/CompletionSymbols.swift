// What `\theta` and its like stand for: the names that LaTeX has for the letters and signs of the blackboard.

/// Letters and signs by their LaTeX names.
package enum CompletionSymbols {
  /// Every name without its backslash, with what it stands for.
  package static let all: [(name: String, symbol: String)] = letters + signs + raised

  /// What a name stands for.
  package static func symbol(_ name: String) -> String? { byName[name] }

  private static let byName = Dictionary(all.map { ($0.name, $0.symbol) }, uniquingKeysWith: { first, _ in first })

  private static let letters: [(name: String, symbol: String)] = [
    ("alpha", "α"), ("beta", "β"), ("gamma", "γ"), ("delta", "δ"), ("epsilon", "ε"), ("varepsilon", "ε"), ("zeta", "ζ"),
    ("eta", "η"), ("theta", "θ"), ("vartheta", "ϑ"), ("iota", "ι"), ("kappa", "κ"), ("lambda", "λ"), ("mu", "μ"),
    ("nu", "ν"), ("xi", "ξ"), ("omicron", "ο"), ("pi", "π"), ("rho", "ρ"), ("varrho", "ϱ"), ("sigma", "σ"),
    ("varsigma", "ς"), ("tau", "τ"), ("upsilon", "υ"), ("phi", "φ"), ("varphi", "φ"), ("chi", "χ"), ("psi", "ψ"),
    ("omega", "ω"), ("Alpha", "Α"), ("Beta", "Β"), ("Gamma", "Γ"), ("Delta", "Δ"), ("Epsilon", "Ε"), ("Zeta", "Ζ"),
    ("Eta", "Η"), ("Theta", "Θ"), ("Iota", "Ι"), ("Kappa", "Κ"), ("Lambda", "Λ"), ("Mu", "Μ"), ("Nu", "Ν"), ("Xi", "Ξ"),
    ("Omicron", "Ο"), ("Pi", "Π"), ("Rho", "Ρ"), ("Sigma", "Σ"), ("Tau", "Τ"), ("Upsilon", "Υ"), ("Phi", "Φ"),
    ("Chi", "Χ"), ("Psi", "Ψ"), ("Omega", "Ω"), ("ell", "ℓ"), ("partial", "∂"), ("infty", "∞"), ("inf", "∞"),
    ("prime", "′"),
  ]

  private static let signs: [(name: String, symbol: String)] = [
    ("approx", "≈"), ("le", "≤"), ("leq", "≤"), ("ge", "≥"), ("geq", "≥"), ("ne", "≠"), ("neq", "≠"), ("nabla", "∇"),
    ("grad", "∇"), ("sqrt", "√"), ("odot", "⊙"), ("times", "×"), ("cdot", "·"), ("to", "→"), ("rightarrow", "→"),
    ("norm", "‖"), ("Vert", "‖"), ("top", "ᵀ"), ("T", "ᵀ"),
  ]

  /// Lowered and raised digits and letters: `\_0`, `\^2`.
  private static let raised: [(name: String, symbol: String)] =
    lowered.map { ("_" + $0, $1) } + powers.map { ("^" + $0, $1) }

  private static let lowered: [(String, String)] = [
    ("0", "₀"), ("1", "₁"), ("2", "₂"), ("3", "₃"), ("4", "₄"), ("5", "₅"), ("6", "₆"), ("7", "₇"), ("8", "₈"),
    ("9", "₉"),
    ("+", "₊"), ("-", "₋"), ("a", "ₐ"), ("e", "ₑ"), ("h", "ₕ"), ("i", "ᵢ"), ("j", "ⱼ"), ("k", "ₖ"), ("l", "ₗ"),
    ("m", "ₘ"),
    ("n", "ₙ"), ("o", "ₒ"), ("p", "ₚ"), ("r", "ᵣ"), ("s", "ₛ"), ("t", "ₜ"), ("u", "ᵤ"), ("v", "ᵥ"), ("x", "ₓ"),
  ]

  private static let powers: [(String, String)] = [
    ("0", "⁰"), ("1", "¹"), ("2", "²"), ("3", "³"), ("4", "⁴"), ("5", "⁵"), ("6", "⁶"), ("7", "⁷"), ("8", "⁸"),
    ("9", "⁹"),
    ("-", "⁻"),
  ]
}
