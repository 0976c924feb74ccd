// Names that cannot change, or not here: E0308 to E0314.

extension DiagnosticRow {
  package static let assignsUnknown = DiagnosticRow(
    "E0308",
    message: Words(
      en: "there is no `{name}` to change",
      es: "no hay ningún `{name}` que cambiar",
      pt: "não há nenhum `{name}` para mudar"),
    label: Words(en: "unknown name", es: "nombre desconocido", pt: "nome desconhecido"),
    help: Words(
      en: "Make it first: `let {name} = …`, or `var {name} = …` if it will change.",
      es: "Créalo antes: `let {name} = …`, o `var {name} = …` si va a cambiar.",
      pt: "Crie-o antes: `let {name} = …`, ou `var {name} = …` se ele vai mudar."),
    meaning: Words(
      en: "`x = …` gives a new value to a name that `var` made. A name is made by `let` or `var`, so that a slip of "
        + "the pen never makes a new one silently.",
      es: "`x = …` da un valor nuevo a un nombre creado con `var`. Un nombre se crea con `let` o `var`, para que un "
        + "error al escribir nunca cree otro sin avisar.",
      pt: "`x = …` dá um novo valor a um nome criado com `var`. Um nome é criado com `let` ou `var`, para que um erro "
        + "de digitação nunca crie outro sem avisar."),
    mend: Words(en: "Write `let rate = 0.1`.", es: "Escribe `let rate = 0.1`.", pt: "Escreva `let rate = 0.1`."),
    example: "rate = 0.1")

  package static let rebindsFixed = DiagnosticRow(
    "E0309",
    message: Words(
      en: "`{name}` keeps its value: it is {what}",
      es: "`{name}` conserva su valor: es {what}",
      pt: "`{name}` mantém o seu valor: é {what}"),
    label: Words(en: "cannot be given another", es: "no se le puede dar otro", pt: "não pode receber outro"),
    help: Words(
      en: "Only a name made with `var` can be given a new value.",
      es: "Solo un nombre creado con `var` puede recibir otro valor.",
      pt: "Só um nome criado com `var` pode receber outro valor."),
    meaning: Words(
      en: "`let`, `fn`, `model` and parameters name a value for good, so a reader who has found the line that made it "
        + "knows all about it. A name that is to change is made with `var`.",
      es: "`let`, `fn`, `model` y los parámetros nombran un valor para siempre: quien encuentra la línea que lo creó "
        + "ya lo sabe todo. Un nombre que ha de cambiar se crea con `var`.",
      pt: "`let`, `fn`, `model` e os parâmetros dão nome a um valor para sempre: quem encontra a linha que o criou já "
        + "sabe tudo. Um nome que vai mudar é criado com `var`."),
    mend: Words(
      en: "Make it with `var total = 0`.", es: "Créalo con `var total = 0`.", pt: "Crie-o com `var total = 0`."),
    example: "let total = 0\ntotal = total + 1")

  package static let rebindsSession = DiagnosticRow(
    "E0310",
    message: Words(
      en: "a function cannot change `{name}`, which belongs to the session",
      es: "una función no puede cambiar `{name}`, que pertenece a la sesión",
      pt: "uma função não pode mudar `{name}`, que pertence à sessão"),
    label: Words(
      en: "not from inside a function", es: "no desde dentro de una función", pt: "não de dentro de uma função"),
    help: Words(
      en: "Return the new value, and write `{name} = f(…)` where you call the function.",
      es: "Devuelve el valor nuevo y escribe `{name} = f(…)` donde llamas a la función.",
      pt: "Devolva o novo valor e escreva `{name} = f(…)` onde você chama a função."),
    meaning: Words(
      en: "What a function does to the world is its value, and nothing else: that is why a call can be repeated, "
        + "checked and undone. Inside, `let` makes a name of the function's own.",
      es: "Lo que una función le hace al mundo es su valor y nada más: por eso una llamada se puede repetir, comprobar "
        + "y deshacer. Dentro, `let` crea un nombre propio de la función.",
      pt: "O que uma função faz ao mundo é o seu valor e nada mais: por isso uma chamada pode ser repetida, conferida "
        + "e desfeita. Dentro dela, `let` cria um nome próprio da função."),
    mend: Words(
      en: "`fn next(n) = n + 1`, then `count = next(count)`.",
      es: "`fn next(n) = n + 1` y luego `count = next(count)`.",
      pt: "`fn next(n) = n + 1` e depois `count = next(count)`."),
    example: "var steps = 0\nfn next() { steps = steps + 1 }")

  package static let rebindsCaptured = DiagnosticRow(
    "E0311",
    message: Words(
      en: "this function has only a copy of `{name}`",
      es: "esta función solo tiene una copia de `{name}`",
      pt: "esta função só tem uma cópia de `{name}`"),
    label: Words(
      en: "belongs to what surrounds it", es: "pertenece a lo que la rodea", pt: "pertence ao que está em volta"),
    help: Words(
      en: "Return the new value, and change `{name}` where it was made.",
      es: "Devuelve el valor nuevo y cambia `{name}` donde se creó.",
      pt: "Devolva o novo valor e mude `{name}` onde ele foi criado."),
    meaning: Words(
      en: "A function keeps the values that surround it as they are when it is made. Changing such a name inside would "
        + "change the copy alone, which nobody wants.",
      es: "Una función guarda los valores que la rodean tal como están cuando se crea. Cambiar dentro un nombre así "
        + "cambiaría solo la copia, y eso nadie lo quiere.",
      pt: "Uma função guarda os valores em volta como estão quando ela é criada. Mudar lá dentro um nome assim mudaria "
        + "só a cópia, e isso ninguém quer."),
    mend: Words(
      en: "Give the function the value and take its result: `total = add(total)`.",
      es: "Dale el valor a la función y toma su resultado: `total = add(total)`.",
      pt: "Passe o valor à função e fique com o resultado: `total = add(total)`."),
    example: "fn outer() {\n  var total = 0\n  fn add() { total = total + 1 }\n  add()\n  total\n}")

  package static let rebindsCell = DiagnosticRow(
    "E0312",
    message: Words(
      en: "`{name}` learns or keeps its value: `=` does not change it",
      es: "`{name}` aprende o guarda su valor: no se cambia con `=`",
      pt: "`{name}` aprende ou guarda o seu valor: `=` não o muda"),
    label: Words(en: "a `param` or `state`", es: "un `param` o `state`", pt: "um `param` ou `state`"),
    help: Words(
      en: "Write `update {name} by old -> …`, or let it learn with `descend … over {name}`.",
      es: "Escribe `update {name} by old -> …`, o haz que aprenda con `descend … over {name}`.",
      pt: "Escreva `update {name} by old -> …`, ou faça-o aprender com `descend … over {name}`."),
    meaning: Words(
      en: "A `param` or `state` changes only by the statements that say so: `descend`, `ascend` and `update`. That is "
        + "how the session knows its history and can take a step back.",
      es: "Un `param` o `state` cambia solo con las instrucciones que lo dicen: `descend`, `ascend` y `update`. Así la "
        + "sesión conoce su historia y puede dar un paso atrás.",
      pt: "Um `param` ou `state` muda só com as instruções que dizem isso: `descend`, `ascend` e `update`. É assim que "
        + "a sessão conhece a história dele e pode voltar um passo."),
    mend: Words(
      en: "Write `update w by old -> old / 2`.",
      es: "Escribe `update w by old -> old / 2`.",
      pt: "Escreva `update w by old -> old / 2`."),
    example: "param w = 1.0\nw = w / 2")

  package static let recordTaken = DiagnosticRow(
    "E0313",
    message: Words(
      en: "`{name}` is taken: it is {what}",
      es: "`{name}` ya está ocupado: es {what}",
      pt: "`{name}` já está em uso: é {what}"),
    label: Words(
      en: "the series needs another name", es: "la serie necesita otro nombre", pt: "a série precisa de outro nome"),
    help: Words(
      en: "Record under another name. `record {name}` alone records the value of `{name}`.",
      es: "Regístralo con otro nombre. `record {name}` a secas registra el valor de `{name}`.",
      pt: "Registre com outro nome. `record {name}` sozinho registra o valor de `{name}`."),
    meaning: Words(
      en: "`record name = …` makes `name` the series of all the values recorded. If that name already stands for "
        + "something the program uses, the next line that uses it would find the series instead.",
      es: "`record nombre = …` hace de `nombre` la serie de todos los valores registrados. Si ese nombre ya significa "
        + "algo que el programa usa, la siguiente línea que lo use se encontraría con la serie.",
      pt: "`record nome = …` faz de `nome` a série de todos os valores registrados. Se esse nome já significa algo que "
        + "o programa usa, a próxima linha que o usasse encontraria a série."),
    mend: Words(
      en: "Choose a free name: `record cost = loss(2)`.",
      es: "Elige un nombre libre: `record cost = loss(2)`.",
      pt: "Escolha um nome livre: `record cost = loss(2)`."),
    example: "fn loss(x) = x^2\nrecord loss = loss(2)")

  package static let unknownSize = DiagnosticRow(
    "E0314",
    message: Words(
      en: "nothing says how large `{name}` is",
      es: "nada dice cuánto vale `{name}`",
      pt: "nada diz quanto vale `{name}`"),
    label: Words(en: "unknown in this sum", es: "desconocido en esta cuenta", pt: "desconhecido nesta conta"),
    help: Words(
      en: "A size worked out from `{name}` needs `{name}` before it: alone in a shape, or as a parameter.",
      es: "Un tamaño calculado con `{name}` necesita antes a `{name}`: solo en una forma, o como parámetro.",
      pt: "Um tamanho calculado com `{name}` precisa de `{name}` antes: sozinho em uma forma, ou como parâmetro."),
    meaning: Words(
      en: "A name alone in a shape takes the size it meets. In `2 * n` or `n + 1` the name must already be known, "
        + "because an equation is not solved for it.",
      es: "Un nombre solo en una forma toma el tamaño que encuentra. En `2 * n` o `n + 1` el nombre ya tiene que "
        + "conocerse, porque no se resuelve una ecuación para hallarlo.",
      pt: "Um nome sozinho em uma forma assume o tamanho que encontra. Em `2 * n` ou `n + 1` o nome já precisa ser "
        + "conhecido, porque nenhuma equação é resolvida para achá-lo."),
    mend: Words(
      en: "Let an earlier parameter give it: `fn f(y: [n], x: [2 * n]) = sum(x)`.",
      es: "Haz que lo dé un parámetro anterior: `fn f(y: [n], x: [2 * n]) = sum(x)`.",
      pt: "Deixe um parâmetro anterior dar o valor: `fn f(y: [n], x: [2 * n]) = sum(x)`."),
    example: "fn halves(x: [2 * n]) = x")
}
