// Rows: what can go wrong while claims are examined.

extension DiagnosticCatalogue {
  /// Checks, derivations, predictions, and what is still to be written.
  package static let checkRows: [DiagnosticRow] = [
    .holeReached, .notASettingSource, .noSettings, .sameWithoutSettings, .lineNotANumber, .linesNotDefined,
    .gradientOfNoNumber, .gradientNotDeterministic, .gradientReachesNothing, .nothingVaries, .gradientsDoNotFit,
  ]
}

extension DiagnosticRow {
  package static let holeReached = DiagnosticRow(
    "E0560",
    message: Words(
      en: "`???` is still to be filled in", es: "`???` aún está por completar", pt: "`???` ainda precisa ser preenchido"
    ),
    help: Words(
      en: "Write what belongs in its place.", es: "Escribe lo que va en su lugar.",
      pt: "Escreva o que vai no lugar dele."),
    meaning: Words(
      en: "`???` holds the place of something that you are to write. The program ran until it needed it.",
      es: "`???` ocupa el lugar de algo que tienes que escribir. El programa avanzó hasta que lo necesitó.",
      pt: "`???` guarda o lugar de algo que você vai escrever. O programa rodou até precisar dele."),
    mend: Words(
      en: "Replace `???` by an expression.", es: "Sustituye `???` por una expresión.",
      pt: "Troque `???` por uma expressão."),
    example: "fn half(x) = ???\nhalf(4)")
  package static let notASettingSource = DiagnosticRow(
    "E0561",
    message: Words(
      en: "the values of a setting cannot come from {kind}", es: "los valores de un caso no pueden salir de {kind}",
      pt: "os valores de um caso não podem vir de {kind}"),
    label: Words(en: "this is {kind}", es: "esto es {kind}", pt: "isto é {kind}"),
    help: Words(
      en:
        "Take a distribution, a range, or the choices in brackets: `x in Normal(0, 1)`, `k in 1..5`, `act in (tanh, relu)`.",
      es:
        "Usa una distribución, un rango o las opciones entre paréntesis: `x in Normal(0, 1)`, `k in 1..5`, `act in (tanh, relu)`.",
      pt:
        "Use uma distribuição, um intervalo ou as opções entre parênteses: `x in Normal(0, 1)`, `k in 1..5`, `act in (tanh, relu)`."
    ),
    meaning: Words(
      en:
        "A claim with `on x in …` is tried for many values of `x`: draws from a distribution, or each of finitely many choices.",
      es:
        "Una afirmación con `on x in …` se prueba con muchos valores de `x`: sorteos de una distribución o cada una de varias opciones.",
      pt:
        "Uma afirmação com `on x in …` é testada com muitos valores de `x`: sorteios de uma distribuição ou cada uma de várias opções."
    ),
    mend: Words(
      en: "Write a distribution behind `in`: `check abs(x) >= 0 on x in Normal(0, 1)`.",
      es: "Escribe una distribución después de `in`: `check abs(x) >= 0 on x in Normal(0, 1)`.",
      pt: "Escreva uma distribuição depois de `in`: `check abs(x) >= 0 on x in Normal(0, 1)`."),
    example: "check abs(x) >= 0 on x in sin")

  package static let noSettings = DiagnosticRow(
    "E0562",
    message: Words(
      en: "there is no value here to try the claim with",
      es: "aquí no hay ningún valor con el que probar la afirmación",
      pt: "aqui não há nenhum valor para testar a afirmação"),
    help: Words(
      en: "A range ends before its end: `1..5` is 1, 2, 3, 4, and `5..1` is empty.",
      es: "Un rango acaba antes de su final: `1..5` es 1, 2, 3, 4, y `5..1` está vacío.",
      pt: "Um intervalo acaba antes do fim: `1..5` é 1, 2, 3, 4, e `5..1` é vazio."),
    meaning: Words(
      en: "A claim that is tried with nothing would hold whatever it says.",
      es: "Una afirmación que no se prueba con nada se cumpliría diga lo que diga.",
      pt: "Uma afirmação que não é testada com nada valeria, diga o que disser."),
    mend: Words(
      en: "Give at least one value: `on k in 1..5`.", es: "Da al menos un valor: `on k in 1..5`.",
      pt: "Dê pelo menos um valor: `on k in 1..5`."),
    example: "check k > 0 on k in 5..1")

  package static let sameWithoutSettings = DiagnosticRow(
    "E0563",
    message: Words(
      en: "two functions can only be compared on some arguments",
      es: "dos funciones solo se pueden comparar con algunos argumentos",
      pt: "duas funções só podem ser comparadas com alguns argumentos"),
    help: Words(
      en: "Say on which: `check f same as g on x in Normal(0, 1)`.",
      es: "Di con cuáles: `check f same as g on x in Normal(0, 1)`.",
      pt: "Diga com quais: `check f same as g on x in Normal(0, 1)`."),
    meaning: Words(
      en:
        "`same as` calls both functions with the same arguments, many times. The arguments come from what follows `on`.",
      es:
        "`same as` llama a las dos funciones con los mismos argumentos, muchas veces. Los argumentos salen de lo que sigue a `on`.",
      pt: "`same as` chama as duas funções com os mesmos argumentos, muitas vezes. Os argumentos vêm do que segue `on`."
    ),
    mend: Words(
      en: "Add `on x in Normal(0, 1)`.", es: "Añade `on x in Normal(0, 1)`.", pt: "Acrescente `on x in Normal(0, 1)`."),
    example: "check sin same as cos")

  package static let lineNotANumber = DiagnosticRow(
    "E0565",
    message: Words(
      en: "a line of a derivation is a number or a tensor, and this is {kind}",
      es: "una línea de una derivación es un número o un tensor, y esto es {kind}",
      pt: "uma linha de uma derivação é um número ou um tensor, e isto é {kind}"),
    label: Words(en: "this is {kind}", es: "esto es {kind}", pt: "isto é {kind}"),
    help: Words(
      en: "To compare two functions, write their values: `f(x)` with `for all x in …`.",
      es: "Para comparar dos funciones, escribe sus valores: `f(x)` con `for all x in …`.",
      pt: "Para comparar duas funções, escreva os seus valores: `f(x)` com `for all x in …`."),
    meaning: Words(
      en: "The lines of `derive` are evaluated over many settings and compared, number by number.",
      es: "Las líneas de `derive` se evalúan en muchos casos y se comparan, número a número.",
      pt: "As linhas de `derive` são avaliadas em muitos casos e comparadas, número a número."),
    mend: Words(
      en: "Call the function: `sin(x)`.", es: "Llama a la función: `sin(x)`.", pt: "Chame a função: `sin(x)`."),
    example: DiagnosticRow.noExample)

  package static let linesNotDefined = DiagnosticRow(
    "E0566",
    message: Words(
      en: "only at {defined} of {count} settings is this line a number",
      es: "solo en {defined} de {count} casos es esta línea un número",
      pt: "só em {defined} de {count} casos esta linha é um número"),
    help: Words(
      en: "Choose settings for which the lines are defined, such as `x in Uniform(0.1, 2)` under a logarithm.",
      es: "Elige casos en los que las líneas estén definidas, como `x in Uniform(0.1, 2)` bajo un logaritmo.",
      pt: "Escolha casos em que as linhas estejam definidas, como `x in Uniform(0.1, 2)` dentro de um logaritmo."),
    meaning: Words(
      en:
        "Both lines gave NaN, such as 0/0 or the logarithm of a negative number, in most places where they were tried: too little was shown.",
      es:
        "Ambas líneas dieron NaN, como 0/0 o el logaritmo de un número negativo, en la mayoría de los casos: se mostró demasiado poco.",
      pt:
        "As duas linhas deram NaN, como 0/0 ou o logaritmo de um número negativo, na maioria dos casos: mostrou-se pouco demais."
    ),
    mend: Words(
      en: "Let the settings come from where the lines are defined.",
      es: "Haz que los casos salgan de donde las líneas están definidas.",
      pt: "Faça os casos saírem de onde as linhas estão definidas."),
    example: DiagnosticRow.noExample)
}
