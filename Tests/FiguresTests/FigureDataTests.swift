// Histograms, bands and contour lines: what is computed before it is drawn.
import Figures
import Foundation
import Testing

@Suite("Figure data") struct FigureDataTests {
  @Test("every finite value is in one bin, and edges are round") func histogram() {
    var noise = Noise()
    for count in [1, 2, 10, 1000, 20_000] {
      let values = noise.normals(count).map { $0 * 3 + 1 } + [.nan, .infinity]
      let bins = Histogram.bins(values)
      #expect(bins.edges.count == bins.heights.count + 1)
      #expect(bins.heights.reduce(0, +) == Double(count))
      #expect(zip(bins.edges, bins.edges.dropFirst()).allSatisfy { $0 < $1 })
      guard count >= 10 else { continue }
      let step = bins.edges[1] - bins.edges[0]
      #expect(bins.edges.allSatisfy { abs(($0 / step).rounded() - $0 / step) < 1e-6 }, "\(bins.edges)")
      for (index, height) in bins.heights.enumerated() {
        let isLast = index == bins.heights.count - 1
        let inside = values.filter {
          $0 >= bins.edges[index] && ($0 < bins.edges[index + 1] || isLast && $0 == bins.edges[index + 1])
        }
        #expect(Double(inside.count) == height)
      }
    }
    #expect((20...80).contains(Histogram.bins(noise.normals(3000)).heights.count))
  }

  @Test("a number of bins is kept, whole numbers stand in the middle") func asked() {
    #expect(
      Histogram.bins([0, 1, 2, 3, 4], count: 5)
        == Histogram(edges: [0, 0.8, 1.6, 2.4, 3.2, 4], heights: [1, 1, 1, 1, 1]))
    #expect(Histogram.bins([2, 3, 3, 5]) == Histogram(edges: [1.5, 2.5, 3.5, 4.5, 5.5], heights: [1, 2, 0, 1]))
    // A value on an edge belongs to the bin that begins there, the highest to the last.
    #expect(Histogram.bins([0, 1, 2, 2, 4], count: 4).heights == [1, 1, 2, 1])
    #expect(Histogram.bins([0.5, 0.5]).heights == [2])
    #expect(Histogram.bins([.nan]).heights.isEmpty)
    #expect(Histogram.bins([1, 2], count: .max).heights.count == Histogram.mostBins)
    for numbers in Samples.hardNumbers {
      let bins = Histogram.bins(numbers)
      #expect(bins.heights.reduce(0, +) == Double(numbers.filter { $0.isFinite }.count), "\(numbers)")
      #expect(Histogram.bins(numbers, count: 7).heights.count <= 7)
    }
    // One far value does not make a million bins.
    var noise = Noise()
    #expect(Histogram.bins(noise.normals(1000) + [1e6]).heights.count <= Histogram.mostBins)
  }

  @Test("a band has the mean and the spread of its window") func band() {
    let values = (0..<100).map { Double($0) }
    let line = Band.of(values, window: 11)
    #expect(zip(line.mean, values).allSatisfy { abs($0 - $1) < 1e-9 })
    // Eleven neighbours on a straight line of slope 1: the variance is (11² − 1) / 12.
    #expect(abs(line.high[50] - line.mean[50] - sqrt(10)) < 1e-9)
    #expect(line.low[0] == line.mean[0])
    let holes = Band.of([1, .nan, 3, .infinity, 5, 7, 9], window: 3)
    #expect(abs(holes.mean[1] - 2) < 1e-12 && abs(holes.mean[3] - 4) < 1e-12)
    #expect(Band.of([]).x.isEmpty)
    let offset = Band.of((0..<1000).map { 1e9 + Double($0 % 2) }, window: 100)
    #expect(abs(offset.high[500] - offset.mean[500] - 0.5) < 1e-3)
    for numbers in Samples.hardNumbers {
      let band = Band.of(numbers)
      #expect(band.mean.count == numbers.count)
      #expect(zip(band.low, band.high).allSatisfy { $0 <= $1 || $0.isNaN })
    }
    #expect(Band.of([Double](repeating: 1, count: 1_000_000)).mean.last == 1)
  }

  @Test("contour lines lie on their level, and those of a hill are closed") func hill() {
    let count = 60
    let values = (0..<count * count).map { index in
      let x = (Double(index % count) + 0.5) / Double(count) * 4 - 2
      let y = (Double(index / count) + 0.5) / Double(count) * 4 - 2
      return x * x + y * y
    }
    let grid = Grid(
      rows: count, columns: count, values: values, x: Interval(-2, 2), y: Interval(-2, 2), isUpward: true,
      scale: Interval(0, 8))
    let contours = Contour.lines(of: grid, levels: [1, 2.25, 5])
    #expect(contours.map { $0.place } == [0, 0.3125, 1])
    for (contour, radius) in zip(contours, [1, 1.5]) {
      #expect(contour.lines.count == 1)
      let line = contour.lines.first ?? []
      #expect(line.count > 50 && line.first == line.last)
      #expect(line.allSatisfy { abs(hypot($0.x, $0.y) - radius) < 0.01 })
    }
    // √5 is wider than the grid: four arcs, each from border to border.
    #expect(contours.last?.lines.count == 4)
    for line in contours.last?.lines ?? [] {
      for end in [line.first, line.last] { #expect(end.map { max(abs($0.x), abs($0.y)) > 1.999 } == true) }
    }
  }

  @Test("a saddle joins what belongs together") func saddle() {
    func lines(_ middle: Double) -> [[Spot]] {
      // 3 × 3 with high corners at the lower left and the upper right.
      let grid = Grid(
        rows: 2, columns: 2, values: [1 + middle, 0, 0, 1 + middle], x: Interval(0, 2), y: Interval(0, 2),
        scale: Interval(0, 1))
      return Contour.lines(of: grid, levels: [0.5]).first?.lines ?? []
    }
    // A high middle: the low corners are cut off, each by a line of its own.
    let high = lines(0.5)
    #expect(high.count == 2)
    for line in high { #expect(line.allSatisfy { $0.x > $0.y } || line.allSatisfy { $0.x < $0.y }) }
    let low = lines(-0.3)
    #expect(low.count == 2)
    for line in low { #expect(line.allSatisfy { $0.x + $0.y > 2 } || line.allSatisfy { $0.x + $0.y < 2 }) }
  }

  @Test("grids that are no grids have no lines") func broken() {
    func grid(_ rows: Int, _ columns: Int, _ values: [Double]) -> Grid {
      Grid(rows: rows, columns: columns, values: values, x: Interval(0, 1), y: Interval(0, 1), scale: Interval(0, 1))
    }
    #expect(Contour.lines(of: grid(2, 2, [1]), levels: [0]).isEmpty)
    #expect(Contour.lines(of: grid(.max, 2, [1]), levels: [0]).isEmpty)
    #expect(Contour.lines(of: grid(0, 0, []), levels: [0]).isEmpty)
    #expect(Contour.lines(of: grid(1, 1, [3]), levels: [0]).first?.lines.isEmpty == true)
    #expect(Contour.lines(of: grid(2, 2, [.nan, 1, 2, 3]), levels: [1.5, .nan]).count == 1)
    for numbers in Samples.hardNumbers {
      let contours = Contour.lines(of: grid(1, numbers.count, numbers), levels: numbers + [0])
      #expect(contours.allSatisfy { $0.lines.allSatisfy { $0.allSatisfy { $0.x.isFinite && $0.y.isFinite } } })
      #expect(Contour.levels(of: grid(1, numbers.count, numbers)).count < 30)
    }
  }
}
