"""Many cases in one store: the load, its memory, every named query, a new document; and against rdflib.

    python benchmarks/cases.py FILE [DOCUMENT] [--tenth 10]

FILE holds cases as JSONL, packed or not; DOCUMENT is one file that is loaded into the full store. Loads
are those of `kamergraaf load`, so that names are looked up as well. As no register of members is given,
tens of thousands of names stay unresolved, and the query of that name counts them all. All is measured in
one run on one machine: look at the ratios. The comparison with rdflib is made on every
tenth case, loaded into a store of its own and dumped into an rdflib Dataset in memory; a query that
takes it longer than a minute is broken off there, and its ratio told as "more than".
"""

from __future__ import annotations

import argparse
import gzip
import json
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

import kamergraaf
from graph.queries import NamedQuery, all_queries
from graph.store import open_store
from graph.store.terms import bind
from kamergraaf.knowledge_graph import KnowledgeGraph
from kamergraaf.settings import usable_cores
from ontology.iris import PROV_GRAPH
from ontology.terms import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

    import rdflib

    from graph.report import Report
    from graph.results import Value
    from graph.store.oxigraph import OxigraphStore

TARGET_LOAD, TARGET_MB, TARGET_OPEN, TARGET_QUERY, TARGET_ALL, TARGET_ONE = 60, 1500, 0.5, 1.0, 6.0, 0.1
SLOW = 60.0
"""Seconds after which rdflib is not asked further."""
ASKED = {
    "name": "de vries",
    "from": "2015-01-01",
    "until": "2015-12-31",
    "on": "2024-06-01",
    "words": "asiel",
    "post": "justitie",
    "group": "SP",
    "dossier": "19637",
}
"""What named queries are asked, where they must ask; else the example of their header."""


class TimeUp(BaseException):
    """Time is up; no error, so that nothing on the way takes it for one of its own."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Break off Python code after so many seconds with `TimeUp`; raised again until it gets through."""

    def stop(*_: object) -> None:
        raise TimeUp

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds, 1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def timed(work: Callable[[], object]) -> float:
    """Seconds that something takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def parameters(query: NamedQuery) -> dict[str, Value]:
    """Terms to ask a named query with."""
    wanted = [one for one in query.parameters if one.default is None or one.name in ASKED]
    return query.bind({one.name: ASKED.get(one.name, one.example) for one in wanted})


def peak() -> int:
    """Peak memory of this process in MB; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    return int(status.read_text().partition("VmHWM:")[2].split()[0]) // 1024 if status.exists() else 0


@contextmanager
def opened(folder: Path) -> Iterator[OxigraphStore]:
    """Open a store and say how long that took."""
    start = time.perf_counter()
    with open_store(folder) as store:
        took = time.perf_counter() - start
        print(f"opened in {took:.3f} s (target {TARGET_OPEN}); {len(store)} triples")
        yield store


def put(folder: Path, file: Path) -> None:
    """Load a file into a new store and say what that took."""
    report: list[Report] = []
    with kamergraaf.open(folder) as graph:
        took = timed(lambda: report.append(graph.load(file, jobs=usable_cores())))
    rows, triples = report[0].added, report[0].triples
    print(f"{rows} cases loaded in {took:.1f} s (target {TARGET_LOAD}), {1000 * took / rows:.2f} ms each")
    print(f"{triples} triples without the ledger; peak memory {peak()} MB (target {TARGET_MB})")


def ask(store: OxigraphStore) -> dict[str, tuple[float, int]]:
    """Seconds and rows of each named query, warm: the better of two after one that is not counted."""
    found = {}
    for name, query in all_queries().items():
        bound, rows = parameters(query), 0

        def work(query: NamedQuery = query, bound: dict[str, Value] = bound) -> None:
            nonlocal rows
            rows = len(store.query(query.sparql, bound).rows)

        work()
        found[name] = (min(timed(work), timed(work)), rows)
    return found


def ask_rdflib(dataset: rdflib.Dataset, query: NamedQuery) -> float | None:
    """Seconds of a named query in rdflib, warm; `SLOW` where it takes longer, None where it fails."""
    text = bind(
        "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items()) + query.sparql,
        parameters(query),
    )
    took = SLOW
    try:
        for _ in range(2):
            with within(SLOW):
                took = timed(lambda: list(dataset.query(text)))
    except (AttributeError, TypeError):  # rdflib 7 at an average of nothing
        return None
    except TimeUp:
        return SLOW
    return took


def every(file: Path, nth: int, folder: Path) -> Path:
    """Write every nth line of a file of cases into a file of its own."""
    part = folder / "part.jsonl"
    data = file.read_bytes()
    lines = (gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data).splitlines()
    part.write_bytes(b"\n".join(line for line in lines[::nth] if json.loads(line)) + b"\n")
    return part


def in_rdflib(store: OxigraphStore, folder: Path) -> rdflib.Dataset:
    """Give an rdflib Dataset in memory of the same quads, its default graph the union."""
    from rdflib import Dataset  # noqa: PLC0415 - measured apart from its import

    path = folder / "dump.nq"
    with path.open("wb") as out:
        store.dump(out, without={PROV_GRAPH})
    dataset = Dataset(default_union=True)
    print(f"rdflib parsed the dump in {timed(lambda: dataset.parse(path, format='nquads')):.1f} s")
    return dataset


def compare(file: Path, nth: int, whole: dict[str, tuple[float, int]], folder: Path) -> None:
    """Print each query on a part in rdflib and Oxigraph, and on the whole."""
    put(folder / "part", every(file, nth, folder))
    with opened(folder / "part") as store:
        part = ask(store)
        dataset = in_rdflib(store, folder)
    heads = (f"rdflib 1/{nth}", f"here 1/{nth}", "times", "here, whole", "times")
    print(f"\n{'query':<26}{'rows':>7}" + "".join(f"{head:>13}" for head in heads))
    ratios = []
    for name, query in all_queries().items():
        theirs, ours, all_of_it = ask_rdflib(dataset, query), part[name][0], whole[name][0]
        if theirs is None:
            print(f"{name:<26}{part[name][1]:>7}{'fails':>13}{ours * 1000:>10.1f} ms")
            continue
        ratios.append(theirs / ours)
        more = "> " if theirs >= SLOW else ""
        print(
            f"{name:<26}{part[name][1]:>7}{f'{more}{theirs * 1000:.1f}':>10} ms{ours * 1000:>10.1f} ms"
            f"{f'{more}{theirs / ours:.1f}':>13}{all_of_it * 1000:>10.1f} ms"
            f"{f'{more}{theirs / all_of_it:.1f}':>13}",
            flush=True,
        )
    middle = statistics.median(ratios)
    print(f"rdflib against Oxigraph on the same part, median of {len(ratios)} queries: {middle:.1f} times")


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("document", type=Path, nargs="*")
    parser.add_argument(
        "--tenth", type=int, default=10, help="which part of the cases rdflib gets: every nth"
    )
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        put(folder / "whole", given.file)
        with opened(folder / "whole") as store:
            whole = ask(store)
            for query, (took, rows) in whole.items():
                slow = "  SLOW" if took > TARGET_QUERY else ""
                print(f"  {query:<26}{took * 1000:>9.1f} ms {rows:>7} rows{slow}")
            print(f"all together {sum(took for took, _ in whole.values()):.2f} s (target {TARGET_ALL})")
            for document in given.document:
                took = timed(lambda document=document: KnowledgeGraph(store).load(document))
                print(f"{document.name} loaded in {took * 1000:.0f} ms (target {TARGET_ONE * 1000:.0f})")
        compare(given.file, given.tenth, whole, folder)


if __name__ == "__main__":
    main()
