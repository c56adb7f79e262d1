"""Positions of nodes, computed before the page is written.

The browser runs no physics: a page of 100 nodes that settles by itself takes seconds, a
fixed one is drawn at once. rustworkx's spring layout was the fastest of the permissive
libraries measured (0.04 s for 240 nodes, 0.65 s for 890; networkx spring 0.11 and 4.3 s,
forceatlas2 0.31 and 4.7 s) and kept nodes furthest apart for the same length of edge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import networkx as nx
    import numpy as np
    import rustworkx as rx
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

__all__ = ["positions"]

_SEED = 7
_ROUNDS = 200  # more rounds change nothing visible: 200 and 500 measured alike
_UNFOLDABLE = 300  # Kamada-Kawai is cubic: 0.2 s at 240 nodes, 3 s at 890
_EDGE = 110.0  # mean length of an edge, in canvas units (pixels at scale 1)
_GAP = 46.0  # distance that nine in ten nodes keep from their nearest neighbour
_APART = 38.0  # least distance between two nodes, as far as the pushes below get
_SAME = 1e-6  # distance at which two nodes lie in one place
_PUSHES = 15
_STRETCH = 2.5  # how far a crowded component may grow to keep that distance
_MARGIN = 90.0  # room round a component, for labels
_ASPECT = 1.5  # width to height of the whole, that of a canvas beside a panel


def positions(graph: nx.Graph[str]) -> dict[str, tuple[float, float]]:
    """Place every node of `graph`, in canvas units, y downwards; the same graph gives the same places.

    Each connected component is laid out by itself, turned so that its long side lies flat, and packed
    beside the others so that no two overlap.
    """
    import networkx as nx  # noqa: PLC0415 - heavy, and only pages need it

    plain = nx.Graph()
    plain.add_nodes_from(sorted(graph))
    plain.add_edges_from(sorted({(min(a, b), max(a, b)) for a, b in graph.edges() if a != b}))
    components = sorted(
        (sorted(part) for part in nx.connected_components(plain)), key=lambda part: (-len(part), part)
    )
    boxes = [_component(plain, part) for part in components]
    placed: dict[str, tuple[float, float]] = {}
    for part, points, corner in zip(components, boxes, _packed(boxes), strict=True):
        for node, (x, y) in zip(part, points + corner, strict=True):
            placed[node] = (round(float(x), 1), round(float(y), 1))
    return placed


def _component(graph: nx.Graph[str], part: Sequence[str]) -> Points:
    """Lay out one connected component; the box of the result starts at (0, 0)."""
    import numpy as np  # noqa: PLC0415 - heavy, and only pages need it
    import rustworkx as rx  # noqa: PLC0415 - likewise

    if len(part) == 1:
        return np.zeros((1, 2))
    index = {node: i for i, node in enumerate(part)}
    edges = [(index[a], index[b]) for a, b in graph.subgraph(part).edges()]
    native: rx.PyGraph[None, None] = rx.PyGraph()
    native.add_nodes_from([None] * len(part))
    native.add_edges_from_no_data(sorted((min(edge), max(edge)) for edge in edges))
    begin = _unfolded(native) if len(part) <= _UNFOLDABLE else None
    laid = rx.spring_layout(native, pos=begin, seed=_SEED, num_iter=_ROUNDS)
    points = _flat(np.array([laid[i] for i in range(len(part))], dtype=np.float64))
    ends = np.array(edges)
    lengths = np.linalg.norm(points[ends[:, 0]] - points[ends[:, 1]], axis=1)
    points *= _EDGE / max(float(lengths.mean()), 1e-9)
    return _roomy(points)


def _unfolded(native: rx.PyGraph[None, None]) -> dict[int, tuple[float, float]]:
    """Give places by path length (Kamada-Kawai): a start without the folds that springs cannot undo."""
    import rustworkx as rx  # noqa: PLC0415 - heavy, and only pages need it

    return {i: (place[0], place[1]) for i, place in rx.kamada_kawai_layout(native).items()}


def _flat(points: Points) -> Points:
    """Turn the points so that their widest direction lies horizontally."""
    import numpy as np  # noqa: PLC0415 - heavy, and only pages need it

    centred = points - points.mean(axis=0)
    _, axes = np.linalg.eigh(np.cov(centred.T))
    wide = axes[:, 1] if axes[0, 1] >= 0 else -axes[:, 1]  # an axis has no sign of its own
    turn = np.array([[wide[0], -wide[1]], [wide[1], wide[0]]])
    turned: Points = centred @ turn
    return turned


def _roomy(points: Points) -> Points:
    """Scale up a crowded component, and move it to the origin."""
    import numpy as np  # noqa: PLC0415 - heavy, and only pages need it

    distances = np.linalg.norm(points[:, None] - points[None], axis=2)
    np.fill_diagonal(distances, np.inf)
    crowding = _GAP / max(float(np.percentile(distances.min(axis=1), 10)), 1e-9)
    scaled = _apart(points * min(max(crowding, 1.0), _STRETCH))
    moved: Points = scaled - scaled.min(axis=0)
    return moved


def _apart(points: Points) -> Points:
    """Push nodes that lie on or almost on one another apart: springs leave twins in one place."""
    import numpy as np  # noqa: PLC0415 - heavy, and only pages need it

    points = points.copy()
    for _ in range(_PUSHES):
        distances = np.linalg.norm(points[:, None] - points[None], axis=2)
        first, second = np.nonzero(np.triu(distances < _APART, k=1))
        if not len(first):
            break
        apart = points[second] - points[first]
        # Exactly equal places have no direction between them; the index gives one.
        angle = 2.4 * second
        apart[distances[first, second] < _SAME] = np.stack([np.cos(angle), np.sin(angle)], axis=1)[
            distances[first, second] < _SAME
        ]
        length = np.linalg.norm(apart, axis=1)
        push = apart / length[:, None] * np.maximum(_APART - distances[first, second], 0)[:, None] * 0.55
        np.add.at(points, second, push)
        np.subtract.at(points, first, push)
    return points


def _packed(boxes: Sequence[Points]) -> list[tuple[float, float]]:
    """Top left corner of each box, on shelves, such that no two boxes come closer than the margin."""
    sizes = [tuple(float(side) + _MARGIN for side in box.max(axis=0)) for box in boxes]
    area = sum(width * height for width, height in sizes)
    limit = max([(area * _ASPECT) ** 0.5, *(width for width, _ in sizes)])
    corners = [(0.0, 0.0)] * len(sizes)
    x = y = shelf = 0.0
    for i in sorted(range(len(sizes)), key=lambda i: (-sizes[i][1], i)):
        width, height = sizes[i]
        if x + width > limit + 1e-6:
            x, y, shelf = 0.0, y + shelf, 0.0
        corners[i] = (x, y)
        x, shelf = x + width, max(shelf, height)
    return corners
