// Parts of expressions that do not go together, and limits on how deep a program may be.

extension DiagnosticRow {
  package static let rangeOfRange = DiagnosticRow(
    "E0139",
    message: Words(
      en: "a range has two ends and, after `by`, a step", es: "un rango tiene dos extremos y, tras `by`, un paso",
      pt: "um intervalo tem dois extremos e, depois de `by`, um passo"),
    meaning: Words(
      en: "`a..b` cannot be followed by another `..`. The step has a word of its own.",
      es: "A `a..b` no le puede seguir otro `..`. El paso tiene su propia palabra.",
      pt: "Depois de `a..b` não pode vir outro `..`. O passo tem sua própria palavra."),
    mend: Words(en: "Write `0..10 by 2`.", es: "Escribe `0..10 by 2`.", pt: "Escreva `0..10 by 2`."),
    example: "for i in 0..2..10 { print i }")

  package static let openRange = DiagnosticRow(
    "E0140",
    message: Words(
      en: "a range without an end is only possible inside an index",
      es: "un rango sin final solo es posible dentro de un índice",
      pt: "um intervalo sem fim só é possível dentro de um índice"),
    meaning: Words(
      en: "In `x[2..]` the axis of `x` tells where the range ends; elsewhere nothing does.",
      es: "En `x[2..]` el eje de `x` dice dónde termina el rango; en otro lugar nada lo dice.",
      pt: "Em `x[2..]` o eixo de `x` diz onde o intervalo termina; em outro lugar nada diz."),
    mend: Words(
      en: "Write the end: `mean(2..5)`.", es: "Escribe el final: `mean(2..5)`.", pt: "Escreva o fim: `mean(2..5)`."),
    example: "let r = [2.., 3]")

  package static let withinNeedsNear = DiagnosticRow(
    "E0141",
    message: Words(
      en: "`within` goes with `≈` only", es: "`within` solo acompaña a `≈`", pt: "`within` só acompanha `≈`"),
    help: Words(
      en: "Write `a ≈ b within d`; `≈` can be typed `~=`.", es: "Escribe `a ≈ b within d`; `≈` se puede teclear `~=`.",
      pt: "Escreva `a ≈ b within d`; `≈` pode ser digitado `~=`."),
    meaning: Words(
      en: "`within` says how far apart two values may be that are to be nearly equal. `==` and `<` are exact.",
      es: "`within` dice cuánto pueden diferir dos valores casi iguales. `==` y `<` son exactos.",
      pt: "`within` diz quanto podem diferir dois valores quase iguais. `==` e `<` são exatos."),
    mend: Words(
      en: "Write `0.1 + 0.2 ≈ 0.3 within 1e-9`.", es: "Escribe `0.1 + 0.2 ≈ 0.3 within 1e-9`.",
      pt: "Escreva `0.1 + 0.2 ≈ 0.3 within 1e-9`."),
    example: "0.1 + 0.2 == 0.3 within 1e-9")

  package static let needsParentheses = DiagnosticRow(
    "E0142",
    message: Words(
      en: "what begins with `{found}` needs parentheses here",
      es: "lo que empieza con `{found}` necesita paréntesis aquí",
      pt: "o que começa com `{found}` precisa de parênteses aqui"),
    meaning: Words(
      en:
        "`not`, functions and learning steps take all that follows them, so after a tighter operator it would be hard "
        + "to tell where they end.",
      es:
        "`not`, las funciones y los pasos de aprendizaje abarcan todo lo que sigue; tras un operador más fuerte no se "
        + "vería dónde terminan.",
      pt:
        "`not`, as funções e os passos de aprendizado abrangem tudo o que segue; depois de um operador mais forte não "
        + "se veria onde terminam."
    ),
    mend: Words(
      en: "Write `true == (not false)`.", es: "Escribe `true == (not false)`.", pt: "Escreva `true == (not false)`."),
    example: "true == not false")

  package static let gradientOfWhat = DiagnosticRow(
    "E0143",
    message: Words(
      en: "after `∇` comes a function: `∇f` or `∇(x -> …)`", es: "después de `∇` va una función: `∇f` o `∇(x -> …)`",
      pt: "depois de `∇` vem uma função: `∇f` ou `∇(x -> …)`"),
    meaning: Words(
      en: "`∇f` is the gradient of `f`, itself a function: `∇f(x)` is its value at `x`.",
      es: "`∇f` es el gradiente de `f`, que a su vez es una función: `∇f(x)` es su valor en `x`.",
      pt: "`∇f` é o gradiente de `f`, que também é uma função: `∇f(x)` é o seu valor em `x`."),
    mend: Words(en: "Write `∇exp(1)`.", es: "Escribe `∇exp(1)`.", pt: "Escreva `∇exp(1)`."),
    example: "∇3")

  package static let comprehensionInCall = DiagnosticRow(
    "E0144",
    message: Words(
      en: "a list with `for` needs its own square brackets", es: "una lista con `for` necesita sus propios corchetes",
      pt: "uma lista com `for` precisa dos seus próprios colchetes"),
    meaning: Words(
      en: "`[e for x in xs]` makes a tensor, `(e for x in xs)` a tuple; the parentheses of a call are neither.",
      es:
        "`[e for x in xs]` hace un tensor y `(e for x in xs)` una tupla; los paréntesis de una llamada no son ni lo "
        + "uno ni lo otro.",
      pt:
        "`[e for x in xs]` faz um tensor e `(e for x in xs)` uma tupla; os parênteses de uma chamada não são nem um "
        + "nem outro."
    ),
    mend: Words(
      en: "Write `sum([i^2 for i in 0..3])`.", es: "Escribe `sum([i^2 for i in 0..3])`.",
      pt: "Escreva `sum([i^2 for i in 0..3])`."),
    example: "sum(i^2 for i in 0..3)")

  package static let comprehensionOfSeveral = DiagnosticRow(
    "E0145",
    message: Words(
      en: "only one value can stand before `for`", es: "antes de `for` solo puede ir un valor",
      pt: "antes de `for` só pode vir um valor"),
    help: Words(
      en: "Put several into brackets: `[[a, b] for …]`.",
      es: "Si son varios, ponlos entre corchetes: `[[a, b] for …]`.",
      pt: "Se forem vários, coloque-os entre colchetes: `[[a, b] for …]`."),
    meaning: Words(
      en: "A list with `for` has one value for each turn; that value may itself be a tensor or a tuple.",
      es: "Una lista con `for` tiene un valor por vuelta; ese valor puede ser a su vez un tensor o una tupla.",
      pt: "Uma lista com `for` tem um valor por volta; esse valor pode ser ele mesmo um tensor ou uma tupla."),
    mend: Words(
      en: "Write `[[i, i^2] for i in 0..3]`.", es: "Escribe `[[i, i^2] for i in 0..3]`.",
      pt: "Escreva `[[i, i^2] for i in 0..3]`."),
    example: "[i, i^2 for i in 0..3]")

  package static let dotsTwice = DiagnosticRow(
    "E0146",
    message: Words(
      en: "`...` can stand only once in a shape", es: "`...` puede aparecer una sola vez en una forma",
      pt: "`...` pode aparecer uma só vez em uma forma"),
    meaning: Words(
      en: "`...` stands for all axes that are not listed; with two of them nobody could tell which axes are where.",
      es: "`...` vale por todos los ejes no nombrados; con dos no se sabría qué eje va dónde.",
      pt: "`...` vale por todos os eixos não listados; com dois não se saberia que eixo fica onde."),
    mend: Words(
      en: "Keep one: `[..., n]`.", es: "Deja uno: `[..., n]`.", pt: "Deixe um: `[..., n]`."),
    example: "fn f(x: [..., n, ...]) = x")

  package static let sizeNotWhole = DiagnosticRow(
    "E0147",
    message: Words(
      en: "{size} is not a size: sizes are whole numbers",
      es: "{size} no es un tamaño: los tamaños son números enteros",
      pt: "{size} não é um tamanho: tamanhos são números inteiros"),
    meaning: Words(
      en: "A size counts the elements along an axis.", es: "Un tamaño cuenta los elementos a lo largo de un eje.",
      pt: "Um tamanho conta os elementos ao longo de um eixo."),
    mend: Words(
      en: "Write a whole number or a name: `[3]`, `[n]`.", es: "Escribe un número entero o un nombre: `[3]`, `[n]`.",
      pt: "Escreva um número inteiro ou um nome: `[3]`, `[n]`."),
    example: "fn f(x: [2.5]) = x")

  package static let nestedTooDeeply = DiagnosticRow(
    "E0148",
    message: Words(
      en: "this is nested more than {limit} levels deep", es: "esto está anidado a más de {limit} niveles",
      pt: "isto está aninhado em mais de {limit} níveis"),
    help: Words(
      en: "Give the inner parts names of their own.", es: "Ponles nombre a las partes de adentro.",
      pt: "Dê nomes às partes de dentro."),
    meaning: Words(
      en: "Parts inside parts inside parts: neither people nor the parser follow for ever.",
      es: "Partes dentro de partes dentro de partes: ni las personas ni el analizador pueden seguir para siempre.",
      pt: "Partes dentro de partes dentro de partes: nem as pessoas nem o analisador acompanham para sempre."),
    mend: Words(
      en: "Break the expression up with `let`.", es: "Divide la expresión con `let`.",
      pt: "Divida a expressão com `let`."),
    example: String(repeating: "(", count: 300) + "1" + String(repeating: ")", count: 300))

  package static let chainTooLong = DiagnosticRow(
    "E0149",
    message: Words(
      en: "this chain has more than {limit} links", es: "esta cadena tiene más de {limit} eslabones",
      pt: "esta cadeia tem mais de {limit} elos"),
    help: Words(
      en: "Put the values into a tensor and use `sum` or a loop.",
      es: "Pon los valores en un tensor y usa `sum` o un bucle.",
      pt: "Coloque os valores em um tensor e use `sum` ou um laço."),
    meaning: Words(
      en: "Each operator in a row makes the expression one level deeper, and there is a limit to that.",
      es: "Cada operador seguido hace la expresión un nivel más profunda, y eso tiene un límite.",
      pt: "Cada operador em sequência deixa a expressão um nível mais funda, e isso tem um limite."),
    mend: Words(
      en: "Write `sum([1, 1, 1])` instead of `1 + 1 + 1`.", es: "Escribe `sum([1, 1, 1])` en vez de `1 + 1 + 1`.",
      pt: "Escreva `sum([1, 1, 1])` em vez de `1 + 1 + 1`."),
    example: "1" + String(repeating: " + 1", count: 1100))

  package static let lineBeginsWithSign = DiagnosticRow(
    "E0151",
    message: Words(
      en: "a line cannot begin with `{found}`", es: "una línea no puede empezar con `{found}`",
      pt: "uma linha não pode começar com `{found}`"),
    help: Words(
      en: "End the line before with `{found}`, or put the whole into parentheses.",
      es: "Termina la línea anterior con `{found}`, o pon todo entre paréntesis.",
      pt: "Termine a linha anterior com `{found}`, ou coloque tudo entre parênteses."),
    meaning: Words(
      en:
        "A statement ends with its line, unless the line ends in an operator or an open bracket. Only lines that begin "
        + "with `.`, `>>` or `|>` continue the one before.",
      es:
        "Una instrucción termina con su línea, salvo que esta acabe en un operador o algo quede abierto. Solo las "
        + "líneas que empiezan con `.`, `>>` o `|>` continúan la anterior.",
      pt:
        "Um comando termina com a sua linha, a não ser que ela acabe em um operador ou algo fique aberto. Só as linhas "
        + "que começam com `.`, `>>` ou `|>` continuam a anterior."
    ),
    mend: Words(
      en: "Write the `+` at the end of the first line.", es: "Escribe el `+` al final de la primera línea.",
      pt: "Escreva o `+` no fim da primeira linha."),
    example: "let total = 1\n    + 2")
}
