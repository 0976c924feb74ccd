// The function that makes estimates out of samples.
import Diagnostics
import Graph

extension Natives {
  static let estimateRows: [NativeRow] = [
    NativeRow(
      "estimate", [.init("samples")],
      summary: "The mean over the first axis, with its error: what draws say about an expectation.",
      example: "estimate([1, 2, 3, 4])   # 2.5 ± 0.6"
    ) { machine, arguments in try Estimate.make(of: given(arguments, 0), in: machine) }
  ]
}
