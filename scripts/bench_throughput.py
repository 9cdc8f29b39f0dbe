"""Tokens per second of a whole answer, checked and rendered, against a script that does neither.

    python -m scripts.bench_throughput [--pairs 20] [--model FILE ...]

The script calls llama-cpp-python directly. Both have loaded the same file, with the same threads,
context and messages; they answer in turn, greedily, 200 tokens at most, and the rate is that of
the whole answer, from asking to its last token. The program's answer goes through Session with a
warm worker and is drawn on a pseudo-terminal of 80 columns. Prints the median ratio of the pairs,
and that of the script against itself; ends in 1 where it is below 0.97. Two minutes for SmolLM2.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import pty
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from mathviz_chat.backends.llamacpp import LlamaCppBackend
from mathviz_chat.backends.llamacpp.cores import physical_cores
from mathviz_chat.catalogue import embedded_model
from mathviz_chat.events import Event, Stats

BOUND = 0.97
TOKENS = 200
CONTEXT = 2048
QUESTION = (  # most models give it a long answer
    "Solve 3x + 7 = 22 and check the answer. Then make up three similar equations and solve each."
)


def answer_bare(model: str, threads: int) -> None:
    """The script: for each line of input one answer, and its tokens and seconds printed."""
    from llama_cpp import Llama

    from mathviz_chat.prompts import SYSTEM_PROMPT

    llama = Llama(model, n_ctx=CONTEXT, n_threads=threads, n_threads_batch=threads, verbose=False)
    messages = [
        {"role": "system", "content": SYSTEM_PROMPT},
        {"role": "user", "content": QUESTION},
    ]
    for _ in sys.stdin:
        begin = time.perf_counter()
        parts = llama.create_chat_completion(
            messages, max_tokens=TOKENS, temperature=0, stream=True
        )
        tokens = sum("content" in part["choices"][0]["delta"] for part in parts)
        print(tokens, time.perf_counter() - begin, flush=True)


def answer_checked(model: str, threads: int) -> None:
    """The program: the same, through Session and the terminal's renderer."""
    from rich.console import Console

    from mathviz_chat.engine import Session
    from mathviz_chat.messages import Options
    from mathviz_chat.ui.render import Renderer
    from mathviz_chat.worker import Limits, Worker

    screen, terminal = pty.openpty()
    threading.Thread(target=_drain, args=(screen,), daemon=True).start()
    console = Console(file=os.fdopen(terminal, "w"), force_terminal=True, width=80, height=24)
    worker = Worker(Limits())
    worker.start()
    session = Session(
        LlamaCppBackend(Path(model), num_ctx=CONTEXT, threads=threads),
        worker,
        backend_named=True,
        solver="model",
        options=Options(max_tokens=TOKENS),
    )
    for _ in sys.stdin:
        timed = Timed(session.ask(QUESTION))
        Renderer(console).show(timed)
        session.undo()
        print(timed.tokens, timed.seconds, flush=True)
    session.close()


class Timed:
    """Passes events on; the tokens of the answer and the seconds from asking to its last one."""

    def __init__(self, events: Iterator[Event]) -> None:
        self._events = events
        self._begin = time.perf_counter()
        self.tokens, self.seconds = 0, 0.0

    def __iter__(self) -> Iterator[Event]:
        for event in self._events:
            if isinstance(event, Stats):
                self.tokens = event.statistics.tokens or 0
                self.seconds = time.perf_counter() - self._begin
            yield event


def _drain(screen: int) -> None:
    with contextlib.suppress(OSError):  # how Linux reports the end of a pseudo-terminal
        while os.read(screen, 65536):
            pass


class Answerer:
    """A process that has loaded the model and answers when it is told to."""

    def __init__(self, what: str, model: str, threads: int) -> None:
        self._process = subprocess.Popen(
            [
                *(sys.executable, "-m", "scripts.bench_throughput", "--as", what),
                *("--threads", str(threads), "--model", model),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.rate()  # the model is loaded and the prompt read, for what follows

    def rate(self) -> tuple[int, float]:
        """Answer once; tokens, and tokens per second."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        tokens, seconds = self._process.stdout.readline().split()
        return int(tokens), int(tokens) / float(seconds)

    def close(self) -> None:
        self._process.communicate()


def compare(model: str, pairs: int, threads: int) -> bool:
    """Print the ratios for one model; whether the bound is met."""
    script, again, program = (
        Answerer(what, model, threads) for what in ("bare", "bare", "checked")
    )
    ours, itself = [], []
    for _ in range(pairs):
        tokens, bare = script.rate()
        checked_tokens, checked = program.rate()
        _, bare_again = again.rate()
        ours.append((bare, checked, checked / bare))
        itself.append(bare_again / bare)
    for answerer in (script, again, program):
        answerer.close()
    bare, checked, ratio = (statistics.median(column) for column in zip(*ours, strict=True))
    print(
        f"{Path(model).name}: script {bare:.1f} tokens/s ({tokens} tokens), mathviz-chat "
        f"{checked:.1f} ({checked_tokens} tokens), {threads} threads"
    )
    print(f"  ratio {ratio:.3f} (at least {BOUND}); {_spread([r for *_, r in ours])}")
    print(f"  script against itself {statistics.median(itself):.3f}; {_spread(itself)}")
    return bool(ratio >= BOUND)


def _spread(ratios: Sequence[float]) -> str:
    low, _, high = statistics.quantiles(ratios, n=4)
    return f"half of the pairs from {low:.3f} to {high:.3f}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=int, default=20)
    parser.add_argument("--threads", type=int, default=physical_cores())
    parser.add_argument("--model", action="append", help="a GGUF file; by default the embedded one")
    parser.add_argument("--as", dest="what", choices=["bare", "checked"], help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    models = arguments.model or [str(embedded_model())]
    if arguments.what is not None:
        answer = answer_bare if arguments.what == "bare" else answer_checked
        answer(models[0], arguments.threads)
        return 0
    good = [compare(model, arguments.pairs, arguments.threads) for model in models]
    return 0 if all(good) else 1


if __name__ == "__main__":
    raise SystemExit(main())
