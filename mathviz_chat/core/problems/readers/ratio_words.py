"""What is told of angles by their ratios: ``sin A = 3/5``, ``A is acute``, ``find cos 2A``.

Every place is taken out of the text, whatever its order; what is left may only connect.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.reading import ReadError, read
from mathviz_chat.core.reading.tree import Expr

FUNCTIONS: Final = {"sin": "sin", "cos": "cos", "tan": "tan", "sec": "sec", "cot": "cot",
                    "csc": "csc", "cosec": "csc", "sine": "sin", "cosine": "cos",
                    "tangent": "tan"}  # fmt: skip
_LETTER = r"(?:[A-Za-zα-ω])(?![A-Za-zα-ω])"
_FUNCTION = r"(?<![A-Za-z])(?:sin|cosec|cos|tan|sec|csc|cot)(?:e|ine|gent)?(?:\s+of)?"
_BRACES = r"\{(?:[^{}]|\{[^{}]*\})*\}"
_VALUE = (
    rf"-?\s*(?:\\[dt]?frac\s*(?:{_BRACES}\s*{_BRACES}|\d\s*\d)|\d+(?:\.\d+)?|√\s*\(?\d+\)?"
    rf"|\\?sqrt\s*(?:\(\d+\)|\{{\d+\}}|\d+)|\((?:[\d\s./√+-]|sqrt)+\)|\s*[*/]\s*)+"
)
_GIVEN: Final = LazyPattern(
    rf"(?P<f>{_FUNCTION})\s*\(?\s*(?P<l>{_LETTER})\s*\)?\s*(?:=|is\s+equal\s+to|equals|is)\s*"
    rf"(?P<v>{_VALUE})",
    re.IGNORECASE,
)
_SIGN: Final = LazyPattern(
    rf"(?P<f>{_FUNCTION})\s*\(?\s*(?P<l>{_LETTER})\s*\)?\s*"
    r"(?:(?P<s>[<>])\s*0|(?:is\s+)(?P<w>positive|negative))",
    re.IGNORECASE,
)
_LETTERS = (
    rf"(?:(?:the\s+)?angles?\s+)?(?P<l>{_LETTER})"
    rf"(?:\s*(?:,|and|&)\s*(?:angle\s+)?(?P<m>{_LETTER}))?"
)
_BE = r"\s*(?:is|are|being|lies?|both|in|an|the|angles?|terminates|on|measure)?"
_QUADRANT = (
    r"(?:(?P<q>first|1st|second|2nd|third|3rd|fourth|4th)\s+quadrant"
    r"|(?:quadrant|quad\.?|Q)\s*(?P<r>IV|I{1,3}|[1-4])(?![A-Za-z\d])|(?P<o>acute|obtuse))"
)
_IN: Final = LazyPattern(rf"{_LETTERS}(?:{_BE})*\s*{_QUADRANT}(?:\s+angles?)?", re.IGNORECASE)
_BEFORE: Final = LazyPattern(rf"(?P<o>acute|obtuse)\s+{_LETTERS}", re.IGNORECASE)
_BOUND = r"-?\s*(?:\\frac\s*\{[^{}]*\}\s*\{\d\}|\d*\s*\*?\s*π\s*(?:/\s*\d)?|\d+)\s*°?"
_RANGE: Final = LazyPattern(
    rf"(?P<a>{_BOUND})\s*<\s*(?P<l>{_LETTER})\s*<\s*(?P<b>{_BOUND})", re.IGNORECASE
)
_INSIDE = (
    rf"(?P<two>2)\s*(?P<d>{_LETTER})|\\frac\s*\{{\s*(?P<h1>{_LETTER})\s*\}}\s*\{{\s*2\s*\}}"
    rf"|(?P<h2>{_LETTER})\s*/\s*2|(?:1/2|½)\s*(?P<h3>{_LETTER})"
    rf"|(?P<x>{_LETTER})\s*(?P<op>[+-])\s*(?P<y>{_LETTER})|(?P<l>{_LETTER})"
)
_ASKED: Final = LazyPattern(
    rf"(?P<f>{_FUNCTION})\s*\(?\s*(?:{_INSIDE})\s*\)?(?!\s*[=<>*/^+\d(-])", re.IGNORECASE
)
_NUMBERED: Final = {"first": 0, "1st": 0, "i": 0, "1": 0, "acute": 0, "second": 1, "2nd": 1,
                    "ii": 1, "2": 1, "obtuse": 1, "third": 2, "3rd": 2, "iii": 2, "3": 2,
                    "fourth": 3, "4th": 3, "iv": 3, "4": 3}  # fmt: skip
_CONNECTING = (
    "if given that and where with find what what's whats is are the exact value values of then "
    "angle angles so suppose knowing let determine calculate evaluate work out compute state for "
    "an when we know also say give obtain get exactly"
)
_LEFT: Final = frozenset(_CONNECTING.split())
_ASIDE: Final = LazyPattern(
    r"without\s+(?:using\s+a\s+calculator|a\s+calculator|(?:finding|working\s+out|calculating)\s+"
    rf"(?:the\s+)?(?:value\s+of\s+)?(?:angle\s+)?{_LETTER})",
    re.IGNORECASE,
)
_FIND: Final = LazyPattern(
    r"\b(?:find|what|what's|whats|determine|calculate|evaluate|work\s+out|compute|state|give|get|"
    r"obtain)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Target:
    """One value asked for: ``function`` of ``shape``, which is A, 2A, A/2, A + B or A - B."""

    function: str
    shape: str
    letters: tuple[str, ...]

    def __str__(self) -> str:
        first, *others = self.letters
        inside = {"A": first, "2A": f"2{first}", "A/2": f"{first}/2"}.get(self.shape)
        return f"{self.function}({inside or f'{first} {self.shape[2]} {others[0]}'})"


@dataclass(slots=True)
class Told:
    """The ratio of each letter, and the quarter turns in which it may lie (0 is 0° to 90°)."""

    ratios: dict[str, tuple[str, Expr]]
    quarters: dict[str, frozenset[int]]
    asked: tuple[Target, ...]


def told(text: str) -> Told | None:
    """All of the text, or None."""
    rest = _plain(text)
    found = Told({}, {}, ())
    for pattern, take in ((_RANGE, _range), (_SIGN, _sign), (_GIVEN, _given), (_IN, _quadrant),
                          (_BEFORE, _quadrant)):  # fmt: skip
        while (match := pattern.search(rest)) is not None:
            if not take(found, match):
                return None
            rest = f"{rest[: match.start()]} , {rest[match.end() :]}"
    rest = _ASIDE.sub(" ", rest)
    asked = tuple(_ASKED.finditer(rest)) if _FIND.search(rest) else ()
    for match in reversed(asked):
        rest = f"{rest[: match.start()]} {rest[match.end() :]}"
    found.asked = tuple(map(_target, asked))
    if not asked or not set(re.findall(r"[^\s,.;:?]+", rest.lower())) <= _LEFT:
        return None
    return found if _is_whole(found) else None


_GREEK: Final = {"theta": "θ", "alpha": "α", "beta": "β", "phi": "φ", "gamma": "γ"}


_MARKS: Final = (
    ("−", "-"), ("\\left", ""), ("\\right", ""), ("^\\circ", "°"), ("^{\\circ}", "°"),
    ("\\leq", "<"), ("\\le", "<"), ("\\lt", "<"), ("≤", "<"), ("<=", "<"), ("\\pi", "π"),
    ("$", " "), ("\\(", " "), ("\\)", " "), ("\\,", " "),
)  # fmt: skip
"""What stands for what; at the ends of a quarter turn the ratios told have no such values."""


def _plain(text: str) -> str:
    """Without the marks of LaTeX, each Greek letter as one sign."""
    for old, new in _MARKS:
        text = text.replace(old, new)
    text = re.sub(r"(?<![A-Za-z])pi\b|(?<=\d)pi\b", "π", text)
    text = re.sub(r"\s*\bdegrees?\b|\s*\bdeg\b", "°", text)
    text = re.sub(r"\\(?=(?:sin|cos|tan|sec|csc|cot)(?![a-z]))", "", text)
    text = re.sub(r"\\?(theta|alpha|beta|phi|gamma)(?![a-z])", lambda m: _GREEK[m[1]], text)
    text = re.sub(r"((?:sin|cos|tan|sec|csc|cot)e?c?)(?=[A-Zθαβφγ2])", r"\1 ", text)
    text = re.sub(r"\b(sin|cos|tan|sec|csc|cot)(x|y|t)\b", r"\1 \2", text)
    return " ".join(text.split())


def _given(found: Told, match: re.Match[str]) -> bool:
    letter = match["l"]
    value = _number(match["v"])
    if value is None or letter in found.ratios:
        return False
    found.ratios[letter] = (_function(match["f"]), value)
    return _narrowed(
        found, letter, _by_sign(found.ratios[letter][0], bool(recount.value(value) > 0))
    )


def _sign(found: Told, match: re.Match[str]) -> bool:
    positive = match["s"] == ">" or (match["w"] or "").lower() == "positive"
    return _narrowed(found, match["l"], _by_sign(_function(match["f"]), positive))


def _quadrant(found: Told, match: re.Match[str]) -> bool:
    groups = match.groupdict()
    name = next(groups[one] for one in "qro" if groups.get(one)).lower()
    letters = [one for one in (match["l"], match["m"]) if one]
    return all(_narrowed(found, letter, {_NUMBERED[name]}) for letter in letters)


def _range(found: Told, match: re.Match[str]) -> bool:
    low, high = (_quarter_turns(match[side]) for side in "ab")
    if low is None or high is None or not low < high <= low + 4:
        return False
    return _narrowed(found, match["l"], set(range(low, high)))


_ONE_TURN: Final = frozenset(range(-4, 8))


def _narrowed(found: Told, letter: str, quarters: set[int] | frozenset[int]) -> bool:
    found.quarters[letter] = found.quarters.get(letter, _ONE_TURN) & quarters
    return True


_POSITIVE: Final = {"sin": (0, 1), "csc": (0, 1), "cos": (0, 3), "sec": (0, 3), "tan": (0, 2),
                    "cot": (0, 2)}  # fmt: skip


def is_positive(function: str, quarter: int) -> bool:
    """The sign of a ratio in a quarter turn."""
    return quarter % 4 in _POSITIVE[function]


def _by_sign(function: str, positive: bool) -> frozenset[int]:
    return frozenset(one for one in _ONE_TURN if is_positive(function, one) is positive)


def _quarter_turns(text: str) -> int | None:
    """``90°``, ``180``, ``3π/2`` as a whole number of quarter turns."""
    radians = "π" in text
    tree = _number(
        text.replace("°", "").replace("π", "*1" if re.search(r"\d\s*\*?\s*π", text) else "1")
    )
    size = None if tree is None else recount.value(tree) * (2 if radians else Fraction(1, 90))
    return int(size) if isinstance(size, Fraction) and size.denominator == 1 else None


def _number(text: str) -> Expr | None:
    try:
        tree = read(text.strip())
    except ReadError:
        return None
    return tree if isinstance(tree, Expr) and not variables(tree) else None


def _function(text: str) -> str:
    return FUNCTIONS[text.lower().split()[0]]


def _target(match: re.Match[str]) -> Target:
    function = _function(match["f"])
    half = match["h1"] or match["h2"] or match["h3"]
    if match["d"]:
        return Target(function, "2A", (match["d"],))
    if half:
        return Target(function, "A/2", (half,))
    if match["x"]:
        return Target(function, f"A {match['op']} B", (match["x"], match["y"]))
    return Target(function, "A", (match["l"],))


def _is_whole(found: Told) -> bool:
    """Each letter has one ratio and one quarter, and each is asked for."""
    asked = {letter for target in found.asked for letter in target.letters}
    same = set(found.ratios) == set(found.quarters) == asked
    distinct = all(len(set(one.letters)) == len(one.letters) for one in found.asked)
    if not any(target.shape == "A/2" for target in found.asked):  # half an angle tells the turns
        found.quarters = {name: _in_one_turn(some) for name, some in found.quarters.items()}
    return same and distinct and all(len(some) == 1 for some in found.quarters.values())


def _in_one_turn(quarters: frozenset[int]) -> frozenset[int]:
    return quarters if len(quarters) < 2 else frozenset(one % 4 for one in quarters)
