from __future__ import annotations

import io
import zipfile

import pytest

from loaders.errors import ReadError
from loaders.readers import MarkKind, Text, read_text
from tests.loaders.fixtures.letter_docx import docx, paragraph, run

RAISED = '<w:vertAlign w:val="superscript"/>'
LOWERED = '<w:vertAlign w:val="subscript"/>'


def reference(kind: str, number: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def note(kind: str, number: int, words: str) -> str:
    return f'<w:{kind} w:id="{number}"><w:p><w:r><w:{kind}Ref/></w:r>{run(f" {words}")}</w:p></w:{kind}>'


def listed(words: str, numbering: int = 7, level: int = 0) -> str:
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{numbering}"/></w:numPr>'
    return paragraph(words, properties=place)


def level(depth: int, style: str, text: str, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*levels: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="1">{"".join(levels)}</w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="8"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )


def quotes(text: Text, kind: MarkKind) -> list[str]:
    return [text.snapshot.quote(span) for span in text.marked(kind)]


def test_footnotes_and_endnotes_stand_after_the_body_with_raised_markers_in_it() -> None:
    body = paragraph("Ja, zoals verzocht.", reference("footnote", 5), " Nee.", reference("endnote", 2))
    body += paragraph("Meer", reference("footnote", 3))
    feet = (
        note("footnote", -1, "scheiding")
        + note("footnote", 3, "De Bode")
        + note("footnote", 5, "Kamerstuk 9")
    )
    text = read_text(docx(body, footnotes=feet, endnotes=note("endnote", 2, "Slot")), "x")

    assert text.raised_known
    assert text.flow().text.rstrip() == "Ja, zoals verzocht.1 Nee.1\nMeer2"
    assert quotes(text, MarkKind.SUPERSCRIPT) == ["1", "1", "2"]
    assert quotes(text, MarkKind.NOTE) == ["1 Kamerstuk 9", "2 De Bode", "1 Slot"]


def test_raised_runs_are_marked_and_lowered_ones_are_not() -> None:
    text = read_text(docx(paragraph("bericht?", run("12", RAISED), " CO", run("2", LOWERED))), "x")

    assert text.content == "bericht?12 CO2\n"
    assert quotes(text, MarkKind.SUPERSCRIPT) == ["12"]


def test_a_numbered_list_at_the_end_is_a_list_of_notes() -> None:
    body = paragraph("Klopt dit? 1)") + listed("De Bode, 3 mei 2031") + listed("Kamerstuk 99 279, nr. 3")
    text = read_text(docx(body, numbering=numbering(level(0, "decimal", "%1)"))), "x")

    assert quotes(text, MarkKind.NOTE) == ["1) De Bode, 3 mei 2031", "2) Kamerstuk 99 279, nr. 3"]


def test_list_numbers_are_printed_as_word_counts_them() -> None:
    levels = (level(0, "decimal", "%1."), level(1, "lowerLetter", "%1%2)"), level(2, "upperRoman", "%3"))
    body = "".join(
        [
            listed("een"),
            listed("onder", level=1),
            listed("diep", level=2),
            listed("nog", level=1),
            listed("twee"),
            listed("onder", level=1),
            listed("opnieuw", numbering=8),
            listed("buiten", numbering=0),
        ]
    )
    text = read_text(docx(body, numbering=numbering(*levels)), "x")

    assert text.content.split("\n")[:-1] == [
        "1. een", "1a) onder", "I diep", "1b) nog", "2. twee", "2a) onder", "1. opnieuw", "buiten",
    ]  # fmt: skip


def test_a_style_can_bring_the_list_number() -> None:
    styles = (
        '<w:style w:styleId="Vraag"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Onder"><w:basedOn w:val="Vraag"/></w:style>'
    )
    body = paragraph("een", properties='<w:pStyle w:val="Vraag"/>')
    body += paragraph("twee", properties='<w:pStyle w:val="Onder"/>')
    data = docx(body, styles=styles, numbering=numbering(level(0, "decimal", "%1.")))

    assert read_text(data, "x").content == "1. een\n2. twee\n"


def test_cells_are_lines_of_a_table() -> None:
    cells = "".join(f"<w:tc>{paragraph(words)}</w:tc>" for words in ("Datum", "16 mei 2031"))
    inner = f"<w:tbl><w:tr><w:tc>{paragraph('binnen')}</w:tc></w:tr></w:tbl>"
    body = (
        paragraph("Aan")
        + f"<w:tbl><w:tr>{cells}</w:tr><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"
        + paragraph("Ja")
    )
    text = read_text(docx(body), "x")

    assert text.content == "Aan\nDatum\n16 mei 2031\nbinnen\nJa\n"
    assert quotes(text, MarkKind.TABLE) == ["Datum\n16 mei 2031\nbinnen\n"]


def test_headers_stand_first_and_footers_last_as_furniture() -> None:
    data = docx(paragraph("Vraag 1"), header1=paragraph("Datum 16 mei 2031"), footer1=paragraph("Pagina 1"))
    text = read_text(data, "x")

    assert text.content == "Datum 16 mei 2031\nVraag 1\nPagina 1\n"
    assert quotes(text, MarkKind.FURNITURE) == ["Datum 16 mei 2031\n", "Pagina 1\n"]
    assert text.flow().text == "Vraag 1"


def test_what_word_does_not_show_is_not_read() -> None:
    hidden = "<w:del><w:r><w:delText>weg</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r>"
    body = paragraph(
        "een", hidden, f"<w:ins>{run(' twee')}</w:ins>", f"<w:hyperlink>{run(' drie')}</w:hyperlink>"
    )

    assert read_text(docx(body), "x").content == "een twee drie\n"


def test_breaks_tabs_and_hyphens() -> None:
    marks = "<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/>"
    page = '<w:r><w:br w:type="page"/><w:t>Vraag 2</w:t></w:r>'
    text = read_text(docx(paragraph(f"<w:r>{marks}</w:r>") + paragraph(page)), "x")

    assert text.content == "a\tb\nc-d\u00ad\n\nVraag 2\n"
    assert text.snapshot.page(text.content.index("Vraag 2")) == 2


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('Ons kenmerk')}</w:txbxContent>"
    namespace = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    body = paragraph("Brief", f"<w:r><mc:AlternateContent {namespace}>{both}</mc:AlternateContent></w:r>")

    assert read_text(docx(body), "x").content == "Brief\nOns kenmerk\n"


def zipped(**files: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name.replace("__", "/"), data)
    return stream.getvalue()


def spoiled(data: bytes) -> bytes:
    middle = data.index(b"word/document.xml") + 60
    return data[:middle] + b"\xff" * 40 + data[middle + 40 :]


WHOLE = docx(paragraph("Vraag 1 " * 50))
ENTITY = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(WHOLE[: len(WHOLE) // 2], "broken-docx", id="truncated"),
        pytest.param(spoiled(WHOLE), "broken-docx", id="spoiled"),
        pytest.param(docx("<w:p>"), "broken-docx", id="no xml"),
        pytest.param(
            zipped(word__document=b"", **{"word__document.xml": b"<a/>"}), "broken-docx", id="no parts"
        ),
        pytest.param(docx(paragraph("")), "empty-docx", id="no text"),
        pytest.param(docx(paragraph("x"), extra={"word/big.bin": bytes(200 << 20)}), "docx-bomb", id="bomb"),
        pytest.param(
            docx(paragraph("x"), extra={"word/big.xml": b" " * (40 << 20)}), "docx-bomb", id="xml bomb"
        ),
        pytest.param(docx(paragraph("x"), prolog=ENTITY), "unsafe-docx", id="entity"),
        pytest.param(zipped(xl__workbook=b"x"), "spreadsheet", id="xlsx"),
        pytest.param(zipped(ppt__presentation=b"x"), "presentation", id="pptx"),
        pytest.param(zipped(**{"META-INF__manifest.xml": b"x"}), "opendocument", id="odt"),
        pytest.param(zipped(vraag=b"x"), "zip-archive", id="zip"),
        pytest.param(zipped(), "zip-archive", id="empty zip"),
    ],
)
def test_a_docx_that_cannot_be_read_says_why(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_text(data, "x.docx")

    assert caught.value.code == code
    assert "\n" not in str(caught.value)
