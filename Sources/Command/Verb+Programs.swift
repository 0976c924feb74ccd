// The verbs that work on programs: run, eval, check, fmt.
import Diagnostics

extension Verb {
  static let run = Verb(
    name: "run", operands: .files,
    summary: Words(
      en: "runs programs from beginning to end", es: "ejecuta programas de principio a fin",
      pt: "executa programas do começo ao fim"),
    about: Words(
      en:
        "Each file runs in a session of its own; `-` is what is piped in. A file that another one `use`s is looked "
        + "for from the folder of the file that names it. Errors and warnings go to standard error, all else to "
        + "standard output. A lesson (a `.md` file, or its name as for `learn`) runs from its first step to its last; where "
        + "an exercise has no answer, the solution stands in.",
      es:
        "Cada archivo se ejecuta en su propia sesión; `-` es lo que llega por la tubería. Un archivo que otro trae "
        + "con `use` se busca desde la carpeta del que lo nombra. Los errores y avisos van a la salida de error; lo "
        + "demás, a la salida estándar. Una lección (un archivo `.md`, o su nombre como en `learn`) se ejecuta del primer "
        + "paso al último; donde un ejercicio no tiene respuesta, la solución ocupa su lugar.",
      pt: "Cada arquivo roda em uma sessão própria; `-` é o que chega pelo pipe. Um arquivo que outro traz com `use` "
        + "é procurado a partir da pasta de quem o cita. Erros e avisos vão para a saída de erro; o resto, para a "
        + "saída padrão. Uma lição (um arquivo `.md`, ou seu nome como em `learn`) roda do primeiro passo ao último; onde um "
        + "exercício não tem resposta, a solução fica no lugar."),
    examples: [
      Example(
        call: "aula run gan.aula",
        words: Words(en: "runs one program", es: "ejecuta un programa", pt: "executa um programa")),
      Example(
        call: "aula run --seed 7 --pictures out gan.aula",
        words: Words(
          en: "other draws, and its pictures as files", es: "otros sorteos, y sus figuras como archivos",
          pt: "outros sorteios, e as figuras como arquivos")),
      Example(
        call: "aula run --json --max-seconds 20 *.aula",
        words: Words(
          en: "for another program to read", es: "para que lo lea otro programa", pt: "para outro programa ler")),
      Example(
        call: "echo 'mean([1, 2, 6])' | aula run -",
        words: Words(en: "what is piped in", es: "lo que llega por la tubería", pt: "o que chega pelo pipe")),
    ],
    action: { ProgramVerbs.run($0) })

  static let eval = Verb(
    name: "eval", operands: .code,
    summary: Words(
      en: "evaluates code and prints its value", es: "evalúa código y escribe su valor",
      pt: "avalia código e escreve o valor"),
    about: Words(
      en: "Several pieces of code are evaluated one after the other in the same session, until one fails.",
      es: "Varios fragmentos de código se evalúan uno tras otro en la misma sesión, hasta que uno falle.",
      pt: "Vários trechos de código são avaliados um após o outro na mesma sessão, até que um falhe."),
    examples: [
      Example(
        call: "aula eval '∇(x -> x^3)(2)'",
        words: Words(en: "a derivative: 12", es: "una derivada: 12", pt: "uma derivada: 12")),
      Example(
        call: "aula eval 'let A = [[1, 2], [3, 4]]' 'A @ A'",
        words: Words(en: "two steps", es: "dos pasos", pt: "dois passos")),
      Example(
        call: "aula eval --time 'normal(1000, 1000) @ normal(1000, 1000)'",
        words: Words(en: "and how long it takes", es: "y cuánto tarda", pt: "e quanto demora")),
    ],
    action: { ProgramVerbs.eval($0) })

  static let check = Verb(
    name: "check", operands: .files,
    summary: Words(
      en: "finds mistakes without running", es: "encuentra errores sin ejecutar", pt: "encontra erros sem executar"),
    about: Words(
      en:
        "Reads each program, looks up its names, and compares the shapes that can be known beforehand. Nothing runs "
        + "and nothing is written. Of a lesson (a `.md` file, or its name) the answers are checked: its exercises run, with the "
        + "checks that are shown.",
      es:
        "Lee cada programa, busca sus nombres y compara las formas que pueden conocerse de antemano. No se ejecuta ni "
        + "se escribe nada. De una lección (un archivo `.md`, o su nombre) se comprueban las respuestas: se ejecutan sus "
        + "ejercicios, con las comprobaciones que se muestran.",
      pt:
        "Lê cada programa, procura os nomes e compara as formas que podem ser conhecidas de antemão. Nada é "
        + "executado nem gravado. De uma lição (um arquivo `.md`, ou seu nome) são verificadas as respostas: rodam os "
        + "exercícios, com as verificações que são mostradas."),
    examples: [
      Example(
        call: "aula check gan.aula", words: Words(en: "one program", es: "un programa", pt: "um programa")),
      Example(
        call: "aula check --json *.aula",
        words: Words(en: "for an editor", es: "para un editor", pt: "para um editor")),
    ],
    action: { ProgramVerbs.check($0) })

  static let fmt = Verb(
    name: "fmt", operands: .files,
    summary: Words(
      en: "lays programs out in the one usual way", es: "da a los programas el formato habitual",
      pt: "dá aos programas o formato usual"),
    about: Words(
      en:
        "Files are replaced whole or not at all, and keep their permissions. In Markdown files (`.md`) the cells "
        + "between ```aula and ``` are laid out and all else stays as it is. With `-` the text comes from standard "
        + "input and goes to standard output. A file with mistakes stays as it is; the others are done all the same.",
      es:
        "Los archivos se sustituyen enteros o no se tocan, y conservan sus permisos. En los archivos Markdown (`.md`) "
        + "se da formato a las celdas entre ```aula y ``` y lo demás queda igual. Con `-` el texto llega por la "
        + "entrada estándar y sale por la salida estándar. Un archivo con errores queda como está; los demás se "
        + "hacen igualmente.",
      pt:
        "Os arquivos são trocados por inteiro ou não são tocados, e mantêm as permissões. Em arquivos Markdown "
        + "(`.md`) são formatadas as células entre ```aula e ``` e o resto fica igual. Com `-` o texto chega pela "
        + "entrada padrão e sai pela saída padrão. Um arquivo com erros fica como está; os outros são feitos do "
        + "mesmo jeito."),
    examples: [
      Example(
        call: "aula fmt *.aula",
        words: Words(en: "in place", es: "en los propios archivos", pt: "nos próprios arquivos")),
      Example(
        call: "aula fmt --check lesson.md gan.aula",
        words: Words(
          en: "only says what would change", es: "solo dice qué cambiaría", pt: "só diz o que mudaria")),
      Example(
        call: "aula fmt - <gan.aula",
        words: Words(
          en: "shows it, for an editor", es: "lo muestra, para un editor", pt: "mostra, para um editor")),
    ],
    options: [.onlyCheck],
    action: { FormatVerb.perform($0) })
}
