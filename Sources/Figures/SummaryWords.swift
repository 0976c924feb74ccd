// The sentences that describe a figure to somebody who cannot see it.
import Diagnostics

enum SummaryWords {
  // MARK: - What it is

  static let plot = Words(en: "plot", es: "gráfico", pt: "gráfico")
  static let histogram = Words(en: "histogram", es: "histograma", pt: "histograma")
  static let bars = Words(en: "bar chart", es: "gráfico de barras", pt: "gráfico de barras")
  static let scatter = Words(en: "scatter plot", es: "gráfico de dispersión", pt: "gráfico de dispersão")
  static let heatmap = Words(en: "heat map", es: "mapa de calor", pt: "mapa de calor")
  static let field = Words(en: "vector field", es: "campo vectorial", pt: "campo vetorial")
  static let contours = Words(en: "contour plot", es: "curvas de nivel", pt: "curvas de nível")
  static let image = Words(en: "image", es: "imagen", pt: "imagem")
  static let gallery = Words(en: "images", es: "imágenes", pt: "imagens")
  static let table = Words(en: "table", es: "tabla", pt: "tabela")
  static let diagram = Words(en: "diagram", es: "diagrama", pt: "diagrama")
  static let panels = Words(en: "several figures", es: "varias figuras", pt: "várias figuras")

  // MARK: - Axes

  static let axis = Words(
    en: "{name} from {low} to {high}", es: "{name} de {low} a {high}", pt: "{name} de {low} a {high}")
  static let logarithmicAxis = Words(
    en: "{name} from {low} to {high} (logarithmic)", es: "{name} de {low} a {high} (logarítmico)",
    pt: "{name} de {low} a {high} (logarítmico)")
  static let categories = Words(en: "{name}: {names}", es: "{name}: {names}", pt: "{name}: {names}")

  // MARK: - Series

  static let empty = Words(en: "nothing to be seen", es: "no hay nada que ver", pt: "não há nada para ver")
  static let rises = Words(
    en: "rises from {first} to {last}", es: "sube de {first} a {last}", pt: "sobe de {first} a {last}")
  static let falls = Words(
    en: "falls from {first} to {last}", es: "baja de {first} a {last}", pt: "cai de {first} a {last}")
  static let goes = Words(
    en: "goes from {first} to {last}", es: "va de {first} a {last}", pt: "vai de {first} a {last}")
  static let constant = Words(
    en: "is {first} throughout", es: "vale {first} en todas partes", pt: "vale {first} o tempo todo")
  static let lowest = Words(
    en: "lowest {value} at {place}", es: "mínimo {value} en {place}", pt: "mínimo {value} em {place}")
  static let highest = Words(
    en: "highest {value} at {place}", es: "máximo {value} en {place}", pt: "máximo {value} em {place}")
  static let points = Words(en: "{count} points", es: "{count} puntos", pt: "{count} pontos")
  static let onePoint = Words(en: "1 point", es: "1 punto", pt: "1 ponto")
  static let cloud = Words(
    en: "x from {left} to {right}, y from {low} to {high}, on average at ({x}, {y})",
    es: "x de {left} a {right}, y de {low} a {high}, en promedio en ({x}, {y})",
    pt: "x de {left} a {right}, y de {low} a {high}, em média em ({x}, {y})")
  static let band = Words(
    en: "a band between {low} and {high}", es: "una banda entre {low} y {high}", pt: "uma faixa entre {low} e {high}")
  static let level = Words(
    en: "a line across at {value}", es: "una línea horizontal en {value}", pt: "uma linha horizontal em {value}")
  static let upright = Words(
    en: "a line upright at {value}", es: "una línea vertical en {value}", pt: "uma linha vertical em {value}")

  // MARK: - Bars, cells, arrows

  static let bins = Words(
    en: "{count} bins, the highest from {low} to {high}, mean {mean}, standard deviation {spread}",
    es: "{count} intervalos, el más alto de {low} a {high}, media {mean}, desviación estándar {spread}",
    pt: "{count} intervalos, o mais alto de {low} a {high}, média {mean}, desvio padrão {spread}")
  static let many = Words(en: "{count} bars", es: "{count} barras", pt: "{count} barras")
  static let cells = Words(
    en: "{rows} rows and {columns} columns", es: "{rows} filas y {columns} columnas",
    pt: "{rows} linhas e {columns} colunas")
  static let cellPlace = Words(
    en: "row {row}, column {column}", es: "fila {row}, columna {column}", pt: "linha {row}, coluna {column}")
  static let lowestCell = Words(
    en: "lowest {value} ({place})", es: "mínimo {value} ({place})", pt: "mínimo {value} ({place})")
  static let highestCell = Words(
    en: "highest {value} ({place})", es: "máximo {value} ({place})", pt: "máximo {value} ({place})")
  static let arrows = Words(
    en: "{count} arrows, the longest with length {length} at {place}",
    es: "{count} flechas, la más larga de longitud {length} en {place}",
    pt: "{count} setas, a mais longa de comprimento {length} em {place}")
  static let levels = Words(
    en: "lines at the levels {values}", es: "curvas en los niveles {values}", pt: "curvas nos níveis {values}")
  static let more = Words(en: "… and {count} more", es: "… y {count} más", pt: "… e mais {count}")

  // MARK: - Images, tables, diagrams

  static let images = Words(
    en: "{count} of {width} × {height} pixels, {columns} in a row",
    es: "{count} de {width} × {height} píxeles, {columns} por fila",
    pt: "{count} de {width} × {height} pixels, {columns} por linha")
  static let pixels = Words(
    en: "{width} × {height} pixels", es: "{width} × {height} píxeles", pt: "{width} × {height} pixels")
  static let operands = Words(
    en: "{node} from {operands}", es: "{node} a partir de {operands}", pt: "{node} a partir de {operands}")
}
