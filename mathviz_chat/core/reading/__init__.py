"""From text to a tree, and back.

:func:`read` reads one formula, :func:`find_math` finds the formulas in a line of prose,
:func:`to_plain` and :func:`to_unicode` print a tree so that reading it again gives the same one.
"""

from mathviz_chat.core.reading.error import ReadError
from mathviz_chat.core.reading.printing import to_plain, to_unicode
from mathviz_chat.core.reading.prose import Region, find_math
from mathviz_chat.core.reading.reader import read

__all__ = ["ReadError", "Region", "find_math", "read", "to_plain", "to_unicode"]
