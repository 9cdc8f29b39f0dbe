"""Questions whose answers are known, put to the solver or a model, and what became of them.

``evaluate`` is what ``mathviz-chat eval`` and ``mathviz-finetune eval`` both call.
"""

from mathviz_chat.evaluation.evaluate import Evaluated, Result, evaluate
from mathviz_chat.evaluation.questions import Question, question_of
from mathviz_chat.evaluation.report import Report

__all__ = ["Evaluated", "Question", "Report", "Result", "evaluate", "question_of"]
