// Pictures on the screen: who is asked and when, what the answers mean, and pixels that come back as they went.
import AulaRuntime
import Figures
import Foundation
import Terminal
import Testing

@Suite("Pictures") struct PictureTests {
  private static let screen = Look(
    columns: 60, rows: 30, colours: .full, isInteractive: true, movesCursor: true, pictures: .unknown)

  private func printer(_ terminal: PretendedTerminal?, _ look: Look = PictureTests.screen) -> (EventPrinter, Paper) {
    let paper = Paper()
    return (EventPrinter(look: look, terminal: terminal) { paper.add($0) }, paper)
  }

  private func show(_ cells: [String], _ printer: EventPrinter) {
    let session = Session(seed: 7)
    for cell in cells { printer.finish(session.run(cell) { printer.show($0) }) }
  }

  private static let plot = "let y = linspace(-3, 3, 61)\nplot(y, sin(y))"

  @Test("the terminal is asked once, at the first picture") func asking() {
    let terminal = PretendedTerminal()
    terminal.answer = TerminalAnswer(reading: Array("\u{1b}_Gi=31;OK\u{1b}\\ab\u{1b}[?62;4c".utf8))
    let (printer, paper) = printer(terminal)
    show(["1 + 1", "[1, 2]", "nobody"], printer)
    #expect(terminal.questions == 0)
    show([PictureTests.plot], printer)
    show([PictureTests.plot], printer)
    #expect(terminal.questions == 1)
    #expect(paper.text.contains("\u{1b}_Ga=T,f=100"))
    #expect(printer.look.pictures == .kitty && printer.lastPicture != nil)
    terminal.afterwards = Array("c".utf8)
    #expect(printer.takeTypedAhead() == Array("abc".utf8))
    #expect(printer.takeTypedAhead().isEmpty)
  }

  @Test("without a terminal, in plain mode or without an answer: characters") func characters() {
    for terminal in [nil, PretendedTerminal()] {
      let (printer, paper) = printer(terminal)
      show([PictureTests.plot], printer)
      #expect(paper.text.unicodeScalars.contains { (0x2800...0x28ff).contains($0.value) })
      #expect(!paper.text.contains("\u{1b}_G") && !paper.text.contains("\u{1b}P"))
    }
    var plain = PictureTests.screen
    (plain.pictures, plain.signs, plain.colours) = (.characters, .plain, .none)
    let terminal = PretendedTerminal()
    let (printer, paper) = printer(terminal, plain)
    show([PictureTests.plot], printer)
    #expect(terminal.questions == 0 && paper.text.utf8.allSatisfy { $0 < 0x7f } && paper.text.contains("*"))
  }

  @Test("what terminals answer") func answers() {
    func read(_ text: String) -> TerminalAnswer { TerminalAnswer(reading: Array(text.utf8)) }
    let kitty = read("\u{1b}_Gi=31;OK\u{1b}\\\u{1b}]11;rgb:1e1e/1e1e/2e2e\u{1b}\\\u{1b}[6;36;18t\u{1b}[?62;c")
    #expect(kitty.pictures == .kitty && kitty.isDark == true && kitty.isComplete && kitty.typed.isEmpty)
    #expect(kitty.cell == TerminalAnswer.Cell(width: 18, height: 36))
    let sixel = read("\u{1b}]11;rgb:ffff/ffff/ffff\u{7}\u{1b}[?63;1;2;4;6c")
    #expect(sixel.pictures == .sixel && sixel.isDark == false && sixel.cell == nil)
    #expect(read("\u{1b}[?4c").pictures == .characters)
    #expect(read("\u{1b}[?64;14;44c").pictures == .characters)
    #expect(read("\u{1b}_Gi=31;ENOTSUPPORTED:no\u{1b}\\\u{1b}[?1;2c").pictures == .characters)
    let typed = read("x\u{1b}[A\u{1b}[?1;2cy\u{1b}OP\u{1b}")
    #expect(typed.typed == Array("x\u{1b}[Ay\u{1b}OP\u{1b}".utf8) && typed.isComplete)
    #expect(!read("\u{1b}_Gi=31;OK\u{1b}").isComplete)
    #expect(read("").typed.isEmpty && !read("abc").isComplete)
    #expect(read("\u{1b}[6;999999999999999999999;9t\u{1b}]11;rgb:zz/1/1\u{7}").cell == nil)
  }

  @Test("any bytes: answers never trap, and what is typed is never lost") func noise() {
    let pieces = ["\u{1b}", "[", "?", "_G", "]11;", "6;", "t", "c", "\u{7}", "\\", "4", ";", "x", "\u{1b}[?62;4c", "é"]
    var seed: UInt64 = 3
    for _ in 0..<3_000 {
      var text = ""
      for _ in 0..<10 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(seed >> 33) % pieces.count]
      }
      let answer = TerminalAnswer(reading: Array(text.utf8))
      #expect(answer.typed.count { $0 == UInt8(ascii: "x") } <= text.count { $0 == "x" })
    }
  }

  @Test("base 64 as everybody writes it") func base64() {
    for count in 0..<200 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ count) }
      #expect(Base64.text(of: bytes) == Data(bytes).base64EncodedString())
    }
  }

  @Test("Kitty gets the file in pieces of at most 4096 characters") func kitty() {
    let bytes = (0..<10_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let pieces = Kitty.picture(bytes).components(separatedBy: "\u{1b}\\").dropLast()
    #expect(pieces.count == 4)
    var text = ""
    for (index, piece) in pieces.enumerated() {
      let parts = piece.components(separatedBy: ";")
      #expect(
        parts[0].hasPrefix("\u{1b}_G") && parts[0].hasSuffix(index == 3 ? "m=0" : "m=1") && parts[1].count <= 4_096)
      text += parts[1]
    }
    #expect(Data(base64Encoded: text) == Data(bytes))
  }

  @Test("a picture fits the screen", arguments: [Look.Pictures.kitty, .sixel]) func fits(pictures: Look.Pictures) throws
  {
    for (columns, rows) in [(20, 10), (80, 24), (200, 60)] {
      var look = PictureTests.screen
      (look.columns, look.rows, look.pictures) = (columns, rows, pictures)
      let (printer, paper) = printer(nil, look)
      for cell in [
        PictureTests.plot, "image(reshape(linspace(0, 1, 64), 8, 8))",
        "images([[[0, 1], [1, 0]], [[1, 0], [0, 1]]], captions: (\"a\", \"b\"))",
      ] {
        paper.text = ""
        show([cell], printer)
        #expect(paper.text.hasSuffix("\u{1b}\\\n"))
        let size = try pictures == .sixel ? Sixels(paper.text).size : kittySize(paper.text)
        #expect(size.width <= columns * 9 && size.height <= rows * 18, "\(size) \(columns)×\(rows)")
        #expect(size.width >= 100 && size.height >= 60)
      }
    }
  }

  private func kittySize(_ text: String) throws -> (width: Int, height: Int) {
    let pieces = text.components(separatedBy: "\u{1b}\\").dropLast().compactMap { $0.components(separatedBy: ";").last }
    let data = try #require(Data(base64Encoded: pieces.joined()))
    let file = [UInt8](data)
    #expect(file.starts(with: [0x89, 0x50, 0x4e, 0x47]))
    func number(_ at: Int) -> Int { file[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
    return (number(16), number(20))
  }

  @Test("sixel: few colours come back exactly, up to the percent that the format knows") func exactSixels() throws {
    for (width, height) in [(1, 1), (3, 5), (7, 6), (40, 13), (5, 25)] {
      var bytes: [UInt8] = []
      for y in 0..<height {
        for x in 0..<width { bytes += [UInt8((x / 3) * 51 % 256), UInt8((y / 2) * 51 % 256), x == y ? 255 : 0] }
      }
      let picture = try Sixels(Sixel.picture(width: width, height: height, bytes))
      #expect(picture.size.width == width && picture.size.height == height)
      for (wanted, found) in zip(bytes, picture.bytes) { #expect(abs(Int(wanted) - Int(found)) <= 2) }
      #expect(picture.bytes.count == bytes.count)
    }
  }

  @Test("sixel: of many colours 256 come near") func manyColours() throws {
    let (width, height) = (120, 90)
    var bytes: [UInt8] = []
    for y in 0..<height { for x in 0..<width { bytes += [UInt8(2 * x), UInt8(2 * y), UInt8((x * y) % 256)] } }
    let picture = try Sixels(Sixel.picture(width: width, height: height, bytes))
    #expect(picture.colours <= 256 && picture.colours > 200)
    let error = zip(bytes, picture.bytes).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
    #expect(Double(error) / Double(bytes.count) < 14)
  }

  @Test("sixel: sizes without a picture give nothing") func noSixels() {
    #expect(Sixel.picture(width: 0, height: 3, []).isEmpty)
    #expect(Sixel.picture(width: 2, height: 2, [1, 2, 3]).isEmpty)
    #expect(Sixel.picture(width: .max, height: .max, [1]).isEmpty)
  }
}

/// Reads a sixel picture, as a terminal does.
private struct Sixels {
  struct Broken: Error {}
  var size = (width: 0, height: 0)
  var bytes: [UInt8] = []
  var colours = 0

  init(_ text: String) throws {
    guard let start = text.range(of: "\u{1b}P0;1;0q\"1;1;"), let end = text.range(of: "\u{1b}\\") else {
      throw Broken()
    }
    var rest = Array(text[start.upperBound..<end.lowerBound].utf8)[...]
    func number() -> Int {
      let digits = rest.prefix { (48...57).contains($0) }
      rest = rest.dropFirst(digits.count)
      return Int(String(decoding: digits, as: UTF8.self)) ?? -1
    }
    size.width = number()
    rest.removeFirst()
    size.height = number()
    bytes = [UInt8](repeating: 0, count: size.width * size.height * 3)
    var palette: [Int: [UInt8]] = [:]
    var (x, y, colour) = (0, 0, 0)
    while let sign = rest.first {
      rest.removeFirst()
      var count = 1
      var bits = sign
      switch sign {
      case UInt8(ascii: "#"):
        colour = number()
        if rest.first == UInt8(ascii: ";") {
          var values: [Int] = []
          while rest.first == UInt8(ascii: ";") {
            rest.removeFirst()
            values.append(number())
          }
          guard values.count == 4, values[0] == 2 else { throw Broken() }
          palette[colour] = values.dropFirst().map { UInt8(($0 * 255 + 50) / 100) }
        }
        continue
      case UInt8(ascii: "$"):
        x = 0
        continue
      case UInt8(ascii: "-"):
        (x, y) = (0, y + 6)
        continue
      case UInt8(ascii: "!"):
        count = number()
        guard let next = rest.first else { throw Broken() }
        rest.removeFirst()
        bits = next
      default: break
      }
      guard (63...126).contains(bits), let ink = palette[colour] else { throw Broken() }
      for _ in 0..<count {
        for row in 0..<6 where (bits - 63) >> UInt8(row) & 1 == 1 {
          guard x < size.width, y + row < size.height else { throw Broken() }
          for channel in 0..<3 { bytes[((y + row) * size.width + x) * 3 + channel] = ink[channel] }
        }
        x += 1
      }
    }
    colours = palette.count
  }
}
