"""Stories in other words than the readers of stories know: journeys, tickets, shares, maps.

Two stretches at their speeds, a speed between two times of day, tickets of two prices, the share of
the one with the most, a length on a map, the place of a value in a sequence told by its rule.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import polynomial, slots
from mathviz_chat.core.problems.patterns import Rewordings, lazy, reworded
from mathviz_chat.core.problems.spoken import NUMBER_WORDS

MAX_PLACE: Final = 2000

_N: Final = r"\d+(?:\.\d+)?"
_FIND: Final = r"(?:find|calculate|work\s+out|determine|what\s+(?:is|was)|what's)"
_MOVES: Final = (
    r"(?:cycles|cycled|walks|walked|runs|ran|drives|drove|rides|rode|travels|travelled|"
    r"traveled|jogs|jogged|goes|went)"
)
_DISTANCE: Final = rf"(?P<d1>{_N}\s*(?:km|miles?|m|kilometres|kilometers))"
_SPEED: Final = rf"(?P<s1>{_N}\s*(?:km/h|kph|mph|m/s|km\s+per\s+hour|miles\s+per\s+hour))"
_AT: Final = r"\s+at\s+(?:a\s+(?:steady\s+|constant\s+)?speed\s+of\s+)?"
_WHOLE: Final = (
    r"(?:(?:the\s+)?(?:whole\s+|entire\s+|total\s+)?(?:journey|trip)|(?:he|she|it|they|[A-Z]\w+))"
)
_TOTAL: Final = (
    r"(?:how\s+long\s+(?:does|did)\s+(?:the\s+)?(?:whole\s+|entire\s+)?(?:journey|trip|it|"
    r"he|she)\s+take(?:\s+(?:in\s+total|altogether|him|her))*"
    rf"|{_FIND}\s+(?:the\s+|his\s+|her\s+)?total\s+time(?:\s+(?:taken|for\s+the\s+journey))?)"
)
_STRETCHES: Final = (
    rf"(?P<who>[A-Z]\w+|a\s+\w+|the\s+\w+|he|she)\s+{_MOVES}\s+(?:for\s+"
    rf")?{_DISTANCE}{_AT}{_SPEED}\s*,?\s+(?:and\s+)?(?:then\s+)?"
    rf"(?:(?:he|she)\s+)?(?:then\s+)?(?:{_MOVES}\s+)?(?:another\s+|a\s+further\s+"
    rf")?{_DISTANCE.replace('d1', 'd2')}{_AT}{_SPEED.replace('s1', 's2')}"
    rf"\s*[.,;]?\s+(?:{_TOTAL}|(?P<mean>{_FIND}\s+(?:the\s+|his\s+|her\s+)?average\s+"
    rf"speed(?:\s+(?:for|of|over)\s+{_WHOLE})?))",
)
_CLOCK: Final = r"(?P<t1>\d{1,2}[:.]\d\d)\s*(?P<p1>[ap]\.?m\.?)?"
_TRAVEL: Final = (
    r"(?P<who>a|the)\s+(?P<what>train|bus|car|coach|lorry|plane|ship|boat|ferry|cyclist)"
    r"\s+(?:leaves|left|departs|departed|sets\s+off)(?:\s+from)?(?:\s+"
    rf"[A-Z]\w*)?\s+at\s+{_CLOCK}"
    r"\s*,?\s+(?:and\s+|it\s+)?(?:arrives|arrived|reaches|reached|gets|got)(?:\s+(?:in|at|"
    r"to)\s+(?!\d)[A-Z]?\w*|\s+[A-Z]\w*)?\s+"
    rf"at\s+{_CLOCK.replace('t1', 't2').replace('p1', 'p2')}"
    r"(?:\s*(?:\.|,)\s*(?:it|the\s+\w+)\s+(?:covers|covered|travels|travelled|traveled)"
    rf"\s+{_DISTANCE}|\s*(?:\.|,)\s*the\s+(?:distance|journey)(?:\s+between\s+(?:them|"
    rf"the\s+two\s+\w+))?\s+(?:is|was)\s+{_DISTANCE.replace('d1', 'd3')}(?:\s+long)?)"
    rf"\s*[.,;]?\s+{_FIND}\s+(?:its|the)\s+average\s+speed(?:\s+of\s+the\s+\w+)?(?:\s+in\s+"
    r"(?P<u>km/h|mph|m/s|kilometres\s+per\s+hour|miles\s+per\s+hour))?",
)
_M: Final = r"[$£€]\s?\d+(?:\.\d\d)?"
_KINDS: Final = (
    r"(?P<a>adults?|children|child|kids?|students?|seniors?|pensioners?|members?|men|women)"
)
_OTHER: Final = _KINDS.replace("<a>", "<b>")
_COUNT: Final = rf"(?P<n>\d+|{'|'.join(NUMBER_WORDS)})"
_TICKETS: Final = (
    rf"tickets\s+(?:for\s+\w+\s+)?(?:cost|are)\s+(?P<x>{_M})\s+for\s+(?:an?\s+)?{_KINDS}\s+"
    rf"and\s+(?P<y>{_M})\s+for\s+(?:an?\s+)?{_OTHER}\s*[.,;]\s+"
    r"(?:(?:a|the)\s+(?:family|group|party|school|class)\s+(?:pays|paid|spends|spent)\s+"
    rf"(?P<t>{_M})\s+(?:for|on)\s+{_COUNT}\s+tickets"
    rf"|{_COUNT.replace('<n>', '<m>')}\s+tickets\s+(?:cost|came\s+to|were\s+sold\s+for)\s+"
    rf"(?P<s>{_M})(?:\s+(?:altogether|in\s+total))?)"
    r"\s*[.,;]?\s+how\s+many\s+(?P<asked>\w+?)(?:\s+tickets)?\s+(?:are|were)\s+(?:there|"
    r"sold|bought|in\s+the\s+(?:family|group|party))",
)
_MOST: Final = (
    r"(?P<told>.+\bratio\b.+?)\s*[.?]\s*how\s+(?:many|much)(?:\s+[a-z]+)?\s+(?:does|did|"
    r"will)\s+the\s+(?:one|person|child|sister|brother|friend)\s+"
    r"(?:with|who\s+(?:gets|has|receives))\s+(?:the\s+)?(?P<which>most|least|fewest)(?:\s+"
    r"(?:get|have|receive))?",
)
_MAP: Final = (
    r"(?P<told>on\s+a\s+map,?\s+(?:a\s+length\s+of\s+)?1\s+cm\s+(?:represents|stands\s+for"
    rf"|is|means)\s+{_N}\s+(?:km|m|miles))\s*[.,;]\s+"
    rf"(?:how\s+(?:far|long)\s+is\s+(?P<l>{_N}\s+cm)(?:\s+on\s+the\s+map)?\s+in\s+"
    r"(?:real\s+life|reality)"
    r"|what\s+(?:real\s+|actual\s+)?distance\s+(?:is\s+represented\s+by|does)\s+"
    rf"(?P<l2>{_N}\s+cm)(?:\s+(?:on\s+the\s+map\s*)?(?:represent|stand\s+for)?)?)",
)
_RULE: Final = (
    r"(?:if\s+)?(?:the\s+)?(?:nth|n-th|general)\s+term\s+(?:of\s+(?:a|the|an)\s+"
    rf"(?:arithmetic\s+)?sequence\s+)?(?:is|=)\s*(?P<e>{slots.MATHS})\s*[.,;]\s+"
    r"(?:which|what)\s+term\s+(?:of\s+(?:it|the\s+sequence)\s+)?(?:is|equals|has\s+the\s+"
    r"value)\s+(?:equal\s+to\s+)?(?P<v>-?\d+)",
    r"(?:which|what)\s+term\s+of\s+the\s+sequence\s+(?:with|whose)\s+(?:nth|n-th|general)"
    rf"\s+term\s+(?:is\s+)?(?P<e>{slots.MATHS})\s+(?:is|equals)\s+(?:equal\s+to\s+"
    r")?(?P<v>-?\d+)",
)


def said_again(text: str) -> str | None:
    """The story in the words of another one; None where it is none of these."""
    return reworded(_RULES, text)


def _stretches(match: re.Match[str]) -> str:
    told = f"drives {match['d1']} at {match['s1']} and then drives {match['d2']} at {match['s2']}"
    if match["mean"]:
        return f"Find the average speed of a car that {told}."
    return f"A car {told}. Find the total time."


def _travel(match: re.Match[str]) -> str | None:
    """Minutes between two times of one half of the day, or of 24 hours."""
    first, last = (_minutes(match[f"t{k}"], match[f"p{k}"]) for k in (1, 2))
    one_way = bool(match["p1"]) == bool(match["p2"])
    if first is None or last is None or not one_way or last <= first:
        return None
    distance = match["d1"] or match["d3"]
    told = f"A {match['what']} travels {distance} in {last - first} minutes."
    unit = f" in {match['u']}" if match["u"] else ""
    return f"{told} What was its average speed{unit}?"


def _minutes(text: str, half: str | None) -> int | None:
    hours, minutes = map(int, re.split(r"[:.]", text))
    if minutes > 59 or hours > (12 if half else 23) or (half and not hours):
        return None
    if half:
        hours = hours % 12 + (12 if half.lower().startswith("p") else 0)
    return 60 * hours + minutes


def _tickets(match: re.Match[str]) -> str | None:
    first, second, asked = (_one(match[g]) for g in ("a", "b", "asked"))
    count = match["n"] or match["m"]
    if first == second or asked not in (first, second):
        return None
    number = count if count.isdigit() else NUMBER_WORDS[count.lower()]
    return (
        f"{first.capitalize()} tickets cost {match['x']} and {second} tickets cost {match['y']}. "
        f"{number} tickets were sold for {match['t'] or match['s']}. "
        f"How many {asked} tickets were sold?"
    )


def _one(name: str) -> str:
    irregular = {"children": "child", "men": "man", "women": "woman"}
    return irregular.get(name.lower(), name.lower().rstrip("s"))


def _most(match: re.Match[str]) -> str:
    which = "largest" if match["which"].lower() == "most" else "smallest"
    return f"{match['told']}. What is the {which} share?"


def _map(match: re.Match[str]) -> str:
    length = match["l"] or match["l2"]
    return f"{match['told']}. Two towns are {length} apart on the map. How far apart are they?"


def chosen(text: str) -> str:
    """The equation for the place of a value, where a whole number solves it; "" for all else."""
    plain = " ".join(text.replace("−", "-").split()).strip().rstrip("?. ")
    for pattern in _RULE:
        match = lazy(pattern).fullmatch(plain)
        if match is not None:
            return _place(match)
    return ""


def _place(match: re.Match[str]) -> str:
    tree = slots.for_question("").expression(match["e"])
    poly = None if tree is None else polynomial.of_expression(tree, "n")
    if tree is None or poly is None or len(poly) < 2:
        return ""
    value = Fraction(match["v"])
    places = (n for n in range(1, MAX_PLACE) if sum(c * n**k for k, c in enumerate(poly)) == value)
    found = list(places)
    return f"Solve {slots.spelled(tree)} = {value} for n, where n > 0" if len(found) == 1 else ""


_RULES: Final[Rewordings] = (
    (_STRETCHES, _stretches),
    (_TRAVEL, _travel),
    (_TICKETS, _tickets),
    (_MOST, _most),
    (_MAP, _map),
)
