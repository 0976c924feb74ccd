// What functions of the library written in Aula refuse: E0660 to E0662.

extension DiagnosticCatalogue {
  /// The rows of losses and of what cuts data.
  package static let libraryRows: [DiagnosticRow] = [.lossShapesDiffer, .rowCountsDiffer, .settingOutside]
}

extension DiagnosticRow {
  package static let lossShapesDiffer = DiagnosticRow(
    "E0660",
    message: Words(
      en: "`{name}` compares element with element, and {first} is not {second}",
      es: "`{name}` compara elemento con elemento, y {first} no es {second}",
      pt: "`{name}` compara elemento com elemento, e {first} não é {second}"),
    label: Words(
      en: "{first} against {second}", es: "{first} contra {second}", pt: "{first} contra {second}"),
    help: Words(
      en: "Give both one shape: `y[:, 0]` takes an axis of size 1 away, `expand(y, -1)` adds one.",
      es: "Dales a los dos la misma forma: `y[:, 0]` quita un eje de tamaño 1, `expand(y, -1)` añade uno.",
      pt: "Dê aos dois a mesma forma: `y[:, 0]` tira um eixo de tamanho 1, `expand(y, -1)` acrescenta um."),
    meaning: Words(
      en:
        "Arithmetic stretches a smaller tensor to meet a larger one; losses never do. Otherwise `[3]` against `[3, 1]` would "
        + "compare each prediction with every target, nine differences instead of three, and a network would quietly learn "
        + "the wrong thing.",
      es:
        "La aritmética estira un tensor menor hasta el mayor; las pérdidas nunca lo hacen. Si lo hicieran, `[3]` contra "
        + "`[3, 1]` compararía cada predicción con todos los objetivos, nueve diferencias en vez de tres, y la red "
        + "aprendería otra cosa sin que nadie lo notara.",
      pt:
        "A aritmética estica um tensor menor até o maior; as perdas nunca fazem isso. Se fizessem, `[3]` contra `[3, 1]` "
        + "compararia cada previsão com todos os alvos, nove diferenças em vez de três, e a rede aprenderia outra coisa "
        + "sem ninguém perceber."),
    mend: Words(
      en: "Take the column as a vector: `mse([1, 2, 3], [[1], [2], [4]][:, 0])`.",
      es: "Toma la columna como vector: `mse([1, 2, 3], [[1], [2], [4]][:, 0])`.",
      pt: "Pegue a coluna como vetor: `mse([1, 2, 3], [[1], [2], [4]][:, 0])`."),
    example: "mse([1, 2, 3], [[1], [2], [4]])")

  package static let rowCountsDiffer = DiagnosticRow(
    "E0661",
    message: Words(
      en: "`{name}` keeps rows together, but one tensor has {first} and another {other}",
      es: "`{name}` mantiene juntas las filas, pero un tensor tiene {first} y otro {other}",
      pt: "`{name}` mantém as linhas juntas, mas um tensor tem {first} e outro {other}"),
    meaning: Words(
      en:
        "In `(X, y)` the first row of `X` belongs to the first element of `y`, the second to the second, and so on. So they "
        + "must have equally many.",
      es:
        "En `(X, y)` la primera fila de `X` va con el primer elemento de `y`, la segunda con el segundo, y así. Por eso "
        + "deben tener la misma cantidad.",
      pt:
        "Em `(X, y)` a primeira linha de `X` corresponde ao primeiro elemento de `y`, a segunda ao segundo, e assim por "
        + "diante. Por isso precisam ter a mesma quantidade."),
    mend: Words(
      en: "Three rows need three labels: `batches(([[1], [2], [3]], [0, 1, 1]), 2)`.",
      es: "Tres filas necesitan tres etiquetas: `batches(([[1], [2], [3]], [0, 1, 1]), 2)`.",
      pt: "Três linhas precisam de três rótulos: `batches(([[1], [2], [3]], [0, 1, 1]), 2)`."),
    example: "batches(([[1], [2], [3]], [0, 1]), 2)")

  package static let settingOutside = DiagnosticRow(
    "E0662",
    message: Words(
      en: "`{setting}` of `{name}` lies between {low} and {high}, and this is {value}",
      es: "`{setting}` de `{name}` está entre {low} y {high}, y esto es {value}",
      pt: "`{setting}` de `{name}` fica entre {low} e {high}, e isto é {value}"),
    meaning: Words(
      en: "Some settings make sense only within bounds: a share is a part of the whole, from 0 to 1, so 80 % is 0.8.",
      es:
        "Algunos ajustes solo tienen sentido entre dos límites: una proporción es una parte del total, de 0 a 1, así que "
        + "el 80 % es 0.8.",
      pt:
        "Alguns ajustes só fazem sentido entre dois limites: uma proporção é uma parte do todo, de 0 a 1, então 80 % é "
        + "0.8."),
    mend: Words(
      en: "Eighty percent: `train_test([1, 2, 3, 4, 5], 0.8)`.",
      es: "El ochenta por ciento: `train_test([1, 2, 3, 4, 5], 0.8)`.",
      pt: "Oitenta por cento: `train_test([1, 2, 3, 4, 5], 0.8)`."),
    example: "train_test([1, 2, 3, 4, 5], 80)")
}
