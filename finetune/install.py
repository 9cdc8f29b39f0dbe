"""Create the exported model in a running Ollama; then ``ollama run mathviz`` answers."""

from __future__ import annotations

import argparse
from pathlib import Path

from mathviz_chat.backends.probe import require_address
from mathviz_chat.prompts import SHIPPED_MODEL


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "gguf",
        metavar="GGUF",
        type=Path,
        nargs="?",
        default=Path(f"{SHIPPED_MODEL}.gguf"),
        help=f"the file that export wrote; default: {SHIPPED_MODEL}.gguf",
    )
    parser.add_argument(
        "--name", metavar="NAME", default=SHIPPED_MODEL, help=f"default: {SHIPPED_MODEL}"
    )
    parser.add_argument(
        "--host", metavar="HOST", help="the server; default: OLLAMA_HOST, else 127.0.0.1:11434"
    )


def run(arguments: argparse.Namespace) -> int:
    require_address(arguments.host)
    from mathviz_chat.backends.ollama_models import create_model
    from mathviz_chat.modelfile import recipe_of

    recipe = recipe_of(arguments.gguf)
    address = create_model(arguments.name, arguments.gguf, recipe, arguments.host)
    print(f"{arguments.name} is set up in Ollama at {address}: `ollama run {arguments.name}`.")
    return 0
