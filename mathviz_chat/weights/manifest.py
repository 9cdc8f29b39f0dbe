"""What a file was made from: hashes of everything that went into it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from mathviz_chat.errors import UsageError
from mathviz_chat.weights.safe_file import replacing

SCHEMA: Final = 1
TRAINING_FILE: Final = "run.json"  # beside the weights: hashes of the data, the configuration


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def manifest_path(output: Path) -> Path:
    """Of the manifest beside a file."""
    return output.with_name(f"{output.name}.manifest.json")


def read_training(folder: Path) -> Mapping[str, Any] | None:
    """What the training wrote about itself; None where it wrote nothing. Raises UsageError."""
    path = folder / TRAINING_FILE
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} cannot be read ({error}): train again, or remove it.") from None
    if not isinstance(told, dict):
        raise UsageError(f"{path} is not a JSON object: train again, or remove it.")
    return told


def write_manifest(output: Path, contents: Mapping[str, Any]) -> Path:
    """Write the manifest beside ``output``; returns its path. Raises ExportError."""
    path = manifest_path(output)
    text = json.dumps({"schema": SCHEMA, **contents}, indent=2, ensure_ascii=False) + "\n"
    with replacing(path, len(text)) as temporary:
        temporary.write_text(text, encoding="utf-8")
    return path
