"""The command `ravabet`: options in, one call, messages out."""

from pipeline.cli.commands import main

__all__ = ["main"]
