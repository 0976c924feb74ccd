// Everything the machine can do in one step. `a`, `b`, `c` are registers unless said otherwise; "+ word" means that the next word
// belongs to the instruction; `wide` is a number in the place of b and c. Jumps count from the instruction after them.

/// The instructions. Those up to `collect` are what loops of numbers consist of; the run loop does them itself.
enum Opcode: UInt8, BitwiseCopyable {
  /// a = b
  case move
  /// a = constant number `wide`
  case constant
  /// a = session name number `wide`
  case loadGlobal
  /// session name number `wide` = a
  case storeGlobal
  /// a = captured value number b
  case loadCapture
  /// a = the function that is running
  case loadSelf

  /// a = b + c, and so on
  case add, subtract, multiply, divide, mod
  /// a = b · c or b − c; the next instruction adds to a, which nothing else reads, and is done along with this one if all are numbers
  case multiplyThenAdd, subtractThenAdd
  /// a = b + constant number c, and so on
  case addConstant, subtractConstant, multiplyConstant, divideConstant, modConstant
  /// a = −b
  case negate
  /// a = b < c, and so on
  case less, lessEqual, greater, greaterEqual, equal, notEqual
  /// + word: the jump in the next word is taken unless a < b, and so on
  case testLess, testLessEqual, testGreater, testGreaterEqual, testEqual, testNotEqual
  /// + word: the jump in the next word is taken unless a < constant number b, and so on
  case testLessConstant, testLessEqualConstant, testGreaterConstant, testGreaterEqualConstant, testEqualConstant
  case testNotEqualConstant
  case jump
  /// `wide` is taken unless a holds
  case jumpUnless
  /// + word: a is the first of four registers that keep a `for`; b gets the first element, or the jump is taken if there is none
  case forStart
  /// + word: b gets the next element and the jump is taken back, or not if there is none
  case forNext
  /// jumps back by `wide`; a counts the rounds
  case loopBack
  /// a = b(…) with c arguments in the registers after b
  case call
  /// gives back a
  case returnValue
  /// adds a to what is being collected
  case collect

  /// as `call`; + word: its `wide` is the number of the labels
  case callLabelled
  /// a, a+1, a+2, a+3: from start, end and step in a+1… to what `forStart` needs; b = 1: the end is a count
  case forPrepareRange
  /// the same from a value in a+2
  case forPrepare
  /// a = ¬b, √b, ‖b‖, ∇b
  case not, root, norm, gradient
  /// a = b ^ c, b @ c, b >> c
  case power, matmul, compose
  /// a = a chain of comparisons of the registers from b; c is its plan
  case chain
  /// `wide` is taken if a alone decides an `and` / an `or`
  case shortAnd, shortOr
  /// a = b and c, b or c, element by element if need be
  case logicalAnd, logicalOr
  /// a = a function made from prototype number `wide`
  case closure
  /// a = the c registers from b as a tuple; + word: its `wide` is the number of the labels, or -1
  case tuple
  /// a = the c registers from b stacked as a tensor
  case tensor
  /// a = a range of start, end and step in b, b+1, b+2
  case range
  /// a = b[…], with the parts in the registers after b; c is the plan
  case index
  /// a = b.name number c
  case member
  /// a = a text from the registers from b; c is the plan
  case text
  /// the registers from a = the parts of b; c is the plan
  case unpack
  /// `wide` is taken unless the argument a was left out
  case parameterStandard
  /// holds a to shape number `wide`
  case checkShape
  /// a = a model of plan number `wide`
  case makeModel
  /// a = a `param` or `state` with value b; c is the plan
  case makeCell
  /// gives session name number c the value a; b is the definition's number
  case define
  /// begins to record a loss for the target a
  case learnBegin
  /// a = the loss b, after a step with optimizer c; + word: its `wide` is the plan
  case learnEnd
  case togetherBegin, togetherEnd
  /// moves the cells of a by the function b
  case update
  /// adds a to series number `wide` of the names
  case record
  /// writes the b registers from a as a line
  case print
  /// shows a, the value of a statement
  case show
  /// examines what the functions of a claim; its settings come from the registers after a; b is the plan
  case examine
  /// what is still to be written was reached
  case hole
  case collectBegin
  /// a = what was collected; b is 1 for a tensor, 0 for a tuple
  case collectEnd
}
