// A derivation whose verdict is all that is wanted: most of those that break do so at once, in any setting.

extension Derivation {
  /// What a few settings show; nil if every line holds in them. Drawn settings tell more than simple ones.
  func verdictAtAGlance() throws -> Verdict? {
    let drawn = SettingSource.simple.count
    for index in [drawn, drawn + 1, 0, 1, 2] where index < settingCount {
      for number in lines.indices.dropFirst() {
        guard let relation = lines[number].relation else { continue }
        switch (try value(of: number - 1, at: index), try value(of: number, at: index)) {
        case (.value(let before), .value(let after)):
          // However large the values of other settings are, they do not make this one hold.
          guard let standing = try standing(relation, before, after, LineTolerance(size: 1)) else { continue }
          switch standing.kind {
          case .fails: if !isExcused(standing, at: index) { return .failed }
          case .misfit: return .failed
          case .holds, .undecided, .undefined: continue
          }
        case (let before, let after): return before.isOpen || after.isOpen ? .open : .error
        }
      }
    }
    return nil
  }
}
