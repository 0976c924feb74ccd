// What is known of functions by their names: which are taken for which, and what a swap or a sign does to them.

enum FunctionFamilies {
  /// Functions that are taken for one another.
  private static let pairs: [(String, String)] = [
    ("sum", "mean"), ("max", "min"), ("maximum", "minimum"), ("argmax", "argmin"), ("log", "exp"), ("sin", "cos"),
    ("sigmoid", "tanh"), ("relu", "softplus"), ("floor", "ceil"), ("any", "all"), ("zeros", "ones"),
    ("std", "variance"),
    ("cumsum", "cumprod"), ("square", "sqrt"), ("softmax", "log_softmax"), ("mse", "mae"), ("normal", "uniform"),
  ]

  /// What may stand for a function with the same arguments.
  static func siblings(of name: String) -> [String] {
    pairs.compactMap { $0.0 == name ? $0.1 : $0.1 == name ? $0.0 : nil }
  }

  /// Functions whose arguments may change places.
  private static let symmetric: Set<String> = [
    "max", "min", "maximum", "minimum", "dot", "add", "multiply", "mse", "mae", "equal", "not_equal", "correlation",
    "rank_correlation", "cosine_similarity", "logical_and", "logical_or", "logical_xor", "print", "plot",
  ]

  static func isSymmetric(_ name: String) -> Bool { symmetric.contains(name) }

  /// Functions whose value tells a number from its negative.
  private static let oddOrNeither: Set<String> = [
    "exp", "sigmoid", "tanh", "sin", "relu", "softplus", "softmax", "log_softmax", "logsumexp", "sum", "mean", "selu",
    "elu", "gelu", "leaky_relu", "sign", "expm1", "erf", "sinh", "max", "min", "argmax", "argmin",
  ]

  static func feelsSign(_ name: String) -> Bool { oddOrNeither.contains(name) }

  /// Functions whose value is their argument in another dress: leaving them out changes nothing worth a check.
  private static let dresses: Set<String> = ["float64", "float32", "copy", "identity", "print", "plot"]

  static func changesItsArgument(_ name: String) -> Bool { !dresses.contains(name) }

  /// Functions of a number whose argument is worth a factor, a square or a sign of its own.
  private static let elementary: Set<String> = [
    "exp", "log", "sqrt", "square", "abs", "sin", "cos", "tanh", "sigmoid", "softplus", "sum", "mean", "norm",
    "log1p", "expm1", "variance", "std",
  ]

  static func isElementary(_ name: String) -> Bool { elementary.contains(name) }

  /// Whether what it is given are numbers worth a square or a root of their own: also what makes a distribution, such as `Normal`.
  static func takesNumbers(_ name: String) -> Bool { isElementary(name) || name.first?.isUppercase ?? false }
}
