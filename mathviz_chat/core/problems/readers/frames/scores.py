"""So many points out of so many: who of two did better, by the share of what there was to get."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from mathviz_chat.core.problems.readers.frames.amounts import value
from mathviz_chat.core.problems.readers.frames.comparing import named
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces

_DID = (
    r"(?:scored|scores|got|gets|had|has|hit|hits|answered|achieved|made|makes|won|solved|earned"
    r"|received|saved|converted|netted)"
)
_RIGHT = r"(?: (?:right|correct|correctly))?"
_THINGS = (
    r"(?: (?:points|marks|questions|shots|free throws|throws|goals|penalties|games|matches|tasks"
    r"|serves|attempts))?"
)
_MEASURE = (
    r"(?:percentage(?: score| mark)?|percent|rate|(?:hit|success|scoring|shooting|win|winning) rate"
    r"|score in percent|share|proportion|fraction)"
)
_BETTER = r"(?:better|higher|greater|larger|bigger|best|highest)"
_WORSE = r"(?:worse|lower|smaller|lowest|worst)"
_BY = r"(?: (?:in|by|as|in terms of) (?:percent|percentage|percentages|proportion))"
_WHO = r"(?:who|which of (?:them|#n|two)(?: [a-z]\w*)?)"


def _by_share(order: str) -> Callable[[Found], str | None]:
    def says(found: Found) -> str | None:
        told, names = found.texts("score"), list(found.every("who"))
        if len(told) != 4 or not all(text.isdigit() for text in told):
            return None
        (a, m), (b, n) = (told[:2], told[2:])
        if not (0 <= value(a) <= value(m) and 0 <= value(b) <= value(n) and value(m) and value(n)):
            return None
        return named(names, [f"{a}/{m}", f"{b}/{n}"], order)

    return says


def _asked(better: str) -> str:
    return (
        rf"{_WHO} (?:has|had|got|scored|achieved|reached|did) {better} {_MEASURE}"
        rf"|{_WHO} (?:did|does|performed|was|is|scored) {better}{_BY}?"
        rf"|whose {_MEASURE} (?:is|was) {better}"
    )


FRAMES: Final = (
    Pieces(
        words="percentage|percent|rate|better|worse|proportion|share",
        parts={
            "score": (
                rf"(?P<who>[a-z]\w*) {_DID} #n{_THINGS}{_RIGHT} (?:out of|of|from)"
                rf"(?: his| her| their)? #n{_THINGS}{_RIGHT}"
            )
        },
        asks={"higher": _asked(_BETTER), "lower": _asked(_WORSE)},
        says={
            "higher: score score score score": _by_share("larger"),
            "lower: score score score score": _by_share("smaller"),
        },
    ),
)
