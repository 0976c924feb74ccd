// Output that cannot go where it should, interrupts, and terminals with little to offer.
import Foundation
import Testing

@Suite("Output of the command") struct OutputTests {
  private static let chatter = "for i in 0..200000 { print(\"{i} hello\") }"

  @Test("a reader who leaves ends it quietly, as every Unix command") func pipe() throws {
    let result = try Aula.shell("\"$AULA\" eval '\(Self.chatter)' | head -n 1; echo ${PIPESTATUS[0]}")
    #expect(result.output == "0 hello\n141\n" && result.errors.isEmpty, "\(result.errors)")
  }

  @Test("standard files that are closed") func closed() throws {
    let silent = try Aula.shell("\"$AULA\" eval 'print(1)' >&-")
    #expect(silent.code == 0 && silent.errors.isEmpty)
    let folder = try TemporaryFolder()
    try folder.write("let   x=1\n", as: "a.aula")
    // Without care the file that is opened next would be number 1, and get the output.
    let written = try Aula.shell("\"$AULA\" fmt a.aula <&- >&- 2>&-", folder: folder.url)
    #expect(written.code == 0)
    #expect(try folder.text("a.aula") == "let x = 1\n")
    #expect(try Aula.shell("\"$AULA\" run none.aula 2>&-").code == 3)
  }

  @Test("a full disk and a limit of the file size end with 3 and say so once") func full() throws {
    for line in ["eval '\(Self.chatter)' >/dev/full", "help distributions >/dev/full", "completions bash >/dev/full"] {
      let result = try Aula.shell("\"$AULA\" \(line)")
      #expect(result.code == 3, "\(line)")
      #expect(result.errors.contains("E0832") && result.errors.contains("no room left"), "\(result.errors)")
      #expect(!result.errors.contains("E0702"))
    }
    let folder = try TemporaryFolder()
    let limited = try Aula.shell(
      "ulimit -f 8; env --default-signal=XFSZ \"$AULA\" eval '\(Self.chatter)' >out; code=$?; stat -c %s out; exit $code",
      folder: folder.url)
    #expect(limited.code == 3 && limited.output == "8192\n" && limited.errors.contains("permitted"))
  }

  @Test("an interrupt stops a program at once and ends with 130") func interrupt() throws {
    let folder = try TemporaryFolder()
    try folder.write("print(\"on\")\nwhile true { }", as: "loop.aula")
    try folder.write(
      "let A = normal(3000, 3000)\nprint(\"on\")\nvar B = A\nwhile true { B = A @ B; B[0, 0] > 0 }", as: "product.aula")
    for file in ["loop.aula", "product.aula"] {
      // The shell of a script starts what runs beside it with the signal ignored; `env` lifts that.
      let result = try Aula.shell(
        """
        env --default-signal=INT "$AULA" --max-seconds 8 run \(file) loop.aula >out 2>errors & pid=$!
        for i in {1..500}; do grep -q on out && break; sleep 0.02; done
        start=$(date +%s%N); kill -INT $pid; wait $pid; code=$?
        echo $code $(( ($(date +%s%N) - start) / 1000000 ))
        """, folder: folder.url)
      let numbers = result.output.split { $0 == " " || $0 == "\n" }.compactMap { Int($0) }
      #expect(numbers.first == 130, "\(result.output) \(result.errors)")
      #expect((numbers.last ?? .max) < 1500)
      #expect(try folder.text("errors").contains("E0702") && folder.text("out") == "on\n")
    }
    // Told to ignore it, it goes on.
    let ignoring = try Aula.shell(
      "trap '' INT; \"$AULA\" eval --max-seconds 1 'print(1); while true { }' & sleep 0.4; kill -INT $!; wait $!; echo "
        + "$?"
    )
    #expect(ignoring.output.hasSuffix("2\n"), "\(ignoring.output)")
  }

  @Test("what was printed is there while the program goes on") func flushed() throws {
    let folder = try TemporaryFolder()
    let result = try Aula.shell(
      """
      "$AULA" eval --max-seconds 60 'print("early"); while true { }' >out 2>/dev/null & pid=$!
      for i in {1..200}; do grep -q early out && break; sleep 0.02; done
      cat out; kill -KILL $pid
      """, folder: folder.url)
    #expect(result.output == "early\n")
  }

  @Test("a locale without UTF-8 gets ASCII, and so does --plain for drawings") func ascii() throws {
    for line in [
      "LC_ALL=C \"$AULA\" --lang es eval 'print(\"θ ñ\")' 'y'", "LC_ALL=POSIX \"$AULA\" help gelu",
      "LC_ALL=C \"$AULA\" eval 'plot([1, 2, 4])' 'normal(100, 100)'", "LC_ALL=C \"$AULA\" --lang pt doctor",
      "LANG=en_US.ISO-8859-1 LC_ALL= \"$AULA\" --lang pt fmt none.aula",
    ] {
      let result = try Aula.shell(line)
      #expect((result.output + result.errors).utf8.allSatisfy { $0 < 0x80 }, "\(result.output)\(result.errors)")
      #expect(!(result.output + result.errors).isEmpty)
    }
    let plain = try Aula.run("--plain", "--color=always", "eval", "plot([1, 2, 4])", "y")
    #expect(!plain.output.contains("\u{1b}") && !plain.errors.contains("\u{1b}"))
    #expect(plain.output.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test("colours: only where they are wanted") func colours() throws {
    let code = ["eval", "y"]
    #expect(try !Aula.run(code[0], code[1]).errors.contains("\u{1b}"))
    #expect(try Aula.run("--color=always", code[0], code[1]).errors.contains("\u{1b}["))
    #expect(try Aula.run(code[0], code[1], environment: ["CLICOLOR_FORCE": "1"]).errors.contains("\u{1b}["))
    let refused = try Aula.run(code[0], code[1], environment: ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"])
    #expect(!refused.errors.contains("\u{1b}"))
    #expect(
      try !Aula.run("--color=never", code[0], code[1], environment: ["CLICOLOR_FORCE": "1"]).errors.contains("\u{1b}"))
  }
}
