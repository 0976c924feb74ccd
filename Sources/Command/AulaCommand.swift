// The way of a call: arguments → what is wanted → the verb's action → the exit code.
import Diagnostics
import Session
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The command `aula`.
package enum AulaCommand {
  /// Does what this process was called for and ends it.
  package static func run() -> Never {
    StandardFiles.prepare()
    let arguments = CommandLine.arguments.dropFirst()
    exit(main(Array(arguments)))
  }

  /// Does what the arguments say, and gives the code to end with.
  private static func main(_ arguments: [String]) -> Int32 {
    let call: Call
    do {
      call = try ArgumentParser().parse(arguments)
    } catch {
      let job = Job(Settings(language: ArgumentParser.languageWish(in: arguments)), verb: nil, operands: [])
      job.complain(error)
      return Ending.wrongUsage.rawValue
    }
    let job = Job(call.settings, verb: call.verb, operands: call.operands)
    let ending = perform(job)
    job.output.flush()
    return max(ending, job.endingOfOutput().rawValue)
  }

  private static func perform(_ job: Job) -> Int32 {
    if job.settings.wantsHelp {
      job.page(HelpText(job.verb, in: job.language).text(columns: job.textColumns))
      return Ending.finished.rawValue
    }
    if job.settings.wantsVersion {
      job.say("aula \(Version.number)\n")
      return Ending.finished.rawValue
    }
    guard let verb = job.verb else { return PromptVerb.perform(job) }
    return verb.action(job).rawValue
  }
}

/// Which version this is.
package enum Version {
  /// By the rules of semver.org.
  package static let number = "0.1.0"
}

/// What a process tells the one that started it. A larger code outranks a smaller one.
package enum Ending: Int32, Comparable, CaseIterable, Sendable {
  case finished = 0
  case checkFailed = 1
  case programFailed = 2
  case fileFailed = 3
  case wrongUsage = 64
  case interrupted = 130

  package static func < (one: Ending, two: Ending) -> Bool { one.rawValue < two.rawValue }

  /// How an evaluation ended, its checks included.
  init(_ outcome: Outcome) {
    self = max(Ending(outcome.status), outcome.checks.allPassed ? .finished : .checkFailed)
  }

  /// How an evaluation ended.
  init(_ status: Outcome.Status) {
    switch status {
    case .finished: self = .finished
    case .failed, .limit: self = .programFailed
    case .interrupted: self = .interrupted
    }
  }

  /// What help and the man page say of it.
  var words: Words {
    switch self {
    case .finished: Words(en: "all well", es: "todo bien", pt: "tudo bem")
    case .checkFailed:
      Words(
        en: "a check did not pass, or `fmt --check` would change something",
        es: "una comprobación no se cumplió, o `fmt --check` cambiaría algo",
        pt: "uma verificação não passou, ou `fmt --check` mudaria algo")
    case .programFailed:
      Words(
        en: "an error in a program, or a limit was exceeded", es: "un error en un programa, o se superó un límite",
        pt: "um erro em um programa, ou um limite foi ultrapassado")
    case .fileFailed:
      Words(
        en: "a file could not be read or written", es: "no se pudo leer o escribir un archivo",
        pt: "não deu para ler ou escrever um arquivo")
    case .wrongUsage: Words(en: "wrong usage", es: "uso incorrecto", pt: "uso incorreto")
    case .interrupted: Words(en: "interrupted", es: "interrumpido", pt: "interrompido")
    }
  }
}
