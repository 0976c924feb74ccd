// What can be wrong with the text of a lesson: its values, its formulas and its Markdown. In order of codes.

extension DiagnosticCatalogue {
  /// Problems of a lesson's text. No program shows them: they lie outside the cells.
  package static let lessonTextRows: [DiagnosticRow] = [
    .braceNotClosed, .formulaNotClosed, .formulaCommandUnknown, .formulaArgumentMissing, .formulaBraceUnclosed,
    .formulaBraceUnopened, .formulaFenceUnclosed, .formulaFenceUnopened, .formulaEnvironmentUnknown,
    .formulaBeginUnclosed, .formulaEndMismatch, .formulaEndUnopened, .formulaAlignmentOutside, .formulaDoubleScript,
    .formulaTooDeep, .htmlInLesson, .lessonTooDeep, .lessonTooLarge, .formulaTooLong,
  ]
}

extension DiagnosticRow {
  package static let braceNotClosed = DiagnosticRow(
    "E0900",
    message: Words(
      en: "a `\\{` in the prose is not closed",
      es: "una `\\{` de la prosa no se cierra",
      pt: "uma `\\{` da prosa não é fechada"),
    help: Words(
      en: "If a plain brace is meant, put a backslash before it: `\\\\{`.",
      es: "Si quieres una llave y nada más, pon una barra invertida delante: `\\\\{`.",
      pt: "Se você quer só uma chave, ponha uma barra invertida antes: `\\\\{`."),
    meaning: Words(
      en: "In the prose of a lesson, braces hold a value that is put in when the lesson runs. This one "
        + "opens, and its partner is missing in the same paragraph.",
      es: "En la prosa de una lección, las llaves encierran un valor que se pone al ejecutarla. Esta se "
        + "abre, y su pareja falta en el mismo párrafo.",
      pt: "Na prosa de uma lição, as chaves guardam um valor que é posto quando ela roda. Esta se abre, e o"
        + " par dela falta no mesmo parágrafo."),
    mend: Words(
      en: "Close it: `\\{θ:.2f}`.",
      es: "Ciérrala: `\\{θ:.2f}`.",
      pt: "Feche-a: `\\{θ:.2f}`."),
    example: noExample)

  package static let formulaNotClosed = DiagnosticRow(
    "E0901",
    message: Words(
      en: "a formula begins with `{sign}` and does not end",
      es: "una fórmula empieza con `{sign}` y no termina",
      pt: "uma fórmula começa com `{sign}` e não termina"),
    help: Words(
      en: "A dollar that is money is written `\\$`.",
      es: "Si el dólar es dinero, escríbelo `\\$`.",
      pt: "Se o cifrão é dinheiro, escreva `\\$`."),
    meaning: Words(
      en: "A formula ends with the dollars it begins with, in the same paragraph. An empty line ends the "
        + "paragraph, so there can be none inside a formula.",
      es: "Una fórmula termina con los mismos dólares con que empieza, en el mismo párrafo. Una línea vacía"
        + " acaba el párrafo, así que dentro de una fórmula no puede haberla.",
      pt: "Uma fórmula termina com os mesmos cifrões com que começa, no mesmo parágrafo. Uma linha vazia "
        + "acaba o parágrafo, então não pode haver uma dentro da fórmula."),
    mend: Words(
      en: "Write the closing dollars, without a blank before a single one.",
      es: "Escribe los dólares de cierre; ante uno solo no va espacio.",
      pt: "Escreva os cifrões do fim; antes de um só não vai espaço."),
    example: noExample)

  package static let formulaCommandUnknown = DiagnosticRow(
    "E0902",
    message: Words(
      en: "`{command}` is no command that formulas know",
      es: "las fórmulas no conocen el comando `{command}`",
      pt: "as fórmulas não conhecem o comando `{command}`"),
    meaning: Words(
      en: "Lessons read a part of LaTeX, so that a formula can be shown in a terminal as well as on a page."
        + " This command is not in that part, or it is misspelled.",
      es: "Las lecciones leen una parte de LaTeX, para que una fórmula se vea igual de bien en un terminal "
        + "que en una página. Este comando no está en esa parte, o está mal escrito.",
      pt: "As lições leem uma parte do LaTeX, para que uma fórmula apareça tão bem em um terminal quanto em"
        + " uma página. Este comando não está nessa parte, ou está mal escrito."),
    mend: Words(
      en: "Check the spelling. The name of a function that has no command is written `\\operatorname\\{sig}`.",
      es: "Revisa cómo está escrito. El nombre de una función sin comando propio se escribe "
        + "`\\operatorname\\{sig}`.",
      pt: "Confira a escrita. O nome de uma função sem comando próprio se escreve `\\operatorname\\{sig}`."),
    example: noExample)

  package static let formulaArgumentMissing = DiagnosticRow(
    "E0903",
    message: Words(
      en: "in this formula something is missing after `{command}`",
      es: "en esta fórmula falta algo después de `{command}`",
      pt: "nesta fórmula falta algo depois de `{command}`"),
    meaning: Words(
      en: "The command, or the sign `^` or `_`, applies to what follows: a group in braces, a letter, or a "
        + "digit. Here nothing follows.",
      es: "El comando, o el signo `^` o `_`, se aplica a lo que sigue: un grupo entre llaves, una letra o "
        + "una cifra. Aquí no sigue nada.",
      pt: "O comando, ou o sinal `^` ou `_`, vale para o que vem depois: um grupo entre chaves, uma letra "
        + "ou um dígito. Aqui não vem nada."),
    mend: Words(
      en: "Write what it applies to: `\\frac\\{1}\\{2}`, `x^2`, `\\left(`.",
      es: "Escribe a qué se aplica: `\\frac\\{1}\\{2}`, `x^2`, `\\left(`.",
      pt: "Escreva a que ele se aplica: `\\frac\\{1}\\{2}`, `x^2`, `\\left(`."),
    example: noExample)

  package static let formulaBraceUnclosed = DiagnosticRow(
    "E0904",
    message: Words(
      en: "a `\\{` in this formula is not closed",
      es: "una `\\{` de esta fórmula no se cierra",
      pt: "uma `\\{` desta fórmula não é fechada"),
    help: Words(
      en: "A brace that is to be seen is written `\\\\{`.",
      es: "Una llave que deba verse se escribe `\\\\{`.",
      pt: "Uma chave que deve aparecer se escreve `\\\\{`."),
    meaning: Words(
      en: "Braces make a group in a formula, and every group has to end before the formula does.",
      es: "En una fórmula las llaves forman un grupo, y todo grupo tiene que terminar antes que la fórmula.",
      pt: "Em uma fórmula as chaves formam um grupo, e todo grupo tem que terminar antes da fórmula."),
    mend: Words(
      en: "Write the missing `}` where the group ends.",
      es: "Escribe la `}` que falta donde termina el grupo.",
      pt: "Escreva a `}` que falta onde o grupo termina."),
    example: noExample)

  package static let formulaBraceUnopened = DiagnosticRow(
    "E0905",
    message: Words(
      en: "this `}` closes no brace of the formula",
      es: "esta `}` no cierra ninguna llave de la fórmula",
      pt: "esta `}` não fecha nenhuma chave da fórmula"),
    help: Words(
      en: "A brace that is to be seen is written `\\\\}`.",
      es: "Una llave que deba verse se escribe `\\\\}`.",
      pt: "Uma chave que deve aparecer se escreve `\\\\}`."),
    meaning: Words(
      en: "A group begins with `\\{`. Here one ends that did not begin.",
      es: "Un grupo empieza con `\\{`. Aquí termina uno que no empezó.",
      pt: "Um grupo começa com `\\{`. Aqui termina um que não começou."),
    mend: Words(
      en: "Take the `}` away, or write the `\\{` that belongs to it.",
      es: "Quita la `}`, o escribe la `\\{` que le corresponde.",
      pt: "Tire a `}`, ou escreva a `\\{` que falta."),
    example: noExample)

  package static let formulaFenceUnclosed = DiagnosticRow(
    "E0906",
    message: Words(
      en: "this `\\left` has no `\\right`",
      es: "a este `\\left` le falta su `\\right`",
      pt: "falta o `\\right` deste `\\left`"),
    meaning: Words(
      en: "`\\left` and `\\right` make brackets as tall as what stands between them, so they come in pairs, "
        + "within one group or one cell.",
      es: "`\\left` y `\\right` hacen paréntesis tan altos como lo que encierran; por eso van en parejas, "
        + "dentro de un mismo grupo o celda.",
      pt: "`\\left` e `\\right` fazem parênteses tão altos quanto o que está entre eles; por isso vêm em "
        + "pares, dentro de um mesmo grupo ou célula."),
    mend: Words(
      en: "Write `\\right)` where the bracket closes; `\\right.` closes without a sign.",
      es: "Escribe `\\right)` donde se cierra; `\\right.` cierra sin ningún signo.",
      pt: "Escreva `\\right)` onde ele se fecha; `\\right.` fecha sem nenhum sinal."),
    example: noExample)

  package static let formulaFenceUnopened = DiagnosticRow(
    "E0907",
    message: Words(
      en: "this `\\right` has no `\\left`",
      es: "a este `\\right` le falta su `\\left`",
      pt: "falta o `\\left` deste `\\right`"),
    meaning: Words(
      en: "`\\left` and `\\right` come in pairs, and a pair does not reach over the end of a group or a cell.",
      es: "`\\left` y `\\right` van en parejas, y una pareja no sobrepasa el final de un grupo o de una "
        + "celda.",
      pt: "`\\left` e `\\right` vêm em pares, e um par não passa do fim de um grupo ou de uma célula."),
    mend: Words(
      en: "Write `\\left(` before it, or a plain `)`.",
      es: "Escribe `\\left(` antes, o un simple `)`.",
      pt: "Escreva `\\left(` antes, ou um simples `)`."),
    example: noExample)

  package static let formulaEnvironmentUnknown = DiagnosticRow(
    "E0908",
    message: Words(
      en: "`\\begin\\{{name}}` begins nothing that formulas know",
      es: "`\\begin\\{{name}}` no empieza nada que las fórmulas conozcan",
      pt: "`\\begin\\{{name}}` não começa nada que as fórmulas conheçam"),
    meaning: Words(
      en: "Lessons know `aligned` for several lines, `cases`, and matrices such as `pmatrix` and `bmatrix`.",
      es: "Las lecciones conocen `aligned` para varias líneas, `cases`, y matrices como `pmatrix` y "
        + "`bmatrix`.",
      pt: "As lições conhecem `aligned` para várias linhas, `cases`, e matrizes como `pmatrix` e `bmatrix`."),
    mend: Words(
      en: "Use one of these, and end it with the same name.",
      es: "Usa uno de esos, y termínalo con el mismo nombre.",
      pt: "Use um desses, e termine com o mesmo nome."),
    example: noExample)

  package static let formulaBeginUnclosed = DiagnosticRow(
    "E0909",
    message: Words(
      en: "`\\begin\\{{name}}` has no `\\end\\{{name}}`",
      es: "a `\\begin\\{{name}}` le falta `\\end\\{{name}}`",
      pt: "falta `\\end\\{{name}}` para `\\begin\\{{name}}`"),
    meaning: Words(
      en: "What begins with `\\begin` has to end with `\\end` and the same name, within the same group.",
      es: "Lo que empieza con `\\begin` tiene que terminar con `\\end` y el mismo nombre, dentro del mismo "
        + "grupo.",
      pt: "O que começa com `\\begin` tem que terminar com `\\end` e o mesmo nome, dentro do mesmo grupo."),
    mend: Words(
      en: "Write `\\end\\{aligned}` at the end of `\\begin\\{aligned}`.",
      es: "Escribe `\\end\\{aligned}` al final de `\\begin\\{aligned}`.",
      pt: "Escreva `\\end\\{aligned}` no fim de `\\begin\\{aligned}`."),
    example: noExample)

  package static let formulaEndMismatch = DiagnosticRow(
    "E0910",
    message: Words(
      en: "`\\begin\\{{name}}` ends as `\\end\\{{found}}`",
      es: "`\\begin\\{{name}}` termina como `\\end\\{{found}}`",
      pt: "`\\begin\\{{name}}` termina como `\\end\\{{found}}`"),
    meaning: Words(
      en: "`\\begin` and `\\end` carry the same name, and the one that began last ends first.",
      es: "`\\begin` y `\\end` llevan el mismo nombre, y el que empezó último termina primero.",
      pt: "`\\begin` e `\\end` levam o mesmo nome, e o que começou por último termina primeiro."),
    mend: Words(
      en: "Write the same name in both.",
      es: "Escribe el mismo nombre en los dos.",
      pt: "Escreva o mesmo nome nos dois."),
    example: noExample)

  package static let formulaEndUnopened = DiagnosticRow(
    "E0911",
    message: Words(
      en: "`\\end\\{{name}}` ends nothing here",
      es: "`\\end\\{{name}}` no termina nada aquí",
      pt: "`\\end\\{{name}}` não termina nada aqui"),
    meaning: Words(
      en: "No `\\begin` is open at this place of the formula.",
      es: "En este lugar de la fórmula no hay ningún `\\begin` abierto.",
      pt: "Neste lugar da fórmula não há nenhum `\\begin` aberto."),
    mend: Words(
      en: "Take it away, or write its `\\begin`.",
      es: "Quítalo, o escribe su `\\begin`.",
      pt: "Tire-o, ou escreva o `\\begin` dele."),
    example: noExample)

  package static let formulaAlignmentOutside = DiagnosticRow(
    "E0912",
    message: Words(
      en: "`{sign}` means something only between `\\begin` and `\\end`",
      es: "`{sign}` solo significa algo entre `\\begin` y `\\end`",
      pt: "`{sign}` só significa algo entre `\\begin` e `\\end`"),
    meaning: Words(
      en: "`&` goes to the next column and `\\\\` to the next line. Both need something with columns and "
        + "lines around them.",
      es: "`&` pasa a la columna siguiente y `\\\\` a la línea siguiente. Los dos necesitan alrededor algo "
        + "con columnas y líneas.",
      pt: "`&` passa para a próxima coluna e `\\\\` para a próxima linha. Os dois precisam de algo com "
        + "colunas e linhas em volta."),
    mend: Words(
      en: "Put `\\begin\\{aligned}` before the formula and `\\end\\{aligned}` after it. An ampersand is written"
        + " `\\&`.",
      es: "Pon `\\begin\\{aligned}` antes de la fórmula y `\\end\\{aligned}` después. Un signo & se escribe "
        + "`\\&`.",
      pt: "Ponha `\\begin\\{aligned}` antes da fórmula e `\\end\\{aligned}` depois. Um sinal & se escreve `\\&`."),
    example: noExample)

  package static let formulaDoubleScript = DiagnosticRow(
    "E0913",
    message: Words(
      en: "a second `{sign}` for the same letter",
      es: "un segundo `{sign}` para la misma letra",
      pt: "um segundo `{sign}` para a mesma letra"),
    meaning: Words(
      en: "`x^a^b` could mean two things, a power of a power or a power with a power, so LaTeX refuses it "
        + "and so do lessons.",
      es: "`x^a^b` podría significar dos cosas, la potencia de una potencia o un exponente elevado, así que"
        + " ni LaTeX ni las lecciones lo aceptan.",
      pt: "`x^a^b` poderia significar duas coisas, a potência de uma potência ou um expoente elevado, então"
        + " nem o LaTeX nem as lições aceitam."),
    mend: Words(
      en: "Use braces: `x^\\{a^b}` or `\\{x^a}^b`.",
      es: "Usa llaves: `x^\\{a^b}` o `\\{x^a}^b`.",
      pt: "Use chaves: `x^\\{a^b}` ou `\\{x^a}^b`."),
    example: noExample)

  package static let formulaTooDeep = DiagnosticRow(
    "E0914",
    message: Words(
      en: "this formula is nested more than {limit} levels deep",
      es: "esta fórmula está anidada en más de {limit} niveles",
      pt: "esta fórmula tem mais de {limit} níveis de aninhamento"),
    meaning: Words(
      en: "Groups, fractions and brackets can stand inside each other, but not without end: nobody could "
        + "read that.",
      es: "Grupos, fracciones y paréntesis pueden ir unos dentro de otros, pero no sin fin: nadie podría "
        + "leerlo.",
      pt: "Grupos, frações e parênteses podem ficar uns dentro dos outros, mas não sem fim: ninguém "
        + "conseguiria ler."),
    mend: Words(
      en: "Give a part a name of its own and write that.",
      es: "Dale nombre a una parte y escribe ese nombre.",
      pt: "Dê um nome a uma parte e escreva esse nome."),
    example: noExample)

  package static let htmlInLesson = DiagnosticRow(
    "E0915",
    message: Words(
      en: "`{tag}` is HTML, which lessons do not use",
      es: "`{tag}` es HTML, y las lecciones no lo usan",
      pt: "`{tag}` é HTML, e as lições não o usam"),
    help: Words(
      en: "A `<` that is to be seen is written `\\<`, or stands in a formula.",
      es: "Una `<` que deba verse se escribe `\\<`, o va en una fórmula.",
      pt: "Um `<` que deve aparecer se escreve `\\<`, ou fica em uma fórmula."),
    meaning: Words(
      en: "A lesson is shown in terminals and in pages, and a page must hold nothing that runs by itself, "
        + "so it is written in Markdown alone. Comments between `<!--` and `-->` are for authors and stay "
        + "unseen.",
      es: "Una lección se muestra en terminales y en páginas, y una página no debe llevar nada que se "
        + "ejecute por su cuenta; por eso se escribe solo en Markdown. Los comentarios entre `<!--` y `-->`"
        + " son para quien la escribe y no se ven.",
      pt: "Uma lição aparece em terminais e em páginas, e uma página não deve levar nada que rode por conta"
        + " própria; por isso ela se escreve só em Markdown. Comentários entre `<!--` e `-->` são para quem"
        + " escreve e não aparecem."),
    mend: Words(
      en: "Say it in Markdown: `**bold**`, `[link](address)`, a table with bars.",
      es: "Dilo en Markdown: `**negrita**`, `[enlace](dirección)`, una tabla con barras.",
      pt: "Diga em Markdown: `**negrito**`, `[link](endereço)`, uma tabela com barras."),
    example: noExample)

  package static let lessonTooDeep = DiagnosticRow(
    "E0916",
    message: Words(
      en: "this is nested more than {limit} levels deep",
      es: "esto está anidado en más de {limit} niveles",
      pt: "isto tem mais de {limit} níveis de aninhamento"),
    meaning: Words(
      en: "Lists and quotes can stand inside each other, but not without end. What is deeper is left out.",
      es: "Listas y citas pueden ir unas dentro de otras, pero no sin fin. Lo que está más adentro se omite.",
      pt: "Listas e citações podem ficar umas dentro das outras, mas não sem fim. O que está mais fundo "
        + "fica de fora."),
    mend: Words(
      en: "Flatten the list: two or three levels are what readers can follow.",
      es: "Aplana la lista: dos o tres niveles es lo que se puede seguir.",
      pt: "Achate a lista: dois ou três níveis é o que se consegue acompanhar."),
    example: noExample)

  package static let lessonTooLarge = DiagnosticRow(
    "E0917",
    message: Words(
      en: "this is too large for the text of a lesson",
      es: "esto es demasiado grande para el texto de una lección",
      pt: "isto é grande demais para o texto de uma lição"),
    meaning: Words(
      en: "A lesson may have a few million characters, and a table a hundred thousand cells. What is larger"
        + " is hardly meant to be read.",
      es: "Una lección puede tener unos millones de caracteres, y una tabla cien mil celdas. Lo que es "
        + "mayor no suele estar hecho para leerse.",
      pt: "Uma lição pode ter alguns milhões de caracteres, e uma tabela cem mil células. O que é maior "
        + "dificilmente é para ser lido."),
    mend: Words(
      en: "Put data into a file of its own and read it in a cell.",
      es: "Pon los datos en un archivo aparte y léelos en una celda.",
      pt: "Ponha os dados em um arquivo à parte e leia-os em uma célula."),
    example: noExample)

  package static let formulaTooLong = DiagnosticRow(
    "E0918",
    message: Words(
      en: "this formula is longer than {limit} bytes", es: "esta fórmula tiene más de {limit} bytes",
      pt: "esta fórmula tem mais de {limit} bytes"),
    meaning: Words(
      en: "A formula of this size is not for readers; most often a closing `$` is missing much earlier.",
      es: "Una fórmula de ese tamaño no es para lectores; casi siempre falta un `$` de cierre mucho antes.",
      pt: "Uma fórmula desse tamanho não é para leitores; quase sempre falta um `$` de fechamento bem antes."),
    mend: Words(
      en: "Look for the `$` that is missing, or split the formula into several.",
      es: "Busca el `$` que falta, o reparte la fórmula en varias.",
      pt: "Procure o `$` que falta, ou divida a fórmula em várias."),
    example: noExample)
}
