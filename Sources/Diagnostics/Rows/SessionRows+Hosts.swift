// How a Swift program uses a session, and functions it lends: E0811 to E0814.

extension DiagnosticRow {
  package static let sessionBusy = DiagnosticRow(
    "E0811",
    message: Words(
      en: "this session is still evaluating the cell that this call comes from",
      es: "esta sesión todavía evalúa la celda de la que viene esta llamada",
      pt: "esta sessão ainda está avaliando a célula de onde vem esta chamada"),
    help: Words(
      en: "Use a second session, or call this one after the cell.",
      es: "Usa una segunda sesión, o llama a esta cuando termine la celda.",
      pt: "Use uma segunda sessão, ou chame esta depois da célula."),
    meaning: Words(
      en: "A Swift function that a program calls, or that receives its events, asked the same session "
        + "for another cell. The "
        + "first would wait for the second and the second for the first.",
      es: "Una función de Swift a la que llama un programa, o que recibe sus eventos, pidió otra celda "
        + "a la misma sesión. La "
        + "primera esperaría a la segunda y la segunda a la primera.",
      pt: "Uma função Swift chamada por um programa, ou que recebe os eventos dele, pediu outra célula "
        + "à mesma sessão. A "
        + "primeira esperaria pela segunda e a segunda pela primeira."),
    mend: Words(
      en: "Keep what came in a list and evaluate when the first call has returned.",
      es: "Guarda en una lista lo que llegó y evalúa cuando vuelva la primera llamada.",
      pt: "Guarde em uma lista o que chegou e avalie quando a primeira chamada voltar."),
    example: "again(\"1 + 1\")    # a function of the host that evaluates in the same session")

  package static let foreignSnapshot = DiagnosticRow(
    "E0812",
    message: Words(
      en: "this moment belongs to another session", es: "este momento pertenece a otra sesión",
      pt: "este momento pertence a outra sessão"),
    meaning: Words(
      en: "A snapshot shares memory with the session that made it, and two sessions share nothing.",
      es: "Una instantánea comparte memoria con la sesión que la hizo, y dos sesiones no comparten nada.",
      pt: "Um instantâneo compartilha memória com a sessão que o fez, e duas sessões não compartilham nada."),
    mend: Words(
      en: "Restore it in the session whose `snapshot()` gave it.",
      es: "Restáurala en la sesión cuyo `snapshot()` la dio.",
      pt: "Restaure-o na sessão cujo `snapshot()` o deu."),
    example: "# other.restore(try session.snapshot())")

  package static let hostFailed = DiagnosticRow(
    "E0813",
    message: Words(
      en: "`{name}` failed: {reason}", es: "`{name}` falló: {reason}", pt: "`{name}` falhou: {reason}"),
    meaning: Words(
      en: "The function is written in Swift, by the program in which this session runs, and it reported an error.",
      es: "La función está escrita en Swift, en el programa que aloja esta sesión, y avisó de un error.",
      pt: "A função está escrita em Swift, no programa que hospeda esta sessão, e informou um erro."),
    mend: Words(
      en: "The sentence after the colon is the function's own; its author knows what it means.",
      es: "La frase tras los dos puntos es de la propia función; quien la escribió sabe qué significa.",
      pt: "A frase depois dos dois pontos é da própria função; quem a escreveu sabe o que significa."),
    example: "read_sensor(7)    # a function of the host that throws")

  package static let hostResult = DiagnosticRow(
    "E0814",
    message: Words(
      en: "`{name}` gave a value that exists only inside a session",
      es: "`{name}` dio un valor que solo existe dentro de una sesión",
      pt: "`{name}` deu um valor que só existe dentro de uma sessão"),
    meaning: Words(
      en: "Numbers, truth values, texts, tensors and tuples of them can be handed to a session. "
        + "Functions and models cannot: "
        + "outside they are only a description.",
      es: "A una sesión se le pueden dar números, valores de verdad, textos, tensores y tuplas de "
        + "ellos. Funciones y modelos "
        + "no: fuera son solo una descripción.",
      pt: "A uma sessão podem ser dados números, valores de verdade, textos, tensores e tuplas deles. "
        + "Funções e modelos não: "
        + "fora dela são só uma descrição."),
    mend: Words(
      en: "Define the function in the session itself: `fn double(x) = 2 * x`.",
      es: "Define la función en la propia sesión: `fn double(x) = 2 * x`.",
      pt: "Defina a função na própria sessão: `fn double(x) = 2 * x`."),
    example: "same(x -> x)    # a function of the host that gives back what it got")
}
