// The names of what doctor finds.
import Diagnostics

enum DoctorWords {
  static let version = Words(en: "version", es: "versión", pt: "versão")
  static let processor = Words(en: "processor", es: "procesador", pt: "processador")
  static let level = Words(
    en: "level of the kernels", es: "nivel de los núcleos de cálculo", pt: "nível dos núcleos de cálculo")
  static let processors = Words(en: "processors", es: "procesadores", pt: "processadores")
  static let threads = Words(en: "threads in use", es: "hilos en uso", pt: "threads em uso")
  static let product = Words(
    en: "product 512 x 512, float32", es: "producto 512 x 512, float32", pt: "produto 512 x 512, float32")
  static let product64 = Words(
    en: "product 512 x 512, float64", es: "producto 512 x 512, float64", pt: "produto 512 x 512, float64")
  static let kernel = Words(
    en: "tanh of a million numbers", es: "tanh de un millón de números", pt: "tanh de um milhão de números")
  static let copy = Words(en: "copying memory", es: "copiar memoria", pt: "copiar memória")
  static let terminal = Words(en: "output", es: "salida", pt: "saída")
  static let isTerminal = Words(en: "a terminal", es: "un terminal", pt: "um terminal")
  static let isNoTerminal = Words(en: "a file or a pipe", es: "un archivo o una tubería", pt: "um arquivo ou um pipe")
  static let size = Words(en: "columns and lines", es: "columnas y líneas", pt: "colunas e linhas")
  static let colours = Words(en: "colours", es: "colores", pt: "cores")
  static let signs = Words(en: "characters", es: "caracteres", pt: "caracteres")
  static let pictures = Words(en: "pictures", es: "figuras", pt: "figuras")
  static let isAsked = Words(
    en: "asked at the first picture", es: "se pregunta con la primera figura", pt: "pergunta-se na primeira figura")
  static let language = Words(en: "language", es: "idioma", pt: "idioma")
  static let program = Words(en: "this program", es: "este programa", pt: "este programa")
  static let history = Words(en: "history", es: "historial", pt: "histórico")
  static let inputrc = Words(en: "keys of readline", es: "teclas de readline", pt: "teclas do readline")
}
