"""Starts the program. Nothing is imported before it is known to be needed: ``--version`` and
``--help`` answer from text, argparse is for everything else."""

import sys


def main() -> int:
    """The console script ``mathviz-chat``; returns the exit code."""
    arguments = sys.argv[1:]
    if arguments in (["--version"], ["-V"]):
        from mathviz_chat import __version__

        print("mathviz-chat", __version__)
        return 0
    if arguments in (["--help"], ["-h"]):
        from mathviz_chat.cli.help_text import HELP

        print(HELP, end="")
        return 0
    try:
        from mathviz_chat.cli.parser import parse

        parsed = parse(arguments)

        from mathviz_chat.cli.dispatch import run

        return run(parsed)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
