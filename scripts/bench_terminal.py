"""How soon Ctrl-C stops an answer, and what drawing an answer costs.

    python -m scripts.bench_terminal [--runs 15]

Runs the real program with the embedded model in a pseudo-terminal, presses Ctrl-C in the middle
of an answer, and takes the time until the screen says "interrupted". Then draws one answer of 200
pieces of text on a terminal that goes nowhere, and takes the processor's time of a piece.
"""

from __future__ import annotations

import argparse
import io
import random
import statistics
import tempfile
import time
from pathlib import Path

from rich.console import Console

from mathviz_chat.core.verdict import Verdict
from mathviz_chat.ui.layout import Layout
from mathviz_chat.ui.render import FRAME_S, AnswerView
from tests.ui.terminal_fixtures import model_events, step
from tests.ui.terminal_session import CTRL_C, CTRL_D, ENTER, TerminalSession

STORY = "Tell me a very long story about numbers."
PIECES = 200


def interrupt_times(runs: int) -> list[float]:
    """Seconds from Ctrl-C to "interrupted", at random moments of an answer."""
    rng = random.Random("ctrl-c")
    times = []
    with tempfile.TemporaryDirectory() as folder:
        flags = ["--backend", "llamacpp"]
        with TerminalSession(flags, Path(folder), columns=80, rows=50) as terminal:
            terminal.wait_for_prompt()
            for _ in range(runs):
                terminal.send("/clear" + ENTER)
                terminal.wait_for_prompt()
                begun = terminal.window.text.count(f"> {STORY}")
                stopped = terminal.window.text.count("interrupted")
                terminal.send(STORY + ENTER)
                terminal.wait_for(f"> {STORY}", times=begun + 1)
                time.sleep(rng.uniform(0.0, 2.0))
                terminal.send(CTRL_C)
                times.append(terminal.wait_for("interrupted", times=stopped + 1))
                terminal.wait_for_prompt()
            terminal.send(CTRL_D)
            terminal.wait_for_end()
    return times


def drawing_ms() -> float:
    """Processor time of one piece of text, in ms, drawn as often as at 100 pieces a second."""
    line = "Subtract 7 from both sides of the equation: $3x = \\frac{30}{2}$\n"
    text = (line * 40)[: PIECES * 4]
    events = list(model_events(text, [step(Verdict.PROVED)] * 40, chunk=4))
    console = Console(file=io.StringIO(), force_terminal=True, width=80, height=24)
    view = AnswerView(Layout(console))
    every = max(1, round(100 * FRAME_S))
    begun = time.process_time()
    for number, event in enumerate(events):
        view.take(event)
        if number % every == 0:
            view.tick()
    view.finish()
    return (time.process_time() - begun) / PIECES * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    drawing_ms()  # imports
    print(f"drawing: {drawing_ms():.3f} ms of processor time a piece of text")
    times = sorted(interrupt_times(runs))
    print(
        f"Ctrl-C to 'interrupted' on the embedded model, {runs} runs: "
        f"median {statistics.median(times) * 1000:.0f} ms, worst {times[-1] * 1000:.0f} ms"
    )


if __name__ == "__main__":
    main()
