// What learning refuses: losses, targets and steps, E0610 to E0620.

extension DiagnosticCatalogue {
  /// Learning statements, and what changes parameters besides them.
  static let learningRows: [DiagnosticRow] =
    [
      .lossNotFinite, .gradientNotFinite, .stepNotFinite, .lossNotNumber, .lossNotOneNumber, .lossDoesNotReach,
      .targetCannotLearn, .targetIsState, .nothingToLearn, .notAnOptimizer, .movedTwice,
    ] + cellRows
}

extension DiagnosticRow {
  package static let lossNotFinite = DiagnosticRow(
    "E0610",
    message: Words(
      en: "the loss is not finite: `{op}` made the first NaN or infinity, from {inputs}",
      es: "la pérdida no es finita: `{op}` produjo el primer NaN o infinito, a partir de {inputs}",
      pt: "a perda não é finita: `{op}` produziu o primeiro NaN ou infinito, a partir de {inputs}"),
    label: Words(
      en: "here it began, with {inputs}", es: "aquí empezó, con {inputs}", pt: "aqui começou, com {inputs}"),
    help: Words(
      en: "Nothing was changed. Keep logarithms and quotients away from 0 and exponents small, or take a smaller rate.",
      es: "No se cambió nada. Aleja los logaritmos y cocientes del 0, usa exponentes pequeños, o una tasa menor.",
      pt: "Nada foi alterado. Mantenha logaritmos e quocientes longe do 0, use expoentes pequenos, ou uma taxa menor."),
    meaning: Words(
      en:
        "NaN and infinity have no useful gradient, and one of them would spoil every parameter it reaches. So the step is not "
        + "made, and the operation that made the first one is named with the values that went in.",
      es:
        "NaN e infinito no tienen un gradiente útil, y uno solo arruinaría todos los parámetros que alcanza. Por eso el paso "
        + "no se da, y se nombra la operación que produjo el primero, con los valores que recibió.",
      pt:
        "NaN e infinito não têm um gradiente útil, e um só estragaria todos os parâmetros que alcança. Por isso o passo não é "
        + "dado, e se aponta a operação que produziu o primeiro, com os valores que recebeu."),
    mend: Words(
      en: "Start where the logarithm exists: `param w = 0.5`.",
      es: "Empieza donde el logaritmo existe: `param w = 0.5`.",
      pt: "Comece onde o logaritmo existe: `param w = 0.5`."),
    example: "param w = -1\ndescend log(w) over w with sgd(0.1)")

  package static let gradientNotFinite = DiagnosticRow(
    "E0611",
    message: Words(
      en: "the gradient is not finite: the derivative of `{op}` at {inputs} is not",
      es: "el gradiente no es finito: la derivada de `{op}` en {inputs} no lo es",
      pt: "o gradiente não é finito: a derivada de `{op}` em {inputs} não é"),
    label: Words(
      en: "its derivative is infinite or undefined here", es: "aquí su derivada es infinita o no existe",
      pt: "aqui a sua derivada é infinita ou não existe"),
    help: Words(
      en: "Nothing was changed. A root or a norm at exactly 0 does this: `sqrt(x + 1e-12)` has a derivative there.",
      es: "No se cambió nada. Ocurre con una raíz o una norma justo en 0: `sqrt(x + 1e-12)` tiene derivada ahí.",
      pt: "Nada foi alterado. Acontece com uma raiz ou uma norma exatamente em 0: `sqrt(x + 1e-12)` tem derivada ali."),
    meaning: Words(
      en:
        "The loss itself is finite, but its slope is not: the curve stands upright, as √x does at 0, or the rule gives 0 "
        + "times infinity. A step along such a slope would spoil the parameters, so it is not made.",
      es:
        "La pérdida es finita, pero su pendiente no: la curva está vertical, como √x en 0, o la regla da 0 por infinito. Un "
        + "paso así arruinaría los parámetros, por eso no se da.",
      pt:
        "A perda é finita, mas a inclinação não: a curva fica vertical, como √x em 0, ou a regra dá 0 vezes infinito. Um "
        + "passo assim estragaria os parâmetros, por isso não é dado."),
    mend: Words(
      en: "Start away from 0, or write `sqrt(w + 1e-12)`.", es: "Empieza lejos de 0, o escribe `sqrt(w + 1e-12)`.",
      pt: "Comece longe de 0, ou escreva `sqrt(w + 1e-12)`."),
    example: "param w = 0\ndescend sqrt(w) over w with sgd(0.1)")

  package static let stepNotFinite = DiagnosticRow(
    "E0612",
    message: Words(
      en: "the step of `{op}` would leave what numbers can hold: loss and gradient are finite, the new values are not",
      es:
        "el paso de `{op}` se saldría de los números posibles: la pérdida y el gradiente son finitos, los valores nuevos no",
      pt: "o passo de `{op}` sairia dos números possíveis: a perda e o gradiente são finitos, os valores novos não"),
    help: Words(
      en: "Nothing was changed. Take a much smaller rate.", es: "No se cambió nada. Usa una tasa mucho menor.",
      pt: "Nada foi alterado. Use uma taxa muito menor."),
    meaning: Words(
      en: "Single precision ends near 3e38. A very large rate, or the square of a very large gradient, passes that.",
      es:
        "La precisión simple termina cerca de 3e38. Una tasa enorme, o el cuadrado de un gradiente enorme, la rebasa.",
      pt:
        "A precisão simples termina perto de 3e38. Uma taxa enorme, ou o quadrado de um gradiente enorme, passa disso."),
    mend: Words(en: "`sgd(0.1)`", es: "`sgd(0.1)`", pt: "`sgd(0.1)`"),
    example: "param w = 1\ndescend 1e20 * w over w with sgd(1e30)")

  package static let lossNotNumber = DiagnosticRow(
    "E0613",
    message: Words(
      en: "a loss must be a number, and this is {kind}", es: "una pérdida debe ser un número, y esto es {kind}",
      pt: "uma perda precisa ser um número, e isto é {kind}"),
    meaning: Words(
      en:
        "Learning makes one number smaller (`descend`) or larger (`ascend`). Anything else cannot be compared in this way.",
      es:
        "Aprender es hacer un número más pequeño (`descend`) o más grande (`ascend`). Otra cosa no se puede comparar así.",
      pt: "Aprender é tornar um número menor (`descend`) ou maior (`ascend`). Outra coisa não pode ser comparada assim."
    ),
    mend: Words(
      en: "Add the parts: `descend w^2 + abs(w) over w with sgd(0.1)`.",
      es: "Suma las partes: `descend w^2 + abs(w) over w with sgd(0.1)`.",
      pt: "Some as partes: `descend w^2 + abs(w) over w with sgd(0.1)`."),
    example: "param w = 1\ndescend (w^2, abs(w)) over w with sgd(0.1)")

  package static let lossNotOneNumber = DiagnosticRow(
    "E0614",
    message: Words(
      en: "a loss must be a single number; this has shape {shape}",
      es: "una pérdida debe ser un solo número; esto tiene forma {shape}",
      pt: "uma perda precisa ser um único número; isto tem forma {shape}"),
    help: Words(
      en: "Sum or average it: `sum(…)`, `mean(…)`.", es: "Súmala o promédiala: `sum(…)`, `mean(…)`.",
      pt: "Some ou tire a média: `sum(…)`, `mean(…)`."),
    meaning: Words(
      en:
        "Each element of the tensor would pull in a direction of its own. Say which number is meant: most losses are the "
        + "mean over the examples.",
      es:
        "Cada elemento del tensor tiraría en su propia dirección. Di qué número cuenta: casi siempre es la media sobre los "
        + "ejemplos.",
      pt:
        "Cada elemento do tensor puxaria na sua própria direção. Diga que número conta: quase sempre é a média sobre os "
        + "exemplos."),
    mend: Words(
      en: "`descend sum(w^2) over w with sgd(0.1)`", es: "`descend sum(w^2) over w with sgd(0.1)`",
      pt: "`descend sum(w^2) over w with sgd(0.1)`"),
    example: "param w = [1, 2]\ndescend w^2 over w with sgd(0.1)")

  package static let lossDoesNotReach = DiagnosticRow(
    "E0615",
    message: Words(
      en: "the loss does not depend on what should learn: {names}",
      es: "la pérdida no depende de lo que debería aprender: {names}",
      pt: "a perda não depende do que deveria aprender: {names}"),
    help: Words(
      en:
        "Was it computed before the statement, or behind a `stop_gradient`, a comparison, a rounding? Write the whole "
        + "computation in the statement, or in a function that it calls.",
      es:
        "¿Se calculó antes de la instrucción, o detrás de un `stop_gradient`, una comparación, un redondeo? Escribe todo el "
        + "cálculo en la instrucción, o en una función que ella llame.",
      pt:
        "Foi calculada antes da instrução, ou atrás de um `stop_gradient`, uma comparação, um arredondamento? Escreva todo o "
        + "cálculo na instrução, ou numa função que ela chame."),
    meaning: Words(
      en:
        "A value that was computed earlier is a number and no longer knows which parameters it came from. Only what the "
        + "learning statement itself computes can be differentiated.",
      es:
        "Un valor calculado antes es un número y ya no sabe de qué parámetros vino. Solo se puede derivar lo que calcula la "
        + "propia instrucción de aprendizaje.",
      pt:
        "Um valor calculado antes é um número e já não sabe de que parâmetros veio. Só se pode derivar o que a própria "
        + "instrução de aprendizado calcula."),
    mend: Words(
      en: "Name the parameter in the loss: `descend (w - 3)^2 over w with sgd(0.1)`.",
      es: "Usa el parámetro en la pérdida: `descend (w - 3)^2 over w with sgd(0.1)`.",
      pt: "Use o parâmetro na perda: `descend (w - 3)^2 over w with sgd(0.1)`."),
    example: "param w = 1\nparam v = 2\ndescend (v - 3)^2 over w with sgd(0.1)")

  package static let targetCannotLearn = DiagnosticRow(
    "E0616",
    message: Words(
      en: "only parameters and models change in this way, and this is {kind}",
      es: "solo los parámetros y los modelos cambian así, y esto es {kind}",
      pt: "só parâmetros e modelos mudam assim, e isto é {kind}"),
    help: Words(
      en: "A name that is to change must be declared with `param`.",
      es: "Un nombre que debe cambiar se declara con `param`.", pt: "Um nome que deve mudar é declarado com `param`."),
    meaning: Words(
      en: "Values never change; what learns is declared as such, with `param`, or lies in a model.",
      es: "Los valores nunca cambian; lo que aprende se declara como tal, con `param`, o está en un modelo.",
      pt: "Os valores nunca mudam; o que aprende é declarado como tal, com `param`, ou está num modelo."),
    mend: Words(
      en: "`param w = 1` in place of `let w = 1`.", es: "`param w = 1` en lugar de `let w = 1`.",
      pt: "`param w = 1` no lugar de `let w = 1`."),
    example: "let w = 1\ndescend w^2 over w with sgd(0.1)")

  package static let targetIsState = DiagnosticRow(
    "E0617",
    message: Words(
      en: "`{name}` is a `state`: it is updated, it does not learn",
      es: "`{name}` es un `state`: se actualiza, no aprende", pt: "`{name}` é um `state`: ele é atualizado, não aprende"
    ),
    help: Words(
      en: "Declare it with `param`, or assign it: `update {name} by s -> …`.",
      es: "Decláralo con `param`, o asígnalo: `update {name} by s -> …`.",
      pt: "Declare-o com `param`, ou atribua: `update {name} by s -> …`."),
    meaning: Words(
      en:
        "A `state` keeps something between calls, such as a running mean. Gradients do not move it; a `param` is what they "
        + "move.",
      es:
        "Un `state` guarda algo entre llamadas, como una media móvil. Los gradientes no lo mueven; lo que mueven es un "
        + "`param`.",
      pt:
        "Um `state` guarda algo entre chamadas, como uma média móvel. Os gradientes não o movem; o que eles movem é um "
        + "`param`."),
    mend: Words(
      en: "`param s = 1` in place of `state s = 1`.", es: "`param s = 1` en lugar de `state s = 1`.",
      pt: "`param s = 1` no lugar de `state s = 1`."),
    example:
      "model M() {\n    param w = 1\n    state s = 1\n    fn (x) = w * s * x\n}\n"
      + "let m = M()\ndescend m(2) over m.s with sgd(0.1)")

  package static let nothingToLearn = DiagnosticRow(
    "E0618",
    message: Words(
      en: "there is no parameter in this: it is {kind} without any",
      es: "aquí no hay ningún parámetro: es {kind} sin ninguno", pt: "aqui não há nenhum parâmetro: é {kind} sem nenhum"
    ),
    meaning: Words(
      en: "What should learn must hold at least one `param`.",
      es: "Lo que debe aprender tiene que contener al menos un `param`.",
      pt: "O que deve aprender precisa conter ao menos um `param`."),
    mend: Words(
      en: "Declare what learns inside the model: `param w = 1`.",
      es: "Declara dentro del modelo lo que aprende: `param w = 1`.",
      pt: "Declare dentro do modelo o que aprende: `param w = 1`."),
    example: "model Half() {\n    fn (x) = x / 2\n}\nlet h = Half()\ndescend h(3) over h with sgd(0.1)")

  package static let notAnOptimizer = DiagnosticRow(
    "E0619",
    message: Words(
      en: "after `with` stands an optimizer, and this is {kind}",
      es: "después de `with` va un optimizador, y esto es {kind}",
      pt: "depois de `with` vem um otimizador, e isto é {kind}"),
    help: Words(
      en: "For plain steps with rate 0.1: `with sgd(0.1)`. Others are `adam(1e-3)` and `rmsprop(1e-3)`.",
      es: "Para pasos simples con tasa 0.1: `with sgd(0.1)`. Otros son `adam(1e-3)` y `rmsprop(1e-3)`.",
      pt: "Para passos simples com taxa 0.1: `with sgd(0.1)`. Outros são `adam(1e-3)` e `rmsprop(1e-3)`."),
    meaning: Words(
      en: "The optimizer says how far and in which way a gradient moves the parameters.",
      es: "El optimizador dice cuánto y de qué manera mueve un gradiente los parámetros.",
      pt: "O otimizador diz quanto e de que maneira um gradiente move os parâmetros."),
    mend: Words(en: "`with sgd(0.1)`", es: "`with sgd(0.1)`", pt: "`with sgd(0.1)`"),
    example: "param w = 1\ndescend w^2 over w with 0.1")

  package static let movedTwice = DiagnosticRow(
    "E0620",
    message: Words(
      en: "`{name}` is moved by two statements of one `together`",
      es: "dos instrucciones de un mismo `together` mueven `{name}`",
      pt: "duas instruções de um mesmo `together` movem `{name}`"),
    help: Words(
      en: "Add the losses in one statement, or leave out `together`: then one step follows the other.",
      es: "Suma las pérdidas en una sola instrucción, o quita `together`: así un paso sigue al otro.",
      pt: "Some as perdas numa só instrução, ou tire o `together`: assim um passo segue o outro."),
    meaning: Words(
      en: "In `together` everybody moves at the same moment from the same place, so nobody can move twice.",
      es:
        "En `together` todos se mueven en el mismo instante desde el mismo lugar, así que nadie puede moverse dos veces.",
      pt:
        "Em `together` todos se movem no mesmo instante a partir do mesmo lugar, então ninguém pode se mover duas vezes."
    ),
    mend: Words(
      en: "`descend w^2 + abs(w) over w with sgd(0.1)`", es: "`descend w^2 + abs(w) over w with sgd(0.1)`",
      pt: "`descend w^2 + abs(w) over w with sgd(0.1)`"),
    example: "param w = 1\ntogether {\n    descend w^2 over w with sgd(0.1)\n    ascend abs(w) over w with sgd(0.1)\n}")
}
