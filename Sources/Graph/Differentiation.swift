// Derivatives of functions, as functions: gradients, Jacobians, Hessians and their products with vectors, to any order.
import TensorKit

/// The value of `f` at `x`, which must be a single number, and its gradient: as many elements as `x`.
public func valueAndGradient(
  of f: (Tensor) throws -> Tensor, at x: Tensor
) throws -> (value: Tensor, gradient: Tensor) {
  let (value, gradients) = try valueAndGradient(of: { try f($0[0]) }, at: [x])
  return (value, gradients[0])
}

/// The value of `f` and its gradient with respect to each argument. Zeros where the value does not depend on one.
public func valueAndGradient(
  of f: ([Tensor]) throws -> Tensor, at arguments: [Tensor]
) throws -> (value: Tensor, gradients: [Tensor]) {
  let variables = try arguments.map { try variable($0) }
  let value = try f(variables)
  guard value.shape.count == 1 else { throw TensorError.notScalar(operation: "gradient", shape: value.shape) }
  guard value.dtype.isFloating else {
    throw TensorError.precision(
      operation: "gradient", argument: "value", found: value.dtype, expected: "a floating type")
  }
  let gradients = try value.graph.pullback(value, to: variables)
  return (value, try zip(gradients, variables).map { try $0 ?? zeros(like: $1) })
}

/// The gradient of `f` at `x`.
public func gradient(of f: (Tensor) throws -> Tensor, at x: Tensor) throws -> Tensor {
  try valueAndGradient(of: f, at: x).gradient
}

/// The cotangent at `x` that belongs to a cotangent of `f(x)`: its product with the Jacobian from the left. Costs one backward pass.
public func vectorJacobianProduct(
  of f: (Tensor) throws -> Tensor, at x: Tensor, _ cotangent: Tensor
) throws -> (value: Tensor, product: Tensor) {
  let x = try variable(x)
  let value = try f(x)
  let product = try value.graph.pullback(value, seed: cotangent, to: [x])[0]
  return (value, try product ?? zeros(like: x))
}

/// How `f(x)` moves when `x` moves by `tangent`: the Jacobian's product with it from the right.
///
/// The backward pass is linear in the cotangent, and its own transpose is the forward pass; what the first transposition records
/// and nobody needs is never computed.
public func jacobianVectorProduct(
  of f: (Tensor) throws -> Tensor, at x: Tensor, _ tangent: Tensor
) throws -> (value: Tensor, product: Tensor) {
  let x = try variable(x)
  let value = try f(x)
  return (value, try forward(value, along: [(x, tangent)]))
}

/// How `value` moves when each source moves by its tangent.
package func forward(_ value: Tensor, along moves: [(source: Tensor, tangent: Tensor)]) throws -> Tensor {
  for (source, tangent) in moves where source.shape != tangent.shape {
    throw TensorError.shapesDoNotMeet(operation: "jvp", left: source.shape, right: tangent.shape)
  }
  let cotangent = try variable(zeros(like: value))
  let backward = try value.graph.pullback(value, seed: cotangent, to: moves.map(\.source))
  var total: Tensor?
  for (product, move) in zip(backward, moves) {
    guard let product else { continue }
    let tangent = try value.graph.convert(move.tangent, to: product.dtype)
    guard let part = try value.graph.pullback(product, seed: tangent, to: [cotangent])[0] else { continue }
    total = try total.map { try $0 + part } ?? part
  }
  return try total ?? zeros(like: value)
}

/// All derivatives of all elements: the shape of `f(x)` followed by the shape of `x`. Costs one backward pass, carried out for all
/// elements of the result at once.
public func jacobian(of f: (Tensor) throws -> Tensor, at x: Tensor) throws -> Tensor {
  let x = try variable(x)
  return try jacobians(f(x), to: [x])[0]
}

/// All derivatives of all elements of `value` with respect to each source: the shape of `value` followed by the source's.
package func jacobians(_ value: Tensor, to sources: [Tensor]) throws -> [Tensor] {
  let graph = value.graph
  let count = value.shape.count
  for source in sources where value.shape.rank + source.shape.rank > Shape.maximumRank {
    throw TensorError.rank(operation: "jacobian", rank: value.shape.rank + source.shape.rank)
  }
  let start = Int32(graph.nodeCount)
  let cotangent = try graph.placeholder(Signature(value.shape, value.dtype))
  let products = try graph.pullback(value, seed: cotangent, to: sources)
  let found = products.compactMap { $0 }
  var rows: [(tensor: Tensor, isBatched: Bool)] = []
  if !found.isEmpty {
    let unit = try graph.reshape(graph.identity(count, value.dtype), to: Shape([count] + value.shape.dims))
    rows = try graph.batch(found, replacing: [(cotangent, unit)], size: count, since: start).reversed()
  }
  return try zip(sources, products).map { source, product in
    let result = Shape(value.shape.dims + source.shape.dims)
    guard product != nil, let row = rows.popLast() else { return try graph.full(0, result, source.dtype) }
    let stretched =
      row.isBatched ? row.tensor : try graph.broadcast(row.tensor, to: Shape([count] + source.shape.dims))
    return try graph.reshape(stretched, to: result)
  }
}

/// The second derivatives of a function with a single number as value: the shape of `x`, twice.
public func hessian(of f: (Tensor) throws -> Tensor, at x: Tensor) throws -> Tensor {
  try jacobian(of: { try gradient(of: f, at: $0) }, at: x)
}

/// The Hessian's product with a vector, without the Hessian: two backward passes.
public func hessianVectorProduct(of f: (Tensor) throws -> Tensor, at x: Tensor, _ vector: Tensor) throws -> Tensor {
  try vectorJacobianProduct(of: { try gradient(of: f, at: $0) }, at: x, vector).product
}

/// `f` applied to every part of `x` along its first axis, all at once: the results, stacked along a new first axis. Draws inside
/// `f` are drawn anew for every part.
public func map(_ f: (Tensor) throws -> Tensor, over x: Tensor) throws -> Tensor {
  try map({ try f($0[0]) }, over: [x])
}

/// `f` applied to every row of parts of several tensors.
public func map(_ f: ([Tensor]) throws -> Tensor, over xs: [Tensor]) throws -> Tensor {
  try mapAll({ [try f($0)] }, over: xs)[0]
}

/// As `map`, for a function with several results.
package func mapAll(_ f: ([Tensor]) throws -> [Tensor], over xs: [Tensor]) throws -> [Tensor] {
  guard let first = xs.first else { throw TensorError.missingArgument(operation: "map", argument: "over") }
  guard let size = first.shape.dims.first else {
    throw TensorError.wrongShape(operation: "map", argument: "over", shape: first.shape, expected: "of rank 1 or more")
  }
  let graph = first.graph
  for x in xs {
    _ = try graph.checked(x, Op.alias)
    guard x.shape.dims.first == size else {
      throw TensorError.shapesDoNotMeet(operation: "map", left: first.shape, right: x.shape)
    }
  }
  let start = Int32(graph.nodeCount)
  let parts = try xs.map { try graph.placeholder(Signature(Shape(Array($0.shape.dims.dropFirst())), $0.dtype)) }
  let results = try f(parts).map { try graph.checked($0, Op.alias) }
  let batched = try graph.batch(results, replacing: Array(zip(parts, xs)), size: size, since: start)
  return try batched.map { result in
    if result.isBatched { return result.tensor }
    return try graph.broadcast(result.tensor, to: Shape([size] + result.tensor.shape.dims))
  }
}

/// The same value, through which no derivative flows.
public func stopGradient(_ x: Tensor) throws -> Tensor { try x.graph.record(Op.stopGradient, [x]) }

/// A name for `x` of its own: derivatives are taken with respect to it, not to what `x` was computed from.
package func variable(_ x: Tensor) throws -> Tensor { try x.graph.record(Op.alias, [x]) }

package func zeros(like x: Tensor) throws -> Tensor { try x.graph.full(0, x.shape, x.dtype) }
