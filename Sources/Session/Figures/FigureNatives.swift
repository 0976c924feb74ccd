// The functions that make figures: a row each.
import Diagnostics
import Figures
import Machine

/// The functions that make figures.
package enum FigureNatives {
  /// Every row, in the order of the reference.
  package static let rows: [NativeRow] =
    curveRows + pointRows + barRows + imageRows + planeRows + tableRows + [graphRow] + arrangementRows

  /// A function that makes a figure. All parameters but the first few are settings, which are optional and best given by name.
  static func row(
    _ name: String, _ parameters: [Signature.Parameter], options: [String], summary: String, example: String,
    body: @escaping @Sendable (FigureCall) throws -> Figure
  ) -> NativeRow {
    let parameters = parameters + options.map { Signature.Parameter($0, isOptional: true) }
    return NativeRow(name, parameters, summary: summary, example: example) { machine, arguments in
      // A picture is for somebody who looks, and inside a derivative or a `map` there is nothing to be seen yet.
      guard machine.traceDepth == 0 else { throw Fault(.figureInDerivative, ["op": .text(name)], argument: -1) }
      let figure = try body(FigureCall(machine, name, parameters, arguments))
      return .figure(figure, in: machine.language)
    }
  }
}

extension Machine {
  /// What a function is called by its own declaration; nil for one that was written without a name.
  func functionName(_ value: Value) -> String? {
    switch value {
    case .function(let function): function.name.isEmpty ? nil : function.name
    case .model(let model): model.name
    default: nil
    }
  }
}
