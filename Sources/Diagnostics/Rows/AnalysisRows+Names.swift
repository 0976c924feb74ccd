// Names that mean nothing, or mean something only elsewhere: E0301 to E0306.

extension DiagnosticRow {
  package static let unknownName = DiagnosticRow(
    "E0301",
    message: Words(
      en: "there is nothing called `{name}`",
      es: "no hay nada que se llame `{name}`",
      pt: "não há nada chamado `{name}`"),
    label: Words(en: "unknown name", es: "nombre desconocido", pt: "nome desconhecido"),
    help: Words(
      en: "Check the spelling, or give it a value first: `let {name} = …`.",
      es: "Revisa cómo está escrito, o dale antes un valor: `let {name} = …`.",
      pt: "Confira a escrita, ou dê antes um valor a ele: `let {name} = …`."),
    meaning: Words(
      en: "A name has to be given a meaning before it is used: by `let`, `var`, `param`, `fn` or `model`, in this cell "
        + "or in one that ran before. Capitals count: `w` and `W` are two names.",
      es: "Un nombre necesita un significado antes de usarse: con `let`, `var`, `param`, `fn` o `model`, en esta celda "
        + "o en una que ya se ejecutó. Las mayúsculas cuentan: `w` y `W` son dos nombres.",
      pt: "Um nome precisa de um significado antes de ser usado: com `let`, `var`, `param`, `fn` ou `model`, nesta "
        + "célula ou em uma que já rodou. Maiúsculas contam: `w` e `W` são dois nomes."),
    mend: Words(
      en: "Write the name as it was made: `height`.",
      es: "Escribe el nombre como se creó: `height`.",
      pt: "Escreva o nome como foi criado: `height`."),
    example: "let height = 3\nhieght + 1")

  package static let unknownNameInFunction = DiagnosticRow(
    "E0302", severity: .warning,
    message: Words(
      en: "there is nothing called `{name}` yet",
      es: "todavía no hay nada que se llame `{name}`",
      pt: "ainda não há nada chamado `{name}`"),
    label: Words(en: "unknown so far", es: "desconocido hasta ahora", pt: "desconhecido até agora"),
    help: Words(
      en: "A function looks its names up when it runs, so `{name}` must exist by then.",
      es: "Una función busca sus nombres al ejecutarse: para entonces `{name}` tiene que existir.",
      pt: "Uma função procura seus nomes quando roda: até lá `{name}` precisa existir."),
    meaning: Words(
      en: "The names of the session that a function uses are looked up each time it runs. This one does not exist yet. "
        + "That is fine if a later cell makes it before the function is called; often it is a slip of the pen.",
      es: "Los nombres de la sesión que usa una función se buscan cada vez que se ejecuta. Este todavía no existe. "
        + "Está bien si otra celda lo crea antes de llamar a la función; muchas veces es un simple error al escribir.",
      pt: "Os nomes da sessão que uma função usa são procurados cada vez que ela roda. Este ainda não existe. Tudo bem "
        + "se outra célula o criar antes de a função ser chamada; muitas vezes é só um erro de digitação."),
    mend: Words(
      en: "Write `width`, the name of the parameter.",
      es: "Escribe `width`, el nombre del parámetro.",
      pt: "Escreva `width`, o nome do parâmetro."),
    example: "fn area(width, height) = widht * height")

  package static let nameTooEarly = DiagnosticRow(
    "E0303",
    message: Words(
      en: "`{name}` is used before it is made",
      es: "`{name}` se usa antes de crearse",
      pt: "`{name}` é usado antes de ser criado"),
    label: Words(en: "too early", es: "demasiado pronto", pt: "cedo demais"),
    help: Words(
      en: "Move the line that makes it above this one.",
      es: "Pon la línea que lo crea antes que esta.",
      pt: "Coloque a linha que o cria antes desta."),
    meaning: Words(
      en: "Lines run from top to bottom, and a name exists from the line that makes it. Inside a function, a local "
        + "function keeps the values it finds when it is made, so what it uses has to stand above it.",
      es: "Las líneas se ejecutan de arriba abajo, y un nombre existe desde la línea que lo crea. Dentro de una "
        + "función, una función local guarda los valores que encuentra al crearse: lo que usa tiene que estar antes.",
      pt: "As linhas rodam de cima para baixo, e um nome existe a partir da linha que o cria. Dentro de uma função, "
        + "uma função local guarda os valores que encontra ao ser criada: o que ela usa precisa vir antes."),
    mend: Words(en: "Swap the two lines.", es: "Intercambia las dos líneas.", pt: "Troque as duas linhas de lugar."),
    example: "let area = width * 2\nlet width = 3")

  package static let memberTooEarly = DiagnosticRow(
    "E0304",
    message: Words(
      en: "`{name}` stands further down in the model",
      es: "`{name}` está más abajo en el modelo",
      pt: "`{name}` está mais abaixo no modelo"),
    label: Words(en: "not made yet here", es: "aquí todavía no existe", pt: "aqui ainda não existe"),
    help: Words(
      en: "Move `{name}` up, above what uses it.",
      es: "Sube `{name}`, antes de lo que lo usa.",
      pt: "Suba `{name}` para antes de quem o usa."),
    meaning: Words(
      en: "A model is built from top to bottom: each member can use those above it. A function may also call itself, "
        + "but not one that comes later.",
      es: "Un modelo se construye de arriba abajo: cada miembro puede usar los que tiene encima. Una función también "
        + "puede llamarse a sí misma, pero no a una que viene después.",
      pt: "Um modelo é construído de cima para baixo: cada membro pode usar os que estão acima dele. Uma função também "
        + "pode chamar a si mesma, mas não uma que vem depois."),
    mend: Words(
      en: "Put `fn square` above `fn twice`.",
      es: "Pon `fn square` antes de `fn twice`.",
      pt: "Coloque `fn square` antes de `fn twice`."),
    example: "model Powers() {\n  fn twice(x) = squared(squared(x))\n  fn squared(x) = x * x\n}")

  package static let nameEnded = DiagnosticRow(
    "E0305",
    message: Words(
      en: "`{name}` lived only inside its block",
      es: "`{name}` solo vivía dentro de su bloque",
      pt: "`{name}` só vivia dentro do seu bloco"),
    label: Words(en: "gone by now", es: "aquí ya no existe", pt: "aqui já não existe"),
    help: Words(
      en: "To keep it, write `var {name} = …` before the block and `{name} = …` inside.",
      es: "Para conservarlo, escribe `var {name} = …` antes del bloque y `{name} = …` dentro.",
      pt: "Para guardá-lo, escreva `var {name} = …` antes do bloco e `{name} = …` dentro."),
    meaning: Words(
      en: "What is made between `{` and `}` of an `if` or a loop ends there; so does a loop's own name. A value that "
        + "is needed afterwards has to be a `var` made before.",
      es: "Lo que se crea entre `{` y `}` de un `if` o de un bucle termina ahí, y el nombre propio del bucle también. "
        + "Un valor que hace falta después tiene que ser una `var` creada antes.",
      pt: "O que é criado entre `{` e `}` de um `if` ou de um laço termina ali, e o nome do próprio laço também. Um "
        + "valor que faz falta depois precisa ser uma `var` criada antes."),
    mend: Words(
      en: "Begin with `var last = 0`, and write `last = i * i` in the loop.",
      es: "Empieza con `var last = 0` y escribe `last = i * i` en el bucle.",
      pt: "Comece com `var last = 0` e escreva `last = i * i` no laço."),
    example: "for i in 0..3 { let last = i * i }\nlast")

  package static let nameTwice = DiagnosticRow(
    "E0306",
    message: Words(
      en: "`{name}` stands here twice", es: "`{name}` aparece aquí dos veces", pt: "`{name}` aparece aqui duas vezes"),
    label: Words(en: "and here again", es: "y aquí otra vez", pt: "e aqui de novo"),
    help: Words(
      en: "Give each value a name of its own, or `_` if nobody needs it.",
      es: "Dale a cada valor un nombre propio, o `_` si nadie lo necesita.",
      pt: "Dê a cada valor um nome próprio, ou `_` se ninguém precisa dele."),
    meaning: Words(
      en: "The names of one list of parameters, or of one pattern, receive their values together; two values cannot go "
        + "to the same name.",
      es: "Los nombres de una lista de parámetros, o de un patrón, reciben sus valores a la vez; dos valores no pueden "
        + "ir al mismo nombre.",
      pt: "Os nomes de uma lista de parâmetros, ou de um padrão, recebem seus valores juntos; dois valores não podem "
        + "ir para o mesmo nome."),
    mend: Words(
      en: "Name the second one differently: `fn add(a, b) = a + b`.",
      es: "Llama de otro modo al segundo: `fn add(a, b) = a + b`.",
      pt: "Dê outro nome ao segundo: `fn add(a, b) = a + b`."),
    example: "fn add(a, a) = a + a")
}
