// distributions.aula as text. Made by scripts/embed-library.sh; edit Sources/Session/Library/distributions.aula instead.

extension LibraryTexts {
  static let distributions = LibraryText(
    name: "distributions.aula",
    names: ["Normal", "MvNormal", "Bernoulli", "Categorical", "Uniform", "Exponential", "Laplace"],
    text: ###"""
      # Distributions.
      # A distribution is a model with methods such as `sample()` and `logp(x)`. These are the usual ones; one of your own works everywhere
      # too: `model Triangle(a, b) { fn sample() = …; fn logp(x) = … }`. Parameters are numbers or tensors and stretch to one shape, or
      # to `shape:`; logp, kl and entropy are taken element by element.

      ## The normal distribution around `mean`, with the standard deviation `sd`.
      ##     logp(Normal(0, 1), 0)                          # -0.918939
      ##     kl(Normal(1, 2), Normal(0, 1))                 # 1.30685
      ##     expect(Normal(0, 2), z -> z^2)                 # 4
      ##     logp(Normal([0, 1], 2), [0, 1])                # [-1.61209, -1.61209]
      model Normal(mean, sd, shape = ()) {
          let _shown = _parameters("Normal", shape, mean, sd)
          let (location, spread) = _shown
          let _base = "normal"
          fn _place(t) = location + spread * t
          fn sample() = location + spread * normal((location + spread).shape)
          fn logp(x) = -((x - location) / spread)^2 / 2 - log(spread) - log(2 * π) / 2
          fn mean() = location + 0
          fn variance() = spread^2
          fn entropy() = log(spread) + (1 + log(2 * π)) / 2
          fn kl(other) {
              let (m, s) = other._shown
              log(s / spread) + (spread^2 + (location - m)^2) / (2 * s^2) - 0.5
          }
          fn _joint() = MvNormal(location, diagonal_matrix(spread^2))
      }

      ## The normal distribution of a vector: `mean` along the last axis, and the covariance matrix `cov`.
      ##     logp(MvNormal([0, 0], [[1, 0.5], [0.5, 1]]), [1, 1])     # -2.3607
      ##     entropy(MvNormal([0, 0], [[1, 0.5], [0.5, 1]]))          # 2.69404
      model MvNormal(mean, cov, shape = ()) {
          let _shown = _covariance(mean, cov, shape)
          let (location, covariance) = _shown
          let factor = cholesky(covariance)
          let _base = "normal"
          fn _place(t) = location + t @ factor.T
          fn sample() = location + normal(location.shape) @ factor.T
          fn logp(x) = -sum(_whiten(factor, x - location)^2, axis: -1) / 2 - sum(log(diagonal(factor))) -
              log(2 * π) / 2 * count(factor)
          fn mean() = location + 0
          fn variance() = location * 0 + diagonal(covariance)
          fn entropy() = sum(location * 0, axis: -1) + sum(log(diagonal(factor))) +
              (1 + log(2 * π)) / 2 * count(factor)
          fn kl(other) {
              let apart = _whiten(other.factor, location - other.location)
              let ratio = triangular_solve(other.factor, factor)
              let logs = sum(log(diagonal(other.factor))) - sum(log(diagonal(factor)))
              (sum(ratio^2) + sum(apart^2, axis: -1) - count(factor)) / 2 + logs
          }
      }

      # Vectors measured in the coordinates in which a covariance L @ L.T is the identity.
      fn _whiten(L, x) = if x.rank == 1 { triangular_solve(L, x) } else { triangular_solve(L, x.T).T }

      ## A coin: 1 with chance `p`, else 0. In place of p may stand `logits`, the logarithm of p / (1 - p): then nothing is rounded away.
      ##     logp(Bernoulli(0.2), 1)                        # -1.60944
      ##     logp(Bernoulli(logits: 1000), 0)               # -1000
      ##     kl(Bernoulli(0.5), Bernoulli(0.25))            # 0.143841
      ##     expect(Bernoulli(0.2), x -> 10 * x)            # 2
      model Bernoulli(p = (), logits = (), shape = ()) {
          let _shown = _parameters("Bernoulli", shape, p, logits)
          let given = _shown[0]
          let is_logit = labels(_shown)[0] == "logits"
          let _outcomes = [0, 1]
          fn chance() = if is_logit { sigmoid(given) } else { given + 0 }
          # The logarithms of both chances, of 1 and of 0.
          fn _logs() = if is_logit {
              (-softplus(-given), -softplus(given))
          } else {
              (log(given), log(1 - given))
          }
          fn _chances() = if is_logit {
              stack((sigmoid(-given), sigmoid(given)), axis: -1)
          } else {
              stack((1 - given, given), axis: -1)
          }
          fn sample() = bernoulli(chance())
          fn logp(x) {
              let (one, zero) = _logs()
              where(x == 0, 0, x * one) + where(x == 1, 0, (1 - x) * zero)
          }
          fn mean() = chance()
          fn variance() = chance() * (1 - chance())
          fn entropy() {
              let ((one, zero), q) = (_logs(), chance())
              where(q == 0, 0, -q * one) + where(q == 1, 0, (q - 1) * zero)
          }
          fn kl(other) {
              let ((one, zero), q) = (_logs(), chance())
              let (other_one, other_zero) = other._logs()
              where(q == 0, 0, q * (one - other_one)) + where(q == 1, 0, (1 - q) * (zero - other_zero))
          }
      }

      ## One of several classes 0, 1, …: each as likely as `p` says along its last axis. In place of p may stand `logits`.
      ##     logp(Categorical([0.2, 0.8]), 1)               # -0.223144
      ##     logp(Categorical(logits: [0, 1000]), 0)        # -1000
      ##     expect(Categorical([0.2, 0.8]), k -> k)        # 0.8
      model Categorical(p = (), logits = (), shape = ()) {
          let _shown = _parameters("Categorical", shape, p, logits)
          let given = _shown[0]
          let is_logit = labels(_shown)[0] == "logits"
          let classes = given.shape[-1]
          let _outcomes = arange(classes)
          fn _chances() = if is_logit { softmax(given, axis: -1) } else { given + 0 }
          fn _logs() = if is_logit { log_softmax(given, axis: -1) } else { log(given) }
          fn sample() = categorical(_chances())
          fn logp(x) = sum(where(one_hot(x, classes) == 1, _logs(), 0), axis: -1)
          fn mean() = sum(_chances() * _outcomes, axis: -1)
          fn variance() = sum(_chances() * _outcomes^2, axis: -1) - mean()^2
          fn entropy() {
              let q = _chances()
              -sum(where(q == 0, 0, q * _logs()), axis: -1)
          }
          fn kl(other) {
              let q = _chances()
              sum(where(q == 0, 0, q * (_logs() - other._logs())), axis: -1)
          }
      }

      ## Any number from `a` to `b`, all equally likely.
      ##     logp(Uniform(0, 4), 1)                         # -1.38629
      ##     exp(logp(Uniform(0, 4), 5))                    # 0
      ##     expect(Uniform(0, 1), x -> x^2)                # 0.333333
      model Uniform(a, b, shape = ()) {
          let _shown = _parameters("Uniform", shape, a, b)
          let (low, high) = _shown
          let _base = "uniform"
          fn _place(t) = low + (high - low) * t
          fn sample() = low + (high - low) * uniform((high - low).shape)
          fn logp(x) = where(x < low, -inf, where(x > high, -inf, -log(high - low)))
          fn mean() = (low + high) / 2
          fn variance() = (high - low)^2 / 12
          fn entropy() = log(high - low)
          fn kl(other) {
              let (c, d) = other._shown
              where(low < c, inf, where(high > d, inf, log((d - c) / (high - low))))
          }
      }

      ## Waiting times between events of which `rate` happen in one unit of time; the mean is 1 / rate.
      ##     logp(Exponential(2), 1)                        # -1.30685
      ##     kl(Exponential(2), Exponential(1))             # 0.193147
      model Exponential(rate, shape = ()) {
          let _shown = _parameters("Exponential", shape, rate)
          let speed = _shown[0]
          let _base = "exponential"
          fn _place(t) = t / speed
          fn sample() = exponential(speed.shape) / speed
          fn logp(x) = where(x >= 0, log(speed) - speed * x, -inf)
          fn mean() = 1 / speed
          fn variance() = 1 / speed^2
          fn entropy() = 1 - log(speed)
          fn kl(other) {
              let ratio = other._shown[0] / speed
              ratio - log(ratio) - 1
          }
      }

      ## Two exponential tails around `mean`: the density falls by the factor e every `scale`.
      ##     logp(Laplace(0, 1), 1)                         # -1.69315
      ##     variance(Laplace(0, 2))                        # 8
      model Laplace(mean, scale, shape = ()) {
          let _shown = _parameters("Laplace", shape, mean, scale)
          let (location, spread) = _shown
          let _base = "laplace"
          fn _place(t) = location + spread * t
          fn sample() {
              let sizes = (location + spread).shape
              location + spread * (exponential(sizes) - exponential(sizes))
          }
          fn logp(x) = -abs(x - location) / spread - log(2 * spread)
          fn mean() = location + 0
          fn variance() = 2 * spread^2
          fn entropy() = 1 + log(2 * spread)
          fn kl(other) {
              let (m, s) = other._shown
              let gap = abs(location - m)
              log(s / spread) + (spread * exp(-gap / spread) + gap) / s - 1
          }
      }

      """###)
}
