"""Golden transcripts: text files that a test compares with what it got.

``MATHVIZ_TEST_UPDATE=1 pytest tests/ui`` writes them anew; read the difference before keeping it.
"""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "transcripts"


def assert_transcript(name: str, text: str) -> None:
    """Compare ``text`` with the file ``transcripts/<name>.txt``."""
    path = FOLDER / f"{name}.txt"
    text = "\n".join(line.rstrip() for line in text.splitlines()) + "\n"
    if os.environ.get("MATHVIZ_TEST_UPDATE"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
