"""Fuzz the checker's process: ``python -m scripts.fuzz_worker --inputs 100000 --seed 1``.

Whole solutions and answers go to a real worker, each made from its own seed and number: the rows of
docs/reading.md, the hostile inputs of tests/attacks.py and the steps of scripts/soundness, as they
are and mutated. Counted as failures:

* crash: the process ended otherwise than by a limit, or its reply could not be read;
* overrun: the reply came later than the deadline and a grace;
* escape: an exception other than the ones that the worker promises;
* verdict: one outside of its table, one that numbers contradict (scripts/float_oracle.py), a wrong
  step that is proved, a right one that is refuted, another verdict the second time.

A short input that used up a limit is listed as slow. With ``--progress FILE`` a run that was
stopped goes on where it was; ``--only N`` repeats one input and prints it. Prints inputs/s.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from mathviz_chat.core.checking import CheckReport, Equality
from mathviz_chat.core.verdict import NOT_CLAIMS, WEAKEST_FIRST, Claim, Role, Verdict
from mathviz_chat.errors import CheckStopped, WorkerError
from mathviz_chat.worker import Worker
from mathviz_chat.worker.reports import equality_from_dict, report_from_dict
from scripts.float_oracle import disagreement
from scripts.fuzz_inputs import Input, make_input

GRACE_S: Final = 2.0  # beyond the deadline, on a machine that does other work
SHORT: Final = 600  # characters; a longer input may use up a limit
AGAIN: Final = 20  # one input in so many is asked twice
SAVE_EVERY: Final = 100
DENIED: Final = "It is false, as the text says"
_LIMITS: Final = ("The check took", "The check needed", "The text is longer")


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong: ``crash``, ``overrun``, ``escape``, ``verdict`` or ``slow``."""

    kind: str
    what: str


def attempt(worker: Worker, given: Input, *, twice: bool) -> Iterator[Failure]:
    """Everything that is wrong with what the worker makes of one input."""
    started = time.monotonic()
    try:
        found = _asked(worker, given)
    except CheckStopped as stopped:
        yield from _stopped(given, str(stopped))
        found = None
    late = time.monotonic() - started - worker.limits.wall_s
    if late > GRACE_S:
        yield Failure("overrun", f"{late:.1f} s after the deadline")
    if found is None:
        return
    yield from (Failure("verdict", what) for what in _wrong(given, found))
    if twice:
        try:
            if _asked(worker, given) != found:
                yield Failure("verdict", "another result the second time")
        except CheckStopped as stopped:
            yield from _stopped(given, str(stopped))


def _asked(worker: Worker, given: Input) -> CheckReport | Equality:
    if given.gold is None:
        request = {
            "op": "check",
            "text": given.text,
            "question": given.question,
            "keep_back": False,
        }
        return report_from_dict(worker.request(request))
    request = {"op": "equal", "gold": given.gold, "answer": given.text}
    return equality_from_dict(worker.request(request | {"question": given.question, "kind": None}))


def _stopped(given: Input, reason: str) -> Iterator[Failure]:
    if not reason.startswith(_LIMITS):
        yield Failure("crash", reason)
    elif len(given.text) <= SHORT:
        yield Failure("slow", reason)


def _wrong(given: Input, found: CheckReport | Equality) -> Iterator[str]:
    """What no right verdict can be."""
    if isinstance(found, Equality):
        if not found.reason:
            yield "a comparison without a reason"
        if given.gold == given.text and str(found.result) == "unequal":
            yield "not equal to itself"
        return
    claims = [row.step.claim for row in found.lines]
    judged = [claim.verdict for claim in claims if claim.role not in NOT_CLAIMS]
    weakest = min(judged, key=WEAKEST_FIRST.index, default=Verdict.UNCHECKED)
    if weakest is not found.verdict:
        yield f"the whole is {found.verdict}, its weakest claim {weakest}"
    defined = any(claim.role is Role.DEFINITION for claim in claims)
    for claim in claims:
        yield from wrong_claim(claim, with_letters=not defined)
    yield from _wrong_verdicts(given, [claim.verdict for claim in claims] or [Verdict.UNCHECKED])


def _wrong_verdicts(given: Input, verdicts: list[Verdict]) -> Iterator[str]:
    """What the row that the input was made from does not allow."""
    weakest = min(verdicts, key=WEAKEST_FIRST.index)
    if given.weakest is not None and weakest not in given.weakest:
        yield f"the weakest line is {weakest}, allowed {sorted(given.weakest)}"
    if given.last is not None and verdicts[-1] not in given.last:
        yield f"the last line is {verdicts[-1]}, allowed {sorted(given.last)}"


def wrong_claim(claim: Claim, *, with_letters: bool) -> Iterator[str]:
    if not claim.reason:
        yield "a claim without a reason"
    if claim.role in NOT_CLAIMS and claim.verdict is not Verdict.UNCHECKED:
        yield f"{claim.role} is {claim.verdict}"
    if claim.verdict is Verdict.PROVED and claim.method is None:
        yield "proved without a method"
    goes_on = claim.text.lstrip().startswith("=")  # from the line before, which it may contradict
    judged = claim.role in (Role.COMPUTATION, Role.IDENTITY) and not (claim.conditions or goes_on)
    if claim.read_as and judged and not claim.reason.startswith(DENIED):
        for_all = with_letters and claim.role is Role.IDENTITY
        contradicted = disagreement(claim.read_as, str(claim.verdict), with_letters=for_all)
        if contradicted is not None:
            yield f"{contradicted}: {claim.read_as}"


class Progress:
    """How far a run is and what it counted, kept in a file where one is given."""

    def __init__(self, file: Path | None, seed: str) -> None:
        """Start, or go on with what the file tells of the same seed."""
        self._file = file
        self.seed = seed
        self.done = 0
        self.seconds = 0.0
        self.counts: Counter[str] = Counter()
        if file is not None and file.exists():
            kept = json.loads(file.read_text(encoding="utf-8"))
            if kept["seed"] != seed:
                raise SystemExit(f"{file} is of seed {kept['seed']}, not {seed}.")
            self.done, self.seconds = kept["done"], kept["seconds"]
            self.counts.update(kept["counts"])

    def save(self) -> None:
        """Write it down, whole or not at all."""
        if self._file is None:
            return
        state = {"seed": self.seed, "done": self.done, "seconds": round(self.seconds, 1)}
        new = self._file.with_suffix(".new")
        new.write_text(json.dumps(state | {"counts": dict(self.counts)}), encoding="utf-8")
        new.replace(self._file)

    @property
    def failures(self) -> int:
        """All but the slow ones."""
        return sum(count for kind, count in self.counts.items() if kind != "slow")

    def __str__(self) -> str:
        kinds = ("crash", "overrun", "escape", "verdict", "slow")
        found = ", ".join(f"{kind} {self.counts[kind]}" for kind in kinds)
        rate = self.done / max(self.seconds, 1e-9)
        return f"{self.done} inputs of seed {self.seed}: {found}; {rate:.1f} inputs/s"


def run(progress: Progress, inputs: int) -> None:
    """Ask until so many inputs are done; print each failure as it is found."""
    with closing(Worker()) as worker:
        worker.equal("1", "1")  # its start is no part of an answer's time
        while progress.done < inputs:
            started = time.monotonic()
            number = progress.done
            given = make_input(progress.seed, number)
            for failure in _guarded(worker, given, twice=number % AGAIN == 0):
                progress.counts[failure.kind] += 1
                print(
                    f"{number}: {failure.kind}: {failure.what[:300]}: {_shown(given)}", flush=True
                )
            progress.seconds += time.monotonic() - started
            progress.done += 1
            if progress.done % SAVE_EVERY == 0:
                progress.save()
    progress.save()


def _guarded(worker: Worker, given: Input, *, twice: bool) -> list[Failure]:
    try:
        return list(attempt(worker, given, twice=twice))
    except WorkerError:
        raise
    except Exception as error:  # the very thing that is looked for
        return [Failure("escape", f"{type(error).__name__}: {error}")]


def _shown(given: Input) -> str:
    parts: dict[str, Any] = {"from": given.source, "text": given.text[:SHORT]}
    parts |= {"question": given.question} if given.question is not None else {}
    parts |= {"gold": given.gold[:SHORT]} if given.gold is not None else {}
    return json.dumps(parts)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--inputs", type=int, default=2_000)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--progress", type=Path, default=None)
    parser.add_argument("--only", type=int, default=None, help="repeat this input and print it")
    options = parser.parse_args()
    if options.only is not None:
        given = make_input(options.seed, options.only)
        print(_shown(given))
        with closing(Worker()) as worker:
            print(_asked(worker, given))
        return 0
    progress = Progress(options.progress, options.seed)
    run(progress, options.inputs)
    print(progress, flush=True)
    return 1 if progress.failures else 0


if __name__ == "__main__":
    sys.exit(main())
