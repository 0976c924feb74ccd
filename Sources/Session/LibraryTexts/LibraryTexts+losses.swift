// losses.aula as text. Made by scripts/embed-library.sh; edit Sources/Session/Library/losses.aula instead.

extension LibraryTexts {
  static let losses = LibraryText(
    name: "losses.aula",
    names: [
      "mse", "mae", "huber", "bce", "bce_logits", "cross_entropy", "hinge", "gaussian_nll", "bernoulli_nll",
      "kl_gauss",
    ],
    text: ###"""
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

      """###)
}
