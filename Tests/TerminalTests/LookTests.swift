// The look of the output, from options, environment and terminal.
import AulaRuntime
import Terminal
import Testing

@Suite("Look") struct LookTests {
  private func look(
    _ wishes: Look.Wishes, isTerminal: Bool = true, size: Look.Size? = nil,
    _ environment: [String: String]
  ) -> Look { Look(wishes, isTerminal: isTerminal, size: size) { environment[$0] } }

  @Test("colours: as many as the terminal says it has") func depths() {
    let utf8 = ["LANG": "es_ES.UTF-8"]
    func colours(_ more: [String: String], _ wishes: Look.Wishes = Look.Wishes(), isTerminal: Bool = true) -> String {
      look(wishes, isTerminal: isTerminal, utf8.merging(more) { $1 }).colours.rawValue
    }
    #expect(colours(["TERM": "xterm"]) == "basic")
    #expect(colours(["TERM": "xterm-256color"]) == "indexed")
    #expect(colours(["TERM": "xterm-256color", "COLORTERM": "truecolor"]) == "full")
    #expect(colours(["TERM": "xterm-direct"]) == "full")
    #expect(colours(["TERM": "dumb"]) == "none")
    #expect(colours([:]) == "none")
    #expect(colours(["TERM": "xterm"], isTerminal: false) == "none")
    #expect(colours(["TERM": "xterm", "NO_COLOR": "1"]) == "none")
    #expect(colours(["TERM": "xterm", "NO_COLOR": ""]) == "basic")
    #expect(colours(["TERM": "xterm", "CLICOLOR_FORCE": "1"], isTerminal: false) == "basic")
    #expect(colours(["TERM": "xterm", "CLICOLOR_FORCE": "1", "NO_COLOR": "1"], isTerminal: false) == "none")
    #expect(colours(["TERM": "xterm", "NO_COLOR": "1"], Look.Wishes(colour: .always), isTerminal: false) == "basic")
    #expect(colours(["TERM": "xterm"], Look.Wishes(colour: .never)) == "none")
    #expect(colours(["TERM": "xterm"], Look.Wishes(colour: .always, isPlain: true)) == "none")
  }

  @Test("a locale without UTF-8 gets ASCII; the first variable that is set decides") func locales() {
    func isASCII(_ environment: [String: String]) -> Bool { look(Look.Wishes(), environment).isASCII }
    #expect(!isASCII(["LANG": "pt_BR.UTF-8"]))
    #expect(!isASCII(["LANG": "C.utf8"]))
    #expect(!isASCII([:]))
    #expect(isASCII(["LANG": "C"]))
    #expect(isASCII(["LANG": "es_ES.UTF-8", "LC_ALL": "POSIX"]))
    #expect(!isASCII(["LANG": "C", "LC_CTYPE": "es_ES.utf-8"]))
    #expect(isASCII(["LANG": "de_DE@euro"]))
    #expect(!isASCII(["LC_ALL": "", "LANG": "en_US.UTF-8"]))
    #expect(look(Look.Wishes(), ["LANG": "C"]).signs == .plain)
    #expect(look(Look.Wishes(), ["LANG": "C"]).terminalStyle.signs == .plain)
    #expect(!look(Look.Wishes(), ["LANG": "C"]).textStyle.isUnicode)
  }

  @Test("plain: nothing drawn, nothing moved, but texts keep their accents") func plain() {
    let plain = look(Look.Wishes(isPlain: true), ["TERM": "xterm-kitty", "LANG": "es_ES.UTF-8"])
    #expect(plain.signs == .plain && !plain.movesCursor && plain.colours == .none && plain.pictures == .characters)
    #expect(!plain.isASCII && plain.isInteractive)
  }

  @Test("who is asked for pictures") func pictures() {
    func pictures(_ environment: [String: String], isTerminal: Bool = true) -> Look.Pictures {
      look(Look.Wishes(), isTerminal: isTerminal, environment).pictures
    }
    #expect(pictures(["TERM": "xterm-256color"]) == .unknown)
    #expect(pictures(["TERM": "xterm-256color"], isTerminal: false) == .characters)
    #expect(pictures(["TERM": "xterm-256color", "TMUX": "/tmp/tmux-0/default,1,0"]) == .characters)
    #expect(pictures(["TERM": "screen-256color"]) == .characters)
    #expect(pictures(["TERM": "linux"]) == .characters)
    #expect(pictures(["TERM": "dumb"]) == .characters)
    #expect(pictures(["TERM": "xterm-kitty", "AULA_PICTURES": "characters"]) == .characters)
    #expect(pictures(["AULA_PICTURES": "words"], isTerminal: false) == .words)
    #expect(pictures(["TERM": "xterm-256color", "AULA_PICTURES": "sixel"]) == .unknown)
    #expect(pictures(["TERM": "xterm", "LANG": "C"]) == .characters)
  }

  @Test("sizes are brought into reason") func sizes() {
    #expect(look(Look.Wishes(), size: Look.Size(columns: 132, rows: 50), ["COLUMNS": "40"]).columns == 132)
    #expect(look(Look.Wishes(), ["COLUMNS": "40", "LINES": "10"]).columns == 40)
    #expect(look(Look.Wishes(), ["COLUMNS": "-3"]).columns == 10)
    #expect(look(Look.Wishes(), ["COLUMNS": "99999999999999999999"]).columns == 80)
    #expect(look(Look.Wishes(), ["COLUMNS": "many"]).columns == 80)
    #expect(look(Look.Wishes(), size: Look.Size(columns: .max, rows: .min), [:]).columns == 1_000)
    var changing = look(Look.Wishes(), [:])
    changing.resize(Look.Size(columns: 20, rows: 5))
    #expect(changing.columns == 20 && changing.textStyle.width == 20)
    #expect(changing.terminalStyle.rows == 8)
  }
}
