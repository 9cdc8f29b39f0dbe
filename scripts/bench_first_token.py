"""The time from Enter to the first token of ``-q``, against a script that calls llama.cpp directly.

    python -m scripts.bench_first_token [--runs 15] [--model FILE]

Both are fresh processes with the same file, messages, context and threads; the time is that from
before the process is started to the first piece of text in it. Each run takes the script, the
program and the script again, so that a busy moment meets all; medians are compared, the script
with itself beside it. Ends in 1 where the program needs more than 150 ms more. Takes a minute.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time

from mathviz_chat.backends.llamacpp.cores import physical_cores
from mathviz_chat.catalogue import embedded_model

BOUND_MS = 150
QUESTION = "Solve for x: 3x + 7 = 22"

SCRIPT = """
import sys, time
from llama_cpp import Llama
from mathviz_chat.prompts import SYSTEM_PROMPT
model, threads, question = sys.argv[1:]
many = int(threads)
llama = Llama(model, n_ctx=4096, n_threads=many, n_threads_batch=many, verbose=False)
messages = [{"role": "system", "content": SYSTEM_PROMPT}, {"role": "user", "content": question}]
for part in llama.create_chat_completion(messages, max_tokens=2, temperature=0, stream=True):
    if part["choices"][0]["delta"].get("content"):
        print(time.monotonic(), flush=True)
"""

# The program as it is, but for a note of the time when the first piece of text has come.
PROGRAM = """
import sys, time
from mathviz_chat import choose
opened = choose._OPENERS["llamacpp"]
def open_timed(model, settings):
    backend = opened(model, settings)
    stream = backend.stream
    def timed(request, cancel):
        for item in stream(request, cancel):
            print(time.monotonic(), flush=True)
            yield item
    backend.stream = timed
    return backend
choose._OPENERS["llamacpp"] = open_timed
model, question = sys.argv[1:]
sys.argv[1:] = ["--model", model, "--max-tokens", "2", "--solver", "model", "-q", question]
from mathviz_chat.__main__ import main
main()
"""


def seconds(command: list[str]) -> float:
    """From before the start of the process to the time that its first line of output tells."""
    begin = time.monotonic()
    output = subprocess.run(command, capture_output=True, text=True)
    if not output.stdout:
        raise RuntimeError(f"{command[2][:60]!r} printed nothing: {output.stderr}")
    return float(output.stdout.split()[0]) - begin


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--model", default=str(embedded_model()))
    arguments = parser.parse_args()
    script = [sys.executable, "-c", SCRIPT, arguments.model, str(physical_cores()), QUESTION]
    program = [sys.executable, "-c", PROGRAM, arguments.model, QUESTION]
    seconds(script), seconds(program)  # the files are in memory from here on
    times = [(seconds(script), seconds(program), seconds(script)) for _ in range(arguments.runs)]
    first, ours, second = (1000 * statistics.median(column) for column in zip(*times, strict=True))
    more = statistics.median(1000 * (b - (a + c) / 2) for a, b, c in times)
    itself = statistics.median(1000 * abs(c - a) for a, _, c in times)
    print(f"script {first:.0f} ms and again {second:.0f} ms; mathviz-chat -q {ours:.0f} ms")
    print(f"more: {more:.0f} ms (at most {BOUND_MS}); script against itself: ±{itself:.0f} ms")
    return 0 if more <= BOUND_MS else 1


if __name__ == "__main__":
    raise SystemExit(main())
