// Points, bars, images, the plane, tables, computations, and figures of figures.
import AulaRuntime
import Foundation
import Testing

@Suite("Figures: the other kinds") struct FigureKindTests {
  @Test("points come as rows or as x and y, in groups or clouds") func scatter() throws {
    let rows = try plot("scatter([[0, 5], [1, 6], [2, 7]])")
    #expect(rows.isEqual && rows.points[0].x == [0, 1, 2] && rows.points[0].y == [5, 6, 7])
    let lists = try plot("scatter([0, 1], [5, 6])")
    #expect(!lists.isEqual && lists.points[0].y == [5, 6])
    #expect(try plot("scatter(([0, 1], [5, 6]))").points.map(\.x) == [[0, 1]])
    let groups = try plot("scatter([[0, 5], [1, 6], [2, 7]], group: (\"b\", \"a\", \"b\"))").points
    #expect(groups.map(\.name) == ["b", "a"] && groups[0].x == [0, 2] && groups[1].y == [6])
    let numbers = try plot("scatter([1, 2, 3], [4, 5, 6], group: [7, 0, 7])").points
    #expect(numbers.map(\.name) == ["0", "7"] && numbers[1].x == [1, 3])
    let clouds = try plot("scatter((real: zeros(4, 2), fake: ones(3, 2)))").points
    #expect(clouds.map(\.name) == ["real", "fake"] && clouds.map(\.x.count) == [4, 3])
    let named = try plot("scatter(zeros(4, 2), ones(3, 2), names: (\"p\", \"q\"), equal: false)")
    #expect(named.points.map(\.name) == ["p", "q"] && !named.isEqual)
  }

  @Test("histograms count every value once; densities have the area 1") func histogram() throws {
    let session = testSession()
    session.run("let v = normal(1000)")
    let counts = try #require(try plot("histogram(v)", in: session).histograms.first)
    #expect(counts.heights.reduce(0, +) == 1000 && counts.edges.count == counts.heights.count + 1)
    let density = try #require(try plot("histogram(v, density: true, bins: 17)", in: session).histograms.first)
    let widths = zip(density.edges, density.edges.dropFirst()).map { $1 - $0 }
    #expect(density.heights.count == 17 && abs(zip(density.heights, widths).map { $0 * $1 }.reduce(0, +) - 1) < 1e-12)
    let given = try #require(try plot("histogram([0.5, 1, 1.5, 3, 9], bins: [0, 1, 2, 3])").histograms.first)
    // The highest edge belongs to the last bin, and what lies outside is in none.
    #expect(given.heights == [1, 2, 1])
    let two = try plot("histogram((a: v, b: v + 3))", in: session).histograms
    #expect(two.map(\.name) == ["a", "b"] && two[0].edges == two[1].edges)
    let against = try plot("histogram(v, against: x -> exp(-x^2 / 2) / √(2 * π))", in: session)
    #expect(against.y.label == "density" && against.lines.count == 1 && against.marks.last?.isDashed == true)
    let scaled = try plot("histogram(v, against: x -> 1 / 2, density: false, bins: [-2, 0, 2])", in: session)
    #expect(scaled.lines[0].y.allSatisfy { $0 == 1000 })
  }

  @Test("a distribution is drawn as its density") func densities() throws {
    let session = testSession()
    session.run("model Bell(m) {\n  fn logp(x) = -(x - m)^2 / 2 - log(2 * π) / 2\n}\nlet q = Bell(1)")
    let curve = try #require(try plot("plot(q, -3, 3)", in: session).lines.first)
    #expect(curve.name == "Bell")
    #expect(
      zip(curve.x, curve.y).allSatisfy { abs(exp(-($0 - 1) * ($0 - 1) / 2) / (2 * Double.pi).squareRoot() - $1) < 1e-9 }
    )
    #expect(try plot("plot((p: q, f: sin), -3, 3)", in: session).lines.map(\.name) == ["p", "f"])
    let against = try plot("histogram([1, 2, 3], against: q)", in: session)
    #expect(against.lines.count == 1 && against.y.label == "density")
  }

  @Test("bars have labels, and stand side by side where there are several sets") func bars() throws {
    let plain = try plot("bars([3, 1])")
    #expect(plain.bars[0].heights == [3, 1] && plain.x.categories == ["0", "1"])
    #expect(try plot("bars((\"a\", \"b\"), [3, 1])").x.categories == ["a", "b"])
    #expect(try plot("bars([2, 4], [3, 1])").x.categories == ["2", "4"])
    let labelled = try plot("bars((cats: 3, dogs: 5))")
    #expect(labelled.x.categories == ["cats", "dogs"] && labelled.bars[0].heights == [3, 5])
    let sets = try plot("bars((\"x\", \"y\"), (train: [1, 2], test: [3, 4]))")
    #expect(sets.bars.map(\.name) == ["train", "test"] && sets.bars[1].heights == [3, 4])
    #expect(
      sets.marks.map(\.shape) == [
        .bars(heights: [1, 2], part: 0, parts: 2), .bars(heights: [3, 4], part: 1, parts: 2),
      ])
    #expect(try plot("bars([[1, 2], [3, 4], [5, 6]])").bars.map(\.heights) == [[1, 3, 5], [2, 4, 6]])
  }

  @Test("heatmaps have 0 in the middle where both signs occur") func heatmap() throws {
    let both = try #require(try plot("heatmap([[1, -3], [0, 2]], numbers: true)").grid)
    #expect(both.palette == .diverging && both.scale == Interval(-3, 3) && both.showsNumbers && !both.isUpward)
    let one = try plot("heatmap([[1, 2, 3]], rows: (\"a\",), columns: (\"x\", \"y\", \"z\"))")
    #expect(one.grid?.palette == .sequential && one.grid?.scale == Interval(1, 3))
    #expect(one.x.categories == ["x", "y", "z"] && one.y.categories == ["a"])
    #expect(try plot("heatmap([[1, 2]], range: (0, 4), palette: \"grey\")").grid?.scale == Interval(0, 4))
    #expect(try plot("heatmap(zeros(2, 2))").grid?.scale == Interval(0, 1))
  }

  @Test("images of all layouts have the same pixels") func images() throws {
    let grey = try gallery("image([[0, 0.25], [0.5, 1]])")
    #expect(grey.images[0].values == [0, 0.25, 0.5, 1] && grey.images[0].channels == 1)
    #expect(try gallery("image([0, 0.25, 0.5, 1])").images == grey.images)
    #expect(try gallery("image([[[0, 0.25], [0.5, 1]]])").images == grey.images)
    let last = "reshape(linspace(0, 1, count: 12), (2, 2, 3))"
    let colour = try gallery("image(\(last))")
    #expect(colour.images[0].channels == 3 && colour.images[0].values[1] == Float(1.0 / 11))
    #expect(try gallery("image(permute(\(last), (2, 0, 1)))").images == colour.images)
    #expect(try gallery("image([[-1, 0], [1, 3]])").images[0].values == [0, 0.25, 0.5, 1])
    #expect(try gallery("image([[-1, 0], [1, 3]], range: (0, 2))").images[0].values == [0, 0, 0.5, 1])
  }

  @Test("of many images the first are shown, and that is said") func batch() throws {
    let many = try gallery("images(reshape(arange(250 * 4), (250, 4)), title: \"all\")")
    #expect(many.images.count == 100 && many.columns == 10 && many.title == "all (the first 100 of 250)")
    // The range is that of the shown ones together.
    #expect(many.images[0].values[0] == 0 && many.images[99].values[3] == 1)
    #expect(try gallery("images(zeros(250, 4), first: 200)").images.count == 200)
    for shape in ["3, 2, 2", "3, 1, 2, 2", "3, 2, 2, 1", "3, 4"] {
      let gallery = try gallery("images(reshape(linspace(0, 1, count: 12), (\(shape))))")
      #expect(gallery.images.count == 3 && gallery.images[0].width == 2 && gallery.images[2].values[3] == 1, "\(shape)")
    }
    #expect(try gallery("images(zeros(3, 3, 4, 4))").images[0].channels == 3)
    let tuple = try gallery("images((a: zeros(2, 2), b: ones(3, 3)), columns: 1)")
    #expect(tuple.captions == ["a", "b"] && tuple.images.map(\.width) == [2, 3] && tuple.columns == 1)
  }

  @Test("fields take points or two numbers, and stand in the rectangle") func field() throws {
    let turned = try plot("field(p -> [-p[1], p[0]], (-2, 2), (-1, 1), count: 10)")
    guard case .arrows(let x, let y, let dx, let dy)? = turned.marks.first?.shape else { throw NotDrawn() }
    #expect(x.count == 50 && dx == y.map { -$0 } && dy == x)
    #expect(turned.isEqual && turned.x.range == Interval(-2, 2) && turned.y.range == Interval(-1, 1))
    let two = try plot("field((x, y) -> (-y, x), (-2, 2), (-1, 1), count: 10)")
    #expect(two.marks.map(\.shape) == turned.marks.map(\.shape))
    let given = try plot("field([[0, 1]], [[2, 3]])")
    #expect(given.marks[0].shape == .arrows(x: [0], y: [1], dx: [2], dy: [3]))
  }

  @Test("contour lines lie where the function has their height") func contour() throws {
    for program in ["p -> sum(p^2)", "(x, y) -> x^2 + y^2"] {
      let plot = try plot("contour(\(program), (-2, 2), (-2, 2), levels: [1, 2])")
      guard case .contours(let contours)? = plot.marks.last?.shape else { throw NotDrawn() }
      #expect(contours.map(\.level) == [1, 2] && plot.x.range == Interval(-2, 2))
      for contour in contours {
        let spots = contour.lines.flatMap { $0 }
        #expect(spots.count > 50)
        #expect(spots.allSatisfy { abs($0.x * $0.x + $0.y * $0.y - contour.level) < 0.01 })
      }
    }
    let filled = try plot("contour((x, y) -> y, (0, 1), (0, 1), filled: true)")
    let grid = try #require(filled.grid)
    // The first row is the lowest.
    #expect(grid.isUpward && grid.values[0] < grid.values[grid.values.count - 1])
    #expect(try plot("contour([[0, 1], [1, 2]], levels: 3)").marks.count == 1)
  }
}
