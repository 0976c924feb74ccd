// Evaluates a recorded function at many probes at once, without running the program again.
import TensorKit

/// Replays a recording with moved leaves. All probes along one argument are carried out together, over an extra axis; where an
/// operator cannot be mapped, one by one.
final class ReplayProber: Prober {
  let point: CheckPoint
  let isCheap = true
  /// Whether some probes had to be replayed one by one, and why.
  private(set) var unmapped: String?
  private let graph: Graph
  private let output: Tensor
  private let leaves: [Tensor]
  /// Where probes are recorded: a graph of its own, so that they leave nothing in the program's.
  private let lab: Graph
  private var recipes: [Int: DifferenceRecipe] = [:]
  private var floors: [Int: Double] = [:]
  /// The arguments that are replayed one by one.
  private var single: Set<Int> = []
  /// The arguments for which mapping was compared with a single replay.
  private var compared: Set<Int> = []

  /// About how many numbers one pass over probes may compute.
  private static let passSize = 1 << 19

  init(_ graph: Graph, _ output: Tensor, leaves: [Tensor], point: CheckPoint, lab: Graph) {
    self.graph = graph
    self.output = output
    self.leaves = leaves
    self.point = point
    self.lab = lab
  }

  private func recipe(_ argument: Int) throws -> DifferenceRecipe {
    if let known = recipes[argument] { return known }
    let recipe = try DifferenceRecipe(graph, output, leaf: leaves[argument])
    recipes[argument] = recipe
    return recipe
  }

  func changes(_ probes: [Probe]) throws -> [Change] {
    var result = [Change](repeating: Change(value: 0, noise: 0), count: probes.count)
    let groups = Dictionary(grouping: probes.indices) { probes[$0].line.argument }
    for argument in groups.keys.sorted() {
      let places = groups[argument] ?? []
      let recipe = try recipe(argument)
      guard recipe.changes else { continue }
      for (place, change) in zip(places, try changes(places.map { probes[$0] }, argument, recipe)) {
        result[place] = change
      }
    }
    return result
  }

  /// What depends on an element, be it ever so weakly, is no number when the element is none.
  func noise(along lines: [Line]) throws -> [Double] {
    do {
      return try changes(lines.map { Probe(line: $0, step: .nan) }).map(\.noise)
    } catch TensorError.cancelled {
      throw TensorError.cancelled
    } catch is TensorError {
      // Some operators refuse such elements: then everything may depend on them.
      return try lines.map { try floor(of: $0.argument) }
    }
  }

  func floor(of argument: Int) throws -> Double {
    if let known = floors[argument] { return known }
    let recipe = try recipe(argument)
    guard recipe.changes else { return 0 }
    defer { lab.forget() }
    let leaf = try lab.tensor(point.array(argument, on: lab.device))
    let noise = try lab.compute([recipe.record(leaf, everywhere: true).noise])[0].item ?? 0
    floors[argument] = noise * point.roundoff
    return noise * point.roundoff
  }

  private func changes(_ probes: [Probe], _ argument: Int, _ recipe: DifferenceRecipe) throws -> [Change] {
    var result: [Change] = []
    result.reserveCapacity(probes.count)
    var size = max(1, min(probes.count, ReplayProber.passSize / recipe.cost))
    if size > 1 { try compareMapping(probes, argument, recipe) }
    while result.count < probes.count {
      let next = probes[result.count..<min(probes.count, result.count + size)]
      do {
        result += single.contains(argument) ? [try change(probes[result.count], recipe)] : try mapped(next, recipe)
      } catch TensorError.outOfMemory where size > 1 {
        size /= 2
      }
    }
    return result
  }

  /// Mapping is believed only after it gave what a single replay gives.
  private func compareMapping(_ probes: [Probe], _ argument: Int, _ recipe: DifferenceRecipe) throws {
    guard !single.contains(argument), compared.insert(argument).inserted else { return }
    let sample = probes.prefix(2)
    do {
      for (one, many) in zip(try sample.map { try change($0, recipe) }, try mapped(sample, recipe)) {
        let bound = 1e-6 * abs(one.value) + 1e3 * max(one.noise, many.noise)
        if !(abs(one.value - many.value) <= bound) && one.value.isFinite {
          unmapped = "mapped over an extra axis it gives other values"
          single.insert(argument)
        }
      }
    } catch TensorError.cancelled {
      throw TensorError.cancelled
    } catch TensorError.outOfMemory(let operation, let bytes, let inUse, let budget) {
      throw TensorError.outOfMemory(operation: operation, bytes: bytes, inUse: inUse, budget: budget)
    } catch let error as TensorError {
      unmapped = "\(error)"
      single.insert(argument)
    }
  }

  private func mapped(_ probes: ArraySlice<Probe>, _ recipe: DifferenceRecipe) throws -> [Change] {
    guard let argument = probes.first?.line.argument else { return [] }
    lab.forget()
    defer { lab.forget() }
    let shape = point.shapes[argument]
    let leaf = try lab.placeholder(Signature(shape, point.dtype))
    let (change, noise) = try recipe.record(leaf)
    let stack = try NDArray(
      uninitialized: Shape([probes.count] + shape.dims), point.dtype, on: lab.device, for: "gradient check")
    for (index, probe) in probes.enumerated() {
      point.write(probe, to: stack.pointer + index * shape.count * point.dtype.size)
    }
    let moved = try lab.tensor(stack)
    let batched = try lab.batch([change, noise], replacing: [(leaf, moved)], size: probes.count, since: .max)
    let arrays = try lab.compute(batched.map(\.tensor)).map(\.doubles)
    return probes.indices.map { place in
      let index = place - probes.startIndex
      let value = arrays[0][batched[0].isBatched ? index : 0]
      return Change(value: value, noise: arrays[1][batched[1].isBatched ? index : 0] * point.roundoff)
    }
  }

  private func change(_ probe: Probe, _ recipe: DifferenceRecipe) throws -> Change {
    lab.forget()
    defer { lab.forget() }
    let (change, noise) = try recipe.record(lab.tensor(point.array(probe, on: lab.device)))
    let arrays = try lab.compute([change, noise])
    return Change(value: arrays[0].item ?? .nan, noise: (arrays[1].item ?? 0) * point.roundoff)
  }
}
