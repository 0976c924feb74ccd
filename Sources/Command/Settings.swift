// What the options of a call say.
import Diagnostics
import Session
import Terminal

/// The options of a call.
struct Settings: Sendable {
  var language: Language?
  var seed: UInt64 = 0
  var threads: Int?
  var colour: Look.ColourWish?
  var isPlain = false
  var isJSON = false
  var isQuiet = false
  var showsTime = false
  var seconds: Double?
  var memory: Int?
  var pictures: String?
  var onlyChecks = false
  var outputPath: String?
  var isForStudents = false
  var wantsManPage = false
  var wantsHelp = false
  var wantsVersion = false

  init(language: Language? = nil) { self.language = language }

  var wishes: Look.Wishes { Look.Wishes(colour: colour, isPlain: isPlain, language: language) }

  /// The same for a session.
  func sessionOptions(files: any FileProvider) -> SessionOptions {
    var options = SessionOptions()
    options.language = language
    options.threads = threads
    options.files = files
    if let seconds { options.limits.seconds = seconds }
    if let memory {
      options.memoryBudget = memory
      options.limits.bytes = min(options.limits.bytes, memory)
      options.undoBytes = min(options.undoBytes, memory / 2)
    }
    return options
  }
}
