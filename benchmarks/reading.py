"""How many documents are read a second on one core: the reader alone, and the whole reading.

    python benchmarks/reading.py [FOLDER] [--seconds 3]

Reads the text, PDF and DOCX files under FOLDER; without one, files drawn here in the official
layout. Each kind is read round and round for the time given; the best round counts, so that what
else the machine does at the time matters least.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from loaders.errors import ReadError
from loaders.readers import read_text
from loaders.sources.files import Arrival, arrivals

if TYPE_CHECKING:
    from collections.abc import Callable

KINDS = {
    "text/plain": "text",
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "DOCX",
}


def drawn(number: int = 10) -> list[Arrival]:
    """Three-page answers, as PDF and as the text layer of it; every name in them is invented."""
    from tests.loaders.fixtures.official_pdf import Sheet, official_pdf  # noqa: PLC0415 - needs reportlab

    made = []
    for copy in range(number):
        sheets = []
        for page in range(1, 4):
            body = [f"Antwoord {page}"]
            body.append(f"Het kabinet volgt de ontwikkelingen in Noordland al jaren.^{page}^")
            for year in range(2000, 2031):
                body.append(f"Ook in {year} volgde het kabinet de ontwikkelingen in Noordland en ver-")
                body.append("wachtte het op korte termijn geen wijziging van beleid.")
            foot = [f"Tweede Kamer, vergaderjaar 2031–2032, Aanhangsel {page}"]
            note = f"^{page}^ De Polderbode, {copy + 1} mei 2031, Nieuws"
            sheets.append(Sheet(body, [note], foot))
        data = official_pdf(sheets)
        made.append(Arrival(f"drawn-{copy}.pdf", data))
        made.append(Arrival(f"drawn-{copy}.txt", read_text(data, "").content.encode()))
    return made


def rate(read: Callable[[bytes, str], object], documents: list[Arrival], seconds: float) -> float:
    """Documents a second of the best round."""
    best = float("inf")
    until = time.perf_counter() + seconds
    while time.perf_counter() < until or best == float("inf"):
        start = time.process_time()
        for document in documents:
            read(document.data, document.source)
        best = min(best, time.process_time() - start)
    return len(documents) / best


def main() -> None:
    """Measure and print one row a kind."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", nargs="?", help="documents to read; drawn ones by default")
    parser.add_argument("--seconds", type=float, default=3.0, help="time for each figure")
    options = parser.parse_args()

    found = arrivals([options.folder]) if options.folder else drawn()
    kinds: dict[str, list[Arrival]] = defaultdict(list)
    for document in found:
        try:
            if isinstance(document, Arrival):
                kinds[KINDS[read_text(document.data, document.source).snapshot.media_type]].append(document)
        except ReadError as error:
            print(f"{document.source}: {error}", file=sys.stderr)
    whole = whole_reading()
    print(f"{'kind':<6}{'documents':>10}{'KB each':>9}{'reader/s':>10}{'whole/s':>9}")
    for kind, documents in sorted(kinds.items()):
        size = sum(len(document.data) for document in documents) / len(documents) / 1000
        reader = rate(read_text, documents, options.seconds)
        record = f"{rate(whole, documents, options.seconds):.0f}" if whole else "-"
        print(f"{kind:<6}{len(documents):>10}{size:>9.1f}{reader:>10.0f}{record:>9}")


def whole_reading() -> Callable[[bytes, str], object] | None:
    """Bytes to record, where the grammar is there."""
    try:
        from loaders import read_document  # noqa: PLC0415 - measured where it exists
    except ImportError:
        return None
    return read_document


if __name__ == "__main__":
    main()
