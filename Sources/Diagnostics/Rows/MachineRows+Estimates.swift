// Rows: estimates where something exact is needed, and comparisons that their errors leave open.

extension DiagnosticCatalogue {
  /// What can go wrong with means of draws and their errors.
  package static let estimateRows: [DiagnosticRow] = [
    .tooFewSamples, .estimateForNumber, .undecidedTruth, .equalityOfEstimates, .estimateThroughJump, .drawsDiffer,
  ]
}

extension DiagnosticRow {
  package static let tooFewSamples = DiagnosticRow(
    "E0650",
    message: Words(
      en: "samples of shape {shape} are too few for an estimate",
      es: "unas muestras de forma {shape} son muy pocas para una estimación",
      pt: "amostras de forma {shape} são poucas demais para uma estimativa"),
    help: Words(
      en: "The first axis counts the samples, and there must be at least two.",
      es: "El primer eje cuenta las muestras, y tiene que haber al menos dos.",
      pt: "O primeiro eixo conta as amostras, e é preciso haver pelo menos duas."),
    meaning: Words(
      en:
        "The error of a mean is read off from how far the samples lie from one another. A single sample says nothing "
        + "about that, and a single number is not even a list of samples.",
      es:
        "El error de una media se deduce de lo dispersas que están las muestras. Una sola muestra no dice nada de eso, "
        + "y un número suelto ni siquiera es una lista de muestras.",
      pt:
        "O erro de uma média se deduz de quanto as amostras se espalham. Uma única amostra não diz nada sobre isso, e "
        + "um número sozinho nem é uma lista de amostras."),
    mend: Words(
      en: "Draw more: `estimate(normal(1000))`.", es: "Saca más muestras: `estimate(normal(1000))`.",
      pt: "Tire mais amostras: `estimate(normal(1000))`."),
    example: "estimate(normal(1))")

  package static let estimateForNumber = DiagnosticRow(
    "E0651",
    message: Words(
      en: "a plain number or tensor is needed here, and this is an estimate with an error",
      es: "aquí hace falta un número o un tensor sin más, y esto es una estimación con su error",
      pt: "aqui é preciso um número ou um tensor puro, e isto é uma estimativa com o seu erro"),
    help: Words(
      en: "`.value` gives the mean without its error.", es: "`.value` da la media sin su error.",
      pt: "`.value` dá a média sem o erro."),
    meaning: Words(
      en:
        "What Monte Carlo gives is uncertain, and Aula carries the error along wherever it can. A size, an index or the "
        + "end of a range has no room for it, so that leaving the error out has to be said.",
      es:
        "Lo que da Monte Carlo es incierto, y Aula propaga el error siempre que puede. En un tamaño, un índice o el "
        + "extremo de un rango no cabe, así que hay que decir que se deja fuera.",
      pt:
        "O que o Monte Carlo dá é incerto, e a Aula propaga o erro sempre que pode. Num tamanho, num índice ou no "
        + "extremo de um intervalo ele não cabe; por isso é preciso dizer que ele fica de fora."),
    mend: Words(
      en: "Write `0..m.value`.", es: "Escribe `0..m.value`.", pt: "Escreva `0..m.value`."),
    example: "let m = estimate([2, 4])\nfor i in 0..m { i }")

  package static let undecidedTruth = DiagnosticRow(
    "E0652",
    message: Words(
      en: "this comparison is undecided: {reason}", es: "esta comparación queda sin decidir: {reason}",
      pt: "esta comparação fica sem decisão: {reason}"),
    meaning: Words(
      en:
        "A comparison of estimates is decided by a bar of four standard errors. Where the bar is too wide to tell, the answer "
        + "is neither true nor false, and a program must not go on as if it were one of them. The error shrinks with "
        + "the square root of the number of samples.",
      es:
        "Una comparación de estimaciones se decide con una barra de cuatro errores estándar. Si la barra es demasiado "
        + "ancha para saberlo, la respuesta no es ni verdadera ni falsa, y un programa no debe seguir como si fuera una "
        + "de las dos. El error disminuye con la raíz cuadrada del número de muestras.",
      pt:
        "Uma comparação de estimativas se decide com uma barra de quatro erros padrão. Se a barra é larga demais para "
        + "saber, a resposta não é nem verdadeira nem falsa, e um programa não deve seguir como se fosse uma das duas. O "
        + "erro diminui com a raiz quadrada do número de amostras."),
    mend: Words(
      en: "Take more samples, or allow more: `m ≈ 2.5 within 10`.",
      es: "Toma más muestras, o permite más: `m ≈ 2.5 within 10`.",
      pt: "Tome mais amostras, ou permita mais: `m ≈ 2.5 within 10`."),
    example: "let m = estimate([1, 2, 3, 4])\nif m ≈ 2.5 within 0.1 { \"close\" }")

  package static let equalityOfEstimates = DiagnosticRow(
    "E0653",
    message: Words(
      en: "`{op}` asks for exact equality, which an estimate cannot have",
      es: "`{op}` pregunta por la igualdad exacta, que una estimación no puede tener",
      pt: "`{op}` pergunta pela igualdade exata, que uma estimativa não pode ter"),
    help: Words(
      en: "`m ≈ x` asks whether they agree within the error, `m ≈ x within d` whether they differ by at most d.",
      es: "`m ≈ x` pregunta si coinciden dentro del error, `m ≈ x within d` si difieren como mucho en d.",
      pt: "`m ≈ x` pergunta se coincidem dentro do erro, `m ≈ x within d` se diferem no máximo em d."),
    meaning: Words(
      en:
        "Two estimates of the same thing from different draws are never exactly equal, so `==` would answer a question "
        + "that nobody has.",
      es:
        "Dos estimaciones de lo mismo con muestras distintas nunca son exactamente iguales, así que `==` respondería a "
        + "una pregunta que nadie se hace.",
      pt:
        "Duas estimativas da mesma coisa com amostras diferentes nunca são exatamente iguais; `==` responderia a uma "
        + "pergunta que ninguém faz."),
    mend: Words(en: "Write `m ≈ 2.5`.", es: "Escribe `m ≈ 2.5`.", pt: "Escreva `m ≈ 2.5`."),
    example: "let m = estimate([1, 2, 3, 4])\nm == 2.5")

  package static let estimateThroughJump = DiagnosticRow(
    "E0654",
    message: Words(
      en: "`{op}` cannot carry the error of an estimate along",
      es: "`{op}` no puede propagar el error de una estimación",
      pt: "`{op}` não consegue propagar o erro de uma estimativa"),
    help: Words(
      en: "`.value` gives the mean without its error.", es: "`.value` da la media sin su error.",
      pt: "`.value` dá a média sem o erro."),
    meaning: Words(
      en:
        "An operator passes an error on by its derivative: it says how far the result moves when the mean moves a little. "
        + "A function that only jumps has the derivative 0, and would call an uncertain result certain.",
      es:
        "Un operador transmite el error mediante su derivada: dice cuánto se mueve el resultado si la media se mueve un "
        + "poco. Una función que solo da saltos tiene derivada 0, y daría por seguro un resultado incierto.",
      pt:
        "Um operador transmite o erro pela sua derivada: ela diz quanto o resultado se move se a média se move um pouco. "
        + "Uma função que só dá saltos tem derivada 0, e daria por certo um resultado incerto."),
    mend: Words(
      en: "Round the mean: `round(m.value)`.", es: "Redondea la media: `round(m.value)`.",
      pt: "Arredonde a média: `round(m.value)`."),
    example: "let m = estimate([1, 2, 3, 4])\nround(m)")

  package static let drawsDiffer = DiagnosticRow(
    "E0655",
    message: Words(
      en: "{first} samples cannot be paired with {other}", es: "{first} muestras no se pueden emparejar con {other}",
      pt: "{first} amostras não podem ser emparelhadas com {other}"),
    help: Words(
      en: "Samples are put together one by one, so there must be as many of each.",
      es: "Las muestras se juntan una a una, así que tiene que haber las mismas de cada.",
      pt: "As amostras se juntam uma a uma; por isso é preciso haver o mesmo número de cada."),
    meaning: Words(
      en:
        "One call of `estimate` takes samples that were drawn together: the first of one belongs to the first of the "
        + "other. The same goes for `.samples` of a sum of estimates.",
      es:
        "Una llamada a `estimate` toma muestras sacadas juntas: la primera de una va con la primera de la otra. Lo mismo "
        + "vale para `.samples` de una suma de estimaciones.",
      pt:
        "Uma chamada de `estimate` recebe amostras tiradas juntas: a primeira de uma vai com a primeira da outra. O "
        + "mesmo vale para `.samples` de uma soma de estimativas."),
    mend: Words(
      en: "Give each its own call: `(estimate([1, 2, 3]), estimate([1, 2]))`.",
      es: "Haz una llamada para cada una: `(estimate([1, 2, 3]), estimate([1, 2]))`.",
      pt: "Faça uma chamada para cada uma: `(estimate([1, 2, 3]), estimate([1, 2]))`."),
    example: "estimate(([1, 2, 3], [1, 2]))")
}
