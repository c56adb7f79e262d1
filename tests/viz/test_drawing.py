from __future__ import annotations

import sys
from collections import Counter
from types import FrameType

import networkx as nx
import pytest

from graph.network import Network
from tests.viz.networks import add, large, small, tie
from viz.drawing import drawn, safe_link


def calls(network: Network) -> Counter[str]:
    """Count calls of Python and C functions while a network is put into pyvis."""
    seen: Counter[str] = Counter()

    def note(frame: FrameType, event: str, argument: object) -> None:
        if event == "call":
            seen[f"{frame.f_globals.get('__name__')}.{frame.f_code.co_name}"] += 1
        elif event == "c_call":
            seen[getattr(argument, "__qualname__", str(argument))] += 1

    sys.setprofile(note)
    try:
        drawn(network)
    finally:
        sys.setprofile(None)
    return seen


def test_work_grows_with_the_number_of_edges_not_with_its_square() -> None:
    drawn(small())  # imports are not counted
    small_one, large_one = large(15), large(60)
    growth = large_one.graph.number_of_edges() / small_one.graph.number_of_edges()

    few, many = calls(small_one), calls(large_one)

    assert many.total() < 1.3 * growth * few.total()


def test_the_searching_ways_of_pyvis_are_not_taken() -> None:
    slow = {"add_node", "add_edge", "get_nodes"}

    taken = {
        name
        for name in calls(small())
        if name.startswith("pyvis.network.") and name.rsplit(".", 1)[-1] in slow
    }

    assert taken == set()


def test_pyvis_holds_every_node_and_edge_once() -> None:
    network = large(10)
    page = drawn(network)

    assert page.num_nodes() == len(page.nodes) == len(network.graph)
    assert page.num_edges() == network.graph.number_of_edges()
    assert {edge["from"] for edge in page.edges} | {edge["to"] for edge in page.edges} <= set(
        page.get_nodes()
    )
    assert page.get_node("n0")["label"] == "Vragen 2030Z00000"
    assert all(edge["arrows"] == "to" for edge in page.edges)


def test_physics_is_off() -> None:
    assert drawn(small()).options["physics"] == {"enabled": False}


def test_edges_between_the_same_two_nodes_bend_apart() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    a, b = add(graph, "1", "Question", "Vraag 1"), add(graph, "2", "Question", "Vraag 2")
    tie(graph, a, b, "haalt aan", "cites")
    tie(graph, a, b, "volgt op", "follows")

    straight, bent = drawn(Network(graph)).edges

    assert "smooth" not in straight
    assert bent["smooth"]["type"] == "curvedCW"


def test_a_node_without_facts_is_drawn_too() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node("los", iri="https://example.org/los")

    node = drawn(Network(graph)).nodes[0]

    assert (node["label"], node["kinds"]["nl"], node["page"]) == ("https://example.org/los", "?", "")


@pytest.mark.parametrize("address", ["https://example.org/a?b=1#c", "http://example.org"])
def test_web_addresses_are_kept(address: str) -> None:
    assert safe_link(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "https:",
        "//example.org",
        "ftp://x",
        "http://[",
        "",
        "\x01javascript:x",
    ],
)
def test_other_addresses_are_dropped(address: str) -> None:
    assert not safe_link(address)
