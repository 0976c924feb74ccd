// Every way in which a request over tensors can be wrong, as typed cases; turned into words in one place.

/// Why an operation over tensors could not be done. Each case carries what a message needs: the operator, the argument, the
/// shapes that met, and what would fit.
public enum TensorError: Error, Hashable, Sendable {
  /// Two shapes do not stretch to one.
  case shapesDoNotMeet(operation: String, left: Shape, right: Shape)
  /// The inner sizes of a matrix product differ.
  case innerSizes(operation: String, left: Shape, right: Shape)
  /// An argument has a rank or a size the operator cannot take.
  case wrongShape(operation: String, argument: String, shape: Shape, expected: String)
  /// Elements cannot be rearranged into the wanted shape.
  case cannotReshape(operation: String, from: Shape, to: Shape)
  /// An axis the tensor does not have.
  case axis(operation: String, axis: Int, rank: Int)
  /// The same axis named twice.
  case repeatedAxis(operation: String, axis: Int)
  /// An index outside its axis.
  case index(operation: String, index: Int, size: Int, axis: Int)
  /// Elements of a type the operator cannot take.
  case precision(operation: String, argument: String, found: DType, expected: String)
  /// A reduction that has no value over no elements.
  case emptyReduction(operation: String, shape: Shape)
  /// A rank above the largest possible one.
  case rank(operation: String, rank: Int)
  /// A matrix that cannot be inverted; `pivot` is the first row where elimination found nothing to divide by.
  case singular(operation: String, pivot: Int)
  /// A matrix that should be positive definite and is not; `order` is the size of the first leading block that fails.
  case notPositiveDefinite(operation: String, order: Int)
  /// An iteration that did not settle.
  case notConverged(operation: String)
  /// An allocation that would pass the budget.
  case outOfMemory(operation: String, bytes: Int, inUse: Int, budget: Int)
  /// The evaluation was stopped from outside.
  case cancelled
  /// An option that is out of its range or not among the known words.
  case option(operation: String, argument: String, found: String, expected: String)
  /// An argument that is missing.
  case missingArgument(operation: String, argument: String)
  /// A label that the operator does not know.
  case unknownArgument(operation: String, argument: String, known: [String])
  /// More arguments than the operator has parameters.
  case tooManyArguments(operation: String, count: Int, allowed: Int)
  /// An argument of the wrong kind, such as a list where a flag is wanted.
  case kind(operation: String, argument: String, expected: String)
  /// Tensors of two different graphs in one operation.
  case foreignTensor(operation: String)
  /// A tensor whose trace has ended.
  case endedTensor(operation: String)
  /// A derivative asked of something that has none, with the reason.
  case notDifferentiable(operation: String, reason: String)
  /// A look at a value where no value exists yet.
  case cannotLook(reason: String)
  /// A graph that grew past its limit.
  case graphTooLarge(limit: Int)
  /// A function that was to give a single number and gave a tensor.
  case notScalar(operation: String, shape: Shape)
  /// Two collections that belong together and differ in number or structure.
  case structure(operation: String, reason: String)

  /// The operator at fault, where there is one.
  public var operation: String? {
    switch self {
    case .shapesDoNotMeet(let name, _, _), .innerSizes(let name, _, _), .wrongShape(let name, _, _, _),
      .cannotReshape(let name, _, _), .axis(let name, _, _), .repeatedAxis(let name, _), .index(let name, _, _, _),
      .precision(let name, _, _, _), .emptyReduction(let name, _), .rank(let name, _), .singular(let name, _),
      .notPositiveDefinite(let name, _), .notConverged(let name), .outOfMemory(let name, _, _, _),
      .option(let name, _, _, _), .missingArgument(let name, _), .unknownArgument(let name, _, _),
      .tooManyArguments(let name, _, _), .kind(let name, _, _), .foreignTensor(let name), .endedTensor(let name),
      .notDifferentiable(let name, _), .notScalar(let name, _), .structure(let name, _):
      name
    case .cancelled, .cannotLook, .graphTooLarge: nil
    }
  }
}

extension TensorError: CustomStringConvertible {
  /// The reason in one English sentence that names the operator, what met, and what would fit.
  public var description: String {
    switch self {
    case .shapesDoNotMeet(let name, let left, let right):
      "\(name): \(left) and \(right) do not meet; sizes must agree from the right, or be 1"
    case .innerSizes(let name, let left, let right):
      "\(name): \(left) times \(right) does not fit; the columns of the first must be the rows of the second"
    case .wrongShape(let name, let argument, let shape, let expected):
      "\(name): `\(argument)` has shape \(shape), but must be \(expected)"
    case .cannotReshape(let name, let from, let to):
      "\(name): \(from) holds \(from.count) elements, \(to) would hold \(to.count)"
    case .axis(let name, let axis, let rank):
      rank == 0
        ? "\(name): there is no axis \(axis) in a single number"
        : "\(name): there is no axis \(axis); with \(rank) axes they are 0…\(rank - 1), or -\(rank)…-1 from the end"
    case .repeatedAxis(let name, let axis):
      "\(name): axis \(axis) is named twice"
    case .index(let name, let index, let size, let axis):
      size == 0
        ? "\(name): index \(index) on axis \(axis), which is empty"
        : "\(name): index \(index) is outside axis \(axis), whose indices are 0…\(size - 1)"
    case .precision(let name, let argument, let found, let expected):
      "\(name): `\(argument)` is \(found), but must be \(expected)"
    case .emptyReduction(let name, let shape):
      "\(name): there is nothing to take it over in a tensor of shape \(shape)"
    case .rank(let name, let rank):
      "\(name): the result would have \(rank) axes; at most \(Shape.maximumRank) are possible"
    case .singular(let name, let pivot):
      "\(name): the matrix is singular (row \(pivot) depends on the others)"
    case .notPositiveDefinite(let name, let order):
      "\(name): the matrix is not positive definite (its leading \(order)×\(order) block is not)"
    case .notConverged(let name):
      "\(name): the iteration did not settle; does the matrix hold NaN or infinity?"
    case .outOfMemory(let name, let bytes, let inUse, let budget):
      "\(name): \(bytes) bytes more would pass the memory budget of \(budget) (\(inUse) in use)"
    case .cancelled:
      "stopped"
    case .option(let name, let argument, let found, let expected):
      "\(name): `\(argument)` is \(found), but must be \(expected)"
    case .missingArgument(let name, let argument):
      "\(name): the argument `\(argument)` is missing"
    case .unknownArgument(let name, let argument, let known):
      "\(name): there is no argument `\(argument)`; there are \(known.joined(separator: ", "))"
    case .tooManyArguments(let name, let count, let allowed):
      "\(name): \(count) arguments, but it takes at most \(allowed)"
    case .kind(let name, let argument, let expected):
      "\(name): `\(argument)` must be \(expected)"
    case .foreignTensor(let name):
      "\(name): the tensors belong to two different graphs"
    case .endedTensor(let name):
      "\(name): this tensor's trace has ended; keep it with `settle`"
    case .notDifferentiable(let name, let reason):
      "\(name) has no derivative here: \(reason)"
    case .cannotLook(let reason):
      "there is no value to look at: \(reason)"
    case .graphTooLarge(let limit):
      "the recorded computation passed \(limit) operations; look at a value, or make the loop shorter"
    case .notScalar(let name, let shape):
      "\(name): a single number is needed, this has shape \(shape); sum or average it first"
    case .structure(let name, let reason):
      "\(name): \(reason)"
    }
  }
}
