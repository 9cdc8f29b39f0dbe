"""Questions: read formally, and claimed answers judged against them."""

from mathviz_chat.core.problems.judge import judge_answer
from mathviz_chat.core.problems.problem import AnswerJudgement, Form, Kind, Problem, Unread
from mathviz_chat.core.problems.question import read_question

__all__ = [
    "AnswerJudgement",
    "Form",
    "Kind",
    "Problem",
    "Unread",
    "judge_answer",
    "read_question",
]
