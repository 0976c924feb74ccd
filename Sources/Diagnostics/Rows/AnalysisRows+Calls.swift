// Calls whose arguments do not fit: E0321 to E0326.

extension DiagnosticRow {
  package static let callLacks = DiagnosticRow(
    "E0321",
    message: Words(
      en: "the call of `{name}` lacks {missing}",
      es: "a la llamada de `{name}` le falta {missing}",
      pt: "falta {missing} na chamada de `{name}`"),
    label: Words(en: "it is `{signature}`", es: "es `{signature}`", pt: "é `{signature}`"),
    help: Words(
      en: "Parameters that show `=` may be left out; all others are needed.",
      es: "Los parámetros con `=` se pueden omitir; los demás hacen falta.",
      pt: "Parâmetros com `=` podem ser omitidos; os outros são necessários."),
    meaning: Words(
      en: "A call gives a value to every parameter, in their order or by label. Only those with a standard value may "
        + "be left out.",
      es: "Una llamada da un valor a cada parámetro, en su orden o con etiqueta. Solo se pueden omitir los que tienen "
        + "un valor por defecto.",
      pt: "Uma chamada dá um valor a cada parâmetro, na ordem ou com rótulo. Só podem ser omitidos os que têm um valor "
        + "padrão."),
    mend: Words(en: "Give both: `area(3, 4)`.", es: "Da los dos: `area(3, 4)`.", pt: "Passe os dois: `area(3, 4)`."),
    example: "fn area(width, height) = width * height\narea(3)")

  package static let callHasTooMany = DiagnosticRow(
    "E0322",
    message: Words(
      en: "`{name}` takes {most}, but was given {given}",
      es: "`{name}` recibe {most}, pero se le dieron {given}",
      pt: "`{name}` recebe {most}, mas foram passados {given}"),
    label: Words(en: "it is `{signature}`", es: "es `{signature}`", pt: "é `{signature}`"),
    help: Words(
      en: "Take out what is too much. Several numbers that belong together are a tensor: `[1, 2]`.",
      es: "Quita lo que sobra. Varios números que van juntos son un tensor: `[1, 2]`.",
      pt: "Tire o que sobra. Vários números que andam juntos são um tensor: `[1, 2]`."),
    meaning: Words(
      en: "A call gives each parameter one value. Here there are more values than parameters.",
      es: "Una llamada da un valor a cada parámetro. Aquí hay más valores que parámetros.",
      pt: "Uma chamada dá um valor a cada parâmetro. Aqui há mais valores do que parâmetros."),
    mend: Words(
      en: "One number is enough: `half(3)`.", es: "Basta con un número: `half(3)`.", pt: "Basta um número: `half(3)`."),
    example: "fn half(x) = x / 2\nhalf(3, 4)")

  package static let callLabelUnknown = DiagnosticRow(
    "E0323",
    message: Words(
      en: "`{name}` has no parameter `{label}`",
      es: "`{name}` no tiene un parámetro `{label}`",
      pt: "`{name}` não tem um parâmetro `{label}`"),
    label: Words(en: "it is `{signature}`", es: "es `{signature}`", pt: "é `{signature}`"),
    help: Words(
      en: "A label must be one of the parameters' names.",
      es: "Una etiqueta debe ser el nombre de un parámetro.",
      pt: "Um rótulo precisa ser o nome de um parâmetro."),
    meaning: Words(
      en: "`axis: 0` in a call gives the parameter `axis` its value. The function called has no parameter of this "
        + "name.",
      es: "En una llamada, `axis: 0` le da su valor al parámetro `axis`. La función llamada no tiene un parámetro con "
        + "este nombre.",
      pt: "Em uma chamada, `axis: 0` dá o valor ao parâmetro `axis`. A função chamada não tem um parâmetro com este "
        + "nome."),
    mend: Words(
      en: "Write the parameter's name: `scale(2, factor: 3)`.",
      es: "Escribe el nombre del parámetro: `scale(2, factor: 3)`.",
      pt: "Escreva o nome do parâmetro: `scale(2, factor: 3)`."),
    example: "fn scale(x, factor = 1) = x * factor\nscale(2, facter: 3)")

  package static let argumentTwice = DiagnosticRow(
    "E0324",
    message: Words(
      en: "`{label}` of `{name}` already has a value",
      es: "`{label}` de `{name}` ya tiene un valor",
      pt: "`{label}` de `{name}` já tem um valor"),
    label: Words(en: "a second value for it", es: "un segundo valor", pt: "um segundo valor"),
    help: Words(
      en: "Arguments without a label fill the parameters from the left.",
      es: "Los argumentos sin etiqueta llenan los parámetros desde la izquierda.",
      pt: "Argumentos sem rótulo preenchem os parâmetros a partir da esquerda."),
    meaning: Words(
      en: "Arguments without labels go to the first parameters in order. A label then cannot name one of these again.",
      es: "Los argumentos sin etiqueta van en orden a los primeros parámetros. Después una etiqueta no puede nombrar "
        + "otra vez a uno de ellos.",
      pt: "Os argumentos sem rótulo vão em ordem para os primeiros parâmetros. Depois um rótulo não pode nomear de "
        + "novo um deles."),
    mend: Words(
      en: "Label the other one: `area(3, height: 4)`.",
      es: "Etiqueta el otro: `area(3, height: 4)`.",
      pt: "Ponha o rótulo no outro: `area(3, height: 4)`."),
    example: "fn area(width, height) = width * height\narea(3, width: 4)")

  package static let sameLabelTwice = DiagnosticRow(
    "E0325",
    message: Words(
      en: "the label `{name}` stands here twice",
      es: "la etiqueta `{name}` aparece aquí dos veces",
      pt: "o rótulo `{name}` aparece aqui duas vezes"),
    label: Words(en: "and here again", es: "y aquí otra vez", pt: "e aqui de novo"),
    help: Words(
      en: "Each label names one value.",
      es: "Cada etiqueta nombra un solo valor.",
      pt: "Cada rótulo nomeia um só valor."),
    meaning: Words(
      en: "The labels of a call or a tuple tell its parts apart; with the same label twice, `.label` could mean "
        + "either.",
      es: "Las etiquetas de una llamada o de una tupla distinguen sus partes; con la misma dos veces, `.etiqueta` "
        + "podría ser cualquiera.",
      pt: "Os rótulos de uma chamada ou de uma tupla distinguem as partes; com o mesmo duas vezes, `.rótulo` poderia "
        + "ser qualquer uma."),
    mend: Words(
      en: "Label them `mean` and `sd`.", es: "Etiquétalos `mean` y `sd`.", pt: "Use os rótulos `mean` e `sd`."),
    example: "(mean: 0, mean: 1)")

  package static let positionalAfterLabel = DiagnosticRow(
    "E0326",
    message: Words(
      en: "this argument needs a label: labels have begun",
      es: "este argumento necesita etiqueta: las etiquetas ya empezaron",
      pt: "este argumento precisa de rótulo: os rótulos já começaram"),
    label: Words(en: "which parameter is this for?", es: "¿para qué parámetro es?", pt: "para qual parâmetro é?"),
    help: Words(
      en: "Put arguments without a label first.",
      es: "Pon primero los argumentos sin etiqueta.",
      pt: "Coloque primeiro os argumentos sem rótulo."),
    meaning: Words(
      en: "Arguments without labels are told apart by their order, from the left. After a label the order says nothing "
        + "any more.",
      es: "Los argumentos sin etiqueta se distinguen por su orden, desde la izquierda. Después de una etiqueta el "
        + "orden ya no dice nada.",
      pt: "Os argumentos sem rótulo são distinguidos pela ordem, a partir da esquerda. Depois de um rótulo a ordem já "
        + "não diz nada."),
    mend: Words(
      en: "Label both: `area(width: 3, height: 4)`.",
      es: "Etiqueta los dos: `area(width: 3, height: 4)`.",
      pt: "Rotule os dois: `area(width: 3, height: 4)`."),
    example: "fn area(width, height) = width * height\narea(width: 3, 4)")
}
