// schedules.aula as text. Made by scripts/embed-library.sh; edit Sources/Session/Library/schedules.aula instead.

extension LibraryTexts {
  static let schedules = LibraryText(
    name: "schedules.aula",
    names: ["constant", "step_decay", "exponential_decay", "cosine_decay", "warmup", "cyclic"],
    text: ###"""
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

      """###)
}
