// What the run loop shares with everything it calls: raw memory, so that reading it costs nothing.
import TensorKit

/// A call that waits for the one it made.
struct Frame {
  var pc: UnsafePointer<Instruction>
  var fp: UnsafeMutablePointer<Register>
  var code: Unmanaged<FunctionCode>
  var captures: UnsafeMutablePointer<Register>?
  var constants: UnsafePointer<Register>
  /// The register, counted from `fp`, that receives the result.
  var destination: Int32
  /// Whether the run loop itself was called with this frame, and gives the result back.
  var isEntry: Bool
}

/// The counters and stretches of memory of a machine.
struct RunState {
  /// Rounds and calls until the next poll.
  var fuel = 0
  /// What `fuel` was after the last poll.
  var filled = 0
  /// The first free frame.
  var frame: UnsafeMutablePointer<Frame>
  let firstFrame: UnsafeMutablePointer<Frame>
  var lastFrame: UnsafeMutablePointer<Frame>
  /// The first register that no frame uses.
  var stackTop: UnsafeMutablePointer<Register>
  let stackEnd: UnsafeMutablePointer<Register>
  /// How many run loops are inside each other.
  var nesting = 0
}

/// Owns a `RunState`.
final class RunMemory {
  let state: UnsafeMutablePointer<RunState>
  let frames: UnsafeMutablePointer<Frame>
  let capacity: Int

  /// Room for so many calls inside calls over a stack of registers.
  init(depth: Int, stack: RegisterStack) {
    capacity = max(16, min(depth, 1_000_000)) + 1
    frames = .allocate(capacity: capacity)
    state = .allocate(capacity: 1)
    state.initialize(
      to: RunState(
        frame: frames, firstFrame: frames, lastFrame: frames + capacity - 1, stackTop: stack.base,
        stackEnd: stack.base + stack.capacity))
  }

  deinit {
    frames.deallocate()
    state.deallocate()
  }
}

/// Where the run loop is: what everything slow needs to know.
struct Window {
  /// The instruction after the present one.
  var pc: UnsafePointer<Instruction>
  var fp: UnsafeMutablePointer<Register>
  var code: Unmanaged<FunctionCode>
  var captures: UnsafeMutablePointer<Register>?
  var constants: UnsafePointer<Register>
}

/// Why a run ends early, other than by a fault of the program.
enum Stop: Error {
  case depth
  case steps
  case seconds
  case bytes
  case interrupted
}
