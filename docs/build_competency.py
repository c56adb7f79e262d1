"""Write docs/competency-questions.md: each question, the query beside it, and its rows on the sample dossier.

    python docs/build_competency.py [--check]

The questions and their parameters stand in docs/samples/competency.toml. With `--check` nothing is written,
and the exit code is 1 where the page is out of date.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import Any

import kamergraaf
from graph.queries import get
from ontology.terms import PREFIXES

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "competency-questions.md"
TABLE = ROOT / "docs" / "samples" / "competency.toml"
SAMPLE = ROOT / "kamergraaf" / "sample"
BASE = "https://w3id.org/kamergraaf/"
ROWS, WIDTH = 6, 80
HEAD = """# Competency questions

What the graph is made for, in fifteen questions: each with the named query that answers it, and what that
prints on the sample dossier (`kamergraaf/sample`: invented members, letters and motions). Names under
`https://w3id.org/kamergraaf/` are shown without it, and long cells are cut. `kamergraaf query NAME --param
NAME=VALUE` asks the same of your own store. This page is written by `make docs`.
"""


def questions() -> list[dict[str, Any]]:
    """The table of questions."""
    found: list[dict[str, Any]] = tomllib.loads(TABLE.read_text("utf-8"))["question"]
    return found


def _cell(value: str | None) -> str:
    text = " ".join((value or "").split())
    # Of things under our own base the name is enough; loads are timed, which no page can show twice alike.
    for name, iri in PREFIXES.items():
        if text.startswith(iri) and not iri.startswith(BASE):
            text = f"{name}:{text.removeprefix(iri)}"
    text = text.removeprefix(BASE)
    cut = text if len(text) <= WIDTH else f"{text[: WIDTH - 1].rstrip()}…"
    return cut.replace("|", "\\|")


def _table(head: tuple[str, ...], rows: list[tuple[str | None, ...]]) -> str:
    kept = [at for at, name in enumerate(head) if name not in {"loaded", "file"}]
    lines = [[head[at] for at in kept], ["---"] * len(kept)]
    lines += [[_cell(row[at]) for at in kept] for row in rows[:ROWS]]
    text = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    more = len(rows) - ROWS
    return text + (f"\n\nand {more} more." if more > 0 else "")


def page() -> str:
    """The page as it should be."""
    parts = [HEAD]
    with kamergraaf.open(kamergraaf.MEMORY) as graph:
        graph.load(SAMPLE)
        for one in questions():
            query = get(one["query"])
            found = graph.query(one["query"], one["sample"])
            body = query.sparql.partition("\n\n")[2].strip()
            given = "".join(f" `{name}={value}`" for name, value in one["sample"].items())
            parts += [
                f"## {one['number']}. {one['asks']}",
                f"`{query.name}`{f' with{given}' if given else ''}: {query.answers}",
                f"```sparql\n{body}\n```",
                _table(*found.table()),
            ]
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def main() -> int:
    """Write the page, or check it."""
    fresh = page()
    if PAGE.exists() and PAGE.read_text("utf-8") == fresh:
        return 0
    if "--check" in sys.argv:
        sys.stderr.write(f"{PAGE.relative_to(ROOT)} is out of date: run make docs\n")
        return 1
    PAGE.write_text(fresh, "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
