from __future__ import annotations

import hashlib

import pytest

from loaders.readers import MarkKind, Text, read_text

HEAD = """Tweede Kamer der Staten-Generaal2
Vergaderjaar 2031–2032 Aanhangsel van de Handelingen
Vragen gesteld door de leden der Kamer, met de daarop door de
regering gegeven antwoorden
546
Vragen van het lid De Wit-Zwart (PVQ) (ingezonden
24 oktober 2031).
"""
GLUED_FOOT = (
    " \n  \nah-tk-20312032-546\n"
    "ISSN 0921 - 7398’s-Gravenhage 2032Tweede Kamer, vergaderjaar 2031–2032, Aanhangsel 1\n"
)
FOOT = "Tweede Kamer, vergaderjaar 2031–2032, Aanhangsel 2\n"


def read(content: str) -> Text:
    return read_text(content.encode(), "x.txt")


def quotes(text: Text, kind: MarkKind) -> list[str]:
    return [text.snapshot.quote(span) for span in text.marked(kind)]


def notes(content: str) -> list[str]:
    return quotes(read(content), MarkKind.NOTE)


def test_letterhead_and_glued_footers_are_furniture_and_the_number_is_not() -> None:
    text = read(f"{HEAD}Vraag 1\nKlopt dit?{GLUED_FOOT}Ja.\n{FOOT}")

    assert quotes(text, MarkKind.FURNITURE) == [
        HEAD[: HEAD.index("\n546")],
        GLUED_FOOT.strip(),
        FOOT.strip(),
    ]
    assert not text.raised_known
    assert text.flow().text.startswith("546\nVragen van het lid")


@pytest.mark.parametrize(
    "line",
    [
        "Vergaderjaar 2031–2032 Vragen gesteld door de leden der Kamer",
        "kv-tk-2031Z18775",
        "ah-tk-20312032-546-h1",
        "’s-Gravenhage 2032 Tweede Kamer, vergaderjaar 2031–2032, Vragen",
        "Tweede Kamer, vergaderjaar 2031–2032, 99 600 VII, nr. 42 3",
        "kst-99600-VII-42",
    ],
)
def test_printed_forms_of_furniture(line: str) -> None:
    assert quotes(read(f"Wat nu?\n{line}\nJa."), MarkKind.FURNITURE) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Tweede Kamer, vergaderjaar 2031–2032, 99 637, nr. 3198",
        "Zie Tweede Kamer, vergaderjaar 2031–2032, Aanhangsel 2",
        "Tweede Kamer, vergaderjaar 2031–2032, Aanhangsel 1178",
        "Aanhangsel Handelingen, vergaderjaar 2031–2032, nr. 156",
    ],
)
def test_references_are_no_furniture(line: str) -> None:
    assert quotes(read(f"Wat nu?\n{line}\nJa."), MarkKind.FURNITURE) == []


def test_a_footer_glued_to_the_sentence_it_cuts_is_found() -> None:
    foot = "ISSN 0921 - 7398’s-Gravenhage 2032Tweede Kamer, vergaderjaar 2031–2032, Aanhangsel 1"

    assert read(f"dat er plannen {foot} waren om te gaan").flow().text == "dat er plannen\nwaren om te gaan"


def test_footers_on_one_line_take_their_own_identifiers_along() -> None:
    foot = "ISSN 0921 - 7398 ’s-Gravenhage 2032 Tweede Kamer, vergaderjaar 2031–2032, Aanhangsel 1"
    line = f"een ah-tk-20312032-546 {foot} twee ah-tk-20312032-546 drie {foot} vier"

    assert read(line).flow().text == "een\ntwee ah-tk-20312032-546 drie\nvier"


def test_a_first_line_may_be_furniture() -> None:
    assert quotes(read("ah-tk-20312032-546\nVraag 1\nWat nu?"), MarkKind.FURNITURE) == ["ah-tk-20312032-546"]


def test_notes_at_a_page_foot_run_on_to_the_footer_and_count_on() -> None:
    content = (
        f"{HEAD}Vraag 1\nKlopt dit?1 Volgens lid\n2 herhaald, en daarna\n3. In 2031 is\n"
        "1De Polderbode, 23 oktober 2031, Nieuws\nuit de bajes\n2Kamerstuk 99 279, nr. 339\n3Zie de brief\n"
        f"{GLUED_FOOT}Antwoord 1\nJa.4\n4NRG (polder.example/a-\nb)\n{FOOT}"
    )

    assert notes(content) == [
        "1De Polderbode, 23 oktober 2031, Nieuws\nuit de bajes",
        "2Kamerstuk 99 279, nr. 339",
        "3Zie de brief",
        "4NRG (polder.example/a-\nb)",
    ]


def test_a_marker_at_a_line_start_before_a_heading_opens_no_note() -> None:
    content = f"Vraag 1\nKlopt dat\n1 Dit is in 2022 gezegd?\nAntwoord 1\nJa.\n{FOOT}"

    assert notes(content) == []


def test_a_line_that_happens_to_begin_with_the_number_that_is_due_opens_no_note() -> None:
    content = f"Antwoord 1\nJa, over\n1 week. Of over 1,2 week en met\n1e klas.\n{FOOT}"

    assert notes(content) == []


def test_a_number_that_was_skipped_does_not_lose_the_notes_after_it() -> None:
    content = (
        f"Antwoord 1\nJa.1\n1Kamerstuk 99 279, nr. 1\n{FOOT}"
        f"Antwoord 2\nJa, volgens de NRG3.\n3NRG, 3 mei 2031\n{FOOT}"
        f"Antwoord 3\nNee.4\n4 De Bode, 4 mei 2031\n{FOOT}"
    )

    assert notes(content) == ["1Kamerstuk 99 279, nr. 1", "3NRG, 3 mei 2031", "4 De Bode, 4 mei 2031"]


def test_foot_notes_without_a_footer_close_the_text() -> None:
    assert notes("Vraag 1\nKlopt dit?1\n1De Bode, 3 mei 2031\n") == ["1De Bode, 3 mei 2031"]
    assert notes("Vraag 1\nKlopt dit vanaf\n1 Januari?\n") == []


def test_lists_and_rows_of_figures_are_no_notes() -> None:
    content = f"Antwoord 1\nDe stappen:\n1. het plan\n2. de uitvoering\n1. 65 121\n2019 22 2\n{FOOT}"

    assert notes(content) == []


def test_a_lowered_figure_at_a_line_start_opens_no_note() -> None:
    content = f"Vraag 1\nKlopt dit?1, 2\n1Bode, «Vermindering van CO\n2-uitstoot»\n2NRG, 3 mei 2031\n{FOOT}"

    assert notes(content) == ["1Bode, «Vermindering van CO\n2-uitstoot»", "2NRG, 3 mei 2031"]


@pytest.mark.parametrize(
    "opening", ["2031Z15585/2031D37938", "1,92% van de loonsom", "10 miljoen euro toegekend"]
)
def test_a_note_whose_text_opens_with_figures(opening: str) -> None:
    content = f"Antwoord 1\nJa.1 Nee.2\n1Kamerstuk 99 279, nr. 339\n2{opening}\n{FOOT}"

    assert notes(content) == ["1Kamerstuk 99 279, nr. 339", f"2{opening}"]


def test_a_note_alone_on_its_page_whose_text_opens_with_figures() -> None:
    content = f"Antwoord 1\nDat is de vrije ruimte1 van de werkgever.\n11,92% van de loonsom\n{FOOT}"

    assert notes(content) == ["11,92% van de loonsom"]


def test_notes_of_two_figures_that_an_extractor_left_on_one_line() -> None:
    marked = " ".join(f"woord{number}" for number in range(1, 13))
    single = "".join(f"{number} Kamerstuk 99 {number}\n" for number in range(1, 10))
    joined = "10 De Bode, 11 mei 2031 11 10 miljoen erbij 12 Kamerstuk 99 12\n"
    content = f"{marked} en 12 Kamerleden\n{single}{joined}{FOOT}"

    assert notes(content)[-3:] == ["10 De Bode, 11 mei 2031", "11 10 miljoen erbij", "12 Kamerstuk 99 12"]


def test_a_note_under_a_table_has_its_own_number() -> None:
    content = (
        f"Vraag 1\nHoeveel?1\n1De Bode, 3 mei 2031\n{FOOT}"
        "Ierland: 1.765 1.209 348\nNoordland: 512 1.081 340\n"
        "1 Vanaf 2031 zijn de cijfers uitgesplitst\nnaar land.\n"
        f" \nVraag 2\nEn nu?\n{FOOT}"
    )

    assert notes(content) == ["1De Bode, 3 mei 2031", "1 Vanaf 2031 zijn de cijfers uitgesplitst\nnaar land."]


@pytest.mark.parametrize(
    ("first", "second"), [("1) ", "2) "), ("[1] ", "[2] "), ("1)\u00a0", "2)\u00a0"), ("(1) ", "(2) ")]
)
def test_end_notes_close_the_text(first: str, second: str) -> None:
    content = (
        "Vraag 1\nTwee fasen: 1) een rapport en 2) een proef?\n\n"
        f"{first}De Bode, 3 mei 2031\n\n{second}Kamerstuk 99 279, nr. 339\n\n\n"
        "Toelichting: deze vragen volgen op eerdere."
    )

    assert notes(content) == [f"{first}De Bode, 3 mei 2031", f"{second}Kamerstuk 99 279, nr. 339"]


def test_numbered_questions_are_no_end_notes() -> None:
    assert notes("1) Klopt dit?\n\n2) En dit?\n") == []


def test_notes_set_off_by_blank_lines_need_a_marker_before_them() -> None:
    body = (
        "Vraag 1\nKlopt dit{}\n\n1 De Bode, 3 mei 2031, Vanavond\nop tv.\n\n2 Kamerstuk 99 637, nr. 3018.\n"
        " Vraag 2\nEn?"
    )

    assert notes(body.format("?1 Zo ja?2")) == [
        "1 De Bode, 3 mei 2031, Vanavond\nop tv.",
        "2 Kamerstuk 99 637, nr. 3018.",
    ]
    assert notes(body.format("?")) == []


def test_pages_start_after_form_feeds_or_else_after_footers() -> None:
    fed = read("een\n\ftwee\n\fdrie")
    footed = read(f"een\n{FOOT}twee\n{FOOT}")

    assert [fed.content[at:][:4] for at in fed.snapshot.page_starts] == ["een\n", "twee", "drie"]
    assert [footed.content[at:][:4] for at in footed.snapshot.page_starts] == ["een\n", "twee"]


DUTCH = "Vraag 1\nWat vindt u van coördinatie «één op één» in Oekraïne?\n’s-Gravenhage – café"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_encodings_are_told_apart(encoding: str) -> None:
    assert read_text(DUTCH.encode(encoding), "x").content == DUTCH


def test_latin_1_is_read_where_windows_1252_has_no_character() -> None:
    assert read_text("caf\u00e9\u0081".encode("latin-1"), "x").content == "café\u0081"


def test_text_that_went_through_utf_8_twice_is_put_right() -> None:
    twice = DUTCH.encode("utf-8").decode("cp1252").encode("utf-8")

    assert read_text(twice, "x").content == DUTCH


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@pytest.mark.parametrize("character", ["\x01", "\x0b", "\x1f", "\x7f", "\ufeff", "\uffff"])
def test_characters_that_xml_cannot_hold_go(encoding: str, character: str) -> None:
    many = DUTCH * 9

    assert read_text(f"{many}{character}{many}".encode(encoding), "x").content == many * 2


def test_line_ends_become_one_kind_and_control_characters_go() -> None:
    assert read_text(b"een\r\ntwee\rdrie" + b" woorden" * 500 + b"\x00", "x").content.startswith(
        "een\ntwee\ndrie"
    )
    assert "\x00" not in read_text(b"woorden " * 500 + b"\x00", "x").content


def test_the_snapshot_tells_the_bytes_and_the_source() -> None:
    snapshot = read_text(b"Vraag 1", "map/vraag.pdf").snapshot

    assert (snapshot.media_type, snapshot.source) == ("text/plain", "map/vraag.pdf")
    assert snapshot.sha256 == hashlib.sha256(b"Vraag 1").hexdigest()
