// Nested collections with names: a model's parameters, and gradients in the same shape.

/// A tree of named things: a model's parameters, or one thing for each of them.
public indirect enum Structure<Leaf> {
  /// A single thing.
  case leaf(Leaf)
  /// Named parts, in order.
  case parts([(name: String, value: Structure)])

  /// The same tree with every leaf transformed.
  public func map<Other>(_ transform: (Leaf) throws -> Other) rethrows -> Structure<Other> {
    switch self {
    case .leaf(let leaf): .leaf(try transform(leaf))
    case .parts(let parts): .parts(try parts.map { ($0.name, try $0.value.map(transform)) })
    }
  }

  /// Every leaf with its path, such as `encoder.W`, in order.
  public var leaves: [(path: String, leaf: Leaf)] {
    switch self {
    case .leaf(let leaf): [("", leaf)]
    case .parts(let parts):
      parts.flatMap { part in
        part.value.leaves.map { ($0.path.isEmpty ? part.name : part.name + "." + $0.path, $0.leaf) }
      }
    }
  }

  /// The part of this name.
  public subscript(name: String) -> Structure? {
    guard case .parts(let parts) = self else { return nil }
    return parts.first { $0.name == name }?.value
  }

  /// The leaf at a path such as `encoder.W`.
  public func leaf(at path: String) -> Leaf? { leaves.first { $0.path == path }?.leaf }
}
