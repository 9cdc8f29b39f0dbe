"""Ages, sequences, means and rectangles that a story tells of."""

from __future__ import annotations

import itertools
from typing import Final

from mathviz_chat.core.problems.readers.frames.amounts import value
from mathviz_chat.core.problems.readers.frames.cues import FIND
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces, Saying

_TH = r"#n (?:st|nd|rd|th)"


def _ages(found: Found) -> str | None:
    """Two ages by their difference and their sum; asked is one of the two."""
    first, second, asked = (found.word(name) for name in ("first", "second", "asked"))
    ((more,), (total,)) = found.texts("more"), found.texts("total")
    if first == second or asked not in (first, second):
        return None
    older = (asked == first) is (found.word("how") == "older")
    who = "Tom" if older else "Ann"
    years = value(more)
    return (
        f"Tom is {years} years older than Ann. Together they are {value(total)}. How old is {who}?"
    )


_AGES: Final = Pieces(
    words="older|younger",
    parts={
        "more": (
            r"(?P<first>[a-z]\w*) is #t (?P<how>older|younger) than (?:his |her"
            r" )?(?P<second>[a-z]\w*)"
        ),
        "total": (
            r"(?:(?:sum|total) of )?(?:their |two )?(?:combined |total )?ages?(?: (?:together"
            r"|combined))?"
            r" (?:add(?: up)? to|adds? up to|sum to|total|totals|is|are|make|come to) (?:#n"
            r"|#t)(?: old)?"
            r"|(?:together|combined|in total)(?: they| they are| they're| their ages are"
            r"| their ages (?:total|add up to|sum to))* (?:#n|#t)(?: old)?"
        ),
    },
    asks={"age": r"how old is (?:his |her )?(?P<asked>[a-z]\w*)|what is (?P<asked>[a-z]\w*)'s age"},
    says={"age: more total": _ages},
    allowed="",
)


def _term(found: Found) -> str | None:
    ((first,), (step,), (place,)) = (found.texts(name) for name in ("first", "step", "place"))
    return (
        f"An arithmetic sequence has first term {first} and common difference {step}. What is the "
        f"{place}th term?"
    )


_ARITHMETIC: Final = Pieces(
    words="sequence|progression|pattern",
    parts={
        "first": (
            r"(?:starts|begins|starting|beginning) (?:with|at|from) (?:#n|#z)|first term"
            r"(?: is| of| being)? (?:#n|#z)"
        ),
        "step": (
            r"(?:goes|go|going) up (?:by|in) #n(?: (?:each|every|per) (?:time|term))?"
            r"|(?:increases?|increasing|rises) by #n(?: (?:each|every|per) (?:time|term))?"
            r"|(?:common |constant )?difference(?: is| of| between terms is)? (?:#n|#z)"
            r"|(?:adding|add) #n (?:each|every|per) time"
            r"|each term (?:after (?:first|that) )?is #n (?:more|greater) than (?:one before(?:"
            r" it)?|previous(?: one| term)?)"
        ),
        "place": rf"{_TH} (?:term|number)",
        "_kind": r"arithmetic|linear|of numbers",
        "other": r"geometric|quadratic|cubic|harmonic",  # no saying knows it
    },
    asks={"term": rf"{FIND}|which number is"},
    says={"term: first step place": _term},
    allowed="",
)


def _row(found: Found) -> str | None:
    values = [value(text) for text in found.texts("term")]
    (place,) = found.texts("")
    steps = {later - earlier for earlier, later in itertools.pairwise(values)}
    if len(values) < 3 or len(steps) != 1 or not place.isdigit():
        return None
    listed = ", ".join(str(each) for each in values)
    return f"What is the {place}th term of {listed}, ...?"


_ROWS: Final = Pieces(
    words="first",
    parts={
        "term": (
            r"(?:#n|#m)(?: \w+)? (?:in|on|for|during|after) first(?: \w+)?"
            r"|(?:and )?(?:#n|#m)(?: \w+)? (?:in|on|for|during|after) (?:second|third|fourth)(?:"
            r" \w+)?"
            r"|#n (?=~)"
        ),
        "_on": (
            r"and so on|and continues in this way|and continues like this|etc|following same"
            r" pattern|continuing this pattern"
        ),
    },
    asks={
        "term": (
            r"(?:how (?:many|much)(?! more)|what amount)(?! .*\b(?:total|altogether"
            r"|first)\b)… (?:in|on) #n (?:st|nd|rd|th)"
            r" (?:row|week|day|month|year|pattern|layer|line|diagram)"
        )
    },
    says={"term: term+": _row},
    allowed="saves save saved",
)


def _quadratic(found: Found) -> str | None:
    terms = found.texts("term")
    return f"Find the nth term of {', '.join(terms)}" if len(terms) > 3 else None


_NTH: Final = Pieces(
    words="nth",
    parts={
        "term": r"#n",
        "_kind": r"(?:quadratic|arithmetic|linear|geometric) (?:sequence|progression)",
    },
    asks={
        "nth": (
            rf"(?:{FIND}|obtain|write|get)?(?: (?:formula|expression|rule|an|down))*(?: for| in"
            rf" terms of n for)?(?: its| their)? ?nth term"
        )
    },
    says={"nth: term+": _quadratic},
    allowed="begins starts sequence",
)


def _geometric(found: Found) -> str | None:
    terms, (place,) = found.texts("term"), found.texts("place")
    values = [value(text) for text in terms]
    if len(values) < 3 or any(
        a * c != b * b for a, b, c in zip(values, values[1:], values[2:], strict=False)
    ):
        return None
    return f"Find the {place}th term of the geometric sequence {', '.join(terms)}, ..."


def _listed_arithmetic(found: Found) -> str | None:
    terms, (place,) = found.texts("term"), found.texts("place")
    values = [value(text) for text in terms]
    if len(values) < 3 or len({b - a for a, b in itertools.pairwise(values)}) != 1:
        return None
    return f"What is the {place}th term of {', '.join(terms)}, ...?"


def _listed(kind: str, saying: Saying) -> Pieces:
    return Pieces(
        words=kind,
        parts={
            "_first": r"first (?:three|four|few|#n) terms",
            "place": rf"{_TH} term",
            "term": r"#n",
            "_kind": rf"{kind} (?:progression|sequence|series)",
        },
        asks={"term": rf"{FIND}"},
        says={"term: place term+": saying},
        allowed="begins starts",
    )


def _missing(found: Found) -> str | None:
    """The number that moves a mean from one value to another."""
    ((count,), (old,), (new,)) = (found.texts(name) for name in ("count", "old", "new"))
    if not count.isdigit():
        return None
    more = int(count) + 1
    return f"What is {more}*{new} - {count}*{old}?"


_MEAN = r"(?:mean|average)"
_ADDED: Final = Pieces(
    words="mean|average",
    parts={
        "count": rf"#n(?: \w+)?(?= (?:have|has|is|had) {_MEAN})|{_MEAN} of #n \w+(?= is)",
        "new": (
            rf"(?:{_MEAN}|it)(?: of (?:all|them))?(?: now)? (?:becomes|changes to|rises to"
            rf"|increases to|falls to"
            r"|drops to|goes up to|decreases to|is now) #n|new (?:mean|average) (?:is|of) #n"
        ),
        "old": rf"(?:(?:have|has|had) )?{_MEAN} (?:of|is|was) #n|is #n",
        "_added": (
            r"(?:when |if )?(?:another|one more|extra|further|new|second|third|fourth|fifth|sixth"
            r"|seventh|eighth"
            r"|ninth|tenth) number is (?:added|included)(?: to (?:set|list|them))?"
        ),
    },
    asks={
        "added": (
            rf"{FIND} (?:(?:new|extra|added|other|second|third|fourth|fifth|sixth|seventh|eighth"
            rf"|ninth|tenth"
            r"|additional) )?(?:number|value)(?: that was added| added)?"
        )
    },
    says={"added: count old new": _missing},
    allowed="and when",
)


def _by_area(found: Found) -> str | None:
    (area,) = found.roles["area"]
    (more,) = found.roles["more"]
    if area.unit is None or more.unit is None or area.unit.symbol != f"{more.unit.symbol}^2":
        return None
    return (
        f"The length of a rectangle is {more.text} more than its width. The area is "
        f"{value(area.text)} {area.unit.symbol}. Find the {found.asked}."
    )


_LONGER: Final = Pieces(
    words="rectangle|rectangular|rectangle's",
    parts={
        "more": (
            r"(?:is )?#l longer than (?:it is wide|its width|it is broad|width|wide)"
            r"|length(?: of (?:\w+ )?\w+)? is #l (?:more|longer|greater) than (?:its |their"
            r" )?(?:width|breadth)"
            r"|width(?: of (?:\w+ )?\w+)? is #l (?:less|shorter|smaller) than (?:its )?length"
        ),
        "area": r"(?:its |total )?area(?: of \w+)?(?: is| of|:)? #o|covers #o",
        "_by": (
            r"by (?:forming|setting up|writing)(?: and solving)?(?: suitable)?(?: quadratic)?"
            r" equation"
        ),
    },
    asks={
        "width": rf"(?:{FIND} (?:its |rectangle's )?(?:width|breadth)|how wide is (?:it|\w+))",
        "length": rf"(?:{FIND} (?:its |rectangle's )?length|how long is (?:it|\w+))",
    },
    says={"width: more area": _by_area, "length: more area": _by_area},
    allowed="rectangle rectangular",
)

FRAMES: Final = (
    _AGES,
    _ARITHMETIC,
    _ROWS,
    _NTH,
    _listed("geometric", _geometric),
    _listed("arithmetic", _listed_arithmetic),
    _ADDED,
    _LONGER,
)
