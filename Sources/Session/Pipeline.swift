// The way of a text until it is a value: one line for each stage.
import Analysis
import Diagnostics
import Machine
import Syntax

/// What a cell gave.
struct Evaluation {
  let value: Value
  /// Whether nothing refers to the cell's text and code any more.
  let leavesNothing: Bool
}

extension SessionCore {
  /// Text → tree → with its files → names → instructions → value.
  func evaluate(_ request: Request, problems: inout [Problem], _ emit: (Event) -> Void) throws -> Evaluation {
    let number = try take(request)
    let written = try parse(number, readsLastValue: request.isAtPrompt)
    let program = try splice(written, of: request)
    let resolution = try analyse(program, problems: &problems, emit)
    let cell = try machine.compile(program, resolution)
    hasRun = true
    let result = try machine.run(cell)
    recordable.formUnion(resolution.recordedNames)
    // An expression was shown when it was reached; what a name was given to is shown now.
    if let name = result.name { show(result.value, name: name, emit) }
    if let error = showError { throw error }
    return Evaluation(value: result.value, leavesNothing: written.leavesNothing)
  }

  /// The same up to the instructions, of which none runs.
  func check(_ request: Request, problems: inout [Problem]) throws {
    let written = try parse(take(request), readsLastValue: request.isAtPrompt)
    let program = try splice(written, of: request)
    let resolution = try analyse(program, problems: &problems) { _ in }
    _ = try machine.compile(program, resolution)
  }

  private func take(_ request: Request) throws -> Int32 {
    guard request.text.utf8.count <= DiskFiles.largest else {
      throw Diagnostic(.cellTooLong, at: .nowhere, ["allowed": .text("\(DiskFiles.largest >> 20) MB")])
    }
    return sources.add(Source(name: name(of: request), text: request.text))
  }

  private func parse(_ number: Int32, readsLastValue: Bool) throws -> Program {
    guard let source = sources[number] else { return Program(statements: [], comments: []) }
    let parsed = Parser(readsLastValue: readsLastValue).parse(source, number: number, firstID: nextID)
    nextID = parsed.nextID
    if !parsed.diagnostics.isEmpty { throw Diagnostics(parsed.diagnostics) }
    return parsed.program
  }

  private func splice(_ written: Program, of request: Request) throws -> Program {
    var splicer = FileSplicer(
      provider: options.files, sources: sources, nextID: nextID, used: files, around: request.file)
    let program = splicer.splice(written)
    nextID = splicer.nextID
    files = splicer.used
    if !splicer.diagnostics.isEmpty { throw Diagnostics(splicer.diagnostics) }
    return program
  }

  private func analyse(_ program: Program, problems: inout [Problem], _ emit: (Event) -> Void) throws -> Resolution {
    let sources = sources
    let resolution = Analysis.analyse(
      program, in: KnownNames(library: library, machine: machine, recordable: recordable)
    ) {
      sources.text($0)
    }
    if resolution.hasErrors { throw Diagnostics(resolution.diagnostics) }
    for warning in resolution.diagnostics {
      let problem = problem(warning)
      problems.append(problem)
      emit(.problem(problem))
    }
    return resolution
  }
}
