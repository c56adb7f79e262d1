from __future__ import annotations

import io
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, NamedNode

from graph.errors import QueryError, StoreBusyError, StoreError
from graph.store import Limits, open_store

if TYPE_CHECKING:
    from pathlib import Path

    from graph.store.oxigraph import OxigraphStore

G1, G2 = "https://x.example/g/1", "https://x.example/g/2"


def quads(graph: str, *numbers: int) -> bytes:
    lines = (f'<https://x.example/s{n}> <https://x.example/p> "waarde {n}"@nl <{graph}> .\n' for n in numbers)
    return "".join(lines).encode()


def many(graph: str, count: int) -> bytes:
    return quads(graph, *range(count))


def dump(store: OxigraphStore, *without: str) -> bytes:
    out = io.BytesIO()
    store.dump(out, without=without)
    return out.getvalue()


@pytest.fixture(params=["disk", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> OxigraphStore:
    return open_store(tmp_path / "store" if request.param == "disk" else None)


def test_adds_and_dumps_in_order(store: OxigraphStore) -> None:
    store.add(quads(G2, 3) + quads(G1, 2, 1))

    assert dump(store) == quads(G1, 1, 2) + quads(G2, 3)
    assert dump(store, G1) == quads(G2, 3)
    assert store.graphs() == [G1, G2]
    assert len(store) == 3
    assert [str(quad.subject) for quad in store.quads(G2)] == ["<https://x.example/s3>"]


def test_adds_from_a_file(store: OxigraphStore, tmp_path: Path) -> None:
    (tmp_path / "in.nq").write_bytes(quads(G1, 1))
    store.add(tmp_path / "in.nq")

    assert dump(store) == quads(G1, 1)


def test_bad_data_adds_nothing(store: OxigraphStore) -> None:
    with pytest.raises(StoreError, match="nothing was written"):
        store.add(quads(G1, 1) + b"<not rdf> .\n")

    assert len(store) == 0


def test_replaces_graphs_and_quads_together(store: OxigraphStore) -> None:
    store.add(quads(G1, 1, 2) + quads(G2, 7, 8))
    third = "https://x.example/g/3"
    store.replace({G1: quads(G1, 5), third: b""}, delete=quads(G2, 7), insert=quads(G2, 9))

    assert dump(store) == quads(G1, 5) + quads(G2, 8, 9)


def test_replacing_with_nothing_removes_the_graph(store: OxigraphStore) -> None:
    store.add(quads(G1, 1) + quads(G2, 2))
    store.replace({G1: b""})

    assert store.graphs() == [G2]


def test_a_failing_replacement_changes_nothing(store: OxigraphStore) -> None:
    store.add(quads(G1, 1))
    before = dump(store)
    for wrong in (
        b"nonsense\n",
        quads(G2, 3),
        b"<https://x.example/s> <https://x.example/p> <https://x.example/o> .\n",
    ):
        with pytest.raises(StoreError):
            store.replace({G1: wrong})

    assert dump(store) == before


def test_replacement_keeps_every_kind_of_text(store: OxigraphStore) -> None:
    text = 'een "aanhaling" \\ } ; DROP ALL \n\t é 😀 GRAPH { ’'
    literal = str(Literal(text, language="nl"))
    content = f"<https://x.example/s> <https://x.example/p> {literal} <{G1}> .\n".encode()
    store.replace({G1: content})

    assert store.query("SELECT ?o { ?s ?p ?o }").rows == ((Literal(text, language="nl"),),)


def test_query_forms(store: OxigraphStore) -> None:
    store.add(quads(G1, 1) + quads(G2, 2))

    rows = store.query("SELECT ?s ?none { ?s ?p ?o } ORDER BY ?s")
    assert rows.variables == ("s", "none")
    assert rows.values() == [("https://x.example/s1", None), ("https://x.example/s2", None)]
    assert store.query("ASK { ?s ?p ?o }").boolean is True
    triples = store.query("CONSTRUCT { ?s <https://x.example/q> ?o } WHERE { ?s ?p ?o }").triples
    assert triples is not None
    assert len(triples) == 2
    assert [row[0] for row in store.select("SELECT ?s { ?s ?p ?o } ORDER BY DESC(?s)")] == [
        NamedNode("https://x.example/s2"),
        NamedNode("https://x.example/s1"),
    ]


def test_row_limit_says_that_it_cut(store: OxigraphStore) -> None:
    store.add(many(G1, 5))

    cut = store.query("SELECT ?s { ?s ?p ?o }", limits=Limits(rows=3))
    assert (len(cut.rows), cut.cut) == (3, True)
    whole = store.query("SELECT ?s { ?s ?p ?o }", limits=Limits(rows=5))
    assert (len(whole.rows), whole.cut) == (5, False)


@pytest.mark.parametrize("sparql", ["SELECT", "SELECT ?s { ?s ?p }", ""])
def test_wrong_query_is_a_query_error(store: OxigraphStore, sparql: str) -> None:
    with pytest.raises(QueryError):
        store.query(sparql)


def test_time_limit_answers_and_stops(store: OxigraphStore) -> None:
    store.add(many(G1, 300))
    fast = Limits(seconds=30)

    assert store.query("SELECT ?o { ?s ?p ?o } ORDER BY ?s LIMIT 1", limits=fast).values() == [("waarde 0",)]
    assert store.query("ASK { ?s ?p ?o }", limits=fast).boolean is True
    assert len(store.query("CONSTRUCT WHERE { ?s ?p ?o }", limits=fast).triples or ()) == 300
    with pytest.raises(QueryError, match="cannot be run"):
        store.query("SELECT ?s { ?s ?p }", limits=fast)
    endless = (
        "SELECT (COUNT(*) AS ?n) { ?a ?p ?x . ?b ?q ?y . ?c ?r ?z . ?d ?t ?u . FILTER(?x != ?y && ?z != ?u) }"
    )
    with pytest.raises(QueryError, match=r"stopped after 0\.5 seconds"):
        store.query(endless, limits=Limits(seconds=0.5))
    assert len(store) == 300


def test_time_limit_sees_what_was_just_written(store: OxigraphStore) -> None:
    store.replace({G1: quads(G1, 1)})

    assert store.query("SELECT ?s { ?s ?p ?o }", limits=Limits(seconds=30)).values() == [
        ("https://x.example/s1",)
    ]


def test_rdflib_shares_the_quads(store: OxigraphStore) -> None:
    store.add(quads(G1, 1) + quads(G2, 2))

    found = store.rdflib.query("SELECT ?s { ?s ?p ?o } ORDER BY ?s")
    assert [str(row[next(iter(row))]) for row in found.bindings] == [
        "https://x.example/s1",
        "https://x.example/s2",
    ]
    assert len(store.rdflib) == 2


def test_reopens_with_the_same_content(tmp_path: Path) -> None:
    with open_store(tmp_path / "a" / "store") as store:
        store.add(quads(G1, 1))
        assert len(store.rdflib) == 1
    with open_store(tmp_path / "a" / "store") as store:
        assert dump(store) == quads(G1, 1)


def test_a_closed_store_says_so() -> None:
    store = open_store()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        len(store)


def test_read_only(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store here"):
        open_store(tmp_path / "none", read_only=True)
    open_store(tmp_path / "store").add(quads(G1, 1))
    with open_store(tmp_path / "store", read_only=True) as store:
        assert len(store) == 1
        with pytest.raises(StoreError, match="reading only"):
            store.add(quads(G1, 2))
        with pytest.raises(StoreError, match="reading only"):
            store.replace({G1: b""})


def test_a_folder_with_other_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "holiday.jpg").write_bytes(b"x")
    with pytest.raises(StoreError, match="holds other files"):
        open_store(tmp_path)
    with pytest.raises(StoreError, match="this is a file"):
        open_store(tmp_path / "holiday.jpg")
    assert [file.name for file in tmp_path.iterdir()] == ["holiday.jpg"]


def test_a_store_held_elsewhere_is_busy(tmp_path: Path) -> None:
    hold = (
        "import sys; from pathlib import Path; from graph.store import open_store\n"
        "store = open_store(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", hold, str(tmp_path / "store")], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(StoreBusyError, match="another process holds"):
            open_store(tmp_path / "store")
        assert StoreBusyError.exit_code not in {StoreError.exit_code, QueryError.exit_code, 1, 2}
        holder.communicate()
    open_store(tmp_path / "store").close()


def test_a_killed_load_leaves_the_old_data_and_no_files(tmp_path: Path) -> None:
    folder, data = tmp_path / "store", tmp_path / "in.nq"
    with open_store(folder) as store:
        store.add(quads(G1, 1))
    with data.open("wb") as out:
        for n in range(150):
            out.write(many(f"https://x.example/big/{n}", 4000))
    code = (
        "import sys; from pathlib import Path; from graph.store import open_store\n"
        "open_store(sys.argv[1]).add(Path(sys.argv[2]))"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(folder), str(data)]) as loader:
        while loader.poll() is None and not list(folder.glob("bulk-*.sst")):
            time.sleep(0.005)
        loader.send_signal(signal.SIGKILL)
    assert loader.returncode == -signal.SIGKILL
    assert list(folder.glob("bulk-*.sst"))

    with open_store(folder) as store:
        assert not list(folder.glob("bulk-*.sst"))
        assert not list(folder.glob("LOG.old.*"))
        assert dump(store) == quads(G1, 1)
        store.add(quads(G2, 2))
    with open_store(folder) as store:
        assert dump(store) == quads(G1, 1) + quads(G2, 2)


def test_a_full_disk_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    folder, data = tmp_path / "store", tmp_path / "in.nq"
    with open_store(folder) as store:
        store.add(quads(G1, 1))
    data.write_bytes(many(G2, 40000))
    code = """
import resource, signal, sys
from pathlib import Path
from graph.errors import StoreError
from graph.store import open_store
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store, data = open_store(sys.argv[1]), Path(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, resource.RLIM_INFINITY))
for act in (lambda: store.add(data), lambda: store.replace({"https://x.example/g/2": data.read_bytes()})):
    try:
        act()
        print("written")
    except StoreError as error:
        print(error)
print(len(store))
"""
    found = subprocess.run(
        [sys.executable, "-c", code, str(folder), str(data)], capture_output=True, text=True, check=True
    ).stdout.splitlines()

    assert len(found) == 3
    assert all("nothing was written" in line and "File too large" in line for line in found[:2])
    assert found[2] == "1"
    assert not list(folder.glob("bulk-*.sst"))
    with open_store(folder) as store:
        assert dump(store) == quads(G1, 1)


def test_writing_at_length_takes_effect_as_a_whole(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    store.add(quads(G1, 1))
    assert len(store.rdflib) == 1
    with store.rewriting() as copy:
        copy.replace({G1: b""})
        copy.add(quads(G2, 2))
        copy.add(quads(G2, 3))
        assert dump(store) == quads(G1, 1)

    assert dump(store) == quads(G2, 2, 3)
    assert len(store.rdflib) == 2
    store.add(quads(G1, 4))
    store.close()
    assert [file.name for file in tmp_path.iterdir()] == ["store"]
    with open_store(tmp_path / "store") as again:
        assert dump(again) == quads(G1, 4) + quads(G2, 2, 3)


def test_writing_at_length_that_fails_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    store.add(quads(G1, 1))

    def write() -> None:
        with store.rewriting() as copy:
            copy.replace({G1: b""})
            copy.add(b"nonsense")

    with pytest.raises(StoreError, match="no valid RDF"):
        write()
    assert dump(store) == quads(G1, 1)
    assert [file.name for file in tmp_path.iterdir()] == ["store"]


def test_a_crash_between_the_renames_is_mended(tmp_path: Path) -> None:
    for name, number in (("store.old", 1), ("store.new", 2)):
        with open_store(tmp_path / name) as store:
            store.add(quads(G1, number))

    with open_store(tmp_path / "store") as store:
        assert dump(store) == quads(G1, 2)
    assert [file.name for file in tmp_path.iterdir()] == ["store"]


def test_a_copy_that_was_never_finished_is_cleared(tmp_path: Path) -> None:
    for name, number in (("store", 1), ("store.new", 2)):
        with open_store(tmp_path / name) as store:
            store.add(quads(G1, number))

    with open_store(tmp_path / "store") as store:
        assert dump(store) == quads(G1, 1)
    assert [file.name for file in tmp_path.iterdir()] == ["store"]
