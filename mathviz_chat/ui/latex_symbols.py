"""The LaTeX commands that :mod:`mathviz_chat.ui.latex` knows beyond pylatexenc's table."""

from __future__ import annotations

from typing import Final


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _pairs(text: str) -> dict[str, str]:
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


# Commands that only set type or size: nothing of the mathematics is lost without them.
LAYOUT: Final = _names(
    "left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr limits nolimits "
    "displaystyle textstyle ! hline notag nonumber"
)

SYMBOLS: Final = _pairs(
    r"""
    implies ⇒  iff ⇔  Longrightarrow ⟹  ne ≠  lt <  gt >  leqslant ≤  geqslant ≥  colon :
    land ∧  lor ∨  lnot ¬  neg ¬  degree °  triangle △  square □  blacksquare ■  checkmark ✓
    varnothing ∅  hbar ℏ  dots …  gcd gcd  lcm lcm  deg deg  mod mod  max max
    | ‖  { {  } }  $ $  % %  # #  & &  _ _
    """
) | {
    "bmod": " mod ",
    "quad": "  ",
    "qquad": "    ",
    ",": " ",
    ";": " ",
    ":": " ",
    " ": " ",
    "space": " ",
    "thinspace": " ",
    "\\": "\n",
}

RELATIONS: Final = frozenset("=<>≤≥≠≈≡∈∉⊂⊆→⇒⇔⟹⟺←∼≅∝")

FRACTIONS: Final = _names("frac dfrac tfrac cfrac")
BINOMIALS: Final = _names("binom dbinom tbinom")

# Commands whose one argument is shown as it is.
TRANSPARENT: Final = _names(
    "text textrm textbf textit mathrm mathbf mathit mathsf mathtt mathcal operatorname "
    "operatorname* boxed fbox mbox boldsymbol bm emph underline ensuremath"
)

ACCENTS: Final = {
    "overline": "\u0305",
    "bar": "\u0305",
    "vec": "\u20d7",
    "hat": "\u0302",
    "widehat": "\u0302",
    "tilde": "\u0303",
    "dot": "\u0307",
    "ddot": "\u0308",
}

BLACKBOARD: Final = _pairs("R ℝ N ℕ Z ℤ Q ℚ C ℂ P ℙ E 𝔼")

# Environments of rows, each row a line of its own.
ROWS: Final = _names(
    "aligned align align* alignat alignat* gather gather* gathered equation equation* split "
    "eqnarray eqnarray* multline multline* array"
)

# Environments on one line between brackets, their rows separated by semicolons.
BRACKETED: Final = {
    "cases": ("{ ", " }"),
    "matrix": ("", ""),
    "smallmatrix": ("", ""),
    "pmatrix": ("(", ")"),
    "bmatrix": ("[", "]"),
    "Bmatrix": ("{", "}"),
    "vmatrix": ("|", "|"),
}

# Commands that multiply or apply what stands before them, when nothing stands between.
LETTERS: Final = _names(
    "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi "
    "pi rho sigma tau phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega "
    "sin cos tan cot sec csc ln log exp arcsin arccos arctan sinh cosh tanh infty"
)
