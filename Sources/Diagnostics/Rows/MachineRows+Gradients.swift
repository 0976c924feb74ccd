// Rows: why a derivative could not be checked.

extension DiagnosticRow {
  package static let gradientOfNoNumber = DiagnosticRow(
    "E0564",
    message: Words(
      en: "the value is {value} at this point, so there is no derivative to check",
      es: "el valor en este punto es {value}, así que no hay derivada que comprobar",
      pt: "o valor neste ponto é {value}, então não há derivada para verificar"),
    label: Words(en: "it begins with `{op}`", es: "empieza en `{op}`", pt: "começa em `{op}`"),
    help: Words(
      en: "Choose a point where the value is a number.", es: "Elige un punto en el que el valor sea un número.",
      pt: "Escolha um ponto em que o valor seja um número."),
    meaning: Words(
      en:
        "A derivative is checked against differences of the value nearby. Where the value is infinite or not a number there are none.",
      es:
        "Una derivada se comprueba con diferencias del valor en los alrededores. Donde el valor es infinito o no es un número, no las hay.",
      pt:
        "Uma derivada é verificada com diferenças do valor ali por perto. Onde o valor é infinito ou não é um número, elas não existem."
    ),
    mend: Words(
      en: "Check the logarithm at a positive number: `check gradient log at 2`.",
      es: "Comprueba el logaritmo en un número positivo: `check gradient log at 2`.",
      pt: "Verifique o logaritmo em um número positivo: `check gradient log at 2`."),
    example: "check gradient log at 0")

  package static let gradientNotDeterministic = DiagnosticRow(
    "E0590",
    message: Words(
      en: "two runs with the same draws gave different values",
      es: "dos ejecuciones con los mismos sorteos dieron valores distintos",
      pt: "duas execuções com os mesmos sorteios deram valores diferentes"),
    help: Words(
      en: "Take out what makes each run another one, such as a statement that learns.",
      es: "Quita lo que hace distinta cada ejecución, como una instrucción que aprende.",
      pt: "Tire o que torna cada execução diferente, como uma instrução que aprende."),
    meaning: Words(
      en:
        "A derivative can only be checked of something that gives the same value every time it is computed at the same point.",
      es:
        "Solo se puede comprobar la derivada de algo que da el mismo valor cada vez que se calcula en el mismo punto.",
      pt: "Só se pode verificar a derivada de algo que dá o mesmo valor toda vez que é calculado no mesmo ponto."),
    mend: Words(
      en: "Check the derivative of the loss alone, without the statement that learns.",
      es: "Comprueba la derivada de la pérdida sola, sin la instrucción que aprende.",
      pt: "Verifique a derivada só da perda, sem a instrução que aprende."),
    example: "param w = 1.0\nfn f(x) {\n    update w by v -> v + 1\n    w * x\n}\ncheck gradient f at 2")

  package static let gradientReachesNothing = DiagnosticRow(
    "E0591",
    message: Words(
      en: "`{subject}` does not depend on {names}", es: "`{subject}` no depende de {names}",
      pt: "`{subject}` não depende de {names}"),
    help: Words(
      en: "Its derivative is 0 whatever it computes: that would check nothing. Is it the right name after `at`?",
      es: "Su derivada es 0 calcule lo que calcule: así no se comprobaría nada. ¿Es ese el nombre que va tras `at`?",
      pt: "A derivada é 0 seja qual for o cálculo: assim nada seria verificado. É esse o nome depois de `at`?"),
    meaning: Words(
      en: "What stands after `at` is moved a little, and the value is to follow. This value does not.",
      es: "Lo que sigue a `at` se mueve un poco y el valor debe seguirlo. Este valor no lo hace.",
      pt: "O que vem depois de `at` é movido um pouco, e o valor deve acompanhar. Este valor não acompanha."),
    mend: Words(
      en: "Name what the value is computed from: `check gradient (sum(a^2)) at a`.",
      es: "Nombra aquello con lo que se calcula el valor: `check gradient (sum(a^2)) at a`.",
      pt: "Dê o nome daquilo de que o valor é calculado: `check gradient (sum(a^2)) at a`."),
    example: "let a = [1, 2]\nlet b = [3, 4]\ncheck gradient (sum(a^2)) at b")

  package static let nothingVaries = DiagnosticRow(
    "E0592",
    message: Words(
      en: "there is no number to vary in {kind}", es: "en {kind} no hay ningún número que variar",
      pt: "em {kind} não há nenhum número para variar"),
    help: Words(
      en: "After `at` stand numbers, tensors, parameters or models: `at (W, b)`.",
      es: "Tras `at` van números, tensores, parámetros o modelos: `at (W, b)`.",
      pt: "Depois de `at` vêm números, tensores, parâmetros ou modelos: `at (W, b)`."),
    meaning: Words(
      en: "A derivative says how a value follows when numbers move. Texts, truth values and functions do not move.",
      es:
        "Una derivada dice cómo sigue un valor cuando se mueven números. Los textos, los valores de verdad y las funciones no se mueven.",
      pt:
        "Uma derivada diz como um valor acompanha quando números se movem. Textos, valores lógicos e funções não se movem."
    ),
    mend: Words(
      en: "Give a point: `check gradient sin at 1`.", es: "Da un punto: `check gradient sin at 1`.",
      pt: "Dê um ponto: `check gradient sin at 1`."),
    example: "check gradient sin at \"one\"")

  package static let gradientsDoNotFit = DiagnosticRow(
    "E0593",
    message: Words(
      en: "the gradient written by hand has {found} parts, and there are {wanted} things to vary",
      es: "el gradiente escrito a mano tiene {found} partes, y lo que varía son {wanted}",
      pt: "o gradiente escrito à mão tem {found} partes, e o que varia são {wanted}"),
    help: Words(
      en: "Give one gradient for each, in the order of `at`: `(dW, db)`.",
      es: "Da un gradiente para cada cosa, en el orden de `at`: `(dW, db)`.",
      pt: "Dê um gradiente para cada coisa, na ordem de `at`: `(dW, db)`."),
    meaning: Words(
      en:
        "What follows `against` is a function of the same arguments that returns a gradient for each of them, or these gradients themselves.",
      es:
        "Lo que sigue a `against` es una función de los mismos argumentos que devuelve un gradiente para cada uno, o los propios gradientes.",
      pt:
        "O que segue `against` é uma função dos mesmos argumentos que devolve um gradiente para cada um, ou os próprios gradientes."
    ),
    mend: Words(
      en: "Return a tuple with two parts.", es: "Devuelve una tupla con dos partes.",
      pt: "Devolva uma tupla com duas partes."),
    example: "fn f(a, b) = a * b\nfn by_hand(a, b) = b\ncheck gradient f against by_hand at (2, 3)")
}
