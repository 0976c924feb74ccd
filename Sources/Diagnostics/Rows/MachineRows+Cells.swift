// What parameters, states and series refuse: E0621 to E0628.

extension DiagnosticCatalogue {
  /// Making cells, `update` and `record`.
  static let cellRows: [DiagnosticRow] = [
    .updateDoesNotFit, .updateParts, .updateCounts, .updateNotNumbers, .cellNotNumeric, .recordedNoNumber, .seriesShape,
    .seriesTooLong,
  ]
}

extension DiagnosticRow {
  package static let updateDoesNotFit = DiagnosticRow(
    "E0621",
    message: Words(
      en: "`{name}` is {old}, and the new value is {new}", es: "`{name}` es {old}, y el valor nuevo es {new}",
      pt: "`{name}` é {old}, e o valor novo é {new}"),
    meaning: Words(
      en:
        "A parameter or state keeps its shape and its precision for life; what is assigned must have the same shape, and be "
        + "no less precise.",
      es:
        "Un parámetro o estado conserva su forma y su precisión toda la vida; lo que se le asigna debe tener la misma forma, y "
        + "no ser menos preciso.",
      pt:
        "Um parâmetro ou estado mantém a sua forma e a sua precisão a vida toda; o que se atribui a ele precisa ter a mesma "
        + "forma, e não ser menos preciso."),
    mend: Words(
      en: "Give back as many elements as went in: `update w by v -> v / 2`.",
      es: "Devuelve tantos elementos como entraron: `update w by v -> v / 2`.",
      pt: "Devolva tantos elementos quantos entraram: `update w by v -> v / 2`."),
    example: "param w = [1, 2, 3]\nupdate w by v -> sum(v)")

  package static let updateParts = DiagnosticRow(
    "E0622",
    message: Words(
      en: "the function takes {count} values, so `update` needs a tuple of {count} to move together",
      es: "la función toma {count} valores, así que `update` necesita una tupla de {count} que se recorran a la par",
      pt: "a função recebe {count} valores, então `update` precisa de uma tupla de {count} para percorrer em conjunto"),
    meaning: Words(
      en: "With a function of one value, `update` calls it for each parameter. With one of two, the target is a pair: "
        + "corresponding parameters go in, and the first of them moves.",
      es:
        "Con una función de un valor, `update` la llama para cada parámetro. Con una de dos, el destino es un par: entran los "
        + "parámetros que se corresponden, y se mueve el primero.",
      pt:
        "Com uma função de um valor, `update` a chama para cada parâmetro. Com uma de dois, o alvo é um par: entram os "
        + "parâmetros correspondentes, e o primeiro se move."),
    mend: Words(
      en: "`update (a, b) by (x, y) -> (x + y) / 2`", es: "`update (a, b) by (x, y) -> (x + y) / 2`",
      pt: "`update (a, b) by (x, y) -> (x + y) / 2`"),
    example: "param a = 1\nparam b = 2\nupdate a by (x, y) -> (x + y) / 2")

  package static let updateCounts = DiagnosticRow(
    "E0623",
    message: Words(
      en: "what `update` goes through together must have equally many parameters; these have {counts}",
      es: "lo que `update` recorre a la par debe tener la misma cantidad de parámetros; estos tienen {counts}",
      pt: "o que `update` percorre em conjunto precisa ter a mesma quantidade de parâmetros; estes têm {counts}"),
    meaning: Words(
      en:
        "Each parameter of the first is moved by the corresponding one of the second, so the two must be built alike: a model "
        + "and its `copy`, for instance.",
      es:
        "A cada parámetro del primero lo mueve el correspondiente del segundo, así que los dos deben estar hechos igual: un "
        + "modelo y su `copy`, por ejemplo.",
      pt:
        "Cada parâmetro do primeiro é movido pelo correspondente do segundo, então os dois precisam ser feitos do mesmo "
        + "jeito: um modelo e a sua `copy`, por exemplo."),
    mend: Words(
      en: "Pair one parameter with one: `update (a, b) by (x, y) -> y`.",
      es: "Empareja un parámetro con uno: `update (a, b) by (x, y) -> y`.",
      pt: "Emparelhe um parâmetro com um: `update (a, b) by (x, y) -> y`."),
    example: "param a = 1\nparam b = 2\nparam c = 3\nupdate (a, (b, c)) by (x, y) -> y")

  package static let updateNotNumbers = DiagnosticRow(
    "E0624",
    message: Words(
      en: "the new value of `{name}` must be numbers, and this is {kind}",
      es: "el valor nuevo de `{name}` debe ser de números, y esto es {kind}",
      pt: "o valor novo de `{name}` precisa ser de números, e isto é {kind}"),
    meaning: Words(
      en: "Parameters and states hold numbers. The function after `by` gives their next value.",
      es: "Los parámetros y estados contienen números. La función después de `by` da su próximo valor.",
      pt: "Parâmetros e estados contêm números. A função depois de `by` dá o seu próximo valor."),
    mend: Words(
      en: "`update w by v -> v / 2`", es: "`update w by v -> v / 2`", pt: "`update w by v -> v / 2`"),
    example: "param w = 1\nupdate w by v -> \"small\"")

  package static let cellNotNumeric = DiagnosticRow(
    "E0625",
    message: Words(
      en: "`{name}` must begin as numbers, and this is {kind}",
      es: "`{name}` debe empezar con números, y esto es {kind}",
      pt: "`{name}` precisa começar com números, e isto é {kind}"),
    meaning: Words(
      en: "What learns or is kept is a number or a tensor of numbers. Several of them go under several names.",
      es: "Lo que aprende o se guarda es un número o un tensor de números. Varios van bajo varios nombres.",
      pt: "O que aprende ou se guarda é um número ou um tensor de números. Vários ficam sob vários nomes."),
    mend: Words(
      en: "Square brackets make a tensor: `param w = [1, 2]`.",
      es: "Los corchetes forman un tensor: `param w = [1, 2]`.",
      pt: "Os colchetes formam um tensor: `param w = [1, 2]`."),
    example: "param w = (1, 2)")

  package static let recordedNoNumber = DiagnosticRow(
    "E0626",
    message: Words(
      en: "`record` keeps numbers, and `{name}` is {kind}", es: "`record` guarda números, y `{name}` es {kind}",
      pt: "`record` guarda números, e `{name}` é {kind}"),
    meaning: Words(
      en: "A recorded series is a tensor with one row for each time, so that it can be drawn and averaged.",
      es: "Una serie registrada es un tensor con una fila por cada vez, para poder dibujarla y promediarla.",
      pt: "Uma série registrada é um tensor com uma linha para cada vez, para poder desenhá-la e tirar a média."),
    mend: Words(
      en: "Record a number: `record step = 1`.", es: "Registra un número: `record step = 1`.",
      pt: "Registre um número: `record step = 1`."),
    example: "record step = \"first\"")

  package static let seriesShape = DiagnosticRow(
    "E0627",
    message: Words(
      en: "`{name}` has recorded values of shape {old}; this one has shape {new}",
      es: "`{name}` registró valores de forma {old}; este tiene forma {new}",
      pt: "`{name}` registrou valores de forma {old}; este tem forma {new}"),
    meaning: Words(
      en: "The values of a series are the rows of one tensor, so all must have one shape.",
      es: "Los valores de una serie son las filas de un tensor, así que todos deben tener la misma forma.",
      pt: "Os valores de uma série são as linhas de um tensor, então todos precisam ter a mesma forma."),
    mend: Words(
      en: "Record the other value under another name.", es: "Registra el otro valor con otro nombre.",
      pt: "Registre o outro valor com outro nome."),
    example: "for i in 1..3 { record x = zeros(i) }")

  package static let seriesTooLong = DiagnosticRow(
    "E0628",
    message: Words(
      en: "`{name}` has recorded {limit} numbers, the most that a series holds",
      es: "`{name}` registró {limit} números, lo máximo que guarda una serie",
      pt: "`{name}` registrou {limit} números, o máximo que uma série guarda"),
    help: Words(
      en: "Record only every tenth time, or a mean in place of a tensor.",
      es: "Registra solo una de cada diez veces, o una media en lugar de un tensor.",
      pt: "Registre só uma a cada dez vezes, ou uma média no lugar de um tensor."),
    meaning: Words(
      en: "Series stay in memory as long as the session. Ten million numbers are more than anybody can look at.",
      es:
        "Las series quedan en memoria mientras dura la sesión. Diez millones de números son más de los que alguien puede mirar.",
      pt:
        "As séries ficam na memória enquanto dura a sessão. Dez milhões de números são mais do que alguém consegue olhar."
    ),
    mend: Words(
      en: "Record what will be drawn: `record x = mean(zeros(20000000))`.",
      es: "Registra lo que se va a dibujar: `record x = mean(zeros(20000000))`.",
      pt: "Registre o que vai ser desenhado: `record x = mean(zeros(20000000))`."),
    example: "record x = zeros(20000000)")
}
