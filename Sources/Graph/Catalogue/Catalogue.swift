// The catalogue: every operator, by family. A family's file holds its rows; this file only lists the families.

/// The operators, by name: `Op.tanh(x)`.
public enum Op {}

/// All operators, for whatever is derived from their rows.
public enum Catalogue {
  /// Every row, in the order of the reference.
  public static let rows: [OpSpec] = [
    Op.arithmeticRows, Op.functionRows, Op.activationRows, Op.comparisonRows, Op.creationRows, Op.reductionRows,
    Op.orderRows, Op.productRows, Op.shapeRows, Op.indexingRows, Op.networkRows, Op.linearAlgebraRows, Op.randomRows,
    Op.quadratureRows,
  ].flatMap { $0 }

  private static let byName = Dictionary(rows.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The operator of this name.
  public static func row(named name: String) -> OpSpec? { byName[name] }
}
