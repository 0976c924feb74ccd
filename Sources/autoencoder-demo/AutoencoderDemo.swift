// What `make run` shows: a loss that falls, pictures before and after, and a gradient check of the whole loss.
import AulaCore

enum AutoencoderDemo {
  private static let side = 8

  static func run() throws {
    let graph = Graph(seed: 7)
    print(
      """
      An autoencoder that squeezes 8×8 pictures through two numbers
      -------------------------------------------------------------
      Each picture is a soft spot somewhere on the grid, so two numbers, its place, are enough to describe it.
      The network 64–32–2–32–64 has to find that out by itself.

      """)
    let pictures = try spots(512, in: graph)
    let model = try Autoencoder([side * side, 32, 2, 32, side * side], in: graph)
    graph.forget()
    try train(model, on: pictures, in: graph)
    try show(model, pictures, in: graph)
    try check(model, pictures, in: graph)
  }

  /// Pictures of one soft spot each, at a random place.
  private static func spots(_ count: Int, in graph: Graph) throws -> NDArray {
    let places = try Op.uniform.results(of: [("shape", .option(.ints([count, 2, 1])))], in: graph)[0] * 5 + 1
    let grid = try Op.arange.results(of: [("count", .option(.int(side)))], in: graph)[0]
    let distances = try Op.square(places - grid)
    let lines = try Op.exp(-distances / 3)
    let rows = try Op.slice(lines, starts: [0, 0, 0], sizes: [count, 1, side])
    let columns = try Op.slice(lines, starts: [0, 1, 0], sizes: [count, 1, side])
    return try Op.reshape(Op.matmul(Op.transpose(rows), columns), shape: [count, side * side]).value()
  }

  private static func train(_ model: Autoencoder, on pictures: NDArray, in graph: Graph) throws {
    let x = try graph.tensor(pictures)
    let blind = try Op.mean(Op.square(x - Op.mean(x, axis: 0))).number()
    graph.forget()
    print("loss if every answer were the average picture   \(rounded(blind))")
    let adam = try Optimizer(.adam, ["rate": 0.01])
    let moments = Moments()
    for step in 0...1000 {
      let loss = try adam.descend({ try model.loss(graph.tensor(pictures)) }, over: model, moments: moments, in: graph)
      if step % 200 == 0 { print("loss after \(padded(step)) steps of Adam                   \(rounded(loss))") }
    }
  }

  private static func show(_ model: Autoencoder, _ pictures: NDArray, in graph: Graph) throws {
    let x = try graph.tensor(pictures)
    let before = pictures.doubles
    let after = try model(x).value().doubles
    graph.forget()
    print("\nThree pictures (above) and what came back through the two numbers (below)\n")
    for values in [before, after] {
      for row in 0..<side {
        let line = (0..<3).map { picture in
          (0..<side).map { shade(values[(picture * side + row) * side + $0]) }.joined()
        }
        print("    " + line.joined(separator: "      "))
      }
      print("")
    }
  }

  private static func check(_ model: Autoencoder, _ pictures: NDArray, in graph: Graph) throws {
    let few = try Op.slice(graph.tensor(pictures), starts: [0, 0], sizes: [8, side * side]).value()
    graph.forget()
    print("Is every one of these derivatives right? Against differences of the loss, in float64:\n")
    print(try checkGradient(of: { try model.loss(graph.tensor(few)) }, over: model, in: graph))
  }

  private static func shade(_ value: Double) -> String {
    let shades = [" ", "·", ":", "+", "x", "X", "#", "@"]
    let level = Int(max(0, min(7, (value * 8).rounded(.down))))
    return shades[level] + shades[level]
  }

  private static func rounded(_ value: Double) -> String { "\((value * 1e6).rounded() / 1e6)" }

  private static func padded(_ step: Int) -> String {
    let text = "\(step)"
    return String(repeating: " ", count: max(0, 4 - text.count)) + text
  }
}
