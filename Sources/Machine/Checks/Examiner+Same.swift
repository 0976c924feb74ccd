// `f same as g`: both sides with the same arguments and the same draws, in double precision.
import Diagnostics
import Graph
import Syntax
import TensorKit

extension Examiner {
  /// What is allowed where nothing is said, beside 1 or the largest number of both sides.
  private static let usualTolerance = 1e-9

  /// Whether two sides give the same in the present setting.
  func compare(
    _ left: Examination.Part, _ right: Examination.Part, within: Examination.Part?
  ) throws -> ClaimResult {
    let bound = try within.map { try machine.number(value($0)) }
    return try machine.recording {
      var sides: [Value] = []
      for part in [left, right] {
        switch try machine.attempt(at: part.expression.span, { try side(part) }) {
        case .success(let side): sides.append(side)
        case .failure(let error): return ClaimResult(error)
        }
      }
      return try machine.sameness(sides[0], sides[1], within: bound)
    }
  }

  /// What a side gives: a function's value for the present setting, or the value that it is.
  private func side(_ part: Examination.Part) throws -> Value {
    rewind()
    var result = try value(part)
    if let signature = machine.callableSignature(result) {
      guard hasSettings || !signature.parameters.contains(where: { !$0.isOptional }) else {
        throw Fault(.sameWithoutSettings)
      }
      result = try machine.call(result, present.values.map { PassedArgument($0) })
    }
    return try machine.replayedWide(result)
  }
}

extension Machine {
  /// What was recorded in a value, recorded again in double precision and computed.
  func replayedWide(_ value: Value) throws -> Value {
    switch value {
    case .tuple(let tuple): return .tuple(Tuple(try tuple.elements.map { try replayedWide($0) }, labels: tuple.labels))
    case .tensor, .cell, .series, .range:
      let tensor = try self.tensor(value)
      guard tensor.dtype.isFloating else { return .tensor(TensorValue(try tensor.value())) }
      let array = try graph.promoted([tensor])[0].value()
      return try widened(array.doubles, array.shape)
    default: return value
    }
  }

  /// Whether two values in double precision are the same, up to rounding.
  func sameness(_ left: Value, _ right: Value, within bound: Double?) throws -> ClaimResult {
    switch (left, right) {
    case (.tuple(let a), .tuple(let b)):
      guard a.elements.count == b.elements.count else {
        return ClaimResult(.failed, try sides(left, right), notes: [CheckWords.structuresDiffer])
      }
      var undecided: ClaimResult?
      for (index, pair) in zip(a.elements, b.elements).enumerated() {
        var result = try sameness(pair.0, pair.1, within: bound)
        result.findings.append(CheckWords.part(a.label(index).map { "." + $0 } ?? "[\(index)]", isTuple: true))
        if result.verdict == .failed { return result }
        if result.verdict == .undecided, undecided == nil { undecided = result }
      }
      return try undecided ?? ClaimResult(.passed, sides(left, right))
    case (.host, _) where left.estimate != nil, (_, .host) where right.estimate != nil:
      let answer = try compare(.near, left, right, within: bound.map { .number($0) })
      if case .host(let object) = answer, let undecided = object as? Undecided {
        return ClaimResult(.undecided, try sides(left, right), notes: CheckWords.undecided(undecided))
      }
      let link = Link(symbol: .near, left: left, right: right, bound: bound)
      return try truth(answer) ? ClaimResult(.passed, sides(link)) : failure(of: link, answer)
    default: break
    }
    guard let first = try numbers(left), let other = try numbers(right) else {
      // Texts and truth values; functions and models are what `==` says they are.
      let isEqual = try truth(compare(.equal, left, right))
      return ClaimResult(isEqual ? .passed : .failed, try sides(left, right))
    }
    guard first.shape == other.shape else {
      return ClaimResult(
        .failed, try sides(left, right), notes: [CheckWords.shapesDiffer(first.shape, other.shape)])
    }
    let size = (first.values + other.values).lazy.filter(\.isFinite).map(abs).max() ?? 0
    let allowed = bound ?? Examiner.tolerance(size)
    let isWrong = { (index: Int) -> Bool in
      let (a, b) = (first.values[index], other.values[index])
      return !(a == b || (a.isNaN && b.isNaN) || abs(a - b) <= allowed)
    }
    guard let found = ElementComparison(first, other, shape: first.shape, isWrong: isWrong) else {
      return ClaimResult(.passed, try sides(left, right))
    }
    var findings = try sides(left, right, found)
    findings.append(CheckWords.difference(found, isRelative: bound == nil, display))
    findings.append(
      bound.map { CheckWords.tolerance($0, display) }
        ?? CheckWords.tolerance(allowed, relative: Examiner.tolerance(0), isSingle: false, display))
    if first.shape.count > 1 { findings.append(CheckWords.place(found.worst, of: found.wrongCount, in: first.shape)) }
    return ClaimResult(.failed, findings)
  }
}

extension Examiner {
  /// What is allowed between numbers of which the largest has this size.
  static func tolerance(_ size: Double) -> Double { usualTolerance * max(1, size) }
}
