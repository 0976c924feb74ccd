// What happens now and then while a program runs: limits, interruption, progress, garbage, and the end of a trace that grows long.
import Diagnostics
import Graph
import TensorKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// How far the outermost loop is, as it was seen first and as it was told last.
struct ProgressWatch {
  var loop: (code: ObjectIdentifier, index: Int)?
  var firstSeconds = 0.0
  var firstCount = 0
  var toldSeconds = 0.0
}

extension Machine {
  /// Seconds on a clock that only goes forward.
  static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// Rounds of loops and calls between two polls of a program that only computes with numbers: some hundred microseconds.
  private static let tankful = 16_384

  @inline(never) func poll(_ window: Window) throws {
    enter(window)
    let state = memory.state
    stepsUsed += state.pointee.filled - state.pointee.fuel
    let left = max(0, limits.steps) - stepsUsed
    state.pointee.fuel = max(1, min(Machine.tankful, left == Int.max ? left : left + 1))
    state.pointee.filled = state.pointee.fuel
    if isCancelled || device.isCancelled { throw Stop.interrupted }
    guard left >= 0 else { throw Stop.steps }
    let now = Machine.seconds()
    guard now < deadline else { throw Stop.seconds }
    if hasGarbage || newTensorBytes > 64 << 20 {
      collectGarbage()
      guard table.keptBytes + collectors.reduce(0, { $0 + $1.bytes }) <= limits.bytes else { throw Stop.bytes }
    }
    if traceDepth == 0, state.pointee.nesting <= settlingNesting,
      graph.recordedCount > 4_096 || recordedBytes > 64 << 20
    {
      try settle()
    }
    tellProgress(window, now)
  }

  /// Rounds and calls of this evaluation up to now.
  var stepsSoFar: Int { stepsUsed + memory.state.pointee.filled - memory.state.pointee.fuel }

  /// Runs something that may go on for ever: nil where it takes more than so many steps. They do not count as the program's.
  func within<R>(steps: Int, _ body: () throws -> R) throws -> R? {
    let (limit, used) = (limits.steps, stepsSoFar)
    func count(from number: Int) {
      stepsUsed = number
      memory.state.pointee.filled = memory.state.pointee.fuel
      hurry()
    }
    count(from: used)
    let (most, isTooMany) = used.addingReportingOverflow(steps)
    limits.steps = isTooMany ? .max : most
    defer {
      limits.steps = limit
      count(from: used)
    }
    do {
      return try body()
    } catch Stop.steps {
      return nil
    } catch let diagnostic as Diagnostic where diagnostic.row.code == DiagnosticRow.tooManySteps.code {
      return nil
    }
  }

  /// Whether so many objects came since the last collection that another one is worth it, or that the limit may be reached.
  var hasGarbage: Bool {
    table.newcomers > table.kept + 20_000
      || table.newBytes > min(table.keptBytes + (32 << 20), limits.bytes - table.keptBytes)
  }

  /// Forgets every object that no register, name or snapshot refers to.
  func collectGarbage() {
    newTensorBytes = 0
    let used = memory.state.pointee.stackTop - stack.base
    table.collect { visit in
      visit(UnsafeMutableBufferPointer(start: stack.base, count: used))
      visit(globals.used)
    }
  }

  /// Ends the trace: computes what is still wanted, and forgets how it came to be. Without it a loop over tensors would record for ever.
  func settle() throws {
    collectGarbage()
    recordedBytes = 0
    var pending = table.pendingTensors()
    for collector in collectors { pending += ObjectTable.pendingTensors(in: collector.values) }
    do {
      try compute(pending)
    } catch TensorError.cannotLook {
      // A register that was not written again may still refer to what a mapped function recorded over its unknown rows. Nobody can
      // look at that; all else is computed.
      for tensor in pending {
        do { try compute([tensor]) } catch TensorError.cannotLook { _ = graph.takeFailedPlace() }
      }
    }
    graph.forget()
  }

  /// Computes tensors together: what they have in common is done once.
  func compute(_ pending: [TensorValue]) throws {
    let nodes = pending.compactMap { tensor in tensor.node.map { (tensor, $0) } }
    guard !nodes.isEmpty else { return }
    for (tensor, array) in zip(nodes.map(\.0), try graph.values(of: nodes.map(\.1))) { tensor.settle(array) }
  }

  // MARK: Progress

  private func tellProgress(_ window: Window, _ now: Double) {
    guard memory.state.pointee.nesting == 1 else { return }
    guard let found = outermostLoop(window) else {
      watch.loop = nil
      return
    }
    let count = found.fp[found.loop.counter].whole
    if watch.loop?.code != found.id.code || watch.loop?.index != found.id.index || count < watch.firstCount {
      watch = ProgressWatch(loop: found.id, firstSeconds: now, firstCount: count, toldSeconds: now)
    }
    let elapsed = now - watch.firstSeconds
    guard elapsed >= 0.5, now - watch.toldSeconds >= 0.1 || watch.toldSeconds == watch.firstSeconds else { return }
    watch.toldSeconds = now
    let rate = Double(count - watch.firstCount) / elapsed
    let total = found.loop.total.map { found.fp[$0].whole }
    let latest = recordedNames.compactMap { name -> (name: String, value: Double)? in
      guard let series = series[name], series.shape.count == 1, let last = series.numbers.last else { return nil }
      return (name, last)
    }
    emit(
      .progress(
        Progress(
          count: count, total: total, rate: rate, seconds: elapsed,
          remaining: total.flatMap { rate > 0 ? Double($0 - count) / rate : nil }, latest: latest)))
  }

  private typealias RunningLoop = (
    loop: LoopRange, fp: UnsafeMutablePointer<Register>, id: (code: ObjectIdentifier, index: Int)
  )

  /// The outermost loop that is running: that of the cell if it has one, else of the function it called, and so on.
  private func outermostLoop(_ window: Window) -> RunningLoop? {
    let state = memory.state
    let count = state.pointee.frame - state.pointee.firstFrame
    if count > 1 {
      for index in 1..<min(count, 64) {
        let frame = state.pointee.firstFrame[index]
        if let found = loop(frame.code.takeUnretainedValue(), frame.pc, frame.fp, .max) { return found }
      }
    }
    return loop(window.code.takeUnretainedValue(), window.pc, window.fp, .max)
  }

  private func loop(
    _ code: FunctionCode, _ pc: UnsafePointer<Instruction>, _ fp: UnsafeMutablePointer<Register>, _ most: Int
  ) -> RunningLoop? {
    guard let entry = code.entry else { return nil }
    let offset = max(0, pc - entry - 1)
    let loops = code.details.loops
    let around = loops.indices.filter { loops[$0].range.contains(offset) }
    guard let outermost = around.max(by: { loops[$0].range.count < loops[$1].range.count }) else { return nil }
    return (loops[outermost], fp, (ObjectIdentifier(code), outermost))
  }

  /// The rounds of the innermost loops around the present place, for messages: their places and counts, innermost first.
  func rounds(_ window: Window) -> [(span: Span, count: Int)] {
    let code = window.code.takeUnretainedValue()
    let offset = offset(of: window, in: code)
    return code.details.loops.filter { $0.range.contains(offset) }.sorted { $0.range.count < $1.range.count }
      .map { ($0.span, window.fp[$0.counter].whole + 1) }
  }
}
