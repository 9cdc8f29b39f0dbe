"""The file of the answers that a model has written, and where a run of eval goes on from."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from mathviz_chat.jsonl import Journal
from mathviz_finetune.generation import Generated


class GeneratedFile(Journal):
    """Answers that are written as they come; a file that is there is gone on with.

    done: what the same model has answered before, by question.
    """

    def __init__(self, path: Path, run: str, questions: Iterable[str]) -> None:
        """Raises UsageError for a file that cannot be used: of another kind, run or data set."""
        super().__init__(path, run)
        try:
            self.done = dict(self._done(set(questions)))
        except BaseException:
            self.close()
            raise

    def write(self, question: str, answer: Generated) -> None:
        """Append one answer."""
        self.append({"question": question, **asdict(answer)})

    def _done(self, asked: Collection[str]) -> Iterator[tuple[str, Generated]]:
        for row in self.earlier(("question", "text")):
            fields = row.fields
            try:
                answer = Generated(
                    fields["text"],
                    int(fields["tokens"]),
                    float(fields["confidence"]),
                    bool(fields["ended"]),
                    float(fields["seconds"]),
                )
            except (KeyError, ValueError, TypeError):
                raise self.of_no_run(row) from None
            if fields["question"] not in asked:
                raise self.of_another(row)
            yield fields["question"], answer
