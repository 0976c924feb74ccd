// What can be wrong with a call of the command `aula`: E0820 to E0827, E0835, E0836.

extension DiagnosticCatalogue {
  /// Verbs, options and files of the command. No program brings them about, so they have no examples.
  package static let commandRows: [DiagnosticRow] = [
    .unknownVerb, .unknownOption, .optionNeedsValue, .optionTakesNoValue, .optionValue, .missingOperand,
    .optionOfOtherVerb, .surplusOperand,
    .inputMissing, .inputUnreadable, .inputNotText, .inputTooLarge, .outputUnwritable, .unknownTopic, .layoutRefused,
    .oneOutputForMany, .outputIsInput,
  ]
}

extension DiagnosticRow {
  package static let unknownVerb = DiagnosticRow(
    "E0820",
    message: Words(
      en: "`aula {name}` is not something the command can do", es: "`aula {name}` no es algo que el comando sepa hacer",
      pt: "`aula {name}` não é algo que o comando saiba fazer"),
    help: Words(
      en: "`aula --help` lists what it can do; `aula` alone opens the prompt.",
      es: "`aula --help` muestra lo que sabe hacer; `aula` a secas abre el intérprete.",
      pt: "`aula --help` mostra o que ele sabe fazer; `aula` sozinho abre o interpretador."),
    meaning: Words(
      en: "The first word after `aula` says what to do: run a program, format it, look something up. This word is "
        + "none of those.",
      es: "La primera palabra después de `aula` dice qué hacer: ejecutar un programa, darle formato, consultar algo. "
        + "Esta palabra no es ninguna de ellas.",
      pt: "A primeira palavra depois de `aula` diz o que fazer: executar um programa, formatar, consultar algo. Esta "
        + "palavra não é nenhuma delas."),
    mend: Words(
      en: "To run a program, write `aula run model.aula`; to evaluate a line, `aula eval \"1 + 1\"`.",
      es: "Para ejecutar un programa, escribe `aula run modelo.aula`; para evaluar una línea, `aula eval \"1 + 1\"`.",
      pt: "Para executar um programa, escreva `aula run modelo.aula`; para avaliar uma linha, `aula eval \"1 + 1\"`."),
    example: noExample)

  package static let unknownOption = DiagnosticRow(
    "E0821",
    message: Words(
      en: "there is no option `{option}`", es: "no existe la opción `{option}`", pt: "não existe a opção `{option}`"),
    help: Words(
      en: "`{command} --help` lists the options. What begins with `-` and is no option goes after `--`.",
      es: "`{command} --help` muestra las opciones. Lo que empieza por `-` y no es una opción va después de `--`.",
      pt: "`{command} --help` mostra as opções. O que começa com `-` e não é opção vai depois de `--`."),
    meaning: Words(
      en:
        "Words that begin with `-` are options: they say how something is to be done. The command does not know this "
        + "one.",
      es: "Las palabras que empiezan por `-` son opciones: dicen cómo hay que hacer algo. El comando no conoce esta.",
      pt: "Palavras que começam com `-` são opções: dizem como algo deve ser feito. O comando não conhece esta."),
    mend: Words(
      en: "Look it up with `aula --help`. A file whose name begins with `-` is given as `./-name`, or after `--`.",
      es:
        "Búscala con `aula --help`. Un archivo cuyo nombre empieza por `-` se da como `./-nombre`, o después de `--`.",
      pt: "Procure com `aula --help`. Um arquivo cujo nome começa com `-` se escreve `./-nome`, ou depois de `--`."),
    example: noExample)

  package static let optionNeedsValue = DiagnosticRow(
    "E0822",
    message: Words(
      en: "the option `{option}` needs a value: {wanted}", es: "la opción `{option}` necesita un valor: {wanted}",
      pt: "a opção `{option}` precisa de um valor: {wanted}"),
    meaning: Words(
      en: "Some options say how much or which one, and the value has to stand behind them.",
      es: "Algunas opciones dicen cuánto o cuál, y el valor tiene que ir detrás.",
      pt: "Algumas opções dizem quanto ou qual, e o valor tem que vir depois delas."),
    mend: Words(
      en: "Write it after a blank or after `=`: `--seed 7`, `--seed=7`.",
      es: "Escríbelo después de un espacio o de `=`: `--seed 7`, `--seed=7`.",
      pt: "Escreva-o depois de um espaço ou de `=`: `--seed 7`, `--seed=7`."),
    example: noExample)

  package static let optionTakesNoValue = DiagnosticRow(
    "E0823",
    message: Words(
      en: "the option `{option}` takes no value, but `{value}` was given",
      es: "la opción `{option}` no lleva valor, pero se dio `{value}`",
      pt: "a opção `{option}` não leva valor, mas veio `{value}`"),
    meaning: Words(
      en: "Some options are switches: writing them is all there is to say.",
      es: "Algunas opciones son interruptores: basta con escribirlas.",
      pt: "Algumas opções são interruptores: basta escrevê-las."),
    mend: Words(
      en: "Leave out `=` and what follows it.", es: "Quita `=` y lo que sigue.", pt: "Tire o `=` e o que vem depois."),
    example: noExample)

  package static let optionValue = DiagnosticRow(
    "E0824",
    message: Words(
      en: "`{value}` does not fit the option `{option}`: it wants {wanted}",
      es: "`{value}` no sirve para la opción `{option}`: hace falta {wanted}",
      pt: "`{value}` não serve para a opção `{option}`: é preciso {wanted}"),
    meaning: Words(
      en: "The option is known, but its value is of another kind, or too large or too small.",
      es: "La opción existe, pero su valor es de otra clase, o demasiado grande o pequeño.",
      pt: "A opção existe, mas o valor é de outro tipo, ou grande ou pequeno demais."),
    mend: Words(
      en: "Sizes are written `512M` or `2G`, times in seconds, languages `en`, `es` or `pt`.",
      es: "Los tamaños se escriben `512M` o `2G`, los tiempos en segundos, los idiomas `en`, `es` o `pt`.",
      pt: "Tamanhos se escrevem `512M` ou `2G`, tempos em segundos, idiomas `en`, `es` ou `pt`."),
    example: noExample)

  package static let missingOperand = DiagnosticRow(
    "E0825",
    message: Words(
      en: "`aula {verb}` needs {wanted}", es: "`aula {verb}` necesita {wanted}", pt: "`aula {verb}` precisa de {wanted}"
    ),
    help: Words(
      en: "For example: `{example}`", es: "Por ejemplo: `{example}`", pt: "Por exemplo: `{example}`"),
    meaning: Words(
      en: "The verb says what to do, but not with what.", es: "El verbo dice qué hacer, pero falta con qué.",
      pt: "O verbo diz o que fazer, mas falta com o quê."),
    mend: Words(
      en: "Name at least one file; `-` stands for what is piped in.",
      es: "Nombra al menos un archivo; `-` es lo que llega por la tubería.",
      pt: "Cite pelo menos um arquivo; `-` é o que chega pelo pipe."),
    example: noExample)

  package static let optionOfOtherVerb = DiagnosticRow(
    "E0826",
    message: Words(
      en: "the option `{option}` belongs to `aula {owner}`, not to `{command}`",
      es: "la opción `{option}` es de `aula {owner}`, no de `{command}`",
      pt: "a opção `{option}` é de `aula {owner}`, não de `{command}`"),
    meaning: Words(
      en: "Most options hold for every verb. A few belong to a single one.",
      es: "La mayoría de las opciones valen para todos los verbos. Unas pocas son de uno solo.",
      pt: "A maioria das opções vale para todos os verbos. Umas poucas são de um só."),
    mend: Words(
      en: "Leave the option out, or name the verb that it belongs to.",
      es: "Quita la opción, o nombra el verbo al que pertenece.",
      pt: "Tire a opção, ou cite o verbo a que ela pertence."),
    example: noExample)

  package static let surplusOperand = DiagnosticRow(
    "E0827",
    message: Words(
      en: "`{operand}` is one word too many for `aula {verb}`", es: "`{operand}` está de más en `aula {verb}`",
      pt: "`{operand}` está sobrando em `aula {verb}`"),
    meaning: Words(
      en: "Some verbs take one word, or none.", es: "Algunos verbos llevan una palabra, o ninguna.",
      pt: "Alguns verbos levam uma palavra, ou nenhuma."),
    mend: Words(
      en: "Put quotation marks around what belongs together.", es: "Pon entre comillas lo que va junto.",
      pt: "Ponha entre aspas o que vai junto."),
    example: noExample)

  package static let oneOutputForMany = DiagnosticRow(
    "E0835",
    message: Words(
      en: "`--output` names one file, and there are several lessons",
      es: "`--output` nombra un archivo, y hay varias lecciones",
      pt: "`--output` cita um arquivo, e há várias lições"),
    meaning: Words(
      en: "Each lesson would replace the page of the one before.",
      es: "Cada lección reemplazaría la página de la anterior.",
      pt: "Cada lição substituiria a página da anterior."),
    mend: Words(
      en: "Leave `--output` out, or export the lessons one by one.",
      es: "Quita `--output`, o exporta las lecciones una por una.",
      pt: "Tire `--output`, ou exporte as lições uma por uma."),
    example: noExample)

  package static let outputIsInput = DiagnosticRow(
    "E0836",
    message: Words(
      en: "`{path}` is the lesson itself", es: "`{path}` es la propia lección", pt: "`{path}` é a própria lição"),
    meaning: Words(
      en: "The student's copy has no solutions: written over the lesson it would take them away for ever.",
      es: "La copia del estudiante no tiene soluciones: escrita sobre la lección, las borraría para siempre.",
      pt: "A cópia do estudante não tem soluções: gravada sobre a lição, apagaria todas para sempre."),
    mend: Words(
      en: "Name another file.", es: "Nombra otro archivo.", pt: "Cite outro arquivo."),
    example: noExample)
}
