// The core's phrases in Spanish and Portuguese: what an argument must be, what it is, why something cannot be.

extension Phrasebook {
  /// What kind of thing an argument must be.
  static let kinds: [Entry] = [
    Entry("a tensor", "un tensor", "um tensor"),
    Entry("a list of tensors", "una lista de tensores", "uma lista de tensores"),
    Entry("a list of at least one tensor", "una lista con al menos un tensor", "uma lista com pelo menos um tensor"),
    Entry("a whole number", "un número entero", "um número inteiro"),
    Entry("a list of whole numbers", "una lista de números enteros", "uma lista de números inteiros"),
    Entry("true or false", "`true` o `false`", "`true` ou `false`"),
    Entry("a number", "un número", "um número"),
    Entry("a single number", "un solo número", "um único número"),
    Entry("numbers", "números", "números"),
    Entry("a text", "un texto", "um texto"),
    Entry("a word", "una palabra", "uma palavra"),
    Entry("one of {words}", "una de estas palabras: {words}", "uma destas palavras: {words}"),
    Entry("given once", says: "given only once", "dado una sola vez", "dado uma única vez"),
    Entry("left out where `parts` is given", "omitido cuando se da `parts`", "omitido quando `parts` é dado"),
    Entry("a floating type", "números de coma flotante", "números de ponto flutuante"),
    Entry("{a} or {b}", "{a} o {b}", "{a} ou {b}"),
    Entry("{types}, as the first is", "{types}, como el primero", "{types}, como o primeiro"),
    Entry(
      "a matrix, or several along leading axes",
      "una matriz, o varias a lo largo de los primeros ejes", "uma matriz, ou várias ao longo dos primeiros eixos"),
    Entry(
      "a square matrix, or several along leading axes",
      "una matriz cuadrada, o varias a lo largo de los primeros ejes",
      "uma matriz quadrada, ou várias ao longo dos primeiros eixos"),
    Entry(
      "a vector of {n}, or a matrix with {m} rows",
      "un vector de {n} elementos, o una matriz con {m} filas",
      "um vetor de {n} elementos, ou uma matriz com {m} linhas"),
    Entry(
      "a vector or a matrix (`*` multiplies by a number)",
      "un vector o una matriz (`*` multiplica por un número)", "um vetor ou uma matriz (`*` multiplica por um número)"),
    Entry("symmetric", "simétrica", "simétrica"),
    Entry(
      "finite numbers throughout", says: "a matrix of finite numbers",
      "una matriz de números finitos",
      "uma matriz de números finitos"),
    Entry(
      "one letter for each axis, commas between operands and at most one ->",
      "una letra por cada eje, comas entre los operandos y como máximo un ->",
      "uma letra para cada eixo, vírgulas entre os operandos e no máximo um ->"),
    Entry(
      "a text whose result has only labels of its operands; `{label}` is in none",
      "un texto cuyo resultado solo tenga letras de sus operandos; `{label}` no está en ninguno",
      "um texto cujo resultado só tenha letras dos seus operandos; `{label}` não está em nenhum"),
    Entry(
      "a text whose result names every label once",
      "un texto cuyo resultado nombre cada letra una sola vez",
      "um texto cujo resultado cite cada letra uma "
        + "única vez"),
  ]

  /// What shape something must have.
  static let places: [Entry] = [
    Entry(
      "of rank {rank} or more", says: "a tensor with {rank} or more axes", "un tensor con {rank} ejes o más",
      "um tensor com {rank} eixos ou mais"),
    Entry(
      "of rank 1 or more", says: "a tensor with at least one axis", "un tensor con al menos un eje",
      "um tensor com pelo menos um eixo"),
    Entry(
      "of rank 2 or more, unless `axes` are named",
      says: "a tensor with at least 2 axes, unless `axes` are named",
      "un tensor con al menos 2 ejes, si no se nombran `axes`",
      "um tensor com pelo menos 2 eixos, se `axes` não for dado"),
    Entry(
      "of rank {rank} for {text}", says: "a tensor with {rank} axes for {text}",
      "un tensor de {rank} ejes según {text}", "um tensor de {rank} eixos segundo {text}"),
    Entry(
      "of size {n} along `{label}` in {text}, as elsewhere",
      "de tamaño {n} en `{label}` de {text}, como en los demás",
      "de tamanho {n} em `{label}` de {text}, como nos outros"),
    Entry(
      "as {shape} but along axis {axis}", says: "like {shape} except along axis {axis}",
      "como {shape}, salvo en el eje {axis}", "como {shape}, salvo no eixo {axis}"),
    Entry(
      "{shape} but for the size along axis {axis}",
      says: "{shape} except for the size along axis {axis}",
      "{shape}, salvo el tamaño del eje {axis}", "{shape}, salvo o tamanho do eixo {axis}"),
    Entry("{shape}, one for each element", "{shape}, uno por cada elemento", "{shape}, um para cada elemento"),
    Entry(
      "{shape}, or a single number, for `x` of shape {x}",
      "{shape}, o un solo número, si `x` tiene forma {x}", "{shape}, ou um único número, se `x` tem forma {x}"),
    Entry("{shape}, as conv2d gives it", "{shape}, como lo da conv2d", "{shape}, como conv2d dá"),
    Entry(
      "{form}, with sizes below {limit}",
      "{form}, con tamaños menores que {limit}", "{form}, com tamanhos menores que {limit}"),
    Entry("of size 1 along axis {axis}", "de tamaño 1 en el eje {axis}", "de tamanho 1 no eixo {axis}"),
    Entry(
      "of a size that {parts} divides along axis {axis}",
      "de un tamaño divisible por {parts} en el eje {axis}", "de um tamanho divisível por {parts} no eixo {axis}"),
    Entry(
      "of fewer elements", says: "a tensor with fewer elements", "un tensor con menos elementos",
      "um tensor com menos elementos"),
    Entry(
      "part of the shape of `x`, {shape}",
      "una parte de la forma de `x`, {shape}", "uma parte da forma de `x`, {shape}"),
    Entry(
      "the indices' shape {shape} from axis {axis} on",
      "la forma de los índices, {shape}, desde el eje {axis}", "a forma dos índices, {shape}, a partir do eixo {axis}"),
    Entry(
      "one that stretches to the draw's shape {shape}",
      says: "a shape that stretches to the draw's, {shape}",
      "una forma que se estire hasta la del sorteo, {shape}", "uma forma que se estique até a do sorteio, {shape}"),
    Entry(
      "at least {reach} long along axis {axis}, for one window",
      says: "of at least {reach} along axis {axis}, for one window",
      "de al menos {reach} en el eje {axis}, para una ventana",
      "de pelo menos {reach} no eixo {axis}, para uma "
        + "janela"),
    Entry(
      "at least 1 long along its last axis, within the windows",
      says: "at least 1 long along its last axis, the one within windows",
      "de al menos 1 en su último eje, el de dentro de las ventanas",
      "de pelo menos 1 no último eixo, o de dentro das janelas"),
    Entry(
      "{n} long along axis {axis}, the number of windows in a length of {length}",
      says: "of size {n} along axis {axis}, the number of windows in a length of {length}",
      "de tamaño {n} en el eje {axis}, las ventanas que caben en un largo de {length}",
      "de tamanho {n} no eixo {axis}, as janelas que cabem em um comprimento de {length}"),
    Entry(
      "at least the window's {size} along axis {axis}",
      says: "of at least {size}, like the window, along axis {axis}",
      "de al menos {size}, como la ventana, en el eje {axis}", "de pelo menos {size}, como a janela, no eixo {axis}"),
    Entry(
      "large enough to leave something inside of the padding",
      "bastante grande para que quede algo dentro del relleno", "grande o bastante para sobrar algo dentro da borda"),
    Entry(
      "with channels that {groups} groups can share, not {channels}",
      says: "a tensor with channels that {groups} groups can share, not {channels}",
      "un tensor con canales que se repartan entre {groups} grupos, no {channels}",
      "um tensor com canais que se dividam entre {groups} grupos, não {channels}"),
    Entry(
      "for channels that {groups} groups can share; `x` has {channels}",
      "un tensor para canales que se repartan entre {groups} grupos; `x` tiene {channels}",
      "um tensor para canais que se dividam entre {groups} grupos; `x` tem {channels}"),
    Entry(
      "of size {size} along axis 0: the channels of `x`",
      "de tamaño {size} en el eje 0: los canales de `x`", "de tamanho {size} no eixo 0: os canais de `x`"),
    Entry(
      "of size {size} along axis 1: the {channels} channels of `x`",
      "de tamaño {size} en el eje 1: los {channels} canales de `x`",
      "de tamanho {size} no eixo 1: os {channels} canais de `x`"),
    Entry(
      "of size {size} along axis 1: the {channels} channels of `x` in {groups} groups",
      "de tamaño {size} en el eje 1: los {channels} canales de `x` en {groups} grupos",
      "de tamanho {size} no eixo 1: os {channels} canais de `x` em {groups} grupos"),
    Entry(
      "for filters of 1 to {most} where images have {size}, padding aside; they have {own}",
      says: "of at most {most} along the axis where the images have {size} (padding aside), not {own}",
      "de {most} como máximo en el eje donde las imágenes tienen {size} (sin contar el relleno), no {own}",
      "de no máximo {most} no eixo em que as imagens têm {size} (sem contar a borda), não {own}"),
  ]

  /// What value an option must have, and what it has.
  static let values: [Entry] = [
    Entry("{least} or more", "{least} o más", "{least} ou mais"),
    Entry("a number of 0 or more", "un número mayor o igual que 0", "um número maior ou igual a 0"),
    Entry("0 or more for every axis", "0 o más para cada eje", "0 ou mais para cada eixo"),
    Entry(
      "sizes of 0 or more", says: "a list of sizes of 0 or more",
      "una lista de tamaños de 0 o más",
      "uma lista de tamanhos de 0 ou mais"),
    Entry(
      "sizes of 0 or more, at most one of them -1", says: "a list of sizes of 0 or more, at most one of them -1",
      "una lista de tamaños de 0 o más, y como máximo uno de ellos -1",
      "uma lista de tamanhos de 0 ou mais, e no máximo um deles -1"),
    Entry(
      "sizes that add up to {length}", says: "a list of sizes that add up to {length}",
      "una lista de tamaños que sumen {length}",
      "uma lista de tamanhos que somem {length}"),
    Entry(
      "between {low} and {high}", says: "a value between {low} and {high}", "un valor entre {low} y {high}",
      "um valor entre {low} e {high}"),
    Entry("1, 2 or infinity", "1, 2 o infinito", "1, 2 ou infinito"),
    Entry(
      "0 to {size}, axis {axis}'s size", "de 0 a {size}, el tamaño del eje {axis}",
      "de 0 a {size}, o tamanho do eixo {axis}"),
    Entry(
      "less than {count}, the number of elements",
      "menor que {count}, el número de elementos", "menor que {count}, o número de elementos"),
    Entry("less than the stride", "menor que el paso", "menor que o passo"),
    Entry("less than the stride, {stride}", "menor que el paso, {stride}", "menor que o passo, {stride}"),
    Entry("less than the window, {size}", "menor que la ventana, {size}", "menor que a janela, {size}"),
    Entry(
      "at least {reach}, a window's reach",
      "{reach} o más, el alcance de una ventana", "{reach} ou mais, o alcance de uma janela"),
    Entry("fewer", says: "a smaller number", "un número menor", "um número menor"),
    Entry("a smaller number", "un número menor", "um número menor"),
    Entry(
      "smaller numbers", says: "a list of smaller numbers",
      "una lista de números menores",
      "uma lista de números menores"),
    Entry(
      "a positive, finite sum", says: "a list of weights with a positive, finite sum",
      "una lista de pesos con suma positiva y finita",
      "uma lista de pesos com soma positiva e finita"),
    Entry(
      "a whole number, as `x` is {type}", "un número entero, porque `x` es {type}",
      "um número inteiro, porque `x` é {type}"),
    Entry(
      "all {rank} axes, each once", says: "a list of the axes, {rank} in all, each once",
      "una lista con los ejes, {rank} en total, cada uno una vez",
      "uma lista com os eixos, {rank} ao todo, cada um uma vez"),
    Entry(
      "{rank} steps of 1 or more", says: "a list of {rank} steps of 1 or more",
      "una lista de {rank} pasos de 1 o más",
      "uma lista de {rank} passos de 1 ou mais"),
    Entry(
      "one start and one size for each of {rank} axes",
      "un comienzo y un tamaño por cada uno de los {rank} ejes",
      "um começo e um tamanho para cada um dos "
        + "{rank} eixos"),
    Entry(
      "one number, or one for each of {rank} axes",
      "un número, o uno por cada uno de los {rank} ejes", "um número, ou um para cada um dos {rank} eixos"),
    Entry(
      "{least} or more, as one number", "{least} o más, como un solo número", "{least} ou mais, como um único número"),
    Entry(
      "{least} or more, as one number or as {axes}, for rows and columns",
      "{least} o más, como un solo número o como {axes}, para filas y columnas",
      "{least} ou mais, como um único número ou como {axes}, para linhas e colunas"),
    Entry(
      "0 or more, as one number or as [before, after]",
      "0 o más, como un solo número o como [antes, después]",
      "0 ou mais, como um único número ou como [antes, "
        + "depois]"),
    Entry(
      "0 or more, as one number, as [rows, columns], or as [top, bottom, left, right]",
      "0 o más, como un solo número, como [filas, columnas] o como [arriba, abajo, izquierda, derecha]",
      "0 ou mais, como um único número, como [linhas, colunas] ou como [cima, baixo, esquerda, direita]"),
    Entry(
      "with padding and dilation a list of moderate sizes, strides and dilations of 1 or more",
      "junto con relleno y dilatación, una lista de tamaños moderados, con pasos y dilataciones de 1 o más",
      "junto com borda e dilatação, uma lista de tamanhos moderados, com passos e dilatações de 1 ou mais"),
    Entry(
      "1 for a gradient written by hand",
      "1 para un gradiente escrito a mano", "1 para um gradiente escrito à mão"),
    Entry("a matrix with {value} in it", "una matriz que contiene {value}", "uma matriz que contém {value}"),
    Entry(
      "{a} in row {i}, column {j} and {b} in row {k}, column {l}",
      "{a} en la fila {i}, columna {j} y {b} en la fila {k}, columna {l}",
      "{a} na linha {i}, coluna {j} e {b} na linha {k}, coluna {l}"),
    Entry(
      "weights whose sum is {total}", says: "a list of weights whose sum is {total}",
      "una lista de pesos que suman {total}",
      "uma lista de pesos que somam {total}"),
    Entry("for images of {size}", "para imágenes de {size}", "para imagens de {size}"),
    Entry("missing", says: "left out", "omitido", "omitido"),
    Entry(
      "{n} starts", says: "a list of {n}",
      "una lista de {n}",
      "uma lista de {n}"),
    Entry("{n} directions", "{n} direcciones", "{n} direções"),
  ]
}
