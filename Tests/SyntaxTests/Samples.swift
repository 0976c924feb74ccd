// Whole programs that several tests read.

enum Samples {
  static let taste = """
    let x = [1, 2, 3]                       # shape [3], float64
    let A = normal(2, 3)
    A @ x
    A[:, 1]
    sum(A, axis: 0)

    fn sigmoid(t) = 1 / (1 + exp(-t))
    fn encode(x: [n, 784]) -> [n, 2] = x @ W + b      # shapes may be written
    fn kl_gauss(μ, logvar) {
        let t = 1 + logvar - μ^2 - exp(logvar)
        -sum(t, axis: -1) / 2
    }
    let double = t -> 2 * t

    if mean(x) > 0 { "up" } else { "down" }
    for i in 0..5 { print("step {i}: {x[0]:.3f}") }
    [i^2 for i in 0..10]

    grad(sigmoid)(0)                        # 0.25      also ∇sigmoid(0)
    grad(f, wrt: (W, b))

    model Dense(n, m, act = identity) {
        param W = glorot(n, m)
        param b = zeros(m)
        fn (x: [..., n]) -> [..., m] = act(x @ W + b)
    }
    let encoder = Dense(784, 100, selu) >> Dense(100, 30, selu)

    let opt = adam(1e-3)
    for batch in batches(X, 32) {
        record loss = descend mse(ae(batch), batch) over ae with opt
    }

    let q = Normal(0, 2)
    let z ~ q
    sum(logp(q, z))
    expect(q, z -> z^2)
    """

  static let gan = """
    param θ = -1.0
    fn G(z) = z + θ
    model Logistic() {
        param φ = [0.0, 0.0]
        fn (x) = sigmoid(φ[0] + φ[1] * x)
    }
    let D = Logistic()
    fn cross_entropy(real, fake) = -mean(log(D(real))) - mean(log(1 - D(fake)))
    repeat 500 {
        let real = 2 + normal(64)
        let z = normal(64)
        record cost = descend cross_entropy(real, G(z)) over D with sgd(0.3)
        ascend cross_entropy(real, G(z)) over θ with sgd(0.3)
        record θ
    }
    print("θ = {θ:.2f}", θ ≈ 2 within 0.3)
    """

  static let network = """
    ## A layer with a memory of its mean.
    model Norm(n, rate = 0.9) {
        param scale = ones(n)
        state seen = zeros(n)
        let size = n
        fn (x: [batch, n]) -> [batch, n] {
            let centred = x - (if training { mean(x, axis: 0) } else { seen })
            centred / √(mean(centred², axis: 0) + 1e-5) · scale
        }
        fn remember(x) = mean(x, axis: 0)
    }
    var (best, round) = (∞, 0)
    while round < 10 and not done {
        let (loss, (dW, _)) = value_and_grad(f)(W, b)
        if loss < best {
            best = loss
        } else if loss ≥ 2 * best or loss ≠ loss {
            break
        }
        else { continue }
        together {
            descend loss over (W, b) with adam(1e-3)
            ascend ‖W‖² over λ with sgd(.1)
        }
        update (key, query) by (k, q) -> m * k + (1 - m) * q
        round = round + 1
    }
    let rows = [f(i, j) for i in 0..n by 2 if i mod 3 == 0 for (j, _) in pairs]
    let part = X[..., 2.., :]
    """
}
