// `plot`: which curves a call means, and what is drawn around them.
import AulaRuntime
import Foundation
import Testing

@Suite("Figures: plot") struct FigurePlotTests {
  @Test("one list stands against its places, the first of several is x") func rules() throws {
    let one = try plot("plot([5, 6, 7])").lines
    #expect(one.count == 1 && one[0].x == [0, 1, 2] && one[0].y == [5, 6, 7] && one[0].name == nil)
    let two = try plot("plot([1, 3, 2], [5, 6, 7])").lines
    #expect(two.count == 1 && two[0].x == [1, 3, 2] && two[0].y == [5, 6, 7])
    let three = try plot("plot([1, 2], [5, 6], [7, 8])").lines
    #expect(three.count == 2 && three.allSatisfy { $0.x == [1, 2] } && three[1].y == [7, 8])
    let columns = try plot("plot([[1, 2], [3, 4], [5, 6]], names: (\"a\", \"b\"))").lines
    #expect(columns.map(\.y) == [[1, 3, 5], [2, 4, 6]] && columns.map(\.name) == ["a", "b"])
    let range = try plot("plot(2..5, [1, 2, 3])").lines
    #expect(range[0].x == [2, 3, 4])
  }

  @Test("labels name curves; a pair in a tuple is x and y") func names() throws {
    let named = try plot("plot([0, 1], (a: [1, 2], b: [3, 4]))").lines
    #expect(named.map(\.name) == ["a", "b"] && named.allSatisfy { $0.x == [0, 1] })
    let pairs = try plot("plot((train: ([1, 2], [3, 4]), test: ([1, 2, 3], [3, 4, 5])))").lines
    #expect(pairs.map(\.x) == [[1, 2], [1, 2, 3]] && pairs.map(\.y) == [[3, 4], [3, 4, 5]])
    #expect(pairs.map(\.name) == ["train", "test"])
    #expect(try plot("plot((1, 4, 9))").lines[0].y == [1, 4, 9])
  }

  @Test("few values are marked, many are not, one is a point") func marks() throws {
    #expect(try plot("plot([1, 2, 3])").points.count == 1)
    #expect(try plot("plot(zeros(100) + 1)").points.isEmpty)
    #expect(try plot("plot(zeros(100) + 1, points: true)").points.count == 1)
    #expect(try plot("plot([1, 2, 3], points: false)").points.isEmpty)
    let single = try plot("plot([7])")
    #expect(single.lines.isEmpty && single.points.map(\.y) == [[7]])
    // Marks of a curve have its colour.
    #expect(try plot("plot([0, 1], [1, 2], [3, 4])").marks.map(\.colour) == [0, 0, 1, 1])
  }

  @Test("settings come to the axes") func settings() throws {
    let plot = try plot(
      "plot([1, 10, 100], title: \"t\", x_label: \"n\", y_label: \"v\", x_range: (0, 5), y_range: 1..1000, log: "
        + "\"y\", level: 3, "
        + "upright: (1, 2))")
    #expect(plot.title == "t" && plot.x.label == "n" && plot.y.label == "v")
    #expect(plot.x.range == Interval(0, 5) && plot.y.range == Interval(1, 1000))
    #expect(plot.y.isLogarithmic && !plot.x.isLogarithmic)
    #expect(plot.marks.suffix(3).map(\.shape) == [.level(3), .upright(1), .upright(2)])
    #expect(try self.plot("plot([1, 2], log: \"xy\")").x.isLogarithmic)
    #expect(try self.plot("plot([1, 2], equal: true)").isEqual)
  }

  @Test("functions are sampled from end to end, more closely where they bend") func functions() throws {
    let smooth = try plot("plot(sin, -3, 3)")
    let line = try #require(smooth.lines.first)
    #expect(line.name == "sin" && line.x.first == -3 && line.x.last == 3 && line.x.count >= 400)
    #expect(zip(line.x, line.y).allSatisfy { abs(sin($0) - $1) < 1e-12 })
    #expect(zip(line.x, line.x.dropFirst()).allSatisfy { $0 < $1 })
    #expect(smooth.x.label == "x" && smooth.y.range == nil)
    let quick = try #require(try plot("plot(x -> sin(40 * x), 0, 10)").lines.first)
    #expect(quick.x.count > 1_000 && quick.x.count <= 4_400)
    #expect(zip(quick.x, quick.y).allSatisfy { abs(sin(40 * $0) - $1) < 1e-9 })
    #expect(zip(quick.x, quick.x.dropFirst()).allSatisfy { $0 < $1 })
    let both = try plot("plot((sine: sin, cosine: cos), 0, 1)").lines
    #expect(both.map(\.name) == ["sine", "cosine"])
    #expect(try plot("plot sin, cos, 0, 1").lines.map(\.name) == ["sin", "cos"])
    let labelled = try plot("plot(x -> (a: x, b: 2 * x), 0, 1)").lines
    #expect(labelled.map(\.name) == ["a", "b"] && labelled[1].y.last == 2)
    #expect(try plot("plot(x -> [x, 2 * x], 0, 1)").lines.count == 2)
    #expect(try plot("plot(x -> 3, 0, 1)").lines[0].y.allSatisfy { $0 == 3 })
    #expect(try plot("plot(x -> if x > 0 { 1 } else { 0 }, -1, 1)").lines[0].y.last == 1)
    let given = try plot("plot(t -> t^2, [1, 2, 5])").lines
    #expect(given[0].x == [1, 2, 5] && given[0].y == [1, 4, 25])
    let fit = try plot("plot([1, 2, 3], [1, 2, 3], (fit: x -> 2 * x))").lines
    #expect(fit.map(\.name) == [nil, "fit"] && fit[1].y == [2, 4, 6])
  }

  @Test("a pole does not hide the rest, and is not drawn across") func poles() throws {
    let plot = try plot("plot(x -> 1 / x, -1, 1)")
    let range = try #require(plot.y.range)
    #expect(range.low < -5 && range.low > -100 && range.high > 5 && range.high < 100)
    let line = try #require(plot.lines.first)
    #expect(line.y.contains { $0.isNaN })
    for (a, b) in zip(line.y, line.y.dropFirst()) where a.isFinite && b.isFinite {
      #expect(!(a < range.low && b > range.high))
    }
    let tangent = try #require(try self.plot("plot(tan, -5, 5)").y.range)
    #expect(tangent.high < 20 && tangent.low > -20)
    #expect(try self.plot("plot(exp, 0, 10)").y.range == nil)
    // A function that draws is asked once only: its values belong together.
    let noise = try #require(try self.plot("plot(x -> x + 0 * normal(1)[0], 0, 1)").lines.first)
    #expect(noise.x.count == 400)
  }

  @Test("a recorded series stands against its steps; noise becomes a band") func recorded() throws {
    let session = testSession()
    session.run("for i in 0..300 { record loss = exp(-i / 50) + 0.1 * normal(1)[0]; record smooth = exp(-i / 50) }")
    let noisy = try plot("plot loss", in: session)
    #expect(noisy.lines.map(\.name) == ["loss"] && noisy.bands.count == 1 && noisy.x.label == "step")
    let band = try #require(noisy.bands.first)
    let line = try #require(noisy.lines.first)
    #expect(line.x == (0..<300).map(Double.init))
    let misses = (0..<300).count { abs(line.y[$0] - exp(-Double($0) / 50)) > 0.1 }
    #expect(misses < 15)
    #expect(zip(band.low, band.high).allSatisfy { $0 <= $1 })
    #expect(try plot("plot smooth", in: session).bands.isEmpty)
    let both = try plot("plot loss, smooth", in: session)
    #expect(both.lines.map(\.name) == ["loss", "smooth"] && both.bands.count == 1)
    #expect(try plot("plot(0..600 by 2, loss)", in: session).lines[0].x.last == 598)
    session.setLanguage(.es)
    #expect(try plot("plot loss", in: session).x.label == "paso")
  }

  @Test("a parameter that was recorded is meant as its record; vectors give a line each, long ones quantiles")
  func vectors()
    throws
  {
    let session = testSession()
    session.run("param θ = 1.0\nfor i in 0..5 { update θ by t -> t + 1; record θ }")
    let line = try #require(try plot("plot θ", in: session).lines.first)
    #expect(line.name == "θ" && line.y == [2, 3, 4, 5, 6])
    session.run("for i in 0..10 { record pair = [i, 2 * i]; record many = linspace(0, 100, count: 101) + i }")
    let pair = try plot("plot pair", in: session).lines
    #expect(pair.map(\.name) == ["pair[0]", "pair[1]"] && pair[1].y.last == 18)
    let many = try plot("plot many", in: session)
    #expect(many.lines.map(\.name) == ["many"] && many.lines[0].y.first == 50 && many.bands.count == 2)
    #expect(many.bands[0].low.first == 10 && many.bands[1].high.first == 75)
  }

  @Test("an estimate has a band of two standard errors") func estimates() throws {
    let session = testSession()
    session.run("let e = estimate(normal(400, 3))")
    let plot = try plot("plot([1, 2, 4], e)", in: session)
    let (value, error) = (try session.numbers("e.value"), try session.numbers("e.error"))
    let band = try #require(plot.bands.first)
    #expect(plot.lines[0].y == value && plot.lines[0].x == [1, 2, 4])
    for index in 0..<3 {
      #expect(abs(band.high[index] - value[index] - 2 * error[index]) < 1e-6)
      #expect(abs(value[index] - band.low[index] - 2 * error[index]) < 1e-6)
    }
    let single = try self.plot("plot((estimate([1, 2, 3]), estimate([2, 3, 4])))", in: session)
    #expect(single.lines[0].y == [2, 3] && single.bands.count == 1)
    #expect(try self.plot("plot(x -> estimate(x * normal(10)), 0, 1)", in: session).bands.count == 1)
    #expect(try self.plot("histogram(e)", in: session).histograms[0].heights.reduce(0, +) == 1200)
  }

  private func plot(_ program: String, in session: Session = testSession()) throws -> Plot {
    try plotted(program, in: session)
  }
}
