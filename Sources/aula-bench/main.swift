// The Swift-level benchmark: products against the libraries, element-wise chains against a hand-fused loop, and recording.
try Benchmark.run(Array(CommandLine.arguments.dropFirst()))
