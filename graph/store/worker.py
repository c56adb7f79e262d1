"""A process that answers one query of a store on disk: `python -m graph.store.worker STORE < query`.

It opens the store for reading only, beside whoever writes it, and can be killed at any time.
"""

from __future__ import annotations

import sys

from pyoxigraph import Store

from graph.store.limit import reply_to

__all__ = ["main"]


def main(path: str) -> None:
    """Read a query from standard input and write the reply to standard output."""
    sparql = sys.stdin.buffer.read().decode()
    sys.stdout.buffer.write(reply_to(Store.read_only(path), sparql))


if __name__ == "__main__":
    main(sys.argv[1])
