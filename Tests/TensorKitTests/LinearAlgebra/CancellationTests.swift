// Long work ends soon after it is told to, and leaves nothing behind that matters.

import Synchronization
import TensorKit
import Testing

/// What the test and the thread that it leaves behind tell each other.
private final class Signals: Sendable {
  private let freed = Atomic(false)
  private let allowed = Atomic(false)

  var isFreed: Bool { freed.load(ordering: .acquiring) }
  var mayEnd: Bool { allowed.load(ordering: .acquiring) }
  func reportFreed() { freed.store(true, ordering: .releasing) }
  func allowEnd() { allowed.store(true, ordering: .releasing) }
}

/// Stands for the memory that work holds.
private final class Held: Sendable {
  private let signals: Signals
  init(_ signals: Signals) { self.signals = signals }
  deinit { signals.reportFreed() }
}

@Suite(.serialized) struct CancellationTests {
  @Test func detachedWorkReturnsItsValue() {
    #expect(LinearAlgebra.runDetached(cancelled: { false }, work: { 42 }) == 42)
    #expect(LinearAlgebra.runDetached(cancelled: { true }, work: { 42 }) == nil)
    for number in 0..<200 {
      #expect(LinearAlgebra.runDetached(cancelled: { false }, work: { number }) == number)
    }
  }

  @Test func leftWorkFreesWhatItHolds() async throws {
    let signals = Signals()
    let start = ContinuousClock.now
    do {
      let held = Held(signals)
      var asked = 0
      let value: Int? = LinearAlgebra.runDetached(
        cancelled: {
          asked += 1
          return asked > 3
        },
        work: {
          while !signals.mayEnd {}
          return withExtendedLifetime(held) { 1 }
        })
      #expect(value == nil)
    }
    #expect(ContinuousClock.now - start < .milliseconds(500))
    #expect(!signals.isFreed)
    signals.allowEnd()
    for _ in 0..<1000 where !signals.isFreed { try await Task.sleep(for: .milliseconds(2)) }
    #expect(signals.isFreed)
  }

  @Test(arguments: LinearAlgebra.Backend.both)
  func everyRoutineEndsWhenTold(_ backend: LinearAlgebra.Backend) {
    let order = 700
    let matrix = SampleMatrix.randomPositive(order)
    var (first, second, third) = (matrix.numbers, matrix.numbers, matrix.numbers)
    var permutation = [Int](repeating: 0, count: order)
    let clock = ContinuousClock()
    func check(_ name: String, _ body: (@escaping LinearAlgebra.Cancellation) -> LinearAlgebra.Outcome) {
      var asked = 0
      var cancelledAt = clock.now
      let outcome = body {
        asked += 1
        if asked == 2 { cancelledAt = clock.now }
        return asked >= 2
      }
      let late = clock.now - cancelledAt
      #expect(outcome == .cancelled || asked < 2, "\(name)")
      #expect(late < .seconds(1) || asked < 2, "\(name) \(late)")
    }
    check("lu") {
      LinearAlgebra.lu(
        matrix.numbers, rows: order, columns: order, factors: &first, permutation: &permutation, backend: backend,
        cancelled: $0
      ).outcome
    }
    check("determinant") {
      LinearAlgebra.determinant(matrix.numbers, order: order, backend: backend, cancelled: $0).outcome
    }
    check("solve") {
      LinearAlgebra.solve(
        matrix.numbers, order: order, sides: matrix.numbers, columns: order, into: &first, backend: backend,
        cancelled: $0
      ).outcome
    }
    check("inverse") {
      LinearAlgebra.inverse(matrix.numbers, order: order, into: &first, backend: backend, cancelled: $0).outcome
    }
    check("triangular") {
      LinearAlgebra.solveTriangular(
        matrix.numbers, order: order, .lower, sides: matrix.numbers, columns: order, into: &first, backend: backend,
        cancelled: $0)
    }
    check("cholesky") {
      LinearAlgebra.cholesky(matrix.numbers, order: order, into: &first, backend: backend, cancelled: $0)
    }
    check("qr") {
      LinearAlgebra.qr(
        matrix.numbers, rows: order, columns: order, orthogonal: &first, upper: &second, backend: backend,
        cancelled: $0)
    }
    check("eigen") { cancelled in
      first.withUnsafeMutableBufferPointer {
        LinearAlgebra.symmetricEigen(
          matrix.numbers, order: order, values: &second, vectors: $0.baseAddress, backend: backend,
          cancelled: cancelled)
      }
    }
    check("svd") {
      LinearAlgebra.svd(
        matrix.numbers, rows: order, columns: order, values: &third, backend: backend, cancelled: $0)
    }
  }

  @Test func bitsDoNotDependOnTheThread() {
    // Above the border the library runs on a thread of its own, below on this one.
    for order in [64, 100, 400] {
      let matrix = SampleMatrix.random(order, order)
      let once = matrix.svd(.library)
      let again = matrix.svd(.library)
      #expect(once.u == again.u && once.values == again.values && once.vt == again.vt)
    }
  }

  @Test func manyThreadsAtOnce() async {
    let matrix = SampleMatrix.random(90, 90)
    let expected = matrix.inverse(.library).1
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<64 { group.addTask { matrix.inverse(.library).1 == expected } }
      for await isEqual in group { #expect(isEqual) }
    }
  }
}
