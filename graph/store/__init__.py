"""Where the graph lives: one face (`protocol.Store`), an Oxigraph store on disk or in memory behind it."""

from __future__ import annotations

from graph.store.open import open_store
from graph.store.protocol import Limits, Store

__all__ = ["Limits", "Store", "open_store"]
