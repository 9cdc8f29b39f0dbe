"""Fuzz the reader: ``python scripts/fuzz_reader.py --inputs 100000 --seed 1``.

Inputs are grown from a corpus (the tables of ``docs/reading.md``) by mutation: pieces are inserted,
deleted, repeated, swapped and spliced. What reaches lines of the reader that no input reached
before joins the corpus (coverage-guided). Each input goes through ``find_math`` and ``read``; what
is read is printed and read again. Anything but a tree or a ReadError is a failure, as is an input
that takes longer than ``--slow`` seconds. Prints inputs/s and the lines reached.

``--guided 0`` does without coverage, which is much faster.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from mathviz_chat.core.reading import ReadError, find_math, read, to_plain, to_unicode  # noqa: E402

SIGNS = r"""
\frac \sqrt { } ( ) [ ] | ^ _ = < + - * / ! % ° ' " $ \( \) \[ \] << >> , ; : . ... x y z e i a I
f( g( sin log ln \lim \sum_{k=1}^{n} \int dx d/dx dy/dx 2 3.5 1,000 0.1(6) 1/2 ½ ² ⁻¹ ₂ √ ± π ∞ ∈ ∪
⇒ → or and of so not mod m km hours per apples $5 \text{ \boxed{ \begin{aligned} \end{aligned} & \\
\left \right == != := ~= ** // half twice the **bold** 1. - # ` C( 5C2 99999999 ^^ 9^9 1e9
"""
PIECES = [*SIGNS.split(), " ", "  ", "\n", "\x00", "\u202e", "é", "x" * 60, "(" * 30, ")" * 30]


def corpus() -> list[str]:
    """The first cells of the tables in docs/reading.md."""
    text = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
    return [cell.replace("\\|", "|") for cell in re.findall(r"^\| `(.*?)` \|", text, re.MULTILINE)]


def mutate(rng: random.Random, texts: list[str]) -> str:
    """One to four edits of a text of the corpus."""
    text = rng.choice(texts)
    for _ in range(rng.randint(1, 4)):
        start = rng.randint(0, len(text))
        end = min(len(text), start + rng.randint(0, 6))
        edit = rng.randrange(5)
        if edit == 0:
            text = text[:start] + rng.choice(PIECES) + text[start:]
        elif edit == 1:
            text = text[:start] + text[end:]
        elif edit == 2:
            text = text[:end] + text[start:end] * rng.randint(1, 8) + text[end:]
        elif edit == 3:
            text = text[:start] + rng.choice(PIECES) + text[end:]
        else:
            other = rng.choice(texts)
            text = text[:start] + other[rng.randint(0, len(other)) :]
    return text[:600]


def attempt(text: str) -> str | None:
    """A sentence on what went wrong, or None."""
    for region in find_math(text):
        if (region.tree is None) == (region.error is None):
            return "a region has both or neither of tree and error"
    try:
        tree = read(text)
    except ReadError as error:
        return None if 0 <= error.place <= len(text) else "the place is outside of the text"
    if re.search(r"[ei]", text):
        return None  # these may be variables by what stands around them
    for printed in (to_plain, to_unicode):
        if read(printed(tree)) != tree:
            return f"{printed.__name__} reads back as another tree"
    return None


class Coverage:
    """Lines of the reader that were reached, by ``sys.settrace``."""

    def __init__(self) -> None:
        self.lines: set[tuple[CodeType, int]] = set()

    def run(self, text: str) -> tuple[str | None, bool]:
        """``attempt``, and whether it reached new lines."""
        before = len(self.lines)
        sys.settrace(self._enter)
        try:
            return attempt(text), len(self.lines) > before
        finally:
            sys.settrace(None)

    def _enter(self, frame: FrameType, event: str, arg: Any) -> Any:
        return self._line if "core/reading" in frame.f_code.co_filename else None

    def _line(self, frame: FrameType, event: str, arg: Any) -> Any:
        self.lines.add((frame.f_code, frame.f_lineno))
        return self._line


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--guided", type=float, default=0.05, help="share of inputs with coverage")
    parser.add_argument("--slow", type=float, default=1.0, help="seconds of CPU for one input")
    options = parser.parse_args()
    rng = random.Random(f"fuzz_reader/{options.seed}")
    texts, coverage, failures = corpus(), Coverage(), 0
    started = time.perf_counter()
    for number in range(options.inputs):
        text = mutate(rng, texts)
        begun, problem = time.process_time(), None
        try:
            if rng.random() < options.guided:
                problem, new = coverage.run(text)
                if new:
                    texts.append(text)
            else:
                problem = attempt(text)
        except Exception as error:  # the very thing that is looked for
            problem = f"{type(error).__name__}: {error}"
        if time.process_time() - begun > options.slow:
            problem = problem or "too slow"
        if problem is not None:
            failures += 1
            print(f"{number}: {problem[:200]}: {text!r}")
    seconds = time.perf_counter() - started
    print(
        f"{options.inputs} inputs, {failures} failures, {options.inputs / seconds:.0f} inputs/s, "
        f"{len(coverage.lines)} lines reached, corpus {len(texts)}, seed {options.seed}"
    )
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
