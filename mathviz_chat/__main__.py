"""Starts the program. Nothing is imported before it is known to be needed: ``--version`` answers
from the package alone, ``--help`` with argparse alone."""

import sys


def main() -> int:
    """The console script ``mathviz-chat``; returns the exit code."""
    arguments = sys.argv[1:]
    if arguments in (["--version"], ["-V"]):
        from mathviz_chat import __version__

        print("mathviz-chat", __version__)
        return 0
    from mathviz_chat.cli.parser import parse

    parsed = parse(arguments)

    from mathviz_chat.cli.dispatch import run

    return run(parsed)


if __name__ == "__main__":
    sys.exit(main())
