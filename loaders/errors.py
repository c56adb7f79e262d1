"""Errors of reading: the document is named by the caller, the reason by the reader."""

from __future__ import annotations

from ontology.errors import KamergraafError

__all__ = ["ReadError"]


class ReadError(KamergraafError):
    """A document that cannot be read.

    `code` is a stable word for scripts and the ledger (`empty`, `encrypted-pdf`, …);
    the message is one sentence that says what was found and what was expected.
    """

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code
