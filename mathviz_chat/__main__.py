"""Starts the program. Nothing is imported before it is known to be needed: ``--version`` and
``--help`` answer from text, argparse is for everything else."""

import sys


def main() -> int:
    """The console script ``mathviz-chat``; returns the exit code."""
    try:
        if sys.stdout is None or sys.stderr is None:
            from mathviz_chat.cli.outputs import open_closed

            open_closed()
        code = _start(sys.argv[1:])
        sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        from mathviz_chat.cli.outputs import unwritable

        return unwritable(error)
    return code


def _start(arguments: list[str]) -> int:
    if arguments in (["--version"], ["-V"]):
        from mathviz_chat import __version__

        print("mathviz-chat", __version__)
        return 0
    if arguments in (["--help"], ["-h"]):
        from mathviz_chat.cli.help_text import HELP

        print(HELP, end="")
        return 0
    from mathviz_chat.cli.parser import parse

    parsed = parse(arguments)

    from mathviz_chat.cli.dispatch import run

    return run(parsed)


if __name__ == "__main__":
    sys.exit(main())
