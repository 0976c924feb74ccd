// The settings over which a claim is examined: simple ones first, then drawn, or all there are.
import Diagnostics
import Graph
import Syntax
import TensorKit

/// A value for every name of `on` or `for all`.
package struct Setting {
  package internal(set) var values: [Value]
  /// Which of the choices each value is, where there are choices.
  var places: [Int?]
}

/// The settings over which a claim is examined. They depend on the random stream as it is when they are made, and leave it moved on:
/// whoever makes them gives the stream back.
package struct Settings {
  /// The names, in order.
  package let names: [String]
  /// The settings to be tried, in order.
  package let list: [Setting]
  /// Whether there are no others.
  package let areAll: Bool
  let sources: [SettingSource]

  /// Up to so many combinations are all tried.
  static let mostCombinations = 1_000
  /// How many settings are tried where not all can be.
  static let usualCount = 100
  /// About the most elements that all settings together have.
  private static let mostElements = 8_000_000

  /// The settings that some sources give.
  init(_ settings: [Examination.Setting], _ values: [Value], in machine: Machine) throws {
    names = settings.map(\.name.text)
    let sources = try values.enumerated().map { try SettingSource($0.element, machine, argument: $0.offset) }
    self.sources = sources
    let combinations = Settings.combinationCount(of: sources)
    areAll = combinations != nil
    list =
      if let combinations {
        try (0..<combinations).map { try Settings.combination($0, of: sources, machine) }
      } else {
        try Settings.drawn(from: sources, machine)
      }
  }

  /// How many combinations there are; nil where they are too many, or without end.
  private static func combinationCount(of sources: [SettingSource]) -> Int? {
    var product = 1
    for source in sources {
      guard let count = source.choiceCount else { return nil }
      let (result, overflow) = product.multipliedReportingOverflow(by: count)
      guard !overflow, result <= mostCombinations else { return nil }
      product = result
    }
    return product
  }

  /// The setting that is shown where none is better than others: one in which nothing is 0 or 1, if there is one.
  package var typical: Setting? { areAll ? list.last : list.dropFirst(SettingSource.simple.count).first ?? list.last }

  /// A combination of choices by its number; the last name changes fastest.
  private static func combination(
    _ number: Int, of sources: [SettingSource], _ machine: Machine
  ) throws -> Setting {
    var rest = number
    var values: [Value] = []
    var places: [Int?] = []
    for source in sources.reversed() {
      let count = max(1, source.choiceCount ?? 1)
      values.append(try source.choice(rest % count, machine))
      places.append(rest % count)
      rest /= count
    }
    return Setting(values: values.reversed(), places: places.reversed())
  }

  private static func drawn(from sources: [SettingSource], _ machine: Machine) throws -> [Setting] {
    let elements = try sources.reduce(0) { total, source in
      min(mostElements, total + min(mostElements, try source.elementCount()))
    }
    let count = max(10, min(usualCount, mostElements / max(1, elements)))
    var numbers = SplitMix(state: machine.graph.random.key)
    var columns: [(values: [Value], places: [Int?])] = []
    for (offset, source) in sources.enumerated() {
      if let choices = source.choiceCount {
        let places = (0..<count).map { $0 == 0 ? 0 : numbers.next(below: choices) }
        columns.append((try places.map { try source.choice($0, machine) }, places))
      } else {
        // Simple values first, each name beginning with another one: where all are equal, too much is true.
        let simple = try source.simpleValues(machine)
        var values = try source.draws(count, machine)
        for place in 0..<min(simple.count == 0 ? 0 : SettingSource.simple.count, count) {
          values[place] = simple[(place + offset) % simple.count]
        }
        columns.append((values, [Int?](repeating: nil, count: count)))
      }
    }
    return (0..<count).map { index in
      Setting(values: columns.map { $0.values[index] }, places: columns.map { $0.places[index] })
    }
  }

  /// The names with their values as text, for messages.
  package func texts(_ setting: Setting, in machine: Machine) -> [(name: String, value: String)] {
    zip(names, setting.values).map { name, value in
      (name, (try? machine.display.text(value)) ?? value.kind(machine.language))
    }
  }
}

/// Whole numbers at random from a key: for choices, which no kernel draws.
struct SplitMix {
  private var state: UInt64

  init(state: UInt64) { self.state = state }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A whole number from 0 to below `count`, which is at least 1.
  mutating func next(below count: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(max(1, count))).high)
  }
}
