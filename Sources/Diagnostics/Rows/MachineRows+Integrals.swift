// What integrals refuse: E0580 to E0587.

extension DiagnosticCatalogue {
  /// Integrals.
  static let integralRows: [DiagnosticRow] = [
    .integralNotConverged, .integrandNotFinite, .expectationNotFinite, .integrandNotNumbers, .integralLimits,
    .integralDimensions, .integralLimitNaN, .integralInexact,
  ]
}

extension DiagnosticRow {
  package static let integralNotConverged = DiagnosticRow(
    "E0580",
    message: Words(
      en:
        "this integral does not converge: after many points its relative error is still {error}",
      es:
        "esta integral no converge: después de muchos puntos su error relativo sigue siendo {error}",
      pt:
        "esta integral não converge: depois de muitos pontos o erro relativo ainda é {error}"),
    meaning: Words(
      en:
        "The range was cut into smaller and smaller panels, and the sum did not settle. Either the integral "
        + "is infinite, or the function jumps or oscillates in too many places.",
      es:
        "El intervalo se cortó en trozos cada vez más pequeños y la suma no se estabilizó. O la integral es "
        + "infinita, o la función salta u oscila en demasiados lugares.",
      pt:
        "O intervalo foi cortado em pedaços cada vez menores e a soma não se estabilizou. Ou a integral é "
        + "infinita, ou a função salta ou oscila em lugares demais."),
    mend: Words(
      en:
        "1/√x has a finite integral: `integrate(x -> 1 / √x, 0, 1)`.",
      es:
        "1/√x tiene una integral finita: `integrate(x -> 1 / √x, 0, 1)`.",
      pt:
        "1/√x tem uma integral finita: `integrate(x -> 1 / √x, 0, 1)`."),
    example: "integrate(x -> 1 / x, 0, 1)")

  package static let integrandNotFinite = DiagnosticRow(
    "E0581",
    message: Words(
      en:
        "the function under this integral is not finite near {place}",
      es:
        "la función bajo esta integral no es finita cerca de {place}",
      pt:
        "a função sob esta integral não é finita perto de {place}"),
    meaning: Words(
      en:
        "An infinite value in single points does no harm. Here the function gives infinity or NaN over a "
        + "whole stretch.",
      es:
        "Un valor infinito en puntos sueltos no molesta. Aquí la función da infinito o NaN en todo un tramo.",
      pt:
        "Um valor infinito em pontos isolados não atrapalha. Aqui a função dá infinito ou NaN num trecho "
        + "inteiro."),
    mend: Words(
      en:
        "Stay where the function is defined: `integrate(x -> log(x), 0, 1)`.",
      es:
        "Quédate donde la función está definida: `integrate(x -> log(x), 0, 1)`.",
      pt:
        "Fique onde a função está definida: `integrate(x -> log(x), 0, 1)`."),
    example: "integrate(x -> log(x), -1, 1)")

  package static let expectationNotFinite = DiagnosticRow(
    "E0587",
    message: Words(
      en:
        "the function under this expectation is not finite for many draws",
      es:
        "la función bajo esta esperanza no es finita para muchos sorteos",
      pt:
        "a função sob esta esperança não é finita para muitos sorteios"),
    meaning: Words(
      en:
        "Every draw counts in the mean, so the function needs a finite value wherever draws can fall. The "
        + "normal distribution reaches the whole line.",
      es:
        "Cada sorteo cuenta en la media, así que la función necesita un valor finito dondequiera que caigan "
        + "los sorteos. La distribución normal llega a toda la recta.",
      pt:
        "Cada sorteio conta na média, então a função precisa de um valor finito onde quer que os sorteios "
        + "caiam. A distribuição normal alcança a reta inteira."),
    mend: Words(
      en:
        "Take a distribution whose draws fit the function: `expect(Gamma(2, 1), z -> log(z))`.",
      es:
        "Toma una distribución cuyos sorteos encajen con la función: `expect(Gamma(2, 1), z -> log(z))`.",
      pt:
        "Use uma distribuição cujos sorteios combinem com a função: `expect(Gamma(2, 1), z -> log(z))`."),
    example: "expect(Normal(0, 1), z -> log(z))")

  package static let integrandNotNumbers = DiagnosticRow(
    "E0582",
    message: Words(
      en:
        "the function under an integral must give numbers, and this one gives {kind}",
      es:
        "la función bajo una integral debe dar números, y esta da {kind}",
      pt:
        "a função sob uma integral precisa dar números, e esta dá {kind}"),
    help: Words(
      en:
        "`[x, x^2]` integrates several functions at once.",
      es:
        "`[x, x^2]` integra varias funciones a la vez.",
      pt:
        "`[x, x^2]` integra várias funções de uma vez."),
    meaning: Words(
      en:
        "The values of the function are weighed and added up, so they must be numbers or tensors.",
      es:
        "Los valores de la función se ponderan y se suman, así que deben ser números o tensores.",
      pt:
        "Os valores da função são ponderados e somados, então precisam ser números ou tensores."),
    mend: Words(
      en:
        "Give a number: `integrate(x -> x^2, 0, 1)`.",
      es:
        "Da un número: `integrate(x -> x^2, 0, 1)`.",
      pt:
        "Dê um número: `integrate(x -> x^2, 0, 1)`."),
    example: "integrate(x -> (x, x^2), 0, 1)")

  package static let integralLimits = DiagnosticRow(
    "E0583",
    message: Words(
      en:
        "limits are two numbers, or a pair such as `(0, 1)` for each variable; this is {kind}",
      es:
        "los límites son dos números, o un par como `(0, 1)` por cada variable; esto es {kind}",
      pt:
        "os limites são dois números, ou um par como `(0, 1)` para cada variável; isto é {kind}"),
    meaning: Words(
      en:
        "`integrate(f, a, b)` integrates a function of one number. A function of two or three numbers gets a "
        + "pair of limits for each.",
      es:
        "`integrate(f, a, b)` integra una función de un número. Una función de dos o tres números recibe un "
        + "par de límites por cada uno.",
      pt:
        "`integrate(f, a, b)` integra uma função de um número. Uma função de dois ou três números recebe um "
        + "par de limites para cada um."),
    mend: Words(
      en:
        "A pair for each variable: `integrate((x, y) -> x * y, (0, 1), (0, 2))`.",
      es:
        "Un par por cada variable: `integrate((x, y) -> x * y, (0, 1), (0, 2))`.",
      pt:
        "Um par para cada variável: `integrate((x, y) -> x * y, (0, 1), (0, 2))`."),
    example: "integrate((x, y) -> x * y, 0, 1, 0, 2)")

  package static let integralDimensions = DiagnosticRow(
    "E0584",
    message: Words(
      en:
        "`integrate` takes limits for one, two or three variables, and here are {count}",
      es:
        "`integrate` toma límites para una, dos o tres variables, y aquí hay {count}",
      pt:
        "`integrate` recebe limites para uma, duas ou três variáveis, e aqui há {count}"),
    meaning: Words(
      en:
        "The number of points grows with each variable as a power. Beyond three, the mean over random points "
        + "is the better way.",
      es:
        "El número de puntos crece con cada variable como una potencia. Con más de tres, conviene la media "
        + "sobre puntos al azar.",
      pt:
        "O número de pontos cresce com cada variável como uma potência. Com mais de três, é melhor a média "
        + "sobre pontos aleatórios."),
    mend: Words(
      en:
        "In four dimensions take the mean over draws: `expect(Uniform(0, 1, shape: [4]), x -> sum(x))`.",
      es:
        "En cuatro dimensiones toma la media sobre sorteos: `expect(Uniform(0, 1, shape: [4]), x -> sum(x))`.",
      pt:
        "Em quatro dimensões tome a média sobre sorteios: `expect(Uniform(0, 1, shape: [4]), x -> sum(x))`."),
    example: "integrate((a, b, c, d) -> a + b + c + d, (0, 1), (0, 1), (0, 1), (0, 1))")

  package static let integralLimitNaN = DiagnosticRow(
    "E0585",
    message: Words(
      en:
        "a limit of this integral is not a number (NaN)",
      es:
        "un límite de esta integral no es un número (NaN)",
      pt:
        "um limite desta integral não é um número (NaN)"),
    meaning: Words(
      en:
        "Limits are numbers, or ±∞. NaN is what 0/0 or log(-1) gives.",
      es:
        "Los límites son números, o ±∞. NaN es lo que da 0/0 o log(-1).",
      pt:
        "Os limites são números, ou ±∞. NaN é o que 0/0 ou log(-1) dá."),
    mend: Words(
      en:
        "Look where it comes from: `integrate(x -> x, 0, log(2))`.",
      es:
        "Mira de dónde viene: `integrate(x -> x, 0, log(2))`.",
      pt:
        "Veja de onde ele vem: `integrate(x -> x, 0, log(2))`."),
    example: "integrate(x -> x, 0, log(-2))")

  package static let integralInexact = DiagnosticRow(
    "E0586", severity: .warning,
    message: Words(
      en:
        "this integral is known only to a relative error of {error}",
      es:
        "esta integral se conoce solo con un error relativo de {error}",
      pt:
        "esta integral é conhecida apenas com um erro relativo de {error}"),
    meaning: Words(
      en:
        "The panels around a very sharp peak cannot become any smaller, because numbers themselves have only "
        + "sixteen digits.",
      es:
        "Los trozos alrededor de un pico muy agudo no pueden hacerse más pequeños, porque los propios "
        + "números tienen solo dieciséis cifras.",
      pt:
        "Os pedaços ao redor de um pico muito agudo não podem ficar menores, porque os próprios números têm "
        + "só dezesseis algarismos."),
    mend: Words(
      en:
        "Move the sharp place to 0, where numbers are finest: `integrate(x -> abs(x)^-0.6, -1, 1)`.",
      es:
        "Lleva el punto agudo al 0, donde los números son más finos: `integrate(x -> abs(x)^-0.6, -1, 1)`.",
      pt:
        "Leve o ponto agudo ao 0, onde os números são mais finos: `integrate(x -> abs(x)^-0.6, -1, 1)`."),
    example: "integrate(x -> abs(x - 0.3)^-0.6, 0, 1)")
}
