"""The timeline page: as text, in a real browser without a network, and without any script."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.viz.conftest import Opened
from tests.viz.events import ENGLISH, TITLE, crowd, event, life
from tests.viz.test_page import Reader
from viz.lanes import Entry, draw
from viz.page import PageError
from viz.textwidth import fitted, width
from viz.timeline import _entry, render

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, ViewportSize

    from graph.policies import Event

    Show = Callable[..., Opened]

TEMPLATES = Path(__file__).parents[2] / "viz" / "templates"
HARM = "<img src=x onerror='window.harm=1'></title><script>window.harm=1</script>"
OVERLAPS = """name => {
  const texts = [...document.querySelectorAll(`svg.${name} a.event text, svg.${name} .name`)]
    .filter(text => getComputedStyle(text).display !== "none");
  const boxes = texts.map(text => [text.textContent, text.getBoundingClientRect()]);
  const found = [];
  boxes.forEach(([a, r], i) => boxes.slice(i + 1).forEach(([b, s]) => {
    if (r.left < s.right && s.left < r.right && r.top < s.bottom - 2 && s.top < r.bottom - 2)
      found.push([a, b]);
  }));
  return found;
}"""
OUTSIDE = """name => {
  const frame = document.querySelector(`svg.${name}`).getBoundingClientRect();
  return [...document.querySelectorAll(`svg.${name} text`)].filter(text => {
    const box = text.getBoundingClientRect();
    const wide = box.left < frame.left - 1 || box.right > frame.right + 1;
    return box.width && (wide || box.bottom > frame.bottom);
  }).map(text => text.textContent);
}"""
SIZES: dict[str, ViewportSize] = {
    "wide": {"width": 1280, "height": 800},
    "medium": {"width": 820, "height": 1000},
    "narrow": {"width": 390, "height": 844},
}


def page(events: list[Event], **more: Any) -> str:
    return render(events, TITLE, english=ENGLISH, **more)


def entries(*decisions: tuple[str, str, str | None]) -> list[Entry]:
    """Decisions on one measure: type, first day, last day."""
    from viz.timeline import _account  # noqa: PLC0415 - a test of what no one else needs

    made = [
        event("decision", first, f"{place}", end=last, detail=kind)
        for place, (kind, first, last) in enumerate(decisions)
    ]
    return [_entry(_account(f"e{place}", one, {}, "nl")) for place, one in enumerate(made)]


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Show]:
    contexts: list[BrowserContext] = []

    def shown(
        html: str, size: ViewportSize = SIZES["wide"], *, scripts: bool = True, bypass_csp: bool = False
    ) -> Opened:
        path = tmp_path / f"page{len(contexts)}.html"
        path.write_text(html, "utf-8")
        context = browser.new_context(
            viewport=size,
            offline=True,
            java_script_enabled=scripts,
            bypass_csp=bypass_csp,
            reduced_motion="reduce",
        )
        contexts.append(context)
        opened = Opened(context.new_page())
        opened.page.on("request", lambda request: opened.requests.append(request.url))
        opened.page.on("console", lambda message: opened.complaints.append(message.text))
        opened.page.on("pageerror", lambda error: opened.complaints.append(str(error)))
        opened.page.goto(path.as_uri())
        return opened

    yield shown
    for context in contexts:
        context.close()


def test_the_page_names_nothing_to_fetch_and_no_inline_handler_or_style() -> None:
    text = page(life())

    assert Reader(text).addresses == []
    assert Reader(text).handlers == []


def test_the_policy_lets_run_the_script_of_the_page_and_nothing_else() -> None:
    text = page(life())
    found = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert found
    hashes = {base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in Reader(text).scripts}

    assert set(re.findall(r"script-src 'sha256-([^']*)'", unescape(found[1]))) == hashes
    assert "default-src 'none'" in unescape(found[1])
    assert "unsafe" not in found[1]


def test_the_same_events_give_the_same_page() -> None:
    assert page(life()) == page(life())


def test_a_language_the_page_does_not_have_is_refused() -> None:
    with pytest.raises(PageError, match="no language 'fr'; choose one of nl, en"):
        page(life(), language="fr")


def test_both_languages_have_the_same_words_and_all_are_used() -> None:
    words = json.loads((TEMPLATES / "timeline.json").read_text("utf-8"))
    used = (TEMPLATES / "timeline.html.j2").read_text("utf-8")
    named = {"introduce", "extend", "amend", "end", "announce", "expected"}
    kinds = {"decision", "question", "answer", "delay", "report", "letter", "motion"}
    named |= kinds | {f"{kind}s" for kind in kinds}

    assert words["nl"].keys() == words["en"].keys()
    assert [key for key in words["nl"] if key not in named and not re.search(rf"\b{key}\b", used)] == []


def test_a_text_is_shortened_at_a_word_until_it_fits() -> None:
    assert fitted("een besluit over dijken", 12, 1000) == "een besluit over dijken"
    assert fitted("een besluit over dijken", 12, width("een besluit over …", 12)) == "een besluit over …"
    assert fitted("besluitmoratorium", 12, 60).endswith(" …")
    assert fitted("besluitmoratorium", 12, 5) == ""


def test_decisions_that_overlap_in_time_stand_on_levels_of_their_own() -> None:
    one, two, three = draw(
        entries(
            ("introduce", "2031-01-01", "2031-06-30"),
            ("extend", "2031-06-01", "2031-12-31"),
            ("extend", "2032-01-01", "2032-06-30"),
        ),
        1240,
    ).bars

    assert one.y == three.y
    assert two.y > one.y
    assert one.x + one.width > two.x


def test_a_bar_ends_where_a_later_decision_ends_the_measure() -> None:
    kept, end = draw(
        entries(("introduce", "2031-01-01", "2031-12-31"), ("end", "2031-07-01", None)), 1240
    ).bars

    assert not kept.open
    assert abs(kept.x + kept.width - end.x) < 4


def test_without_an_end_a_bar_is_open_until_the_next_decision_takes_over() -> None:
    first, last = draw(entries(("introduce", "2031-01-01", None), ("amend", "2031-07-01", None)), 1240).bars

    assert (first.open, last.open) == (False, True)
    assert first.x + first.width <= last.x + 1


def test_an_amendment_leaves_the_end_that_was_decided_before() -> None:
    first, second = draw(
        entries(("introduce", "2031-01-01", "2031-12-31"), ("amend", "2031-07-01", None)), 1240
    ).bars

    assert not second.open
    assert second.x + second.width == first.x + first.width


def test_an_empty_page_says_so() -> None:
    assert "Hierover is niets gevonden." in page([])


@pytest.mark.browser
def test_nothing_is_asked_of_any_server_and_nothing_is_complained_of(show: Show) -> None:
    opened = show(page(life()))
    opened.page.hover("svg.wide a.event >> nth=1")
    opened.page.click("button[data-language=en]")
    opened.settle()

    assert len(opened.requests) == 1
    assert opened.complaints == []


@pytest.mark.browser
@pytest.mark.parametrize("name", SIZES)
@pytest.mark.parametrize("events", [life(), crowd(60)], ids=["life", "crowd"])
def test_no_two_labels_overlap_and_none_is_cut_off(show: Show, name: str, events: list[Event]) -> None:
    opened = show(page(events), SIZES[name])

    assert opened.page.locator(f"svg.{name}").is_visible()
    assert opened.value(OVERLAPS, name) == []
    assert opened.value(OUTSIDE, name) == []
    assert opened.value("document.documentElement.scrollWidth") <= SIZES[name]["width"]


@pytest.mark.browser
def test_every_bar_and_mark_leads_to_the_official_page_or_to_its_account(show: Show) -> None:
    events = life()
    opened = show(page(events))
    leads = opened.value(
        "[...document.querySelectorAll('svg.wide a.event')]"
        ".map(a => [a.dataset.entry, a.getAttribute('href')])"
    )
    pages = {f"e{place}": one.page or f"#e{place}" for place, one in enumerate(events, 1)}

    assert dict(leads) == pages
    assert opened.page.locator("svg.wide a.event").count() == len(events)


@pytest.mark.browser
def test_pointing_at_a_bar_shows_what_it_stands_for(show: Show) -> None:
    opened = show(page(life()))

    opened.page.hover("svg.wide a.event >> nth=0")
    card = opened.text("#card")
    opened.page.keyboard.press("Escape")

    assert "29 juni 2030" in card
    assert "ingesteld" in card
    assert "tot en met 28 december 2030" in card
    assert "Ik stel een besluit- en vertrekmoratorium in" in card
    assert "Kamerstuk 99001, nr. 14" in card
    assert not opened.page.locator("#card").is_visible()


@pytest.mark.browser
def test_the_keyboard_reaches_each_mark_and_opens_its_card(show: Show) -> None:
    opened = show(page(life()))
    opened.page.focus("#show-letter")
    names = []
    for _ in life():
        opened.page.keyboard.press("Tab")
        names.append(opened.value("document.activeElement.dataset.entry"))

    assert sorted(names) == sorted(f"e{place}" for place in range(1, len(life()) + 1))
    assert opened.page.locator("#card").is_visible()
    box, frame = opened.page.locator("#card").bounding_box(), opened.page.viewport_size
    assert box is not None
    assert frame is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= frame["width"]


@pytest.mark.browser
def test_each_mark_has_a_name_that_is_read_aloud(show: Show) -> None:
    opened = show(page(life()))

    named = opened.page.get_by_role("link", name="Het terugsturen van dienstweigeraars")

    assert named.count() == 2  # the mark, and the account


@pytest.mark.browser
def test_without_scripts_all_can_be_read(show: Show) -> None:
    opened = show(page(life()), scripts=False)
    text = opened.page.locator("main").inner_text()

    assert opened.page.locator("svg.wide").is_visible()
    assert not opened.page.locator(".language").is_visible()
    assert "29 juni 2030" in text
    assert "ambtsbericht, verwacht" in text
    assert "geldt van 29 juni 2030 tot en met 28 december 2030" in text
    assert "per 20 mei 2031" in text
    assert opened.page.locator("svg.wide a.event >> nth=0 >> title").text_content() == (
        "29 juni 2030 · ingesteld · besluitmoratorium Verwegië · "
        "«Ik stel een besluit- en vertrekmoratorium in voor de duur van zes maanden.»"
    )


@pytest.mark.browser
def test_the_language_switch_changes_every_word(show: Show) -> None:
    opened = show(page(life()))

    opened.page.click("button[data-language=en]")

    assert opened.value("document.documentElement.lang") == "en"
    assert opened.text("h1") == "Decision moratorium · Farawayland"
    assert "29 June 2030" in opened.text("#e1")
    assert "in force from" in opened.text("#e1")
    assert "decision moratorium" in opened.text("#e1")
    assert opened.page.locator("svg.wide text.nl:visible").count() == 0


@pytest.mark.browser
def test_a_kind_can_be_hidden_without_scripts(show: Show) -> None:
    opened = show(page(life()), scripts=False)

    opened.page.uncheck("#show-question")

    assert not opened.page.locator(".entry.k-question").is_visible()
    assert not opened.page.locator("svg.wide a.k-question").is_visible()
    assert opened.page.locator("svg.wide a.k-answer").is_visible()


@pytest.mark.browser
def test_on_a_phone_a_mark_leads_to_its_account(show: Show) -> None:
    opened = show(page(life()), SIZES["narrow"])

    opened.page.locator("svg.narrow a.k-answer").click()
    opened.settle()

    assert opened.value("location.hash") == opened.value("'#' + document.querySelector('.entry.k-answer').id")
    assert opened.page.locator(".entry.k-answer").is_visible()


@pytest.mark.browser
@pytest.mark.parametrize("bypass", [False, True], ids=["policy", "no-policy"])
def test_a_script_in_any_text_is_text(show: Show, bypass: bool) -> None:
    bad = event("question", "2031-01-02", HARM, quote=HARM, page=f"javascript:{HARM}", instrument=HARM)
    decided = event("decision", "2031-01-03", HARM, detail="introduce", quote=HARM, group=HARM)
    opened = show(render([bad, decided], {"nl": HARM, "en": HARM}, english={}), bypass_csp=bypass)

    for place in range(2):
        opened.page.hover(f"svg.wide a.event >> nth={place}")
        opened.settle()
        opened.page.keyboard.press("Escape")

    assert HARM in opened.text("#e1")
    assert opened.page.locator("a[href^='javascript']").count() == 0
    assert opened.value("window.harm === undefined")


@pytest.mark.browser
def test_paper_gets_the_drawing_the_account_and_the_addresses(show: Show) -> None:
    opened = show(page(life()))

    opened.page.emulate_media(media="print")

    assert opened.page.locator("svg.medium").is_visible()
    assert not opened.page.locator(".language").is_visible()
    shown = opened.value("getComputedStyle(document.querySelector('#e1 h4 a'), '::after').content")
    assert "kst-99001-14.html" in str(shown) or "attr(href)" in str(shown)
    assert opened.page.pdf()
