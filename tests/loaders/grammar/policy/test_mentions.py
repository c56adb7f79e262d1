"""Mentions and claims of whole documents: parts, titles, what is left out, and sentences of government."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders import read_document
from loaders.grammar.policy.mentions import with_title_mentions
from ontology.records import Kind, Mention, Read, Record, Snapshot, Span, Unit
from ontology.thesaurus import Concept, concepts

ANSWER = """Tweede Kamer der Staten-Generaal 2
Vergaderjaar 2031–2032 Aanhangsel van de Handelingen
1204
Vragen van het lid Duitsland (Boerenbond Nu) aan de Minister van Asiel en Migratie over
Russische dienstweigeraars (ingezonden 11 maart 2032).
Antwoord van Minister Van der Zwaluw (Asiel en Migratie) (ontvangen 14 april 2032).
Vraag 1
Bent u bereid een beslis- en vertrekmoratorium in te stellen voor Russen?1
Vraag 2
Wat doet Noorwegen?
Antwoord 1
Ja. In Rusland dreigt mobilisatie, zie de bladzijde www.Belarus.example.
Antwoord 2
Nederland volgt dit. Noorwegen wacht af, evenals Zweden en Syrië-
gangers.2 Meer weet ik niet.
1 De Poolbode, 3 maart 2032, Finland wacht af
2 De Poolbode, 4 maart 2032, Letland wacht af
"""
LETTER = """Tweede Kamer der Staten-Generaal 2
Vergaderjaar 2031–2032
99 637 Vreemdelingenbeleid
Nr. 121 BRIEF VAN DE STAATSSECRETARIS VAN JUSTITIE EN VEILIGHEID
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Den Haag, 4 november 2031
Met deze brief verleng ik het besluitmoratorium voor Sudan. De situatie in Sudan en in Tsjaad is
slecht. Nederland blijft dit volgen.

Zuid-Sudan

Over Zuid-Sudan bericht ik later.
De Staatssecretaris van Justitie en Veiligheid,
M.J. van Oosterzee
"""


def read(text: str) -> Record:
    record = read_document(text.encode(), "case.txt")
    assert isinstance(record, Record)
    return record


def short(record: Record) -> list[tuple[str, int, str, str]]:
    """Part, number, thing and words of the mentions outside the title."""
    return [
        (one.unit.value, one.place, one.concept.rsplit("/", 1)[-1], record.snapshot.quote(one.span))
        for one in record.mentions
        if not one.title
    ]


def test_what_is_named_is_tied_to_its_question_or_answer() -> None:
    assert short(read(ANSWER)) == [
        ("question", 1, "besluitmoratorium", "beslis- en vertrekmoratorium"),
        ("question", 1, "vertrekmoratorium", "beslis- en vertrekmoratorium"),
        ("question", 1, "RUS", "Russen"),
        ("question", 2, "NOR", "Noorwegen"),
        ("answer", 1, "RUS", "Rusland"),
        ("answer", 2, "NLD", "Nederland"),
        ("answer", 2, "NOR", "Noorwegen"),
        ("answer", 2, "SWE", "Zweden"),
        ("answer", 2, "SYR", "Syrië"),
    ]


def test_of_a_heading_only_the_subject_is_read() -> None:
    record = read(ANSWER)

    assert [
        (one.concept.rsplit("/", 1)[-1], record.snapshot.quote(one.span))
        for one in record.mentions
        if one.title
    ] == [
        ("RUS", "Russische"),
        ("dienstweigering", "dienstweigeraars"),
    ]


def test_an_answer_claims_what_it_says_of_other_countries() -> None:
    record = read(ANSWER)

    assert [(one.countries, one.unit, one.place) for one in record.claims] == [
        (("RUS",), Unit.ANSWER, 1),
        (("NOR", "SWE", "SYR"), Unit.ANSWER, 2),
    ]
    assert record.claims[1].text == "Noorwegen wacht af, evenals Zweden en Syriëgangers."
    assert record.snapshot.quote(record.claims[1].span).startswith("Noorwegen wacht af")


def test_a_letter_claims_in_whole_sentences() -> None:
    record = read(LETTER)

    assert [(one.countries, one.text) for one in record.claims] == [
        (("SDN",), "Met deze brief verleng ik het besluitmoratorium voor Sudan."),
        (("SDN", "TCD"), "De situatie in Sudan en in Tsjaad is slecht."),
        (("SSD",), "Over Zuid-Sudan bericht ik later."),
    ]
    assert {one.unit for one in record.mentions} == {Unit.DOCUMENT}


def test_a_motion_claims_nothing_and_its_signatures_name_nothing() -> None:
    record = read(
        "Tweede Kamer der Staten-Generaal 2\nVergaderjaar 2031–2032\n99 637 Vreemdelingenbeleid\n"
        "Nr. 55 MOTIE VAN HET LID NOORWEGEN\nVoorgesteld 3 maart 2032\nDe Kamer,\ngehoord de beraadslaging,\n"
        "constaterende dat Sudan vraagt om hulp;\nverzoekt de regering het besluitmoratorium te verlengen,\n"
        "en gaat over tot de orde van de dag.\nNoorwegen\n"
    )

    assert record.kind is Kind.MOTION
    assert record.title
    assert [one[2] for one in short(record)] == ["SDN", "besluitmoratorium"]
    assert not any(one.title for one in record.mentions)
    assert record.claims == ()


def test_a_catalogue_record_names_what_its_title_names() -> None:
    text = "titel: Verlenging van het besluit- en vertrekmoratorium voor Sudan; datum: 2031"
    title = Span(text.index("Verlenging"), text.index(";"))
    snapshot = Snapshot("0" * 64, "application/xml", "case.xml", text)
    record = Record(Kind.LETTER, snapshot, title=Read(text[title.start : title.end], title), catalogue=True)

    named = with_title_mentions(record).mentions

    assert [(one.concept.rsplit("/", 1)[-1], snapshot.quote(one.span)) for one in named] == [
        ("besluitmoratorium", "besluit- en vertrekmoratorium"),
        ("vertrekmoratorium", "besluit- en vertrekmoratorium"),
        ("SDN", "Sudan"),
    ]
    assert all(one.title for one in named)


_THINGS = [one for one in concepts().values() if one.kind == "country" and one.labels]


@given(st.lists(st.sampled_from(_THINGS), min_size=1, max_size=6), st.sampled_from([" ", "\n", ", ", " en "]))
def test_every_mention_is_at_its_words_and_in_its_question(things: list[Concept], gap: str) -> None:
    words = [one.nl for one in things]
    text = ANSWER.replace("Wat doet Noorwegen?", f"Wat doen deze: {gap.join(words)}?")
    record = read(text)

    assert list(_labelled(record)) == []
    (question,) = (one for one in record.questions if one.number == 2)
    inside = [one for one in record.mentions if one.unit is Unit.QUESTION and one.place == 2]
    assert inside
    assert all(question.span.start <= one.span.start and one.span.end <= question.span.end for one in inside)


def _labelled(record: Record) -> Iterator[Mention]:
    """Mentions whose words are no label of their concept, compounds aside."""
    for one in record.mentions:
        concept = concepts()[one.concept]
        words = " ".join(record.snapshot.quote(one.span).split()).casefold()
        names = (*concept.labels, *concept.adjectives, *concept.demonyms, *concept.contextual)
        if words not in {name.casefold() for name in names} and not concept.heads:
            yield one


@pytest.mark.parametrize("text", ["", "De Kamer,", "Vraag 1\nRusland?"])
def test_texts_of_no_kind_still_fail_in_words(text: str) -> None:
    assert not isinstance(read_document(text.encode(), "case.txt"), Record)
