// Slips in a lesson's exercises: E0933 to E0939; no program shows them.

extension DiagnosticRow {
  package static let exerciseTwice = DiagnosticRow(
    "E0933",
    message: Words(
      en: "there are two exercises with the name `{name}`", es: "hay dos ejercicios con el nombre `{name}`",
      pt: "há dois exercícios com o nome `{name}`"),
    meaning: Words(
      en: "The name of an exercise says where its checks belong, and what is kept of a student's answer.",
      es: "El nombre de un ejercicio dice de quién son sus comprobaciones, y qué se guarda de cada respuesta.",
      pt: "O nome de um exercício diz de quem são suas checagens, e o que se guarda de cada resposta."),
    mend: Words(
      en: "Give one of them another name, in its checks and its solution too.",
      es: "Da otro nombre a uno de los dos, también en sus comprobaciones y su solución.",
      pt: "Dê outro nome a um dos dois, também em suas checagens e sua solução."),
    example: noExample)

  package static let cellWithoutExercise = DiagnosticRow(
    "E0934",
    message: Words(
      en: "`{word} {name}` has no exercise `{name}` before it",
      es: "`{word} {name}` no tiene antes ningún ejercicio `{name}`",
      pt: "`{word} {name}` não tem antes nenhum exercício `{name}`"),
    meaning: Words(
      en:
        "Checks, solutions and wrong answers follow the exercise they belong to. No exercise of this name came before.",
      es:
        "Comprobaciones, soluciones y respuestas erróneas siguen a su ejercicio. Antes no hubo ninguno de ese nombre.",
      pt: "Checagens, soluções e respostas erradas vêm depois de seu exercício. Antes não houve nenhum com esse nome."),
    mend: Words(
      en: "Look at the spelling of both names, and put the exercise first.",
      es: "Mira cómo están escritos los dos nombres, y pon antes el ejercicio.",
      pt: "Veja como os dois nomes estão escritos, e ponha o exercício antes."),
    example: noExample)

  package static let exerciseWithoutHole = DiagnosticRow(
    "E0935",
    message: Words(
      en: "the exercise `{name}` has no `???` to fill in", es: "el ejercicio `{name}` no tiene ningún `???` que llenar",
      pt: "o exercício `{name}` não tem nenhum `???` para preencher"),
    meaning: Words(
      en: "What a student is to write is left open as `???`, so that a blank is told from a wrong answer.",
      es: "Lo que hay que escribir se deja abierto como `???`, para distinguir un hueco de una respuesta errónea.",
      pt: "O que se deve escrever fica aberto como `???`, para distinguir uma lacuna de uma resposta errada."),
    mend: Words(
      en: "Put `???` in the place of what is asked for: `fn loss(y, t) = ???`.",
      es: "Pon `???` en el lugar de lo que se pide: `fn loss(y, t) = ???`.",
      pt: "Ponha `???` no lugar do que se pede: `fn loss(y, t) = ???`."),
    example: noExample)

  package static let exerciseWithoutCheck = DiagnosticRow(
    "E0936",
    message: Words(
      en: "nothing checks the exercise `{name}`", es: "nada comprueba el ejercicio `{name}`",
      pt: "nada checa o exercício `{name}`"),
    help: Words(
      en: "Put a cell `aula check {name}` behind it, or say `manual` if a person is to read it.",
      es: "Pon detrás una celda `aula check {name}`, o escribe `manual` si lo va a leer una persona.",
      pt: "Ponha depois uma célula `aula check {name}`, ou escreva `manual` se uma pessoa vai lê-lo."),
    meaning: Words(
      en: "Without a check every answer would count as solved.",
      es: "Sin comprobación, cualquier respuesta contaría como resuelta.",
      pt: "Sem checagem, qualquer resposta contaria como resolvida."),
    mend: Words(
      en: "At least one check that a student sees; the hidden ones come beside it.",
      es: "Al menos una comprobación que se vea; las ocultas van al lado.",
      pt: "Pelo menos uma checagem que se veja; as ocultas vêm ao lado."),
    example: noExample)

  package static let secondSolution = DiagnosticRow(
    "E0937",
    message: Words(
      en: "the exercise `{name}` already has a solution", es: "el ejercicio `{name}` ya tiene una solución",
      pt: "o exercício `{name}` já tem uma solução"),
    meaning: Words(
      en: "One solution stands in where a student has none. A second one would never be used.",
      es: "Una solución sustituye a la que falte. Una segunda no se usaría nunca.",
      pt: "Uma solução substitui a que faltar. Uma segunda nunca seria usada."),
    mend: Words(
      en: "Keep the one you would show. Another way to solve it can be told in the text.",
      es: "Deja la que mostrarías. Otra manera de resolverlo se puede contar en el texto.",
      pt: "Deixe a que você mostraria. Outro jeito de resolver pode ser contado no texto."),
    example: noExample)

  package static let emptyCell = DiagnosticRow(
    "E0938",
    message: Words(
      en: "there is nothing in this cell", es: "en esta celda no hay nada", pt: "não há nada nesta célula"),
    meaning: Words(
      en: "A cell holds at least one statement; comments alone do nothing.",
      es: "Una celda tiene al menos una instrucción; los comentarios solos no hacen nada.",
      pt: "Uma célula tem pelo menos uma instrução; comentários sozinhos não fazem nada."),
    mend: Words(
      en: "Write the program, or take the cell out.", es: "Escribe el programa, o quita la celda.",
      pt: "Escreva o programa, ou tire a célula."),
    example: noExample)

  package static let holeOutsideExercise = DiagnosticRow(
    "E0939",
    message: Words(
      en: "only an exercise leaves `???` open", es: "solo un ejercicio deja abierto un `???`",
      pt: "só um exercício deixa um `???` aberto"),
    meaning: Words(
      en: "In an exercise, `???` is what the student writes. In other cells of a lesson nobody would ever fill it.",
      es: "En un ejercicio, `???` es lo que escribe el estudiante. En otras celdas nadie lo llenaría nunca.",
      pt: "Em um exercício, `???` é o que o estudante escreve. Em outras células ninguém o preencheria."),
    mend: Words(
      en: "Write the program out, or make the cell an `exercise`.",
      es: "Escribe el programa completo, o haz de la celda un `exercise`.",
      pt: "Escreva o programa completo, ou faça da célula um `exercise`."),
    example: noExample)
}
