"""Problems solved with the steps that a teacher would write, each step checked."""

from mathviz_chat.core.solving.lines import Granularity
from mathviz_chat.core.solving.solution import Solution, Unsolved
from mathviz_chat.core.solving.solver import solve

__all__ = ["Granularity", "Solution", "Unsolved", "solve"]
