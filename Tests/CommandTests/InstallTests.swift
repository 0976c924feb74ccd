// What `make install` puts in place and `make uninstall` takes away, with the program that is built already.
import Foundation
import Testing

@Suite("Installing") struct InstallTests {
  private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

  private func script(_ name: String, into folder: TemporaryFolder) throws -> Aula.Result {
    try Aula.shell(
      "AULA_BINARY=$AULA '\(root.path)/scripts/\(name).sh'",
      environment: ["PREFIX": "/usr", "DESTDIR": folder.url.appending(path: "with blanks").path])
  }

  private func files(_ folder: TemporaryFolder) -> [String] {
    (FileManager.default.enumerator(atPath: folder.url.path)?.allObjects as? [String] ?? []).sorted()
  }

  @Test("in place, used without an environment, and gone without a trace") func roundTrip() throws {
    let folder = try TemporaryFolder()
    let usr = "with blanks/usr"
    try folder.write("mine", as: "\(usr)/share/man/man1/other.1")
    let before = files(folder)
    for _ in 1...2 {
      let installed = try script("install", into: folder)
      #expect(installed.code == 0, "\(installed.errors)")
    }
    let names = files(folder)
    for name in [
      "bin/aula", "share/man/man1/aula.1", "share/man/es/man1/aula.1", "share/bash-completion/completions/aula",
      "share/zsh/site-functions/_aula", "share/fish/vendor_completions.d/aula.fish", "share/doc/aula/NOTICE",
    ] { #expect(names.contains("\(usr)/\(name)"), "\(name)") }
    let used = try Aula.shell("cd / && env -i '\(folder.url.path)/\(usr)/bin/aula' eval '1 + 1'")
    #expect(used.output == "2\n")
    #expect(try script("uninstall", into: folder).code == 0)
    #expect(files(folder) == before)
    let again = try script("uninstall", into: folder)
    #expect(again.code == 1 && again.errors.contains("Nothing is installed"))
  }

  @Test("a list that was tampered with removes nothing outside") func list() throws {
    let folder = try TemporaryFolder()
    try folder.write("../../precious\n/etc/none\nbin/../../../precious\n", as: "with blanks/usr/share/aula/installed")
    try folder.write("", as: "precious")
    #expect(try script("uninstall", into: folder).code == 0)
    #expect(folder.names.contains("precious"))
  }
}
