// Some names of one moment put in the place of what they mean now: for trying out what a changed program would have given.

extension Machine {
  /// Gives names the meaning they had at a moment, whatever they mean now. Parameters that these values hold and their series
  /// become what they were; nothing else changes.
  package func overlay(_ names: Set<String>, of moment: MachineSnapshot) {
    var held: Set<ObjectIdentifier> = []
    for (number, entry) in moment.entries.enumerated() where names.contains(entry.name) && !entry.isLibraryOwn {
      guard entry.isDefined, entry.kind != .library, moment.values.indices.contains(number) else { continue }
      globals.restore(number, entry, table.register(moment.values[number]))
      for (_, cell) in HeldCells(in: moment.values[number]).cells { held.insert(ObjectIdentifier(cell)) }
    }
    for name in names {
      guard let (own, numbers) = moment.learning.series[name] else { continue }
      own.become(numbers)
      series[name] = own
    }
    for (cell, value) in moment.learning.cells where held.contains(ObjectIdentifier(cell)) {
      // A cell never changes its shape, so giving its value back cannot fail.
      if !cell.parameter.value.isSame(as: value) { try? cell.parameter.assign(value) }
    }
  }

  /// The session's own names that hold a parameter which is not what it was at a moment.
  package func namesThatLearned(since moment: MachineSnapshot) -> Set<String> {
    var earlier: [ObjectIdentifier: Int] = [:]
    for (place, entry) in moment.learning.cells.enumerated() { earlier[ObjectIdentifier(entry.cell)] = place }
    var names: Set<String> = []
    for entry in globals.entries where entry.isDefined && !entry.isLibraryOwn && entry.kind != .library {
      let cells = HeldCells(in: lookUp(entry.name) ?? .nothing).cells
      let hasLearned = cells.contains { _, cell in
        guard let place = earlier[ObjectIdentifier(cell)] else { return false }
        return !cell.parameter.value.isSame(as: moment.learning.cells[place].value)
      }
      if hasLearned { names.insert(entry.name) }
    }
    return names
  }
}
