"""Data sets of the Hugging Face hub, by their name, where the ``datasets`` library is installed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from mathviz_chat.errors import UsageError

_NAME = re.compile(r"[A-Za-z0-9][\w.-]*/[\w.-]+")


def is_hub_name(name: str) -> bool:
    """``openai/gsm8k``."""
    return bool(_NAME.fullmatch(name))


def load_rows(name: str, split: str) -> Iterator[Mapping[str, Any]]:
    """The rows of one split, of the data set's first configuration.

    Raises UsageError where the library is missing, or the data set or split cannot be had.
    """
    try:
        import datasets
    except ImportError:
        raise UsageError(
            f"There is no file {name}; a data set of the hub by that name needs a library: "
            "pip install datasets."
        ) from None
    try:
        config = datasets.get_dataset_config_names(name)[0]
        rows = datasets.load_dataset(name, config, split=split)
    except Exception as error:  # of the network, the hub and the library: too many kinds to name
        sentence = " ".join(str(error).split())[:200]
        raise UsageError(f"The data set {name} ({split}) cannot be loaded: {sentence}") from None
    yield from rows
