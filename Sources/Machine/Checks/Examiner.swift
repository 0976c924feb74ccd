// The parts of one claim at hand: each evaluated when it is asked for, always with the same draws.
import Diagnostics
import Graph
import Syntax
import TensorKit

/// Evaluates the parts of a claim in its settings.
final class Examiner {
  let machine: Machine
  let plan: ExaminationPlan
  let settings: Settings
  private let parts: Value
  private let random: RandomStream
  /// The statement itself, for what the machine records on its behalf.
  let place: Int32
  /// The functions of the parts in the setting that was used last.
  private var functions: [Value] = []
  /// That setting.
  private(set) var present = Setting(values: [], places: [])

  var examination: Examination { plan.examination }

  init(_ plan: ExaminationPlan, parts: Value, sources: [Value], in machine: Machine) throws {
    (self.machine, self.plan, self.parts) = (machine, plan, parts)
    place = machine.graph.place
    settings = try Settings(plan.examination.settings, sources, in: machine)
    random = RandomStream(seed: machine.graph.random.seed, stream: machine.graph.random.stream)
  }

  /// Whether there are names of `on` or `for all`.
  var hasSettings: Bool { !settings.names.isEmpty }

  /// Makes ready for a setting: draws begin where they begin in every setting.
  func enter(_ setting: Setting) throws {
    try endTrace()
    guard case .tuple(let tuple) = try machine.call(parts, setting.values.map { PassedArgument($0) }) else {
      throw Fault(.internalProblem, ["what": "parts"])
    }
    functions = tuple.elements
    present = setting
    rewind()
  }

  /// Lets draws begin anew.
  func rewind() { machine.graph.random = random }

  /// The function that gives a part in the present setting.
  func function(_ part: Examination.Part) throws -> Value {
    guard functions.indices.contains(part.place) else { throw Fault(.internalProblem, ["what": "part"]) }
    return functions[part.place]
  }

  /// The value of a part in the present setting.
  func value(_ part: Examination.Part) throws -> Value { try machine.call(function(part), []) }

  /// The value of a part as a text, such as a title.
  func text(_ part: Examination.Part) throws -> String {
    let value = try value(part)
    return try machine.display.text(value)
  }

  /// A value of which nothing is pending: the end of a trace would lose what only the examination knows of.
  func secured(_ value: Value) throws -> Value {
    if machine.traceDepth == 0 { try machine.compute(ObjectTable.pendingTensors(in: [value])) }
    return value
  }

  /// Ends a trace that many settings made long.
  private func endTrace() throws {
    let state = machine.memory.state
    guard machine.traceDepth == 0, state.pointee.nesting + 1 == machine.settlingNesting,
      machine.graph.recordedCount > 4_096
    else { return }
    try machine.settle()
  }

  // MARK: What is said

  /// The claim as written, in one line, without its title.
  var claim: String {
    let source = machine.sources[plan.span.source]
    let start = examination.title?.expression.span.upper ?? plan.span.lower
    var line = ClaimText.line(source?.text(Int(start), Int(plan.span.upper)) ?? "")[...]
    var isToFail = false
    if case .checkFails = examination.kind { isToFail = true }
    let words = examination.title != nil ? [":"] : isToFail ? ["check", "fails"] : ["check"]
    for word in words where line.hasPrefix(word) { line = line.dropFirst(word.count).drop { $0 == " " } }
    return String(line)
  }

  func code(_ span: Span) -> String { ClaimText.line(machine.sources.text(span)) }
}

/// A piece of program as one line.
enum ClaimText {
  /// Without comments, line breaks and blanks that say nothing.
  static func line(_ text: String) -> String {
    var result = ""
    var quote = false
    var isComment = false
    var wasEscape = false
    for character in text {
      if character.isNewline { isComment = false }
      if isComment { continue }
      if character == "\"", !wasEscape { quote.toggle() }
      wasEscape = character == "\\" && !wasEscape
      if character == "#", !quote {
        isComment = true
      } else if character.isWhitespace, !quote {
        if result.last != " " { result.append(" ") }
      } else {
        result.append(character)
      }
    }
    while result.last == " " { result.removeLast() }
    return result
  }
}
