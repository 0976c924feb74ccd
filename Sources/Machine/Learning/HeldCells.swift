// The cells that a value holds: what a model learns with, each counted once under the first path it is found by.
import Diagnostics
import Graph

/// Every `param` and `state` inside a value, in order.
package struct HeldCells {
  package private(set) var cells: [(path: String, cell: Cell)] = []
  private var seen: Set<ObjectIdentifier> = []
  private var paths: Set<String> = []

  package init(in value: Value) { walk(value, "") }

  /// Those that learn.
  package var parameters: [(path: String, cell: Cell)] { cells.filter { !$0.cell.isState } }

  private mutating func walk(_ value: Value, _ path: String) {
    if let box = value.box, !seen.insert(ObjectIdentifier(box)).inserted { return }
    switch value {
    case .cell(let cell):
      guard seen.insert(ObjectIdentifier(cell.parameter)).inserted else { return }
      cells.append((unique(path.isEmpty ? cell.name : path), cell))
    case .tuple(let tuple):
      for (index, element) in tuple.elements.enumerated() {
        // A cell without a label is known by its own name.
        if tuple.label(index) == nil, case .cell(let cell) = element {
          walk(element, join(path, cell.name))
        } else {
          walk(element, join(path, tuple.label(index) ?? String(index)))
        }
      }
    case .model(let model):
      for (name, member) in model.members {
        if case .function = member { continue }
        walk(member, join(path, name))
      }
      // What was handed to the model when it was made is held by its functions alone.
      for (_, member) in model.members { if case .function = member { walk(member, path) } }
      if let call = model.call { walk(.function(call), path) }
    case .function(let function):
      for held in function.held { walk(held, name(of: held).map { join(path, $0) } ?? path) }
    case .host(let host):
      for held in host.held { walk(held, path) }
    case .nothing, .number, .truth, .text, .tensor, .range, .series, .optimizer:
      return
    }
  }

  private func name(of value: Value) -> String? {
    switch value {
    case .cell(let cell): cell.name
    case .model(let model): model.name
    default: nil
    }
  }

  private func join(_ path: String, _ name: String) -> String { path.isEmpty ? name : path + "." + name }

  private mutating func unique(_ path: String) -> String {
    var (candidate, number) = (path, 2)
    while !paths.insert(candidate).inserted {
      candidate = "\(path)_\(number)"
      number += 1
    }
    return candidate
  }
}
