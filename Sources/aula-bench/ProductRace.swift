// One product, ours and the libraries', each side in processes of its own, in turn.
import AulaCore
import CBenchmark

#if canImport(Glibc)
  import Glibc
#endif

struct ProductRace {
  static let childFlag = "--one-product"
  private static let rounds = 7

  /// Seconds of our product, the median over processes.
  let ours: Double
  /// The faster library: its seconds, and its time over ours, the median of the rounds.
  let best: (name: String, seconds: Double, ratio: Double)?

  init(_ m: Int, _ k: Int, _ n: Int, threads: Int) throws {
    let sides = ["ours", "onednn", "openblas"]
    var times: [String: [Double]] = [:]
    for _ in 0..<ProductRace.rounds {
      for side in sides {
        if let seconds = ProductRace.child([side, "\(m)", "\(k)", "\(n)", "\(threads)"]) {
          times[side, default: []].append(seconds)
        }
      }
    }
    func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
    let own = times["ours"] ?? []
    ours = own.isEmpty ? .nan : median(own)
    best = sides.dropFirst().compactMap { name in
      guard let other = times[name], other.count == own.count else { return nil }
      return (name, median(other), median(zip(other, own).map { $0 / $1 }))
    }.min { $0.seconds < $1.seconds }
  }

  /// Runs one side in a process of its own; nil when the side is not there.
  private static func child(_ arguments: [String]) -> Double? {
    let command = ([CommandLine.arguments[0], childFlag] + arguments).map { "'\($0)'" }.joined(separator: " ")
    guard let pipe = popen(command, "r") else { return nil }
    defer { pclose(pipe) }
    var line = [CChar](repeating: 0, count: 128)
    guard fgets(&line, Int32(line.count), pipe) != nil else { return nil }
    return Double(String(decoding: line.prefix { $0 > 32 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
  }

  /// What a child process does: times one side and prints the seconds of one product.
  static func runChild(_ arguments: [String]) throws {
    let numbers = arguments.dropFirst().compactMap { Int($0) }
    guard let side = arguments.first, numbers.count == 4, numbers.allSatisfy({ $0 > 0 }) else { return }
    let (m, k, n, threads) = (numbers[0], numbers[1], numbers[2], numbers[3])
    let a = (0..<(m * k)).map { Float($0 % 101) / 101 - 0.5 }
    let b = (0..<(k * n)).map { Float($0 % 103) / 103 - 0.5 }
    if side == "ours" {
      let device = Device(threads: threads)
      let (left, right) = (try NDArray(a, shape: [m, k], on: device), try NDArray(b, shape: [k, n], on: device))
      print(try Contest.alone { _ = try NDArray.matmul(left, right, into: [m, n], on: device) })
    } else if let library = cb_open(side) {
      var c = [Float](repeating: 0, count: m * n)
      print(Contest.alone { _ = cb_product(library, Int32(threads), m, n, k, a, b, &c) })
    }
  }
}
