"""A conversation whose answers are checked while they stream."""

from mathviz_chat.engine.session import Session, SolverName

__all__ = ["Session", "SolverName"]
