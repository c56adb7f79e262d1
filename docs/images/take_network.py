"""Take the picture of the README: the network page of the sample dossier, in Chromium, network off.

python docs/images/take_network.py [FILE]
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import kamergraaf
from viz.page import write

TARGET = Path(__file__).with_name("network.png")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main(target: Path = TARGET) -> None:
    """Draw the page and photograph it as soon as it says that it is painted."""
    with tempfile.TemporaryDirectory() as folder, kamergraaf.open(kamergraaf.MEMORY) as graph:
        graph.load(kamergraaf.SAMPLE)
        page = Path(folder) / "network.html"
        write(graph.network("kv-tk-2031Z00412", hops=2), page, "Vragen 2031Z00412")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=next(filter(None, map(shutil.which, BROWSERS))), args=["--no-sandbox"]
            )
            context = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True)
            shown = context.new_page()
            shown.goto(page.as_uri())
            shown.wait_for_selector("html[data-painted]", state="attached")
            shown.screenshot(path=target)
            browser.close()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
