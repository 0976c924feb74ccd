// Asking a real terminal: a pseudo-terminal whose other end answers as terminals do, or does not.
import Foundation
import Terminal
import Testing

@Suite("Asking a terminal", .serialized) struct AskingTests {
  /// A pseudo-terminal; the test is the screen.
  private final class Pair: @unchecked Sendable {
    let master: Int32
    let path: String
    private var seen: [UInt8] = []

    /// Held open on this side too, as a shell does.
    let shell: Int32

    init?() {
      var (master, shell): (Int32, Int32) = (-1, -1)
      guard openpty(&master, &shell, nil, nil, nil) == 0, let name = ttyname(shell) else { return nil }
      (self.master, self.shell) = (master, shell)
      path = String(cString: name)
    }

    deinit {
      close(shell)
      close(master)
    }

    func answer(_ text: String) { _ = Array(text.utf8).withUnsafeBytes { write(master, $0.baseAddress, $0.count) } }

    /// Reads what the screen is told until something stands in it; false after some seconds.
    func wait(for text: String, seconds: Double = 5) -> Bool {
      let end = MonotonicClock.seconds() + seconds
      var buffer = [UInt8](repeating: 0, count: 4_096)
      while MonotonicClock.seconds() < end {
        var wanted = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&wanted, 1, 20) > 0, wanted.revents & Int16(POLLIN) != 0 else { continue }
        let count = read(master, &buffer, buffer.count)
        guard count > 0 else { continue }
        seen += buffer.prefix(count)
        if String(decoding: seen, as: UTF8.self).contains(text) { return true }
      }
      return false
    }
  }

  private func modes(_ file: Int32) -> tcflag_t {
    var modes = termios()
    tcgetattr(file, &modes)
    return modes.c_lflag
  }

  /// Asks while the other end does something as soon as it is asked.
  private func ask(_ pair: Pair, _ body: @escaping @Sendable (Pair) -> Void) -> (TerminalAnswer, ControllingTerminal) {
    let thread = Thread { if pair.wait(for: "\u{1b}[c") { body(pair) } }
    let before = modes(pair.shell)
    thread.start()
    let terminal = ControllingTerminal(path: pair.path)
    let answer = terminal.ask()
    #expect(modes(pair.shell) == before)
    return (answer, terminal)
  }

  @Test("answers are read, what is typed is kept, and the terminal is as it was") func answers() throws {
    let pair = try #require(Pair())
    let (answer, terminal) = ask(pair) {
      $0.answer("1 +")
      $0.answer("\u{1b}_Gi=31;OK\u{1b}\\ 2\u{1b}]11;rgb:00/00/00\u{7}\u{1b}[6;20;10t\u{1b}[?62;4c")
    }
    #expect(answer.pictures == .kitty && answer.isDark == true)
    #expect(answer.cell == TerminalAnswer.Cell(width: 10, height: 20))
    #expect(answer.typed == Array("1 + 2".utf8))
    #expect(terminal.late().isEmpty)
  }

  @Test("who does not answer is not waited for long") func silence() throws {
    let pair = try #require(Pair())
    let start = MonotonicClock.seconds()
    let (answer, _) = ask(pair) { _ in }
    #expect(answer.pictures == .characters && !answer.isComplete)
    #expect(MonotonicClock.seconds() - start < 2)
  }

  @Test("an answer that comes late is taken away before the next input") func late() throws {
    let pair = try #require(Pair())
    let (answer, terminal) = ask(pair) { _ in }
    #expect(!answer.isComplete)
    pair.answer("x\u{1b}[?62;4cy")
    #expect(terminal.late() == Array("xy".utf8))
    #expect(terminal.late().isEmpty)
  }

  @Test("what is no terminal answers nothing") func nothing() {
    #expect(ControllingTerminal(path: "/dev/null").ask() == TerminalAnswer())
    #expect(ControllingTerminal(path: "/no/such/terminal").ask() == TerminalAnswer())
  }
}
