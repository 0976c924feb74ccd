// The Fortran routines of the numeric library behind Swift signatures: one method per routine.

import CLibraries

/// The LAPACK and BLAS routines that linear algebra needs, found by name in the library that is open.
///
/// Matrices are column-major here, as Fortran wants them. Each method returns LAPACK's `info`: zero for success, above
/// zero for the trouble that the routine's manual names, or `noMemory`. Sizes are checked by the callers.
package struct LapackRoutines: Sendable {
  typealias Numbers = UnsafeMutablePointer<Double>
  typealias Integers = UnsafeMutablePointer<Int32>
  private typealias Letter = UnsafePointer<CChar>

  /// What a method returns when its work memory could not be had.
  static let noMemory = Int32.min

  /// The routines of the installed library, or nil when it is missing or lacks one of them.
  package static let installed = LapackRoutines()

  // gfortran's calling convention hands the length of each letter over behind the last argument. Leaving it out has
  // broken callers before.
  private typealias Getrf =
    @convention(c) @Sendable (Integers, Integers, Numbers, Integers, Integers, Integers) -> Void
  private typealias Getrs =
    @convention(c) @Sendable (
      Letter, Integers, Integers, Numbers, Integers, Integers, Numbers, Integers, Integers, Int
    ) -> Void
  private typealias Getri =
    @convention(c) @Sendable (Integers, Numbers, Integers, Integers, Numbers, Integers, Integers) -> Void
  private typealias Gecon =
    @convention(c) @Sendable (
      Letter, Integers, Numbers, Integers, Numbers, Numbers, Numbers, Integers, Integers, Int
    ) -> Void
  private typealias Potrf = @convention(c) @Sendable (Letter, Integers, Numbers, Integers, Integers, Int) -> Void
  private typealias Trsm =
    @convention(c) @Sendable (
      Letter, Letter, Letter, Letter, Integers, Integers, Numbers, Numbers, Integers, Numbers, Integers,
      Int, Int, Int, Int
    ) -> Void
  private typealias Gelqf =
    @convention(c) @Sendable (
      Integers, Integers, Numbers, Integers, Numbers, Numbers, Integers, Integers
    ) -> Void
  private typealias Orglq =
    @convention(c) @Sendable (
      Integers, Integers, Integers, Numbers, Integers, Numbers, Numbers, Integers, Integers
    ) -> Void
  private typealias Syevd =
    @convention(c) @Sendable (
      Letter, Letter, Integers, Numbers, Integers, Numbers, Numbers, Integers, Integers, Integers, Integers,
      Int, Int
    ) -> Void
  private typealias Gesdd =
    @convention(c) @Sendable (
      Letter, Integers, Integers, Numbers, Integers, Numbers, Numbers, Integers, Numbers, Integers, Numbers, Integers,
      Integers, Integers, Int
    ) -> Void
  private typealias ThreadCount = @convention(c) @Sendable () -> Int32
  private typealias SetThreadCount = @convention(c) @Sendable (Int32) -> Void

  private let dgetrf: Getrf
  private let dgetrs: Getrs
  private let dgetri: Getri
  private let dgecon: Gecon
  private let dpotrf: Potrf
  private let dtrsm: Trsm
  private let dgelqf: Gelqf
  private let dorglq: Orglq
  private let dsyevd: Syevd
  private let dgesdd: Gesdd
  private let threadCount: ThreadCount?
  private let setThreadCount: SetThreadCount?

  /// The routines by their names in the library, or nil when one is missing.
  private init?() {
    guard let dgetrf = Self.symbol("dgetrf_", as: Getrf.self),
      let dgetrs = Self.symbol("dgetrs_", as: Getrs.self),
      let dgetri = Self.symbol("dgetri_", as: Getri.self),
      let dgecon = Self.symbol("dgecon_", as: Gecon.self),
      let dpotrf = Self.symbol("dpotrf_", as: Potrf.self),
      let dtrsm = Self.symbol("dtrsm_", as: Trsm.self),
      let dgelqf = Self.symbol("dgelqf_", as: Gelqf.self),
      let dorglq = Self.symbol("dorglq_", as: Orglq.self),
      let dsyevd = Self.symbol("dsyevd_", as: Syevd.self),
      let dgesdd = Self.symbol("dgesdd_", as: Gesdd.self)
    else { return nil }
    self.dgetrf = dgetrf
    self.dgetrs = dgetrs
    self.dgetri = dgetri
    self.dgecon = dgecon
    self.dpotrf = dpotrf
    self.dtrsm = dtrsm
    self.dgelqf = dgelqf
    self.dorglq = dorglq
    self.dsyevd = dsyevd
    self.dgesdd = dgesdd
    threadCount = Self.symbol("omp_get_max_threads", as: ThreadCount.self)
    setThreadCount = Self.symbol("omp_set_num_threads", as: SetThreadCount.self)
    if setThreadCount == nil {
      // A build without OpenMP has one number of threads for the whole process.
      Self.symbol("openblas_set_num_threads", as: SetThreadCount.self)?(1)
    }
  }

  /// The routine of this name as a function of this type, which must be the one it was compiled with.
  private static func symbol<Routine>(_ name: String, as type: Routine.Type) -> Routine? {
    cl_lapack_symbol(name).map { unsafeBitCast($0, to: type) }
  }
}

extension LapackRoutines {
  // Below this much arithmetic (a few milliseconds) nobody waits long enough to cancel.
  private static let detachedFrom = 2e7

  /// Runs `work` with the library held to one thread: on the calling thread when it is small, else on one that can be
  /// left behind. `operations` estimates the arithmetic; `work` must capture only memory that it owns.
  func run<Value: Sendable>(
    operations: Double, cancelled: LinearAlgebra.Cancellation,
    _ work: @escaping @Sendable (LapackRoutines) -> Value
  ) throws(LinearAlgebra.Stop) -> Value {
    if operations < Self.detachedFrom { return onOneThread(work) }
    let value = LinearAlgebra.runDetached(cancelled: cancelled) { onOneThread(work) }
    guard let value else { throw .cancelled }
    return value
  }

  /// Runs `work` on the calling thread with the library held to it.
  private func onOneThread<Value>(_ work: (LapackRoutines) -> Value) -> Value {
    guard let setThreadCount else { return work(self) }
    // The number belongs to the calling thread, whose other OpenMP work must find it as it was.
    let before = threadCount?() ?? 1
    setThreadCount(1)
    defer { setThreadCount(before) }
    return work(self)
  }
}

extension LapackRoutines {
  /// LU factors of a `rows` × `columns` matrix in place; `pivots` are exchanges counted from one. O(m·n·min(m,n)).
  func getrf(_ rows: Int, _ columns: Int, _ matrix: Numbers, _ pivots: Integers) -> Int32 {
    var (m, n, lead, info) = (Int32(rows), Int32(columns), Int32(max(rows, 1)), Int32(0))
    dgetrf(&m, &n, matrix, &lead, pivots, &info)
    return info
  }

  /// Solves with the factors of `getrf`, transposed or not, in place of the right sides. O(n²) a right side.
  func getrs(
    transposed: Bool, _ order: Int, _ factors: Numbers, _ pivots: Integers, _ sides: Numbers, count: Int
  ) -> Int32 {
    var (n, columns, lead, info) = (Int32(order), Int32(count), Int32(max(order, 1)), Int32(0))
    var leadOfSides = lead
    withLetter(transposed ? "T" : "N") {
      dgetrs($0, &n, &columns, factors, &lead, pivots, sides, &leadOfSides, &info, 1)
    }
    return info
  }

  /// The inverse in place of the factors of `getrf`. O(n³).
  func getri(_ order: Int, _ factors: Numbers, _ pivots: Integers) -> Int32 {
    var (n, lead, info) = (Int32(order), Int32(max(order, 1)), Int32(0))
    return withWork { work, count in
      var count = count
      dgetri(&n, factors, &lead, pivots, work, &count, &info)
      return info
    }
  }

  /// Estimates the reciprocal condition in the one-norm from the factors of `getrf`. O(n²).
  func gecon(_ order: Int, _ factors: Numbers, norm: Double, _ estimate: inout Double) -> Int32 {
    guard let work = try? LinearAlgebra.Buffer<Double>(4 * order),
      let integers = try? LinearAlgebra.Buffer<Int32>(order)
    else { return Self.noMemory }
    var (n, lead, info, norm) = (Int32(order), Int32(max(order, 1)), Int32(0), norm)
    withLetter("1") {
      dgecon($0, &n, factors, &lead, &norm, &estimate, work.base, integers.base, &info, 1)
    }
    return info
  }

  /// The upper Cholesky factor in place of the upper triangle. O(n³).
  func potrfUpper(_ order: Int, _ matrix: Numbers) -> Int32 {
    var (n, lead, info) = (Int32(order), Int32(max(order, 1)), Int32(0))
    withLetter("U") { dpotrf($0, &n, matrix, &lead, &info, 1) }
    return info
  }

  /// Solves X·op(T) = B in place of B, which has `rows` rows; T is triangular of this order. O(n²) a row.
  func trsmFromRight(
    upper: Bool, transposed: Bool, unitDiagonal: Bool, rows: Int, order: Int, _ triangle: Numbers, _ sides: Numbers
  ) {
    var (m, n, one) = (Int32(rows), Int32(order), 1.0)
    var (lead, leadOfSides) = (Int32(max(order, 1)), Int32(max(rows, 1)))
    withLetter("R") { side in
      withLetter(upper ? "U" : "L") { half in
        withLetter(transposed ? "T" : "N") { turn in
          withLetter(unitDiagonal ? "U" : "N") { diagonal in
            dtrsm(
              side, half, turn, diagonal, &m, &n, &one, triangle, &lead, sides, &leadOfSides, 1, 1, 1, 1)
          }
        }
      }
    }
  }

  /// LQ factors of a `rows` × `columns` matrix in place, reflectors scaled by `scales`. O(m·n·min(m,n)).
  func gelqf(_ rows: Int, _ columns: Int, _ matrix: Numbers, _ scales: Numbers) -> Int32 {
    var (m, n, lead, info) = (Int32(rows), Int32(columns), Int32(max(rows, 1)), Int32(0))
    return withWork { work, count in
      var count = count
      dgelqf(&m, &n, matrix, &lead, scales, work, &count, &info)
      return info
    }
  }

  /// The first `rows` rows of Q in place of the reflectors of `gelqf`; `lead` is the matrix's distance of columns.
  func orglq(_ rows: Int, _ columns: Int, lead: Int, _ matrix: Numbers, _ scales: Numbers) -> Int32 {
    var (m, n, lead, info) = (Int32(rows), Int32(columns), Int32(max(lead, 1)), Int32(0))
    var reflectors = m
    return withWork { work, count in
      var count = count
      dorglq(&m, &n, &reflectors, matrix, &lead, scales, work, &count, &info)
      return info
    }
  }

  /// Eigenvalues, ascending, of the symmetric matrix in the upper triangle; its columns become vectors if wanted. O(n³).
  func syevdUpper(vectors: Bool, _ order: Int, _ matrix: Numbers, _ values: Numbers) -> Int32 {
    var (n, lead, info) = (Int32(order), Int32(max(order, 1)), Int32(0))
    // The greatest need that the manual names, for either job.
    guard let integers = try? LinearAlgebra.Buffer<Int32>(3 + 5 * order) else { return Self.noMemory }
    return withWork { work, count in
      var count = count
      // A question about the size must ask for both arrays, or only for this one.
      var integerCount = count == -1 ? -1 : Int32(integers.count)
      withLetter(vectors ? "V" : "N") { job in
        withLetter("U") { half in
          dsyevd(job, half, &n, matrix, &lead, values, work, &count, integers.base, &integerCount, &info, 1, 1)
        }
      }
      return info
    }
  }

  /// Singular values, descending, and the thin singular vectors if `left` and `right` are given. O(m·n·min(m,n)).
  func gesdd(
    _ rows: Int, _ columns: Int, _ matrix: Numbers, _ values: Numbers, left: Numbers?, right: Numbers?
  ) -> Int32 {
    let rank = min(rows, columns)
    guard let integers = try? LinearAlgebra.Buffer<Int32>(8 * rank) else { return Self.noMemory }
    var (m, n, lead, info) = (Int32(rows), Int32(columns), Int32(max(rows, 1)), Int32(0))
    var (leadOfLeft, leadOfRight) = (lead, Int32(max(rank, 1)))
    return withWork { work, count in
      var count = count
      withLetter(left != nil && right != nil ? "S" : "N") {
        dgesdd(
          $0, &m, &n, matrix, &lead, values, left ?? values, &leadOfLeft, right ?? values, &leadOfRight, work, &count,
          integers.base, &info, 1)
      }
      return info
    }
  }

  /// Asks `routine` how much work memory is best (a count of -1), then calls it with that much.
  private func withWork(_ routine: (Numbers, Int32) -> Int32) -> Int32 {
    var best = 0.0
    let info = routine(&best, -1)
    guard info == 0 else { return info }
    guard let count = Int32(exactly: best.rounded(.up)),
      let work = try? LinearAlgebra.Buffer<Double>(Int(max(count, 1)))
    else { return Self.noMemory }
    return routine(work.base, max(count, 1))
  }

  /// Hands a letter over as Fortran wants it, by address.
  private func withLetter(_ letter: Unicode.Scalar, _ body: (Letter) -> Void) {
    var code = CChar(truncatingIfNeeded: letter.value)
    body(&code)
  }
}
