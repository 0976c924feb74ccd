// What a new lesson says, in its three languages.
import Diagnostics

/// The prose and the texts between quotes of a new lesson.
struct SkeletonWords {
  let question: String
  let answer: String
  let slopeIsZero: String
  let nothingBetter: String
  let exercise: String
  let task: String
  let firstHint: String
  let secondHint: String
  let atZero: String
  let everywhere: String
  let downhill: String
  let arrives: String
  let end: String
  let tryThis: String
  let questions: String
  let reason: String
}

extension SkeletonWords {
  init(_ language: Language) {
    self =
      switch language {
      case .en: .english
      case .es: .spanish
      case .pt: .portuguese
      }
  }

  private static let formula = #"$L(m) = \frac{1}{n} \sum_i (x_i - m)^2$"#

  private static let english = SkeletonWords(
    question: """
      Which single number stands best for a list of numbers? Measure how far off a number $m$ is by the mean of the squared \
      distances, \(formula), and look at the curve.
      """,
    answer: """
      The lowest point is at {mean(x):.0f}, the mean of the list. A picture is no proof, so both claims are checked: the \
      slope there is 0, and no other number does better.
      """,
    slopeIsZero: "the slope is 0 at the mean", nothingBetter: "no other number is better",
    exercise: "Exercise: the slope",
    task: "How steep is $L$ at any $m$? Write the slope as a function, without `grad` or `∇`.",
    firstHint: "The derivative of (x − m)² by m is −2 (x − m).",
    secondHint: "Take the mean of that over the list: 2 (m − mean(x)).",
    atZero: "at m = 0", everywhere: "everywhere",
    downhill: "Whoever knows the slope can walk downhill. Each step takes $m$ a tenth of the slope lower.",
    arrives: "it arrives at the mean",
    end: "After 50 steps $m$ is {m:.3f}.", tryThis: "Try this",
    questions: """
      - Which number is best when the distance is not squared? Type `fn far(m) = mean(abs(x - m))`, then `plot(far, -1, 7)`.
      - How large may a step be? Type `param k = 0.0`, then `repeat 50 { descend loss(k) over k with sgd(1.1) }` and `k`.
      """,
    reason: "the square does not see the sign")

  private static let spanish = SkeletonWords(
    question: """
      ¿Qué único número representa mejor una lista de números? Mide cuánto se aleja un número $m$ con la media de las \
      distancias al cuadrado, \(formula), y mira la curva.
      """,
    answer: """
      El punto más bajo está en {mean(x):.0f}, la media de la lista. Un dibujo no es una prueba, así que se comprueban las \
      dos cosas: allí la pendiente es 0, y ningún otro número lo hace mejor.
      """,
    slopeIsZero: "la pendiente es 0 en la media", nothingBetter: "ningún otro número es mejor",
    exercise: "Ejercicio: la pendiente",
    task: "¿Qué pendiente tiene $L$ en cualquier $m$? Escríbela como función, sin `grad` ni `∇`.",
    firstHint: "La derivada de (x − m)² respecto de m es −2 (x − m).",
    secondHint: "Toma la media de eso en la lista: 2 (m − mean(x)).",
    atZero: "en m = 0", everywhere: "en todas partes",
    downhill: "Quien conoce la pendiente puede bajar. Cada paso lleva $m$ una décima de la pendiente más abajo.",
    arrives: "llega a la media",
    end: "Tras 50 pasos, $m$ es {m:.3f}.", tryThis: "Prueba esto",
    questions: """
      - ¿Qué número es el mejor si la distancia no se eleva al cuadrado? Escribe `fn far(m) = mean(abs(x - m))` y luego \
      `plot(far, -1, 7)`.
      - ¿Cuánto puede medir un paso? Escribe `param k = 0.0`, luego `repeat 50 { descend loss(k) over k with sgd(1.1) }` y \
      `k`.
      """,
    reason: "el cuadrado no ve el signo")

  private static let portuguese = SkeletonWords(
    question: """
      Que número sozinho representa melhor uma lista de números? Meça quanto um número $m$ se afasta pela média das \
      distâncias ao quadrado, \(formula), e olhe a curva.
      """,
    answer: """
      O ponto mais baixo está em {mean(x):.0f}, a média da lista. Um desenho não é uma prova, por isso as duas afirmações \
      são checadas: ali a inclinação é 0, e nenhum outro número faz melhor.
      """,
    slopeIsZero: "a inclinação é 0 na média", nothingBetter: "nenhum outro número é melhor",
    exercise: "Exercício: a inclinação",
    task: "Qual é a inclinação de $L$ em um $m$ qualquer? Escreva-a como função, sem `grad` nem `∇`.",
    firstHint: "A derivada de (x − m)² em relação a m é −2 (x − m).",
    secondHint: "Tire a média disso na lista: 2 (m − mean(x)).",
    atZero: "em m = 0", everywhere: "em toda parte",
    downhill: "Quem conhece a inclinação pode descer. Cada passo leva $m$ um décimo da inclinação para baixo.",
    arrives: "chega à média",
    end: "Depois de 50 passos, $m$ é {m:.3f}.", tryThis: "Experimente",
    questions: """
      - Que número é o melhor se a distância não é elevada ao quadrado? Digite `fn far(m) = mean(abs(x - m))` e depois \
      `plot(far, -1, 7)`.
      - De que tamanho pode ser um passo? Digite `param k = 0.0`, depois \
      `repeat 50 { descend loss(k) over k with sgd(1.1) }` e `k`.
      """,
    reason: "o quadrado não vê o sinal")
}
