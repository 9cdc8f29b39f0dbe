"""What makes a story two stories, or another one, though each of its words is known to a frame."""

from __future__ import annotations

import re
from typing import Final

_HOLDER = (
    r"(?:box(?:es)?|bags?|packs?|packets?|trays?|crates?|cartons?|rows?|bus(?:es)?|baskets?|jars?|"
    r"tins?|drawers?|urns?|hats?)"
)
_DOING = (
    r"(?:paint|clean|build|mow|dig|plou?gh|wash|tile|harvest|weed|decorate|fill|print|assemble)\w*"
)
_PERSON = (
    r"(?:teacher|driver|guide|coach|leader|helper|adult|mother|father|parent|nurse|friend|brother|"
    r"sister|child|dog|mum|mom|dad)"
)
_NEEDED = (
    r"(?=.*\bhow (?:many|much)\b)(?=.*\b(?:needed|needs?|required?|requires|hire|order|must)\b)"
)
_SIZE = (
    r"(?:\s+of\s+(?:\w+\s+){1,4}?(?:is|was|equals|=)|\s+(?:is|was|equals|of)|\s*=)"
    r"\s*[\d.,/]+\s*(?:π|pi)?\s*"
)
_SQUARED = r"(?:\w+\s*(?:\^\s*2|²)|sq(?:uare)?\.?\s+\w+|\w+\s+squared)"
_CUBED = r"(?:\w+\s*(?:\^\s*3|³)|cu(?:bic)?\.?\s+\w+|\w+\s+cubed)"
_REFUSED: Final = tuple(
    re.compile(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        # the rounded value is told, not the one to round
        r"\brounded\b[^.?]*(?<!what )\bis (?:about |exactly )?\d",
        # what holds the things is left over, not the things
        rf"\bhow many (?:\w+ )?{_HOLDER} (?:are |will be |is )?(?:there )?(?:left|over|remain)",
        # how many go into one box is not told
        rf"\b(?:packed|put|placed) into \d+ {_HOLDER}\b.*\bleft\b",
        # one fills, another one empties: which of them is asked for is not told
        r"(?=.*\bfill)(?=.*\b(?:empt|drain))"
        r"(?:.*\btogether\W*$|.*\bhow many \w+ (?:fill|empty|drain))",
        # somebody gets a share besides those who are counted
        r"\b(?:shared?|shares|divided?|split)\b[^.?]*\b\d+ \w+ and (?:their|his|her|the|an?|my)\b",
        # somebody goes with those who are counted
        rf"{_NEEDED}.*\d[^.?]*\b(?:and|plus|with|including) (?:an?|one|the|their|his|her|my|our)"
        rf" (?:\w+ )?{_PERSON}s?\b",
        rf"{_NEEDED}.*\band (?:(?:his|her|their|my|our) )?\d+ (?:\w+ )?"
        r"(?:friends|class-?mates|mates|colleagues|others)\b",
        # one more than are needed
        rf"{_NEEDED}.*\bspare\b",
        # from two places at once
        r"\bballs?\b.*\band (?:a|another|the) (?:box|bag|jar|urn|tin|hat) (?:has|holds|contains)\b",
        # to how many people is not told
        r"(?!.*\bas (?:many|long)\b)(?=.*\b(?:left|remain\w*|now)\b)"
        r".*\b(?:giv\w+|gave|hand\w*|deal\w*|dealt)\b[^.?]*\d[^.?]*"
        r"\bto (?:each|every)\b(?![^.?]*\d)",
        # the shares belong to the people in another order
        r"\b(?:ratio|shared?|split|divided?)\b.*\b(?:revers\w*|backwards?|swapped|the other way)\b",
        # whether the break is part of how long it lasts is not told
        r"\blasts?\b[^.?]*\bwith an? (?:\w+ )?(?:break|interval|intermission|pause)\b",
        # a volume in square metres, an area in cubic ones, a length in either
        rf"\bvolume{_SIZE}{_SQUARED}",
        rf"\barea{_SIZE}{_CUBED}",
        rf"\b(?:perimeter|circumference|radius|diameter|height|length|width|side|edge|diagonal)"
        rf"{_SIZE}(?:{_SQUARED}|{_CUBED})",
        # at what time is not told
        r"^(?!.*\d:\d\d|.*\d\s?[ap]\.?m\b).*\bwhen (?:will|do|would) they (?:next|again)\b",
    )
)
_JOBS: Final = re.compile(rf"\b{_DOING} (?:a|an|the) (?P<job>\w+) in \d", re.IGNORECASE)


_COMPASS: Final = re.compile(r"\b(?:north|south|east|west)", re.IGNORECASE)
_FROM: Final = re.compile(
    r"\bfrom\s+(?:the|a|an|his|her|its|their|our|my)\s+(?P<place>[a-z]+)", re.IGNORECASE
)
_BEGINNING = "start starting origin original beginning home house point place first departure"
_STARTS: Final = frozenset(_BEGINNING.split())


def _is_from_elsewhere(text: str) -> bool:
    """Whether the distance is asked from a place at which no way begins: ``the lighthouse``."""
    if not _COMPASS.search(text):
        return False
    return any(
        match["place"].lower() not in _STARTS
        and match["place"].lower() not in text[: match.start()].lower()
        for match in _FROM.finditer(text)
        if match.end() > len(text) - 40 and _COMPASS.search(text[: match.start()])
    )


def is_refused(text: str) -> bool:
    """Whether no frame may read the story."""
    if _is_from_elsewhere(text):
        return True
    jobs = {match["job"].lower() for match in _JOBS.finditer(text)}
    return len(jobs) > 1 or any(pattern.search(text) for pattern in _REFUSED)
