"""A formula with a story round it, of which only the formula is asked.

``A bakery models its profit by P(n) = -n^2 + 14n - 20. Work out P(6).`` Where the question is
put in the letters of the formula, a story that holds no number of its own tells nothing more.
"""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import language

_N = r"[-−]?\d+(?:\.\d+|/\d+)?"
_DEFINITION: Final = re.compile(
    r"(?<![A-Za-z(=])\$?(?P<f>[A-Za-z])(?:\((?P<x>[a-z])\))?\s*=\s*(?P<body>[^=<>≤≥,;?!]+?)\$?"
    r"(?=\s*(?:,|;|\.?$|\s(?:where|with|[a-z]{3,})\b))"
)
_FIND = r"(?:find|work out|calculate|evaluate|what is|determine|write down|give|compute)"
_ASKED: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_FIND} (?:the value of )?(?P<f>[A-Za-z])\(\s*{_N}\s*\)",
        rf"(?:for|at) (?:what|which) (?:values? of )?(?P<x>[a-z]) (?:is|does|will) (?P<f>[A-Za-z]) "
        rf"(?:equal(?: to)?|reach) {_N}",
        rf"{_FIND} (?:the value of )?(?P<x>[a-z]) (?:when|if|for which|such that) "
        rf"(?P<f>[A-Za-z])\s*(?:=|is|equals)"
        rf"\s*{_N}",
        rf"{_FIND} (?:the value of )?(?P<f>[A-Za-z]) (?:when|if|for) (?P<x>[a-z])\s*(?:=|is|"
        rf"equals)\s*{_N}",
    )
)


def bare(text: str) -> str:
    """The formula and the question; "" where the story may say more."""
    *story, question = language.sentences(text) or ("",)
    told = ". ".join(story)
    found = list(_DEFINITION.finditer(told))
    asked = next((m for p in _ASKED if (m := p.fullmatch(question.strip(" ?.")))), None)
    if len(found) != 1 or asked is None:
        return ""
    (definition,) = found
    rest = told[: definition.start()] + told[definition.end() :]
    groups = asked.groupdict()
    letter = groups.get("x")
    same = groups["f"] == definition["f"] and (letter is None or letter in definition["body"])
    if not same or re.search(r"[\d<>≤≥=]|\b(?:not|except|only|unless|no)\b", rest):
        return ""
    return f"{definition[0]}. {question}."
