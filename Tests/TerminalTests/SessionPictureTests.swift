// Sessions as pictures: the screen behind them, the drawing, and the one that the README shows.
import AulaRuntime
import Foundation
import Terminal
import Testing

@Suite("Pictures of sessions") struct SessionPictureTests {
  private func picture(_ text: String, columns: Int = 20) -> SessionPicture {
    var picture = SessionPicture(title: "a <title>", columns: columns)
    picture.write(text)
    return picture
  }

  @Test("a screen obeys what our printer writes") func screen() {
    #expect(picture("a\nb").text == "a\nb")
    #expect(picture("\r\u{1b}[K12/30  40%\r\u{1b}[Kdone\n").text == "done\n")
    #expect(picture("abc\rX").text == "Xbc")
    #expect(picture("12345678901234567890123").text == "12345678901234567890\n123")
    #expect(picture("漢字漢字漢字漢字漢字漢").text == "漢字漢字漢字漢字漢字\n漢")
    #expect(picture("\u{1b}[1;31mred\u{1b}[0m \u{1b}[38;2;1;2;300mx\u{1b}[48;5;999my\u{1b}[m\u{1b}").text == "red xy")
  }

  @Test("any bytes make a picture that can be read as XML") func noise() throws {
    let pieces = [
      "\u{1b}", "[", "38;5;", "2;", "m", "K", "a", "<", "&", "⣿", "▀", "┼", "漢", "\n", "\r", " ", "999", "\u{0}",
      "\u{ffff}",
    ]
    var seed: UInt64 = 5
    for _ in 0..<300 {
      var text = ""
      for _ in 0..<40 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(seed >> 33) % pieces.count]
      }
      #expect(SessionPictureTests.isXML(picture(text).svg), "\(text.debugDescription)")
    }
  }

  @Test("colours, weights, dots, blocks and lines are drawn where they stand") func drawing() {
    let svg = picture("\u{1b}[31mab\u{1b}[0m \u{1b}[1mc\u{1b}[0m\n⠁▀─\n\u{1b}[48;2;255;0;16m \u{1b}[0m").svg
    #expect(svg.contains("class=\"c1\" fill=\"currentColor\" x=\"14\" y=\"47.5\" textLength=\"16.8\">ab</text>"))
    #expect(svg.contains("class=\"ink bold\""))
    #expect(svg.contains("M16.1 54.25h0"))
    #expect(svg.contains("M22.4 52h8.4v9h-8.4z"))
    #expect(svg.contains("color:#ff0010"))
    #expect(svg.contains("<title>a &lt;title&gt;</title>"))
    #expect(svg.contains("prefers-color-scheme:dark"))
  }

  @Test("docs/pictures/prompt.svg is the session of docs/pictures/session.txt") func prompt() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../docs/pictures")
    let script = try String(contentsOf: folder.appending(path: "session.txt"), encoding: .utf8)
    let picture = SessionPicture.recording(script, title: "aula", columns: 76)
    let file = folder.appending(path: "prompt.svg")
    if ProcessInfo.processInfo.environment["AULA_RECORD"] == "1" { try Data(picture.svg.utf8).write(to: file) }
    let stored = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    #expect(stored == picture.svg, "docs/pictures/prompt.svg is stale, record it again with AULA_RECORD=1")
    #expect(picture.text.contains("\n0.25\n") && picture.text.contains("E0402") && picture.text.contains("step"))
    #expect(SessionPictureTests.isXML(picture.svg))
  }

  private static func isXML(_ text: String) -> Bool {
    // Without a parser at hand: tags are closed, quotes are paired, and nothing stands bare that XML forbids.
    var open: [Substring] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      guard !rest[..<start].contains(">"), let end = rest[start...].firstIndex(of: ">") else { return false }
      let tag = rest[rest.index(after: start)..<end]
      guard !tag.contains("<"), tag.count(where: { $0 == "\"" }).isMultiple(of: 2) else { return false }
      if tag.hasPrefix("/") {
        guard open.popLast() == tag.dropFirst() else { return false }
      } else if !tag.hasSuffix("/") {
        open.append(tag.prefix { $0 != " " })
      }
      rest = rest[rest.index(after: end)...]
    }
    return open.isEmpty && !text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0xffff }
  }
}
