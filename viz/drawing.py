"""A network as pyvis holds it: lists of nodes and edges with fixed places, ready for a template."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from viz.layout import positions
from viz.palette import BACKGROUND, style_of

if TYPE_CHECKING:
    from graph.network import Network

__all__ = ["drawn", "safe_link"]

_LARGEST = 26.0  # radius, in pixels at scale 1
_CROWD = 250  # nodes; a larger drawing is shown smaller, so that its nodes are drawn larger

_OPTIONS: dict[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    # The page draws the labels itself, at one size on screen and without overlap.
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3, "font": {"size": 0}},
    "edges": {
        "smooth": False,
        "width": 1.2,
        "selectionWidth": 0.8,
        "hoverWidth": 0.6,
        "color": {"color": "#b4bec8", "hover": "#33404d", "highlight": "#33404d", "inherit": False},
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.45}},
        "font": {"size": 0},
    },
    "interaction": {"hover": True, "tooltipDelay": 120, "keyboard": False, "selectConnectedEdges": True},
}


def drawn(network: Network) -> Any:
    """Give a `pyvis.network.Network` with every node placed, coloured, and named by number.

    The lists are filled directly: pyvis's own `add_node` and `add_edge` look through all nodes, and
    without direction through all edges, at each call. Ids are `n0`, `n1` and so on, so that no text
    of the data is ever one, and `title` is plain text: vis-network shows it as such.
    """
    from pyvis.edge import Edge  # noqa: PLC0415 - heavy: pyvis brings IPython along
    from pyvis.network import Network as Pyvis  # noqa: PLC0415 - likewise
    from pyvis.node import Node  # noqa: PLC0415 - likewise

    graph = network.graph
    places = positions(graph)
    ids = {node: f"n{i}" for i, node in enumerate(graph)}
    page = Pyvis(directed=True, height="100%", width="100%", bgcolor=BACKGROUND)
    page.options = _OPTIONS
    page.node_ids = list(ids.values())
    for node, name in ids.items():
        facts, degree = graph.nodes[node], graph.degree(node)
        page.nodes.append(
            Node(name, **_look(facts, degree, places[node], is_start=node in network.start)).options
        )
    larger = min(max((len(ids) / _CROWD) ** 0.5, 1.0), 1.25)
    for look in page.nodes:
        look["size"] = round(look["size"] * larger, 1)
    page.node_map = {node["id"]: node for node in page.nodes}
    seen: dict[tuple[str, str], int] = {}
    for i, (a, b, facts) in enumerate(graph.edges(data=True)):
        pair = (min(a, b), max(a, b))
        bend = _bend(seen.get(pair, 0))
        seen[pair] = seen.get(pair, 0) + 1
        names = {
            "nl": str(facts.get("label", "")),
            "en": str(facts.get("label_en") or facts.get("label", "")),
        }
        page.edges.append(Edge(ids[a], ids[b], directed=True, id=f"e{i}", names=names, **bend).options)
    return page


def _look(
    facts: dict[str, Any], degree: int, place: tuple[float, float], *, is_start: bool
) -> dict[str, Any]:
    """Options of one node: what vis-network draws, and what the details panel tells."""
    kind = str(facts.get("kind", ""))
    style = style_of(kind)
    label = str(facts.get("label") or facts.get("iri", ""))
    label_en = str(facts.get("label_en") or label)
    date = str(facts.get("date", ""))
    kinds = {tag: _capital(str(facts.get(f"kind_{tag}") or "?")) for tag in ("nl", "en")}
    return {
        "label": label,
        "labels": {"nl": label, "en": label_en},
        "title": "\n".join(line for line in (label, " · ".join(filter(None, (kinds["nl"], date)))) if line),
        "shape": style.shape,
        "color": {
            "background": style.colour,
            "border": "#ffffff",
            "highlight": {"background": style.colour, "border": "#111820"},
            "hover": {"background": style.colour, "border": "#111820"},
        },
        "size": round(min(style.radius + (degree**0.5 - 1) * 1.6 + 3 * is_start, _LARGEST), 1),
        "x": place[0],
        "y": place[1],
        "kind": kind,
        "kinds": kinds,
        "date": date,
        "text": str(facts.get("title", "")),
        "iri": str(facts.get("iri", "")),
        "page": safe_link(str(facts.get("page", ""))),
        "degree": degree,
        "start": is_start,
    }


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _bend(earlier: int) -> dict[str, Any]:
    """Curve an edge away from `earlier` ones between the same two nodes."""
    if not earlier:
        return {}
    return {"smooth": {"enabled": True, "type": "curvedCW", "roundness": round(0.15 * earlier, 2)}}


def safe_link(address: str) -> str:
    """Give an address that may become a link: http or https with a host; else nothing."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in {"http", "https"} and parts.netloc else ""
