// Lines from GNU readline: its editing, its keys, its search in what was typed before, and the user's `.inputrc`.
import CReadline
import Syntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Lines edited with readline. There is one of them in a process, as there is one readline.
final class ReadlineReader: LineReader {
  /// The reader whose line is being edited. Readline's callbacks carry nothing along, and it is one of a process itself;
  /// only the thread that reads touches it.
  private nonisolated(unsafe) static var current: ReadlineReader?

  var complete: (String) -> CompletionAnswer? = { _ in nil }
  var list: (CompletionAnswer) -> String = { _ in "" }
  var resized: () -> Void = {}
  private let signals: PromptSignals
  private var input: LineInput?
  private var lastAnswer: CompletionAnswer?
  private var stuffed: [UInt8] = []
  private var lastRemembered: String?
  private var folds = FoldedEntries()

  /// So many milliseconds after Escape without another key, it was Escape alone.
  private static let escapeDelay: Int32 = 150
  /// So many entries are kept at hand.
  static let mostEntries: Int32 = 5_000

  init(signals: PromptSignals) {
    self.signals = signals
    aula_readline_begin(
      { word, start, end in ReadlineReader.current?.matches(word, Int(start), Int(end)) },
      { _, _, _ in ReadlineReader.current?.showMatches() })
    aula_readline_initialize()
    aula_readline_on_paste { count, key in
      aula_readline_paste(count, key)
      ReadlineReader.current?.foldWhatIsTall()
      return 0
    }
    using_history()
    stifle_history(ReadlineReader.mostEntries)
  }

  func remember(_ entry: String) {
    guard entry != lastRemembered, !entry.utf8.contains(0) else { return }
    lastRemembered = entry
    add_history(folds.folded(entry, rows: rows))
  }

  private var rows: Int { Look.size(of: 1)?.rows ?? 24 }

  /// A text that is taller than the screen cannot be edited on it.
  private func foldWhatIsTall() {
    guard let text = aula_readline_text().map({ String(cString: $0) }) else { return }
    let folded = folds.folded(text, rows: rows)
    if folded != text { aula_readline_replace(folded) }
  }

  func typedAhead(_ bytes: [UInt8]) { stuffed += bytes }

  var canOffer: Bool { true }

  func read(prompt: PromptSign, isContinuation: Bool, offering: String?) -> LineInput {
    ReadlineReader.current = self
    defer { ReadlineReader.current = nil }
    input = nil
    rl_callback_handler_install(prompt.marked) { line in ReadlineReader.current?.finish(line) }
    if let offering, !offering.utf8.contains(0) {
      let text = folds.folded(offering, rows: rows)
      aula_readline_replace(text)
      // Where something is to be filled in, that is where one begins to type.
      if let blank = TokenOutline.all(in: text).first(where: { $0.text == "???" }) {
        aula_readline_go_to(Int32(clamping: blank.upper))
      }
      rl_redisplay()
    }
    for byte in stuffed where input == nil {
      stuffed.removeFirst()
      rl_stuff_char(Int32(byte))
      rl_callback_read_char()
    }
    while true {
      if let input { return input }
      step(isContinuation)
    }
  }

  /// Waits for a key or a signal and deals with it.
  private func step(_ isContinuation: Bool) {
    var wanted = [
      pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    let waitsAfterEscape = isContinuation && aula_readline_is_after_escape() != 0
    let count = poll(&wanted, 2, waitsAfterEscape ? ReadlineReader.escapeDelay : -1)
    if count == 0 && waitsAfterEscape { return leave(.escape) }
    guard count > 0 else { return }
    if wanted[1].revents != 0 {
      for notice in signals.take() where input == nil { react(to: notice) }
      return
    }
    if wanted[0].revents != 0 { rl_callback_read_char() }
  }

  private func react(to notice: PromptSignals.Notice) {
    switch notice {
    case .interrupt: leave(.interrupt)
    case .terminate, .hangUp: leave(.leave(notice.exitCode))
    case .resize:
      rl_resize_terminal()
      resized()
    case .suspend:
      aula_readline_rest()
      kill(getpid(), SIGSTOP)
      aula_readline_resume()
    case .resume: break
    }
  }

  /// Gives the line up and goes below it.
  private func leave(_ reason: LineInput) {
    aula_readline_leave_line()
    rl_callback_handler_remove()
    rl_replace_line("", 1)
    input = reason
  }

  private func finish(_ line: UnsafeMutablePointer<CChar>?) {
    rl_callback_handler_remove()
    guard let line else {
      rl_crlf()
      aula_readline_print("")
      input = .end
      return
    }
    input = .line(folds.unfolded(String(cString: line)))
    free(line)
  }

  // MARK: Completion

  /// The texts that could stand for the word, as readline wants them: what they have in common, then each of them.
  private func matches(_ word: UnsafePointer<CChar>?, _ start: Int, _ end: Int) -> UnsafeMutablePointer<
    UnsafeMutablePointer<CChar>?
  >? {
    aula_readline_own_completion()
    guard let word, let buffer = aula_readline_text() else { return nil }
    let bytes = UnsafeRawBufferPointer(start: buffer, count: max(0, min(end, Int(aula_readline_cursor()))))
    lastAnswer = complete(String(decoding: bytes, as: UTF8.self))
    guard let answer = lastAnswer else {
      // At the beginning of a line there is nothing to complete: the key indents.
      if bytes.allSatisfy({ $0 == UInt8(ascii: " ") }) {
        rl_insert_text(String(repeating: " ", count: PromptEntry.step))
      }
      return nil
    }
    let typed = String(cString: word)
    var texts = answer.candidates.map { fitted($0.text, answer.start - start, typed) }
    // Nothing to add: what is known of it is worth a look.
    if texts == [typed] || (texts.isEmpty && answer.signature != nil) {
      showMatches()
      return nil
    }
    guard let first = texts.first else { return nil }
    if texts.count > 1 {
      let common = fitted(answer.common, answer.start - start, typed)
      // An empty one would erase the word.
      texts.insert(common.isEmpty ? typed : common, at: 0)
    } else {
      texts = [first]
    }
    let list = texts
    let size = MemoryLayout<UnsafeMutablePointer<CChar>?>.stride
    guard let memory = calloc(list.count + 1, size) else { return nil }
    let result = memory.bindMemory(to: UnsafeMutablePointer<CChar>?.self, capacity: list.count + 1)
    for (index, text) in list.enumerated() { result[index] = strdup(text) }
    return result
  }

  /// Readline's word may begin before ours, as in `2\theta`, or behind, as in a path: then it has some of it already.
  private func fitted(_ text: String, _ offset: Int, _ typed: String) -> String {
    if offset >= 0 { return String(decoding: Array(typed.utf8.prefix(offset)), as: UTF8.self) + text }
    return String(decoding: Array(text.utf8.dropFirst(-offset)), as: UTF8.self)
  }

  private func showMatches() {
    guard let lastAnswer else { return }
    rl_crlf()
    aula_readline_print(list(lastAnswer))
    rl_forced_update_display()
  }
}
