// What changes cells besides learning: making them, `update`, and `record`.
import Diagnostics
import Graph
import TensorKit

extension Machine {
  /// The most numbers one series holds.
  static let longestSeries = 10_000_000

  /// A new `param` or `state`: in single precision unless double was asked for.
  package func makeCell(name: String, value: Value, isState: Bool, isDouble: Bool, span: Span) throws -> Value {
    guard let tensor = try tensorValue(ofCell: value), isState || tensor.dtype != .bool else {
      throw Fault(.cellNotNumeric, ["name": .text(name), "kind": value.kindPhrase], argument: 0)
    }
    let array = try tensor.look()
    // Whole numbers and truth values that a state counts with stay what they are.
    let keepsType = isState && !array.dtype.isFloating
    let dtype = keepsType ? array.dtype : isDouble ? DType.float64 : .float32
    let kept = try array.converted(to: dtype, on: device).contiguous(on: device)
    return .cell(newCell(Parameter(name, kept), isState: isState, span: span))
  }

  func newCell(_ parameter: Parameter, isState: Bool, span: Span) -> Cell {
    let cell = Cell(parameter, isState: isState, definition: span)
    cells.add(cell)
    return cell
  }

  private func tensorValue(ofCell value: Value) throws -> TensorValue? {
    if case .tensor(let tensor) = value { return tensor }
    if case .number(let number) = value {
      return TensorValue(try NDArray([number], shape: .scalar, on: device))
    }
    return try tensorOrMean(value).map { TensorValue($0) }
  }

  /// `update target by function`. All new values are computed before any is assigned. While a loss is recorded, states change
  /// together with the step.
  package func updateCells(_ target: Value, _ function: Value) throws {
    let parts = try updateParts(target, function)
    let wasRecording = traceDepth > 0
    // Until all values are computed, none may be lost with its trace.
    let mark = learning.queuedCount
    traceDepth += 1
    defer {
      traceDepth -= 1
      if !wasRecording { learning.drop(to: mark) }
    }
    var changes: [(cell: Cell, value: Tensor)] = []
    for cells in parts {
      guard let first = cells.first else { continue }
      let arguments = try cells.map { cell in
        PassedArgument(.tensor(TensorValue(try cell.parameter.tensor(in: graph))))
      }
      changes.append((first, try fitting(call(function, arguments), first)))
    }
    if wasRecording {
      for (cell, value) in changes where cell.isState { learning.enqueue(cell, value) }
      changes.removeAll { $0.cell.isState }
    }
    _ = try graph.carryOut([], updates: changes.map { ($0.cell.parameter, $0.value) })
  }

  /// The cells that each call of the function gets; the first one moves.
  private func updateParts(_ target: Value, _ function: Value) throws -> [[Cell]] {
    guard let signature = callableSignature(function) else {
      throw Fault(.notCallable, ["value": function.kindPhrase], argument: 1)
    }
    let wanted = signature.parameters.filter { !$0.isOptional && !$0.isRepeated }.count
    guard wanted > 1 else { return try updatedCells(target).map { [$0] } }
    guard case .tuple(let tuple) = target, tuple.elements.count == wanted else {
      throw Fault(.updateParts, ["count": .text(String(wanted))], argument: 1)
    }
    let columns = try tuple.elements.map { try updatedCells($0) }
    guard columns.allSatisfy({ $0.count == columns[0].count }) else {
      throw Fault(
        .updateCounts, ["counts": .text(columns.map { String($0.count) }.joined(separator: ", "))], argument: 0)
    }
    return columns[0].indices.map { index in columns.map { $0[index] } }
  }

  /// The cells that an `update` of a value assigns: a cell itself, a model's parameters.
  private func updatedCells(_ target: Value) throws -> [Cell] {
    switch target {
    case .cell(let cell): return [cell]
    case .tuple(let tuple): return try tuple.elements.flatMap { try updatedCells($0) }
    case .model, .function:
      let cells = HeldCells(in: target).parameters.map(\.cell)
      if !cells.isEmpty { return cells }
    default: break
    }
    throw Fault(.targetCannotLearn, ["kind": target.kindPhrase], argument: 0)
  }

  /// A new value in a cell's precision, if it has the cell's shape.
  private func fitting(_ value: Value, _ cell: Cell) throws -> Tensor {
    let old = cell.parameter.value
    guard let tensor = try tensorOrMean(value) else {
      throw Fault(.updateNotNumbers, ["name": .text(cell.name), "kind": value.kindPhrase], argument: 1)
    }
    let isPlain = if case .number = value { true } else { false }
    // Written-out numbers and exact types take the cell's precision; what is less precise than the cell does not.
    let fits =
      tensor.dtype == old.dtype || (old.dtype == .float32 && tensor.dtype != .bool)
      || (old.dtype == .float64 && tensor.dtype == .int) || (isPlain && old.dtype != .bool)
    guard tensor.shape == old.shape, fits else {
      throw Fault(
        .updateDoesNotFit,
        [
          "name": .text(cell.name), "old": .text("\(old.shape) \(old.dtype)"),
          "new": .text("\(tensor.shape) \(tensor.dtype)"),
        ], argument: 1)
    }
    return try graph.convert(tensor, to: old.dtype)
  }

  /// `record name = value`: adds a value to a series. All values of a series have one shape.
  package func recordSeries(_ name: String, _ value: Value) throws {
    if case .number(let number) = value {
      try self.series(name, .scalar, .float64).append(number)
      return
    }
    guard let tensor = try tensorValue(ofCell: value) else {
      throw Fault(.recordedNoNumber, ["name": .text(name), "kind": value.kindPhrase], argument: 0)
    }
    let series = try series(name, tensor.shape, tensor.dtype)
    series.append(try tensor.look())
  }

  /// The series of a name, with room for one more value of this shape.
  private func series(_ name: String, _ shape: Shape, _ dtype: DType) throws -> Series {
    let series = self.series[name] ?? Series(name, shape: shape, dtype: dtype)
    guard series.shape == shape else {
      throw Fault(
        .seriesShape, ["name": .text(name), "old": "\(series.shape)", "new": "\(shape)"], argument: 0)
    }
    let longest = Machine.longestSeries
    guard shape.count <= longest, series.numbers.count <= longest - shape.count else {
      throw Fault(.seriesTooLong, ["name": .text(name), "limit": .text(String(longest))], argument: 0)
    }
    self.series[name] = series
    return series
  }
}

extension NDArray {
  /// The same numbers in another type.
  func converted(to dtype: DType, on device: Device) throws -> NDArray {
    if self.dtype == dtype { return self }
    switch dtype {
    case .float32: return try NDArray(floats, shape: shape, on: device)
    case .float64: return try NDArray(doubles, shape: shape, on: device)
    case .int: return try NDArray(ints, shape: shape, on: device)
    case .bool: return try NDArray(bools, shape: shape, on: device)
    }
  }
}
