// `use "file.aula"`: the statements of a file in the place of the statement that names it.
import Diagnostics
import Syntax

/// The files that a session uses, by name, with the text they had.
struct UsedFiles {
  var texts: [String: String] = [:]

  /// More files than this are a mistake.
  static let most = 10_000
}

/// Puts the files' statements into a program, each file once per session and unchanged text.
struct FileSplicer {
  let provider: any FileProvider
  let sources: Sources
  var nextID: Int
  var used: UsedFiles
  /// What is wrong in the files.
  private(set) var diagnostics: [Diagnostic] = []
  /// The files around the present place, outermost first.
  private var chain: [(file: String, path: String)] = []

  /// `file`: what the program itself was read from, if it was.
  init(provider: any FileProvider, sources: Sources, nextID: Int, used: UsedFiles, around file: String? = nil) {
    self.provider = provider
    self.sources = sources
    self.nextID = nextID
    self.used = used
    if let file { chain.append((file, file)) }
  }

  /// The program with every `use` at its top level replaced.
  mutating func splice(_ program: Program) -> Program {
    guard program.statements.contains(where: \.isUse) else { return program }
    var statements: [Statement] = []
    for statement in program.statements {
      guard case .use(let path) = statement.kind else {
        statements.append(statement)
        continue
      }
      do {
        statements += try self.statements(of: path, at: statement.span)
      } catch {
        diagnostics.append(error)
      }
    }
    return Program(statements: statements, comments: program.comments)
  }

  private mutating func statements(of path: String, at span: Span) throws(Diagnostic) -> [Statement] {
    let (file, text) = try find(path, at: span)
    if let start = chain.firstIndex(where: { $0.file == file }) {
      let circle = (chain[start...].map(\.path) + [path]).map { "`\($0)`" }.joined(separator: " → ")
      throw Diagnostic(.fileUsesItself, at: span, ["path": .text(path), "circle": .text(circle)])
    }
    if used.texts[file] == text { return [] }
    guard used.texts.count < UsedFiles.most else {
      throw Diagnostic(.tooManyFiles, at: span, ["count": .text("\(UsedFiles.most)")])
    }
    // Entered before its own `use`s are looked at, so that two files that use a third one get it once.
    used.texts[file] = text
    let number = sources.add(Source(name: path, text: text))
    let parsed = Parser().parse(sources[number] ?? Source(name: path, text: text), number: number, firstID: nextID)
    nextID = parsed.nextID
    diagnostics += parsed.diagnostics
    chain.append((file, path))
    defer { chain.removeLast() }
    return splice(parsed.program).statements
  }

  private func find(_ path: String, at span: Span) throws(Diagnostic) -> (file: String, text: String) {
    do {
      let file = try provider.locate(path, from: chain.last?.file)
      return (file, try provider.read(file))
    } catch {
      throw FileSplicer.diagnostic(for: error, path, at: span)
    }
  }

  static func diagnostic(for failure: FileFailure, _ path: String, at span: Span) -> Diagnostic {
    let name = Phrase.text(path)
    switch failure {
    case .missing: return Diagnostic(.fileMissing, at: span, ["path": name])
    case .tooLarge(let bytes, let allowed):
      return Diagnostic(
        .fileTooLarge, at: span, ["path": name, "bytes": .text(size(bytes)), "allowed": .text(size(allowed))])
    case .notText(let offset):
      return Diagnostic(.fileNotText, at: span, ["path": name, "offset": .text("\(offset)")])
    case .outside: return Diagnostic(.fileOutside, at: span, ["path": name])
    case .unreadable(let reason):
      return Diagnostic(.fileUnreadable, at: span, ["path": name, "reason": .text(reason)])
    }
  }

  private static func size(_ bytes: Int) -> String { "\((bytes + (1 << 20) - 1) >> 20) MB" }
}

extension Statement {
  fileprivate var isUse: Bool { if case .use = kind { true } else { false } }
}
