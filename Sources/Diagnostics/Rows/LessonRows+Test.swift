// What `aula test` finds in a lesson that reads and runs: E0950 to E0962; no program shows them.

extension DiagnosticCatalogue {
  package static let lessonTestRows: [DiagnosticRow] = [
    .lessonCheckFails, .solutionFails, .blankPasses, .wrongPasses, .wrongDoesNotRun, .noTrap, .lessonTooSlow,
    .mutantSurvives, .survivorIsCaught, .survivorUnknown, .tooManySurvivors, .lessonName, .lessonExists,
  ]
}

extension DiagnosticRow {
  package static let lessonCheckFails = DiagnosticRow(
    "E0950",
    message: Words(
      en: "this check of the lesson does not pass: {claim}", es: "esta comprobación de la lección no pasa: {claim}",
      pt: "esta checagem da lição não passa: {claim}"),
    meaning: Words(
      en:
        "Every check of a lesson passes when the lesson runs with its solutions. A check that stays undecided does not.",
      es:
        "Todas las comprobaciones pasan cuando la lección se ejecuta con sus soluciones. Una que queda sin decidir, no.",
      pt: "Todas as checagens passam quando a lição é executada com as soluções. Uma que fica indecisa não passa."),
    mend: Words(
      en:
        "`aula run` shows both sides. A claim that is to be false is a `check fails`; an estimate may need more draws.",
      es: "`aula run` muestra los dos lados. Lo que debe ser falso es un `check fails`; una estimación puede necesitar "
        + "más sorteos.",
      pt: "`aula run` mostra os dois lados. O que deve ser falso é um `check fails`; uma estimativa pode precisar de "
        + "mais sorteios."),
    example: noExample)

  package static let solutionFails = DiagnosticRow(
    "E0951",
    message: Words(
      en: "the solution of `{exercise}` does not get full marks", es: "la solución de `{exercise}` no obtiene todo",
      pt: "a solução de `{exercise}` não ganha todos os pontos"),
    meaning: Words(
      en:
        "A solution passes the visible and the hidden checks of its exercise, as an answer of a student would have to.",
      es: "Una solución pasa las comprobaciones visibles y ocultas de su ejercicio, igual que la respuesta de un "
        + "estudiante.",
      pt: "Uma solução passa nas checagens visíveis e ocultas do exercício, como a resposta de um estudante."),
    mend: Words(
      en: "Mend the solution, or the check that asks for something else.",
      es: "Corrige la solución, o la comprobación que pide otra cosa.",
      pt: "Corrija a solução, ou a checagem que pede outra coisa."),
    example: noExample)

  package static let blankPasses = DiagnosticRow(
    "E0952",
    message: Words(
      en: "what `{exercise}` begins with is already accepted", es: "el comienzo de `{exercise}` ya se acepta",
      pt: "o começo de `{exercise}` já é aceito"),
    meaning: Words(
      en: "An exercise that nobody has worked on gives no points.", es: "Un ejercicio que nadie ha hecho no da puntos.",
      pt: "Um exercício que ninguém fez não dá pontos."),
    mend: Words(
      en: "Leave a `???` where something is to be written, or check what it is to give.",
      es: "Deja un `???` donde hay que escribir algo, o comprueba lo que debe dar.",
      pt: "Deixe um `???` onde se deve escrever algo, ou cheque o que ele deve dar."),
    example: noExample)

  package static let wrongPasses = DiagnosticRow(
    "E0953",
    message: Words(
      en: "this wrong answer passes every check of `{exercise}`",
      es: "esta respuesta incorrecta pasa todas las comprobaciones de `{exercise}`",
      pt: "esta resposta errada passa em todas as checagens de `{exercise}`"),
    meaning: Words(
      en: "A wrong answer is there to show that the checks notice it. This one gets the points of the right one.",
      es: "Una respuesta incorrecta está para mostrar que las comprobaciones la detectan. Esta gana los puntos de la "
        + "correcta.",
      pt: "Uma resposta errada existe para mostrar que as checagens a percebem. Esta ganha os pontos da certa."),
    mend: Words(
      en: "Write a hidden check that tells the two apart: other numbers, more than one row, a sign.",
      es: "Escribe una comprobación oculta que las distinga: otros números, más de una fila, un signo.",
      pt: "Escreva uma checagem oculta que as distinga: outros números, mais de uma linha, um sinal."),
    example: noExample)

  package static let wrongDoesNotRun = DiagnosticRow(
    "E0954",
    message: Words(
      en: "this wrong answer of `{exercise}` does not even run",
      es: "esta respuesta incorrecta de `{exercise}` ni siquiera se ejecuta",
      pt: "esta resposta errada de `{exercise}` nem chega a rodar"),
    meaning: Words(
      en: "A wrong answer is one that a student could have believed in; it is the checks that have to find it out.",
      es: "Una respuesta incorrecta es una en la que un estudiante podría creer; son las comprobaciones las que deben "
        + "descubrirla.",
      pt: "Uma resposta errada é uma em que um estudante poderia acreditar; são as checagens que devem descobri-la."),
    mend: Words(
      en: "Write one that runs and gives something wrong.", es: "Escribe una que se ejecute y dé algo incorrecto.",
      pt: "Escreva uma que rode e dê algo errado."),
    example: noExample)

  package static let noTrap = DiagnosticRow(
    "E0955",
    message: Words(
      en: "no wrong answer of `{exercise}` passes the visible checks and is caught by a hidden one",
      es: "ninguna respuesta incorrecta de `{exercise}` pasa las comprobaciones visibles y cae en una oculta",
      pt: "nenhuma resposta errada de `{exercise}` passa nas checagens visíveis e é pega por uma oculta"),
    meaning: Words(
      en: "Hidden checks are there for answers that only fit the visible ones. One such answer shows that they work.",
      es: "Las comprobaciones ocultas están para las respuestas que solo cumplen las visibles. Una así muestra que "
        + "funcionan.",
      pt: "As checagens ocultas existem para respostas que só servem às visíveis. Uma assim mostra que elas funcionam."),
    mend: Words(
      en: "Add a ```aula wrong {exercise}``` cell that gives what the visible checks ask for and nothing else.",
      es: "Añade una celda ```aula wrong {exercise}``` que dé lo que piden las visibles y nada más.",
      pt: "Acrescente uma célula ```aula wrong {exercise}``` que dê o que as visíveis pedem e nada mais."),
    example: noExample)

  package static let lessonTooSlow = DiagnosticRow(
    "E0956",
    message: Words(
      en: "the lesson took {found} s; its header promises {seconds}",
      es: "la lección tardó {found} s; su encabezado promete {seconds}",
      pt: "a lição levou {found} s; o cabeçalho promete {seconds}"),
    meaning: Words(
      en: "`seconds` says how long the whole lesson runs, so that nobody waits longer than expected.",
      es: "`seconds` dice cuánto tarda la lección entera, para que nadie espere más de lo previsto.",
      pt: "`seconds` diz quanto a lição inteira leva, para que ninguém espere mais do que o previsto."),
    mend: Words(
      en: "Take fewer steps or less data, or promise more.", es: "Usa menos pasos o menos datos, o promete más.",
      pt: "Use menos passos ou menos dados, ou prometa mais."),
    example: noExample)

  package static let mutantSurvives = DiagnosticRow(
    "E0957",
    message: Words(
      en: "no check notices this change: {change}", es: "ninguna comprobación detecta este cambio: {change}",
      pt: "nenhuma checagem percebe esta mudança: {change}"),
    meaning: Words(
      en:
        "Solutions, derivations and the functions that checks name are changed in one place after the other. A check "
        + "that notices none of it could not fail.",
      es:
        "Las soluciones, las derivaciones y las funciones que nombran las comprobaciones se cambian en un lugar tras "
        + "otro. Una comprobación que no lo nota no podría fallar.",
      pt:
        "As soluções, as derivações e as funções citadas nas checagens são mudadas em um lugar depois do outro. Uma "
        + "checagem que não percebe nada não poderia falhar."),
    mend: Words(
      en: "Write a check that depends on this place. If the change changes nothing, list it at the file's end between "
        + "`<!-- survives` and `-->`: `{name}: {change}: the reason`.",
      es:
        "Escribe una comprobación que dependa de este lugar. Si el cambio no cambia nada, anótalo al final del archivo "
        + "entre `<!-- survives` y `-->`: `{name}: {change}: el motivo`.",
      pt: "Escreva uma checagem que dependa deste lugar. Se a mudança não muda nada, anote-a no fim do arquivo entre "
        + "`<!-- survives` e `-->`: `{name}: {change}: o motivo`."),
    example: noExample)

  package static let survivorIsCaught = DiagnosticRow(
    "E0958",
    message: Words(
      en: "a check notices this change, so it is no survivor",
      es: "una comprobación detecta este cambio: no es un superviviente",
      pt: "uma checagem percebe esta mudança: não é um sobrevivente"),
    meaning: Words(
      en: "The list of survivors names changes that no check notices.",
      es: "La lista de supervivientes nombra los cambios que ninguna comprobación detecta.",
      pt: "A lista de sobreviventes cita as mudanças que nenhuma checagem percebe."),
    mend: Words(en: "Take the line out.", es: "Quita la línea.", pt: "Tire a linha."), example: noExample)

  package static let survivorUnknown = DiagnosticRow(
    "E0959",
    message: Words(
      en: "there is no such change in the lesson", es: "no hay tal cambio en la lección",
      pt: "não há tal mudança na lição"),
    meaning: Words(
      en: "A line of the list of survivors names a cell and a change of it, as `aula test` writes them.",
      es: "Una línea de la lista de supervivientes nombra una celda y un cambio en ella, como los escribe `aula test`.",
      pt: "Uma linha da lista de sobreviventes cita uma célula e uma mudança nela, como `aula test` as escreve."),
    mend: Words(
      en: "Copy the line from the report of `aula test`, or take it out if the cell no longer says that.",
      es: "Copia la línea del informe de `aula test`, o quítala si la celda ya no dice eso.",
      pt: "Copie a linha do relatório de `aula test`, ou tire-a se a célula já não diz isso."),
    example: noExample)

  package static let tooManySurvivors = DiagnosticRow(
    "E0960",
    message: Words(
      en: "no check notices {count} of {total} changes; at most one in ten may go unnoticed",
      es: "ninguna comprobación detecta {count} de {total} cambios; puede ser como mucho uno de cada diez",
      pt: "nenhuma checagem percebe {count} de {total} mudanças; pode ser no máximo uma em cada dez"),
    meaning: Words(
      en: "A reason can be found for everything. A lesson with many survivors has checks that say too little.",
      es: "Para todo se encuentra un motivo. Una lección con muchos supervivientes tiene comprobaciones que dicen "
        + "demasiado poco.",
      pt: "Para tudo se acha um motivo. Uma lição com muitos sobreviventes tem checagens que dizem pouco demais."),
    mend: Words(
      en: "Strengthen the checks where most of them are: other numbers, tensors instead of one number, `same as`.",
      es: "Refuerza las comprobaciones donde más hay: otros números, tensores en vez de un número, `same as`.",
      pt: "Reforce as checagens onde há mais deles: outros números, tensores em vez de um número, `same as`."),
    example: noExample)

  package static let lessonName = DiagnosticRow(
    "E0961",
    message: Words(
      en: "`{name}` cannot be the name of a lesson", es: "`{name}` no puede ser el nombre de una lección",
      pt: "`{name}` não pode ser o nome de uma lição"),
    help: Words(
      en: "Use small letters, digits and `-`: `gan-toy`.", es: "Usa minúsculas, cifras y `-`: `gan-toy`.",
      pt: "Use minúsculas, algarismos e `-`: `gan-toy`."),
    meaning: Words(
      en: "A lesson's name is its folder's name, and what one types after `aula learn`.",
      es: "El nombre de una lección es el de su carpeta, y lo que se escribe tras `aula learn`.",
      pt: "O nome de uma lição é o da pasta dela, e o que se digita depois de `aula learn`."),
    mend: Words(
      en: "Begin with a letter; no blanks, no accents.", es: "Empieza por una letra; sin espacios ni acentos.",
      pt: "Comece com uma letra; sem espaços nem acentos."),
    example: noExample)

  package static let lessonExists = DiagnosticRow(
    "E0962",
    message: Words(
      en: "there is already a file {path}", es: "ya existe el archivo {path}", pt: "já existe o arquivo {path}"),
    meaning: Words(
      en: "A new lesson never replaces what somebody wrote.",
      es: "Una lección nueva nunca sustituye lo que alguien escribió.",
      pt: "Uma lição nova nunca substitui o que alguém escreveu."),
    mend: Words(en: "Choose another name.", es: "Elige otro nombre.", pt: "Escolha outro nome."), example: noExample)
}
