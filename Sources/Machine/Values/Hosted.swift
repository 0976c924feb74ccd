// Kinds of values that rooms above add: classes of this room cannot be inherited from there, so they conform to a protocol.
import Diagnostics

/// What a room above knows of a kind of value that it adds.
package protocol HostedContent {
  /// What it is, for messages: "a figure".
  var kind: Words { get }
  /// What `print` shows, perhaps in several lines.
  var description: String { get }
  /// The same in one line, for where it stands inside of something.
  var line: String { get }
  /// Roughly how much memory it holds.
  var byteSize: Int { get }
  func member(_ name: String) -> Value?
  /// The names of its members.
  var memberNames: [String] { get }
  /// This and another value put together by `+`; nil where that means nothing.
  func added(_ other: Value) throws -> Value?
}

/// A value that a room above added.
package final class Hosted: HostObject {
  package let content: any HostedContent

  package init(_ content: any HostedContent) {
    self.content = content
    super.init(holding: EmptyCollection<Value>())
  }

  package override var kind: Words { content.kind }
  package override var description: String { content.description }
  override func text(_ page: Page, column: Int) throws -> String { column == 0 ? content.description : content.line }
  package override var byteSize: Int { 64 + content.byteSize }
  package override func member(_ name: String) -> Value? { content.member(name) }
  package override var memberNames: [String] { content.memberNames }
  package override func added(_ other: Value) throws -> Value? { try content.added(other) }
}
