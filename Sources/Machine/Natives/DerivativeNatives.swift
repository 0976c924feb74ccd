// Functions that give derivatives.
import Diagnostics
import Graph

extension Natives {
  static let derivativeRows: [NativeRow] = [
    NativeRow(
      "grad", ofFunction,
      summary: "The function that gives the gradient of `f`, in the structure of its arguments or of what `wrt` names.",
      example: "grad(x -> x^2)(3)   # 6"
    ) { machine, arguments in try machine.gradientFunction(of: given(arguments, 0), wrt: given(arguments, 1)) },
    NativeRow(
      "value_and_grad", ofFunction, summary: "The function that gives the value of `f` and its gradient at once.",
      example: "value_and_grad(x -> x^2)(3)   # (value: 9, grad: 6)"
    ) { machine, arguments in
      try machine.derivative("value_and_grad", of: given(arguments, 0), wrt: given(arguments, 1)) { machine, call in
        let gradient = try machine.gradient(of: call, "value_and_grad")
        return .tuple(Tuple([call.value, gradient], labels: ["value", "grad"]))
      }
    },
    NativeRow(
      "jacobian", ofFunction,
      summary:
        "The function that gives all derivatives of all results of `f`: the shape of the result, then of the argument.",
      example: "jacobian(x -> x^2)([1, 2])   # [[2, 0], [0, 4]]"
    ) { machine, arguments in
      try machine.derivative("jacobian", of: given(arguments, 0), wrt: given(arguments, 1)) { machine, call in
        try machine.jacobian(of: call)
      }
    },
    NativeRow(
      "hessian", ofFunction, summary: "The function that gives all second derivatives of `f`.",
      example: "hessian(x -> sum(x^3))([1, 2])   # [[6, 0], [0, 12]]"
    ) { machine, arguments in
      try machine.derivative("hessian", of: given(arguments, 0), wrt: given(arguments, 1)) { machine, call in
        try machine.hessian(of: call)
      }
    },
    NativeRow(
      "jvp", [.init("f"), .init("x"), .init("v")],
      summary: "The value of `f` at `x`, and how it moves when `x` moves by `v`.",
      example: "jvp(x -> x^2, [1, 2], [1, 0])   # (value: [1, 4], product: [2, 0])"
    ) { machine, arguments in
      try machine.jacobianVectorProduct(given(arguments, 0), given(arguments, 1), given(arguments, 2))
    },
    NativeRow(
      "vjp", [.init("f"), .init("x"), .init("u")],
      summary: "The value of `f` at `x`, and the gradient of its results weighed by `u`.",
      example: "vjp(x -> x^2, [1, 2], [1, 1])   # (value: [1, 4], product: [2, 4])"
    ) { machine, arguments in
      try machine.vectorJacobianProduct(given(arguments, 0), given(arguments, 1), given(arguments, 2))
    },
    NativeRow(
      "stop_gradient", [.init("x")],
      summary: "The same value, through which no derivative flows; in a tuple, each element.",
      example: "grad(x -> stop_gradient(x) * x)(3)   # 3"
    ) { machine, arguments in try machine.stopped(given(arguments, 0)) },
  ]

  private static let ofFunction: [Signature.Parameter] = [.init("f"), .init("wrt", isOptional: true)]
}

extension Machine {
  /// The value with every tensor in it cut off from where it came from.
  fileprivate func stopped(_ value: Value) throws -> Value {
    switch value {
    case .tuple(let tuple): return .tuple(Tuple(try tuple.elements.map { try stopped($0) }, labels: tuple.labels))
    case .tensor, .cell: return .tensor(TensorValue(try stopGradient(tensor(value))))
    case .host:
      guard let estimate = value.estimate else { return value }
      return .host(try estimate.withoutDerivatives(in: graph))
    default: return value
    }
  }
}
