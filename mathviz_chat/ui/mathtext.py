"""Mathematics in a line or block of prose, found before Markdown sees it and shown in Unicode.

Formulas in LaTeX (``$``, ``$$``, ``\\(``, ``\\[``, environments), bare LaTeX commands and
plain mathematics (``x^2``, ``integral(x^2, x)``, ``<=``) are shown as Unicode. What is shown is
what was written: nothing is reordered or evaluated, and LaTeX that cannot be shown faithfully
stays source.
A ``$`` that means money is left alone (the rules are pandoc's ``tex_math_dollars``, and: a formula
does not begin with an amount that prose follows).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from mathviz_chat.ui.notation import in_usual_notation
from mathviz_chat.ui.scripts import subscript, superscript


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text. kind: ``prose``, ``code`` (backticks), ``math`` (a LaTeX formula)
    or ``literal`` (``\\$``).

    text: the source, for a formula without its delimiters. display: on lines of its own.
    """

    kind: Literal["prose", "code", "math", "literal"]
    text: str
    source: str
    display: bool = False


def show_math(text: str) -> str:
    """``text`` with its mathematics in Unicode; Markdown and everything else as it was."""
    return "".join(map(_show, pieces(text)))


def _show(piece: Piece) -> str:
    match piece.kind:
        case "math":
            return show_formula(piece)
        case "prose":
            return show_plain(piece.text)
        case "literal":
            return piece.text
        case _:
            return piece.source


# ----------------------------------------------------------------------------------- finding

MAX_TEXT: Final = 8_000

_DELIMITED: Final = re.compile(
    r"""
    (?P<code> (?P<ticks> `+ ) [^`] (?: .{0,2000}? [^`] )? (?P=ticks) (?!`) )
  | (?P<escaped> \\\$ )
  | \$\$ (?P<dollars> .{1,4000}? ) (?<!\\) \$\$
  | (?<!\\) \\\[ (?P<brackets> .{1,4000}? ) \\\]
  | (?<!\\) \\\( (?P<parens> .{1,2000}? ) \\\)
  | (?P<environment> \\begin\{ (?P<name> [A-Za-z]+\*? ) \} .{0,4000}? \\end\{ (?P=name) \} )
  | \$ (?P<dollar> (?=\S) [^$\n]{1,2000}? (?<=[^\s\\]) ) \$ (?!\d)
    """,
    re.VERBOSE | re.DOTALL,
)
# An amount, then prose: "$5 and the pen $3" has no formula in it.
_MONEY: Final = re.compile(r"\d[\d.,]*(?:\s*[-–,;:.]?\s*[A-Za-z]{2,}|\s*[,;.)]?\s*$)")


def pieces(text: str) -> Iterator[Piece]:
    """Cut a text into prose, code and formulas; their sources joined are the text.

    What lies beyond :data:`MAX_TEXT` characters is prose: the search takes quadratic time.
    """
    at = start = 0
    while match := _DELIMITED.search(text, at, MAX_TEXT):
        piece = _piece(match)
        if piece is None:  # money: go on behind this dollar
            at = match.start() + 1
            continue
        if match.start() > start:
            yield _prose(text[start : match.start()])
        yield piece
        at = start = match.end()
    if start < len(text):
        yield _prose(text[start:])


def _prose(source: str) -> Piece:
    return Piece("prose", source, source)


def _piece(match: re.Match[str]) -> Piece | None:
    source = match[0]
    if match["code"]:
        return Piece("code", source.strip("`"), source)
    if match["escaped"]:
        return Piece("literal", "$", source)
    if match["dollars"] or match["brackets"]:
        return Piece("math", match["dollars"] or match["brackets"], source, display=True)
    if match["environment"]:
        return Piece("math", source, source, display=True)
    if match["parens"]:
        return Piece("math", match["parens"], source)
    if _is_money(match["dollar"]):
        return None
    return Piece("math", match["dollar"], source)


def _is_money(content: str) -> bool:
    amount = _MONEY.match(content)
    if amount is None:
        return False
    words = re.findall(r"(?<![\\A-Za-z])[A-Za-z]{2,}", content)
    return bool(words) or (amount.end() == len(content) and bool(re.search(r"[,;.]$", content)))


# ---------------------------------------------------------------------------------- showing


def show_formula(piece: Piece) -> str:
    """A LaTeX formula as Unicode; its source, delimiters and all, where it cannot be shown."""
    from mathviz_chat.ui.latex import LatexError, latex_to_unicode  # 50 ms; only with LaTeX

    try:
        return latex_to_unicode(piece.text)
    except LatexError:
        return piece.source


_BARE_COMMAND: Final = re.compile(
    r"\\(?:[A-Za-z]+|[,;:!%{}])(?:\[[^\[\]{}]{0,40}\])?(?:\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})*"
    r"(?:[_^](?:\{[^{}]*\}|\w))*"
)


def show_plain(text: str) -> str:
    """Prose with plain mathematics and bare LaTeX commands: ``x^2 <= \\frac{1}{2}``."""
    if "\\" in text:
        text = _BARE_COMMAND.sub(_show_command, text)
    text = in_usual_notation(text)
    for pattern, replacement in _PLAIN:
        text = pattern.sub(replacement, text)
    return text


def _show_command(match: re.Match[str]) -> str:
    return show_formula(Piece("math", match[0], match[0]))


_Replacement = str | Callable[[re.Match[str]], str]


def _power(match: re.Match[str]) -> str:
    return superscript(match["braced"] or match["bare"])


def _index(match: re.Match[str]) -> str:
    return match["name"] + subscript(match["braced"] or match["bare"])


# A script is shown small only where its extent is certain: not in x^2.5, x^2^3, 2^10! or x^ab.
_END: Final = r"(?![\w^!%]|[.,]\d|\*\*)"
_DIGITS: Final = r"[-−]?\d{1,6}(?![\d^!%]|[.,]\d|\*\*)"
_PLAIN: Final[tuple[tuple[re.Pattern[str], _Replacement], ...]] = (
    (
        re.compile(
            rf"(?<=[\w)\]}}|])(?<!_)(?:\^|\*\*)"
            rf"(?:\{{(?P<braced>[-+\w]{{1,12}})\}}(?!\^)|(?P<bare>{_DIGITS}|[a-z]{_END}))"
        ),
        _power,
    ),
    (
        re.compile(
            rf"(?<![\w\\])(?P<name>[A-Za-z])_"
            rf"(?:\{{(?P<braced>[-+\w]{{1,12}})\}}|(?P<bare>\d{{1,3}}(?!\w)|[a-z]{_END}))"
        ),
        _index,
    ),
    (re.compile(r"(?<![A-Za-z_])sqrt(?=\()"), "√"),
    (re.compile(r"(?<![A-Za-z_])cbrt(?=\()"), "∛"),
    (re.compile(r"<=>"), "⇔"),
    (re.compile(r"(?<![<=])<=(?![=>])"), "≤"),
    (re.compile(r"(?<![>=-])>=(?![=>])"), "≥"),
    (re.compile(r"(?<![!=])!=(?!=)"), "≠"),
    (re.compile(r"(?<![-<])->(?!>)"), "→"),
    (re.compile(r"(?<![=<>])=>(?!>)"), "⇒"),
    (re.compile(r"\+/-"), "±"),
    # a product: between two operands, never at the edge of a word in bold or italics
    (re.compile(r"(?<=[\w)\]}²³⁰-⁹]) \* (?=[\w(\[√\\-])"), " · "),
    (re.compile(r"(?<=[0-9)\]}²³⁰-⁹])\*(?=[\w(\[√])"), "·"),
    (re.compile(r"(?<=\b[A-Za-z])\*(?=[A-Za-z0-9](?![A-Za-z])|[(\[√])"), "·"),
    (re.compile(r"(?<=\bpi)\*(?=[A-Za-z0-9](?![A-Za-z])|[(\[√])"), "·"),
)
