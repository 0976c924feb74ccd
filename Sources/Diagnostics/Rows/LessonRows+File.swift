// Slips in a lesson's file: its header and the words behind its fences. E0920 to E0932; no program shows them.

extension DiagnosticCatalogue {
  /// What can be wrong with a lesson as its author writes it, when it runs, and with what is kept of a student's work.
  package static let lessonFileRows: [DiagnosticRow] = [
    .lessonWithoutHeader, .lessonHeaderLine, .lessonUnknownKey, .lessonHeaderValue, .fenceWithBacktick,
    .lessonWithoutTitle, .fenceUnknownWord, .fenceWordNeedsName, .fenceWordValue, .fenceHintQuotes,
    .fenceWordsTogether, .fenceUnclosed, .cellNotAtMargin, .exerciseTwice, .cellWithoutExercise, .exerciseWithoutHole,
    .exerciseWithoutCheck, .secondSolution, .emptyCell, .holeOutsideExercise, .lessonCellFails, .lessonCellSucceeds,
    .lessonValueFails, .survivorLine, .languageCells, .languageCellDiffers, .languageWordsDiffer,
    .languageValuesDiffer, .languageHeaderDiffers, .progressDamaged,
  ]
}

extension DiagnosticRow {
  package static let lessonWithoutHeader = DiagnosticRow(
    "E0920",
    message: Words(
      en: "a lesson begins with a header between two lines `---`",
      es: "una lección empieza con un encabezado entre dos líneas `---`",
      pt: "uma lição começa com um cabeçalho entre duas linhas `---`"),
    help: Words(
      en: "The smallest one is `---`, then `title: My lesson`, then `---`.",
      es: "El más pequeño es `---`, luego `title: Mi lección`, luego `---`.",
      pt: "O menor é `---`, depois `title: Minha lição`, depois `---`."),
    meaning: Words(
      en: "The header says the lesson's title, its seed, and what it needs. It is missing, or its last `---` is.",
      es: "El encabezado dice el título de la lección, su semilla y lo que necesita. Falta, o falta su último `---`.",
      pt: "O cabeçalho diz o título da lição, sua semente e do que ela precisa. Ele falta, ou falta seu último `---`."),
    mend: Words(
      en: "Write it at the very top of the file. `aula new lesson NAME` makes a whole lesson to begin with.",
      es: "Escríbelo al principio mismo del archivo. `aula new lesson NOMBRE` crea una lección entera para empezar.",
      pt: "Escreva-o bem no começo do arquivo. `aula new lesson NOME` cria uma lição inteira para começar."),
    example: noExample)

  package static let lessonHeaderLine = DiagnosticRow(
    "E0921",
    message: Words(
      en: "a line of the header has the form `key: value`, each key once",
      es: "una línea del encabezado tiene la forma `clave: valor`, cada clave una vez",
      pt: "uma linha do cabeçalho tem a forma `chave: valor`, cada chave uma vez"),
    meaning: Words(
      en: "Each line of the header is a key, a colon and a value. This one is something else, or its key came before.",
      es: "Cada línea del encabezado es una clave, dos puntos y un valor. Esta es otra cosa, o su clave ya estaba.",
      pt: "Cada linha do cabeçalho é uma chave, dois-pontos e um valor. Esta é outra coisa, ou sua chave já estava."),
    mend: Words(
      en: "Write `seed: 7`, or take the line out.", es: "Escribe `seed: 7`, o quita la línea.",
      pt: "Escreva `seed: 7`, ou tire a linha."),
    example: noExample)

  package static let lessonUnknownKey = DiagnosticRow(
    "E0922",
    message: Words(
      en: "the header of a lesson has no key `{key}`", es: "el encabezado de una lección no tiene la clave `{key}`",
      pt: "o cabeçalho de uma lição não tem a chave `{key}`"),
    help: Words(
      en: "The keys are {keys}.", es: "Las claves son {keys}.", pt: "As chaves são {keys}."),
    meaning: Words(
      en: "The header knows a few keys, and this is none of them; often it is a slip of a letter.",
      es: "El encabezado conoce unas pocas claves, y esta no es ninguna; muchas veces es un desliz de una letra.",
      pt: "O cabeçalho conhece poucas chaves, e esta não é nenhuma delas; muitas vezes é um deslize de uma letra."),
    mend: Words(
      en: "Correct the key. Notes for yourself go behind a `#` at the beginning of a line.",
      es: "Corrige la clave. Tus propias notas van detrás de un `#` al principio de una línea.",
      pt: "Corrija a chave. Suas próprias notas vão depois de um `#` no começo de uma linha."),
    example: noExample)

  package static let lessonHeaderValue = DiagnosticRow(
    "E0923",
    message: Words(
      en: "`{key}` wants {form}, not `{value}`", es: "`{key}` pide {form}, no `{value}`",
      pt: "`{key}` pede {form}, não `{value}`"),
    meaning: Words(
      en: "Minutes and seconds are numbers, the seed and the order whole ones, and `needs` is a list in brackets.",
      es: "Los minutos y segundos son números, la semilla y el orden enteros, y `needs` es una lista entre corchetes.",
      pt: "Minutos e segundos são números, a semente e a ordem são inteiros, e `needs` é uma lista entre colchetes."),
    mend: Words(
      en: "Write it like `seconds: 12`, `seed: 7` or `needs: [tour, gradients]`.",
      es: "Escríbelo como `seconds: 12`, `seed: 7` o `needs: [tour, gradients]`.",
      pt: "Escreva como `seconds: 12`, `seed: 7` ou `needs: [tour, gradients]`."),
    example: noExample)

  package static let fenceWithBacktick = DiagnosticRow(
    "E0924",
    message: Words(
      en: "a backtick behind a fence of backticks keeps it from being a fence",
      es: "un acento grave detrás de una cerca de acentos graves impide que sea una cerca",
      pt: "uma crase depois de uma cerca de crases impede que ela seja uma cerca"),
    help: Words(
      en: "Open and close this cell with `~~~`; then its hints may hold backticks.",
      es: "Abre y cierra esta celda con `~~~`; así sus pistas pueden tener acentos graves.",
      pt: "Abra e feche esta célula com `~~~`; assim suas dicas podem ter crases."),
    meaning: Words(
      en: "In Markdown, a line that opens code with backticks holds no other ones; this one would be read as text, and "
        + "the cell's end as the beginning of another cell.",
      es: "En Markdown, una línea que abre código con acentos graves no tiene otros; esta se leería como texto, y el "
        + "final de la celda como el principio de otra.",
      pt: "Em Markdown, uma linha que abre código com crases não tem outras; esta seria lida como texto, e o fim da "
        + "célula como o começo de outra."),
    mend: Words(
      en: "Write `~~~aula exercise …` above and `~~~` below.",
      es: "Escribe `~~~aula exercise …` arriba y `~~~` abajo.",
      pt: "Escreva `~~~aula exercise …` acima e `~~~` abaixo."),
    example: noExample)

  package static let lessonWithoutTitle = DiagnosticRow(
    "E0925",
    message: Words(
      en: "the lesson has no title", es: "la lección no tiene título", pt: "a lição não tem título"),
    help: Words(
      en: "Add a line `title: …` to the header.", es: "Añade una línea `title: …` al encabezado.",
      pt: "Acrescente uma linha `title: …` ao cabeçalho."),
    meaning: Words(
      en: "The title is what students see in the list of lessons, so every lesson has one.",
      es: "El título es lo que se ve en la lista de lecciones, así que toda lección tiene uno.",
      pt: "O título é o que se vê na lista de lições, então toda lição tem um."),
    mend: Words(
      en: "A good title says what will happen: `title: A GAN that learns one number`.",
      es: "Un buen título dice lo que va a pasar: `title: Una GAN que aprende un número`.",
      pt: "Um bom título diz o que vai acontecer: `title: Uma GAN que aprende um número`."),
    example: noExample)

  package static let fenceUnknownWord = DiagnosticRow(
    "E0926",
    message: Words(
      en: "a cell of a lesson has no word `{word}`", es: "una celda de una lección no tiene la palabra `{word}`",
      pt: "uma célula de uma lição não tem a palavra `{word}`"),
    help: Words(
      en: "Behind `aula` may stand {words}.", es: "Detrás de `aula` puede estar {words}.",
      pt: "Depois de `aula` pode estar {words}."),
    meaning: Words(
      en: "The words behind the fence say what a cell is for. This one is not among them.",
      es: "Las palabras detrás de la cerca dicen para qué sirve una celda. Esta no está entre ellas.",
      pt: "As palavras depois da cerca dizem para que serve uma célula. Esta não está entre elas."),
    mend: Words(
      en: "Correct the word, or take it out: without any, a cell is shown and run.",
      es: "Corrige la palabra, o quítala: sin ninguna, la celda se muestra y se ejecuta.",
      pt: "Corrija a palavra, ou tire-a: sem nenhuma, a célula é mostrada e executada."),
    example: noExample)

  package static let fenceWordNeedsName = DiagnosticRow(
    "E0927",
    message: Words(
      en: "`{word}` needs the name of an exercise behind it",
      es: "`{word}` necesita detrás el nombre de un ejercicio",
      pt: "`{word}` precisa do nome de um exercício depois"),
    help: Words(
      en: "A name is made of letters, digits and `-`, such as `{word} d-loss`.",
      es: "Un nombre se hace con letras, cifras y `-`, por ejemplo `{word} d-loss`.",
      pt: "Um nome é feito de letras, dígitos e `-`, por exemplo `{word} d-loss`."),
    meaning: Words(
      en: "Exercises have names, so that checks, solutions and wrong answers can say to which of them they belong.",
      es: "Los ejercicios tienen nombre, para que comprobaciones, soluciones y respuestas erróneas digan de cuál son.",
      pt: "Os exercícios têm nome, para que checagens, soluções e respostas erradas digam a qual pertencem."),
    mend: Words(
      en: "Write the name right behind the word, the same in every language of the lesson.",
      es: "Escribe el nombre justo detrás de la palabra, el mismo en todos los idiomas de la lección.",
      pt: "Escreva o nome logo depois da palavra, o mesmo em todas as línguas da lição."),
    example: noExample)

  package static let fenceWordValue = DiagnosticRow(
    "E0928",
    message: Words(
      en: "`{word}` wants {form}, as in `{example}`", es: "`{word}` pide {form}, como en `{example}`",
      pt: "`{word}` pede {form}, como em `{example}`"),
    meaning: Words(
      en: "Points and attempts are numbers, a hint is a text in quotes, and `skip` is `yes` or `no`.",
      es: "Los puntos e intentos son números, una pista es un texto entre comillas, y `skip` es `yes` o `no`.",
      pt: "Pontos e tentativas são números, uma dica é um texto entre aspas, e `skip` é `yes` ou `no`."),
    mend: Words(
      en: "Write the value right behind the `=`, without a blank.",
      es: "Escribe el valor justo detrás del `=`, sin espacio.",
      pt: "Escreva o valor logo depois do `=`, sem espaço."),
    example: noExample)

  package static let fenceHintQuotes = DiagnosticRow(
    "E0929",
    message: Words(
      en: "the text of `{word}` stands between two straight quotes",
      es: "el texto de `{word}` va entre dos comillas rectas",
      pt: "o texto de `{word}` fica entre duas aspas retas"),
    help: Words(
      en: "Write `{word}=\"…\"`; inside, a quote is `\\\"`.",
      es: "Escribe `{word}=\"…\"`; dentro, una comilla es `\\\"`.",
      pt: "Escreva `{word}=\"…\"`; dentro, uma aspa é `\\\"`."),
    meaning: Words(
      en: "Without quotes nobody could tell where a hint ends and the next word begins.",
      es: "Sin comillas nadie sabría dónde acaba una pista y dónde empieza la palabra siguiente.",
      pt: "Sem aspas ninguém saberia onde uma dica termina e onde começa a palavra seguinte."),
    mend: Words(
      en: "Put the hint between `\"` and `\"`, on the line of the fence. Each further hint gets its own `hint=`.",
      es: "Pon la pista entre `\"` y `\"`, en la línea de la cerca. Cada pista más lleva su propio `hint=`.",
      pt: "Ponha a dica entre `\"` e `\"`, na linha da cerca. Cada dica a mais leva seu próprio `hint=`."),
    example: noExample)

  package static let fenceWordsTogether = DiagnosticRow(
    "E0930",
    message: Words(
      en: "`{word}` cannot stand in a cell with `{other}`", es: "`{word}` no puede estar en una celda con `{other}`",
      pt: "`{word}` não pode estar em uma célula com `{other}`"),
    help: Words(
      en: "`{word}` belongs to {kinds}.", es: "`{word}` es de {kinds}.", pt: "`{word}` é de {kinds}."),
    meaning: Words(
      en: "A cell is one thing: an exercise, a check, a solution. Points and hints belong to the exercise, `hidden` to "
        + "a check.",
      es: "Una celda es una sola cosa: ejercicio, comprobación, solución. Puntos y pistas son del ejercicio, `hidden` "
        + "de una comprobación.",
      pt: "Uma célula é uma coisa só: exercício, checagem, solução. Pontos e dicas são do exercício, `hidden` de uma "
        + "checagem."),
    mend: Words(
      en: "Move the word to the cell it belongs to, or take it out.",
      es: "Lleva la palabra a la celda a la que pertenece, o quítala.",
      pt: "Leve a palavra para a célula a que pertence, ou tire-a."),
    example: noExample)

  package static let fenceUnclosed = DiagnosticRow(
    "E0931",
    message: Words(
      en: "this cell is never closed", es: "esta celda no se cierra nunca", pt: "esta célula nunca é fechada"),
    help: Words(
      en: "Close it with a line of as many signs as opened it.",
      es: "Ciérrala con una línea de tantos signos como la abrieron.",
      pt: "Feche-a com uma linha de tantos sinais quantos a abriram."),
    meaning: Words(
      en: "Everything up to the end of the file belongs to this cell, the rest of the lesson too.",
      es: "Todo hasta el final del archivo pertenece a esta celda, también el resto de la lección.",
      pt: "Tudo até o fim do arquivo pertence a esta célula, também o resto da lição."),
    mend: Words(
      en: "Put a line with three backticks behind the cell's last line.",
      es: "Pon una línea con tres acentos graves detrás de la última línea de la celda.",
      pt: "Ponha uma linha com três crases depois da última linha da célula."),
    example: noExample)

  package static let cellNotAtMargin = DiagnosticRow(
    "E0932",
    message: Words(
      en: "a cell cannot stand inside of a list or a quotation",
      es: "una celda no puede estar dentro de una lista o una cita",
      pt: "uma célula não pode estar dentro de uma lista ou uma citação"),
    meaning: Words(
      en: "The steps of a lesson go from cell to cell, so a cell stands by itself, at the left margin.",
      es: "Los pasos de una lección van de celda en celda, así que una celda está sola, en el margen izquierdo.",
      pt: "Os passos de uma lição vão de célula em célula, então uma célula fica sozinha, na margem esquerda."),
    mend: Words(
      en: "Move the cell behind the list. Code that is only to be looked at can have a fence without `aula`.",
      es: "Lleva la celda detrás de la lista. El código solo para mirar puede tener una cerca sin `aula`.",
      pt: "Leve a célula para depois da lista. Código só para olhar pode ter uma cerca sem `aula`."),
    example: noExample)
}
