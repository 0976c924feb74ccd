// An autoencoder with two numbers in its middle, made of the core's own pieces.
import AulaCore

/// One layer: a product, a shift and an activation.
struct Dense: ParameterHolder {
  let weights: Parameter
  let shift: Parameter
  let activation: (Tensor) throws -> Tensor

  /// A layer whose weights are drawn with the variance that keeps signals at their size (Glorot and Bengio, 2010).
  init(_ inputs: Int, _ outputs: Int, in graph: Graph, _ activation: @escaping (Tensor) throws -> Tensor) throws {
    let spread = (6 / Double(inputs + outputs)).squareRoot()
    let drawn = try Op.uniform.results(of: [("shape", .option(.ints([inputs, outputs])))], in: graph)[0]
    weights = Parameter("W", try ((drawn * 2 - 1) * spread).value())
    shift = Parameter("b", try graph.zeros([outputs], .float32).value())
    self.activation = activation
  }

  var parameters: Structure<Parameter> { .parts([("W", .leaf(weights)), ("b", .leaf(shift))]) }

  func callAsFunction(_ x: Tensor) throws -> Tensor {
    try activation(Op.matmul(x, weights.tensor(in: x.graph)) + shift.tensor(in: x.graph))
  }
}

/// An encoder, a bottleneck and a decoder.
struct Autoencoder: ParameterHolder {
  let layers: [(name: String, layer: Dense)]

  init(_ sizes: [Int], in graph: Graph) throws {
    layers = try (1..<sizes.count).map { index in
      let isLast = index == sizes.count - 1
      let isMiddle = index == sizes.count / 2
      let layer = try Dense(sizes[index - 1], sizes[index], in: graph) { x in
        isLast ? try Op.sigmoid(x) : isMiddle ? x : try Op.tanh(x)
      }
      return ("layer\(index)", layer)
    }
  }

  var parameters: Structure<Parameter> { .parts(layers.map { ($0.name, $0.layer.parameters) }) }

  func callAsFunction(_ x: Tensor) throws -> Tensor {
    try layers.reduce(x) { try $1.layer($0) }
  }

  /// The mean squared error of the reconstruction.
  func loss(_ x: Tensor) throws -> Tensor {
    try Op.mean(Op.square(self(x) - x))
  }
}
