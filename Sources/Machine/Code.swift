// Compiled functions: instructions, constants, and what messages need to know of them.
import Diagnostics
import Syntax
import TensorKit

/// A compiled function or cell. It lives as long as the values made from it, and a cell as long as it runs.
package final class FunctionCode {
  /// Its name, for messages; nil for the statements of a cell.
  package let name: String?
  let instructions: UnsafeMutableBufferPointer<Instruction>
  /// Where instructions that were not counted among the arguments begin: past the standard values of parameters.
  let quickOffset: Int
  let parameterCount: Int
  let registerCount: Int
  let details: CodeDetails
  /// Its first instruction's number among all instructions of the session.
  package internal(set) var firstPlace: Int32 = 0
  /// Where it can be found by that number.
  fileprivate var list: CodeList?

  init(
    name: String?, instructions: [Instruction], constants: [Register], quickOffset: Int, parameterCount: Int,
    registerCount: Int, details: CodeDetails
  ) {
    self.name = name
    self.instructions = .allocate(capacity: instructions.count)
    _ = self.instructions.initialize(from: instructions)
    let memory = UnsafeMutablePointer<Register>.allocate(capacity: max(1, constants.count))
    for (index, constant) in constants.enumerated() { (memory + index).initialize(to: constant) }
    constantBase = UnsafePointer(memory)
    self.quickOffset = quickOffset
    self.parameterCount = parameterCount
    self.registerCount = registerCount
    self.details = details
  }

  deinit {
    list?.remove(firstPlace)
    instructions.deallocate()
    constantBase.deallocate()
  }

  var entry: UnsafePointer<Instruction>? { instructions.baseAddress.map { UnsafePointer($0) } }
  var quickEntry: UnsafePointer<Instruction>? { entry.map { $0 + quickOffset } }
  let constantBase: UnsafePointer<Register>
}

/// What instructions refer to by number, and where they come from.
final class CodeDetails {
  /// Where each local name that is used was made, by the place of the use.
  var definitions: [Span: Span] = [:]
  /// For each instruction, the expression or statement it was made from.
  var origins: [Origin] = []
  /// Functions made inside.
  var functions: [FunctionPrototype] = []
  var names: [String] = []
  var labels: [[String?]] = []
  var indices: [IndexPlan] = []
  var texts: [[TextPart]] = []
  var shapes: [ShapeCheck] = []
  var models: [ModelPlan] = []
  var cells: [CellPlan] = []
  var loops: [LoopRange] = []
  var chains: [ChainPlan] = []
  var unpackings: [UnpackPlan] = []
  var bindings: [DefinitionPlan] = []
  var learnings: [LearningPlan] = []
  var examinations: [ExaminationPlan] = []

  /// Where an instruction comes from: what to underline, and the parts that went in.
  struct Origin {
    var span: Span
    var operands: [Span] = []
    /// Whether the first operand is what is called, and the others are its arguments.
    var isCall = false
  }
}

/// How a function value is made from code.
struct FunctionPrototype {
  let code: FunctionCode
  let captures: [CaptureSource]
  let signature: Signature
  let documentation: String?
  let span: Span
}

/// What stands between the brackets of an index; `position` takes the next register.
struct IndexPlan {
  enum Item {
    case position
    /// `a..b by c`: which of the three stand in registers.
    case range(start: Bool, end: Bool, step: Bool)
    case all
    case rest
  }
  let items: [Item]
}

/// A chain of comparisons; the bound of `within` stands in the register after the operands.
struct ChainPlan {
  let operators: [ComparisonOperator]
  let hasBound: Bool
}

/// How a tuple is taken apart: its parts by label where one is given, else by place.
struct UnpackPlan {
  let labels: [String?]
}

/// What is known of a session name when it is defined.
struct DefinitionPlan {
  let kind: NameKind
  let span: Span
  let documentation: String?
}

/// How a function is made out of code: what it captures from the function around it.
enum CaptureSource {
  case register(Int)
  case capture(Int)
  /// The function around it itself.
  case running
}

/// A piece of a string; `value` takes the next register.
enum TextPart {
  case literal(String)
  case value(TextFormat?)
}

/// A shape that a value is held to. Names stand in registers: bound at the first meeting, compared after that.
struct ShapeCheck {
  indirect enum Size {
    case number(Int)
    case any
    /// The size in a register, which this check fills where `binds`.
    case name(String, register: Int, binds: Bool)
    case arithmetic(BinaryOperator, Size, Size)
  }
  let sizes: [Size]
  let restPosition: Int?
  /// What is held to it: a parameter's name, or nil for a result.
  let subject: String?
  let span: Span
}

/// What a model is made of: which registers hold its members.
struct ModelPlan {
  let name: String
  let members: [(name: String, register: Int)]
  let call: Int?
}

/// How a `param` or `state` is made.
struct CellPlan {
  let name: String
  let isState: Bool
  /// Whether the program asked for double precision.
  let isDouble: Bool
  let span: Span
}

/// A learning statement: what its moments are kept under.
struct LearningPlan {
  let site: Int
  let goesUp: Bool
  let span: Span
  let lossSpan: Span
  let targetSpan: Span
}

/// A check, a derivation, a prediction, or the explanation of a gradient.
struct ExaminationPlan {
  let examination: Examination
  let span: Span
  /// Names in it that meant nothing when it was compiled, by their places.
  let unknownNames: [Span: Diagnostic]

  init(_ examination: Examination, span: Span, unknownNames: [Span: Diagnostic]) {
    self.examination = examination
    self.span = span
    self.unknownNames = unknownNames
  }
}

/// Where a loop's instructions lie, and which registers say how far it is.
struct LoopRange {
  let range: Range<Int>
  /// The register that counts the rounds.
  let counter: Int
  /// The register that knows how many there will be, if one does.
  let total: Int?
  let span: Span
}

/// The compiled functions that are alive, for finding an instruction's origin by its number.
///
/// It holds them without owning them, and each takes itself out when it ends. Weak references would do the same, but make every
/// later counting of references to a function slow.
final class CodeList {
  private var list: [(firstPlace: Int32, code: Unmanaged<FunctionCode>)] = []
  private var next: Int32 = 1

  func add(_ code: FunctionCode) {
    code.firstPlace = next
    code.list = self
    next &+= Int32(truncatingIfNeeded: code.instructions.count)
    list.append((code.firstPlace, Unmanaged.passUnretained(code)))
  }

  fileprivate func remove(_ firstPlace: Int32) {
    let index = self.index(after: firstPlace) - 1
    if index >= 0, list[index].firstPlace == firstPlace { list.remove(at: index) }
  }

  /// The function that holds an instruction, and the instruction's offset in it.
  func find(_ place: Int32) -> (code: FunctionCode, offset: Int)? {
    let index = self.index(after: place) - 1
    guard index >= 0 else { return nil }
    let code = list[index].code.takeUnretainedValue()
    let offset = Int(place - code.firstPlace)
    return offset < code.instructions.count ? (code, offset) : nil
  }

  /// How many functions begin at or before a place.
  private func index(after place: Int32) -> Int {
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if list[middle].firstPlace <= place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
