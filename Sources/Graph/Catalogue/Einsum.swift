// The row of einsum: a text of axis labels, read here and carried out by matrix products and sums.
import TensorKit

extension Op {
  /// Sums of products, told by a label for each axis: labels that the result does not name are summed over.
  public static let einsum: OpSpec = .composite(
    "einsum", [.option("text", .text), .option("xs", .tensors)],
    "Sums of products, told by a label for each axis: labels that the result does not name are summed over.",
    "einsum(\"ij,jk->ik\", [[1, 2], [3, 4]], [[1, 1], [0, 1]])   # [[1, 3], [3, 7]]",
    on: [
      einsumSample("ij,jk->ik", .normal([2, 3]), .normal([3, 4])),
      einsumSample("ij,jk->ki", .normal([2, 3]), .normal([3, 4])),
      einsumSample("ij,jk", .normal([2, 3]), .normal([3, 4])), einsumSample("ba", .normal([2, 3])),
      einsumSample("ij->", .normal([2, 3])), einsumSample("ij->j", .normal([2, 3])),
      einsumSample("ii", .normal([3, 3])), einsumSample("ii->i", .normal([3, 3])),
      einsumSample("iji->j", .normal([3, 2, 3])), einsumSample("iii->i", .normal([2, 2, 2])),
      einsumSample("i,i->", .normal([4]), .normal([4])), einsumSample("i,j->ij", .normal([2]), .normal([3])),
      einsumSample("i,i->i", .normal([4]), .normal([4])),
      einsumSample("bij,bjk->bik", .normal([2, 3, 2]), .normal([2, 2, 3])),
      einsumSample("bij,kj->ibk", .normal([2, 3, 2]), .normal([4, 2])),
      einsumSample("bhqd,bhkd->bhqk", .normal([2, 2, 3, 2]), .normal([2, 2, 2, 2])),
      einsumSample("abcd,cdef->abef", .normal([2, 1, 2, 3]), .normal([2, 3, 2, 2])),
      einsumSample("ij,jk,kl->il", .normal([2, 3]), .normal([3, 2]), .normal([2, 4])),
      einsumSample("i,ij,j->", .normal([2]), .normal([2, 3]), .normal([3])),
      einsumSample("ij,kl->k", .normal([2, 2]), .normal([3, 2])),
      einsumSample(" i j , j -> i ", .normal([2, 3]), .normal([3])),
      einsumSample("Ba,aB->B", .normal([2, 3]), .normal([3, 2])), einsumSample(",i->i", .normal([]), .normal([3])),
      einsumSample("ij,jk->ik", .normal([2, 0]), .normal([0, 3])), einsumSample("ij->ji", .indices(5, [2, 3])),
    ],
    rejects: [
      einsumSample("ij,jk->iz", .normal([2, 3]), .normal([3, 4])),
      einsumSample("ij,jk->ii", .normal([2, 3]), .normal([3, 4])),
      einsumSample("ij,jk->ik", .normal([2, 3]), .normal([4, 4])), einsumSample("ii->i", .normal([2, 3])),
      einsumSample("ijk->i", .normal([2, 3])), einsumSample("ij,jk->ik", .normal([2, 3])),
      einsumSample("i->j->k", .normal([2])), einsumSample("i,-j", .normal([2]), .normal([2])),
      einsumSample("i1->i", .normal([2, 3])), einsumSample("...i->i", .normal([2, 3])),
      einsumSample("i>", .normal([2])),
      einsumSample("i-", .normal([2])), einsumSample("i->i,", .normal([2])),
      einsumSample("a,b,c,d,e,f,g,h,i->abcdefghi", nine),
      Sample(.list([]), options: ["text": .text("")]), Sample(.list([.normal([2])])),
    ],
    means: .plain { call in [plainEinsum(call.text("text"), call.inputs)] }
  ) { call in
    var contraction = try Contraction(call.text("text"), call.tensorList("xs"), call.graph)
    return try contraction.result()
  }

  private static func einsumSample(_ text: String, _ inputs: Sample.Input...) -> Sample {
    Sample(.list(inputs), options: ["text": .text(text)])
  }
  private static func einsumSample(_ text: String, _ inputs: [Sample.Input]) -> Sample {
    Sample(.list(inputs), options: ["text": .text(text)])
  }
  private static let nine = [Sample.Input](repeating: .normal([1]), count: 9)

  /// The meaning by loops over every label, for texts that fit their operands.
  private static func plainEinsum(_ text: String, _ inputs: [Plain]) -> Plain {
    let halves = text.filter { $0 != " " && $0 != "-" }.split(separator: ">", omittingEmptySubsequences: false)
    let terms = halves[0].split(separator: ",", omittingEmptySubsequences: false).map { Array($0) }
    let all = terms.flatMap { $0 }
    let output =
      halves.count > 1 ? Array(halves[1]) : Set(all).filter { one in all.filter { $0 == one }.count == 1 }.sorted()
    var sizes: [Character: Int] = [:]
    for (term, input) in zip(terms, inputs) { for (label, size) in zip(term, input.dims) { sizes[label] = size } }
    let summed = Set(all).subtracting(output).sorted()
    return Plain(output.map { sizes[$0] ?? 0 }) { index in
      var sum = 0.0
      Plain.forEachIndex(summed.map { sizes[$0] ?? 0 }) { inner in
        let places = Dictionary(uniqueKeysWithValues: zip(output + summed, index + inner))
        sum += zip(terms, inputs).reduce(1) { $0 * $1.1($1.0.map { places[$0] ?? 0 }) }
      }
      return sum
    }
  }
}

/// The labels of an einsum: one list per operand, and the result's.
private struct Labels {
  let terms: [[Character]]
  let output: [Character]

  init(_ text: String) throws {
    func refusal(_ expected: String) -> TensorError {
      .option(operation: "einsum", argument: "text", found: "\"\(text)\"", expected: expected)
    }
    let form = "one letter for each axis, commas between operands and at most one ->"
    var lists: [[Character]] = [[]]
    var arrow: Int?
    let characters = text.filter { !$0.isWhitespace }.map { $0 }
    var position = 0
    while position < characters.count {
      let character = characters[position]
      if character.isASCII && character.isLetter {
        lists[lists.count - 1].append(character)
      } else if character == "," && arrow == nil {
        lists.append([])
      } else if character == "-" && arrow == nil && position + 1 < characters.count && characters[position + 1] == ">" {
        arrow = lists.count
        lists.append([])
        position += 1
      } else {
        throw refusal(form)
      }
      position += 1
    }
    guard arrow != nil else {
      terms = lists
      let all = lists.flatMap { $0 }
      output = all.filter { label in all.filter { $0 == label }.count == 1 }.sorted()
      return
    }
    let named = lists.removeLast()
    for label in named where !lists.contains(where: { $0.contains(label) }) {
      throw refusal("a text whose result has only labels of its operands; `\(label)` is in none")
    }
    guard Set(named).count == named.count else { throw refusal("a text whose result names every label once") }
    (terms, output) = (lists, named)
  }
}

/// A tensor with a label on each axis; no label twice.
private struct Labelled {
  var tensor: Tensor
  var labels: [Character]
}

/// One einsum on its way: operands are taken in from left to right.
private struct Contraction {
  private let graph: Graph
  private let output: [Character]
  private var terms: [Labelled] = []
  private var sizes: [Character: Int] = [:]

  init(_ text: String, _ operands: [Tensor], _ graph: Graph) throws {
    let labels = try Labels(text)
    self.graph = graph
    output = labels.output
    guard labels.terms.count == operands.count, !operands.isEmpty else {
      throw TensorError.structure(
        operation: "einsum",
        reason: "the text has labels for \(labels.terms.count) operands, but \(operands.count) are given")
    }
    let met = operands.dropFirst().reduce(operands[0].dtype) { .meeting($0, $1.dtype) }
    for (operand, own) in zip(operands, labels.terms) {
      guard own.count == operand.rank else {
        throw TensorError.wrongShape(
          operation: "einsum", argument: "xs", shape: operand.shape,
          expected: "of rank \(own.count) for \"\(String(own))\"")
      }
      for (label, size) in zip(own, operand.shape.dims) {
        guard let known = sizes.updateValue(size, forKey: label), known != size else { continue }
        throw TensorError.wrongShape(
          operation: "einsum", argument: "xs", shape: operand.shape,
          expected: "of size \(known) along `\(label)` in \"\(String(own))\", as elsewhere")
      }
      terms.append(try distinct(graph.convert(operand, to: met.isFloating ? met : .float64), own))
    }
  }

  /// A repeated label picks the diagonal of its axes.
  private func distinct(_ tensor: Tensor, _ labels: [Character]) throws -> Labelled {
    var result = Labelled(tensor: tensor, labels: labels)
    var first = 0
    while first < result.labels.count {
      let label = result.labels[first]
      guard let second = result.labels.lastIndex(of: label), second != first else {
        first += 1
        continue
      }
      let rest = result.labels.indices.filter { $0 != first && $0 != second }
      let moved = try graph.record(Op.permute, [result.tensor], attributes: rest + [first, second])
      result.tensor = try graph.record(Op.diagonal, [moved], attributes: [0])
      result.labels = rest.map { result.labels[$0] } + [label]
    }
    return result
  }

  mutating func result() throws -> Tensor {
    for index in terms.indices {
      let elsewhere = terms.indices.filter { $0 != index }.flatMap { terms[$0].labels }
      terms[index] = try summed(terms[index], keeping: Set(elsewhere + output))
    }
    var whole = terms[0]
    for index in terms.indices.dropFirst() {
      let later = terms[(index + 1)...].flatMap(\.labels)
      whole = try product(whole, terms[index], keeping: Set(later + output))
    }
    return try arranged(whole, as: output)
  }

  private func summed(_ term: Labelled, keeping kept: Set<Character>) throws -> Labelled {
    let axes = term.labels.indices.filter { !kept.contains(term.labels[$0]) }
    if axes.isEmpty { return term }
    return Labelled(
      tensor: try graph.record(Op.sum, [term.tensor], attributes: [0] + axes),
      labels: term.labels.filter { kept.contains($0) })
  }

  /// The axes in the order of `labels`, which are the term's own.
  private func arranged(_ term: Labelled, as labels: [Character]) throws -> Tensor {
    if term.labels == labels { return term.tensor }
    let order = labels.compactMap { term.labels.firstIndex(of: $0) }
    return try graph.record(Op.permute, [term.tensor], attributes: order)
  }

  private func dims(_ labels: [Character]) -> [Int] { labels.map { sizes[$0] ?? 1 } }

  private func product(_ x: Labelled, _ y: Labelled, keeping kept: Set<Character>) throws -> Labelled {
    let shared = x.labels.filter { y.labels.contains($0) }
    let batch = shared.filter { kept.contains($0) }
    let inner = shared.filter { !kept.contains($0) }
    let left = x.labels.filter { !shared.contains($0) }
    let right = y.labels.filter { !shared.contains($0) }
    let labels = batch + left + right
    guard labels.count <= Shape.maximumRank else {
      throw TensorError.rank(operation: "einsum", rank: labels.count)
    }
    if inner.isEmpty {
      let first = try graph.reshape(arranged(x, as: batch + left), to: Shape(dims(batch + left) + right.map { _ in 1 }))
      let second = try graph.reshape(
        arranged(y, as: batch + right), to: Shape(dims(batch) + left.map { _ in 1 } + dims(right)))
      return Labelled(tensor: try first * second, labels: labels)
    }
    // Two axes are the matrices'; more leading ones than fit beside them become one.
    let lead = batch.count > Shape.maximumRank - 2 ? [Shape(dims(batch)).count] : dims(batch)
    func size(_ labels: [Character]) -> Int { Shape(dims(labels)).count }
    // Without labels of its own and without a batch an operand is a vector.
    let rows = lead.isEmpty && left.isEmpty ? [] : lead + [size(left)]
    let columns = lead.isEmpty && right.isEmpty ? [] : [size(right)]
    let first = try graph.reshape(arranged(x, as: batch + left + inner), to: Shape(rows + [size(inner)]))
    let second = try graph.reshape(arranged(y, as: batch + inner + right), to: Shape(lead + [size(inner)] + columns))
    return Labelled(tensor: try graph.reshape(graph.matmul(first, second), to: Shape(dims(labels))), labels: labels)
  }
}
