// recurrent.aula as text. Made by scripts/embed-library.sh; edit Sources/Session/Library/recurrent.aula instead.

extension LibraryTexts {
  static let recurrent = LibraryText(
    name: "recurrent.aula",
    names: ["scan", "RNN", "GRU", "LSTM", "last_state", "RepeatVector"],
    text: ###"""
      # Layers for sequences.
      # Sequences are tensors [batch, time, n]. A recurrent layer reads them step by step and gives all its hidden states
      # [batch, time, hidden]; `last_state` takes the last one, `RepeatVector` begins the way back from one vector to a
      # sequence.

      ## The states that `f` goes through from `start`, one for each element of `xs`: like `reduce`, but all of them, as a
      ## tuple.
      ##     scan((sum, x) -> sum + x, 0, (1, 2, 3))   # (1, 3, 6)
      fn scan(f, start, xs) {
          var now = start
          (if true { now = f(now, x); now } for x in xs)
      }

      ## The simplest memory: h′ = act(x @ W + h @ U + b) at each step.
      ##     let layer = RNN(3, 8)
      ##     layer(zeros(5, 10, 3)).shape   # (5, 10, 8)
      ##     layer.step(zeros(5, 3), zeros(5, 8)).shape   # (5, 8)
      model RNN(n, hidden, act = tanh) {
          param W = glorot(n, hidden)
          param U = orthogonal(hidden, hidden)
          param b = zeros(hidden)

          ## The hidden state after one more input.
          fn step(x: [batch, n], h: [batch, hidden]) -> [batch, hidden] = act(x @ W + h @ U + b)

          fn (x: [batch, time, n], start = zeros(count(x), hidden)) -> [batch, time, hidden] =
              stack(scan((h, t) -> step(x[:, t], h), start, 0..time), axis: 1)
      }

      ## A memory with two gates (Cho and others, 2014): r = σ(…) says how much of the past a proposal c looks at, z = σ(…)
      ## how much of the past stays: h′ = z ⊙ h + (1 - z) ⊙ c, with c = tanh(x @ W_c + b_c + r ⊙ (h @ U_c + d)). W, U and b
      ## hold the columns of r, z and c side by side.
      ##     let net = GRU(3, 8) >> last_state >> Dense(8, 1)
      ##     net(zeros(5, 10, 3)).shape   # (5, 1)
      model GRU(n, hidden) {
          param W = concatenate(glorot(n, hidden), glorot(n, hidden), glorot(n, hidden), axis: 1)
          param U = concatenate(
              orthogonal(hidden, hidden), orthogonal(hidden, hidden), orthogonal(hidden, hidden), axis: 1
          )
          param b = zeros(3 * hidden)
          param d = zeros(hidden)

          ## The hidden state after one more input.
          fn step(x: [batch, n], h: [batch, hidden]) -> [batch, hidden] {
              let new = x @ W + b
              let old = h @ U
              let gates = sigmoid(new[:, 0..2 * hidden] + old[:, 0..2 * hidden])
              let r = gates[:, 0..hidden]
              let z = gates[:, hidden..2 * hidden]
              let proposal =
                  tanh(new[:, 2 * hidden..3 * hidden] + r * (old[:, 2 * hidden..3 * hidden] + d))
              z * h + (1 - z) * proposal
          }

          fn (x: [batch, time, n], start = zeros(count(x), hidden)) -> [batch, time, hidden] =
              stack(scan((h, t) -> step(x[:, t], h), start, 0..time), axis: 1)
      }

      ## A memory with three gates and a cell beside the hidden state (Hochreiter and Schmidhuber, 1997; Gers and others,
      ## 2000): c′ = f ⊙ c + i ⊙ g and h′ = o ⊙ tanh(c′), with the gates i, f, o = σ(…) and the proposal g = tanh(…) of x @
      ## W + h @ U + b. W, U and b hold the columns of i, f, g and o side by side; b begins with 1 for f, so that the cell
      ## remembers.
      ##     let layer = LSTM(3, 8)
      ##     layer(zeros(5, 10, 3)).shape   # (5, 10, 8)
      ##     layer.final(zeros(5, 10, 3)).c.shape   # (5, 8)
      model LSTM(n, hidden) {
          param W = concatenate(
              glorot(n, hidden), glorot(n, hidden), glorot(n, hidden), glorot(n, hidden), axis: 1
          )
          param U = concatenate(
              orthogonal(hidden, hidden),
              orthogonal(hidden, hidden),
              orthogonal(hidden, hidden),
              orthogonal(hidden, hidden),
              axis: 1
          )
          param b = concatenate(zeros(hidden), ones(hidden), zeros(2 * hidden))

          ## The hidden state and the cell after one more input.
          fn step(x: [batch, n], before) {
              let (h, c) = before
              let all = x @ W + h @ U + b
              let i = sigmoid(all[:, 0..hidden])
              let f = sigmoid(all[:, hidden..2 * hidden])
              let g = tanh(all[:, 2 * hidden..3 * hidden])
              let o = sigmoid(all[:, 3 * hidden..4 * hidden])
              let c′ = f * c + i * g
              (h: o * tanh(c′), c: c′)
          }

          fn start(size) = (h: zeros(size, hidden), c: zeros(size, hidden))

          ## The hidden state and the cell after the last step, as `start` of another sequence takes them.
          fn final(x: [batch, time, n], from = start(count(x))) =
              reduce((s, t) -> step(x[:, t], s), from, 0..time)

          fn (x: [batch, time, n], from = start(count(x))) -> [batch, time, hidden] =
              stack((s.h for s in scan((s, t) -> step(x[:, t], s), from, 0..time)), axis: 1)
      }

      ## The hidden state after the last step, of all hidden states [batch, time, hidden].
      ##     let net = RNN(3, 8) >> last_state >> Dense(8, 1)
      ##     last_state([[[1], [2], [3]]])   # [[3]]
      fn last_state(states: [batch, time, hidden]) -> [batch, hidden] = states[:, -1]

      ## One vector for each row, said at each of `steps` steps: what a decoder from a vector to a sequence reads.
      ##     let decoder = RepeatVector(10) >> GRU(4, 8) >> Dense(8, 1)
      ##     decoder(zeros(5, 4)).shape   # (5, 10, 1)
      model RepeatVector(steps) {
          fn (x: [batch, n]) -> [batch, steps, n] = stack((x for i in 0..steps), axis: 1)
      }

      """###)
}
