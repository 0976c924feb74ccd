// What learns, as it was at one moment: taken and given back without copying a tensor.
import Graph
import TensorKit

/// The values of everything that changes when a program learns.
package struct LearningSnapshot {
  // Cells are held, so that one that a program lost comes back with the names that are given back.
  fileprivate let cells: [(cell: Cell, value: NDArray)]
  fileprivate let moments: [Int: Moments]
  fileprivate let series: [String: (series: Series, numbers: [Double])]
  fileprivate let random: RandomStream

  /// Roughly the bytes that it keeps alive once everything has moved on.
  package var bytes: Int {
    cells.reduce(0) { $0 + $1.value.count * $1.value.dtype.size } + moments.values.reduce(0) { $0 + $1.byteCount }
      + series.values.reduce(0) { $0 + 8 * $1.numbers.count }
  }
}

extension Machine {
  /// Everything that learns, as it is now. Arrays are shared with the present.
  package func learningSnapshot() -> LearningSnapshot {
    LearningSnapshot(
      cells: cells.alive.map { ($0, $0.parameter.value) }, moments: moments.mapValues { $0.copy() },
      series: series.mapValues { ($0, $0.numbers) }, random: graph.random)
  }

  /// Makes everything that learns what it was. The snapshot stays good.
  package func restore(_ snapshot: LearningSnapshot) throws {
    for (cell, value) in snapshot.cells where !cell.parameter.value.isSame(as: value) {
      try cell.parameter.assign(value)
    }
    moments = snapshot.moments.mapValues { $0.copy() }
    series = snapshot.series.mapValues { series, numbers in
      // What was recorded since goes; what was recorded then and taken back in between comes again.
      let common = zip(series.numbers, numbers).prefix { $0.0.bitPattern == $0.1.bitPattern }.count
      series.truncate(to: common)
      for number in numbers.dropFirst(common) { series.append(number) }
      return series
    }
    graph.random = snapshot.random
  }
}

extension NDArray {
  /// Whether both are the same elements in memory, seen in the same way.
  fileprivate func isSame(as other: NDArray) -> Bool {
    storage === other.storage && offset == other.offset && shape == other.shape && strides == other.strides
  }
}
