// distributions_gamma.aula as text. Made by scripts/embed-library.sh; edit Sources/Session/Library/distributions_gamma.aula instead.

extension LibraryTexts {
  static let distributionsGamma = LibraryText(
    name: "distributions_gamma.aula",
    names: ["Gamma", "Beta"],
    text: ###"""
      # Distributions of rates and chances.
      # The gamma and the beta distribution hold still when their parameters move, so `expect` and not a draw gives their derivatives.

      ## Positive numbers: the time until `concentration` events have happened, of which `rate` happen in one unit of time. The mean is
      ## concentration / rate.
      ##     logp(Gamma(2, 3), 1)                           # -0.802775
      ##     mean(Gamma(2, 4))                              # 0.5
      ##     expect(Gamma(0.5, 1), x -> x^2)                # 0.75
      model Gamma(concentration, rate = 1, shape = ()) {
          let _shown = _parameters("Gamma", shape, concentration, rate)
          let (a, speed) = _shown
          let _base = "line"
          # x = exp(s) / speed, with s around its most likely place, measured in its standard deviation; beyond the limits lies nothing.
          fn _place(t) {
              let s = minimum(log(a) + t / √a, log(2 * a + 1500))
              (
                  exp(maximum(s, -700)) / speed,
                  a * s - exp(s) - lgamma(a) - log(a) / 2,
                  (a - 1) * s + log(speed) - exp(s) - lgamma(a)
              )
          }
          fn sample() = gamma(a) / speed
          fn logp(x) {
              let y = where(x > 0, x, 1)
              let inside = where(a == 1, 0, (a - 1) * log(y)) + a * log(speed) - speed * y - lgamma(a)
              let at_zero = where(a < 1, inf, where(a == 1, log(speed), -inf))
              where(x > 0, inside, where(x == 0, at_zero, -inf))
          }
          fn mean() = a / speed
          fn variance() = a / speed^2
          fn entropy() = a - log(speed) + lgamma(a) + (1 - a) * digamma(a)
          fn kl(other) {
              let (c, r) = other._shown
              (a - c) * digamma(a) - lgamma(a) + lgamma(c) + c * log(speed / r) + a * (r / speed - 1)
          }
      }

      ## Numbers between 0 and 1: what is known of a chance after `a` - 1 times yes and `b` - 1 times no.
      ##     logp(Beta(2, 3), 0.5)                          # 0.405465
      ##     mean(Beta(2, 3))                               # 0.4
      ##     expect(Beta(0.5, 0.5), x -> x^2)               # 0.375
      model Beta(a, b, shape = ()) {
          let _shown = _parameters("Beta", shape, a, b)
          let (yes, no) = _shown
          let _base = "line"
          fn _norm() = lgamma(yes) + lgamma(no) - lgamma(yes + no)
          # x = sigmoid(s), with s around its most likely place, measured in about its standard deviation.
          fn _place(t) {
              let width = √(1 / yes + 1 / no)
              let s = log(yes / no) + width * t
              let (left, right) = (-softplus(-s), -softplus(s))
              let inside = (yes - 1) * left + (no - 1) * right - _norm()
              (sigmoid(maximum(minimum(s, 36), -700)), inside + left + right + log(width), inside)
          }
          fn sample() {
              let (u, v) = (gamma(yes, precision: "float64"), gamma(no, precision: "float64"))
              # With tiny parameters both may round to 0, and then it is one end or the other.
              float32(where(u + v > 0, u / where(u + v > 0, u + v, 1), bernoulli(yes / (yes + no))))
          }
          fn logp(x) {
              let isInside = x * (1 - x) > 0
              let y = where(isInside, x, 0.5)
              let inside = where(yes == 1, 0, (yes - 1) * log(y)) +
                  where(no == 1, 0, (no - 1) * log(1 - y)) - _norm()
              let left = where(yes < 1, inf, where(yes == 1, -_norm(), -inf))
              let right = where(no < 1, inf, where(no == 1, -_norm(), -inf))
              where(isInside, inside, where(x == 0, left, where(x == 1, right, -inf)))
          }
          fn mean() = yes / (yes + no)
          fn variance() = yes * no / ((yes + no)^2 * (yes + no + 1))
          fn entropy() = _norm() - (yes - 1) * digamma(yes) - (no - 1) * digamma(no) +
              (yes + no - 2) * digamma(yes + no)
          fn kl(other) {
              let (c, d) = other._shown
              other._norm() - _norm() + (yes - c) * digamma(yes) + (no - d) * digamma(no) +
                  (c - yes + d - no) * digamma(yes + no)
          }
      }

      """###)
}
