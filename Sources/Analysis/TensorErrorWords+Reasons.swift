// The core's reasons in every language: why there is no derivative or no value, why things do not belong together.

extension Phrasebook {
  /// Why something cannot be.
  static let reasons: [Entry] = [
    Entry(
      "{reason}; draws such as mean + sd * normal(…) do move with their parameters",
      "{reason}; los sorteos como media + sd * normal(…) sí se mueven con sus parámetros",
      "{reason}; sorteios como média + sd * normal(…) se movem, sim, com os seus parâmetros"),
    Entry(
      "the draw is found by rejection and does not move with `alpha`",
      "el sorteo se hace por rechazo y no se mueve con `alpha`",
      "o sorteio é feito por rejeição e não se move com `alpha`"),
    Entry(
      "a coin shows 0 or 1 and does not move with `p`",
      "una moneda muestra 0 o 1 y no se mueve con `p`", "uma moeda mostra 0 ou 1 e não se move com `p`"),
    Entry(
      "a whole number does not move with its weights",
      "un número entero no se mueve con sus pesos", "um número inteiro não se move com os seus pesos"),
    Entry("the order is a whole number", "el orden es un número entero", "a ordem é um número inteiro"),
    Entry("it has no operands", "no tiene operandos", "não tem operandos"),
    Entry(
      "an index is constant but for jumps",
      "un índice es constante salvo en los saltos", "um índice é constante, a não ser nos saltos"),
    Entry(
      "indices are whole numbers and do not move",
      "los índices son números enteros y no se mueven", "os índices são números inteiros e não se movem"),
    Entry(
      "a truth value does not move smoothly",
      "un valor de verdad no se mueve poco a poco", "um valor lógico não se move aos poucos"),
    Entry("it stops derivatives on purpose", "detiene las derivadas a propósito", "detém as derivadas de propósito"),
    Entry(
      "it is constant but for a jump at 0",
      "es constante salvo por un salto en 0", "é constante, a não ser por um salto em 0"),
    Entry(
      "it is constant but for jumps at whole numbers",
      "es constante salvo por saltos en los enteros", "é constante, a não ser por saltos nos inteiros"),
    Entry(
      "the result is {type}, which moves only in jumps",
      "el resultado es {type}, que solo se mueve a saltos", "o resultado é {type}, que só se move aos saltos"),
    Entry(
      "inside a mapped or replayed function the values are not known yet",
      "dentro de `map` el valor todavía no se conoce", "dentro de `map` o valor ainda não é conhecido"),
    Entry("{op} has no computation of its own", "{op} no tiene cálculo propio", "{op} não tem cálculo próprio"),
    Entry("it was not computed", "no se calculó", "não foi calculado"),
    Entry("{op} is not called", "{op} no se llama", "{op} não é chamado"),
    Entry(
      "{op} is not recorded over operands",
      "{op} no se registra sobre operandos", "{op} não é registrado sobre operandos"),
    Entry("{it} has no value yet", "{it} aún no tiene valor", "{it} ainda não tem valor"),
    Entry("a given value has no value yet", "el valor dado aún no está", "o valor dado ainda não está"),
    Entry("a number has no value yet", "el número aún no tiene valor", "o número ainda não tem valor"),
    Entry(
      "a function's argument has no value yet",
      "el argumento de una función aún no tiene valor", "o argumento de uma função ainda não tem valor"),
    Entry(
      "the text has labels for {n} operands, but {m} are given",
      "el texto tiene letras para {n} operandos, pero se dan {m}",
      "o texto tem letras para {n} operandos, mas são dados {m}"),
    Entry(
      "it cannot be mapped: {reason}", "no puede usarse con `map`: {reason}", "não pode ser usado com `map`: {reason}"),
    Entry("a composite has no node of its own", "se compone de otras operaciones", "é composto de outras operações"),
    Entry("gave no result", "no dio ningún resultado", "não deu nenhum resultado"),
    Entry(
      "its place in the random stream is missing",
      "falta su lugar en la serie de números aleatorios", "falta o seu lugar na série de números aleatórios"),
    Entry(
      "it needs {n} attributes and an operand, not {m} and {k}",
      "necesita {n} atributos y un operando, no {m} y {k}", "precisa de {n} atributos e um operando, não {m} e {k}"),
    Entry(
      "it needs an operand, and attributes that begin with 0 or 1",
      "necesita un operando y atributos que empiecen por 0 o 1",
      "precisa de um operando e de atributos que comecem por 0 ou 1"),
    Entry(
      "a convolution has {n} attributes", "una convolución tiene {n} atributos", "uma convolução tem {n} atributos"),
    Entry("{list} are no attributes of it", "{list} no son atributos suyos", "{list} não são atributos dele"),
    Entry(
      "the sizes are beyond what can be convolved",
      "los tamaños superan lo que se puede convolucionar", "os tamanhos passam do que se pode convolver"),
    Entry(
      "the model changed while its loss was recorded",
      "el modelo cambió mientras se registraba su pérdida", "o modelo mudou enquanto a sua perda era registrada"),
    Entry("the model has no parameters", "el modelo no tiene parámetros", "o modelo não tem parâmetros"),
    Entry(
      "its rule gives {n} cotangents for {m} inputs",
      "su regla da {n} cotangentes para {m} entradas", "a sua regra dá {n} cotangentes para {m} entradas"),
    Entry(
      "an input must be a given tensor, not a result",
      "una entrada debe ser un tensor dado, no un resultado", "uma entrada deve ser um tensor dado, não um resultado"),
    Entry("{n} values for {m} inputs", "{n} valores para {m} entradas", "{n} valores para {m} entradas"),
    Entry(
      "the given gradient has {n} parts for {m} parameters",
      "el gradiente dado tiene {n} partes para {m} parámetros", "o gradiente dado tem {n} partes para {m} parâmetros"),
    Entry(
      "the given gradient has {n} parts for {m} arguments",
      "el gradiente dado tiene {n} partes para {m} argumentos", "o gradiente dado tem {n} partes para {m} argumentos"),
    Entry(
      "a parameter has no given gradient",
      "falta el gradiente de un parámetro", "falta o gradiente de um parâmetro"),
    Entry(
      "a gradient has the shape of its parameter, but for {name} was given instead of {shape}",
      "un gradiente tiene la forma de su parámetro, pero se dio {name} en vez de {shape}",
      "um gradiente tem a forma do seu parâmetro, mas foi dado {name} em vez de {shape}"),
    Entry("a value was not computed", "un valor no se calculó", "um valor não foi calculado"),
    Entry(
      "{count} arrays do not fit its step", "{count} arreglos no encajan en su paso",
      "{count} arranjos não cabem no seu passo"),
    Entry("a value was not replayed", "un valor no se repitió", "um valor não foi repetido"),
    Entry("a change was not carried", "un cambio no se transmitió", "uma mudança não foi transmitida"),
    Entry(
      "the result does not depend on the argument",
      "el resultado no depende del argumento", "o resultado não depende do argumento"),
  ]
}
