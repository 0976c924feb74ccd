// Convolutions of computed images, and their gradients, which are convolutions of another kind.
import CKernels
import CLibraries

/// How filters move along one axis of an image.
package struct ConvolutionAxis: Hashable, Sendable {
  /// Every so many-th position has a result.
  package var stride: Int
  /// Zeros before the first element.
  package var before: Int
  /// Zeros after the last one.
  package var after: Int
  /// The distance of a filter's neighbours in the image.
  package var dilation: Int

  /// Sizes and options stay below this, so that no product of two of them overflows.
  package static let limit = 1 << 30

  package init(stride: Int = 1, before: Int = 0, after: Int = 0, dilation: Int = 1) {
    self.stride = stride
    self.before = before
    self.after = after
    self.dilation = dilation
  }

  /// Whether the numbers make sense.
  package var isValid: Bool {
    let range = 0..<ConvolutionAxis.limit
    return stride >= 1 && dilation >= 1 && [stride, before, after, dilation].allSatisfy { range.contains($0) }
  }

  /// How many elements of the image a filter reaches over.
  private func span(_ filter: Int) -> Int { (filter - 1) * dilation + 1 }

  /// How many results there are over an image of `size`; nil where the filter does not fit.
  package func results(_ size: Int, filter: Int) -> Int? {
    let range = 0..<ConvolutionAxis.limit
    guard isValid, range.contains(size), range.contains(filter), filter > 0 else { return nil }
    let room = size + before + after - span(filter)
    return room < 0 ? nil : room / stride + 1
  }

  /// The smallest image that has `results` results, made larger by `extra`; nil where there is none.
  package func image(_ results: Int, filter: Int, extra: Int) -> Int? {
    let range = 0..<ConvolutionAxis.limit
    guard isValid, range.contains(results), results > 0, range.contains(filter), filter > 0, range.contains(extra)
    else { return nil }
    let size = (results - 1) * stride + span(filter) - before - after + extra
    return range.contains(size) ? size : nil
  }
}

/// How filters move over images of two axes, and into how many groups the channels are parted.
package struct ConvolutionLayout: Hashable, Sendable {
  package let rows: ConvolutionAxis
  package let columns: ConvolutionAxis
  package let groups: Int

  package init(rows: ConvolutionAxis, columns: ConvolutionAxis, groups: Int) {
    self.rows = rows
    self.columns = columns
    self.groups = groups
  }
}

extension NDArray {
  /// The convolution of images [N, C, H, W] with filters [O, C / groups, h, w].
  package static func convolution(
    _ x: NDArray, _ w: NDArray, _ layout: ConvolutionLayout, into shape: Shape, on device: Device, for operation: String
  ) throws -> NDArray {
    let sizes = cl_conv(layout, images: x.shape, filters: w.shape)
    return try convolve(x, w, sizes, into: shape, on: device, for: operation, cl_conv_forward_f32, cl_conv_forward_f64)
  }

  /// The adjoint of the convolution in its images: what the results' cotangent `g` makes of them.
  package static func convolutionImages(
    _ g: NDArray, _ w: NDArray, _ layout: ConvolutionLayout, into shape: Shape, on device: Device, for operation: String
  ) throws -> NDArray {
    let sizes = cl_conv(layout, images: shape, filters: w.shape)
    return try convolve(g, w, sizes, into: shape, on: device, for: operation, cl_conv_input_f32, cl_conv_input_f64)
  }

  /// The adjoint of the convolution in its filters: what the results' cotangent `g` makes of them.
  package static func convolutionFilters(
    _ x: NDArray, _ g: NDArray, _ layout: ConvolutionLayout, into shape: Shape, on device: Device, for operation: String
  ) throws -> NDArray {
    let sizes = cl_conv(layout, images: x.shape, filters: shape)
    return try convolve(x, g, sizes, into: shape, on: device, for: operation, cl_conv_weight_f32, cl_conv_weight_f64)
  }

  private typealias Kernel<T> = (
    OpaquePointer?, UnsafePointer<Int32>?, UnsafePointer<cl_conv>?, UnsafePointer<T>?, UnsafePointer<T>?,
    UnsafeMutablePointer<T>?
  ) -> Int32

  private static func convolve(
    _ first: NDArray, _ second: NDArray, _ sizes: cl_conv, into shape: Shape, on device: Device, for operation: String,
    _ single: Kernel<Float>, _ double: Kernel<Double>
  ) throws -> NDArray {
    if first.count == 0 || second.count == 0 {
      return try NDArray(repeating: 0, shape: shape, dtype: first.dtype, on: device)
    }
    let result = try NDArray(uninitialized: shape, first.dtype, on: device, for: operation)
    if result.count == 0 { return result }
    let left = try first.contiguous(on: device, for: operation)
    let right = try second.contiguous(on: device, for: operation)
    var sizes = sizes
    let status =
      switch first.dtype {
      case .float32:
        single(
          device.pool, device.cancelFlag, &sizes, left.pointer.assumingMemoryBound(to: Float.self),
          right.pointer.assumingMemoryBound(to: Float.self), result.pointer.assumingMemoryBound(to: Float.self))
      default:
        double(
          device.pool, device.cancelFlag, &sizes, left.pointer.assumingMemoryBound(to: Double.self),
          right.pointer.assumingMemoryBound(to: Double.self), result.pointer.assumingMemoryBound(to: Double.self))
      }
    switch status {
    case 0: return result
    case 1: throw TensorError.cancelled
    case 2:
      throw TensorError.outOfMemory(
        operation: operation, bytes: result.count * result.dtype.size, inUse: device.memory.inUse,
        budget: device.memory.budget)
    default: throw TensorError.structure(operation: operation, reason: "the sizes are beyond what can be convolved")
    }
  }
}

extension cl_conv {
  /// The description of a convolution whose shapes the shape rule has agreed to.
  fileprivate init(_ layout: ConvolutionLayout, images: Shape, filters: Shape) {
    let (rows, columns) = (layout.rows, layout.columns)
    self.init(
      batch: images[0], in_channels: images[1], out_channels: filters[0], groups: layout.groups, height: images[2],
      width: images[3], kernel_height: filters[2], kernel_width: filters[3], stride_height: rows.stride,
      stride_width: columns.stride, dilation_height: rows.dilation, dilation_width: columns.dilation,
      pad_top: rows.before, pad_bottom: rows.after, pad_left: columns.before, pad_right: columns.after)
  }
}
