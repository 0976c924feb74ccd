import AulaCore
let g = Graph()
let x = try g.tensor([0.5, -1.0, 2.0])
let y = try Op.tanh(x) * Op.sigmoid(x) + Op.exp(-(x * x))
print(try y.value().doubles)
print(try Op.log(Op.sigmoid(x * 1e4)).value().doubles)
print(try Op.reshape(y, shape: [3, 1]).value().shape)
do { _ = try Op.reshape(y, shape: [4]) } catch { print(error) }
let clock = ContinuousClock()
func median(_ n: Int, _ f: () throws -> Void) rethrows -> Duration { var t: [Duration] = []; for _ in 0..<n { t.append(try clock.measure(f)) }; return t.sorted()[n/2] }
let a = try g.tensor([Float](repeating: 1, count: 10)), b = try g.tensor([Float](repeating: 2, count: 10))
print(try median(21) { var t = a; for _ in 0..<10000 { t = try t + b } } / 10000)
let big = try g.tensor((0..<1_000_000).map { Float($0) * 1e-6 })
print(try median(21) { _ = try (Op.tanh(big) * Op.sigmoid(big) + Op.exp(-(big * big))).value() })
