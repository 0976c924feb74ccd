// The optimizers' rows, and clipping.
import TensorKit

extension OptimizerSpec {
  /// Every optimizer.
  public static let all = [sgd, rmsprop, adam, adamw, adagrad]

  /// Steps against the gradient, with momentum if wanted.
  public static let sgd = OptimizerSpec(
    "sgd", "Steps against the gradient; momentum keeps some of the last step, nesterov looks ahead along it.",
    settings: [("rate", nil), ("momentum", 0), ("nesterov", 0), ("weight_decay", 0)], moments: 1
  ) { move in
    let gradient = try decayed(move)
    let rate = move.number("rate")
    guard move.number("momentum") > 0 else {
      return (try move.value - gradient * rate, [move.moments[0]])
    }
    let velocity = try move.moments[0] * move.number("momentum") + gradient
    let direction = move.number("nesterov") > 0 ? try gradient + velocity * move.number("momentum") : velocity
    return (try move.value - direction * rate, [velocity])
  }

  /// Steps scaled by the recent size of each gradient.
  public static let rmsprop = OptimizerSpec(
    "rmsprop", "Steps scaled by the root of a running mean of the squared gradient.",
    settings: [("rate", 1e-3), ("decay", 0.9), ("epsilon", 1e-8), ("weight_decay", 0)], moments: 1
  ) { move in
    let gradient = try decayed(move)
    let decay = move.number("decay")
    let mean = try move.moments[0] * decay + gradient * gradient * (1 - decay)
    return (try move.value - gradient / (Op.sqrt(mean) + move.number("epsilon")) * move.number("rate"), [mean])
  }

  /// Running means of the gradient and its square, freed from their start at zero.
  public static let adam = OptimizerSpec(
    "adam", "Steps along a running mean of the gradient, scaled by the root of a running mean of its square.",
    settings: [("rate", 1e-3), ("beta1", 0.9), ("beta2", 0.999), ("epsilon", 1e-8), ("weight_decay", 0)], moments: 2
  ) { move in
    try adaptive(move, gradient: decayed(move), from: move.value)
  }

  /// Adam, with the decay of weights kept out of the means.
  public static let adamw = OptimizerSpec(
    "adamw", "Adam with the weights' decay applied to the weights themselves, not to the gradient.",
    settings: [("rate", 1e-3), ("beta1", 0.9), ("beta2", 0.999), ("epsilon", 1e-8), ("weight_decay", 0.01)], moments: 2
  ) { move in
    let shrunk = try move.value * (1 - move.number("rate") * move.number("weight_decay"))
    return try adaptive(move, gradient: move.gradient, from: shrunk)
  }

  /// Steps scaled by all the gradients so far.
  public static let adagrad = OptimizerSpec(
    "adagrad", "Steps scaled by the root of the sum of all squared gradients so far.",
    settings: [("rate", 1e-2), ("epsilon", 1e-10), ("weight_decay", 0)], moments: 1
  ) { move in
    let gradient = try decayed(move)
    let sum = try move.moments[0] + gradient * gradient
    return (try move.value - gradient / (Op.sqrt(sum) + move.number("epsilon")) * move.number("rate"), [sum])
  }

  private static func decayed(_ move: Move) throws -> Tensor {
    let decay = move.number("weight_decay")
    return decay > 0 ? try move.gradient + move.value * decay : move.gradient
  }

  private static func adaptive(
    _ move: Move, gradient: Tensor, from value: Tensor
  ) throws -> (value: Tensor, moments: [Tensor]) {
    let (first, second) = (move.number("beta1"), move.number("beta2"))
    let mean = try move.moments[0] * first + gradient * (1 - first)
    let square = try move.moments[1] * second + gradient * gradient * (1 - second)
    // The corrections change with every step; as scalars they are inputs of the plan, so the plan stays the same.
    let rate = move.number("rate") / (1 - raised(first, move.step))
    let scale = 1 / (1 - raised(second, move.step)).squareRoot()
    let size = try Op.sqrt(square) * scale + move.number("epsilon")
    return (try value - mean / size * rate, [mean, square])
  }

  private static func raised(_ base: Double, _ exponent: Int) -> Double {
    var (result, factor, rest) = (1.0, base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result *= factor }
      factor *= factor
      rest >>= 1
    }
    return result
  }
}

/// Gradients scaled down together so that their joint length is at most `limit`.
public func clipped(_ gradients: [Tensor], norm limit: Double) throws -> [Tensor] {
  guard let first = gradients.first else { return [] }
  var total = try first.graph.scalar(0, first.dtype)
  for gradient in gradients { total = try total + Op.sum(gradient * gradient) }
  let length = try Op.sqrt(total)
  let scale = try Op.minimum(1, limit / Op.maximum(length, 1e-30))
  return try gradients.map { try $0 * scale }
}

/// Gradients with every element moved into ±`limit`.
public func clipped(_ gradients: [Tensor], value limit: Double) throws -> [Tensor] {
  try gradients.map { try Op.minimum(Op.maximum($0, -limit), limit) }
}
