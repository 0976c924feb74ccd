// What figures cannot draw: E0670 to E0683.

extension DiagnosticCatalogue {
  /// The rows of the functions that make figures.
  package static let figureRows: [DiagnosticRow] = [
    .figureInDerivative, .notDrawable, .singleNumber, .sizesDiffer, .shapeNotDrawable, .nothingFinite, .tooManyPoints,
    .rangeMissing, .emptyRange, .nothingPositive, .sampledShape, .notAnImage, .notOverAxes, .rowsDiffer,
  ]
}

extension DiagnosticRow {
  package static let figureInDerivative = DiagnosticRow(
    "E0670",
    message: Words(
      en: "`{op}` draws what has been computed, and inside a derivative or a `map` nothing has been yet",
      es: "`{op}` dibuja lo ya calculado, y dentro de una derivada o de un `map` todavía no hay nada calculado",
      pt: "`{op}` desenha o que já foi calculado, e dentro de uma derivada ou de um `map` ainda não há nada calculado"),
    help: Words(
      en: "Draw after it, with the result.", es: "Dibuja después, con el resultado.",
      pt: "Desenhe depois, com o resultado."),
    meaning: Words(
      en: "A derivative and `map` run a function only to record what it computes. A picture made in there would show "
        + "numbers of nobody's.",
      es: "Una derivada y `map` ejecutan la función solo para registrar qué calcula. Una imagen hecha ahí dentro "
        + "mostraría números que no son de nadie.",
      pt: "Uma derivada e `map` executam a função só para registrar o que ela calcula. Uma figura feita ali dentro "
        + "mostraria números que não são de ninguém."),
    mend: Words(
      en: "Let the function give its numbers, and draw these: `bars([grad(x -> x^2)(3)])`.",
      es: "Que la función dé sus números, y dibuja esos: `bars([grad(x -> x^2)(3)])`.",
      pt: "Deixe a função dar os números dela e desenhe esses: `bars([grad(x -> x^2)(3)])`."),
    example: "grad(x -> { bars([x]); x^2 })(3)")

  package static let notDrawable = DiagnosticRow(
    "E0671",
    message: Words(
      en: "`{op}` draws {expected}, and this is {kind}", es: "`{op}` dibuja {expected}, y esto es {kind}",
      pt: "`{op}` desenha {expected}, e isto é {kind}"),
    meaning: Words(
      en: "Every figure is made of certain values: curves and points of numbers, tables of columns, panels of "
        + "figures. This value is of another kind.",
      es: "Cada figura se hace con ciertos valores: curvas y puntos con números, tablas con columnas, paneles con "
        + "figuras. Este valor es de otro tipo.",
      pt: "Cada figura é feita de certos valores: curvas e pontos de números, tabelas de colunas, painéis de figuras. "
        + "Este valor é de outro tipo."),
    mend: Words(
      en: "Give it numbers: `histogram([1, 2, 2, 3])`. Texts stand beside the numbers, as in `bars((\"a\", \"b\"), "
        + "[1, 2])`.",
      es: "Dale números: `histogram([1, 2, 2, 3])`. Los textos van junto a los números: `bars((\"a\", \"b\"), [1, "
        + "2])`.",
      pt: "Dê números a ela: `histogram([1, 2, 2, 3])`. Os textos ficam ao lado dos números: `bars((\"a\", \"b\"), "
        + "[1, 2])`."),
    example: "histogram(\"1, 2, 2, 3\")")

  package static let singleNumber = DiagnosticRow(
    "E0672",
    message: Words(
      en: "`{op}` draws a curve, and a single number is none",
      es: "`{op}` dibuja una curva, y un solo número no lo es",
      pt: "`{op}` desenha uma curva, e um único número não é uma"),
    help: Words(
      en: "Numbers that come one by one in a loop can be gathered with `record`.",
      es: "Los números que aparecen uno a uno en un bucle se juntan con `record`.",
      pt: "Números que surgem um a um num laço podem ser reunidos com `record`."),
    meaning: Words(
      en: "A curve needs several points. The value here is one number, perhaps the last one of many.",
      es: "Una curva necesita varios puntos. El valor aquí es un solo número, quizá el último de muchos.",
      pt: "Uma curva precisa de vários pontos. O valor aqui é um só número, talvez o último de muitos."),
    mend: Words(
      en: "Record the number in the loop: `for i in 0..9 { record loss = 1 / (i + 1) }`, then `plot loss`.",
      es: "Registra el número en el bucle: `for i in 0..9 { record loss = 1 / (i + 1) }`, y luego `plot loss`.",
      pt: "Registre o número no laço: `for i in 0..9 { record loss = 1 / (i + 1) }`, e depois `plot loss`."),
    example: "let loss = 0.3\nplot loss")

  package static let sizesDiffer = DiagnosticRow(
    "E0673",
    message: Words(
      en: "`{op}` cannot pair these: {first} has {count}, {second} has {number}",
      es: "`{op}` no puede emparejarlos: {first} tiene {count}, {second} tiene {number}",
      pt: "`{op}` não consegue emparelhar: {first} tem {count}, {second} tem {number}"),
    meaning: Words(
      en: "A point needs an x and a y, a bar a label and a height, a row of a table something in every column. One of "
        + "the lists is longer than the other.",
      es: "Un punto necesita una x y una y; una barra, etiqueta y altura; una fila de una tabla, algo en cada "
        + "columna. Una de las listas es más larga que la otra.",
      pt: "Um ponto precisa de um x e um y; uma barra, de rótulo e altura; uma linha de tabela, de algo em cada "
        + "coluna. Uma das listas é mais longa que a outra."),
    mend: Words(
      en: "Make both equally long: `plot([0, 1, 2], [0, 1, 4])`. `linspace(0, 1, count: n)` makes n places.",
      es: "Haz que midan lo mismo: `plot([0, 1, 2], [0, 1, 4])`. `linspace(0, 1, count: n)` crea n lugares.",
      pt: "Deixe as duas do mesmo tamanho: `plot([0, 1, 2], [0, 1, 4])`. `linspace(0, 1, count: n)` cria n lugares."),
    example: "plot([0, 1, 2, 3, 4], [0, 1, 4, 9, 16, 25])")

  package static let shapeNotDrawable = DiagnosticRow(
    "E0674",
    message: Words(
      en: "`{op}` does not know how to draw a tensor of shape {shape}; it takes {expected}",
      es: "`{op}` no sabe dibujar un tensor de forma {shape}; toma {expected}",
      pt: "`{op}` não sabe desenhar um tensor de forma {shape}; recebe {expected}"),
    meaning: Words(
      en: "The axes of a tensor say what is drawn: one axis for a list, two for a matrix, a second axis of 2 for "
        + "points in the plane.",
      es: "Los ejes de un tensor dicen qué se dibuja: un eje para una lista, dos para una matriz, un segundo eje de 2 "
        + "para puntos del plano.",
      pt: "Os eixos de um tensor dizem o que é desenhado: um eixo para uma lista, dois para uma matriz, um segundo "
        + "eixo de 2 para pontos do plano."),
    mend: Words(
      en: "Choose what is to be seen: two of the columns, as in `scatter(X[:, 0..2])`.",
      es: "Elige qué se va a ver: dos de las columnas, como en `scatter(X[:, 0..2])`.",
      pt: "Escolha o que mostrar: duas das colunas, como em `scatter(X[:, 0..2])`."),
    example: "let X = zeros(5, 3)\nscatter(X)")

  package static let nothingFinite = DiagnosticRow(
    "E0675",
    message: Words(
      en: "`{op}` has nothing to draw: there is no finite number in it",
      es: "`{op}` no tiene nada que dibujar: no hay ningún número finito",
      pt: "`{op}` não tem o que desenhar: não há nenhum número finito"),
    meaning: Words(
      en: "The list is empty, or all its numbers are `NaN` or infinite, which have no place on paper.",
      es: "La lista está vacía, o todos sus números son `NaN` o infinitos, que no tienen lugar en el papel.",
      pt: "A lista está vazia, ou todos os números são `NaN` ou infinitos, que não têm lugar no papel."),
    mend: Words(
      en: "Look at the numbers first: `print(log([-1, -2]))`. The logarithm of a negative number is `NaN`.",
      es: "Mira antes los números: `print(log([-1, -2]))`. El logaritmo de un número negativo es `NaN`.",
      pt: "Veja antes os números: `print(log([-1, -2]))`. O logaritmo de um número negativo é `NaN`."),
    example: "plot(log([-1, -2]))")

  package static let tooManyPoints = DiagnosticRow(
    "E0676",
    message: Words(
      en: "`{op}` would draw {count} things; it draws at most {allowed}",
      es: "`{op}` tendría que dibujar {count} cosas; dibuja como mucho {allowed}",
      pt: "`{op}` teria que desenhar {count} coisas; desenha no máximo {allowed}"),
    meaning: Words(
      en: "Nobody could tell so many apart, and they would fill the memory.",
      es: "Nadie podría distinguir tantas, y llenarían la memoria.",
      pt: "Ninguém conseguiria distinguir tantas, e elas encheriam a memória."),
    mend: Words(
      en: "Draw a part: every thousandth with `y[0.. by 1000]`, or their distribution with `histogram`.",
      es: "Dibuja una parte: uno de cada mil con `y[0.. by 1000]`, o su distribución con `histogram`.",
      pt: "Desenhe uma parte: um a cada mil com `y[0.. by 1000]`, ou a distribuição com `histogram`."),
    example: "plot(zeros(20000000))")

  package static let rangeMissing = DiagnosticRow(
    "E0677",
    message: Words(
      en: "`{op}` must be told where to draw the function", es: "`{op}` necesita saber dónde dibujar la función",
      pt: "`{op}` precisa saber onde desenhar a função"),
    help: Words(
      en: "Say from where to where: `{example}`.", es: "Di desde dónde hasta dónde: `{example}`.",
      pt: "Diga de onde até onde: `{example}`."),
    meaning: Words(
      en: "A function has values everywhere; a picture shows a part.",
      es: "Una función tiene valores en todas partes; una imagen muestra una parte.",
      pt: "Uma função tem valores em toda parte; uma figura mostra uma parte."),
    mend: Words(
      en: "The first and the last x: `plot(sin, -3, 3)`. Over the plane two ranges: `contour(f, (-2, 2), (-1, 1))`.",
      es: "La primera y la última x: `plot(sin, -3, 3)`. Sobre el plano dos rangos: `contour(f, (-2, 2), (-1, 1))`.",
      pt: "O primeiro e o último x: `plot(sin, -3, 3)`. Sobre o plano dois intervalos: `contour(f, (-2, 2), (-1, "
        + "1))`."),
    example: "plot sin")

  package static let emptyRange = DiagnosticRow(
    "E0678",
    message: Words(
      en: "from {from} to {to} there is nothing to see", es: "de {from} a {to} no hay nada que ver",
      pt: "de {from} a {to} não há nada para ver"),
    help: Words(
      en: "The smaller number comes first.", es: "El número menor va primero.", pt: "O número menor vem primeiro."),
    meaning: Words(
      en: "A range goes from a number to a larger one, and both must be finite.",
      es: "Un rango va de un número a otro mayor, y ambos deben ser finitos.",
      pt: "Um intervalo vai de um número a outro maior, e os dois precisam ser finitos."),
    mend: Words(
      en: "Exchange them: `plot(sin, -3, 3)`.", es: "Intercámbialos: `plot(sin, -3, 3)`.",
      pt: "Troque-os: `plot(sin, -3, 3)`."),
    example: "plot(sin, 3, -3)")

  package static let nothingPositive = DiagnosticRow(
    "E0679",
    message: Words(
      en: "a logarithmic {axis} axis shows positive numbers, and there is none",
      es: "un eje {axis} logarítmico muestra números positivos, y no hay ninguno",
      pt: "um eixo {axis} logarítmico mostra números positivos, e não há nenhum"),
    meaning: Words(
      en: "On a logarithmic axis every step multiplies, so it never comes to 0 or below.",
      es: "En un eje logarítmico cada paso multiplica, así que nunca llega a 0 ni más abajo.",
      pt: "Num eixo logarítmico cada passo multiplica, então ele nunca chega a 0 nem abaixo."),
    mend: Words(
      en: "Leave `log` out, or draw the sizes: `plot(abs([-1, -10, -100]), log: \"y\")`.",
      es: "Quita `log`, o dibuja los tamaños: `plot(abs([-1, -10, -100]), log: \"y\")`.",
      pt: "Tire `log`, ou desenhe os tamanhos: `plot(abs([-1, -10, -100]), log: \"y\")`."),
    example: "plot([-1, -10, -100], log: \"y\")")

  package static let sampledShape = DiagnosticRow(
    "E0680",
    message: Words(
      en: "the function that `{op}` draws must give {expected} at every place, and it gave {found}",
      es: "la función que dibuja `{op}` debe dar {expected} en cada lugar, y dio {found}",
      pt: "a função que `{op}` desenha precisa dar {expected} em cada lugar, e deu {found}"),
    meaning: Words(
      en: "An arrow is a vector of two numbers, a height is one. The function was called at one point, and its result "
        + "is something else.",
      es: "Una flecha es un vector de dos números; una altura, uno solo. Se llamó a la función en un punto y su "
        + "resultado es otra cosa.",
      pt: "Uma seta é um vetor de dois números; uma altura, um só. A função foi chamada em um ponto e o resultado é "
        + "outra coisa."),
    mend: Words(
      en: "For arrows, give both parts: `field(p -> [-p[1], p[0]], (-1, 1), (-1, 1))`.",
      es: "Para flechas, da las dos partes: `field(p -> [-p[1], p[0]], (-1, 1), (-1, 1))`.",
      pt: "Para setas, dê as duas partes: `field(p -> [-p[1], p[0]], (-1, 1), (-1, 1))`."),
    example: "field(p -> sum(p^2), (-1, 1), (-1, 1))")

  package static let notAnImage = DiagnosticRow(
    "E0681",
    message: Words(
      en: "`{op}` sees no image in a tensor of shape {shape}",
      es: "`{op}` no ve ninguna imagen en un tensor de forma {shape}",
      pt: "`{op}` não vê imagem em um tensor de forma {shape}"),
    help: Words(
      en: "An image is [h, w], [h, w, 3] or [3, h, w], or a list of as many numbers as a square has; `images` takes n "
        + "of them.",
      es: "Una imagen es [h, w], [h, w, 3] o [3, h, w], o una lista con tantos números como un cuadrado; `images` "
        + "toma n.",
      pt: "Uma imagem é [h, w], [h, w, 3] ou [3, h, w], ou uma lista com tantos números quanto um quadrado; `images` "
        + "recebe n delas."),
    meaning: Words(
      en: "Pixels lie in rows and columns, with one number each for grey or three for colours. This shape does not "
        + "say where a row ends.",
      es: "Los píxeles están en filas y columnas, con un número cada uno si es gris o tres si es en color. Esta forma "
        + "no dice dónde acaba una fila.",
      pt: "Os pixels ficam em linhas e colunas, com um número cada para cinza ou três para cores. Esta forma não diz "
        + "onde acaba uma linha."),
    mend: Words(
      en: "Say it: `image(reshape(zeros(10), (2, 5)))`.", es: "Dilo: `image(reshape(zeros(10), (2, 5)))`.",
      pt: "Diga: `image(reshape(zeros(10), (2, 5)))`."),
    example: "image(zeros(10))")

  package static let notOverAxes = DiagnosticRow(
    "E0682",
    message: Words(
      en: "`{op}` lays plots over each other, and this figure has no axes",
      es: "`{op}` superpone gráficas, y esta figura no tiene ejes",
      pt: "`{op}` sobrepõe gráficos, e esta figura não tem eixos"),
    help: Words(
      en: "`panels(a, b)` puts any figures beside each other.",
      es: "`panels(a, b)` pone cualquier figura al lado de otra.",
      pt: "`panels(a, b)` põe quaisquer figuras lado a lado."),
    meaning: Words(
      en: "Curves, points and bars share axes when they are laid over each other. Tables, images and diagrams have "
        + "none.",
      es: "Curvas, puntos y barras comparten ejes cuando se superponen. Tablas, imágenes y diagramas no los tienen.",
      pt: "Curvas, pontos e barras dividem os eixos quando são sobrepostos. Tabelas, imagens e diagramas não têm "
        + "eixos."),
    mend: Words(
      en: "Side by side: `panels(plot(sin, 0, 1), table((a: [1, 2])))`.",
      es: "Lado a lado: `panels(plot(sin, 0, 1), table((a: [1, 2])))`.",
      pt: "Lado a lado: `panels(plot(sin, 0, 1), table((a: [1, 2])))`."),
    example: "overlay(plot(sin, 0, 1), table((a: [1, 2])))")

  package static let rowsDiffer = DiagnosticRow(
    "E0683",
    message: Words(
      en: "row {number} of the table has the labels {other}, and the first has {first}",
      es: "la fila {number} de la tabla tiene las etiquetas {other}, y la primera {first}",
      pt: "a linha {number} da tabela tem os rótulos {other}, e a primeira {first}"),
    meaning: Words(
      en: "When every row is a tuple, its labels are the columns, so all rows need the same ones in the same order.",
      es: "Si cada fila es una tupla, sus etiquetas son las columnas, así que todas necesitan las mismas y en el "
        + "mismo orden.",
      pt: "Se cada linha é uma tupla, os rótulos dela são as colunas, então todas precisam dos mesmos, na mesma "
        + "ordem."),
    mend: Words(
      en: "Give both the same labels: `table(((d: 2, error: 0.1), (d: 4, error: 0.05)))`.",
      es: "Dales las mismas etiquetas: `table(((d: 2, error: 0.1), (d: 4, error: 0.05)))`.",
      pt: "Dê aos dois os mesmos rótulos: `table(((d: 2, error: 0.1), (d: 4, error: 0.05)))`."),
    example: "table(((d: 2, error: 0.1), (d: 4, loss: 0.05)))")
}
