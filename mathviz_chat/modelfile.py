"""The model as Ollama keeps it: template, system prompt and parameters, and the Modelfile of them.

Everything comes from the one copy of the prompt (``prompts.py``) and the base's own chat template.
Ollama before 0.30 renders the TEMPLATE written here, later ones the template inside the GGUF file:
both must give the same prompt, which a test shows on the real server.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypeAlias

from mathviz_chat.errors import UsageError
from mathviz_chat.prompts import EXAMPLES, SHIPPED_MODEL, SYSTEM_PROMPT

Parameter: TypeAlias = int | float | str | list[str]

FOLDER: Final = "modelfiles"

_CHATML: Final = """\
{{- range .Messages }}<|im_start|>{{ .Role }}
{{ .Content }}<|im_end|>
{{ end }}<|im_start|>assistant
"""
_LLAMA3: Final = """\
{{- range .Messages }}<|start_header_id|>{{ .Role }}<|end_header_id|>

{{ .Content }}<|eot_id|>{{ end }}<|start_header_id|>assistant<|end_header_id|>

"""

_PARAMETERS: Final[Mapping[str, Parameter]] = MappingProxyType(
    {
        "num_ctx": 4096,  # the server's own default depends on the machine, and it cuts silently
        "num_predict": 512,
        "temperature": 0.0,
        "seed": 0,
        "repeat_penalty": 1.0,  # the default punishes a number for coming back
    }
)


LICENCES: Final[Mapping[str, str]] = MappingProxyType(
    {"apache-2.0": "Apache License 2.0, https://www.apache.org/licenses/LICENSE-2.0"}
)


@dataclass(frozen=True, slots=True)
class Family:
    """How the models of one kind mark turns: a template in Go's language, and what ends a turn."""

    mark: str
    template: str
    stop: str


FAMILIES: Final = (
    Family("<|im_start|>", _CHATML, "<|im_end|>"),
    Family("<|start_header_id|>", _LLAMA3, "<|eot_id|>"),
)


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a model in Ollama is made of, beside its GGUF file."""

    template: str
    system: str
    parameters: Mapping[str, Parameter]
    license: str


def recipe(chat_template: str, licence: str) -> Recipe:
    """The recipe for a GGUF file.

    chat_template, licence: what the file says of itself (``tokenizer.chat_template``,
    ``general.license``). Raises UsageError for a template of another family.
    """
    for family in FAMILIES:
        if family.mark in chat_template:
            parameters = {**_PARAMETERS, "stop": [family.stop]}
            return Recipe(family.template, SYSTEM_PROMPT, parameters, licence)
    raise UsageError(
        "The model's chat template is neither ChatML's nor Llama 3's: train another base, or write "
        "its Modelfile by hand."
    )


def recipe_of(gguf: Path) -> Recipe:
    """The recipe for a GGUF file. Raises UsageError where it is none, or of another family."""
    from mathviz_chat.weights.gguf_file import GgufFile  # numpy, only where a file is read

    file = GgufFile(gguf)
    licence = str(file.value("general.license", "unknown"))
    template = str(file.value("tokenizer.chat_template", ""))
    return recipe(template, LICENCES.get(licence, licence))


def render(made: Recipe, *, name: str = SHIPPED_MODEL, source: str = "") -> str:
    """The Modelfile. source: what export is given to make the GGUF file; the first comment is that
    command, which without a source exports the adapter that ships."""
    export = " ".join(filter(None, ("mathviz-finetune export", source)))
    lines = [f"# {export} --output {FOLDER}/{name}.gguf", f"FROM ./{name}.gguf"]
    lines.append(f"TEMPLATE {_quoted(made.template)}")
    lines.append(f"SYSTEM {_quoted(made.system)}")
    for name, value in made.parameters.items():
        for one in value if isinstance(value, list) else [value]:
            shown = f'"{one}"' if isinstance(one, str) else f"{one}"
            lines.append(f"PARAMETER {name} {shown}")
    lines.append(f"LICENSE {_quoted(made.license)}")
    for question, answer in EXAMPLES:
        lines += [f"MESSAGE user {_quoted(question)}", f"MESSAGE assistant {_quoted(answer)}"]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return f'"""{text}"""'
