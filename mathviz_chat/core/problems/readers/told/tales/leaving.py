"""The clauses that tell that some are sent elsewhere, come out badly or do not work."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.readers.told.tales.events import Event
from mathviz_chat.core.problems.readers.told.tales.parsing import either, made, sequence, words
from mathviz_chat.core.problems.readers.told.tales.parts import part
from mathviz_chat.core.problems.readers.told.tales.phrases import nouns, simple, whom

_sent: Final = made(
    sequence(
        either(simple, part),
        words(
            r"(?:go|goes|went|are\s+sent|were\s+sent|are\s+given|were\s+given|is\s+given)"
            r"\s+(?:to|into)"
        ),
        whom,
    ),
    lambda v: Event("go", "", (v[0],), to=v[2]),
)
"""``9 go to the office``."""
_elsewhere: Final = made(
    sequence(
        either(simple, part),
        words(r"moves?|moved|goes|went|are\s+moved|were\s+moved"),
        words("to"),
        words(r"another|different"),
        nouns(counted=False),
    ),
    lambda v: Event("go", "", (v[0],)),
)
"""``6 moved to another zoo``: to none that is spoken of."""
_useless: Final = made(
    sequence(either(simple, part), words(r"(?:do|does|did)\s+not\s+(?:work|function)")),
    lambda v: Event("go", "", (v[0],), state="faulty"),
)
"""``8 of them do not work``."""
_spoilt: Final = made(
    sequence(simple, words(r"(?:come|came|turn|turned)\s+out\s+(?:badly|bad|wrong)")),
    lambda v: Event("go", "", (v[0],), state="bad"),
)
LEAVING: Final = either(_sent, _spoilt, _useless, _elsewhere)
