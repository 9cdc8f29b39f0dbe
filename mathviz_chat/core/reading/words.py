"""The vocabulary: what a run of letters or a LaTeX command stands for."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.reading.tree import Const


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


_ALIASES: Final = {
    "asin": "arcsin",
    "acos": "arccos",
    "atan": "arctan",
    "tg": "tan",
    "ctg": "cot",
    "arctg": "arctan",
    "cosec": "csc",
    "arsinh": "arcsinh",
    "arcosh": "arccosh",
    "artanh": "arctanh",
    "asinh": "arcsinh",
    "acosh": "arccosh",
    "atanh": "arctanh",
    "ceiling": "ceil",
    "hcf": "gcd",
    "gcf": "gcd",
    "signum": "sgn",
    "sign": "sgn",
}

TRIGONOMETRIC: Final = ("sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh")
INVERSES: Final = {name: "arc" + name for name in TRIGONOMETRIC}

UNBRACKETED: Final = frozenset(
    [*TRIGONOMETRIC, *INVERSES.values(), "ln", "log", "lg", "exp", "det"]
)
"""Functions that are also written without brackets: ``sin 2x``."""

BRACKETED: Final = words(
    "gcd lcm max min floor ceil sgn abs binomial root sqrt cbrt integral partial"
)

SEVERAL_ARGUMENTS: Final = frozenset(["gcd", "lcm", "max", "min", "binomial", "root", "log", "C"])
"""A comma between digits separates arguments here: ``gcd(120,180)``."""

FUNCTIONS: Final = {name: name for name in UNBRACKETED | BRACKETED} | _ALIASES

_GREEK_NAMES: Final = """
    alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi rho sigma tau phi chi
    psi omega Gamma Delta Theta Lambda Xi Sigma Phi Psi Omega
"""
GREEK: Final = words(_GREEK_NAMES)
GREEK_LETTERS: Final = {
    **dict(zip("αβγδεζηθικλμνξρστφχψωΓΔΘΛΞΣΦΨΩ", _GREEK_NAMES.split(), strict=True)),
    "ς": "sigma",
    "ϕ": "phi",
    "ϵ": "epsilon",
    "ϑ": "theta",
    "µ": "mu",
}

CONSTANTS: Final = {
    "pi": Const.PI,
    "π": Const.PI,
    "oo": Const.INFINITY,
    "inf": Const.INFINITY,
    "infinity": Const.INFINITY,
    "∞": Const.INFINITY,
    "e": Const.E,
    "i": Const.I,
}

FUNCTION_LETTERS: Final = frozenset("fghFGH")
"""Applied to a bracket these are functions, not factors."""

KEYWORDS: Final = {
    "or": "or",
    "and": "and",
    "of": "of",
    "mod": "mod",
    "in": "in",
    "union": "union",
    "therefore": "so",
    "so": "so",
    "hence": "so",
    "thus": "so",
    "implies": "=>",
    "percent": "%",
    "degrees": "°",
    "degree": "°",
}

SPACES: Final = frozenset(" \t\n\r\u00a0\u202f") | {chr(code) for code in range(0x2002, 0x200B)}

CHARACTERS: Final = {
    **{c: c for c in "+-*/^()[]{}|,;=<>!%&'$°:√∛∫∑∏_"},
    **dict.fromkeys("−–‐‑﹣－", "-"),
    **dict.fromkeys("×·⋅∙∗⨯\u2062", "*"),
    **dict.fromkeys("∕⁄÷", "/"),
    **dict.fromkeys("’′ʹ", "'"),
    "″": "''",
    "º": "°",
    "∶": ":",
    "±": "+-",
    "∓": "-+",
    "≤": "<=",
    "⩽": "<=",
    "≦": "<=",
    "≥": ">=",
    "⩾": ">=",
    "≧": ">=",
    "≠": "!=",
    "≈": "~=",
    "≅": "~=",
    "≃": "~=",
    "≡": "===",
    "≔": ":=",
    "→": "->",
    "⟶": "->",
    "⇒": "=>",
    "⟹": "=>",
    "⇔": "<=>",
    "⟺": "<=>",
    "∴": "so",
    "∈": "in",
    "∪": "union",
    "∧": "&&",
    "∨": "or",
    "∅": "emptyset",
    "ℝ": "reals",
    "⌊": "⌊",
    "⌋": "⌋",
    "⌈": "⌈",
    "⌉": "⌉",
    "€": "$",
    "£": "$",
    "¥": "$",
    "₹": "$",
}

MULTI_CHARACTER: Final = {
    "**": "^",
    "//": "//",
    "<=": "<=",
    "=<": "<=",
    "≤": "<=",
    ">=": ">=",
    "!=": "!=",
    "<>": "!=",
    "/=": "!=",
    "==": "=",
    "===": "===",
    ":=": ":=",
    "~=": "~=",
    "=>": "=>",
    "==>": "=>",
    "<=>": "<=>",
    "<==>": "<=>",
    "->": "->",
    "-->": "->",
    "+/-": "+-",
    "-/+": "-+",
    "&&": "&&",
}

LATEX: Final = {
    "times": "*",
    "cdot": "*",
    "ast": "*",
    "div": "/",
    "pm": "+-",
    "mp": "-+",
    "le": "<=",
    "leq": "<=",
    "leqslant": "<=",
    "ge": ">=",
    "geq": ">=",
    "geqslant": ">=",
    "lt": "<",
    "gt": ">",
    "ne": "!=",
    "neq": "!=",
    "approx": "~=",
    "simeq": "~=",
    "equiv": "===",
    "coloneqq": ":=",
    "in": "in",
    "cup": "union",
    "to": "->",
    "rightarrow": "->",
    "longrightarrow": "->",
    "Rightarrow": "=>",
    "Longrightarrow": "=>",
    "implies": "=>",
    "iff": "<=>",
    "Leftrightarrow": "<=>",
    "Longleftrightarrow": "<=>",
    "therefore": "so",
    "land": "&&",
    "wedge": "&&",
    "lor": "or",
    "vee": "or",
    "frac": "frac",
    "dfrac": "frac",
    "tfrac": "frac",
    "cfrac": "frac",
    "binom": "binom",
    "dbinom": "binom",
    "tbinom": "binom",
    "sqrt": "√",
    "boxed": "boxed",
    "fbox": "boxed",
    "lim": "lim",
    "sum": "∑",
    "prod": "∏",
    "int": "∫",
    "partial": "∂",
    "prime": "'",
    "circ": "°",
    "degree": "°",
    "lvert": "(|",
    "rvert": "|)",
    "vert": "|",
    "mid": "|",
    "lfloor": "⌊",
    "rfloor": "⌋",
    "lceil": "⌈",
    "rceil": "⌉",
    "lbrace": "\\{",
    "rbrace": "\\}",
    "lbrack": "[",
    "rbrack": "]",
    "colon": ":",
    "bmod": "mod",
    "emptyset": "emptyset",
    "varnothing": "emptyset",
    "{": "\\{",
    "}": "\\}",
    "\\": "newline",
    "$": "$",
    "%": "%",
    "&": "&&",
    "_": "_",
    "|": "|",
}

LATEX_IGNORED: Final = words(
    """
    left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr displaystyle
    textstyle limits nolimits quad qquad thinspace nonumber hline , ; : ! >
    """
) | {" ", "\n"}

LATEX_NAMES: Final = {
    "pi": "pi",
    "infty": "oo",
    "varepsilon": "epsilon",
    "vartheta": "theta",
    "varphi": "phi",
    "varrho": "rho",
    "ell": "l",
}

LATEX_TEXT: Final = words(
    """
    text textbf textit textrm textnormal mathrm mathbf mathit mathsf mbox operatorname
    boldsymbol bm hbox
    """
)
