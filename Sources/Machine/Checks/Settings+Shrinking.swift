// From a setting that breaks a claim to a simpler one that breaks it, too: what is left is what matters.
import Diagnostics
import TensorKit

extension Settings {
  /// The most evaluations that shrinking takes.
  package static let mostShrinkingSteps = 300

  /// The simplest setting that could be found for which `fails` is still true; it is for the one given. The same every time.
  package func shrink(
    _ setting: Setting, in machine: Machine, most: Int = mostShrinkingSteps, fails: (Setting) throws -> Bool
  ) throws -> Setting {
    if machine.wantsVerdictsOnly { return setting }
    var best = setting
    var left = most
    var goesOn = true
    while goesOn, left > 0 {
      goesOn = false
      for index in sources.indices where index < best.values.count {
        let walk = Shrinking(sources[index], machine)
        var place = 0
        while left > 0, let candidates = try walk.candidates(best.values[index], best.places[index], place) {
          place += 1
          for (value, choice) in candidates {
            guard left > 0 else { break }
            left -= 1
            var simpler = best
            simpler.values[index] = value
            simpler.places[index] = choice
            guard try choice != nil || sources[index].contains(value, machine), try fails(simpler) else { continue }
            best = simpler
            goesOn = true
            break
          }
        }
      }
    }
    return best
  }
}

/// Simpler values of one source.
private struct Shrinking {
  private let source: SettingSource
  private let machine: Machine
  /// Of so many elements each is tried alone.
  private static let mostElements = 64

  init(_ source: SettingSource, _ machine: Machine) {
    self.source = source
    self.machine = machine
  }

  /// What could stand in place of a value, simplest first: at place 0 for the whole of it, then for one element after the other. Nil
  /// behind the last.
  func candidates(_ value: Value, _ choice: Int?, _ place: Int) throws -> [(value: Value, choice: Int?)]? {
    if let choice { return place == 0 ? try choices(before: choice) : nil }
    switch value {
    case .number(let number):
      return place == 0 ? Simplicity.simpler(than: number).map { (.number($0), nil) } : nil
    case .tensor(let tensor):
      guard tensor.dtype == .float64 else { return nil }
      let array = try tensor.look()
      return try elements(array.doubles, array.shape, place)?.map { ($0, nil) }
    default: return nil
    }
  }

  private func choices(before choice: Int) throws -> [(value: Value, choice: Int?)] {
    guard case .number(let present) = try source.choice(choice, machine) else {
      // 0, then half way, then the one before.
      return try Set([0, choice / 2, choice - 1]).filter { $0 >= 0 && $0 < choice }.sorted().map {
        (try source.choice($0, machine), $0)
      }
    }
    let count = min(source.choiceCount ?? 0, Settings.mostCombinations)
    var found: [(value: Double, choice: Int)] = []
    for other in 0..<count {
      if case .number(let number) = try source.choice(other, machine), Simplicity(number) < Simplicity(present) {
        found.append((number, other))
      }
    }
    found.sort { Simplicity($0.value) < Simplicity($1.value) }
    return found.prefix(16).map { (.number($0.value), $0.choice) }
  }

  private func elements(_ numbers: [Double], _ shape: Shape, _ place: Int) throws -> [Value]? {
    if place == 0 {
      return try SettingSource.simple.compactMap { number in
        let isSimpler = numbers.contains { Simplicity(number) < Simplicity($0) }
        let isHarder = numbers.contains { Simplicity($0) < Simplicity(number) }
        return isSimpler && !isHarder ? try machine.filled(number, shape) : nil
      }
    }
    guard place <= min(numbers.count, Shrinking.mostElements) else { return nil }
    return try Simplicity.simpler(than: numbers[place - 1]).map { number in
      var changed = numbers
      changed[place - 1] = number
      return try machine.widened(changed, shape)
    }
  }
}

/// How simple a number is to look at: whole ones first, then those with few digits, small ones first.
struct Simplicity: Comparable {
  private let decimals: Int
  private let size: Double
  private let isNegative: Bool

  init(_ number: Double) {
    decimals = Simplicity.decimals(of: number)
    size = abs(number)
    isNegative = number < 0
  }

  static func < (a: Simplicity, b: Simplicity) -> Bool {
    (a.decimals, a.size, a.isNegative ? 1 : 0) < (b.decimals, b.size, b.isNegative ? 1 : 0)
  }

  /// Numbers that are simpler, the simplest first.
  static func simpler(than number: Double) -> [Double] {
    guard number.isFinite else { return [0, 1, -1] }
    let toward = number.rounded(.towardZero)
    var candidates = [0, 1, -1, 2, 0.5, -0.5, -number, toward, number.rounded(.awayFromZero)]
    candidates += [(number / 2).rounded(.towardZero), toward - (number < 0 ? -1 : 1)]
    for scale in [10.0, 100, 1000] { candidates.append((number * scale).rounded() / scale) }
    let present = Simplicity(number)
    var seen: Set<Double> = []
    return candidates.filter { $0.isFinite && Simplicity($0) < present && seen.insert($0).inserted }
      .sorted { Simplicity($0) < Simplicity($1) }
  }

  /// Digits behind the point: 4 stands for all that have more.
  private static func decimals(of number: Double) -> Int {
    guard number.isFinite else { return 9 }
    var scale = 1.0
    for count in 0..<4 {
      let scaled = number * scale
      if abs(scaled - scaled.rounded()) <= 1e-9 * max(1, abs(scaled)) { return count }
      scale *= 10
    }
    return 4
  }
}
