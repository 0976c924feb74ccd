// Drawings of recorded computations.
import AulaCore
import Foundation
import Testing

struct DrawingTests {
  private func layered(_ bench: CheckBench) throws -> (
    loss: Tensor, names: [(tensor: Tensor, name: String)], leaves: [Tensor]
  ) {
    let shapes: [(String, Shape)] = [("x", [8, 3]), ("W1", [3, 4]), ("b1", [4]), ("W2", [4, 2]), ("b2", [2])]
    let leaves = try shapes.enumerated().map { try bench.normal($1.1, salt: $0) }
    let loss = try networkLoss(leaves[0], leaves[1], leaves[2], leaves[3], leaves[4])
    return (loss, zip(leaves, shapes).map { ($0, $1.0) }, leaves)
  }

  @Test func dotNamesOperatorsShapesAndArrows() throws {
    let bench = CheckBench()
    let x = try bench.normal([2, 3])
    let y = try Op.tanh(x) * 2
    let dot = try bench.graph.dot(of: [y], names: [(x, "the \"input\"")])
    #expect(dot.hasPrefix("digraph"))
    #expect(dot.contains("tanh\\n[2, 3]"))
    #expect(dot.contains("the \\\"input\\\""))
    #expect(dot.components(separatedBy: " -> ").count == 4)
  }

  @Test func svgIsWellFormedAndEscaped() throws {
    let bench = CheckBench()
    let (loss, names, _) = try layered(bench)
    let svg = try bench.graph.svg(of: [loss], names: names + [(loss, "a < b & \"c\"")])
    #expect(svg.contains("a &lt; b &amp; &quot;c&quot;"))
    #expect(svg.contains("[3, 4]"))
    #expect(svg.contains("prefers-color-scheme: dark"))
    #expect(Tags(svg).areBalanced)
    if let folder = ProcessInfo.processInfo.environment["AULA_DRAWINGS"] {
      try svg.write(toFile: folder + "/net.svg", atomically: true, encoding: .utf8)
    }
  }

  @Test func boxesDoNotOverlapAndArrowsGoDown() throws {
    let bench = CheckBench()
    let (loss, names, leaves) = try layered(bench)
    let gradients = try bench.graph.pullback(loss, to: [leaves[1]]).compactMap { $0 }
    let svg = try bench.graph.svg(of: gradients, names: names)
    #expect(Tags(svg).areBalanced)
    let boxes = Tags(svg).boxes
    #expect(boxes.count > 20)
    for (index, a) in boxes.enumerated() {
      for b in boxes[(index + 1)...] {
        #expect(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y)
      }
    }
    for arrow in Tags(svg).arrows { #expect(arrow.from < arrow.to) }
    if let folder = ProcessInfo.processInfo.environment["AULA_DRAWINGS"] {
      try svg.write(toFile: folder + "/gradient.svg", atomically: true, encoding: .utf8)
      let x = try bench.normal([5])
      try bench.graph.svg(of: [try total(Op.sin(x) * Op.exp(x) * x)], names: [(x, "x")])
        .write(toFile: folder + "/product.svg", atomically: true, encoding: .utf8)
      try bench.graph.svg(of: [gradients[0]], names: names, limit: 9)
        .write(toFile: folder + "/short.svg", atomically: true, encoding: .utf8)
    }
  }

  @Test func largeGraphsAreCutShort() throws {
    let bench = CheckBench()
    var y = try bench.normal([3])
    for _ in 0..<3000 { y = try Op.sin(y) }
    let svg = try bench.graph.svg(of: [y], limit: 40)
    #expect(svg.contains("2961 earlier nodes"))
    #expect(Tags(svg).boxes.count == 41)
  }

  @Test func unusualGraphsAreDrawn() throws {
    let bench = CheckBench()
    let x = try bench.normal([])
    #expect(Tags(try bench.graph.svg(of: [x])).boxes.count == 1)
    #expect(Tags(try bench.graph.svg(of: [])).areBalanced)
    #expect(Tags(try bench.graph.svg(of: [bench.graph.scalar(2)])).boxes.count == 1)
    let two = [try x * x, try Op.exp(x)]
    #expect(Tags(try bench.graph.svg(of: two + two)).boxes.count == 3)
    #expect(Tags(try bench.graph.svg(of: [try x * x], limit: -3)).areBalanced)
    let other = CheckBench()
    #expect(throws: TensorError.self) { try other.graph.svg(of: [x]) }
    bench.graph.forget()
    #expect(throws: TensorError.self) { try bench.graph.dot(of: [x]) }
  }
}

/// Just enough of XML to look at drawings.
private struct Tags {
  private let tags: [Substring]

  init(_ text: String) {
    tags = text.split(separator: "<").dropFirst(text.hasPrefix("<") ? 0 : 1).compactMap {
      $0.split(separator: ">").first
    }
  }

  var areBalanced: Bool {
    var open: [Substring] = []
    for tag in tags where !tag.hasSuffix("/") {
      if tag.hasPrefix("/") {
        guard open.popLast() == tag.dropFirst() else { return false }
      } else {
        open.append(tag.prefix { $0 != " " && $0 != "\n" })
      }
    }
    return open.isEmpty
  }

  private func number(_ name: String, in tag: Substring) -> Double {
    guard let start = tag.range(of: " \(name)=\"")?.upperBound else { return .nan }
    return Double(tag[start...].prefix { $0 != "\"" }) ?? .nan
  }

  var boxes: [(x: Double, y: Double, width: Double, height: Double)] {
    tags.filter { $0.hasPrefix("rect x=") }
      .map { (number("x", in: $0), number("y", in: $0), number("width", in: $0), number("height", in: $0)) }
  }

  var arrows: [(from: Double, to: Double)] {
    tags.filter { $0.hasPrefix("path class=\"arrow\"") }.map { tag in
      let path = tag.components(separatedBy: " d=\"")[1].prefix { $0 != "\"" }
      let numbers = path.split { !"0123456789.-".contains($0) }.compactMap { Double($0) }
      return (numbers[1], numbers[numbers.count - 1])
    }
  }
}
