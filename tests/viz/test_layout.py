from __future__ import annotations

import math
from itertools import combinations

import networkx as nx

from tests.viz.networks import large, small
from viz.layout import positions


def test_every_node_has_a_place_and_the_places_are_the_same_each_time() -> None:
    graph = large(10).graph

    first, second = positions(graph), positions(graph)

    assert first == second
    assert first.keys() == set(graph)


def test_no_two_nodes_come_near_each_other() -> None:
    places = positions(large(20).graph)

    assert min(math.dist(a, b) for a, b in combinations(places.values(), 2)) > 20


def test_twins_that_springs_would_lay_in_one_place_are_apart() -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from((hub, f"x{i}") for hub in "abc" for i in range(12))
    places = positions(graph)

    assert min(math.dist(places[a], places[b]) for a, b in combinations("abc", 2)) > 20


def test_components_lie_side_by_side_without_meeting() -> None:
    graph: nx.Graph[str] = nx.Graph()
    for number in range(12):
        nx.add_cycle(graph, [f"{number}.{place}" for place in range(3 + number)])
    graph.add_nodes_from(["los1", "los2"])
    places = positions(graph)
    boxes = []
    for part in nx.connected_components(graph):
        xs, ys = zip(*(places[node] for node in part), strict=True)
        boxes.append((min(xs), max(xs), min(ys), max(ys)))

    meeting = [
        (a, b)
        for a, b in combinations(boxes, 2)
        if a[0] <= b[1] and b[0] <= a[1] and a[2] <= b[3] and b[2] <= a[3]
    ]

    assert meeting == []
    width, height = max(box[1] for box in boxes), max(box[3] for box in boxes)
    assert 0.6 < width / height < 3


def test_a_long_chain_lies_flat() -> None:
    chain: nx.Graph[str] = nx.Graph()
    nx.add_path(chain, [f"{place:02}" for place in range(20)])

    xs, ys = zip(*positions(chain).values(), strict=True)

    assert max(xs) - min(xs) > 3 * (max(ys) - min(ys))


def test_loops_parallel_edges_and_nothing_at_all_are_no_trouble() -> None:
    graph = small().graph.copy()
    node = next(iter(graph))
    graph.add_edge(node, node)

    assert positions(graph).keys() == set(graph)
    assert positions(nx.MultiDiGraph()) == {}
