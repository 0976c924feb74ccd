// What the writer of programs knows of a value, so that it can use it where it fits.

/// The kind of a value.
indirect enum Kind: Hashable {
  case number
  case truth
  case text
  case tensor([Int])
  case tuple([Part])
  /// From values of some kinds to a value of one.
  case function([Kind], Kind)
  /// A model with parameters, from rows of so many numbers to rows of so many.
  case model(Int, Int)
  /// A cell that learns, of a shape.
  case cell([Int])

  struct Part: Hashable {
    let label: String?
    let kind: Kind
  }

  /// What an operator reads in its place.
  var read: Kind {
    switch self {
    case .cell(let shape): shape.isEmpty ? .number : .tensor(shape)
    default: self
    }
  }
}

/// A name of the program.
struct Variable {
  let name: String
  let kind: Kind
  /// Whether it may be given another value.
  let isVariable: Bool
}
