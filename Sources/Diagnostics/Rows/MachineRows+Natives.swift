// What functions written in Swift refuse: E0570 to E0577, and derivatives of values: E0604 to E0609.

extension DiagnosticCatalogue {
  /// The rows of the functions written in Swift, and of learning.
  package static let nativeRows: [DiagnosticRow] =
    [
      .raisedByProgram, .textIsNoNumber, .mapOverNumber, .mapSizesDiffer, .mapResult, .cannotCopy, .needsModel,
      .needsTuple,
      .derivativeOfValue, .valueNotDifferentiable, .nothingToDifferentiate, .unknownVariable, .wrongVariable,
      .structuresDiffer,
    ] + learningRows
}

extension DiagnosticRow {
  package static let raisedByProgram = DiagnosticRow(
    "E0570",
    message: Words(en: "{text}", es: "{text}", pt: "{text}"),
    label: Words(en: "the program stops here", es: "el programa se detiene aquí", pt: "o programa para aqui"),
    meaning: Words(
      en: "The program itself stopped, with `error`, and said why.",
      es: "El propio programa se detuvo, con `error`, y dijo por qué.",
      pt: "O próprio programa parou, com `error`, e disse por quê."),
    mend: Words(
      en: "Read the message: it was written for this moment.", es: "Lee el mensaje: se escribió para este momento.",
      pt: "Leia a mensagem: ela foi escrita para este momento."),
    example: "error(\"the data set is empty\")")

  package static let textIsNoNumber = DiagnosticRow(
    "E0571",
    message: Words(
      en: "\"{text}\" is not a number", es: "\"{text}\" no es un número", pt: "\"{text}\" não é um número"),
    help: Words(
      en: "Numbers look like `3`, `-0.5` or `1e-3`, with a point and without spaces inside.",
      es: "Los números se escriben como `3`, `-0.5` o `1e-3`, con punto y sin espacios en medio.",
      pt: "Números se escrevem como `3`, `-0.5` ou `1e-3`, com ponto e sem espaços no meio."),
    meaning: Words(
      en: "`number` reads a text the way a program writes numbers. This text holds something else.",
      es: "`number` lee un texto como se escriben los números en un programa. Este texto contiene otra cosa.",
      pt: "`number` lê um texto do jeito que os números são escritos num programa. Este texto contém outra coisa."),
    mend: Words(
      en: "A decimal point in place of the comma: `number(\"2.5\")`.",
      es: "Un punto decimal en lugar de la coma: `number(\"2.5\")`.",
      pt: "Um ponto decimal no lugar da vírgula: `number(\"2.5\")`."),
    example: "number(\"2,5\")")

  package static let mapOverNumber = DiagnosticRow(
    "E0572",
    message: Words(
      en: "`map` goes through rows, and a single number has none",
      es: "`map` recorre filas, y un solo número no tiene",
      pt: "`map` percorre linhas, e um único número não tem nenhuma"),
    meaning: Words(
      en: "`map(f, X)` calls `f` with each part of `X` along its first axis, so `X` must have an axis.",
      es: "`map(f, X)` llama a `f` con cada parte de `X` a lo largo de su primer eje, así que `X` debe tener un eje.",
      pt: "`map(f, X)` chama `f` com cada parte de `X` ao longo do primeiro eixo, então `X` precisa ter um eixo."),
    mend: Words(
      en: "Call the function itself, or give it several numbers: `map(t -> t^2, [3, 4])`.",
      es: "Llama a la función misma, o dale varios números: `map(t -> t^2, [3, 4])`.",
      pt: "Chame a própria função, ou dê a ela vários números: `map(t -> t^2, [3, 4])`."),
    example: "map(t -> t^2, 3)")

  package static let mapSizesDiffer = DiagnosticRow(
    "E0573",
    message: Words(
      en: "`map` takes rows together, but one argument has {first} and another {other}",
      es: "`map` toma las filas a la par, pero un argumento tiene {first} y otro {other}",
      pt: "`map` toma as linhas aos pares, mas um argumento tem {first} e outro {other}"),
    meaning: Words(
      en:
        "With several arguments, `map` calls the function with the first rows of all, then the second rows, and so on. "
        + "They must have equally many.",
      es:
        "Con varios argumentos, `map` llama a la función con las primeras filas de todos, luego con las segundas, y así. "
        + "Deben tener la misma cantidad.",
      pt:
        "Com vários argumentos, `map` chama a função com as primeiras linhas de todos, depois com as segundas, e assim por "
        + "diante. Todos precisam ter a mesma quantidade."),
    mend: Words(
      en: "Give both three elements: `map((a, b) -> a * b, [1, 2, 3], [4, 5, 6])`.",
      es: "Dales tres elementos a los dos: `map((a, b) -> a * b, [1, 2, 3], [4, 5, 6])`.",
      pt: "Dê três elementos aos dois: `map((a, b) -> a * b, [1, 2, 3], [4, 5, 6])`."),
    example: "map((a, b) -> a * b, [1, 2, 3], [4, 5])")

  package static let mapResult = DiagnosticRow(
    "E0574",
    message: Words(
      en: "the function under `map` must give numbers, and equally many for every row; this row gave {kind}",
      es: "la función dentro de `map` debe dar números, y tantos en cada fila como en las demás; esta fila dio {kind}",
      pt:
        "a função dentro de `map` precisa dar números, e tantos em cada linha quanto nas outras; esta linha deu {kind}"),
    help: Words(
      en: "A comprehension in round brackets gathers anything: `(f(x) for x in X)`.",
      es: "Una comprensión entre paréntesis reúne cualquier cosa: `(f(x) for x in X)`.",
      pt: "Uma compreensão entre parênteses reúne qualquer coisa: `(f(x) for x in X)`."),
    meaning: Words(
      en:
        "`map` stacks the results of all rows into one tensor (or one tensor for each part of a tuple), so every row must "
        + "give numbers, in the same arrangement.",
      es:
        "`map` apila los resultados de todas las filas en un tensor (o en uno por cada parte de una tupla), así que cada "
        + "fila debe dar números, en la misma disposición.",
      pt:
        "`map` empilha os resultados de todas as linhas num tensor (ou num para cada parte de uma tupla), então cada linha "
        + "precisa dar números, na mesma disposição."),
    mend: Words(
      en: "Give numbers, or gather the texts in a tuple: `(\"row\" for x in [1, 2])`.",
      es: "Da números, o reúne los textos en una tupla: `(\"fila\" for x in [1, 2])`.",
      pt: "Dê números, ou reúna os textos numa tupla: `(\"linha\" for x in [1, 2])`."),
    example: "map(x -> \"row\", [1, 2])")

  package static let cannotCopy = DiagnosticRow(
    "E0575",
    message: Words(
      en: "`{name}` is a function that `copy` cannot take apart",
      es: "`{name}` es una función que `copy` no puede desarmar",
      pt: "`{name}` é uma função que `copy` não consegue desmontar"),
    help: Words(
      en: "Copy the models first, and build the function again from the copies.",
      es: "Copia primero los modelos y vuelve a formar la función con las copias.",
      pt: "Copie primeiro os modelos e forme a função de novo com as cópias."),
    meaning: Words(
      en:
        "`copy` makes new parameters for a model, a chain `f >> g` of models, or a function that holds models of its own. A "
        + "function that uses models by their names in the session goes on using those.",
      es:
        "`copy` crea parámetros nuevos para un modelo, una cadena `f >> g` de modelos, o una función que guarda modelos "
        + "propios. Una función que usa modelos por su nombre en la sesión sigue usando esos mismos.",
      pt:
        "`copy` cria parâmetros novos para um modelo, uma cadeia `f >> g` de modelos, ou uma função que guarda modelos "
        + "próprios. Uma função que usa modelos pelo nome na sessão continua usando esses mesmos."),
    mend: Words(
      en: "Copy the model inside: `grad(copy(m))`.", es: "Copia el modelo de adentro: `grad(copy(m))`.",
      pt: "Copie o modelo de dentro: `grad(copy(m))`."),
    example: "model M() {\n    param w = 1\n    fn (x) = w * x\n}\nlet m = M()\ncopy(grad(m))")

  package static let needsModel = DiagnosticRow(
    "E0576",
    message: Words(
      en: "`{op}` takes a model, and this is {kind}", es: "`{op}` toma un modelo, y esto es {kind}",
      pt: "`{op}` recebe um modelo, e isto é {kind}"),
    meaning: Words(
      en: "Models may behave in one way while they learn and in another when they are used; `training(m)` and "
        + "`evaluation(m)` say which. Nothing else has such modes.",
      es: "Un modelo puede comportarse de una manera mientras aprende y de otra cuando se usa; `training(m)` y "
        + "`evaluation(m)` dicen cuál. Nada más tiene esos modos.",
      pt: "Um modelo pode se comportar de um jeito enquanto aprende e de outro quando é usado; `training(m)` e "
        + "`evaluation(m)` dizem qual. Nada mais tem esses modos."),
    mend: Words(
      en: "Give it the model: `training(net)(x)`.", es: "Dale el modelo: `training(net)(x)`.",
      pt: "Dê a ela o modelo: `training(net)(x)`."),
    example: "training(3)")

  package static let needsTuple = DiagnosticRow(
    "E0577",
    message: Words(
      en: "`{op}` takes a tuple, and this is {kind}", es: "`{op}` toma una tupla, y esto es {kind}",
      pt: "`{op}` recebe uma tupla, e isto é {kind}"),
    meaning: Words(
      en: "Labels belong to the elements of a tuple, such as `(mu: 0, sigma: 1)`.",
      es: "Las etiquetas son de los elementos de una tupla, como `(mu: 0, sigma: 1)`.",
      pt: "Os rótulos são dos elementos de uma tupla, como `(mu: 0, sigma: 1)`."),
    mend: Words(
      en: "Round brackets make a tuple: `labels((a: 1, b: 2))`.",
      es: "Los paréntesis forman una tupla: `labels((a: 1, b: 2))`.",
      pt: "Os parênteses formam uma tupla: `labels((a: 1, b: 2))`."),
    example: "labels([1, 2])")

  package static let derivativeOfValue = DiagnosticRow(
    "E0604",
    message: Words(
      en: "`{op}` takes a function, and this is {kind}", es: "`{op}` toma una función, y esto es {kind}",
      pt: "`{op}` recebe uma função, e isto é {kind}"),
    help: Words(
      en: "A function first, its argument after it: `{op}(f)(x)`, or `{op}(x -> x^2)(3)`.",
      es: "Primero la función, después su argumento: `{op}(f)(x)`, o `{op}(x -> x^2)(3)`.",
      pt: "Primeiro a função, depois o argumento: `{op}(f)(x)`, ou `{op}(x -> x^2)(3)`."),
    meaning: Words(
      en:
        "A value such as 9 does not know that it was 3². Only a function can be differentiated: it says how the value "
        + "comes to be.",
      es: "Un valor como 9 no sabe que fue 3². Solo se puede derivar una función: ella dice cómo se obtiene el valor.",
      pt: "Um valor como 9 não sabe que foi 3². Só dá para derivar uma função: ela diz como o valor surge."),
    mend: Words(
      en: "`grad(x -> x^2)(3)`", es: "`grad(x -> x^2)(3)`", pt: "`grad(x -> x^2)(3)`"),
    example: "grad(3^2)")

  package static let valueNotDifferentiable = DiagnosticRow(
    "E0605",
    message: Words(
      en: "`{op}` needs a function whose value is a number; this one gives {kind}",
      es: "`{op}` necesita una función cuyo valor sea un número; esta da {kind}",
      pt: "`{op}` precisa de uma função cujo valor seja um número; esta dá {kind}"),
    meaning: Words(
      en: "A gradient says how one number grows. Of a pair of numbers, a text or a truth value it says nothing.",
      es: "Un gradiente dice cómo crece un número. De un par de números, un texto o un valor de verdad no dice nada.",
      pt: "Um gradiente diz como um número cresce. De um par de números, um texto ou um valor lógico ele não diz nada."),
    mend: Words(
      en: "Choose one part, `grad(x -> x^2)(3)`, or take all derivatives: `jacobian(x -> (x, x^2))(3)`.",
      es: "Elige una parte, `grad(x -> x^2)(3)`, o toma todas las derivadas: `jacobian(x -> (x, x^2))(3)`.",
      pt: "Escolha uma parte, `grad(x -> x^2)(3)`, ou tome todas as derivadas: `jacobian(x -> (x, x^2))(3)`."),
    example: "grad(x -> (x, x^2))(3)")

  package static let nothingToDifferentiate = DiagnosticRow(
    "E0606",
    message: Words(
      en: "`{op}` finds no number among the arguments", es: "`{op}` no encuentra ningún número entre los argumentos",
      pt: "`{op}` não encontra nenhum número entre os argumentos"),
    help: Words(
      en: "Derivatives are taken by numbers, tensors of numbers, and parameters.",
      es: "Se deriva respecto a números, tensores de números y parámetros.",
      pt: "Deriva-se em relação a números, tensores de números e parâmetros."),
    meaning: Words(
      en:
        "A derivative says what changes when an argument moves a little. A text or a whole-number index cannot move a "
        + "little.",
      es:
        "Una derivada dice qué cambia cuando un argumento se mueve un poco. Un texto o un índice entero no pueden moverse "
        + "un poco.",
      pt:
        "Uma derivada diz o que muda quando um argumento se move um pouco. Um texto ou um índice inteiro não podem se mover "
        + "um pouco."),
    mend: Words(
      en: "Call it with a number: `grad(x -> x^2)(3)`.", es: "Llámala con un número: `grad(x -> x^2)(3)`.",
      pt: "Chame-a com um número: `grad(x -> x^2)(3)`."),
    example: "grad(word -> 1)(\"three\")")

  package static let unknownVariable = DiagnosticRow(
    "E0607",
    message: Words(
      en: "`wrt:` names `{name}`, but this call has no such argument",
      es: "`wrt:` nombra `{name}`, pero esta llamada no tiene ese argumento",
      pt: "`wrt:` cita `{name}`, mas esta chamada não tem esse argumento"),
    help: Words(
      en: "Its arguments are {known}.", es: "Sus argumentos son {known}.", pt: "Os argumentos são {known}."),
    meaning: Words(
      en: "`wrt: \"x\"` takes the derivative with respect to the argument named x, so the function must have one.",
      es: "`wrt: \"x\"` deriva respecto al argumento llamado x, así que la función debe tenerlo.",
      pt: "`wrt: \"x\"` deriva em relação ao argumento chamado x, então a função precisa ter um."),
    mend: Words(
      en: "`grad(x -> x^2, wrt: \"x\")(3)`", es: "`grad(x -> x^2, wrt: \"x\")(3)`",
      pt: "`grad(x -> x^2, wrt: \"x\")(3)`"),
    example: "grad(x -> x^2, wrt: \"y\")(3)")

  package static let wrongVariable = DiagnosticRow(
    "E0608",
    message: Words(
      en: "`wrt:` takes parameters, models or names of arguments, and this is {kind}",
      es: "`wrt:` toma parámetros, modelos o nombres de argumentos, y esto es {kind}",
      pt: "`wrt:` recebe parâmetros, modelos ou nomes de argumentos, e isto é {kind}"),
    meaning: Words(
      en:
        "\"With respect to\" must say what moves: a `param`, a model, or an argument, named in quotation marks. A number "
        + "that was computed already does not move.",
      es:
        "«Respecto a» debe decir qué se mueve: un `param`, un modelo, o un argumento, nombrado entre comillas. Un número ya "
        + "calculado no se mueve.",
      pt:
        "«Em relação a» precisa dizer o que se move: um `param`, um modelo, ou um argumento, citado entre aspas. Um número "
        + "já calculado não se move."),
    mend: Words(
      en: "`grad(x -> x^2, wrt: \"x\")(3)`", es: "`grad(x -> x^2, wrt: \"x\")(3)`",
      pt: "`grad(x -> x^2, wrt: \"x\")(3)`"),
    example: "grad(x -> x^2, wrt: 5)(3)")

  package static let structuresDiffer = DiagnosticRow(
    "E0609",
    message: Words(
      en: "the last argument of `{op}` must be built like what it belongs to, and this is {kind}",
      es:
        "el último argumento de `{op}` debe tener la misma estructura que aquello a lo que corresponde, y esto es {kind}",
      pt: "o último argumento de `{op}` precisa ter a mesma estrutura daquilo a que corresponde, e isto é {kind}"),
    meaning: Words(
      en:
        "`jvp(f, x, v)` moves every number of `x` by the one in its place in `v`; `vjp(f, x, u)` weighs every number of the "
        + "result by the one in its place in `u`. So the structures must agree: a tuple with a tuple of as many elements.",
      es:
        "`jvp(f, x, v)` mueve cada número de `x` según el que ocupa su lugar en `v`; `vjp(f, x, u)` pondera cada número del "
        + "resultado con el que ocupa su lugar en `u`. Por eso las estructuras deben coincidir: una tupla con una tupla de "
        + "igual longitud.",
      pt:
        "`jvp(f, x, v)` move cada número de `x` conforme o que ocupa o seu lugar em `v`; `vjp(f, x, u)` pondera cada número "
        + "do resultado com o que ocupa o seu lugar em `u`. Por isso as estruturas precisam combinar: uma tupla com uma tupla "
        + "de mesmo tamanho."),
    mend: Words(
      en: "`jvp(p -> p.a * p.b, (a: 2, b: 3), (a: 1, b: 0))`", es: "`jvp(p -> p.a * p.b, (a: 2, b: 3), (a: 1, b: 0))`",
      pt: "`jvp(p -> p.a * p.b, (a: 2, b: 3), (a: 1, b: 0))`"),
    example: "jvp(p -> p.a * p.b, (a: 2, b: 3), 1)")
}
