// convolutional.aula as text. Made by scripts/embed-library.sh; edit Sources/Session/Library/convolutional.aula instead.

extension LibraryTexts {
  static let convolutional = LibraryText(
    name: "convolutional.aula",
    names: ["Conv2D", "Conv2DTransposed", "MaxPool2D", "AveragePool2D", "Upsample2D"],
    text: ###"""
      # Layers for images.
      # Images are tensors [batch, channels, height, width]. `size`, `stride` and `padding` are one number, or two: down and
      # across. Weights are drawn for the numbers that one output sees and for the number of outputs, by `he` unless
      # `weights` names another.

      ## Every output is a filter's view of a patch: convolution (cross-correlation, as everywhere in this field) plus a
      ## bias for each output channel. Size 3 with padding 1 keeps height and width.
      ##     let layer = Conv2D(1, 8, 3, padding: 1, act: relu)
      ##     layer(zeros(5, 1, 28, 28)).shape   # (5, 8, 28, 28)
      ##     parameter_count(layer)   # 80
      model Conv2D(
          channels_in, channels_out, size, stride = 1, padding = 0, act = identity, weights = he
      ) {
          let (high, wide) = if is_tuple(size) { size } else { (size, size) }
          let seen = channels_in * high * wide
          param W = reshape(weights(seen, channels_out).T, channels_out, channels_in, high, wide)
          param b = zeros(channels_out)
          fn (x: [batch, channels_in, height, width]) =
              act(conv2d(x, W, stride: stride, padding: padding) + reshape(b, channels_out, 1, 1))
      }

      ## Every input paints a filter into a larger image, plus a bias for each output channel: the way back through
      ## `Conv2D`. Size 4 with stride 2 and padding 1 doubles height and width.
      ##     let layer = Conv2DTransposed(8, 1, 4, stride: 2, padding: 1, act: tanh)
      ##     layer(zeros(5, 8, 14, 14)).shape   # (5, 1, 28, 28)
      model Conv2DTransposed(
          channels_in,
          channels_out,
          size,
          stride = 1,
          padding = 0,
          output_padding = 0,
          act = identity,
          weights = he
      ) {
          let (high, wide) = if is_tuple(size) { size } else { (size, size) }
          let (down, across) = if is_tuple(stride) { stride } else { (stride, stride) }
          # The filters of neighbours overlap: of those painted, an output sees one in down · across.
          let drawn = √(down * across) * weights(channels_in * high * wide, channels_out)
          param W = permute(reshape(drawn, channels_in, high, wide, channels_out), (0, 3, 1, 2))
          param b = zeros(channels_out)
          fn (x: [batch, channels_in, height, width]) = act(
              conv2d_transposed(x, W, stride: stride, padding: padding, output_padding: output_padding) +
                  reshape(b, channels_out, 1, 1)
          )
      }

      ## The largest number of every window; windows lie side by side unless `stride` says otherwise.
      ##     MaxPool2D(2)(zeros(5, 8, 28, 28)).shape   # (5, 8, 14, 14)
      model MaxPool2D(size = 2, stride = size, padding = 0) {
          fn (x: [batch, channels, height, width]) = max_pool2d(x, size, stride: stride, padding: padding)
      }

      ## The mean of every window; windows lie side by side unless `stride` says otherwise.
      ##     AveragePool2D(2)([[[[1, 2], [3, 4]]]])   # [[[[2.5]]]]
      model AveragePool2D(size = 2, stride = size, padding = 0) {
          fn (x: [batch, channels, height, width]) =
              average_pool2d(x, size, stride: stride, padding: padding)
      }

      ## Images made larger by repeating every element.
      ##     Upsample2D(2)([[[[1, 2]]]])   # [[[[1, 1, 2, 2], [1, 1, 2, 2]]]]
      model Upsample2D(factor = 2) {
          fn (x: [batch, channels, height, width]) = upsample2d(x, factor)
      }

      """###)
}
