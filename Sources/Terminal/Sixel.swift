// Sixel pictures: six rows of pixels at a time, one colour after the other, in printable characters.

package enum Sixel {
  /// What draws pixels (red, green and blue bytes, row by row) at the cursor; nothing where the bytes are too few.
  package static func picture(width: Int, height: Int, _ bytes: [UInt8]) -> String {
    guard (1...1 << 14).contains(width), (1...1 << 14).contains(height), bytes.count >= width * height * 3 else {
      return ""
    }
    let (palette, pixels) = ColourTable.reduce(bytes, count: width * height)
    // The first numbers: pixels are square, and those that are not drawn keep what is there.
    var output = Array("\u{1b}P0;1;0q\"1;1;\(width);\(height)".utf8)
    output.reserveCapacity(width * height / 4)
    for (number, colour) in palette.enumerated() {
      let percent = colour.map { (Int($0) * 100 + 127) / 255 }
      output += "#\(number);2;\(percent[0]);\(percent[1]);\(percent[2])".utf8
    }
    var band = Band(width: width, colours: palette.count)
    for top in stride(from: 0, to: height, by: 6) {
      if top > 0 { output.append(UInt8(ascii: "-")) }
      band.write(pixels, top: top, rows: min(6, height - top), to: &output)
    }
    output += "\u{1b}\\".utf8
    return String(decoding: output, as: UTF8.self)
  }

  /// Six rows.
  private struct Band {
    private let width: Int
    /// For each colour and column which of the rows have it.
    private var rows: [UInt8]
    private var isUsed: [Bool]

    init(width: Int, colours: Int) {
      self.width = width
      rows = [UInt8](repeating: 0, count: width * colours)
      isUsed = [Bool](repeating: false, count: colours)
    }

    mutating func write(_ pixels: [UInt8], top: Int, rows count: Int, to output: inout [UInt8]) {
      for row in 0..<count {
        let start = (top + row) * width
        for column in 0..<width {
          let colour = Int(pixels[start + column])
          rows[colour * width + column] |= 1 << UInt8(row)
          isUsed[colour] = true
        }
      }
      var isFirst = true
      for colour in isUsed.indices where isUsed[colour] {
        if !isFirst { output.append(UInt8(ascii: "$")) }
        isFirst = false
        output += "#\(colour)".utf8
        writeRuns(from: colour * width, to: &output)
        isUsed[colour] = false
      }
    }

    /// One colour's columns, equal neighbours counted; the end without pixels is left out.
    private mutating func writeRuns(from start: Int, to output: inout [UInt8]) {
      var end = start + width
      while end > start, rows[end - 1] == 0 { end -= 1 }
      var at = start
      while at < end {
        let bits = rows[at]
        var next = at
        while next < end, rows[next] == bits {
          rows[next] = 0
          next += 1
        }
        let sign = 63 + bits
        if next - at > 3 {
          output += "!\(next - at)".utf8
          output.append(sign)
        } else {
          for _ in at..<next { output.append(sign) }
        }
        at = next
      }
    }
  }
}

/// A picture's colours brought down to 256.
enum ColourTable {
  /// A group of colours that become one: the bins of a histogram with 32 steps for each channel.
  private struct Box {
    var bins: [Int]
    var count: Int
  }
  private static let most = 256

  /// The colours, and for every pixel the number of its own. A picture of few colours keeps them all as they are.
  static func reduce(_ bytes: [UInt8], count: Int) -> (palette: [[UInt8]], pixels: [UInt8]) {
    if let exact = exact(bytes, count) { return exact }
    var counts = [Int](repeating: 0, count: 1 << 15)
    var sums = [Int](repeating: 0, count: 3 << 15)
    for pixel in 0..<count {
      let at = pixel * 3
      let bin = bin(bytes[at], bytes[at + 1], bytes[at + 2])
      counts[bin] += 1
      for channel in 0..<3 { sums[bin * 3 + channel] += Int(bytes[at + channel]) }
    }
    let boxes = cut(counts)
    var numbers = [UInt8](repeating: 0, count: 1 << 15)
    var palette: [[UInt8]] = []
    for (number, box) in boxes.enumerated() {
      var sum = [0, 0, 0]
      for bin in box.bins {
        numbers[bin] = UInt8(truncatingIfNeeded: number)
        for channel in 0..<3 { sum[channel] += sums[bin * 3 + channel] }
      }
      palette.append(sum.map { UInt8(clamping: ($0 + box.count / 2) / max(1, box.count)) })
    }
    var pixels = [UInt8](repeating: 0, count: count)
    for pixel in 0..<count {
      let at = pixel * 3
      pixels[pixel] = numbers[bin(bytes[at], bytes[at + 1], bytes[at + 2])]
    }
    return (palette, pixels)
  }

  private static func exact(_ bytes: [UInt8], _ count: Int) -> (palette: [[UInt8]], pixels: [UInt8])? {
    var numbers: [UInt32: UInt8] = [:]
    var palette: [[UInt8]] = []
    var pixels = [UInt8](repeating: 0, count: count)
    var last: (colour: UInt32, number: UInt8)?
    for pixel in 0..<count {
      let at = pixel * 3
      let colour = UInt32(bytes[at]) << 16 | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2])
      if let last, last.colour == colour {
        pixels[pixel] = last.number
        continue
      }
      let number: UInt8
      if let known = numbers[colour] {
        number = known
      } else {
        guard palette.count < most else { return nil }
        number = UInt8(truncatingIfNeeded: palette.count)
        numbers[colour] = number
        palette.append([bytes[at], bytes[at + 1], bytes[at + 2]])
      }
      last = (colour, number)
      pixels[pixel] = number
    }
    return (palette, pixels)
  }

  private static func bin(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Int {
    Int(red >> 3) << 10 | Int(green >> 3) << 5 | Int(blue >> 3)
  }

  /// Cuts the box with the most to tell, along its longest side and in the middle of its pixels, until there are enough.
  private static func cut(_ counts: [Int]) -> [Box] {
    let used = counts.indices.filter { counts[$0] > 0 }
    var boxes = [Box(bins: used, count: used.reduce(0) { $0 + counts[$1] })]
    var weights = [weight(boxes[0])]
    while boxes.count < most, let place = weights.indices.max(by: { weights[$0] < weights[$1] }), weights[place] > 0 {
      let (first, second) = halves(boxes[place], counts)
      boxes[place] = first
      weights[place] = weight(first)
      boxes.append(second)
      weights.append(weight(second))
    }
    return boxes
  }

  /// How much a box would gain: 0 for a single bin.
  private static func weight(_ box: Box) -> Double {
    Double(box.count).squareRoot() * Double(side(box).length)
  }

  private static func side(_ box: Box) -> (shift: Int, length: Int) {
    var best = (shift: 0, length: 0)
    for shift in [0, 5, 10] {
      var (low, high) = (31, 0)
      for bin in box.bins {
        let value = bin >> shift & 31
        (low, high) = (min(low, value), max(high, value))
      }
      if high - low > best.length { best = (shift, high - low) }
    }
    return best
  }

  private static func halves(_ box: Box, _ counts: [Int]) -> (Box, Box) {
    let shift = side(box).shift
    let sorted = box.bins.sorted { ($0 >> shift & 31, $0) < ($1 >> shift & 31, $1) }
    var (share, end) = (0, 0)
    // At least one bin on either side.
    while end < sorted.count - 1, end == 0 || share + counts[sorted[end]] <= box.count / 2 {
      share += counts[sorted[end]]
      end += 1
    }
    return (
      Box(bins: Array(sorted[..<end]), count: share), Box(bins: Array(sorted[end...]), count: box.count - share)
    )
  }
}
