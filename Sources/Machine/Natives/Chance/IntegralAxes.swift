// Changes of variables: how finite, half-infinite and infinite ranges, and standard distributions, become finite panels.
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension IntegralAxis {
  /// Where panels begin. Axes are cut differently: were they cut alike, kinks along a diagonal would lie at the same place of
  /// every panel, where no rule can see them.
  private static func cuts(
    _ from: Double, _ to: Double, _ axis: Int, of dimensions: Int, isFine: Bool = false
  ) -> [Double] {
    let count = dimensions == 1 ? 16 : dimensions == 2 || isFine ? [8, 7, 9][axis % 3] : [4, 5, 3][axis % 3]
    return (0...count).map { from + (to - from) * Double($0) / Double(count) }
  }

  /// From 0 to 1. Places crowd at both ends, where integrands such as 1/√x have their trouble.
  static func unit(_ axis: Int, of dimensions: Int) -> IntegralAxis {
    IntegralAxis(cuts: cuts(0, 1, axis, of: dimensions)) { u in
      // Near 1 the distance from 1 is what has all digits.
      let point = u < 0.5 ? u * u * (3 - 2 * u) : 1 - (1 - u) * (1 - u) * (1 + 2 * u)
      return (point, 6 * u * (1 - u))
    }
  }

  /// From 0 to infinity; `density` is what the point is weighed by.
  static func half(
    _ axis: Int, of dimensions: Int, density: @escaping (Double) -> Double = { _ in 1 }
  ) -> IntegralAxis {
    IntegralAxis(cuts: cuts(0, 1, axis, of: dimensions)) { u in
      let root = u / (1 - u)
      let point = root * root
      return (point, weighed(2 * root / ((1 - u) * (1 - u)), by: density(point)))
    }
  }

  /// The whole line, for integrands that may fall off slowly; two thirds of the places lie within `width` of 0.
  static func line(
    width: Double = 1, _ axis: Int, of dimensions: Int, density: @escaping (Double) -> Double = { _ in 1 }
  ) -> IntegralAxis {
    let even = IntegralAxis.Lattice(reach: 4.5, step: 0.25) { s in
      let point = width * sinh(s)
      return (point, weighed(width * cosh(s), by: density(point)))
    }
    return IntegralAxis(cuts: cuts(-1, 1, axis, of: dimensions), lattice: even) { u in
      let rest = (1 - u) * (1 + u)
      let point = width * u / rest
      return (point, weighed(width * (1 + u * u) / (rest * rest), by: density(point)))
    }
  }

  /// The whole line, for integrands that fall off quickly: evenly around 0, with few places beyond.
  private static func bell(
    width: Double, _ axis: Int, of dimensions: Int, density: @escaping (Double) -> Double
  ) -> IntegralAxis {
    let even = IntegralAxis.Lattice(reach: 10, step: 0.5) { ($0, density($0)) }
    return IntegralAxis(cuts: cuts(-1, 1, axis, of: dimensions, isFine: true), lattice: even) { u in
      let fourth = u * u * u * u
      let rest = 1 - fourth
      let point = width * u / rest
      return (point, weighed(width * (1 + 3 * fourth) / (rest * rest), by: density(point)))
    }
  }

  /// A weight that is 0 wherever the density is next to nothing, however far the places lie apart and whatever stands there.
  private static func weighed(_ spacing: Double, by density: Double) -> Double {
    density < 1e-250 ? 0 : spacing * density
  }

  /// A variable of a standard distribution.
  static func standard(_ base: StandardBase, _ axis: Int = 0, of dimensions: Int = 1) -> IntegralAxis {
    switch base {
    case .normal: bell(width: 6, axis, of: dimensions) { exp(-$0 * $0 / 2) * 0.3989422804014327 }
    case .laplace: line(width: 3, axis, of: dimensions) { exp(-$0.magnitude) / 2 }
    case .uniform: unit(axis, of: dimensions)
    case .exponential: half(axis, of: dimensions) { exp(-$0) }
    case .line: line(width: 3, axis, of: dimensions)
    }
  }
}

/// What a distribution's own variable is a function of.
enum StandardBase: String {
  case normal
  case uniform
  case exponential
  case laplace
  /// Not a distribution: the density comes with the function.
  case line
}
