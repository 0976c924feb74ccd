// Several sessions that try the changes of a lesson at the same time; what comes out does not depend on how many.
import AulaRuntime
import Session

/// Tries the changes of one lesson.
final class MutationCrew {
  let timeline: LessonTimeline
  private let lesson: Lesson
  private let options: SessionOptions
  private let work: MutationWork

  init(_ lesson: Lesson, options: SessionOptions) {
    self.lesson = lesson
    timeline = LessonTimeline(lesson)
    work = MutationWork(timeline.mutants())
    var own = options
    own.undoSteps = 0
    self.options = own
  }

  /// The changes and what came of each: nil where it could not be tried. Nil if it was stopped.
  func verdicts(progress: (Int, Int) -> Void) -> [(mutant: LessonMutant, verdict: MutationRun.Verdict?)]? {
    guard !work.mutants.isEmpty else { return [] }
    let size = crewSize
    var share = options
    share.threads = max(1, (options.threads ?? Device.processorCount) / size)
    let runs = (0..<size).map { _ in MutationRun(lesson, timeline: timeline, options: share) }
    work.begin(runs)
    for run in runs.dropFirst() {
      let work = work
      work.enter()
      let isStarted = Thread.start(stackBytes: 1 << 20) {
        work.carryOut(with: run) { _ in }
        work.leave()
      }
      if !isStarted { work.leave() }
    }
    if let first = runs.first { work.carryOut(with: first) { progress($0, work.mutants.count) } }
    return work.finish().map { Array(zip(work.mutants, $0)) }
  }

  /// Any thread may call it.
  func cancel() { work.stop() }

  /// One session for each processor; a few changes are not worth a second one.
  private var crewSize: Int {
    max(1, min(options.threads ?? Device.processorCount, 8, work.mutants.count / 8))
  }
}

/// The changes that are still to be tried, and what came of the others; all threads of a crew share it.
private final class MutationWork: @unchecked Sendable {
  let mutants: [LessonMutant]
  /// Guards everything below.
  private let gate = Gate()
  private var verdicts: [MutationRun.Verdict?]
  private var next = 0
  private var done = 0
  private var helpers = 0
  private var isStopped = false
  private var runs: [MutationRun] = []

  init(_ mutants: [LessonMutant]) {
    self.mutants = mutants
    verdicts = mutants.map { _ in nil }
  }

  func begin(_ runs: [MutationRun]) { gate.locked { self.runs = runs } }

  func enter() { gate.locked { helpers += 1 } }

  func leave() {
    gate.locked {
      helpers -= 1
      gate.wake()
    }
  }

  func stop() {
    let runs = gate.locked {
      isStopped = true
      return self.runs
    }
    for run in runs { run.cancel() }
  }

  /// Takes one change after the other until none is left.
  func carryOut(with run: MutationRun, progress: (Int) -> Void) {
    guard run.prepare() else { return stop() }
    while let index = take() {
      progress(gate.locked { done })
      let verdict = run.canTry(mutants[index]) ? run.verdict(on: mutants[index]) : nil
      if verdict == .stopped { return stop() }
      gate.locked {
        verdicts[index] = verdict
        done += 1
      }
    }
  }

  private func take() -> Int? {
    gate.locked {
      guard !isStopped, next < mutants.count else { return nil }
      defer { next += 1 }
      return next
    }
  }

  /// Waits for all; what came of each change, in order.
  func finish() -> [MutationRun.Verdict?]? {
    gate.locked {
      while helpers > 0 { gate.wait() }
      runs = []
      return isStopped ? nil : verdicts
    }
  }
}
