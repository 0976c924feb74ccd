// The verb that opens lessons: learn.
import Diagnostics

extension Verb {
  static let learn = Verb(
    name: "learn", operands: .lesson,
    summary: Words(
      en: "opens a lesson, step by step", es: "abre una lección, paso a paso", pt: "abre uma lição, passo a passo"),
    about: Words(
      en:
        "Without a name it lists the lessons and how far you are in each. With one it begins where you left it: Enter goes "
        + "on, and in between you may type Aula and try things; `:help` lists what else there is. A lesson is named by the "
        + "name of its folder (looked for in `AULA_LESSONS`, in `lessons` here and among those that came with Aula) or by "
        + "its file, and is read in your language where there is a file for it. Without a terminal it runs straight "
        + "through, as `run` does.",
      es:
        "Sin nombre muestra las lecciones y cuánto llevas de cada una. Con uno empieza donde la dejaste: Intro sigue, y "
        + "entretanto puedes escribir Aula y probar cosas; `:help` muestra qué más hay. Una lección se nombra por su "
        + "carpeta (se busca en `AULA_LESSONS`, en `lessons` aquí mismo y entre las que vienen con Aula) o por su archivo, "
        + "y se lee en tu idioma si hay un archivo para él. Sin terminal se ejecuta de corrido, como con `run`.",
      pt:
        "Sem nome, mostra as lições e até onde você chegou em cada uma. Com um nome, começa onde você parou: Enter segue, e "
        + "no meio você pode digitar Aula e testar coisas; `:help` mostra o que mais há. Uma lição é nomeada pela sua pasta "
        + "(procurada em `AULA_LESSONS`, em `lessons` aqui mesmo e entre as que vêm com a Aula) ou pelo seu arquivo, e é "
        + "lida no seu idioma se há um arquivo para ele. Sem terminal ela roda direto até o fim, como com `run`."),
    examples: [
      Example(
        call: "aula learn",
        words: Words(en: "which lessons there are", es: "qué lecciones hay", pt: "quais lições há")),
      Example(
        call: "aula learn gan-toy",
        words: Words(en: "begins or goes on", es: "empieza o sigue", pt: "começa ou continua")),
      Example(
        call: "aula learn --lang pt my-lesson/lesson.md",
        words: Words(
          en: "a lesson of your own, in Portuguese", es: "una lección tuya, en portugués",
          pt: "uma lição sua, em português")),
    ],
    action: { LearnVerb.perform($0) })
}
