"""What decides *proved* and *refuted*: exact, certified, on FLINT alone.

No function of this package raises on a tree that the reader can build, except where its
docstring says so; what is too large (``limits.py``) or not understood is undecided.
"""

from mathviz_chat.core.kernel.comparisons import compare_conditions
from mathviz_chat.core.kernel.complex_numbers import is_complex
from mathviz_chat.core.kernel.conditions import real_solutions
from mathviz_chat.core.kernel.confirming import differentiate
from mathviz_chat.core.kernel.decision import Decision, Outcome, Witness
from mathviz_chat.core.kernel.evaluation import evaluate
from mathviz_chat.core.kernel.identities import approximately, identity
from mathviz_chat.core.kernel.infinite import decide_infinite_integral, decide_infinite_limit
from mathviz_chat.core.kernel.preparation import integral_by
from mathviz_chat.core.kernel.statements import holds
from mathviz_chat.core.kernel.substitution import substitute, variables
from mathviz_chat.core.kernel.values import Solution, SolutionSet, Value

__all__ = [
    "Decision",
    "Outcome",
    "Solution",
    "SolutionSet",
    "Value",
    "Witness",
    "approximately",
    "compare_conditions",
    "decide_infinite_integral",
    "decide_infinite_limit",
    "differentiate",
    "evaluate",
    "holds",
    "identity",
    "integral_by",
    "is_complex",
    "real_solutions",
    "substitute",
    "variables",
]
