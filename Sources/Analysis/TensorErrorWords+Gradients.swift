// What the core's gradient check says of its findings, in every language.

extension Phrasebook {
  /// Reasons and notes of gradient checks.
  static let gradients: [Entry] = [
    Entry(
      "the value has shape {shape}: the sum of its elements with fixed random weights was checked",
      "el valor tiene forma {shape}: se comprobó la suma de sus elementos con pesos aleatorios fijos",
      "o valor tem forma {shape}: foi verificada a soma dos elementos com pesos aleatórios fixos"),
    Entry(
      "for {count} lines a corner, a branch or a sharp bend lies close by; smaller steps avoid it",
      says: "in {count} places a corner, a branch or a sharp bend lies close by; smaller steps avoid it",
      "en {count} sitios hay cerca una esquina, una bifurcación o una curva cerrada; pasos menores la evitan",
      "em {count} lugares há por perto uma quina, um desvio ou uma curva fechada; passos menores a evitam"),
    Entry(
      "for {count} lines noise hides the slope; they were held against the program's own derivative",
      says: "in {count} places rounding hides the slope; there the program's own derivative decided",
      "en {count} sitios el redondeo oculta la pendiente; allí decidió la derivada del propio programa",
      "em {count} lugares o arredondamento esconde a inclinação; ali decidiu a derivada do próprio programa"),
    Entry(
      "{wrong} of {count} compared lines are wrong", says: "{wrong} of {count} compared derivatives are wrong",
      "{wrong} de {count} derivadas comparadas están mal", "{wrong} de {count} derivadas comparadas estão erradas"),
    Entry(
      "differences follow no rule that could be wrong, and the program has no derivative of its own",
      says: "the difference quotient is right: it follows no rule that could be wrong",
      "el cociente incremental tiene razón: no sigue ninguna regla que pueda fallar",
      "o quociente de diferenças está certo: não segue nenhuma regra que possa falhar"),
    Entry(
      "the derivative recorded by the program itself gives the same as the differences",
      says: "automatic differentiation gives the same as the difference quotient",
      "la diferenciación automática da lo mismo que el cociente incremental",
      "a diferenciação automática dá o mesmo que o quociente de diferenças"),
    Entry(
      "the derivative recorded by the program itself gives the same as the given one",
      says: "automatic differentiation gives the same as the one by hand: the difference quotient may be at fault",
      "la diferenciación automática da lo mismo que la hecha a mano: puede que falle el cociente incremental",
      "a diferenciação automática dá o mesmo que a feita à mão: talvez falhe o quociente de diferenças"),
    Entry(
      "the program's own derivative differs from both; check that first",
      says: "automatic differentiation differs from both; check that first",
      "la diferenciación automática difiere de ambas; comprueba eso primero",
      "a diferenciação automática difere das duas; verifique isso primeiro"),
    Entry(
      "noise hides the slope, and the program has no derivative of its own: nothing was confirmed",
      says: "rounding hides the slope: nothing was confirmed",
      "el redondeo oculta la pendiente: no se confirmó nada",
      "o arredondamento esconde a inclinação: nada foi confirmado"),
    Entry(
      "these operators could not be checked alone: {names}",
      "estos operadores no se pudieron comprobar por separado: {names}",
      "estes operadores não puderam ser verificados sozinhos: {names}"),
    Entry(
      "the value moves although its derivative was stopped; that may be what you want",
      "el valor se mueve aunque su derivada se detuvo; quizá sea lo que quieres",
      "o valor se move embora a derivada tenha sido detida; talvez seja o que você quer"),
    Entry(
      "differences of `{op}` alone contradict its derivative, while everything before it is right",
      "las diferencias de `{op}` por sí solo contradicen su derivada, y todo lo anterior está bien",
      "as diferenças de `{op}` sozinho contradizem a derivada dele, e tudo o que vem antes está certo"),
    Entry(
      "it takes a number that the program read from a value; no derivative flows through such a number",
      "toma un número que el programa leyó de un valor; por un número así no fluye ninguna derivada",
      "usa um número que o programa leu de um valor; por um número assim não flui nenhuma derivada"),
    Entry(
      "the number moves with the arguments, which only a new run of the program shows",
      "el número se mueve con los argumentos, y eso solo se ve ejecutando de nuevo el programa",
      "o número se move com os argumentos, e isso só se vê rodando o programa de novo"),
    Entry(
      "it holds back the derivative on purpose", "detiene la derivada a propósito", "detém a derivada de propósito"),
    Entry(
      "the derivative written for it is not that of its value",
      "la derivada escrita para él no es la de su valor", "a derivada escrita para ele não é a do seu valor"),
    Entry(
      "its derivative is not that of its value",
      "su derivada no es la de su valor", "a sua derivada não é a do seu valor"),
    Entry(
      "its value depends on something that is not among the inputs of its derivative",
      "su valor depende de algo que no está entre las entradas de su derivada",
      "o seu valor depende de algo que não está entre as entradas da sua derivada"),
    Entry("it turns over here", "aquí cambia de resultado", "aqui muda de resultado"),
    Entry("it has {corner} here", "aquí tiene {corner}", "aqui tem {corner}"),
    Entry("its value is {value} here", "su valor aquí es {value}", "o seu valor aqui é {value}"),
    Entry("the value is {value} at this point", "el valor en este punto es {value}", "o valor neste ponto é {value}"),
    Entry(
      "{place} stands at {corner}: to the left {left}, to the right {right}; the derivative says {value}",
      "{place} está en {corner}: a la izquierda {left}, a la derecha {right}; la derivada dice {value}",
      "{place} está em {corner}: à esquerda {left}, à direita {right}; a derivada diz {value}"),
    Entry("a corner", "una esquina", "uma quina"),
    Entry("a jump", "un salto", "um salto"),
    Entry("a slope without bound", "una pendiente sin límite", "uma inclinação sem limite"),
    Entry("the edge of its domain", "el borde de su dominio", "a borda do seu domínio"),
    Entry("a branch that flips", "una bifurcación que cambia", "um desvio que muda"),
    Entry("the slope is {slope}", "la pendiente es {slope}", "a inclinação é {slope}"),
    Entry("there is none", "no hay", "não há"),
    Entry(
      "{reason}, and a corner nearby spoils the differences",
      "{reason}, y una esquina cercana estropea las diferencias", "{reason}, e uma quina próxima estraga as diferenças"),
    Entry(
      "{reason}, and `{op}` has a corner at this point", "{reason}, y `{op}` tiene una esquina en este punto",
      "{reason}, e `{op}` tem uma quina neste ponto"),
    Entry(
      "{reason}; the differences must suffer from noise or from an unsuitable step",
      "{reason}; las diferencias deben de sufrir por el redondeo o por un paso inadecuado",
      "{reason}; as diferenças devem sofrer com o arredondamento ou com um passo inadequado"),
    Entry(
      "the derivative of every one of the {count} operators is right on its own",
      "la derivada de cada uno de los {count} operadores está bien por sí sola",
      "a derivada de cada um dos {count} operadores está certa por si só"),
    Entry(
      "no operator that could be checked alone is wrong",
      "ningún operador que se pudo comprobar por separado está mal",
      "nenhum operador que pôde ser verificado sozinho está errado"),
    Entry(
      "for {count} of {all} lines rounding hides the slope, most of it in `{op}`; instead, the derivatives of all "
        + "{operators} operators were checked one by one, and they are right",
      says: "for {count} of {all} derivatives rounding hides the slope, most of it in `{op}`; instead, the {operators} "
        + "operators were checked one by one, and they are right",
      "en {count} de {all} derivadas el redondeo oculta la pendiente, sobre todo en `{op}`; en su lugar se comprobaron uno a "
        + "uno los {operators} operadores, y están bien",
      "em {count} de {all} derivadas o arredondamento esconde a inclinação, sobretudo em `{op}`; em vez disso, os "
        + "{operators} operadores foram verificados um a um, e estão certos"),
    Entry(
      "in float32 a number has 7 digits and a difference quotient loses most of them: errors up to {error} beside the slope "
        + "say little about the derivative; check in float64",
      "en float32 un número tiene 7 cifras y un cociente incremental pierde casi todas: errores de hasta {error} frente a la "
        + "pendiente dicen poco de la derivada; comprueba en float64",
      "em float32 um número tem 7 algarismos e um quociente de diferenças perde quase todos: erros de até {error} em relação à "
        + "inclinação dizem pouco da derivada; verifique em float64"),
    Entry(
      "a gradient has the shape of its parameter, but for {name} {found} was given instead of {wanted}",
      "un gradiente tiene la forma de su parámetro, pero para {name} se dio {found} en vez de {wanted}",
      "um gradiente tem a forma do seu parâmetro, mas para {name} foi dado {found} em vez de {wanted}"),
  ]
}
