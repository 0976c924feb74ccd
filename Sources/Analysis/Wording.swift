// The phrases that messages about names are put together from.
import Diagnostics

extension Words {
  static let aConstant = Words(en: "made with `let`", es: "se creó con `let`", pt: "foi criado com `let`")
  static let aVariable = Words(en: "a `var`", es: "una `var`", pt: "uma `var`")
  static let aCell = Words(
    en: "something that learns or keeps", es: "algo que aprende o guarda", pt: "algo que aprende ou guarda")
  static let aFunction = Words(en: "a function", es: "una función", pt: "uma função")
  static let aModel = Words(en: "a model", es: "un modelo", pt: "um modelo")
  static let aParameter = Words(
    en: "a parameter of the function", es: "un parámetro de la función", pt: "um parâmetro da função")
  static let aSize = Words(en: "the name of a size", es: "el nombre de un tamaño", pt: "o nome de um tamanho")
  static let aSeries = Words(en: "a recorded series", es: "una serie registrada", pt: "uma série registrada")
  static let aLoopName = Words(
    en: "a name that gets its value from elsewhere",
    es: "un nombre que recibe su valor de otra parte",
    pt: "um nome que recebe o valor de outro lugar")
  static let partOfTheLanguage = Words(en: "part of the language", es: "parte del lenguaje", pt: "parte da linguagem")

  static let firstTime = Words(en: "here for the first time", es: "aquí por primera vez", pt: "aqui pela primeira vez")
  static let firstLabel = Words(
    en: "the labels begin here", es: "las etiquetas empiezan aquí", pt: "os rótulos começam aqui")
  static let madeHere = Words(en: "`{name}` is made here", es: "`{name}` se crea aquí", pt: "`{name}` é criado aqui")
  static let definedHere = Words(
    en: "`{name}` is made only here", es: "`{name}` se crea recién aquí", pt: "`{name}` só é criado aqui")
  static let endedHere = Words(
    en: "this `{name}` ends with its block",
    es: "este `{name}` termina con su bloque",
    pt: "este `{name}` termina com o seu bloco")

  static let ownName = Words(
    en: "A value cannot use its own name. A function that calls itself is written `fn {name}(…)`.",
    es: "Un valor no puede usar su propio nombre. Una función que se llama a sí misma se escribe `fn {name}(…)`.",
    pt: "Um valor não pode usar o próprio nome. Uma função que chama a si mesma se escreve `fn {name}(…)`.")
  static let shapeSinceHere = Words(
    en: "`{name}` is {shape} since here", es: "`{name}` es {shape} desde aquí", pt: "`{name}` é {shape} desde aqui")
  static let didYouMean = Words(en: "Did you mean {near}?", es: "¿Querías decir {near}?", pt: "Você quis dizer {near}?")
  static let letToVar = Words(
    en: "To change it later, make it with `var` instead of `let`.",
    es: "Si ha de cambiar después, créalo con `var` en vez de `let`.",
    pt: "Se ele vai mudar depois, crie com `var` em vez de `let`.")
  static let coverWithLet = Words(
    en: "`let {name} = …` makes a new name that covers the old one from here on.",
    es: "`let {name} = …` crea un nombre nuevo que desde aquí tapa al anterior.",
    pt: "`let {name} = …` cria um nome novo que, daqui em diante, encobre o anterior.")
  static let declarationDoesNotLearn = Words(
    en: "`{name}` is a recipe. What learns is made from it: `let m = {name}(…)`, then `over m`.",
    es: "`{name}` es una receta. Lo que aprende se crea con ella: `let m = {name}(…)` y luego `over m`.",
    pt: "`{name}` é uma receita. O que aprende é criado com ela: `let m = {name}(…)` e depois `over m`.")

  /// How many arguments, in words.
  static func arguments(_ count: Int) -> Words {
    switch count {
    case 0: Words(en: "no arguments", es: "ningún argumento", pt: "nenhum argumento")
    case 1: Words(en: "1 argument", es: "1 argumento", pt: "1 argumento")
    default: Words(en: "\(count) arguments", es: "\(count) argumentos", pt: "\(count) argumentos")
    }
  }
}
