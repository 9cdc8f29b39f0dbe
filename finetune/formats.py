"""The formats of a row: prompt and completion for the trainer, instruction rows, OpenAI rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from mathviz_finetune.rows import Row


def prompt_completion(row: Row) -> dict[str, Any]:
    """Conversational prompt and completion, as TRL takes them, with the row's origin."""
    return row.to_json()


def instruction(row: Row) -> dict[str, Any]:
    """``instruction``, ``input``, ``output``; earlier turns stand in the input."""
    system, *earlier, last = row.messages
    told = "\n".join(f"{turn.role}: {turn.content}" for turn in (*earlier, last))
    asked = last.content if not earlier else told
    return {"instruction": system.content, "input": asked, "output": row.completion}


def openai(row: Row) -> dict[str, Any]:
    """``messages`` as OpenAI's fine-tuning takes them: the last one is the assistant's."""
    turns = [{"role": turn.role, "content": turn.content} for turn in row.messages]
    return {"messages": [*turns, {"role": "assistant", "content": row.completion}]}


WRITERS: Final[Mapping[str, Callable[[Row], dict[str, Any]]]] = MappingProxyType(
    {"prompt-completion": prompt_completion, "instruction": instruction, "openai": openai}
)
