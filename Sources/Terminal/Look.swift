// What the screen can show and the reader wants: decided once, from the environment, the terminal and the options.
import Diagnostics
import Figures
import Session

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// How text and pictures are to look. A value: whoever needs another look changes a copy.
package struct Look: Sendable, Hashable {
  /// How pictures reach the screen.
  package enum Pictures: String, Sendable, Hashable {
    /// Drawn with characters.
    case characters
    /// Told in a sentence or two: for logs and for who listens to the screen.
    case words
    /// The protocol of Kitty: the file itself between escape signs.
    case kitty
    /// Six rows of pixels at a time, as VT340 terminals drew them.
    case sixel
    /// To be asked when there is a first picture.
    case unknown
  }

  /// Characters in a line.
  package var columns: Int
  /// Lines of the screen.
  package var rows: Int
  /// How colours are written, if at all.
  package var colours: TerminalStyle.Colours
  /// Whether drawings use box lines and braille, or only what every terminal and screen reader knows.
  package var signs: TerminalStyle.Signs
  /// Whether nothing beyond ASCII can be shown: texts are spelled out too (`theta` for `θ`).
  package var isASCII: Bool
  /// The language of messages.
  package var language: Language
  /// Whether somebody watches: the output is a terminal.
  package var isInteractive: Bool
  /// Whether what was written may be overwritten: for a progress line.
  package var movesCursor: Bool
  /// How pictures are shown.
  package var pictures: Pictures
  /// Whether the paper is dark; nil as long as nobody asked.
  package var isDark: Bool?

  /// A look, by its parts; a log without colours unless said otherwise.
  package init(
    columns: Int = 80, rows: Int = 24, colours: TerminalStyle.Colours = .none, signs: TerminalStyle.Signs = .unicode,
    isASCII: Bool = false, language: Language = .en, isInteractive: Bool = false, movesCursor: Bool = false,
    pictures: Pictures = .characters, isDark: Bool? = nil
  ) {
    self.columns = columns
    self.rows = rows
    self.colours = colours
    self.signs = signs
    self.isASCII = isASCII
    self.language = language
    self.isInteractive = isInteractive
    self.movesCursor = movesCursor
    self.pictures = pictures
    self.isDark = isDark
  }

  /// The same for a session: `session.setStyle(look.textStyle)` after every change of size.
  package var textStyle: TextStyle {
    TextStyle(width: columns, isUnicode: signs == .unicode && !isASCII, isColoured: colours != .none)
  }

  /// The same for figures. A picture leaves room for the lines around it.
  package var terminalStyle: TerminalStyle {
    TerminalStyle(
      columns: columns, rows: min(max(rows - 4, 8), 24), signs: isASCII ? .plain : signs, colours: colours)
  }
}

// MARK: From the surroundings

extension Look {
  /// When to colour.
  package enum ColourWish: String, Sendable, CaseIterable {
    case auto
    case always
    case never
  }

  /// What the options of a command say; nil or false where they say nothing.
  package struct Wishes: Sendable, Hashable {
    package var colour: ColourWish?
    /// `--plain`: no colour, no drawing characters, no movement of the cursor.
    package var isPlain: Bool
    package var language: Language?

    package init(colour: ColourWish? = nil, isPlain: Bool = false, language: Language? = nil) {
      self.colour = colour
      self.isPlain = isPlain
      self.language = language
    }
  }

  /// The sizes of a screen, as far as it tells them.
  package struct Size: Sendable, Hashable {
    package var columns: Int
    package var rows: Int

    package init(columns: Int, rows: Int) {
      self.columns = columns
      self.rows = rows
    }

    /// Sizes beyond these are slips, and would cost memory.
    static let (leastColumns, mostColumns, leastRows, mostRows) = (10, 1_000, 4, 1_000)
  }

  /// The look for an output.
  ///
  /// - Parameters:
  ///   - wishes: what the options say.
  ///   - isTerminal: whether the output is a terminal.
  ///   - size: what the terminal says of its size.
  ///   - environment: the variables around the program.
  package init(_ wishes: Wishes, isTerminal: Bool, size: Size?, environment: (String) -> String?) {
    let terminal = environment("TERM") ?? ""
    let isDumb = terminal.isEmpty || terminal == "dumb"
    let isASCII = !Look.hasUTF8(environment)
    let movesCursor = isTerminal && !isDumb && !wishes.isPlain
    self.init(
      colours: Look.colours(wishes, isTerminal: isTerminal && !isDumb, terminal, environment),
      signs: wishes.isPlain || isASCII ? .plain : .unicode, isASCII: isASCII,
      language: wishes.language ?? .ofEnvironment, isInteractive: isTerminal, movesCursor: movesCursor,
      pictures: environment("AULA_PICTURES").flatMap(Look.wantedPictures)
        ?? (movesCursor && !isASCII && Look.mayKnowPictures(terminal, environment) ? .unknown : .characters))
    resize(
      Size(
        columns: size?.columns ?? environment("COLUMNS").flatMap { Int($0) } ?? 80,
        rows: size?.rows ?? environment("LINES").flatMap { Int($0) } ?? 24))
  }

  /// What `AULA_PICTURES` may ask for. Nobody can ask for pixels: whether the screen knows them is not a matter of taste.
  private static func wantedPictures(_ name: String) -> Pictures? {
    [.words, .characters].first { $0.rawValue == name }
  }

  /// The look for an open file of this process, standard output unless said otherwise.
  package static func ofTerminal(_ wishes: Wishes = Wishes(), output: Int32 = 1) -> Look {
    Look(wishes, isTerminal: isatty(output) == 1, size: size(of: output)) { name in
      getenv(name).map { String(cString: $0) }
    }
  }

  /// Follows a change of size.
  package mutating func resize(_ size: Size) {
    columns = min(max(size.columns, Size.leastColumns), Size.mostColumns)
    rows = min(max(size.rows, Size.leastRows), Size.mostRows)
  }

  /// How large the terminal of an open file is; nil where it does not say.
  package static func size(of output: Int32) -> Size? {
    var window = winsize()
    guard ioctl(output, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 else { return nil }
    return Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
  }

  /// Whether the locale writes UTF-8: the first of its three variables that is set decides. Without any, as in a
  /// container, a terminal of today is trusted.
  private static func hasUTF8(_ environment: (String) -> String?) -> Bool {
    for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
      guard let value = environment(name), !value.isEmpty else { continue }
      let letters = value.lowercased().filter { $0 != "-" }
      return letters.contains("utf8")
    }
    return true
  }

  private static func colours(
    _ wishes: Wishes, isTerminal: Bool, _ terminal: String, _ environment: (String) -> String?
  ) -> TerminalStyle.Colours {
    let refuses = environment("NO_COLOR").map { !$0.isEmpty } ?? false
    let isForced = environment("CLICOLOR_FORCE").map { !$0.isEmpty && $0 != "0" } ?? false
    switch wishes.colour ?? .auto {
    case .never: return .none
    case _ where wishes.isPlain: return .none
    case .always: break
    case .auto: if refuses || !(isTerminal || isForced) { return .none }
    }
    let depth = (environment("COLORTERM") ?? "").lowercased()
    if depth == "truecolor" || depth == "24bit" || terminal.hasSuffix("-direct") { return .full }
    return terminal.contains("256color") || terminal == "xterm-kitty" ? .indexed : .basic
  }

  /// Whether it is worth asking: not behind a multiplexer, which keeps pictures from the screen, and not on the console.
  private static func mayKnowPictures(_ terminal: String, _ environment: (String) -> String?) -> Bool {
    let isInside = ["TMUX", "STY"].contains { environment($0).map { !$0.isEmpty } ?? false }
    return !isInside && !["screen", "tmux", "linux", "vt1", "vt2", "cons", "ansi"].contains { terminal.hasPrefix($0) }
  }
}
