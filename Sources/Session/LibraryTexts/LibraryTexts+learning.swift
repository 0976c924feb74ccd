// learning.aula as text. Made by scripts/embed-library.sh; edit Sources/Session/Library/learning.aula instead.

extension LibraryTexts {
  static let learning = LibraryText(
    name: "learning.aula",
    names: ["clip", "l1", "l2", "learned"],
    text: ###"""
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

      """###)
}
