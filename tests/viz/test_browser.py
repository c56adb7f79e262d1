"""The page in a real browser, without a network: what a reader sees, and what must not happen."""

from __future__ import annotations

import networkx as nx
import pytest

from graph.network import Network
from tests.viz.conftest import Open, Opened
from tests.viz.networks import add, large, small, tie
from viz.palette import style_of

pytestmark = pytest.mark.browser

HARM = "<img src=x onerror='window.harm=1'><script>window.harm=1</script>"
COLOURS = """() => {
  const canvas = document.querySelector("#mynetwork canvas"), seen = {};
  const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  for (let i = 0; i < data.length; i += 4) {
    if (!data[i + 3]) continue;
    const colour = "#" + [0, 1, 2].map(j => data[i + j].toString(16).padStart(2, "0")).join("");
    seen[colour] = (seen[colour] || 0) + 1;
  }
  return seen;
}"""


def harmed(opened: Opened) -> bool:
    return bool(opened.value("window.harm !== undefined"))


def point(opened: Opened, label: str) -> None:
    """Move the pointer over a node."""
    at = opened.value(
        """label => {
          const node = nodeList.find(node => node.label === label);
          const at = network.canvasToDOM(network.getPosition(node.id));
          const box = container.getBoundingClientRect();
          return [at.x + box.left, at.y + box.top];
        }""",
        label,
    )
    opened.page.mouse.move(at[0] - 1, at[1] - 1)
    opened.page.mouse.move(at[0], at[1])


def test_nothing_is_asked_of_any_server_and_nothing_is_complained_of(open_page: Open) -> None:
    opened = open_page(small())
    opened.page.fill("#search", "vraag")
    opened.page.keyboard.press("Enter")
    opened.page.click("button[data-language=en]")
    opened.page.click("#twin summary")
    opened.settle()

    assert [url for url in opened.requests if not url.startswith("file://")] == []
    assert len(opened.requests) == 1
    assert opened.complaints == []


def test_the_canvas_shows_each_class_in_its_colour(open_page: Open) -> None:
    network = small()
    kinds = {facts["kind"] for _, facts in network.graph.nodes(data=True)}
    opened = open_page(network)

    seen = opened.value(COLOURS)

    assert {kind for kind in kinds if seen.get(style_of(kind).colour, 0) < 50} == set()


def test_labels_are_drawn_at_first_paint(open_page: Open) -> None:
    opened = open_page(small())

    named = opened.value("labelsAt(network.getScale()).map(label => label.id)")

    assert len(named) == len(small().graph)


def test_no_two_labels_overlap(open_page: Open) -> None:
    opened = open_page(large(15))
    boxes = opened.value("labelsAt(network.getScale()).map(b => [b.left, b.right, b.top, b.bottom])")
    pairs = [(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :]]

    meeting = [(a, b) for a, b in pairs if a[0] < b[1] and b[0] < a[1] and a[2] < b[3] and b[2] < a[3]]

    assert len(boxes) > 30
    assert meeting == []


def test_all_nodes_lie_on_the_canvas_and_the_legend_beside_it(open_page: Open) -> None:
    opened = open_page(large(15))

    outside = opened.value(
        """() => nodeList.filter(node => {
          const at = network.canvasToDOM(network.getPosition(node.id));
          return at.x < 0 || at.y < 0 || at.x > container.clientWidth || at.y > container.clientHeight;
        }).length"""
    )
    canvas, legend = (opened.page.locator(part).bounding_box() for part in ("#mynetwork", "aside"))

    assert outside == 0
    assert canvas is not None
    assert legend is not None
    assert canvas["x"] + canvas["width"] <= legend["x"]
    assert opened.value("document.documentElement.scrollHeight <= innerHeight")


@pytest.mark.parametrize("bypass", [False, True], ids=["policy", "no-policy"])
def test_a_script_in_the_heading_is_text(open_page: Open, bypass: bool) -> None:
    opened = open_page(small(), f"Titel {HARM}", bypass_csp=bypass)

    assert not harmed(opened)
    assert opened.text("h1") == f"Titel {HARM}"


@pytest.mark.parametrize("bypass", [False, True], ids=["policy", "no-policy"])
def test_a_script_in_any_text_of_a_node_is_text(open_page: Open, bypass: bool) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    facts = dict.fromkeys(("title", "date", "page", "kind_nl", "kind_en", "label_en"), HARM)
    bad = add(graph, f'1"><{HARM}', f"Question{HARM}", HARM, **facts)
    tie(graph, bad, add(graph, "2", "Question", "Vraag 2"), HARM, HARM)
    opened = open_page(Network(graph, (bad,)), bypass_csp=bypass)

    point(opened, HARM)
    opened.page.wait_for_selector(".vis-tooltip", state="visible")
    opened.page.fill("#search", "img")
    opened.settle()

    assert opened.text(".vis-tooltip").startswith(HARM)
    assert opened.text("#hits li").startswith(HARM)
    opened.page.keyboard.press("Enter")
    opened.page.click("button[data-language=en]")
    opened.page.click("#twin summary")
    opened.settle()
    assert opened.text("#details h3") == HARM
    assert not harmed(opened)


@pytest.mark.parametrize("bypass", [False, True], ids=["policy", "no-policy"])
def test_href_in_a_title_makes_no_other_title_run(open_page: Open, bypass: bool) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    add(graph, "1", "Question", "<a href='https://example.org'>hier</a>")
    add(graph, "2", "Question", HARM)
    opened = open_page(Network(graph), bypass_csp=bypass)

    point(opened, HARM)
    opened.page.wait_for_selector(".vis-tooltip", state="visible")
    opened.settle()

    assert opened.text(".vis-tooltip").startswith(HARM)
    assert opened.page.locator(".popup").count() == 0
    assert not harmed(opened)


def test_the_end_of_a_script_in_a_label_ends_no_script(open_page: Open) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    label = "</script><script>window.harm=1</script><!--<script>"
    add(graph, "1", "Question", label)
    opened = open_page(Network(graph), bypass_csp=True)

    assert opened.value("nodeList[0].label") == label
    assert not harmed(opened)


def test_an_inline_handler_would_be_stopped_by_the_policy(open_page: Open) -> None:
    opened = open_page(small())

    opened.value(
        "() => { document.querySelector('h1').innerHTML = \"<img src=x onerror='window.harm=1'>\"; }"
    )
    opened.page.wait_for_timeout(100)

    assert not harmed(opened)
    assert "Content Security Policy" in " ".join(opened.complaints)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:window.harm=1",
        "data:text/html,x",
        "file:///etc/passwd",
        "JaVaScRiPt://x/%0awindow.harm=1",
        "//x",
    ],
)
def test_only_web_addresses_become_links(open_page: Open, address: str) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    opened = open_page(Network(graph, (add(graph, "1", "Question", "Vraag 1", page=address),)))

    assert opened.page.locator("#details a, table a").count() == 0
    assert opened.value(f"pageLink({address!r})") is None


def test_the_panel_tells_of_the_start_and_links_to_its_page(open_page: Open) -> None:
    opened = open_page(small())
    link = opened.page.locator("#details a")

    assert opened.text("#details h3") == "Vragen 2030Z00001"
    assert "Vragendocument" in opened.text("#details")
    assert "7 januari 2030" in opened.text("#details")
    assert "https://w3id.org/kamergraaf/id/doc/1" in opened.text("#details")
    assert link.get_attribute("href") == "https://zoek.officielebekendmakingen.nl/kv-tk-2030Z00001.html"
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert "← reageert op" in opened.text("#details")


def test_hovering_shows_a_node_and_leaving_it_the_start_again(open_page: Open) -> None:
    opened = open_page(small())

    point(opened, "Antwoord 1")
    opened.until("document.querySelector('#details h3').textContent === 'Antwoord 1'")
    opened.page.mouse.move(5, 5)

    opened.until("document.querySelector('#details h3').textContent === 'Vragen 2030Z00001'")


def test_the_search_box_is_first_in_order_of_tabs_and_finds_by_keyboard(open_page: Open) -> None:
    opened = open_page(large(20))

    opened.page.keyboard.press("Tab")
    assert opened.value("document.activeElement.id") == "search"
    opened.page.keyboard.type("minister zaak 3")
    assert opened.page.get_attribute("#search", "aria-expanded") == "true"
    opened.page.keyboard.press("Enter")
    opened.settle()

    assert opened.text("#details h3") == "Minister van Zaak 3"
    assert opened.value("network.getSelectedNodes().map(id => byId.get(id).label)") == ["Minister van Zaak 3"]
    off = opened.value(
        """() => {
          const at = network.canvasToDOM(network.getPosition(chosen));
          return Math.hypot(at.x - container.clientWidth / 2, at.y - container.clientHeight / 2);
        }"""
    )
    assert off < 3

    opened.page.keyboard.press("Escape")
    assert opened.value("[network.getSelectedNodes().length, document.getElementById('search').value]") == [
        0,
        "",
    ]


def test_arrow_keys_choose_among_hits_and_accents_do_not_matter(open_page: Open) -> None:
    opened = open_page(small())

    opened.page.fill("#search", "verwegie")
    assert opened.text("#hits li >> nth=0").startswith("Vragen 2030Z00001")
    opened.page.fill("#search", "antwoord")
    opened.page.keyboard.press("ArrowDown")
    second = opened.page.locator("#hits li[aria-selected=true]")
    wanted = second.evaluate("item => item.firstChild.textContent")
    assert opened.page.get_attribute("#search", "aria-activedescendant") == second.get_attribute("id")
    opened.page.keyboard.press("Enter")

    assert opened.text("#details h3") == wanted


def test_a_search_without_a_hit_says_so(open_page: Open) -> None:
    opened = open_page(small())

    opened.page.fill("#search", "zeppelin")
    opened.page.keyboard.press("Enter")

    assert opened.text("#hits") == "niets gevonden"
    assert opened.value("chosen") is None


def test_the_legend_hides_and_shows_a_class(open_page: Open) -> None:
    opened = open_page(small())
    colour = style_of("Document").colour
    box = opened.page.locator("#legend input[data-kind$='#Document']")
    hidden = "nodes.get({filter: n => n.hidden}).length + edges.get({filter: e => e.hidden}).length"

    box.uncheck()
    opened.settle()
    assert opened.value(hidden) == 2
    assert colour not in opened.value(COLOURS)

    box.check()
    opened.settle()
    assert opened.value(hidden) == 0
    assert opened.value(COLOURS)[colour] > 50


def test_choosing_a_hidden_node_shows_its_class_again(open_page: Open) -> None:
    opened = open_page(small())
    box = opened.page.locator("#legend input[data-kind$=Actor]")
    box.uncheck()

    opened.page.fill("#search", "van vlieland")
    opened.page.keyboard.press("Enter")

    assert box.is_checked()
    assert opened.text("#details h3") == "Van Vlieland (ABC)"


def test_the_language_switch_changes_every_word(open_page: Open) -> None:
    opened = open_page(small())

    opened.page.click("button[data-language=en]")
    opened.settle()

    assert opened.value("document.documentElement.lang") == "en"
    assert opened.text("#details h3") == "Questions 2030Z00001"
    assert "7 January 2030" in opened.text("header")
    assert "Parliamentary paper" in opened.text("#legend")
    assert opened.text(".left-out li") == "Minister van Verre Zaken: 25 of 412 edges"
    assert opened.page.get_attribute("#search", "placeholder") == "Find a node"
    shown = opened.text("body").lower()
    assert [
        word for word in ("legenda", "knopen", "verbanden", "antwoorddocument", "passend") if word in shown
    ] == []


def test_the_table_says_the_same_and_leads_to_the_drawing(open_page: Open) -> None:
    opened = open_page(small())
    opened.page.click("#twin summary")

    assert opened.page.locator("tbody tr").count() == len(small().graph)
    opened.page.click("tbody button:has-text('Kamerstuk 99999 nr. 12')")

    assert opened.text("#details h3") == "Kamerstuk 99999 nr. 12"


def test_keys_pan_and_zoom_the_drawing(open_page: Open) -> None:
    opened = open_page(small())
    before = opened.value("({...network.getViewPosition(), scale: network.getScale()})")

    opened.page.focus("#mynetwork")
    opened.page.keyboard.press("ArrowRight")
    opened.page.keyboard.press("+")
    after = opened.value("({...network.getViewPosition(), scale: network.getScale()})")
    opened.page.keyboard.press("0")

    assert after["x"] > before["x"]
    assert after["scale"] > before["scale"]
    assert opened.value("network.getScale()") == pytest.approx(before["scale"])


def test_the_drawing_follows_the_size_of_the_window_until_it_is_moved(open_page: Open) -> None:
    opened = open_page(small())
    before = opened.value("network.getScale()")

    opened.page.set_viewport_size({"width": 900, "height": 500})
    opened.until(f"network.getScale() < {before}")

    opened.page.click("#zoom-in")
    opened.page.set_viewport_size({"width": 1280, "height": 800})
    opened.until("container.clientWidth > 800")
    opened.settle()
    assert opened.value("network.getScale()") > 1.2 * before


def test_a_narrow_screen_needs_no_sideways_scrolling(open_page: Open) -> None:
    opened = open_page(small(), size={"width": 380, "height": 740})

    assert opened.value("document.documentElement.scrollWidth") <= 380
    assert opened.value("container.clientHeight") >= 320


def test_on_a_narrow_screen_no_name_is_cut_off_at_the_rim(open_page: Open) -> None:
    opened = open_page(large(60), size={"width": 390, "height": 844})
    cut = opened.value("""() => {
        const scale = network.getScale(), middle = network.getViewPosition();
        const box = container.getBoundingClientRect();
        const left = middle.x * scale - box.width / 2, top = middle.y * scale - box.height / 2;
        return labelsAt(scale).filter(l => l.left < left || l.right > left + box.width || l.top < top
            || l.bottom > top + box.height).map(l => l.lines.join(" "));
    }""")

    assert opened.value("labelsAt(network.getScale()).length") > 5
    assert cut == []


def test_paper_gets_title_dates_and_the_drawing(open_page: Open) -> None:
    opened = open_page(small(), "Vragen over Verwegië")

    opened.page.pdf()

    assert opened.value(COLOURS.replace("#mynetwork canvas", "#paper"))[style_of("Question").colour] > 50
    opened.page.emulate_media(media="print")
    assert opened.page.locator("h1").is_visible()
    assert opened.text("header .dates") == "7 januari 2030 t/m 14 februari 2030"
    assert not opened.page.locator("#search").is_visible()


def test_a_thousand_nodes_are_drawn_and_searched(open_page: Open) -> None:
    network = large(90)
    opened = open_page(network)
    assert len(network.graph) > 1000

    opened.page.fill("#search", "2030Z00042")
    opened.page.keyboard.press("Enter")
    opened.settle()

    assert opened.text("#details h3") == "Vragen 2030Z00042"
    assert opened.complaints == []
    assert opened.value(COLOURS)[style_of("QuestionDocument").colour] > 50


def test_an_empty_network_says_so(open_page: Open) -> None:
    opened = open_page(Network(nx.MultiDiGraph()), ready=".empty")

    assert opened.text(".empty") == "Er is niets te tekenen."
    assert opened.complaints == []
