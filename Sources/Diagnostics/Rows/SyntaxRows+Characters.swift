// Characters, numbers and texts that cannot be read.

extension DiagnosticRow {
  package static let unknownCharacter = DiagnosticRow(
    "E0101",
    message: Words(
      en: "`{character}` is not a character of Aula", es: "`{character}` no es un carácter de Aula",
      pt: "`{character}` não é um caractere de Aula"),
    help: Words(
      en: "If it belongs to a sentence, put the sentence in quotes, or after `#`.",
      es: "Si es parte de una frase, pon la frase entre comillas o después de `#`.",
      pt: "Se faz parte de uma frase, coloque a frase entre aspas ou depois de `#`."),
    meaning: Words(
      en: "Programs are made of names, numbers, texts in quotes and a few signs. This character is none of them.",
      es:
        "Un programa se compone de nombres, números, textos entre comillas y unos pocos signos. Este carácter no es "
        + "nada de eso.",
      pt: "Um programa é feito de nomes, números, textos entre aspas e alguns sinais. Este caractere não é nada "
        + "disso."),
    mend: Words(
      en: "Delete it, or write what it stands for: `price = 3`.",
      es: "Bórralo o escribe lo que representa: `price = 3`.",
      pt: "Apague-o ou escreva o que ele representa: `price = 3`."),
    example: "let price = $3")

  package static let invisibleCharacter = DiagnosticRow(
    "E0102",
    message: Words(
      en: "an invisible character ({character}) hides here", es: "aquí se esconde un carácter invisible ({character})",
      pt: "há um caractere invisível ({character}) escondido aqui"),
    help: Words(
      en: "It often comes along when text is copied from a page. Delete it.",
      es: "Suele colarse al copiar texto de una página. Bórralo.",
      pt: "Costuma vir junto quando se copia texto de uma página. Apague-o."),
    meaning: Words(
      en:
        "Some characters take no room on the screen, yet they are in the text, and two names that look the same would "
        + "differ.",
      es:
        "Hay caracteres que no ocupan lugar en la pantalla pero están en el texto: dos nombres que se ven iguales "
        + "serían distintos.",
      pt:
        "Alguns caracteres não ocupam lugar na tela, mas estão no texto: dois nomes que parecem iguais seriam "
        + "diferentes."
    ),
    mend: Words(
      en: "Delete the character, or type the line again.", es: "Borra el carácter o vuelve a escribir la línea.",
      pt: "Apague o caractere ou digite a linha de novo."),
    example: "let x = \u{200B}3")

  package static let lookalike = DiagnosticRow(
    "E0103",
    message: Words(
      en: "Aula writes `{wanted}` instead of `{found}`", es: "en Aula se escribe `{wanted}` en lugar de `{found}`",
      pt: "em Aula se escreve `{wanted}` no lugar de `{found}`"),
    meaning: Words(
      en: "The character looks like a sign of Aula, or means the same on paper, but it is another one.",
      es: "El carácter se parece a un signo de Aula, o significa lo mismo en el papel, pero es otro.",
      pt: "O caractere parece um sinal de Aula, ou significa o mesmo no papel, mas é outro."),
    mend: Words(en: "Write `6 / 3`.", es: "Escribe `6 / 3`.", pt: "Escreva `6 / 3`."),
    example: "6 ÷ 3")

  package static let numberTooLarge = DiagnosticRow(
    "E0104",
    message: Words(
      en: "this number is too large for a float64", es: "este número es demasiado grande para un float64",
      pt: "este número é grande demais para um float64"),
    help: Words(
      en: "The largest one is about 1.8e308. Infinity is written `∞` or `inf`.",
      es: "El mayor es cerca de 1.8e308. El infinito se escribe `∞` o `inf`.",
      pt: "O maior é cerca de 1.8e308. O infinito se escreve `∞` ou `inf`."),
    meaning: Words(
      en: "Numbers are kept with 64 bits. What lies beyond 1.8e308 would silently become infinity, so it is refused.",
      es:
        "Los números se guardan con 64 bits. Lo que pasa de 1.8e308 se volvería infinito sin avisar, por eso se "
        + "rechaza.",
      pt:
        "Os números são guardados com 64 bits. O que passa de 1.8e308 viraria infinito sem aviso, por isso é "
        + "recusado."),
    mend: Words(
      en: "Check the exponent, or write `inf` if infinity is meant.",
      es: "Revisa el exponente, o escribe `inf` si quieres decir infinito.",
      pt: "Confira o expoente, ou escreva `inf` se quer dizer infinito."),
    example: "let big = 1e999")

  package static let numberEndsInPoint = DiagnosticRow(
    "E0105",
    message: Words(
      en: "a number cannot end in a point", es: "un número no puede terminar en punto",
      pt: "um número não pode terminar em ponto"),
    help: Words(
      en: "Write `{number}` or `{number}.0`: they are the same number.",
      es: "Escribe `{number}` o `{number}.0`: son el mismo número.",
      pt: "Escreva `{number}` ou `{number}.0`: são o mesmo número."),
    meaning: Words(
      en:
        "There is one kind of number, so `1` and `1.0` are equal. A point must have digits after it, so that `1..3` "
        + "can be a range.",
      es:
        "Hay una sola clase de número, así que `1` y `1.0` son iguales. Tras el punto van cifras, para que `1..3` sea "
        + "un rango.",
      pt:
        "Só existe um tipo de número, então `1` e `1.0` são iguais. Depois do ponto vêm dígitos, para que `1..3` seja "
        + "um intervalo."
    ),
    mend: Words(en: "Write `1` or `1.0`.", es: "Escribe `1` o `1.0`.", pt: "Escreva `1` ou `1.0`."),
    example: "let a = 1.")

  package static let unfinishedText = DiagnosticRow(
    "E0106",
    message: Words(
      en: "this text has no closing quote on its line", es: "a este texto le faltan las comillas de cierre en su línea",
      pt: "falta a aspa de fechamento deste texto na sua linha"),
    help: Words(
      en: "End it with `\"`. A line break inside a text is `\\n`, a quote `\\\"`.",
      es: "Termínalo con `\"`. Un salto de línea dentro del texto es `\\n`; unas comillas, `\\\"`.",
      pt: "Termine com `\"`. Uma quebra de linha dentro do texto é `\\n`; uma aspa, `\\\"`."),
    meaning: Words(
      en: "A text begins and ends with `\"` on the same line.",
      es: "Un texto empieza y termina con `\"` en la misma línea.",
      pt: "Um texto começa e termina com `\"` na mesma linha."),
    mend: Words(
      en: "Write `print \"hello\"`.", es: "Escribe `print \"hello\"`.", pt: "Escreva `print \"hello\"`."),
    example: "print \"hello")

  package static let unknownEscape = DiagnosticRow(
    "E0107",
    message: Words(
      en: "`{escape}` means nothing in a text", es: "`{escape}` no significa nada en un texto",
      pt: "`{escape}` não significa nada em um texto"),
    help: Words(
      en: "There are `\\n`, `\\t`, `\\\"`, `\\\\`, `\\{` and `\\}`. A backslash itself is `\\\\`.",
      es: "Existen `\\n`, `\\t`, `\\\"`, `\\\\`, `\\{` y `\\}`. La barra misma es `\\\\`.",
      pt: "Existem `\\n`, `\\t`, `\\\"`, `\\\\`, `\\{` e `\\}`. A própria barra é `\\\\`."),
    meaning: Words(
      en: "In a text a backslash gives the next character another meaning, and only a few have one.",
      es: "En un texto la barra invertida le da otro sentido al carácter que sigue, y solo unos pocos lo tienen.",
      pt: "Em um texto a barra invertida dá outro sentido ao caractere seguinte, e só alguns têm um."),
    mend: Words(
      en: "Write the backslash twice: `\"\\\\alpha\"`.", es: "Escribe la barra dos veces: `\"\\\\alpha\"`.",
      pt: "Escreva a barra duas vezes: `\"\\\\alpha\"`."),
    example: "print \"\\alpha\"")

  package static let unfinishedValue = DiagnosticRow(
    "E0108",
    message: Words(
      en: "a `\\{` in this text has no `}`", es: "a un `\\{` de este texto le falta su `}`",
      pt: "falta o `}` de um `\\{` deste texto"),
    help: Words(
      en: "A text shows a value as `\"x is \\{x}\"`. A plain brace is written `\\\\{`.",
      es: "Un texto muestra un valor así: `\"x es \\{x}\"`. Una llave suelta se escribe `\\\\{`.",
      pt: "Um texto mostra um valor assim: `\"x é \\{x}\"`. Uma chave comum se escreve `\\\\{`."),
    meaning: Words(
      en: "Between braces a text shows one value, perhaps with a format after a colon: `\"\\{x:.2f}\"`.",
      es: "Entre llaves un texto muestra un valor, quizá con un formato después de dos puntos: `\"\\{x:.2f}\"`.",
      pt: "Entre chaves um texto mostra um valor, talvez com um formato depois de dois-pontos: `\"\\{x:.2f}\"`."),
    mend: Words(
      en: "Close the brace: `print \"x is \\{x}\"`.", es: "Cierra la llave: `print \"x is \\{x}\"`.",
      pt: "Feche a chave: `print \"x is \\{x}\"`."),
    example: "let x = 1\nprint \"x is {x\"")

  package static let emptyValue = DiagnosticRow(
    "E0109",
    message: Words(
      en: "there is nothing to show between these braces", es: "no hay nada que mostrar entre estas llaves",
      pt: "não há nada para mostrar entre estas chaves"),
    help: Words(
      en: "Put the value there: `\"\\{x}\"`. Plain braces are written `\\\\{\\\\}`.",
      es: "Pon ahí el valor: `\"\\{x}\"`. Las llaves sueltas se escriben `\\\\{\\\\}`.",
      pt: "Coloque ali o valor: `\"\\{x}\"`. Chaves comuns se escrevem `\\\\{\\\\}`."),
    meaning: Words(
      en: "A text shows what stands between its braces; nothing is filled in later.",
      es: "Un texto muestra lo que hay entre sus llaves; nada se rellena después.",
      pt: "Um texto mostra o que está entre as chaves; nada é preenchido depois."),
    mend: Words(
      en: "Write `print \"loss: \\{loss}\"`.", es: "Escribe `print \"loss: \\{loss}\"`.",
      pt: "Escreva `print \"loss: \\{loss}\"`."),
    example: "print \"loss: {}\"")

  package static let unknownFormat = DiagnosticRow(
    "E0110",
    message: Words(
      en: "`{format}` is not a way to write a value", es: "`{format}` no es una forma de escribir un valor",
      pt: "`{format}` não é um jeito de escrever um valor"),
    help: Words(
      en: "Formats look like `.3f`, `8.2e`, `+.1f`, `05d`, `.1%`, `>10`.",
      es: "Los formatos son como `.3f`, `8.2e`, `+.1f`, `05d`, `.1%`, `>10`.",
      pt: "Os formatos são como `.3f`, `8.2e`, `+.1f`, `05d`, `.1%`, `>10`."),
    meaning: Words(
      en:
        "After the colon stand, each if wanted: `<`, `>` or `^` for the side, `+`, `0`, the width, a point and the "
        + "digits, and one of `f e g d %`.",
      es:
        "Tras los dos puntos van, si hacen falta: `<`, `>` o `^` para el lado, `+`, `0`, el ancho, un punto y las "
        + "cifras, y uno de `f e g d %`.",
      pt:
        "Depois dos dois-pontos vêm, se quiser: `<`, `>` ou `^` para o lado, `+`, `0`, a largura, um ponto e os "
        + "dígitos, e um de `f e g d %`."
    ),
    mend: Words(
      en: "Write `\"\\{2:.3f}\"` for three digits after the point.", es: "Escribe `\"\\{2:.3f}\"` para tres decimales.",
      pt: "Escreva `\"\\{2:.3f}\"` para três casas decimais."),
    example: "print \"{2:three}\"")
}
