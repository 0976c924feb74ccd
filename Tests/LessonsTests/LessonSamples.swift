// Lessons that tests read and run.
import Diagnostics
import Lessons
import Testing

enum Sample {
  /// A lesson with a bit of everything, quick to run.
  static let small = """
    ---
    title: Halves
    seconds: 2
    seed: 7
    needs: [tour]
    ---

    # Halves

    Half of a number, and a draw.

    ```aula setup
    let base = 8
    ```

    We begin with {base}.

    ```aula
    let x = base / 2
    var steps = 0
    param w = 1.0
    let z ~ Normal(0, 1)
    print("x is {x}")
    ```

    Now x is {x:.1f}.

    ```aula exercise half points=2 hint="Divide." hint="By two." attempts=2
    fn half(t) = ???
    ```

    ```aula check half
    check "half of 4": half(4) ≈ 2
    ```

    ```aula check half hidden
    check "half of 5": half(5) ≈ 2.5
    ```

    ```aula solution half
    fn half(t) = t / 2
    ```

    ```aula wrong half
    fn half(t) = t - 2
    ```

    Then it is used, with w = {w:.1f}.

    ```aula
    print("half of x is {half(x)}")
    record halves = half(x)
    descend (w - half(x))^2 over w with sgd(0.25)
    ```

    ```aula fails
    half("a", 2)
    ```

    At the end w is {w:.2f} and z {z:.3f}.

    <!-- survives
    half: t / 2 -> t / 2.0: the same number
    -->
    """

  /// Reads a lesson that has nothing wrong with it.
  static func read(_ text: String, language: Language = .en) -> Lesson {
    let (lesson, problems) = Lesson.read(text, name: "lesson.md", language: language, sources: Sources())
    #expect(problems.isEmpty, "\(problems.map { ($0.row.code, $0.message(in: .en)) })")
    return lesson
  }

  /// What is wrong with a lesson: codes, and the lines of the file, counted from 1.
  static func problems(_ text: String) -> [String] {
    let sources = Sources()
    let (_, problems) = Lesson.read(text, name: "lesson.md", sources: sources)
    return problems.map { problem in
      let line = sources[problem.span.source]?.line(at: Int(problem.span.lower)) ?? -2
      return "\(problem.row.code) \(line + 1)"
    }
  }
}
