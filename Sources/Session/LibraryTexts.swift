// The library written in Aula, as text. Made by scripts/embed-library.sh; edit Sources/Session/Library instead.

enum LibraryTexts {
  /// The files by name, in the order they are loaded.
  static let all: [(name: String, text: String)] = [
    (
      "layers.aula",
      ###"""
      # Layers, and the weights they begin with.

      ## Weights of a layer from n to m numbers, spread so that signals keep their size forwards and gradients backwards
      ## (Glorot and Bengio, 2010): `glorot(784, 100)`.
      fn glorot(n, m) {
          let a = √(6 / (n + m))
          uniform(n, m, low: -a, high: a)
      }

      ## Weights of a layer from n to m numbers that `relu` follows (He and others, 2015): `he(784, 100)`.
      fn he(n, m) = √(2 / n) * normal(n, m)

      ## A layer in which every output sees every input: act(x @ W + b).
      model Dense(n, m, act = identity) {
          param W = glorot(n, m)
          param b = zeros(m)
          fn (x: [..., n]) -> [..., m] = act(x @ W + b)
      }

      """###
    ),
    (
      "learning.aula",
      ###"""
      # Losses, and cutting data into pieces.

      ## The mean of the squared differences. Both must have one shape: losses never broadcast.
      fn mse(prediction, target) {
          if shape(prediction) ≠ shape(target) {
              error("mse: {shape(prediction)} against {shape(target)}; losses never broadcast")
          }
          mean((prediction - target)^2)
      }

      ## x with what is below `low` or above `high` moved there: `update D by w -> clip(w, -0.01, 0.01)`.
      fn clip(x, low, high) = clamp(x, low, high)

      ## The rows of X in pieces of `size`, in order; the last one may be smaller.
      fn batches(X, size) {
          let n = count(X)
          (X[i..minimum(i + size, n)] for i in 0..n by size)
      }

      """###
    ),
  ]
}
