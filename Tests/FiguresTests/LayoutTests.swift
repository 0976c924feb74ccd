// What must hold for every figure on every sheet.
import Figures
import Testing

@Suite("Layout") struct LayoutTests {
  static let paper: [(Double?, Double?)] = [
    (nil, nil), (640, 400), (300, nil), (120, 80), (1, 1), (1500, 300), (200, 900),
  ]
  static let characters: [(Double?, Double?)] = [
    (160, 96), (40, 24), (80, 40), (400, 240), (nil, nil), (2, 4), (70, 200),
  ]

  @Test("texts lie inside the sheet and never overlap") func texts() {
    for (name, figure) in Samples.ordinary + Samples.extreme {
      for (width, height) in Self.paper {
        check(figure.scene(width: width, height: height, on: PaperSheet()), PaperSheet(), name)
      }
      for (width, height) in Self.characters {
        check(figure.scene(width: width, height: height, on: CharacterSheet()), CharacterSheet(), name)
      }
    }
  }

  private func check(_ scene: Scene, _ sheet: some Sheet, _ name: String) {
    let place = "\(name) on \(scene.width) × \(scene.height)"
    #expect(scene.width.isFinite && scene.height.isFinite && scene.width > 0 && scene.height > 0, "\(place)")
    var boxes: [(text: String, box: Box)] = []
    for item in scene.items {
      guard case .text(let text, let x, let y, let size, let anchor, _, let isBold, let isUpright) = item else {
        continue
      }
      let width = sheet.width(of: text, size: size) * (isBold && sheet.cell == nil ? 1.1 : 1)
      let box: Box
      if let cell = sheet.cell {
        #expect(
          anchor == .start && !isUpright && x.truncatingRemainder(dividingBy: cell.width) == 0, "\(place): \(text)")
        box = Box(x, (y / cell.height).rounded(.down) * cell.height, width, cell.height)
      } else if isUpright {
        box = Box(x - size * 0.9, y - width, size * 1.1, width)
      } else {
        let left = x - width * (anchor == .start ? 0 : anchor == .middle ? 0.5 : 1)
        box = Box(left, y - size * 0.85, width, size)
      }
      #expect(
        box.x >= -0.01 && box.y >= -0.01 && box.right <= scene.width + 0.01 && box.bottom <= scene.height + 0.01,
        "\(place): \(text) leaves the sheet")
      boxes.append((text, box))
    }
    guard boxes.count < 600 else { return }
    for (index, one) in boxes.enumerated() {
      for other in boxes[..<index] {
        #expect(!one.box.overlaps(other.box), "\(place): “\(one.text)” covers “\(other.text)”")
      }
    }
  }

  @Test("nothing is drawn where no sheet is") func coordinates() {
    for (name, figure) in Samples.ordinary + Samples.extreme {
      for scene in [
        figure.scene(width: 400, height: 250, on: PaperSheet()),
        figure.scene(width: 120, height: 80, on: CharacterSheet()),
      ] {
        for item in scene.items { checkPlaces(item, scene, name) }
      }
    }
  }

  private func checkPlaces(_ item: Scene.Item, _ scene: Scene, _ name: String) {
    func inside(_ spots: [Spot], _ room: Double = 8) {
      let isInside = spots.allSatisfy {
        $0.x >= -room && $0.y >= -room && $0.x <= scene.width + room && $0.y <= scene.height + room
      }
      #expect(isInside, "\(name): \(item)")
    }
    switch item {
    case .line(let points, _, _, _), .area(let points, _, _), .dots(let points, _, _, _, _): inside(points)
    case .arrow(let points, _, _): inside(points, 130)
    case .rectangle(let x, let y, let width, let height, _, _), .image(_, let x, let y, let width, let height),
      .clipped(_, let x, let y, let width, let height), .cells(_, _, _, _, let x, let y, let width, let height):
      inside([Spot(x, y), Spot(x + width, y + height)])
    case .text: break
    }
  }

  @Test("the same figure is laid out the same way") func deterministic() {
    for (_, figure) in Samples.ordinary {
      #expect(figure.scene(on: PaperSheet()) == figure.scene(on: PaperSheet()))
      #expect(figure.svg() == figure.svg())
    }
  }

  @Test("a terminal gets what it asked for") func exactSize() {
    for (name, figure) in Samples.ordinary {
      guard case .plot = figure else { continue }
      for (columns, rows) in [(20.0, 6.0), (33, 7), (80, 24), (120, 30), (200, 60)] {
        let scene = figure.scene(width: columns * 2, height: rows * 4, on: CharacterSheet())
        #expect(scene.width == columns * 2 && scene.height == rows * 4, "\(name)")
        #expect(scene.items.count > 2 || name == "bare", "\(name)")
      }
    }
  }

  @Test("names at the ends keep their order and their distance") func names() {
    let scene = Samples.curves.scene(width: 640, height: 400, on: PaperSheet())
    let places = ["sin", "nearly sin", "tanh", "exp"].compactMap { name in
      scene.items.lazy.compactMap { item in
        if case .text(name, _, let y, _, _, _, _, _) = item { y } else { nil }
      }.first
    }
    guard places.count == 4 else {
      Issue.record("\(places.count) names of 4")
      return
    }
    #expect(places[2] < places[3] && places[3] < places[0] && places[0] < places[1])
    #expect(places[1] - places[0] >= 13)
  }

  @Test("a step across an equal plot is as long as a step up") func equal() {
    let figure = Figure.plot(
      Plot(
        x: Axis(range: Interval(-1, 1)), y: Axis(range: Interval(-2, 2)),
        marks: [Mark(.points(x: [-1, 1, -1], y: [-2, -2, 2]))],
        isEqual: true))
    for (width, height) in [(640.0, 400.0), (200, 500), (nil, nil)] as [(Double?, Double?)] {
      let scene = figure.scene(width: width, height: height, on: PaperSheet())
      var points: [Spot] = []
      for case .dots(let drawn, _, _, _, _) in scene.items { points += drawn }
      guard points.count == 3 else {
        Issue.record("\(points)")
        continue
      }
      let (across, up) = (points[1].x - points[0].x, points[0].y - points[2].y)
      #expect(abs(across / 2 - up / 4) < 0.5)
    }
  }

  private struct Box {
    let x: Double
    let y: Double
    let right: Double
    let bottom: Double

    init(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
      (self.x, self.y, right, bottom) = (x, y, x + width, y + height)
    }

    func overlaps(_ other: Box) -> Bool {
      x < other.right - 0.02 && other.x < right - 0.02 && y < other.bottom - 0.02 && other.y < bottom - 0.02
    }
  }
}
