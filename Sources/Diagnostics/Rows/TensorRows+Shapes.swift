// Shapes that do not fit: E0401 to E0410.

extension DiagnosticRow {
  package static let shapesDoNotMeet = DiagnosticRow(
    "E0401",
    message: Words(
      en: "`{op}` cannot pair the shapes {left} and {right}",
      es: "`{op}` no puede emparejar las formas {left} y {right}",
      pt: "`{op}` não consegue parear as formas {left} e {right}"),
    label: Words(
      en: "size {m} meets size {n}", es: "aquí un tamaño {m} se topa con un {n}",
      pt: "aqui um tamanho {m} encontra um {n}"),
    help: Words(
      en: "Compare the sizes from the right: each pair must be equal, or one of the two must be 1.",
      es: "Compara los tamaños desde la derecha: cada par debe ser igual, o uno de los dos debe ser 1.",
      pt: "Compare os tamanhos a partir da direita: cada par deve ser igual, ou um dos dois deve ser 1."),
    meaning: Words(
      en:
        "Adding, multiplying or comparing tensors works element by element, so every element needs a partner. Shapes "
        + "are lined up at their right ends; an axis of size 1, or one that is missing on the left, is repeated as "
        + "often as needed. Two sizes that differ and are not 1 leave elements without a partner.",
      es:
        "Sumar, multiplicar o comparar tensores se hace elemento a elemento, así que cada elemento necesita pareja. "
        + "Las formas se alinean por la derecha; un eje de tamaño 1, o que falta a la izquierda, se repite cuanto haga "
        + "falta. Si dos tamaños difieren y ninguno es 1, quedan elementos sin pareja.",
      pt:
        "Somar, multiplicar ou comparar tensores é feito elemento a elemento, então cada elemento precisa de um par. "
        + "As formas são alinhadas pela direita; um eixo de tamanho 1, ou que falta à esquerda, é repetido o quanto "
        + "for preciso. Se dois tamanhos diferem e nenhum é 1, sobram elementos sem par."),
    mend: Words(
      en: "Give both vectors the same length: `[1, 2, 0] + [1, 2, 3]`.",
      es: "Da a los dos vectores la misma longitud: `[1, 2, 0] + [1, 2, 3]`.",
      pt: "Dê aos dois vetores o mesmo comprimento: `[1, 2, 0] + [1, 2, 3]`."),
    example: "[1, 2] + [1, 2, 3]")

  package static let innerSizes = DiagnosticRow(
    "E0402",
    message: Words(
      en: "`{op}` cannot multiply {left} by {right}: the inner sizes, {m} and {n}, differ",
      es: "`{op}` no puede multiplicar {left} por {right}: los tamaños interiores, {m} y {n}, no coinciden",
      pt: "`{op}` não consegue multiplicar {left} por {right}: os tamanhos internos, {m} e {n}, são diferentes"),
    label: Words(
      en: "{m} on the left, {n} on the right", es: "{m} a la izquierda, {n} a la derecha",
      pt: "{m} à esquerda, {n} à direita"),
    help: Words(
      en: "In a matrix product the left side needs as many columns as the right side has rows.",
      es: "En un producto de matrices, la izquierda necesita tantas columnas como filas tiene la derecha.",
      pt: "Em um produto de matrizes, o lado esquerdo precisa de tantas colunas quantas linhas tem o direito."),
    meaning: Words(
      en:
        "Each element of a matrix product is a row of the left side times a column of the right side, so both must be "
        + "equally long: [a, k] times [k, b] gives [a, b]. A vector counts as a row on the left and as a column on the "
        + "right.",
      es: "Cada elemento de un producto de matrices es una fila de la izquierda por una columna de la derecha, así que "
        + "ambas deben tener el mismo largo: [a, k] por [k, b] da [a, b]. Un vector cuenta como fila a la izquierda y "
        + "como columna a la derecha.",
      pt: "Cada elemento de um produto de matrizes é uma linha da esquerda vezes uma coluna da direita, então as duas "
        + "precisam ter o mesmo comprimento: [a, k] vezes [k, b] dá [a, b]. Um vetor conta como linha à esquerda e "
        + "como coluna à direita."),
    mend: Words(
      en: "A matrix of two columns takes a vector of two: `[[1, 2], [3, 4]] @ [1, 2]`.",
      es: "Una matriz de dos columnas recibe un vector de dos: `[[1, 2], [3, 4]] @ [1, 2]`.",
      pt: "Uma matriz de duas colunas recebe um vetor de dois: `[[1, 2], [3, 4]] @ [1, 2]`."),
    example: "[[1, 2], [3, 4]] @ [1, 2, 3]")

  package static let wrongShape = DiagnosticRow(
    "E0403",
    message: Words(
      en: "`{argument}` of `{op}` has shape {shape}, but must be {expected}",
      es: "`{argument}` de `{op}` tiene forma {shape}, pero debe ser {expected}",
      pt: "`{argument}` de `{op}` tem forma {shape}, mas deve ser {expected}"),
    label: Words(
      en: "`{argument}` is {shape}", es: "`{argument}` es {shape}", pt: "`{argument}` é {shape}"),
    meaning: Words(
      en:
        "Some functions need a tensor with a certain number of axes, or of a certain size along one of them: a "
        + "determinant belongs to a square matrix, a convolution to images with channels.",
      es:
        "Algunas funciones necesitan un tensor con cierto número de ejes, o de cierto tamaño en alguno: el "
        + "determinante es de una matriz cuadrada, la convolución de imágenes con canales.",
      pt: "Algumas funções precisam de um tensor com certo número de eixos, ou de certo tamanho em algum deles: o "
        + "determinante é de uma matriz quadrada, a convolução de imagens com canais."),
    mend: Words(
      en: "Only square matrices have a determinant: `determinant([[1, 2], [3, 4]])`.",
      es: "Solo las matrices cuadradas tienen determinante: `determinant([[1, 2], [3, 4]])`.",
      pt: "Só matrizes quadradas têm determinante: `determinant([[1, 2], [3, 4]])`."),
    example: "determinant([[1, 2, 3], [4, 5, 6]])")

  package static let cannotReshape = DiagnosticRow(
    "E0404",
    message: Words(
      en: "{from} and {to} hold different numbers of elements: {count} and {needed}",
      es: "{from} y {to} tienen distinto número de elementos: {count} y {needed}",
      pt: "{from} e {to} têm números diferentes de elementos: {count} e {needed}"),
    label: Words(en: "cannot become {to}", es: "no puede convertirse en {to}", pt: "não pode virar {to}"),
    help: Words(
      en: "One of the sizes may be -1: it becomes whatever fits.",
      es: "Uno de los tamaños puede ser -1: toma el valor que haga falta.",
      pt: "Um dos tamanhos pode ser -1: ele assume o valor que couber."),
    meaning: Words(
      en:
        "Reshaping reads the elements in order and arranges them anew; none is added, none is lost. The product of the "
        + "sizes must stay the same.",
      es:
        "Cambiar la forma lee los elementos en orden y los coloca de nuevo; no se añade ni se pierde ninguno. El "
        + "producto de los tamaños debe seguir igual.",
      pt:
        "Mudar a forma lê os elementos em ordem e os arruma de novo; nenhum é acrescentado nem perdido. O produto dos "
        + "tamanhos precisa continuar o mesmo."),
    mend: Words(
      en: "Six elements fill two rows of three: `reshape([1, 2, 3, 4, 5, 6], [2, 3])`, or `[2, -1]`.",
      es: "Seis elementos llenan dos filas de tres: `reshape([1, 2, 3, 4, 5, 6], [2, 3])`, o `[2, -1]`.",
      pt: "Seis elementos preenchem duas linhas de três: `reshape([1, 2, 3, 4, 5, 6], [2, 3])`, ou `[2, -1]`."),
    example: "reshape([1, 2, 3, 4, 5, 6], [2, 2])")

  package static let noSuchAxis = DiagnosticRow(
    "E0405",
    message: Words(
      en: "there is no axis {axis} in {tensor}", es: "no existe el eje {axis} en {tensor}",
      pt: "não existe o eixo {axis} em {tensor}"),
    label: Words(en: "{valid}", es: "{valid}", pt: "{valid}"),
    help: Words(
      en: "Axes are counted from 0; from the end, -1 is the last.",
      es: "Los ejes se cuentan desde 0; desde el final, -1 es el último.",
      pt: "Os eixos são contados a partir de 0; a partir do fim, -1 é o último."),
    meaning: Words(
      en: "An axis is one direction of a tensor: in a matrix, axis 0 runs down the rows and axis 1 along the columns. "
        + "`sum(A, axis: 0)` makes that axis disappear. A vector has only axis 0, a single number has none.",
      es:
        "Un eje es una dirección del tensor: en una matriz, el eje 0 recorre las filas hacia abajo y el eje 1 las "
        + "columnas. `sum(A, axis: 0)` hace desaparecer ese eje. Un vector solo tiene el eje 0; un número solo, "
        + "ninguno.",
      pt: "Um eixo é uma direção do tensor: em uma matriz, o eixo 0 desce pelas linhas e o eixo 1 percorre as colunas. "
        + "`sum(A, axis: 0)` faz esse eixo desaparecer. Um vetor só tem o eixo 0; um número sozinho, nenhum."),
    mend: Words(
      en: "A vector has axis 0 alone: `sum([1, 2, 3], axis: 0)`.",
      es: "Un vector solo tiene el eje 0: `sum([1, 2, 3], axis: 0)`.",
      pt: "Um vetor só tem o eixo 0: `sum([1, 2, 3], axis: 0)`."),
    example: "sum([1, 2, 3], axis: 1)")

  package static let repeatedAxis = DiagnosticRow(
    "E0406",
    message: Words(
      en: "`{op}` was given axis {axis} twice", es: "`{op}` recibió dos veces el eje {axis}",
      pt: "`{op}` recebeu o eixo {axis} duas vezes"),
    help: Words(
      en: "An axis from the end, such as -1, may be the same as one from the start.",
      es: "Un eje contado desde el final, como -1, puede ser el mismo que uno contado desde el principio.",
      pt: "Um eixo contado a partir do fim, como -1, pode ser o mesmo que um contado do começo."),
    meaning: Words(
      en: "A list of axes names each one once. In a matrix, -1 and 1 are the same axis.",
      es: "Una lista de ejes nombra cada uno una sola vez. En una matriz, -1 y 1 son el mismo eje.",
      pt: "Uma lista de eixos cita cada um uma única vez. Em uma matriz, -1 e 1 são o mesmo eixo."),
    mend: Words(
      en: "Name both axes: `sum([[1, 2], [3, 4]], axis: [0, 1])`.",
      es: "Nombra los dos ejes: `sum([[1, 2], [3, 4]], axis: [0, 1])`.",
      pt: "Cite os dois eixos: `sum([[1, 2], [3, 4]], axis: [0, 1])`."),
    example: "sum([[1, 2], [3, 4]], axis: [1, -1])")

  package static let indexOutside = DiagnosticRow(
    "E0407",
    message: Words(
      en: "index {index} is outside axis {axis}, which has size {size}",
      es: "el índice {index} está fuera del eje {axis}, que tiene tamaño {size}",
      pt: "o índice {index} está fora do eixo {axis}, que tem tamanho {size}"),
    label: Words(en: "{valid}", es: "{valid}", pt: "{valid}"),
    help: Words(
      en: "Indices are counted from 0; -1 is the last element.",
      es: "Los índices se cuentan desde 0; -1 es el último elemento.",
      pt: "Os índices são contados a partir de 0; -1 é o último elemento."),
    meaning: Words(
      en:
        "Counting starts at 0, so the last of three elements has index 2. Negative indices count from the end: -1 is "
        + "the last, -3 the first of three.",
      es:
        "Se cuenta desde 0, así que el último de tres elementos tiene índice 2. Los índices negativos cuentan desde el "
        + "final: -1 es el último, -3 el primero de tres.",
      pt:
        "A contagem começa em 0, então o último de três elementos tem índice 2. Índices negativos contam a partir do "
        + "fim: -1 é o último, -3 o primeiro de três."),
    mend: Words(
      en: "The last element is `x[2]`, or `x[-1]`.", es: "El último elemento es `x[2]`, o `x[-1]`.",
      pt: "O último elemento é `x[2]`, ou `x[-1]`."),
    example: "let x = [10, 20, 30]\nx[3]")

  package static let emptyReduction = DiagnosticRow(
    "E0408",
    message: Words(
      en: "`{op}` has no value over no elements: the shape is {shape}",
      es: "`{op}` no tiene valor cuando no hay elementos: la forma es {shape}",
      pt: "`{op}` não tem valor quando não há elementos: a forma é {shape}"),
    label: Words(en: "no elements here", es: "aquí no hay elementos", pt: "aqui não há elementos"),
    meaning: Words(
      en: "The sum of no numbers is 0 and their product is 1, but no numbers have no mean and no greatest one. Usually "
        + "a slice or a filter before it has left nothing.",
      es: "La suma de ningún número es 0 y su producto es 1, pero sin números no hay media ni máximo. Casi "
        + "siempre un corte o un filtro anterior no ha dejado nada.",
      pt: "A soma de nenhum número é 0 e o produto é 1, mas sem números não há média nem máximo. Quase "
        + "sempre uma fatia ou um filtro anterior não deixou nada."),
    mend: Words(
      en: "Take it over at least one element: `max(zeros([3]))`.",
      es: "Tómalo sobre al menos un elemento: `max(zeros([3]))`.",
      pt: "Use pelo menos um elemento: `max(zeros([3]))`."),
    example: "max(zeros([0]))")

  package static let tooManyAxes = DiagnosticRow(
    "E0409",
    message: Words(
      en: "`{op}` would give {rank} axes; at most {limit} are possible",
      es: "`{op}` daría {rank} ejes; como máximo puede haber {limit}",
      pt: "`{op}` daria {rank} eixos; no máximo pode haver {limit}"),
    meaning: Words(
      en:
        "A tensor has at most eight axes. So many hardly ever arise on purpose: look for a loop that adds one each "
        + "time, or for brackets too many.",
      es:
        "Un tensor tiene como máximo ocho ejes. Rara vez se llega a tantos a propósito: busca un bucle que añade uno "
        + "cada vez, o corchetes de más.",
      pt:
        "Um tensor tem no máximo oito eixos. Raramente se chega a tantos de propósito: procure um laço que acrescenta "
        + "um a cada volta, ou colchetes a mais."),
    mend: Words(
      en: "Merge some axes: `reshape([1], [1, 1])`.", es: "Junta algunos ejes: `reshape([1], [1, 1])`.",
      pt: "Junte alguns eixos: `reshape([1], [1, 1])`."),
    example: "reshape([1], [1, 1, 1, 1, 1, 1, 1, 1, 1])")

  package static let assignedShape = DiagnosticRow(
    "E0410",
    message: Words(
      en: "`{name}` has shape {left}; a value of shape {right} cannot take its place",
      es: "`{name}` tiene forma {left}; un valor de forma {right} no puede ocupar su lugar",
      pt: "`{name}` tem forma {left}; um valor de forma {right} não pode tomar o seu lugar"),
    label: Words(en: "this gives {right}", es: "esto da {right}", pt: "isto dá {right}"),
    meaning: Words(
      en:
        "A parameter keeps the shape it was made with: optimizers and derivatives rely on it. Only its numbers change.",
      es:
        "Un parámetro conserva la forma con que se creó: los optimizadores y las derivadas cuentan con ella. Solo "
        + "cambian sus números.",
      pt: "Um parâmetro conserva a forma com que foi criado: os otimizadores e as derivadas contam com ela. Só os seus "
        + "números mudam."),
    mend: Words(
      en: "Give a value of the same shape: `update w by w -> 2 * w`.",
      es: "Da un valor de la misma forma: `update w by w -> 2 * w`.",
      pt: "Dê um valor da mesma forma: `update w by w -> 2 * w`."),
    example: noExample)
}
