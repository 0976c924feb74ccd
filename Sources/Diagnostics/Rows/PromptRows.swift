// What the prompt can answer: commands, files, the editor. In order of codes: E0840 to E0859.

extension DiagnosticCatalogue {
  /// Slips at the prompt. No program shows them: they are about commands that begin with `:`.
  public static let promptRows: [DiagnosticRow] = [
    .unknownCommand, .commandArgument, .nothingKnownOfName, .fileNotWritten, .noPictureYet, .savedEnding, .editorFailed,
    .notASeed, .historyNotKept,
  ]
}

extension DiagnosticRow {
  package static let unknownCommand = DiagnosticRow(
    "E0840",
    message: Words(
      en: "there is no command `{name}`", es: "no existe la orden `{name}`", pt: "não existe o comando `{name}`"),
    help: Words(en: "`:help` lists them all.", es: "`:help` las muestra todas.", pt: "`:help` mostra todos."),
    meaning: Words(
      en: "A line that begins with `:` is for the prompt itself and not for the language. No command is called so.",
      es:
        "Una línea que empieza con `:` es para el propio intérprete y no para el lenguaje. Ninguna orden se llama así.",
      pt:
        "Uma linha que começa com `:` é para o próprio interpretador e não para a linguagem. Nenhum comando tem esse nome."
    ),
    mend: Words(
      en: "Look the command up with `:help`; the beginning of its name is enough where only one begins so.",
      es: "Busca la orden con `:help`; basta el comienzo de su nombre si solo una empieza así.",
      pt: "Procure o comando com `:help`; basta o começo do nome se só um começa assim."),
    example: DiagnosticRow.noExample)

  package static let commandArgument = DiagnosticRow(
    "E0841",
    message: Words(
      en: "this command is written `{usage}`", es: "esta orden se escribe `{usage}`",
      pt: "este comando se escreve `{usage}`"),
    meaning: Words(
      en:
        "Some commands need something behind their name, others stand alone; what is in square brackets may be left out.",
      es: "Algunas órdenes necesitan algo tras su nombre y otras van solas; lo que está entre corchetes puede faltar.",
      pt:
        "Alguns comandos precisam de algo depois do nome, outros vão sozinhos; o que está entre colchetes pode faltar."),
    mend: Words(
      en: "Write the command as the message shows it, with your own text for the words in capitals.",
      es: "Escribe la orden como la muestra el mensaje, con tu propio texto en lugar de las palabras en mayúsculas.",
      pt: "Escreva o comando como a mensagem mostra, com o seu texto no lugar das palavras em maiúsculas."),
    example: DiagnosticRow.noExample)

  package static let nothingKnownOfName = DiagnosticRow(
    "E0842",
    message: Words(
      en: "nothing is known of `{name}`", es: "no se sabe nada de `{name}`", pt: "não se sabe nada de `{name}`"),
    meaning: Words(
      en: "`name?` tells what a name stands for. Neither this session nor the library has one that is called so.",
      es: "`nombre?` dice qué representa un nombre. Ni esta sesión ni la biblioteca tienen uno que se llame así.",
      pt: "`nome?` diz o que um nome representa. Nem esta sessão nem a biblioteca têm um que se chame assim."),
    mend: Words(
      en: "Check the spelling, capitals included, or press Tab after its first letters.",
      es: "Revisa cómo se escribe, también las mayúsculas, o pulsa el tabulador tras sus primeras letras.",
      pt: "Confira como se escreve, também as maiúsculas, ou aperte Tab depois das primeiras letras."),
    example: DiagnosticRow.noExample)

  package static let fileNotWritten = DiagnosticRow(
    "E0843",
    message: Words(
      en: "\"{path}\" cannot be written: {reason}", es: "no se puede escribir \"{path}\": {reason}",
      pt: "não dá para escrever \"{path}\": {reason}"),
    meaning: Words(
      en:
        "The system did not take the file: the folder may not exist or not be yours, or the disk may be full. A file that "
        + "was there before is as it was.",
      es:
        "El sistema no aceptó el archivo: quizá la carpeta no existe o no es tuya, o el disco está lleno. Si el archivo "
        + "ya existía, sigue como estaba.",
      pt: "O sistema não aceitou o arquivo: talvez a pasta não exista ou não seja sua, ou o disco esteja cheio. Se o "
        + "arquivo já existia, continua como estava."),
    mend: Words(
      en: "Name a folder in which you may write, such as `~/session.aula`.",
      es: "Indica una carpeta en la que puedas escribir, como `~/session.aula`.",
      pt: "Indique uma pasta em que você possa escrever, como `~/session.aula`."),
    example: DiagnosticRow.noExample)

  package static let noPictureYet = DiagnosticRow(
    "E0844",
    message: Words(
      en: "there is no picture to save yet", es: "todavía no hay ninguna imagen que guardar",
      pt: "ainda não há imagem para salvar"),
    help: Words(
      en: "`:save` writes the last picture that was shown.", es: "`:save` escribe la última imagen mostrada.",
      pt: "`:save` grava a última imagem mostrada."),
    meaning: Words(
      en: "`:save FILE.svg` and `:save FILE.png` write the last picture that the session showed. It has shown none.",
      es:
        "`:save ARCHIVO.svg` y `:save ARCHIVO.png` escriben la última imagen que mostró la sesión. No ha mostrado ninguna.",
      pt:
        "`:save ARQUIVO.svg` e `:save ARQUIVO.png` gravam a última imagem que a sessão mostrou. Ela não mostrou nenhuma."
    ),
    mend: Words(
      en: "Show one first: `histogram(normal(1000))`, then `:save draws.svg`.",
      es: "Muestra una antes: `histogram(normal(1000))` y luego `:save draws.svg`.",
      pt: "Mostre uma antes: `histogram(normal(1000))` e depois `:save draws.svg`."),
    example: DiagnosticRow.noExample)

  package static let savedEnding = DiagnosticRow(
    "E0845",
    message: Words(
      en: "\"{path}\" says nothing of what to save", es: "\"{path}\" no dice qué guardar",
      pt: "\"{path}\" não diz o que salvar"),
    help: Words(
      en: "`.aula` saves the session as a program, `.svg` and `.png` the last picture.",
      es: "`.aula` guarda la sesión como programa; `.svg` y `.png`, la última imagen.",
      pt: "`.aula` salva a sessão como programa; `.svg` e `.png`, a última imagem."),
    meaning: Words(
      en: "The ending of the name decides what is saved, and in which form.",
      es: "La terminación del nombre decide qué se guarda y en qué forma.",
      pt: "A terminação do nome decide o que é salvo e em que forma."),
    mend: Words(
      en: "End the name in `.aula`, `.svg` or `.png`.", es: "Termina el nombre en `.aula`, `.svg` o `.png`.",
      pt: "Termine o nome em `.aula`, `.svg` ou `.png`."),
    example: DiagnosticRow.noExample)

  package static let editorFailed = DiagnosticRow(
    "E0846",
    message: Words(
      en: "the editor `{editor}` did not end well: {reason}", es: "el editor `{editor}` no terminó bien: {reason}",
      pt: "o editor `{editor}` não terminou bem: {reason}"),
    help: Words(
      en: "The variables `VISUAL` and `EDITOR` say which editor is taken.",
      es: "Las variables `VISUAL` y `EDITOR` dicen qué editor se usa.",
      pt: "As variáveis `VISUAL` e `EDITOR` dizem qual editor é usado."),
    meaning: Words(
      en:
        "`:edit` opens the last entry in your editor and evaluates what you save. The editor could not be started, or said "
        + "that something went wrong; nothing was evaluated.",
      es:
        "`:edit` abre la última entrada en tu editor y evalúa lo que guardes. El editor no arrancó o avisó de un fallo; no "
        + "se evaluó nada.",
      pt:
        "`:edit` abre a última entrada no seu editor e avalia o que você salvar. O editor não abriu ou avisou de uma falha; "
        + "nada foi avaliado."),
    mend: Words(
      en: "Name an editor that exists, for example `EDITOR=nano aula`.",
      es: "Indica un editor que exista, por ejemplo `EDITOR=nano aula`.",
      pt: "Indique um editor que exista, por exemplo `EDITOR=nano aula`."),
    example: DiagnosticRow.noExample)

  package static let notASeed = DiagnosticRow(
    "E0847",
    message: Words(
      en: "a seed is a whole number from 0 on, not `{text}`",
      es: "una semilla es un número entero desde 0, no `{text}`",
      pt: "uma semente é um número inteiro a partir de 0, não `{text}`"),
    meaning: Words(
      en: "Draws come from a stream that a whole number chooses: the same seed gives the same numbers.",
      es: "Los sorteos salen de una secuencia que elige un número entero: la misma semilla da los mismos números.",
      pt: "Os sorteios saem de uma sequência que um número inteiro escolhe: a mesma semente dá os mesmos números."),
    mend: Words(
      en: "Write for example `:seed 7`.", es: "Escribe, por ejemplo, `:seed 7`.", pt: "Escreva, por exemplo, `:seed 7`."
    ),
    example: DiagnosticRow.noExample)

  package static let historyNotKept = DiagnosticRow(
    "E0848", severity: .warning,
    message: Words(
      en: "what you type is not kept for the next time: \"{path}\", {reason}",
      es: "lo que escribas no se guarda para la próxima vez: \"{path}\", {reason}",
      pt: "o que você digitar não fica guardado para a próxima vez: \"{path}\", {reason}"),
    meaning: Words(
      en:
        "The prompt keeps what is typed in a file of yours, so that the arrow keys find it another day. The file could not "
        + "be used. Everything else works.",
      es:
        "El intérprete guarda lo que escribes en un archivo tuyo, para que las flechas lo encuentren otro día. No se pudo "
        + "usar ese archivo. Todo lo demás funciona.",
      pt:
        "O interpretador guarda o que você digita em um arquivo seu, para que as setas o encontrem outro dia. Não foi "
        + "possível usar esse arquivo. Todo o resto funciona."),
    mend: Words(
      en: "Let `XDG_STATE_HOME` name a folder in which you may write.",
      es: "Haz que `XDG_STATE_HOME` indique una carpeta en la que puedas escribir.",
      pt: "Faça `XDG_STATE_HOME` indicar uma pasta em que você possa escrever."),
    example: DiagnosticRow.noExample)
}
