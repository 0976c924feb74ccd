// initialisers.aula as text. Made by scripts/embed-library.sh; edit Sources/Session/Library/initialisers.aula instead.

extension LibraryTexts {
  static let initialisers = LibraryText(
    name: "initialisers.aula",
    names: ["glorot", "glorot_normal", "he", "he_uniform", "lecun", "orthogonal", "small"],
    text: ###"""
      # Weights to begin with.
      # A layer whose weights begin too large or too small passes on signals that explode or fade. Each of these draws the
      # weights [n, m] of a layer from n to m numbers, so that they do neither; layers take them as `weights: he`.

      ## Weights spread evenly, so that signals keep their size forwards and gradients backwards (Glorot and Bengio, 2010).
      ## The start of `Dense`, `TiedDense` and of the recurrent layers: good for tanh, sigmoid and no activation at all.
      ##     glorot(784, 100).shape   # (784, 100)
      ##     max(abs(glorot(3, 3))) <= 1   # true
      fn glorot(n, m) {
          let a = √(6 / (n + m))
          uniform(n, m, low: -a, high: a)
      }

      ## The weights of `glorot`, drawn from a normal distribution of the same variance, 2 / (n + m).
      ##     glorot_normal(784, 100).shape   # (784, 100)
      fn glorot_normal(n, m) = √(2 / (n + m)) * normal(n, m)

      ## Weights of variance 2 / n, for a layer that `relu` or one of its kin follows (He and others, 2015).
      ## The start of `Conv2D` and `Conv2DTransposed`.
      ##     let layer = Dense(784, 100, relu, weights: he)
      fn he(n, m) = √(2 / n) * normal(n, m)

      ## The weights of `he`, spread evenly.
      ##     he_uniform(784, 100).shape   # (784, 100)
      fn he_uniform(n, m) {
          let a = √(6 / n)
          uniform(n, m, low: -a, high: a)
      }

      ## Weights of variance 1 / n (LeCun and others, 1998): what `selu` needs to keep signals at mean 0 and variance 1.
      ##     let layer = Dense(784, 100, selu, weights: lecun)
      fn lecun(n, m) = √(1 / n) * normal(n, m)

      ## Weights with orthonormal rows or columns, whichever are fewer: they turn signals and never stretch them (Saxe and
      ## others, 2014). The recurrent layers begin with them from step to step.
      ##     let Q = orthogonal(3, 3)
      ##     max(abs(Q.T @ Q - eye(3))) < 1e-5   # true
      fn orthogonal(n, m) {
          let (q, r) = qr(normal(maximum(n, m), minimum(n, m)))
          # With these signs every orthogonal matrix is equally likely.
          let signs = 2 * bernoulli(0.5 * ones(minimum(n, m))) - 1
          if n >= m { q * signs } else { (q * signs).T }
      }

      ## Small normal weights, all of one size whatever the layer: what DCGANs begin with, at sd 0.02. `small(0.1)` is a
      ## function for `weights`.
      ##     let layer = Conv2D(1, 8, 3, weights: small())
      fn small(sd = 0.02) = (n, m) -> sd * normal(n, m)

      """###)
}
