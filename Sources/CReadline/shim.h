// GNU readline, and the little around it that Swift cannot say by itself: its settings are global variables of C, which
// Swift 6 does not touch, and signals as a file are not part of the C library's module.
#pragma once
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <readline/history.h>
#include <readline/readline.h>

/// A file from which the signals of a set are read; -1 where the system gives none.
static inline int aula_signal_file(const sigset_t *set) { return signalfd(-1, set, SFD_CLOEXEC); }

typedef char **(*aula_completer)(const char *word, int start, int end);
typedef void (*aula_lister)(char **matches, int count, int longest);

// Words end at these bytes; letters beyond ASCII and the backslash of \theta belong to them.
#define AULA_BREAKS " \t\n\"'`@$><=;|&{}()[]+-*/^:~!?%,.#"

/// Whether the terminal itself shows what is typed.
static inline void aula_terminal_shows_keys(int shows) {
  struct termios settings;
  if (tcgetattr(0, &settings) != 0) return;
  settings.c_lflag = shows ? settings.c_lflag | ECHO | ICANON : settings.c_lflag & ~(tcflag_t)ECHO;
  tcsetattr(0, TCSANOW, &settings);
}

/// Before a line. Between two of them, too, the terminal itself shows nothing: a key that comes early would stand in the middle
/// of results. Readline has to be told that it shows keys all the same.
static inline void aula_readline_wake(int meta) {
  aula_terminal_shows_keys(0);
  rl_prep_terminal(meta);
  rl_tty_set_echoing(1);
}

/// Before the terminal becomes somebody else's.
static inline void aula_readline_rest(void) {
  rl_deprep_terminal();
  aula_terminal_shows_keys(1);
}

/// Before the first line: what this program is called in `.inputrc`, and that signals are none of readline's business.
static inline void aula_readline_begin(aula_completer complete, aula_lister list) {
  rl_readline_name = "aula";
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
  rl_change_environment = 0;
  rl_basic_word_break_characters = AULA_BREAKS;
  rl_completer_word_break_characters = (char *)AULA_BREAKS;
  rl_completer_quote_characters = "\"";
  rl_attempted_completion_function = complete;
  rl_completion_display_matches_hook = list;
  rl_sort_completion_matches = 0;
  rl_prep_term_function = aula_readline_wake;
  rl_instream = stdin;
  rl_outstream = stdout;
}

/// Reads the terminal's abilities and `.inputrc`. Readline reads letters by the locale, and looks at the variables again with
/// every line; where they name none, or only one with the letters of ASCII, letters are UTF-8 all the same.
static inline void aula_readline_initialize(void) {
  setlocale(LC_CTYPE, "");
  if (MB_CUR_MAX == 1) {
    setenv("LC_ALL", "C.UTF-8", 1);
    setlocale(LC_CTYPE, "C.UTF-8");
  }
  rl_initialize();
}

/// Lets a function of ours take what is pasted; it calls `aula_readline_paste` for readline's own way.
static inline void aula_readline_on_paste(int (*function)(int count, int key)) {
  rl_bind_keyseq_in_map("\033[200~", function, emacs_standard_keymap);
  rl_bind_keyseq_in_map("\033[200~", function, vi_insertion_keymap);
}
static inline void aula_readline_paste(int count, int key) { rl_bracketed_paste_begin(count, key); }

/// Puts another text in the place of the one being edited, the cursor behind it.
static inline void aula_readline_replace(const char *text) {
  rl_replace_line(text, 1);
  rl_point = rl_end;
}

/// Puts the cursor behind so many bytes of the text being edited.
static inline void aula_readline_go_to(int place) {
  if (place >= 0 && place <= rl_end) rl_point = place;
}

/// What holds for one answer to the completion key: nothing is added behind it, and file names are not tried.
static inline void aula_readline_own_completion(void) {
  rl_attempted_completion_over = 1;
  rl_completion_append_character = '\0';
  rl_completion_suppress_append = 1;
  rl_completion_suppress_quote = 1;
  rl_filename_completion_desired = 0;
  rl_sort_completion_matches = 0;
}

/// The text being edited up to the cursor, in bytes.
static inline const char *aula_readline_text(void) { return rl_line_buffer ? rl_line_buffer : ""; }
static inline int aula_readline_cursor(void) { return rl_point; }

/// Writes where readline writes.
static inline void aula_readline_print(const char *text) {
  fputs(text, rl_outstream);
  fflush(rl_outstream);
}

/// Whether a lone Escape was typed and readline waits for what it may begin.
static inline int aula_readline_is_after_escape(void) {
  return (rl_readline_state & RL_STATE_MULTIKEY) && rl_key_sequence_length == 1 && rl_executing_keyseq &&
         rl_executing_keyseq[0] == '\033';
}

/// Leaves a search or a key sequence, and puts the cursor behind the text, so that what is written next stands below it.
static inline void aula_readline_leave_line(void) {
  rl_callback_sigcleanup();
  rl_free_line_state();
  rl_point = rl_end;
  rl_mark = 0;
  rl_redisplay();
  rl_crlf();
  fflush(rl_outstream);
}

/// After the terminal was somebody else's: its settings and the line again.
static inline void aula_readline_resume(void) {
  aula_readline_wake(1);
  rl_forced_update_display();
}
