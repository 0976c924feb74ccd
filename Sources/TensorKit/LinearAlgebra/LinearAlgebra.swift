// Dense linear algebra on raw float64 matrices: what its routines share and how they report.

/// Dense linear algebra on row-major float64 matrices without padding (the leading dimension is the number of columns).
///
/// Every routine leaves its inputs alone. Outputs may not overlap inputs, except where a routine says so. LAPACK does the
/// work on all but small matrices where the numeric library is installed; otherwise `OwnMethods` do, slower and with the
/// same conventions of sign and order. Library calls run on one thread, so that bits do not depend on the number of cores.
/// A matrix that holds NaN or infinity gives results that are NaN throughout, with the outcome `.done`.
package enum LinearAlgebra {
  package typealias Input = UnsafePointer<Double>
  package typealias Output = UnsafeMutablePointer<Double>

  /// Asked every few milliseconds of long work; `true` ends it with the outcome `.cancelled`.
  package typealias Cancellation = () -> Bool

  /// Who computes.
  package enum Backend: Sendable {
    /// The numeric library, where it is installed and worth its overhead.
    case automatic
    /// The library for every size, where it is installed.
    case library
    case own
  }

  /// How a routine ended. Only after `.done`, and where a routine says so, do the outputs hold results.
  package enum Outcome: Equatable, Sendable {
    case done
    /// The elimination met an exactly zero pivot at this index, counted from zero.
    case singular(pivot: Int)
    /// The leading block of this order is the first that is not positive definite.
    case notPositiveDefinite(order: Int)
    case notConverged
    case cancelled
    case outOfMemory
    /// A size is negative, or the matrices would not fit an address space.
    case invalidSize
  }

  /// Which half of a square matrix counts.
  package enum Triangle: Sendable {
    case lower
    case upper
  }

  /// Why work ended before its result was there.
  enum Stop: Error {
    case cancelled
    case outOfMemory

    var outcome: Outcome {
      switch self {
      case .cancelled: .cancelled
      case .outOfMemory: .outOfMemory
      }
    }
  }

  // Up to this order the own methods are faster than the calls to the library, and a small example in a lesson has the
  // same bits with and without it.
  private static let largestSmallOrder = 16

  /// The routines of the numeric library, or nil when the own methods should work on a matrix of this order. `count` is
  /// the largest number that must fit the library's 32-bit integers.
  static func lapack(_ backend: Backend, order: Int, count: Double) -> LapackRoutines? {
    guard backend == .library || backend == .automatic && order > largestSmallOrder else { return nil }
    return count < Double(Int32.max) ? LapackRoutines.installed : nil
  }

  /// Whether each product of two of these sizes is a number of elements that an address space could hold.
  static func areValid(_ sizes: Int...) -> Bool {
    for (index, first) in sizes.enumerated() {
      guard first >= 0 else { return false }
      for second in sizes[(index + 1)...] {
        let (product, overflow) = first.multipliedReportingOverflow(by: second)
        // A factor of 64 leaves room for byte offsets and for the work arrays of the library.
        if overflow || product > Int.max / 64 { return false }
      }
    }
    return true
  }
}

extension LinearAlgebra {
  /// Counts the work of an own method and asks for cancellation after every small portion of it.
  final class Poller {
    private let cancelled: Cancellation
    private var spent = 0
    // About a tenth of a millisecond of optimised code: even a debug build answers in time.
    private static let portion = 1 << 18

    /// A poller that has seen no work yet.
    init(_ cancelled: @escaping Cancellation) {
      self.cancelled = cancelled
    }

    /// Adds `operations` to the work done; throws when the caller wants it to end. Costs an addition.
    @inline(__always)
    func spend(_ operations: Int) throws(Stop) {
      spent &+= operations
      if spent >= Self.portion { try ask() }
    }

    /// Starts a new portion, unless the caller wants the work to end.
    @inline(never)
    private func ask() throws(Stop) {
      spent = 0
      if cancelled() { throw .cancelled }
    }
  }
}
