// Where draws come from: a counter-based stream, so that a draw depends on its key and place alone, never on what ran before it.

/// A stream of random numbers. The same seed, stream and counter give the same draws to the bit, on every machine and with any
/// number of threads.
public struct RandomStream: Hashable, Sendable {
  /// The seed the person chose.
  public let seed: UInt64
  /// Which of the seed's streams this is; a cell has one of its own.
  public let stream: UInt64
  /// How many blocks have been taken.
  public private(set) var counter: UInt64

  /// A stream at a place; the beginning unless said otherwise.
  public init(seed: UInt64, stream: UInt64 = 0, counter: UInt64 = 0) {
    self.seed = seed
    self.stream = stream
    self.counter = counter
  }

  /// The generator's key: seed and stream mixed so that neighbouring seeds and streams have unrelated keys.
  package var key: UInt64 {
    var mixed = seed &+ 0x9E37_79B9_7F4A_7C15 &* (stream &+ 1)
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Takes room for a draw of this many elements and gives the place where it begins. Every element has a block of its own, so
  /// that a draw's length does not change what the next draw gives within it.
  package mutating func take(_ elements: Int) -> UInt64 {
    let start = counter
    counter &+= UInt64(max(1, elements))
    return start
  }
}
