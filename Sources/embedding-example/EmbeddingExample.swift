// A program that embeds the language: functions of its own, values in and out, events, budgets, files, errors.
import AulaRuntime

enum EmbeddingExample {
  static func run() throws {
    var options = SessionOptions()
    options.language = .en
    options.limits = SessionLimits(steps: 1_000_000, seconds: 10)
    options.memoryBudget = 256 << 20
    options.files = NamedFiles(["earth.aula": "let g = 9.81"])
    let session = Session(seed: 7, options: options)

    // A function written in Swift. Derivatives go through it.
    session.define("halve") { (x: Tensor) in try x / 2 }
    let value = try session.evaluate("halve([2, 4])")
    print("halve([2, 4]) is", value.numbers ?? [])
    print("its slope along x^2 at 3 is", try session.evaluate("grad(x -> halve(x^2))(3)").number ?? .nan)

    // Values go in and come out.
    try session.define("heights", [1.0, 2.0, 3.0])
    try session.evaluate("use \"earth.aula\"; let seconds = sqrt(2 * heights / g)")
    print("falling takes", try session["seconds"]?.numbers?.map { ($0 * 1000).rounded() / 1000 } ?? [])

    // What a cell does arrives as events, on this thread, while it runs.
    session.run("for i in 0..2 { print(\"round {i}\") }\nzeros(2, 3)") { event in
      switch event {
      case .text(let line): print("it prints:", line)
      case .value(let value): print("it shows:", value.shape ?? [], value.precision ?? "")
      default: break
      }
    }

    // A cell that fails changes nothing, and says why.
    let outcome = session.run("let heights = 0\nheights + [1, 2] * [1, 2, 3]")
    print(outcome.status, outcome.problems.map(\.code), try session["heights"]?.numbers ?? [])
  }
}
