// What a lesson's run shows to be wrong, how its languages differ, and damaged progress: E0940 to W0949; no program shows
// them.

extension DiagnosticRow {
  package static let lessonCellFails = DiagnosticRow(
    "E0940",
    message: Words(
      en: "this cell of the lesson ends in an error", es: "esta celda de la lección acaba en un error",
      pt: "esta célula da lição termina em erro"),
    help: Words(
      en: "If that is what it should show, write `fails` behind the fence.",
      es: "Si es lo que debe mostrar, escribe `fails` detrás de la cerca.",
      pt: "Se é isso que deve mostrar, escreva `fails` depois da cerca."),
    meaning: Words(
      en: "Cells run one after the other in one session, and this one did not come to its end.",
      es: "Las celdas se ejecutan una tras otra en una sesión, y esta no llegó a su fin.",
      pt: "As células são executadas uma após a outra em uma sessão, e esta não chegou ao fim."),
    mend: Words(
      en: "The error is told with the cell. Names come from cells that stand before it.",
      es: "El error se cuenta junto a la celda. Los nombres vienen de las celdas de antes.",
      pt: "O erro é contado junto à célula. Os nomes vêm das células de antes."),
    example: noExample)

  package static let lessonCellSucceeds = DiagnosticRow(
    "E0941",
    message: Words(
      en: "this cell was to end in an error, and it does not",
      es: "esta celda debía acabar en un error, y no lo hace",
      pt: "esta célula devia terminar em erro, e não termina"),
    meaning: Words(
      en: "A cell with the word `fails` shows a mistake. This one runs without any.",
      es: "Una celda con la palabra `fails` muestra un fallo. Esta se ejecuta sin ninguno.",
      pt: "Uma célula com a palavra `fails` mostra uma falha. Esta é executada sem nenhuma."),
    mend: Words(
      en: "Take the word out, or look why the mistake is gone. A claim that is to be false is a `check fails`.",
      es: "Quita la palabra, o mira por qué ya no falla. Una afirmación que debe ser falsa es un `check fails`.",
      pt: "Tire a palavra, ou veja por que já não falha. Uma afirmação que deve ser falsa é um `check fails`."),
    example: noExample)

  package static let lessonValueFails = DiagnosticRow(
    "E0942",
    message: Words(
      en: "this value of the text cannot be worked out", es: "este valor del texto no se puede calcular",
      pt: "este valor do texto não pode ser calculado"),
    help: Words(
      en: "The reason: {reason}", es: "El motivo: {reason}", pt: "O motivo: {reason}"),
    meaning: Words(
      en: "What stands in braces is worked out with what the cells before it have defined.",
      es: "Lo que va entre llaves se calcula con lo que definieron las celdas de antes.",
      pt: "O que fica entre chaves é calculado com o que as células de antes definiram."),
    mend: Words(
      en: "Define the name in a cell before this place. A brace that is only a brace is written `\\{`.",
      es: "Define el nombre en una celda antes de este lugar. Una llave que es solo una llave se escribe `\\{`.",
      pt: "Defina o nome em uma célula antes deste lugar. Uma chave que é só uma chave se escreve `\\{`."),
    example: noExample)

  package static let survivorLine = DiagnosticRow(
    "E0943",
    message: Words(
      en: "a survivor is written `NAME: before -> after: reason`",
      es: "un superviviente se escribe `NOMBRE: antes -> después: motivo`",
      pt: "um sobrevivente se escreve `NOME: antes -> depois: motivo`"),
    meaning: Words(
      en: "The list of survivors says which changes of the lesson no check catches, and why that is right.",
      es:
        "La lista de supervivientes dice qué cambios de la lección no detecta ninguna comprobación, y por qué está bien.",
      pt: "A lista de sobreviventes diz quais mudanças da lição nenhuma checagem percebe, e por que está certo."),
    mend: Words(
      en: "Copy the line from the report of `aula test`, and write the reason behind it.",
      es: "Copia la línea del informe de `aula test`, y escribe detrás el motivo.",
      pt: "Copie a linha do relatório de `aula test`, e escreva depois o motivo."),
    example: noExample)

  package static let languageCells = DiagnosticRow(
    "E0944",
    message: Words(
      en: "this language of the lesson has {count} cells, `{other}` has {wanted}",
      es: "este idioma de la lección tiene {count} celdas, `{other}` tiene {wanted}",
      pt: "esta língua da lição tem {count} células, `{other}` tem {wanted}"),
    meaning: Words(
      en: "The languages of a lesson have the same cells in the same order, so that they run to the same numbers.",
      es: "Los idiomas de una lección tienen las mismas celdas en el mismo orden, y así dan los mismos números.",
      pt: "As línguas de uma lição têm as mesmas células na mesma ordem, e assim dão os mesmos números."),
    mend: Words(
      en: "Look for the first cell that one of them lacks.", es: "Busca la primera celda que le falta a uno de ellos.",
      pt: "Procure a primeira célula que falta em uma delas."),
    example: noExample)

  package static let languageCellDiffers = DiagnosticRow(
    "E0945",
    message: Words(
      en: "this cell differs from the one in `{other}`: `{found}` for `{wanted}`",
      es: "esta celda difiere de la de `{other}`: `{found}` por `{wanted}`",
      pt: "esta célula difere da de `{other}`: `{found}` por `{wanted}`"),
    meaning: Words(
      en: "Translated cells differ in comments and in texts between quotes only. Names stay as they are.",
      es: "Las celdas traducidas solo difieren en comentarios y en textos entre comillas. Los nombres se quedan.",
      pt: "As células traduzidas só diferem em comentários e em textos entre aspas. Os nomes ficam como estão."),
    mend: Words(
      en: "Make the programs equal, in whichever file is right.",
      es: "Haz iguales los programas, según el archivo que esté bien.",
      pt: "Deixe os programas iguais, conforme o arquivo que está certo."),
    example: noExample)

  package static let languageWordsDiffer = DiagnosticRow(
    "E0946",
    message: Words(
      en: "the words of this cell differ from those in `{other}`: `{wanted}`",
      es: "las palabras de esta celda difieren de las de `{other}`: `{wanted}`",
      pt: "as palavras desta célula diferem das de `{other}`: `{wanted}`"),
    meaning: Words(
      en: "A cell has the same kind, name, points and number of hints in every language; only the hints' text differs.",
      es: "Una celda tiene la misma clase, nombre, puntos y número de pistas en cada idioma; solo cambia el texto de "
        + "las pistas.",
      pt: "Uma célula tem o mesmo tipo, nome, pontos e número de dicas em cada língua; só muda o texto das dicas."),
    mend: Words(
      en: "Copy the words behind the fence and translate the hints.",
      es: "Copia las palabras detrás de la cerca y traduce las pistas.",
      pt: "Copie as palavras depois da cerca e traduza as dicas."),
    example: noExample)

  package static let languageValuesDiffer = DiagnosticRow(
    "E0947",
    message: Words(
      en: "the text shows `{found}` where `{other}` shows `{wanted}`",
      es: "el texto muestra `{found}` donde `{other}` muestra `{wanted}`",
      pt: "o texto mostra `{found}` onde `{other}` mostra `{wanted}`"),
    meaning: Words(
      en: "The text shows the same values in the same order in every language, with the same format.",
      es: "El texto muestra los mismos valores en el mismo orden en cada idioma, con el mismo formato.",
      pt: "O texto mostra os mesmos valores na mesma ordem em cada língua, com o mesmo formato."),
    mend: Words(
      en: "Copy the braces, and turn the sentence around them so that their order stays.",
      es: "Copia las llaves, y dale la vuelta a la frase para que su orden no cambie.",
      pt: "Copie as chaves, e ajuste a frase em volta para que a ordem não mude."),
    example: noExample)

  package static let languageHeaderDiffers = DiagnosticRow(
    "E0948",
    message: Words(
      en: "`{key}` differs from the header of `{other}`", es: "`{key}` difiere del encabezado de `{other}`",
      pt: "`{key}` difere do cabeçalho de `{other}`"),
    meaning: Words(
      en: "Only the title and the part are translated; seed, times, order and needs are the same in every language.",
      es: "Solo se traducen el título y la parte; semilla, tiempos, orden y requisitos son iguales en cada idioma.",
      pt: "Só se traduzem o título e a parte; semente, tempos, ordem e requisitos são iguais em cada língua."),
    mend: Words(
      en: "Copy the line.", es: "Copia la línea.", pt: "Copie a linha."),
    example: noExample)

  package static let progressDamaged = DiagnosticRow(
    "W0949", severity: .warning,
    message: Words(
      en: "what was kept of this lesson cannot be read any more", es: "lo guardado de esta lección ya no se puede leer",
      pt: "o que foi guardado desta lição não pode mais ser lido"),
    help: Words(
      en: "It now lies in \"{path}\", as it was; what could be read of it is still counted.",
      es: "Ahora está en \"{path}\", tal como era; lo que se pudo leer sigue contando.",
      pt: "Agora está em \"{path}\", como era; o que deu para ler continua contando."),
    meaning: Words(
      en: "Answers and steps of a lesson are kept in a small text file. It was damaged, or another program wrote it.",
      es: "Las respuestas y los pasos se guardan en un pequeño archivo de texto. Se dañó, o lo escribió otro programa.",
      pt: "As respostas e os passos ficam em um pequeno arquivo de texto. Ele foi danificado, ou outro programa o "
        + "escreveu."),
    mend: Words(
      en: "Nothing has to be done. The old file can be opened with any editor to copy an answer from it.",
      es: "No hay que hacer nada. El archivo viejo se abre con cualquier editor, para copiar de él una respuesta.",
      pt: "Não é preciso fazer nada. O arquivo antigo abre em qualquer editor, para copiar dele uma resposta."),
    example: noExample)
}
