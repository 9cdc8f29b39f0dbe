"""One LaTeX formula as Unicode text, laid out on one line (or one per row of an environment).

pylatexenc parses, and its table names the symbols; the layout is our own, since it may not change
the meaning: ``\\frac{1}{2}x`` is ``(1/2)x`` here, ``1/2x`` in pylatexenc's own text. Nothing is
reordered and nothing evaluated: every letter, digit and sign of the source appears, in its order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from pylatexenc import latex2text, latexwalker, macrospec
from pylatexenc.latexwalker import (
    LatexCharsNode,
    LatexEnvironmentNode,
    LatexGroupNode,
    LatexMacroNode,
    LatexMathNode,
    LatexNode,
    LatexSpecialsNode,
    LatexWalkerParseError,
)

from mathviz_chat.ui.latex_symbols import (
    ACCENTS,
    BINOMIALS,
    BLACKBOARD,
    BRACKETED,
    FRACTIONS,
    LAYOUT,
    LETTERS,
    RELATIONS,
    ROWS,
    SYMBOLS,
    TRANSPARENT,
)
from mathviz_chat.ui.scripts import subscript, superscript

MAX_SOURCE: Final = 4_000  # characters
MAX_DEPTH: Final = 40  # nested braces and environments


class LatexError(ValueError):
    """The source is not LaTeX that can be shown faithfully; show the source instead."""


def latex_to_unicode(source: str) -> str:
    """The formula (without its delimiters) as Unicode; rows of an environment as lines.

    Raises:
        LatexError: a parse error, an unknown command, too long or too deep.
    """
    if len(source) > MAX_SOURCE or _depth(source) > MAX_DEPTH:
        raise LatexError("too long or too deeply nested")
    walker = latexwalker.LatexWalker(
        _protect_percent(source), latex_context=_CONTEXT, tolerant_parsing=False
    )
    try:
        nodes, _, _ = walker.get_latex_nodes()
    except LatexWalkerParseError as error:
        raise LatexError(str(error)) from error
    return _tidy(_sequence(nodes).replace(_COLUMN, "&"))


def _depth(source: str) -> int:
    deepest = level = 0
    for mark in re.findall(r"[{}\[\]]|\\begin|\\end|\\left|\\right", source):
        level += 1 if mark in ("{", "[", "\\begin", "\\left") else -1
        deepest = max(deepest, level)
    return deepest


def _protect_percent(source: str) -> str:
    """Models write ``15% of`` inside formulas; to TeX the rest of that line is a comment."""
    return re.sub(r"(?<!\\)%", r"\\%", source)


# --------------------------------------------------------------------------------- symbols

_TABLE = latex2text.get_default_latex_context_db()
_CONTEXT = latexwalker.get_default_latex_context_db()
_CONTEXT.add_context_category(
    "formulas of models",
    prepend=True,
    macros=[
        *(macrospec.std_macro(name, "{{") for name in (*FRACTIONS, *BINOMIALS)),
        *(macrospec.std_macro(name, "{") for name in (*TRANSPARENT, *ACCENTS)),
        *(macrospec.std_macro(name, "{") for name in ("mathbb", "Bbb", "pmod", "cancel")),
    ],
)


def _symbol(name: str) -> str:
    if name in SYMBOLS:
        return SYMBOLS[name]
    spec = _TABLE.get_macro_spec(name)
    shown = getattr(spec, "simplify_repl", None)
    if not isinstance(shown, str) or not shown or "%" in shown:
        raise LatexError(f"\\{name} is not known")
    return shown


# ----------------------------------------------------------------------------------- layout


def _sequence(nodes: Sequence[LatexNode]) -> str:
    """Siblings, in order; a script binds the atom that follows its sign."""
    atoms = _atoms(nodes)
    shown = ""
    signs: list[str] = []  # those already on the atom before
    at = 0
    while at < len(atoms):
        atom = atoms[at]
        if isinstance(atom, str) and atom in _SIGNS:
            if atom in signs:
                raise LatexError("a double script")  # as in TeX: its meaning is open
            signs.append(atom)
            at = _next_atom(atoms, at + 1)
            shown += _script(atom, atoms[at])
        else:
            shown = _join(shown, atom, _one(atom, shown, _binds(_following(atoms, at))))
            at += _is_fence(atom) and _is_dot(atoms, at + 1)  # \left. shows nothing
            signs = []
        at += 1
    return shown


_SIGNS: Final = ("^", "_")


def _atoms(nodes: Sequence[LatexNode]) -> list[str | LatexNode]:
    atoms: list[str | LatexNode] = []
    for node in nodes:
        if isinstance(node, LatexCharsNode):
            atoms.extend(node.chars)
        elif isinstance(node, LatexSpecialsNode):
            atoms.append(_SPECIALS.get(node.specials_chars, node.specials_chars))
        elif node is not None:
            atoms.append(node)
    return atoms


_COLUMN: Final = "\ue000"  # a private mark for &: not in the source, which went through visible()
_SPECIALS: Final = {"&": _COLUMN, "~": " ", "``": "“", "''": "''", "--": "--", "---": "---"}


def _following(atoms: Sequence[str | LatexNode], at: int) -> str | LatexNode:
    for atom in atoms[at + 1 :]:
        if not isinstance(atom, str) or atom.strip():
            return atom
    return ""


def _is_fence(atom: str | LatexNode) -> bool:
    return isinstance(atom, LatexMacroNode) and atom.macroname in ("left", "right")


def _is_dot(atoms: Sequence[str | LatexNode], at: int) -> bool:
    atom = atoms[at] if at < len(atoms) else ""
    return isinstance(atom, str) and atom == "."


def _next_atom(atoms: Sequence[str | LatexNode], at: int) -> int:
    for place in range(at, len(atoms)):
        atom = atoms[place]
        if not isinstance(atom, str) or atom.strip():
            if isinstance(atom, str) and atom in _SIGNS:
                break
            return place
    raise LatexError("a script without its content")


def _script(sign: str, atom: str | LatexNode) -> str:
    content = _one(atom, "", False).strip()
    if sign == "^" and content in ("∘", "°"):
        return "°"
    if sign == "^" and content and set(content) <= {"′", "'"}:
        return content
    return superscript(content) if sign == "^" else subscript(content)


def _binds(following: str | LatexNode) -> bool:
    """Whether what follows would stick to a fraction or a root written on one line."""
    if isinstance(following, str):
        return following.isalnum() or following in ("(", "[", "^", "_", "!", "/")
    if isinstance(following, LatexMacroNode):
        name = following.macroname
        if name in FRACTIONS or name == "sqrt" or name in TRANSPARENT - {"text", "mbox"}:
            return True
        if name == "left":
            return True
        return name in LETTERS
    return isinstance(following, LatexGroupNode)


def _join(shown: str, atom: str | LatexNode, piece: str) -> str:
    """Put a blank between words that TeX keeps apart by spacing: ``\\sin x``, ``x \\in A``."""
    if isinstance(atom, LatexMacroNode) and piece in RELATIONS:
        return f"{shown} {piece} "
    if shown and piece[:1].isalnum() and _FUNCTION_END.search(shown):
        return f"{shown} {piece}"
    if isinstance(atom, LatexMacroNode) and piece.isalpha() and len(piece) > 1:
        return f"{shown} {piece}" if shown[-1:].isalnum() and piece.isascii() else shown + piece
    return shown + piece


_FUNCTION_END = re.compile(
    r"(?:^|[^A-Za-z])(?:sin|cos|tan|cot|sec|csc|ln|log|exp|arcsin|arccos|arctan|sinh|cosh|tanh|lim"
    r"|max|min|gcd|lcm|det|mod)[⁰¹²³⁴-⁹⁻₀-₉]*$"
)


def _one(atom: str | LatexNode, before: str, bound: bool) -> str:
    if isinstance(atom, str):
        return "′" if atom == "'" else atom
    if isinstance(atom, LatexGroupNode):
        inner = _sequence(atom.nodelist)
        if bound and not _ATOM.fullmatch(inner.strip()) and len(inner) > 1:
            raise LatexError("a group whose extent would be lost")
        return f"[{inner}]" if atom.delimiters[0] == "[" else inner
    if isinstance(atom, LatexMathNode):
        return _sequence(atom.nodelist)
    if isinstance(atom, LatexEnvironmentNode):
        return _environment(atom)
    if isinstance(atom, LatexMacroNode):
        return _macro(atom, before, bound)
    raise LatexError("something that cannot be shown")


def _macro(node: LatexMacroNode, before: str, bound: bool) -> str:
    name = node.macroname
    if name in FRACTIONS:
        return _fraction(node, before, bound)
    if name == "sqrt":
        return _root(node, bound)
    if name in TRANSPARENT:
        return _sequence([_argument(node, -1)])
    if name in ACCENTS:
        mark = ACCENTS[name]
        return "".join(char + mark for char in _sequence([_argument(node, -1)]).strip())
    if name in ("mathbb", "Bbb"):
        inner = _sequence([_argument(node, -1)])
        return BLACKBOARD.get(inner, inner)
    if name in BINOMIALS:
        return f"C({_sequence([_argument(node, 0)])}, {_sequence([_argument(node, 1)])})"
    if name == "pmod":
        return f" (mod {_sequence([_argument(node, 0)])})"
    if name in LAYOUT:
        return ""
    if any(argument is not None for argument in _arguments(node)):
        raise LatexError(f"\\{name} with arguments")
    shown = _symbol(name)
    spaced = shown.isascii() and shown.isalpha() and node.macro_post_space
    binary = shown in "·×÷±∓∪∩∧∨" and before.endswith(" ")
    return shown + " " if spaced or binary else shown


def _arguments(node: LatexMacroNode) -> Sequence[LatexNode | None]:
    return list(node.nodeargd.argnlist or ()) if node.nodeargd is not None else []


def _argument(node: LatexMacroNode, index: int) -> LatexNode:
    arguments = _arguments(node)
    if not arguments or arguments[index] is None:
        raise LatexError(f"\\{node.macroname} without its argument")
    return arguments[index]


def _inner(node: LatexMacroNode, index: int) -> str:
    return _sequence([_argument(node, index)]).strip()


def _fraction(node: LatexMacroNode, before: str, bound: bool) -> str:
    upper, lower = _inner(node, 0), _inner(node, 1)
    if _DIFFERENTIAL.fullmatch(upper) and _DIFFERENTIAL.fullmatch(lower):
        shown = f"{upper}/{lower}"
    else:
        shown = f"{_factor(upper, _NUMERATOR)}/{_factor(lower, _ATOM)}"
    if re.search(r"[\d.]$", before) and re.fullmatch(r"\d+/\d+", shown) and not bound:
        return f" {shown}"  # a mixed number, or a product written like one: as ambiguous as before
    glued = _STICKS.search(before) or _FUNCTION_END.search(before.rstrip())
    return f"({shown})" if bound or glued else shown


def _root(node: LatexMacroNode, bound: bool) -> str:
    arguments = _arguments(node)
    content = _inner(node, -1)
    index = _sequence([arguments[0]]).strip() if len(arguments) > 1 and arguments[0] else ""
    index = index.removeprefix("[").removesuffix("]")
    sign = {"": "√", "2": "√", "3": "∛", "4": "∜"}.get(index)
    if sign is None:
        raised = superscript(index)
        sign = f"{raised}√" if not raised.startswith("^") else f"root_{index} "
    return sign + (content if _ATOM.fullmatch(content) and not bound else f"({content})")


_SCRIPT_CHARS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿˣ₀₁₂₃₄₅₆₇₈₉"
_ATOM = re.compile(rf"\d+(?:\.\d+)?|\w[{_SCRIPT_CHARS}]*|\(\w+\)")
_NUMERATOR = re.compile(rf"-?\d*(?:\.\d+)?(?:\w[{_SCRIPT_CHARS}]*)*")
_DIFFERENTIAL = re.compile(rf"[d∂][{_SCRIPT_CHARS}]*(?:\w[{_SCRIPT_CHARS}]*)?")
_STICKS = re.compile(rf"[\w)\]′{_SCRIPT_CHARS}!%]$|[/÷:] *$")


def _factor(text: str, plain: re.Pattern[str]) -> str:
    return text if plain.fullmatch(text) and text else f"({text})"


def _environment(node: LatexEnvironmentNode) -> str:
    name = node.environmentname
    column = "" if name in ROWS else " "
    rows = [_tidy(row) for row in _sequence(_body(node)).replace(_COLUMN, column).split("\n")]
    rows = [row for row in rows if row]
    if name in ROWS:
        return "\n".join(rows)
    if name in BRACKETED:
        opening, closing = BRACKETED[name]
        return opening + "; ".join(rows) + closing
    raise LatexError(f"the environment {name} is not known")


def _body(node: LatexEnvironmentNode) -> Sequence[LatexNode]:
    body: Sequence[LatexNode] = node.nodelist
    return body


def _tidy(text: str) -> str:
    lines = (re.sub(r"(?<=\S) +", _blanks, line.strip()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _blanks(match: re.Match[str]) -> str:
    return "  " if len(match[0]) >= 3 else " "
