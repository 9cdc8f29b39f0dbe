"""Applied kinds: questions about things, amounts and figures, told in words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from mathviz_chat.core.problems.readers.applied import percent_change, percent_of
from mathviz_chat.core.problems.readers.applied.family import Family

FAMILIES: Final[Mapping[str, tuple[Family, ...]]] = MappingProxyType(
    {"percent change": percent_change.READERS, "percent of": percent_of.READERS}
)
"""Each family reads a story as a whole or not at all."""
