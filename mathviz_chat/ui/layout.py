"""Lines of styled text for steps, verdicts and conclusions at a given width; nothing is printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from rich.console import Console
from rich.text import Text

from mathviz_chat.core.checking.blocks import Block
from mathviz_chat.core.verdict import AnswerVerdict, Step, Verdict
from mathviz_chat.events import Attempt, Outcome, Source
from mathviz_chat.hints import Hint
from mathviz_chat.ui.marks import ANSWER_MARKS, MARKS, is_claim, mark_of
from mathviz_chat.ui.mathtext import show_math
from mathviz_chat.ui.prose import Row, rows, wrapped
from mathviz_chat.ui.safe_text import for_encoding, visible
from mathviz_chat.ui.wording import conclusion, explanations, handover

MAX_WIDTH: Final = 92  # cells; verdicts stay near their steps in a wide window
MARK_WIDTH: Final = 12  # "? unchecked" and the blank before it
NARROW: Final = 36  # below this, a verdict stands under its step
UNDER: Final = "      "


@dataclass(frozen=True, slots=True)
class Layout:
    """How text becomes lines on one console.

    raw: show sources as they are, without typeset mathematics or Markdown.
    """

    console: Console
    raw: bool = False

    @property
    def width(self) -> int:
        """Cells of a line; the window's last column stays free, so that no line wraps there."""
        return max(8, min(self.console.width - 1, MAX_WIDTH))

    def encode(self, text: str) -> str:
        """What the output's encoding makes of a string."""
        return for_encoding(text, self.console.encoding)

    # ------------------------------------------------------------------ text

    def prose(self, text: str, *, under: str = "", style: str = "") -> list[Text]:
        """Words of ours or of the checker, wrapped."""
        body = visible(text) if self.raw else show_math(visible(text))
        row = Row(self.encode(under), Text(self.encode(body), style=style))
        return wrapped(row, self.console, self.width)

    def body(self, source: str) -> list[Text]:
        """A model's or solver's text, wrapped so that the verdicts' column stays free."""
        room = self.width - (MARK_WIDTH if self.width > NARROW else 0)
        return [
            line
            for row in rows(source, raw=self.raw, encode=self.encode)
            for line in wrapped(row, self.console, room)
        ]

    # ------------------------------------------------------------------ steps

    def step(self, source: Source, block: Block, step: Step | None, *, late: bool) -> list[Text]:
        """A finished block with its verdict and what explains it.

        late: the verdict is still to come, and the line says so.
        """
        lines = self.body(block.text)
        if late:
            return self._beside(lines, Text(self.encode("… checking"), style="dim"))
        if step is None:
            return lines
        if mark := mark_of(step):
            style = MARKS[step.claim.verdict].style
            lines = self._beside(lines, Text(self.encode(mark), style=style))
        if source is Source.SYMPY and step.why:
            lines += self.prose(step.why, under=UNDER, style="dim")
        return lines + self._explained(step)

    def hint(self, hint: Hint) -> list[Text]:
        """A line of the solver's solution with its verdict, or only what is to be done in it."""
        step, lines = hint.step, []
        if hint.reading is not None:
            lines += self.prose(f"I read this as: {hint.reading}", style="dim")
        if hint.revealed:
            block = Block(0, step.claim.text, 1, 0, len(step.claim.text))
            return lines + self.step(Source.SYMPY, block, step, late=False)
        lines += self.prose(f"Line {hint.number} of {hint.total}: {step.rule}.")
        lines += self.prose(step.why, under=UNDER, style="dim") if step.why else []
        return lines + self.prose("/hint again shows what that gives.", style="dim")

    def verdict_after(self, block: Block, step: Step) -> list[Text]:
        """A verdict that came after its line had been printed for good."""
        line = self._quoted(block)
        mark = mark_of(step).strip() or "nothing to check"
        line.append(self.encode(mark), style=MARKS[step.claim.verdict].style)
        return [line, *self._explained(step)]

    def _quoted(self, block: Block) -> Text:
        first = next(iter(self.body(block.text)), Text())
        first.truncate(max(8, self.width - 30), overflow="ellipsis")
        return Text.assemble(f"line {block.line} (", self.encode(first.plain.strip()), "): ")

    def _explained(self, step: Step) -> list[Text]:
        style = "" if step.claim.verdict is Verdict.REFUTED else "dim"
        return [
            line
            for sentence in (explanations(step.claim) if is_claim(step) else [])
            for line in self.prose(sentence, under=UNDER, style=style)
        ]

    def _beside(self, lines: list[Text], mark: Text) -> list[Text]:
        if not lines or self.width <= NARROW:
            return [*lines, mark]
        last = lines[-1]
        last.append(" " * max(1, self.width - MARK_WIDTH + 1 - last.cell_len))
        last.append_text(mark)
        return lines

    # ------------------------------------------------------------------ the end

    def conclusion(self, outcome: Outcome, told: str = "") -> list[Text]:
        """The banner: the verdict on the answer, who gave it, and what that means.

        told: what the user has just read, and need not read again as the reason.
        """
        final = outcome.final
        mark = ANSWER_MARKS[final.verdict]
        head = Text.assemble((self.encode(str(mark)), mark.style), self._answer(final))
        lines = [*wrapped(Row("", head), self.console, self.width)]
        lines += self.prose(conclusion(final), under="  ")
        again = bool(told) and told in final.reason
        if final.reason and not again and final.verdict is not AnswerVerdict.VERIFIED:
            lines += self.prose(_ended(final.reason), under="  ", style="dim")
        if (why := handover(outcome)) is not None:
            lines += self.prose(why, under="  ")
        return lines

    def _answer(self, final: Attempt) -> Text:
        if final.answer is None:
            return Text()
        solved = final.source is Source.SYMPY  # its text names the values: Anna 20, Ben 30
        told = final.answer.text if solved else final.answer.plain
        shown = told if self.raw else show_math(visible(told))
        giver = " (by SymPy)" if solved else ""
        return Text.assemble(": ", (self.encode(visible(shown)), "bold"), giver)


def _ended(sentence: str) -> str:
    """With its full stop; the first letter stays as it is, since it may be an unknown."""
    return sentence if sentence.endswith((".", "!", "?")) else sentence + "."
