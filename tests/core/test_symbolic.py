"""Trees to SymPy and back: the same values, and nothing evaluated from text."""

from __future__ import annotations

import subprocess
import sys

import pytest

from mathviz_chat.core import symbolic
from mathviz_chat.core.kernel import Outcome, identity
from mathviz_chat.core.reading import read
from mathviz_chat.core.reading.tree import Expr


@pytest.mark.parametrize(
    "text",
    [
        "3x^2 - x/2 + 1",
        "sin(2x)*e^x",
        "sqrt(x)/(x + 1)",
        "ln(x) - arctan(x)",
        "-3/4",
        "1/x^2",
        "|x|",
    ],
)
def test_a_tree_comes_back_equal(text: str) -> None:
    tree = read(text)
    assert isinstance(tree, Expr)
    back = symbolic.from_sympy(symbolic.to_sympy(tree))
    assert identity(tree, back).outcome is Outcome.PROVED


@pytest.mark.parametrize("text", ["gcd(x, 2)", "f(x)", "{1, 2}", "i*x"])
def test_what_sympy_does_not_have_is_said(text: str) -> None:
    tree = read(text)
    assert isinstance(tree, Expr)
    with pytest.raises(symbolic.NotSymbolic):
        symbolic.to_sympy(tree)


@pytest.mark.parametrize(
    ("left", "right", "count"),
    [("|x - 1|", "3", 2), ("sqrt(x + 1)", "x - 1", 1), ("x^2", "-1", 0), ("sin(x)", "0", None)],
)
def test_real_solutions_are_counted_where_they_are_finite(
    left: str, right: str, count: int | None
) -> None:
    sides = read(left), read(right)
    assert isinstance(sides[0], Expr)
    assert isinstance(sides[1], Expr)
    found = symbolic.real_solutions(sides[0], sides[1], "x")
    assert (None if found is None else len(found)) == count


def test_sympy_is_not_loaded_before_it_is_needed() -> None:
    code = "import sys, mathviz_chat.core.solving; print('sympy' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
