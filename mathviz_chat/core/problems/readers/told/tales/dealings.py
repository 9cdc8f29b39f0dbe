"""The clauses that tell what each holds or costs, what is paid, shared, worked."""

from __future__ import annotations

from typing import Any, Final

from mathviz_chat.core.problems.readers.told.tales.events import (
    Event,
)
from mathviz_chat.core.problems.readers.told.tales.fees import FEES
from mathviz_chat.core.problems.readers.told.tales.parsing import (
    either,
    made,
    maybe,
    sequence,
    words,
)
from mathviz_chat.core.problems.readers.told.tales.phrases import (
    Quantity,
    money,
    noun,
    nouns,
    quantity,
    simple,
    things,
    who,
)
from mathviz_chat.core.problems.readers.told.tales.shares import SHARING

_NEEDS: Final = r"needs?|needed|uses?|used|takes?|took|requires?|(?:is|are)\s+(?:needed|used)"
_HOLDS: Final = (
    r"(?:can\s+)?(?:holds?|contains?|has|have|had|held|contained|carries|carry|costs?|weighs?|gets?|"
    r"receives?|got|needs?|seats?|takes?|eats?|uses?|brings?|brought|gives?|gave|sells?|"
    r"buys?|bought|makes?|made|reads?|earns?|pays?|paid|plants?|planted|lays?|laid|shows?|fits?|"
    r"collects?|collected|produces?|donates?|donated)"
)
_each: Final = either(
    made(
        sequence(simple, words(_HOLDS), simple, words("each|apiece")),
        lambda v: (
            Event("each", "", (v[2],), groups=v[0])
            if v[0].noun and v[2].plain and v[2].thing
            else None
        ),
    ),
    made(
        sequence(simple, words("each"), words(_HOLDS), simple),
        lambda v: (
            Event("each", "", (v[3],), groups=v[0])
            if v[0].noun and v[3].plain and v[3].thing
            else None
        ),
    ),
    made(
        sequence(
            words(r"(?:if\s+|and\s+)?(?:each|every)(?:\s+1)?\s+of"), simple, words(_HOLDS), things
        ),
        lambda v: Event("each", "", v[3], groups=v[1]) if v[1].noun and len(v[3]) == 1 else None,
    ),
    made(
        sequence(
            words(r"(?:each|every)(?:\s+1)?(?:\s+of\s+(?:the|these|those|them))?|1"),
            maybe(noun),
            maybe(sequence(words("at|in|on"), nouns(counted=False))),
            words(_HOLDS),
            quantity,
            maybe(words(r"(?:in|on|inside)\s+it|inside|each")),
        ),
        lambda v: (
            Event("each", "", (v[4],), groups=Quantity("", "", v[1] or ""))
            if v[1] or not v[2]
            else None
        ),
    ),
    made(
        sequence(
            words(r"(?:each|every)"), noun, words(r"(?:is|was)\s+(?:sold\s+)?(?:for)?"), money
        ),
        lambda v: Event("each", "", (v[3],), groups=Quantity("", "", v[1])),
    ),
    made(
        sequence(
            words(r"there\s+(?:are|were|is)"),
            simple,
            words(r"(?:in|on|at|inside)\s+(?:each|every|1)"),
            noun,
        ),
        lambda v: Event("each", "", (v[1],), groups=Quantity("", "", v[3])),
    ),
    made(
        sequence(noun, words("holds|contains|can\\s+hold|costs|seats|weighs|carries|has"), simple),
        lambda v: Event("kind", v[0], (v[2],), groups=Quantity("", "", v[0])),
    ),
)
"""``each box holds 6 pens``, ``a shelf holds 82 books`` (of any shelf, or of the one)."""
_pricing: Final = either(
    made(
        sequence(
            words(r"(?:price|cost)\s+of(?:\s+(?:1|each))?(?:\s+of)?"), noun, words("is|was"), money
        ),
        lambda v: Event("each", "", (v[3],), groups=Quantity("", "", v[1])),
    ),
    made(
        sequence(
            noun,
            words(r"costs?|are|is|sell\s+for|sells\s+for|are\s+sold\s+(?:at|for)|cost"),
            money,
            words(r"each|apiece|per\s+piece|1\s+piece|each\s+one"),
        ),
        lambda v: Event("each", "", (v[2],), groups=Quantity("", "", v[0])),
    ),
    made(
        sequence(
            simple, words(r"costs?|can\s+be\s+bought\s+for|sell\s+for|are\s+sold\s+for"), money
        ),
        lambda v: Event("ratio", "", (v[2],), groups=v[0]) if v[0].noun else None,
    ),
    made(
        sequence(noun, words(r"is|costs?|comes\s+to|adds|was"), money),
        lambda v: Event("fee", v[0], (v[2],)),
    ),
)


def _paid(value: tuple[Any, ...]) -> Event | None:
    payer, verb, shop, with_, amount, note, items = value
    certain = bool(shop or with_ or note) or verb.lower().startswith("hand")
    if not certain and not verb.lower().startswith("p"):
        return None
    state = "with" if certain else ""
    if items is None:
        return Event("pay", payer or "", (amount,), state=state)
    if not items[1]:
        return Event("pay", payer or "", (amount,), other="for", state=state)
    return Event("paid for", payer or "", (amount, *items[1]), state=state)


_YIELDS: Final = (
    "make makes made produce produces build builds built print prints weigh weighs hold holds "
    "contain contains fill fills use uses need needs eat eats lay lays carry carries give gives "
    "require requires clean cleans wash washes cover covers paint paints"
)
_ratio: Final = either(
    made(
        sequence(simple, words("|".join(_YIELDS.split())), simple),
        lambda v: (
            Event("ratio", "", (v[2],), groups=v[0])
            if v[0].noun
            and v[0].plain
            and not v[0].more
            and v[2].noun
            and v[2].plain
            and not v[2].more
            else None
        ),
    ),
    made(
        sequence(
            words("for|to\\s+make"), simple, maybe(words(",")), maybe(who), words(_NEEDS), simple
        ),
        lambda v: (
            Event("ratio", v[3] or "", (v[5],), groups=v[1]) if v[1].noun and v[5].thing else None
        ),
    ),
    made(
        sequence(words(r"it\s+(?:takes|took)"), maybe(who), simple, words(r"to\s+\w+"), simple),
        lambda v: Event("ratio", "", (v[4],), groups=v[2]) if v[2].noun and v[4].noun else None,
    ),
)
"""``for 3 cakes she needs 15 eggs``, ``it takes him 7 hours to drive 112 miles``."""
_joining: Final = made(
    sequence(
        noun,
        words("takes|charges|costs|charged|asks|asks\\s+for"),
        money,
        words(
            r"to\s+(?:join|start|enter|rent|hire)|for\s+(?:joining|membership|entry)|(?:joining\s+)?fee"
        ),
    ),
    lambda v: Event("fee", "fee", (v[2],)),
)
"""``a gym takes $50 to join``."""
_purpose: Final = made(nouns(counted=False), lambda _: ())
_paying: Final = either(
    made(
        sequence(
            maybe(who),
            words(
                r"pays?|paid|is\s+paying|gives?|gave|hands?(?:\s+over)?|handed(?:\s+over)?|uses?|used"
            ),
            maybe(
                words(r"(?:seller|cashier|clerk|shopkeeper|shop|salesman|saleswoman|store|waiter)")
            ),
            maybe(words(r"with|using|over|from")),
            money,
            maybe(
                words(
                    r"note|bill|banknote|(?:to|at)\s+(?:cashier|seller|clerk|shopkeeper|till|shop)"
                )
            ),
            maybe(sequence(words("for|on"), either(things, _purpose))),
        ),
        _paid,
    ),
    made(
        sequence(
            maybe(who),
            words(r"pays?\s+for|paid\s+for|orders?|ordered|takes?|took|wants?|needs?|wanted"),
            things,
        ),
        lambda v: Event("order", v[0] or "", v[2]),
    ),
)


_working: Final = either(
    made(
        sequence(
            maybe(who),
            words(r"works?|worked|rents?\s+it|stays?|stayed|walks|mows|mowed|sells|sold|does|did"),
            maybe(words("for")),
            things,
        ),
        lambda v: Event("work", v[0] or "", v[3]) if all(one.noun for one in v[3]) else None,
    ),
    made(
        sequence(words(r"(?:in|for|after)"), simple, maybe(words(","))),
        lambda v: Event("work", "", (v[1],)) if v[1].plain and v[1].noun else None,
    ),
)

DEALINGS: Final = either(_ratio, FEES, _joining, _each, _pricing, SHARING, _paying, _working)
