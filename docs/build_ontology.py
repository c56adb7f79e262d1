"""Write docs/ontology/index.html, the reference of the ontology, from ontology/kamergraaf.ttl by pyLODE.

    python docs/build_ontology.py           write it anew
    python docs/build_ontology.py --check   say whether it is up to date; exit status 1 if not

The page carries the digest of the Turtle it was made from, so that checking needs no pyLODE.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import logging
import re
import sys
from pathlib import Path
from types import ModuleType

from rdflib import DCTERMS, RDFS, Graph, Literal

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "ontology" / "kamergraaf.ttl"
PAGE = ROOT / "docs" / "ontology" / "index.html"
_DIGEST = '<meta name="source-sha256" content="{}">'


def digest() -> str:
    """SHA-256 of the Turtle."""
    return hashlib.sha256(SOURCE.read_bytes()).hexdigest()


def is_current() -> bool:
    """Whether the page was made from the Turtle as it is."""
    return PAGE.exists() and _DIGEST.format(digest()) in PAGE.read_text(encoding="utf-8")


def build() -> str:
    """Make the page as HTML, the same from the same Turtle."""
    logging.disable(logging.INFO)
    # pyLODE 3.4 asks a pyproject.toml that is not in its wheel for its own version.
    version = ModuleType("pylode.version")
    version.__version__ = importlib.metadata.version("pylode")  # type: ignore[attr-defined]  # made here
    sys.modules["pylode.version"] = version
    from pylode import OntPub  # noqa: PLC0415 - after its version is known

    html = str(OntPub(ontology=_with_joined_labels(), sort_subjects=True).make_html())
    # The page repeats itself for search engines, in an order that changes from run to run.
    html = re.sub(r'\s*<script id="schema\.org".*?</script>', "", html, count=1, flags=re.DOTALL)
    return re.sub(r"(<head>)", rf"\1\n    {_DIGEST.format(digest())}", html, count=1)


def _with_joined_labels() -> Graph:
    """Read the ontology with one heading a term, `answer / antwoord`: pyLODE runs two into one word."""
    graph = Graph().parse(SOURCE)
    for predicate in (RDFS.label, DCTERMS.title):
        for subject in set(graph.subjects(predicate)):
            labels = {str(label): None for label in sorted(graph.objects(subject, predicate), key=_language)}
            graph.remove((subject, predicate, None))
            graph.add((subject, predicate, Literal(" / ".join(labels))))
    return graph


def _language(label: object) -> str:
    return getattr(label, "language", None) or ""


def main() -> int:
    """Run as the doc string says."""
    if "--check" in sys.argv[1:]:
        print("up to date" if is_current() else f"{PAGE} is not up to date: run make ontology-docs")  # noqa: T201 - a command for people
        return 0 if is_current() else 1
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(build(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
