// What the reserved words do, for `for?` and its like: a row for each, with a program that shows it.
import Diagnostics

/// A word of the language.
package struct WordPage: Sendable {
  package let word: String
  /// How a statement with it is written.
  package let form: String
  package let summary: Words
  /// A program that shows it, in lines.
  package let example: [String]

  private init(_ word: String, _ form: String, en: String, es: String, pt: String, _ example: String...) {
    self.word = word
    self.form = form
    summary = Words(en: en, es: es, pt: pt)
    self.example = example
  }

  /// The page of a word.
  package static func named(_ word: String) -> WordPage? { all.first { $0.word == word } }

  /// The page on a screen, without the end of its last line.
  package func text(_ look: Look) -> String {
    let lines = [SourceColours.painted(form, look), ""] + ScreenText.wrapped(summary(look.language), look.columns)
    return (lines + [""] + example.map { "    " + SourceColours.painted($0, look) }).joined(separator: "\n")
  }

  package static let all: [WordPage] = [
    WordPage(
      "and", "a and b", en: "True when both are.", es: "Verdadero cuando ambos lo son.",
      pt: "Verdadeiro quando os dois são.",
      "1 < 2 and 2 < 3"),
    WordPage(
      "ascend", "ascend E over T with O", en: "Like `descend`, but E goes up.", es: "Como `descend`, pero E sube.",
      pt: "Como `descend`, mas E sobe.", "param w = 1.0", "ascend -(w - 3)^2 over w with sgd(0.1)", "w"),
    WordPage(
      "break", "break", en: "Ends the innermost loop.", es: "Termina el bucle más interno.",
      pt: "Termina o laço mais interno.", "for i in 0..10 { if i == 3 { break } }"),
    WordPage(
      "check", "check \"text\": claim on x in values",
      en:
        "Tells whether a claim holds. `check fails` passes when it is false; `f same as g` and `gradient f at x` are claims, too.",
      es:
        "Dice si una afirmación se cumple. `check fails` pasa cuando es falsa; `f same as g` y `gradient f at x` también son "
        + "afirmaciones.",
      pt:
        "Diz se uma afirmação vale. `check fails` passa quando é falsa; `f same as g` e `gradient f at x` também são afirmações.",
      "check \"a square is never negative\": x^2 >= 0 on x in Normal(0, 1)", "check fails 1 + 1 == 3",
      "check gradient sin at 1"),
    WordPage(
      "continue", "continue", en: "Goes on with the next round of the innermost loop.",
      es: "Pasa a la siguiente vuelta del bucle más interno.", pt: "Passa para a próxima volta do laço mais interno.",
      "for i in 0..4 { if i == 2 { continue }; print i }"),
    WordPage(
      "descend", "descend E over T with O",
      en:
        "One step of learning: the gradient of the number E moves the parameters T by the recipe O. Its value is E before "
        + "the step.",
      es:
        "Un paso de aprendizaje: el gradiente del número E mueve los parámetros T con la receta O. Su valor es E antes del "
        + "paso.",
      pt:
        "Um passo de aprendizado: o gradiente do número E move os parâmetros T com a receita O. Seu valor é E antes do "
        + "passo.", "param w = 1.0", "descend (w - 3)^2 over w with sgd(0.1)", "w"),
    WordPage(
      "derive", "derive \"text\" for all x in values { a = b by \"reason\" }",
      en: "Tries a derivation over many settings, line after line, and tells where it first goes wrong.",
      es: "Prueba una derivación con muchos casos, línea por línea, y dice dónde falla por primera vez.",
      pt: "Testa uma dedução com muitos casos, linha por linha, e diz onde ela falha pela primeira vez.",
      "derive for all x in Normal(0, 1) { (x + 1)^2 = x^2 + 2 * x + 1 by \"expand\" }"),
    WordPage(
      "else", "if c { a } else { b }", en: "What happens when no condition holds.",
      es: "Lo que pasa cuando no se cumple ninguna condición.", pt: "O que acontece quando nenhuma condição vale.",
      "if 1 > 2 { \"up\" } else { \"down\" }"),
    WordPage(
      "explain", "explain gradient loss at (W, b)",
      en: "Tells back-propagation operation by operation, with values and shapes.",
      es: "Cuenta la retropropagación operación por operación, con valores y formas.",
      pt: "Conta a retropropagação operação por operação, com valores e formas.",
      "explain gradient (x -> sin(x)^2) at 1"),
    WordPage("false", "false", en: "The truth value.", es: "El valor de verdad.", pt: "O valor lógico.", "not false"),
    WordPage(
      "fn", "fn name(x, y = 1) = …", en: "Makes a function. A block's value is its last expression.",
      es: "Crea una función. El valor de un bloque es su última expresión.",
      pt: "Cria uma função. O valor de um bloco é sua última expressão.", "fn double(x) = 2 * x", "double(4)"),
    WordPage(
      "for", "for x in xs { … }", en: "Does the block for each element.", es: "Ejecuta el bloque con cada elemento.",
      pt: "Executa o bloco com cada elemento.", "for i in 0..3 { print i }", "[i^2 for i in 0..5]"),
    WordPage(
      "if", "if c { … } else { … }", en: "Chooses; as an expression it has a value.",
      es: "Elige; como expresión tiene un valor.", pt: "Escolhe; como expressão tem um valor.",
      "if 2 > 1 { \"up\" } else { \"down\" }"),
    WordPage(
      "in", "for x in xs", en: "Stands before what a loop goes through.", es: "Va antes de lo que recorre un bucle.",
      pt: "Vem antes do que um laço percorre.", "for i in 0..3 { print i }"),
    WordPage(
      "let", "let name = value", en: "Gives a value a name for good.", es: "Da un nombre a un valor, para siempre.",
      pt: "Dá um nome a um valor, para sempre.", "let x = [1, 2, 3]", "let (a, b) = (1, 2)"),
    WordPage(
      "mod", "a mod b", en: "The remainder; it has the sign of b.", es: "El resto; tiene el signo de b.",
      pt: "O resto; tem o sinal de b.", "7 mod 3"),
    WordPage(
      "model", "model Name(sizes) { param …; fn (x) = … }", en: "Declares something that learns and can be called.",
      es: "Declara algo que aprende y se puede llamar.", pt: "Declara algo que aprende e pode ser chamado.",
      "model Line() {", "    param w = 0.0", "    fn (x) = w * x", "}", "let line = Line()"),
    WordPage(
      "not", "not a", en: "True when a is not.", es: "Verdadero cuando a no lo es.", pt: "Verdadeiro quando a não é.",
      "not (1 > 2)"),
    WordPage(
      "or", "a or b", en: "True when at least one is.", es: "Verdadero cuando al menos uno lo es.",
      pt: "Verdadeiro quando pelo menos um é.", "1 > 2 or 2 > 1"),
    WordPage(
      "param", "param name = value", en: "Makes a parameter: what learning moves.",
      es: "Crea un parámetro: lo que el aprendizaje mueve.", pt: "Cria um parâmetro: o que o aprendizado move.",
      "param w = normal(3)"),
    WordPage(
      "plot", "plot what", en: "Shows a curve of numbers, of a recorded series, or of a function.",
      es: "Muestra la curva de unos números, de una serie registrada o de una función.",
      pt: "Mostra a curva de números, de uma série registrada ou de uma função.", "plot [1, 4, 9, 16]"),
    WordPage(
      "predict", "predict \"question\" answer value",
      en: "Asks before the cell runs, and compares the answer with the value.",
      es: "Pregunta antes de que se ejecute la celda y compara la respuesta con el valor.",
      pt: "Pergunta antes de a célula rodar e compara a resposta com o valor.",
      "predict \"the mean of 1, 2, 6?\" answer mean([1, 2, 6])"),
    WordPage(
      "print", "print a, b", en: "Writes values in a line.", es: "Escribe valores en una línea.",
      pt: "Escreve valores em uma linha.", "print \"x is\", 3"),
    WordPage(
      "record", "record name = value", en: "Gathers a value of every round under a name.",
      es: "Reúne un valor de cada vuelta bajo un nombre.", pt: "Reúne um valor de cada volta sob um nome.",
      "for i in 0..3 { record squares = i^2 }", "squares"),
    WordPage(
      "repeat", "repeat n { … }", en: "Does the block n times.", es: "Ejecuta el bloque n veces.",
      pt: "Executa o bloco n vezes.", "repeat 2 { print \"again\" }"),
    WordPage(
      "return", "return value", en: "Ends the function with a value.", es: "Termina la función con un valor.",
      pt: "Termina a função com um valor.", "fn sign(x) { if x < 0 { return -1 }; 1 }", "sign(-3)"),
    WordPage(
      "state", "state name = value", en: "What a model keeps without learning it; `update` changes it.",
      es: "Lo que un modelo guarda sin aprenderlo; lo cambia `update`.",
      pt: "O que um modelo guarda sem aprender; `update` o muda.",
      "model Counter() {", "    state seen = 0.0", "    fn (x) = x + seen", "}", "let counter = Counter()",
      "update counter.seen by s -> s + 1"),
    WordPage(
      "together", "together { descend …; ascend … }", en: "Takes all gradients before any step: simultaneous play.",
      es: "Calcula todos los gradientes antes de dar ningún paso: juego simultáneo.",
      pt: "Calcula todos os gradientes antes de qualquer passo: jogo simultâneo.", "param a = 1.0", "param b = 1.0",
      "together {", "    descend a * b over a with sgd(0.1)", "    ascend a * b over b with sgd(0.1)", "}"),
    WordPage("true", "true", en: "The truth value.", es: "El valor de verdad.", pt: "O valor lógico.", "not true"),
    WordPage(
      "update", "update target by f", en: "Assigns f of the present value to a parameter, a state or a model.",
      es: "Asigna f del valor actual a un parámetro, un estado o un modelo.",
      pt: "Atribui f do valor atual a um parâmetro, um estado ou um modelo.", "param w = 5.0",
      "update w by v -> clip(v, -1, 1)", "w"),
    WordPage(
      "use", "use \"file.aula\"", en: "Runs a file as if it stood here, once.",
      es: "Ejecuta un archivo como si estuviera aquí, una sola vez.",
      pt: "Executa um arquivo como se estivesse aqui, uma só vez.",
      "# use \"functions.aula\""),
    WordPage(
      "var", "var name = value", en: "A name that can be given another value later.",
      es: "Un nombre al que luego se le puede dar otro valor.", pt: "Um nome que depois pode receber outro valor.",
      "var total = 0", "total = total + 1"),
    WordPage(
      "while", "while c { … }", en: "Does the block as long as the condition holds.",
      es: "Ejecuta el bloque mientras se cumple la condición.", pt: "Executa o bloco enquanto a condição vale.",
      "var n = 1", "while n < 100 { n = 2 * n }", "n"),
  ]
}
