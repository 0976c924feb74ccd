// data.aula as text. Made by scripts/embed-library.sh; edit Sources/Session/Library/data.aula instead.

extension LibraryTexts {
  static let data = LibraryText(
    name: "data.aula",
    names: [
      "batches", "shuffle", "rows", "in_each", "train_test", "standardise", "grid", "ring_of_gaussians",
      "two_moons", "spiral", "swiss_roll", "plane_cloud",
    ],
    text: ###"""
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

      """###)
}
