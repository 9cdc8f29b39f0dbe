"""``doctor``: prints what was found on this machine."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping

from mathviz_chat import config
from mathviz_chat.config import Config
from mathviz_chat.doctor import Finding, as_json, examine
from mathviz_chat.errors import UsageError
from mathviz_chat.ui.json_output import dumps
from mathviz_chat.ui.safe_text import for_encoding, visible

_WIDTH = 16


def doctor(arguments: argparse.Namespace, flags: Mapping[str, str]) -> int:
    """Print the findings; the exit code is 0, also where there are problems."""
    settings: Config | UsageError
    try:
        settings = config.load(flags, os.environ)
    except UsageError as error:
        settings = error
    findings = []
    for finding in examine(settings, os.environ):
        findings.append(finding)
        if not arguments.json:
            _print(finding)
    if arguments.json:
        print(dumps(as_json(findings)))
    return 0


def _print(finding: Finding) -> None:
    line = f"{finding.status:<8} {finding.name:<{_WIDTH}} {finding.found}"
    if finding.todo:
        line += f" -> {finding.todo}"
    print(for_encoding(visible(line), sys.stdout.encoding or "utf-8"), flush=True)
