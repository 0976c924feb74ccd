// What doctor does: says what was found on this machine, and how fast it is.
import AulaRuntime
import Diagnostics
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

enum DoctorVerb {
  static func perform(_ job: Job) -> Ending {
    let findings = Findings(job)
    let text = job.settings.isJSON ? JSONText.object(findings.members).text + "\n" : findings.text(job.language)
    if job.settings.isJSON { job.output.write(text) } else { job.say(text) }
    return .finished
  }
}

/// What was found, row by row.
private struct Findings {
  /// A finding: its name in JSON, its words, its value.
  private struct Row {
    let name: String
    let words: Words
    let text: Phrase
    let json: JSONText

    init(_ name: String, _ words: Words, _ text: Phrase, _ json: JSONText) {
      (self.name, self.words, self.text, self.json) = (name, words, text, json)
    }

    init(_ name: String, _ words: Words, _ text: String) { self.init(name, words, .text(text), .string(text)) }
  }

  private var rows: [Row] = []

  init(_ job: Job) {
    rows.append(Row("version", DoctorWords.version, Version.number))
    addMachine(job)
    addSpeeds(job)
    addTerminal(job)
    addSurroundings(job)
  }

  var members: [(String, JSONText)] { rows.map { ($0.name, $0.json) } }

  func text(_ language: Language) -> String {
    let titles = rows.map { $0.words(language) }
    let width = (titles.map { Visible.width($0) }.max() ?? 0) + 2
    return zip(rows, titles).reduce(into: "") { text, line in
      let (row, title) = line
      // A sentence would shorten a long path.
      let value = if case .text(let text) = row.text { Visible.text(text) } else { row.text.text(in: language) }
      text += title + String(repeating: " ", count: width - Visible.width(title)) + value + "\n"
    }
  }

  // MARK: The machine

  private mutating func addMachine(_ job: Job) {
    let count = Device.processorCount
    rows.append(Row("processor", DoctorWords.processor, Measurements.processorName))
    rows.append(Row("level", DoctorWords.level, Device.cpuLevel))
    rows.append(Row("processors", DoctorWords.processors, .text("\(count)"), .whole(count)))
    let threads = Device(threads: job.settings.threads).threads
    rows.append(Row("threads", DoctorWords.threads, .text("\(threads)"), .whole(threads)))
    for library in NumericLibraries.all {
      rows.append(
        Row(
          library.name, Words(en: library.name, es: library.name, pt: library.name), .text(library.description),
          .object([("inUse", .truth(library.isInUse)), ("description", .string(library.description))])))
    }
  }

  private mutating func addSpeeds(_ job: Job) {
    let measured = Measurements(threads: job.settings.threads)
    addSpeed("product", DoctorWords.product, measured.product, 1e9, "GFLOP/s")
    addSpeed("product64", DoctorWords.product64, measured.product64, 1e9, "GFLOP/s")
    addSpeed("kernel", DoctorWords.kernel, measured.kernel, 1e9, "G/s")
    addSpeed("copy", DoctorWords.copy, measured.copy, 1e9, "GB/s")
  }

  private mutating func addSpeed(_ name: String, _ words: Words, _ speed: Double?, _ unit: Double, _ unitName: String) {
    let tenths = speed.map { (($0 / unit) * 10).rounded() / 10 }
    rows.append(Row(name, words, .text(tenths.map { "\($0) \(unitName)" } ?? "?"), .optional(tenths)))
  }

  // MARK: The terminal and the files

  private mutating func addTerminal(_ job: Job) {
    let look = job.look
    let kind = look.isInteractive ? DoctorWords.isTerminal : DoctorWords.isNoTerminal
    rows.append(Row("terminal", DoctorWords.terminal, .words(kind), .truth(look.isInteractive)))
    rows.append(
      Row(
        "size", DoctorWords.size, .text("\(look.columns) × \(look.rows)"),
        .list([.whole(look.columns), .whole(look.rows)])))
    rows.append(Row("colours", DoctorWords.colours, look.colours.rawValue))
    rows.append(Row("signs", DoctorWords.signs, look.isASCII ? "ascii" : look.signs.rawValue))
    rows.append(
      Row(
        "pictures", DoctorWords.pictures,
        look.pictures == .unknown ? .words(DoctorWords.isAsked) : .text(look.pictures.rawValue),
        .string(look.pictures.rawValue)))
  }

  private mutating func addSurroundings(_ job: Job) {
    let source = Surroundings.sourceOfLanguage(job.settings)
    rows.append(
      Row(
        "language", DoctorWords.language, .text("\(job.language.rawValue) (\(source))"), .string(job.language.rawValue))
    )
    rows.append(Row("program", DoctorWords.program, Surroundings.program))
    rows.append(Row("history", DoctorWords.history, Surroundings.history ?? "-"))
    rows.append(Row("inputrc", DoctorWords.inputrc, Surroundings.inputrc ?? "-"))
  }
}

/// Where things are that belong to the person.
private enum Surroundings {
  static func sourceOfLanguage(_ settings: Settings) -> String {
    if settings.language != nil { return "--lang" }
    return ["LC_ALL", "LC_MESSAGES", "LANG"].first { variable($0) != nil } ?? "-"
  }

  static var program: String { TextFiles.realPath("/proc/self/exe") ?? CommandLine.arguments.first ?? "aula" }

  static var history: String? { HistoryFile.usual(variable)?.path }

  static var inputrc: String? {
    let own = variable("INPUTRC") ?? variable("HOME").map { $0 + "/.inputrc" }
    return [own, "/etc/inputrc"].compactMap { $0 }.first { access($0, R_OK) == 0 }
  }

  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}
