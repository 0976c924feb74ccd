// Lessons as pages: well-formed, escaped, alone in the world, the same each time.
import AulaRuntime
import Diagnostics
import Foundation
import Lessons
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Pages of lessons") struct ExportPageTests {
  static func page(_ text: String, withSolutions: Bool = true, language: Language = .en) -> String {
    var options = SessionOptions()
    options.language = language
    let lesson = Sample.read(text, language: language)
    var page = LessonPage(lesson, withSolutions: withSolutions)
    var through = ThroughOptions()
    through.answers = page.answers
    LessonRun(lesson, options: options).runThrough(through) { page.add($0) }
    return page.html
  }

  /// The elements and attributes of a page that is well-formed as XML; nil if it is not.
  final class Outline: NSObject, XMLParserDelegate {
    private(set) var elements: [(name: String, attributes: [String: String])] = []
    private(set) var text = ""

    static func of(_ html: String) -> Outline? {
      let outline = Outline()
      let parser = XMLParser(data: Data(html.utf8))
      parser.delegate = outline
      return parser.parse() ? outline : nil
    }

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String] = [:]
    ) { elements.append((name, attributes)) }

    func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }

    func count(_ name: String) -> Int { elements.count { $0.name == name } }
  }

  static func sample(_ body: String, title: String = "T") -> String { "---\ntitle: \(title)\n---\n\n\(body)\n" }

  @Test("a page shows text, programs, outputs, and a solution with what its checks say") func small() throws {
    let html = Self.page(Sample.small)
    let outline = try #require(Outline.of(html))
    #expect(outline.count("h1") == 1 && outline.count("title") == 1 && outline.count("section") == 1)
    #expect(outline.elements.first { $0.name == "html" }?.attributes["lang"] == "en")
    for text in [
      "Halves", "x is 4", "We begin with 8", "Now x is 4.0", "A solution", "half of 4", "E0", "2 points", "Divide.",
    ] {
      #expect(outline.text.contains(text), "\(text)")
    }
    #expect(html.contains("class=\"check passed\""))
    #expect(!outline.text.contains("half of 5") && !outline.text.contains("t - 2"), "what is hidden stays hidden")
  }

  @Test("a student's page has no solution and nothing that it gives") func student() throws {
    let text = Sample.small.replacing("fn half(t) = t / 2", with: "fn half(t) = t / 2\nprint(\"given away\")")
    let teacher = try #require(Outline.of(Self.page(text)))
    let student = try #require(Outline.of(Self.page(text, withSolutions: false)))
    #expect(teacher.text.contains("given away") && teacher.text.contains("t / 2"))
    #expect(
      !student.text.contains("given away") && !student.text.contains("t / 2") && !student.text.contains("A solution"))
    #expect(student.text.contains("half of x is 2"), "the lesson goes on with it")
  }

  @Test("the same run gives the same bytes") func twice() {
    #expect(Self.page(Sample.small) == Self.page(Sample.small))
  }

  @Test("the page speaks the lesson's language", arguments: [(Language.es, "Ejercicio"), (.pt, "Exercício")])
  func languages(_ language: Language, _ word: String) {
    let html = Self.page(Sample.small, language: language)
    #expect(html.contains("lang=\"\(language.rawValue)\"") && html.contains(word) && !html.contains("Exercise"))
  }

  @Test("a lesson without a heading of its own is headed by its title; sections are listed from three on")
  func headings()
    throws
  {
    let plain = try #require(Outline.of(Self.page(Self.sample("Words.", title: "Only & alone"))))
    #expect(plain.count("h1") == 1 && plain.text.contains("Only & alone") && plain.count("nav") == 0)
    let long = try #require(Outline.of(Self.page(Self.sample("# A\n\n## B\n\nb\n\n## C $x$\n\nc\n\n## B\n\nd"))))
    let links = long.elements.compactMap { $0.attributes["href"] }
    let anchors = long.elements.compactMap { $0.attributes["id"] }
    #expect(links.count == 3 && Set(links).count == 3 && Set(links).isSubset(of: anchors.map { "#" + $0 }))
  }

  // MARK: What comes from outside

  /// What must never come out as markup.
  static let hostile = [
    "<script>alert(1)</script>", "\" onload=\"alert(1)", "' onclick='x", "]]>", "<!--", "&lt;", "</title>", "</style>",
    // An accent behind a sign makes one character of the two.
    "<\u{301}script>", "&\u{301}lt;",
  ]

  @Test("nothing that is printed, typed or named becomes markup", arguments: hostile) func escaping(_ evil: String)
    throws
  {
    let quoted = evil.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    let body = """
      # Safe

      Code `` \(evil) `` and a value {note}.

      ~~~
      \(evil)
      ~~~

      ~~~aula setup
      let note = "\(quoted)"
      ~~~

      ~~~aula
      print(note)
      note
      let pair = (a: note, b: 1)
      pair
      check "\(quoted)": 1 == 1 on k in 0..2
      check fails "\(quoted)": note == "x"
      predict "\(quoted)" answer note
      table((column: [1, 2]), title: note)
      plot(t -> t, 0, 1, title: note)
      # \(evil)
      ~~~

      ~~~aula fails
      let other: "\(quoted)" = 3
      ~~~
      """
    let html = Self.page(Self.sample(body, title: evil.replacing("\"", with: "'")))
    let outline = try #require(Outline.of(html), "well-formed")
    let calm = try #require(
      Outline.of(Self.page(Self.sample(body.replacing(evil, with: "calm").replacing(quoted, with: "calm")))))
    #expect(outline.count("script") == 0)
    #expect(Set(outline.elements.map(\.name)).isSubset(of: calm.elements.map(\.name)))
    let names = Set(outline.elements.flatMap(\.attributes.keys))
    #expect(names.isSubset(of: calm.elements.flatMap(\.attributes.keys)), "\(names)")
    #expect(!names.contains { $0.hasPrefix("on") })
    #expect(outline.text.contains(evil), "told as it is")
  }

  @Test("control characters and signs that turn the reading round are shown, not sent") func invisible() throws {
    let body = "Text.\n\n~~~\na\u{202E}b\u{2066}c\u{7}\u{1B}[31m\u{FFFE}\u{7F}\n~~~"
    let html = Self.page(Self.sample(body))
    #expect(Outline.of(html) != nil)
    let unwanted = html.unicodeScalars.filter {
      ($0.value < 32 && $0.value != 10) || $0.value == 0x7f || (0x202A...0x202E).contains($0.value)
        || (0x2066...0x2069).contains($0.value) || $0.value == 0xFFFE
    }
    #expect(unwanted.isEmpty, "\(unwanted.map { String($0.value, radix: 16) })")
  }

  @Test("formulas are MathML and their sources are escaped") func formulas() throws {
    let outline = try #require(
      Outline.of(Self.page(Self.sample("So $a < b$ & $\\text{x \"<b>\" y}$:\n\n$$\\frac{1}{2} > 0$$"))))
    #expect(outline.count("math") == 3 && outline.count("mfrac") == 1 && outline.count("b") == 0)
  }

  // MARK: All lessons

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../lessons")
    .standardizedFileURL
  /// Each in one language: their texts differ, what becomes of them does not.
  static let lessons: [(name: String, language: Language)] = {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter {
      !$0.hasPrefix(".")
    }
    return names.sorted().enumerated().map { ($1, Language.allCases[$0 % Language.allCases.count]) }
  }()

  @Test("every lesson is a page of its own: well-formed, nothing loaded, all checks hold", arguments: lessons)
  func all(_ name: String, _ language: Language) throws {
    let file = Self.folder.appending(path: LessonFiles.path("\(name)/lesson.md", in: language))
    let html = Self.page(try String(contentsOf: file, encoding: .utf8), language: language)
    let outline = try #require(Outline.of(html))
    #expect(outline.count("script") == 0 && outline.count("link") == 0 && outline.count("img") == 0)
    for (element, attributes) in outline.elements {
      for (key, value) in attributes
      where ["src", "href", "xlink:href", "srcset", "data", "action", "style"].contains(key) {
        if value.hasPrefix("data:image/png;base64,") { continue }
        #expect(value.hasPrefix("#") || element == "a" || !value.contains("//"), "\(element) \(key)=\(value)")
        #expect(!value.contains("javascript:"))
      }
    }
    #expect(!html.contains("@import") && !html.contains("url(http"))
    #expect(!html.contains("class=\"check failed\"") && !html.contains("class=\"check error\""))
    let ids = outline.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count, "each place has a name of its own")
  }
}
