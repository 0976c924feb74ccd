// The verb that makes pages and students' copies of lessons.
import Diagnostics

extension Verb {
  static let export = Verb(
    name: "export", operands: .files,
    summary: Words(
      en: "makes a lesson into a page, or into the students' copy",
      es: "convierte una lección en una página o en la copia del estudiante",
      pt: "transforma uma lição em página ou na cópia do estudante"),
    about: Words(
      en:
        "Runs the lesson and writes one HTML file with its text, formulas, programs, outputs and pictures, which needs no "
        + "network and no other file. With `--student` it writes the Markdown that students get. A file of the same name is "
        + "replaced.",
      es:
        "Ejecuta la lección y escribe un solo archivo HTML con su texto, fórmulas, programas, resultados y figuras, que no "
        + "necesita red ni otros archivos. Con `--student` escribe el Markdown que recibe el estudiante. Un archivo con el "
        + "mismo nombre se reemplaza.",
      pt:
        "Executa a lição e grava um só arquivo HTML com texto, fórmulas, programas, resultados e figuras, que não precisa de "
        + "rede nem de outros arquivos. Com `--student` grava o Markdown que o estudante recebe. Um arquivo com o mesmo nome "
        + "é substituído."),
    examples: [
      Example(
        call: "aula export gan-toy",
        words: Words(en: "writes gan-toy.html", es: "escribe gan-toy.html", pt: "grava gan-toy.html")),
      Example(
        call: "aula export --lang es -o juego.html gan-toy",
        words: Words(en: "the Spanish lesson", es: "la lección en español", pt: "a lição em espanhol")),
      Example(
        call: "aula export --student -o out/hw1.md hw1.md",
        words: Words(en: "what students get", es: "lo que recibe el estudiante", pt: "o que o estudante recebe")),
    ],
    options: [.output, .forStudents],
    action: { ExportVerb.perform($0) })
}
