// The style sheet of a lesson's page: reading width, light and dark, phones, paper.
import Figures

enum PageStyle {
  /// That of the pictures: they are not to lie on the page like stickers.
  private static func paper(_ isDark: Bool) -> String { Palette.colour(of: .paper, isDark: isDark).hexadecimal }

  static let text = """
    :root {
      --paper: \(paper(false)); --ink: #1f2328; --quiet: #59616b; --line: #dcdfe3; --code: #f5f6f8; --accent: #2a5d9f;
      --good: #1f6f43; --bad: #b3261e; --doubt: #835400; --word: #7a3e9d; --number: #0b6069; --string: #2c652c; --call: #1d5fa8;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: \(paper(true)); --ink: #e4e3df; --quiet: #a3a9b0; --line: #353b43; --code: #1c2027; --accent: #8fb8ec;
        --good: #7fce9f; --bad: #ff9a90; --doubt: #e8bd6a; --word: #d2a8ee; --number: #7fd0d8; --string: #a4d29a; --call: #93c0f5;
      }
    }
    * { box-sizing: border-box; }
    html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; }
    body {
      margin: 0; overflow-wrap: break-word;
      font: 1.1rem/1.62 "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", Georgia, serif;
    }
    main { max-width: 45rem; margin: 0 auto; padding: 3.5rem 1.25rem 6rem; }
    h1 { font-size: 2.3rem; line-height: 1.18; margin: 0 0 0.5rem; letter-spacing: -0.012em; text-wrap: balance; }
    h2 { font-size: 1.45rem; line-height: 1.3; margin: 3.2rem 0 0.8rem; text-wrap: balance; }
    h3, h4, h5, h6 { font-size: 1.14rem; margin: 2.2rem 0 0.6rem; }
    p, ul, ol, blockquote, .formula { margin: 1rem 0; }
    ul, ol { padding-left: 1.5rem; } li { margin: 0.3rem 0; }
    a { color: var(--accent); text-underline-offset: 0.15em; }
    hr { border: 0; border-top: 1px solid var(--line); margin: 2.4rem 0; }
    blockquote { margin-left: 0; padding-left: 1rem; border-left: 3px solid var(--line); color: var(--quiet); }
    .about { color: var(--quiet); font-size: 0.95rem; margin: 0 0 1.8rem; }
    nav { font-size: 0.95rem; margin: 0 0 2.2rem; padding: 0.7rem 0; border: solid var(--line); border-width: 1px 0; }
    nav ol { margin: 0; padding-left: 1.4rem; columns: 16rem; column-gap: 2rem; }
    nav li { margin: 0; break-inside: avoid; } nav li::marker { color: var(--quiet); }
    nav a { text-decoration: none; } nav a:hover { text-decoration: underline; }
    code, pre {
      font-family: ui-monospace, "SF Mono", "Cascadia Code", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.8em;
    }
    p code, li code, th code, td code { background: var(--code); padding: 0.1em 0.3em; border-radius: 4px; }
    pre { line-height: 1.55; overflow-x: auto; margin: 1.1rem 0; padding: 0.8rem 1rem; border-radius: 6px; tab-size: 4; }
    pre code { font-size: inherit; }
    pre.program { background: var(--code); }
    pre.output { margin: 0.7rem 0; padding: 0 1rem; border-radius: 0; box-shadow: inset 2px 0 var(--line); }
    pre.output + pre.output { margin-top: -0.7rem; padding-top: 0.5rem; }
    pre.problem { border: 1px solid var(--doubt); }
    pre.error { border-color: var(--bad); }
    .word { color: var(--word); } .number { color: var(--number); } .text { color: var(--string); }
    .call { color: var(--call); } .comment { color: var(--quiet); font-style: italic; }
    .value { font-variant-numeric: tabular-nums; }
    .scroll { overflow-x: auto; }
    figure { margin: 1.2rem 0; }
    figure svg { display: block; margin: 0 auto; max-width: 100%; height: auto; }
    math { font-family: "STIX Two Math", "Latin Modern Math", "Libertinus Math", "Cambria Math", "XITS Math", math; }
    .formula { text-align: center; padding: 0.3rem 0; overflow-y: hidden; }
    table { border-collapse: collapse; font-size: 0.95rem; margin: 0.6rem 0; font-variant-numeric: tabular-nums; }
    caption { text-align: left; color: var(--quiet); padding-bottom: 0.3rem; }
    th, td { text-align: left; vertical-align: baseline; padding: 0.3rem 1.2rem 0.3rem 0; border-bottom: 1px solid var(--line); }
    th:last-child, td:last-child { padding-right: 0; }
    th { font-weight: 600; } thead th { color: var(--quiet); } tr.total td { border-top: 2px solid var(--line); font-weight: 600; }
    .right { text-align: right; } .centre { text-align: center; } .left { text-align: left; }
    details { margin: 0.5rem 0; }
    summary { cursor: pointer; color: var(--quiet); list-style: none; }
    summary::-webkit-details-marker { display: none; }
    summary::after { content: "\\203A"; display: inline-block; margin-left: 0.5em; color: var(--quiet); }
    details[open] > summary::after { transform: rotate(90deg); }
    summary:hover { color: var(--accent); }
    summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 3px; }
    .check { margin: 0.35rem 0; padding: 0.05rem 0 0.05rem 1rem; box-shadow: inset 2px 0 var(--good); }
    .check > summary { color: var(--ink); }
    .check .mark { font-weight: 700; color: var(--good); }
    .check.failed, .check.error { box-shadow: inset 2px 0 var(--bad); }
    .check.failed > summary .mark, .check.failed > .headline .mark, .check.error > summary .mark,
    .check.error > .headline .mark, tr.failed .mark, tr.error .mark { color: var(--bad); }
    .check.undecided, .check.open { box-shadow: inset 2px 0 var(--doubt); }
    .check.undecided > summary .mark, .check.open > summary .mark, tr.undecided .mark, tr.open .mark { color: var(--doubt); }
    .check p { margin: 0.3rem 0; } .headline { margin: 0.2rem 0; }
    .more { color: var(--quiet); font-size: 0.92rem; }
    .findings th { font-weight: 400; color: var(--quiet); white-space: nowrap; }
    .derivation { min-width: 36rem; } .derivation code { background: none; padding: 0; white-space: pre-wrap; }
    .derivation .relation, .derivation .right { white-space: nowrap; } .derivation .relation { padding-right: 0.6rem; }
    .prediction { margin: 1.2rem 0; padding: 0.1rem 0 0.1rem 1rem; box-shadow: inset 2px 0 var(--accent); }
    .question { margin: 0.3rem 0; font-style: italic; }
    .exercise { margin: 1.8rem 0; padding: 0.9rem 1.2rem 1rem; border: 1px solid var(--line); border-radius: 8px; }
    .exercise details { margin: 0.35rem 0 0; } .exercise details p { margin: 0.3rem 0 0.6rem; }
    .headline .more { margin-left: 0.4rem; }
    /* Long lines may use the margin that a wide window has. */
    @media screen and (min-width: 50rem) {
      main > pre.program, main > pre.problem { width: max-content; min-width: 100%; max-width: calc(50vw + 19rem); }
    }
    @media (max-width: 34rem) {
      body { font-size: 1.03rem; } main { padding: 1.5rem 1rem 4rem; } h1 { font-size: 1.8rem; }
      p { overflow-x: auto; overflow-y: hidden; } /* a formula may be wider than a phone */
      pre { padding: 0.7rem 0.8rem; } .exercise { padding: 0.5rem 0.8rem 0.8rem; }
    }
    @media print {
      :root {
        --paper: #fff; --ink: #000; --quiet: #444; --line: #bbb; --code: #f5f5f5; --accent: #234;
        --good: #145a32; --bad: #8e1b14; --doubt: #6b4700; --word: #5b2c78; --number: #0b4f55; --string: #234f23; --call: #17477d;
      }
      body { font-size: 10.5pt; } main { max-width: none; padding: 0; } nav, summary::after { display: none; }
      pre { white-space: pre-wrap; overflow-x: visible; } .scroll { overflow-x: visible; } .derivation { min-width: 0; }
      pre, figure, tr, .check, .prediction, .formula { break-inside: avoid; } h1, h2, h3, .headline, summary { break-after: avoid; }
      p { orphans: 3; widows: 3; }
      a { color: inherit; text-decoration: none; }
      details::details-content { content-visibility: visible; block-size: auto; }
    }
    """
}
