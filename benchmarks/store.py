"""How fast documents enter the store, against rdflib, and how much memory a load takes as a folder grows.

    python benchmarks/store.py [DOCUMENTS] [FOLDER]

All in one run on one machine: look at the ratios. Records are those of `tests/graph/made.py`.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))


from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.load import load
from graph.loading.reading import Arrival
from graph.store import open_store
from ontology.triples import graphs
from tests.graph import made

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DOCUMENTS, FOLDER = 1000, 1000
TARGET = 10
QUESTIONS = 8
_BASE, _DISK = "rdflib Graph.parse, memory", "Oxigraph on disk, bulk load of a file"


def _timed(what: Callable[[], object]) -> float:
    start = time.perf_counter()
    what()
    return time.perf_counter() - start


def _text(documents: int) -> bytes:
    """N-Quads of many documents; what several mention stands in them once."""
    content: dict[str, bytes] = {}
    for number in range(documents):
        for graph in graphs(made.numbered(number, QUESTIONS)):
            content.setdefault(graph.graph, graph.nquads)
    return b"".join(content.values())


def _rdflib_parse(text: bytes) -> int:
    """N-Quads without their graph names into an rdflib Graph in memory."""
    from rdflib import Graph  # noqa: PLC0415 - measured apart from its import

    lines = (line.rpartition(b" <")[0] + b" ." for line in text.splitlines())
    return len(Graph().parse(data=b"\n".join(lines), format="nt"))


def _rdflib_add(text: bytes) -> int:
    """Only `Graph.add` of terms that are made from parsed values: no parser of rdflib's involved."""
    from rdflib import Graph, Literal, URIRef  # noqa: PLC0415 - as above

    graph = Graph()
    for quad in ox.parse(text, ox.RdfFormat.N_QUADS):
        value = quad.object
        if isinstance(value, ox.Literal):
            kind = None if value.language else URIRef(value.datatype.value)
            node: Literal | URIRef = Literal(value.value, lang=value.language, datatype=kind)
        else:
            node = URIRef(value.value)
        graph.add((URIRef(quad.subject.value), URIRef(quad.predicate.value), node))
    return len(graph)


def _arrivals(documents: int) -> Iterator[Arrival]:
    for number in range(documents):
        yield made.arrive(f"{number}.pdf", made.numbered(number, QUESTIONS))


def rates(documents: int) -> None:
    """Print triples a second of each way in, and how it compares to rdflib's parser."""
    import rdflib  # noqa: F401, PLC0415 - imported before the clock runs

    text = _text(documents)
    triples = text.count(b"\n")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in.nq").write_bytes(text)
        with open_store(folder / "bulk") as bulk, open_store(folder / "load") as store:
            seconds = {
                _BASE: _timed(lambda: _rdflib_parse(text)),
                "rdflib Graph.add, memory": _timed(lambda: _rdflib_add(text)),
                _DISK: _timed(lambda: bulk.add(folder / "in.nq", checked=False)),
                "Oxigraph in memory, bulk load": _timed(lambda: open_store().add(text, checked=False)),
                "records through load(), ledger and all, disk": _timed(
                    lambda: load(store, _arrivals(documents), version="1")
                ),
                "the same again: nothing to do": _timed(
                    lambda: load(store, _arrivals(documents), version="1")
                ),
            }
    base = seconds[_BASE]
    print(f"{documents} documents, {triples} triples")
    print(f"{'way in':<46}{'seconds':>9}{'triples/s':>11}{'x rdflib':>10}")
    for what, took in seconds.items():
        print(f"{what:<46}{took:>9.2f}{triples / took:>11.0f}{base / took:>10.1f}")
    ratio = base / seconds[_DISK]
    print(f"into the store on disk against rdflib in memory: {ratio:.1f} times the rate (target {TARGET})\n")


def memory(folder: int) -> None:
    """Print the peak memory of loading ever larger folders, each in a process of its own."""
    print(f"{'documents':<12}{'peak MB':>9}{'seconds':>9}")
    for documents in (folder, 2 * folder, 4 * folder):
        start = time.perf_counter()
        command = [sys.executable, __file__, "--peak", str(documents)]
        peak = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
        print(f"{documents:<12}{peak:>9}{time.perf_counter() - start:>9.1f}")


def _peak(documents: int) -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        with open_store(folder / "store") as store:
            load(store, _arrivals(documents), version="1")
    finally:
        shutil.rmtree(folder)
    print(_high_water() // 1024)


def _high_water() -> int:
    """Peak memory of this process in kB; `ru_maxrss` counts what the parent had when it forked."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().partition("VmHWM:")[2].split()[0])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    if sys.argv[1:2] == ["--peak"]:
        _peak(int(sys.argv[2]))
    else:
        numbers = [int(word) for word in sys.argv[1:]]
        rates(numbers[0] if numbers else DOCUMENTS)
        memory(numbers[1] if len(numbers) > 1 else FOLDER)
