// What a lesson asks of its session: moments that nothing leads back from, and a student's names on top of the lesson's own.
import Diagnostics
import Machine

extension Session {
  /// Goes to a moment; unlike after `restore`, `undo` finds nothing before it.
  package func settle(at moment: SessionSnapshot) throws(SessionError) {
    try onThread { core, _ in
      core.attempt { if !core.settle(at: moment) { throw Diagnostic(.foreignSnapshot, at: .nowhere) } }
    }.get()
  }

  /// Lays over the present the names that a moment had of its own and that stand for nothing now, but for `others`.
  package func lay(namesOf moment: SessionSnapshot, besides others: Set<String>) throws(SessionError) {
    try onThread { core, _ in
      core.attempt {
        if !core.lay(namesOf: moment, besides: others) { throw Diagnostic(.foreignSnapshot, at: .nowhere) }
      }
    }.get()
  }

  /// Evaluates a text and takes back everything that it changed; its draws are keyed by `key`.
  package func look(at text: String, name: String?, key: String, _ receive: (Event) -> Void = { _ in }) -> Outcome {
    let request = Request(text: text, name: name, key: key)
    return reached(receive) { core, emit in core.attempt(request, emit) { $0 } }
  }

  /// Whether a name stands for something, and whether that belongs to the library.
  package func standing(of name: String) -> (isKnown: Bool, isLibrary: Bool) {
    let found = try? onThread { core, _ -> (Bool, Bool) in
      if core.machine.globals[name] == nil { core.library.provide(name) }
      guard let entry = core.machine.globals[name] else { return (false, false) }
      return (true, entry.kind == .library)
    }
    return found ?? (false, false)
  }
}
