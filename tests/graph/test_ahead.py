"""Working ahead in other processes: order, faults, and what becomes of those processes."""

from __future__ import annotations

import math
import os
import signal
import subprocess
import sys
import time
from dataclasses import asdict
from functools import partial
from operator import call
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.load import load
from graph.loading.ahead import Task, ahead
from graph.loading.reading import Arrival
from graph.store import open_store
from kamergraaf.reading import documents
from ontology.iris import PROV_GRAPH
from ontology.records import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "tests" / "cases"
Item = partial[object]


def died(item: Item) -> object:
    return f"died: {item.args}"


def wanted(item: Item) -> bool:
    return item.func is not print


def roots(count: int) -> Iterator[Item]:
    for number in range(count):
        yield partial(math.isqrt, number * number)


@pytest.mark.parametrize("alone", [math.inf, 0.0])
def test_results_come_in_the_order_of_the_items(alone: float) -> None:
    task: Task[Item, object] = Task(call, wanted, died)
    found = [result for _, result in ahead(roots(1000), task, 2, alone=alone)]
    assert found == list(range(1000))


@pytest.mark.parametrize("alone", [math.inf, 0.0])
def test_what_is_not_wanted_passes_in_its_place(alone: float) -> None:
    items = [partial(abs, -1), partial(print, "never"), partial(abs, -2)]
    task: Task[Item, object] = Task(call, wanted, died)
    assert [result for _, result in ahead(items, task, 2, alone=alone)] == [1, None, 2]


def test_of_each_item_it_is_asked_once_whether_it_is_wanted() -> None:
    asked: list[Item] = []
    items = list(roots(500))

    def noted(item: Item) -> bool:
        asked.append(item)
        return True

    task: Task[Item, object] = Task(call, noted, died)
    assert len(list(ahead(items, task, 2, alone=0.0))) == 500
    assert asked == items


def test_work_is_done_elsewhere_once_there_is_much() -> None:
    items: list[Item] = [partial(os.getpid) for _ in range(3)]
    task: Task[Item, object] = Task(call, wanted, died)
    assert {result for _, result in ahead(items, task, 2)} == {os.getpid()}
    assert os.getpid() not in {result for _, result in ahead(items, task, 2, alone=0.0)}


def test_one_job_never_starts_a_process() -> None:
    items: list[Item] = [partial(os.getpid)]
    task: Task[Item, object] = Task(call, wanted, died)
    assert [result for _, result in ahead(items, task, 1, alone=0.0)] == [os.getpid()]


def test_items_are_not_taken_from_their_source_all_at_once() -> None:
    taken = 0

    def counted() -> Iterator[Item]:
        nonlocal taken
        for item in roots(20_000):
            taken += 1
            yield item

    task: Task[Item, object] = Task(call, wanted, died)
    coming = ahead(counted(), task, 2, alone=0.0)
    next(coming)
    assert 0 < taken < 5_000
    coming.close()  # type: ignore[attr-defined]  # it is a generator


def test_an_item_that_ends_its_process_takes_no_other_with_it() -> None:
    items = [*roots(300), partial(os._exit, 3), *roots(300)]
    task: Task[Item, object] = Task(call, wanted, died)
    found = [result for _, result in ahead(items, task, 2, alone=0.0)]
    assert found == [*range(300), "died: (3,)", *range(300)]


def test_an_error_of_the_work_is_raised() -> None:
    task: Task[Item, object] = Task(call, wanted, died)
    with pytest.raises(ValueError, match="nonnegative"):
        list(ahead([partial(math.isqrt, -1)], task, 2, alone=0.0))


def test_a_script_that_no_process_can_import_works_alone(tmp_path: Path) -> None:
    script = tmp_path / "unguarded.py"
    script.write_text(
        "import math, operator\nfrom functools import partial\nfrom graph.loading.ahead import Task, ahead\n"
        "items = [partial(math.isqrt, n * n) for n in range(500)]\n"
        "task = Task(operator.call, bool, repr)\n"
        "print(sum(found for _, found in ahead(items, task, 2, alone=0.0)))\n"
    )
    told = subprocess.run(
        [sys.executable, script],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert told.stdout.splitlines() == [str(sum(range(500)))]


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="children are counted in /proc")
def test_processes_end_with_the_one_that_started_them() -> None:
    asked = (
        "import operator, os\nfrom functools import partial\nfrom graph.loading.ahead import Task, ahead\n"
        "task = Task(operator.call, bool, repr)\n"
        "for _, found in ahead([partial(os.getpid)] * 9999, task, 2, alone=0.0):\n"
        "    print(found, flush=True)\n"
        "    input()\n"
    )
    main = subprocess.Popen(
        [sys.executable, "-c", asked], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert main.stdout
    helper = int(main.stdout.readline())
    assert helper != main.pid
    main.send_signal(signal.SIGKILL)
    main.communicate()
    deadline = time.monotonic() + 20
    while _runs(helper) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _runs(helper)


def _runs(process: int) -> bool:
    """Whether a process runs; one that has ended and is not yet waited for does not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_a_load_by_several_processes_gives_the_same_graphs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.load.ahead", partial(ahead, alone=0.0))
    reports, quads = [], []
    for jobs in (1, 2):
        with open_store(tmp_path / str(jobs)) as store:
            reports.append(load(store, documents([SAMPLES]), version="1", jobs=jobs))
            quads.append(
                {quad for name in store.graphs() if name != PROV_GRAPH for quad in store.quads(name)}
            )
    assert reports[0].added > 10
    assert asdict(reports[0]) == asdict(reports[1])
    assert quads[0] == quads[1]


def test_a_document_that_ends_its_reader_is_told_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.load.ahead", partial(ahead, alone=0.0))
    fatal = Arrival("broken.pdf", "0" * 64, partial(os._exit, 1))
    good = list(documents([SAMPLES / "kv-official" / "input.txt"]))
    with open_store(tmp_path / "store") as store:
        report = load(store, [fatal, *good], version="1", jobs=2)
        assert [(one.source, one.code) for one in report.failed] == [("broken.pdf", "reader-died")]
        assert report.added == 1
        mended = Arrival("broken.pdf", "0" * 64, partial(Failure, "broken.pdf", "empty", "it is empty"))
        assert [one.code for one in load(store, [mended], version="1").failed] == ["empty"]
