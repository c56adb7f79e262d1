"""Take the picture of timelines: the page of the sample dossier, in Chromium, network off.

python docs/images/take_timeline.py [FILE]
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import kamergraaf
from kamergraaf.policies import asked, events
from kamergraaf.policies import page as drawn

TARGET = Path(__file__).with_name("timeline.png")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main(target: Path = TARGET) -> None:
    """Draw the page and photograph its head and its drawing."""
    about = asked(("besluitmoratorium", "vertrekmoratorium"), ("ERI",))
    with tempfile.TemporaryDirectory() as folder, kamergraaf.open(kamergraaf.MEMORY) as graph:
        graph.load(kamergraaf.SAMPLE)
        page = Path(folder) / "timeline.html"
        page.write_text(drawn(events(graph.store, about), about), "utf-8")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=next(filter(None, map(shutil.which, BROWSERS))), args=["--no-sandbox"]
            )
            shown = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True).new_page()
            shown.goto(page.as_uri())
            shown.wait_for_selector("html[data-painted]", state="attached")
            drawing = shown.locator("svg.wide").bounding_box()
            bottom = drawing["y"] + drawing["height"] + 20 if drawing else 800
            shown.screenshot(
                path=target, clip={"x": 0, "y": 0, "width": 1280, "height": bottom}, full_page=True
            )
            browser.close()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
