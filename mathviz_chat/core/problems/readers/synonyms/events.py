"""How many of some trials or draws: ``at least 2``, ``both``, ``none``, ``exactly 1``."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.readers.applied.family import Story

MANY: Final = """
ARE = [are|is|being|be|will be|show|shows|were|land|lands|come up|comes up|turn up]*
OF = [of {of:int} [ball|cards|dice|coins]|of them|of ball|of cards|of dice|of coins|of throws|ball|
    cards|dice|coins]?
MANY = [at least {low:int}|{low:int} or more|at most {high:int}|{high:int} or fewer|{high:int} or
    less|no more than {high:int}|not more than {high:int}|[more|greater] than {above:int}|[fewer|
    less] than {below:int}|[exactly|only|just|precisely] {exact:int}|{every:every} {m:int}|
    {every:every}|{nothing:nothing}|{these:int}] OF ARE
"""
"""Parts of a grammar: so many of what is drawn or thrown."""


def counted(story: Story, trials: int) -> tuple[int, int] | None:
    """The least and the greatest number that the event allows; None where it allows none."""
    slots = {name: story.text(name) for name in ("low", "high", "above", "below", "exact", "these")}
    given = {name: int(text) for name, text in slots.items() if text is not None}
    low, high = 0, trials
    if len(given) > 1 or int(story.text("of") or trials) != trials:
        return None
    if "low" in given:
        low = given["low"]
    elif "high" in given:
        high = given["high"]
    elif "above" in given:
        low = given["above"] + 1
    elif "below" in given:
        high = given["below"] - 1
    elif "exact" in given or "these" in given:
        low = high = given.get("exact", given.get("these", 0))
        if "these" in given and low != trials:
            return None  # ``two heads in three throws``: exactly two, or at least
    elif story.text("every") is not None:
        low = trials
        named = 2 if story.text("every") == "both" else int(story.text("m") or trials)
        if named != trials:
            return None
    elif story.text("nothing") is not None:
        high = 0
        if story.text("nothing") == "neither" and trials != 2:
            return None
    else:
        return None
    return (low, high) if 0 <= low <= high <= trials else None


def words_of(low: int, high: int, trials: int) -> str:
    """The words for a number of successes, as they are read back."""
    if low == high:
        return "all" if low == trials else "none" if low == 0 else f"exactly {low}"
    return f"at least {low}" if high == trials else f"at most {high}"
