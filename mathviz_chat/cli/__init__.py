"""The command line: flags in, objects built, an exit code out. One file per command."""
