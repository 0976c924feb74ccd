// Every command of the prompt, in the order in which `:help` lists them.
import Diagnostics

extension PromptCommand {
  package static let all: [PromptCommand] = [
    PromptCommand(
      "help",
      Words(
        en: "this list, or what a name is", es: "esta lista, o qué es un nombre", pt: "esta lista, ou o que é um nome"),
      takes: .optional(PromptWords.topic), completes: .code
    ) { try $0.help($1) },
    PromptCommand(
      "vars",
      Words(
        en: "your names with their shapes and sizes", es: "tus nombres con sus formas y tamaños",
        pt: "seus nomes com formas e tamanhos")
    ) { run, _ in try run.listNames() },
    PromptCommand(
      "undo", Words(en: "takes the last entry back", es: "deshace la última entrada", pt: "desfaz a última entrada")
    ) { run, _ in try run.undo() },
    PromptCommand(
      "redo", Words(en: "does it again", es: "la rehace", pt: "refaz")
    ) { run, _ in try run.redo() },
    PromptCommand(
      "time",
      Words(
        en: "evaluates and tells how long it took", es: "evalúa y dice cuánto tardó",
        pt: "avalia e diz quanto tempo levou"), takes: .required(PromptWords.code), completes: .code
    ) { run, code in run.time(code) },
    PromptCommand(
      "bench",
      Words(
        en: "evaluates many times and tells the usual time; nothing is kept",
        es: "evalúa muchas veces y dice el tiempo habitual; no guarda nada",
        pt: "avalia muitas vezes e diz o tempo usual; nada é guardado"), takes: .required(PromptWords.code),
      completes: .code
    ) { run, code in run.bench(code) },
    PromptCommand(
      "type",
      Words(
        en: "the kind, shape and precision of a value; nothing is kept",
        es: "la clase, la forma y la precisión de un valor; no guarda nada",
        pt: "a espécie, a forma e a precisão de um valor; nada é guardado"), takes: .required(PromptWords.code),
      completes: .code
    ) { run, code in run.tellKind(code) },
    PromptCommand(
      "graph",
      Words(
        en: "draws how a value is computed", es: "dibuja cómo se calcula un valor",
        pt: "desenha como um valor é calculado"), takes: .required(PromptWords.expression), completes: .code
    ) { run, code in run.drawComputation(code) },
    PromptCommand(
      "explain",
      Words(
        en: "back-propagation through it, step by step", es: "la retropropagación, paso a paso",
        pt: "a retropropagação, passo a passo"), takes: .required(PromptWords.expression), completes: .code
    ) { run, code in run.explain(code) },
    PromptCommand(
      "load",
      Words(
        en: "evaluates a file as an entry", es: "evalúa un archivo como entrada", pt: "avalia um arquivo como entrada"),
      takes: .required(PromptWords.file), completes: .files
    ) { try $0.load($1) },
    PromptCommand(
      "save",
      Words(
        en: "the session as a program (.aula), or the last picture (.svg, .png)",
        es: "la sesión como programa (.aula) o la última imagen (.svg, .png)",
        pt: "a sessão como programa (.aula) ou a última imagem (.svg, .png)"), takes: .required(PromptWords.file),
      completes: .files
    ) { try $0.save($1) },
    PromptCommand(
      "edit",
      Words(
        en: "opens the last entry in your editor and evaluates it",
        es: "abre la última entrada en tu editor y la evalúa",
        pt: "abre a última entrada no seu editor e a avalia")
    ) { run, _ in try run.edit() },
    PromptCommand(
      "seed",
      Words(en: "what draws come from", es: "de dónde salen los sorteos", pt: "de onde saem os sorteios"),
      takes: .optional(PromptWords.number)
    ) { try $0.chooseSeed($1) },
    PromptCommand(
      "lang",
      Words(
        en: "the language of messages: en, es, pt", es: "el idioma de los mensajes: en, es, pt",
        pt: "o idioma das mensagens: en, es, pt"), takes: .optional(PromptWords.language),
      completes: .choices(Language.allCases.map(\.rawValue))
    ) { try $0.chooseLanguage($1) },
    PromptCommand(
      "reset",
      Words(
        en: "forgets all names, as after a new start", es: "olvida todos los nombres, como recién empezado",
        pt: "esquece todos os nomes, como em um novo começo")
    ) { run, _ in try run.startOver() },
    PromptCommand("quit", Words(en: "leaves", es: "sale", pt: "sai")) { run, _ in run.exitCode = 0 },
  ]
}
