// Arguments, indices, loops, members and formats that do not fit: E0532 to E0539, and E0554 to E0558.

extension DiagnosticRow {
  package static let wrongArgument = DiagnosticRow(
    "E0532",
    message: Words(
      en: "`{argument}` of `{op}` must be {expected}, and this is {found}",
      es: "`{argument}` de `{op}` debe ser {expected}, y esto es {found}",
      pt: "`{argument}` de `{op}` deve ser {expected}, e isto é {found}"),
    meaning: Words(
      en: "The function expects something of another kind in this place.",
      es: "La función espera en este lugar algo de otro tipo.", pt: "A função espera neste lugar algo de outro tipo."),
    mend: Words(
      en: "Give it a number or a tensor: `exp(1)`.", es: "Dale un número o un tensor: `exp(1)`.",
      pt: "Dê a ela um número ou um tensor: `exp(1)`."),
    example: "exp(\"one\")")

  package static let cannotIndex = DiagnosticRow(
    "E0533",
    message: Words(
      en: "`[…]` chooses elements, and this is {kind}", es: "`[…]` elige elementos, y esto es {kind}",
      pt: "`[…]` escolhe elementos, e isto é {kind}"),
    meaning: Words(
      en:
        "Tensors, tuples, texts, ranges and recorded series have elements by number. Functions are called with "
        + "round brackets, members of a model are named after a point.",
      es:
        "Los tensores, tuplas, textos, rangos y series registradas tienen elementos numerados. Las funciones se "
        + "llaman con paréntesis; los miembros de un modelo se nombran tras un punto.",
      pt:
        "Tensores, tuplas, textos, intervalos e séries registradas têm elementos numerados. Funções são chamadas "
        + "com parênteses; membros de um modelo são citados depois de um ponto."),
    mend: Words(
      en: "Call the function: `exp(0)`.", es: "Llama a la función: `exp(0)`.", pt: "Chame a função: `exp(0)`."),
    example: "exp[0]")

  package static let indexOfNumber = DiagnosticRow(
    "E0534",
    message: Words(
      en: "a single number has no elements to choose from", es: "un número solo no tiene elementos que elegir",
      pt: "um número sozinho não tem elementos a escolher"),
    meaning: Words(
      en: "Only what has axes can be indexed. Perhaps an earlier `sum` or index has already taken the axis away.",
      es: "Solo se puede indexar lo que tiene ejes. Quizá un `sum` o un índice anterior ya quitó el eje.",
      pt: "Só se pode indexar o que tem eixos. Talvez um `sum` ou um índice anterior já tenha tirado o eixo."),
    mend: Words(
      en: "Use the number as it is: `let x = 3` and then `x`.", es: "Usa el número tal cual: `let x = 3` y luego `x`.",
      pt: "Use o número como está: `let x = 3` e depois `x`."),
    example: "let x = 3\nx[0]")

  package static let elementOutside = DiagnosticRow(
    "E0535",
    message: Words(
      en: "there is no element {index} among {size}", es: "no existe el elemento {index} entre {size}",
      pt: "não existe o elemento {index} entre {size}"),
    help: Words(
      en: "Elements are counted from 0; -1 is the last.", es: "Los elementos se cuentan desde 0; -1 es el último.",
      pt: "Os elementos são contados a partir de 0; -1 é o último."),
    meaning: Words(
      en: "Counting starts at 0, so the last of two elements has the number 1.",
      es: "Se cuenta desde 0, así que el último de dos elementos tiene el número 1.",
      pt: "A contagem começa em 0, então o último de dois elementos tem o número 1."),
    mend: Words(
      en: "The last one is `t[1]`, or `t[-1]`.", es: "El último es `t[1]`, o `t[-1]`.",
      pt: "O último é `t[1]`, ou `t[-1]`."),
    example: "let t = (\"a\", \"b\")\nt[2]")

  package static let oneIndexOnly = DiagnosticRow(
    "E0536",
    message: Words(
      en: "{count} indices were given, and one is enough for {kind}",
      es: "hay {count} índices, y para {kind} basta uno",
      pt: "há {count} índices, e para {kind} basta um"),
    meaning: Words(
      en:
        "Tuples and texts are one row of elements. What is inside an element is reached by a further index: `t[0][1]`.",
      es:
        "Las tuplas y los textos son una sola fila de elementos. A lo que hay dentro de un elemento se llega con "
        + "otro índice: `t[0][1]`.",
      pt:
        "Tuplas e textos são uma só fila de elementos. Ao que há dentro de um elemento se chega com outro índice: "
        + "`t[0][1]`."
    ),
    mend: Words(
      en: "One index after the other: `t[0][1]`.", es: "Un índice después del otro: `t[0][1]`.",
      pt: "Um índice depois do outro: `t[0][1]`."),
    example: "let t = ([1, 2], [3, 4, 5])\nt[0, 1]")

  package static let notAnIndex = DiagnosticRow(
    "E0537",
    message: Words(
      en: "an index cannot be {kind}", es: "un índice no puede ser {kind}", pt: "um índice não pode ser {kind}"),
    help: Words(
      en: "Whole numbers, slices such as `1..3`, `:` and tensors of whole numbers can.",
      es: "Sirven números enteros, cortes como `1..3`, `:` y tensores de números enteros.",
      pt: "Servem números inteiros, fatias como `1..3`, `:` e tensores de números inteiros."),
    meaning: Words(
      en: "Elements of a tensor are found by number, not by name.",
      es: "Los elementos de un tensor se encuentran por número, no por nombre.",
      pt: "Os elementos de um tensor são encontrados por número, não por nome."),
    mend: Words(en: "Write `x[0]`.", es: "Escribe `x[0]`.", pt: "Escreva `x[0]`."),
    example: "let x = [1, 2, 3]\nx[\"first\"]")

  package static let zeroStep = DiagnosticRow(
    "E0538",
    message: Words(
      en: "a step of 0 never gets anywhere", es: "con un paso de 0 nunca se avanza",
      pt: "com um passo de 0 nunca se avança"),
    meaning: Words(
      en: "`a..b by c` goes from a towards b in steps of c. With c = 0 it would stand still for ever.",
      es: "`a..b by c` va de a hacia b en pasos de c. Con c = 0 se quedaría quieto para siempre.",
      pt: "`a..b by c` vai de a em direção a b em passos de c. Com c = 0 ficaria parado para sempre."),
    mend: Words(
      en: "Every second element: `x[0..3 by 2]`.", es: "Un elemento sí y otro no: `x[0..3 by 2]`.",
      pt: "Um elemento sim, outro não: `x[0..3 by 2]`."),
    example: "let x = [1, 2, 3]\nx[0..3 by 0]")

  package static let iterationOverNumber = DiagnosticRow(
    "E0539",
    message: Words(
      en: "a loop goes through many things, and this is {found}",
      es: "un bucle recorre varias cosas, y esto es {found}",
      pt: "um laço percorre várias coisas, e isto é {found}"),
    help: Words(
      en: "`0..n` goes through the numbers from 0 up to n - 1.", es: "`0..n` recorre los números desde 0 hasta n - 1.",
      pt: "`0..n` percorre os números de 0 até n - 1."),
    meaning: Words(
      en: "A number is one thing. To do something so many times, go through a range, or use `repeat n \\{ … \\}`.",
      es: "Un número es una sola cosa. Para hacer algo tantas veces, recorre un rango o usa `repeat n \\{ … \\}`.",
      pt: "Um número é uma coisa só. Para fazer algo tantas vezes, percorra um intervalo ou use `repeat n \\{ … \\}`."),
    mend: Words(
      en: "Write `for i in 0..3 \\{ print(i) \\}`.", es: "Escribe `for i in 0..3 \\{ print(i) \\}`.",
      pt: "Escreva `for i in 0..3 \\{ print(i) \\}`."),
    example: "for i in 3 { print(i) }")

  package static let cannotIterate = DiagnosticRow(
    "E0554",
    message: Words(
      en: "a loop cannot go through {kind}", es: "un bucle no puede recorrer {kind}",
      pt: "um laço não consegue percorrer {kind}"),
    help: Words(
      en: "It can go through ranges, tensors, tuples, texts and recorded series.",
      es: "Puede recorrer rangos, tensores, tuplas, textos y series registradas.",
      pt: "Ele pode percorrer intervalos, tensores, tuplas, textos e séries registradas."),
    meaning: Words(
      en:
        "A loop takes one element after the other: the numbers of a range, the rows of a tensor, the parts of a "
        + "tuple, the letters of a text.",
      es:
        "Un bucle toma un elemento tras otro: los números de un rango, las filas de un tensor, las partes de una "
        + "tupla, las letras de un texto.",
      pt:
        "Um laço toma um elemento após o outro: os números de um intervalo, as linhas de um tensor, as partes de "
        + "uma tupla, as letras de um texto."),
    mend: Words(
      en: "Go through what the function gives: `for y in exp([1, 2]) \\{ print(y) \\}`.",
      es: "Recorre lo que da la función: `for y in exp([1, 2]) \\{ print(y) \\}`.",
      pt: "Percorra o que a função dá: `for y in exp([1, 2]) \\{ print(y) \\}`."),
    example: "for y in exp { print(y) }")

  package static let noSuchMember = DiagnosticRow(
    "E0555",
    message: Words(
      en: "there is no `.{name}` in {kind}", es: "no existe `.{name}` en {kind}", pt: "não existe `.{name}` em {kind}"),
    meaning: Words(
      en:
        "After a point stands a label of a tuple, a member of a model, or what a tensor knows of itself: `.T`, "
        + "`.shape`, `.rank`, `.count`, `.precision`. Everything else is a function: `sum(x)`.",
      es:
        "Tras un punto va una etiqueta de una tupla, un miembro de un modelo o lo que un tensor sabe de sí mismo: "
        + "`.T`, `.shape`, `.rank`, `.count`, `.precision`. Todo lo demás es una función: `sum(x)`.",
      pt:
        "Depois de um ponto vem um rótulo de uma tupla, um membro de um modelo ou o que um tensor sabe de si: `.T`, "
        + "`.shape`, `.rank`, `.count`, `.precision`. Todo o resto é função: `sum(x)`."),
    mend: Words(en: "Write `x.shape`.", es: "Escribe `x.shape`.", pt: "Escreva `x.shape`."),
    example: "let x = [1, 2]\nx.shap")

  package static let cannotFormat = DiagnosticRow(
    "E0556",
    message: Words(
      en: "this format is for numbers, and here is {kind}", es: "este formato es para números, y aquí hay {kind}",
      pt: "este formato é para números, e aqui há {kind}"),
    help: Words(
      en: "For other things only the width can be given: `\\{x:10\\}`.",
      es: "Para lo demás solo se puede indicar el ancho: `\\{x:10\\}`.",
      pt: "Para o resto só se pode indicar a largura: `\\{x:10\\}`."),
    meaning: Words(
      en: "`.3f` and its relatives say how many digits of a number are written. A text has no digits.",
      es: "`.3f` y los demás dicen cuántas cifras de un número se escriben. Un texto no tiene cifras.",
      pt: "`.3f` e os outros dizem quantos dígitos de um número são escritos. Um texto não tem dígitos."),
    mend: Words(
      en: "Leave the format out: `\"\\{name\\}\"`.", es: "Quita el formato: `\"\\{name\\}\"`.",
      pt: "Tire o formato: `\"\\{name\\}\"`."),
    example: "let name = \"Ada\"\n\"{name:.2f}\"")

  package static let notWholeForFormat = DiagnosticRow(
    "E0557",
    message: Words(
      en: "the format `d` is for whole numbers, and this is {value}",
      es: "el formato `d` es para números enteros, y esto es {value}",
      pt: "o formato `d` é para números inteiros, e isto é {value}"),
    help: Words(en: "`.0f` rounds.", es: "`.0f` redondea.", pt: "`.0f` arredonda."),
    meaning: Words(
      en: "`d` writes whole numbers and would have to drop the fraction without a word.",
      es: "`d` escribe números enteros y tendría que quitar la parte decimal sin avisar.",
      pt: "`d` escreve números inteiros e teria que tirar a parte decimal sem avisar."),
    mend: Words(
      en: "Round on purpose: `\"\\{x:.0f\\}\"`.", es: "Redondea a propósito: `\"\\{x:.0f\\}\"`.",
      pt: "Arredonde de propósito: `\"\\{x:.0f\\}\"`."),
    example: "let x = 2.5\n\"{x:d}\"")

  package static let labelTwice = DiagnosticRow(
    "E0558",
    message: Words(
      en: "`{argument}` of `{op}` was given twice", es: "`{argument}` de `{op}` aparece dos veces",
      pt: "`{argument}` de `{op}` aparece duas vezes"),
    meaning: Words(
      en: "Every parameter takes one value.", es: "Cada parámetro recibe un solo valor.",
      pt: "Cada parâmetro recebe um só valor."),
    mend: Words(
      en: "Keep one of them: `sum([1, 2], axis: 0)`.", es: "Deja solo uno: `sum([1, 2], axis: 0)`.",
      pt: "Deixe só um: `sum([1, 2], axis: 0)`."),
    example: DiagnosticRow.noExample)
}
