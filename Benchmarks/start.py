# From the start of `aula` to its prompt, through a pseudo-terminal, and the most memory it had by then:
#   python3 Benchmarks/start.py /path/to/aula
import os
import pty
import statistics
import sys
import tempfile
import time


def once(program, home):
    """Milliseconds to the prompt, and megabytes."""
    begin = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(HOME=home, TERM="xterm", LC_ALL="C.UTF-8")
        os.execv(program, [program])
    seen = b""
    while b"> " not in seen:
        seen += os.read(terminal, 4096)
    seconds = time.perf_counter() - begin
    with open(f"/proc/{child}/status") as status:
        peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
    os.write(terminal, b"\x04")
    try:
        while os.read(terminal, 4096):
            pass
    except OSError:
        pass
    os.waitpid(child, 0)
    return seconds * 1000, peak / 1024


with tempfile.TemporaryDirectory() as home:
    runs = [once(sys.argv[1], home) for _ in range(21)]
print(f"to the prompt: {statistics.median(run[0] for run in runs):.1f} ms (median of 21), {max(run[1] for run in runs):.1f} MB")
