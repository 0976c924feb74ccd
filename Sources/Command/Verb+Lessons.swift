// The verbs for authors of lessons: test, new.
import Diagnostics

extension Verb {
  static let test = Verb(
    name: "test", operands: .files,
    summary: Words(
      en: "tests lessons as their author", es: "prueba lecciones como su autor", pt: "testa lições como quem as escreve"
    ),
    about: Words(
      en:
        "Runs a lesson (`lesson.md`) with its solutions, tries blanks and wrong answers, compares `lesson.es.md` and "
        + "`lesson.pt.md` with it, and then changes one sign, number or operator after the other in solutions, derivations "
        + "and the functions that checks name: a check has to notice each.",
      es:
        "Ejecuta una lección (`lesson.md`) con sus soluciones, prueba los huecos y las respuestas incorrectas, compara "
        + "con ella `lesson.es.md` y `lesson.pt.md`, y luego cambia un signo, número u operador tras otro en soluciones, "
        + "derivaciones y funciones que nombran las comprobaciones: alguna debe detectarlo.",
      pt:
        "Executa uma lição (`lesson.md`) com as soluções, experimenta as lacunas e as respostas erradas, compara com ela "
        + "`lesson.es.md` e `lesson.pt.md`, e depois muda um sinal, número ou operador de cada vez nas soluções, nas "
        + "derivações e nas funções citadas nas checagens: alguma deve perceber."),
    examples: [
      Example(
        call: "aula test lessons/gan-toy/lesson.md",
        words: Words(
          en: "one lesson in all its languages", es: "una lección en todos sus idiomas",
          pt: "uma lição em todas as suas línguas")),
      Example(
        call: "aula test --json lessons/*/lesson.md",
        words: Words(
          en: "for another program to read", es: "para que lo lea otro programa", pt: "para outro programa ler")),
    ],
    action: { TestVerb.perform($0) })

  static let new = Verb(
    name: "new", operands: .newLesson,
    summary: Words(en: "begins a lesson", es: "empieza una lección", pt: "começa uma lição"),
    about: Words(
      en:
        "Makes a small whole lesson in a folder of that name (in `lessons` where there is one): English, Spanish and "
        + "Portuguese, with an exercise, its checks, a solution and wrong answers. It passes `aula test`; change it from there.",
      es:
        "Hace una lección pequeña y completa en una carpeta con ese nombre (dentro de `lessons` si existe): en inglés, "
        + "español y portugués, con un ejercicio, sus comprobaciones, una solución y respuestas incorrectas. Pasa "
        + "`aula test`; cámbiala a partir de ahí.",
      pt:
        "Faz uma lição pequena e completa em uma pasta com esse nome (dentro de `lessons`, se existir): em inglês, "
        + "espanhol e português, com um exercício, suas checagens, uma solução e respostas erradas. Passa em "
        + "`aula test`; mude a partir daí."),
    examples: [
      Example(
        call: "aula new lesson my-first",
        words: Words(
          en: "a folder `my-first` with three files", es: "una carpeta `my-first` con tres archivos",
          pt: "uma pasta `my-first` com três arquivos"))
    ],
    action: { NewVerb.perform($0) })
}
