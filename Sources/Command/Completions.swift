// The completion scripts of the shells, made from the rows.
import Diagnostics
import Session

enum CompletionsVerb {
  static func perform(_ job: Job) -> Ending {
    guard let shell = job.operands.first else { return .wrongUsage }
    guard let script = Shell(rawValue: shell)?.script(in: job.language) else {
      let near = Suggestions.nearest(to: shell, among: Shell.allCases.map(\.rawValue), limit: 1)
      let wanted: Phrase = .words(Verb.Operands.shell.wanted)
      job.complain(
        Diagnostic(
          .optionValue, at: .nowhere,
          ["option": .text("completions"), "value": .text(shell), "wanted": wanted],
          notes: CommandWords.suggestion(near)))
      return .wrongUsage
    }
    job.output.write(script)
    return .finished
  }
}

/// The shells that there are scripts for.
enum Shell: String, CaseIterable {
  case bash
  case zsh
  case fish

  func script(in language: Language) -> String {
    switch self {
    case .bash: bash()
    case .zsh: zsh(language)
    case .fish: fish(language)
    }
  }

  private static var verbs: String { Verb.all.map(\.name).joined(separator: " ") }

  /// What there is help about, as far as it is spelled in ASCII.
  private static var topics: String {
    let topics = Session.reference()?.topics ?? []
    let names = Verb.all.map(\.name) + topics.map(\.slug) + topics.flatMap { $0.entries.map(\.name) }
    var seen: Set<String> = []
    let plain = names.filter { name in
      seen.insert(name).inserted && name.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "'") && $0 > 0x20 }
    }
    return plain.joined(separator: " ")
  }

  // MARK: bash

  private func bash() -> String {
    let shared = CommandOption.shared
    let values = CommandOption.all.compactMap { found -> String? in
      guard let wanted = found.option.wanted else { return nil }
      let reply =
        if !wanted.choices.isEmpty {
          "COMPREPLY=($(compgen -W '\(wanted.choices.joined(separator: " "))' -- \"$word\"))"
        } else {
          wanted.isFolder ? "COMPREPLY=($(compgen -d -- \"$word\"))" : "COMPREPLY=()"
        }
      return "    \(found.option.written)) \(reply); return ;;"
    }
    let operands = Verb.all.map { verb in
      let own = verb.options.map(\.written).joined(separator: " ")
      let reply =
        switch verb.operands {
        case .files, .lesson: "_aula_files"
        case .shell: "words='\(Shell.allCases.map(\.rawValue).joined(separator: " "))'"
        case .topic: "words='\(Shell.topics)'"
        case .newLesson: "words='lesson'"
        case .code, .none: "words=''"
        }
      return "    \(verb.name)) own='\(own)'; [[ $word == -* ]] || \(reply) ;;"
    }
    return """
      # Completion of `aula` for bash; made by `aula completions bash`.
      _aula_files() {
        local file
        while IFS= read -r file; do COMPREPLY+=("$file"); done < <(compgen -d -- "$word"; compgen -f -X '!*.@(aula|md)' -- "$word")
        compopt -o filenames 2>/dev/null
      }

      _aula() {
        local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} verb='' own='' words='' index
        COMPREPLY=()
        # bash cuts words at `=`.
        if [[ $word == '=' ]]; then word=''; elif [[ $before == '=' ]]; then before=${COMP_WORDS[COMP_CWORD - 2]}; fi
        case $before in
      \(values.joined(separator: "\n"))
        esac
        for ((index = 1; index < COMP_CWORD; index++)); do
          case " \(Shell.verbs) " in *" ${COMP_WORDS[index]} "*) verb=${COMP_WORDS[index]}; break ;; esac
        done
        case $verb in
          '') words='\(Shell.verbs)' ;;
      \(operands.joined(separator: "\n"))
        esac
        if [[ $word == -* ]]; then words="\(shared.map(\.written).joined(separator: " ")) $own"; fi
        [[ -z $words ]] || COMPREPLY+=($(compgen -W "$words" -- "$word"))
      }
      shopt -s extglob
      complete -F _aula aula

      """
  }

  // MARK: zsh

  private func zsh(_ language: Language) -> String {
    func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
    func plain(_ text: String) -> String {
      text.replacing("\\", with: "\\\\").replacing("[", with: "\\[").replacing("]", with: "\\]").replacing(
        ":", with: "\\:")
    }
    func spec(_ option: CommandOption) -> [String] {
      var value = ""
      if let wanted = option.wanted {
        let action =
          !wanted.choices.isEmpty ? "(\(wanted.choices.joined(separator: " ")))" : wanted.isFolder ? "_files -/" : " "
        value = ":\(wanted.placeholder):\(action)"
      }
      let mark = option.wanted == nil ? "" : "="
      let long = quoted("\(option.written)\(mark)[\(plain(option.words(language)))]\(value)")
      guard let letter = option.letter else { return [long] }
      return [quoted("-\(letter)[\(plain(option.words(language)))]"), long]
    }
    let verbs = Verb.all.map { quoted("\($0.name):\(plain($0.summary(language)))") }
    let operands = Verb.all.map { verb in
      let own = verb.options.flatMap(spec).joined(separator: " ")
      let rest =
        switch verb.operands {
        case .files, .lesson: "'*:FILE:_files -g \"*.(aula|md)\"'"
        case .shell: "'1:SHELL:(\(Shell.allCases.map(\.rawValue).joined(separator: " ")))'"
        case .topic: "'1:TOPIC:(\(Shell.topics))'"
        case .newLesson: "'1:lesson:(lesson)' '2:NAME: '"
        case .code: "'*:CODE: '"
        case .none: ""
        }
      return "      \(verb.name)) _arguments -s $shared \(own) \(rest) ;;"
    }
    return """
      #compdef aula
      # Completion of `aula` for zsh; made by `aula completions zsh`.
      _aula() {
        local state line
        local -a shared verbs
        shared=(
          \(CommandOption.shared.flatMap(spec).joined(separator: "\n    "))
        )
        verbs=(
          \(verbs.joined(separator: "\n    "))
        )
        _arguments -s -C $shared '1:VERB:->verb' '*::WORD:->words'
        case $state in
          verb) _describe VERB verbs ;;
          words)
            case $line[1] in
      \(operands.joined(separator: "\n"))
            esac ;;
        esac
      }
      if [[ $funcstack[1] == _aula ]]; then _aula "$@"; else compdef _aula aula; fi

      """
  }

  // MARK: fish

  private func fish(_ language: Language) -> String {
    func quoted(_ text: String) -> String {
      "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
    }
    var lines = ["# Completion of `aula` for fish; made by `aula completions fish`.", "complete -c aula -f"]
    let none = "'not __fish_seen_subcommand_from \(Shell.verbs)'"
    for verb in Verb.all {
      lines.append("complete -c aula -n \(none) -a \(verb.name) -d \(quoted(verb.summary(language)))")
    }
    for (option, owner) in CommandOption.all {
      var line = "complete -c aula"
      if let owner { line += " -n '__fish_seen_subcommand_from \(owner.name)'" }
      line += " -l \(option.name)"
      if let letter = option.letter { line += " -s \(letter)" }
      if let wanted = option.wanted {
        line += wanted.isFolder ? " -x -a '(__fish_complete_directories)'" : " -x"
        if !wanted.choices.isEmpty { line += " -a '\(wanted.choices.joined(separator: " "))'" }
      }
      lines.append(line + " -d \(quoted(option.words(language)))")
    }
    for verb in Verb.all {
      let condition = "complete -c aula -n '__fish_seen_subcommand_from \(verb.name)'"
      switch verb.operands {
      case .files, .lesson: lines.append(condition + " -F")
      case .shell: lines.append(condition + " -a '\(Shell.allCases.map(\.rawValue).joined(separator: " "))'")
      case .topic: lines.append(condition + " -a '\(Shell.topics)'")
      case .newLesson: lines.append(condition + " -a lesson")
      case .code, .none: break
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
