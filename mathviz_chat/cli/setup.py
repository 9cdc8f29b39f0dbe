"""``setup ollama``: creates the ``mathviz`` model in a running Ollama."""

from __future__ import annotations

import argparse

from mathviz_chat.backends.probe import require_address
from mathviz_chat.catalogue import find_model
from mathviz_chat.cli.terminal import merge_progress
from mathviz_chat.config import Config
from mathviz_chat.embedded import default_name
from mathviz_chat.errors import ModelNotFound, UsageError


def setup(arguments: argparse.Namespace, config: Config) -> int:
    """Create the model and say how to talk to it; returns the exit code.

    Raises UsageError and the BackendError family.
    """
    require_address(config.ollama_host)
    from mathviz_chat.backends.ollama_models import create_model  # the client is slow to import
    from mathviz_chat.modelfile import recipe_of

    try:
        gguf = find_model(config.model or default_name(), merge_progress())
    except ModelNotFound as error:  # a file that is not there, no server that lacks it
        raise UsageError(str(error)) from None
    address = create_model(arguments.name, gguf, recipe_of(gguf), config.ollama_host)
    print(f"{arguments.name} is set up in Ollama at {address}: `ollama run {arguments.name}`.")
    return 0
