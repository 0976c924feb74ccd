// Formulas in characters: what students see in a terminal.
import Lessons
import Testing

@Suite("Formulas in characters") struct FormulaTextTests {
  @Test("on one line, in Unicode and in ASCII", arguments: FormulaTextTests.lines)
  func line(_ row: (tex: String, unicode: String, ascii: String)) {
    let reading = FormulaReading(row.tex)
    #expect(reading.told.isEmpty)
    #expect(reading.formula.unicode() == row.unicode)
    #expect(reading.formula.unicode(.line(ascii: true)) == row.ascii)
  }

  static let lines: [(tex: String, unicode: String, ascii: String)] = [
    ("x^2", "x²", "x^2"),
    ("x_i^2", "xᵢ²", "x_i^2"),
    ("x^{n+1}", "xⁿ⁺¹", "x^(n+1)"),
    ("x^{Q+1}", "x^(Q+1)", "x^(Q+1)"),
    (#"P_{\text{datos}}(x)"#, "P_datos(x)", "P_datos(x)"),
    (#"P_\theta^2 y"#, "P²_θ y", "P_theta^2 y"),
    (#"W_{N-L+1} = W_L^T"#, "W_(N−L+1) = Wᵀ_L", "W_(N-L+1) = W_L^T"),
    (#"x'^{(i)}, x''"#, "x′⁽ⁱ⁾, x′′", "x'^(i), x''"),
    (
      #"\frac{1}{2} m, \frac{a+b}{2c}, \frac{f(x)}{g(x)}"#, "½ m, (a + b)/(2c), f(x)/g(x)",
      "1/2 m, (a + b)/(2c), f(x)/g(x)"
    ),
    (#"\frac{\partial f}{\partial x} = \frac{df}{dx}"#, "∂f/∂x = df/dx", "df/dx = df/dx"),
    (#"\log \frac{p}{q}"#, "log(p/q)", "log(p/q)"),
    (#"\frac{a}{b}^2 {AB}^T"#, "(a/b)² (AB)ᵀ", "(a/b)^2 (AB)^T"),
    (#"\sqrt{x+1} \sqrt[3]{x} \sqrt[n]{ab}"#, "√(x + 1)∛xⁿ√(ab)", "sqrt(x + 1)root3(x)rootn(ab)"),
    (#"\sum_x P(x) \log \left( \frac{P(x)}{Q(x)} \right)"#, "∑ₓ P(x) log(P(x)/Q(x))", "sum_x P(x) log(P(x)/Q(x))"),
    (#"\sum_{i=1}^N x_i"#, "∑ᵢ₌₁ᴺ xᵢ", "sum_(i=1)^N x_i"),
    (#"\sum_{x \in X} f"#, "∑_(x∈X) f", "sum_(x in X) f"),
    (#"\int_0^\infty e^{-x} dx"#, "∫₀^∞ e⁻ˣdx", "int_0^inf e^(-x) dx"),
    (#"\mathbb{E}_{z \sim q}[f(z)]"#, "𝔼_(z∼q)[f(z)]", "E_(z~q)[f(z)]"),
    (#"\mathcal{N}(0, \mathbf{I})"#, "𝒩(0, 𝐈)", "N(0, I)"),
    (
      #"\hat\theta, \tilde{\mathbf{x}}, \bar x, \vec v, \dot x"#, "θ̂, 𝐱̃, x̄, v⃗, ẋ",
      "theta_hat, x_tilde, x_bar, v_vec, x_dot"
    ),
    (#"\widehat{x+y}, \overline{xy}"#, "hat(x + y), x̅y̅", "hat(x + y), mean(xy)"),
    (#"\max_θ \min_φ V"#, "max_θ minᵩ V", "max_theta min_phi V"),
    (#"\operatorname*{argmin}_{w} \operatorname{sig}(x)"#, "argmin_w sig(x)", "argmin_w sig(x)"),
    (#"\text{KL}(q(z|x) || p(z))"#, "KL(q(z|x)‖p(z))", "KL(q(z|x)||p(z))"),
    (#"p(x \mid z)"#, "p(x | z)", "p(x | z)"),
    (#"\|w\| \|p\| \cos \alpha"#, "‖w‖ ‖p‖ cos α", "||w|| ||p|| cos alpha"),
    (#"|a| - |b|, -x, a - -b, (-1)"#, "|a| − |b|, −x, a − −b, (−1)", "|a| - |b|, -x, a - -b, (-1)"),
    (#"\epsilon \text{sign}(\nabla_x J)"#, "ε sign(∇ₓJ)", "epsilon sign(grad_x J)"),
    (#"\{x_i\}_{i=1}^m"#, "{xᵢ}ᵢ₌₁ᵐ", "{x_i}_(i=1)^m"),
    (#"f : \mathbb{R}^p \to \mathbb{R}^d"#, "f : ℝᵖ → ℝᵈ", "f : R^p -> R^d"),
    (#"a \le b \neq c \approx d \ll e \not= f"#, "a ≤ b ≠ c ≈ d ≪ e ≠ f", "a <= b != c ~= d << e != f"),
    (#"a \times b \cdot c \odot d \circ e"#, "a × b · c ⊙ d ∘ e", "a x b * c o d o e"),
    (#"1, 2, \dots, n; \ldots"#, "1, 2, …, n; …", "1, 2, ..., n; ..."),
    (#"x \quad y \, z ~ w"#, "x  y z w", "x  y z w"),
    (#"2\theta\mu x"#, "2θμx", "2 theta mu x"),
    (#"\begin{pmatrix}1 & 2\\3 & 4\end{pmatrix}"#, "(1, 2; 3, 4)", "(1, 2; 3, 4)"),
    (#"\begin{cases}1 & x>0\\0\end{cases}"#, "{ 1, x > 0; 0 }", "{ 1, x > 0; 0 }"),
    (#"\begin{aligned}a &= b\\ &= c\\ d &= e\end{aligned}"#, "a = b = c; d = e", "a = b = c; d = e"),
    (#"\underbrace{a + b}_{c}"#, "a + b (= c)", "a + b (= c)"),
    (#"\lim_{n\to\infty} \det A^{-1}"#, "lim_(n→∞) det A⁻¹", "lim_(n -> inf) det A^(-1)"),
    (#"\binom{n}{k}, \textcolor{red}{7}, 3.14"#, "(n k), 7, 3.14", "(n k), 7, 3.14"),
    ("θ̂ ≤ ½ σ² ∑ᵢ xᵢ ∈ ℝⁿ", "θ̂ ≤ ½σ² ∑ᵢ xᵢ ∈ ℝⁿ", "theta <= 1/2 sigma^2 sum_i x_i in R^n"),
    (#"\boldsymbol{θ}\mathbf{12}\mathfrak{C}\mathtt{ab}\mathrm{d}x"#, "𝜽𝟏𝟐ℭ 𝚊𝚋 dx", "theta 12C ab dx"),
  ]

  @Test("fractions, limits and brackets in several lines", arguments: FormulaTextTests.stacks)
  func stack(_ row: (tex: String, text: String)) {
    let reading = FormulaReading(row.tex, isDisplay: true)
    #expect(reading.told.isEmpty)
    #expect(reading.stacked() == row.text, "\(reading.stacked())")
  }

  static let stacks: [(tex: String, text: String)] = [
    (
      #"D_{KL} = \sum_{x \in X} P(x) \log \left( \frac{P(x)}{Q(x)} \right)"#,
      """

                         ⎛P(x)⎞
      D_KL =  ∑  P(x) log⎜────⎟
             x∈X         ⎝Q(x)⎠

      """
    ),
    (
      #"\begin{aligned}\nabla_θ L &= \max_{a,θ} b \\ &= \frac{c+1}{d}\end{aligned}"#,
      """

      ∇_θ L = max b
              a,θ
              c + 1
            = ─────
                d

      """
    ),
    (
      #"f = \begin{cases} 1 & x > 0 \\ 0 & \text{else} \end{cases}, \begin{bmatrix}1&2\\3&σ^2\\5&6\end{bmatrix}"#,
      """

                      ⎡1  2 ⎤
      f = ⎧ 1  x > 0, ⎢3  σ²⎥
          ⎩ 0  else   ⎣5  6 ⎦

      """
    ),
    (
      #"\left( \frac{a}{b} \right)^2 \underbrace{x + y}_{z}"#,
      """

      ⎛a⎞²
      ⎜─⎟ x + y
      ⎝b⎠ ╰─┬─╯
            z

      """
    ),
    (
      #"\prod_{i=1}^{\max n} \binom{n}{k} = \underset{φ}{\operatorname{argmin}}\ \overset{d}{=}"#,
      """

      max n              d
        ∏   ⎛n⎞ = argmin =
       i=1  ⎝k⎠     φ

      """
    ),
  ]

  @Test("what is raised stands on the first line, what is lowered on the last") func scripts() {
    #expect(FormulaReading(#"\left[\frac{a}{b}\right]_1^2"#).stacked() == "\n⎡a⎤²\n⎢─⎥\n⎣b⎦₁\n")
  }
}
