"""Probabilities in stories: draws from groups, dice, complements, independent events."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.readers.frames.amounts import value
from mathviz_chat.core.problems.readers.frames.cues import FIND
from mathviz_chat.core.problems.readers.frames.echoes import content, stem
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces, Saying

_CONTAINER_NAMES = (
    "bag box jar urn tin hat drawer bowl basket sack bucket purse pocket cup tray pot"
)
_WHOLE_NAMES = (
    "people persons pupils students children kids balls marbles counters beads sweets cards "
    "tickets books coins members players workers employees animals fruits items socks "
    "chocolates adults teenagers passengers guests discs cubes pens pencils times ways more"
)

CHANCE = (
    rf"(?:(?:{FIND} |what's |how likely is (?:it )?)?(?:probability|prob|chance|chances"
    rf"|likelihood|p|"
    r"odds(?: as probability)?|how likely is it)(?: that| of)?)"
)
DRAWN = (
    r"(?:takes?|draws?|drawn|picks?|picked|chosen|chooses?|selects?|selected|taken|pulls?"
    r"|removes?|removed)"
)
_WITHOUT = (
    r"(?:without (?:replacement|replacing(?: (?:them|it|first))?|putting (?:it|them) back)"
    r"|(?:and )?(?:eats|eat) (?:them|it|both)|(?:and )?(?:are |is )?not replaced)"
)
RANDOM = (
    r"(?:at random|randomly|one after other|one at time|in succession|without (?:looking|peeking"
    r"|choosing|seeing)(?: (?:in|inside|first))?|with (?:his|her|my) eyes (?:shut|closed)"
    r"|blindfold(?:ed)?)"
)
_COLOURS: Final = ("red", "green", "blue", "white")


_WHOLES: Final = frozenset(stem(word) for word in _WHOLE_NAMES.split())
"""What names all there are, not one kind of them."""


_CONTAINERS: Final = frozenset(_CONTAINER_NAMES.split())
"""Where they are: all of them in one place."""


def _groups(found: Found) -> dict[str, str] | None:
    """How many of each kind there are, by the stem of its name."""
    names, counts = [stem(word) for word in found.every("kind")], found.texts("group")
    whole = all(count.isdigit() for count in counts)
    if set(names) & _WHOLES or len(_CONTAINERS & set(found.text.split())) > 1:
        return None
    if len(names) != len(counts) or len(set(names)) != len(names) or not whole:
        return None
    return dict(zip(names, counts, strict=True)) if len(names) <= len(_COLOURS) else None


def _bag(groups: dict[str, str]) -> str:
    listed = [f"{count} {colour}" for count, colour in zip(groups.values(), _COLOURS, strict=False)]
    return f"A bag has {', '.join(listed[:-1])} and {listed[-1]} balls."


def _colour(groups: dict[str, str], asked: str) -> str:
    names = list(groups)
    return _COLOURS[names.index(stem(asked))] if stem(asked) in names else ""


def _single(found: Found) -> str | None:
    """One of a kind, or of any other one."""
    groups = _groups(found)
    colour = _colour(groups, found.word("asked")) if groups else ""
    if groups is None or not colour:
        return None
    is_ = "is not" if found.asked == "other" else "is"
    return (
        f"{_bag(groups)} One ball is drawn at random. What is the probability that it {is_} "
        f"{colour}?"
    )


_GROUP = r"#n (?:(?:pieces|bars|bags|sticks|slices|tins|cans|packets) of )?(?P<kind>[a-z]\w+)"
_BACK = (
    r"(?:with replacement|(?:and )?(?:is |are )?(?:put|putting|puts|placed|placing|returned"
    r"|returning)"
    r"(?: (?:it|them|first|one|ball|each time|straight))* back(?: (?:in|into|before)[a-z ]*?(?= "
    r"\.|$))?"
    r"|(?:and )?(?:is |then )*replaced(?: (?:before|after) [a-z ]*?(?= \.|$))?|replacing (?:it"
    r"|them|each))"
)
_AT_ONCE = (
    r"(?:at same time|together|at once|simultaneously|in one go|without (?:first )?replacing)"
)
_NOUN = r"(?: (?!is\b|are\b|without\b|with\b|at\b|in\b|one\b|out\b|from\b|of\b|and\b)[a-z]\w*)?"
_TAKE = (
    r"(?:takes?|draws?|picks?|chooses?|selects?|pulls?|removes?|grabs?|fish(?:es)?|lifts?|takes)"
)
_THEY = (
    r"(?: (?:that|they|of|getting|picking|drawing|taking|are|were|will|be|it|i|he|she|you|we|have"
    r"|has|"
    r"get|gets|got|there|is|having|them|balls?|end up with|choosing))*"
)
_COLOUR = r"(?:colou?rs?|kinds?|flavou?rs?|types?|sorts?)"
_BE = r"(?: (?:of|them|are|is|being|were|be|will|balls?|ones?|two))*"
_EVENTS_DRAWN: Final = {
    "they are different colours": (
        rf"{CHANCE}{_THEY} (?:(?:both |of |in )*different (?:{_COLOUR}|ones)|one of each(?: "
        rf"{_COLOUR})?"
        rf"|not (?:of )?same {_COLOUR})"
    ),
    "they are the same colour": (
        rf"{CHANCE}{_THEY} (?:(?:both |all |of )*same {_COLOUR}|match(?:ing)?)"
    ),
    "at least one is {a}": rf"{CHANCE}{_THEY} at least one{_BE} (?P<asked>[a-z]\w+)",
    "exactly one is {a}": rf"{CHANCE}{_THEY} (?:exactly|only|just) one{_BE} (?P<asked>[a-z]\w+)",
    "none of them are {a}": rf"{CHANCE}{_THEY} (?:neither|none){_BE} (?P<asked>[a-z]\w+)",
    "the first is {a} and the second is {b}": (
        rf"{CHANCE}{_THEY} first(?: one| ball)?(?: is)? (?P<asked>[a-z]\w+)(?: one)? (?:and|then) "
        rf"(?:that )?second(?: one| ball)?(?: is)? (?P<second>[a-z]\w+)"
    ),
    "one is {a} and one is {b}": (
        rf"{CHANCE}{_THEY} one(?: is| of them is)? (?P<asked>[a-z]\w+)(?: one)? and (?:one|other)"
        rf"(?: is)? (?P<second>[a-z]\w+)"
    ),
    "all are {a}": rf"{CHANCE}{_THEY} (?:both|all|#n){_BE} (?P<asked>(?!{_COLOUR}\b|same\b"
    "|different\b)[a-z]\\w+)(?: ones| balls)?",
}


def _drawn(event: str) -> Saying:
    """Of those who are drawn one after another, put back or not."""

    def says(found: Found) -> str | None:
        groups, text = _groups(found), found.text
        if groups is None or len({*found.texts("draws")}) != 1:
            return None
        (count,) = {*found.texts("draws")}
        names = [
            _colour(groups, word) for word in (found.word("asked"), found.word("second")) if word
        ]
        back, kept = bool(found.every("back")), bool(found.every("kept"))
        if back == kept or not count.isdigit() or not all(names):
            return None
        if "one of each" in text and str(len(groups)) != count:
            return None
        if {*found.texts("")} - {count} or ("both" in text.split() and count != "2"):
            return None
        way = "with" if back else "without"
        said = event.format(**dict(zip("ab", names, strict=False)))
        if count == "2":
            count, said = "Two", said.replace("all are", "both are")
        return (
            f"{_bag(groups)} {count} balls are drawn {way} replacement. What is the probability "
            f"that {said}?"
        )

    return says


_DRAWS: Final = Pieces(
    words="both|different|same|match|matching|neither|none|least|exactly|first|each|only|all|one",
    parts={
        "_way": (
            rf"(?P<kept>{_WITHOUT}|without putting (?:first |it |them |one |ball )*back(?: in)?|"
            rf"{_AT_ONCE}|(?:and )?(?:keeps?|keeping) (?:it|them)|not put back)|(?P<back>{_BACK})"
        ),
        "draws": (
            rf"(?:(?P<kept>eats?|grabs?|eating|grabbing)|{_TAKE}|{DRAWN})(?: out)? #n{_NOUN}(?: "
            rf"of them)?"
            rf"(?: out)?|#n{_NOUN}(?: of them)? (?:are|is) {DRAWN}(?: out)?"
        ),
        "group": _GROUP,
        "_random": rf"{RANDOM}|in dark|out of bag|from (?:bag|box|drawer|jar)",
    },
    asks=_EVENTS_DRAWN,
    says={
        f"{name}: draws {' '.join(['group'] * kinds)}": _drawn(name)
        for name in _EVENTS_DRAWN
        for kinds in (2, 3, 4)
    },
    allowed="out from takes take and them both",
)
_ONE: Final = Pieces(
    words="probability|chance|prob|likelihood|chances",
    parts={
        "_drawn": (
            rf"(?:one |single )?(?:of them |\w+ )?is {DRAWN}(?: out)?(?: at random| randomly)?"
            rf"|{DRAWN}(?: out)? (?:just |exactly )?one(?: (?:of them|[a-z]\w*))?"
        ),
        "group": _GROUP,
        "_random": RANDOM,
    },
    asks={
        "other": (
            rf"{CHANCE}(?: (?:that|it|he|she|they|this|one|\w+))* (?:is not|isn't|does not"
            r"|doesn't|not)"
            rf"(?: (?:get|pick|take|draw|choose|getting|picking|taking|drawing|be))*(?: one)?"
            rf" (?P<asked>[a-z]\w+)(?: one)?(?! (?:or|nor|and)\b)"
        ),
        "one": (
            rf"{CHANCE}(?: (?:that|it|is|it's|he|she|they|this|\w+ is|getting|picking|drawing"
            rf"|choosing))* (?P<asked>[a-z]\w+)(?! (?:or|nor|and)\b)"
        ),
    },
    says={
        f"{asked}: {' '.join(['group'] * kinds)}": _single
        for asked in ("one", "other")
        for kinds in (2, 3, 4)
    },
    allowed="one from",
)


def _complement(found: Found) -> str | None:
    told, asked = content(" ".join(found.every("told"))), content(" ".join(found.every("asked")))
    (chance,) = found.texts("chance")
    if not asked or not asked <= told or not 0 < value(chance) < (100 if "%" in chance else 1):
        return None
    return f"The probability of rain is {chance}. What is the probability that it does not rain?"


_NOT: Final = Pieces(
    words="not|doesn't|won't|isn't",
    parts={
        "chance": r"(?:probability|chance)(?: that| of)(?P<told>(?: [a-z][\w'-]*)+?) is (?:#n|#p)",
    },
    asks={
        "not": rf"{CHANCE}(?P<asked>(?: (?!not\b|doesn't\b|won't\b|isn't\b)[a-z][\w'-]*)*)"
        r" (?:not|doesn't|won't|isn't)(?P<asked>(?: [a-z][\w'-]*)*)"
    },
    says={"not: chance": _complement},
    allowed="late early full empty broken",
)


def _dice(found: Found) -> str | None:
    dice = {*found.texts("dice"), *(("2",) if found.word("twice") else ())} - {"6"}
    *both, total = found.texts("")
    if dice != {"2"} or both not in ([], ["2"]) or not total.isdigit():
        return None
    return f"Two dice are rolled. What is the probability that the sum is {total}?"


_FAIR = r"(?:(?:fair|ordinary|normal|standard|#n sided|six-sided) )*"
_DICE: Final = Pieces(
    words="dice|die",
    parts={
        "dice": (
            rf"{_FAIR}(?:dice|die) is (?:rolled|thrown|tossed) (?P<twice>twice)"
            rf"|(?:rolls|throws|roll|throw|tosses) {_FAIR}(?:dice|die) (?P<twice>twice)|"
            r"(?:rolls?|throws?|toss|tosses|rolling|throwing)?(?: )?#n (?:fair |ordinary "
            r"|six-sided |normal |standard |cubical |#n sided )*dice"
            r"(?: are| were)?(?: (?:rolled|thrown|tossed))?(?: together| at same time)?"
        ),
        "_rolled": r"(?:rolls|roll|rolled|thrown|throws)",
    },
    asks={
        "sum": (
            rf"{CHANCE}(?: (?:that|their|scores?|numbers?|dots|two|of|getting|rolling|scoring))*"
            r"(?: #n (?:scores|numbers|throws|rolls|results))?"
            r" (?:total|sum|add up to|add to|adding up to|sum up to|adds up to|total score)(?: "
            r"(?:is|of|equals|to|score|be))* #n"
        )
    },
    says={"sum: dice": _dice, "sum: dice dice": _dice},
    allowed="scores",
)


_VALUE = r"(?:#n|#p)"
_INDEPENDENT: Final = {
    "exactly one": "{a}*(1 - {b}) + (1 - {a})*{b}",
    "at least one": "1 - (1 - {a})*(1 - {b})",
    "both": "{a}*{b}",
    "neither": "(1 - {a})*(1 - {b})",
}


def _independent(found: Found) -> str | None:
    """Of two independent events: one of them, both, neither; the events are those that are told."""
    chances = found.texts("chance")
    story = found.text.rstrip(" .").rpartition(" . ")[0]
    told = content(" ".join(found.every("told")) or story)
    asked = content(" ".join(found.every("asked")) + " " + " ".join(found.every("done")))
    if not asked <= told or not all(0 < value(one) < 1 and "%" not in one for one in chances):
        return None
    if {*found.texts("_count")} - {"2"}:
        return None
    a, b = chances
    return f"Calculate {_INDEPENDENT[found.asked].format(a=f'({a})', b=f'({b})')}."


_WORDS = r"(?: (?!if\b|given\b|when\b|not\b)[a-z][\w'-]*)"
_OF_THEM = r"(?: (?:of (?:#t|#n|them|these|#n [a-z]\w*)|day|days|event|events|of weekend))*"
_EVENTS: Final = Pieces(
    words="independent|independently",
    parts={
        "chance": (
            rf"(?:probability|chance)(?: that| of)(?P<told>{_WORDS}+?) is {_VALUE}"
            rf"|{_VALUE} (?:probability|chance) (?:of|that)(?P<told>{_WORDS}{{1,2}})(?: on "
            r"[a-z]\w*)?"
            rf"|and(?: for [a-z]\w*)? {_VALUE} on [a-z]\w*"
            rf"|and that(?P<told>{_WORDS}+?) is {_VALUE}"
            rf"|with (?:probability|probabilities|chances?)(?: of)? {_VALUE}(?: and (?:[a-z]+ "
            rf"(?:one )?with "
            rf"probability )?{_VALUE})?(?: respectively)?"
        ),
        "_count": (
            r"#n (?!are\b)[a-z]\w*(?= (?:that |which )?(?:~|works?|fails?|each|have|has|fires?"
            r"|hits?|shoots?))"
        ),
        "independent": (
            r"(?:and )?independently(?: of (?:that|this|it|each other))?"
            r"|(?:assuming|assume|if|given|suppose|supposing)?(?: that)? ?(?:these |both )?"
            r"(?:#t|#n [a-z]\w*|days|events|they|these|results) are (?:all )?independent"
            r"(?: of each other)?|independent events"
        ),
    },
    asks={
        name: (
            rf"{CHANCE}(?: that)?(?P<asked>{_WORDS}*?)(?: on| in)? {name}{_OF_THEM}"
            rf"(?: (?P<done>(?!of\b|on\b)[a-z]\w*))?"
        )
        for name in _INDEPENDENT
    },
    says={f"{name}: chance chance independent": _independent for name in _INDEPENDENT},
    allowed="gives late early",
)


FRAMES: Final = (_DRAWS, _ONE, _NOT, _DICE, _EVENTS)
