// Problems of checks, derivations and predictions as they are written.

extension DiagnosticCatalogue {
  /// `check`, `derive`, `predict`, `explain`.
  static let checkRowsOfSyntax: [DiagnosticRow] = [
    .checkWhat, .checkWithoutColon, .sameWithoutAs, .gradientClaimOfWhat, .gradientClaimWithoutAt, .forWithoutAll,
    .deriveWithoutBlock, .derivationRelation, .derivationTooShort, .reasonIsText, .predictWhat, .predictWithoutAnswer,
    .explainWhat,
  ]
}

extension DiagnosticRow {
  package static let checkWhat = DiagnosticRow(
    "E0152",
    message: Words(
      en: "`check` needs something to check", es: "a `check` le falta lo que ha de comprobar",
      pt: "falta ao `check` o que verificar"),
    help: Words(
      en: "Write a condition: `check \"it is small\": x < 1`.",
      es: "Escribe una condición: `check \"es pequeño\": x < 1`.",
      pt: "Escreva uma condição: `check \"é pequeno\": x < 1`."),
    meaning: Words(
      en: "A check holds a condition against the values and tells whether it is true.",
      es: "Un `check` contrasta una condición con los valores y dice si se cumple.",
      pt: "Um `check` compara uma condição com os valores e diz se ela vale."),
    mend: Words(
      en: "Put the condition after the word, with a text and a colon before it if you like.",
      es: "Pon la condición después de la palabra; si quieres, antes un texto y dos puntos.",
      pt: "Coloque a condição depois da palavra; se quiser, antes um texto e dois-pontos."),
    example: "check")

  package static let checkWithoutColon = DiagnosticRow(
    "E0153",
    message: Words(
      en: "a colon belongs between the text of a check and its condition",
      es: "entre el texto de un `check` y su condición van dos puntos",
      pt: "entre o texto de um `check` e a condição vão dois-pontos"),
    help: Words(
      en: "Write `check \"text\": condition`.", es: "Escribe `check \"texto\": condición`.",
      pt: "Escreva `check \"texto\": condição`."),
    meaning: Words(
      en: "The text says what is checked; the colon ends it.",
      es: "El texto dice qué se comprueba; los dos puntos lo cierran.",
      pt: "O texto diz o que se verifica; os dois-pontos o encerram."),
    mend: Words(
      en: "Put `:` after the text.", es: "Pon `:` después del texto.", pt: "Coloque `:` depois do texto."),
    example: "check \"two\" 1 + 1 == 2")

  package static let sameWithoutAs = DiagnosticRow(
    "E0154",
    message: Words(en: "`same` needs `as`", es: "a `same` le falta `as`", pt: "falta `as` depois de `same`"),
    help: Words(
      en: "Write `check f same as g on x in Normal(0, 1)`.", es: "Escribe `check f same as g on x in Normal(0, 1)`.",
      pt: "Escreva `check f same as g on x in Normal(0, 1)`."),
    meaning: Words(
      en: "`f same as g` claims that two functions give the same wherever they are asked.",
      es: "`f same as g` afirma que dos funciones dan lo mismo dondequiera que se evalúen.",
      pt: "`f same as g` afirma que duas funções dão o mesmo onde quer que sejam avaliadas."),
    mend: Words(en: "Put `as` after `same`.", es: "Pon `as` después de `same`.", pt: "Coloque `as` depois de `same`."),
    example: "check sin same cos")

  package static let gradientClaimOfWhat = DiagnosticRow(
    "E0155",
    message: Words(
      en: "`gradient` needs the function or expression whose gradient is meant",
      es: "a `gradient` le falta la función o expresión cuyo gradiente se pide",
      pt: "falta ao `gradient` a função ou expressão cujo gradiente se quer"),
    help: Words(
      en: "Write `gradient loss at W`.", es: "Escribe `gradient loss at W`.", pt: "Escreva `gradient loss at W`."),
    meaning: Words(
      en: "A gradient is that of something, taken somewhere: `gradient loss at W`.",
      es: "Un gradiente es de algo y en algún punto: `gradient loss at W`.",
      pt: "Um gradiente é de algo e em algum ponto: `gradient loss at W`."),
    mend: Words(
      en: "Name the function and, after `at`, what varies.", es: "Nombra la función y, después de `at`, lo que varía.",
      pt: "Dê o nome da função e, depois de `at`, o que varia."),
    example: "check gradient")

  package static let gradientClaimWithoutAt = DiagnosticRow(
    "E0156",
    message: Words(
      en: "`gradient` needs `at` and what varies", es: "a `gradient` le falta `at` y lo que varía",
      pt: "faltam ao `gradient` o `at` e o que varia"),
    help: Words(
      en: "Write `gradient loss at (W, b)`.", es: "Escribe `gradient loss at (W, b)`.",
      pt: "Escreva `gradient loss at (W, b)`."),
    meaning: Words(
      en: "What stands after `at` is varied: parameters, models, or the arguments of a function.",
      es: "Lo que va después de `at` se hace variar: parámetros, modelos o los argumentos de una función.",
      pt: "O que vem depois de `at` é o que varia: parâmetros, modelos ou os argumentos de uma função."),
    mend: Words(
      en: "Add `at` and the name or values.", es: "Añade `at` y el nombre o los valores.",
      pt: "Acrescente `at` e o nome ou os valores."),
    example: "check gradient (x -> x^2)")

  package static let forWithoutAll = DiagnosticRow(
    "E0157",
    message: Words(
      en: "in a derivation it is `for all`", es: "en una derivación se escribe `for all`",
      pt: "em uma derivação se escreve `for all`"),
    help: Words(
      en: "Write `derive \"text\" for all x in Normal(0, 1) { … }`.",
      es: "Escribe `derive \"texto\" for all x in Normal(0, 1) { … }`.",
      pt: "Escreva `derive \"texto\" for all x in Normal(0, 1) { … }`."),
    meaning: Words(
      en: "The lines of a derivation hold for all values of the names; the checker tries many.",
      es: "Las líneas de una derivación valen para todos los valores de los nombres; se prueban muchos.",
      pt: "As linhas de uma derivação valem para todos os valores dos nomes; muitos são testados."),
    mend: Words(
      en: "Put `all` after `for`.", es: "Pon `all` después de `for`.", pt: "Coloque `all` depois de `for`."),
    example: "derive \"d\" for x in Normal(0, 1) { x = x }")

  package static let deriveWithoutBlock = DiagnosticRow(
    "E0158",
    message: Words(
      en: "`derive` needs its lines between braces", es: "a `derive` le faltan sus líneas entre llaves",
      pt: "faltam ao `derive` as linhas entre chaves"),
    help: Words(
      en: "Write `{`, one expression, then lines that begin with `=`, `<=` or `>=`, then `}`.",
      es: "Escribe `{`, una expresión, luego líneas que empiecen con `=`, `<=` o `>=`, y `}`.",
      pt: "Escreva `{`, uma expressão, depois linhas que comecem com `=`, `<=` ou `>=`, e `}`."),
    meaning: Words(
      en: "A derivation is a list of lines, each of which follows from the one before.",
      es: "Una derivación es una lista de líneas en la que cada una se sigue de la anterior.",
      pt: "Uma derivação é uma lista de linhas em que cada uma segue da anterior."),
    mend: Words(
      en: "Put the lines between `{` and `}`.", es: "Pon las líneas entre `{` y `}`.",
      pt: "Coloque as linhas entre `{` e `}`."),
    example: "derive \"d\" for all x in Normal(0, 1)")

  package static let derivationRelation = DiagnosticRow(
    "E0159",
    message: Words(
      en: "a line of a derivation begins with `=`, `<=`, `>=`, `<`, `>` or `≈`",
      es: "una línea de una derivación empieza con `=`, `<=`, `>=`, `<`, `>` o `≈`",
      pt: "uma linha de uma derivação começa com `=`, `<=`, `>=`, `<`, `>` ou `≈`"),
    help: Words(
      en: "Say how this line follows from the one before. What goes on from the line before stands in parentheses.",
      es: "Di cómo se sigue esta línea de la anterior. Lo que continúa la línea anterior va entre paréntesis.",
      pt: "Diga como esta linha segue da anterior. O que continua a linha anterior fica entre parênteses."),
    meaning: Words(
      en: "Only the first line stands alone; each other one is compared with the line before it.",
      es: "Solo la primera línea va sola; cada una de las demás se compara con la anterior.",
      pt: "Só a primeira linha fica sozinha; cada uma das outras é comparada com a anterior."),
    mend: Words(
      en: "Begin the line with the sign that joins it to the one before.",
      es: "Empieza la línea con el signo que la une a la anterior.",
      pt: "Comece a linha com o sinal que a liga à anterior."),
    example: "derive \"d\" {\n    1 + 1\n    2\n}")

  package static let derivationTooShort = DiagnosticRow(
    "E0160",
    message: Words(
      en: "a derivation needs at least two lines", es: "una derivación necesita al menos dos líneas",
      pt: "uma derivação precisa de pelo menos duas linhas"),
    help: Words(
      en: "Add a line that begins with `=`.", es: "Añade una línea que empiece con `=`.",
      pt: "Acrescente uma linha que comece com `=`."),
    meaning: Words(
      en: "With one line there is nothing to compare.", es: "Con una sola línea no hay nada que comparar.",
      pt: "Com uma só linha não há o que comparar."),
    mend: Words(
      en: "Write what follows from the line, or use `check`.",
      es: "Escribe lo que se sigue de la línea, o usa `check`.",
      pt: "Escreva o que segue da linha, ou use `check`."),
    example: "derive \"d\" { 1 + 1 }")

  package static let reasonIsText = DiagnosticRow(
    "E0161",
    message: Words(
      en: "the reason after `by` is a plain text", es: "la razón después de `by` es un texto sin valores",
      pt: "a razão depois de `by` é um texto sem valores"),
    help: Words(
      en: "Write `by \"Bayes\"`.", es: "Escribe `by \"Bayes\"`.", pt: "Escreva `by \"Bayes\"`."),
    meaning: Words(
      en: "A reason says in a few words why a line follows; it stands between quotes.",
      es: "La razón dice en pocas palabras por qué se sigue la línea; va entre comillas.",
      pt: "A razão diz em poucas palavras por que a linha segue; fica entre aspas."),
    mend: Words(
      en: "Put the words between quotes.", es: "Pon las palabras entre comillas.",
      pt: "Coloque as palavras entre aspas."),
    example: "derive \"d\" {\n    1 + 1\n    = 2 by sum\n}")

  package static let predictWhat = DiagnosticRow(
    "E0162",
    message: Words(
      en: "`predict` needs a question between quotes", es: "a `predict` le falta una pregunta entre comillas",
      pt: "falta ao `predict` uma pergunta entre aspas"),
    help: Words(
      en: "Write `predict \"What will it be?\" answer value`.", es: "Escribe `predict \"¿Cuánto dará?\" answer valor`.",
      pt: "Escreva `predict \"Quanto vai dar?\" answer valor`."),
    meaning: Words(
      en: "The question is asked before the cell runs; then the guess is compared with the value.",
      es: "La pregunta se hace antes de ejecutar la celda; después se compara lo que se predijo con el valor.",
      pt: "A pergunta é feita antes de rodar a célula; depois o palpite é comparado com o valor."),
    mend: Words(
      en: "Put the question after `predict`.", es: "Pon la pregunta después de `predict`.",
      pt: "Coloque a pergunta depois de `predict`."),
    example: "predict 1 + 1")

  package static let predictWithoutAnswer = DiagnosticRow(
    "E0163",
    message: Words(
      en: "`predict` needs `answer` and the value", es: "a `predict` le falta `answer` y el valor",
      pt: "faltam ao `predict` o `answer` e o valor"),
    help: Words(
      en: "Write `predict \"What will it be?\" answer value`.", es: "Escribe `predict \"¿Cuánto dará?\" answer valor`.",
      pt: "Escreva `predict \"Quanto vai dar?\" answer valor`."),
    meaning: Words(
      en: "What stands after `answer` is what the guess is compared with.",
      es: "Lo que va después de `answer` es con lo que se compara la predicción.",
      pt: "O que vem depois de `answer` é com o que se compara o palpite."),
    mend: Words(
      en: "Add `answer` and an expression.", es: "Añade `answer` y una expresión.",
      pt: "Acrescente `answer` e uma expressão."),
    example: "predict \"how many?\" 1 + 1")

  package static let explainWhat = DiagnosticRow(
    "E0164",
    message: Words(
      en: "`explain` explains a gradient", es: "`explain` explica un gradiente", pt: "`explain` explica um gradiente"),
    help: Words(
      en: "Write `explain gradient loss at W`. For a name's help, write `help(name)`.",
      es: "Escribe `explain gradient loss at W`. Para la ayuda de un nombre, escribe `help(nombre)`.",
      pt: "Escreva `explain gradient loss at W`. Para a ajuda de um nome, escreva `help(nome)`."),
    meaning: Words(
      en: "It tells back-propagation step by step, a line for each operation.",
      es: "Cuenta la retropropagación paso a paso, una línea por operación.",
      pt: "Conta a retropropagação passo a passo, uma linha por operação."),
    mend: Words(
      en: "Put `gradient`, the function, `at` and what varies after it.",
      es: "Pon después `gradient`, la función, `at` y lo que varía.",
      pt: "Coloque depois `gradient`, a função, `at` e o que varia."),
    example: "explain 3")
}
