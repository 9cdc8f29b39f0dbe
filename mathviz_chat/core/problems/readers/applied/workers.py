"""Who needs how long for a job alone: what the clauses of a story tell, and how it is shown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from mathviz_chat.core.problems import units, wording
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.readers.applied.family import Story
from mathviz_chat.core.problems.units import Unit
from mathviz_chat.core.problems.wording import Hit, number

NAMES: Final = ("Ann", "Bob", "Cleo", "Dan", "Eve")
"""Who they are in what is shown as the reading."""
MAX_WORKERS: Final = len(NAMES)
LETTERS: Final = "abcde"
"""The names of their times in formulas."""


@dataclass(frozen=True, slots=True)
class Worker:
    """name: as told. time: what it takes alone, as written, in ``unit``. sign: -1 undoes work."""

    name: str
    time: str
    unit: Unit
    sign: int = 1


def workers(story: Story) -> list[Worker] | None:
    """Who is told to need how long alone; None where that does not fit together."""
    listed = story.get("listed")
    found = [] if listed is None else _listed(listed)
    if found is None:
        return None
    unit: Unit | None = found[-1].unit if found else None
    for name, hit in story.clauses:
        if name not in ("each", "worked on own", "goes on"):
            continue
        unit = units.find(hit["a_u"]) if hit.get("a_u") else unit
        if unit is None or unit.dimension not in ("time", "months"):
            return None
        if name == "goes on" and hit.get("a") is None:
            continue
        found.append(Worker(bare(hit["w"]), hit["a"], unit))
    sound = all(is_worker(one.name) for one in found) and len({w.name for w in found}) == len(found)
    one_unit = len({one.unit for one in found}) <= 1
    return found if sound and one_unit and len(found) <= MAX_WORKERS else None


def _listed(hit: Hit) -> list[Worker] | None:
    """``3 typists ... in 10, 12 and 15 hours``, ``A, B and C ... in 10, 12 and 15 days``."""
    times = re.findall(r"\d+\s+\d+/\d+|\d+/\d+|\d*\.\d+|\d+", hit["l"])
    names = [bare(hit[slot]) for slot in "wxy" if hit.get(slot)]
    if hit.get("n"):
        names = (
            [f"{names[0]} {k}" for k in range(1, int(hit["n"]) + 1)] if int(hit["n"]) < 9 else []
        )
    unit = units.find(hit["t"])
    if len(names) != len(times) or unit is None:
        return None
    return [Worker(name, time, unit) for name, time in zip(names, times, strict=True)]


def bare(name: str) -> str:
    """A name without what only points: ``his brother`` and ``her brother`` are two all the same."""
    return " ".join(name.lower().split())


PLACES: Final = frozenset(
    ["1", "first", "second", "third", "other", "another", "smaller", "larger", "bigger", "faster",
     "slower", "older", "newer"]
)  # fmt: skip
_VERBS: Final = frozenset(
    ["take", "takes", "took", "need", "needs", "working", "work", "works", "long", "alone", "job",
     "joins", "leaves", "finishes", "going", "it", "they", "both", "them"]
)  # fmt: skip


def is_worker(name: str) -> bool:
    """Whether it names a person or a machine: ``Ann``, ``second pipe``, ``her brother``."""
    words = [word for word in name.removesuffix(" of them").split() if word not in PLACES]
    words = words[1:] if words and words[0] in ("his", "her", "their", "my", "our") else words
    plain = [word for word in words if not word.isdigit()]
    return not set(plain) & _VERBS and wording.is_noun(" ".join(plain))


def one_job(story: Story) -> bool:
    """Whether all clauses are about one job: a room and a fence are two."""
    named = {text.lower() for hit in story.every() if (text := hit.get("thing1"))}
    heads = {text.split()[-1].removesuffix("s") for text in named} - {"job", "work", "task", "it"}
    return len(heads) <= 1 and all(wording.is_noun(text) for text in named)


def span(time: str, unit: Unit) -> str:
    """``1 hour``, ``2.5 hours``."""
    return f"{time} {unit.name if time == '1' else units.plural(unit.name)}"


def told(found: list[Worker]) -> str:
    """``Ann can do the job in 6 h and Bob can do it in 3 h.``"""
    if any(one.sign < 0 for one in found):
        words = [
            f"pipe {letter.upper()} {'fills' if one.sign > 0 else 'empties'} the tank in "
            f"{span(one.time, one.unit)}"
            for letter, one in zip(LETTERS, found, strict=False)
        ]
        return f"P{' and '.join(words)[1:]}."
    words = [f"{NAMES[0]} can do the job in {span(found[0].time, found[0].unit)}"]
    words += [
        f"{NAMES[k]} can do it in {span(w.time, w.unit)}" for k, w in enumerate(found[1:], start=1)
    ]
    return f"{' and '.join(words)}."


def given(found: list[Worker]) -> Planner:
    """A plan with the times of all."""
    return Planner({LETTERS[k]: number(one.time) for k, one in enumerate(found)})


def share(found: list[Worker], over: str = "1") -> str:
    """``1/a + 1/b``: the part that is done in one unit of time; those with time "" do not work."""
    text = ""
    for k, one in enumerate(found):
        if one.time:
            sign = "-" if one.sign < 0 else "+" if text else ""
            text += f" {sign} {over}/{LETTERS[k]}"
    return text.strip() if not text.startswith(" -") else f"0{text}"
