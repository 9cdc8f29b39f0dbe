"""The words by which some of the solutions are asked for, their number, or rounded values."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import slots
from mathviz_chat.core.problems.patterns import LazyPattern

_I: Final = re.IGNORECASE
NAME: Final = r"(?:(?<![A-Za-z\\])(?:theta|alpha|[a-zθαβ])(?![A-Za-z(^²³]))"
_N = r"-?\s?(?:\d+(?:\.\d+)?(?:/\d+)?°?|π|pi|\\pi)"
_LETTER = r"[a-z](?![a-z(^²³])"
_LESS = r"(?:<=|>=|<|>|≤|≥|\\leq?|\\geq?)"
_UNEQUAL = r"(?:≠|!=|\\neq?)"
_END = r"(?=\s*(?:[.,;?!)]|$|(?:and|solve|find|what|then|give|make|rearrange)\b))"

NUMBERS: Final = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
"""Numbers that are written as words."""

TOLD_AGAIN: Final = LazyPattern(
    r"[\s,.;]*(?:and\s+)?(?:give|state|find|write\s+down|choose|keep|take)\s+(?:only\s+)?the\s+"
    r"(?:solutions|answers|roots|values)(?:\s+only)?\s*[.?]?$",
    _I,
)
"""What is left of ``and give the positive solution``."""

AGAIN: Final = LazyPattern(
    r",\s*and (?:give the (?P<pick>largest|smallest)(?P<both> of both)?|"
    r"count the solutions)(?=[.,]|$)"
)

_WAY = (
    r"(?:by|using|with|use)\s+(?:the\s+)?(?:substitut(?:ing|ion)(?:\s+of)?|letting|putting|setting|"
    r"writing)\s*:?\s*"
)
SUBSTITUTED: Final = LazyPattern(
    rf"[\s,]*{_WAY}(?P<put>{NAME}\s*=\s*{slots.MATHS})(?:\s+to\s+help)?(?=\s*(?:[.?;]|$))", _I
)
SUBSTITUTED_FIRST: Final = LazyPattern(
    rf"^{_WAY}(?P<put>{NAME}\s*=\s*{slots.MATHS})\s*,\s*"
    r"(?:or\s+(?:otherwise|(?:(?:in|by)\s+)?(?:any|some)\s+other\s+(?:way|method|means))\s*,\s*)?",
    _I,
)
"""A substitution that is named; the letter on its left stands for what is on its right."""

_ROUND = (
    r"(?:give|giving|gives|round|rounding|rounded|write|writing|leave|leaving|state|stating|"
    r"express|expressing|correct|show)"
)
_OBJECT = (
    r"(?:(?:(?:your|the|each|all|any|both|its|my)\s+)*(?:final\s+)?"
    r"(?:answers?|solutions?|results?|values?|roots?)|it|them|each)"
)
ROUNDED: Final = LazyPattern(
    r"(?:[\s,;.(]|(?<=[.?]))+"
    rf"(?:(?:and\s+|then\s+|please\s+)*{_ROUND}\s+(?:off\s+)?(?:{_OBJECT}\s+|(?P<name>{NAME})\s+)?"
    rf"|{_OBJECT}\s+)?"
    r"(?:(?:should|must)\s+be\s+(?:given\s+)?|(?:is|are)\s+)?"
    r"(?:correct|corrected|accurate|rounded|rounding|approximately|as\s+a\s+decimal|off|"
    r"correctly)?\s*"
    r"(?:to|at)\s+(?:(?P<n>\d+|one|two|three|four|five|six)\s*"
    r"(?:(?P<places>decimal\s+places?|decimals?|d\.?\s?p\.?|decimal\s+digits?)"
    r"|(?P<figures>significant\s+(?:figures?|digits?)|sig\.?\s*figs?\.?|s\.?\s?f\.?))"
    r"|the\s+nearest\s+(?P<nearest>whole(?:\s+number)?|integer|unit|tenth|hundredth|thousandth|degree))"
    r"(?![A-Za-z])\s*\)?",
    _I,
)

_KIND = (
    r"(?:positive|negative|non-?negative|non-?zero|integer|integral|whole-number|"
    r"natural(?:\s+number)?)"
)
_SOLUTION = r"(?:solutions?|roots?|answers?|zeros?)"
PICKS: Final = LazyPattern(
    r"(?:\bthe\s+)?\b(?P<pick>larger|largest|greater|greatest|bigger|biggest|smaller|smallest|"
    r"least|"
    rf"highest|lowest)\s+(?P<kind>(?:(?:real|possible|{_KIND})\s+)*)(?:of\s+(?:the|its)\s+"
    rf"(?:two\s+)?)?"
    rf"(?P<noun>{_SOLUTION}|(?:integer|natural\s+number|number|value|angle)(?=\s+(?:of\s+|for\s+"
    rf")?(?:{NAME}\s+|that\s+|which\s+))"
    rf"|{NAME}(?=\s+(?:such|for|with|that|so|satisf)))",
    _I,
)
SOLE: Final = LazyPattern(
    rf"\b(?:the|its)\s+(?:only|one|single|unique|sole|one\s+and\s+only)\s+(?:real\s+)?"
    rf"(?P<noun>{_SOLUTION}|value(?=\s+of\s+{NAME}))(?![A-Za-z])",
    _I,
)
ONLY: Final = LazyPattern(
    rf"(?P<the>\b(?:the|all|all\s+the|any|a|its)\s+|\b)(?P<kind>(?:(?:real|only|two|exact)\s+"
    rf")*{_KIND}(?:\s+(?:and\s+)?(?:real|{_KIND}))*)\s+"
    rf"(?P<noun>{_SOLUTION}|values?(?=\s+(?:of|for)\s+{NAME})|{NAME}(?=\s+(?:such|for|with|that|"
    rf"so|satisf)))",
    _I,
)

_SATISFY = r"(?:that|which)?\s*(?:satisf(?:ying|ies|y)|are\s+solutions\s+(?:of|to)|solve)"
_INTEGERS = r"(?:integers?|integer\s+values?|integral\s+values?)"
WHOLE: Final = (
    (LazyPattern(r",\s*in\s+whole\s+numbers", _I), ""),
    (
        LazyPattern(
            rf"(?:\b(?:the|all|every|each|those|any|an)\s+)*(?P<kind>(?:(?:positive|negative|"
            rf"non-negative)\s+)?)"
            rf"\b{_INTEGERS}\s+(?:of\s+|for\s+)?(?P<name>{NAME})(?!\s+(?:is|are)\b)",
            _I,
        ),
        r"\g<name>",
    ),
    (
        LazyPattern(
            rf"(?:\b(?:the|all|every|each|those|any|an)\s+)*(?P<kind>(?:(?:positive|negative|"
            rf"non-negative)\s+)?)"
            rf"\bintegers?\s+{_SATISFY}",
            _I,
        ),
        "the values satisfying",
    ),
    (
        LazyPattern(
            rf"[\s,;]+(?:(?:where|if|given|and|such|for|with|that)\s+)*(?P<name>{NAME})\s*(?:is|"
            rf"must\s+be|∈|\\in)\s*"
            r"(?:an?\s+)?(?P<kind>(?:(?:positive|negative|non-negative)\s+)?)(?:integer|ℤ|"
            r"\\mathbb\{Z\})(?![A-Za-z])",
            _I,
        ),
        "",
    ),
)
"""Only whole numbers are meant; with what takes the words' place."""

_HOW_MANY = (
    r"(?:(?:and|so)\s+)?(?:how\s+many|(?:find|what\s+is|state|give|determine)\s+the\s+number\s+of)"
)
_DOMAIN = r"(?P<domain>(?:,|\s)\s*(?:for|in|on|between|where|when|if|with)\s+.+)?"
COUNTED: Final = (
    LazyPattern(
        rf"{_HOW_MANY}\s+(?:(?:distinct|different|real|possible)\s+)*(?P<kind>(?:{_KIND}\s+"
        rf")?)(?:real\s+)?"
        r"(?:solutions|roots|answers|zeros)\s+(?:does|do|has|have|are\s+there\s+(?:to|of|for)|of|"
        r"to|for)\s+"
        rf"(?:the\s+(?:equation|inequality)\s+)?(?P<equation>.+?)(?:\s+have)?{_DOMAIN}\s*[?.]?",
        _I,
    ),
    LazyPattern(
        rf"{_HOW_MANY}\s+(?P<kind>(?:(?:positive|negative)\s+)?integer)s?\s+(?:values\s+of\s+"
        rf")?{NAME}?\s*"
        r"(?:satisfy(?:ing)?|are\s+there\s+(?:such\s+that|with|that\s+satisfy)|solve|are\s+"
        r"solutions\s+(?:of|to))\s+"
        r"(?P<equation>.+?)\s*[?.]?",
        _I,
    ),
)

_ROOT = r"(?:root|solution|zero)"
_EQUATION = (
    r"(?:(?:the\s+)?(?:(?:cubic|quadratic|quartic|polynomial)\s+)?(?:equation|polynomial|cubic|"
    r"quadratic)\s+)?"
    rf"(?P<equation>{slots.MATHS})"
)
_KNOWN = rf"(?P<known>{NAME}\s*=\s*{_N})"
_OTHER = (
    r"[.,;]?\s+(?:(?:and|then|so)\s+)*(?:find|determine|what\s+are|what\s+is|give|work\s+out|"
    r"state)\s+(?:all\s+)?(?:the\s+|its\s+)?"
    rf"(?:other|others|remaining)(?:\s+(?:two|2|one|three))?(?:\s+real)?(?:\s+(?:{_ROOT}s?|ones?|"
    rf"values?(?:\s+of\s+{NAME})?))?\s*[?.]?"
)
OTHERS: Final = tuple(
    LazyPattern(pattern, _I | re.DOTALL)
    for pattern in (
        rf"(?:(?:given|if|knowing|since|you\s+are\s+told|we\s+know|suppose|show)\s+(?:that\s+"
        rf")?)?{_KNOWN}\s+is\s+"
        rf"(?:a|one|one\s+of\s+the)\s+{_ROOT}s?\s+(?:of|to)\s+{_EQUATION}{_OTHER}",
        rf"(?:(?:given|if|knowing)\s+(?:that\s+)?)?one\s+{_ROOT}\s+(?:of|to)\s+{_EQUATION}\s+"
        rf"is\s+{_KNOWN}{_OTHER}",
        rf"(?:(?:given|if|knowing)\s+(?:that\s+)?)?{_EQUATION}\s+has\s+(?:a|one)\s+{_ROOT}\s+"
        rf"(?:at\s+)?{_KNOWN}{_OTHER}",
    )
)
"""One root is told, the others are asked for."""

_WHERE = (
    r"(?:where|with|for|if|given|assuming|such|and|when|provided|taking|take|supposing|so|"
    r"where\s+also)"
    r"(?:\s+that)?\s+"
)
FILTERS: Final = tuple(
    LazyPattern(pattern, _I)
    for pattern in (
        rf"(?:[\s,;]+|^|(?<=[.])\s*)(?:{_WHERE}|(?<=,\s)|(?<=;\s))(?:only\s+)?"
        rf"(?P<statement>(?:{_N}\s*{_LESS}\s*)?{NAME}\s*(?:{_LESS}\s*{_N}|{_UNEQUAL}\s*(?:{_N}|"
        rf"{_LETTER}))){_END}",
        rf"[\s,;]+(?:{_WHERE})?(?P<name>{NAME})\s+(?:is|must\s+be|should\s+be|being)\s+(?:a\s+)?"
        rf"(?P<sign>positive|negative|non-?negative|non-?zero)(?:\s+(?:real\s+)?(?:number|"
        rf"constant))?"
        rf"{_END}",
        rf"(?:^|[\s,]+)(?:for|with)\s+(?P<sign>positive|negative|non-?zero)\s+(?:values\s+of\s+"
        rf")?(?P<name>{NAME})\s*,?{_END}",
        rf"[\s,;]+(?:{_WHERE})?(?P<name>{NAME})\s+(?:(?:is|lies|lying)\s+)?between\s+"
        rf"(?P<low>{_N})\s+and\s+(?P<high>{_N}){_END}",
    )
)
"""Groups: ``statement``; or ``name`` with a ``sign``; or ``name`` between ``low`` and ``high``."""
