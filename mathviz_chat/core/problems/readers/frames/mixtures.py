"""Mixtures: water or the pure stuff added, two strengths or two prices put together."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import units
from mathviz_chat.core.problems.readers.frames.amounts import value
from mathviz_chat.core.problems.readers.frames.cues import FIND
from mathviz_chat.core.problems.readers.frames.echoes import stem
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces

_UNITS = r"(?:ml|millilitres|milliliters|cl|litres|liters|l|g|grams|kg|kilograms|gallons|ounces)"
_STUFF = (
    r"(?:(?:(?:plain|pure|fresh|clean|distilled|sterile) )*water"
    r"|pure (?P<pure>(?!water)\w+))"
)
_POURED = (
    r"(?: (?:should|must|needs?|to|be|do|does|did|i|we|she|he|you|they|have|has|did|added|add"
    r"|adds|pour|poured|in|into|mix|mixed|put|was|were|is|are|required|needed|used|use|melted"
    r"|combined|blended|with|go|goes|of|can|will|could|would))*"
)


def _added(found: Found) -> str | None:
    """How much water, or how much of the pure stuff, makes one strength of another."""
    (amount,) = found.roles["amount"]
    first, second = (value(text) for text in found.texts("strength"))
    assert amount.unit is not None, amount
    pure = bool(found.word("pure"))
    asked = found.word("unit")
    unit = units.find(asked) if asked else amount.unit
    symbol = amount.unit.symbol
    if unit != amount.unit or pure is not (second > first) or first == second:
        return None
    if pure and stem(found.word("pure")) not in {stem(one) for one in found.every("of")}:
        return None
    name = "pure acid" if pure else "water"
    return (
        (
            f"How many {symbol} of {name} must be added to {value(amount.text)} {symbol} of a"
            f" {first}% "
            f"acid solution to make it {second}%?"
        )
        if first.denominator == second.denominator == 1
        else None
    )


_DILUTED: Final = Pieces(
    words="water|pure",
    parts={
        "_adding": (
            r"(?:by )?(?:adding|adds?|pours?|mixes|mixing)(?: in)? (?:pure water|water|pure"
            r" \w+)(?: to it)?|(?:bring|bringing|get|take|dilute|diluting|water) (?:it|this) down"
        ),
        "amount": r"#v|#w",
        "strength": (
            r"(?:(?:of )?(?:concentration|strength) (?:of )?|(?:which |that )?(?:is|contains)"
            r" )?#p(?: (?P<of>[a-z]\w+))?"
            r"(?: (?:solution|mixture|strength|concentration))?"
        ),
        "_until": (
            r"(?:until|so that)(?: its| the)?(?: solution| concentration| strength| mixture|"
            r" it)?(?: is| becomes| has)?"
        ),
    },
    asks={
        "added": (
            rf"how (?:much|many (?P<unit>{_UNITS}))(?: of)? {_STUFF}(?: in"
            rf" (?P<unit>{_UNITS}))?{_POURED}"
        )
    },
    says={"added: amount strength strength": _added},
    allowed=(
        "only so wants has have had got to of it concentration get make raise reduce increase "
        "dilute order add added"
    ),
)


def _strengths(found: Found) -> str | None:
    """The strength of two solutions put together, or of one to which water is added."""
    amounts, rates = found.roles["amount"], found.texts("strength")
    water = found.roles.get("water", ())
    order = re.findall(r"#([vwp])\d", found.text)
    names = {stem(one) for one in found.every("of")} - _GENERAL
    if len(names) > 1 or len({amount.sort for amount in (*amounts, *water)}) > 1:
        return None
    if not water and [one == "p" for one in order] != [False, True, False, True]:
        return None
    parts = [f"{one.text} of {rate} solution" for one, rate in zip(amounts, rates, strict=True)]
    parts += [f"{one.text} of 0% solution" for one in water]
    return f"Mix {parts[0]} with {parts[1]}. What is the concentration of the mixture?"


_GENERAL: Final = frozenset(stem(one) for one in ("solution", "strength", "mixture", "and", "with"))
_RESULT = (
    r"(?:(?:new |final |resulting )*(?:result|mixture|mix|solution|blend|alloy|drink|it"
    r"|squash|syrup"
    r"|brine))"
)
_BLEND: Final = Pieces(
    words="mixed|mixture|melted|mix|mixes|combined|blended|blend|alloy|mixing|combines|poured|pour"
    "|pours|water|together|added|adds|into",
    parts={
        "_percent": r"(?:in|as) (?:percent|percentage)",
        "water": r"(?:#v|#w) (?:of )?(?:(?:plain|pure|fresh|clean|distilled|sterile) )?water",
        "amount": r"(?:weighing )?(?:#v|#w)(?: of (?:it|this))?",
        "strength": r"(?:(?:which |that )?(?:is|contains) )?#p(?: (?P<of>[a-z]\w+))?",
        "_with": r"together|combined|water",
    },
    asks={
        "strength": (
            rf"(?:{FIND} )?(?:new |final |resulting )?(?:concentration|percentage|percent"
            rf"|strength)(?: of {_RESULT}(?! is)(?: in percent)?)?(?= \.)"
            rf"|how strong is {_RESULT}|what percent(?:age)? of {_RESULT} is (?P<of>[a-z]\w+)"
            rf"|(?:{FIND} )?(?:concentration|percentage|percent|strength)(?: of)?"
        )
    },
    says={
        "strength: amount amount strength strength": _strengths,
        "strength: amount strength water": _strengths,
    },
    allowed=(
        "new of is mix mixed added to melted poured pour pours into goes adds add put diluted if "
        "has have then used"
    ),
)


def _prices(found: Found) -> str | None:
    amounts, prices = found.roles["amount"], found.texts("price")
    sold_by = {stem(unit) for unit in found.every("unit")}
    order = re.findall(r"#([wm])\d", found.text)
    if order != ["w", "m", "w", "m"] or not sold_by <= {"kg", "kilo", "kilogram"}:
        return None
    if any(amount.unit is None or amount.unit.symbol != "kg" for amount in amounts):
        return None
    first, second = amounts
    return (
        f"{value(first.text)} kg of candy worth {prices[0]} per kg are mixed with "
        f"{value(second.text)} kg of candy worth {prices[1]} per kg. What is the price per kg of "
        "the mixture?"
    )


_PRICED: Final = Pieces(
    words="mixed|mixture|mix|mixes|blended|blend|mixing|combined|combines",
    parts={
        "price": (
            r"(?:(?:which |that )?(?:costs?|costing|worth|priced at|at|selling for|sells for) )?"
            r"#m (?:per|each|every) (?P<unit>kg|kilogram|kilo)"
        ),
        "amount": r"#w",
    },
    asks={
        "price": (
            rf"(?:{FIND} )?(?:price|cost|worth|value|average price)(?: (?:of|is|one|mix|mixture"
            rf"|blend))* (?:per|each|every) (?P<unit>kg|kilogram|kilo)(?: of)?"
            r"|(?:what|how much) (?:does|will|would|should) one (?P<unit>kg|kilogram|kilo)"
            r" of (?:mix|mixture|blend)… (?:cost|be worth|sell for)"
        )
    },
    says={"price: amount amount price price": _prices},
    allowed="together",
)

_SOLUTION = r"(?: (?P<of>(?!solution)[a-z]\w+))?(?: (?:solution|mixture))?"


def _is_of_one_stuff(found: Found) -> bool:
    return len({stem(one) for one in found.every("of")} - _GENERAL) < 2


def _blended(found: Found) -> str | None:
    """How much of one of two strengths makes so much of a strength between them."""
    (amount, target), sources = found.roles["total"], found.texts("source")
    (asked,) = found.texts("")
    asked_unit = found.word("unit")
    if len(sources) != 2 or asked not in sources or amount.unit is None:
        return None
    if not _is_of_one_stuff(found) or (asked_unit and units.find(asked_unit) != amount.unit):
        return None
    (other,) = set(sources) - {asked} or (asked,)
    lower, upper = sorted((value(asked), value(other)))
    if not lower < value(target.text) < upper:
        return None
    return (
        f"How many {amount.unit.symbol} of {asked} acid must be mixed with {other} acid to get "
        f"{amount.text} of {target.text} acid?"
    )


def _of_each(found: Found) -> str | None:
    """How much of each of two strengths makes so much of one between them."""
    (amount, target), (first, second) = found.roles["total"], found.texts("source")
    asked_unit = found.word("unit")
    if amount.unit is None or (asked_unit and units.find(asked_unit) != amount.unit):
        return None
    lower, upper = sorted((value(first), value(second)))
    if not _is_of_one_stuff(found) or not lower < value(target.text) < upper:
        return None
    return (
        f"How much {first} solution and {second} solution must be mixed to make "
        f"{value(amount.text)} {amount.unit.symbol} of {target.text} solution?"
    )


_BETWEEN: Final = Pieces(
    words="much|many",
    parts={
        "total": rf"(?:get|make|obtain|produce|needs?|wants?|requires?) (?:#v|#w) of #p{_SOLUTION}",
        "_has": (
            r"(?:but |and )?(?:only )?(?:has|have|had|got|stock|stocks|use|uses)(?: only)?"
            r"(?: (?:bottles|bottle|jars|stocks?|supplies|plenty|solutions) of)?(?= #p)"
        ),
        "source": rf"#p{_SOLUTION}",
        "_with": r"(?:mixed|mixes|mix|mixing|combined|blended)(?: together)?(?: with)?",
    },
    asks={
        "amount": (
            rf"how (?:much|many (?P<unit>{_UNITS})) of #p{_SOLUTION}{_POURED}"
            r"|how (?:much|many (?P<unit>[a-z]+)) of #p"
        ),
        "each": (
            rf"how (?:much|many (?P<unit>{_UNITS})) of each(?: (?:solution|one"
            rf"|kind))?{_POURED}"
        ),
    },
    says={
        "amount: total total source source": _blended,
        "each: total total source source": _of_each,
    },
)


def _strengthened(found: Found) -> str | None:
    """How much of one strength, put to so much of another, makes one between them."""
    added, (amount, first) = found.texts("")[0], found.roles["known"]
    (target,) = found.texts("target")
    unit = found.word("unit")
    if amount.unit is None or (unit and units.find(unit) != amount.unit):
        return None
    lower, upper = sorted((value(added), value(first.text)))
    if not _is_of_one_stuff(found) or not lower < value(target) < upper:
        return None
    return (
        f"How many {amount.unit.symbol} of {added} solution must be added to {amount.text} of "
        f"{first.text} solution to make a {target} solution?"
    )


_STRENGTHENED: Final = Pieces(
    words="added|add|mixed|mix|adds",
    parts={
        "known": rf"(?:(?:to|with) )?(?:#v|#w) of #p{_SOLUTION}",
        "target": (
            rf"(?:to (?:get|make|obtain|produce|give)|so that (?:mixture|result|it) (?:contains|is"
            rf"|has)|(?:making|giving)) (?:mixture of )?#p{_SOLUTION}"
        ),
    },
    asks={"amount": rf"how (?:much|many (?P<unit>{_UNITS})) of #p{_SOLUTION}{_POURED}"},
    says={"amount: known known target": _strengthened},
    allowed="mixed with",
)

_KG = r"(?:kg|kilogram|kilo|lb|pound|litre|liter)"
_PER = rf"(?:per|each|every) (?P<unit>{_KG})"
_AT = r"(?:(?:which|that|is|are|costs?|costing|worth|priced|at|selling|sells?|sold|for|of) )*"
_MIX = r"(?:mixture|mix|blend|result)"


def _priced_part(found: Found) -> str | None:
    """How much of one of two kinds goes into a blend of a price between theirs."""
    total, known, blend = (found.roles.get(name, ()) for name in ("total", "known", "blend"))
    sources = found.roles["source"]
    kinds = [stem(word) for word in found.every("kind")]
    prices = [value(token.text) for token in sources]
    if len({stem(unit)[:2] for unit in found.every("unit")}) != 1:
        return None
    goal = value((total[1] if total else blend[0]).text)
    amount = value((total or known)[0].text)
    if known:
        first, other = prices[0], value(known[1].text)
    else:
        asked = _asked_price(found, kinds, prices)
        if asked is None:
            return None
        first, other = asked, prices[1 - prices.index(asked)]
    tokens = found.roles.get("", ())
    if known and not _is_price_asked(found, first, other, [value(one.text) for one in tokens]):
        return None
    if not min(first, other) < goal < max(first, other):
        return None
    whole = f"{amount}" if total else f"(x + {amount})"
    rest = f"({amount} - x)" if total else f"{amount}"
    return f"Solve {first}*x + {other}*{rest} = {goal}*{whole} for x."


def _asked_price(found: Found, kinds: list[str], prices: list[Fraction]) -> Fraction | None:
    """The price of the kind that is asked for: by its price, by its name, or the cheaper one."""
    if len(prices) != 2 or prices[0] == prices[1]:
        return None
    told = [value(token.text) for token in found.roles.get("", ())]
    word = found.word("asked")
    if told:
        return told[0] if told[0] in prices else None
    if word in ("cheaper", "dearer"):
        return min(prices) if word == "cheaper" else max(prices)
    if len(kinds) == 2 and kinds.count(stem(word)) == 1:
        return prices[kinds.index(stem(word))]
    return None


def _is_price_asked(found: Found, first: Fraction, other: Fraction, told: list[Fraction]) -> bool:
    """Whether the kind is asked for whose amount is not told."""
    word = found.word("asked")
    if told:
        return told == [first] and first != other
    if word in ("cheaper", "dearer"):
        return (first < other) is (word == "cheaper")
    return False


_PRICED_PART: Final = Pieces(
    words="mixed|mixture|mix|mixes|blended|blend|mixing|combined|blends",
    parts={
        "total": rf"#w (?:of )?(?:{_MIX} )?(?:of )?{_AT}#m {_PER}(?= (?:blend|mix|mixture)\b)"
        rf"|#w of {_MIX} {_AT}#m {_PER}",
        "blend": rf"(?:so that )?{_MIX} (?:should |will |to )?(?:be )?{_AT}#m {_PER}",
        "known": rf"#w of (?!mix|blend)[a-z]+ {_AT}#m {_PER}",
        "source": rf"(?:(?P<kind>(?!with\b)[a-z]+) )?{_AT}#m {_PER}",
        "_with": r"(?:wants|needs|has) (?=~)|with",
    },
    asks={
        "amount": (
            rf"how (?:much|many (?P<unit>{_KG})s?)(?: of)? (?:#m(?: {_PER})?(?: [a-z]+)?"
            rf"|(?P<asked>cheaper|dearer)(?: [a-z]+)?|(?P<asked>[a-z]+)){_POURED}"
        )
    },
    says={
        "amount: total total source source": _priced_part,
        "amount: blend known known source": _priced_part,
    },
    allowed="mixed mix blend blended blends needed used use go into mixture",
)

FRAMES: Final = (_DILUTED, _BLEND, _PRICED, _BETWEEN, _STRENGTHENED, _PRICED_PART)
