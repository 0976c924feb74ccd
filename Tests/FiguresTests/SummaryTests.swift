// Figures in words, in three languages.
import Diagnostics
// Figures in words.
import Figures
import Testing

@Suite("Summaries") struct SummaryTests {
  @Test("a curve: how it runs and where its extremes are") func curve() {
    let x = (0...10).map { Double($0) * 50 }
    let y: [Double] = [2.3, 1.9, 1.5, 1.2, 0.9, 0.6, 0.4, 0.2, 0.1, 0.09, 0.11]
    let figure = Figure.plot(
      Plot(title: "Training", x: Axis(label: "step"), marks: [Mark(.line(x: x, y: y), name: "loss")]))
    #expect(
      figure.summary(.en) == """
        Plot: Training
        x (step) from 0 to 500; y from 0 to 2.39
        loss: 11 points, falls from 2.3 to 0.11, lowest 0.09 at 450
        """)
    #expect(figure.summary(.es).hasSuffix("loss: 11 puntos, baja de 2.3 a 0.11, mínimo 0.09 en 450"))
    #expect(figure.summary(.pt).hasSuffix("loss: 11 pontos, cai de 2.3 a 0.11, mínimo 0.09 em 450"))
  }

  @Test("the other kinds say what is in them") func kinds() {
    #expect(Samples.bars.summary(.en).contains("dense: zero 90, one 80, two 70"))
    #expect(
      Samples.table.summary(.es)
        == "Tabla: Layers\nlayer | output | parameters\nDense | [100] | 78500\nselu | [100] | 0\ntotal |  | 78500")
    #expect(Samples.diagram.summary(.pt).contains("mean (0.5) a partir de @"))
    #expect(
      Samples.matrix.summary(.en).contains(
        "4 rows and 5 columns, lowest −8.25 (row a, column 0), highest 10.8 (row d, column 4)"))
    #expect(Samples.gallery.summary(.en).contains("12 of 28 × 28 pixels, 5 in a row"))
    #expect(Samples.image.summary(.es) == "Imagen\n16 × 9 píxeles")
    #expect(Samples.cloud.summary(.en).contains("group 2: 80 points, x from"))
    #expect(Samples.field.summary(.en).contains("100 arrows, the longest with length 6.36 at (−4.5, −4.5)"))
    #expect(Figure.plot(Plot(marks: [])).summary(.es) == "Gráfico\nno hay nada que ver")
  }

  @Test("a histogram's peak, mean and spread") func histogram() {
    let bins = Mark(.histogram(edges: [0, 1, 2, 3], heights: [1, 2, 1]))
    let densities = Mark(.histogram(edges: [0, 1, 2, 3], heights: [0.25, 0.5, 0.25]))
    for mark in [bins, densities] {
      let summary = Figure.plot(Plot(marks: [mark])).summary(.en)
      #expect(summary.contains("3 bins, the highest from 1 to 2, mean 1.5, standard deviation 0.707"))
    }
  }

  @Test("all figures have words in all languages, and never too many", arguments: Language.allCases)
  func every(language: Language) {
    for (name, figure) in Samples.ordinary + Samples.extreme {
      let summary = figure.summary(language)
      #expect(!summary.isEmpty && !summary.contains("{low}") && !summary.contains("\u{1b}"), "\(name)")
      #expect(summary.count < 60_000, "\(name): \(summary.count)")
    }
  }

  @Test("a long table is cut, but keeps its total") func long() {
    let cells = (1...1000).map { "\($0)" }
    let figure = Figure.table(Table(columns: [.init("n", isNumeric: true, cells: cells)], hasTotal: true))
    let lines = figure.summary(.es).split(separator: "\n")
    #expect(lines.count < 40 && lines.last == "1000" && lines.contains("… y 970 más"))
  }
}
