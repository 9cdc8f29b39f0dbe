"""The exercises of a conversation: which one a turn, a hint or a student's lines are about."""

from __future__ import annotations

from collections.abc import Sequence

from mathviz_chat.engine import follow_up
from mathviz_chat.errors import Interrupted, WorkerError
from mathviz_chat.worker.client import Worker
from mathviz_chat.worker.protocol import QuestionReading


class Exercises:
    """What was asked so far, each as a question that stands for itself."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._asked: list[str] = []
        self._loaded: list[str] = []  # turns of a saved conversation, not looked at yet

    def begin(self, asked: Sequence[str]) -> None:
        """Forget everything but these turns of a conversation; returns at once."""
        self._asked, self._loaded = [], list(asked)

    def add(self, question: str) -> None:
        """A question as it is meant."""
        self._asked.append(question)

    def at_hand(self) -> str | None:
        """The last one that the rules read, or that asks something else than about one before it;
        None where nothing asks anything."""
        for question in reversed(self._questions()):
            reading = self._read(question)
            if reading is None or reading.read_as is not None:
                return question
            if reading.formal and not follow_up.refers_back(question):
                return question
        return None

    def meant_by(self, text: str) -> str:
        """A turn as a question that stands for itself; as it is where it does so already, or
        where it does not say clearly what it changes of the exercise at hand."""
        if not any(follow_up.stand_alone(text, one) for one in self._questions()):
            return text
        at_hand, own = self.at_hand(), self._read(text)
        if at_hand is None or own is None:
            return text
        if own.read_as is not None and not follow_up.goes_on(text):
            return text
        return follow_up.stand_alone(text, at_hand) or text

    def claimed_by(self, text: str) -> str | None:
        """The answer that a turn claims to the exercise at hand, where its rules read that."""
        if not any(follow_up.claimed(text, one) for one in self._questions()):
            return None
        at_hand, own = self.at_hand(), self._read(text)
        if at_hand is None or own is None or own.read_as is not None:
            return None
        reading = self._read(at_hand)
        read = reading is not None and reading.read_as is not None
        return follow_up.claimed(text, at_hand) if read else None

    def _questions(self) -> Sequence[str]:
        while self._loaded:
            text, *self._loaded = self._loaded
            loaded, self._loaded = self._loaded, []
            self._asked.append(self.meant_by(text))
            self._loaded = loaded
        return self._asked

    def _read(self, text: str) -> QuestionReading | None:
        """None where the checker cannot tell."""
        try:
            return self._worker.read_question(text)
        except (WorkerError, Interrupted):
            return None
