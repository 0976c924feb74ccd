// What a prompt asks of a session beyond evaluating: `_`, trials that leave no trace, and what is known of names.
import Diagnostics
import Graph
import Machine
import Syntax
import TensorKit

extension SessionCore {
  /// What the value of the last entry is called at a prompt.
  static let lastValue = "_"

  /// Lets `_` stand for an entry's value, if it has one.
  func keepLast(_ value: Value) {
    if case .nothing = value { return }
    machine.define(SessionCore.lastValue, value, kind: .constant)
  }
}

/// What a value is, without the value.
package struct ValueKind: Sendable, Hashable {
  /// "a tensor"
  package let kind: Words
  package let shape: [Int]?
  package let precision: String?
  /// A function's call: `fn mse(prediction, target)`; what a model holds.
  package let detail: String?
}

/// A name or a member, as completion shows it.
package struct KnownName: Sendable, Hashable {
  package let name: String
  /// Its shape and precision, its call, or what else can be told in a few words without computing; empty where nothing can.
  package let detail: String
  /// Whether it can be called.
  package let isCallable: Bool
  /// Whether it belongs to the library and not to the session.
  package let isLibrary: Bool

  package init(_ name: String, _ detail: String, isCallable: Bool = false, isLibrary: Bool = false) {
    self.name = name
    self.detail = detail
    self.isCallable = isCallable
    self.isLibrary = isLibrary
  }
}

/// What a call takes.
package struct KnownCall: Sendable, Hashable {
  /// `fn mse(prediction, target)`
  package let signature: String
  /// The names of its parameters.
  package let parameters: [String]

  package init(_ signature: String, _ parameters: [String]) {
    self.signature = signature
    self.parameters = parameters
  }
}

extension Session {
  /// Evaluates an entry of a prompt: like a cell, and `_` in it is the value of the entry before. Of a text that was read from
  /// a file, `file` is what its `use`s are seen from.
  package func enter(
    _ text: String, name: String? = nil, file: String? = nil, _ receive: (Event) -> Void = { _ in }
  ) -> Outcome {
    let request = Request(text: text, name: name, key: nil, isAtPrompt: true, file: file)
    return reached(receive) { core, emit in core.run(request, emit) }
  }

  /// Evaluates an entry as `enter` does, and takes everything back that it changed.
  package func attempt(_ text: String, name: String? = nil, _ receive: (Event) -> Void = { _ in }) -> Outcome {
    let request = Request(text: text, name: name, key: nil, isAtPrompt: true)
    return reached(receive) { core, emit in core.attempt(request, emit) { $0 } }
  }

  /// What the value of an entry is; nothing stays of evaluating it.
  package func kind(of text: String, name: String? = nil) -> (outcome: Outcome, kind: ValueKind?) {
    let request = Request(text: text, name: name, key: nil, isAtPrompt: true)
    do {
      return try onThread { core, _ in
        core.attempt(request, { _ in }) { outcome in
          guard outcome.status == .finished, let value = core.machine.lookUp(SessionCore.lastValue) else {
            return (outcome, nil)
          }
          return (outcome, core.kind(of: value))
        }
      }
    } catch {
      return (Session.failed(error), nil)
    }
  }

  /// Draws of cells to come are keyed by this seed; those of entries begin anew with it.
  package func setSeed(_ seed: UInt64) {
    later {
      $0.seed = seed
      $0.machine.graph.random = RandomStream(seed: seed)
    }
  }

  /// Every name that an entry could use, those of the session first.
  package func knownNames() -> [KnownName] { (try? onThread { core, _ in core.knownNames() }) ?? [] }

  /// What may stand behind the point after a name, or after members of it: `["enc", "first"]` for `enc.first.`. Nothing is computed.
  package func members(of path: [String]) -> [KnownName] {
    (try? onThread { core, _ in core.value(at: path).map(core.members) ?? [] }) ?? []
  }

  /// How a name, or a member of it, is called; nil where it cannot be.
  package func call(of path: [String]) -> KnownCall? {
    (try? onThread { core, _ in core.value(at: path).flatMap(core.call) }) ?? nil
  }

  /// Everything that can be said of a name; nil where it stands for nothing.
  package func entry(of name: String) -> Reference.Entry? {
    (try? onThread { core, _ in core.entry(of: name) }) ?? nil
  }

  func reached(
    _ receive: (Event) -> Void = { _ in }, _ body: @escaping (SessionCore, @escaping (Event) -> Void) -> Outcome
  ) -> Outcome {
    do { return try onThread(receive, body) } catch { return Session.failed(error) }
  }

  private static func failed(_ error: SessionError) -> Outcome {
    Outcome(
      status: error.status, value: .nothing, problems: error.problems, learningSteps: 0, stepsUsed: 0, seconds: 0)
  }
}

extension SessionCore {
  fileprivate func kind(of value: Value) -> ValueKind {
    let detail: String? =
      switch value {
      case .function(let function): machine.display.signature(function)
      case .model: machine.display.shapeLine(value)
      default: nil
      }
    return ValueKind(kind: value.kind, shape: value.knownShape, precision: value.knownPrecision, detail: detail)
  }

  fileprivate func knownNames() -> [KnownName] {
    var own: [KnownName] = []
    var library: [KnownName] = []
    for entry in machine.globals.entries where entry.isDefined && !entry.isLibraryOwn && !entry.name.hasPrefix("_") {
      guard let value = machine.lookUp(entry.name) else { continue }
      let known = known(entry.name, value, isLibrary: entry.kind == .library)
      if entry.kind == .library { library.append(known) } else { own.append(known) }
    }
    library += self.library.waitingNames.filter { !$0.hasPrefix("_") }.map { KnownName($0, "", isLibrary: true) }
    return own + library.sorted { $0.name < $1.name }
  }

  private func known(_ name: String, _ value: Value, isLibrary: Bool = false) -> KnownName {
    let detail: String
    switch value {
    case .function(let function):
      let signature = machine.display.signature(function)
      detail = signature.firstIndex(of: "(").map { String(signature[$0...]) } ?? ""
    case .number, .truth: detail = (try? machine.display.text(value)) ?? ""
    default: detail = machine.display.shapeLine(value) ?? value.kind(machine.display.language)
    }
    return KnownName(name, detail, isCallable: machine.signature(of: value) != nil, isLibrary: isLibrary)
  }

  /// A named value, or a member of one that is there without computing.
  fileprivate func value(at path: [String]) -> Value? {
    guard let first = path.first else { return nil }
    if machine.globals[first] == nil { library.provide(first) }
    var value = machine.lookUp(first)
    for name in path.dropFirst() {
      switch value {
      case .tuple(let tuple): value = tuple[name]
      case .model(let model): value = model[name]
      default: return nil
      }
    }
    return value
  }

  fileprivate func members(_ value: Value) -> [KnownName] {
    let size = KnownName("count", "")
    switch value {
    case .tuple(let tuple):
      return tuple.elements.enumerated().compactMap { index, element in
        tuple.label(index).map { known($0, element) }
      } + [size]
    case .model(let model):
      return model.members.filter { !$0.name.hasPrefix("_") }.map { known($0.name, $0.value) }
    case .text: return [size]
    case .function: return [KnownName("name", "")]
    case .optimizer(let recipe):
      return recipe.optimizer.settings.keys.sorted().map { KnownName($0, "") } + [KnownName("name", "")]
    case .host(let object): return object.memberNames.map { KnownName($0, "") }
    case .nothing: return []
    case .number, .truth, .tensor, .cell, .series, .range:
      let shape = value.knownShape ?? []
      var names = ["shape", "rank", "count", "precision"].map { KnownName($0, "") }
      if case .range = value { names += ["start", "end", "step"].map { KnownName($0, "") } }
      if shape.count >= 2 { names.insert(KnownName("T", ""), at: 0) }
      return names
    }
  }

  fileprivate func call(_ value: Value) -> KnownCall? {
    guard let signature = machine.signature(of: value) else { return nil }
    let text: String
    switch value {
    case .function(let function): text = machine.display.signature(function)
    case .model(let model):
      guard let call = model.call else { return nil }
      let line = machine.display.signature(call)
      text = model.name + (line.firstIndex(of: "(").map { String(line[$0...]) } ?? "")
    default: text = ""
    }
    return KnownCall(text, signature.parameters.map(\.name))
  }

  fileprivate func entry(of name: String) -> Reference.Entry? {
    if machine.globals[name] == nil { library.provide(name) }
    guard let known = machine.globals[name] else { return nil }
    return Reference.Entry(known, machine)
  }
}

extension FileFailure {
  /// The problem in the words that `use` has for it.
  package func diagnostic(_ path: String) -> Diagnostic { FileSplicer.diagnostic(for: self, path, at: .nowhere) }
}
