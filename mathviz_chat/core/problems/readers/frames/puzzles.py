"""Number puzzles told as a chain of operations, and ratios of two kinds of things."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems.readers.frames.cues import FIND
from mathviz_chat.core.problems.readers.frames.echoes import stem
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces

_IT = r"(?: (?:it|this|that|result|answer|number|this number|my number))?"
_THEN: Final = r"(?:(?:and|then|next|i|if|you|we|finally|now) )*"
_STEPS: Final = (
    (rf"(?:multiply|times|multiplied){_IT} by #n", "multiply the result by {}"),
    (rf"(?:divide|divided){_IT} by #n", "divide the result by {}"),
    (
        r"(?:subtract|take away|take|minus|subtracted) #n(?: from(?: it| result| answer)| off)?",
        "subtract {}",
    ),
    (r"(?:add|added|plus) #n(?: to(?: it| result| answer| this))?", "add {}"),
    (rf"(?:double|doubled|doubling){_IT}", "multiply the result by 2"),
    (rf"(?:treble|triple|trebled|tripled){_IT}", "multiply the result by 3"),
    (rf"(?:halve|halved){_IT}", "divide the result by 2"),
)
_STEP: Final = "|".join(pattern for pattern, _ in _STEPS)


def _chain(found: Found) -> str | None:
    """The steps in the order in which they are told; the first one is done to the number."""
    steps: list[str] = []
    numbers = iter(found.texts("step"))
    for match in re.finditer(_marked(_STEP), found.text):
        for pattern, said in _STEPS:
            if re.fullmatch(_marked(pattern), match.group()):
                steps.append(said.format(next(numbers)) if "{}" in said else said)
                break
    (result,) = found.texts("result")
    if not steps or next(numbers, None) is not None:
        return None
    steps[0] = steps[0].replace("the result", "it")
    told = steps[0] if len(steps) == 1 else f"{', '.join(steps[:-1])} and {steps[-1]}"
    return f"I think of a number, {told}. The answer is {result}. What is my number?"


def _marked(pattern: str) -> str:
    numbered = pattern.replace("#n", r"#n\d+")
    return rf"\b(?:{numbered})(?![\w'-])"


_CHAIN: Final = Pieces(
    words="number",
    parts={
        "_thought": (
            r"(?:i |i'm |im |we )?(?:think|thinking|thought|start|started|choose|chose|pick"
            r"|picked)(?: of| with)? (?:certain |secret )?number"
        ),
        "step": rf"{_THEN}(?:{_STEP})",
        "result": (
            r"(?:(?:and|to|i|you|my|final|now|end up) )*(?:get|got|gives|give|obtain|answer is"
            r"|answer was"
            r"|result is|result was|end up with|ends up with|have|with) #n"
        ),
        "_then": r"then|and|now",
    },
    asks={
        "number": (
            rf"(?:{FIND} (?:my |original |starting )?number(?: (?:did|i|you|was|think|thought|of"
            rf"|start|started|with))*|{FIND} it|number(?= \.))"
        )
    },
    says={"number: step result": _chain, "number: step+ result": _chain},
    allowed="",
)

_KINDS = (
    "kids children pupils students people animals marbles beads counters balls sweets members "
    "players coins cars fruits birds flowers cards passengers guests"
)
_ALL_KINDS: Final = frozenset(stem(word) for word in _KINDS.split())
_NAMES = (
    r"ratio of (?P<first>[a-z]\w+) to (?P<second>[a-z]\w+)(?: (?:in|at|on)(?: \w+){1,3}?)? (?:is"
    r"|was) #r"
    r"|(?P<first>[a-z]\w+) to (?P<second>[a-z]\w+) ratio (?:is|was|of) #r"
    r"|(?P<first>[a-z]\w+) and (?P<second>[a-z]\w+)(?: (?:in|at|on)(?: \w+){1,3}?)? are in"
    r" ratio(?: of)? #r"
)


def _asked(found: Found, said: str) -> str | None:
    first, second = stem(found.word("first")), stem(found.word("second"))
    asked = stem(found.word("asked"))
    if not first or not second or first == second or found.texts("ratio")[0].count(":") != 1:
        return None
    names = {first: "cats", second: "dogs"}
    if asked not in names:
        return None
    return (
        f"The ratio of cats to dogs is {found.texts('ratio')[0]}. {said} How many {names[asked]}"
        f" are there?"
    )


def _of_all(found: Found) -> str | None:
    if stem(found.word("noun")) not in _ALL_KINDS:
        return None
    return _asked(found, f"There are {found.texts('total')[0]} animals in total.")


_RATIO: Final = Pieces(
    words="ratio",
    parts={
        "ratio": _NAMES,
        "total": r"#n (?P<noun>[a-z]\w+)(?: (?:altogether|in total|in all))?",
    },
    asks={"kind": r"how many(?: of them| of these)?(?: are)? (?P<asked>[a-z]\w+)"},
    says={"kind: ratio total": _of_all},
    allowed="altogether total all",
)

FRAMES: Final = (_CHAIN, _RATIO)
