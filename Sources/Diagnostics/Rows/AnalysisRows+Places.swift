// Statements where they cannot stand, targets that cannot learn, values that go nowhere: E0331 to E0338.

extension DiagnosticRow {
  package static let outsideLoop = DiagnosticRow(
    "E0331",
    message: Words(
      en: "`{word}` has no loop around it",
      es: "`{word}` no tiene ningún bucle alrededor",
      pt: "`{word}` não tem nenhum laço em volta"),
    label: Words(en: "outside every loop", es: "fuera de todo bucle", pt: "fora de qualquer laço"),
    help: Words(
      en: "It belongs between the braces of `for`, `while` or `repeat`; to leave a function, write `return`.",
      es: "Va entre las llaves de `for`, `while` o `repeat`; para salir de una función, escribe `return`.",
      pt: "O lugar dele é entre as chaves de `for`, `while` ou `repeat`; para sair de uma função, escreva `return`."),
    meaning: Words(
      en: "`break` ends the nearest loop, `continue` goes on with its next round. A loop outside of a function does "
        + "not count inside it: the function may be called from anywhere.",
      es: "`break` termina el bucle más cercano; `continue` pasa a su siguiente vuelta. Un bucle fuera de una función "
        + "no cuenta dentro de ella: la función se puede llamar desde cualquier parte.",
      pt: "`break` termina o laço mais próximo; `continue` passa para a próxima volta. Um laço fora de uma função não "
        + "conta dentro dela: a função pode ser chamada de qualquer lugar."),
    mend: Words(
      en: "Put it into the loop: `for i in 0..9 { if i > 3 { break } }`.",
      es: "Ponlo dentro del bucle: `for i in 0..9 { if i > 3 { break } }`.",
      pt: "Coloque dentro do laço: `for i in 0..9 { if i > 3 { break } }`."),
    example: "if 2 > 1 { break }")

  package static let returnOutside = DiagnosticRow(
    "E0332",
    message: Words(
      en: "`return` has no function to leave",
      es: "`return` no tiene función de la que salir",
      pt: "`return` não tem função de onde sair"),
    label: Words(en: "outside every function", es: "fuera de toda función", pt: "fora de qualquer função"),
    help: Words(
      en: "A value on a line of its own is shown: just write it.",
      es: "Un valor solo en su línea se muestra: basta con escribirlo.",
      pt: "Um valor sozinho na linha é mostrado: basta escrevê-lo."),
    meaning: Words(
      en: "`return` ends a function with a value. A cell has no caller that waits for one; its last value is shown.",
      es: "`return` termina una función con un valor. A una celda nadie la llama ni espera su valor; el último se "
        + "muestra.",
      pt: "`return` termina uma função com um valor. Ninguém chama uma célula nem espera o valor dela; o último é "
        + "mostrado."),
    mend: Words(en: "Write `1 + 2`.", es: "Escribe `1 + 2`.", pt: "Escreva `1 + 2`."),
    example: "return 1 + 2")

  package static let paramInside = DiagnosticRow(
    "E0333",
    message: Words(
      en: "`param {name}` cannot stand here",
      es: "`param {name}` no puede estar aquí",
      pt: "`param {name}` não pode ficar aqui"),
    label: Words(
      en: "inside a function or block",
      es: "dentro de una función o un bloque",
      pt: "dentro de uma função ou de um bloco"),
    help: Words(
      en: "Put it at the top level of a cell, or make it a member of a `model`.",
      es: "Ponlo al nivel principal de una celda, o hazlo miembro de un `model`.",
      pt: "Coloque-o no nível principal de uma célula, ou faça dele membro de um `model`."),
    meaning: Words(
      en: "A `param` lives on and learns from call to call. Inside a function it would begin anew each time; a model "
        + "is the way to make several.",
      es: "Un `param` perdura y aprende de una llamada a otra. Dentro de una función empezaría de nuevo cada vez; para "
        + "crear varios está el modelo.",
      pt: "Um `param` permanece e aprende de uma chamada para outra. Dentro de uma função começaria de novo a cada "
        + "vez; para criar vários existe o modelo."),
    mend: Words(
      en: "Write `param w = 0.5` first, then `fn line(x) = w * x`.",
      es: "Escribe antes `param w = 0.5` y luego `fn line(x) = w * x`.",
      pt: "Escreva antes `param w = 0.5` e depois `fn line(x) = w * x`."),
    example: "fn line(x) {\n  param w = 0.5\n  w * x\n}")

  package static let stateOutside = DiagnosticRow(
    "E0334",
    message: Words(
      en: "`state {name}` belongs inside a `model`",
      es: "`state {name}` va dentro de un `model`",
      pt: "`state {name}` fica dentro de um `model`"),
    label: Words(en: "no model around it", es: "sin modelo alrededor", pt: "sem modelo em volta"),
    help: Words(
      en: "Use `var` for a value of the session that changes.",
      es: "Usa `var` para un valor de la sesión que cambia.",
      pt: "Use `var` para um valor da sessão que muda."),
    meaning: Words(
      en: "`state` is what a model remembers beside its parameters, such as a running mean. Outside a model, `var` "
        + "does that.",
      es: "`state` es lo que un modelo recuerda además de sus parámetros, como una media móvil. Fuera de un modelo, "
        + "para eso está `var`.",
      pt: "`state` é o que um modelo lembra além dos seus parâmetros, como uma média móvel. Fora de um modelo, para "
        + "isso existe `var`."),
    mend: Words(en: "Write `var seen = 0`.", es: "Escribe `var seen = 0`.", pt: "Escreva `var seen = 0`."),
    example: "state seen = 0")

  package static let useInside = DiagnosticRow(
    "E0335",
    message: Words(
      en: "`use` stands only at the top level of a cell",
      es: "`use` solo va al nivel principal de una celda",
      pt: "`use` só fica no nível principal de uma célula"),
    label: Words(
      en: "inside a function or block",
      es: "dentro de una función o un bloque",
      pt: "dentro de uma função ou de um bloco"),
    help: Words(
      en: "Put it at the beginning of the cell.",
      es: "Ponlo al comienzo de la celda.",
      pt: "Coloque-o no começo da célula."),
    meaning: Words(
      en: "`use` brings the names of a file into the session, once, before anything runs; it cannot depend on a "
        + "condition.",
      es: "`use` trae a la sesión los nombres de un archivo, una vez, antes de ejecutar nada; no puede depender de una "
        + "condición.",
      pt: "`use` traz para a sessão os nomes de um arquivo, uma vez, antes de rodar qualquer coisa; não pode depender "
        + "de uma condição."),
    mend: Words(
      en: "Write `use \"tools.aula\"` on a line of its own.",
      es: "Escribe `use \"tools.aula\"` en una línea propia.",
      pt: "Escreva `use \"tools.aula\"` em uma linha própria."),
    example: "if 2 > 1 { use \"tools.aula\" }")

  package static let cannotLearn = DiagnosticRow(
    "E0336",
    message: Words(
      en: "`{word}` needs something that learns, and this does not",
      es: "`{word}` necesita algo que aprenda, y esto no aprende",
      pt: "`{word}` precisa de algo que aprenda, e isto não aprende"),
    label: Words(en: "not a parameter", es: "no es un parámetro", pt: "não é um parâmetro"),
    help: Words(
      en: "Name a `param`, a model made from a `model`, or a tuple of them.",
      es: "Nombra un `param`, un modelo ya creado, o una tupla de ellos.",
      pt: "Indique um `param`, um modelo já criado, ou uma tupla deles."),
    meaning: Words(
      en: "A learning step moves parameters. A number, a computed value or a function has none: a value never changes.",
      es: "Un paso de aprendizaje mueve parámetros. Un número, un valor calculado o una función no los tienen: un "
        + "valor nunca cambia.",
      pt: "Um passo de aprendizado move parâmetros. Um número, um valor calculado ou uma função não os tem: um valor "
        + "nunca muda."),
    mend: Words(en: "Write `over w`.", es: "Escribe `over w`.", pt: "Escreva `over w`."),
    example: "param w = 1.0\ndescend w^2 over 2 * w with sgd(0.1)")

  package static let droppedComparison = DiagnosticRow(
    "E0337", severity: .warning,
    message: Words(
      en: "this comparison is made, and its answer thrown away",
      es: "esta comparación se hace y su respuesta se pierde",
      pt: "esta comparação é feita e a resposta se perde"),
    label: Words(en: "nobody takes the answer", es: "nadie recibe la respuesta", pt: "ninguém recebe a resposta"),
    help: Words(
      en: "To change a `var` write one `=`; to decide, write `if`.",
      es: "Para cambiar una `var` escribe un solo `=`; para decidir, `if`.",
      pt: "Para mudar uma `var` escreva um só `=`; para decidir, `if`."),
    meaning: Words(
      en: "Inside a function only the last value counts. A comparison on a line of its own before that does nothing; "
        + "`==` was perhaps meant to be `=`.",
      es: "Dentro de una función solo cuenta el último valor. Una comparación sola en una línea anterior no hace nada; "
        + "quizá `==` quería ser `=`.",
      pt: "Dentro de uma função só conta o último valor. Uma comparação sozinha em uma linha anterior não faz nada; "
        + "talvez `==` devesse ser `=`."),
    mend: Words(en: "Write `y = x + 1`.", es: "Escribe `y = x + 1`.", pt: "Escreva `y = x + 1`."),
    example: "fn next(x) {\n  var y = 0\n  y == x + 1\n  y\n}")

  package static let droppedValue = DiagnosticRow(
    "E0338", severity: .warning,
    message: Words(
      en: "this value is worked out, and thrown away",
      es: "este valor se calcula y se pierde",
      pt: "este valor é calculado e se perde"),
    label: Words(en: "nobody takes it", es: "nadie lo recibe", pt: "ninguém o recebe"),
    help: Words(
      en: "Does the next line belong to it? End this one with the operator. Otherwise name the value with `let`.",
      es: "¿La línea siguiente es parte de esto? Termina esta con el operador. Si no, nombra el valor con `let`.",
      pt: "A próxima linha faz parte disto? Termine esta com o operador. Senão, dê um nome ao valor com `let`."),
    meaning: Words(
      en: "Inside a function only the last value counts. A line that begins with `-`, `(` or `[` is a statement of its "
        + "own, so the line before it ends there.",
      es: "Dentro de una función solo cuenta el último valor. Una línea que empieza con `-`, `(` o `[` es una "
        + "instrucción aparte, así que la línea anterior termina ahí.",
      pt: "Dentro de uma função só conta o último valor. Uma linha que começa com `-`, `(` ou `[` é uma instrução "
        + "separada, então a linha anterior termina ali."),
    mend: Words(
      en: "Write `a * a -` on the first line, and `b` on the next.",
      es: "Escribe `a * a -` en la primera línea y `b` en la siguiente.",
      pt: "Escreva `a * a -` na primeira linha e `b` na seguinte."),
    example: "fn gap(a, b) {\n  a * a\n  -b\n}")
}
