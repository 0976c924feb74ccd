// Blocks, loops, ranges and matrices as other languages write them, answered with ours.

extension DiagnosticRow {
  package static let blockWord = DiagnosticRow(
    "E0242",
    message: Words(
      en: "blocks stand between braces: no `{found}`",
      es: "los bloques van entre llaves: sin `{found}`", pt: "blocos ficam entre chaves: sem `{found}`"),
    meaning: Words(
      en: "`if c \\{ … }`, `while c \\{ … }`, `for x in xs \\{ … }`: the braces begin and end the block.",
      es: "`if c \\{ … }`, `while c \\{ … }`, `for x in xs \\{ … }`: las llaves empiezan y terminan el bloque.",
      pt: "`if c \\{ … }`, `while c \\{ … }`, `for x in xs \\{ … }`: as chaves começam e terminam o bloco."),
    mend: Words(
      en: "Write `if 2 > 1 \\{ print 1 }`.",
      es: "Escribe `if 2 > 1 \\{ print 1 }`.", pt: "Escreva `if 2 > 1 \\{ print 1 }`."),
    example: "if 2 > 1 then { print 1 }")

  package static let colonBlock = DiagnosticRow(
    "E0243",
    message: Words(
      en: "a block stands between braces: `{word} … \\{ … }`",
      es: "un bloque va entre llaves: `{word} … \\{ … }`", pt: "um bloco fica entre chaves: `{word} … \\{ … }`"),
    meaning: Words(
      en: "Python opens a block with a colon and indents it; Aula has braces, and indentation means nothing.",
      es: "Python abre un bloque con dos puntos y sangría; Aula usa llaves, y la sangría no significa nada.",
      pt: "Python abre um bloco com dois-pontos e recuo; Aula usa chaves, e o recuo não significa nada."),
    mend: Words(
      en: "Write `if 2 > 1 \\{ print 1 }`.",
      es: "Escribe `if 2 > 1 \\{ print 1 }`.", pt: "Escreva `if 2 > 1 \\{ print 1 }`."),
    example: "if 2 > 1:\n    print 1")

  package static let colonRange = DiagnosticRow(
    "E0244",
    message: Words(
      en: "a range is written `a..b`, and `b` is not in it",
      es: "un rango se escribe `a..b`, y `b` no está incluido",
      pt: "um intervalo se escreve `a..b`, e `b` não está incluído"),
    meaning: Words(
      en: "Octave and Julia write `1:10` with both ends; `1..11` holds the same numbers. With a step: `0..10 by 2`.",
      es:
        "Octave y Julia escriben `1:10` con ambos extremos; `1..11` tiene los mismos números. Con paso: `0..10 by 2`.",
      pt: "Octave e Julia escrevem `1:10` com os dois extremos; `1..11` tem os mesmos números. Com passo: `0..10 by 2`."
    ),
    mend: Words(en: "Write `let r = 1..11`.", es: "Escribe `let r = 1..11`.", pt: "Escreva `let r = 1..11`."),
    example: "let r = 1:10")

  package static let colonSlice = DiagnosticRow(
    "E0245",
    message: Words(
      en: "a slice is written with dots: `{wanted}`",
      es: "un corte se escribe con puntos: `{wanted}`", pt: "um corte se escreve com pontos: `{wanted}`"),
    meaning: Words(
      en:
        "`x[1..3]` holds positions 1 and 2, as Python's `x[1:3]` does; positions count from 0. A lone `:` is a whole "
        + "axis.",
      es:
        "`x[1..3]` tiene las posiciones 1 y 2, como `x[1:3]` en Python; se cuenta desde 0. Un `:` solo es el eje "
        + "completo.",
      pt:
        "`x[1..3]` tem as posições 1 e 2, como `x[1:3]` em Python; conta-se a partir de 0. Um `:` sozinho é o eixo "
        + "inteiro."
    ),
    mend: Words(en: "Write `x[1..3]`.", es: "Escribe `x[1..3]`.", pt: "Escreva `x[1..3]`."),
    example: "let x = [1, 2, 3]\nx[1:3]")

  package static let loopEquals = DiagnosticRow(
    "E0246",
    message: Words(
      en: "a loop is written `for x in …`",
      es: "un bucle se escribe `for x in …`", pt: "um laço se escreve `for x in …`"),
    meaning: Words(
      en: "`for i in 1..11` goes through 1 to 10: the end of a range is not in it.",
      es: "`for i in 1..11` recorre de 1 a 10: el final de un rango no está incluido.",
      pt: "`for i in 1..11` percorre de 1 a 10: o fim de um intervalo não está incluído."),
    mend: Words(
      en: "Write `for i in 1..11 \\{ print i }`.",
      es: "Escribe `for i in 1..11 \\{ print i }`.", pt: "Escreva `for i in 1..11 \\{ print i }`."),
    example: "for i = 1:10 { print i }")

  package static let loopParentheses = DiagnosticRow(
    "E0247",
    message: Words(
      en: "a loop has no parentheses: `for x in xs \\{ … }`",
      es: "un bucle va sin paréntesis: `for x in xs \\{ … }`",
      pt: "um laço não leva parênteses: `for x in xs \\{ … }`"),
    meaning: Words(
      en: "After `for` stands a name, `in`, what it goes through, and a block.",
      es: "Tras `for` va un nombre, `in`, lo que se recorre y un bloque.",
      pt: "Depois de `for` vem um nome, `in`, o que se percorre e um bloco."),
    mend: Words(
      en: "Write `for i in 0..3 \\{ print i }`.",
      es: "Escribe `for i in 0..3 \\{ print i }`.", pt: "Escreva `for i in 0..3 \\{ print i }`."),
    example: "for (i in 0..3) { print i }")

  package static let ternary = DiagnosticRow(
    "E0248",
    message: Words(
      en: "a choice is written `if c \\{ a } else \\{ b }`",
      es: "una elección se escribe `if c \\{ a } else \\{ b }`",
      pt: "uma escolha se escreve `if c \\{ a } else \\{ b }`"),
    meaning: Words(
      en: "`if` is an expression: it has a value where one is needed. Element by element, `where(c, a, b)` chooses.",
      es: "`if` es una expresión: tiene valor donde haga falta. Elemento a elemento elige `where(c, a, b)`.",
      pt: "`if` é uma expressão: tem valor onde for preciso. Elemento a elemento, `where(c, a, b)` escolhe."),
    mend: Words(
      en: "Write `let s = if 2 > 1 \\{ 1 } else \\{ 0 }`.",
      es: "Escribe `let s = if 2 > 1 \\{ 1 } else \\{ 0 }`.", pt: "Escreva `let s = if 2 > 1 \\{ 1 } else \\{ 0 }`."),
    example: "let s = 2 > 1 ? 1 : 0")

  package static let semicolonRows = DiagnosticRow(
    "E0249",
    message: Words(
      en: "rows have brackets of their own: `[[1, 2], [3, 4]]`",
      es: "cada fila lleva sus corchetes: `[[1, 2], [3, 4]]`",
      pt: "cada linha leva seus colchetes: `[[1, 2], [3, 4]]`"),
    meaning: Words(
      en: "`[…]` stacks what it holds, so a matrix is a stack of rows.",
      es: "`[…]` apila lo que contiene, así que una matriz es una pila de filas.",
      pt: "`[…]` empilha o que contém, então uma matriz é uma pilha de linhas."),
    mend: Words(en: "Write `[[1, 2], [3, 4]]`.", es: "Escribe `[[1, 2], [3, 4]]`.", pt: "Escreva `[[1, 2], [3, 4]]`."),
    example: "[1, 2; 3, 4]")

  package static let spacesInTensor = DiagnosticRow(
    "E0250",
    message: Words(
      en: "elements are separated by commas",
      es: "los elementos se separan con comas", pt: "os elementos são separados por vírgulas"),
    meaning: Words(
      en: "Octave separates elements by blanks; Aula needs commas, so that `[1 -2]` cannot mean two things.",
      es: "Octave separa los elementos con espacios; Aula pide comas, para que `[1 -2]` no signifique dos cosas.",
      pt: "Octave separa os elementos com espaços; Aula pede vírgulas, para que `[1 -2]` não signifique duas coisas."),
    mend: Words(en: "Write `[1, 2, 3]`.", es: "Escribe `[1, 2, 3]`.", pt: "Escreva `[1, 2, 3]`."),
    example: "[1 2 3]")

  package static let labelText = DiagnosticRow(
    "E0251",
    message: Words(
      en: "a label is a name, without quotes", es: "una etiqueta es un nombre, sin comillas",
      pt: "um rótulo é um nome, sem aspas"),
    help: Words(
      en: "Write `(mu: 1, sigma: 2)`. Figures take texts as names: `plot(a, b, names: (\"first\", \"second\"))`.",
      es: "Escribe `(mu: 1, sigma: 2)`. Las figuras aceptan textos así: `plot(a, b, names: (\"uno\", \"dos\"))`.",
      pt: "Escreva `(mu: 1, sigma: 2)`. As figuras aceitam textos assim: `plot(a, b, names: (\"um\", \"dois\"))`."),
    meaning: Words(
      en: "Python writes the keys of a dictionary in quotes. The labels of a tuple are names, read as `t.mu`.",
      es: "Python escribe entre comillas las claves de un diccionario. Las etiquetas de una tupla son nombres: `t.mu`.",
      pt: "Python escreve entre aspas as chaves de um dicionário. Os rótulos de uma tupla são nomes: `t.mu`."),
    mend: Words(en: "Write `(mu: 1)`.", es: "Escribe `(mu: 1)`, sin comillas.", pt: "Escreva `(mu: 1)`, sem aspas."),
    example: "let t = (\"mu\": 1, \"sigma\": 2)")
}
