// What a program has to do with names: which it needs, which it gives, what its functions mention.
import Diagnostics
import Syntax

/// The names of a program, told by its text alone. Where that cannot be told exactly, a name more is needed, never one less.
struct CellNames: Sendable {
  /// What has to mean something before the program runs: names of its own functions are replaced by what these mention.
  private(set) var needs: Set<String> = []
  /// The same with the names of its own functions: what its values depend on.
  private(set) var touches: Set<String> = []
  /// What it binds, assigns or records.
  private(set) var binds: Set<String> = []
  /// Its functions and models: what each mentions.
  private(set) var definitions: [String: Set<String>] = [:]
  /// The names it gives a value at once: what the value mentions.
  private(set) var values: [String: Set<String>] = [:]

  init(_ program: String) {
    let outline = CellOutline(program)
    let tokens = TokenOutline.all(in: program)
    binds = Set(outline.bound).union(outline.recorded).union(Self.assigned(in: tokens))
    var given: Set<String> = []
    for statement in outline.parsed.program.statements {
      let mentioned = Self.names(in: tokens, from: statement.span, besides: statement.boundSpan)
      if let name = statement.definedFunction {
        definitions[name, default: []].formUnion(mentioned.subtracting([name]))
        given.remove(name)
        continue
      }
      needs.formUnion(mentioned.subtracting(given))
      for name in statement.boundNames where statement.boundSpan != nil {
        values[name, default: []].formUnion(mentioned)
        given.insert(name)
      }
    }
    touches = reach(of: needs, through: definitions)
    needs = touches.subtracting(definitions.keys)
  }

  /// The names in a stretch of the text, but for those in a part of it.
  private static func names(in tokens: [TokenOutline], from span: Span, besides part: Span?) -> Set<String> {
    var names: Set<String> = []
    for token in tokens where token.kind == .name && token.lower >= span.lower && token.upper <= span.upper {
      if let part, token.lower >= part.lower, token.upper <= part.upper { continue }
      names.insert(token.text)
    }
    return names
  }

  /// Names before a `=`, also inside of loops.
  private static func assigned(in tokens: [TokenOutline]) -> Set<String> {
    Set(
      zip(tokens, tokens.dropFirst()).compactMap { name, sign in
        name.kind == .name && sign.kind == .sign && sign.text == "=" ? name.text : nil
      })
  }
}

/// Names with everything that can be reached from them through definitions.
func reach(of names: Set<String>, through definitions: [String: Set<String>]) -> Set<String> {
  var reached = names
  var waiting = Array(names)
  while let name = waiting.popLast() {
    for next in definitions[name] ?? [] where reached.insert(next).inserted { waiting.append(next) }
  }
  return reached
}

extension Statement {
  /// The name of a function or a model that it defines: nothing is evaluated where it stands.
  var definedFunction: String? {
    switch kind {
    case .function(let function): return function.name?.text
    case .model(let model): return model.name.text
    case .binding(let binding):
      guard case .function = binding.value.kind, case .name(let name) = binding.pattern else { return nil }
      return name.text
    default: return nil
    }
  }

  /// Whether it is a check or something of the kind.
  var isExamination: Bool {
    if case .examine = kind { return true }
    return false
  }

  /// Where the names stand that it gives a value: there they are not needed.
  fileprivate var boundSpan: Span? {
    switch kind {
    case .binding(let binding): binding.pattern.span
    case .assignment(let pattern, _), .draw(let pattern, _): pattern.span
    case .cell(_, let name, _): name.span
    default: nil
    }
  }
}

extension String {
  /// With blanks in the place of everything that is not in one of some stretches, or in the place of what is: lines and places stay.
  func blanked(keeping spans: [Span]) -> String {
    let kept = spans.map { Int($0.lower)..<Int($0.upper) }
    return blanked { offset in !kept.contains { $0.contains(offset) } }
  }

  func blanked(without spans: [Span]) -> String {
    let gone = spans.map { Int($0.lower)..<Int($0.upper) }
    return blanked { offset in gone.contains { $0.contains(offset) } }
  }

  private func blanked(_ isGone: (Int) -> Bool) -> String {
    String(
      decoding: utf8.enumerated().map { $1 != UInt8(ascii: "\n") && isGone($0) ? UInt8(ascii: " ") : $1 },
      as: UTF8.self)
  }
}
