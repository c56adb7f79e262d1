"""The root of all errors that are meant for people.

KamergraafError
├── ReadError            loaders.errors      a document cannot be read
├── StoreError           graph.errors        a store cannot be opened, read or written
├── QueryError           graph.errors        a query is wrong, or asks what is not allowed
└── UsageError           kamergraaf.errors   the command line asks for the impossible
"""

from __future__ import annotations

__all__ = ["KamergraafError"]


class KamergraafError(Exception):
    """Something a person can act on: the message says what, where, and what to do."""

    exit_code = 1
    """Exit status of a command that ends with this error."""
