"""How long a network page takes: places of the nodes, writing the page, and first paint in Chromium.

    python benchmarks/network.py [--nodes 300 1000] [--rounds 3]

Draws invented question sets that share members, posts and papers. First paint is the time from opening
the file until the drawing with its labels stands on the canvas, in headless Chromium without a GPU and
without a network; the best of the rounds counts. Where no Chromium is found that column stays empty.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from graph.network import Network
from tests.viz.networks import large
from viz.layout import positions
from viz.page import write

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_WIDTHS = (6, 7, 10, 14, 9, 16)
_A_SET = 12
"""Nodes a question set brings, more or less."""


def sized(nodes: int) -> Network:
    """Give a network of at least so many nodes, with as few sets as that takes."""
    sets = max(nodes // _A_SET, 1)
    while len((network := large(sets)).graph) < nodes:
        sets += 1
    return network


def best(work: Callable[[], object], rounds: int) -> float:
    """Seconds of the fastest round."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def painted(browser: Browser, page: Path, rounds: int) -> float:
    """Milliseconds until the first paint, of the fastest round."""
    times = []
    for _ in range(rounds):
        context = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True)
        tab = context.new_page()
        tab.goto(page.as_uri())
        tab.wait_for_selector("html[data-painted]", state="attached")
        times.append(float(tab.evaluate("document.documentElement.dataset.painted")))
        context.close()
    return min(times)


def row(network: Network, folder: Path, rounds: int, browser: Browser | None) -> str:
    """One line of the table."""
    graph, page = network.graph, folder / "page.html"
    places = best(lambda: positions(graph), rounds)
    writing = best(lambda: write(network, page, "Meting"), rounds)
    paint = f"{painted(browser, page, rounds):.0f}" if browser else "-"
    size = page.stat().st_size / 1000
    cells = (len(graph), graph.number_of_edges(), f"{places:.2f}", f"{writing:.2f}", f"{size:.0f}", paint)
    return line(cells)


def line(cells: Sequence[object]) -> str:
    """Cells under one another, to the right."""
    return "".join(f"{cell!s:>{width}}" for cell, width in zip(cells, _WIDTHS, strict=True))


def main() -> None:
    """Measure each size and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--nodes", type=int, nargs="+", default=[300, 1000])
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    print(line(("nodes", "edges", "layout s", "whole page s", "page kB", "first paint ms")))
    found = next(filter(None, map(shutil.which, _BROWSERS)), None)
    with tempfile.TemporaryDirectory() as folder:
        if found is None:
            for nodes in chosen.nodes:
                print(row(sized(nodes), Path(folder), chosen.rounds, None))
            return
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where there is a browser

        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=found,
                args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
            )
            for nodes in chosen.nodes:
                print(row(sized(nodes), Path(folder), chosen.rounds, browser))
            browser.close()


if __name__ == "__main__":
    main()
