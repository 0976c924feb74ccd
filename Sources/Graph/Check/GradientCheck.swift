// Asking for a gradient check: of a function, of several arguments, or of a loss over a model.
import TensorKit

/// How a gradient check is carried out.
public struct GradientCheckOptions: Sendable, Hashable {
  /// The precision of a check.
  public enum Precision: Sendable, Hashable {
    /// Double precision, whatever the program runs in.
    case float64
    /// Single precision: shows why not.
    case float32
  }
  /// What is compared.
  public enum Mode: Sendable, Hashable {
    /// Every element as long as that is affordable, else random directions for the large arguments.
    case automatic
    /// Every element of every argument.
    case everyElement
    /// So many random directions through each argument.
    case directions(Int)
  }
  /// The precision; double unless asked.
  public var precision: Precision
  /// 1 compares the gradient, 2 the Hessian's product with a fixed random vector as well.
  public var order: Int
  /// What is compared.
  public var mode: Mode
  /// The relative error up to which two values count as equal; 1e-6 in double precision and 1e-2 in single when left out.
  public var tolerance: Double?
  /// How many elements `automatic` compares one by one.
  public var elementLimit: Int

  /// The usual options, or others.
  public init(
    precision: Precision = .float64, order: Int = 1, mode: Mode = .automatic, tolerance: Double? = nil,
    elementLimit: Int = 4096
  ) {
    self.precision = precision
    self.order = order
    self.mode = mode
    self.tolerance = tolerance
    self.elementLimit = elementLimit
  }
}

/// Compares the derivative of `f` at `x` with differences of `f`, in double precision, and says which operator is wrong where the
/// two differ. Where `f` does not give a single number, the sum of its elements with fixed random weights is checked.
///
/// With `given`, a gradient written by hand, the verdict is about that. The graph keeps what the check recorded until its trace
/// ends; the stream of draws is left where it was.
public func checkGradient(
  of f: (Tensor) throws -> Tensor, at x: Tensor, named name: String = "x",
  against given: ((Tensor) throws -> Tensor)? = nil,
  options: GradientCheckOptions = GradientCheckOptions()
) throws -> GradientReport {
  let list: (([Tensor]) throws -> [Tensor])? = given.map { given in { [try given($0[0])] } }
  return try checkGradient(of: { try f($0[0]) }, at: [(name, x)], against: list, options: options)
}

/// As above, for a function of several arguments, each under the name that the report gives it.
public func checkGradient(
  of f: ([Tensor]) throws -> Tensor, at arguments: [(name: String, value: Tensor)],
  against given: (([Tensor]) throws -> [Tensor])? = nil, options: GradientCheckOptions = GradientCheckOptions()
) throws -> GradientReport {
  guard let graph = arguments.first?.value.graph else {
    throw TensorError.missingArgument(operation: "gradient check", argument: "at")
  }
  let arrays = try graph.compute(arguments.map(\.value))
  return try withoutActuallyEscaping(f) { f in
    try Examination(graph, arguments.map(\.name), arrays, options, f, given: given).report()
  }
}

/// Compares the gradient of a loss over a model with differences, for every parameter of the model. Parameters keep their values.
public func checkGradient(
  of loss: () throws -> Tensor, over model: some ParameterHolder, in graph: Graph,
  against given: (() throws -> Structure<Tensor>)? = nil, options: GradientCheckOptions = GradientCheckOptions()
) throws -> GradientReport {
  let parameters = model.distinctParameters
  guard !parameters.isEmpty else {
    throw TensorError.structure(operation: "gradient check", reason: "the model has no parameters")
  }
  let within = { (leaves: [Tensor], body: () throws -> [Tensor]) throws -> [Tensor] in
    for (entry, leaf) in zip(parameters, leaves) { entry.parameter.substitute = leaf }
    defer { for entry in parameters { entry.parameter.substitute = nil } }
    return try body()
  }
  let list: (([Tensor]) throws -> [Tensor])? = given.map { given in
    { leaves in
      try within(leaves) {
        let structure = try given()
        let positions = model.parameters.leaves.map { ObjectIdentifier($0.leaf) }
        guard structure.leaves.count == positions.count else {
          throw TensorError.structure(
            operation: "gradient check",
            reason: "the given gradient has \(structure.leaves.count) parts for \(positions.count) parameters")
        }
        let found = Dictionary(zip(positions, structure.leaves.map(\.leaf)), uniquingKeysWith: { first, _ in first })
        return try parameters.map { entry in
          guard let gradient = found[ObjectIdentifier(entry.parameter)] else {
            throw TensorError.structure(operation: "gradient check", reason: "a parameter has no given gradient")
          }
          return gradient
        }
      }
    }
  }
  return try withoutActuallyEscaping(loss) { loss in
    try Examination(
      graph, parameters.map(\.path), parameters.map(\.parameter.value), options,
      { leaves in
        let value = try within(leaves) { [try loss()] }[0]
        guard value.graph === graph else { throw TensorError.foreignTensor(operation: "gradient check") }
        return value
      }, given: list
    ).report()
  }
}
