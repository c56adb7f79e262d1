"""Curation: what a program read goes out as a table, and what a person corrected in it comes back and stays.

What people decide stands in `…/graph/curated/policies` and `…/graph/curated/persons`, which loaders never
touch; who decided it and when stands in `…/graph/prov`. It wins over what was extracted.
"""

from __future__ import annotations

from graph.curated.conflicts import Conflict, conflicts
from graph.curated.export import export
from graph.curated.intake import Taken, take
from graph.curated.preview import Change, preview
from graph.curated.table import COLUMNS, CurationError, Row, read, write

__all__ = [
    "COLUMNS",
    "Change",
    "Conflict",
    "CurationError",
    "Row",
    "Taken",
    "conflicts",
    "export",
    "preview",
    "read",
    "take",
    "write",
]
