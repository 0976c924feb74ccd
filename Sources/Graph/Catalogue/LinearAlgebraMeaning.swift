// What the rows of linear algebra mean, by the methods one would use on paper.
import TensorKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

enum MatrixMeaning {
  static func logarithm(_ x: Double) -> Double { Glibc.log(x) }

  /// The x with a · x = b by elimination, over stretched leading axes; a `b` of rank 1 is a column.
  static func eliminated(_ a: Plain, _ b: Plain) -> Plain {
    let isVector = b.dims.count == 1
    let sides = isVector ? Plain(b.dims + [1], b.values) : b
    let (order, columns) = (a.dims[a.dims.count - 1], sides.dims[sides.dims.count - 1])
    let leading = Shape(Array(a.dims.dropLast(2))).broadcast(with: Shape(Array(sides.dims.dropLast(2))))?.dims ?? []
    var values: [Double] = []
    Plain.forEachIndex(leading) { index in
      var rows = (0..<order).map { row in
        (0..<order).map { a[index + [row, $0]] } + (0..<columns).map { sides[index + [row, $0]] }
      }
      for pivot in 0..<order {
        let best = (pivot..<order).max { Swift.abs(rows[$0][pivot]) < Swift.abs(rows[$1][pivot]) } ?? pivot
        rows.swapAt(pivot, best)
        for row in 0..<order where row != pivot {
          let factor = rows[row][pivot] / rows[pivot][pivot]
          for column in pivot..<(order + columns) { rows[row][column] -= factor * rows[pivot][column] }
        }
      }
      for row in 0..<order { for column in 0..<columns { values.append(rows[row][order + column] / rows[row][row]) } }
    }
    return Plain(leading + (isVector ? [order] : [order, columns]), values)
  }

  /// Determinants by expansion along the first row.
  static func expanded(_ a: Plain) -> Plain {
    let order = a.dims[a.dims.count - 1]
    func minor(_ index: [Int], _ row: Int, _ columns: [Int]) -> Double {
      columns.enumerated().reduce(row == order ? 1 : 0) { sum, next in
        let rest = columns.filter { $0 != next.element }
        return sum + (next.offset % 2 == 0 ? 1 : -1) * a[index + [row, next.element]] * minor(index, row + 1, rest)
      }
    }
    return Plain(Array(a.dims.dropLast(2))) { minor($0, 0, Array(0..<order)) }
  }

  /// Whether two lists of numbers are equal but for rounding, measured against the largest.
  static func isNear(_ a: Plain, _ b: Plain) -> Bool {
    let scale = Swift.max(1, b.values.map { Swift.abs($0) }.max() ?? 1)
    return a.dims == b.dims && zip(a.values, b.values).allSatisfy { Swift.abs($0 - $1) <= 1e-10 * scale }
  }

  /// The product of the last two axes.
  static func product(_ a: Plain, _ b: Plain) -> Plain {
    let inner = a.dims[a.dims.count - 1]
    return Plain(a.dims.dropLast() + [b.dims[b.dims.count - 1]]) { index in
      let (lead, row, column) = (Array(index.dropLast(2)), index[index.count - 2], index[index.count - 1])
      return (0..<inner).reduce(0) { $0 + a[lead + [row, $1]] * b[lead + [$1, column]] }
    }
  }

  static func transposed(_ a: Plain) -> Plain {
    let rank = a.dims.count
    return Plain(a.dims.dropLast(2) + [a.dims[rank - 1], a.dims[rank - 2]]) { index in
      a[index.dropLast(2) + [index[rank - 1], index[rank - 2]]]
    }
  }

  /// Whether the columns are orthonormal.
  static func isOrthonormal(_ a: Plain) -> Bool {
    let gram = product(transposed(a), a)
    return isNear(gram, Plain(gram.dims) { $0[$0.count - 1] == $0[$0.count - 2] ? 1 : 0 })
  }

  /// A matrix with the last axis on its diagonal.
  static func diagonalOf(_ values: Plain) -> Plain {
    Plain(values.dims + [values.dims[values.dims.count - 1]]) { index in
      index[index.count - 1] == index[index.count - 2] ? values[Array(index.dropLast())] : 0
    }
  }

  /// Whether the elements below the diagonal are zero and those on it not negative.
  static func isUpper(_ a: Plain) -> Bool {
    var holds = true
    Plain.forEachIndex(a.dims) { index in
      let (row, column) = (index[index.count - 2], index[index.count - 1])
      if row > column && a[index] != 0 || row == column && a[index] < 0 { holds = false }
    }
    return holds
  }
}
