// What analysis is told of the session's names.
import Analysis
import Machine

/// The names of a machine as analysis asks for them.
struct KnownNames: SessionNames {
  /// What reads further files of the library; nil where only names count that are there already.
  let library: StandardLibrary?
  let machine: Machine
  /// Names of series that functions of earlier cells record when they run.
  let recordable: Set<String>

  var allNames: [String] {
    machine.globals.entries.filter { $0.isDefined && !$0.isLibraryOwn }.map(\.name) + (library?.waitingNames ?? [])
  }

  func lookUp(_ name: String) -> SessionName? {
    if machine.globals[name] == nil { library?.provide(name) }
    guard let entry = machine.globals[name] else { return recordable.contains(name) ? SessionName(.series) : nil }
    let value = machine.lookUp(name) ?? .nothing
    return SessionName(
      entry.kind.symbolKind, isLibrary: entry.kind == .library, definition: entry.definition,
      signature: value.callShape, shape: value.knownShape, precision: value.knownPrecision)
  }
}

extension NameKind {
  fileprivate var symbolKind: Symbol.Kind {
    switch self {
    case .library, .constant: .constant
    case .variable: .variable
    case .cell: .cell
    case .series: .series
    case .function: .function
    case .model: .model
    }
  }
}

extension Value {
  /// What a call of it takes; nil for what cannot be called.
  fileprivate var callShape: CallShape? {
    switch self {
    case .function(let function):
      if case .row(let row) = function.kind { return CallShape(row) }
      return function.signature.callShape
    case .model(let model): return model.call?.signature.callShape
    case .host: return .anything
    default: return nil
    }
  }

  /// The sizes of its axes, where nothing has to be computed for them.
  var knownShape: [Int]? {
    switch self {
    case .tensor(let tensor): tensor.shape.dims
    case .cell(let cell): cell.parameter.value.shape.dims
    case .range(let range): [range.count]
    case .series(let series): [series.count] + series.shape.dims
    default: nil
    }
  }

  /// The precision of its elements.
  var knownPrecision: String? {
    switch self {
    case .tensor(let tensor): tensor.dtype.description
    case .cell(let cell): cell.parameter.value.dtype.description
    case .range: "float64"
    case .series(let series): series.dtype.description
    default: nil
    }
  }
}

extension Signature {
  fileprivate var callShape: CallShape {
    if parameters.count == 1, let only = parameters.first, only.isRepeated, only.isOptional { return .anything }
    return CallShape(
      parameters.map { CallShape.Parameter($0.name, isOptional: $0.isOptional, isRepeated: $0.isRepeated) })
  }
}
