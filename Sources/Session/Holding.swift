// Which tensors a moment of a session keeps alive, and how much memory that takes.
import Machine
import TensorKit

/// The values that a moment keeps. Walking through them is put off until memory grows short.
struct Holding {
  private let values: [Value]
  private let parameters: [NDArray]

  init(_ machine: Machine) {
    values = machine.globals.entries.compactMap { entry in
      entry.isDefined && !entry.isLibraryOwn && entry.kind != .library ? machine.lookUp(entry.name) : nil
    }
    parameters = machine.cells.alive.map(\.parameter.value)
  }

  /// The bytes of the arrays that are not among `known`, which they are then added to.
  func bytes(beyond known: inout Set<ObjectIdentifier>) -> Int {
    var bytes = 0
    func add(_ array: NDArray) {
      guard known.insert(ObjectIdentifier(array.storage)).inserted else { return }
      bytes += array.storage.bytes
    }
    parameters.forEach(add)
    var seen: Set<ObjectIdentifier> = []
    var open = values
    while let value = open.popLast() {
      if let box = value.box, !seen.insert(ObjectIdentifier(box)).inserted { continue }
      switch value {
      case .tensor(let tensor): tensor.known.map(add)
      case .tuple(let tuple): open += tuple.elements
      case .model(let model): open += model.held
      case .function(let function): open += function.held
      case .host(let host): open += host.held
      case .nothing, .number, .truth, .text, .range, .cell, .series, .optimizer: continue
      }
    }
    return bytes
  }
}
