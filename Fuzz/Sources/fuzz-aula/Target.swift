// What is done with the bytes of libFuzzer: they are a cell of a session that has to survive it.
import AulaRuntime
import CFuzzer

#if canImport(Glibc)
  import Glibc
#endif

/// A session for many inputs, and what must hold after each.
final class Target {
  private static let inputsOfASession = 200
  private var session = Target.newSession()
  private var inputs = 0

  private static func newSession() -> Session {
    var options = SessionOptions()
    options.language = .es
    options.threads = 1
    options.limits = SessionLimits(steps: 2_000, depth: 100, seconds: 2, bytes: 8 << 20)
    options.memoryBudget = 64 << 20
    options.undoSteps = 2
    options.files = NamedFiles(["layers.aula": "fn twice(x) = 2 * x", "x": "let used = 1"])
    return Session(seed: 1, options: options)
  }

  func take(_ bytes: UnsafeBufferPointer<UInt8>) {
    if inputs % Target.inputsOfASession == 0 { session = Target.newSession() }
    inputs += 1
    do {
      if inputs % Target.inputsOfASession == 1 {
        try session.evaluate("param canary = [1.5, 2.5]\nfn sing(x) = x * canary[0] + canary[1]")
      }
      let names = try session.names()
      let outcome = session.run(String(decoding: bytes, as: UTF8.self))
      for problem in outcome.problems where problem.text.isEmpty { fail("\(problem.code) says nothing") }
      if outcome.seconds > 4 { fail("it took \(outcome.seconds) seconds") }
      switch outcome.status {
      case .finished: try session.undo()
      case .interrupted: fail("it was interrupted")
      case .failed, .limit: if !outcome.problems.contains(where: \.isError) { fail("it failed without a word") }
      }
      if try session.names() != names { fail("names changed") }
      if try session.evaluate("sing(2)").number != 5.5 { fail("the canary sings differently") }
    } catch {
      fail("the session does not work any more: \(error)")
    }
  }

  /// Ends the process: that is how libFuzzer learns of it.
  private func fail(_ words: String) -> Never {
    let line = words + "\n"
    _ = line.withCString { write(2, $0, strlen($0)) }
    abort()
  }

  /// libFuzzer's callback carries nothing, and it calls from one thread.
  nonisolated(unsafe) private static let only = Target()

  static func run() -> Int32 {
    fuzz_with(CommandLine.argc, CommandLine.unsafeArgv) { bytes, count in
      Target.only.take(UnsafeBufferPointer(start: bytes, count: count))
      return 0
    }
  }
}
