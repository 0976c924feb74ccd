// How other languages give names their values, answered with ours.

extension DiagnosticRow {
  package static let compoundAssign = DiagnosticRow(
    "E0219",
    message: Words(
      en: "`x {found} y` is written `x = x {operator} y`",
      es: "`x {found} y` se escribe `x = x {operator} y`", pt: "`x {found} y` se escreve `x = x {operator} y`"),
    meaning: Words(
      en: "Values never change in place; a `var` is bound to a new value.",
      es: "Los valores no cambian en su lugar; un `var` se liga a un valor nuevo.",
      pt: "Valores não mudam no lugar; um `var` é ligado a um valor novo."),
    mend: Words(en: "Write `x = x + 1`.", es: "Escribe `x = x + 1`.", pt: "Escreva `x = x + 1`."),
    example: "var x = 1\nx += 1")

  package static let increment = DiagnosticRow(
    "E0220",
    message: Words(
      en: "`x{found}` is written `x = x {operator} 1`",
      es: "`x{found}` se escribe `x = x {operator} 1`", pt: "`x{found}` se escreve `x = x {operator} 1`"),
    meaning: Words(
      en: "A `var` is bound to a new value with `=`.",
      es: "Un `var` se liga a un valor nuevo con `=`.", pt: "Um `var` é ligado a um valor novo com `=`."),
    mend: Words(en: "Write `x = x + 1`.", es: "Escribe `x = x + 1`.", pt: "Escreva `x = x + 1`."),
    example: "var x = 1\nx++")

  package static let arrowAssign = DiagnosticRow(
    "E0221",
    message: Words(en: "`{found}` is written `=`", es: "`{found}` se escribe `=`", pt: "`{found}` se escreve `=`"),
    meaning: Words(
      en: "A new name is given with `let x = 3`, a `var` is bound again with `x = 3`.",
      es: "Un nombre nuevo se da con `let x = 3`; un `var` se vuelve a ligar con `x = 3`.",
      pt: "Um nome novo se dá com `let x = 3`; um `var` é ligado de novo com `x = 3`."),
    mend: Words(en: "Write `let x = 3`.", es: "Escribe `let x = 3`.", pt: "Escreva `let x = 3`."),
    example: "let x := 3")

  package static let equalsCondition = DiagnosticRow(
    "E0222",
    message: Words(
      en: "to compare, write `==`",
      es: "para comparar se escribe `==`", pt: "para comparar, escreva `==`"),
    meaning: Words(
      en: "`=` gives a name its value; in a condition `==` asks whether two values are equal.",
      es: "`=` le da su valor a un nombre; en una condición `==` pregunta si dos valores son iguales.",
      pt: "`=` dá o valor a um nome; em uma condição `==` pergunta se dois valores são iguais."),
    mend: Words(
      en: "Write `if x == 3 \\{ print x }`.",
      es: "Escribe `if x == 3 \\{ print x }`.", pt: "Escreva `if x == 3 \\{ print x }`."),
    example: "let x = 3\nif x = 3 { print x }")

  package static let equalsArgument = DiagnosticRow(
    "E0223",
    message: Words(
      en: "an argument's label ends in a colon: `{name}: …`",
      es: "la etiqueta de un argumento lleva dos puntos: `{name}: …`",
      pt: "o rótulo de um argumento leva dois-pontos: `{name}: …`"),
    meaning: Words(
      en: "Python writes `sum(A, axis=0)`; Aula writes `sum(A, axis: 0)`.",
      es: "Python escribe `sum(A, axis=0)`; Aula escribe `sum(A, axis: 0)`.",
      pt: "Python escreve `sum(A, axis=0)`; Aula escreve `sum(A, axis: 0)`."),
    mend: Words(
      en: "Write `sum([1, 2], axis: 0)`.",
      es: "Escribe `sum([1, 2], axis: 0)`.", pt: "Escreva `sum([1, 2], axis: 0)`."),
    example: "sum([1, 2], axis=0)")

  package static let declarationWord = DiagnosticRow(
    "E0224",
    message: Words(
      en: "a name is given with `let` or `var`, without a type",
      es: "un nombre se da con `let` o `var`, sin tipo", pt: "um nome se dá com `let` ou `var`, sem tipo"),
    meaning: Words(
      en: "`let x = 3` names a value for good; `var x = 3` may be bound again. Types are not written.",
      es: "`let x = 3` nombra un valor para siempre; `var x = 3` se puede volver a ligar. Los tipos no se escriben.",
      pt: "`let x = 3` nomeia um valor para sempre; `var x = 3` pode ser ligado de novo. Tipos não se escrevem."),
    mend: Words(en: "Write `let x = 3`.", es: "Escribe `let x = 3`.", pt: "Escreva `let x = 3`."),
    example: "const x = 3")

  package static let globalWord = DiagnosticRow(
    "E0225",
    message: Words(
      en: "`{found}` is not needed: session names can be used anywhere",
      es: "`{found}` no hace falta: los nombres de la sesión se usan en cualquier lugar",
      pt: "`{found}` não é necessário: os nomes da sessão podem ser usados em qualquer lugar"),
    meaning: Words(
      en: "A function sees the session's names. It changes nothing there: it returns what is to be kept.",
      es: "Una función ve los nombres de la sesión. No los cambia: devuelve lo que se quiera guardar.",
      pt: "Uma função vê os nomes da sessão. Ela não os muda: devolve o que se quer guardar."),
    mend: Words(en: "Delete the line.", es: "Borra la línea.", pt: "Apague a linha."),
    example: "global total")

  package static let deleteWord = DiagnosticRow(
    "E0226",
    message: Words(
      en: "names need not be deleted",
      es: "no hace falta borrar nombres", pt: "não é preciso apagar nomes"),
    meaning: Words(
      en: "Memory is given back by itself when nothing needs it any more.",
      es: "La memoria se libera sola cuando ya nada la necesita.",
      pt: "A memória é liberada sozinha quando nada mais precisa dela."),
    mend: Words(en: "Delete the line.", es: "Borra la línea.", pt: "Apague a linha."),
    example: "del total")
}
