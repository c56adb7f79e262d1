"""The page as text: what stands in it, the same each time, in whatever locale it is written."""

from __future__ import annotations

import base64
import hashlib
import re
import subprocess
import sys
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import networkx as nx
import pytest

from graph.network import Network
from tests.viz.networks import add, large, small
from viz.page import PageError, render, write

ROOT = Path(__file__).parents[2]


class Reader(HTMLParser):
    """Collects what a page would fetch or run."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.handlers: list[str] = []
        self.scripts: list[str] = []
        self._runs = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self._runs = tag == "script" and "type" not in found
        if tag != "a":
            self.addresses += [
                found[name] or "" for name in ("src", "href", "data", "srcset") if name in found
            ]
        self.handlers += [name for name in found if name.startswith("on") or name == "style"]

    def handle_endtag(self, tag: str) -> None:
        self._runs = self._runs and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._runs:
            self.scripts.append(data)


def test_the_page_names_nothing_to_fetch_and_no_inline_handler() -> None:
    page = Reader(render(small(), "Proef"))

    assert page.addresses == []
    assert page.handlers == []


def test_the_policy_lets_run_the_scripts_of_the_page_and_nothing_else() -> None:
    text = render(small(), "Proef")
    found = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert found
    policy = unescape(found[1])
    hashes = {base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in Reader(text).scripts}
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))

    assert rules["default-src"] == "'none'"
    assert set(re.findall(r"'sha256-([^']*)'", rules["script-src"])) == hashes
    assert "unsafe" not in policy


def test_the_library_asks_for_no_source_map() -> None:
    assert "sourceMappingURL" not in render(small(), "Proef")


def test_ids_in_the_page_come_from_no_data() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    add(graph, '"><script>', "Question", "Vraag 1")
    text = render(Network(graph), "Proef")

    assert '"id": "n0"' in text
    assert '"><script>' not in text


def test_the_same_network_gives_the_same_page() -> None:
    assert render(large(10), "Proef") == render(large(10), "Proef")


def test_the_order_in_which_edges_were_added_does_not_move_nodes() -> None:
    network = small()
    other: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    other.add_nodes_from(network.graph.nodes(data=True))
    other.add_edges_from(reversed(list(network.graph.edges(keys=True, data=True))))

    places = [
        re.findall(r'"x": [-0-9.]+, "y": [-0-9.]+', render(Network(g), "Proef"))
        for g in (network.graph, other)
    ]

    assert places[0] == places[1]
    assert len(places[0]) == len(network.graph)


def test_the_page_is_written_in_utf8_in_the_c_locale(tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    code = (
        "import sys; from pathlib import Path; from viz.page import write; "
        "from tests.viz.networks import small; "
        "write(small(), Path(sys.argv[1]), 'Verwegi\\u00eb \\u2013 \\U0001f3db')"
    )
    environment = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", code, str(target)], env=environment, check=True, cwd=tmp_path)

    assert "<h1>Verwegië – 🏛</h1>" in target.read_bytes().decode("utf-8")


def test_writing_leaves_nothing_beside_the_page(tmp_path: Path) -> None:
    write(small(), tmp_path / "page.html", "Proef")

    assert [path.name for path in tmp_path.rglob("*")] == ["page.html"]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(PageError, match=r"nowhere.*page\.html: the page cannot be written"):
        write(small(), tmp_path / "nowhere" / "page.html", "Proef")


def test_a_language_the_page_does_not_have_is_refused() -> None:
    with pytest.raises(PageError, match="no language 'fr'; choose one of nl, en"):
        render(small(), "Proef", language="fr")


def test_both_languages_have_the_same_words() -> None:
    from viz.page import _words  # noqa: PLC0415 - a test of what no one else needs

    words = _words()

    assert words["nl"].keys() == words["en"].keys()
    used = {path.name: path.read_text("utf-8") for path in (ROOT / "viz" / "templates").iterdir()}
    del used["words.json"]
    unused = [key for key in words["nl"] if not any(re.search(rf"\b{key}\b", text) for text in used.values())]
    assert unused == []
