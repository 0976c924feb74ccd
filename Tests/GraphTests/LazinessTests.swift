// Recording and looking: nothing is computed before somebody looks, plans are found again, traces end cleanly.
import AulaCore
import Testing

@Suite("Laziness") struct LazinessTests {
  @Test("recording computes nothing") func recordingIsLazy() throws {
    let graph = testGraph()
    let before = graph.device.memory.inUse
    let x = try graph.full(1, [1000, 1000], .float32)
    _ = try Op.exp(x + 1)
    #expect(graph.device.memory.inUse == before)
  }

  @Test("a step whose constants change finds its plan") func plansAreFoundAgain() throws {
    let graph = testGraph(plans: true)
    for step in 0..<50 {
      let x = try graph.tensor([1, 2, 3])
      _ = try (Op.tanh(x * Double(step)) + Double(step) / 7).value()
      graph.forget()
    }
    #expect(graph.planStatistics.made == 1)
    #expect(graph.planStatistics.found == 49)
  }

  @Test("other shapes, axes and wirings make other plans") func keysTellPlansApart() throws {
    let graph = testGraph(plans: true)
    let x = try graph.tensor([1, 2, 3, 4], shape: [2, 2])
    let y = try graph.tensor([5, 6, 7, 8], shape: [2, 2])
    #expect(try (x - y).value().doubles == [-4, -4, -4, -4])
    #expect(try (y - x).value().doubles == [4, 4, 4, 4])
    #expect(try (x - x).value().doubles == [0, 0, 0, 0])
    #expect(try Op.sum(x, axis: 0).value().doubles == [4, 6])
    #expect(try Op.sum(x, axis: 1).value().doubles == [3, 7])
  }

  @Test("a step run often does not grow the process") func memoryIsFlat() throws {
    let graph = testGraph()
    var peak = 0
    for step in 0..<100_000 {
      let x = try graph.tensor([1, 2, 3])
      _ = try valueAndGradient(of: { try Op.sum(Op.tanh($0) * $0) }, at: x).gradient.value()
      graph.forget()
      if step == 100 { peak = graph.device.memory.peak }
    }
    #expect(graph.device.memory.peak == peak)
    #expect(graph.device.memory.inUse == 0)
  }

  @Test("settled tensors live on, all others are refused") func settling() throws {
    let graph = testGraph()
    let x = try graph.tensor([1, 2])
    let y = try x * 3
    let kept = try graph.settle([y])
    #expect(try kept[0].value().doubles == [3, 6])
    #expect(graph.recordedCount == 1)
    #expect(throws: TensorError.endedTensor(operation: "multiply")) { try x * 2 }
    #expect(throws: TensorError.self) { try x.value() }
    #expect(x.shape == .scalar)
  }

  @Test("looking in the middle goes on recording") func looking() throws {
    let graph = testGraph()
    let slope = try gradient(
      of: { x in
        let y = try x * x
        return try y.number() > 1 ? y * x : y
      }, at: graph.tensor([3.0], shape: []))
    #expect(try slope.number() == 27)
    #expect(graph.looks >= 1)
  }

  @Test("a graph past its limit says so") func limit() throws {
    let graph = testGraph()
    graph.nodeLimit = 2000
    let error = #expect(throws: TensorError.self) {
      var x = try graph.tensor([1.0])
      for _ in 0..<10_000 { x = try x + x }
    }
    #expect(error == .graphTooLarge(limit: 2000))
  }

  @Test("a chain of a million operations is computed") func deep() throws {
    let graph = testGraph()
    var x = try graph.tensor([0.0])
    for _ in 0..<1_000_000 { x = try x + 1 }
    #expect(try x.value().doubles == [1_000_000])
  }

  @Test("errors found while computing know their place") func places() throws {
    let graph = testGraph()
    graph.place = 41
    let singular = try graph.tensor([1, 2, 2, 4], shape: [2, 2])
    graph.place = 42
    let inverse = try Op.inverse(singular)
    graph.place = 43
    let sum = try Op.sum(inverse)
    #expect(throws: TensorError.self) { try sum.value() }
    #expect(graph.failedPlace == 42)
  }

  @Test("a stopped computation leaves the graph usable") func cancelling() throws {
    let graph = testGraph(threads: 2)
    let x = try graph.tensor([1, 2, 3])
    graph.device.cancel()
    #expect(throws: TensorError.cancelled) { try (x + 1).value() }
    graph.device.resume()
    #expect(try (x + 1).value().doubles == [2, 3, 4])
  }

  @Test("two graphs on two threads do not see each other") func isolation() async throws {
    let results = try await withThrowingTaskGroup(of: (Int, [Double]).self) { group in
      for index in 0..<8 {
        group.addTask {
          let graph = Graph(device: Device(threads: 2), seed: UInt64(index))
          var total = try graph.tensor([0.0, 0])
          for _ in 0..<200 { total = try total + Double(index) }
          return (index, try total.value().doubles)
        }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    for index in 0..<8 { #expect(results[index] == [Double(200 * index), Double(200 * index)]) }
  }
}
