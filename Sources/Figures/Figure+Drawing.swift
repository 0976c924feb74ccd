// What a figure can be drawn on.

/// The colours of a drawing.
public enum Theme: String, Sendable, Hashable, CaseIterable {
  /// Dark signs on light paper.
  case light
  /// Light signs on dark paper.
  case dark
  /// Light, and dark where the reader prefers that; only for SVG.
  case automatic
}

/// What a terminal can show.
public struct TerminalStyle: Sendable, Hashable {
  /// Which signs it has.
  public enum Signs: String, Sendable, Hashable {
    /// Braille dots, half-blocks and box lines.
    case unicode
    /// Nothing beyond ASCII, and nothing that a screen reader would stumble over.
    case plain
  }
  /// How many characters fit into a line.
  public var columns: Int
  /// How many lines a picture may take.
  public var rows: Int
  /// Which signs may be used.
  public var signs: Signs
  /// How colours are written, if at all.
  public var colours: Colours

  /// How colours are written.
  public enum Colours: String, Sendable, Hashable {
    case none
    /// The 16 that every terminal has.
    case basic
    /// 256 of them.
    case indexed
    /// All of them.
    case full
  }

  /// A terminal as most are.
  public init(columns: Int = 80, rows: Int = 24, signs: Signs = .unicode, colours: Colours = .none) {
    self.columns = columns
    self.rows = rows
    self.signs = signs
    self.colours = colours
  }
}

// The renderers add these to `Figure`:
//   public func svg(width: Double?, height: Double?, theme: Theme, language: Language) -> String
//   public func png(width: Int?, height: Int?, theme: Theme) throws -> [UInt8]
//   public func terminal(_ style: TerminalStyle) -> String
//   public func summary(_ language: Language) -> String
