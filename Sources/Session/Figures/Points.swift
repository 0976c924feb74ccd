// `scatter`: points in the plane, in groups.
import Diagnostics
import Figures
import Machine

extension FigureNatives {
  static let pointRows: [NativeRow] = [
    row(
      "scatter", [.init("values", isRepeated: true)], options: FigureCall.axisOptions + ["group", "names", "equal"],
      summary:
        "Points in the plane: rows of a tensor of shape [n, 2], or x and y. `group` gives every point a number or a "
        + "text and each group a colour; `(real: R, fake: F)` names several clouds. A step is as long across as up "
        + "(`equal: false` to fill the frame).",
      example: "scatter([[0, 0], [1, 2], [2, 1]], group: (\"a\", \"b\", \"a\"))"
    ) { call in try Clouds(call).figure() }
  ]
}

/// Makes a plot of the points that `scatter` was given.
private struct Clouds {
  private struct Cloud {
    var name: String?
    var x: [Double]
    var y: [Double]
  }
  private let call: FigureCall
  private var clouds: [Cloud] = []
  private var isEqual = true

  private static let mostGroups = 50

  init(_ call: FigureCall) throws {
    self.call = call
    let values = call.all("values")
    guard let first = values.first else { throw Fault(.missingArgument, ["argument": "values", "op": call.op]) }
    if values.count == 2, let x = try list(values[0], 0), let y = try list(values[1], 1) {
      guard x.count == y.count else { throw call.sizes("x", x.count, "y", y.count, argument: 1) }
      clouds = [Cloud(x: x, y: y)]
      isEqual = false
    } else if values.count == 1, case .tuple(let tuple) = first, tuple.labels.isEmpty, try isPair(tuple) {
      try add(first, nil, argument: 0)
      isEqual = false
    } else if values.count == 1, case .tuple(let tuple) = first {
      for (index, element) in tuple.elements.enumerated() { try add(element, tuple.label(index), argument: 0) }
    } else {
      for (index, value) in values.enumerated() { try add(value, nil, argument: index) }
    }
    try divide()
    if let names = try call.names(for: clouds.count, FigureWords.groupCount) {
      for index in clouds.indices { clouds[index].name = names[index] }
    }
  }

  /// Whether a tuple holds x and y, each a list.
  private func isPair(_ tuple: Tuple) throws -> Bool {
    guard tuple.elements.count == 2 else { return false }
    return try list(tuple.elements[0], 0) != nil && list(tuple.elements[1], 0) != nil
  }

  /// The numbers of a tensor with one axis; nil for another shape.
  private func list(_ value: Value, _ argument: Int) throws -> [Double]? {
    switch value {
    case .text, .host, .function, .model: return nil
    case .tuple(let tuple) where !tuple.elements.allSatisfy({ call.isSingle($0) }): return nil
    default: break
    }
    let numbers = try call.numbers(value, argument: argument, expected: FigureWords.points)
    return numbers.shape.count == 1 ? numbers.values : nil
  }

  private mutating func add(_ value: Value, _ name: String?, argument: Int) throws {
    if case .tuple(let pair) = value, pair.elements.count == 2, let x = try list(pair.elements[0], argument),
      let y = try list(pair.elements[1], argument)
    {
      guard x.count == y.count else { throw call.sizes("x", x.count, "y", y.count, argument: argument) }
      clouds.append(Cloud(name: name, x: x, y: y))
      return
    }
    let numbers = try call.numbers(value, argument: argument, expected: FigureWords.points)
    // One point is a cloud, too.
    if numbers.shape == [2] {
      clouds.append(Cloud(name: name, x: [numbers.values[0]], y: [numbers.values[1]]))
      return
    }
    guard numbers.shape.count == 2, numbers.shape[1] == 2 else {
      throw call.wrongShape(numbers.shape, argument: argument, FigureWords.planeShape)
    }
    clouds.append(Cloud(name: name, x: numbers.column(0), y: numbers.column(1)))
  }

  /// Divides the points into the groups that were given.
  private mutating func divide() throws {
    guard let value = call["group"], clouds.count == 1, let all = clouds.first else { return }
    let (labels, order) = try groups(value)
    guard labels.count == all.x.count else {
      throw call.sizes("`group`", labels.count, "x", all.x.count, parameter: "group")
    }
    guard order.count <= Clouds.mostGroups else { throw call.refuse("group", FigureWords.groups) }
    var places: [String: Int] = [:]
    for (index, name) in order.enumerated() { places[name] = index }
    var divided = order.map { Cloud(name: $0, x: [], y: []) }
    for (index, label) in labels.enumerated() {
      guard let place = places[label] else { continue }
      divided[place].x.append(all.x[index])
      divided[place].y.append(all.y[index])
    }
    clouds = divided
  }

  /// The group of every point, and all groups in order.
  private func groups(_ value: Value) throws -> ([String], [String]) {
    if case .tuple = value {
      let labels = try call.texts(of: value, "group")
      var seen: Set<String> = []
      return (labels, labels.filter { seen.insert($0).inserted })
    }
    guard let numbers = try? call.numbers(value, argument: nil), numbers.shape.count == 1,
      numbers.values.allSatisfy({ $0 == $0.rounded() && abs($0) < 1e15 })
    else { throw call.refuse("group", FigureWords.groups) }
    let name = { (number: Double) in call.machine.display.number(number) }
    return (numbers.values.map(name), Set(numbers.values).sorted().map(name))
  }

  func figure() throws -> Figure {
    let marks = clouds.enumerated().map { index, cloud in
      Mark(.points(x: cloud.x, y: cloud.y), name: cloud.name, colour: index)
    }
    return try call.plot(marks, isEqual: isEqual)
  }
}
