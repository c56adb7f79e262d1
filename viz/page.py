"""The network page: one HTML file that needs no network, no server and no physics.

pyvis makes the page through its own extension point, a template of ours with escaping
on. Its stock template asks two CDNs for style sheets even when told to write in line, prints
headings and menus unescaped, and puts titles in `innerHTML` once one of them holds
"href"; none of that is in ours.
"""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

from ontology.errors import KamergraafError
from viz.assets import TEMPLATES, network_scripts, policy, text
from viz.drawing import drawn
from viz.palette import style_of

if TYPE_CHECKING:
    from pathlib import Path

    from graph.network import Network

__all__ = ["LANGUAGES", "PageError", "render", "write"]

LANGUAGES = ("nl", "en")


class PageError(KamergraafError):
    """A page cannot be written, or is asked for in a language it does not have."""


def render(network: Network, title: str, *, language: str = "nl") -> str:
    """Give the HTML of a page that shows `network` under `title`.

    `language` is the one a reader sees first (`nl` or `en`); the page switches between both.
    The same network gives the same text.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 - only pages need it

    if language not in LANGUAGES:
        raise PageError(f"a page has no language '{language}'; choose one of {', '.join(LANGUAGES)}")
    page, scripts, style = drawn(network), network_scripts(), text("network.css")
    page.templateEnv = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    page.path = "network.html.j2"
    page.templateEnv.globals.update(
        title=" ".join(title.split()) or "Kamergraaf",
        language=language,
        words=_words(),
        policy=policy(scripts, style),
        style=style,
        scripts=scripts,
        legend=_legend(page.nodes),
        rows=sorted(
            page.nodes, key=lambda node: (node["kinds"]["nl"], node["date"], node["label"], node["iri"])
        ),
        dates=_range(page.nodes),
        left_out=network.left_out,
    )
    html: str = page.generate_html()
    return html


def write(network: Network, path: Path, title: str, *, language: str = "nl") -> None:
    """Write the page of `network` to `path`, in UTF-8 whatever the locale."""
    html = render(network, title, language=language)
    try:
        path.write_bytes(html.encode("utf-8"))
    except OSError as error:
        raise PageError(
            f"{path}: the page cannot be written ({error.strerror}); choose another place"
        ) from error


@cache
def _words() -> dict[str, dict[str, str]]:
    """Give the words of the page itself, by language."""
    words: dict[str, dict[str, str]] = json.loads((TEMPLATES / "words.json").read_text(encoding="utf-8"))
    return words


def _legend(nodes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One row a class that occurs: names, number of nodes, colour and shape; the most frequent first."""
    counts = Counter(node["kind"] for node in nodes)
    names = {node["kind"]: node["kinds"] for node in nodes}
    order = sorted(counts, key=lambda kind: (-counts[kind], kind))
    return [
        {
            "kind": kind,
            "names": names[kind],
            "count": counts[kind],
            "colour": style_of(kind).colour,
            "shape": style_of(kind).shape,
        }
        for kind in order
    ]


def _range(nodes: list[dict[str, Any]]) -> tuple[str, str] | None:
    """First and last date in the network, ISO, or nothing where no node has a date."""
    dates = sorted(node["date"] for node in nodes if node["date"])
    return (dates[0], dates[-1]) if dates else None
