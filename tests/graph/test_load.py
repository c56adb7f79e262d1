from __future__ import annotations

import io
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import StoreError
from graph.load import load
from graph.loading import commit
from graph.loading.reading import Arrival
from graph.report import Report
from graph.store import open_store
from graph.store.leftovers import spool_folder
from ontology import iris
from ontology.records import Failure, Record
from tests.graph import made

if TYPE_CHECKING:
    from graph.store.oxigraph import OxigraphStore

V = "1"


def dump(store: OxigraphStore, *, whole: bool = False) -> bytes:
    out = io.BytesIO()
    store.dump(out, without=() if whole else (iris.PROV_GRAPH,))
    return out.getvalue()


def fresh(*files: Arrival) -> bytes:
    """What an empty store holds after one load of these files."""
    store = open_store()
    load(store, files, version=V)
    return dump(store)


def count(report: Report) -> tuple[int, int, int, int, int]:
    return report.added, report.replaced, report.unchanged, report.superseded, len(report.failed)


def test_loads_a_dossier() -> None:
    store = open_store()
    seen: list[tuple[str, str]] = []
    report = load(store, made.arrivals(made.dossier()), version=V, progress=lambda *step: seen.append(step))

    assert count(report) == (5, 0, 0, 0, 0)
    assert report.triples == dump(store).count(b"\n")
    assert report.graphs == len(store.graphs()) - 1
    assert seen == [*((name, "read") for name in made.dossier()), ("", "deciding"), ("", "writing")]
    asked = store.query("SELECT ?n { ?q a <https://w3id.org/kamergraaf/def#Question> ; "
                        "<https://w3id.org/kamergraaf/def#questionNumber> ?n }")  # fmt: skip
    assert len(asked.rows) == 5


def test_each_triple_stands_in_one_graph() -> None:
    store = open_store()
    load(store, made.arrivals(made.dossier()), version=V)
    triples = [str(quad.triple) for graph in store.graphs() for quad in store.quads(graph)]

    assert len(triples) == len(set(triples))


def test_second_load_reads_nothing_and_writes_nothing(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    load(store, made.arrivals(made.dossier()), version=V)
    before = dump(store, whole=True)

    def never() -> Record:
        raise AssertionError("read again")

    again = [Arrival(arrival.source, arrival.sha256, never) for arrival in made.arrivals(made.dossier())]
    report = load(store, again, version=V)
    assert count(report) == (0, 0, 5, 0, 0)
    assert not report.wrote
    assert dump(store, whole=True) == before
    assert not spool_folder(tmp_path / "store").exists()


def everything() -> list[Arrival]:
    """The dossier in several formats and copies: every kind of contest for a graph."""
    files = made.arrivals(made.dossier())
    files += [
        made.arrive("vragen.txt", made.question_set(made.TEXT)),
        made.arrive("antwoord.txt", made.answer(made.TEXT)),
        made.arrive("antwoord-nogmaals.pdf", made.answer(extra="herdruk")),
        made.arrive("kopie/vragen.pdf", made.question_set()),
    ]
    return files


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_order_and_number_of_loads_never_matter(data: st.DataObject) -> None:
    files = data.draw(st.permutations(everything()))
    cuts = data.draw(st.lists(st.integers(0, len(files)), max_size=3).map(sorted))
    store = open_store()
    for start, end in zip([0, *cuts], [*cuts, len(files)], strict=True):
        load(store, files[start:end], version=V)

    assert dump(store) == fresh(*everything())


def test_the_better_copy_holds_the_place() -> None:
    pdf, text = made.question_set(made.PDF), made.question_set(made.TEXT)
    store = open_store()
    load(store, [made.arrive("a.txt", text)], version=V)
    report = load(store, [made.arrive("a.pdf", pdf)], version=V)
    assert count(report) == (1, 0, 0, 0, 0)
    late = open_store()
    load(late, [made.arrive("a.pdf", pdf)], version=V)
    report = load(late, [made.arrive("a.txt", text)], version=V)

    assert count(report) == (0, 0, 0, 1, 0)
    assert dump(store) == dump(late)
    assert f"#char={pdf.questions[0].span.start}".encode() in dump(store)


def test_a_copy_under_a_new_name_takes_over_when_both_former_files_change() -> None:
    pdf, text = made.question_set(made.PDF), made.question_set(made.TEXT)
    store = open_store()
    load(store, [made.arrive("a.pdf", pdf), made.arrive("a.txt", text)], version=V)
    others = [made.arrive("a.pdf", made.other_set()), made.arrive("a.txt", made.numbered(7))]
    copy = made.arrive("b.txt", text)
    report = load(store, [*others, copy], version=V)

    assert report.read_again == []
    assert dump(store) == fresh(*others, copy)
    assert count(load(store, [*others, copy], version=V)) == (0, 0, 3, 0, 0)


def test_the_asking_document_beats_its_reprints() -> None:
    store = open_store()
    load(store, [made.arrive("b", made.delay_notice()), made.arrive("c", made.answer())], version=V)
    graph = iris.doc_graph(f"kv-tk-{made.CASE}")
    reprinted = b"".join(store.lines([graph]))
    load(store, [made.arrive("a", made.question_set())], version=V)

    assert made.answer().snapshot.sha256[:16].encode() in reprinted
    assert made.question_set().snapshot.sha256[:16].encode() in b"".join(store.lines([graph]))


def test_a_changed_file_replaces_what_it_gave() -> None:
    store, old = open_store(), made.other_set()
    load(store, [made.arrive("a", old)], version=V)
    for subject in ("iets anders", "nog iets", "aaa", "zzz"):
        new = made.changed(old, subject)
        report = load(store, [made.arrive("a", new)], version=V)
        assert count(report) == (0, 1, 0, 0, 0)
        assert dump(store) == fresh(made.arrive("a", new))


def test_a_file_that_becomes_another_document_takes_the_old_one_away() -> None:
    store = open_store()
    load(store, [made.arrive("a", made.other_set()), made.arrive("b", made.letter())], version=V)
    report = load(store, [made.arrive("a", made.question_set())], version=V)

    assert dump(store) == fresh(made.arrive("a", made.question_set()), made.arrive("b", made.letter()))
    assert report.removed > 0


def test_a_copy_keeps_a_document_alive() -> None:
    store = open_store()
    load(store, [made.arrive("a", made.other_set()), made.arrive("b", made.other_set())], version=V)
    load(store, [made.arrive("a", made.letter())], version=V)
    assert dump(store) == fresh(made.arrive("a", made.letter()), made.arrive("b", made.other_set()))

    load(store, [made.arrive("b", made.letter())], version=V)
    assert dump(store) == fresh(made.arrive("a", made.letter()))


def test_a_loser_is_read_again_when_its_winner_goes() -> None:
    asking, reply = made.arrive("vragen", made.question_set()), made.arrive("antwoord", made.answer())
    for order in ((0, 1), (1, 0)):
        store = open_store()
        load(store, [asking, reply], version=V)
        files = [made.arrive("vragen", made.letter()), reply]
        report = load(store, [files[at] for at in order], version=V)

        assert report.read_again == []
        assert dump(store) == fresh(*files)


def test_a_loser_that_is_not_at_hand_is_read_at_the_next_load() -> None:
    asking, reply = made.arrive("vragen", made.question_set()), made.arrive("antwoord", made.answer())
    store = open_store()
    load(store, [asking, reply], version=V)
    report = load(store, [made.arrive("vragen", made.letter())], version=V)
    assert report.read_again == ["antwoord"]
    assert iris.doc_graph(f"kv-tk-{made.CASE}") not in store.graphs()

    load(store, [reply], version=V)
    assert dump(store) == fresh(made.arrive("vragen", made.letter()), reply)


def test_another_loader_version_reads_again_and_keeps_what_is_the_same() -> None:
    store = open_store()
    load(store, made.arrivals(made.dossier()), version="1")
    before = dump(store)
    report = load(store, made.arrivals(made.dossier()), version="2")

    assert count(report) == (0, 5, 0, 0, 0)
    assert not report.wrote
    assert dump(store) == before
    assert count(load(store, made.arrivals(made.dossier()), version="2")) == (0, 0, 5, 0, 0)


def failing(source: str, sha: str = "f" * 64, reason: str = "Er staat niets in.") -> Arrival:
    return made.arrive(source, Failure(source, "empty", reason, sha))


def failures(store: OxigraphStore) -> list[tuple[str | None, ...]]:
    return store.query(
        "PREFIX kg: <https://w3id.org/kamergraaf/def#> SELECT ?name ?code ?why "
        "{ ?f a kg:LoadFailure ; kg:sourceName ?name ; kg:failureCode ?code ; kg:failureReason ?why } "
        "ORDER BY ?name"
    ).values()


def test_failures_are_kept_once_and_the_rest_loads() -> None:
    store = open_store()
    files = [failing("leeg.pdf"), *made.arrivals(made.dossier())]
    report = load(store, files, version=V)
    assert count(report) == (5, 0, 0, 0, 1)
    before = dump(store, whole=True)
    report = load(store, files, version=V)

    assert count(report) == (0, 0, 5, 0, 1)
    assert report.failed[0].reason == "Er staat niets in."
    assert dump(store, whole=True) == before
    assert failures(store) == [("leeg.pdf", "empty", "Er staat niets in.")]


def test_a_failure_is_gone_when_the_file_can_be_read() -> None:
    store = open_store()
    load(store, [failing("a")], version=V)
    load(store, [failing("a", "e" * 64, "Nu anders.")], version=V)
    assert failures(store) == [("a", "empty", "Nu anders.")]
    load(store, [made.arrive("a", made.letter())], version=V)

    assert failures(store) == []
    assert dump(store) == fresh(made.arrive("a", made.letter()))


def test_a_failing_file_keeps_what_it_gave_before() -> None:
    store = open_store()
    load(store, [made.arrive("a", made.letter())], version=V)
    before = dump(store)
    report = load(store, [failing("a")], version=V)

    assert count(report) == (0, 0, 0, 0, 1)
    assert dump(store) == before
    load(store, [made.arrive("a", made.letter())], version=V)
    assert failures(store) == []


def test_a_file_that_cannot_be_opened_is_a_failure_each_time() -> None:
    store = open_store()
    for _ in range(2):
        report = load(store, [failing("dicht", "")], version=V)
        assert len(report.failed) == 1
    assert len(failures(store)) == 1


@pytest.mark.parametrize("batch", [1, 3000, 1 << 30])
def test_large_changes_are_written_in_batches(batch: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commit, "BATCH", batch)
    old = {f"{n}": made.numbered(n) for n in range(12)}
    new = {name: made.changed(record, f"anders {name}") for name, record in old.items()}
    new |= {f"{n}": made.numbered(n) for n in range(12, 20)}
    store = open_store()
    load(store, made.arrivals(old), version=V)
    report = load(store, made.arrivals(new), version=V)

    assert count(report) == (8, 12, 0, 0, 0)
    assert dump(store) == fresh(*made.arrivals(new))


LOADER = """
import os, sys, time
from pathlib import Path
from graph.loading import commit
from graph.load import load
from graph.store import open_store
from tests.graph import made
folder, count, slow, version = sys.argv[1], int(sys.argv[2]), float(sys.argv[3]), sys.argv[4]
commit.BATCH = int(sys.argv[5])
def files():
    for n in range(count):
        record = made.numbered(n, 10)
        if version == "2":
            record = made.changed(record, f"anders {n}")
        time.sleep(slow)
        yield made.arrive(f"{n}", record)
    print("read", flush=True)
load(open_store(folder), files(), version=version, progress=lambda *step: print(*step, flush=True))
print("done", flush=True)
"""


def loader(
    folder: Path, count: int, slow: float = 0, version: str = "1", batch: int = 50_000
) -> subprocess.Popen[bytes]:
    code = [sys.executable, "-c", LOADER, str(folder), str(count), str(slow), version, str(batch)]
    root = Path(__file__).parents[2]
    return subprocess.Popen(
        code, stdout=subprocess.PIPE, cwd=root, env={**os.environ, "PYTHONPATH": str(root)}
    )


def await_line(process: subprocess.Popen[bytes], start: bytes) -> None:
    assert process.stdout
    for line in process.stdout:
        if line.startswith(start):
            return
    raise AssertionError(f"{start!r} never came")


def finish(folder: Path, count: int, version: str = "1") -> bytes:
    process = loader(folder, count, version=version)
    process.communicate()
    assert process.returncode == 0
    with open_store(folder) as store:
        return dump(store)


def test_kill_while_reading_then_load_again(tmp_path: Path) -> None:
    undisturbed = finish(tmp_path / "calm", 60)
    with loader(tmp_path / "store", 60, slow=0.02) as process:
        await_line(process, b"30 read")
        process.kill()
    assert spool_folder(tmp_path / "store").exists()

    with open_store(tmp_path / "store") as store:
        assert store.graphs() == []
    assert not spool_folder(tmp_path / "store").exists()
    assert finish(tmp_path / "store", 60) == undisturbed


@pytest.mark.parametrize("wait", [0.0, 0.05, 0.3])
def test_kill_while_writing_changes_then_load_again(tmp_path: Path, wait: float) -> None:
    finish(tmp_path / "store", 40)
    finish(tmp_path / "calm", 40)
    undisturbed = finish(tmp_path / "calm", 48, version="2")
    with loader(tmp_path / "store", 48, version="2") as process:
        await_line(process, b" writing")
        time.sleep(wait)
        process.kill()

    assert finish(tmp_path / "store", 48, version="2") == undisturbed


def test_interrupt_while_reading_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    before = finish(tmp_path / "store", 5)
    with loader(tmp_path / "store", 400, slow=0.02) as process:
        await_line(process, b"20 read")
        process.send_signal(signal.SIGINT)
    assert process.returncode not in {0, None}
    assert not spool_folder(tmp_path / "store").exists()

    with open_store(tmp_path / "store") as store:
        assert dump(store) == before


@pytest.mark.parametrize("wait", [0.0, 0.1, 0.4])
def test_interrupt_while_writing_leaves_all_or_nothing(tmp_path: Path, wait: float) -> None:
    with loader(tmp_path / "store", 60) as process:
        await_line(process, b" writing")
        time.sleep(wait)
        process.send_signal(signal.SIGINT)
        process.communicate()
    whole = fresh(*(made.arrive(f"{n}", made.numbered(n, 10)) for n in range(60)))
    with open_store(tmp_path / "store") as store:
        # An interrupt that comes when all is written, and the process has not ended yet, undoes nothing.
        assert dump(store) in ({whole} if process.returncode == 0 else {whole, b""})
    assert [file.name for file in tmp_path.iterdir()] == ["store"]
    assert finish(tmp_path / "store", 60) == whole


def test_interrupt_in_a_single_write_comes_too_late(tmp_path: Path) -> None:
    with loader(tmp_path / "store", 60, batch=1 << 30) as process:
        await_line(process, b" writing")
        process.send_signal(signal.SIGINT)
        process.communicate()
    whole = fresh(*(made.arrive(f"{n}", made.numbered(n, 10)) for n in range(60)))
    with open_store(tmp_path / "store") as store:
        assert dump(store) in {whole, b""}


def test_a_store_for_reading_is_left_alone(tmp_path: Path) -> None:
    with open_store(tmp_path / "store") as store:
        load(store, [made.arrive("a", made.letter())], version=V)
    read_only = open_store(tmp_path / "store", read_only=True)
    before = dump(read_only, whole=True)
    with pytest.raises(StoreError, match="reading only"):
        load(read_only, [made.arrive("b", made.other_set())], version=V)

    assert dump(read_only, whole=True) == before


def test_a_full_disk_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    before = finish(tmp_path / "store", 5)
    code = LOADER.replace(
        "load(open_store",
        "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, resource.RLIM_INFINITY))\nload(open_store",
    )
    root = Path(__file__).parents[2]
    run = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "store"), "100", "0", "1", "50000"],
        env={**os.environ, "PYTHONPATH": str(root)}, capture_output=True, check=False,
    )  # fmt: skip
    assert run.returncode != 0
    assert b"StoreError" in run.stderr
    assert not spool_folder(tmp_path / "store").exists()
    with open_store(tmp_path / "store") as store:
        assert dump(store) == before


def test_shuffled_folders_give_the_same_store() -> None:
    files = made.arrivals({f"{n}": made.numbered(n) for n in range(40)})
    expected = fresh(*files)
    random.Random(7).shuffle(files)  # noqa: S311 - a shuffle, no secret

    assert fresh(*files) == expected
