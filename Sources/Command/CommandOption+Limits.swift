// The options about limits, time, pictures and help, and those that belong to one verb.
import Diagnostics

extension CommandOption {
  static let time = CommandOption(
    name: "time", value: .none { $0.showsTime = true },
    words: Words(
      en: "Says at the end how long it took.", es: "Dice al final cuánto tardó.", pt: "Diz no fim quanto tempo levou."))

  static let maxSeconds = CommandOption(
    name: "max-seconds",
    value: .one(
      Wanted(
        placeholder: "SECONDS",
        words: Words(
          en: "a number of seconds above 0", es: "un número de segundos mayor que 0",
          pt: "um número de segundos maior que 0")
      ) { settings, text in
        guard let seconds = Quantity.seconds(text) else { return false }
        settings.seconds = seconds
        return true
      }),
    words: Words(
      en: "Stops a file, or a piece of code, that runs longer than this.",
      es: "Detiene un archivo, o un fragmento de código, que dure más que esto.",
      pt: "Para um arquivo, ou um trecho de código, que demore mais que isso."))

  static let maxMemory = CommandOption(
    name: "max-memory",
    value: .one(
      Wanted(
        placeholder: "SIZE",
        words: Words(
          en: "a size such as 512M or 2G", es: "un tamaño como 512M o 2G", pt: "um tamanho como 512M ou 2G")
      ) { settings, text in
        guard let bytes = Quantity.bytes(text) else { return false }
        settings.memory = bytes
        return true
      }),
    words: Words(
      en: "The most memory that values may take: 512M, 2G. Otherwise 16G.",
      es: "La memoria máxima que pueden ocupar los valores: 512M, 2G. Si no, 16G.",
      pt: "A memória máxima que os valores podem ocupar: 512M, 2G. Sem ela, 16G."))

  static let pictures = CommandOption(
    name: "pictures",
    value: .one(
      Wanted(placeholder: "FOLDER", words: Words(en: "a folder", es: "una carpeta", pt: "uma pasta"), isFolder: true) {
        settings, text in
        settings.pictures = text
        return !text.isEmpty
      }),
    words: Words(
      en: "Also writes every picture into this folder, as SVG.",
      es: "Escribe además cada figura en esta carpeta, en SVG.",
      pt: "Também grava cada figura nesta pasta, em SVG."))

  static let help = CommandOption(
    name: "help", letter: "h", value: .none { $0.wantsHelp = true },
    words: Words(en: "Shows this.", es: "Muestra esta ayuda.", pt: "Mostra esta ajuda."))

  static let version = CommandOption(
    name: "version", letter: "V", value: .none { $0.wantsVersion = true },
    words: Words(en: "Shows the version.", es: "Muestra la versión.", pt: "Mostra a versão."))

  static let onlyCheck = CommandOption(
    name: "check", value: .none { $0.onlyChecks = true },
    words: Words(
      en: "Writes nothing; names the files that would change and ends with 1 if there are any.",
      es: "No escribe nada; nombra los archivos que cambiarían y termina con 1 si hay alguno.",
      pt: "Não grava nada; cita os arquivos que mudariam e termina com 1 se houver algum."))

  static let output = CommandOption(
    name: "output", letter: "o",
    value: .one(
      Wanted(placeholder: "FILE", words: Words(en: "a file, or `-`", es: "un archivo, o `-`", pt: "um arquivo, ou `-`"))
      {
        settings, text in
        settings.outputPath = text
        return !text.isEmpty
      }),
    words: Words(
      en: "Where to write it; `-` is standard output. A name that ends in .md makes the student's copy.",
      es: "Dónde escribirlo; `-` es la salida estándar. Un nombre que termina en .md da la copia del estudiante.",
      pt: "Onde gravar; `-` é a saída padrão. Um nome que termina em .md faz a cópia do estudante."))

  static let forStudents = CommandOption(
    name: "student", value: .none { $0.isForStudents = true },
    words: Words(
      en: "Without solutions, wrong answers and hidden checks: the copy that students get.",
      es: "Sin soluciones, respuestas incorrectas ni comprobaciones ocultas: la copia del estudiante.",
      pt: "Sem soluções, respostas erradas nem verificações ocultas: a cópia do estudante."))

  static let manPage = CommandOption(
    name: "man", value: .none { $0.wantsManPage = true },
    words: Words(
      en: "Writes the man page of the command, for `man -l -`.",
      es: "Escribe la página de manual del comando, para `man -l -`.",
      pt: "Escreve a página de manual do comando, para `man -l -`."))
}

/// Numbers with a unit, as options take them.
enum Quantity {
  /// Seconds above 0, with or without a final `s`; a thousand years is enough for everybody.
  static func seconds(_ text: String) -> Double? {
    let number = text.hasSuffix("s") ? text.dropLast() : text[...]
    guard isPlainNumber(number), let value = Double(number), value > 0, value < 3e10 else { return nil }
    return value
  }

  /// Bytes: a number and `K`, `M`, `G` or `T`, each perhaps with `B` or `iB` behind it. From 1 MB to 1 PB.
  static func bytes(_ text: String) -> Int? {
    var number = text.uppercased()[...]
    if number.hasSuffix("IB") {
      number = number.dropLast(2)
    } else if number.hasSuffix("B") {
      number = number.dropLast()
    }
    var factor = 1.0
    if let unit = number.last, let place = "KMGT".firstIndex(of: unit) {
      for _ in 0..."KMGT".distance(from: "KMGT".startIndex, to: place) { factor *= 1024 }
      number = number.dropLast()
    }
    guard isPlainNumber(number), let value = Double(number) else { return nil }
    let bytes = value * factor
    return bytes >= 0x1p20 && bytes <= 0x1p50 ? Int(bytes) : nil
  }

  private static func isPlainNumber(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.count < 30 && text.utf8.allSatisfy { ($0 >= 48 && $0 <= 57) || $0 == UInt8(ascii: ".") }
  }
}
