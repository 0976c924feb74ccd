// What the tests of the language share.
import AulaRuntime

/// A session that speaks English, with few threads.
func testSession(seed: UInt64 = 7, change: (inout SessionOptions) -> Void = { _ in }) -> Session {
  var options = SessionOptions()
  options.language = .en
  options.threads = 2
  options.files = NamedFiles([:])
  change(&options)
  return Session(seed: seed, options: options)
}
