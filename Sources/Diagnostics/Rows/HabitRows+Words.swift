// Keywords of other languages, answered with ours.

extension DiagnosticRow {
  package static let nothingWord = DiagnosticRow(
    "E0227",
    message: Words(
      en: "Aula has no `{found}`: every name has a value",
      es: "en Aula no existe `{found}`: todo nombre tiene un valor",
      pt: "em Aula não existe `{found}`: todo nome tem um valor"),
    meaning: Words(
      en: "For a part that is not wanted there is `_`, for an empty result the empty tuple `()`.",
      es: "Para una parte que no se quiere está `_`; para un resultado vacío, la tupla vacía `()`.",
      pt: "Para uma parte que não interessa há `_`; para um resultado vazio, a tupla vazia `()`."),
    mend: Words(
      en: "Give the name a value it can begin with.",
      es: "Dale al nombre un valor con el que empezar.", pt: "Dê ao nome um valor com que começar."),
    example: "let best = None")

  package static let capitalTruth = DiagnosticRow(
    "E0228",
    message: Words(
      en: "`{found}` is written `{wanted}`",
      es: "`{found}` se escribe `{wanted}`", pt: "`{found}` se escreve `{wanted}`"),
    meaning: Words(
      en: "The two truth values are `true` and `false`.",
      es: "Los dos valores de verdad son `true` y `false`.", pt: "Os dois valores lógicos são `true` e `false`."),
    mend: Words(en: "Write `let done = true`.", es: "Escribe `let done = true`.", pt: "Escreva `let done = true`."),
    example: "let done = True")

  package static let selfWord = DiagnosticRow(
    "E0229",
    message: Words(
      en: "a model's parts are used by their names, without `self`",
      es: "las partes de un modelo se usan por su nombre, sin `self`",
      pt: "as partes de um modelo são usadas pelo nome, sem `self`"),
    meaning: Words(
      en: "Inside a model `W` is its own `W`; from outside it is `m.W`.",
      es: "Dentro de un modelo `W` es su propia `W`; desde afuera es `m.W`.",
      pt: "Dentro de um modelo `W` é a sua própria `W`; de fora é `m.W`."),
    mend: Words(en: "Write `fn (x) = x * a`.", es: "Escribe `fn (x) = x * a`.", pt: "Escreva `fn (x) = x * a`."),
    example: "model Line() {\n    param a = 1.0\n    fn (x) = x * self.a\n}")

  package static let functionWord = DiagnosticRow(
    "E0230",
    message: Words(
      en: "a function is written `fn name(x) = …`",
      es: "una función se escribe `fn nombre(x) = …`", pt: "uma função se escreve `fn nome(x) = …`"),
    meaning: Words(
      en: "After `=` stands an expression, or the function is a block `\\{ … }` whose last expression is the result.",
      es: "Tras `=` va una expresión, o la función es un bloque `\\{ … }` cuya última expresión es el resultado.",
      pt: "Depois de `=` vem uma expressão, ou a função é um bloco `\\{ … }` cuja última expressão é o resultado."),
    mend: Words(
      en: "Write `fn double(x) = 2 * x`.",
      es: "Escribe `fn double(x) = 2 * x`.", pt: "Escreva `fn double(x) = 2 * x`."),
    example: "def double(x): return 2 * x")

  package static let lambdaWord = DiagnosticRow(
    "E0231",
    message: Words(
      en: "a short function is written `{wanted} …`",
      es: "una función breve se escribe `{wanted} …`", pt: "uma função curta se escreve `{wanted} …`"),
    meaning: Words(
      en: "`x -> 2 * x` and `(a, b) -> a + b` are functions. `lambda` is an ordinary name.",
      es: "`x -> 2 * x` y `(a, b) -> a + b` son funciones. `lambda` es un nombre como cualquier otro.",
      pt: "`x -> 2 * x` e `(a, b) -> a + b` são funções. `lambda` é um nome como outro qualquer."),
    mend: Words(
      en: "Write `let double = x -> 2 * x`.",
      es: "Escribe `let double = x -> 2 * x`.", pt: "Escreva `let double = x -> 2 * x`."),
    example: "let double = lambda x: 2 * x")

  package static let classWord = DiagnosticRow(
    "E0232",
    message: Words(
      en: "there are no classes: what has parameters is a `model`",
      es: "no hay clases: lo que tiene parámetros es un `model`",
      pt: "não há classes: o que tem parâmetros é um `model`"),
    meaning: Words(
      en:
        "`model Name(sizes) \\{ param W = … fn (x) = … }` holds parameters and functions; a tuple with labels holds "
        + "plain values.",
      es:
        "`model Nombre(tamaños) \\{ param W = … fn (x) = … }` reúne parámetros y funciones; una tupla con etiquetas "
        + "reúne valores.",
      pt:
        "`model Nome(tamanhos) \\{ param W = … fn (x) = … }` reúne parâmetros e funções; uma tupla com rótulos reúne "
        + "valores."
    ),
    mend: Words(
      en: "Write `model Line() \\{ … }`.",
      es: "Escribe `model Line() \\{ … }`.", pt: "Escreva `model Line() \\{ … }`."),
    example: "class Line: pass")

  package static let importWord = DiagnosticRow(
    "E0233",
    message: Words(
      en: "nothing needs importing; files are read with `use \"file.aula\"`",
      es: "no hay que importar nada; un archivo se lee con `use \"file.aula\"`",
      pt: "não é preciso importar nada; um arquivo é lido com `use \"file.aula\"`"),
    meaning: Words(
      en: "The whole library is there from the start, without a prefix: `exp(x)`, not `np.exp(x)`.",
      es: "Toda la biblioteca está disponible desde el inicio, sin prefijo: `exp(x)`, no `np.exp(x)`.",
      pt: "Toda a biblioteca está disponível desde o início, sem prefixo: `exp(x)`, não `np.exp(x)`."),
    mend: Words(en: "Delete the line.", es: "Borra la línea.", pt: "Apague a linha."),
    example: "import numpy as np")

  package static let endWord = DiagnosticRow(
    "E0234",
    message: Words(
      en: "blocks end with `}`, not with `{found}`",
      es: "los bloques terminan con `}`, no con `{found}`", pt: "os blocos terminam com `}`, não com `{found}`"),
    meaning: Words(
      en: "A block stands between braces: `for i in 0..3 \\{ … }`.",
      es: "Un bloque va entre llaves: `for i in 0..3 \\{ … }`.",
      pt: "Um bloco fica entre chaves: `for i in 0..3 \\{ … }`."),
    mend: Words(en: "Close the block with `}`.", es: "Cierra el bloque con `}`.", pt: "Feche o bloco com `}`."),
    example: "print 1\nend")

  package static let endInIndex = DiagnosticRow(
    "E0235",
    message: Words(
      en: "the last position is `-1`, not `end`",
      es: "la última posición es `-1`, no `end`", pt: "a última posição é `-1`, não `end`"),
    meaning: Words(
      en: "Negative indices count from the end. A slice up to the end leaves it out: `x[2..]`.",
      es: "Los índices negativos cuentan desde el final. Un corte hasta el final lo omite: `x[2..]`.",
      pt: "Índices negativos contam a partir do fim. Um corte até o fim o omite: `x[2..]`."),
    mend: Words(en: "Write `x[-1]`.", es: "Escribe `x[-1]`.", pt: "Escreva `x[-1]`."),
    example: "let x = [1, 2, 3]\nx[end]")

  package static let passWord = DiagnosticRow(
    "E0236",
    message: Words(
      en: "an empty block is `\\{}`: `pass` is not needed",
      es: "un bloque vacío es `\\{}`: no hace falta `pass`", pt: "um bloco vazio é `\\{}`: `pass` não é necessário"),
    meaning: Words(
      en: "Braces show where a block begins and ends, so nothing has to fill it.",
      es: "Las llaves muestran dónde empieza y termina un bloque, así que nada tiene que llenarlo.",
      pt: "As chaves mostram onde um bloco começa e termina, então nada precisa preenchê-lo."),
    mend: Words(en: "Delete the word.", es: "Borra la palabra.", pt: "Apague a palavra."),
    example: "if 1 > 2 {\n    pass\n}")

  package static let elseIfWord = DiagnosticRow(
    "E0237",
    message: Words(
      en: "`{found}` is written `else if`",
      es: "`{found}` se escribe `else if`", pt: "`{found}` se escreve `else if`"),
    meaning: Words(
      en: "`if a \\{ … } else if b \\{ … } else \\{ … }`: each with its block in braces.",
      es: "`if a \\{ … } else if b \\{ … } else \\{ … }`: cada uno con su bloque entre llaves.",
      pt: "`if a \\{ … } else if b \\{ … } else \\{ … }`: cada um com seu bloco entre chaves."),
    mend: Words(
      en: "Write `} else if 1 > 0 \\{`.",
      es: "Escribe `} else if 1 > 0 \\{`.", pt: "Escreva `} else if 1 > 0 \\{`."),
    example: "if 1 > 2 {\n    print 1\n}\nelif 1 > 0 {\n    print 2\n}")

  package static let tryWord = DiagnosticRow(
    "E0238",
    message: Words(
      en: "Aula has no exceptions: `{found}` does not exist",
      es: "en Aula no hay excepciones: `{found}` no existe", pt: "em Aula não há exceções: `{found}` não existe"),
    meaning: Words(
      en: "A cell that fails changes nothing and says why. Test with `if` what might go wrong.",
      es: "Una celda que falla no cambia nada y dice por qué. Comprueba con `if` lo que podría salir mal.",
      pt: "Uma célula que falha não muda nada e diz por quê. Teste com `if` o que pode dar errado."),
    mend: Words(en: "Delete the line.", es: "Borra la línea.", pt: "Apague a linha."),
    example: "try {\n    print 1\n}")

  package static let assertWord = DiagnosticRow(
    "E0239",
    message: Words(
      en: "claims are written `check …`, not `assert`",
      es: "las afirmaciones se escriben `check …`, no `assert`",
      pt: "afirmações se escrevem `check …`, não `assert`"),
    meaning: Words(
      en: "`check` belongs to the language: it says which elements break the claim, and by how much.",
      es: "`check` es parte del lenguaje: dice qué elementos incumplen la afirmación y por cuánto.",
      pt: "`check` faz parte da linguagem: diz que elementos violam a afirmação e por quanto."),
    mend: Words(en: "Write `check 1 + 1 == 2`.", es: "Escribe `check 1 + 1 == 2`.", pt: "Escreva `check 1 + 1 == 2`."),
    example: "assert 1 + 1 == 2")

  package static let asyncWord = DiagnosticRow(
    "E0240",
    message: Words(
      en: "`{found}` does not exist: a program runs line by line",
      es: "`{found}` no existe: un programa corre línea por línea",
      pt: "`{found}` não existe: um programa roda linha por linha"),
    meaning: Words(
      en: "Loops work on values as they come; tensors are computed on all cores by themselves.",
      es: "Los bucles trabajan con los valores según llegan; los tensores ya se calculan en todos los núcleos.",
      pt: "Os laços trabalham com os valores à medida que chegam; os tensores já são calculados em todos os núcleos."),
    mend: Words(
      en: "Use a loop, or a list with `for`: `[f(x) for x in xs]`.",
      es: "Usa un bucle o una lista con `for`: `[f(x) for x in xs]`.",
      pt: "Use um laço ou uma lista com `for`: `[f(x) for x in xs]`."),
    example: "for i in 0..3 { yield i }")

  package static let switchWord = DiagnosticRow(
    "E0241",
    message: Words(
      en: "there is no `{found}`: write `if … else if …`",
      es: "no hay `{found}`: escribe `if … else if …`", pt: "não há `{found}`: escreva `if … else if …`"),
    meaning: Words(
      en: "`if` is an expression, so its branches can give a value: `let y = if a \\{ 1 } else \\{ 2 }`.",
      es: "`if` es una expresión, así que sus ramas pueden dar un valor: `let y = if a \\{ 1 } else \\{ 2 }`.",
      pt: "`if` é uma expressão, então seus ramos podem dar um valor: `let y = if a \\{ 1 } else \\{ 2 }`."),
    mend: Words(
      en: "Write `if k == 1 \\{ print 1 }`.",
      es: "Escribe `if k == 1 \\{ print 1 }`.", pt: "Escreva `if k == 1 \\{ print 1 }`."),
    example: "let k = 1\nmatch k {\n    print 1\n}")
}
