// Values that operators and conditions cannot take: E0520 to E0531.

extension DiagnosticRow {
  package static let matmulOfNumbers = DiagnosticRow(
    "E0520",
    message: Words(
      en: "`@` multiplies matrices and vectors, not numbers", es: "`@` multiplica matrices y vectores, no números",
      pt: "`@` multiplica matrizes e vetores, não números"),
    help: Words(
      en: "For numbers write `*`.", es: "Para números escribe `*`.", pt: "Para números, escreva `*`."),
    meaning: Words(
      en:
        "`@` is the matrix product: rows times columns. Numbers, and tensors element by element, are multiplied "
        + "with `*`.",
      es:
        "`@` es el producto de matrices: filas por columnas. Los números, y los tensores elemento a elemento, se "
        + "multiplican con `*`.",
      pt:
        "`@` é o produto de matrizes: linhas por colunas. Números, e tensores elemento a elemento, são "
        + "multiplicados com `*`."),
    mend: Words(en: "Write `2 * 3`.", es: "Escribe `2 * 3`.", pt: "Escreva `2 * 3`."),
    example: "2 @ 3")

  package static let truthInArithmetic = DiagnosticRow(
    "E0521",
    message: Words(
      en: "`{op}` works with numbers, and this is a truth value",
      es: "`{op}` trabaja con números, y esto es un valor de verdad",
      pt: "`{op}` trabalha com números, e isto é um valor lógico"),
    help: Words(
      en: "`where(t, 1, 0)` makes a number of a truth value `t`.",
      es: "`where(t, 1, 0)` convierte en número un valor de verdad `t`.",
      pt: "`where(t, 1, 0)` transforma em número um valor lógico `t`."),
    meaning: Words(
      en:
        "A single truth value is `true` or `false` and no number. A tensor of them is a mask, which counts as ones "
        + "and zeros: `sum(x > 0)` tells how many elements are positive.",
      es:
        "Un solo valor de verdad es `true` o `false`, no un número. Un tensor de ellos es una máscara, que cuenta "
        + "como unos y ceros: `sum(x > 0)` dice cuántos elementos son positivos.",
      pt:
        "Um único valor lógico é `true` ou `false`, não um número. Um tensor deles é uma máscara, que conta como "
        + "uns e zeros: `sum(x > 0)` diz quantos elementos são positivos."),
    mend: Words(
      en: "Say which numbers are meant: `where(3 > 2, 1, 0) + 1`.",
      es: "Di qué números quieres: `where(3 > 2, 1, 0) + 1`.",
      pt: "Diga quais números você quer: `where(3 > 2, 1, 0) + 1`."),
    example: "(3 > 2) + 1")

  package static let joiningTexts = DiagnosticRow(
    "E0522",
    message: Words(
      en: "`+` adds numbers and does not join texts", es: "`+` suma números y no une textos",
      pt: "`+` soma números e não junta textos"),
    help: Words(
      en: "Put the values into one text: `\"\\{a\\}\\{b\\}\"`.",
      es: "Pon los valores en un solo texto: `\"\\{a\\}\\{b\\}\"`.",
      pt: "Ponha os valores em um só texto: `\"\\{a\\}\\{b\\}\"`."),
    meaning: Words(
      en:
        "A text may hold values between braces: `\"loss \\{x:.3f\\}\"`. That also says how numbers are to be "
        + "written, which joining with `+` could not.",
      es:
        "Un texto puede contener valores entre llaves: `\"pérdida \\{x:.3f\\}\"`. Así también se dice cómo se "
        + "escriben los números, cosa que unir con `+` no permite.",
      pt:
        "Um texto pode conter valores entre chaves: `\"perda \\{x:.3f\\}\"`. Assim também se diz como os números "
        + "são escritos, o que juntar com `+` não permite."),
    mend: Words(
      en: "Write `let n = 3` and then `\"n is \\{n\\}\"`.", es: "Escribe `let n = 3` y luego `\"n vale \\{n\\}\"`.",
      pt: "Escreva `let n = 3` e depois `\"n vale \\{n\\}\"`."),
    example: "\"n is \" + 3")

  package static let noArithmetic = DiagnosticRow(
    "E0523",
    message: Words(
      en: "`{op}` works with numbers and tensors, and this is {kind}",
      es: "`{op}` trabaja con números y tensores, y esto es {kind}",
      pt: "`{op}` trabalha com números e tensores, e isto é {kind}"),
    meaning: Words(
      en:
        "Arithmetic needs numbers on both sides, or tensors of numbers. A tuple of numbers is no tensor: `(1, 2)` "
        + "holds two things, `[1, 2]` is one vector.",
      es:
        "La aritmética necesita números a ambos lados, o tensores de números. Una tupla de números no es un tensor: "
        + "`(1, 2)` guarda dos cosas, `[1, 2]` es un vector.",
      pt:
        "A aritmética precisa de números dos dois lados, ou de tensores de números. Uma tupla de números não é um "
        + "tensor: `(1, 2)` guarda duas coisas, `[1, 2]` é um vetor."),
    mend: Words(
      en: "Use a vector: `2 * [1, 2]`.", es: "Usa un vector: `2 * [1, 2]`.", pt: "Use um vetor: `2 * [1, 2]`."),
    example: "2 * (1, 2)")

  package static let cannotCompare = DiagnosticRow(
    "E0524",
    message: Words(
      en: "`{op}` cannot compare {left} with {right}", es: "`{op}` no puede comparar {left} con {right}",
      pt: "`{op}` não consegue comparar {left} com {right}"),
    meaning: Words(
      en:
        "Numbers are compared with numbers or, element by element, with tensors; texts with texts; tuples with "
        + "tuples. Things of different kinds are never equal, so the comparison is probably a slip.",
      es:
        "Los números se comparan con números o, elemento a elemento, con tensores; los textos con textos; las "
        + "tuplas con tuplas. Cosas de distinto tipo nunca son iguales, así que la comparación es probablemente un "
        + "descuido.",
      pt:
        "Números são comparados com números ou, elemento a elemento, com tensores; textos com textos; tuplas com "
        + "tuplas. Coisas de tipos diferentes nunca são iguais, então a comparação provavelmente é um engano."),
    mend: Words(
      en: "Compare a number with a number: `3 == 3`.", es: "Compara un número con un número: `3 == 3`.",
      pt: "Compare um número com um número: `3 == 3`."),
    example: "3 == \"3\"")

  package static let noOrder = DiagnosticRow(
    "E0525",
    message: Words(
      en: "`{op}` needs things that have an order, and this is {kind}",
      es: "`{op}` necesita cosas que tengan un orden, y esto es {kind}",
      pt: "`{op}` precisa de coisas que tenham uma ordem, e isto é {kind}"),
    help: Words(
      en: "Numbers and texts have an order; of others one can ask `==` or `≠`.",
      es: "Los números y los textos tienen un orden; de lo demás se puede preguntar `==` o `≠`.",
      pt: "Números e textos têm uma ordem; do resto se pode perguntar `==` ou `≠`."),
    meaning: Words(
      en: "Of two tuples, functions or truth values one cannot say which is smaller.",
      es: "De dos tuplas, funciones o valores de verdad no se puede decir cuál es menor.",
      pt: "De duas tuplas, funções ou valores lógicos não se pode dizer qual é menor."),
    mend: Words(
      en: "Compare one part: `(1, 2)[0] < (1, 3)[0]`.", es: "Compara una parte: `(1, 2)[0] < (1, 3)[0]`.",
      pt: "Compare uma parte: `(1, 2)[0] < (1, 3)[0]`."),
    example: "(1, 2) < (1, 3)")

  package static let severalTruths = DiagnosticRow(
    "E0526",
    message: Words(
      en: "one truth value is needed here, not a tensor of shape {shape}",
      es: "aquí hace falta un solo valor de verdad, no un tensor de forma {shape}",
      pt: "aqui é preciso um único valor lógico, não um tensor de forma {shape}"),
    help: Words(
      en: "`all(…)` asks whether every element holds, `any(…)` whether at least one does.",
      es: "`all(…)` pregunta si se cumple en todos los elementos; `any(…)`, si en al menos uno.",
      pt: "`all(…)` pergunta se vale em todos os elementos; `any(…)`, se vale em pelo menos um."),
    meaning: Words(
      en:
        "Comparing tensors gives a truth value for each element. A condition can follow only one, so say whether "
        + "all must hold or any.",
      es:
        "Comparar tensores da un valor de verdad por elemento. Una condición solo puede seguir uno, así que di si "
        + "deben cumplirse todos o basta uno.",
      pt:
        "Comparar tensores dá um valor lógico por elemento. Uma condição só pode seguir um, então diga se todos "
        + "precisam valer ou se basta um."),
    mend: Words(
      en: "Write `if all(x > 0) \\{ … \\}`.", es: "Escribe `if all(x > 0) \\{ … \\}`.",
      pt: "Escreva `if all(x > 0) \\{ … \\}`."),
    example: "let x = [1, -2]\nif x > 0 { print(\"positive\") }")

  package static let conditionNotTruth = DiagnosticRow(
    "E0527",
    message: Words(
      en: "`true` or `false` is needed here, and this is {kind}",
      es: "aquí hace falta `true` o `false`, y esto es {kind}",
      pt: "aqui é preciso `true` ou `false`, e isto é {kind}"),
    help: Words(
      en: "Compare it with something: `x > 0`, `x ≠ 0`.", es: "Compáralo con algo: `x > 0`, `x ≠ 0`.",
      pt: "Compare com alguma coisa: `x > 0`, `x ≠ 0`."),
    meaning: Words(
      en:
        "Only a truth value can decide. Numbers, texts and tuples count neither as true nor as false here: say what "
        + "you ask of them.",
      es:
        "Solo un valor de verdad puede decidir. Aquí los números, textos y tuplas no cuentan ni como verdaderos ni "
        + "como falsos: di qué preguntas de ellos.",
      pt:
        "Só um valor lógico pode decidir. Aqui números, textos e tuplas não contam nem como verdadeiros nem como "
        + "falsos: diga o que você pergunta sobre eles."),
    mend: Words(
      en: "Write `if n ≠ 0 \\{ … \\}`.", es: "Escribe `if n ≠ 0 \\{ … \\}`.", pt: "Escreva `if n ≠ 0 \\{ … \\}`."),
    example: "let n = 3\nif n { print(\"some\") }")

  package static let notOneNumber = DiagnosticRow(
    "E0528",
    message: Words(
      en: "a single number is needed here, and this is {found}",
      es: "aquí hace falta un solo número, y esto es {found}",
      pt: "aqui é preciso um único número, e isto é {found}"),
    meaning: Words(
      en:
        "Ends of ranges, tolerances and settings are single numbers. Of a tensor take an element, such as `x[0]`, "
        + "or put it together with `sum(x)` or `mean(x)`.",
      es:
        "Los extremos de un rango, las tolerancias y los ajustes son números solos. De un tensor toma un elemento, "
        + "como `x[0]`, o resúmelo con `sum(x)` o `mean(x)`.",
      pt:
        "Extremos de intervalos, tolerâncias e ajustes são números sozinhos. De um tensor tome um elemento, como "
        + "`x[0]`, ou resuma com `sum(x)` ou `mean(x)`."),
    mend: Words(
      en: "Give one number: `1 ≈ 1.01 within 0.1`.", es: "Da un solo número: `1 ≈ 1.01 within 0.1`.",
      pt: "Dê um único número: `1 ≈ 1.01 within 0.1`."),
    example: "1 ≈ 1.01 within [0.1, 0.2]")

  package static let notWhole = DiagnosticRow(
    "E0529",
    message: Words(
      en: "{what} must be a whole number, and this is {found}",
      es: "{what} debe ser un número entero, y esto es {found}",
      pt: "{what} deve ser um número inteiro, e isto é {found}"),
    help: Words(
      en: "`floor(x)` and `round(x)` give whole numbers.", es: "`floor(x)` y `round(x)` dan números enteros.",
      pt: "`floor(x)` e `round(x)` dão números inteiros."),
    meaning: Words(
      en: "Indices, sizes and counts are whole: there is no element between the first and the second.",
      es: "Los índices, tamaños y cantidades son enteros: no hay ningún elemento entre el primero y el segundo.",
      pt: "Índices, tamanhos e quantidades são inteiros: não há elemento entre o primeiro e o segundo."),
    mend: Words(en: "Write `x[1]`.", es: "Escribe `x[1]`.", pt: "Escreva `x[1]`."),
    example: "let x = [1, 2, 3]\nx[0.5]")

  package static let needsTensor = DiagnosticRow(
    "E0530",
    message: Words(
      en: "a number or a tensor is needed here, and this is {kind}",
      es: "aquí hace falta un número o un tensor, y esto es {kind}",
      pt: "aqui é preciso um número ou um tensor, e isto é {kind}"),
    meaning: Words(
      en: "What happens here is defined for numbers and tensors alone.",
      es: "Lo que ocurre aquí solo está definido para números y tensores.",
      pt: "O que acontece aqui só está definido para números e tensores."),
    mend: Words(
      en: "Give a number or a tensor: `float32([1, 2])`.", es: "Da un número o un tensor: `float32([1, 2])`.",
      pt: "Dê um número ou um tensor: `float32([1, 2])`."),
    example: "shape(\"hello\")")

  package static let mixedStack = DiagnosticRow(
    "E0531",
    message: Words(
      en: "`[…]` stacks numbers or tensors, and part {number} is {kind}",
      es: "`[…]` apila números o tensores, y la parte {number} es {kind}",
      pt: "`[…]` empilha números ou tensores, e a parte {number} é {kind}"),
    help: Words(
      en: "`(…)` makes a tuple, which holds anything.", es: "`(…)` forma una tupla, que guarda cualquier cosa.",
      pt: "`(…)` forma uma tupla, que guarda qualquer coisa."),
    meaning: Words(
      en:
        "Square brackets always make a tensor: all parts are numbers, or tensors of one shape, or truth values. "
        + "Texts, functions, models and mixtures belong in a tuple.",
      es:
        "Los corchetes siempre forman un tensor: todas las partes son números, o tensores de una misma forma, o "
        + "valores de verdad. Los textos, funciones, modelos y mezclas van en una tupla.",
      pt:
        "Os colchetes sempre formam um tensor: todas as partes são números, ou tensores da mesma forma, ou valores "
        + "lógicos. Textos, funções, modelos e misturas ficam em uma tupla."),
    mend: Words(
      en: "Use round brackets: `(\"a\", \"b\")`.", es: "Usa paréntesis: `(\"a\", \"b\")`.",
      pt: "Use parênteses: `(\"a\", \"b\")`."),
    example: "[\"a\", \"b\"]")
}
