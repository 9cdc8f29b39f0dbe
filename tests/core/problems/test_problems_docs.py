"""``docs/problems.md`` prints the list of what may be ignored."""

from __future__ import annotations

import re
from pathlib import Path

from mathviz_chat.core.problems.language import IGNORED_PHRASES

DOCS = Path(__file__).parents[3] / "docs" / "problems.md"


def test_the_list_of_ignored_phrases_is_the_one_in_the_code() -> None:
    block = DOCS.read_text().split("<!-- ignored phrases -->")[1].split("<!-- end -->")[0]
    assert re.findall(r"`([^`]+)`", " ".join(block.split())) == sorted(IGNORED_PHRASES)
