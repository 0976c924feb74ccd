// Memory: the budget holds to the byte, refusals say what they need, and freed buffers are used again.
import TensorKit
import Testing

@Suite("Memory") struct MemoryTests {
  @Test("too large an allocation is an error that names the sizes") func budget() throws {
    let device = Device(threads: 1, memoryBudget: 1 << 20)
    let error = #expect(throws: TensorError.self) {
      try NDArray(repeating: 0, shape: [1 << 20], dtype: .float64, on: device)
    }
    #expect(error == .outOfMemory(operation: "full", bytes: 8 << 20, inUse: 0, budget: 1 << 20))
    #expect(throws: TensorError.self) { try NDArray(repeating: 0, shape: [Int.max, 8], dtype: .float64, on: device) }
    let kept = try NDArray(repeating: 1, shape: [100_000], dtype: .float64, on: device)
    #expect(throws: TensorError.self) { try NDArray(repeating: 1, shape: [100_000], dtype: .float64, on: device) }
    #expect(kept.count == 100_000)
  }

  @Test("what is freed is counted as free and serves again") func reuse() throws {
    let device = Device(threads: 1)
    for _ in 0..<100 { _ = try NDArray(repeating: 1, shape: [1000], dtype: .float64, on: device) }
    #expect(device.memory.inUse == 0)
    #expect(device.memory.peak < 3 * 8192)
  }

  @Test("numbers that do not fit an Int saturate") func saturation() {
    #expect(Int(saturating: .nan) == 0)
    #expect(Int(saturating: 1e300) == Int.max)
    #expect(Int(saturating: -1e300) == Int.min)
    #expect(Int(saturating: -2.9) == -2)
  }
}
