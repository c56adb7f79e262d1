from __future__ import annotations

import io

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from loaders.errors import ReadError
from loaders.readers import MarkKind, Text, read_text
from tests.loaders.fixtures.official_pdf import Sheet, official_pdf

FIRST_FOOTER = [
    "ah-tk-20312032-77",
    "ISSN 0921 - 7398",
    "’s-Gravenhage 2032 Tweede Kamer, vergaderjaar 2031–2032, Aanhangsel 1",
]
SECOND_FOOTER = ["Tweede Kamer, vergaderjaar 2031–2032, Aanhangsel 2"]
FILLER = [
    "De regering ziet geen aanleiding om het beleid te herzien en volgt",
    "de ontwikkelingen op de voet.",
] * 4


@pytest.fixture(scope="module")
def text() -> Text:
    return read_text(
        official_pdf(
            [
                Sheet(
                    [
                        "Vraag 1",
                        "Kent u het bericht over de uitstoot van CO_2_ in 2031?^1^ Wat is uw oor-",
                        "deel over het besluit van 7 november 2031^2^ en de 14,4 miljoen m^3^ gas",
                        "^10^. Is dit beleid op energie-",
                        "en klimaatgebied, en op PVQ-",
                        "standaarden,",
                        *FILLER,
                        "dat er gevange-",
                    ],
                    [
                        "^1^ De Polderbode, 23 oktober 2031, Nieuws (www.polderbode.example/nieuws-",
                        "uit-de-bajes)",
                        "^2^ Kamerstuk 99 279, nr. 339, waarin de regering schrijft over",
                    ],
                    FIRST_FOOTER,
                ),
                Sheet(
                    ["nissen zijn?", "Vraag 2", "Wat gaat u doen?", *FILLER],
                    ["de gevolgen van het besluit.", "^3^ Kamerstuk 99 279, nr. 340"],
                    SECOND_FOOTER,
                ),
            ]
        ),
        "vraag.pdf",
    )


def quotes(text: Text, kind: MarkKind) -> list[str]:
    return [text.snapshot.quote(span) for span in text.marked(kind)]


def test_raised_digits_are_marked_and_lowered_ones_are_not(text: Text) -> None:
    running = [
        text.snapshot.quote(span)
        for span in text.marked(MarkKind.SUPERSCRIPT)
        if not any(note.start <= span.start < note.end for note in text.marked(MarkKind.NOTE))
    ]

    assert text.raised_known
    assert running == ["1", "2", "3", "10"]
    assert "CO2 in 2031?1" in text.content
    assert "november 20312" in text.content


def test_a_note_at_the_foot_is_one_mark_with_its_number(text: Text) -> None:
    assert quotes(text, MarkKind.NOTE) == [
        "1 De Polderbode, 23 oktober 2031, Nieuws (www.polderbode.example/nieuws-\nuit-de-bajes)",
        "2 Kamerstuk 99 279, nr. 339, waarin de regering schrijft over",
        "de gevolgen van het besluit.",
        "3 Kamerstuk 99 279, nr. 340",
    ]


def test_small_type_without_a_note_number_is_running_text() -> None:
    table = ("Jaar 2029 2030 2031", "Paarden 12 17 40")
    text = read_text(
        official_pdf(
            [Sheet(FILLER, ["^1^ Kamerstuk 9"], []), Sheet(FILLER, ["^2^ Kamerstuk 10"], [], small=table)]
        ),
        "x",
    )

    assert quotes(text, MarkKind.NOTE) == ["1 Kamerstuk 9", "2 Kamerstuk 10"]
    assert "Paarden 12 17 40" in text.flow().text


def test_a_raised_digit_that_a_full_line_sent_on_is_marked() -> None:
    body = ["Vraag 1", "Hoe verhoudt dit zich tot de grenscode?", "^1^", "Antwoord 1", "Goed.", "12", *FILLER]
    note = ["^1^ Verordening 2031/399"]
    text = read_text(official_pdf([Sheet(body, note, FIRST_FOOTER)]), "vraag.pdf")

    assert [text.content[span.start - 2 : span.end] for span in text.marked(MarkKind.SUPERSCRIPT)][:1] == [
        "?\n1"
    ]
    assert quotes(text, MarkKind.SUPERSCRIPT).count("12") == 0


def test_footers_are_furniture(text: Text) -> None:
    assert quotes(text, MarkKind.FURNITURE) == ["\n".join(FIRST_FOOTER), *SECOND_FOOTER]


def test_a_sentence_reads_on_over_the_page_and_broken_words_are_whole(text: Text) -> None:
    running = text.flow().text

    assert "dat er gevangenissen zijn?\nVraag 2" in running
    assert "uw oordeel over" in running
    assert "energie-\nen klimaatgebied" in running
    assert "PVQ-standaarden" in running


def test_pages_start_where_they_start(text: Text) -> None:
    second = text.content.index("nissen zijn?")

    assert text.snapshot.page_starts == (0, second)
    assert text.snapshot.page(second - 1) == 1
    assert text.snapshot.page(second) == 2


def test_lines_repeated_at_the_edge_of_pages_are_furniture_and_headings_are_not() -> None:
    sheets = [
        Sheet([f"Vraag {n}", f"{word} is er?"], [], [f"Ministerie van Wolken blad {n}"])
        for n, word in enumerate(("Wat", "Wie", "Waar"), 1)
    ]
    data = official_pdf(sheets)

    text = read_text(data, "x")

    assert quotes(text, MarkKind.FURNITURE) == [f"Ministerie van Wolken blad {n}" for n in (1, 2, 3)]


def test_the_same_bytes_give_the_same_text() -> None:
    data = official_pdf([Sheet(FILLER, [], [])])

    assert read_text(data, "a") == read_text(data, "a")


def test_an_open_pdf_with_limits_on_printing_is_read() -> None:
    stream = io.BytesIO()
    canvas = Canvas(stream, encrypt=StandardEncryption("", ownerPassword="owner", canPrint=0))
    canvas.drawString(100, 100, "Vraag 1")
    canvas.save()

    assert read_text(stream.getvalue(), "x").content == "Vraag 1"


def scan() -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=1)
    canvas.drawInlineImage(Image.new("L", (60, 80), 200), 0, 0, 500, 700)
    canvas.save()
    return stream.getvalue()


def blank() -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=1)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


NO_PAGES = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000054 00000 n \n"
    b"trailer<</Root 1 0 R/Size 3>>\nstartxref\n105\n%%EOF\n"
)
WHOLE = official_pdf([Sheet(FILLER, [], [])])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(official_pdf([Sheet(FILLER, [], [])], lock="geheim"), "encrypted-pdf", id="encrypted"),
        pytest.param(WHOLE[: len(WHOLE) // 2], "truncated-pdf", id="truncated"),
        pytest.param(b"%PDF-1.7\nniets\n%%EOF\n", "broken-pdf", id="broken"),
        pytest.param(NO_PAGES, "broken-pdf", id="no pages"),
        pytest.param(scan(), "scanned-pdf", id="scanned"),
        pytest.param(blank(), "empty-pdf", id="blank"),
    ],
)
def test_a_pdf_that_cannot_be_read_says_why(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_text(data, "x.pdf")

    assert caught.value.code == code
    assert "PDF" in str(caught.value)
    assert "\n" not in str(caught.value)
