// Words and parts of a program that stand where they cannot stand.

extension DiagnosticRow {
  package static let reservedWord = DiagnosticRow(
    "E0125",
    message: Words(
      en: "`{word}` is a word of the language and cannot be a name",
      es: "`{word}` es una palabra del lenguaje y no puede ser un nombre",
      pt: "`{word}` é uma palavra da linguagem e não pode ser um nome"),
    help: Words(
      en: "Take another name, for instance `{word}_`.", es: "Elige otro nombre, por ejemplo `{word}_`.",
      pt: "Escolha outro nome, por exemplo `{word}_`."),
    meaning: Words(
      en: "Words that begin statements, and `and or not mod in else true false`, always mean the same.",
      es:
        "Las palabras que empiezan instrucciones, y `and or not mod in else true false`, siempre significan lo mismo.",
      pt: "As palavras que começam comandos, e `and or not mod in else true false`, significam sempre o mesmo."),
    mend: Words(en: "Write `let net = 3`.", es: "Escribe `let net = 3`.", pt: "Escreva `let net = 3`."),
    example: "let model = 3")

  package static let statementAsValue = DiagnosticRow(
    "E0126",
    message: Words(
      en: "`{word}` begins a statement; it is not a value", es: "`{word}` empieza una instrucción; no es un valor",
      pt: "`{word}` começa um comando; não é um valor"),
    help: Words(
      en: "Inside a function put it in a block: `x -> \\{ … }`.",
      es: "Dentro de una función ponla en un bloque: `x -> \\{ … }`.",
      pt: "Dentro de uma função, coloque-o em um bloco: `x -> \\{ … }`."),
    meaning: Words(
      en: "Statements do something and have no value, so they cannot be part of an expression.",
      es: "Las instrucciones hacen algo y no tienen valor, así que no pueden ser parte de una expresión.",
      pt: "Comandos fazem algo e não têm valor, então não podem fazer parte de uma expressão."),
    mend: Words(
      en: "Write `let show = x -> \\{ print x }`.", es: "Escribe `let show = x -> \\{ print x }`.",
      pt: "Escreva `let show = x -> \\{ print x }`."),
    example: "let show = x -> print x")

  package static let namedFunctionAsValue = DiagnosticRow(
    "E0127",
    message: Words(
      en: "a function inside an expression has no name: `fn (x) = …`",
      es: "una función dentro de una expresión no lleva nombre: `fn (x) = …`",
      pt: "uma função dentro de uma expressão não tem nome: `fn (x) = …`"),
    meaning: Words(
      en: "`fn f(…)` with a name is a statement of its own; as a value write `fn (x) = …` or `x -> …`.",
      es: "`fn f(…)` con nombre es una instrucción aparte; como valor escribe `fn (x) = …` o `x -> …`.",
      pt: "`fn f(…)` com nome é um comando à parte; como valor escreva `fn (x) = …` ou `x -> …`."),
    mend: Words(
      en: "Write `let f = fn (x) = 2 * x`.", es: "Escribe `let f = fn (x) = 2 * x`.",
      pt: "Escreva `let f = fn (x) = 2 * x`."),
    example: "let f = fn twice(x) = 2 * x")

  package static let bindingWithoutValue = DiagnosticRow(
    "E0128",
    message: Words(
      en: "`{word} {name}` needs a value: `{word} {name} = …`",
      es: "`{word} {name}` necesita un valor: `{word} {name} = …`",
      pt: "`{word} {name}` precisa de um valor: `{word} {name} = …`"),
    meaning: Words(
      en: "A name always has a value from the start; there is nothing to declare before.",
      es: "Un nombre tiene valor desde el principio; no hay nada que declarar antes.",
      pt: "Um nome tem valor desde o começo; não há nada a declarar antes."),
    mend: Words(
      en: "Write `var total = 0`.", es: "Escribe `var total = 0`.", pt: "Escreva `var total = 0`."),
    example: "var total;")

  package static let assignmentToPart = DiagnosticRow(
    "E0129",
    message: Words(
      en: "values never change: a part cannot be assigned", es: "los valores no cambian: no se puede asignar una parte",
      pt: "valores não mudam: não dá para atribuir uma parte"),
    help: Words(
      en: "Make a new value and bind the name again: `x = where(…)`, `[… for …]`.",
      es: "Crea un valor nuevo y vuelve a ligar el nombre: `x = where(…)`, `[… for …]`.",
      pt: "Crie um valor novo e ligue o nome de novo: `x = where(…)`, `[… for …]`."),
    meaning: Words(
      en:
        "Tensors and tuples are immutable, so what was computed from them stays true. Only a `var` can be bound again.",
      es:
        "Los tensores y las tuplas son inmutables, así lo calculado con ellos sigue valiendo. Solo un `var` puede "
        + "ligarse otra vez.",
      pt:
        "Tensores e tuplas são imutáveis, assim o que foi calculado com eles continua valendo. Só um `var` pode ser "
        + "ligado de novo."
    ),
    mend: Words(
      en: "Write the new value out: `x = [5, 2]`.", es: "Escribe el valor nuevo: `x = [5, 2]`.",
      pt: "Escreva o valor novo: `x = [5, 2]`."),
    example: "var x = [1, 2]\nx[0] = 5")

  package static let drawWithoutLet = DiagnosticRow(
    "E0130",
    message: Words(
      en: "a draw needs `let`: `let z ~ q`", es: "un sorteo necesita `let`: `let z ~ q`",
      pt: "um sorteio precisa de `let`: `let z ~ q`"),
    meaning: Words(
      en: "`~` draws from a distribution and gives the draw a new name.",
      es: "`~` sortea de una distribución y le da al resultado un nombre nuevo.",
      pt: "`~` sorteia de uma distribuição e dá ao resultado um nome novo."),
    mend: Words(
      en: "Put `let` before the name.", es: "Pon `let` antes del nombre.", pt: "Coloque `let` antes do nome."),
    example: "z ~ Normal(0, 1)")

  package static let nothingAsValue = DiagnosticRow(
    "E0131",
    message: Words(
      en: "`_` keeps nothing, so it has no value", es: "`_` no guarda nada, así que no tiene valor",
      pt: "`_` não guarda nada, então não tem valor"),
    meaning: Words(
      en: "`_` stands for a part that is not wanted: `let (_, b) = pair`. To use a value, give it a name.",
      es: "`_` ocupa el lugar de una parte que no se quiere: `let (_, b) = pair`. Para usar un valor, dale un nombre.",
      pt: "`_` fica no lugar de uma parte que não interessa: `let (_, b) = pair`. Para usar um valor, dê um nome a ele."
    ),
    mend: Words(
      en: "Write a name in the place of `_`.", es: "Escribe un nombre en lugar de `_`.",
      pt: "Escreva um nome no lugar de `_`."),
    example: "let a = 2 * _ + 1")

  package static let arrowIsShape = DiagnosticRow(
    "E0132",
    message: Words(
      en: "after `fn (…)` an arrow gives the shape of the result",
      es: "después de `fn (…)` una flecha da la forma del resultado",
      pt: "depois de `fn (…)` uma seta dá a forma do resultado"),
    help: Words(
      en: "What the function does comes after `=`.", es: "Lo que hace la función va después de `=`.",
      pt: "O que a função faz vem depois de `=`."),
    meaning: Words(
      en: "`fn f(x) -> [n] = …` states a shape; `x -> …` is a function without `fn`.",
      es: "`fn f(x) -> [n] = …` declara una forma; `x -> …` es una función sin `fn`.",
      pt: "`fn f(x) -> [n] = …` declara uma forma; `x -> …` é uma função sem `fn`."),
    mend: Words(
      en: "Write `fn double(x) = 2 * "
        + "x`.", es: "Escribe `fn double(x) = 2 * x`.", pt: "Escreva `fn double(x) = 2 * x`."),
    example: "fn double(x) -> 2 * x")

  package static let lambdaParameters = DiagnosticRow(
    "E0133",
    message: Words(
      en: "before `->` stand bare names only", es: "antes de `->` solo van nombres", pt: "antes de `->` só vão nomes"),
    help: Words(
      en: "For shapes and default values write `fn (x: [n], k = 1) = …`.",
      es: "Para formas y valores por omisión escribe `fn (x: [n], k = 1) = …`.",
      pt: "Para formas e valores padrão escreva `fn (x: [n], k = 1) = …`."),
    meaning: Words(
      en: "`x -> …` and `(a, b) -> …` are the short way to write a function; all else needs `fn`.",
      es: "`x -> …` y `(a, b) -> …` son la forma breve de escribir una función; lo demás necesita `fn`.",
      pt: "`x -> …` e `(a, b) -> …` são o jeito curto de escrever uma função; o resto precisa de `fn`."),
    mend: Words(
      en: "Write `fn (x, k = 2) = x * k`.", es: "Escribe `fn (x, k = 2) = x * k`.",
      pt: "Escreva `fn (x, k = 2) = x * k`."),
    example: "let f = (x, k = 2) -> x * k")

  package static let notAMember = DiagnosticRow(
    "E0134",
    message: Words(
      en: "a model holds only `param`, `state`, `let` and `fn`",
      es: "un modelo contiene solo `param`, `state`, `let` y `fn`",
      pt: "um modelo contém só `param`, `state`, `let` e `fn`"),
    meaning: Words(
      en: "The braces of a model list what it is made of. What it does stands in its functions.",
      es: "Las llaves de un modelo enumeran de qué está hecho. Lo que hace va en sus funciones.",
      pt: "As chaves de um modelo listam do que ele é feito. O que ele faz fica nas suas funções."),
    mend: Words(
      en: "Move the statement into a function of the model, or out of the model.",
      es: "Pasa la instrucción a una función del modelo, o fuera de él.",
      pt: "Mova o comando para uma função do modelo, ou para fora dele."),
    example: "model Line() {\n    param a = 1.0\n    print a\n}")

  package static let strayElse = DiagnosticRow(
    "E0135",
    message: Words(
      en: "this `else` has no `if` before it", es: "este `else` no tiene un `if` antes",
      pt: "este `else` não tem um `if` antes"),
    meaning: Words(
      en: "`else` follows the closing brace of an `if`, on the same line or at the beginning of the next.",
      es: "`else` sigue a la llave de cierre de un `if`, en la misma línea o al comienzo de la siguiente.",
      pt: "`else` vem depois da chave que fecha um `if`, na mesma linha ou no começo da seguinte."),
    mend: Words(
      en: "Write `if … \\{ … } else \\{ … }`.", es: "Escribe `if … \\{ … } else \\{ … }`.",
      pt: "Escreva `if … \\{ … } else \\{ … }`."),
    example: "print 1\nelse { print 2 }")

  package static let learningPart = DiagnosticRow(
    "E0136",
    message: Words(
      en: "`{word}` lacks its `{part}`: `{word} loss over parameters with optimizer`",
      es: "a `{word}` le falta su `{part}`: `{word} loss over parameters with optimizer`",
      pt: "falta o `{part}` de `{word}`: `{word} loss over parameters with optimizer`"),
    meaning: Words(
      en: "A learning step says what goes down (or up), which parameters move, and by which recipe.",
      es: "Un paso de aprendizaje dice qué baja (o sube), qué parámetros se mueven y con qué receta.",
      pt: "Um passo de aprendizado diz o que desce (ou sobe), que parâmetros se movem e com que receita."),
    mend: Words(
      en: "Write `descend w^2 over w with sgd(0.1)`.", es: "Escribe `descend w^2 over w with sgd(0.1)`.",
      pt: "Escreva `descend w^2 over w with sgd(0.1)`."),
    example: "param w = 1.0\ndescend w^2 with sgd(0.1)")

  package static let updateWithoutBy = DiagnosticRow(
    "E0137",
    message: Words(
      en: "`update` needs `by` and a function: `update w by w -> …`",
      es: "`update` necesita `by` y una función: `update w by w -> …`",
      pt: "`update` precisa de `by` e de uma função: `update w by w -> …`"),
    meaning: Words(
      en: "`update` gives parameters new values, worked out from the present ones by a function.",
      es: "`update` da a los parámetros valores nuevos, que una función calcula a partir de los actuales.",
      pt: "`update` dá aos parâmetros valores novos, que uma função calcula a partir dos atuais."),
    mend: Words(
      en: "Write `update w by w -> w / 2`.", es: "Escribe `update w by w -> w / 2`.",
      pt: "Escreva `update w by w -> w / 2`."),
    example: "param w = 1.0\nupdate w = w / 2")

  package static let usePath = DiagnosticRow(
    "E0138",
    message: Words(
      en: "`use` takes the name of a file in quotes: `use \"file.aula\"`",
      es: "`use` lleva el nombre de un archivo entre comillas: `use \"file.aula\"`",
      pt: "`use` leva o nome de um arquivo entre aspas: `use \"file.aula\"`"),
    meaning: Words(
      en: "`use` reads another file; its name is a plain text without values in it.",
      es: "`use` lee otro archivo; su nombre es un texto simple, sin valores dentro.",
      pt: "`use` lê outro arquivo; seu nome é um texto simples, sem valores dentro."),
    mend: Words(
      en: "Put the name in quotes.", es: "Pon el nombre entre comillas.", pt: "Coloque o nome entre aspas."),
    example: "use layers")
}
