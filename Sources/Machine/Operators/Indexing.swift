// `x[…]`: elements and parts of tensors, tuples and texts.
import Diagnostics
import Graph
import TensorKit

/// One of the things between the brackets of an index.
package enum IndexValue {
  /// A number, a range, or a tensor of positions.
  case position(Value)
  /// `a..b by c`, with open ends.
  case range(start: Int?, end: Int?, step: Int?)
  /// `:`, the whole axis.
  case all
  /// `...`, all the axes that are not named.
  case rest
}

extension Machine {
  /// `value[items]`. In faults argument 0 is the value, and 1 and on are the items.
  package func index(_ value: Value, _ items: [IndexValue]) throws -> Value {
    switch value {
    case .tuple(let tuple): return try index(tuple, items)
    case .text(let text): return try index(text, items)
    case .tensor(let tensor): return try index(tensor, items)
    case .range(let range):
      // One number of a range is worked out without making all of them.
      if items.count == 1, case .position(.number(let place)) = items[0], let index = Int(exactly: place) {
        let size = range.count
        guard index >= -size && index < size else {
          throw TensorError.index(operation: "index", index: index, size: size, axis: 0)
        }
        return .number(range[index < 0 ? index + size : index])
      }
      guard let tensor = try tensorValue(value) else { break }
      return try index(tensor, items)
    case .cell, .series:
      guard let tensor = try tensorValue(value) else { break }
      return try index(tensor, items)
    case .number: throw Fault(.indexOfNumber, [:], argument: 0)
    case .host where value.estimate != nil: return try throughEstimates([value]) { try index($0[0], items) }
    default: break
    }
    throw Fault(.cannotIndex, ["kind": value.kindPhrase], notes: Machine.forgottenCall(value), argument: 0)
  }

  // MARK: Tuples and texts

  private func index(_ tuple: Tuple, _ items: [IndexValue]) throws -> Value {
    switch try onlyItem(items, kind: .tuple(tuple)) {
    case .position(let value):
      let place = try whole(value, what: .words(Place.index), argument: 1)
      return tuple.elements[try Machine.place(place, size: tuple.elements.count, of: value)]
    case .range(let start, let end, let step):
      let span = try AxisSpan(start, end, step, size: tuple.elements.count, axis: 0, item: 0)
      let places = (0..<span.count).map { span.first + $0 * span.step }
      return .tuple(
        Tuple(
          places.map { tuple.elements[$0] }, labels: tuple.labels.isEmpty ? [] : places.map { tuple.label($0) }))
    case .all, .rest: return .tuple(tuple)
    }
  }

  private func index(_ text: Text, _ items: [IndexValue]) throws -> Value {
    let item = try onlyItem(items, kind: .text(text))
    if case .all = item { return .text(text) }
    if case .rest = item { return .text(text) }
    let characters = Array(text.string)
    switch item {
    case .position(let value):
      let place = try whole(value, what: .words(Place.index), argument: 1)
      return .text(Text(String(characters[try Machine.place(place, size: characters.count, of: value)])))
    case .range(let start, let end, let step):
      let span = try AxisSpan(start, end, step, size: characters.count, axis: 0, item: 0)
      return .text(Text(String((0..<span.count).map { characters[span.first + $0 * span.step] })))
    case .all, .rest: return .text(text)
    }
  }

  /// The only thing between the brackets; a range as a value is a range like any other.
  private func onlyItem(_ items: [IndexValue], kind value: Value) throws -> IndexValue {
    guard items.count == 1, let item = items.first else {
      throw Fault(.oneIndexOnly, ["kind": value.kindPhrase, "count": "\(items.count)"], argument: 0)
    }
    if case .position(.range(let range)) = item { return try Machine.span(range) }
    return item
  }

  /// The place from the start, checked.
  private static func place(_ index: Int, size: Int, of value: Value) throws -> Int {
    guard index >= -size && index < size else {
      throw Fault(.elementOutside, ["index": "\(index)", "size": "\(size)"], argument: 1)
    }
    return index < 0 ? index + size : index
  }

  /// A range of whole numbers as an index.
  private static func span(_ range: NumberRange) throws -> IndexValue {
    guard let start = Int(exactly: range.start), let end = Int(exactly: range.end), let step = Int(exactly: range.step)
    else {
      throw Fault(
        .notWhole, ["what": .words(Place.end), "found": .text("`\(Display().text(range: range))`")])
    }
    return .range(start: start, end: end, step: step)
  }

  // MARK: Tensors

  /// What is done along one axis.
  private enum Move {
    case drop(Int)
    case span(AxisSpan)
    /// The slices that a tensor of positions names.
    case gather(Tensor)
  }

  private func index(_ value: TensorValue, _ items: [IndexValue]) throws -> Value {
    if traceDepth == 0, let array = value.known, let element = try quickElement(array, items) { return element }
    let shape = value.shape
    let moves = try moves(items, shape)
    if traceDepth == 0, let element = try plainElement(value, moves) { return element }
    // The parts first, then turning round, then dropping axes, then what is gathered.
    var starts: [Double] = []
    var sizes: [Int] = []
    var steps: [Int] = []
    var turned: [Int] = []
    var kept: [Int] = []
    var gathers: [(axis: Int, positions: Tensor)] = []
    for (axis, move) in moves.enumerated() {
      switch move {
      case .drop(let place):
        starts.append(Double(place))
        sizes.append(1)
        steps.append(1)
      case .span(let span):
        let isTurned = span.step < 0 && span.count > 0
        starts.append(Double(isTurned ? span.first + (span.count - 1) * span.step : span.first))
        sizes.append(span.count)
        steps.append(span.count > 1 ? Swift.abs(span.step) : 1)
        if isTurned && span.count > 1 { turned.append(axis) }
        kept.append(span.count)
      case .gather(let positions):
        starts.append(0)
        sizes.append(shape[axis])
        steps.append(1)
        gathers.append((kept.count, positions))
        kept.append(shape[axis])
      }
    }
    let isKnown = traceDepth == 0 && gathers.isEmpty ? value.known : nil
    if let array = isKnown {
      // Of computed elements a part is a view.
      let part = array.sliced(starts: starts.map { Int(saturating: $0) }, sizes: sizes, steps: steps).flipped(turned)
      return .tensor(TensorValue(try part.reshaped(to: Shape(kept), on: device)))
    }
    var tensor = try value.tensor(in: graph)
    if sizes != shape.dims { tensor = try graph.record(Op.slice, [tensor], attributes: sizes + steps, numbers: starts) }
    if !turned.isEmpty { tensor = try graph.record(Op.flip, [tensor], attributes: turned) }
    tensor = try graph.reshape(tensor, to: Shape(kept))
    var shift = 0
    for gather in gathers {
      tensor = try graph.record(Op.take, [tensor, gather.positions], attributes: [gather.axis + shift, 0])
      shift += gather.positions.rank - 1
    }
    return .tensor(TensorValue(tensor))
  }

  /// What the items mean for each axis.
  private func moves(_ items: [IndexValue], _ shape: Shape) throws -> [Move] {
    if shape.rank == 0 { throw Fault(.indexOfNumber, [:], argument: 0) }
    let named = items.count { if case .rest = $0 { false } else { true } }
    guard named <= shape.rank else {
      throw Fault(
        .tooManyIndices, ["count": "\(named)", "rank": "\(shape.rank)", "shape": .text(shape.description)], argument: 0)
    }
    var moves: [Move] = []
    var hasRest = false
    var hasGather = false
    func whole(_ axis: Int) throws -> Move {
      .span(try AxisSpan(nil, nil, nil, size: shape[axis], axis: axis, item: 0))
    }
    for (number, item) in items.enumerated() {
      let axis = moves.count
      switch item {
      case .all: moves.append(try whole(axis))
      case .range(let start, let end, let step):
        moves.append(.span(try AxisSpan(start, end, step, size: shape[axis], axis: axis, item: number)))
      case .rest:
        guard !hasRest else { throw Fault(.twoRests, [:], argument: number + 1) }
        hasRest = true
        for _ in 0..<(shape.rank - named) { moves.append(try whole(moves.count)) }
      case .position(.range(let range)):
        guard case .range(let start, let end, let step) = try Machine.span(range) else { continue }
        moves.append(.span(try AxisSpan(start, end, step, size: shape[axis], axis: axis, item: number)))
      case .position(let value):
        let move = try position(value, shape, axis, argument: number + 1)
        if case .gather(let positions) = move, positions.rank > 0 {
          guard !hasGather else { throw Fault(.severalGathers, [:], argument: number + 1) }
          hasGather = true
        }
        moves.append(move)
      }
    }
    while moves.count < shape.rank { moves.append(try whole(moves.count)) }
    return moves
  }

  /// What a number or a tensor of positions does along an axis.
  private func position(_ value: Value, _ shape: Shape, _ axis: Int, argument: Int) throws -> Move {
    let size = shape[axis]
    func place(_ index: Int) throws -> Move {
      guard index >= -size && index < size else {
        throw TensorError.index(operation: "index", index: index, size: size, axis: axis)
      }
      return .drop(index < 0 ? index + size : index)
    }
    if case .number = value { return try place(whole(value, what: .words(Place.index), argument: argument)) }
    try refuseEstimate(value, argument: argument)
    guard isTensorLike(value), let tensor = try tensorValue(value) else {
      throw Fault(.notAnIndex, ["kind": value.kindPhrase], notes: Machine.forgottenCall(value), argument: argument)
    }
    guard tensor.dtype != .bool else { throw Fault(.truthIndex, [:], argument: argument) }
    if tensor.shape.rank == 0 && traceDepth == 0 {
      return try place(whole(value, what: .words(Place.index), argument: argument))
    }
    return .gather(try places(tensor, argument: argument))
  }

  /// Numbers as indices of an operator of the core, which has a type of its own for them; nil for what holds none.
  func places(of value: Value, argument: Int) throws -> Tensor? {
    if case .number = value {
      return try graph.scalar(Double(whole(value, what: .words(Place.index), argument: argument)), .int)
    }
    return try tensorValue(value).map { try places($0, argument: argument) }
  }

  /// Numbers written out are doubles: as indices they must be whole. Inside a mapped function nobody can look yet.
  private func places(_ tensor: TensorValue, argument: Int) throws -> Tensor {
    if tensor.dtype == .int || tensor.dtype == .bool { return try tensor.tensor(in: graph) }
    if traceDepth == 0 || tensor.known != nil {
      for number in try tensor.look().doubles where Int(exactly: number) == nil {
        throw Fault(
          .notWhole, ["what": .words(Place.index), "found": .text("`\(Display().number(number))`")], argument: argument)
      }
    }
    return try Op.int(tensor.tensor(in: graph))
  }

  /// What plain numbers name in computed elements: one of them, or a row. Nil for whatever needs a closer look.
  private func quickElement(_ array: NDArray, _ items: [IndexValue]) throws -> Value? {
    let rank = array.shape.rank
    guard items.count <= rank else { return nil }
    var position = array.offset
    for (axis, item) in items.enumerated() {
      guard case .position(.number(let number)) = item, let place = Int(exactly: number) else { return nil }
      let size = array.shape[axis]
      guard place >= -size && place < size else { return nil }
      position += (place < 0 ? place + size : place) * array.strides[axis]
    }
    if items.count == rank { return try element(array.number(atPosition: position), array.dtype) }
    guard items.count == 1 else { return nil }
    return .tensor(TensorValue(array.row(at: position)))
  }

  /// The single element that the moves name, of a tensor outside of a derivative.
  private func plainElement(_ value: TensorValue, _ moves: [Move]) throws -> Value? {
    var places: [Int] = []
    for move in moves {
      guard case .drop(let place) = move else { return nil }
      places.append(place)
    }
    let array = try value.look()
    return try element(array.number(at: places), array.dtype)
  }

  /// One element of computed ones: a plain number or truth value, but of single precision a tensor, which remembers it.
  func element(_ number: Double, _ dtype: DType) throws -> Value {
    switch dtype {
    case .float64, .int: return .number(number)
    case .bool: return .truth(number != 0)
    case .float32:
      return .tensor(TensorValue(try NDArray(repeating: number, shape: .scalar, dtype: .float32, on: device)))
    }
  }

  private enum Place {
    static let index = Words(en: "an index", es: "un índice", pt: "um índice")
    static let end = Words(en: "the end of a slice", es: "el extremo de un corte", pt: "o extremo de uma fatia")
  }
}

/// Part of an axis: where it begins, how far it goes each time, and how often.
private struct AxisSpan {
  let first: Int
  let step: Int
  let count: Int

  /// The part from `start` up to, but without, `end`; negative ones count from the end of the axis.
  init(_ start: Int?, _ end: Int?, _ step: Int?, size: Int, axis: Int, item: Int) throws {
    let step = step ?? 1
    guard step != 0 else { throw Fault(.zeroStep, [:], argument: item + 1) }
    func outside() -> Fault {
      let slice = "\(start.map(String.init) ?? "")..\(end.map(String.init) ?? "")"
      return Fault(.sliceOutside, ["slice": .text(slice), "axis": "\(axis)", "size": "\(size)"], argument: item + 1)
    }
    func counted(_ place: Int) throws -> Int {
      guard place >= -size else { throw outside() }
      return place < 0 ? place + size : place
    }
    self.step = step
    if step > 0 {
      let (low, high) = (try counted(start ?? 0), try counted(end ?? size))
      guard low <= size, high <= size else { throw outside() }
      first = low
      count = high > low ? (high - low - 1) / step + 1 : 0
    } else {
      // Counting down, an open end goes down to the first element.
      if size == 0 && start == nil && end == nil {
        (first, count) = (0, 0)
        return
      }
      let (high, low) = (try counted(start ?? size - 1), try end.map { try counted($0) } ?? -1)
      guard high < size, low < size else { throw outside() }
      first = high
      count = high > low ? (high - low - 1) / Int(clamping: step.magnitude) + 1 : 0
    }
  }
}
