// Why the system refused a file, and what can be done about it, in the reader's language.
import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A reason of the system with its words.
package struct SystemReason {
  package let reason: Phrase
  /// What can be done; it may say `{path}`.
  package let advice: Words?

  /// The words for an error number.
  package init(_ code: Int32) {
    let found = SystemReason.known.first { $0.codes.contains(code) }
    reason = found.map { .words($0.reason) } ?? .text(String(cString: strerror(code)))
    advice = found?.advice
  }

  private static let known: [(codes: [Int32], reason: Words, advice: Words?)] = [
    (
      [EACCES, EPERM],
      Words(en: "it is not permitted", es: "no está permitido", pt: "não é permitido"),
      Words(
        en: "`ls -l` shows whom it belongs to; `chmod u+rw` changes a file of your own.",
        es: "`ls -l` muestra de quién es; `chmod u+rw` cambia un archivo tuyo.",
        pt: "`ls -l` mostra de quem é; `chmod u+rw` muda um arquivo seu.")
    ),
    (
      [EISDIR],
      Words(en: "it is a folder", es: "es una carpeta", pt: "é uma pasta"),
      Words(
        en: "Name the files in it, such as `{path}/*.aula`.", es: "Nombra sus archivos, por ejemplo `{path}/*.aula`.",
        pt: "Cite os arquivos dela, por exemplo `{path}/*.aula`.")
    ),
    (
      [ENOSPC, EDQUOT],
      Words(en: "there is no room left", es: "no queda sitio", pt: "não há mais espaço"),
      Words(
        en: "Make room on the disk, or write somewhere else.", es: "Haz sitio en el disco, o escribe en otro lugar.",
        pt: "Libere espaço no disco, ou escreva em outro lugar.")
    ),
    (
      [EFBIG],
      Words(
        en: "it would become larger than is permitted", es: "sería más grande de lo permitido",
        pt: "ficaria maior do que é permitido"),
      Words(
        en: "`ulimit -f` shows the limit.", es: "`ulimit -f` muestra el límite.", pt: "`ulimit -f` mostra o limite.")
    ),
    (
      [EROFS],
      Words(
        en: "the disk can only be read", es: "el disco es de solo lectura", pt: "o disco é somente leitura"),
      Words(
        en: "Copy the file to a folder of your own.", es: "Copia el archivo a una carpeta tuya.",
        pt: "Copie o arquivo para uma pasta sua.")
    ),
    (
      [ENOENT, ENOTDIR],
      Words(
        en: "its folder does not exist", es: "su carpeta no existe", pt: "a pasta dele não existe"),
      Words(
        en: "Make the folder first: `mkdir -p`.", es: "Crea antes la carpeta: `mkdir -p`.",
        pt: "Crie antes a pasta: `mkdir -p`.")
    ),
    (
      [ENODEV],
      Words(en: "it is no ordinary file", es: "no es un archivo normal", pt: "não é um arquivo comum"),
      Words(
        en: "Give `-` to have the text on standard output.", es: "Da `-` para tener el texto en la salida estándar.",
        pt: "Use `-` para ter o texto na saída padrão.")
    ),
    (
      [ELOOP],
      Words(en: "its links go in a circle", es: "sus enlaces forman un círculo", pt: "os links formam um círculo"),
      nil
    ),
    (
      [EIO],
      Words(en: "the device reports an error", es: "el dispositivo da un error", pt: "o dispositivo relata um erro"),
      nil
    ),
    (
      [EMFILE, ENFILE],
      Words(en: "too many files are open", es: "hay demasiados archivos abiertos", pt: "há arquivos abertos demais"),
      nil
    ),
    (
      [EBUSY, ETXTBSY], Words(en: "it is in use", es: "está en uso", pt: "está em uso"), nil
    ),
  ]
}
