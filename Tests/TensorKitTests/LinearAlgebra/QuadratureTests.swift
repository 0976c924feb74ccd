// Gauss's rules against known values and against the integrals that they must give exactly.

import TensorKit
import Testing

@Suite struct QuadratureTests {
  @Test func onlyCertainCounts() {
    for count in [Int.min, -1, 0, 257, Int.max] {
      #expect(QuadratureNodes.gaussHermite(count) == nil)
      #expect(QuadratureNodes.gaussLegendre(count) == nil)
    }
  }

  @Test func smallRulesAreKnown() throws {
    let rootOfPi = 1.772_453_850_905_516
    let one = try #require(QuadratureNodes.gaussHermite(1))
    #expect(one.nodes == [0] && one.weights == [rootOfPi])
    let two = try #require(QuadratureNodes.gaussHermite(2))
    #expect(two.nodes == [-0.5.squareRoot(), 0.5.squareRoot()] && two.weights == [rootOfPi / 2, rootOfPi / 2])
    let three = try #require(QuadratureNodes.gaussLegendre(3))
    let nodes: [Double] = [-0.774_596_669_241_483_4, 0, 0.774_596_669_241_483_4]
    let weights: [Double] = [5 / 9, 8 / 9, 5 / 9]
    #expect(three.nodes == nodes && three.weights == weights)
  }

  // Computed with fifty digits by other means; the tests demand the nearest float64.
  @Test func outermostNodesOfLargeRules() throws {
    let hermite = try #require(QuadratureNodes.gaussHermite(256))
    let legendre = try #require(QuadratureNodes.gaussLegendre(256))
    #expect(hermite.nodes[255] == 21.99169337968173)
    #expect(hermite.weights[255] == 5.235854530678407e-211)
    #expect(legendre.nodes[255] == 0.9999560500189922)
    #expect(legendre.weights[255] == 0.00011278901782227218)
  }

  @Test func rulesAreSymmetricAndSumToTheirMass() throws {
    for count in Array(1...24) + [63, 64, 127, 200, 255, 256] {
      for (rule, mass) in [
        (try #require(QuadratureNodes.gaussHermite(count)), 1.772_453_850_905_516),
        (try #require(QuadratureNodes.gaussLegendre(count)), 2),
      ] {
        #expect(rule.nodes.count == count && rule.weights.count == count)
        #expect(zip(rule.nodes, rule.nodes.dropFirst()).allSatisfy { $0 < $1 })
        #expect(rule.nodes == rule.nodes.reversed().map { -$0 })
        #expect(rule.weights == rule.weights.reversed() && rule.weights.allSatisfy { $0 > 0 })
        #expect(abs(rule.weights.reduce(0, +) / mass - 1) < 1e-14)
      }
    }
  }

  @Test func powersUpToTwiceTheCountAreExact() throws {
    for count in [1, 2, 3, 8, 20] {
      let hermite = try #require(QuadratureNodes.gaussHermite(count))
      let legendre = try #require(QuadratureNodes.gaussLegendre(count))
      var moment = 1.772_453_850_905_516
      for half in 0..<count {
        #expect(abs(integral(hermite, of: 2 * half) / moment - 1) < 1e-13)
        moment *= Double(2 * half + 1) / 2
        #expect(abs(integral(legendre, of: 2 * half) * Double(2 * half + 1) / 2 - 1) < 1e-13)
        #expect(abs(integral(legendre, of: 2 * half + 1)) < 1e-16)
      }
    }
  }

  private func integral(_ rule: QuadratureNodes, of exponent: Int) -> Double {
    zip(rule.nodes, rule.weights).reduce(0) { sum, pair in
      sum + pair.1 * (0..<exponent).reduce(1) { power, _ in power * pair.0 }
    }
  }
}
