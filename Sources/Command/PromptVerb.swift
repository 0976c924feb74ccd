// No verb at all: the prompt, or what is piped in.
import Session
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

enum PromptVerb {
  /// The code to leave with.
  static func perform(_ job: Job) -> Int32 {
    // Programs talk in events, and files in programs: the prompt is for people.
    if job.settings.isJSON || isatty(0) != 1 { return ProgramVerbs.runInput(job).rawValue }
    let options = Prompt.Options(
      seed: job.settings.seed, session: job.settings.sessionOptions(files: DiskFiles()), isQuiet: job.settings.isQuiet,
      showsTime: job.settings.showsTime)
    return Prompt.run(options, look: job.look)
  }
}
