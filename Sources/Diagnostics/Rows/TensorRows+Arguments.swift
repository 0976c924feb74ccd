// Arguments an operation cannot take: E0501 to E0506, and things that do not belong together: E0510 to E0512.

extension DiagnosticRow {
  package static let wrongPrecision = DiagnosticRow(
    "E0501",
    message: Words(
      en: "`{argument}` of `{op}` holds {found}, but must hold {expected}",
      es: "`{argument}` de `{op}` contiene {found}, pero debe contener {expected}",
      pt: "`{argument}` de `{op}` contém {found}, mas deve conter {expected}"),
    label: Words(en: "{found} here", es: "aquí hay {found}", pt: "aqui há {found}"),
    meaning: Words(
      en:
        "Elements are floating-point numbers (float64, float32), whole numbers (int) or truth values (bool). Most "
        + "functions take any numbers; some make sense only for one kind, such as `all` for truth values.",
      es:
        "Los elementos son números de coma flotante (float64, float32), enteros (int) o valores de verdad (bool). Casi "
        + "todas las funciones aceptan cualquier número; algunas solo tienen sentido para un tipo, como `all` para "
        + "valores de verdad.",
      pt:
        "Os elementos são números de ponto flutuante (float64, float32), inteiros (int) ou valores lógicos (bool). "
        + "Quase todas as funções aceitam qualquer número; algumas só fazem sentido para um tipo, como `all` para "
        + "valores lógicos."),
    mend: Words(
      en: "Ask a question that is true or false: `all([1, 0] > 0)`.",
      es: "Haz una pregunta que sea verdadera o falsa: `all([1, 0] > 0)`.",
      pt: "Faça uma pergunta que seja verdadeira ou falsa: `all([1, 0] > 0)`."),
    example: "all([1, 0])")

  package static let wrongOption = DiagnosticRow(
    "E0502",
    message: Words(
      en: "`{argument}` of `{op}` is {found}, but must be {expected}",
      es: "`{argument}` de `{op}` es {found}, pero debe ser {expected}",
      pt: "`{argument}` de `{op}` é {found}, mas deve ser {expected}"),
    meaning: Words(
      en:
        "The argument is of the right kind, but its value is out of range: a count below 0, a probability above 1, a "
        + "word the function does not know, a matrix with NaN in it.",
      es: "El argumento es del tipo correcto, pero su valor está fuera de lo posible: una cantidad menor que 0, una "
        + "probabilidad mayor que 1, una palabra que la función no conoce, una matriz con NaN.",
      pt:
        "O argumento é do tipo certo, mas o valor está fora do possível: uma quantidade menor que 0, uma probabilidade "
        + "maior que 1, uma palavra que a função não conhece, uma matriz com NaN."),
    mend: Words(
      en: "An identity matrix has 0 rows or more: `eye(3)`.", es: "Una matriz identidad tiene 0 filas o más: `eye(3)`.",
      pt: "Uma matriz identidade tem 0 linhas ou mais: `eye(3)`."),
    example: "eye(-1)")

  package static let missingArgument = DiagnosticRow(
    "E0503",
    message: Words(
      en: "`{op}` needs its argument `{argument}`", es: "a `{op}` le falta el argumento `{argument}`",
      pt: "falta o argumento `{argument}` de `{op}`"),
    label: Words(
      en: "`{argument}` is missing", es: "falta `{argument}`", pt: "falta `{argument}`"),
    meaning: Words(
      en: "This argument has no standard value, so it must be written.",
      es: "Este argumento no tiene un valor por defecto, así que hay que escribirlo.",
      pt: "Este argumento não tem um valor padrão, então precisa ser escrito."),
    mend: Words(
      en: "Say how large: `eye(3)`.", es: "Di de qué tamaño: `eye(3)`.", pt: "Diga de que tamanho: `eye(3)`."),
    example: "fn make(f) = f()\nmake(eye)")

  package static let unknownArgument = DiagnosticRow(
    "E0504",
    message: Words(
      en: "`{op}` has no argument called `{argument}`", es: "`{op}` no tiene un argumento llamado `{argument}`",
      pt: "`{op}` não tem um argumento chamado `{argument}`"),
    help: Words(en: "It has {known}.", es: "Tiene {known}.", pt: "Ele tem {known}."),
    meaning: Words(
      en: "An argument with a label goes to the parameter of that name, and there is none of this name.",
      es: "Un argumento con etiqueta va al parámetro de ese nombre, y no hay ninguno con este nombre.",
      pt: "Um argumento com rótulo vai para o parâmetro desse nome, e não há nenhum com este nome."),
    mend: Words(
      en: "The label is `axis`: `sum([1, 2], axis: 0)`.", es: "La etiqueta es `axis`: `sum([1, 2], axis: 0)`.",
      pt: "O rótulo é `axis`: `sum([1, 2], axis: 0)`."),
    example: "fn rows(f) = f([[1, 2], [3, 4]], axes: 0)\nrows(sum)")

  package static let tooManyArguments = DiagnosticRow(
    "E0505",
    message: Words(
      en: "`{op}` was given {count} arguments; it takes at most {allowed}",
      es: "`{op}` recibió {count} argumentos; acepta {allowed} como máximo",
      pt: "`{op}` recebeu {count} argumentos; aceita no máximo {allowed}"),
    meaning: Words(
      en:
        "There are more arguments than the function has a use for. Perhaps brackets are missing: several numbers that "
        + "belong together are one tensor, `[1, 2]`.",
      es:
        "Hay más argumentos de los que la función puede usar. Quizá faltan corchetes: varios números que van juntos "
        + "son un tensor, `[1, 2]`.",
      pt:
        "Há mais argumentos do que a função pode usar. Talvez faltem colchetes: vários números que andam juntos são um "
        + "tensor, `[1, 2]`."),
    mend: Words(
      en: "Put the numbers into one tensor: `exp([1, 2])`.", es: "Pon los números en un tensor: `exp([1, 2])`.",
      pt: "Coloque os números em um tensor: `exp([1, 2])`."),
    example: "fn both(f) = f(1, 2)\nboth(exp)")

  package static let wrongKind = DiagnosticRow(
    "E0506",
    message: Words(
      en: "`{argument}` of `{op}` must be {expected}", es: "`{argument}` de `{op}` debe ser {expected}",
      pt: "`{argument}` de `{op}` deve ser {expected}"),
    meaning: Words(
      en: "The function expects something of another kind in this place: a whole number, a tensor, a text, `true` or "
        + "`false`.",
      es: "La función espera aquí algo de otro tipo: un número entero, un tensor, un texto, `true` o `false`.",
      pt: "A função espera aqui algo de outro tipo: um número inteiro, um tensor, um texto, `true` ou `false`."),
    mend: Words(
      en: "`keep` is a yes or a no: `sum([1, 2], keep: true)`.",
      es: "`keep` es un sí o un no: `sum([1, 2], keep: true)`.",
      pt: "`keep` é um sim ou um não: `sum([1, 2], keep: true)`."),
    example: noExample)

  package static let doesNotBelong = DiagnosticRow(
    "E0510",
    message: Words(
      en: "`{op}` cannot go on: {reason}", es: "`{op}` no puede seguir: {reason}",
      pt: "`{op}` não pode continuar: {reason}"),
    meaning: Words(
      en:
        "Several things that belong together do not fit in number or kind: a text for two tensors met three, a "
        + "gradient has another number of parts than there are parameters.",
      es:
        "Varias cosas que van juntas no encajan en número o en tipo: un texto para dos tensores recibió tres, un "
        + "gradiente tiene otro número de partes que los parámetros.",
      pt:
        "Várias coisas que andam juntas não combinam em número ou em tipo: um texto para dois tensores recebeu três, "
        + "um gradiente tem outro número de partes que os parâmetros."),
    mend: Words(
      en: "Give as many tensors as the text has terms: `einsum(\"i,i->\", ([1, 2], [3, 4]))`.",
      es: "Da tantos tensores como términos tiene el texto: `einsum(\"i,i->\", ([1, 2], [3, 4]))`.",
      pt: "Dê tantos tensores quantos termos tem o texto: `einsum(\"i,i->\", ([1, 2], [3, 4]))`."),
    example: "einsum(\"i,i->\", ([1, 2], [3, 4], [5, 6]))")

  package static let foreignTensor = DiagnosticRow(
    "E0511",
    message: Words(
      en: "`{op}` met tensors of two different sessions", es: "`{op}` recibió tensores de dos sesiones distintas",
      pt: "`{op}` recebeu tensores de duas sessões diferentes"),
    help: Words(
      en: "Pass the values of the other session, not its tensors.",
      es: "Pasa los valores de la otra sesión, no sus tensores.",
      pt: "Passe os valores da outra sessão, não os seus tensores."),
    meaning: Words(
      en:
        "Every session records its own computations. A tensor of another session is unknown in this one. A program "
        + "cannot bring this about by itself; a Swift program that embeds two sessions can.",
      es:
        "Cada sesión registra sus propios cálculos. Un tensor de otra sesión es desconocido en esta. Un programa no "
        + "puede provocarlo por sí solo; un programa de Swift con dos sesiones sí.",
      pt:
        "Cada sessão registra seus próprios cálculos. Um tensor de outra sessão é desconhecido nesta. Um programa não "
        + "pode provocar isso sozinho; um programa em Swift com duas sessões pode."),
    mend: Words(
      en: "Read the tensor's numbers in its own session and define them in this one.",
      es: "Lee los números del tensor en su sesión y defínelos en esta.",
      pt: "Leia os números do tensor na sessão dele e defina-os nesta."),
    example: noExample)

  package static let endedTensor = DiagnosticRow(
    "E0512",
    message: Words(
      en: "`{op}` met a tensor of a computation that has ended",
      es: "`{op}` recibió un tensor de un cálculo ya terminado",
      pt: "`{op}` recebeu um tensor de um cálculo já terminado"),
    meaning: Words(
      en:
        "Inside `grad` and `map` tensors stand for values that do not exist yet. When the function has returned, they "
        + "mean nothing any more. A program cannot keep one by itself; a function defined in Swift can.",
      es:
        "Dentro de `grad` y `map` los tensores representan valores que aún no existen. Cuando la función termina, ya "
        + "no significan nada. Un programa no puede guardarlos por sí solo; una función definida en Swift sí.",
      pt:
        "Dentro de `grad` e `map` os tensores representam valores que ainda não existem. Quando a função termina, já "
        + "não significam nada. Um programa não pode guardá-los sozinho; uma função definida em Swift pode."),
    mend: Words(
      en: "Return what is needed from the function instead of keeping it outside.",
      es: "Devuelve desde la función lo que haga falta, en vez de guardarlo fuera.",
      pt: "Devolva da função o que for preciso, em vez de guardar fora dela."),
    example: noExample)
}
