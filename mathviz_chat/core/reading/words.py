"""The vocabulary: what a run of letters or a LaTeX command stands for."""

from __future__ import annotations

import re
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
    "nabla": "grad",
    "signum": "sgn",
    "sign": "sgn",
}

TRIGONOMETRIC: Final = ("sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh")
INVERSES: Final = {name: "arc" + name for name in TRIGONOMETRIC}

UNBRACKETED: Final = frozenset(
    [*TRIGONOMETRIC, *INVERSES.values(), "ln", "log", "lg", "exp", "det", "grad"]
)
"""Functions that are also written without brackets: ``sin 2x``."""

BRACKETED: Final = words(
    "gcd lcm max min floor ceil sgn abs binomial root sqrt cbrt integral partial cross"
)

SEVERAL_ARGUMENTS: Final = words("gcd lcm max min binomial root log C cross")
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
    **{c: c for c in "+-*/^()[]{}|,;=<>!%&'$°:√∛∜∫∑∏_"},
    **dict.fromkeys("−–‐‑﹣", "-"),
    **dict.fromkeys("×·⋅∙∗⨯\u2062", "*"),
    **dict.fromkeys("∕⁄÷", "/"),
    "⟨": "(",
    "⟩": ")",
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
    "¢": "¢",
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
    "circ": "circ",
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
    "langle": "(",
    "rangle": ")",
    "lbrack": "[",
    "rbrack": "]",
    "colon": ":",
    "bmod": "mod",
    "pmod": "pmod",
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

VECTOR_MARKS: Final = {"vec": "vec", "overrightarrow": "vec", "hat": "hat", "widehat": "hat"}
"""What marks the name of a vector, and how that name then begins: ``vec_a``."""

LATEX_TEXT: Final = words(
    """
    mathbb text textbf textit textrm textnormal mathrm mathbf mathit mathsf mbox operatorname
    boldsymbol bm hbox
    """
)


def is_vector_name(name: str) -> bool:
    """``vec_a``, as ``\\vec{a}`` is read."""
    return name.partition("_")[0] in VECTOR_MARKS.values() and "_" in name


SHORT_WORDS: Final = words(
    """
    a ace act add ago aid aim air all also am an and any are arm art as ask at ate bad bag
    bar bat be bed bee beg bet bid big bit box boy bud bug bus but buy by can car cat cow
    cup cut day did die dig do does dog due each ear eat eg egg end etc ever eve eye fan far
    fat fed fee few fit fix fly for fox fun gas get go god got gum gun gym had ham has hat
    he hen her him hip his hit hop hot how ice ie if ill in ink inn is it its jam jar job
    joy key kid lap law lay led leg let lie lip log lot low mad man map mat may me men met
    mix mom mr mrs ms mud my net new no nor not now nut of off oh oil ok old on one or ore
    our out owe own pad pan pay pen per pet pie pig pin pit pop pot put ran rat raw red rib
    rid row rub run sad sat saw say sea see set she shy sir sit six sky so son sub sum sun
    tax tea ten the tie tin tip to toe too top toy try tub two up us use van via vs was way
    we web wet who why win won xor yes yet you zoo lhs rhs qed vat sq
    """
)
"""Words of up to three letters that are prose wherever they stand between spaces."""


_FUNCTION_OF = re.compile(r"(?:a?(?:rc)?(?:sin|cos|tan|cot|sec|csc)h?|log|ln|sqrt|exp)[a-z]?$")


def is_compound(word: str) -> bool:
    """``two-digit``, ``x-ray``; not ``x-y``, ``ab-cd`` or ``sinx-cosx``, which are differences."""
    parts = word.lower().split("-")
    return len(parts) > 1 and any(
        is_short_word(part) if len(part) == 3 else len(part) > 3 and not _FUNCTION_OF.match(part)
        for part in parts
    )


def is_short_word(run: str) -> bool:
    """Whether a run of three letters is a word (``tax``, ``Sam``) and no product of letters."""
    return run in SHORT_WORDS or (run[0].isupper() and run[1:].islower())


NUMBER_WORDS: Final = words(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    """
)
