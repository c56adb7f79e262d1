"""A real headless Chromium without a network, and pages opened in it as a reader opens them: from disk."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from graph.network import Network
from viz.page import write

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_DESK: ViewportSize = {"width": 1280, "height": 800}
_ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")


@dataclass
class Opened:
    """A page in the browser, and all that it asked for or complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def value(self, expression: str, argument: object = None) -> Any:
        return self.page.evaluate(expression, argument)

    def text(self, selector: str) -> str:
        return self.page.inner_text(selector)

    def settle(self) -> None:
        """Wait until two frames have been drawn."""
        self.value("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def until(self, expression: str) -> None:
        """Wait until an expression holds; playwright's own way needs `eval`, which the policy forbids."""
        for _ in range(250):
            if self.value(expression):
                return
            self.page.wait_for_timeout(20)
        pytest.fail(f"this never held: {expression}")


Open = Callable[..., Opened]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where a browser is wanted

    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        reason = f"no Chromium found (looked for {', '.join(_NAMES)}): the page tests do not run"
        if os.environ.get("KAMERGRAAF_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=list(_ARGUMENTS))
        yield running
        running.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Write a network as a page and open it; `bypass_csp` shows what holds without the policy."""
    contexts: list[BrowserContext] = []

    def opened(
        network: Network,
        title: str = "Proef",
        *,
        bypass_csp: bool = False,
        ready: str = "html[data-painted]",
        size: ViewportSize = _DESK,
    ) -> Opened:
        path = tmp_path / f"page{len(contexts)}.html"
        write(network, path, title)
        context = browser.new_context(
            viewport=size, offline=True, bypass_csp=bypass_csp, reduced_motion="reduce"
        )
        contexts.append(context)
        shown = Opened(context.new_page())
        shown.page.on("request", lambda request: shown.requests.append(request.url))
        shown.page.on("console", lambda message: shown.complaints.append(f"{message.type}: {message.text}"))
        shown.page.on("pageerror", lambda error: shown.complaints.append(str(error)))
        shown.page.goto(path.as_uri())
        shown.page.wait_for_selector(ready, state="attached")
        shown.settle()
        return shown

    yield opened
    for context in contexts:
        context.close()
