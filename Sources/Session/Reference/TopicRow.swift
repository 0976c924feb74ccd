// The topics of the reference: a row each, in the order of the reference.
import Graph
import Machine

/// A topic. Names come to it by the family of rows or the file of the library that they stand in.
struct TopicRow: Sendable {
  let slug: String
  let title: String
  let introduction: String

  init(_ slug: String, _ title: String, _ introduction: String) {
    self.slug = slug
    self.title = title
    self.introduction = introduction
  }

  /// Every topic: those of rows, then those of the library's files, whose first comment says what they are.
  static let all: [TopicRow] = ofRows + ofFiles

  private static let ofRows: [TopicRow] = [
    TopicRow("numbers", "Numbers and precision", "Constants, and the two precisions that numbers are kept in."),
    TopicRow("arithmetic", "Arithmetic", "What `+ - * / ^` and their relatives do, element by element."),
    TopicRow("functions", "Functions of numbers", "Element by element, over numbers and tensors of any shape."),
    TopicRow("activations", "Activations", "What networks put between their layers, element by element."),
    TopicRow("comparisons", "Comparisons and choices", "Truth values, element by element."),
    TopicRow("tensors", "Making tensors", "Tensors of zeros, of ones, of numbers in a row."),
    TopicRow("shapes", "Shapes", "The same elements in another arrangement."),
    TopicRow(
      "indexing", "Choosing elements", "Elements by their places. Slices such as `A[:, 1]` are part of the language."),
    TopicRow("reductions", "Sums and means", "Many numbers become one, over all elements or along `axis`."),
    TopicRow("order", "Order", "Sorting and ranking."),
    TopicRow("products", "Products", "What `@` does, and its relatives."),
    TopicRow("linear-algebra", "Linear algebra", "Systems of equations and factorizations of matrices."),
    TopicRow("integrals", "Integrals", "Exact rules and adaptive integration."),
    TopicRow("derivatives", "Derivatives", "Derivatives of functions, exact and of any order. `∇f` is `grad(f)`."),
    TopicRow("applying", "Functions over functions", "Functions that call the functions they are given."),
    TopicRow("collections", "Collections and texts", "Tuples, tensors and texts as collections of their parts."),
    TopicRow("draws", "Random draws", "Draws from the session's stream: the same seed gives the same numbers."),
    TopicRow("estimates", "Estimates", "What Monte Carlo gives: a value with its error, kept with its samples."),
    TopicRow("models", "Models", "What every model has. Layers have pages of their own."),
    TopicRow("network-operators", "Operators of networks", "What layers are made of."),
    TopicRow("optimizers", "Optimizers", "Recipes for `descend … with`."),
    TopicRow("figures", "Figures", "Pictures of numbers. `plot loss` is a statement; every other figure is a call."),
  ]

  /// What is in no other topic.
  static let rest = TopicRow("collections", "", "")

  private static let ofFiles: [TopicRow] = LibraryTexts.all.map { file in
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).prefix { $0.hasPrefix("# ") }
    let words = lines.map { $0.dropFirst(2) }
    var title = words.first.map(String.init) ?? file.name
    if title.hasSuffix(".") { title.removeLast() }
    return TopicRow(slug(ofFile: file.name), title, words.dropFirst().joined(separator: " "))
  }

  static func slug(ofFile name: String) -> String {
    String(name.prefix { $0 != "." }).replacing("_", with: "-")
  }

  /// The topics of the names that rows define.
  static let slugsOfNames: [String: String] = {
    var slugs: [String: String] = [:]
    for (slug, rows) in Catalogue.families { for row in rows { slugs[row.name] = slug } }
    for (slug, rows) in Natives.families { for row in rows { slugs[row.name] = slug } }
    for spec in OptimizerSpec.all { slugs[spec.name] = "optimizers" }
    for row in FigureNatives.rows { slugs[row.name] = "figures" }
    for constant in Natives.constants { slugs[constant.name] = "numbers" }
    return slugs
  }()
}
