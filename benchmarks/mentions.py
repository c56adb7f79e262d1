"""How much time it adds to a reading to link what a document names, with the claims that follow from it.

    python benchmarks/mentions.py [FOLDER] [--rounds 5]

Reads each document under FOLDER (the sample dossier by default) in turn without and with the linking, in one
run, and prints the ratio of the sums of the best times. The target is 1.30 at most. What is read from
sentences on the ground of mentions (decisions, reports, commitments) is left out of both.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from loaders import read_document
from loaders.grammar import document
from loaders.sources.files import Arrival, arrivals
from ontology.records import Record

SAMPLE = ROOT / "kamergraaf" / "sample"
TARGET = 1.30


def seconds(found: Arrival) -> float:
    """Processor time of one reading."""
    start = time.process_time()
    read_document(found.data, found.source)
    return time.process_time() - start


def main() -> None:
    """Measure and print the two times, the ratio and how much was linked."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument(
        "folder", nargs="?", default=str(SAMPLE), help="documents to read; the sample dossier by default"
    )
    parser.add_argument("--rounds", type=int, default=5, help="readings of each sort; the best counts")
    options = parser.parse_args()

    documents = [one for one in arrivals([options.folder]) if isinstance(one, Arrival) and not one.register]
    read = (read_document(one.data, one.source) for one in documents)
    records = [one for one in read if isinstance(one, Record)]
    linked, linked_title = document.with_mentions, document.with_title_mentions
    document.with_statements = lambda _view, record: record
    plain, full = 0.0, 0.0
    for one in documents:
        pairs = []
        for _ in range(options.rounds):
            document.with_mentions = lambda _view, record: record
            document.with_title_mentions = lambda record: record
            without = seconds(one)
            document.with_mentions, document.with_title_mentions = linked, linked_title
            pairs.append((without, seconds(one)))
        plain += min(pair[0] for pair in pairs)
        full += min(pair[1] for pair in pairs)
    mentions, claims = (sum(len(getattr(one, name)) for one in records) for name in ("mentions", "claims"))
    print(f"{len(records)} documents, {mentions} mentions, {claims} claims")
    print(f"without {plain:.3f} s, with {full:.3f} s: ratio {full / plain:.3f} (target {TARGET})")


if __name__ == "__main__":
    main()
