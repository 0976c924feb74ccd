// `check gradient E at T` and `explain gradient E at T`: what moves, and what moves with it.
import Analysis
import Diagnostics
import Graph
import Syntax
import TensorKit

extension Examiner {
  /// The most operations that an explanation tells of.
  private static let mostOperations = 200

  /// Compares a derivative with differences.
  func examineGradient(_ claim: Examination.GradientClaim) throws -> ClaimResult {
    let varying = try varying(claim)
    var options = GradientCheckOptions()
    options.precision = claim.isSingle ? .float32 : .float64
    let against = try claim.against.map { try function($0) }
    let subject = GradientSubject(self, claim, varying)
    let report = try machine.recording { () throws -> GradientReport in
      let start = machine.graph.random
      let tensors = try varying.leaves.map { try machine.graph.tensor($0.array) }
      let reaches = try subject.reach(tensors)
      guard reaches.contains(true) || against != nil || subject.looksAtValues else {
        throw Fault(
          .gradientReachesNothing,
          ["subject": .text(code(claim.subject.expression.span)), "names": .text(names(varying))])
      }
      machine.graph.random = start
      let names = try subject.names()
      let arguments = zip(names, tensors).map { (name: $0, value: $1) }
      let given: (([Tensor]) throws -> [Tensor])? = against.map { function in
        { tensors in try subject.given(function, at: tensors) }
      }
      return try checkGradient(of: { try subject.value(at: $0) }, at: arguments, against: given, options: options)
    }
    return try GradientFindings(report, claim, self).result()
  }

  /// Tells back-propagation operation by operation.
  func explainGradient(_ claim: Examination.GradientClaim) throws -> Explanation {
    if let setting = settings.list.first { try enter(setting) }
    let varying = try varying(claim)
    let subject = GradientSubject(self, claim, varying)
    return try varying.explanation(limit: Examiner.mostOperations) { try subject.scalar($0) }
  }

  private func varying(_ claim: Examination.GradientClaim) throws -> VaryingValues {
    var named: [(name: String, value: Value)] = []
    for argument in claim.arguments {
      named.append((code(argument.value.expression.span), try secured(value(argument.value))))
    }
    let varying = try VaryingValues(named, in: machine)
    guard !varying.leaves.isEmpty else {
      throw Fault(.nothingVaries, ["kind": named.first?.value.kindPhrase ?? "()"])
    }
    return varying
  }

  private func names(_ varying: VaryingValues) -> String {
    let names = varying.leaves.prefix(4).map { "`\($0.name)`" }.joined(separator: ", ")
    return varying.leaves.count > 4 ? names + ", …" : names
  }
}

/// The value of which a derivative is taken, as a function of the tensors that vary.
final class GradientSubject {
  private let examiner: Examiner
  private let claim: Examination.GradientClaim
  private let varying: VaryingValues
  private var machine: Machine { examiner.machine }
  /// Whether the value was found once: what fails after that lies outside of the function's domain.
  private var isDefined = false
  private(set) var looksAtValues = false
  /// The names of the parameters that the arguments go to, once that is known.
  private var parameters: [String] = []

  init(_ examiner: Examiner, _ claim: Examination.GradientClaim, _ varying: VaryingValues) {
    (self.examiner, self.claim, self.varying) = (examiner, claim, varying)
  }

  /// The value where the leaves are these tensors.
  func value(at tensors: [Tensor]) throws -> Tensor {
    let span = claim.subject.expression.span
    switch try machine.attempt(at: span, { try varying.with(tensors) { try scalar($0) } }) {
    case .success(let value):
      isDefined = true
      return value
    case .failure(let error):
      guard isDefined else { throw error }
      throw TensorError.structure(operation: "gradient check", reason: "a value was not computed")
    }
  }

  /// Which of the leaves the value depends on.
  func reach(_ tensors: [Tensor]) throws -> [Bool] {
    let looks = machine.graph.looks
    let value = try value(at: tensors)
    looksAtValues = machine.graph.looks != looks
    return machine.graph.depends(value, on: tensors)
  }

  /// What the leaves are called: an argument that is no name of its own has that of the function's parameter.
  func names() throws -> [String] {
    let named = claim.arguments.enumerated().map { index, argument -> (name: String, value: Value) in
      let parameter = index < parameters.count ? parameters[index] : nil
      let name = argument.isName ? nil : parameter
      return (name ?? examiner.code(argument.value.expression.span), varying.values[index])
    }
    return try VaryingValues(named, in: machine).leaves.map(\.name)
  }

  /// The tensor that a derivative starts from.
  func scalar(_ arguments: [Value]) throws -> Tensor {
    let value = try called(examiner.function(claim.subject), arguments)
    if let tensor = try machine.tensorOrMean(value), tensor.dtype != .bool { return tensor }
    throw Fault(
      .valueNotDifferentiable, ["op": .text("check gradient"), "kind": value.kindPhrase],
      notes: Machine.forgottenCall(value))
  }

  /// A gradient that somebody wrote, a tensor for each leaf.
  func given(_ function: Value, at tensors: [Tensor]) throws -> [Tensor] {
    let parts = try machine.attempt(at: claim.against?.expression.span) { () throws -> [Tensor] in
      try varying.with(tensors) { arguments in
        var parts: [Tensor] = []
        let value = try called(function, arguments)
        guard try gather(value, &parts), parts.count == tensors.count else {
          throw Fault(
            .gradientsDoNotFit, ["found": "\(max(1, parts.count))", "wanted": "\(tensors.count)"])
        }
        return parts
      }
    }
    return try parts.get()
  }

  private func gather(_ value: Value, _ parts: inout [Tensor]) throws -> Bool {
    if case .tuple(let tuple) = value {
      for element in tuple.elements { if try !gather(element, &parts) { return false } }
      return true
    }
    guard let tensor = try machine.tensorOrMean(value) else { return false }
    parts.append(tensor)
    return true
  }

  /// What a part of the claim gives for some arguments: those that are bare names are its parameters; what it gives may be a
  /// function of all of them, or of none.
  private func called(_ part: Value, _ arguments: [Value]) throws -> Value {
    var seen: Set<String> = []
    let bare = zip(claim.arguments, arguments).filter { argument, _ in
      argument.isName && seen.insert(examiner.code(argument.value.expression.span)).inserted
    }
    let value = try machine.call(part, bare.map { PassedArgument($0.1) })
    guard let signature = machine.callableSignature(value) else { return value }
    // What is recorded now belongs to the claim, and not to the piece of program that was evaluated last.
    machine.graph.place = examiner.place
    let parameters = signature.parameters
    let needed = parameters.count { !$0.isOptional }
    let areParameters = arguments.allSatisfy {
      switch $0 {
      case .cell, .model: true
      default: false
      }
    }
    if needed == 0, areParameters || parameters.isEmpty { return try machine.call(value, []) }
    if arguments.count > 1, parameters.count == 1, !parameters[0].isRepeated {
      return try machine.call(value, [PassedArgument(.tuple(Tuple(arguments)))])
    }
    if self.parameters.isEmpty { self.parameters = parameters.map(\.name) }
    return try machine.call(value, arguments.map { PassedArgument($0) })
  }
}
