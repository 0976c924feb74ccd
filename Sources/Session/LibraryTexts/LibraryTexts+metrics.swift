// metrics.aula as text. Made by scripts/embed-library.sh; edit Sources/Session/Library/metrics.aula instead.

extension LibraryTexts {
  static let metrics = LibraryText(
    name: "metrics.aula",
    names: [
      "accuracy", "confusion", "auc", "ranks", "roc", "precision_at_k", "purity", "correlation",
      "rank_correlation", "cosine_similarity", "r2",
    ],
    text: ###"""
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

      """###)
}
