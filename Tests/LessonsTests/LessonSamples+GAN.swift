// The lesson that the description of the language prints.

extension Sample {
  static let gan = #"""
    ---
    title: A GAN that learns one number
    minutes: 15
    seed: 7
    needs: [gradients]
    ---

    # One parameter against two

    The generator adds one number to noise, $x^* = z + θ$. It never sees the data.

    ```aula
    param θ = -1.0
    fn G(z) = z + θ
    ```

    The discriminator is a logistic regression.

    ```aula
    model Logistic() {
        param φ = [0.0, 0.0]
        fn (x) = sigmoid(φ[0] + φ[1] * x)
    }
    let D = Logistic()
    ```

    ```aula exercise d-loss points=2 hint="Real samples want D near 1, fakes near 0."
    fn cross_entropy(real, fake) = ???
    ```

    ```aula check d-loss
    check "an undecided D costs 2 log 2": cross_entropy([2, 3], [-1, 0]) ≈ 2 * log(2) within 1e-6
    check gradient (cross_entropy([2, 3], [-1, 0])) at D
    ```

    ```aula check d-loss hidden
    check "a sure D pays less": cross_entropy([9, 9], [-9, -9]) < cross_entropy([2, 3], [-1, 0]) + 1
    ```

    ```aula solution d-loss
    fn cross_entropy(real, fake) = -mean(log(D(real))) - mean(log(1 - D(fake)))
    ```

    Each player moves in turn: D lowers the cross-entropy, θ raises it, $\max_θ \min_φ$.

    ```aula
    repeat 500 {
        let real = 2 + normal(64)
        let z = normal(64)
        record cost = descend cross_entropy(real, G(z)) over D with sgd(0.3)
        ascend cross_entropy(real, G(z)) over θ with sgd(0.3)
        record θ
    }
    plot θ
    check "the generator found the data": θ ≈ 2 within 0.3
    ```

    After 500 rounds θ is {θ:.2f}.
    """#
}
