// Where draws come from: a counter-based stream, so that a draw depends on its key and place alone, never on what ran before it.
import CKernels

/// A stream of random numbers. The same seed, stream and counter give the same draws to the bit, on every machine and with any
/// number of threads.
public struct RandomStream: Hashable, Sendable {
  /// The seed the person chose.
  public let seed: UInt64
  /// Which of the seed's streams this is; a cell has one of its own.
  public let stream: UInt64
  /// How many of the generator's blocks have been taken.
  public private(set) var counter: UInt64

  /// A stream at a place; the beginning unless said otherwise.
  public init(seed: UInt64, stream: UInt64 = 0, counter: UInt64 = 0) {
    self.seed = seed
    self.stream = stream
    self.counter = counter & DrawOrigin.largestCounter
  }

  /// The generator's key: seed and stream mixed so that neighbouring seeds and streams have unrelated keys.
  package var key: UInt64 { ck_random_key(seed, stream) }

  /// Takes room for a draw of this many elements and gives the place where it begins. After 2⁵³ blocks, which nobody lives to
  /// see, a stream starts over.
  package mutating func take(_ elements: Int, of kind: ck_random_kind) -> DrawOrigin {
    let origin = DrawOrigin(key: key, counter: counter)
    let blocks = ck_random_blocks(Int32(kind.rawValue), UInt64(max(0, elements)))
    // Even a draw of nothing moves on: two draws never share a place.
    counter = (counter &+ max(1, blocks)) & DrawOrigin.largestCounter
    return origin
  }
}

/// The place where a draw begins: its elements are functions of it and of their own position.
package struct DrawOrigin: Hashable, Sendable {
  package let key: UInt64
  package let counter: UInt64

  /// The largest counter that a double holds exactly together with all smaller ones.
  static let largestCounter: UInt64 = 1 << 53 - 1

  package init(key: UInt64, counter: UInt64) {
    self.key = key
    self.counter = counter & DrawOrigin.largestCounter
  }

  /// The place as numbers that a recorded operation can carry: both halves of the key, and the counter.
  package var numbers: [Double] { [Double(key >> 32), Double(key & 0xffff_ffff), Double(counter)] }

  /// The place from its numbers, or nil where they are none of a place.
  package init?(_ numbers: [Double]) {
    guard numbers.count == 3, let high = UInt32(exactly: numbers[0]), let low = UInt32(exactly: numbers[1]),
      let counter = UInt64(exactly: numbers[2]), counter <= DrawOrigin.largestCounter
    else { return nil }
    key = UInt64(high) << 32 | UInt64(low)
    self.counter = counter
  }
}
