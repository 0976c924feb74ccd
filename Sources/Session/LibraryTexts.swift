// The library written in Aula, as text. Made by scripts/embed-library.sh; edit Sources/Session/Library instead.

enum LibraryTexts {
  /// The files by name, with what they define.
  static let all: [(name: String, text: String, names: [String])] = [
    (
      "convolutional.aula",
      ###"""
      # Layers for images.
      # Images are tensors [batch, channels, height, width]. `size`, `stride` and `padding` are one number, or two: down and
      # across. Weights are drawn for the numbers that one output sees and for the number of outputs, by `he` unless
      # `weights` names another.

      ## Every output is a filter's view of a patch: convolution (cross-correlation, as everywhere in this field) plus a
      ## bias for each output channel. Size 3 with padding 1 keeps height and width.
      ##     let layer = Conv2D(1, 8, 3, padding: 1, act: relu)
      ##     layer(zeros(5, 1, 28, 28)).shape   # (5, 8, 28, 28)
      ##     parameter_count(layer)   # 80
      model Conv2D(
          channels_in, channels_out, size, stride = 1, padding = 0, act = identity, weights = he
      ) {
          let (high, wide) = if is_tuple(size) { size } else { (size, size) }
          let seen = channels_in * high * wide
          param W = reshape(weights(seen, channels_out).T, channels_out, channels_in, high, wide)
          param b = zeros(channels_out)
          fn (x: [batch, channels_in, height, width]) =
              act(conv2d(x, W, stride: stride, padding: padding) + reshape(b, channels_out, 1, 1))
      }

      ## Every input paints a filter into a larger image, plus a bias for each output channel: the way back through
      ## `Conv2D`. Size 4 with stride 2 and padding 1 doubles height and width.
      ##     let layer = Conv2DTransposed(8, 1, 4, stride: 2, padding: 1, act: tanh)
      ##     layer(zeros(5, 8, 14, 14)).shape   # (5, 1, 28, 28)
      model Conv2DTransposed(
          channels_in,
          channels_out,
          size,
          stride = 1,
          padding = 0,
          output_padding = 0,
          act = identity,
          weights = he
      ) {
          let (high, wide) = if is_tuple(size) { size } else { (size, size) }
          let (down, across) = if is_tuple(stride) { stride } else { (stride, stride) }
          # The filters of neighbours overlap: of those painted, an output sees one in down · across.
          let drawn = √(down * across) * weights(channels_in * high * wide, channels_out)
          param W = permute(reshape(drawn, channels_in, high, wide, channels_out), (0, 3, 1, 2))
          param b = zeros(channels_out)
          fn (x: [batch, channels_in, height, width]) = act(
              conv2d_transposed(x, W, stride: stride, padding: padding, output_padding: output_padding) +
                  reshape(b, channels_out, 1, 1)
          )
      }

      ## The largest number of every window; windows lie side by side unless `stride` says otherwise.
      ##     MaxPool2D(2)(zeros(5, 8, 28, 28)).shape   # (5, 8, 14, 14)
      model MaxPool2D(size = 2, stride = size, padding = 0) {
          fn (x: [batch, channels, height, width]) = max_pool2d(x, size, stride: stride, padding: padding)
      }

      ## The mean of every window; windows lie side by side unless `stride` says otherwise.
      ##     AveragePool2D(2)([[[[1, 2], [3, 4]]]])   # [[[[2.5]]]]
      model AveragePool2D(size = 2, stride = size, padding = 0) {
          fn (x: [batch, channels, height, width]) =
              average_pool2d(x, size, stride: stride, padding: padding)
      }

      ## Images made larger by repeating every element.
      ##     Upsample2D(2)([[[[1, 2]]]])   # [[[[1, 1, 2, 2], [1, 1, 2, 2]]]]
      model Upsample2D(factor = 2) {
          fn (x: [batch, channels, height, width]) = upsample2d(x, factor)
      }

      """###,
      ["Conv2D", "Conv2DTransposed", "MaxPool2D", "AveragePool2D", "Upsample2D"]
    ),
    (
      "data.aula",
      ###"""
      # Data.
      # Cutting data into pieces, and sets that are cheap to draw. A data set is a tensor whose rows belong together, or a
      # tuple of such tensors, (X, y), whose rows belong together too and stay so.

      ## The rows of X in pieces of `size`, in order or `shuffled`; the last one may be smaller. Of a tuple, tuples of pieces.
      ##     count(batches(zeros(10, 2), 4))   # 3
      ##     for (x, y) in batches(([[1], [2], [3]], [1, 0, 1]), 2, shuffled: true) { print(count(x), count(y)) }
      fn batches(X, size, shuffled = false) {
          let n = same_count("batches", X)
          let data = if shuffled { shuffle(X) } else { X }
          (rows(data, i, minimum(i + size, n)) for i in 0..n by size)
      }

      ## The rows in random order; of a tuple, all its tensors in the same random order.
      ##     sort(shuffle([1, 2, 3]))   # [1, 2, 3]
      fn shuffle(X) {
          let order = permutation(same_count("shuffle", X))
          in_each(part -> part[order], X)
      }

      ## The rows from `first` up to but without `stop`; of a tuple, those of all its tensors.
      ##     rows(([1, 2, 3], [4, 5, 6]), 1, 3)   # ([2, 3], [5, 6])
      fn rows(X, first, stop) = in_each(part -> part[first..stop], X)

      ## What `f` gives for a tensor; of a tuple, for each of its tensors, as a tuple.
      ##     in_each(part -> part + 1, ([1, 2], 3))   # ([2, 3], 4)
      fn in_each(f, X) = if is_tuple(X) { (f(part) for part in X) } else { f(X) }

      ## A share of the rows to learn from and the others to test with, as (train, test). They are shuffled before, unless
      ## `shuffled: false`: data often comes sorted.
      ##     let (train, test) = train_test([1, 2, 3, 4, 5], 0.8, shuffled: false)
      ##     train   # [1, 2, 3, 4]
      ##     let ((x, y), (x_test, y_test)) = train_test((zeros(10, 2), ones(10)), 0.8)
      ##     x_test.shape   # (2, 2)
      fn train_test(X, share = 0.8, shuffled = true) {
          let n = same_count("train_test", X)
          check_between("train_test", "share", share, 0, 1)
          let cut = round(share * n)
          let data = if shuffled { shuffle(X) } else { X }
          (train: rows(data, 0, cut), test: rows(data, cut, n))
      }

      ## Each column moved and stretched to mean 0 and standard deviation 1; new data follows with the same two numbers,
      ## `(new - mean) / sd`. A column that does not vary keeps sd 1.
      ##     let (data, mean, sd) = standardise([[1, 5], [3, 5]])
      ##     data   # [[-1, 0], [1, 0]]
      ##     sd   # [1, 1]
      fn standardise(X) {
          let centre = mean(X, axis: 0)
          let width = std(X, axis: 0)
          let sd = where(width == 0, 1, width)
          (data: (X - centre) / sd, mean: centre, sd: sd)
      }

      ## The points of a square grid, n in each direction from a to b, as [n², 2]: the first number runs faster. A value for
      ## each point, `reshape(values, n, n)`, is a picture of the plane row by row.
      ##     grid(0, 1, 2)   # [[0, 0], [1, 0], [0, 1], [1, 1]]
      fn grid(a, b, n) {
          let marks = linspace(a, b, count: n)
          stack((tile(marks, n), repeat_each(marks, n)), axis: 1)
      }

      ## n points around `modes` centres on a circle, and the number of each one's centre: the test of whether a generator
      ## finds them all.
      ##     let (points, labels) = ring_of_gaussians(200, 8)
      ##     points.shape   # (200, 2)
      fn ring_of_gaussians(n, modes = 8, radius = 2, sd = 0.1) {
          let labels = int(arange(n) mod modes)
          let angle = 2 * π * labels / modes
          (points: radius * stack((cos(angle), sin(angle)), axis: 1) + sd * normal(n, 2), labels: labels)
      }

      ## n points on two half circles that reach into each other, and which one each is on: no straight line separates them.
      ##     two_moons(100).points.shape   # (100, 2)
      fn two_moons(n, noise = 0.1) {
          let labels = int(arange(n) mod 2)
          let angle = π * uniform(n)
          let x = where(labels == 0, cos(angle), 1 - cos(angle))
          let y = where(labels == 0, sin(angle), 0.5 - sin(angle))
          (points: stack((x, y), axis: 1) + noise * normal(n, 2), labels: labels)
      }

      ## n points on spiral arms that start near the middle and wind outwards, and which arm each is on.
      ##     max(spiral(90, arms: 3).labels)   # 2
      fn spiral(n, arms = 2, turns = 1, noise = 0.03) {
          let labels = int(arange(n) mod arms)
          let way = √uniform(n)
          let angle = 2 * π * (turns * way + labels / arms)
          (
              points: expand(way, -1) * stack((cos(angle), sin(angle)), axis: 1) + noise * normal(n, 2),
              labels: labels
          )
      }

      ## n points in space on a rolled-up strip, and how far along the strip each one lies, from 0 to 1: a plane cannot
      ## follow it.
      ##     swiss_roll(100).points.shape   # (100, 3)
      fn swiss_roll(n, noise = 0) {
          let along = uniform(n)
          # One and a half turns, from radius 0.5 to 1.5.
          let angle = 3 * π * along
          let radius = 0.5 + along
          let points = stack((radius * cos(angle), 2 * uniform(n) - 1, radius * sin(angle)), axis: 1)
          (points: points + noise * normal(n, 3), along: along)
      }

      ## n points in space near a tilted plane through 0, twice as wide one way as the other: what two numbers can tell of
      ## three.
      ##     plane_cloud(100).shape   # (100, 3)
      fn plane_cloud(n, noise = 0.05) =
          normal(n, 2) * [2, 1] @ ([[2, 2, 1], [-2, 1, 2]] / 3) + noise * normal(n, 3)

      """###,
      [
        "batches", "shuffle", "rows", "in_each", "train_test", "standardise", "grid", "ring_of_gaussians",
        "two_moons", "spiral", "swiss_roll", "plane_cloud",
      ]
    ),
    (
      "distributions.aula",
      ###"""
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

      """###,
      ["Normal", "MvNormal", "Bernoulli", "Categorical", "Uniform", "Exponential", "Laplace"]
    ),
    (
      "distributions_gamma.aula",
      ###"""
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

      """###,
      ["Gamma", "Beta"]
    ),
    (
      "initialisers.aula",
      ###"""
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

      """###,
      ["glorot", "glorot_normal", "he", "he_uniform", "lecun", "orthogonal", "small"]
    ),
    (
      "layers.aula",
      ###"""
      # Layers.
      # What networks are made of. A layer is a model: call it with a batch, chain it with `>>`, move its parameters with
      # `descend`. Shapes in the signatures are enforced, so a wrong input is reported by the layer that got it.

      ## Every output sees every input: act(x @ W + b). The weights begin as `glorot` draws them, unless `weights` names
      ## another.
      ##     let layer = Dense(784, 100, relu, weights: he)
      ##     layer(zeros(5, 784)).shape   # (5, 100)
      ##     parameter_count(layer)   # 78500
      model Dense(n, m, act = identity, weights = glorot) {
          param W = weights(n, m)
          param b = zeros(m)
          fn (x: [..., n]) -> [..., m] = act(x @ W + b)
      }

      ## The way back through a `Dense` layer: act(x @ W.T + b) with the weights of that layer and a bias of its own. The
      ## weights are one parameter: they count once, and both uses add to their gradient. (n and m follow from the layer.)
      ##     let encoder = Dense(784, 30, tanh)
      ##     let autoencoder = encoder >> TiedDense(encoder, sigmoid)
      ##     autoencoder(zeros(5, 784)).shape   # (5, 784)
      ##     parameter_count(autoencoder)   # 24334
      model TiedDense(layer, act = identity, n = shape(layer.W)[0], m = shape(layer.W)[1]) {
          let W = layer.W
          param b = zeros(n)
          fn (x: [..., m]) -> [..., n] = act(x @ W.T + b)
      }

      ## All axes but the first become one: images become rows of numbers.
      ##     Flatten()(zeros(5, 3, 8, 8)).shape   # (5, 192)
      model Flatten() {
          fn (x: [batch, ...]) = flatten(x, from: 1)
      }

      ## Each row of a batch under another shape; one size may be -1 and is worked out.
      ##     Reshape((1, 28, 28))(zeros(5, 784)).shape   # (5, 1, 28, 28)
      model Reshape(sizes) {
          let rest = if is_tuple(sizes) { sizes } else { (sizes,) }
          fn (x: [batch, ...]) =
              reshape(x, (if i == 0 { batch } else { rest[i - 1] } for i in 0..count(rest) + 1))
      }

      ## While the model learns, each element is 0 with the chance `rate`, and else larger by as much as keeps the mean;
      ## when the model is used, nothing happens.
      ##     let net = Dense(784, 100, relu) >> Dropout(0.3) >> Dense(100, 10)
      ##     Dropout(0.3)([1, 2, 3])   # [1, 2, 3]
      model Dropout(rate = 0.5) {
          fn (x) = if is_training() { dropout(x, rate) } else { x }
      }

      ## The row of a table [size of the vocabulary, size of a row] for each whole number; the rows are learned.
      ##     Embedding(1000, 16)([[3, 1, 4], [1, 5, 9]]).shape   # (2, 3, 16)
      model Embedding(words, size) {
          param table = normal(words, size) / √size
          fn (indices) = embedding(table, indices)
      }

      ## Each of n features, or of n channels of images, at mean 0 and variance 1 over the batch, then scaled and shifted by
      ## learned numbers (Ioffe and Szegedy, 2015). While it learns it also keeps running averages of mean and variance, of
      ## which each step forgets 1 - `momentum`; when the model is used, these take the place of the batch's own.
      ##     let norm = BatchNorm(2)
      ##     training(norm)([[1, 10], [3, 30]])   # [[-1.000, -1.000], [1.000, 1.000]]
      ##     norm.running_mean   # [0.2, 2]
      model BatchNorm(n, momentum = 0.9, epsilon = 1e-5) {
          param scale = ones(n)
          param shift = zeros(n)
          state running_mean = zeros(n)
          state running_variance = ones(n)
          fn (x: [batch, n, ...]) {
              if is_training() {
                  let axes = (axis for axis in 0..x.rank if axis ≠ 1)
                  let seen = x.count / n
                  # The batch is a sample: its own variance is too small by this factor.
                  let unbiased = seen / maximum(seen - 1, 1) * variance(x, axis: axes)
                  update running_mean by old -> momentum * old + (1 - momentum) * mean(x, axis: axes)
                  update running_variance by old -> momentum * old + (1 - momentum) * unbiased
                  batch_norm(x, scale, shift, epsilon: epsilon)
              } else {
                  let factor = scale / √(running_variance + epsilon)
                  let sizes = (if axis == 1 { n } else { 1 } for axis in 0..x.rank)
                  x * reshape(factor, sizes) + reshape(shift - running_mean * factor, sizes)
              }
          }
      }

      ## Each row at mean 0 and variance 1 over its n numbers, then scaled and shifted by learned numbers (Ba and others,
      ## 2016). It does the same while it learns and when it is used, and does not look at the rest of the batch.
      ##     LayerNorm(2)([[1, 3], [30, 10]])   # [[-1.000, 1.000], [1.000, -1.000]]
      model LayerNorm(n, epsilon = 1e-5) {
          param scale = ones(n)
          param shift = zeros(n)
          fn (x: [..., n]) -> [..., n] = layer_norm(x, scale, shift, epsilon: epsilon)
      }

      """###,
      ["Dense", "TiedDense", "Flatten", "Reshape", "Dropout", "Embedding", "BatchNorm", "LayerNorm"]
    ),
    (
      "learning.aula",
      ###"""
      # Parameters in bounds.
      # Penalties that are added to a loss, and what `update` does to parameters that must not leave their bounds.

      ## x with what is below `low` or above `high` moved there, as the weights of a Wasserstein critic are after every step:
      ## `update D by w -> clip(w, -0.01, 0.01)`.
      ##     clip([-3, 0.5, 3], -1, 1)   # [-1, 0.5, 1]
      fn clip(x, low, high) = clamp(x, low, high)

      ## The sum of the absolute values of all parameters of a model, a penalty that drives them to 0:
      ## `mse(f(x), y) + 0.01 * l1(f)`.
      ##     param w = [3, -4]
      ##     l1(w)   # 7
      fn l1(m) = reduce((total, p) -> total + sum(abs(p)), 0, learned(m))

      ## The sum of the squares of all parameters of a model, a penalty that keeps them small: `mse(f(x), y) + 0.01 * l2(f)`.
      ##     param w = [3, -4]
      ##     l2(w)   # 25
      fn l2(m) = reduce((total, p) -> total + sum(p^2), 0, learned(m))

      ## The parameters of a model as a tuple; of a tensor, the tensor itself.
      ##     count(learned(Dense(2, 3)))   # 2
      fn learned(m) {
          let all = parameters(m)
          if count(all) > 0 { all } else { (m,) }
      }

      """###,
      ["clip", "l1", "l2", "learned"]
    ),
    (
      "losses.aula",
      ###"""
      # Losses.
      # What learning makes small. Losses with a name of their own (`mse`, `bce`, …) are means, ready for `descend`;
      # negative log-likelihoods (`…_nll`) and `kl_gauss` are element-wise, so that a program writes out what is summed and
      # what is averaged. Losses never broadcast: both sides have one shape.

      ## The mean of the squared differences.
      ##     mse([1, 2], [1, 4])   # 2
      fn mse(prediction, target) {
          same_shape("mse", prediction, target)
          mean((prediction - target)^2)
      }

      ## The mean of the absolute differences: less upset by outliers than `mse`.
      ##     mae([1, 2], [1, 4])   # 1
      fn mae(prediction, target) {
          same_shape("mae", prediction, target)
          mean(abs(prediction - target))
      }

      ## Half of `mse` for differences up to `delta`, straight beyond: smooth at 0, and calm about outliers.
      ##     huber([0, 0], [1, 10])   # 5
      fn huber(prediction, target, delta = 1) {
          same_shape("huber", prediction, target)
          let d = abs(prediction - target)
          mean(where(d <= delta, d^2 / 2, delta * (d - delta / 2)))
      }

      ## Binary cross-entropy of probabilities: the mean of -t log p - (1 - t) log(1 - p), for targets t from 0 to 1. Exact
      ## for `p = sigmoid(x)` however large x; `bce_logits` takes the x itself.
      ##     bce([0.5, 0.5], [1, 0])   # 0.6931
      ##     bce([1, 0], [1, 0])   # 0
      fn bce(p, target) {
          same_shape("bce", p, target)
          # 0 log 0 counts as 0, the limit of t log t.
          mean(where(target == 0, 0, -target * log(p)) + where(target == 1, 0, (target - 1) * log(1 - p)))
      }

      ## Binary cross-entropy of logits: `bce(sigmoid(logits), target)`.
      ##     bce_logits([0, 10000], [1, 0])   # 5000.35
      fn bce_logits(logits, target) {
          same_shape("bce_logits", logits, target)
          mean(bernoulli_nll(target, logits))
      }

      ## The mean over the rows of -log softmax(logits) at the true class. The labels are whole numbers, one for each row; or
      ## probabilities (one-hot rows are some), in the shape of the logits.
      ##     cross_entropy([[0, 0], [10, 0]], [1, 0])   # 0.3466
      ##     cross_entropy([[0, 0], [10, 0]], one_hot([1, 0], 2))   # 0.3466
      fn cross_entropy(logits, labels) {
          let logs = log_softmax(logits)
          if count(shape(labels)) == count(shape(logits)) {
              same_shape("cross_entropy", logits, labels)
              -mean(sum(labels * logs, axis: -1))
          } else {
              same_shape("cross_entropy", logits[..., 0], labels)
              -mean(take_along(logs, expand(labels, -1)))
          }
      }

      ## The mean of max(0, 1 - s · score) for signs s of -1 and 1: no loss beyond a margin of 1 on the right side.
      ##     hinge([2, 0.5], [1, -1])   # 0.75
      fn hinge(scores, signs) {
          same_shape("hinge", scores, signs)
          mean(maximum(0, 1 - signs * scores))
      }

      ## -log N(x; mean, exp(logvar)), element by element. `mean` and `logvar` have the shape of x; `logvar` may be one
      ## number.
      ##     gaussian_nll([1, 2], [1, 1], 0)   # [0.9189, 1.4189]
      fn gaussian_nll(x, mean, logvar) {
          same_shape("gaussian_nll", x, mean)
          if count(shape(logvar)) > 0 { same_shape("gaussian_nll", x, logvar) }
          (log(2 * π) + logvar + (x - mean)^2 * exp(-logvar)) / 2
      }

      ## -log p(x) of coins that show 1 with probability sigmoid(logits), element by element; exact however large the logits.
      ## x may lie between 0 and 1, as grey pixels do.
      ##     bernoulli_nll([1, 0], [0, 10000])   # [0.6931, 10000]
      fn bernoulli_nll(x, logits) {
          same_shape("bernoulli_nll", x, logits)
          x * softplus(-logits) + (1 - x) * softplus(logits)
      }

      ## KL(N(mean, exp(logvar)) ‖ N(0, 1)), element by element: the price of a code in a variational autoencoder.
      ##     kl_gauss([0, 1], [0, 0])   # [0, 0.5]
      ##     sum(kl_gauss([1, 2], [0, 1]), axis: -1)   # 2.8591
      fn kl_gauss(mean, logvar) {
          same_shape("kl_gauss", mean, logvar)
          (mean^2 + exp(logvar) - 1 - logvar) / 2
      }

      """###,
      [
        "mse", "mae", "huber", "bce", "bce_logits", "cross_entropy", "hinge", "gaussian_nll", "bernoulli_nll",
        "kl_gauss",
      ]
    ),
    (
      "metrics.aula",
      ###"""
      # Metrics.
      # How good an answer is, in numbers that people compare. Labels are whole numbers from 0; where two classes are meant,
      # what is greater than 0 is the positive one.

      ## The share of right answers. Scores, with one row more axis than the labels, answer with their greatest; labels are
      ## compared.
      ##     accuracy([1, 0, 2], [1, 1, 2])   # 0.6667
      ##     accuracy([[0.1, 0.9], [0.8, 0.2]], [1, 1])   # 0.5
      fn accuracy(predicted, labels) {
          let answers = if count(shape(predicted)) > count(shape(labels)) {
              argmax(predicted, axis: -1)
          } else {
              predicted
          }
          same_shape("accuracy", answers, labels)
          mean(answers == labels)
      }

      ## How often each class (row) was answered with each class (column).
      ##     confusion([1, 0, 1], [1, 1, 1], 2)   # [[0, 0], [1, 2]]
      fn confusion(predicted, labels, classes) {
          same_shape("confusion", predicted, labels)
          one_hot(labels, classes).T @ one_hot(predicted, classes)
      }

      ## The share of the pairs of a positive and a negative that the scores put in the right order (the area under the ROC
      ## curve); equal scores count half. 0.5 is chance; nan if one kind is missing.
      ##     auc([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1])   # 0.75
      fn auc(scores, labels) {
          same_shape("auc", scores, labels)
          let isPositive = float64(labels > 0)
          let positives = sum(isPositive)
          let negatives = count(labels) - positives
          (sum(isPositive * ranks(scores)) - positives * (positives + 1) / 2) / (positives * negatives)
      }

      ## The rank of each number, 1 for the smallest; equal numbers share the mean of their ranks.
      ##     ranks([10, 30, 20, 30])   # [1, 3.5, 2, 3.5]
      fn ranks(x: [n]) -> [n] {
          let order = argsort(x)
          let sorted = x[order]
          # Which run of equals an element is in; then how long the runs are, and where they end.
          let run = if n > 1 {
              concatenate([0], cumsum(float64(sorted[1..] ≠ sorted[..-1])))
          } else {
              zeros(n)
          }
          let lengths = scatter_add(ones(n), int(run), size: n)
          let ends = cumsum(lengths)
          scatter_add((ends - (lengths - 1) / 2)[int(run)], order, size: n)
      }

      ## The ROC curve: for every threshold the share of the negatives and of the positives that score at least as much,
      ## from (0, 0) to (1, 1). Equal scores are one step.
      ##     let (fpr, tpr, thresholds) = roc([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1])
      ##     fpr   # [0, 0, 0.5, 0.5, 1]
      ##     tpr   # [0, 0.5, 0.5, 1, 1]
      fn roc(scores: [n], labels: [n]) {
          let order = argsort(scores, descending: true)
          let sorted = scores[order]
          let isPositive = float64((labels > 0)[order])
          # Only where the score changes does the curve have a point.
          let isLast = concatenate(sorted[1..] ≠ sorted[..-1], [true])
          let places = argsort(float64(isLast), descending: true)[0..sum(isLast)]
          let hits = cumsum(isPositive)[places]
          let misses = cumsum(1 - isPositive)[places]
          (
              fpr: concatenate([0], misses / sum(1 - isPositive)),
              tpr: concatenate([0], hits / sum(isPositive)),
              thresholds: concatenate([∞], sorted[places])
          )
      }

      ## The share of the relevant among the k with the highest scores. Where equal scores compete for the last places, the
      ## mean over all their orders.
      ##     precision_at_k([0.9, 0.8, 0.7, 0.1], [1, 0, 1, 1], 3)   # 0.6667
      ##     precision_at_k([1, 0, 0], [1, 1, 0], 2)   # 0.75
      fn precision_at_k(scores: [n], relevant: [n], k) {
          let isRelevant = float64(relevant > 0)
          let border = top_k(scores, k).values[-1]
          let isAbove = float64(scores > border)
          let isTied = float64(scores == border)
          let places = k - sum(isAbove)
          (sum(isAbove * isRelevant) + places * sum(isTied * isRelevant) / sum(isTied)) / k
      }

      ## The share of the elements whose label is the most common one of their cluster.
      ##     purity([0, 0, 0, 1, 1], [2, 2, 0, 1, 1])   # 0.8
      fn purity(clusters: [n], labels: [n]) {
          let counts = one_hot(clusters, max(clusters) + 1).T @ one_hot(labels, max(labels) + 1)
          sum(max(counts, axis: 1)) / n
      }

      ## The correlation of two variables: from -1 over 0 (nothing) to 1 (one is the other, moved and stretched).
      ##     correlation([1, 2, 3], [2, 4, 7])   # 0.9934
      fn correlation(a: [n], b: [n]) = cosine_similarity(a - mean(a), b - mean(b))

      ## Spearman's rank correlation: 1 if one rises wherever the other does.
      ##     rank_correlation([1, 2, 3], [1, 10, 100])   # 1
      fn rank_correlation(a: [n], b: [n]) = correlation(ranks(a), ranks(b))

      ## The cosine of the angle between vectors along the last axis: 1 same direction, 0 at right angles, -1 opposite.
      ##     cosine_similarity([1, 0], [1, 1])   # 0.7071
      fn cosine_similarity(a: [..., n], b: [..., n]) =
          sum(a * b, axis: -1) / √(sum(a^2, axis: -1) * sum(b^2, axis: -1))

      ## The share of the targets' variance that the predictions explain: 1 is perfect, 0 as good as always saying the mean.
      ##     r2([1, 2, 4], [1, 2, 3])   # 0.5
      fn r2(prediction, target) {
          same_shape("r2", prediction, target)
          1 - sum((target - prediction)^2) / sum((target - mean(target))^2)
      }

      """###,
      [
        "accuracy", "confusion", "auc", "ranks", "roc", "precision_at_k", "purity", "correlation",
        "rank_correlation", "cosine_similarity", "r2",
      ]
    ),
    (
      "recurrent.aula",
      ###"""
      # Layers for sequences.
      # Sequences are tensors [batch, time, n]. A recurrent layer reads them step by step and gives all its hidden states
      # [batch, time, hidden]; `last_state` takes the last one, `RepeatVector` begins the way back from one vector to a
      # sequence.

      ## The states that `f` goes through from `start`, one for each element of `xs`: like `reduce`, but all of them, as a
      ## tuple.
      ##     scan((sum, x) -> sum + x, 0, (1, 2, 3))   # (1, 3, 6)
      fn scan(f, start, xs) {
          var now = start
          (if true { now = f(now, x); now } for x in xs)
      }

      ## The simplest memory: h′ = act(x @ W + h @ U + b) at each step.
      ##     let layer = RNN(3, 8)
      ##     layer(zeros(5, 10, 3)).shape   # (5, 10, 8)
      ##     layer.step(zeros(5, 3), zeros(5, 8)).shape   # (5, 8)
      model RNN(n, hidden, act = tanh) {
          param W = glorot(n, hidden)
          param U = orthogonal(hidden, hidden)
          param b = zeros(hidden)

          ## The hidden state after one more input.
          fn step(x: [batch, n], h: [batch, hidden]) -> [batch, hidden] = act(x @ W + h @ U + b)

          fn (x: [batch, time, n], start = zeros(count(x), hidden)) -> [batch, time, hidden] =
              stack(scan((h, t) -> step(x[:, t], h), start, 0..time), axis: 1)
      }

      ## A memory with two gates (Cho and others, 2014): r = σ(…) says how much of the past a proposal c looks at, z = σ(…)
      ## how much of the past stays: h′ = z ⊙ h + (1 - z) ⊙ c, with c = tanh(x @ W_c + b_c + r ⊙ (h @ U_c + d)). W, U and b
      ## hold the columns of r, z and c side by side.
      ##     let net = GRU(3, 8) >> last_state >> Dense(8, 1)
      ##     net(zeros(5, 10, 3)).shape   # (5, 1)
      model GRU(n, hidden) {
          param W = concatenate(glorot(n, hidden), glorot(n, hidden), glorot(n, hidden), axis: 1)
          param U = concatenate(
              orthogonal(hidden, hidden), orthogonal(hidden, hidden), orthogonal(hidden, hidden), axis: 1
          )
          param b = zeros(3 * hidden)
          param d = zeros(hidden)

          ## The hidden state after one more input.
          fn step(x: [batch, n], h: [batch, hidden]) -> [batch, hidden] {
              let new = x @ W + b
              let old = h @ U
              let gates = sigmoid(new[:, 0..2 * hidden] + old[:, 0..2 * hidden])
              let r = gates[:, 0..hidden]
              let z = gates[:, hidden..2 * hidden]
              let proposal =
                  tanh(new[:, 2 * hidden..3 * hidden] + r * (old[:, 2 * hidden..3 * hidden] + d))
              z * h + (1 - z) * proposal
          }

          fn (x: [batch, time, n], start = zeros(count(x), hidden)) -> [batch, time, hidden] =
              stack(scan((h, t) -> step(x[:, t], h), start, 0..time), axis: 1)
      }

      ## A memory with three gates and a cell beside the hidden state (Hochreiter and Schmidhuber, 1997; Gers and others,
      ## 2000): c′ = f ⊙ c + i ⊙ g and h′ = o ⊙ tanh(c′), with the gates i, f, o = σ(…) and the proposal g = tanh(…) of x @
      ## W + h @ U + b. W, U and b hold the columns of i, f, g and o side by side; b begins with 1 for f, so that the cell
      ## remembers.
      ##     let layer = LSTM(3, 8)
      ##     layer(zeros(5, 10, 3)).shape   # (5, 10, 8)
      ##     layer.final(zeros(5, 10, 3)).c.shape   # (5, 8)
      model LSTM(n, hidden) {
          param W = concatenate(
              glorot(n, hidden), glorot(n, hidden), glorot(n, hidden), glorot(n, hidden), axis: 1
          )
          param U = concatenate(
              orthogonal(hidden, hidden),
              orthogonal(hidden, hidden),
              orthogonal(hidden, hidden),
              orthogonal(hidden, hidden),
              axis: 1
          )
          param b = concatenate(zeros(hidden), ones(hidden), zeros(2 * hidden))

          ## The hidden state and the cell after one more input.
          fn step(x: [batch, n], before) {
              let (h, c) = before
              let all = x @ W + h @ U + b
              let i = sigmoid(all[:, 0..hidden])
              let f = sigmoid(all[:, hidden..2 * hidden])
              let g = tanh(all[:, 2 * hidden..3 * hidden])
              let o = sigmoid(all[:, 3 * hidden..4 * hidden])
              let c′ = f * c + i * g
              (h: o * tanh(c′), c: c′)
          }

          fn start(size) = (h: zeros(size, hidden), c: zeros(size, hidden))

          ## The hidden state and the cell after the last step, as `start` of another sequence takes them.
          fn final(x: [batch, time, n], from = start(count(x))) =
              reduce((s, t) -> step(x[:, t], s), from, 0..time)

          fn (x: [batch, time, n], from = start(count(x))) -> [batch, time, hidden] =
              stack((s.h for s in scan((s, t) -> step(x[:, t], s), from, 0..time)), axis: 1)
      }

      ## The hidden state after the last step, of all hidden states [batch, time, hidden].
      ##     let net = RNN(3, 8) >> last_state >> Dense(8, 1)
      ##     last_state([[[1], [2], [3]]])   # [[3]]
      fn last_state(states: [batch, time, hidden]) -> [batch, hidden] = states[:, -1]

      ## One vector for each row, said at each of `steps` steps: what a decoder from a vector to a sequence reads.
      ##     let decoder = RepeatVector(10) >> GRU(4, 8) >> Dense(8, 1)
      ##     decoder(zeros(5, 4)).shape   # (5, 10, 1)
      model RepeatVector(steps) {
          fn (x: [batch, n]) -> [batch, steps, n] = stack((x for i in 0..steps), axis: 1)
      }

      """###,
      ["scan", "RNN", "GRU", "LSTM", "last_state", "RepeatVector"]
    ),
    (
      "schedules.aula",
      ###"""
      # Schedules of the learning rate.
      # Functions of the step, counted from 0: `let rate = cosine_decay(0.1, 1000)`, and in the loop over i, `descend … with
      # sgd(rate(i))`. An optimizer that is written so keeps its moments from step to step: they belong to the statement,
      # not to the recipe.

      ## The same rate at every step.
      ##     constant(0.1)(500)   # 0.1
      fn constant(rate) = step -> rate

      ## Multiplied by `factor` every so many steps, at once.
      ##     let rate = step_decay(0.1, every: 100, factor: 0.5)
      ##     (rate(99), rate(100), rate(250))   # (0.1, 0.05, 0.025)
      fn step_decay(rate, every, factor = 0.1) = step -> rate * factor^floor(step / every)

      ## Multiplied by `factor` every so many steps, little by little.
      ##     exponential_decay(0.1, every: 100, factor: 0.25)(50)   # 0.05
      fn exponential_decay(rate, every, factor = 0.1) = step -> rate * factor^(step / every)

      ## Half a cosine wave, from `rate` down to `low` in so many steps, and `low` from there on.
      ##     let rate = cosine_decay(0.1, 1000)
      ##     (rate(0), rate(500), rate(2000))   # (0.1, 0.05, 0)
      fn cosine_decay(rate, steps, low = 0) =
          step -> low + (rate - low) * (1 + cos(π * minimum(step / steps, 1))) / 2

      ## A schedule that first rises from near 0 in so many equal steps: gentle with optimizers that know nothing yet.
      ##     let rate = warmup(constant(0.1), 10)
      ##     (rate(0), rate(4), rate(10))   # (0.01, 0.05, 0.1)
      fn warmup(schedule, steps) = step -> schedule(step) * minimum((step + 1) / steps, 1)

      ## Up from `low` to `high` and down again, every so many steps.
      ##     let rate = cyclic(0.1, 0.5, every: 100)
      ##     (rate(0), rate(25), rate(50), rate(100))   # (0.1, 0.3, 0.5, 0.1)
      fn cyclic(low, high, every) = step -> high - (high - low) * abs(2 * ((step / every) mod 1) - 1)

      """###,
      ["constant", "step_decay", "exponential_decay", "cosine_decay", "warmup", "cyclic"]
    ),
  ]
}
