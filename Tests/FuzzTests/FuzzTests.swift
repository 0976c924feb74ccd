// A hundred thousand inputs, a million in parts: none may trap, hang, leak, or harm the session that gets it.
import AulaRuntime
import Foundation
import Testing

@Suite("Fuzzing", .serialized) struct FuzzTests {
  /// Which batches this run does: all of the usual ones, or with `AULA_FUZZ=part/parts` a part of ten times as many.
  private static var batches: Range<Int> {
    let settings = ProcessInfo.processInfo.environment
    // Under a sanitizer everything takes many times as long.
    if settings["AULA_FEW"] != nil { return 0..<4 }
    let usual = 100_000 / FuzzBatch.size
    let numbers = settings["AULA_FUZZ"]?.split(separator: "/").compactMap { Int($0) } ?? []
    guard numbers.count == 2, numbers[0] >= 1, numbers[1] >= numbers[0] else { return 0..<usual }
    let (part, parts) = (numbers[0] - 1, numbers[1])
    return (10 * usual * part / parts)..<(10 * usual * (part + 1) / parts)
  }

  @Test("written programs and broken texts") func inputs() {
    var report = FuzzReport()
    let batches = FuzzTests.batches
    let clock = ContinuousClock()
    let start = clock.now
    var bytes = 0
    for batch in batches {
      report.add(FuzzBatch.run(batch))
      if report.findings.count > 10 { break }
      // What is allocated once is there after some batches.
      if batch == batches.lowerBound + 40 { bytes = residentBytes() }
    }
    for finding in report.findings { Issue.record("\(finding)") }
    let share = Double(report.finished) / Double(max(1, report.written))
    let seconds = start.duration(to: clock.now).components.seconds
    let grown = bytes > 0 ? (residentBytes() - bytes) >> 20 : 0
    print(
      "Fuzzing: \(report.inputs) inputs in \(seconds) s; of \(report.written) written programs"
        + " \(Int(share * 100)) % evaluated; \(report.codes.count) codes; the process grew by \(grown) MB.")
    if ProcessInfo.processInfo.environment["AULA_FUZZ_CODES"] != nil {
      for (code, count) in report.codes.sorted(by: { $0.value > $1.value }) { print(code, count) }
    }
    #expect(share >= 0.3)
    #expect(grown < 150)
  }

  private func residentBytes() -> Int {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return 0 }
    let fields = text.split(separator: " ")
    return fields.count > 1 ? (Int(fields[1]) ?? 0) * 4096 : 0
  }
}
