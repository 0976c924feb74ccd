// layers.aula as text. Made by scripts/embed-library.sh; edit Sources/Session/Library/layers.aula instead.

extension LibraryTexts {
  static let layers = LibraryText(
    name: "layers.aula",
    names: ["Dense", "TiedDense", "Flatten", "Reshape", "Dropout", "Embedding", "BatchNorm", "LayerNorm"],
    text: ###"""
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

      """###)
}
