// Matrices, derivatives and limits: E0507 to E0509, E0601 to E0603, E0701 to E0703.

extension DiagnosticRow {
  package static let singularMatrix = DiagnosticRow(
    "E0507",
    message: Words(
      en: "`{op}` met a singular matrix: row {pivot} is made of the rows above it",
      es: "`{op}` recibió una matriz singular: la fila {pivot} se obtiene de las filas de arriba",
      pt: "`{op}` recebeu uma matriz singular: a linha {pivot} é feita das linhas acima dela"),
    help: Words(
      en: "Rows are counted from 0. Adding a little to the diagonal, `A + 1e-6 * eye(n)`, makes it invertible.",
      es: "Las filas se cuentan desde 0. Sumar un poco a la diagonal, `A + 1e-6 * eye(n)`, la vuelve invertible.",
      pt:
        "As linhas são contadas a partir de 0. Somar um pouco à diagonal, `A + 1e-6 * eye(n)`, torna a matriz "
        + "invertível."
    ),
    meaning: Words(
      en:
        "A matrix whose rows depend on each other flattens space: different vectors go to the same place, so there is "
        + "no way back and no inverse.",
      es:
        "Una matriz cuyas filas dependen unas de otras aplasta el espacio: vectores distintos van al mismo lugar, así "
        + "que no hay camino de vuelta ni inversa.",
      pt:
        "Uma matriz cujas linhas dependem umas das outras achata o espaço: vetores diferentes vão para o mesmo lugar, "
        + "então não há caminho de volta nem inversa."),
    mend: Words(
      en: "Here row 1 is twice row 0; with `[2, 5]` in its place there is an inverse.",
      es: "Aquí la fila 1 es el doble de la fila 0; con `[2, 5]` en su lugar hay inversa.",
      pt: "Aqui a linha 1 é o dobro da linha 0; com `[2, 5]` no lugar dela há inversa."),
    example: "inverse([[1, 2], [2, 4]])")

  package static let notPositiveDefinite = DiagnosticRow(
    "E0508",
    message: Words(
      en: "`{op}` needs a positive definite matrix; the upper left block of {order}×{order} is not",
      es: "`{op}` necesita una matriz definida positiva; el bloque superior izquierdo de {order}×{order} no lo es",
      pt: "`{op}` precisa de uma matriz definida positiva; o bloco superior esquerdo de {order}×{order} não é"),
    help: Words(
      en: "For a covariance, check that it is symmetric; `A + 1e-6 * eye(n)` helps against rounding.",
      es: "Si es una covarianza, comprueba que sea simétrica; `A + 1e-6 * eye(n)` ayuda contra el redondeo.",
      pt: "Se for uma covariância, verifique se é simétrica; `A + 1e-6 * eye(n)` ajuda contra o arredondamento."),
    meaning: Words(
      en: "A matrix is positive definite when x @ A @ x > 0 for every x but 0. Every covariance without a redundant "
        + "direction is. Only such matrices have a Cholesky factor.",
      es:
        "Una matriz es definida positiva cuando x @ A @ x > 0 para todo x distinto de 0. Toda covarianza sin "
        + "direcciones redundantes lo es. Solo esas matrices tienen factor de Cholesky.",
      pt:
        "Uma matriz é definida positiva quando x @ A @ x > 0 para todo x diferente de 0. Toda covariância sem direções "
        + "redundantes é assim. Só essas matrizes têm fator de Cholesky."),
    mend: Words(
      en: "A larger diagonal does it: `cholesky([[3, 2], [2, 3]])`.",
      es: "Basta con una diagonal mayor: `cholesky([[3, 2], [2, 3]])`.",
      pt: "Basta uma diagonal maior: `cholesky([[3, 2], [2, 3]])`."),
    example: "cholesky([[1, 2], [2, 1]])")

  package static let notConverged = DiagnosticRow(
    "E0509",
    message: Words(
      en: "`{op}` did not settle", es: "`{op}` no llegó a estabilizarse", pt: "`{op}` não chegou a se estabilizar"),
    help: Words(
      en: "Look for NaN, infinity, or numbers that are very large beside very small ones.",
      es: "Busca NaN, infinitos, o números enormes junto a otros diminutos.",
      pt: "Procure NaN, infinitos, ou números enormes ao lado de minúsculos."),
    meaning: Words(
      en:
        "Eigenvalues and singular values are found by getting closer step by step. In very rare matrices the steps go "
        + "on without an end; no small program is known that does it.",
      es:
        "Los valores propios y singulares se hallan acercándose paso a paso. En matrices muy raras los pasos no "
        + "acaban; no se conoce un programa pequeño que lo provoque.",
      pt:
        "Os autovalores e os valores singulares são achados chegando perto passo a passo. Em matrizes muito raras os "
        + "passos não acabam; não se conhece um programa pequeno que provoque isso."),
    mend: Words(
      en: "Scale the matrix so that its largest element is near 1.",
      es: "Escala la matriz para que su mayor elemento esté cerca de 1.",
      pt: "Escale a matriz para que o seu maior elemento fique perto de 1."),
    example: noExample)

  package static let notDifferentiable = DiagnosticRow(
    "E0601",
    message: Words(
      en: "`{op}` has no derivative here", es: "`{op}` no tiene derivada aquí", pt: "`{op}` não tem derivada aqui"),
    label: Words(en: "{reason}", es: "{reason}", pt: "{reason}"),
    help: Words(
      en: "`stop_gradient(…)` says that this part is meant to stay fixed.",
      es: "`stop_gradient(…)` dice que esta parte debe quedarse fija.",
      pt: "`stop_gradient(…)` diz que esta parte deve ficar fixa."),
    meaning: Words(
      en:
        "A derivative asks how the result moves when an input moves a little. Where the result jumps, or is drawn in a "
        + "way that does not move with its parameters, there is no answer, and 0 would be a wrong one.",
      es:
        "Una derivada pregunta cómo se mueve el resultado cuando una entrada se mueve un poco. Donde el resultado "
        + "salta, o se sortea de un modo que no se mueve con sus parámetros, no hay respuesta, y 0 sería una falsa.",
      pt:
        "Uma derivada pergunta como o resultado se move quando uma entrada se move um pouco. Onde o resultado salta, "
        + "ou é sorteado de um modo que não se move com os parâmetros, não há resposta, e 0 seria uma resposta "
        + "errada."),
    mend: Words(
      en: "The mean of such coins is p itself: `grad(p -> 4 * p)(0.5)`.",
      es: "La media de esas monedas es la propia p: `grad(p -> 4 * p)(0.5)`.",
      pt: "A média dessas moedas é o próprio p: `grad(p -> 4 * p)(0.5)`."),
    example: "grad(p -> sum(bernoulli(p, [4])))(0.5)")

  package static let notScalar = DiagnosticRow(
    "E0602",
    message: Words(
      en: "`{op}` needs a single number; this has shape {shape}",
      es: "`{op}` necesita un solo número; esto tiene forma {shape}",
      pt: "`{op}` precisa de um único número; isto tem forma {shape}"),
    help: Words(
      en: "Sum or average it first: `sum(…)`, `mean(…)`. For every element at once there is `jacobian`.",
      es: "Súmalo o promédialo antes: `sum(…)`, `mean(…)`. Para todos los elementos a la vez está `jacobian`.",
      pt: "Some ou tire a média antes: `sum(…)`, `mean(…)`. Para todos os elementos de uma vez existe `jacobian`."),
    meaning: Words(
      en:
        "A gradient says in which direction one number grows fastest. A tensor has many numbers, each with a direction "
        + "of its own; so say which number is meant.",
      es:
        "Un gradiente dice en qué dirección crece más rápido un número. Un tensor tiene muchos, cada uno con su "
        + "dirección; di de qué número se trata.",
      pt:
        "Um gradiente diz em que direção um número cresce mais rápido. Um tensor tem muitos, cada um com a sua "
        + "direção; diga de que número se trata."),
    mend: Words(
      en: "Add the elements up: `grad(x -> sum(x * [1, 2]))(3)`.",
      es: "Suma los elementos: `grad(x -> sum(x * [1, 2]))(3)`.",
      pt: "Some os elementos: `grad(x -> sum(x * [1, 2]))(3)`."),
    example: "grad(x -> x * [1, 2])(3)")

  package static let cannotLook = DiagnosticRow(
    "E0603",
    message: Words(
      en: "the value is not known yet", es: "el valor todavía no se conoce", pt: "o valor ainda não é conhecido"),
    label: Words(en: "{reason}", es: "{reason}", pt: "{reason}"),
    help: Words(
      en: "`where(condition, a, b)` chooses element by element and needs no `if`.",
      es: "`where(condición, a, b)` elige elemento a elemento y no necesita `if`.",
      pt: "`where(condição, a, b)` escolhe elemento a elemento e não precisa de `if`."),
    meaning: Words(
      en:
        "`map` runs a function once for all elements together, so inside it a value is many values. An `if` would have "
        + "to go both ways at once.",
      es:
        "`map` ejecuta la función una vez para todos los elementos juntos, así que dentro un valor son muchos. Un `if` "
        + "tendría que ir por los dos lados a la vez.",
      pt:
        "`map` executa a função uma vez para todos os elementos juntos, então dentro dela um valor são muitos. Um `if` "
        + "teria que ir pelos dois lados ao mesmo tempo."),
    mend: Words(
      en: "`map(x -> where(x > 0, x, 0), [1, -1])`, or simply `relu([1, -1])`.",
      es: "`map(x -> where(x > 0, x, 0), [1, -1])`, o simplemente `relu([1, -1])`.",
      pt: "`map(x -> where(x > 0, x, 0), [1, -1])`, ou simplesmente `relu([1, -1])`."),
    example: noExample)

  package static let outOfMemory = DiagnosticRow(
    "E0701",
    message: Words(
      en: "`{op}` needs {bytes} of memory; {free} of {budget} are free",
      es: "`{op}` necesita {bytes} de memoria; quedan {free} de {budget}",
      pt: "`{op}` precisa de {bytes} de memória; restam {free} de {budget}"),
    meaning: Words(
      en:
        "A session may use only so much memory, so that one cell cannot freeze the whole computer. Every number takes "
        + "8 bytes, or 4 in float32.",
      es:
        "Una sesión solo puede usar cierta memoria, para que una celda no congele todo el ordenador. Cada número ocupa "
        + "8 bytes, o 4 en float32.",
      pt:
        "Uma sessão só pode usar certa quantidade de memória, para que uma célula não trave o computador inteiro. Cada "
        + "número ocupa 8 bytes, ou 4 em float32."),
    mend: Words(
      en: "Ask for fewer numbers, or work through them in batches: `arange(1000)`.",
      es: "Pide menos números, o trabaja por lotes: `arange(1000)`.",
      pt: "Peça menos números, ou trabalhe por lotes: `arange(1000)`."),
    example: "arange(1000000000000)")

  package static let stopped = DiagnosticRow(
    "E0702",
    message: Words(en: "stopped", es: "detenido", pt: "interrompido"),
    label: Words(en: "this was running", es: "esto se estaba ejecutando", pt: "isto estava em execução"),
    meaning: Words(
      en:
        "Somebody stopped the evaluation, usually with Ctrl-C. Learning steps that were finished are kept; everything "
        + "else is as it was before the cell.",
      es:
        "Alguien detuvo la evaluación, casi siempre con Ctrl-C. Los pasos de aprendizaje terminados se conservan; todo "
        + "lo demás queda como antes de la celda.",
      pt:
        "Alguém interrompeu a avaliação, quase sempre com Ctrl-C. Os passos de aprendizado terminados são mantidos; "
        + "todo o resto fica como antes da célula."),
    mend: Words(
      en: "If it would never have ended, as `while true { }` does not, give the loop an end: `repeat 100 { }`.",
      es: "Si nunca iba a acabar, como `while true { }`, ponle fin al bucle: `repeat 100 { }`.",
      pt: "Se nunca ia acabar, como `while true { }`, dê um fim ao laço: `repeat 100 { }`."),
    example: noExample)

  package static let graphTooLarge = DiagnosticRow(
    "E0703",
    message: Words(
      en: "this derivative would record more than {limit} operations",
      es: "esta derivada tendría que registrar más de {limit} operaciones",
      pt: "esta derivada teria que registrar mais de {limit} operações"),
    help: Words(
      en: "Work on whole tensors instead of one element at a time, or make the loop shorter.",
      es: "Trabaja con tensores enteros en vez de elemento por elemento, o acorta el bucle.",
      pt: "Trabalhe com tensores inteiros em vez de elemento por elemento, ou encurte o laço."),
    meaning: Words(
      en:
        "To take a derivative, every operation is recorded until the end. A long loop over single numbers records one "
        + "for each turn.",
      es:
        "Para derivar, cada operación queda registrada hasta el final. Un bucle largo sobre números sueltos registra "
        + "una en cada vuelta.",
      pt:
        "Para derivar, cada operação fica registrada até o fim. Um laço longo sobre números soltos registra uma a cada "
        + "volta."),
    mend: Words(
      en: "Say it in one operation: `grad(x -> x * 1.0000001^6000000)(1)`.",
      es: "Dilo en una sola operación: `grad(x -> x * 1.0000001^6000000)(1)`.",
      pt: "Diga em uma só operação: `grad(x -> x * 1.0000001^6000000)(1)`."),
    example: """
      fn long(x) {
          var y = x
          repeat 6000000 { y = y * 1.0000001 }
          y
      }
      grad(long)(1)
      """)
}
