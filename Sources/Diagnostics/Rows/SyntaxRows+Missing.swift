// What is missing, and what stands beside each other with nothing between.

extension DiagnosticRow {
  package static let missingValue = DiagnosticRow(
    "E0111",
    message: Words(en: "a value is missing here", es: "aquí falta un valor", pt: "falta um valor aqui"),
    meaning: Words(
      en:
        "An operator, a comma or an `=` was read, and after it must come a number, a name, a text, or something in "
        + "brackets.",
      es:
        "Se leyó un operador, una coma o un `=`, y después debe venir un número, un nombre, un texto o algo entre "
        + "paréntesis.",
      pt:
        "Foi lido um operador, uma vírgula ou um `=`, e depois deve vir um número, um nome, um texto ou algo entre "
        + "parênteses."
    ),
    mend: Words(
      en: "Write what is to be multiplied: `2 * 3`.", es: "Escribe lo que se multiplica: `2 * 3`.",
      pt: "Escreva o que deve ser multiplicado: `2 * 3`."),
    example: "let a = (2 * )")

  package static let missingName = DiagnosticRow(
    "E0112",
    message: Words(en: "a name is missing here", es: "aquí falta un nombre", pt: "falta um nome aqui"),
    meaning: Words(
      en:
        "A name begins with a letter or `_`, and goes on with letters, digits, subscripts and primes: `x`, `θ₁`, `x′`.",
      es: "Un nombre empieza con una letra o `_` y sigue con letras, cifras, subíndices y primas: `x`, `θ₁`, `x′`.",
      pt: "Um nome começa com uma letra ou `_` e continua com letras, dígitos, índices e linhas: `x`, `θ₁`, `x′`."),
    mend: Words(
      en: "Give the value a name: `let first = 3`.", es: "Dale un nombre al valor: `let first = 3`.",
      pt: "Dê um nome ao valor: `let first = 3`."),
    example: "let 1st = 3")

  package static let missingBlock = DiagnosticRow(
    "E0113",
    message: Words(
      en: "after `{word}` a block `\\{ … }` is missing", es: "después de `{word}` falta un bloque `\\{ … }`",
      pt: "depois de `{word}` falta um bloco `\\{ … }`"),
    meaning: Words(
      en: "What is done when a condition holds, or again and again, stands between braces. A single statement too.",
      es:
        "Lo que se hace si una condición se cumple, o muchas veces, va entre llaves. También si es una sola "
        + "instrucción.",
      pt: "O que se faz quando uma condição vale, ou várias vezes, fica entre chaves. Mesmo que seja um só comando."),
    mend: Words(
      en: "Write `if 2 > 1 \\{ print \"yes\" }`.", es: "Escribe `if 2 > 1 \\{ print \"yes\" }`.",
      pt: "Escreva `if 2 > 1 \\{ print \"yes\" }`."),
    example: "if 2 > 1 print \"yes\"")

  package static let missingBody = DiagnosticRow(
    "E0114",
    message: Words(
      en: "what the function does is missing: `= …` or `\\{ … }`",
      es: "falta lo que hace la función: `= …` o `\\{ … }`", pt: "falta o que a função faz: `= …` ou `\\{ … }`"),
    meaning: Words(
      en: "After its parameters a function has `=` and an expression, or a block whose last expression is the result.",
      es:
        "Tras sus parámetros una función lleva `=` y una expresión, o un bloque cuya última expresión es el resultado.",
      pt: "Depois dos parâmetros uma função tem `=` e uma expressão, ou um bloco cuja última expressão é o resultado."),
    mend: Words(
      en: "Write `fn double(x) = 2 * "
        + "x`.", es: "Escribe `fn double(x) = 2 * x`.", pt: "Escreva `fn double(x) = 2 * x`."),
    example: "fn double(x) 2 * x")

  package static let missingParameters = DiagnosticRow(
    "E0115",
    message: Words(
      en: "parameters in parentheses are missing here", es: "aquí faltan los parámetros entre paréntesis",
      pt: "faltam aqui os parâmetros entre parênteses"),
    help: Words(
      en: "Without parameters write `()`.", es: "Si no hay parámetros, escribe `()`.",
      pt: "Se não houver parâmetros, escreva `()`."),
    meaning: Words(
      en: "Functions and models have a list of parameters in parentheses, even when it is empty.",
      es: "Las funciones y los modelos llevan una lista de parámetros entre paréntesis, aunque esté vacía.",
      pt: "Funções e modelos têm uma lista de parâmetros entre parênteses, mesmo que vazia."),
    mend: Words(
      en: "Write `fn three() = 3`.", es: "Escribe `fn three() = 3`.", pt: "Escreva `fn three() = 3`."),
    example: "fn three = 3")

  package static let missingShape = DiagnosticRow(
    "E0116",
    message: Words(
      en: "a shape such as `[n, 3]` belongs here", es: "aquí va una forma como `[n, 3]`",
      pt: "aqui vai uma forma como `[n, 3]`"),
    help: Words(
      en: "A single number has the shape `[]`. There are no types to write.",
      es: "Un solo número tiene la forma `[]`. No hay tipos que escribir.",
      pt: "Um só número tem a forma `[]`. Não há tipos para escrever."),
    meaning: Words(
      en:
        "After a colon or an arrow stands the shape that a value must have: sizes or names for sizes, in square "
        + "brackets.",
      es:
        "Tras dos puntos o una flecha va la forma que debe tener el valor: tamaños, o nombres para ellos, entre "
        + "corchetes.",
      pt:
        "Depois de dois-pontos ou de uma seta vem a forma que o valor deve ter: tamanhos, ou nomes para eles, entre "
        + "colchetes."
    ),
    mend: Words(
      en: "Write `fn half(x: []) = x / 2`.", es: "Escribe `fn half(x: []) = x / 2`.",
      pt: "Escreva `fn half(x: []) = x / 2`."),
    example: "fn half(x: float) = x / 2")

  package static let missingSize = DiagnosticRow(
    "E0117",
    message: Words(
      en: "a size is missing here: a number or a name", es: "aquí falta un tamaño: un número o un nombre",
      pt: "falta aqui um tamanho: um número ou um nome"),
    help: Words(
      en: "`_` stands for any size, `...` for any number of axes.",
      es: "`_` vale por cualquier tamaño; `...`, por cualquier cantidad de ejes.",
      pt: "`_` vale por qualquer tamanho; `...`, por qualquer quantidade de eixos."),
    meaning: Words(
      en: "A shape lists the size of each axis: `[n, 784]`, `[2 * n]`, `[..., 3]`.",
      es: "Una forma enumera el tamaño de cada eje: `[n, 784]`, `[2 * n]`, `[..., 3]`.",
      pt: "Uma forma lista o tamanho de cada eixo: `[n, 784]`, `[2 * n]`, `[..., 3]`."),
    mend: Words(
      en: "Write `fn f(x: [_, 3]) = x`.", es: "Escribe `fn f(x: [_, 3]) = x`.", pt: "Escreva `fn f(x: [_, 3]) = x`."),
    example: "fn f(x: [:, 3]) = x")

  package static let missingIn = DiagnosticRow(
    "E0118",
    message: Words(
      en: "`in` is missing here: `for x in xs`", es: "aquí falta `in`: `for x in xs`",
      pt: "falta `in` aqui: `for x in xs`"),
    meaning: Words(
      en: "A `for` names what it goes through: a range, a tensor (along its first axis), batches.",
      es: "Un `for` dice qué recorre: un rango, un tensor (por su primer eje), lotes.",
      pt: "Um `for` diz o que percorre: um intervalo, um tensor (pelo primeiro eixo), lotes."),
    mend: Words(
      en: "Write `for i in 0..3 \\{ print i }`.", es: "Escribe `for i in 0..3 \\{ print i }`.",
      pt: "Escreva `for i in 0..3 \\{ print i }`."),
    example: "for i 0..3 { print i }")

  package static let unclosedBracket = DiagnosticRow(
    "E0119",
    message: Words(
      en: "this `{open}` is never closed with `{close}`", es: "falta cerrar este `{open}` con `{close}`",
      pt: "falta fechar este `{open}` com `{close}`"),
    meaning: Words(
      en: "Every opening bracket needs its partner, and they close in the reverse order of opening.",
      es: "Todo signo que se abre necesita su pareja, y se cierran en el orden inverso al que se abrieron.",
      pt: "Todo sinal que se abre precisa do seu par, e eles se fecham na ordem inversa da abertura."),
    mend: Words(
      en: "Write `(1 + 2) * 3`.", es: "Escribe `(1 + 2) * 3`.", pt: "Escreva `(1 + 2) * 3`."),
    example: "let a = [(1 + 2]")

  package static let strayClosing = DiagnosticRow(
    "E0120",
    message: Words(
      en: "this `{found}` closes nothing", es: "este `{found}` no cierra nada", pt: "este `{found}` não fecha nada"),
    meaning: Words(
      en: "A closing bracket stands where no bracket is open.",
      es: "Hay un signo de cierre donde no hay nada abierto.", pt: "Há um sinal de fechamento onde nada está aberto."),
    mend: Words(
      en: "Delete it, or add its partner before.", es: "Bórralo o agrega antes su pareja.",
      pt: "Apague-o ou acrescente antes o seu par."),
    example: "let a = 1 + 2)")

  package static let valuesSideBySide = DiagnosticRow(
    "E0121",
    message: Words(
      en: "something is missing between `{left}` and `{right}`", es: "falta algo entre `{left}` y `{right}`",
      pt: "falta algo entre `{left}` e `{right}`"),
    help: Words(
      en: "An operator, a comma, or a new line. Products are `a * b`, calls `f(x)`.",
      es: "Un operador, una coma o una línea nueva. Los productos son `a * b`; las llamadas, `f(x)`.",
      pt: "Um operador, uma vírgula ou uma nova linha. Produtos são `a * b`; chamadas, `f(x)`."),
    meaning: Words(
      en: "Two values stand side by side, and nothing says what to do with them.",
      es: "Hay dos valores uno al lado del otro y nada dice qué hacer con ellos.",
      pt: "Há dois valores lado a lado e nada diz o que fazer com eles."),
    mend: Words(en: "Write `exp(2)`.", es: "Escribe `exp(2)`.", pt: "Escreva `exp(2)`."),
    example: "exp 2")

  package static let statementsSideBySide = DiagnosticRow(
    "E0122",
    message: Words(
      en: "`{word}` begins a new statement: give it a line of its own",
      es: "`{word}` empieza otra instrucción: dale su propia línea",
      pt: "`{word}` começa outro comando: dê a ele uma linha própria"),
    help: Words(
      en: "Or put `;` before it.", es: "O pon `;` antes.", pt: "Ou coloque `;` antes."),
    meaning: Words(
      en: "There is one statement on a line; several on one line are separated by `;`.",
      es: "En cada línea va una instrucción; varias en la misma línea se separan con `;`.",
      pt: "Em cada linha vai um comando; vários na mesma linha são separados por `;`."),
    mend: Words(
      en: "Write `let a = 1; let b = "
        + "2`.", es: "Escribe `let a = 1; let b = 2`.", pt: "Escreva `let a = 1; let b = 2`."),
    example: "let a = 1 let b = 2")

  package static let unexpectedSign = DiagnosticRow(
    "E0123",
    message: Words(
      en: "`{found}` cannot stand here", es: "`{found}` no puede ir aquí", pt: "`{found}` não pode ficar aqui"),
    meaning: Words(
      en: "The statement was complete before this sign, and nothing can go on with it.",
      es: "La instrucción ya estaba completa antes de este signo, y nada puede seguir con él.",
      pt: "O comando já estava completo antes deste sinal, e nada pode continuar com ele."),
    mend: Words(
      en: "Take the sign away, or put the values in parentheses: `(1, 2)`.",
      es: "Quita el signo o pon los valores entre paréntesis: `(1, 2)`.",
      pt: "Tire o sinal ou coloque os valores entre parênteses: `(1, 2)`."),
    example: "let pair = 1, 2")

  package static let unexpectedEquals = DiagnosticRow(
    "E0124",
    message: Words(
      en: "a single `=` cannot stand here", es: "un solo `=` no puede ir aquí", pt: "um só `=` não pode ficar aqui"),
    help: Words(
      en: "`=` gives a name its value, one name at a time; `==` asks whether two values are equal.",
      es: "`=` le da su valor a un nombre, uno por vez; `==` pregunta si dos valores son iguales.",
      pt: "`=` dá o valor a um nome, um de cada vez; `==` pergunta se dois valores são iguais."),
    meaning: Words(
      en: "`=` is no operator: it has a name on its left and gives no result.",
      es: "`=` no es un operador: a su izquierda lleva un nombre y no da resultado.",
      pt: "`=` não é um operador: à sua esquerda vai um nome e ele não dá resultado."),
    mend: Words(
      en: "Write `let a = 0` and `let b = 0`, or `1 + 1 == 2`.",
      es: "Escribe `let a = 0` y `let b = 0`, o bien `1 + 1 == 2`.",
      pt: "Escreva `let a = 0` e `let b = 0`, ou então `1 + 1 == 2`."),
    example: "1 + 1 = 2")
}
