"""Labels in texts: word bounds, capitals, the longest first, decoys, and offsets that hold."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.grammar.policy.folding import fold, folding
from loaders.grammar.policy.labels import Labels
from tests.loaders.grammar.policy.things import ALL, NOORDLAND, thing

LABELS = Labels(ALL)
WORDS = sorted(
    {label for one in ALL for label in (*one.labels, *one.adjectives, *one.demonyms, *one.contextual)}
)
REPLACED = folding("Syrië Oekraïne")


def found(text: str) -> list[tuple[str, str]]:
    return [(text[hit.start : hit.end], hit.concepts[0].rsplit("/", 1)[-1]) for hit in LABELS.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in Noordland.", ["Noordland"]),
        ("Noordlands nieuwe tol", ["Noordlands", "tol"]),
        ("Nieuw-Noordlands kust", ["Nieuw-Noordland"]),
        ("het Noordlandbeleid", ["Noordland"]),
        ("een Noordland-evacuatie, Noordland-", ["Noordland", "Noordland"]),
        ("anti-Noordlandse leuzen", ["Noordlandse"]),
        ("NRL's leger", ["NRL"]),
        ("NOORDLAND", ["NOORDLAND"]),
        ("door deNoordlanders", ["Noordlanders"]),
        ("een tolheffing", ["tolheffing"]),
        ("De Tolheffing", ["Tolheffing"]),
        ("de tolstops van nrl", ["tolstops"]),
        ("noordland, noordlanders", []),
        ("Noordlandia, Zuidnoordland, stollen", []),
        ("www.Noordland.nl, info@Noordland.nl, https://a.nl/Noordland", []),
        ("van Noordland Kaas uit Noordland", ["Noordland"]),
        ("Nieuw-\u2060Noordland", ["Noordland"]),
        ("in Nieuw\u2011Noordland", ["Nieuw\u2011Noordland"]),
        ("een stop", []),
        ("een stop op de tol", ["stop", "tol"]),
    ],
)
def test_labels_stand_on_the_bounds_of_words_and_are_written_as_they_have_to_be(
    text: str, expected: list[str]
) -> None:
    assert [words for words, _ in found(text)] == expected


def test_the_longest_label_comes_first_wherever_it_begins() -> None:
    labels = Labels(
        [thing("short", "raad van"), thing("long", "van de grote tol"), thing("tail", "grote tol")]
    )
    text = "de raad van de grote tol"

    assert [hit.label for hit in labels.find(text)] == ["van de grote tol"]


def test_a_long_label_that_runs_into_a_word_does_not_hide_a_short_one() -> None:
    labels = Labels([thing("long", "tol op wegen in"), thing("short", "tol op wegen")])

    assert [hit.label for hit in labels.find("de tol op wegen inclusief bruggen")] == ["tol op wegen"]


def test_things_that_share_a_label_are_all_named_but_for_the_broader_one() -> None:
    wide = thing("wide", "keuring")
    narrow = thing("narrow", "keuring", broader=(wide.iri,))
    other = thing("other", "keuring", kind="topic")

    (hit,) = Labels([wide, narrow, other]).find("de keuring")

    assert hit.concepts == (narrow.iri, other.iri)


def test_a_contextual_label_needs_its_own_domain() -> None:
    text = "de opvang van water en de dijk"
    labels = Labels(
        [thing("opvang", contextual=("opvang",), domain="asiel"), thing("dijk", "dijk", domain="water")]
    )

    assert [hit.label for hit in labels.find(text)] == ["dijk"]
    assert [hit.label for hit in labels.find(text, {"asiel"})] == ["opvang", "dijk"]


def test_letters_that_a_document_uses_for_other_words_name_nothing() -> None:
    assert found("de Nieuwe Rijnlandse Luchthaven. De NRL groeit") == []
    assert found("het natuurlijk rustgebied Lekoever (NRL) en de NRL") == []
    assert [words for words, _ in found("de staat Noordland (NRL) en de NRL")] == ["Noordland", "NRL", "NRL"]


@pytest.mark.parametrize("break_", ["\n", "\n   ", "  ", "\u00a0"])
def test_a_label_may_run_over_a_line_end_but_not_over_a_paragraph(break_: str) -> None:
    labels = Labels([thing("bank", "bank van het noorden")])
    text = f"Zie\n  de  Bank van{break_}het noorden."

    (hit,) = labels.find(text)

    assert text[hit.start : hit.end] == f"Bank van{break_}het noorden"
    assert labels.find("de bank van\n\nhet noorden") == []


@given(st.text(alphabet="aëËïIİ\u0130ßé’ -\n\t\u00a0\u2011Zſ", max_size=60))
def test_folding_keeps_the_way_back(text: str) -> None:
    folded = fold(text, REPLACED)

    assert len(folded.printed) == len(folded.text)
    for place, character in enumerate(folded.text):
        original = text[folded.offset(place)]
        assert character in {original, " ", "-", "'"} or fold(original, REPLACED).text == character


@given(
    st.lists(
        st.one_of(
            st.sampled_from(WORDS),
            st.sampled_from([" ", "\n", "  ", "-", "s", "’s ", ". ", "beleid", "a", "A"]),
        )
    )
)
def test_every_hit_folds_to_its_label_and_none_overlap(parts: list[str]) -> None:
    text = "".join(parts)
    hits = LABELS.find(text, {"tol"})

    for hit in hits:
        assert fold(text[hit.start : hit.end], LABELS.replaced).text == fold(hit.label, LABELS.replaced).text
    assert all(one.end <= other.start for one, other in pairwise(hits))


@given(
    st.sampled_from([w for w in WORDS if w[0].isupper()]),
    st.text(alphabet="ab\n. ", max_size=12),
    st.text(alphabet="ab\n. ", max_size=12),
)
def test_a_label_among_other_words_is_found_at_its_place(word: str, before: str, after: str) -> None:
    text = f"{before} {word} {after}"

    (hit,) = LABELS.find(text)

    assert (hit.start, hit.end) == (len(before) + 1, len(before) + 1 + len(word))


def test_a_country_is_not_found_in_what_only_looks_like_it() -> None:
    assert NOORDLAND.misleading == ("Noordland Kaas",)
    assert found("Noordland Kaas") == []
