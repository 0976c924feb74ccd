// Files that the command reads and writes, and what `aula help` does not know: E0828 to E0834.

extension DiagnosticRow {
  package static let inputMissing = DiagnosticRow(
    "E0828",
    message: Words(
      en: "there is no file \"{path}\" here", es: "aquí no hay ningún archivo \"{path}\"",
      pt: "não há nenhum arquivo \"{path}\" aqui"),
    help: Words(
      en: "Paths are seen from the folder you are in, {folder}. Capital letters count.",
      es: "Las rutas se miran desde la carpeta en la que estás, {folder}. Las mayúsculas cuentan.",
      pt: "Os caminhos são vistos a partir da pasta em que você está, {folder}. Maiúsculas contam."),
    meaning: Words(
      en: "The command was to read a file, and there is none under this name.",
      es: "El comando debía leer un archivo, y no hay ninguno con ese nombre.",
      pt: "O comando devia ler um arquivo, e não há nenhum com esse nome."),
    mend: Words(
      en: "Go to the folder of the file with `cd`, or write the whole path. `ls` shows what is there.",
      es: "Ve a la carpeta del archivo con `cd`, o escribe la ruta completa. `ls` muestra lo que hay.",
      pt: "Vá para a pasta do arquivo com `cd`, ou escreva o caminho inteiro. `ls` mostra o que há."),
    example: noExample)

  package static let inputUnreadable = DiagnosticRow(
    "E0829",
    message: Words(
      en: "\"{path}\" cannot be read: {reason}", es: "no se puede leer \"{path}\": {reason}",
      pt: "não dá para ler \"{path}\": {reason}"),
    meaning: Words(
      en: "The file is there, but the system does not give its text.",
      es: "El archivo está ahí, pero el sistema no entrega su texto.",
      pt: "O arquivo está lá, mas o sistema não entrega o texto."),
    mend: Words(
      en:
        "A folder has to be written out by its files: `aula check lessons/*.aula`. For a file of somebody else, ask "
        + "for permission or make a copy.",
      es:
        "Una carpeta se escribe por sus archivos: `aula check lecciones/*.aula`. Si el archivo es de otra persona, "
        + "pide permiso o haz una copia.",
      pt: "Uma pasta se escreve por seus arquivos: `aula check licoes/*.aula`. Se o arquivo é de outra pessoa, peça "
        + "permissão ou faça uma cópia."),
    example: noExample)

  package static let inputNotText = DiagnosticRow(
    "E0830",
    message: Words(
      en: "\"{path}\" is no text: byte {offset} is not UTF-8",
      es: "\"{path}\" no es texto: el byte {offset} no es UTF-8",
      pt: "\"{path}\" não é texto: o byte {offset} não é UTF-8"),
    help: Words(
      en: "Save it as UTF-8 in your editor; from a terminal, `iconv -f latin1 -t utf-8` converts old files.",
      es: "Guárdalo como UTF-8 en tu editor; en un terminal, `iconv -f latin1 -t utf-8` convierte archivos antiguos.",
      pt: "Salve-o como UTF-8 no seu editor; em um terminal, `iconv -f latin1 -t utf-8` converte arquivos antigos."),
    meaning: Words(
      en:
        "Programs are texts in UTF-8, the encoding that has letters of all languages. This file is in another "
        + "encoding, or no text at all.",
      es:
        "Los programas son textos en UTF-8, la codificación que tiene letras de todos los idiomas. Este archivo está "
        + "en otra, o ni siquiera es texto.",
      pt:
        "Programas são textos em UTF-8, a codificação que tem letras de todas as línguas. Este arquivo está em "
        + "outra, ou nem é texto."),
    mend: Words(
      en: "Check that this is the file you meant.", es: "Comprueba que este es el archivo que querías.",
      pt: "Confira se este é o arquivo que você queria."),
    example: noExample)

  package static let inputTooLarge = DiagnosticRow(
    "E0831",
    message: Words(
      en: "\"{path}\" is too large for a program: more than {allowed}",
      es: "\"{path}\" es demasiado grande para un programa: más de {allowed}",
      pt: "\"{path}\" é grande demais para um programa: mais de {allowed}"),
    meaning: Words(
      en: "A file of this size is hardly a program; most often a data file was meant.",
      es: "Un archivo de ese tamaño rara vez es un programa; casi siempre se trataba de uno de datos.",
      pt: "Um arquivo desse tamanho dificilmente é um programa; quase sempre era um de dados."),
    mend: Words(
      en: "Check the path. A program that another program wrote can be cut into several files.",
      es: "Revisa la ruta. Un programa escrito por otro programa puede repartirse en varios archivos.",
      pt: "Confira o caminho. Um programa escrito por outro programa pode ser dividido em vários arquivos."),
    example: noExample)

  package static let outputUnwritable = DiagnosticRow(
    "E0832",
    message: Words(
      en: "\"{path}\" cannot be written: {reason}", es: "no se puede escribir \"{path}\": {reason}",
      pt: "não dá para escrever \"{path}\": {reason}"),
    meaning: Words(
      en: "The system did not take the new text. A file that was there before is still as it was.",
      es: "El sistema no aceptó el texto nuevo. Si ya había un archivo, sigue como estaba.",
      pt: "O sistema não aceitou o texto novo. Se já havia um arquivo, ele continua como estava."),
    mend: Words(
      en: "Make room on the disk, or write to a folder of your own.",
      es: "Haz sitio en el disco, o escribe en una carpeta tuya.",
      pt: "Libere espaço no disco, ou escreva em uma pasta sua."),
    example: noExample)

  package static let unknownTopic = DiagnosticRow(
    "E0833",
    message: Words(
      en: "the reference has nothing under `{name}`", es: "la referencia no tiene nada con el nombre `{name}`",
      pt: "a referência não tem nada com o nome `{name}`"),
    help: Words(
      en:
        "`aula help` lists the topics. Names of the language, codes such as E0401 and verbs of the command have pages.",
      es:
        "`aula help` muestra los temas. Tienen página los nombres del lenguaje, los códigos como E0401 y los verbos "
        + "del comando.",
      pt: "`aula help` mostra os temas. Têm página os nomes da linguagem, os códigos como E0401 e os verbos do comando."
    ),
    meaning: Words(
      en: "A page was asked for that does not exist.", es: "Se pidió una página que no existe.",
      pt: "Foi pedida uma página que não existe."),
    mend: Words(
      en: "Look for the topic first: `aula help`, then `aula help distributions`.",
      es: "Busca primero el tema: `aula help`, y luego `aula help distributions`.",
      pt: "Procure primeiro o tema: `aula help`, e depois `aula help distributions`."),
    example: noExample)

  package static let layoutRefused = DiagnosticRow(
    "E0834",
    message: Words(
      en: "\"{path}\" stays as it is: its layout would have changed its meaning",
      es: "\"{path}\" queda como está: darle formato habría cambiado su significado",
      pt: "\"{path}\" fica como está: formatá-lo teria mudado o significado"),
    help: Words(
      en: "That is a mistake of the formatter, not yours. Please report the file.",
      es: "Es un error del formateador, no tuyo. Por favor, comunica el archivo.",
      pt: "É um erro do formatador, não seu. Por favor, relate o arquivo."),
    meaning: Words(
      en: "After formatting, the program is read once more and compared with the first reading. Here they differ, so "
        + "nothing was written.",
      es:
        "Después de dar formato, el programa se lee de nuevo y se compara con la primera lectura. Aquí difieren, así "
        + "que no se escribió nada.",
      pt:
        "Depois de formatar, o programa é lido de novo e comparado com a primeira leitura. Aqui diferem, então nada "
        + "foi escrito."),
    mend: Words(
      en: "Format the other files; this one runs all the same.",
      es: "Da formato a los demás archivos; este funciona igual.",
      pt: "Formate os outros arquivos; este funciona do mesmo jeito."),
    example: noExample)
}
