"""Write the sample dossier that ships with the package: `python docs/samples/build_sample.py [FOLDER]`.

The words stand in `dossier.toml`, the page in `official_page.py`. The same words give the same bytes,
on any machine with the same ReportLab and python-docx.
"""

from __future__ import annotations

import io
import re
import sys
import tomllib
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from official_page import Block, Letterhead, write_pdf

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "kamergraaf" / "sample"
EPOCH = (1980, 1, 1, 0, 0, 0)
WRITTEN = datetime(2031, 5, 14)  # noqa: DTZ001 - python-docx stores it as given, without a zone


def blocks(page: dict[str, Any], dossier: dict[str, Any]) -> list[Block]:
    """Give the paragraphs of one page: `asked` and `question` stand for words that several pages share."""
    made: list[Block] = []
    for row in page["blocks"]:
        if "question" in row:
            number = row["question"]
            marker = f"<note>{row['note']}</note>" if "note" in row else ""
            text = dossier["questions"][number - 1].replace("<note/>", marker)
            made += [Block(f"Vraag {number}"), Block(text, above=0)]
        elif "asked" in row:
            made.append(Block(dossier["asked"], above=15))
        else:
            made.append(Block(**row))
    return made


def write_letter(path: Path, letter: dict[str, Any], remark: str) -> None:
    """Write the ministry's letter as DOCX; the entries of the ZIP carry one fixed time."""
    document = Document()
    properties = document.core_properties
    properties.author, properties.title = "Kamergraaf", remark
    properties.created = properties.modified = WRITTEN
    document.add_paragraph("> Retouradres Postbus 99001 2500 XX Den Haag")
    document.add_paragraph("Aan de Voorzitter van de Tweede Kamer der Staten-Generaal")
    table = document.add_table(rows=0, cols=2)
    for label, value in letter["table"]:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, value
    for text in letter["paragraphs"]:
        paragraph = document.add_paragraph()
        for piece in re.split(r"(\[\d+\])", text):
            paragraph.add_run(piece).font.superscript = bool(re.fullmatch(r"\[\d+\]", piece)) or None
    written = io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as loose, zipfile.ZipFile(path, "w") as fixed:
        for name in loose.namelist():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            fixed.writestr(entry, loose.read(name))


def main(target: Path = TARGET) -> None:
    """Write the documents and the register of their people into a folder."""
    dossier = tomllib.loads((HERE / "dossier.toml").read_text("utf-8"))
    target.mkdir(parents=True, exist_ok=True)
    for page in dossier["page"]:
        head = Letterhead(
            year=page.get("year", dossier["year"]),
            remark=dossier["remark"],
            **{key: page[key] for key in ("series", "identifier", "issn", "running")},
        )
        notes = {int(number): text for number, text in page["notes"].items()}
        write_pdf(target / page["name"], head, notes, blocks(page, dossier))
    for text in dossier["text"]:
        (target / text["name"]).write_text(text["content"], "utf-8", newline="\n")
    write_letter(target / dossier["letter"]["name"], dossier["letter"], dossier["remark"])


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
