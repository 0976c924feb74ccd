// What figures hold.
import Figures
import Testing

@Suite("Figures") struct FigureTests {
  @Test("the same data is the same figure") func equality() {
    let marks = [Mark(.line(x: [0, 1], y: [1, 2]), name: "loss")]
    #expect(Figure.plot(Plot(marks: marks)) == Figure.plot(Plot(marks: marks)))
    #expect(Figure.plot(Plot(marks: marks)) != Figure.plot(Plot(marks: [])))
  }
}
