"""Stories of common multiples and common factors: bells that ring together, largest tiles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import lcm
from types import MappingProxyType
from typing import Final

from mathviz_chat.core.problems import wording
from mathviz_chat.core.problems.readers.wordings.common import Family, Restating, singular
from mathviz_chat.core.problems.wording import Hit

_GRAMMAR: Final = """
VERB = [{v:recurring}]
ONE = [1|1 {w:thing}|first|{w:thing}|{o:letter}]
OTHER = [other|other 1|another|another 1|second|second 1|{w2:thing}|{o2:letter}]
THINGS = [2|both]? {t:thing}
EVERY = [[VERB]? [once]? every {a:int} [{u:timespan}]? and [other]? [VERB]? [every]? {b:int}
    {u2:timespan} [respectively]?|at intervals of {a:int} [{u:timespan}]? and {b:int} {u2:timespan}
    [respectively]?]
ONE_EACH = [ONE [of them]? VERB [once]? every {a:int} [{u:timespan}]? [and|while|but]? OTHER [VERB]?
    [once]? every {b:int} {u2:timespan}]
PLACE = [depot|station|start|start line|starting line|starting point|terminus|bus stop|stop|port|
    harbour]
AT = [at {c:clock} [in morning|in afternoon|in evening]?|at same time [now|today|at {c:clock}]?|now|
    today|at start|just now|this moment]
BOTH = [they|they both|both|both of them|2 {t2:thing}|{t2:thing}|both {t2:thing}]
TOGETHER = [[if|suppose|given that|and]* BOTH? [just]? [have just]? [all]? VERB [PLACE|from PLACE]?
    [together|at same time|simultaneously|at once|off together] [AT]?|[if|suppose|and]* BOTH [start|
    started|begin|began] [together|at same time|off together] [AT]?|[and|if]? BOTH VERB AT]
AGAIN = [next [time]?|again|then|both|together|at same time|simultaneously|at once|PLACE|
    from PLACE|happen|occur|it be|on same day]*
NEXT = [AGAIN BOTH AGAIN VERB AGAIN|AGAIN VERB AGAIN]
WILL = [will|do|would|can|until|before|pass before|go by before|will pass before|will it be before|
    will it be until|is it until|later will|from now will|will go by before]*
HOW_LONG = [[after|in|within]? how many {u3:timespan}|after how long|how long|in how long|how soon]
WHEN = [when|at what time|what time|at what time of day]
EQUAL = [equal|identical|same|equal-sized|equally long|of same length|of equal length]
CUT = [is|are|it|they|be|to|want to|wants to|must|cut|all|both]*
NO_REST = [[and|so that|such that]? [with|without]? [nothing [is]? left over|any left over|
    no leftover|any leftovers|no wastage|any waste|wasting any|no waste|nothing wasted|
    any wastage|leaving any]]
GREATEST = [greatest|longest|largest|biggest|maximum|highest] [possible]?
WHO = [i|we|you|he|she|they|{x:who}]
GROUP = {g:word}
bells:
    THINGS EVERY TOGETHER? HOW_LONG WILL NEXT
    THINGS EVERY TOGETHER WHEN WILL NEXT
    THINGS TOGETHER EVERY HOW_LONG WILL NEXT
    THINGS TOGETHER ONE_EACH HOW_LONG WILL NEXT
    THINGS TOGETHER ONE_EACH WHEN WILL NEXT
    ONE_EACH TOGETHER? HOW_LONG WILL NEXT
    ONE_EACH TOGETHER WHEN WILL NEXT
lengths:
    [2]? {t:thing} [of length|of lengths|that are|are|measure|measuring|have lengths]* {a:q} and
        {b:q} [long]? CUT into EQUAL {g:word} [of EQUAL length]? NO_REST? [what is|find] GREATEST
        [length|size] [of each {g2:word}|of {g2:word}|each {g2:word} can have|possible]*
    [2]? {t:thing} [of length|of lengths|that are|are|measure|measuring|have lengths]* {a:q} and
        {b:q} [long]? CUT into {g:word} of EQUAL length NO_REST? [what is|find] GREATEST
        [length|size] [of each {g2:word}|of {g2:word}|each {g2:word} can have|possible]*
tiles:
    {t:thing} [is|measures|measuring|of size|has size|with sides|with dimensions]* {a:q} [by|×|x]
        {b:q} [CUT|is to be|to be|has to be|covered|tiled|paved|divided|exactly]* [with|into|
        using|by]
        [EQUAL|square]* [tiles|squares|slabs] [of EQUAL size]? NO_REST? [what is|find] [GREATEST
        [size|side|side length|length|length of side] [of|each|square|tile|such|that can be
        used|possible|tiles|side|length|slab]*|[side|side length|length of side|size] of GREATEST
        [square]? [tile|square|slab] [that can be used|possible|that will fit|needed]?]
bunches:
    WHO [have|has] {a:int} {c1:word} [{c3:word}]? and {b:int} {c2:word} [{c4:word}]? [and|which]*
        WHO? [want|wants|would like|need|needs] to [make|put|arrange|pack|split|divide]* [them|all]*
        [into|in]? EQUAL GROUP [using [all of them|them all|all {c5:word}]|NO_REST]*
        [what is|find] GREATEST number of {g2:word} [WHO|can|be|made|make|that|possible|have]*
    [what is|find] GREATEST number of EQUAL {g:word} that can be made [from|with|using] {a:int}
        {c1:word} and {b:int} {c2:word} [using [all of them|them all]|NO_REST]*
    [what is|find] GREATEST number of {g:word} [who|that|to whom|among whom] {a:int} {c1:word} and
        {b:int} {c2:word} can be [shared|divided|distributed|given] [equally|evenly] [NO_REST]?
packs:
    {c1:thing} come in packs of {a:int} and {c2:thing} [come]? in packs of {b:int} [what is|find]
        [smallest|least] number of [{c3:thing}|each] [i|we|you|he|she|they|1|can|could|must|need|
        needs|to|buy|should|have|has]* [so that|to|in order to]* [have|get|there|is|are|WHO]* [same
        number of [each|both]|equal [number|numbers] of [each|both]]
"""


_TOGETHER: Final = re.compile(r"together|same time|both|simultan|at once|again", re.IGNORECASE)


def _bells(hit: Hit) -> str | None:
    """Units of time that agree; that they are together at the beginning is told or asked."""
    units = {singular(hit[slot]) for slot in ("u", "u2", "u3") if hit.get(slot)}
    if len(units) != 1 or not _TOGETHER.search(hit.text):
        return None
    if not all(wording.is_noun(hit[slot]) for slot in ("t", "w", "w2") if hit.get(slot)):
        return None
    if hit.get("t") and hit.get("t2") and singular(hit["t2"]) != singular(hit["t"]):
        return None  # the time of day is told of one of them
    a, b = int(hit["a"]), int(hit["b"])
    if a < 2 or b < 2:
        return None
    clock = hit.get("c")
    if not re.search(r"\b(?:when|what time)\b", hit.text.lower().replace(str(clock), "")):
        return f"Calculate lcm({a}, {b})." if hit.get("u3") else None
    size = {"minute": 1, "min": 1, "hour": 60}.get(units.pop())
    if clock is None or size is None:
        return None
    return f"What time is it {size * lcm(a, b)} minutes after {clock}?"


def _measure(hit: Hit) -> str | None:
    """Both in the same unit; the first one may leave it out."""
    units = {hit[slot].lower() for slot in ("a_u", "b_u") if hit.get(slot)}
    pieces = {singular(hit[slot]) for slot in ("g", "g2") if hit.get(slot)}
    if len(units) > 1 or len(pieces) > 1 or not (hit["a"].isdigit() and hit["b"].isdigit()):
        return None
    unit = hit.get("b_u")
    return f"Calculate gcd({hit['a']}, {hit['b']}){f' in {unit}' if unit else ''}."


def _bunches(hit: Hit) -> str | None:
    groups = {singular(hit[slot]) for slot in ("g", "g2") if hit.get(slot)}
    things = [singular(hit[slot]) for slot in ("c1", "c2")]
    if len(groups) > 1 or things[0] == things[1]:
        return None
    return f"Calculate gcd({hit['a']}, {hit['b']})."


def _packs(hit: Hit) -> str | None:
    named = hit.get("c3")
    if named and singular(named) not in {singular(hit["c1"]), singular(hit["c2"])}:
        return None
    return f"Calculate lcm({hit['a']}, {hit['b']})."


_RULES: Final[Mapping[str, Restating]] = MappingProxyType(
    {
        "bells": _bells,
        "lengths": _measure,
        "tiles": _measure,
        "bunches": _bunches,
        "packs": _packs,
    }
)
FAMILY: Final = Family(
    _GRAMMAR, _RULES, keys=r"every|intervals|pieces|tile|square|bunches|packs|greatest|largest"
)
