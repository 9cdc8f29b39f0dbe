"""Probabilities and counts in stories: draws from groups, dice, committees, menus, codes."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.readers.frames.amounts import value
from mathviz_chat.core.problems.readers.frames.cues import FIND
from mathviz_chat.core.problems.readers.frames.echoes import content, stem
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces

_POST_NAMES = (
    "captain vice-captain president vice-president secretary treasurer chair chairman "
    "chairperson leader deputy winner runner-up goalkeeper"
)
_ORDERLY = (
    "order ordered arranged arrange seated sit row line circle gold silver bronze medal "
    "medals prize prizes st nd rd th password code codes repetition must allowed repeats "
    "repeat refuses same boys girls men women"
)
_WHOLE_NAMES = (
    "people persons pupils students children kids balls marbles counters beads sweets cards "
    "tickets books coins members players workers employees animals fruits items socks "
    "chocolates adults teenagers passengers guests discs cubes pens pencils times ways more"
)

_CHANCE = rf"(?:(?:{FIND} |what's )?(?:probability|prob|chance|chances|likelihood|p)(?: that| of)?)"
_DRAWN = (
    r"(?:takes?|draws?|drawn|picks?|picked|chosen|chooses?|selects?|selected|taken|pulls?"
    r"|removes?|removed)"
)
_WITHOUT = (
    r"(?:without (?:replacement|replacing(?: (?:them|it|first))?|putting (?:it|them) back)"
    r"|(?:and )?(?:eats|eat) (?:them|it|both)|(?:and )?(?:are |is )?not replaced)"
)
_RANDOM = r"(?:at random|randomly|one after other|one at time|in succession)"
_COLOURS: Final = ("red", "green", "blue", "white")


_WHOLES: Final = frozenset(stem(word) for word in _WHOLE_NAMES.split())
"""What names all there are, not one kind of them."""


def _groups(found: Found) -> dict[str, str] | None:
    """How many of each kind there are, by the stem of its name."""
    names, counts = [stem(word) for word in found.every("kind")], found.texts("group")
    whole = all(count.isdigit() for count in counts)
    if set(names) & _WHOLES:
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


def _both(found: Found) -> str | None:
    groups = _groups(found)
    colour = _colour(groups, found.word("asked")) if groups else ""
    if groups is None or not colour or found.texts("draws") != ("2",):
        return None
    return (
        f"{_bag(groups)} Two balls are drawn without replacement. What is the probability that "
        f"both are {colour}?"
    )


def _single(found: Found) -> str | None:
    groups = _groups(found)
    colour = _colour(groups, found.word("asked")) if groups else ""
    if groups is None or not colour:
        return None
    return (
        f"{_bag(groups)} One ball is drawn at random. What is the probability that it is {colour}?"
    )


_GROUP = r"#n (?P<kind>[a-z]\w+)"
_BOTH: Final = Pieces(
    words="both",
    parts={
        "without": _WITHOUT,
        "draws": (
            rf"{_DRAWN}(?: out)? #n(?: \w+)?|#n (?:of (?:them|\w+) |more )?(?:\w+ )?(?:are|is)"
            rf" {_DRAWN}"
            r"(?: out)?"
        ),
        "group": _GROUP,
        "_random": _RANDOM,
    },
    asks={
        "both": (
            rf"{_CHANCE}(?: (?:that|they|of|getting|picking|drawing|taking|are|were|will|be))*"
            rf" both(?: (?:of|them|are|is|being|were|be|will))* (?P<asked>[a-z]\w+)(?: ones)?"
        )
    },
    says={"both: without draws group group": _both, "both: without draws group group group": _both},
    allowed="out from takes take and",
)
_ONE: Final = Pieces(
    words="probability|chance|prob|likelihood|chances",
    parts={
        "_drawn": (
            rf"(?:one |single )?(?:of them |\w+ )?is {_DRAWN}(?: out)?(?: at random| randomly)?"
        ),
        "group": _GROUP,
        "_random": _RANDOM,
    },
    asks={
        "one": (
            rf"{_CHANCE}(?: (?:that|it|is|it's|he|she|they|this|\w+ is|getting|picking|drawing"
            rf"|choosing))* (?P<asked>[a-z]\w+)"
        )
    },
    says={
        "one: group group": _single,
        "one: group group group": _single,
        "one: group group group group": _single,
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
        "not": rf"{_CHANCE}(?P<asked>(?: (?!not\b|doesn't\b|won't\b|isn't\b)[a-z][\w'-]*)*)"
        r" (?:not|doesn't|won't|isn't)(?P<asked>(?: [a-z][\w'-]*)*)"
    },
    says={"not: chance": _complement},
    allowed="late early full empty broken",
)


def _dice(found: Found) -> str | None:
    if found.texts("dice") != ("2",) or not found.texts("")[0].isdigit():
        return None
    return f"Two dice are rolled. What is the probability that the sum is {found.texts('')[0]}?"


_DICE: Final = Pieces(
    words="dice",
    parts={
        "dice": (
            r"(?:rolls?|throws?|toss|tosses|rolling|throwing)?(?: )?#n (?:fair |ordinary "
            r"|six-sided |normal |standard )*dice"
            r"(?: are| were)?(?: (?:rolled|thrown|tossed))?(?: together| at same time)?"
        ),
        "_rolled": r"(?:rolls|roll|rolled|thrown|throws)",
    },
    asks={
        "sum": (
            rf"{_CHANCE}(?: (?:that|their|scores?|numbers?|dots|two|of|getting|rolling|scoring))*"
            r" (?:total|sum|add up to|add to|adding up to)(?: (?:is|of|equals|to|score|be))* #n"
        )
    },
    says={"sum: dice": _dice},
    allowed="scores",
)


_ROLES: Final = frozenset(_POST_NAMES.split())
_ORDERED: Final = _ROLES | frozenset(_ORDERLY.split())
_WAYS = (
    r"(?:in )?how many (?:different |possible |distinct )*(?:ways|committees|teams|groups"
    r"|combinations|selections|choices|hands|pairs)"
)


def _chosen(found: Found) -> str | None:
    ((whole,), (few,)) = found.texts("whole"), found.texts("few")
    if set(found.text.split()) & (_ORDERED - _ordinary(found)) or value(few) > value(whole):
        return None
    return f"What is {whole} choose {few}?" if whole.isdigit() and few.isdigit() else None


def _ordinary(found: Found) -> frozenset[str]:
    """Words such as ``women`` where they only name all who are there."""
    kinds = {"boys", "girls", "men", "women"} & set(found.text.split())
    return frozenset(kinds) if len(kinds) == 1 else frozenset()


_CHOICE: Final = Pieces(
    words="ways|committees|teams|groups|combinations|selections|choices|hands|pairs",
    parts={
        "few": (
            r"(?:committees?|teams?|groups?|panels?|squads?|selections?|subsets?|hands?) of(?:"
            r" size)? #n(?: \w+)?"
            r"|(?:choose|pick|select|choosing|picking|selecting|chooses|picks|selects) #n"
            r"(?: (?:different|of them|of these))?(?: \w+)?"
            r"|#n (?:of them |of these |\w+ )?(?:can |could |may |must |to )?(?:be )?(?:chosen"
            r"|picked|selected)"
        ),
        "whole": (
            r"(?:from |out of |group of |class of |list of )*#n(?: (?:different|available))?(?:"
            r" \w+)?"
        ),
    },
    asks={"ways": rf"{_WAYS}(?: are there| is there| can| could| may| there are)?"},
    says={"ways: whole few": _chosen},
    allowed="from form formed out be chosen picked selected made choose pick select different of",
)


def _placed(found: Found) -> str | None:
    """How many orders for different posts: as many posts as are named."""
    (whole,) = found.texts("whole")
    posts = [word for word in found.text.split() if word in _ROLES]
    medals = [word for word in found.text.split() if word in ("gold", "silver", "bronze")]
    named = len(posts) or len(medals)
    if named < 2 or len(set(posts)) != len(posts) or (posts and medals) or not whole.isdigit():
        return None
    return f"What is {whole}P{named}?"


_POSTS: Final = Pieces(
    words=(
        "captain|president|secretary|treasurer|chair|leader|vice-captain|gold|chairman|chairperson"
    ),
    parts={
        "whole": (
            r"(?:from |among |by |of |to )*(?:team of |club of |group of |class of )?#n(?: \w+)?"
        )
    },
    asks={"ways": rf"{_WAYS}(?: are there| is there| can| could| may)?(?: this)?(?: be done)?"},
    says={"ways: whole": _placed},
    allowed="from be done chosen picked different have has must to",
)

_ONE_EACH = (
    r"(?:(?:consisting of|made up of|with|choosing|containing|using|has|have|having|and|if) )*"
    r"(?:one|1) (?:of each(?: kind| type)?|\w+(?: (?:and )?(?:one|1) \w+)+)"
)


def _menu(found: Found) -> str | None:
    items = found.texts("item")
    if not all(item.isdigit() for item in items) or not 2 <= len(items) <= 3:
        return None
    names = ("starters", "mains", "desserts")
    listed = [f"{item} {name}" for item, name in zip(items, names, strict=False)]
    if len(items) == 2:
        return f"I have {items[0]} shirts and {items[1]} pants. How many outfits can I make?"
    return (
        f"A menu has {', '.join(listed[:-1])} and {listed[-1]}. How many different meals can be"
        f" made?"
    )


_MENU: Final = Pieces(
    words="meals|meal|outfits|combinations|choices|outfit|ways|sandwiches",
    parts={
        "each": _ONE_EACH,
        "item": (
            r"#n(?: different| kinds of| types of)?(?: \w+)?(?= and #n| #n| ~| on| \.| to| for|"
            r" in)"
        ),
    },
    asks={
        "ways": (
            r"(?:in )?how many (?:different |possible )*(?:(?:meal|lunch|dinner) )?"
            r"(?:meals|meal deals|outfits|combinations|choices|ways|menus|deals|orders|lunches"
            r"|sandwiches)"
            r"(?: are there| can| are possible| could)?"
        )
    },
    says={"ways: each item item": _menu, "ways: each item item item": _menu},
    allowed="choose choosing from make made there be each are possible different combined",
)


def _games(found: Found) -> str | None:
    (count,) = found.texts("count")
    if not count.isdigit():
        return None
    return f"{count} teams each play every other team once. How many matches is that in total?"


_LEAGUE: Final = Pieces(
    words="once",
    parts={
        "_once": (
            r"(?:if )?(?:every|each|they all|all)(?: of them)?(?: \w+)? (?:plays?|meets?|faces?"
            r"|shakes? hands with|hugs?)"
            r"(?: against)? (?:(?:every|each|all|all of) others?|each other|every one of"
            r" others)(?: \w+)?"
            r" (?:exactly |just |only )?once"
        ),
        "count": r"#n(?: \w+)?",
    },
    asks={
        "games": (
            r"how many (?:games|matches|handshakes|hugs|fixtures)(?: (?:are|will be|is|were|there"
            r"|that|played|in total|in all|altogether|be))*"
        )
    },
    says={"games: count": _games},
    allowed="played league tournament altogether has have there",
)


def _code(found: Found) -> str | None:
    (length,), (low, high) = found.texts("length"), found.texts("range")
    parity = found.word("parity")
    if not (length.isdigit() and low.isdigit() and high.isdigit()):
        return None
    if not 1 <= int(low) < int(high) <= 9 or int(length) > int(high) - int(low) + 1:
        return None
    kind = f"{parity} " if parity else ""
    return (
        f"How many {kind}{length}-digit numbers can be formed from the digits {low} to {high} "
        "without repetition?"
    )


_CODE: Final = Pieces(
    words="digit|digits",
    parts={
        "length": r"#n digit(?: (?:pin|pins|code|codes|number|numbers|password|passwords))?",
        "range": r"digits (?:from )?#n to #n",
        "once": (
            r"no digits? (?:may|can|is|are|to)(?: be)? (?:used|repeated)(?: more than once)?"
            r"|without (?:repetition|repeating)(?: digits| any digits?)?|no (?:repeats"
            r"|repetition)(?: (?:is|are) allowed)?"
            r"|each digit (?:may|can|must) be used (?:at most |only )?once|repetition is not"
            r" allowed"
            r"|digits (?:may|can)(?:not| not) be repeated|all different"
        ),
        "_parity": r"(?:has to be |must be |is |be )?(?P<parity>even|odd)(?: number| numbers)?",
    },
    asks={
        "codes": r"how many (?:different |such |possible )*(?:(?P<parity>even|odd) )?"
        r"(?:pins|pin codes|codes|numbers|passwords|pin numbers|of these)(?: (?:are|is|there"
        r"|possible|can|could|be|made|i|we|formed))*"
    },
    says={"codes: length range range once": _code},
    allowed="digits from made formed using be number",
)

FRAMES: Final = (_BOTH, _ONE, _NOT, _DICE, _CHOICE, _POSTS, _MENU, _LEAGUE, _CODE)
