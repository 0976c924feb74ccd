// Names that other languages have, answered with Aula's: E0271 to E0277.

extension DiagnosticRow {
  package static let otherName = DiagnosticRow(
    "E0271",
    message: Words(
      en: "for `{name}`, Aula writes `{aula}`",
      es: "en vez de `{name}`, en Aula se escribe `{aula}`",
      pt: "em vez de `{name}`, em Aula se escreve `{aula}`"),
    label: Words(
      en: "a name from another language", es: "un nombre de otro lenguaje", pt: "um nome de outra linguagem"),
    meaning: Words(
      en: "The name is known from Python, NumPy, PyTorch, Octave or Julia. Aula has the same thing under another name "
        + "or in another form.",
      es: "El nombre viene de Python, NumPy, PyTorch, Octave o Julia. Aula tiene lo mismo con otro nombre o de otra "
        + "forma.",
      pt: "O nome vem de Python, NumPy, PyTorch, Octave ou Julia. Aula tem a mesma coisa com outro nome ou de outra "
        + "forma."),
    mend: Words(en: "Write `count([1, 2, 3])`.", es: "Escribe `count([1, 2, 3])`.", pt: "Escreva `count([1, 2, 3])`."),
    example: "len([1, 2, 3])")

  package static let moduleDot = DiagnosticRow(
    "E0272",
    message: Words(
      en: "for `{path}`, Aula writes `{aula}`",
      es: "en vez de `{path}`, en Aula se escribe `{aula}`",
      pt: "em vez de `{path}`, em Aula se escreve `{aula}`"),
    label: Words(
      en: "there is no `{name}` to import",
      es: "no hay ningún `{name}` que importar",
      pt: "não há nenhum `{name}` para importar"),
    meaning: Words(
      en: "Functions over tensors are part of the language: nothing is imported, and no name of a library stands "
        + "before them.",
      es: "Las funciones sobre tensores son parte del lenguaje: no se importa nada ni se antepone el nombre de una "
        + "biblioteca.",
      pt: "As funções sobre tensores fazem parte da linguagem: nada é importado, e nenhum nome de biblioteca vem antes "
        + "delas."),
    mend: Words(en: "Write `exp(2)`.", es: "Escribe `exp(2)`.", pt: "Escreva `exp(2)`."),
    example: "np.exp(2)")

  package static let moduleUnknown = DiagnosticRow(
    "E0273",
    message: Words(
      en: "there is no library `{name}` here, and nothing called `{path}`",
      es: "aquí no hay una biblioteca `{name}`, ni nada que se llame `{path}`",
      pt: "aqui não há uma biblioteca `{name}`, nem nada chamado `{path}`"),
    label: Words(en: "unknown", es: "desconocido", pt: "desconhecido"),
    help: Words(
      en: "Functions over tensors are part of the language: `exp(x)`, `mean(x)`, `normal(2, 3)`.",
      es: "Las funciones sobre tensores son parte del lenguaje: `exp(x)`, `mean(x)`, `normal(2, 3)`.",
      pt: "As funções sobre tensores fazem parte da linguagem: `exp(x)`, `mean(x)`, `normal(2, 3)`."),
    meaning: Words(
      en: "Python's libraries are not available in Aula. Most of what lessons need from them has a function of its "
        + "own.",
      es: "Las bibliotecas de Python no están disponibles en Aula. Casi todo lo que una lección necesita de ellas "
        + "tiene una función propia.",
      pt: "As bibliotecas de Python não estão disponíveis em Aula. Quase tudo o que uma lição precisa delas tem uma "
        + "função própria."),
    mend: Words(
      en: "Work with the tensor itself: `[[1, 2], [3, 4]]`.",
      es: "Trabaja con el propio tensor: `[[1, 2], [3, 4]]`.",
      pt: "Trabalhe com o próprio tensor: `[[1, 2], [3, 4]]`."),
    example: "pd.DataFrame([[1, 2], [3, 4]])")

  package static let rangeCall = DiagnosticRow(
    "E0274",
    message: Words(
      en: "a range is written with two dots: `{aula}`",
      es: "un rango se escribe con dos puntos seguidos, `..`: `{aula}`",
      pt: "um intervalo se escreve com dois pontos seguidos, `..`: `{aula}`"),
    label: Words(en: "a range from Python", es: "un rango de Python", pt: "um intervalo de Python"),
    help: Words(
      en: "The last number is left out, as in Python; `by` gives the step: `0..10 by 2`.",
      es: "El último número queda fuera, como en Python; `by` da el paso: `0..10 by 2`.",
      pt: "O último número fica de fora, como em Python; `by` dá o passo: `0..10 by 2`."),
    meaning: Words(
      en: "`a..b` is the numbers from a up to b, without b itself. It serves loops, slices and comprehensions alike.",
      es: "`a..b` son los números de a hasta b, sin el propio b. Sirve en bucles, cortes y comprensiones.",
      pt: "`a..b` são os números de a até b, sem o próprio b. Serve em laços, recortes e compreensões."),
    mend: Words(
      en: "Write `for i in 0..3 { print(i) }`.",
      es: "Escribe `for i in 0..3 { print(i) }`.",
      pt: "Escreva `for i in 0..3 { print(i) }`."),
    example: "for i in range(3) { print(i) }")

  package static let primeTranspose = DiagnosticRow(
    "E0275",
    message: Words(
      en: "`{name}` is a name of its own; the transpose is `{matrix}.T`",
      es: "`{name}` es un nombre aparte; la traspuesta es `{matrix}.T`",
      pt: "`{name}` é outro nome; a transposta é `{matrix}.T`"),
    label: Words(
      en: "a name that means nothing yet", es: "un nombre sin significado aún", pt: "um nome ainda sem significado"),
    meaning: Words(
      en: "A prime is part of a name, as on the blackboard: `x'` is another value than `x`. Octave's and Julia's "
        + "transpose is `.T` here.",
      es: "La prima es parte del nombre, como en la pizarra: `x'` es otro valor que `x`. La traspuesta de Octave y "
        + "Julia aquí es `.T`.",
      pt: "A linha (o apóstrofo) é parte do nome, como na lousa: `x'` é outro valor que `x`. A transposta de Octave e "
        + "Julia aqui é `.T`."),
    mend: Words(en: "Write `A.T @ A`.", es: "Escribe `A.T @ A`.", pt: "Escreva `A.T @ A`."),
    example: "let A = [[1, 2], [3, 4]]\nA' @ A")

  package static let noInput = DiagnosticRow(
    "E0276",
    message: Words(
      en: "a program cannot ask with `{name}`: write the value into the cell",
      es: "un programa no puede preguntar con `{name}`: escribe el valor en la celda",
      pt: "um programa não pode perguntar com `{name}`: escreva o valor na célula"),
    label: Words(en: "no one to answer", es: "nadie puede responder", pt: "ninguém pode responder"),
    meaning: Words(
      en: "A cell gives the same result whenever it runs again. What it works with stands in the cell, or in data that "
        + "a lesson loads.",
      es: "Una celda da el mismo resultado cada vez que se ejecuta. Aquello con lo que trabaja está en la celda o en "
        + "los datos que carga la lección.",
      pt: "Uma célula dá o mesmo resultado toda vez que roda. Aquilo com que ela trabalha está na célula ou nos dados "
        + "que a lição carrega."),
    mend: Words(
      en: "Write the value down and run the cell again after a change: `let n = 5`.",
      es: "Escribe el valor y vuelve a ejecutar la celda tras cada cambio: `let n = 5`.",
      pt: "Escreva o valor e rode a célula de novo depois de cada mudança: `let n = 5`."),
    example: "let n = input(\"n? \")")

  package static let neverChanges = DiagnosticRow(
    "E0277",
    message: Words(
      en: "`{name}` would change a value, and values never change",
      es: "`{name}` cambiaría un valor, y los valores nunca cambian",
      pt: "`{name}` mudaria um valor, e os valores nunca mudam"),
    label: Words(
      en: "a name from another language", es: "un nombre de otro lenguaje", pt: "um nome de outra linguagem"),
    help: Words(
      en: "Build the whole at once: `[i^2 for i in 0..10]`; what learns changes by `descend` and `update`.",
      es: "Constrúyelo todo de una vez: `[i^2 for i in 0..10]`; lo que aprende cambia con `descend` y `update`.",
      pt: "Construa tudo de uma vez: `[i^2 for i in 0..10]`; o que aprende muda com `descend` e `update`."),
    meaning: Words(
      en: "Tensors and tuples stay as they are. A new one is made from an old one, and a `var` can then name the new "
        + "one.",
      es: "Los tensores y las tuplas se quedan como están. De uno viejo se hace uno nuevo, y una `var` puede pasar a "
        + "nombrarlo.",
      pt: "Tensores e tuplas ficam como estão. De um antigo se faz um novo, e uma `var` pode então passar a nomeá-lo."),
    mend: Words(
      en: "Write `let squares = [i^2 for i in 0..3]`.",
      es: "Escribe `let squares = [i^2 for i in 0..3]`.",
      pt: "Escreva `let squares = [i^2 for i in 0..3]`."),
    example: "let squares = (0, 1)\nappend(squares, 4)")
}
