"""Errors of the command line itself; the others come from the layers below.

Exit codes of the `kamergraaf` command, as `--help` and the reference print them, stand in `EXIT_CODES`.
"""

from __future__ import annotations

from ontology.errors import KamergraafError

__all__ = ["EXIT_CODES", "INTERRUPTED", "OutputError", "UsageError"]

INTERRUPTED = 130

EXIT_CODES = {
    0: "done",
    1: "something failed: a document could not be read, or the graph does not conform",
    2: "the command line is wrong",
    3: "the store cannot be opened, read or written",
    4: "another process holds the store",
    5: "the query is wrong, took too long, or asks what is not allowed",
    6: "a table of corrections cannot be taken in",
    INTERRUPTED: "stopped with Ctrl-C",
}


class UsageError(KamergraafError):
    """What the command line asks for does not exist or does not go together."""

    exit_code = 2


class OutputError(KamergraafError):
    """A file of results cannot be written."""
