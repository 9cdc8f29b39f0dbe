"""The sentences of a question, and the list of what may be ignored in them.

Nothing is dropped but what stands in :data:`IGNORED_PHRASES` and :data:`LABELS`; every reader
matches the rest as a whole, so that a stray number, unit, negation or relation word leaves the
question unread.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

MAX_LENGTH: Final = 2000

IGNORED_PHRASES: Final = frozenset(
    {
        "alright",
        "and show your work",
        "by the way",
        "can u",
        "can you",
        "can you help",
        "can you help me",
        "can you tell me",
        "could you",
        "could you help me",
        "could you tell me",
        "do you know",
        "exactly",
        "explain your answer",
        "explain your reasoning",
        "explain your steps",
        "for me",
        "for my homework",
        "for real x",
        "give exact answers",
        "give exact values",
        "giving exact answers",
        "good afternoon",
        "good evening",
        "good morning",
        "hello",
        "hello there",
        "help me",
        "help me to",
        "help me with this",
        "hey",
        "hey there",
        "hi",
        "hi there",
        "how do i",
        "i have to",
        "i need help with this",
        "i need to",
        "i want to",
        "i would like to",
        "i'd like to",
        "in your head",
        "just",
        "justify your answer",
        "kindly",
        "leave surds in your answer",
        "leaving your answer in surd form",
        "my homework",
        "my homework asks me to",
        "now",
        "ok",
        "or nah",
        "or not",
        "okay",
        "please",
        "pls",
        "plz",
        "quickly",
        "real solutions only",
        "show all steps",
        "show all the steps",
        "show all work",
        "show all your steps",
        "show each step",
        "show me the steps",
        "show steps",
        "show the steps",
        "show your steps",
        "show your work",
        "show your working",
        "so",
        "step by step",
        "tell me",
        "thank you",
        "many thanks",
        "thank you so much",
        "thank you very much",
        "thanks",
        "thanks a lot",
        "thanks in advance",
        "thanks so much",
        "try to",
        "will you",
        "with steps",
        "would you",
        "you need to",
        "you should",
    }
)
"""Dropped at the beginning and at the end of a sentence, in any case."""

LABELS: Final = (
    r"(?i:(?:my\s+)?(?:homework|hw|assignment|worksheet|revision)\s+)?"
    r"(?i:question|problem|exercise|task|ex|q|no)\.?\s*\d{1,3}\s*[:.)]",
    r"(?i:question|problem|exercise|task|q)\s*:",
    r"\(?[a-h]\)(?=\s+[A-Z])",
    r"\d{1,2}[.)](?=\s+[A-Z])",
)
"""Numbers and letters of exercises, dropped at the beginning of a question."""

_RELATION_WORDS = (
    "above after again all almost always another any at back before below besides between both "
    "but by double each either else equal equals every except exceeding exceeds excluding fewer "
    "first from greater half increased last least less longer minus more most neither never next "
    "no none nor not nothing once only other otherwise over per plus quarter rather rest same "
    "second shorter slower some sooner still than third thrice times total triple twice under "
    "unless until without faster later earlier remaining another smaller larger bigger taller "
    "heavier lighter cheaper dearer"
)
RELATION_WORDS: Final = frozenset(_RELATION_WORDS.split())
"""Words that no name or noun of a word problem may be: they change what is said."""

_PHRASE = "|".join(
    re.escape(phrase).replace(r"\ ", r"\s+").replace("'", "['’]")
    for phrase in sorted(IGNORED_PHRASES, key=len, reverse=True)
)
_AT_START = re.compile(rf"^(?:[\s,;:!.?]+|(?:{_PHRASE})(?![\w'’]))[\s,;:!]*", re.IGNORECASE)
_AT_END = re.compile(rf"(?:[\s,]+(?:{_PHRASE})|[\s,;:]+)$", re.IGNORECASE)
_ASKS = re.compile(
    r"(?:and\s+|so\s+|then\s+)?(?:how|what|which|who|when|where|find)\b", re.IGNORECASE
)
_SAYS_WHEN = re.compile(r"\bnow[\s,;:.!]*$", re.IGNORECASE)
"""``twice as old as Ann is now``: in a sentence that asks nothing it is no filling word."""
_LABEL = re.compile(rf"^\s*(?:{'|'.join(LABELS)})\s*")

_DELIMITERS = (
    (re.compile(r"\$\$(.+?)\$\$", re.DOTALL), r" \1 "),
    (re.compile(r"\\\[(.+?)\\\]", re.DOTALL), r" \1 "),
    (re.compile(r"\\\((.+?)\\\)", re.DOTALL), r" \1 "),
    (re.compile(r"\$(?=[^$]*[\\=^_a-zA-Z+*/([-])(?! )([^$\n]+)(?<! )\$(?!\d)"), r" \1 "),
    (re.compile(r"`([^`\n]+)`"), r" \1 "),
)
_CASES = re.compile(r"\\begin\{(cases|aligned|align\*?)\}(.*?)\\end\{\1\}", re.DOTALL)
_TERM = r"(\d+(?:\.\d+)?|[a-z](?![a-z]))"
_PROPORTION = re.compile(
    rf"(?<!for )(?<![A-Za-z\d.]){_TERM}\s*:\s*{_TERM}\s*(?:=|::)\s*{_TERM}\s*:\s*{_TERM}(?![\d.])"
)
"""``4 : x = 6 : 9``."""
_CHARACTERS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\t": " "})
_SENTENCE_END = re.compile(
    r"\?+|(?<=[a-zA-Z]{2})!+(?=\s|$)|(?<=[a-zA-Z]{2}\s)!+(?=\s|$)|\.+(?=\s|$)|;|\n+"
)


_LATEX_MATRIX = re.compile(
    r"(?:\\left\s*[\[(]\s*)?\\begin\{(?P<kind>[pbvBV]?matrix|array)\}(?:\{[lcr|]*\})?"
    r"(?P<body>.*?)\\end\{(?P=kind)\}(?:\s*\\right\s*[\])])?",
    re.DOTALL,
)
_ENTRY = r"\s*[-−]?(?:\d+(?:[./]\d+)?|[a-z])\s*"
_ANGLE_BRACKETS = re.compile(
    rf"(?P<open><|⟨|\\langle\b)(?P<body>{_ENTRY}(?:,{_ENTRY}){{1,5}})(?:>|⟩|\\rangle\b)"
)
_OPERAND_BEFORE = re.compile(r"(?:(?<![A-Za-z])[A-Za-z]|[\d)\]}|])\s*$")
_ROWS_BY_SEMICOLON = re.compile(r"\[(?P<body>[^\[\];]+(?:;[^\[\];]+)+)\]")


def _latex_matrix(match: re.Match[str]) -> str:
    rows = [row for row in re.split(r"\\\\", match["body"]) if row.strip()]
    cells = ("[" + ", ".join(cell.strip() for cell in row.split("&")) + "]" for row in rows)
    written = f"[{', '.join(cells)}]"
    return f"det({written})" if match["kind"] == "vmatrix" else written


def _semicolon_matrix(match: re.Match[str]) -> str:
    rows = (row.strip() for row in match["body"].split(";"))
    cells = (re.split(r"\s*,\s*" if "," in row else r"\s+", row) for row in rows)
    return "[" + ", ".join(f"[{', '.join(row)}]" for row in cells) + "]"


def _angle_brackets(match: re.Match[str]) -> str:
    """A vector; ``x < 3, y > 2`` is none, since something stands before the sign."""
    compared = match["open"] == "<" and _OPERAND_BEFORE.search(match.string, 0, match.start())
    return match.group() if compared else f"({match['body']})"


def _matrices(text: str) -> str:
    """LaTeX's matrices and ``[1 2; 3 4]`` as ``[[1, 2], [3, 4]]``, ``<1, 2>`` as ``(1, 2)``."""
    text = _ANGLE_BRACKETS.sub(_angle_brackets, text)
    return _ROWS_BY_SEMICOLON.sub(_semicolon_matrix, _LATEX_MATRIX.sub(_latex_matrix, text))


def tidy(text: str) -> str:
    """The text without delimiters of mathematics, with plain quotes and single spaces.

    Matrices are written ``[[1, 2], [3, 4]]``.
    """
    text = _matrices(text.translate(_CHARACTERS))
    for pattern, replacement in _DELIMITERS:
        text = pattern.sub(replacement, text)
    text = _CASES.sub(lambda match: re.sub(r"\\\\|&", ", ", match[2]).replace(", =", " ="), text)
    text = _PROPORTION.sub(r"(\1)/(\2) = (\3)/(\4)", text)
    text = re.sub(r"\\([dt]?frac)\s*(\d)\s*(\d)(?!\d)", r"\\\1{\2}{\3}", text)
    text = re.sub(r"(?<=[,+\s])\.{3,}", "…", text)
    text = re.sub(r"(\d\.\d+)\.{3,}", r"\1…", text)  # 0.333... goes on: it is not 0.333
    text = re.sub(r"\+\s*(?:\.\.\.+|\\[cl]?dots\b)", "+ …", text)
    text = re.sub(r"\bw\.?\s?r\.?\s?t\.?(?=\s)", "wrt", text)
    text = re.sub(r"[ \r]+", " ", text)
    return _LABEL.sub("", text.strip())


def without_ignored(sentence: str) -> str:
    """The sentence without the phrases that may be ignored at its ends."""
    while True:
        shorter = _AT_START.sub("", sentence)
        if _ASKS.match(shorter) or not _SAYS_WHEN.search(shorter):
            shorter = _AT_END.sub("", shorter)
        shorter = shorter.strip()
        if shorter == sentence:
            return sentence
        sentence = shorter


@lru_cache(maxsize=64)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences that say something, without their closing marks."""
    parts = (without_ignored(part.strip()) for part in _SENTENCE_END.split(tidy(text)))
    return tuple(part for part in parts if part)
