// Shapes and indices that operators refuse, and the list of all rows about operators: E0411 to E0417.

extension DiagnosticCatalogue {
  /// Operators over values: one row for each way they refuse.
  package static let operatorRows: [DiagnosticRow] = [
    .raggedStack, .tooManyIndices, .sliceOutside, .severalGathers, .transposeNeedsMatrix, .truthIndex, .twoRests,
    .matmulOfNumbers, .truthInArithmetic, .joiningTexts, .noArithmetic, .cannotCompare, .noOrder, .severalTruths,
    .conditionNotTruth, .notOneNumber, .notWhole, .needsTensor, .mixedStack, .wrongArgument, .cannotIndex,
    .indexOfNumber,
    .elementOutside, .oneIndexOnly, .notAnIndex, .zeroStep, .iterationOverNumber, .cannotIterate, .noSuchMember,
    .cannotFormat, .notWholeForFormat, .labelTwice,
  ]
}

extension DiagnosticRow {
  package static let raggedStack = DiagnosticRow(
    "E0411",
    message: Words(
      en: "`[…]` cannot stack the shapes {first} and {other}", es: "`[…]` no puede apilar las formas {first} y {other}",
      pt: "`[…]` não consegue empilhar as formas {first} e {other}"),
    label: Words(en: "part {number} is {other}", es: "la parte {number} es {other}", pt: "a parte {number} é {other}"),
    help: Words(
      en: "All parts of a tensor have the same shape; `(…)` makes a tuple of things that differ.",
      es: "Todas las partes de un tensor tienen la misma forma; `(…)` forma una tupla de cosas distintas.",
      pt: "Todas as partes de um tensor têm a mesma forma; `(…)` forma uma tupla de coisas diferentes."),
    meaning: Words(
      en:
        "Square brackets put numbers, or tensors of one shape, side by side along a new axis: three rows of four "
        + "become a tensor of shape [3, 4]. Rows of different lengths leave holes, and a tensor has none.",
      es:
        "Los corchetes ponen números, o tensores de una misma forma, uno junto a otro a lo largo de un eje nuevo: "
        + "tres filas de cuatro dan un tensor de forma [3, 4]. Filas de distinto largo dejarían huecos, y un tensor "
        + "no los tiene.",
      pt:
        "Os colchetes põem números, ou tensores da mesma forma, lado a lado ao longo de um novo eixo: três linhas "
        + "de quatro dão um tensor de forma [3, 4]. Linhas de comprimentos diferentes deixariam buracos, e um tensor "
        + "não os tem."),
    mend: Words(
      en: "Give both rows the same length: `[[1, 2], [3, 4]]`.",
      es: "Da a las dos filas el mismo largo: `[[1, 2], [3, 4]]`.",
      pt: "Dê às duas linhas o mesmo comprimento: `[[1, 2], [3, 4]]`."),
    example: "[[1, 2], [3]]")

  package static let tooManyIndices = DiagnosticRow(
    "E0412",
    message: Words(
      en: "{count} indices are too many for the shape {shape}",
      es: "{count} índices son demasiados para la forma {shape}",
      pt: "{count} índices são demais para a forma {shape}"),
    label: Words(en: "axes: {rank}", es: "ejes: {rank}", pt: "eixos: {rank}"),
    help: Words(
      en: "There can be one index for each axis, in order.", es: "Puede haber un índice por cada eje, en orden.",
      pt: "Pode haver um índice para cada eixo, em ordem."),
    meaning: Words(
      en:
        "The first index chooses along axis 0, the second along axis 1, and so on. Here there are more indices than "
        + "axes.",
      es:
        "El primer índice elige en el eje 0, el segundo en el eje 1, y así sucesivamente. Aquí hay más índices que "
        + "ejes.",
      pt:
        "O primeiro índice escolhe no eixo 0, o segundo no eixo 1, e assim por diante. Aqui há mais índices do que "
        + "eixos."
    ),
    mend: Words(
      en: "A vector takes one index: `x[1]`.", es: "Un vector lleva un solo índice: `x[1]`.",
      pt: "Um vetor recebe um só índice: `x[1]`."),
    example: "let x = [1, 2, 3]\nx[0, 1]")

  package static let sliceOutside = DiagnosticRow(
    "E0413",
    message: Words(
      en: "the slice {slice} reaches outside axis {axis}, which has size {size}",
      es: "el corte {slice} se sale del eje {axis}, que tiene tamaño {size}",
      pt: "a fatia {slice} sai do eixo {axis}, que tem tamanho {size}"),
    help: Words(
      en: "The ends of a slice lie between 0 and {size}; negative ones count from the end.",
      es: "Los extremos de un corte están entre 0 y {size}; los negativos cuentan desde el final.",
      pt: "Os extremos de uma fatia ficam entre 0 e {size}; os negativos contam a partir do fim."),
    meaning: Words(
      en:
        "`x[a..b]` takes the elements from a up to, but without, b. Both ends must lie within the axis: a slice "
        + "that silently became shorter would hide a mistake.",
      es:
        "`x[a..b]` toma los elementos desde a hasta b, sin incluir b. Los dos extremos deben estar dentro del eje: "
        + "un corte que se acortara en silencio escondería un error.",
      pt:
        "`x[a..b]` toma os elementos de a até b, sem incluir b. Os dois extremos precisam estar dentro do eixo: uma "
        + "fatia que encurtasse em silêncio esconderia um erro."),
    mend: Words(
      en: "Leave the end open for everything that is left: `x[1..]`.",
      es: "Deja abierto el final para tomar el resto: `x[1..]`.",
      pt: "Deixe o fim aberto para tomar o resto: `x[1..]`."),
    example: "let x = [1, 2, 3]\nx[1..5]")

  package static let severalGathers = DiagnosticRow(
    "E0414",
    message: Words(
      en: "only one of the indices may be a tensor of positions",
      es: "solo uno de los índices puede ser un tensor de posiciones",
      pt: "só um dos índices pode ser um tensor de posições"),
    help: Words(
      en: "Choose along one axis after the other: `x[rows][:, columns]`.",
      es: "Elige en un eje después del otro: `x[filas][:, columnas]`.",
      pt: "Escolha em um eixo depois do outro: `x[linhas][:, colunas]`."),
    meaning: Words(
      en:
        "A tensor as an index names several places of one axis. With two of them it is not clear whether they go in "
        + "pairs or whether every row meets every column, so the language asks for two steps.",
      es:
        "Un tensor como índice nombra varias posiciones de un eje. Con dos no está claro si van por parejas o si "
        + "cada fila se combina con cada columna, así que el lenguaje pide dos pasos.",
      pt:
        "Um tensor como índice cita várias posições de um eixo. Com dois não fica claro se andam em pares ou se "
        + "cada linha encontra cada coluna, então a linguagem pede dois passos."),
    mend: Words(
      en: "In two steps: `A[[0, 1]][:, [1, 0]]`.", es: "En dos pasos: `A[[0, 1]][:, [1, 0]]`.",
      pt: "Em dois passos: `A[[0, 1]][:, [1, 0]]`."),
    example: "let A = [[1, 2], [3, 4]]\nA[[0, 1], [1, 0]]")

  package static let transposeNeedsMatrix = DiagnosticRow(
    "E0415",
    message: Words(
      en: "`.T` needs a matrix; this is {found}", es: "`.T` necesita una matriz; esto es {found}",
      pt: "`.T` precisa de uma matriz; isto é {found}"),
    help: Words(
      en: "A vector is neither row nor column, and `@` takes it as it is; `expand(x, 0)` makes a row of it.",
      es: "Un vector no es ni fila ni columna, y `@` lo acepta tal cual; `expand(x, 0)` lo convierte en fila.",
      pt: "Um vetor não é linha nem coluna, e `@` o aceita como está; `expand(x, 0)` o transforma em linha."),
    meaning: Words(
      en:
        "Transposing exchanges rows and columns, so there must be both. A vector has one axis only. Where the slide "
        + "writes xᵀy, `dot(x, y)` or `x @ y` says it; xᵀA is `x @ A`.",
      es:
        "Transponer intercambia filas y columnas, así que debe haber ambas. Un vector tiene un solo eje. Donde la "
        + "pizarra dice xᵀy, se escribe `dot(x, y)` o `x @ y`; xᵀA es `x @ A`.",
      pt:
        "Transpor troca linhas e colunas, então é preciso haver as duas. Um vetor tem um só eixo. Onde o quadro diz "
        + "xᵀy, escreve-se `dot(x, y)` ou `x @ y`; xᵀA é `x @ A`."),
    mend: Words(
      en: "The product of two vectors needs no transposing: `[1, 2] @ [3, 4]`.",
      es: "El producto de dos vectores no necesita transponer: `[1, 2] @ [3, 4]`.",
      pt: "O produto de dois vetores não precisa de transposição: `[1, 2] @ [3, 4]`."),
    example: "[1, 2].T")

  package static let truthIndex = DiagnosticRow(
    "E0416",
    message: Words(
      en: "truth values cannot be an index", es: "los valores de verdad no pueden ser un índice",
      pt: "valores lógicos não podem ser um índice"),
    help: Words(
      en: "`where(mask, x, 0)` keeps the shape and puts 0 where the mask is false.",
      es: "`where(mask, x, 0)` conserva la forma y pone 0 donde la máscara es falsa.",
      pt: "`where(mask, x, 0)` mantém a forma e põe 0 onde a máscara é falsa."),
    meaning: Words(
      en:
        "How many elements a mask lets through depends on the data, and shapes here are known before anything is "
        + "computed. So a mask weighs elements instead of removing them: `sum(where(mask, x, 0)) / sum(mask)` is the "
        + "mean of those it lets through.",
      es:
        "Cuántos elementos deja pasar una máscara depende de los datos, y aquí las formas se conocen antes de "
        + "calcular. Por eso una máscara pondera los elementos en lugar de quitarlos: `sum(where(mask, x, 0)) / "
        + "sum(mask)` es la media de los que deja pasar.",
      pt:
        "Quantos elementos uma máscara deixa passar depende dos dados, e aqui as formas são conhecidas antes de "
        + "calcular. Por isso uma máscara pondera os elementos em vez de retirá-los: `sum(where(mask, x, 0)) / "
        + "sum(mask)` é a média dos que ela deixa passar."),
    mend: Words(
      en: "Write `where(x > 1, x, 0)`.", es: "Escribe `where(x > 1, x, 0)`.", pt: "Escreva `where(x > 1, x, 0)`."),
    example: "let x = [1, 2, 3]\nx[x > 1]")

  package static let twoRests = DiagnosticRow(
    "E0417",
    message: Words(
      en: "`...` may stand only once in an index", es: "`...` solo puede aparecer una vez en un índice",
      pt: "`...` só pode aparecer uma vez em um índice"),
    meaning: Words(
      en:
        "`...` stands for all the axes that are not named. With two of them nobody could tell which axes each "
        + "stands for.",
      es: "`...` representa todos los ejes que no se nombran. Con dos no se sabría qué ejes representa cada uno.",
      pt: "`...` representa todos os eixos que não são citados. Com dois não se saberia quais eixos cada um representa."
    ),
    mend: Words(
      en: "Name the other axes with `:`, as in `x[..., 0]`.", es: "Nombra los otros ejes con `:`, como en `x[..., 0]`.",
      pt: "Cite os outros eixos com `:`, como em `x[..., 0]`."),
    example: "let x = zeros(2, 2, 2)\nx[..., 0, ...]")
}
