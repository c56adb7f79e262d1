"""What a load did, for people and for scripts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.authority import AuthorityReport
    from graph.resolve import Resolution
    from ontology.records import Failure

__all__ = ["Report", "Told"]

_EXAMPLES = 20
"""Names that are kept of those of whom something is told."""


@dataclass(slots=True)
class Told:
    """How often something was met, and where first."""

    count: int = 0
    sources: list[str] = field(default_factory=list)

    def add(self, source: str) -> None:
        """Count one more."""
        self.count += 1
        if len(self.sources) < _EXAMPLES:
            self.sources.append(source)


@dataclass(slots=True)
class Report:
    """What a load did; counts are of files unless they say otherwise."""

    added: int = 0
    """Read, and now in the graph, under names that were not known."""
    replaced: int = 0
    """Read, because the bytes or the version of the loader changed."""
    unchanged: int = 0
    """Known by their hash, or copies of one that is."""
    superseded: int = 0
    """Read, while a better copy of the same document holds its place; not counted as added or replaced."""
    failed: list[Failure] = field(default_factory=list)
    """Not read, now or on an earlier load of the same bytes; in order of arrival."""
    read_again: list[str] = field(default_factory=list)
    """Files of former loads that are needed again and were not among these: load them once more."""
    skipped: dict[str, Told] = field(default_factory=dict)
    """Rows of other kinds than those that are read, by kind."""
    remarks: dict[str, Told] = field(default_factory=dict)
    """What was odd in rows of a register, by the code of the remark; each stands in the graph too."""
    taken_out: Told = field(default_factory=Told)
    """Rows that say that they were taken out of their register; what was read from them before is kept."""
    graphs: int = 0
    """Graphs written."""
    removed: int = 0
    """Graphs removed, because no file gives them any more."""
    triples: int = 0
    """Triples written, the ledger aside."""
    registers: AuthorityReport | None = None
    """What became of registers of people, where they were loaded too."""
    resolution: Resolution | None = None
    """Who the people in the documents were found to be, where that was looked up."""

    @property
    def wrote(self) -> bool:
        """Whether the graph (the ledger aside) is another than before."""
        return bool(self.graphs or self.removed)
