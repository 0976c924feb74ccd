// Cells with more parts than an instruction can number.
import AulaRuntime
import Testing

@Suite("Large cells") struct LargeCellTests {
  @Test("more texts than can be numbered are refused, not mixed up") func texts() {
    let program = (0..<70_000).map { "\"\($0)\"" }.joined(separator: "\n")
    #expect(testSession().run(program).problems.map(\.code) == ["E0553"])
  }

  @Test("as many as can be numbered keep their own words") func order() throws {
    let program = (0..<20_000).map { "\"\($0)\"" }.joined(separator: "\n")
    #expect(try testSession().evaluate(program).text == "19999")
  }
}
