from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.readers.text import Mark, MarkKind, Text
from ontology.records import Snapshot, Span


def text_of(content: str, *marks: Mark) -> Text:
    return Text(
        Snapshot("0" * 64, "text/plain", "x", content), tuple(sorted(marks, key=lambda mark: mark.span))
    )


def mark(content: str, part: str, kind: MarkKind) -> Mark:
    start = content.index(part)
    return Mark(kind, Span(start, start + len(part)))


def mended(content: str) -> str:
    return text_of(content).flow().text


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param("verwach-\nten", "verwachten", id="word"),
        pytest.param("verwach- \n  ten", "verwachten", id="blanks at the line end"),
        pytest.param("verwach\u00adten", "verwachten", id="soft hyphen"),
        pytest.param("verwach\u00ad\nten", "verwachten", id="soft hyphen and line end"),
        pytest.param("verwach\ufffeten en bin\x02den", "verwachten en binden", id="pdfium's marks"),
        pytest.param("energie-\nen klimaat", "energie-\nen klimaat", id="suspended hyphen"),
        pytest.param("in-\nof uitvoer", "in-\nof uitvoer", id="suspended before of"),
        pytest.param("opvang-\nenquête", "opvangenquête", id="en is a whole word"),
        pytest.param("GroenRood-\nPvQ", "GroenRood-PvQ", id="capital after"),
        pytest.param("de PVQ-\nfractie", "de PVQ-fractie", id="capital before"),
        pytest.param("2024-\n2025", "2024-2025", id="figures"),
        pytest.param("(bode.example/a-\nb)", "(bode.example/a-b)", id="address with a slash"),
        pytest.param("op-de-koffie-\nbij", "op-de-koffie-bij", id="address further on"),
        pytest.param(
            "hiv-\nbesmetting; elke hiv-besmetting", "hiv-besmetting; elke hiv-besmetting", id="as elsewhere"
        ),
        pytest.param(
            "verwach\u00adten en ver-\nwachten", "verwachten en verwachten", id="both kinds of hyphen"
        ),
        pytest.param(
            "hiv-\nbesmetting; (hiv-besmetting)",
            "hiv-besmetting; (hiv-besmetting)",
            id="as elsewhere in brackets",
        ),
        pytest.param(
            "door-\ngaan; ga door - gaan - of",
            "doorgaan; ga door - gaan - of",
            id="a dash elsewhere is no hyphen",
        ),
        pytest.param("het plan -\nten slotte", "het plan -\nten slotte", id="dash"),
        pytest.param("regel\nregel", "regel\nregel", id="line end"),
        pytest.param("- een\n- twee", "- een\n- twee", id="list"),
    ],
)
def test_broken_words_are_mended(content: str, expected: str) -> None:
    assert mended(content) == expected


def test_unmended_flow_is_the_text() -> None:
    content = "verwach-\nten"

    assert text_of(content).flow(mend=False).text == content


def test_a_word_broken_over_a_page_is_whole_again() -> None:
    content = "met gevange-\n2Kamerstuk 9\n\nTweede Kamer 2\nnispersoneel"
    text = text_of(
        content,
        mark(content, "2Kamerstuk 9", MarkKind.NOTE),
        mark(content, "Tweede Kamer 2", MarkKind.FURNITURE),
    )
    flow = text.flow()

    assert flow.text == "met gevangenispersoneel"
    assert flow.span(4, len(flow.text)) == Span(4, len(content))


def test_what_stood_around_a_block_meets_at_one_line_end() -> None:
    content = "waren\n \n[voet]\f\n\nplannen om [voet] te gaan"
    first = mark(content, "[voet]", MarkKind.FURNITURE)
    second = Mark(MarkKind.FURNITURE, Span(content.rindex("[voet]"), content.rindex("[voet]") + 6))

    assert text_of(content, first, second).flow().text == "waren\nplannen om\nte gaan"


def test_raised_digits_can_be_left_out_without_a_trace() -> None:
    content = "het bericht?1 Zo ja"
    flow = text_of(content, mark(content, "1", MarkKind.SUPERSCRIPT)).flow(skip={MarkKind.SUPERSCRIPT})

    assert flow.text == "het bericht? Zo ja"
    assert flow.offset(flow.text.index("Zo")) == content.index("Zo")


def test_a_flow_of_a_stretch_keeps_to_it() -> None:
    content = "Vraag 1\nWat [voet] nu?\nVraag 2"
    text = text_of(content, mark(content, "[voet]", MarkKind.FURNITURE))
    flow = text.flow(Span(8, 22))

    assert flow.text == "Wat\nnu?"
    assert flow.span(0, 3) == Span(8, 11)
    assert flow.span(4, 7) == Span(19, 22)


def test_an_empty_flow_has_a_place() -> None:
    flow = text_of("").flow()

    assert (flow.text, flow.offset(0), flow.span(0, 0)) == ("", 0, Span(0, 0))


ALPHABET = st.text(alphabet="abE 1-\n\t\f/.\u00ad\ufffe\u0002é’", max_size=60)


@st.composite
def marked_texts(draw: st.DrawFn) -> Text:
    content = draw(ALPHABET)
    edges = sorted(draw(st.lists(st.integers(0, len(content)), max_size=8)))
    kinds = st.sampled_from([MarkKind.FURNITURE, MarkKind.NOTE, MarkKind.SUPERSCRIPT])
    spans = [Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=False) if start < end]
    return text_of(content, *(Mark(draw(kinds), span) for span in spans))


@given(marked_texts(), st.booleans())
def test_every_kept_character_maps_back_to_itself(text: Text, mend: bool) -> None:
    flow = text.flow(skip=set(MarkKind), mend=mend)
    for begin, source, length in flow.pieces:
        assert flow.text[begin : begin + length] == text.content[source : source + length]
        for step in range(length):
            assert flow.offset(begin + step) == source + step


@given(marked_texts())
def test_only_line_ends_are_put_in_and_order_is_kept(text: Text) -> None:
    flow = text.flow(skip=set(MarkKind))
    covered = set()
    for begin, _, length in flow.pieces:
        covered |= set(range(begin, begin + length))
    sources = [source for _, source, _ in flow.pieces]

    assert {flow.text[at] for at in range(len(flow.text)) if at not in covered} <= {"\n"}
    assert sources == sorted(sources)


@given(marked_texts())
def test_nothing_of_a_left_out_mark_is_in_the_flow_but_line_ends(text: Text) -> None:
    flow = text.flow()
    hidden = [mark.span for mark in text.marks if mark.kind is not MarkKind.SUPERSCRIPT]
    for _, source, length in flow.pieces:
        for at in range(source, source + length):
            if any(span.start <= at < span.end for span in hidden):
                assert text.content[at] == "\n"


@given(marked_texts(), st.data())
def test_a_span_ends_right_after_its_last_character(text: Text, data: st.DataObject) -> None:
    flow = text.flow()
    start = data.draw(st.integers(0, len(flow.text)))
    end = data.draw(st.integers(start, len(flow.text)))
    span = flow.span(start, end)

    assert 0 <= span.start <= span.end <= len(text.content)
    if start < end and flow.text[end - 1] != "\n":
        assert text.content[span.end - 1] == flow.text[end - 1]


@given(ALPHABET)
def test_a_flow_without_marks_and_mending_is_the_text(content: str) -> None:
    assert text_of(content).flow(mend=False).text == content
