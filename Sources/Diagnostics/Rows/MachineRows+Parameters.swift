// Parameters that distributions refuse: E0636 to E0648.

extension DiagnosticCatalogue {
  /// Parameters of distributions.
  static let parameterRows: [DiagnosticRow] = [
    .parameterNotPositive, .parameterNoChance, .chancesDoNotSum, .chancesNeedAxis, .parameterNaN, .parameterNoNumber,
    .uniformOrder, .chancesOrLogits, .notACovariance, .mixtureShapes, .mixtureWeights, .mixtureOfNothing,
    .negativeDraws,
  ]
}

extension DiagnosticRow {
  package static let parameterNotPositive = DiagnosticRow(
    "E0636",
    message: Words(
      en:
        "`{name}` of `{family}` must be greater than 0, and it is {value}",
      es:
        "`{name}` de `{family}` debe ser mayor que 0, y es {value}",
      pt:
        "`{name}` de `{family}` precisa ser maior que 0, e é {value}"),
    help: Words(
      en:
        "What a network gives may have any sign; `exp(…)` or `softplus(…)` of it is positive.",
      es:
        "Lo que da una red puede tener cualquier signo; `exp(…)` o `softplus(…)` de ello es positivo.",
      pt:
        "O que uma rede dá pode ter qualquer sinal; `exp(…)` ou `softplus(…)` disso é positivo."),
    meaning: Words(
      en:
        "A spread, a rate or a concentration is a positive number. With 0 all the mass would lie in one "
        + "point, where a density is infinite.",
      es:
        "Una dispersión, una tasa o una concentración es un número positivo. Con 0 toda la masa quedaría en "
        + "un solo punto, donde la densidad es infinita.",
      pt:
        "Uma dispersão, uma taxa ou uma concentração é um número positivo. Com 0 toda a massa ficaria num "
        + "único ponto, onde a densidade é infinita."),
    mend: Words(
      en:
        "Use the standard deviation, which is positive: `Normal(0, 1)`.",
      es:
        "Usa la desviación estándar, que es positiva: `Normal(0, 1)`.",
      pt:
        "Use o desvio padrão, que é positivo: `Normal(0, 1)`."),
    example: "Normal(0, -1)")

  package static let parameterNoChance = DiagnosticRow(
    "E0637",
    message: Words(
      en:
        "`{name}` of `{family}` is a chance, between 0 and 1, and it is {value}",
      es:
        "`{name}` de `{family}` es una probabilidad, entre 0 y 1, y es {value}",
      pt:
        "`{name}` de `{family}` é uma probabilidade, entre 0 e 1, e é {value}"),
    help: Words(
      en:
        "Numbers without bounds go in as logits: `{family}(logits: …)`.",
      es:
        "Los números sin límites entran como logits: `{family}(logits: …)`.",
      pt:
        "Números sem limites entram como logits: `{family}(logits: …)`."),
    meaning: Words(
      en:
        "A chance lies between 0 (never) and 1 (always). Numbers without bounds, as networks give them, are "
        + "logits.",
      es:
        "Una probabilidad está entre 0 (nunca) y 1 (siempre). Los números sin límites, como los que da una "
        + "red, son logits.",
      pt:
        "Uma probabilidade fica entre 0 (nunca) e 1 (sempre). Números sem limites, como os que uma rede dá, "
        + "são logits."),
    mend: Words(
      en:
        "Say that it is a logit: `Bernoulli(logits: 1.5)`.",
      es:
        "Di que es un logit: `Bernoulli(logits: 1.5)`.",
      pt:
        "Diga que é um logit: `Bernoulli(logits: 1.5)`."),
    example: "Bernoulli(1.5)")

  package static let chancesDoNotSum = DiagnosticRow(
    "E0638",
    message: Words(
      en:
        "`{name}` of `{family}` must add up to 1 along the last axis, and the sum is {value}",
      es:
        "`{name}` de `{family}` debe sumar 1 a lo largo del último eje, y la suma es {value}",
      pt:
        "`{name}` de `{family}` precisa somar 1 ao longo do último eixo, e a soma é {value}"),
    help: Words(
      en:
        "`w / sum(w)` turns weights into chances, `softmax(x)` any numbers.",
      es:
        "`w / sum(w)` convierte pesos en probabilidades; `softmax(x)`, cualquier número.",
      pt:
        "`w / sum(w)` transforma pesos em probabilidades; `softmax(x)`, quaisquer números."),
    meaning: Words(
      en:
        "One of the possibilities must happen, so their chances together are 1.",
      es:
        "Alguna de las posibilidades tiene que ocurrir, así que sus probabilidades juntas son 1.",
      pt:
        "Alguma das possibilidades precisa acontecer, então as probabilidades delas juntas são 1."),
    mend: Words(
      en:
        "Divide by the sum: `Categorical([0.2, 0.3] / 0.5)`.",
      es:
        "Divide entre la suma: `Categorical([0.2, 0.3] / 0.5)`.",
      pt:
        "Divida pela soma: `Categorical([0.2, 0.3] / 0.5)`."),
    example: "Categorical([0.2, 0.3])")

  package static let chancesNeedAxis = DiagnosticRow(
    "E0639",
    message: Words(
      en:
        "`{family}` needs a chance for each class along an axis, and `{name}` is a single number",
      es:
        "`{family}` necesita una probabilidad por cada clase a lo largo de un eje, y `{name}` es un solo número",
      pt:
        "`{family}` precisa de uma probabilidade para cada classe ao longo de um eixo, e `{name}` é um único "
        + "número"),
    meaning: Words(
      en:
        "A categorical distribution chooses one of several classes: its chances stand along the last axis of "
        + "a tensor. A coin with two sides is `Bernoulli(p)`.",
      es:
        "Una distribución categórica elige una de varias clases: sus probabilidades están en el último eje "
        + "de un tensor. Una moneda de dos caras es `Bernoulli(p)`.",
      pt:
        "Uma distribuição categórica escolhe uma de várias classes: as probabilidades ficam no último eixo "
        + "de um tensor. Uma moeda de dois lados é `Bernoulli(p)`."),
    mend: Words(
      en:
        "Write both chances, or a coin: `Categorical([0.7, 0.3])`, `Bernoulli(0.3)`.",
      es:
        "Escribe ambas probabilidades, o una moneda: `Categorical([0.7, 0.3])`, `Bernoulli(0.3)`.",
      pt:
        "Escreva as duas probabilidades, ou uma moeda: `Categorical([0.7, 0.3])`, `Bernoulli(0.3)`."),
    example: "Categorical(0.3)")

  package static let parameterNaN = DiagnosticRow(
    "E0640",
    message: Words(
      en:
        "`{name}` of `{family}` is not a number (NaN)",
      es:
        "`{name}` de `{family}` no es un número (NaN)",
      pt:
        "`{name}` de `{family}` não é um número (NaN)"),
    meaning: Words(
      en:
        "NaN is what 0/0 or log(-1) gives. A distribution with it gives nothing but NaN.",
      es:
        "NaN es lo que da 0/0 o log(-1). Una distribución con él no da más que NaN.",
      pt:
        "NaN é o que 0/0 ou log(-1) dá. Uma distribuição com ele só dá NaN."),
    mend: Words(
      en:
        "Look where it comes from: `log(2)` in place of `log(-2)`.",
      es:
        "Mira de dónde viene: `log(2)` en lugar de `log(-2)`.",
      pt:
        "Veja de onde ele vem: `log(2)` no lugar de `log(-2)`."),
    example: "Normal(log(-2), 1)")

  package static let parameterNoNumber = DiagnosticRow(
    "E0641",
    message: Words(
      en:
        "`{name}` of `{family}` is a number or a tensor, and this is {kind}",
      es:
        "`{name}` de `{family}` es un número o un tensor, y esto es {kind}",
      pt:
        "`{name}` de `{family}` é um número ou um tensor, e isto é {kind}"),
    meaning: Words(
      en:
        "The parameters of a distribution are numbers, or tensors with a number for each element of a draw.",
      es:
        "Los parámetros de una distribución son números, o tensores con un número para cada elemento de un "
        + "sorteo.",
      pt:
        "Os parâmetros de uma distribuição são números, ou tensores com um número para cada elemento de um "
        + "sorteio."),
    mend: Words(
      en:
        "Give a number: `Normal(0, 1)`.",
      es:
        "Da un número: `Normal(0, 1)`.",
      pt:
        "Dê um número: `Normal(0, 1)`."),
    example: "Normal(\"0\", 1)")

  package static let uniformOrder = DiagnosticRow(
    "E0642",
    message: Words(
      en:
        "`Uniform(a, b)` goes from a lower to a higher number, and here a is {a} and b is {b}",
      es:
        "`Uniform(a, b)` va de un número menor a uno mayor, y aquí a es {a} y b es {b}",
      pt:
        "`Uniform(a, b)` vai de um número menor a um maior, e aqui a é {a} e b é {b}"),
    meaning: Words(
      en:
        "The density of the uniform distribution is 1 / (b - a), so b must be larger than a.",
      es:
        "La densidad de la distribución uniforme es 1 / (b - a), así que b debe ser mayor que a.",
      pt:
        "A densidade da distribuição uniforme é 1 / (b - a), então b precisa ser maior que a."),
    mend: Words(
      en:
        "The lower limit comes first: `Uniform(0.2, 2)`.",
      es:
        "Primero va el límite menor: `Uniform(0.2, 2)`.",
      pt:
        "Primeiro vem o limite menor: `Uniform(0.2, 2)`."),
    example: "Uniform(2, 0.2)")

  package static let chancesOrLogits = DiagnosticRow(
    "E0643",
    message: Words(
      en:
        "`{family}` takes either `p` or `logits`, and {count} of them are given",
      es:
        "`{family}` toma `p` o bien `logits`, y se dieron {count}",
      pt:
        "`{family}` recebe `p` ou `logits`, e foram dados {count}"),
    meaning: Words(
      en:
        "Chances and logits say the same in two ways (p = sigmoid(logits), or softmax), so exactly one of "
        + "them is given.",
      es:
        "Probabilidades y logits dicen lo mismo de dos maneras (p = sigmoid(logits), o softmax), así que se "
        + "da exactamente uno.",
      pt:
        "Probabilidades e logits dizem o mesmo de duas maneiras (p = sigmoid(logits), ou softmax), então se "
        + "dá exatamente um."),
    mend: Words(
      en:
        "Give one of them: `Bernoulli(0.5)` or `Bernoulli(logits: 0)`.",
      es:
        "Da uno de los dos: `Bernoulli(0.5)` o `Bernoulli(logits: 0)`.",
      pt:
        "Dê um dos dois: `Bernoulli(0.5)` ou `Bernoulli(logits: 0)`."),
    example: "Bernoulli(0.5, logits: 0)")

  package static let notACovariance = DiagnosticRow(
    "E0644",
    message: Words(
      en:
        "`cov` of `MvNormal` must be symmetric and positive definite{why}",
      es:
        "`cov` de `MvNormal` debe ser simétrica y definida positiva{why}",
      pt:
        "`cov` de `MvNormal` precisa ser simétrica e definida positiva{why}"),
    help: Words(
      en:
        "`A @ A.T + 1e-6 * eye(n)` is always one. `cov` holds variances, not standard deviations.",
      es:
        "`A @ A.T + 1e-6 * eye(n)` siempre lo es. `cov` contiene varianzas, no desviaciones estándar.",
      pt:
        "`A @ A.T + 1e-6 * eye(n)` sempre é uma. `cov` contém variâncias, não desvios padrão."),
    meaning: Words(
      en:
        "A covariance holds variances in its diagonal and covariances beside it: cov[i, j] = cov[j, i], and "
        + "every direction has a positive variance. So it can be written as L Lᵀ.",
      es:
        "Una matriz de covarianza tiene varianzas en la diagonal y covarianzas fuera de ella: cov[i, j] = "
        + "cov[j, i], y en toda dirección la varianza es positiva. Por eso puede escribirse como L Lᵀ.",
      pt:
        "Uma matriz de covariância tem variâncias na diagonal e covariâncias fora dela: cov[i, j] = cov[j, "
        + "i], e em toda direção a variância é positiva. Por isso pode ser escrita como L Lᵀ."),
    mend: Words(
      en:
        "A covariance must be smaller than both variances allow: `MvNormal([0, 0], [[1, 0.5], [0.5, 1]])`.",
      es:
        "La covarianza debe ser menor de lo que permiten las dos varianzas: `MvNormal([0, 0], [[1, 0.5], "
        + "[0.5, 1]])`.",
      pt:
        "A covariância precisa ser menor do que as duas variâncias permitem: `MvNormal([0, 0], [[1, 0.5], "
        + "[0.5, 1]])`."),
    example: "MvNormal([0, 0], [[1, 2], [2, 1]])")

  package static let mixtureShapes = DiagnosticRow(
    "E0645",
    message: Words(
      en:
        "the parts of a mixture must have draws of one shape, and here are {first} and {other}",
      es:
        "las partes de una mezcla deben dar sorteos de una misma forma, y aquí hay {first} y {other}",
      pt:
        "as partes de uma mistura precisam dar sorteios de uma mesma forma, e aqui há {first} e {other}"),
    meaning: Words(
      en:
        "A draw from a mixture is a draw from one of its parts, so all parts must be distributions of the "
        + "same kind of thing.",
      es:
        "Un sorteo de una mezcla es un sorteo de una de sus partes, así que todas deben ser distribuciones "
        + "de la misma clase de cosa.",
      pt:
        "Um sorteio de uma mistura é um sorteio de uma das partes, então todas precisam ser distribuições do "
        + "mesmo tipo de coisa."),
    mend: Words(
      en:
        "Give both one shape: `mixture(Normal(0, 1, shape: [2]), Normal(3, 1, shape: [2]))`.",
      es:
        "Dales a las dos una misma forma: `mixture(Normal(0, 1, shape: [2]), Normal(3, 1, shape: [2]))`.",
      pt:
        "Dê às duas uma mesma forma: `mixture(Normal(0, 1, shape: [2]), Normal(3, 1, shape: [2]))`."),
    example: "mixture(Normal(0, 1), Normal(3, 1, shape: [2]))")

  package static let mixtureWeights = DiagnosticRow(
    "E0646",
    message: Words(
      en:
        "a mixture of {parts} needs as many weights, in one row; this is {found}",
      es:
        "una mezcla de {parts} necesita otros tantos pesos, en una fila; esto es {found}",
      pt:
        "uma mistura de {parts} precisa de outros tantos pesos, numa linha; isto é {found}"),
    meaning: Words(
      en:
        "The weights say how likely each part is to be drawn from. There is one for each part, and together "
        + "they are 1.",
      es:
        "Los pesos dicen qué tan probable es que se sortee de cada parte. Hay uno por parte, y juntos suman 1.",
      pt:
        "Os pesos dizem o quanto é provável que se sorteie de cada parte. Há um por parte, e juntos somam 1."),
    mend: Words(
      en:
        "Two parts, two weights: `mixture(Normal(-1, 1), Normal(1, 1), weights: [0.3, 0.7])`.",
      es:
        "Dos partes, dos pesos: `mixture(Normal(-1, 1), Normal(1, 1), weights: [0.3, 0.7])`.",
      pt:
        "Duas partes, dois pesos: `mixture(Normal(-1, 1), Normal(1, 1), weights: [0.3, 0.7])`."),
    example: "mixture(Normal(-1, 1), Normal(1, 1), weights: [0.3, 0.3, 0.4])")

  package static let mixtureOfNothing = DiagnosticRow(
    "E0647",
    message: Words(
      en:
        "a mixture needs at least one distribution",
      es:
        "una mezcla necesita al menos una distribución",
      pt:
        "uma mistura precisa de pelo menos uma distribuição"),
    meaning: Words(
      en:
        "`mixture(q1, q2, …, weights: [...])` draws from one of the distributions that it is given.",
      es:
        "`mixture(q1, q2, …, weights: [...])` sortea de una de las distribuciones que recibe.",
      pt:
        "`mixture(q1, q2, …, weights: [...])` sorteia de uma das distribuições que recebe."),
    mend: Words(
      en:
        "Give the parts one after the other: `mixture(Normal(-1, 1), Normal(1, 1))`.",
      es:
        "Da las partes una tras otra: `mixture(Normal(-1, 1), Normal(1, 1))`.",
      pt:
        "Dê as partes uma após a outra: `mixture(Normal(-1, 1), Normal(1, 1))`."),
    example: "let f = mixture\nf()")

  package static let negativeDraws = DiagnosticRow(
    "E0648",
    message: Words(
      en:
        "the number of draws cannot be {count}",
      es:
        "el número de sorteos no puede ser {count}",
      pt:
        "o número de sorteios não pode ser {count}"),
    meaning: Words(
      en:
        "`sample(q, n)` gives n draws in a stack, and `expect(q, f, samples: n)` the mean over n draws.",
      es:
        "`sample(q, n)` da n sorteos apilados, y `expect(q, f, samples: n)` la media de n sorteos.",
      pt:
        "`sample(q, n)` dá n sorteios empilhados, e `expect(q, f, samples: n)` a média de n sorteios."),
    mend: Words(
      en:
        "Ask for a positive number of draws: `sample(Normal(0, 1), 5)`.",
      es:
        "Pide un número positivo de sorteos: `sample(Normal(0, 1), 5)`.",
      pt:
        "Peça um número positivo de sorteios: `sample(Normal(0, 1), 5)`."),
    example: "sample(Normal(0, 1), -5)")
}
