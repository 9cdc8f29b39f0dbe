"""A question about a formula before its places are found: one spelling for one thing.

Each pattern puts one way of writing into another that means the same: ``b² - 4ac`` is the
discriminant, ``first row 2 0`` a row ``(2, 0)``, the letter that only names a curve is left out.
"""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import vocabulary
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.readers.spotted import formulas_told

_SPACES: Final = re.compile(r"\\q?quad\b|\\[;!]|\\text\{([^{}]*)\}|\\mathrm\{([a-z]{2,})\}")


def _joined(match: re.Match[str]) -> str:
    """``48,651`` as 48651."""
    return match[0].replace(",", "")


def _lowered(match: re.Match[str]) -> str:
    return match[0].lower()


def _spelled(match: re.Match[str]) -> str:
    return _NUMBERS[match[1]]


def _row(match: re.Match[str]) -> str:
    """``first row 2 0 0`` as a row (2, 0, 0)."""
    return f"row ({', '.join(match[1].split())})"


def _slashed_rows(match: re.Match[str]) -> str:
    """``rows 1 0 / 0 2`` as rows (1, 0), (0, 2)."""
    rows = (", ".join(row.split()) for row in match[1].split("/"))
    return f"rows {', '.join(f'({row})' for row in rows)} "


def _column(match: re.Match[str]) -> str:
    """``v is the column vector with entries 3, 2, 1`` as v = [[3], [2], [1]]."""
    return f"{match[1]} = [{', '.join(f'[{entry}]' for entry in _ENTRIES.findall(match[2]))}]"


def _by_rows(match: re.Match[str]) -> str:
    """``A is the matrix with rows (1, 0) and (2, 3)`` as A = [[1, 0], [2, 3]]."""
    rows = re.findall(r"\(([^()]*)\)", match[2])
    return f"{match[1]} = [{', '.join(f'[{row}]' for row in rows)}]"


_LEAD_TO_MATRIX = (
    r"(?:^|(?<=[.!] ))(?:[Aa]n?|[Tt]he|[Mm]y|[Oo]ur|[Tt]his) ((?:[a-z'-]+ ){1,6}?)(?:leads to|"
    r"gives|gives rise to|produces|"
    r"is described by|is represented by|is modelled by) (?=(?:the|a) (?:[a-z-]+ ){0,2}matrix)"
)
_OF_A_MATRIX: Final = frozenset(
    ["inverse", "transpose", "matrix", "matrices", "power", "determinant"]
)


def _lead(match: re.Match[str]) -> str:
    """Nothing for what leads to a matrix, where it names things and no operation."""
    words = match[1].split()
    named = all(vocabulary.is_scenery(word) and word not in _OF_A_MATRIX for word in words)
    return "Consider " if named else match[0]


_NUMBERS: Final = {"2": "two", "3": "three", "4": "four", "5": "five", "6": "six"}
_N = r"-?\d+(?:\.\d+|/\d+)?"
_ENTRIES: Final = re.compile(_N)
_ROWS: Final = re.compile(r"\[[^\[\]]*\]|\([^()]*,[^()]*\)|\\\\|\\begin\b")


def _sized(match: re.Match[str]) -> str:
    """Nothing for the size of a matrix that has so many rows, which tell it."""
    return match[0] if len(_ROWS.findall(match.string)) % int(match[1]) else " "


def _sized_as_told(match: re.Match[str]) -> str:
    """Nothing for the size of the matrix behind it, where it has that size."""
    rows = re.findall(r"\[([^\[\]]*)\]", match[3])
    sizes = {len(row.split(",")) for row in rows}
    fits = len(rows) == int(match[1]) and sizes == {int(match[2])}
    return f" matrix {match[3]}" if fits else match[0]


_ROW_LIST = r"\([^()]*,[^()]*\)(?:\s*(?:,\s*and|,|and)\s*\([^()]*,[^()]*\))+"
_MATRIX = r"\[\s*\[[^\[\]]*\](?:\s*,\s*\[[^\[\]]*\])*\s*\]"
_BY = r"\s*-?\s*(?:×|x|by|\\times)\s*-?\s*"
_SAYS = r"(?:,?\s*\(?\b(?:where|with|here|and)\s+)?"
_MEANS = r"(?:means|meaning|denotes|denoting|stands for|is)"
_PREPARED: Final = tuple(
    (LazyPattern(found), put)
    for found, put in (
        # the pronoun and the article are no letters of a formula
        (r"\bI(?:'m|'d|'ve|'ll|’m|’d|’ve|’ll)?(?=\s+(?!is\b|and\b|be\b)[a-z]{2,})", "we"),
        (r"(?:^|(?<=[.!?:]\s))A(?=\s+(?:\d|[a-z]{3}))", "the"),
        (
            r"(?<![\w+*/=^])(?<![+*/=^-]\s)i(?=\s+(?:need|want|have|had|am|was|think|know|get|got|"
            r"just|only|"
            r"would|could|can|do|don't|dont|never|always|tried|keep|must|should|really)\b)",
            "we",
        ),
        (r"\bin (?:the )?([a-z]\s*=\s*[a-z]\s*[a-z]\s*\+\s*[a-z]) form\b", r"in the form \1"),
        (r"(?:\\ell|ℓ)(?![A-Za-z])", "L"),
        (r"\bthis (\d)\s*-?(?:×|x|by|\\times)-?\s*\1(?=\b)", _sized),
        (r"\b(t\s*=\s*\d+(?:\.\d+)?)\s*(?:s|secs?|seconds?)\b(?=[\s.?,]|$)", r"\1"),
        (
            r"\b(\d+(?:\.\d+)?) seconds? after (?:it|the [a-z]+) (?:is|was) "
            r"(?:thrown|launched|released|fired|kicked|hit|projected)",
            r"when t = \1",
        ),
        (_LEAD_TO_MATRIX, _lead),
        (
            rf"\bDoes (?:the matrix )?((?:[A-Z]\s*=\s*)?{_MATRIX}) have an inverse\?\s*(?:It does|"
            rf"Yes|If so|"
            r"If it does|If yes)(?:,? (?:since|because|as) [^.?!]*)?[.,]\s*",
            r"Consider \1 and its inverse. ",
        ),
        (r"(?<=[a-z]\s)u(?=\s+[a-z]{2,})", "you"),
        (r"(?<= [a-z] )[n&](?= [a-z]\b)", "and"),
        # dots that only end an equation, and a condition in brackets
        (
            r"(=\s*(?!-?\d+(?:/\d+)?\s*\+)[^,;.?=\s][^,;.?=]*?)\s+(?:\.{3,}|…)\s+(?=[a-z]{2})",
            r"\1, ",
        ),
        (r"\s\(\s*([a-z]\s*(?:>=|<=|!=|>|<|≥|≤|≠)\s*-?\d[\d./]*)\s*\)", r", where \1,"),
        (
            r"(?<![=+*/^(\d−-])(?<![=+*/^(\d−-]\s)\$?\bb\s*(?:²|\^\s*\{?2\}?)\s*[-−]\s*4\s*\*?\s*a"
            r"\s*\*?\s*c\b\$?(?!\s*[=+*/^−-])",
            " the discriminant ",
        ),
        (
            r"\b(?:[Bb]y )?solving (?:the (?:characteristic )?equation "
            r")?\$?det\s*\(\s*[A-Z]\s*[-−]\s*"
            r"(?:λ|lambda|\\lambda)\s*\*?I\s*\)\s*=\s*0\$?\s*,?",
            " ",
        ),
        (
            r",?\s*(?:which )?(?:turns into|becomes|gives|is|takes) (?:the (?:indeterminate )?form "
            r")?"
            r"0/0(?: (?:if|when) (?:you|we|i) (?:just |simply |only )?(?:plug|put|substitute)"
            r"(?: in)?(?: [a-z]\s*=\s*\d+)?(?: directly| it| it in)?)?(?=[.,])",
            " ",
        ),
        (
            r"[,.]?\s*\(?(?:where )?(?:both|all|the) (?:of the )?log(?:arithm)?s (?:are |being )?"
            r"(?:to |in )?(?:the )?base (?:10|ten)\)?",
            " ",
        ),
        (r"([a-z]\s*[+−-]\s*)at(?=\s*(?:$|[.,;?)$]|[a-z]{2}))", r"\1a*t"),
        (
            r"(?:(?<=^)|(?<=[.,;] )|(?<=\bif )|(?<=\bwhen ))([a-z]) is ([-−]?\d+(?:/\d+|\.\d+)?)"
            r"(?=[.,;]|\s+(?:and|then|so|what|find|how)\b)",
            r"\1 = \2",
        ),
        (
            r"\b([2-6])(?=\s+(?:(?:different|distinct|real)\s+)*(?:answers|solutions|roots|values|"
            r"eigenvalues)\b)",
            _spelled,
        ),
        (r"\bis a (?=(?:root|zero)\b)", "is one "),
        (r"\b[A-Z] is (?:the |a )?point (?=\()", " the point "),
        # rows of a matrix
        (
            r"\b(?:top|first|1st|second|2nd|third|3rd|middle|bottom) row,?\s*(?:is |of |being "
            r")?:?\s*"
            rf"({_N}(?:\s+{_N})+)(?!\s*[-+*/=\w(])",
            _row,
        ),
        (rf"\brows:?\s+({_N}(?:\s+{_N})+(?:\s*/\s*{_N}(?:\s+{_N})+)+)(?![\w(])", _slashed_rows),
        (
            rf"\b([A-Z]) is (?:the |a )?(?:[1-5]{_BY}[1-5] )?matrix (?:with|whose) rows (?:are "
            rf")?({_ROW_LIST})",
            _by_rows,
        ),
        (
            rf"\b([A-Za-z]) is (?:the |a )?column vector (?:with|whose) (?:entries|components) "
            rf"(?:are )?"
            rf"({_N}(?:\s*(?:,\s*and|,|and)\s*{_N})+)",
            _column,
        ),
        (rf"\b([1-5]){_BY}([1-5])\s+matrix,?:?\s*({_MATRIX})", _sized_as_told),
        # a blank within a formula stands between two of them
        (r"(?<=\S)(?:\\[ ,;:])*\s*(?:\\_\s*)+(?:\\[ ,;:])*(?=[^$]*\S\$)", "$ __ $"),
        (r"\b(?:HCF|LCM|GCD|GCF|HCD)s?\b", _lowered),
        (
            rf"{_SAYS}\blog\s+{_MEANS}\s+(?:the\s+)?log(?:arithm)?\s+"
            r"(?:to\s+(?:the\s+)?)?base\s+(?:10|ten)\)?",
            " ",
        ),
        (rf"{_SAYS}\bln\s+{_MEANS}\s+(?:the\s+)?natural\s+log(?:arithm)?\)?", " "),
        (r"\b[fgh]\s*(?:⁻¹|\^\s*\{?\(?-1\)?\}?)\s*\([a-z]\)(?!\s*=)", " the inverse function "),
        (
            r"\b(?:top|first|second|third|middle|bottom) row,?\s*(?:is |of |being )?:?\s*"
            r"(-?\w(?:\.\d+|\d*|/\d+)(?:,\s*-?\w(?:\.\d+|\d*|/\d+))+)(?![\w(])",
            r"row (\1)",
        ),
        # the size of a matrix is seen from its rows
        (r"\b(\d)\s*-?(?:×|x|by|\\times)-?\s*\1(?=[\s-]+(?:[a-z]+[\s-]+){0,2}matri)", _sized),
        (r"\$([^$=A-Za-z\\]*,[^$=A-Za-z]*)\$", r" \1 "),
        (r"[\[(]?\s*<\s*,\s*>\s*,?\s*(?:or|and|,)?\s*=\s*[\])]?", " sign "),
        (r"\s_{2,}\s|\s(?:\\_){2,}\s", " , "),
        (r"(?<![\d.,(\[])(\d{1,3})((?:,\d{3})+)(?![\d,)\]])", _joined),
        (r"\b([xyzt])\$?\s*-\s?(coordinate|axis|axes|intercept|value)", r"\1-\2"),
        (r"(?<=\bfor )([a-z]) ([a-z]) ([a-z])\b", r"\1, \2, \3"),
    )
)


def prepared(text: str) -> str:
    """The text in one spelling."""
    text = _without_points(formulas_told.once(text))
    text = _SPACES.sub(lambda m: f" {m[1] or m[2] or ','} ", text)
    for pattern, put in _PREPARED:
        text = pattern.sub(put, text)
    return _without_names(text)


_POINT: Final = re.compile(r"(?<![A-Za-z])(?:([A-Z])\s*(?=\()|([A-Z]) is (?:the |a )?point (?=\())")


def _without_points(text: str) -> str:
    """``the midpoint of AB`` of the only two points that are named A and B as that of them."""
    names = [match[1] or match[2] for match in _POINT.finditer(text)]
    if len(names) != 2 or names[0] == names[1]:
        return text
    a, b = names
    return re.sub(
        rf"\b(?:the )?(?:(?:line|line segment|segment|straight line) )?(?:{a}{b}|"
        rf"{b}{a})\b(?!\s*[=(])",
        "it",
        text,
    )


_NAMED_CURVE: Final = re.compile(
    r"\b(?:curve|line|circle|graph|parabola|region|function|matrix) ([A-Z])(?=\s+[a-z]{2})"
)


def _without_names(text: str) -> str:
    """Without the letter that only names a curve: ``the curve C has equation``, ``at C``."""
    for name in set(_NAMED_CURVE.findall(text)):
        bare = re.sub(
            rf"\b(curve|line|circle|graph|parabola|region) {name}\b(?!\s*[=(])", r"\1", text
        )
        if bare != text:
            text = re.sub(
                rf"\b(to|of|on|for|meets|crosses) {name}\b(?=\s+[a-z]{{2}}|\s*[,.?]|$)",
                r"\1 it",
                bare,
            )
    return text
