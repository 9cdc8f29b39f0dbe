"""Applied kinds: questions about things, amounts and figures, told in words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from mathviz_chat.core.problems.readers.applied import (
    angle_pairs,
    angle_relations,
    angles,
    averages,
    calendar,
    chance,
    chase,
    clock,
    clock_faces,
    coordinates,
    counting,
    crews,
    currents,
    dice,
    dissolved,
    events,
    geometry,
    interest,
    laws,
    leap_years,
    legs,
    mixtures,
    motion,
    named_triangles,
    optimising,
    output_rates,
    percent_change,
    percent_of,
    polygon_angles,
    puzzles,
    radians,
    rates,
    related_rates,
    relations,
    right_trigonometry,
    statistics,
    stories,
    temperatures,
    time_zones,
    told_conversions,
    trains,
    triangles,
    work,
)
from mathviz_chat.core.problems.readers.applied.events import Events
from mathviz_chat.core.problems.readers.applied.family import Family, Formal
from mathviz_chat.core.problems.readers.applied.temperatures import Temperatures

FAMILIES: Final[Mapping[str, tuple[Family | Formal | Events | Temperatures, ...]]] = (
    MappingProxyType(
        {
            "angles": (
                *angles.READERS,
                *angle_pairs.READERS,
                *angle_relations.READERS,
                *polygon_angles.READERS,
                *radians.READERS,
            ),
            "percent change": percent_change.READERS,
            "percent of": percent_of.READERS,
            "calendar": (*calendar.READERS, *leap_years.READERS),
            "clock": (*clock.READERS, *clock_faces.READERS, *time_zones.READERS),
            "chance": (*chance.READERS, *dice.READERS, *events.READERS),
            "coordinates": coordinates.READERS,
            "counting": counting.READERS,
            "geometry": geometry.READERS,
            "interest": interest.READERS,
            "laws": laws.READERS,
            "puzzles": puzzles.READERS,
            "relations": relations.READERS,
            "motion": (
                *motion.READERS,
                *currents.READERS,
                *legs.READERS,
                *chase.READERS,
                *trains.READERS,
            ),
            "optimising": optimising.READERS,
            "mixtures": (*mixtures.READERS, *dissolved.READERS),
            "rates": (
                *rates.READERS,
                *work.READERS,
                *crews.READERS,
                *output_rates.READERS,
                *told_conversions.READERS,
            ),
            "related rates": related_rates.READERS,
            "statistics": (*statistics.READERS, *averages.READERS),
            "stories": stories.READERS,
            "temperatures": temperatures.READERS,
            "triangles": (
                *named_triangles.READERS,
                *triangles.READERS,
                *right_trigonometry.READERS,
            ),
        }
    )
)
"""Each family reads a story as a whole or not at all."""
