// A program looked through without running it.
import Diagnostics
import Machine

extension Session {
  /// Reads a text, finds what its names stand for, and compares shapes as far as they can be known. Nothing of it runs,
  /// and the session stays as it is.
  ///
  /// - Parameters:
  ///   - text: the program.
  ///   - name: what messages call it; "cell 3" unless said otherwise.
  public func check(_ text: String, name: String? = nil) -> Outcome {
    let request = Request(text: text, name: name, key: nil)
    do {
      return try onThread { core, _ in core.look(through: request) }
    } catch {
      return Outcome(
        status: .failed, value: .nothing, problems: error.problems, learningSteps: 0, stepsUsed: 0, seconds: 0)
    }
  }
}

extension SessionCore {
  fileprivate func look(through request: Request) -> Outcome {
    let start = Clock.now
    let (before, sourceCount) = (state, sources.count)
    var problems: [Problem] = []
    var status = Outcome.Status.finished
    do {
      try check(request, problems: &problems)
    } catch {
      let failed = failure(error, isLate: false)
      status = failed.status
      problems += failed.diagnostics.map(problem)
    }
    go(to: before)
    sources.forget(after: sourceCount)
    return Outcome(
      status: status, value: .nothing, problems: problems, learningSteps: 0, stepsUsed: 0,
      seconds: Clock.seconds(since: start))
  }
}
