// Evaluates a function at probes by running the program again: needed where it looked at a value and may take another branch.
import TensorKit

/// Runs a function anew for every probe, with the same draws, and notes when it took another way than at the point.
final class RerunProber: Prober {
  let point: CheckPoint
  let isCheap = false
  /// Whether numbers that the program read from values moved with the probes: the derivative cannot see them.
  private(set) var movedNumber: (place: Int32, operation: String)?
  private let function: CheckedFunction
  private let base: CheckRecording
  private let value: Double

  init(_ function: CheckedFunction, base: CheckRecording, point: CheckPoint, value: Double) {
    self.function = function
    self.base = base
    self.point = point
    self.value = value
  }

  func changes(_ probes: [Probe]) throws -> [Change] {
    try probes.map { probe in
      let recording: CheckRecording
      do {
        recording = try function.record(at: probe)
      } catch TensorError.cancelled {
        throw TensorError.cancelled
      } catch let error as TensorError where error.isAboutLimits {
        throw error
      } catch is TensorError {
        // Outside the function's domain there is no value.
        return Change(value: .nan, noise: 0)
      }
      let moved = try function.graph.compute([recording.output])[0].item ?? .nan
      if movedNumber == nil, let number = base.fingerprint.movedNumber(in: recording.fingerprint) {
        movedNumber = function.graph.user(of: number, in: base)
      }
      return Change(
        value: moved - value, noise: moved == value ? 0 : max(abs(moved), abs(value)) * point.roundoff,
        isOtherBranch: !base.fingerprint.hasSameStructure(as: recording.fingerprint))
    }
  }

  func noise(along lines: [Line]) throws -> [Double] { try lines.map { try floor(of: $0.argument) } }

  func floor(of argument: Int) throws -> Double { abs(value) * point.roundoff }
}

extension TensorError {
  /// Whether the means of the machine are at an end, which is not the function's doing.
  fileprivate var isAboutLimits: Bool {
    switch self {
    case .outOfMemory, .graphTooLarge: true
    default: false
    }
  }
}
