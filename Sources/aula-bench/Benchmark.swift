// The measurements of `make bench`, one table each.
import AulaRuntime
import CBenchmark

#if canImport(Glibc)
  import Glibc
#endif

enum Benchmark {
  /// Runs the parts that are named, or all: products, chains, recording, steps, loops, sessions.
  static func run(_ arguments: [String]) throws {
    if arguments.first == ProductRace.childFlag { return try ProductRace.runChild(Array(arguments.dropFirst())) }
    let parts: [(name: String, run: () throws -> Void)] = [
      ("products", products), ("chains", chains), ("recording", recording), ("steps", steps), ("loops", loops),
      ("sessions", sessions),
    ]
    let known = parts.map(\.name)
    if let unknown = arguments.first(where: { !known.contains($0) }) {
      print("There is no part “\(unknown)”; there are \(known.joined(separator: ", ")).")
      exit(64)
    }
    print("CPU level \(Device.cpuLevel), \(Device.processorCount) processors")
    for part in parts where arguments.isEmpty || arguments.contains(part.name) { try part.run() }
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private static func number(_ value: Double, _ digits: Int = 1) -> String {
    let scale = [1.0, 10, 100, 1000][min(digits, 3)]
    return "\((value * scale).rounded() / scale)"
  }

  /// float32 products, GFLOP/s, against the better of the libraries with their own threads. Every side runs in a process of its
  /// own, in turn: two pools of threads in one process take the processors from each other.
  private static func products() throws {
    print("\n     product m×k×n   threads   ours GFLOP/s   best library GFLOP/s   ours/best")
    for threads in [1, 2] {
      for (m, k, n) in [(1024, 1024, 1024), (128, 784, 100), (32, 784, 100), (32, 100, 30), (4, 4, 4)] {
        let race = try ProductRace(m, k, n, threads: threads)
        let flops = 2 * Double(m) * Double(k) * Double(n) * 1e-9
        let best = race.best.map { "\(number(flops / $0.seconds)) (\($0.name))" } ?? "no library found"
        let ratio = race.best.map { number($0.ratio, 2) } ?? ""
        print(
          "\(pad("\(m)×\(k)×\(n)", 18)) \(pad("\(threads)", 9)) \(pad(number(flops / race.ours), 14)) \(pad(best, 22)) \(pad(ratio, 11))"
        )
      }
    }
  }

  /// What it costs to begin a session and to evaluate small cells in it.
  private static func sessions() throws {
    print("\nsessions, microseconds (median)")
    let start = Contest.alone { _ = Session(seed: 7) }
    print("\(pad("a new session", 44)) \(pad(number(start * 1e6), 9))")
    let session = Session(seed: 7)
    try session.evaluate("param w = 1.0\nlet x = normal(100)")
    for cell in [
      "1 + 1", "sum(x * 2)", "grad(t -> t^2 * 3)(2)", "descend (w - 3)^2 over w with sgd(0.1)",
      "repeat 100 { descend (w - 3)^2 over w with sgd(0.1) }",
    ] {
      let seconds = Contest.alone { session.run(cell) }
      print("\(pad(cell, 44)) \(pad(number(seconds * 1e6), 9))")
    }
  }

  /// Loops of numbers and texts in the language, against Lua.
  private static func loops() throws {
    print("\n       loop      ours ms   Lua 5.4 ms   ours/Lua")
    for (name, result) in LoopRace.loops {
      let race = try LoopRace(name, expecting: result)
      print(
        "\(pad(name, 11)) \(pad(number(race.ours * 1e3, 2), 12)) \(pad(race.lua.map { number($0 * 1e3, 2) } ?? "no Lua", 12)) "
          + "\(pad(race.lua.map { number(race.ours / $0, 2) } ?? "", 10))")
    }
  }

  /// tanh(x)·sigmoid(x) + exp(−x²), value and gradient, against one hand-written loop: recorded once and run often, and recorded
  /// anew for every run.
  private static func chains() throws {
    print(
      "\ntanh·sigmoid+exp, value and gradient    threads   ours ns/element   by hand ns/element   ours/by hand   recorded anew/by hand"
    )
    for (count, threads) in [(10_000, 1), (1_000_000, 1), (10_000, 2), (1_000_000, 2)] {
      let graph = Graph(device: Device(threads: threads))
      let values = (0..<count).map { Float($0 % 4001) / 1000 - 2 }
      let array = try NDArray(values, on: graph.device)
      func record() throws -> (x: Tensor, results: [Tensor]) {
        let x = try graph.tensor(array)
        let value = try Op.tanh(x) * Op.sigmoid(x) + Op.exp(-(x * x))
        let gradient = try graph.pullback(value, to: [x])
        return (x, [value, gradient[0] ?? value])
      }
      let recorded = try record()
      let program = try Program(recorded.results, inputs: [recorded.x])
      var (y, slope) = ([Float](repeating: 0, count: count), [Float](repeating: 0, count: count))
      let kept = try Contest(
        ours: { _ = try program([array]) }, theirs: { cb_hand_fused(values, &y, &slope, count) })
      let anew = try Contest(
        ours: {
          _ = try graph.values(of: record().results)
          graph.forget()
        }, theirs: { cb_hand_fused(values, &y, &slope, count) })
      let scale = 1e9 / Double(count)
      print(
        "\(pad("\(count)", 39)) \(pad("\(threads)", 7)) \(pad(number(kept.ours * scale, 3), 17)) "
          + "\(pad(number(kept.theirs * scale, 3), 20)) \(pad(number(kept.ratio, 2), 14)) \(pad(number(anew.ratio, 2), 23))"
      )
    }
  }

  /// What recording one operation costs, its shape check included.
  private static func recording() throws {
    let graph = Graph(device: Device(threads: 1))
    let nodes = 10_000
    func measure(_ name: String, _ body: () throws -> Void) rethrows {
      let taken = try Contest.alone {
        try body()
      }
      print("recording \(pad(name, 24))   \(number(taken / Double(nodes) * 1e9)) ns an operation")
    }
    print("")
    for shape in [Shape([]), Shape([32, 100])] {
      let values = [Float](repeating: 1, count: shape.count)
      let array = try NDArray(values, shape: shape, on: graph.device)
      try measure("x + y, shape \(shape)") {
        graph.forget()
        let (x, y) = (try graph.tensor(array), try graph.tensor(array))
        var sum = x
        for _ in 0..<nodes { sum = try sum + y }
      }
    }
  }

  /// A whole training step of a small autoencoder: record, derive, plan, compute, move the parameters.
  private static func steps() throws {
    for threads in [1, 2] {
      let graph = Graph(device: Device(threads: threads), seed: 7)
      let sizes = [784, 100, 30, 100, 784]
      let layers = try (0..<4).map { index -> (Parameter, Parameter) in
        let w =
          try Op.normal.results(of: [("shape", .option(.ints([sizes[index], sizes[index + 1]])))], in: graph)[0] * 0.05
        return (
          Parameter("W\(index)", try w.value()),
          Parameter("b\(index)", try graph.zeros([sizes[index + 1]], .float32).value())
        )
      }
      let model = Structure.parts(layers.flatMap { [($0.0.name, Structure.leaf($0.0)), ($0.1.name, .leaf($0.1))] })
      let batch = try Op.uniform.results(of: [("shape", .option(.ints([32, 784])))], in: graph)[0].value()
      graph.forget()
      let adam = try Optimizer(.adam)
      let moments = Moments()
      let taken = try Contest.alone {
        try adam.descend(
          {
            let x = try graph.tensor(batch)
            var hidden = x
            for (index, layer) in layers.enumerated() {
              let sum = try Op.matmul(hidden, layer.0.tensor(in: graph)) + layer.1.tensor(in: graph)
              hidden = index == 3 ? try Op.sigmoid(sum) : try Op.selu(sum)
            }
            let difference = try hidden - x
            return try Op.mean(difference * difference)
          }, over: model, moments: moments, in: graph)
      }
      print("autoencoder 784-100-30-100-784, batch 32, Adam, threads \(threads): \(number(1 / taken)) steps a second")
    }
  }
}
