// The lesson that `aula new lesson` begins with: small, whole, and right, so that an author changes it step by step.
import Diagnostics

/// The texts of a new lesson.
package enum LessonSkeleton {
  /// Whether a lesson may have this name: small letters, digits and `-`, a letter first.
  package static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, isLetter(first), name.utf8.count <= 64, name.utf8.last != UInt8(ascii: "-")
    else {
      return false
    }
    return name.utf8.allSatisfy { isLetter($0) || ($0 >= 48 && $0 <= 57) || $0 == UInt8(ascii: "-") }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 97 && byte <= 122 }

  /// The text of a language's file: the cells are the same but for what stands between quotes.
  package static func text(name: String, language: Language) -> String {
    let words = SkeletonWords(language)
    return """
      ---
      title: \(title(of: name))
      minutes: 5
      seconds: 2
      seed: 1
      needs: [tour]
      ---

      # \(title(of: name))

      \(words.question)

      ```aula
      let x = [1, 2, 6]
      fn loss(m) = mean((x - m)^2)
      plot(loss, -1, 7)
      ```

      \(words.answer)

      ```aula
      check "\(words.slopeIsZero)": ∇loss(mean(x)) ≈ 0 within 1e-12
      check "\(words.nothingBetter)": loss(mean(x)) <= loss(m) on m in Normal(0, 5)
      ```

      ## \(words.exercise)

      \(words.task)

      ```aula exercise slope points=2 hint="\(words.firstHint)" hint="\(words.secondHint)"
      fn slope(m) = ???
      ```

      ```aula check slope
      check "\(words.atZero)": slope(0) ≈ -6
      ```

      ```aula check slope hidden
      check "\(words.everywhere)": slope(m) ≈ ∇loss(m) on m in Normal(0, 5)
      ```

      ```aula solution slope
      fn slope(m) = 2 * (m - mean(x))
      ```

      ```aula wrong slope
      fn slope(m) = -2 * mean(x)
      ```

      ```aula wrong slope
      fn slope(m) = 2 * (mean(x) - m)
      ```

      \(words.downhill)

      ```aula
      param m = 0.0
      repeat 50 { record L = descend loss(m) over m with sgd(0.1) }
      plot(L)
      check "\(words.arrives)": m ≈ mean(x) within 1e-3
      ```

      \(words.end)

      ## \(words.tryThis)

      \(words.questions)

      <!-- survives
      cell 1: x - m -> m - x: \(words.reason)
      -->

      """
  }

  private static func title(of name: String) -> String {
    let words = name.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
