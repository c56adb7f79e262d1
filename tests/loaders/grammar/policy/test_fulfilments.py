"""Sentences that say that a letter does what was promised, each read as the whole text of a letter."""

from __future__ import annotations

from datetime import date

import pytest

from loaders import read_document
from ontology.records import PaperRef, Record, Unit
from tests.loaders.grammar.policy.test_decisions import HEAD

PAPER = "(Kamerstuk 19 637, nr. 2900)"
KEPT = {
    f"In mijn brief van 17 september 2022 {PAPER} heb ik toegezegd uw Kamer voor 1 januari te informeren.": (
        date(2022, 9, 17),
        date(2023, 1, 1),
        False,
    ),
    f"Met deze brief doe ik de toezegging uit mijn brief van 3 mei jl. {PAPER} gestand.": (
        date(2022, 5, 3),
        None,
        True,
    ),
    f"Conform mijn toezegging {PAPER} informeer ik u over de stand van zaken.": (None, None, True),
    "Ter uitvoering van de toezegging in het debat van 3 mei 2022 stuur ik u het rapport.": (
        date(2022, 5, 3),
        None,
        True,
    ),
    f"Zoals toegezegd {PAPER} stuur ik u hierbij het rapport.": (None, None, True),
}
NOT_KEPT = (
    f"Ik heb toegezegd uw Kamer te informeren {PAPER}. Dat is vertraagd.",
    f"De toegezegde brief {PAPER} volgt later.",
    f"Zoals toegezegd {PAPER} zal ik uw Kamer in mei informeren.",
    "Conform mijn toezegging informeer ik u over de stand van zaken.",
    f"Wanneer komt wat u heeft toegezegd {PAPER}?",
    f"In mijn brief {PAPER} schreef ik over het moratorium.",
)


def read(text: str) -> Record:
    record = read_document(HEAD.format(text=text, written="13 december 2022").encode(), "letter.txt")
    assert isinstance(record, Record)
    return record


@pytest.mark.parametrize("text", KEPT)
def test_what_is_kept_and_where_it_was_promised(text: str) -> None:
    record = read(text)
    (one,) = record.fulfilments
    made, due, plain = KEPT[text]
    numbers = [(ref.dossier, ref.number) for ref in one.cites if isinstance(ref, PaperRef)]

    assert (one.promised_on, one.due.last if one.due else None, one.plain) == (made, due, plain)
    assert numbers == ([("19637", "2900")] if PAPER in text else [])
    assert " ".join(record.snapshot.quote(one.span).split()) == text


@pytest.mark.parametrize("text", NOT_KEPT)
def test_what_is_late_or_nowhere_promised_is_not(text: str) -> None:
    assert read(text).fulfilments == ()


ASKED = """\
2031Z00001
Vragen van het lid Van Eyck (PLP) aan de Minister van Asiel en Migratie over het asielbeleid voor Syrië
(ingezonden 6 mei 2031).

Vraag 1
{text}
"""


@pytest.mark.parametrize(
    ("text", "dated", "expected", "awaited"),
    [
        ("Kent u het ambtsbericht over Syrië van 3 maart 2031?", date(2031, 3, 3), None, False),
        ("Wat staat er in het ambtsbericht over Syrië?", None, None, False),
        ("Wacht u het nieuwe ambtsbericht af, dat dit kwartaal verwacht wordt?", None, "2031-Q2", True),
        ("Wanneer komt het nieuwe ambtsbericht over Syrië?", None, None, True),
    ],
)
def test_a_question_speaks_of_a_report(
    text: str, dated: date | None, expected: str | None, awaited: bool
) -> None:
    record = read_document(ASKED.format(text=text).encode(), "vragen.txt")
    assert isinstance(record, Record)
    (one,) = record.reports

    assert (one.unit, one.place, one.country) == (Unit.QUESTION, 1, "SYR")
    assert (one.dated, one.expected.label if one.expected else None, one.awaited) == (
        dated,
        expected,
        awaited,
    )


def test_a_question_decides_and_promises_nothing() -> None:
    text = "Kent u het ambtsbericht over Syrië? Op 3 mei 2031 is het besluitmoratorium voor Syrië ingesteld."
    record = read_document(ASKED.format(text=text).encode(), "vragen.txt")
    assert isinstance(record, Record)

    assert (record.decisions, record.commitments, record.fulfilments) == ((), (), ())
    assert len(record.reports) == 1
