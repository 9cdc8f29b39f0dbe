"""The frames that are told apart by the pieces of a story."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.readers.frames import (
    ages,
    arrangements,
    bills,
    budgets,
    chances,
    choices,
    compared_values,
    comparing,
    cut_figures,
    data_sets,
    day_counts,
    digits,
    discount_and_tax,
    distances_on_a_line,
    equal_chances,
    equal_portions,
    equal_rows,
    factors,
    fences,
    fillings,
    growing_rows,
    growth,
    identical_groups,
    interest,
    leftovers,
    linked_shares,
    map_scales,
    means,
    mixtures,
    not_so_many,
    number_bases,
    number_patterns,
    overall_changes,
    parts_of_wholes,
    percents,
    portions_left,
    prices,
    proportions,
    puzzles,
    ratios,
    rows_of_seats,
    scores,
    shares,
    terms,
    three_people,
    timetables,
    two_bills,
    value_tables,
    work,
)
from mathviz_chat.core.problems.readers.frames.pieces import Masked, Pieces, masked

PIECES: Final[tuple[Pieces, ...]] = (
    *interest.FRAMES,
    *percents.FRAMES,
    *overall_changes.FRAMES,
    *parts_of_wholes.FRAMES,
    *prices.FRAMES,
    *ages.FRAMES,
    *bills.FRAMES,
    *budgets.FRAMES,
    *proportions.FRAMES,
    *work.FRAMES,
    *shares.FRAMES,
    *mixtures.FRAMES,
    *chances.FRAMES,
    *equal_chances.FRAMES,
    *choices.FRAMES,
    *arrangements.FRAMES,
    *terms.FRAMES,
    *growing_rows.FRAMES,
    *growth.FRAMES,
    *fences.FRAMES,
    *puzzles.FRAMES,
    *leftovers.FRAMES,
    *equal_portions.FRAMES,
    *identical_groups.FRAMES,
    *ratios.FRAMES,
    *two_bills.FRAMES,
    *three_people.FRAMES,
    *portions_left.FRAMES,
    *map_scales.FRAMES,
    *cut_figures.FRAMES,
    *data_sets.FRAMES,
    *means.FRAMES,
    *day_counts.FRAMES,
    *timetables.FRAMES,
    *comparing.FRAMES,
    *number_patterns.FRAMES,
    *factors.FRAMES,
    *digits.FRAMES,
    *fillings.FRAMES,
    *discount_and_tax.FRAMES,
    *distances_on_a_line.FRAMES,
    *equal_rows.FRAMES,
    *linked_shares.FRAMES,
    *not_so_many.FRAMES,
    *rows_of_seats.FRAMES,
    *scores.FRAMES,
)


def sayings(text: str) -> frozenset[str]:
    """What the frames say of a story in plain words."""
    story = masked(text)
    found = frozenset() if story is None else _by_pieces(story)
    others = (number_bases, compared_values, value_tables)
    return found.union(*(other.sayings(text) for other in others))


def _by_pieces(story: Masked) -> frozenset[str]:
    return frozenset(said for frame in PIECES if (said := frame.read(story)) is not None)
