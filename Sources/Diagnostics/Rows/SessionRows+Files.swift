// Files that a program uses: E0801 to E0807.

extension DiagnosticRow {
  package static let fileMissing = DiagnosticRow(
    "E0801",
    message: Words(
      en: "there is no file \"{path}\"", es: "no existe el archivo \"{path}\"", pt: "não existe o arquivo \"{path}\""),
    help: Words(
      en: "A path is seen from the file that names it, or from the session's folder. Capital letters count.",
      es: "La ruta se mira desde el archivo que la nombra, o desde la carpeta de la sesión. Las mayúsculas cuentan.",
      pt: "O caminho é visto a partir do arquivo que o cita, ou da pasta da sessão. Maiúsculas contam."),
    meaning: Words(
      en: "`use` reads a file and runs it as if it stood here. No file was found under this path.",
      es: "`use` lee un archivo y lo ejecuta como si estuviera aquí. No se encontró ninguno en esa ruta.",
      pt: "`use` lê um arquivo e o executa como se estivesse aqui. Nenhum foi encontrado nesse caminho."),
    mend: Words(
      en: "Write the name as the folder shows it, with its folder if it lies in another one.",
      es: "Escribe el nombre tal como aparece en la carpeta, con su carpeta si está en otra.",
      pt: "Escreva o nome como aparece na pasta, com a pasta dele se estiver em outra."),
    example: "use \"no/such/file.aula\"")

  package static let fileTooLarge = DiagnosticRow(
    "E0802",
    message: Words(
      en: "\"{path}\" holds {bytes}; a program may have {allowed}",
      es: "\"{path}\" ocupa {bytes}; un programa puede tener {allowed}",
      pt: "\"{path}\" ocupa {bytes}; um programa pode ter {allowed}"),
    meaning: Words(
      en: "A file of this size is hardly a program; most often a data file was meant.",
      es: "Un archivo de ese tamaño rara vez es un programa; casi siempre se trataba de uno de datos.",
      pt: "Um arquivo desse tamanho dificilmente é um programa; quase sempre era um de dados."),
    mend: Words(
      en: "Check the path: `use` is for programs that end in `.aula`.",
      es: "Revisa la ruta: `use` es para programas que terminan en `.aula`.",
      pt: "Confira o caminho: `use` é para programas que terminam em `.aula`."),
    example: "use \"photographs.zip\"")

  package static let fileNotText = DiagnosticRow(
    "E0803",
    message: Words(
      en: "\"{path}\" is no text: byte {offset} is not UTF-8",
      es: "\"{path}\" no es texto: el byte {offset} no es UTF-8",
      pt: "\"{path}\" não é texto: o byte {offset} não é UTF-8"),
    help: Words(
      en: "Save it as UTF-8 in your editor.", es: "Guárdalo como UTF-8 en tu editor.",
      pt: "Salve-o como UTF-8 no seu editor."),
    meaning: Words(
      en: "Programs are texts in UTF-8, the encoding that has letters of all languages. This file is in "
        + "another encoding, or "
        + "no text at all.",
      es: "Los programas son textos en UTF-8, la codificación que tiene letras de todos los idiomas. "
        + "Este archivo está en "
        + "otra, o ni siquiera es texto.",
      pt: "Programas são textos em UTF-8, a codificação que tem letras de todas as línguas. Este "
        + "arquivo está em outra, ou "
        + "nem é texto."),
    mend: Words(
      en: "Most editors have \"Save with encoding\"; choose UTF-8.",
      es: "Casi todos los editores tienen «Guardar con codificación»; elige UTF-8.",
      pt: "Quase todo editor tem \"Salvar com codificação\"; escolha UTF-8."),
    example: "use \"picture.png\"")

  package static let fileOutside = DiagnosticRow(
    "E0804",
    message: Words(
      en: "\"{path}\" lies outside of the folder that this session may read",
      es: "\"{path}\" está fuera de la carpeta que esta sesión puede leer",
      pt: "\"{path}\" está fora da pasta que esta sessão pode ler"),
    meaning: Words(
      en: "Whoever set up this session lets programs read one folder and what is in it, and nothing else.",
      es: "Quien creó esta sesión deja que los programas lean una carpeta y lo que contiene, y nada más.",
      pt: "Quem criou esta sessão deixa os programas lerem uma pasta e o que há nela, e nada mais."),
    mend: Words(
      en: "Copy the file into the session's folder.", es: "Copia el archivo a la carpeta de la sesión.",
      pt: "Copie o arquivo para a pasta da sessão."),
    example: "use \"../../secrets.aula\"")

  package static let fileUnreadable = DiagnosticRow(
    "E0805",
    message: Words(
      en: "\"{path}\" cannot be read: {reason}", es: "no se puede leer \"{path}\": {reason}",
      pt: "não dá para ler \"{path}\": {reason}"),
    meaning: Words(
      en: "There is something under this path, but the system does not give its text: it may be a folder, or belong to "
        + "somebody else.",
      es: "Hay algo en esa ruta, pero el sistema no entrega su texto: puede ser una carpeta, o "
        + "pertenecer a otra persona.",
      pt: "Há algo nesse caminho, mas o sistema não entrega o texto: pode ser uma pasta, ou pertencer a outra pessoa."),
    mend: Words(
      en: "Name a file in the folder, not the folder: `use \"lessons/intro.aula\"`.",
      es: "Nombra un archivo de la carpeta, no la carpeta: `use \"lessons/intro.aula\"`.",
      pt: "Cite um arquivo da pasta, não a pasta: `use \"lessons/intro.aula\"`."),
    example: "use \"lessons\"")

  package static let fileUsesItself = DiagnosticRow(
    "E0806",
    message: Words(
      en: "\"{path}\" uses itself", es: "\"{path}\" se usa a sí mismo", pt: "\"{path}\" usa a si mesmo"),
    label: Words(
      en: "the circle closes here: {circle}", es: "aquí se cierra el círculo: {circle}",
      pt: "aqui o círculo se fecha: {circle}"),
    help: Words(
      en: "Move what both need into a third file that both use.",
      es: "Pasa lo que ambos necesitan a un tercer archivo que usen los dos.",
      pt: "Passe o que os dois precisam para um terceiro arquivo que ambos usem."),
    meaning: Words(
      en: "The first file needs the second to be run before it, and the second needs the first. Neither can begin.",
      es: "El primer archivo necesita que antes se ejecute el segundo, y el segundo, el primero. "
        + "Ninguno puede empezar.",
      pt: "O primeiro arquivo precisa que o segundo rode antes, e o segundo precisa do primeiro. Nenhum pode começar."),
    mend: Words(
      en: "Here `a.aula` uses `b.aula` and `b.aula` uses `a.aula`: one of the two lines has to go.",
      es: "Aquí `a.aula` usa `b.aula` y `b.aula` usa `a.aula`: una de las dos líneas tiene que irse.",
      pt: "Aqui `a.aula` usa `b.aula` e `b.aula` usa `a.aula`: uma das duas linhas tem que sair."),
    example: "use \"a.aula\"")

  package static let tooManyFiles = DiagnosticRow(
    "E0807",
    message: Words(
      en: "this session uses more than {count} files", es: "esta sesión usa más de {count} archivos",
      pt: "esta sessão usa mais de {count} arquivos"),
    meaning: Words(
      en: "So many files are hardly ever meant; most often files were made by a program and name each other.",
      es: "Casi nunca se quieren tantos archivos; lo normal es que los haya creado un programa y se nombren entre sí.",
      pt: "Quase nunca se quer tantos arquivos; o comum é que um programa os tenha criado e eles citem "
        + "uns aos outros."),
    mend: Words(
      en: "Put what belongs together into one file.", es: "Junta en un archivo lo que va junto.",
      pt: "Junte em um arquivo o que pertence ao mesmo assunto."),
    example: "use \"file-10001.aula\"")
}
