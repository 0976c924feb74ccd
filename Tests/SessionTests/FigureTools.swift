// What tests of figures share: a program's figure, taken apart.
import AulaRuntime

/// The figure that a program gives.
func figure(_ program: String, in session: Session = testSession()) throws -> Figure {
  guard let figure = try session.evaluate(program).figure else { throw NotDrawn() }
  return figure
}

/// The plot that a program gives, for tests that call theirs `plot`.
func plotted(_ program: String, in session: Session = testSession()) throws -> Plot { try plot(program, in: session) }

/// The plot that a program gives.
func plot(_ program: String, in session: Session = testSession()) throws -> Plot {
  guard case .plot(let plot) = try figure(program, in: session) else { throw NotDrawn() }
  return plot
}

func gallery(_ program: String) throws -> Gallery {
  guard case .gallery(let gallery) = try figure(program) else { throw NotDrawn() }
  return gallery
}

func table(_ program: String) throws -> Table {
  guard case .table(let table) = try figure(program) else { throw NotDrawn() }
  return table
}

/// A program gave something else.
struct NotDrawn: Error {}

extension Plot {
  /// The curves, in order.
  var lines: [(name: String?, x: [Double], y: [Double])] {
    marks.compactMap { if case .line(let x, let y) = $0.shape { ($0.name, x, y) } else { nil } }
  }
  var points: [(name: String?, x: [Double], y: [Double])] {
    marks.compactMap { if case .points(let x, let y) = $0.shape { ($0.name, x, y) } else { nil } }
  }
  var bands: [(x: [Double], low: [Double], high: [Double])] {
    marks.compactMap { if case .band(let x, let low, let high) = $0.shape { (x, low, high) } else { nil } }
  }
  var histograms: [(name: String?, edges: [Double], heights: [Double])] {
    marks.compactMap {
      if case .histogram(let edges, let heights) = $0.shape { ($0.name, edges, heights) } else { nil }
    }
  }
  var bars: [(name: String?, heights: [Double])] {
    marks.compactMap { if case .bars(let heights, _, _) = $0.shape { ($0.name, heights) } else { nil } }
  }
  var grid: Grid? { marks.lazy.compactMap { if case .cells(let grid) = $0.shape { grid } else { nil } }.first }
}
