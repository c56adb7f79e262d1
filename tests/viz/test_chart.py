from __future__ import annotations

from lxml import etree

from graph.replytimes import Group
from viz.chart import reply_times

GROUPS = [Group("ministerie van Dijken & Duinen", (20, 40, 60)), Group("Bos", (10,))]
SVG = "{http://www.w3.org/2000/svg}"


def texts(picture: bytes) -> list[str]:
    return ["".join(node.itertext()).strip() for node in etree.fromstring(picture).iter(f"{SVG}text")]


def test_the_picture_tells_what_it_shows_as_text() -> None:
    shown = texts(reply_times(GROUPS))

    assert "Reply time by ministry" in shown
    assert "Dijken & Duinen  (n = 3)" in shown
    assert "Bos  (n = 1)" in shown
    assert "days from submission to the first answer" in shown
    assert {"median", "P90: nine in ten answered", "3 weeks"} <= set(shown)


def test_the_same_figures_give_the_same_bytes_without_a_day() -> None:
    first, second = reply_times(GROUPS, "year"), reply_times(GROUPS, "year")

    assert first == second
    assert b"dc:date" not in first


def test_nothing_is_fetched_and_nothing_runs() -> None:
    picture = reply_times(GROUPS)
    links = [
        value
        for node in etree.fromstring(picture).iter()
        for key, value in node.attrib.items()
        if "href" in key
    ]

    assert all(link.startswith("#") for link in links)
    assert b"<script" not in picture
    assert b"<image" not in picture


def test_without_answers_the_picture_says_so() -> None:
    assert "No answered question sets with known days." in texts(reply_times([]))


def test_quantiles() -> None:
    assert (Group("x", (10, 20, 30, 40)).median, Group("x", (10, 20, 30, 40)).p90) == (25, 40)
    assert (Group("x", tuple(range(1, 11))).p90, Group("x", (7,)).median) == (9, 7)


def test_the_title_keeps_from_the_rim() -> None:
    [title] = [
        node
        for node in etree.fromstring(reply_times(GROUPS)).iter(f"{SVG}text")
        if node.text == "Reply time by ministry"
    ]

    assert float(title.get("x", "")) >= 10
    assert float(title.get("y", "")) - 14 > 5  # the baseline, less the height of the letters
