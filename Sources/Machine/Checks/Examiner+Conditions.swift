// Conditions joined by `and`, each one a chain of comparisons.
import Analysis
import Diagnostics
import Graph
import Syntax
import TensorKit

extension Examiner {
  /// Conditions in order, up to the first that is false.
  func evaluate(_ conditions: [Examination.Condition]) throws -> ClaimResult {
    var findings: [CheckReport.Finding] = []
    var undecided: ClaimResult?
    for condition in conditions {
      let isOnly = conditions.count == 1 && condition.symbols.count < 2
      switch try machine.attempt(at: condition.span, { try evaluate(condition, isOnly: isOnly) }) {
      case .failure(let error): return ClaimResult(error)
      case .success(let result):
        switch result.verdict {
        case .passed: findings = result.findings
        case .undecided: if undecided == nil { undecided = result }
        case .failed, .error, .open: return result
        }
      }
    }
    return undecided ?? ClaimResult(.passed, findings)
  }

  private func evaluate(_ condition: Examination.Condition, isOnly: Bool) throws -> ClaimResult {
    var operands: [Value] = []
    for part in condition.operands { operands.append(try secured(value(part))) }
    let bound = try condition.within.map { try machine.number(value($0)) }
    guard !condition.symbols.isEmpty else { return try truth(operands[0], condition, isOnly: isOnly) }
    var result = ClaimResult(.passed)
    for (index, symbol) in condition.symbols.enumerated() where index + 1 < operands.count {
      let link = Link(
        symbol: symbol, left: operands[index], right: operands[index + 1], bound: symbol == .near ? bound : nil)
      var found = try machine.examine(
        link,
        at: (condition.operands[index].expression.span, condition.operands[index + 1].expression.span, condition.span),
        sources: machine.sources)
      if !isOnly, found.verdict != .passed {
        let text =
          "\(code(condition.operands[index].expression.span)) \(symbol.rawValue) "
          + code(condition.operands[index + 1].expression.span)
        found.findings.insert(CheckWords.part(text), at: 0)
      }
      if found.verdict == .failed { return found }
      if result.verdict == .passed { result = found }
    }
    return result
  }

  /// A condition that is no comparison.
  private func truth(_ value: Value, _ condition: Examination.Condition, isOnly: Bool) throws -> ClaimResult {
    let part = isOnly ? [] : [CheckWords.part(code(condition.span))]
    if case .host(let object) = value, let undecided = object as? Undecided {
      return ClaimResult(.undecided, part, notes: CheckWords.undecided(undecided))
    }
    if case .tensor(let tensor) = value, tensor.dtype == .bool {
      let truths = try tensor.look().doubles
      guard let first = truths.firstIndex(of: 0) else { return ClaimResult(.passed, part) }
      let place = CheckWords.place(first, of: truths.filter { $0 == 0 }.count, in: tensor.shape)
      return ClaimResult(.failed, part + [CheckWords.falseValue] + (tensor.shape.count > 1 ? [place] : []))
    }
    return try machine.truth(value)
      ? ClaimResult(.passed, part) : ClaimResult(.failed, part + [CheckWords.falseValue])
  }
}

/// `a ≤ b`, `a ≈ b within d`.
struct Link {
  let symbol: ComparisonOperator
  let left: Value
  let right: Value
  let bound: Double?
}

extension Machine {
  /// One comparison with everything that is to be told of it.
  func examine(_ link: Link, at spans: (Span, Span, Span), sources: Sources) throws -> ClaimResult {
    let answer: Value
    do {
      answer = try compare(link.symbol, link.left, link.right, within: link.bound.map { .number($0) })
    } catch {
      if Machine.stopsTheCell(error) { throw error }
      let operands = [(spans.0, link.left), (spans.1, link.right)].map { span, value in
        TensorErrorWords.Operand(span: span, shape: shape(of: value), text: sources.text(span))
      }
      throw diagnose(error, at: spans.2, operands: operands)
    }
    if case .host(let object) = answer, let undecided = object as? Undecided {
      return ClaimResult(.undecided, try sides(link), notes: CheckWords.undecided(undecided))
    }
    return try holdsThroughout(answer) ? ClaimResult(.passed, try sides(link)) : try failure(of: link, answer)
  }
}
