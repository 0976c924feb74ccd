// What learns, as it was at one moment: taken and given back without copying a tensor.
import Graph
import TensorKit

/// The values of everything that changes when a program learns.
package struct LearningSnapshot {
  // Cells are held, so that one that a program lost comes back with the names that are given back.
  let cells: [(cell: Cell, value: NDArray)]
  let moments: [Int: Moments]
  let series: [String: (series: Series, numbers: [Double])]
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
      series.become(numbers)
      return series
    }
    graph.random = snapshot.random
  }

  /// Whether nothing has learned or been recorded since.
  func isAsItWas(at snapshot: LearningSnapshot) -> Bool {
    series.count == snapshot.series.count
      && series.allSatisfy { $0.value.numbers.count == snapshot.series[$0.key]?.numbers.count }
      && snapshot.cells.allSatisfy { $0.cell.parameter.value.isSame(as: $0.value) }
  }
}

extension Series {
  /// What was recorded since goes; what was recorded then and taken back in between comes again.
  func become(_ wanted: [Double]) {
    let common = zip(numbers, wanted).prefix { $0.0.bitPattern == $0.1.bitPattern }.count
    truncate(to: common)
    for number in wanted.dropFirst(common) { append(number) }
  }
}

extension NDArray {
  /// Whether both are the same elements in memory, seen in the same way.
  func isSame(as other: NDArray) -> Bool {
    storage === other.storage && offset == other.offset && shape == other.shape && strides == other.strides
  }
}
