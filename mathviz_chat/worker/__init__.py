"""The checker in a warm process of its own, with limits, killed and restarted when it must be.

``protocol`` says what the two sides exchange; ``main`` and ``operations`` run in the child,
``client`` and ``process`` in the parent.
"""

from mathviz_chat.worker.client import Marking, Worker
from mathviz_chat.worker.limits import Limits
from mathviz_chat.worker.protocol import NoSolution, QuestionReading, SolverAnswer

__all__ = ["Limits", "Marking", "NoSolution", "QuestionReading", "SolverAnswer", "Worker"]
