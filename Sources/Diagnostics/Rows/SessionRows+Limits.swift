// Limits of one evaluation: E0711 to E0715.

extension DiagnosticRow {
  /// An evaluation that somebody stopped: the same kind wherever it is noticed.
  package static var interrupted: DiagnosticRow { stopped }

  package static let tooManySteps = DiagnosticRow(
    "E0711",
    message: Words(
      en: "this took more than {limit} steps", es: "esto necesitó más de {limit} pasos",
      pt: "isto precisou de mais de {limit} passos"),
    label: Words(en: "it was here", es: "iba por aquí", pt: "estava aqui"),
    help: Words(
      en: "Does the loop have an end? If it only needs longer, the limit can be raised where the session is set up.",
      es: "¿Tiene fin el bucle? Si solo necesita más tiempo, el límite se puede subir donde se crea la sesión.",
      pt: "O laço tem fim? Se ele só precisa de mais tempo, o limite pode ser aumentado onde a sessão é criada."),
    meaning: Words(
      en: "Every round of a loop and every call of a function is a step. Whoever set up this session "
        + "allows only so many for "
        + "one cell, so that a loop without an end does not run for ever.",
      es: "Cada vuelta de un bucle y cada llamada a una función es un paso. Quien creó esta sesión permite solo cierta "
        + "cantidad por celda, para que un bucle sin fin no se ejecute para siempre.",
      pt: "Cada volta de um laço e cada chamada de função é um passo. Quem criou esta sessão permite só "
        + "certa quantidade por "
        + "célula, para que um laço sem fim não rode para sempre."),
    mend: Words(
      en: "Change what the condition asks about: `var i = 0; while i < 10 { i = i + 1 }`.",
      es: "Cambia aquello por lo que pregunta la condición: `var i = 0; while i < 10 { i = i + 1 }`.",
      pt: "Mude aquilo que a condição pergunta: `var i = 0; while i < 10 { i = i + 1 }`."),
    example: "var i = 0\nwhile i < 10 { i }")

  package static let callsTooDeep = DiagnosticRow(
    "E0712",
    message: Words(
      en: "calls are nested more than {limit} deep", es: "hay más de {limit} llamadas una dentro de otra",
      pt: "há mais de {limit} chamadas umas dentro das outras"),
    label: Words(en: "one call too many", es: "una llamada de más", pt: "uma chamada a mais"),
    help: Words(
      en: "A function that calls itself needs a case in which it does not.",
      es: "Una función que se llama a sí misma necesita un caso en el que no lo haga.",
      pt: "Uma função que chama a si mesma precisa de um caso em que não chame."),
    meaning: Words(
      en: "Each call waits for the calls inside it. A function that calls itself without an end would "
        + "need endless room for "
        + "all that wait.",
      es: "Cada llamada espera a las que hay dentro. Una función que se llama a sí misma sin fin "
        + "necesitaría espacio infinito "
        + "para todas las que esperan.",
      pt: "Cada chamada espera pelas que estão dentro dela. Uma função que chama a si mesma sem fim "
        + "precisaria de espaço "
        + "infinito para todas as que esperam."),
    mend: Words(
      en: "Say when it is over: `fn f(n) = if n > 100 { n } else { f(n + 1) }`.",
      es: "Di cuándo termina: `fn f(n) = if n > 100 { n } else { f(n + 1) }`.",
      pt: "Diga quando termina: `fn f(n) = if n > 100 { n } else { f(n + 1) }`."),
    example: "fn f(n) = 1 + f(n + 1)\nf(0)")

  package static let tooLong = DiagnosticRow(
    "E0713",
    message: Words(
      en: "this took longer than {limit} s", es: "esto tardó más de {limit} s", pt: "isto levou mais de {limit} s"),
    label: Words(en: "this was running", es: "esto se estaba ejecutando", pt: "isto estava em execução"),
    help: Words(
      en: "Try it on less data first, or with fewer rounds.", es: "Pruébalo antes con menos datos o con menos vueltas.",
      pt: "Experimente antes com menos dados ou com menos voltas."),
    meaning: Words(
      en: "Whoever set up this session allows a cell only so much time by the clock. The cell changed nothing.",
      es: "Quien creó esta sesión permite a cada celda solo cierto tiempo de reloj. La celda no cambió nada.",
      pt: "Quem criou esta sessão permite a cada célula só certo tempo de relógio. A célula não mudou nada."),
    mend: Words(
      en: "Give the loop an end: `repeat 100 { }`.", es: "Ponle fin al bucle: `repeat 100 { }`.",
      pt: "Dê um fim ao laço: `repeat 100 { }`."),
    example: "while true { }")

  package static let tooManyBytes = DiagnosticRow(
    "E0714",
    message: Words(
      en: "texts, tuples and functions would take more than {limit} MB of memory",
      es: "los textos, las tuplas y las funciones ocuparían más de {limit} MB de memoria",
      pt: "os textos, as tuplas e as funções ocupariam mais de {limit} MB de memória"),
    label: Words(en: "here it became too much", es: "aquí fue demasiado", pt: "aqui passou do limite"),
    help: Words(
      en: "Numbers take the least room in a tensor: `[i^2 for i in 0..1000]`.",
      es: "Donde menos ocupan los números es en un tensor: `[i^2 for i in 0..1000]`.",
      pt: "É num tensor que os números ocupam menos: `[i^2 for i in 0..1000]`."),
    meaning: Words(
      en: "A session may use only so much memory for everything that is no tensor, so that one cell "
        + "cannot freeze the whole "
        + "computer.",
      es: "Una sesión solo puede usar cierta memoria para todo lo que no es un tensor, para que una "
        + "celda no congele todo el "
        + "ordenador.",
      pt: "Uma sessão só pode usar certa quantidade de memória para tudo o que não é tensor, para que "
        + "uma célula não trave o "
        + "computador inteiro."),
    mend: Words(
      en: "Doubling twenty-five times is over a hundred million letters; ten times is enough to see it.",
      es: "Duplicar veinticinco veces da más de cien millones de letras; con diez basta para verlo.",
      pt: "Dobrar vinte e cinco vezes dá mais de cem milhões de letras; com dez já dá para ver."),
    example: "var t = \"aula\"\nrepeat 25 { t = \"{t}{t}\" }")

  package static let cellTooLong = DiagnosticRow(
    "E0715",
    message: Words(
      en: "this program is longer than {allowed}", es: "este programa ocupa más de {allowed}",
      pt: "este programa ocupa mais de {allowed}"),
    help: Words(
      en: "Keep data in a file of its own and programs short.",
      es: "Guarda los datos en un archivo aparte y deja cortos los programas.",
      pt: "Guarde os dados em um arquivo à parte e deixe os programas curtos."),
    meaning: Words(
      en: "A text of many millions of letters is hardly a program; most often a data file was meant.",
      es: "Un texto de muchos millones de letras rara vez es un programa; casi siempre se trataba de un "
        + "archivo de datos.",
      pt: "Um texto de muitos milhões de letras dificilmente é um programa; quase sempre era um arquivo de dados."),
    mend: Words(
      en: "Evaluate the program in several cells.", es: "Evalúa el programa en varias celdas.",
      pt: "Avalie o programa em várias células."),
    example: "# many millions of letters")
}
