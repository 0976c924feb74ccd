// A session's past, its names and its settings.
import Diagnostics
import Graph
import Machine
import Syntax

extension Session {
  // MARK: The past

  /// Goes back to before the last cell; false when there is nothing to go back to.
  @discardableResult
  public func undo() throws(SessionError) -> Bool { try onThread { core, _ in core.undo() } }

  /// Goes forward again after `undo`; false when there is nothing to go forward to.
  @discardableResult
  public func redo() throws(SessionError) -> Bool { try onThread { core, _ in core.redo() } }

  /// The present moment, to go back to later: names, parameters, moments, series and the random stream. It shares
  /// memory with the present.
  public func snapshot() throws(SessionError) -> SessionSnapshot { try onThread { core, _ in core.snapshot() } }

  /// Goes to a moment. `undo` comes back.
  public func restore(_ snapshot: SessionSnapshot) throws(SessionError) {
    try onThread { core, _ in
      core.attempt { if !core.restore(snapshot) { throw Diagnostic(.foreignSnapshot, at: .nowhere) } }
    }.get()
  }

  // MARK: Names

  /// What a name stands for; nil where it stands for nothing.
  public subscript(name: String) -> AulaValue? {
    get throws(SessionError) {
      try onThread { core, _ in core.attempt { try core.value(of: name) } }.get()
    }
  }

  /// What the session's own names stand for, in the order they were first used; without those of the library.
  public func names() throws(SessionError) -> [NameInfo] { try onThread { core, _ in core.names() } }

  /// How many bytes tensors hold now, those of the past that can be undone included.
  package func bytesInUse() throws(SessionError) -> Int { try onThread { core, _ in core.machine.device.memory.inUse } }

  /// Lets a name stand for a value.
  public func define(_ name: String, _ value: some AulaValueConvertible & Sendable) throws(SessionError) {
    try onThread { core, _ in
      core.attempt {
        guard let value = try value.aulaValue(on: core.machine.device).value() else {
          throw Diagnostic(.hostResult, at: .nowhere, ["name": .text(name)])
        }
        core.define(name, value)
      }
    }.get()
  }

  /// Lets a name stand for a function of one tensor. It is called on the session's thread; derivatives go through it.
  /// Like every `define`, it replaces what the name stood for, and it can be called in a running program as well.
  public func define(_ name: String, _ body: @escaping @Sendable (Tensor) throws -> Tensor) {
    defineTensors(name, 1) { try body($0[0]) }
  }

  /// Lets a name stand for a function of two tensors.
  public func define(_ name: String, _ body: @escaping @Sendable (Tensor, Tensor) throws -> Tensor) {
    defineTensors(name, 2) { try body($0[0], $0[1]) }
  }

  /// Lets a name stand for a function of three tensors.
  public func define(_ name: String, _ body: @escaping @Sendable (Tensor, Tensor, Tensor) throws -> Tensor) {
    defineTensors(name, 3) { try body($0[0], $0[1], $0[2]) }
  }

  /// Lets a name stand for a function of as many values as a call gives. They are computed before the call, so no
  /// derivative goes through it.
  public func define(_ name: String, _ body: @escaping @Sendable ([AulaValue]) throws -> AulaValue) {
    later { core in core.define(name, HostFunctions.ofValues(name, body)) }
  }

  private func defineTensors(
    _ name: String, _ count: Int, _ body: @escaping @Sendable ([Tensor]) throws -> Tensor
  ) {
    later { core in core.define(name, HostFunctions.ofTensors(name, count, body)) }
  }

  // MARK: Settings

  /// Sets the language of messages from now on.
  public func setLanguage(_ language: Language) { later { $0.language = language } }

  /// Sets what one evaluation may use from now on.
  public func setLimits(_ limits: SessionLimits) { later { $0.options.limits = limits } }

  /// Sets how messages and values are laid out from now on.
  public func setStyle(_ style: TextStyle) { later { $0.options.style = style } }

  // MARK: Prompts

  /// Whether a text could be evaluated, needs more, or is wrong whatever follows. It looks at the text alone, at once,
  /// also while something runs.
  public static func parseState(_ text: String) -> ParseState { parseState(text, readsLastValue: false) }

  /// The same; with `readsLastValue`, of an entry at a prompt, where `_` is a value.
  package static func parseState(_ text: String, readsLastValue: Bool) -> ParseState {
    let source = Source(name: "", text: text)
    guard source.bytes.count <= DiskFiles.largest else { return .wrong }
    let parsed = Parser(readsLastValue: readsLastValue).parse(source, number: 0, firstID: 1)
    if parsed.diagnostics.isEmpty { return .complete }
    return parsed.isIncomplete ? .incomplete : .wrong
  }
}

/// What can be said of a text before it is evaluated.
public enum ParseState: String, Sendable {
  /// It can be evaluated.
  case complete
  /// It ends in the middle of something.
  case incomplete
  /// Nothing that follows could mend it.
  case wrong
}

/// One of a session's names.
public struct NameInfo: Sendable, Hashable {
  /// What kind of name it is.
  public enum Kind: String, Sendable {
    /// `let`
    case constant
    /// `var`
    case variable
    /// `param`, `state`
    case cell
    /// `record`
    case series
    /// `fn`
    case function
    /// `model`
    case model
  }
  /// The name.
  public let name: String
  /// What kind of name it is.
  public let kind: Kind
  /// Its shape and precision in a line, where it has any.
  public let shape: String?
  /// Roughly how many bytes it holds.
  public let bytes: Int
  /// What its `##` comment says.
  public let documentation: String?
}

extension SessionCore {
  func names() -> [NameInfo] {
    machine.globals.entries.compactMap { entry in
      guard entry.isDefined, !entry.isLibraryOwn, entry.name != SessionCore.lastValue, let kind = entry.kind.info else {
        return nil
      }
      let value = machine.lookUp(entry.name) ?? .nothing
      return NameInfo(
        name: entry.name, kind: kind, shape: machine.display.shapeLine(value), bytes: value.size,
        documentation: entry.documentation)
    }
  }

  /// Does something outside of a cell, with its errors as hosts get them.
  func attempt<R>(_ body: () throws -> R) -> Result<R, SessionError> {
    do {
      return .success(try body())
    } catch {
      let failed = failure(error, isLate: false)
      return .failure(SessionError(status: failed.status, problems: failed.diagnostics.map(problem)))
    }
  }
}

extension NameKind {
  fileprivate var info: NameInfo.Kind? {
    switch self {
    case .library: nil
    case .constant: .constant
    case .variable: .variable
    case .cell: .cell
    case .series: .series
    case .function: .function
    case .model: .model
    }
  }
}

extension Value {
  /// Roughly how many bytes it holds, tensors included.
  fileprivate var size: Int {
    switch self {
    case .nothing, .number, .truth: 16
    case .tensor(let tensor): tensor.shape.count * tensor.dtype.size
    case .cell(let cell): cell.parameter.value.count * cell.parameter.value.dtype.size
    case .tuple(let tuple): tuple.elements.reduce(tuple.byteSize) { $0 + $1.size }
    case .model(let model): model.members.reduce(model.byteSize) { $0 + $1.value.size }
    default: box?.byteSize ?? 16
    }
  }
}
