"""Several sorts of things put up in as many identical groups as can be, with nothing left over."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.readers.frames.cues import FIND
from mathviz_chat.core.problems.readers.frames.echoes import stem
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces

_MOST = r"(?:greatest|largest|biggest|maximum|highest|most)"
_GROUP = (
    r"(?:bouquets?|bunch(?:es)?|bags?|packs?|packets?|parcels?|boxes|box|baskets?|hampers?|groups?|teams?"
    r"|kits?|sets?|arrangements?|bundles?|plates?|trays?|posies|posy|gift (?:bags?|boxes|packs?)"
    r"|jars?)"
)
_SAME = r"(?:identical|equal|same|matching)"
_NOTHING = (
    r"(?:(?:and |so that |with |have |has |having |leaving )*(?:no|without any|not any) "
    r"(?:[a-z]+ )?(?:is |are |will be |being )?(?:left over|left|leftover|remaining|wasted)"
    r"|(?:and |so that |with )*(?:nothing|none|no one|nothing at all)(?: (?:is|are|will be"
    r"|being))? "
    r"(?:left over|left|wasted)|without (?:leftovers|any leftovers|leaving any)"
    r"|(?:and |by )?(?:using|uses|use)(?: up)? (?:every|all|each)(?: of)?(?: (?:her|his|their"
    r"|its))?"
    r"(?: [a-z]+)?)"
)


def _greatest(found: Found) -> str | None:
    """The greatest common divisor of how many there are of each sort."""
    counts = found.texts("things")
    if not 2 <= len(counts) <= 4 or not all(count.isdigit() for count in counts):
        return None
    if len({stem(word) for word in found.every("group")}) > 1:
        return None
    return f"Calculate gcd({', '.join(counts)})."


_IDENTICAL: Final = Pieces(
    words="identical|equal|matching|same",
    parts={
        "many": rf"as many {_SAME} (?P<group>{_GROUP}) as (?:(?:she|he|they|we|i) can|possible)",
        "same": (
            rf"{_SAME} (?P<group>{_GROUP})|(?P<group>{_GROUP})"
            r"(?: (?:that are all|which are all|so that they are all|that are)) (?:identical|same)"
        ),
        "rest": _NOTHING,
        "things": r"#n (?:red |white |yellow |blue |pink |green )?[a-z]\w+",
    },
    asks={
        "most": (
            rf"(?:{FIND} )?{_MOST}(?: possible)? number of (?P<group>{_GROUP})"
            r"(?: (?:that )?(?:she|he|they|we|i|it) can (?:make|tie|pack|fill|put together|form)"
            r"| (?:that )?can be (?:made|tied|packed|filled|formed))?"
        ),
        "count": (
            rf"how many (?P<group>{_GROUP}) (?:will there be|are there|can (?:she|he|they|we|i) "
            r"(?:make"
            r"|tie|pack|fill)|will (?:she|he|they|we|i) (?:make|tie|pack|fill|get|have))"
        ),
    },
    says={
        **{
            f"most: {same}{rest}things+": _greatest
            for same in ("same ", "many ")
            for rest in ("rest ", "")
        },
        "count: many rest things+": _greatest,
        "count: many things+": _greatest,
    },
    allowed="wants want tie make put pack using has have into up",
)

FRAMES: Final = (_IDENTICAL,)
