// The verbs that tell about the language and the machine: help, doctor, completions.
import Diagnostics

extension Verb {
  static let help = Verb(
    name: "help", operands: .topic,
    summary: Words(
      en: "looks something up in the reference", es: "consulta algo en la referencia", pt: "consulta algo na referência"
    ),
    about: Words(
      en:
        "Without a word it lists the topics. A word may be a topic, a name of the language, the code of an error, or "
        + "a verb of this command.",
      es:
        "Sin ninguna palabra muestra los temas. Una palabra puede ser un tema, un nombre del lenguaje, el código de "
        + "un error o un verbo de este comando.",
      pt:
        "Sem nenhuma palavra mostra os temas. Uma palavra pode ser um tema, um nome da linguagem, o código de um "
        + "erro ou um verbo deste comando."),
    examples: [
      Example(
        call: "aula help distributions", words: Words(en: "a topic", es: "un tema", pt: "um tema")),
      Example(
        call: "aula help softmax", words: Words(en: "a name", es: "un nombre", pt: "um nome")),
      Example(
        call: "aula help E0401 --lang en",
        words: Words(en: "an error, explained", es: "un error, explicado en inglés", pt: "um erro, explicado em inglês")
      ),
    ],
    options: [.manPage],
    action: { HelpVerb.perform($0) })

  static let doctor = Verb(
    name: "doctor", operands: .none,
    summary: Words(
      en: "says what it found on this machine", es: "dice qué encontró en este equipo",
      pt: "diz o que encontrou neste computador"),
    about: Words(
      en:
        "The processor, the numeric libraries and how fast they are, what the terminal can show, the language, and "
        + "where files are kept. Measuring takes less than a second.",
      es:
        "El procesador, las bibliotecas numéricas y su velocidad, lo que el terminal puede mostrar, el idioma y dónde "
        + "se guardan los archivos. Medir tarda menos de un segundo.",
      pt:
        "O processador, as bibliotecas numéricas e a velocidade delas, o que o terminal consegue mostrar, o idioma e "
        + "onde ficam os arquivos. Medir leva menos de um segundo."),
    examples: [
      Example(
        call: "aula doctor", words: Words(en: "for people", es: "para personas", pt: "para pessoas")),
      Example(
        call: "aula doctor --json",
        words: Words(en: "for programs", es: "para programas", pt: "para programas")),
    ],
    action: { DoctorVerb.perform($0) })

  static let completions = Verb(
    name: "completions", operands: .shell,
    summary: Words(
      en: "writes the completion script of a shell", es: "escribe el guion de autocompletado de un shell",
      pt: "escreve o script de autocompletar de um shell"),
    about: Words(
      en:
        "`make install` puts these scripts in place; without it, load one in the file that your shell reads at its "
        + "start.",
      es: "`make install` los coloca en su sitio; sin él, carga uno en el archivo que tu shell lee al empezar.",
      pt: "`make install` os põe no lugar; sem ele, carregue um no arquivo que o seu shell lê ao começar."),
    examples: [
      Example(
        call: "source <(aula completions bash)",
        words: Words(en: "in ~/.bashrc", es: "en ~/.bashrc", pt: "em ~/.bashrc")),
      Example(
        call: "aula completions fish | source",
        words: Words(
          en: "in ~/.config/fish/config.fish", es: "en ~/.config/fish/config.fish", pt: "em ~/.config/fish/config.fish")
      ),
    ],
    action: { CompletionsVerb.perform($0) })
}
