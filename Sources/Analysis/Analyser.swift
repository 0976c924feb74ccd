// Walks a program once: finds what each name means, and what is certainly wrong.
import Diagnostics
import Syntax

/// What the names of a program mean, and what is wrong with it. Nothing is run. `text` gives what a place of the
/// program says, for advice in its own words.
package func analyse(
  _ program: Program, in session: SessionNames, text: @escaping (Span) -> String? = { _ in nil }
) -> Resolution {
  var analyser = Analyser(session: session)
  analyser.plan(program)
  analyser.visitCell(program.statements)
  var shapes = ShapeFinder(analyser.resolution, text: text)
  shapes.visit(program.statements)
  analyser.resolution.diagnostics += shapes.diagnostics
  return analyser.finished()
}

/// The state of the walk. What it does with each part of the tree stands in extensions, a file for each kind of part.
struct Analyser {
  let session: SessionNames
  var resolution = Resolution(symbols: [:], diagnostics: [])
  /// The names in sight, innermost last; the first scope holds what the cell's top level has defined so far.
  var scopes = [Scope()]
  /// What the walk is in, innermost last.
  var contexts = [Context(owner: Symbol.cell, kind: .cell)]
  /// The top-level definitions of the whole program: functions may use those that come later.
  var planned: [String: [Symbol]] = [:]
  /// The series that the program records somewhere.
  var recorded: [String: Symbol] = [:]
  /// Names of the session that were looked up.
  var sessionSymbols: [String: Symbol] = [:]
  /// Unknown names that were reported: each once.
  var reportedNames: Set<String> = []
  /// Names of blocks that have ended, for saying so when one is used after it.
  var endedNames: [String: Symbol] = [:]
  /// The names whose values are being walked through.
  var beingMade: Set<Span> = []
  /// Where the `let` of a constant stands, which `var` would mend.
  var letPlaces: [Span: Span] = [:]
  /// Whether the parts of a check are walked through that the cell itself makes.
  var isInCheck = false

  init(session: SessionNames) { self.session = session }

  /// The names of one block, parameter list or comprehension.
  struct Scope {
    var symbols: [String: Symbol] = [:]
    /// Where its own statements define names, for uses that come too early.
    var upcoming: [String: Span] = [:]
    /// Whether these are a model's members.
    var isModel = false
  }

  /// A function, a model, or the cell itself.
  struct Context {
    enum Kind {
      case cell
      case model
      case function
    }
    let owner: Int
    let kind: Kind
    var loopDepth = 0
  }

  var context: Context { contexts.last ?? Context(owner: Symbol.cell, kind: .cell) }
  var isInFunction: Bool { contexts.contains { $0.kind == .function } }
  /// Whether a definition here is one of the session.
  var isTopLevel: Bool { scopes.count == 1 }
  var definitionOwner: Int? { isTopLevel ? nil : context.owner }

  mutating func report(_ diagnostic: Diagnostic) { resolution.diagnostics.append(diagnostic) }

  mutating func report(_ row: DiagnosticRow, at span: Span, _ values: [String: Phrase] = [:]) {
    report(Diagnostic(row, at: span, values))
  }

  /// The result, its problems in the order of their places.
  consuming func finished() -> Resolution {
    let inOrder = resolution.diagnostics.enumerated().sorted { first, second in
      let (a, b) = (first.element.span, second.element.span)
      return (a.source, a.lower, first.offset) < (b.source, b.lower, second.offset)
    }
    resolution.diagnostics = inOrder.map(\.element)
    return resolution
  }

  /// Runs `body` with a scope of its own.
  mutating func inScope(_ scope: Scope = Scope(), _ body: (inout Analyser) -> Void) {
    scopes.append(scope)
    body(&self)
    guard let ended = scopes.popLast() else { return }
    for (name, symbol) in ended.symbols where symbol.kind != .parameter && symbol.kind != .dimension {
      endedNames[name] = symbol
    }
  }

  /// Runs `body` inside a function or model, in a scope of its own.
  mutating func inContext(_ new: Context, _ scope: Scope = Scope(), _ body: (inout Analyser) -> Void) {
    contexts.append(new)
    // What a function's blocks held is nobody else's business.
    let outer = endedNames
    endedNames = [:]
    inScope(scope, body)
    endedNames = outer
    contexts.removeLast()
  }
}
