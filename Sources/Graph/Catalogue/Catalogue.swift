// The catalogue: every operator, by family. A family's file holds its rows; this file only lists the families.

/// The operators, by name: `Op.tanh(x)`.
public enum Op {}

/// All operators, for whatever is derived from their rows.
public enum Catalogue {
  /// Every row by its family, in the order of the reference.
  package static let families: [(name: String, rows: [OpSpec])] = [
    ("arithmetic", Op.arithmeticRows), ("functions", Op.functionRows), ("activations", Op.activationRows),
    ("comparisons", Op.comparisonRows), ("tensors", Op.creationRows), ("reductions", Op.reductionRows),
    ("order", Op.orderRows), ("products", Op.productRows), ("shapes", Op.shapeRows), ("indexing", Op.indexingRows),
    ("network-operators", Op.networkRows), ("linear-algebra", Op.linearAlgebraRows), ("draws", Op.randomRows),
    ("integrals", Op.quadratureRows),
  ]

  /// Every row.
  public static let rows: [OpSpec] = families.flatMap(\.rows)

  private static let byName = Dictionary(rows.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The operator of this name.
  public static func row(named name: String) -> OpSpec? { byName[name] }
}
