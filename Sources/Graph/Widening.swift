// The part of a trace that was recorded last, in double precision: for sums whose terms must not be rounded one by one.
import TensorKit

extension Graph {
  /// Records `outputs` again in double precision, as far as they were recorded at or after the node number `start`. What they take
  /// from earlier is converted as it is, so that nothing older is computed a second time.
  package func widened(_ outputs: [Tensor], since start: Int) throws -> [Tensor] {
    guard outputs.contains(where: { $0.dtype != .float64 }) else { return outputs }
    var earlier: [Int32: Tensor] = [:]
    for id in reachable(from: outputs.map(\.id), since: start) {
      let older = id < start ? [id] : operands(of: id).filter { $0 < start }
      for operand in older where earlier[operand] == nil {
        let tensor = Tensor(self, operand)
        earlier[operand] = tensor.dtype == .float32 ? try convert(tensor, to: .float64) : tensor
      }
    }
    return try promoted(outputs, replacing: earlier, since: start)
  }
}

extension Graph {
  /// Lets go of the elements of tensors that nobody will look at again, long before their trace ends.
  package func discard(_ tensors: [Tensor]) {
    guard let nothing = try? NDArray([Double](), on: device) else { return }
    for tensor in tensors where tensor.graph === self && tensor.isLive { forgetValue(of: tensor.id, leaving: nothing) }
  }
}
