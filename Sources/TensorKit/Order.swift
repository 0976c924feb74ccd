// The order of the elements along an axis.
import CKernels

extension NDArray {
  /// For every line along an axis the indices that sort it, smallest first or greatest first. Equals keep their order;
  /// NaN comes last either way. Costs n log n comparisons or, for long lines, at most 8 passes.
  package func sortingIndices(axis: Int, descending: Bool, on device: Device) throws -> NDArray {
    let operation = "argsort"
    // With its axis last, a line is one stretch of memory.
    let order = (0..<shape.rank).filter { $0 != axis } + [axis]
    let source = try permuted(order).contiguous(on: device, for: operation)
    let result = try NDArray(uninitialized: source.shape, .int, on: device, for: operation)
    let n = shape[axis]
    if count > 0 {
      let lines = count / n
      let linesPerTask = max(1, 16_384 / n)
      let tasks = (lines + linesPerTask - 1) / linesPerTask
      let workers = min(device.threads, tasks)
      let (bytes, overflow) = n.multipliedReportingOverflow(by: 2 * workers * MemoryLayout<SortEntry>.stride)
      let scratch = try Storage(bytes: overflow ? Int.max : bytes, memory: device.memory, operation: operation)
      let entries = scratch.base.bindMemory(to: SortEntry.self, capacity: 2 * workers * n)
      // Where there are fewer tasks than threads, rooms are numbered by task and not by worker.
      try withExtendedLifetime(scratch) {
        try device.share(tasks: tasks) { task, worker in
          let room = entries + (workers < device.threads ? task : worker) * 2 * n
          for line in task * linesPerTask..<min(lines, (task + 1) * linesPerTask) {
            source.fillEntries(room, line: line, count: n, descending: descending)
            let sorted = sortEntries(room, spare: room + n, count: n, isCancelled: { device.isCancelled })
            let indices = result.elements(Int.self)
            for position in 0..<n { indices[line * n + position] = sorted[position].index }
          }
        }
      }
      try device.checkCancelled()
    }
    var back = order
    for (to, from) in order.enumerated() { back[from] = to }
    return result.permuted(back)
  }

  /// Entries whose unsigned keys sort as the line's elements do.
  private func fillEntries(_ entries: UnsafeMutablePointer<SortEntry>, line: Int, count: Int, descending: Bool) {
    let start = line * count
    switch dtype {
    case .float32:
      let values = elements(Float.self)
      for i in 0..<count {
        entries[i] = SortEntry(key: key(Double(values[start + i]), descending), index: i)
      }
    case .float64:
      let values = elements(Double.self)
      for i in 0..<count { entries[i] = SortEntry(key: key(values[start + i], descending), index: i) }
    case .int:
      let values = elements(Int.self)
      for i in 0..<count {
        let key = UInt64(bitPattern: Int64(values[start + i])) ^ (1 << 63)
        entries[i] = SortEntry(key: descending ? ~key : key, index: i)
      }
    case .bool:
      let values = elements(UInt8.self)
      for i in 0..<count { entries[i] = SortEntry(key: (values[start + i] != 0) != descending ? 1 : 0, index: i) }
    }
  }
}

private struct SortEntry {
  var key: UInt64
  var index: Int
}

@inline(__always) private func key(_ value: Double, _ descending: Bool) -> UInt64 {
  if value.isNaN { return .max }
  // Adding 0 makes one zero of the two.
  let bits = (value + 0).bitPattern
  let ascending = bits >> 63 == 1 ? ~bits : bits | 1 << 63
  return descending ? ~ascending : ascending
}

/// Sorts by key, keeping the order of equals; gives whichever of the two buffers holds the result.
private func sortEntries(
  _ entries: UnsafeMutablePointer<SortEntry>, spare: UnsafeMutablePointer<SortEntry>, count: Int,
  isCancelled: () -> Bool
) -> UnsafeMutablePointer<SortEntry> {
  count <= 2048
    ? sortByMerging(entries, spare, count) : sortByDigits(entries, spare, count, isCancelled)
}

/// Runs of 16 by insertion, then pairs of runs merged.
private func sortByMerging(
  _ entries: UnsafeMutablePointer<SortEntry>, _ spare: UnsafeMutablePointer<SortEntry>, _ count: Int
) -> UnsafeMutablePointer<SortEntry> {
  for start in stride(from: 0, to: count, by: 16) {
    for position in start..<min(start + 16, count) {
      let entry = entries[position]
      var hole = position
      while hole > start && entries[hole - 1].key > entry.key {
        entries[hole] = entries[hole - 1]
        hole -= 1
      }
      entries[hole] = entry
    }
  }
  var (from, to) = (entries, spare)
  var run = 16
  while run < count {
    for start in stride(from: 0, to: count, by: 2 * run) {
      let (middle, end) = (min(start + run, count), min(start + 2 * run, count))
      var (left, right) = (start, middle)
      for position in start..<end {
        if right == end || (left < middle && from[left].key <= from[right].key) {
          to[position] = from[left]
          left += 1
        } else {
          to[position] = from[right]
          right += 1
        }
      }
    }
    swap(&from, &to)
    run *= 2
  }
  return from
}

/// One pass per byte of the key, the lowest first; bytes that all keys share are passed over.
private func sortByDigits(
  _ entries: UnsafeMutablePointer<SortEntry>, _ spare: UnsafeMutablePointer<SortEntry>, _ count: Int,
  _ isCancelled: () -> Bool
) -> UnsafeMutablePointer<SortEntry> {
  var (from, to) = (entries, spare)
  withUnsafeTemporaryAllocation(of: Int.self, capacity: 256) { places in
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      if isCancelled() { return }
      places.update(repeating: 0)
      for i in 0..<count { places[Int(truncatingIfNeeded: from[i].key >> shift & 255)] += 1 }
      if places[Int(truncatingIfNeeded: from[0].key >> shift & 255)] == count { continue }
      var start = 0
      for digit in 0..<256 {
        let size = places[digit]
        places[digit] = start
        start += size
      }
      for i in 0..<count {
        let digit = Int(truncatingIfNeeded: from[i].key >> shift & 255)
        to[places[digit]] = from[i]
        places[digit] += 1
      }
      swap(&from, &to)
    }
  }
  return from
}
