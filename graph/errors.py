"""Errors of the store and of queries; both are meant for people."""

from __future__ import annotations

from ontology.errors import KamergraafError

__all__ = ["QueryError", "StoreBusyError", "StoreError"]


class StoreError(KamergraafError):
    """A store cannot be opened, read or written; the message names its folder and the way out."""

    exit_code = 3


class StoreBusyError(StoreError):
    """Another process holds the store; the caller waits or stops that process."""

    exit_code = 4


class QueryError(KamergraafError):
    """A query is wrong, takes too long, or asks what is not allowed."""

    exit_code = 5
