"""Kamergraaf: Dutch parliamentary questions as a graph that can be queried, exported and drawn.

>>> import kamergraaf
>>> with kamergraaf.open(":memory:") as kg:
...     report = kg.load(kamergraaf.SAMPLE)
...     found = kg.query("unanswered").values()
...     late = kg.query("overdue", {"on": "2031-02-20"}).values()
>>> len(found), late[0][3]
(3, 'delayed')
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kamergraaf.knowledge_graph import KnowledgeGraph

__all__ = ["MEMORY", "SAMPLE", "open"]

SAMPLE = Path(__file__).with_name("sample")
"""Folder of the sample dossier: ten invented documents, and a register of people who are as much so."""

MEMORY = ":memory:"
"""The path of a graph that is gone when it is closed."""


def open(path: Path | str | None = None, *, read_only: bool = False) -> KnowledgeGraph:  # noqa: A001 - reads well as kamergraaf.open
    """Open a graph in a folder, made where there is none.

    Without a path the store is that of the command line (`kamergraaf.settings.store_path`);
    `":memory:"` gives an empty one in memory. Raises `graph.errors.StoreBusyError` when another
    process holds the store, `graph.errors.StoreError` when the folder cannot be used.
    """
    from graph.store import open_store  # noqa: PLC0415 - `import kamergraaf` stays cheap
    from kamergraaf.knowledge_graph import KnowledgeGraph  # noqa: PLC0415 - likewise
    from kamergraaf.settings import store_path  # noqa: PLC0415 - likewise

    if path == MEMORY:
        return KnowledgeGraph(open_store())
    return KnowledgeGraph(open_store(store_path(path), read_only=read_only))
