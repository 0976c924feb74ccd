// Signs of Python, Octave, Julia, C and the blackboard, answered with ours.

extension DiagnosticRow {
  package static let powerStars = DiagnosticRow(
    "E0201",
    message: Words(
      en: "powers are written `^`, not `**`",
      es: "las potencias se escriben `^`, no `**`", pt: "potências se escrevem `^`, não `**`"),
    meaning: Words(
      en: "Python writes `x ** 2`; Aula writes `x^2`, or `x²` as on the blackboard.",
      es: "Python escribe `x ** 2`; Aula escribe `x^2`, o `x²` como en la pizarra.",
      pt: "Python escreve `x ** 2`; Aula escreve `x^2`, ou `x²` como no quadro."),
    mend: Words(en: "Write `3^2`.", es: "Escribe `3^2`.", pt: "Escreva `3^2`."),
    example: "3 ** 2")

  package static let logicSigns = DiagnosticRow(
    "E0202",
    message: Words(
      en: "`{found}` is written `{wanted}`",
      es: "`{found}` se escribe `{wanted}`", pt: "`{found}` se escreve `{wanted}`"),
    meaning: Words(
      en: "Logic is written in words: `and`, `or`, `not`.",
      es: "La lógica se escribe con palabras: `and`, `or`, `not`.",
      pt: "A lógica se escreve com palavras: `and`, `or`, `not`."),
    mend: Words(en: "Write `1 < 2 and 2 < 3`.", es: "Escribe `1 < 2 and 2 < 3`.", pt: "Escreva `1 < 2 and 2 < 3`."),
    example: "1 < 2 && 2 < 3")

  package static let tripleEqual = DiagnosticRow(
    "E0203",
    message: Words(
      en: "`{found}` is written `{wanted}`",
      es: "`{found}` se escribe `{wanted}`", pt: "`{found}` se escreve `{wanted}`"),
    meaning: Words(
      en: "There is one kind of equality: `==`, or `!=` and `≠` for its contrary.",
      es: "Hay una sola igualdad: `==`, y `!=` o `≠` para lo contrario.",
      pt: "Só há uma igualdade: `==`, e `!=` ou `≠` para o contrário."),
    mend: Words(en: "Write `1 == 1`.", es: "Escribe `1 == 1`.", pt: "Escreva `1 == 1`."),
    example: "1 === 1")

  package static let angleNotEqual = DiagnosticRow(
    "E0204",
    message: Words(
      en: "`<>` is written `!=` or `≠`",
      es: "`<>` se escribe `!=` o `≠`", pt: "`<>` se escreve `!=` ou `≠`"),
    meaning: Words(
      en: "Unequal is `≠`; `!=` is the same on any keyboard.",
      es: "Distinto es `≠`; `!=` es lo mismo en cualquier teclado.",
      pt: "Diferente é `≠`; `!=` é o mesmo em qualquer teclado."),
    mend: Words(en: "Write `1 != 2`.", es: "Escribe `1 != 2`.", pt: "Escreva `1 != 2`."),
    example: "1 <> 2")

  package static let fatArrow = DiagnosticRow(
    "E0205",
    message: Words(
      en: "a function is written with `->`, not `=>`",
      es: "una función se escribe con `->`, no `=>`", pt: "uma função se escreve com `->`, não `=>`"),
    meaning: Words(
      en: "`x -> …` is a function of x. If greater or equal was meant, that is `>=` or `≥`.",
      es: "`x -> …` es una función de x. Si querías decir mayor o igual, eso es `>=` o `≥`.",
      pt: "`x -> …` é uma função de x. Se queria dizer maior ou igual, isso é `>=` ou `≥`."),
    mend: Words(
      en: "Write `let f = x -> 2 * x`.",
      es: "Escribe `let f = x -> 2 * x`.", pt: "Escreva `let f = x -> 2 * x`."),
    example: "let f = x => 2 * x")

  package static let dottedSigns = DiagnosticRow(
    "E0206",
    message: Words(
      en: "no dot is needed: write `{wanted}`",
      es: "no hace falta el punto: escribe `{wanted}`", pt: "o ponto não é necessário: escreva `{wanted}`"),
    meaning: Words(
      en: "`+ - * / ^` and functions work element by element already; the matrix product is `@`.",
      es: "`+ - * / ^` y las funciones ya trabajan elemento a elemento; el producto de matrices es `@`.",
      pt: "`+ - * / ^` e as funções já trabalham elemento a elemento; o produto de matrizes é `@`."),
    mend: Words(en: "Write `[1, 2] * [3, 4]`.", es: "Escribe `[1, 2] * [3, 4]`.", pt: "Escreva `[1, 2] * [3, 4]`."),
    example: "[1, 2] .* [3, 4]")

  package static let quoteTranspose = DiagnosticRow(
    "E0207",
    message: Words(
      en: "the transpose is written `.T`",
      es: "la traspuesta se escribe `.T`", pt: "a transposta se escreve `.T`"),
    meaning: Words(
      en: "A prime belongs to a name, as in `x′`, so the transpose of a matrix is `A.T` (or `Aᵀ`).",
      es: "La prima es parte de un nombre, como en `x′`; por eso la traspuesta de una matriz es `A.T` (o `Aᵀ`).",
      pt: "A linha faz parte de um nome, como em `x′`; por isso a transposta de uma matriz é `A.T` (ou `Aᵀ`)."),
    mend: Words(
      en: "Write `[[1, 2], [3, 4]].T`.",
      es: "Escribe `[[1, 2], [3, 4]].T`.", pt: "Escreva `[[1, 2], [3, 4]].T`."),
    example: "[[1, 2], [3, 4]]'")

  package static let foreignComment = DiagnosticRow(
    "E0208",
    message: Words(
      en: "comments begin with `#`, not `{found}`",
      es: "los comentarios empiezan con `#`, no con `{found}`", pt: "comentários começam com `#`, não com `{found}`"),
    meaning: Words(
      en: "From `#` to the end of the line nothing is read.",
      es: "Desde `#` hasta el final de la línea no se lee nada.", pt: "De `#` até o fim da linha nada é lido."),
    mend: Words(en: "Write `# the data`.", es: "Escribe `# the data`.", pt: "Escreva `# the data`."),
    example: "// the data")

  package static let floorDivision = DiagnosticRow(
    "E0209",
    message: Words(
      en: "`//` is not Aula: write `floor(a / b)`",
      es: "`//` no existe en Aula: escribe `floor(a / b)`", pt: "`//` não existe em Aula: escreva `floor(a / b)`"),
    help: Words(
      en: "If a comment was meant, it begins with `#`.",
      es: "Si querías un comentario, empieza con `#`.", pt: "Se queria um comentário, ele começa com `#`."),
    meaning: Words(
      en: "Division rounded down is `floor(a / b)`. `a mod b` is the remainder.",
      es: "La división redondeada hacia abajo es `floor(a / b)`. `a mod b` es el resto.",
      pt: "A divisão arredondada para baixo é `floor(a / b)`. `a mod b` é o resto."),
    mend: Words(en: "Write `floor(7 / 2)`.", es: "Escribe `floor(7 / 2)`.", pt: "Escreva `floor(7 / 2)`."),
    example: "7 // 2")

  package static let percentModulo = DiagnosticRow(
    "E0210",
    message: Words(
      en: "the remainder is written `mod`, not `%`",
      es: "el resto se escribe `mod`, no `%`", pt: "o resto se escreve `mod`, não `%`"),
    help: Words(
      en: "If a comment was meant, it begins with `#`.",
      es: "Si querías un comentario, empieza con `#`.", pt: "Se queria um comentário, ele começa com `#`."),
    meaning: Words(
      en: "`7 mod 3` is what is left when 7 is divided by 3.",
      es: "`7 mod 3` es lo que sobra al dividir 7 entre 3.", pt: "`7 mod 3` é o que sobra ao dividir 7 por 3."),
    mend: Words(en: "Write `7 mod 3`.", es: "Escribe `7 mod 3`.", pt: "Escreva `7 mod 3`."),
    example: "7 % 3")

  package static let verticalBar = DiagnosticRow(
    "E0211",
    message: Words(
      en: "a single `|` is not an operator",
      es: "un solo `|` no es un operador", pt: "um só `|` não é um operador"),
    help: Words(
      en: "Write `abs(x)`, `norm(x)` or `or`.",
      es: "Escribe `abs(x)`, `norm(x)` u `or`.", pt: "Escreva `abs(x)`, `norm(x)` ou `or`."),
    meaning: Words(
      en:
        "The absolute value is `abs(x)`, the length of a vector `‖x‖` or `norm(x)`, logic is `or`, and `x |> f` passes "
        + "x to f.",
      es:
        "El valor absoluto es `abs(x)`; la longitud de un vector, `‖x‖` o `norm(x)`; en lógica, `or`; y `x |> f` le "
        + "pasa x a f.",
      pt:
        "O valor absoluto é `abs(x)`; o comprimento de um vetor, `‖x‖` ou `norm(x)`; em lógica, `or`; e `x |> f` passa "
        + "x para f."
    ),
    mend: Words(en: "Write `abs(-3)`.", es: "Escribe `abs(-3)`.", pt: "Escreva `abs(-3)`."),
    example: "3 | 4")

  package static let textPrefix = DiagnosticRow(
    "E0212",
    message: Words(
      en: "no `{prefix}` before a text: every text can show values",
      es: "sin `{prefix}` antes del texto: todo texto puede mostrar valores",
      pt: "sem `{prefix}` antes do texto: todo texto pode mostrar valores"),
    meaning: Words(
      en: "`\"x is \\{x:.2f}\"` shows the value of x; Python's f is not needed.",
      es: "`\"x es \\{x:.2f}\"` muestra el valor de x; no hace falta la f de Python.",
      pt: "`\"x é \\{x:.2f}\"` mostra o valor de x; o f do Python não é necessário."),
    mend: Words(
      en: "Write `print \"x is \\{x}\"`.",
      es: "Escribe `print \"x es \\{x}\"`.", pt: "Escreva `print \"x é \\{x}\"`."),
    example: "let x = 2\nprint f\"x is {x}\"")

  package static let singleQuotes = DiagnosticRow(
    "E0213",
    message: Words(
      en: "texts stand between double quotes: `\"…\"`",
      es: "los textos van entre comillas dobles: `\"…\"`", pt: "textos ficam entre aspas duplas: `\"…\"`"),
    meaning: Words(
      en: "A single quote is the prime of a name, as in `x'`.",
      es: "La comilla simple es la prima de un nombre, como en `x'`.",
      pt: "A aspa simples é a linha de um nome, como em `x'`."),
    mend: Words(en: "Write `print \"up\"`.", es: "Escribe `print \"up\"`.", pt: "Escreva `print \"up\"`."),
    example: "print 'up'")

  package static let curlyQuotes = DiagnosticRow(
    "E0214",
    message: Words(
      en: "texts stand between straight quotes: `\"…\"`",
      es: "los textos van entre comillas rectas: `\"…\"`", pt: "textos ficam entre aspas retas: `\"…\"`"),
    meaning: Words(
      en: "Word processors and web pages turn quotes into curly ones.",
      es: "Los procesadores de texto y las páginas web convierten las comillas en tipográficas.",
      pt: "Editores de texto e páginas web transformam as aspas em aspas curvas."),
    mend: Words(en: "Write `print \"up\"`.", es: "Escribe `print \"up\"`.", pt: "Escreva `print \"up\"`."),
    example: "print “up”")

  package static let tripleQuotes = DiagnosticRow(
    "E0215",
    message: Words(
      en: "a text stands on one line between single `\"`",
      es: "un texto va en una línea, entre `\"` sencillas", pt: "um texto fica em uma linha, entre `\"` simples"),
    meaning: Words(
      en:
        "There are no triple quotes. A line break is `\\n`; comments for readers begin with `#`, documentation with "
        + "`##`.",
      es:
        "No hay comillas triples. Un salto de línea es `\\n`; los comentarios empiezan con `#` y la documentación con "
        + "`##`.",
      pt: "Não há aspas triplas. Uma quebra de linha é `\\n`; comentários começam com `#` e a documentação com `##`."),
    mend: Words(en: "Write `print \"up\"`.", es: "Escribe `print \"up\"`.", pt: "Escreva `print \"up\"`."),
    example: "print \"\"\"up\"\"\"")

  package static let backslashSolve = DiagnosticRow(
    "E0216",
    message: Words(
      en: "`A \\ b` is written `solve(A, b)`",
      es: "`A \\ b` se escribe `solve(A, b)`", pt: "`A \\ b` se escreve `solve(A, b)`"),
    meaning: Words(
      en: "Octave and Julia solve linear systems with a backslash; Aula has a function.",
      es: "Octave y Julia resuelven sistemas lineales con la barra invertida; Aula tiene una función.",
      pt: "Octave e Julia resolvem sistemas lineares com a barra invertida; Aula tem uma função."),
    mend: Words(
      en: "Write `solve([[2, 0], [0, 2]], [1, 1])`.",
      es: "Escribe `solve([[2, 0], [0, 2]], [1, 1])`.", pt: "Escreva `solve([[2, 0], [0, 2]], [1, 1])`."),
    example: "[[2, 0], [0, 2]] \\ [1, 1]")

  package static let backslashName = DiagnosticRow(
    "E0217",
    message: Words(
      en: "`{typed}` is typed at the prompt and completed with TAB",
      es: "`{typed}` se teclea en la consola y se completa con TAB",
      pt: "`{typed}` é digitado no terminal e completado com TAB"),
    help: Words(
      en: "In a program write the letter, or `{name}`.",
      es: "En un programa escribe la letra, o `{name}`.", pt: "Em um programa escreva a letra, ou `{name}`."),
    meaning: Words(
      en: "In a program write the letter itself, or its name as an ordinary name: `θ` or `theta`.",
      es: "En un programa escribe la letra misma, o su nombre como un nombre cualquiera: `θ` o `theta`.",
      pt: "Em um programa escreva a própria letra, ou o nome dela como um nome qualquer: `θ` ou `theta`."),
    mend: Words(en: "Write `let θ = 1`.", es: "Escribe `let θ = 1`.", pt: "Escreva `let θ = 1`."),
    example: "let a = \\theta + 1")

  package static let impliedProduct = DiagnosticRow(
    "E0218",
    message: Words(
      en: "a product needs its sign: `{left} * {right}`",
      es: "el producto lleva su signo: `{left} * {right}`", pt: "o produto leva seu sinal: `{left} * {right}`"),
    meaning: Words(
      en: "On paper `2x` is a product; in a program it is written `2 * x` or `2 · x`.",
      es: "En el papel `2x` es un producto; en un programa se escribe `2 * x` o `2 · x`.",
      pt: "No papel `2x` é um produto; em um programa se escreve `2 * x` ou `2 · x`."),
    mend: Words(en: "Write `2 * π`.", es: "Escribe `2 * π`.", pt: "Escreva `2 * π`."),
    example: "2π")
}
