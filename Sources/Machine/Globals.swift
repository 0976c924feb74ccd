// The names of a session: what each stands for, and what messages and help need to know of it.
import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What kind of name it is.
package enum NameKind: Sendable {
  /// Part of the language: an operator, a function of the library, a constant.
  case library
  case constant
  case variable
  case cell
  case series
  case function
  case model
}

/// The session's names by number, their values in raw registers.
package final class Globals {
  package struct Entry {
    package let name: String
    package var kind: NameKind
    package var definition: Span?
    package var documentation: String?
    package var isDefined = false
    /// Whether it is a name as the library's own programs read it. A name of the library is there twice: a session may give the other
    /// a new meaning without anything in the library changing.
    package var isLibraryOwn = false
  }
  /// Where the run loop finds the registers: they move when they grow, this place does not.
  let home: UnsafeMutablePointer<UnsafeMutablePointer<Register>>
  var registers: UnsafeMutablePointer<Register> { home.pointee }
  private var capacity = 512
  package private(set) var entries: [Entry] = []
  /// The numbers of names as sessions read them, and as the library does.
  private var numbers: [String: Int] = [:]
  private var libraryNumbers: [String: Int] = [:]
  /// Whether names are read and defined for the library's own programs.
  package var isForLibrary = false

  init() {
    let first = UnsafeMutablePointer<Register>.allocate(capacity: capacity)
    first.initialize(repeating: .missing, count: capacity)
    home = .allocate(capacity: 1)
    home.initialize(to: first)
  }

  deinit {
    registers.deallocate()
    home.deallocate()
  }

  /// The number of a name, given now if it has none.
  func number(of name: String) -> Int {
    if let known = knownNumber(of: name) { return known }
    if entries.count == capacity { grow() }
    var entry = Entry(name: name, kind: .constant)
    entry.isLibraryOwn = isForLibrary
    if isForLibrary { libraryNumbers[name] = entries.count } else { numbers[name] = entries.count }
    entries.append(entry)
    return entries.count - 1
  }

  private func grow() {
    let moved = UnsafeMutablePointer<Register>.allocate(capacity: capacity * 2)
    moved.moveInitialize(from: registers, count: capacity)
    (moved + capacity).initialize(repeating: .missing, count: capacity)
    registers.deallocate()
    home.pointee = moved
    capacity *= 2
  }

  /// The number of a name, if it has one.
  func knownNumber(of name: String) -> Int? { isForLibrary ? libraryNumbers[name] : numbers[name] }

  /// The number of a name as the library's programs read it, if it means something there.
  func libraryNumber(of name: String) -> Int? {
    libraryNumbers[name].flatMap { entries[$0].isDefined ? $0 : nil }
  }

  /// Gives sessions a name of the library, unless they gave it a meaning of their own.
  package func publish(_ name: String) {
    guard let own = libraryNumber(of: name) else { return }
    let wasForLibrary = isForLibrary
    isForLibrary = false
    defer { isForLibrary = wasForLibrary }
    let number = number(of: name)
    if !entries[number].isDefined { restore(number, asInLibrary: own) }
  }

  private func restore(_ number: Int, asInLibrary own: Int) {
    entries[number] = entries[own]
    entries[number].isLibraryOwn = false
    entries[number].kind = .library
    registers[number] = registers[own]
  }

  /// Takes away what a session's name means, unless the library gives it a meaning.
  func reset(_ number: Int) {
    guard number < entries.count else { return }
    let name = entries[number].name
    if let own = libraryNumber(of: name) { return restore(number, asInLibrary: own) }
    restore(number, Entry(name: name, kind: .constant), .missing)
  }

  /// What is known of a name that stands for something.
  package subscript(name: String) -> Entry? {
    guard let number = knownNumber(of: name), entries[number].isDefined else { return nil }
    return entries[number]
  }

  /// Says what a name stands for.
  func define(_ number: Int, kind: NameKind, definition: Span?, documentation: String?) {
    guard number < entries.count else { return }
    entries[number].kind = kind
    entries[number].definition = definition
    entries[number].documentation = documentation
    entries[number].isDefined = true
  }

  /// Takes a name's meaning away, or gives back an earlier one.
  func restore(_ number: Int, _ entry: Entry, _ register: Register) {
    guard number < entries.count else { return }
    entries[number] = entry
    registers[number] = register
  }

  var used: UnsafeMutableBufferPointer<Register> { UnsafeMutableBufferPointer(start: registers, count: entries.count) }
}

/// The machine's registers in one stretch of memory; frames are windows into it.
final class RegisterStack {
  let base: UnsafeMutablePointer<Register>
  let capacity: Int

  init(capacity: Int) {
    // Fresh pages from the system are all zero bits, which is `nothing`, and cost nothing until a program reaches them.
    if let memory = calloc(capacity, MemoryLayout<Register>.stride) {
      self.capacity = capacity
      base = memory.bindMemory(to: Register.self, capacity: capacity)
    } else {
      self.capacity = 0
      base = .allocate(capacity: 1)
    }
  }

  deinit { free(base) }
}

/// Every `param` and `state` that is alive. It does not own them; each takes itself out when it ends.
package final class CellList {
  private var list: [Int: Unmanaged<Cell>] = [:]
  private var next = 0

  func add(_ cell: Cell) {
    list[next] = Unmanaged.passUnretained(cell)
    cell.listing = (self, next)
    next += 1
  }

  fileprivate func remove(_ number: Int) { list[number] = nil }

  /// The living ones, oldest first.
  package var alive: [Cell] { list.sorted { $0.key < $1.key }.map { $0.value.takeUnretainedValue() } }
}

extension Cell {
  /// Takes it out of the list of the living.
  func unlist() {
    if let (list, number) = listing { list.remove(number) }
  }
}
