// What distributions and derivatives through draws refuse: E0630 to E0635. And the list of all rows about chance.

extension DiagnosticCatalogue {
  /// Distributions, draws, integrals.
  package static let chanceRows: [DiagnosticRow] =
    [
      .throughDraw, .throughRigidDraw, .noDistribution, .modelNoDistribution, .distributionLacks, .drawNotNumbers,
      .differentVariables,
    ] + parameterRows + integralRows
}

extension DiagnosticRow {
  package static let throughDraw = DiagnosticRow(
    "E0630",
    message: Words(
      en:
        "a derivative reaches this draw, and a draw holds still while its distribution moves",
      es:
        "una derivada llega a este sorteo, y un sorteo se queda quieto mientras su distribución se mueve",
      pt:
        "uma derivada chega a este sorteio, e um sorteio fica parado enquanto a sua distribuição se move"),
    label: Words(
      en:
        "drawn here",
      es:
        "sorteado aquí",
      pt:
        "sorteado aqui"),
    help: Words(
      en:
        "Written as `{form}`, the draw moves with its parameters (the reparameterization); `expect(q, f)` "
        + "has derivatives too. `stop_gradient(z)` says that the draw is meant to stay fixed.",
      es:
        "Escrito como `{form}`, el sorteo se mueve con sus parámetros (la reparametrización); `expect(q, f)` "
        + "también tiene derivadas. `stop_gradient(z)` dice que el sorteo debe quedarse fijo.",
      pt:
        "Escrito como `{form}`, o sorteio se move com os parâmetros (a reparametrização); `expect(q, f)` "
        + "também tem derivadas. `stop_gradient(z)` diz que o sorteio deve ficar fixo."),
    meaning: Words(
      en:
        "`sample(q)` and `z ~ q` give a number. Which number it would have been with other parameters is not "
        + "written anywhere, so the derivative by the parameters would come out as 0, and that is wrong. "
        + "Written as a function of noise that has no parameters, the same draw moves with them: this is the "
        + "reparameterization of variational autoencoders.",
      es:
        "`sample(q)` y `z ~ q` dan un número. Qué número habría sido con otros parámetros no está escrito en "
        + "ninguna parte, así que la derivada respecto de los parámetros saldría 0, y eso es falso. Escrito "
        + "como función de un ruido sin parámetros, el mismo sorteo se mueve con ellos: es la "
        + "reparametrización de los autoencoders variacionales.",
      pt:
        "`sample(q)` e `z ~ q` dão um número. Que número teria sido com outros parâmetros não está escrito "
        + "em lugar nenhum, então a derivada em relação aos parâmetros daria 0, e isso é falso. Escrito como "
        + "função de um ruído sem parâmetros, o mesmo sorteio se move com eles: é a reparametrização dos "
        + "autoencoders variacionais."),
    mend: Words(
      en:
        "Write the draw so that it moves with its parameters: `grad(μ -> (μ + 2 * normal())^2)(1)`.",
      es:
        "Escribe el sorteo de modo que se mueva con sus parámetros: `grad(μ -> (μ + 2 * normal())^2)(1)`.",
      pt:
        "Escreva o sorteio de modo que ele se mova com os parâmetros: `grad(μ -> (μ + 2 * normal())^2)(1)`."),
    example: "fn f(μ) {\n    let z ~ Normal(μ, 2)\n    z^2\n}\ngrad(f)(1)")

  package static let throughRigidDraw = DiagnosticRow(
    "E0631",
    message: Words(
      en:
        "a derivative reaches this draw, and draws of this distribution do not move with its parameters",
      es:
        "una derivada llega a este sorteo, y los sorteos de esta distribución no se mueven con sus parámetros",
      pt:
        "uma derivada chega a este sorteio, e os sorteios desta distribuição não se movem com os seus "
        + "parâmetros"),
    label: Words(
      en:
        "drawn here",
      es:
        "sorteado aquí",
      pt:
        "sorteado aqui"),
    help: Words(
      en:
        "`expect(q, f)` has a derivative. From draws, the score function gives one: the mean of `f(z) * "
        + "logp(q, z)` with `z = stop_gradient(sample(q))`.",
      es:
        "`expect(q, f)` tiene derivada. A partir de sorteos, la da la función de puntuación (score): la "
        + "media de `f(z) * logp(q, z)` con `z = stop_gradient(sample(q))`.",
      pt:
        "`expect(q, f)` tem derivada. A partir de sorteios, a função escore dá uma: a média de `f(z) * "
        + "logp(q, z)` com `z = stop_gradient(sample(q))`."),
    meaning: Words(
      en:
        "A coin shows 0 or 1, a class is a whole number: when the chances move a little, such a draw stays "
        + "what it is or jumps. It has no derivative by the parameters, but its expectation has one.",
      es:
        "Una moneda muestra 0 o 1, una clase es un número entero: cuando las probabilidades se mueven un "
        + "poco, un sorteo así se queda como está o salta. No tiene derivada respecto de los parámetros, pero "
        + "su esperanza sí.",
      pt:
        "Uma moeda mostra 0 ou 1, uma classe é um número inteiro: quando as probabilidades se movem um "
        + "pouco, um sorteio assim fica como está ou salta. Ele não tem derivada em relação aos parâmetros, "
        + "mas a sua esperança tem."),
    mend: Words(
      en:
        "Take the derivative of the expectation: `grad(p -> expect(Bernoulli(p), z -> 3 * z))(0.5)`.",
      es:
        "Toma la derivada de la esperanza: `grad(p -> expect(Bernoulli(p), z -> 3 * z))(0.5)`.",
      pt:
        "Tome a derivada da esperança: `grad(p -> expect(Bernoulli(p), z -> 3 * z))(0.5)`."),
    example: "fn f(p) {\n    let z ~ Bernoulli(p)\n    3 * z\n}\ngrad(f)(0.5)")

  package static let noDistribution = DiagnosticRow(
    "E0632",
    message: Words(
      en:
        "`{op}` takes a distribution, and this is {kind}",
      es:
        "`{op}` toma una distribución, y esto es {kind}",
      pt:
        "`{op}` recebe uma distribuição, e isto é {kind}"),
    help: Words(
      en:
        "A distribution is, for example, `Normal(0, 1)`.",
      es:
        "Una distribución es, por ejemplo, `Normal(0, 1)`.",
      pt:
        "Uma distribuição é, por exemplo, `Normal(0, 1)`."),
    meaning: Words(
      en:
        "A distribution is something like `Normal(0, 1)`, or a model of your own with the methods `sample()` "
        + "and `logp(x)`.",
      es:
        "Una distribución es algo como `Normal(0, 1)`, o un modelo tuyo con los métodos `sample()` y `logp(x)`.",
      pt:
        "Uma distribuição é algo como `Normal(0, 1)`, ou um modelo seu com os métodos `sample()` e `logp(x)`."),
    mend: Words(
      en:
        "The distribution comes first, then the point: `logp(Normal(0, 1), 2)`.",
      es:
        "Primero va la distribución y después el punto: `logp(Normal(0, 1), 2)`.",
      pt:
        "Primeiro vem a distribuição e depois o ponto: `logp(Normal(0, 1), 2)`."),
    example: "logp(2, Normal(0, 1))")

  package static let modelNoDistribution = DiagnosticRow(
    "E0633",
    message: Words(
      en:
        "`{op}` takes a distribution, and the model `{name}` has neither `sample()` nor `logp(x)`",
      es:
        "`{op}` toma una distribución, y el modelo `{name}` no tiene ni `sample()` ni `logp(x)`",
      pt:
        "`{op}` recebe uma distribuição, e o modelo `{name}` não tem nem `sample()` nem `logp(x)`"),
    meaning: Words(
      en:
        "Any model is a distribution that has the methods `sample()`, which gives a draw, and `logp(x)`, "
        + "which gives the logarithm of the density. With `support()`, the pair of limits of its values, "
        + "integrals over it are exact.",
      es:
        "Es una distribución cualquier modelo que tenga los métodos `sample()`, que da un sorteo, y "
        + "`logp(x)`, que da el logaritmo de la densidad. Con `support()`, el par de límites de sus valores, "
        + "las integrales sobre ella son exactas.",
      pt:
        "É uma distribuição qualquer modelo que tenha os métodos `sample()`, que dá um sorteio, e `logp(x)`, "
        + "que dá o logaritmo da densidade. Com `support()`, o par de limites dos seus valores, as integrais "
        + "sobre ela são exatas."),
    mend: Words(
      en:
        "Give the model the method: `fn sample() = a * uniform()`.",
      es:
        "Dale al modelo el método: `fn sample() = a * uniform()`.",
      pt:
        "Dê ao modelo o método: `fn sample() = a * uniform()`."),
    example: "model Dart(a) {\n    fn area() = a^2\n}\nsample(Dart(2))")

  package static let distributionLacks = DiagnosticRow(
    "E0634",
    message: Words(
      en:
        "`{op}` needs a method `{method}`, and `{name}` has none",
      es:
        "`{op}` necesita un método `{method}`, y `{name}` no lo tiene",
      pt:
        "`{op}` precisa de um método `{method}`, e `{name}` não tem nenhum"),
    meaning: Words(
      en:
        "What can be known of a distribution depends on its methods: `sample()` gives a draw, `logp(x)` the "
        + "logarithm of the density, `mean()`, `variance()`, `entropy()` closed forms. With `logp(x)` and "
        + "`support()` (or `outcomes()`, for finitely many values) the others follow by integration.",
      es:
        "Lo que se puede saber de una distribución depende de sus métodos: `sample()` da un sorteo, "
        + "`logp(x)` el logaritmo de la densidad, `mean()`, `variance()`, `entropy()` fórmulas cerradas. Con "
        + "`logp(x)` y `support()` (u `outcomes()`, si los valores son finitos) los demás salen por "
        + "integración.",
      pt:
        "O que se pode saber de uma distribuição depende dos seus métodos: `sample()` dá um sorteio, "
        + "`logp(x)` o logaritmo da densidade, `mean()`, `variance()`, `entropy()` fórmulas fechadas. Com "
        + "`logp(x)` e `support()` (ou `outcomes()`, se os valores são finitos) os outros saem por integração."),
    mend: Words(
      en:
        "Add the density: `fn logp(x) = -log(a)`.",
      es:
        "Agrega la densidad: `fn logp(x) = -log(a)`.",
      pt:
        "Acrescente a densidade: `fn logp(x) = -log(a)`."),
    example: "model Dart(a) {\n    fn sample() = a * uniform()\n}\nlogp(Dart(2), 1)")

  package static let drawNotNumbers = DiagnosticRow(
    "E0635",
    message: Words(
      en:
        "`sample()` must give numbers here, and it gives {kind}",
      es:
        "`sample()` debe dar números aquí, y da {kind}",
      pt:
        "`sample()` precisa dar números aqui, e dá {kind}"),
    meaning: Words(
      en:
        "A draw can be anything, but means, mixtures and expectations are taken over draws that are a number "
        + "or a tensor.",
      es:
        "Un sorteo puede ser cualquier cosa, pero las medias, mezclas y esperanzas se toman sobre sorteos "
        + "que son un número o un tensor.",
      pt:
        "Um sorteio pode ser qualquer coisa, mas médias, misturas e esperanças são tomadas sobre sorteios "
        + "que são um número ou um tensor."),
    mend: Words(
      en:
        "Let `sample()` give a number: `fn sample() = uniform()`.",
      es:
        "Haz que `sample()` dé un número: `fn sample() = uniform()`.",
      pt:
        "Faça `sample()` dar um número: `fn sample() = uniform()`."),
    example: "model Word() {\n    fn sample() = \"heads\"\n}\nexpect(Word(), z -> 1)")

  package static let differentVariables = DiagnosticRow(
    "E0649",
    message: Words(
      en: "a divergence compares two distributions of the same variable, and these two do not fit together",
      es: "una divergencia compara dos distribuciones de la misma variable, y estas dos no encajan",
      pt: "uma divergência compara duas distribuições da mesma variável, e estas duas não se encaixam"),
    meaning: Words(
      en:
        "KL(p ‖ q) is a mean over draws of p of how p and q weigh the same draw. With three classes on one side and two on the "
        + "other there is no such draw.",
      es:
        "KL(p ‖ q) es una media, sobre muestras de p, de cómo p y q pesan la misma muestra. Con tres clases de un lado y dos "
        + "del otro no existe esa muestra.",
      pt:
        "KL(p ‖ q) é uma média, sobre amostras de p, de como p e q pesam a mesma amostra. Com três classes de um lado e duas do "
        + "outro essa amostra não existe."),
    mend: Words(
      en: "Compare distributions of the same shape and number of classes.",
      es: "Compara distribuciones con la misma forma y el mismo número de clases.",
      pt: "Compare distribuições com a mesma forma e o mesmo número de classes."),
    example: "kl(Categorical([0.2, 0.3, 0.5]), Categorical([0.2, 0.8]))")
}
