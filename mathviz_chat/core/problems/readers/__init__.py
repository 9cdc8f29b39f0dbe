"""The readers of questions, one family a module; each reads a question as a whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from mathviz_chat.core.problems.asked import Asked
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.problems.readers import (
    applied,
    areas,
    arguments,
    arithmetic,
    circle_equations,
    comparison,
    complex_numbers,
    de_moivre,
    derivative,
    differential_equations,
    differentiation,
    digits,
    equation,
    extrema,
    fraction_forms,
    gradients,
    identities,
    implicit_points,
    integral,
    known_ratios,
    limits,
    matrices,
    measured,
    measurement,
    next_terms,
    number_theory,
    ordered_measures,
    parities,
    percent,
    polar,
    polynomials,
    power_digits,
    primes,
    probability,
    progressions,
    restated,
    rewriting,
    sequence,
    series,
    solvable,
    speed,
    synonyms,
    tangents,
    told,
    trigonometric,
    vectors,
    wave_extremes,
    waves,
    whole_division,
)
from mathviz_chat.core.problems.readers.applied import oblique_triangles
from mathviz_chat.core.problems.readers.told import tales

Reader: TypeAlias = Callable[[Clauses], Problem | None]
PhrasedReader: TypeAlias = Callable[[Asked], Problem | None]

FORMULAS: Final[Mapping[str, Reader]] = MappingProxyType(
    {
        "arithmetic": arithmetic.read,
        "percent of": percent.read,
        "equations": equation.read,
        "polynomials": polynomials.read,
        "solvable": solvable.read,
        "derivatives": derivative.read,
        "integrals": integral.read,
        "rewriting": rewriting.read,
        "comparisons": comparison.read,
        "identities": identities.read,
        "number theory": number_theory.read,
        "primes": primes.read,
        "division with remainder": whole_division.read,
        "digits": digits.read,
        "fraction forms": fraction_forms.read,
        "measured values": measured.read,
        "measurement": measurement.read,
        "ordered measures": ordered_measures.read,
        "sequences": sequence.read,
        "next terms": next_terms.read,
        "trigonometric equations": trigonometric.read,
    }
)
"""Questions that are about formulas; no sentence of them only tells something."""

WORD_PROBLEMS: Final[Mapping[str, Reader]] = MappingProxyType(
    {
        "sequences told": sequence.read_told,
        "restated": restated.read,
        "speed": speed.read,
        "letters drawn": probability.read,
        **{
            f"{name} {number}": family.read
            for name, families in applied.FAMILIES.items()
            for number, family in enumerate(families, start=1)
        },
    }
)
"""Questions about things, told in words."""

TOLD: Final[Mapping[str, Reader]] = MappingProxyType(
    {
        "complex numbers": complex_numbers.read,
        "circles and bisectors": circle_equations.read,
        "oblique triangles": oblique_triangles.read,
        "digits of powers": power_digits.read,
        "ratios from another one": known_ratios.read,
        "waves": waves.read,
        "extremes of waves": wave_extremes.read,
        "progressions": progressions.read,
        "arguments": arguments.read,
        "polar forms": polar.read,
        "powers and roots of complex numbers": de_moivre.read,
        "gradients": gradients.read,
        "even or odd": parities.read,
        **{
            f"{name} told {number}": family.read
            for name, families in (*told.FAMILIES.items(), *synonyms.FAMILIES.items())
            for number, family in enumerate(families, start=1)
        },
    }
)
"""Stories told in clauses that are more general; they are looked at where no other reader reads."""

TALES: Final[Reader] = tales.read
"""Stories of events, whose words go together freely; it is asked last of all."""

PHRASED: Final[Mapping[str, PhrasedReader]] = MappingProxyType(
    {
        "matrices": matrices.read,
        "vectors": vectors.read,
        "derivatives in words": differentiation.read,
        "tangents": tangents.read,
        "implicit curves": implicit_points.read,
        "differential equations": differential_equations.read,
        "extrema": extrema.read,
        "series": series.read,
        "limits": limits.read,
        "integrals in words": areas.read,
    }
)
"""Questions read by their wording; each reader marks what it uses, and all must be used."""
