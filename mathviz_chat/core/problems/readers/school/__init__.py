"""School questions that come down to one equation, inequality or computation, said as that."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.problems.readers import arguments, known_ratios, waves
from mathviz_chat.core.problems.readers.school import (
    asked_together,
    asymptotes,
    binomials,
    calculus_words,
    curves,
    domains,
    everyday_sums,
    factor_theorem,
    follow_ups,
    lettered_figures,
    lettered_progressions,
    lettered_triangles,
    lines_told,
    named_series,
    named_terms,
    of_two_numbers,
    one_computation,
    one_formula,
    pairs_of_angles,
    parametric,
    partial_derivatives,
    ranges,
    rounded_values,
    same_for_all,
    series_words,
    sides_in_letters,
    small_words,
    square_forms,
    stories_said,
    terse,
    vieta,
)

_EACH: Final[tuple[Callable[[str], str | None], ...]] = (
    domains.said_again,
    ranges.said_again,
    asked_together.said_again,
    small_words.said_again,
    follow_ups.said_again,
    calculus_words.said_again,
    curves.said_again,
    rounded_values.said_again,
    series_words.said_again,
    named_series.said_again,
    named_terms.said_again,
    asymptotes.said_again,
    partial_derivatives.said_again,
    lettered_triangles.said_again,
    lettered_figures.said_again,
    one_computation.said_again,
    one_formula.said_again,
    of_two_numbers.said_again,
    sides_in_letters.said_again,
    known_ratios.said_again,
    waves.said_again,
    arguments.said_again,
    factor_theorem.said_again,
    vieta.said_again,
    lettered_progressions.said_again,
    binomials.said_again,
    square_forms.said_again,
    lines_told.said_again,
    everyday_sums.said_again,
    stories_said.said_again,
    pairs_of_angles.said_again,
    parametric.said_again,
    same_for_all.said_again,
    terse.said_again,
)


def said_again(text: str) -> str:
    """The question in plain words; "" where it is of no kind of this package."""
    plain = " ".join(text.replace("−", "-").split()).strip().rstrip("?. ")
    return next((said for way in _EACH if (said := way(plain)) is not None), "")


_LEADS: Final[tuple[Callable[[str, Problem], str], ...]] = (
    factor_theorem.lead,
    vieta.lead,
    lettered_progressions.lead,
    binomials.lead,
    lines_told.lead,
    parametric.lead,
    same_for_all.lead,
)


def lead(text: str, problem: Problem) -> str:
    """The rule by which the question came to its equation or computation; "" where it has none."""
    return next(filter(None, (one(text, problem) for one in _LEADS)), "")
