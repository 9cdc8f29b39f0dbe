"""What people ask of a figure or a solid, and what they say about the form of the answer."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.readers.frames.tokens import words

_MATERIALS = words(
    "carpet grass turf paint glass paper card cardboard fabric cloth material tiles flooring land "
    "metal ground lino wallpaper seed leather plastic concrete pastry"
)
_FENCES = words("fence fencing wire edging ribbon lace trim border skirting tape rope string wood")

AREA: Final = "|".join(
    (
        "area|areas|how large|how big|how much space|what size|how much surface|total area",
        *(f"area of {one}|how much {one}|square metres of {one}" for one in _MATERIALS),
    )
)
AROUND: Final = "|".join(
    (
        "perimeter|distance around|distance round|way around|once around|length around",
        "how far around|how far round|length of its boundary|length of boundary|"
        "total length of its sides|how far is it around",
        *(f"how much {one}|length of {one}|metres of {one}|total {one}" for one in _FENCES),
    )
)
ROUND: Final = f"circumference|{AROUND}"
DIAGONAL: Final = (
    "diagonal|diagonals|corner to corner|corner to opposite corner|opposite corners|diagonally"
)
SIDE: Final = (
    "side|sides|edge|side length|length of side|length of 1 side|length of each side|length|"
    "length of each of its sides|length of its sides|each side|every side|how long|"
    "how long is each side|how long is 1 of its sides|how long is side|how long are its sides|"
    "how long is each of its sides|how long is 1 side|length of 1 of its sides|how long is 1 edge|"
    "length of 1 edge|length of each edge|length of edge|how long is each edge|edge length|"
    "how long is edge|edges|how long are edges|how long are sides"
)
HEIGHT: Final = (
    "height|how high|how tall|perpendicular height|vertical height|how deep|depth|altitude|"
    "distance between them|distance between parallel sides|distance between 2 parallel sides"
)
DIMENSIONS: Final = (
    "inside measurements|inside dimensions|internal dimensions|internal measurements|inside "
    "measures|"
    "interior dimensions|measures inside|inside"
)
VOLUME: Final = (
    "volume|capacity|how much water|how much space|how much liquid|how much soil|how much sand|"
    "how much juice|how much oil|how much air|how much concrete|how much wax|how much ice cream|"
    "how much earth|how much soup|how much milk|how much metal|how much can it hold|"
    "how much does it hold|how much will it hold|volume of water|amount of water|how much petrol"
)
SURFACE: Final = (
    "surface area|total surface area|area of its surface|area of surface|outer surface|"
    "area of outside|area of all its faces|total area of its faces|surface|how much cardboard|"
    "how much wrapping paper|how much paint|how much paper|how much card|how much leather|"
    "how much material|area of card|area of cardboard|how much metal sheet|how much sheet metal"
)
TOLD: Final = words(
    "bought buy buys buying new old got gets get want wants home made make makes use used using "
    "when "
    "if would take is had were be about melted perfectly perfecly"
)
"""Words of a scene around a figure, which say nothing of its sizes."""
EXACT: Final = (
    "leave answer in terms of pi|as multiple of pi|leave answer as multiple of pi|multiple of pi|"
    "answer in terms of pi|give answer in terms of pi|in pi|pi in it|"
    "in terms of pi|leave pi in|leaving pi in|leave pi|in exact form|exact value|as exact value|"
    "as multiple of pi|in form of pi|with pi|using pi|exact|exactly|in surd form|as surd|"
    "in simplest surd form|simplest radical form|in simplest radical form|in simplest form|"
    "keep pi in|keeping pi in|simplified|leave pi as pi"
)
"""The answer is exact anyway."""
