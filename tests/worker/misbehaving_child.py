"""A real worker child whose Marker does what the text of a block says, to test the limits.

Run by the tests in place of ``mathviz_chat.worker``: ``python misbehaving_child.py CPU MEMORY``.
With ``--unlimited`` before them it stands for a system that enforces no memory limit.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from collections.abc import Callable

from mathviz_chat.core.checking import marker as marker_module
from mathviz_chat.core.checking import report as report_module
from mathviz_chat.core.checking.blocks import Block, Marked
from mathviz_chat.core.verdict import Claim, Step, StepKind, Verdict
from mathviz_chat.worker import main


def _marked(block: Block, reason: str) -> tuple[Marked, ...]:
    claim = Claim(block.text, None, Verdict.PROVED, None, reason)
    return (Marked(block.index, Step(StepKind.STEP, claim)),)


class Marker(marker_module.Marker):
    """Says of each block which ones came before it."""

    def __init__(self, question: str | None = None) -> None:
        super().__init__(None)
        self._texts = [f"question {question}"]
        self._kept_back: Block | None = None

    def mark(self, block: Block) -> tuple[Marked, ...]:
        match block.text:
            case "sleep":
                time.sleep(3600)
            case "spin":
                while True:
                    pass
            case "eat":
                print(len([bytearray(2**20) for _ in range(2**14)]))
            case "abort":
                os.abort()
            case "raise":
                raise RuntimeError("out of order")
            case "print":
                print("not JSON", flush=True)
                os.write(1, b"not JSON either\n")
                sys.stdin.close()
            case "wait for the next":
                self._kept_back = block
                return ()
            case "long":
                return _marked(block, "x" * 2**20)
        before = ", ".join(self._texts)
        self._texts.append(block.text)
        return _marked(block, f"after {before}")

    def skip(self, block: Block, reason: str) -> tuple[Marked, ...]:
        self._texts.append(f"skipped {block.text}")
        claim = Claim(block.text, None, Verdict.UNCHECKED, None, reason)
        skipped = Marked(block.index, Step(StepKind.TEXT, claim))
        if self._kept_back is None:
            return (skipped,)
        waited, self._kept_back = self._kept_back, None
        return (*_marked(waited, "waited"), skipped)

    def finish(self) -> tuple[Marked, ...]:
        if "hang at the end" in self._texts:
            time.sleep(3600)
        return ()


def check(
    text: str,
    *,
    question: str | None = None,
    new_marker: Callable[[str | None], report_module.BlockMarker] = Marker,
) -> report_module.CheckReport:
    return whole(text, question=question, new_marker=new_marker)


whole, report_module.check = report_module.check, check
marker_module.Marker = Marker  # type: ignore[misc,assignment]  # a stand-in for the child's lifetime
unlimited = sys.argv[1] == "--unlimited"
if unlimited:
    resource.setrlimit = lambda *_: None
main.main(cpu_s=float(sys.argv[-2]), memory_mib=int(sys.argv[-1]))
