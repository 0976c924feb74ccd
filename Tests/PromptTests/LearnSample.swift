// A small lesson for tests of `aula learn`, in two languages.
import Foundation

enum LearnSample {
  /// A home folder with the lesson `small` in it.
  static func home() throws -> Home {
    let home = try Home()
    try home.write(text(first: "First text.", title: "Small steps"), as: "lessons/small/lesson.md")
    try home.write(text(first: "Primer texto.", title: "Pasos pequeños"), as: "lessons/small/lesson.es.md")
    try home.write(
      "---\ntitle: After\nminutes: 1\nseconds: 1\nneeds: [small]\norder: 2\n---\n\n# After\n\n```aula\n1 + 1\n```\n",
      as: "lessons/after/lesson.md")
    return home
  }

  /// Where the work on it is kept.
  static let progress = ".local/state/aula/lessons/small"

  private static func text(first: String, title: String) -> String {
    """
    ---
    title: \(title)
    minutes: 2
    seconds: 2
    seed: 4
    order: 1
    ---

    # \(title)

    \(first)

    ```aula
    let a = 2
    print("a is {a}")
    ```

    Draws.

    ```aula
    let x = normal(2)
    print("x is {x[0]:.6f}")
    ```

    A function.

    ```aula exercise double points=2 hint="Plus is not enough." hint="Times two."
    fn double(t) = ???
    ```

    ```aula check double
    check "three": double(3) == 6
    ```

    ```aula check double hidden
    check "five": double(5) == 10
    ```

    ```aula solution double
    fn double(t) = 2 * t
    ```

    ```aula wrong double
    fn double(t) = t + 3
    ```

    A guess.

    ```aula
    predict "What is double(4)?" answer double(4)
    print("twice is {double(4)}")
    ```

    The end: {a}.
    """
  }
}
