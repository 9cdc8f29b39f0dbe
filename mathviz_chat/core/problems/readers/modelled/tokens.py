"""A question about a formula as a row of words: the formula, letters, amounts and plain words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import language, slots, units
from mathviz_chat.core.problems.units import Unit
from mathviz_chat.core.reading.tree import Expr, Symbol

_N = r"-?(?:\d{1,3}(?:[ ,]\d{3})+|\d+(?:\.\d+)?(?:/\d+)?|\.\d+)"
_HEAD: Final = re.compile(
    r"(?<![A-Za-z0-9=^*/+(-])(?P<head>[A-Za-z])(?:\s*\(\s*(?P<argument>[A-Za-z])\s*\))?\s*=\s*"
)
_LEADS: Final = re.compile(r"\b(?:is|was|by|of|be|at)\s+\$?(?=[-−\d(A-Za-z])")
UNNAMED: Final = "value"
"""The head of a formula that has no letter: ``its height is 20t - 5t^2 metres``."""
_ENDS: Final = re.compile(
    r"[,;?](?=\s|$)|\.(?=\s|$)|\s+(?!(?:sin|cos|tan|ln|log|exp|sqrt|pi)\b)(?=[A-Za-z]{3,}\b|"
    r"(?:is|in|to|of|by|if|we|he|at|as|it|so|or|on|be|an|mm|cm|km|kg)\b(?!\s*[\^²]))|$"
)
_PRODUCTS: Final = re.compile(
    r"(?<=[-+−=*/(])(?P<space>\s*)(?P<pair>[a-z]t)\b|\b(?P<at>[a-z]t)(?=\s*[\^²³])"
)
"""``ut + 1/2 at^2``: letters side by side, though ``at`` is a word."""
_TOKEN: Final = re.compile(
    rf"(?P<formula>%%)|(?P<known>&&\d+&)|(?P<money>[$£€₹]\s*{_N})|(?P<number>{_N})(?![\w.]*\d)"
    r"|(?P<word>[A-Za-z°℃]+(?:['/-][A-Za-z]+)*(?:²|³|\^[23])?)|(?P<stop>[.,;:?!()])|(?P<other>\S)"
)
_CURRENCIES: Final = {
    **units.CURRENCY_OF_SIGN,
    **dict.fromkeys(("dollar", "dollars", "usd"), "USD"),
    **dict.fromkeys(("pounds", "gbp"), "GBP"),
    **dict.fromkeys(("euro", "euros", "eur"), "EUR"),
    **dict.fromkeys(("rupee", "rupees", "inr"), "INR"),
}
_DEGREES: Final = {
    **dict.fromkeys(("°c", "℃", "celsius", "degrees celsius", "degrees c"), "°C"),
    **dict.fromkeys(("°f", "fahrenheit", "degrees fahrenheit", "degrees f"), "°F"),
    **dict.fromkeys(("degrees", "°"), "degrees"),
}


@dataclass(frozen=True, slots=True)
class Token:
    """sort: ``formula``, ``letter``, ``known`` (t = 3), ``amount``, ``word`` or ``stop``.

    text: a word in lower case, a letter, or an amount without its unit. unit: of an amount, or the
    one that a word names.
    """

    sort: str
    text: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Modelled:
    """A formula ``head = body``, the values told for its letters, and the words around it."""

    head: str
    body: Expr
    letters: frozenset[str]
    known: dict[str, str]
    tokens: tuple[Token, ...]


def modelled(text: str) -> Modelled | None:
    """The first formula of a text; None where it has none that can be read."""
    text = _PRODUCTS.sub(_spaced, " ".join(f"{one}." for one in language.sentences(text)))
    named = (_formula(text, m, m["head"], m["argument"]) for m in _HEAD.finditer(text))
    found = next((one for one in named if one is not None), None)
    if found is not None or "=" in text:
        return found
    unnamed = (_formula(text, m, UNNAMED, None) for m in _LEADS.finditer(text))
    return next((one for one in unnamed if one is not None), None)


def _formula(text: str, match: re.Match[str], head: str, argument: str | None) -> Modelled | None:
    stop = _ENDS.search(text, match.end())
    if stop is None:
        return None
    written = text[match.end() : stop.start()].strip(" $")
    tree = slots.for_question(written).expression(written)
    if tree is None or not variables(tree):
        return None
    if head == UNNAMED and (isinstance(tree, Symbol) or not re.search(r"\d", written)):
        return None
    letters = frozenset({head, *variables(tree)})
    if head in variables(tree) or (argument and argument not in letters):
        return None
    start = match.start() if head != UNNAMED else match.end()
    rest = f"{text[:start].rstrip(' $')} %% {text[stop.start() :].lstrip(' $')}"
    known: dict[str, str] = {}
    around = _take_known(rest, letters, known)
    found = None if around is None else _tokens(around, letters)
    return None if found is None else Modelled(head, tree, letters, known, found)


def _spaced(match: re.Match[str]) -> str:
    return f"{match['space'] or ''}{'*'.join(match['pair'] or match['at'])}"


def _take_known(text: str, letters: frozenset[str], known: dict[str, str]) -> str | None:
    """``t = 3 s``, ``r equals 5``: the values told letter by letter, each a mark of its own.

    None where a letter has two values, or the units are not of one system.
    """
    names = "|".join(map(re.escape, sorted(letters - {UNNAMED})))
    pattern = re.compile(
        rf"\$?(?<![A-Za-z])(?P<letter>{names})\s*(?:=|is equal to|equals)\s*(?P<value>{_N})\$?"
        r"(?![\w.]*\d)(?!\s*[-+*/^(])(?:\s*(?P<unit>[A-Za-z]+(?:/[a-z]+)?(?:\s?\^?[23]|[²³])?))?"
    )
    spelled: set[str] = set()
    pieces: list[str] = []
    at = 0
    for match in pattern.finditer(text):
        value, unit = _plain(match["value"]), match["unit"] or ""
        if known.setdefault(match["letter"], value) != value:
            return None
        parts = re.findall(r"[A-Za-z]+", unit)
        is_unit = bool(parts) and unit != "in" and all(units.find(one) for one in parts)
        spelled |= set(parts) if is_unit else set()
        pieces += [text[at : match.start()], f" &&{len(known)}& "]
        at = match.end() if is_unit or not unit else match.start("unit")
    sizes = [found for one in spelled if (found := units.find(one)) is not None]
    if len({one.dimension for one in sizes}) != len({one.symbol for one in sizes}):
        return None
    return "".join((*pieces, text[at:]))


def _plain(number: str) -> str:
    return re.sub(r"[ ,]", "", number)


def _tokens(text: str, letters: frozenset[str]) -> tuple[Token, ...] | None:
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        sort, written = str(match.lastgroup), match[0]
        if sort == "other":
            return None
        if sort in ("formula", "known", "stop"):
            found.append(Token(sort, written))
        elif sort == "money":
            found.append(Token("amount", _plain(written[1:].strip()), _CURRENCIES[written[0]]))
        elif sort == "number":
            found.append(Token("amount", _plain(written)))
        elif written in letters and not _is_article(written, found, text[match.end() :]):
            found.append(Token("letter", written))
        else:
            found.append(Token("word", written.lower()))
    return _with_units(found)


def _is_article(written: str, before: list[Token], after: str) -> bool:
    """``a ball``, ``I drop``: a letter of the formula that is a word here."""
    if written not in ("a", "A", "I"):
        return False
    starts = not before or before[-1].text in (".", ":")
    if written != "a":
        return starts and re.match(r"\s+[a-z]{2,}", after) is not None
    asked = bool(before) and before[-1].text in ("find", "is", "calculate", "determine", "of")
    return not asked or re.match(r"\s+(?!when|if|given|for|and|to)[a-z]{2,}", after) is not None


def _with_units(found: list[Token]) -> tuple[Token, ...]:
    """The units joined, and given to the amounts before them."""
    joined: list[Token] = []
    place = 0
    while place < len(found):
        unit, size = _unit_at(found, place)
        if not size:
            joined.append(found[place])
            place += 1
            continue
        if joined and joined[-1].sort == "amount" and not joined[-1].unit:
            joined[-1] = Token("amount", joined[-1].text, unit)
        elif not (joined and joined[-1].sort in ("amount", "known")):
            text = " ".join(token.text for token in found[place : place + size])
            joined.append(Token("word", text, unit))
        place += size
    return tuple(joined)


def _unit_at(found: list[Token], place: int) -> tuple[str, int]:
    for size in (4, 3, 2, 1):
        ahead = found[place : place + size]
        if len(ahead) < size or any(token.sort != "word" for token in ahead):
            continue
        unit = _unit(" ".join(token.text for token in ahead))
        if unit and ahead[0].text != "in":
            return unit, size
    return "", 0


def _unit(spelled: str) -> str:
    if spelled in _CURRENCIES:
        return _CURRENCIES[spelled]
    if spelled in _DEGREES:
        return _DEGREES[spelled]
    unit: Unit | None = units.find(spelled)
    return "" if unit is None else unit.symbol


def dimension(unit: str) -> str:
    """``time``, ``length``, ``money``, ...; "" for none."""
    if unit in units.CURRENCIES:
        return "money"
    found = units.find(unit) if unit else None
    return "" if found is None else found.dimension
