"""Write the Modelfile of an exported model, from the one copy of the prompt."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from mathviz_chat.prompts import SHIPPED_MODEL

FOLDER: Final = Path("modelfiles")


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--name", metavar="NAME", default=SHIPPED_MODEL, help=f"default: {SHIPPED_MODEL}"
    )
    parser.add_argument(
        "--source",
        metavar="SOURCE",
        default="",
        help="what export is given to make the GGUF file; without it the adapter that ships",
    )
    parser.add_argument(
        "--base",
        metavar="FILE",
        type=Path,
        help="GGUF file of the model that was trained; the default is the embedded one",
    )
    parser.add_argument(
        "--output",
        metavar="FILE",
        type=Path,
        help=f"default: {FOLDER}/NAME.Modelfile",
    )


def run(arguments: argparse.Namespace) -> int:
    from mathviz_chat.embedded import embedded_model
    from mathviz_chat.modelfile import recipe_of, render
    from mathviz_chat.weights.safe_file import replacing

    recipe = recipe_of(arguments.base or embedded_model())
    text = render(recipe, name=arguments.name, source=arguments.source)
    output = arguments.output or FOLDER / f"{arguments.name}.Modelfile"
    with replacing(output, len(text)) as temporary:
        temporary.write_text(text, encoding="utf-8")
    print(f"{output} is written; its first line makes the GGUF file.")
    return 0
