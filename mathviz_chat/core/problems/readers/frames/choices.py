"""How many ways there are: committees, posts, menus, games, codes, seats in a row."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems.readers.frames.amounts import value
from mathviz_chat.core.problems.readers.frames.echoes import stem
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces
from mathviz_chat.core.problems.readers.frames.tokens import words

_POST_NAMES = (
    "captain vice-captain president vice-president secretary treasurer chair chairman "
    "chairperson leader deputy winner runner-up goalkeeper"
)
_ORDERLY = (
    "order ordered arranged arrange seated sit row line circle gold silver bronze medal "
    "medals prize prizes st nd rd th password code codes repetition must allowed repeats "
    "repeat refuses same boys girls men women"
)
_ROLES: Final = frozenset(_POST_NAMES.split())
_ORDERED: Final = _ROLES | frozenset(_ORDERLY.split())
_WAYS = (
    r"(?:in )?how many (?:different |possible |distinct )*(?:ways|committees|teams|groups"
    r"|combinations|selections|choices|hands|pairs)"
)


_MUST_CHOOSE: Final = re.compile(r"\bmust (?:choose|pick|select)\b")
"""A task, not a condition on who is chosen."""


def _chosen(found: Found) -> str | None:
    ((whole,), (few,)) = found.texts("whole"), found.texts("few")
    free = {"order"} if found.word("free") else set()
    ordered = _ORDERED - _ordinary(found) - free
    said = _MUST_CHOOSE.sub("choose", found.text).split()
    if set(said) & ordered or value(few) > value(whole):
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
            r"(?<=~ )of #n(?: (?!from\b|can\b|out\b)\w+)?|(?<!from )(?:committees?|teams?|groups?"
            r"|panels?|squads?|selections?|subsets?"
            r"|hands?) of(?:"
            r" size)? #n(?: \w+)?"
            r"|(?:choose|pick|select|choosing|picking|selecting|chooses|picks|selects) #n"
            r"(?: (?:different|of them|of these))?(?: \w+)?"
            r"|#n (?:of them |of these |\w+ )?(?:can |could |may |must |to )?(?:be )?(?:chosen"
            r"|picked|selected)"
        ),
        "whole": (
            r"(?:from |out of |group of |class of |list of |squad of )*#n(?: (?:different"
            r"|available))?"
            r"(?: \w+){0,2}"
        ),
        "_free": (
            r"(?:and |but )?(?:order|who [a-z]\w* (?:where|what)|positions)(?: (?:in which|of)"
            r"(?: [a-z]\w*){1,4})? (?:doesn't|does not|do not|don't) (?P<free>matter)(?: yet| "
            r"here)?"
        ),
    },
    asks={
        "ways": (
            rf"{_WAYS}(?: are there| is there| can| could| may| there are)?"
            r"(?: (?:has|have) (?:she|he|they|we) got"
            r"|(?: (?:can|could|does|do|she|he|they|we|you))+ (?:choose|have|make|pick"
            r"|select)(?! #n))?"
        )
    },
    says={"ways: whole few": _chosen},
    allowed="from form formed out be chosen picked selected made choose pick select different of "
    "new",
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

_ONE = r"(?:one|1|a|single)"
_ONE_EACH = (
    r"(?:(?:consisting of|consists? of|made up of|with|choosing|choose|chooses|containing|using|"
    r"has|have|having|and|if|must|you|i|he|she|we|takes?|picks?|wears?|wearing) )*"
    rf"(?:{_ONE}|just {_ONE}|exactly {_ONE}) (?:(?:item |thing )?(?:of|from) each(?: kind| type| "
    rf"group| course)?|[a-z]\w*(?:(?: and)? {_ONE} [a-z]\w*)+)"
)
_CHOICES = (
    r"(?:meals?|meal deals|outfits?|combinations|choices|ways|menus|deals|orders|lunches|dinners|"
    r"sandwiches|pizzas|selections|possibilities|looks|options|burgers|breakfasts|salads|"
    r"ice creams|designs|cars|bikes|pairs)"
)


def _menu(found: Found) -> str | None:
    """The product of the choices; ``three-course`` names how many there are."""
    items, named = found.texts("item"), {stem(word) for word in found.every("kind")}
    courses = {*found.texts("_courses"), *found.texts("")}
    if not all(item.isdigit() for item in items) or not courses <= {str(len(items))}:
        return None
    if len(named) != len(items) or {*found.text.split()} & _PICKY:
        return None
    if len(items) == 2:
        return f"I have {items[0]} shirts and {items[1]} pants. How many outfits can I make?"
    if len(items) > 3:
        return f"Calculate {'*'.join(items)}."
    first, second, third = items
    return (
        f"A menu has {first} starters, {second} mains and {third} desserts. How many different "
        "meals can be made?"
    )


def _whole_sets(found: Found) -> str | None:
    """An outfit, or a meal of as many courses as are told, has one of each by its name."""
    outfit = "outfit" in found.text
    courses = found.texts("_courses") or found.texts("")
    return _menu(found) if courses or outfit else None


_PICKY: Final = words("skip optional leave together matching clash clashes least most up")

_MENU: Final = Pieces(
    words=(
        "meals|meal|outfits|combinations|choices|outfit|ways|sandwiches|pizzas|menus|lunches|"
        "dinners|options|designs|burgers|possibilities"
    ),
    parts={
        "_courses": r"#n course(?= (?:meals?|menus?|dinners?|lunch(?:es)?))",
        "each": _ONE_EACH,
        "item": (
            r"#n(?: (?:different|kinds of|types of|pairs of|choices of|flavours of|styles of|sorts "
            r"of|sizes of))?(?: (?P<kind>(?!course\b|and\b|of\b)[a-z]\w*))?"
        ),
    },
    asks={
        "ways": (
            r"(?:in )?(?:how many|number of) (?:different |possible |distinct )*"
            r"(?:#n course (?=meals|menus|dinners|lunches))?"
            rf"(?:(?:meal|lunch|dinner) )?{_CHOICES}"
            r"(?: (?:are|is|there|can|could|possible|be|made|ordered|he|she|i|we|you|they|have"
            r"|make|"
            r"choose|order|put together|get|wear|create|dress|there are))*"
        )
    },
    says={
        **{f"ways: each{' item' * count}": _menu for count in (2, 3, 4)},
        **{f"ways:{' item' * count}": _whole_sets for count in (2, 3, 4)},
    },
    allowed=(
        "choose choosing order orders from make made there be each are possible different combined"
        " got wear cone cones"
    ),
)

_GROUPS: Final = words(
    "committee committees team teams group groups choose chosen choosing pick picked select "
    "selected panel squad delegation jury ways"
)
_IN_ORDER: Final = frozenset(_ORDERLY.split()) - words("boys girls men women must same allowed")


def _from_groups(found: Found) -> str | None:
    """So many of each of two or three kinds: the product of the choices from each of them."""
    kinds, counts = [stem(word) for word in found.every("kind")], found.texts("some")
    half = len(kinds) // 2
    if (
        len(kinds) != len(counts)
        or len({*kinds}) != half
        or sorted(kinds[:half]) != sorted(kinds[half:])
    ):
        return None
    if not all(map(str.isdigit, counts)) or not {*found.text.split()} & _GROUPS:
        return None
    if {*found.text.split()} & (_IN_ORDER | _ROLES):
        return None
    first, second = (dict(zip(kinds[k : k + half], counts[k:], strict=False)) for k in (0, half))
    whole, few = (
        (first, second)
        if all(int(first[kind]) >= int(second[kind]) for kind in first)
        else (second, first)
    )
    if any(int(few[kind]) > int(whole[kind]) for kind in few) or whole == few:
        return None
    sizes = found.texts("size")
    if any(int(size) != sum(map(int, few.values())) for size in sizes if size.isdigit()):
        return None
    return f"Calculate {'*'.join(f'C({whole[kind]}, {few[kind]})' for kind in few)}."


_SOME_OF_EACH: Final = Pieces(
    words="ways|committees|teams|groups|selections|committee|team|panels|panel|squads",
    parts={
        "size": (
            r"(?:committee|team|panel|group|squad|delegation|jury) of #n(?: people| members)?(?= )"
        ),
        "some": r"(?:exactly |any )?#n (?P<kind>(?!people\b|members\b|of\b)[a-z]\w*)",
        "_must": r"must (?:have|contain|consist of|include)|made up of|consisting of|consists of",
    },
    asks={
        "ways": (
            rf"{_WAYS}(?: (?:are|is|there|can|could|be|may|formed|made|chosen|picked|selected|we|i|"
            r"she|he|you|they|choose|pick|select|form|possible))*"
        )
    },
    says={
        f"ways: {size}{' '.join(['some'] * count)}": _from_groups
        for size in ("", "size ")
        for count in (4, 6)
    },
    allowed="from form formed be chosen picked selected made with must choose pick select contain "
    "has have different each",
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
            r"(?:if )?(?:every|each|they all|all|everybody|everyone)(?: of them)?"
            r"(?: \w+)? (?:plays?|meets?|faces?|shakes? hands with|hugs?)"
            r"(?: against)? (?:(?:everybody|everyone) else|(?:every|each|all|all of) others?"
            r"|each other|every one of others)(?: \w+)?"
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

_PAIR_START = r"(?:(?<=\. )|(?<=if )|(?<=but )|(?<=where )|(?<=because )|(?<=that ))"
_SITTING = (
    r"(?: (?:absolutely|always|both|must|want|wants|have|has|insist|on|would|like|need|to|sit"
    r"|sitting"
    r"|be|stand|standing))*"
)


def _together(found: Found) -> str | None:
    """So many in a row, two of whom are named and stay side by side."""
    counts = {*found.texts("people"), *found.texts("seats"), *found.texts("")}
    if len(counts) != 1 or len(set(found.every("one"))) != 1:
        return None
    return (
        f"In how many ways can {counts.pop()} people stand in a row if 2 of them must be together?"
    )


_SEATS: Final = Pieces(
    words="row|line",
    parts={
        "together": (
            rf"{_PAIR_START}(?P<one>[a-z]\w*) and (?P<other>[a-z]\w*){_SITTING}"
            r" (?:next to each other|next to one another|together|side by side|beside each other)"
        ),
        "seats": r"(?:take |in |on |have )?#n (?:seats|chairs|places)",
        "people": r"#n [a-z]\w*",
        "row": (
            r"(?:(?:sit|stand|line up|are seated|are sitting|sit down) )?in (?:one |single "
            r"|straight )?"
            r"(?:row|line)"
        ),
    },
    asks={
        "orders": (
            r"(?:in )?how many (?:different |possible )?(?:ways|orders|arrangements)(?: (?:are "
            r"possible"
            r"|are there|can|could))?(?: (?:#n|they|all|all of them|#n of them))?(?: (?:sit|stand"
            r"|be"
            r" seated|line up|arrange themselves|do this))?(?: down)?"
        )
    },
    says={
        "orders: together people row": _together,
        "orders: together seats people row": _together,
    },
    allowed="next",
)

FRAMES: Final = (_CHOICE, _SOME_OF_EACH, _POSTS, _MENU, _LEAGUE, _CODE, _SEATS)
