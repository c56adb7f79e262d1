from __future__ import annotations

import pytest

from loaders import read_document
from loaders.errors import ReadError
from loaders.readers import read_text
from loaders.readers.official_xml import MAX_NOTES
from loaders.readers.text import MarkKind, Text
from loaders.readers.xml_parse import MAX_XML_BYTES
from ontology.records import Failure, Kind, Record

QUESTION = "<kamervragen><vraag><nr>Vraag 1</nr><al>{}</al></vraag></kamervragen>"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>{QUESTION.format("&l9;")}'
REACHING_OUT = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + QUESTION.format("&e;")
)


def read(body: str) -> Text:
    return read_text(f'<?xml version="1.0" encoding="UTF-8"?>{body}'.encode(), "x.xml")


def record(body: str) -> Record:
    found = read_document(f'<?xml version="1.0"?>{body}'.encode(), "x.xml")
    assert isinstance(found, Record), found
    return found


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(BOMB.encode(), "unsafe-xml", id="billion laughs"),
        pytest.param(REACHING_OUT.encode(), "unsafe-xml", id="external entity"),
        pytest.param(REACHING_OUT.encode("utf-16"), "unsafe-xml", id="external entity in UTF-16"),
        pytest.param(
            b'<?xml version="1.0"?><!DOCTYPE vraagdoc SYSTEM "http://127.0.0.1:9/x.dtd"><vraagdoc/>',
            "unsafe-xml",
            id="document type of elsewhere",
        ),
        pytest.param(
            b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE x+AFs-+AF0APg-'
            + QUESTION.format("x").encode(),
            "unsafe-xml",
            id="document type hidden by an encoding",
        ),
        pytest.param(b'<?xml version="1.0"?><handelingen><al>', "broken-xml", id="cut off"),
        pytest.param(b'<?xml version="1.0"?>' + b"<a>" * 5000 + b"</a>" * 5000, "broken-xml", id="too deep"),
        pytest.param(
            b'<?xml version="1.0" encoding="x-none"?><vraagdoc/>', "broken-xml", id="no such encoding"
        ),
        pytest.param(b'<?xml version="1.0"?>' + b" " * MAX_XML_BYTES, "too-large", id="too large"),
        pytest.param(
            b'<?xml version="1.0"?><rss><title>Vraag 1</title></rss>', "unknown-xml", id="other XML"
        ),
        pytest.param(
            b'<feed xmlns="http://www.w3.org/2005/Atom"><entry/></feed>', "unknown-xml", id="a feed"
        ),
        pytest.param(
            b'<?xml version="1.0"?><!-- x --><x:html xmlns:x="y"/>', "web-page", id="XHTML with a prefix"
        ),
        pytest.param(
            b"<kamervragen>" + b"<noot/>" * (MAX_NOTES + 1) + b"</kamervragen>", "too-large", id="notes"
        ),
        pytest.param(b"<kamervragen><vraag/></kamervragen>", "empty-xml", id="nothing in it"),
        pytest.param(
            b'<metadata_gegevens><metadata name="DC.identifier" content="gmb-2031-1"/></metadata_gegevens>',
            "other-publication",
            id="a record of a municipality",
        ),
    ],
)
def test_each_kind_of_bad_xml_has_a_code_and_one_sentence(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_text(data, "x.xml")

    assert caught.value.code == code
    assert "\n" not in str(caught.value)


def test_a_failure_says_where_xml_breaks() -> None:
    found = read_document(b'<?xml version="1.0"?>\n<handelingen>\n<al>x</li>\n</handelingen>', "x.xml")

    assert isinstance(found, Failure)
    assert "line 3" in found.reason


@pytest.mark.parametrize(
    "mark", [b"\xef\xbb\xbf", b"\xc3\xaf\xc2\xbb\xc2\xbf", b"\xc3\xaf\xc2\xbb\xc2\xbf\xef\xbb\xbf"]
)
def test_a_byte_order_mark_written_twice_is_no_obstacle(mark: bytes) -> None:
    data = mark + b'<?xml version="1.0"?>' + QUESTION.format("Wat kost het?").encode()

    assert read_text(data, "x").content == "Vraag 1\nWat kost het?"


def test_layout_is_no_text_and_instructions_leave_no_gap() -> None:
    text = read(
        QUESTION.format("\n  Noor<?xpp afbm?>der<!-- x -->land\n  <nadruk>sluit</nadruk>  de grens? ")
    )

    assert text.content == "Vraag 1\nNoorderland sluit de grens?"


def test_a_marker_knows_its_note_whatever_the_numbers() -> None:
    notes = (
        "Een<noot id='a'><noot.nr>1</noot.nr><noot.al>Eerste.</noot.al></noot> m3 en twee"
        "<noot id='b'><noot.nr>1</noot.nr><noot.al>Tweede.</noot.al><noot.al>Vervolg.</noot.al></noot>?"
    )
    text = read(QUESTION.format(notes))
    quote = text.snapshot.quote

    assert text.stated
    assert [(quote(note), quote(marker)) for note, marker in text.stated.markers] == [
        ("1 Eerste.", "1"),
        ("1 Tweede. Vervolg.", "1"),
    ]
    assert [quote(span) for span in text.marked(MarkKind.NOTE)] == ["1 Eerste.", "1 Tweede. Vervolg."]
    assert record(QUESTION.format(notes)).questions[0].text == "Een m3 en twee?"


def test_a_note_referred_to_twice_is_one_note_with_two_markers() -> None:
    body = (
        "<vraagdoc><body><vragen><vraag><nummer>1</nummer><al>Kent u dit<nootref refid='n7'/>?</al></vraag>"
        "<vraag><nummer>2</nummer><al>En nu<nootref refid='n7'/>?</al></vraag>"
        "<noot id='n7' nr='7'><al>Het Avondblad.</al></noot></vragen></body></vraagdoc>"
    )
    found = record(body)

    assert [(note.number, note.text) for note in found.notes] == [(7, "Het Avondblad.")]
    assert [question.notes for question in found.questions] == [(7,), (7,)]


def test_words_that_look_like_a_heading_do_not_divide_what_the_elements_hold() -> None:
    body = (
        "<kamervragen><vraag><nr>Vraag 1</nr><al>Klopt dit?</al></vraag>"
        "<antwoord><nr>Antwoord 1</nr><al>Vraag 2</al><al>Antwoord 3: zie een bijlage.</al></antwoord>"
        "</kamervragen>"
    )
    found = record(body)

    assert [question.number for question in found.questions] == [1]
    assert [(answer.numbers, answer.text) for answer in found.answers] == [
        ((1,), "Vraag 2 Antwoord 3: zie een bijlage.")
    ]


def test_facts_that_only_elements_state_are_read() -> None:
    body = (
        "<kamervragen><kamervraagnummer>2031 Z 00001</kamervraagnummer><kamervraagomschrijving type='vraag'>"
        "<naam>Lindeboom</naam><organisatie>WVP</organisatie>"
        "<kamervraagonderwerp>over tol.</kamervraagonderwerp>"
        "<datum isodatum='2031-10-01'>woensdag</datum></kamervraagomschrijving>"
        "<vraag><nr>1</nr><al>Wat kost het?</al></vraag></kamervragen>"
    )
    found = record(body)

    assert found.kind is Kind.WRITTEN_QUESTIONS
    assert [(asker.name, asker.party) for asker in found.askers] == [("Lindeboom", "WVP")]
    assert found.case_number
    assert found.case_number.value == "2031Z00001"
    assert found.subject
    assert found.snapshot.quote(found.subject.span) == found.subject.value == "tol"
    assert found.submitted
    assert found.submitted.value.isoformat() == "2031-10-01"


def test_a_link_says_which_paper_is_meant() -> None:
    link = "<extref soort='document' doc='kst-36999-VI-12'>36 999 en 36 998, nr. 12</extref>"
    found = record(QUESTION.format(f"Kent u de motie ({link}) en de brief (Kamerstuk 19 637, nr. 9871)?"))

    assert [(paper.dossier, paper.number) for paper in found.papers] == [
        ("36999-VI", "12"),
        ("19637", "9871"),
    ]


@pytest.mark.parametrize("target", ["javascript:alert(1)", "kst-1; DROP", "ftp://x", "http://", "stb-2031-4"])
def test_a_link_to_nothing_we_know_is_left(target: str) -> None:
    found = record(QUESTION.format(f"Kent u <extref soort='URL' doc='{target}'>dit</extref>?"))

    assert found.citations == ()
    assert found.questions[0].text == "Kent u dit?"
