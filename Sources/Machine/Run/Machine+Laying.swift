// Names of one moment laid over another: what somebody defined between the steps of a lesson, on top of the lesson's own state.
import Graph

extension Machine {
  /// Gives the present the names that a moment had of its own and that stand for nothing now, but for `others`. Parameters that
  /// only these names hold, their moments and their series become what they were; nothing else changes.
  package func lay(namesOf moment: MachineSnapshot, besides others: Set<String>) {
    var present: Set<ObjectIdentifier> = []
    for name in globals.entries where name.isDefined && !name.isLibraryOwn && name.kind != .library {
      for (_, cell) in HeldCells(in: lookUp(name.name) ?? .nothing).cells { present.insert(ObjectIdentifier(cell)) }
    }
    var laid: Set<ObjectIdentifier> = []
    for (number, entry) in moment.entries.enumerated() where entry.isDefined && !entry.isLibraryOwn {
      guard entry.kind != .library, !others.contains(entry.name), globals[entry.name] == nil,
        moment.values.indices.contains(number)
      else { continue }
      globals.restore(number, entry, table.register(moment.values[number]))
      for (_, cell) in HeldCells(in: moment.values[number]).cells { laid.insert(ObjectIdentifier(cell)) }
      if let (own, numbers) = moment.learning.series[entry.name], series[entry.name] == nil {
        own.become(numbers)
        series[entry.name] = own
      }
    }
    for (cell, value) in moment.learning.cells {
      guard laid.contains(ObjectIdentifier(cell)), !present.contains(ObjectIdentifier(cell)) else { continue }
      // A cell never changes its shape, so giving its value back cannot fail.
      if !cell.parameter.value.isSame(as: value) { try? cell.parameter.assign(value) }
    }
    for (site, state) in moment.learning.moments where moments[site] == nil { moments[site] = state.copy() }
  }
}
