// Names that Python, NumPy, PyTorch, Octave and Julia have, and what Aula writes for them.

/// The tables. A name that the session or the program defines is never looked up here.
package enum NameHabits {
  /// What Aula writes for a name of another language.
  package struct Answer: Sendable {
    /// How Aula writes it, as an example.
    package let aula: String
    /// The name that can stand in the other's place, arguments and all; nil where more has to change.
    package let name: String?

    init(_ aula: String, name: String? = nil) {
      self.aula = aula
      self.name = name
    }

    /// The same function under another name.
    static func renamed(_ name: String, _ arguments: String = "x") -> Answer {
      Answer("\(name)(\(arguments))", name: name)
    }
  }

  /// Answers by the other language's name.
  package static let answers: [String: Answer] = shapes.merging(functions) { $1 }.merging(values) { $1 }

  private static let shapes: [String: Answer] = [
    "len": .renamed("count"), "length": .renamed("count"), "numel": Answer("x.count"), "nelem": Answer("x.count"),
    "size": Answer("x.shape"), "ndims": Answer("x.rank"), "ndim": Answer("x.rank"), "dtype": Answer("x.precision"),
    "zeros_like": Answer("zeros(x.shape)"), "ones_like": Answer("ones(x.shape)"),
    "full_like": Answer("full(x.shape, 3)"),
    "zeroslike": Answer("zeros(x.shape)"), "oneslike": Answer("ones(x.shape)"), "empty": Answer("zeros(2, 3)"),
    "empty_like": Answer("zeros(x.shape)"), "identity_matrix": .renamed("eye", "3"),
    "view": .renamed("reshape", "x, 2, 3"),
    "cat": Answer("concatenate(a, b, axis: 0)"), "concat": Answer("concatenate(a, b, axis: 0)"),
    "hcat": Answer("concatenate(a, b, axis: 1)"), "vcat": Answer("concatenate(a, b, axis: 0)"),
    "hstack": Answer("concatenate(a, b, axis: 1)"), "vstack": Answer("concatenate(a, b, axis: 0)"),
    "ravel": .renamed("flatten"), "vec": .renamed("flatten"), "repmat": Answer("repeat_each(x, 3)"),
    "unsqueeze": .renamed("expand", "x, axis: 0"), "expand_dims": .renamed("expand", "x, axis: 0"),
    "broadcast_to": .renamed("broadcast", "x, 2, 3"), "moveaxis": .renamed("move_axis", "x, 0, 1"),
    "permutedims": .renamed("permute", "x, 1, 0"), "swapaxes": Answer("permute(x, 1, 0)"),
    "fliplr": Answer("flip(x, axis: 1)"), "flipud": Answer("flip(x, axis: 0)"), "diag": .renamed("diagonal"),
  ]

  private static let functions: [String: Answer] = [
    "ln": .renamed("log"), "log2": Answer("log(x) / log(2)"), "log10": Answer("log(x) / log(10)"),
    "fabs": .renamed("abs"),
    "absolute": .renamed("abs"), "pow": Answer("x ^ 2"), "sq": Answer("x ^ 2"), "exp2": Answer("2 ^ x"),
    "rem": Answer("a mod b"), "fmod": Answer("a mod b"), "arctan": .renamed("atan"), "arcsin": .renamed("asin"),
    "arccos": .renamed("acos"), "arctanh": .renamed("atanh"), "arctan2": .renamed("atan2", "y, x"),
    "amax": .renamed("max"), "amin": .renamed("min"), "average": .renamed("mean"), "avg": .renamed("mean"),
    "var": .renamed("variance"), "stddev": .renamed("std"), "cumulative_sum": .renamed("cumsum"),
    "clip_by_value": .renamed("clamp", "x, 0, 1"), "ReLU": .renamed("relu"), "ELU": .renamed("elu"),
    "SELU": .renamed("selu"), "GELU": .renamed("gelu"), "logistic": .renamed("sigmoid"), "expit": .renamed("sigmoid"),
    "mm": Answer("A @ B"), "bmm": Answer("A @ B"), "mv": Answer("A @ x"), "inner": .renamed("dot", "a, b"),
    "inv": .renamed("inverse", "A"), "det": .renamed("determinant", "A"), "tr": .renamed("trace", "A"),
    "slogdet": .renamed("log_determinant", "A"), "logdet": .renamed("log_determinant", "A"),
    "chol": .renamed("cholesky", "A"),
    "eig": .renamed("eigh", "A"), "linsolve": .renamed("solve", "A, b"), "floordiv": Answer("floor(a / b)"),
    "div": Answer("floor(a / b)"), "ceiling": .renamed("ceil"), "truncate": Answer("sign(x) * floor(abs(x))"),
    "trunc": Answer("sign(x) * floor(abs(x))"), "int64": .renamed("int"), "round_": .renamed("round"),
    "isnan": .renamed("is_nan"), "isfinite": .renamed("is_finite"), "isinf": Answer("not is_finite(x)"),
    "allclose": Answer("all(a ≈ b)"), "isclose": Answer("a ≈ b"), "isapprox": Answer("a ≈ b"),
    "sorted": .renamed("sort"), "topk": .renamed("top_k", "x, 3"), "onehot": .renamed("one_hot", "labels, 10"),
    "rand": .renamed("uniform", "2, 3"), "randn": .renamed("normal", "2, 3"),
    "randint": Answer("floor(uniform(5) * 10)"),
    "standard_normal": .renamed("normal", "2, 3"), "randperm": .renamed("permutation", "10"),
    "multinomial": Answer("categorical(p)"), "detach": .renamed("stop_gradient"), "no_grad": Answer("stop_gradient(x)"),
    "lax_stop_gradient": .renamed("stop_gradient"), "gradient": .renamed("grad", "f"),
    "jacrev": .renamed(
      "jacobian",
      "f"),
    "jacfwd": .renamed("jacobian", "f"), "vmap": Answer("map(f, X)"), "arrayfun": Answer("map(f, X)"),
    "deepcopy": .renamed("copy", "net"), "clone": .renamed("copy", "net"),
    "printf": Answer("print \"x = {x:.3f}\""), "fprintf": Answer("print \"x = {x:.3f}\""), "println": Answer("print x"),
    "disp": Answer("print x"), "display": Answer("print x"), "puts": Answer("print x"), "echo": Answer("print x"),
    "format": Answer("\"{x:.3f}\""), "sprintf": Answer("\"{x:.3f}\""), "str": .renamed("text"),
    "string": .renamed("text"),
    "repr": .renamed("text"), "num2str": .renamed("text"), "float": .renamed("number", "text"),
    "double": .renamed("float64"), "single": .renamed("float32"), "Float64": .renamed("float64"),
    "Float32": .renamed("float32"), "enumerate": Answer("for i in 0..count(xs) { xs[i] }"),
    "zip": Answer("for i in 0..count(xs) { (xs[i], ys[i]) }"), "reduce": Answer("fold((a, b) -> a + b, 0, xs)"),
    "filter": Answer("(x for x in xs if x > 0)"), "reversed": Answer("flip(x, axis: 0)"),
    "isinstance": Answer("x.shape"), "typeof": Answer("x.shape"), "type": Answer("x.shape"),
    "SGD": .renamed("sgd", "0.1"), "Adam": .renamed("adam", "1e-3"), "raise": Answer("error(\"…\")"),
    "throw": Answer("error(\"…\")"), "Exception": Answer("error(\"…\")"),
  ]

  private static let values: [String: Answer] = [
    "array": Answer("[1, 2, 3]"), "asarray": Answer("[1, 2, 3]"), "tensor": Answer("[1, 2, 3]"),
    "Tensor": Answer("[1, 2, 3]"),
    "ndarray": Answer("[1, 2, 3]"), "matrix": Answer("[[1, 2], [3, 4]]"), "Matrix": Answer("[[1, 2], [3, 4]]"),
    "Vector": Answer("[1, 2, 3]"), "Array": Answer("[1, 2, 3]"), "list": Answer("(1, 2, 3)"),
    "tuple": Answer("(1, 2, 3)"),
    "dict": Answer("(mean: 0, sd: 1)"), "Dict": Answer("(mean: 0, sd: 1)"), "struct": Answer("(mean: 0, sd: 1)"),
    "namedtuple": Answer("(mean: 0, sd: 1)"), "Parameter": Answer("param W = zeros(3)"),
    "Variable": Answer("param W = zeros(3)"), "requires_grad": Answer("param W = zeros(3)"),
    "newaxis": Answer("expand(x, axis: 0)"),
    "NULL": Answer("()", name: "()"), "undefined": Answer("()", name: "()"),
    "Inf": Answer("inf", name: "inf"), "infinity": Answer("inf", name: "inf"), "Infinity": Answer("inf", name: "inf"),
    "NaN": Answer("nan", name: "nan"), "NAN": Answer("nan", name: "nan"), "PI": Answer("pi", name: "pi"),
    "Pi": Answer("pi", name: "pi"), "e": Answer("exp(1)", name: "exp(1)"),
  ]

  /// Libraries that other languages import.
  static let modules: Set<String> = [
    "np", "numpy", "torch", "nn", "tf", "tensorflow", "keras", "jnp", "jax", "math", "Math", "scipy", "random",
    "plt", "pd",
    "optim", "sys", "os", "cmath", "sklearn", "sns", "cupy",
  ]
  /// Ways to ask the person at the keyboard, or a file.
  static let inputs: Set<String> = ["input", "raw_input", "readline", "scanf", "open", "fopen", "prompt"]
  /// Ways to change a value in place.
  static let mutations: Set<String> = [
    "append", "push", "push!", "extend", "insert", "pop", "del", "remove", "setdiff", "fill_", "zero_", "add_", "copy_",
    "zero_grad", "backward",
  ]
}
