// Moments of a session laid over each other, for the test of lessons: what a changed cell gives, without what it does not touch.
import Diagnostics
import Machine

extension Session {
  /// Gives names the meaning they had at a moment, whatever they mean now.
  package func overlay(_ names: Set<String>, of moment: SessionSnapshot) throws(SessionError) {
    try onThread { core, _ in
      core.attempt {
        guard let state = core.state(of: moment) else { throw Diagnostic(.foreignSnapshot, at: .nowhere) }
        core.machine.overlay(names, of: state.machine)
      }
    }.get()
  }

  /// The names that hold a parameter which is not what it was at a moment.
  package func namesThatLearned(since moment: SessionSnapshot) throws(SessionError) -> Set<String> {
    try onThread { core, _ in
      core.state(of: moment).map { core.machine.namesThatLearned(since: $0.machine) } ?? []
    }
  }

  /// Whether from now on only the verdicts of claims are wanted: nothing is done to explain those that fail.
  package func setVerdictsOnly(_ isWanted: Bool) { later { $0.machine.wantsVerdictsOnly = isWanted } }
}
