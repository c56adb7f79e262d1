"""`kamergraaf timeline`: what was decided, asked, answered and sent about a policy or a country."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kamergraaf.cli.options import DAY, examples, store_option
from kamergraaf.cli.own_concepts import concepts_option
from ontology.iris import ID

if TYPE_CHECKING:
    from datetime import date

    from graph.policies import Event
    from kamergraaf.policies import Asked

__all__ = ["timeline"]

_FORMATS = ("table", "csv", "json", "jsonl", "html")
_ENDINGS = {"": "table", "txt": "table", "htm": "html"}
"""Endings of file names that tell a form without being its name."""
_HEAD = (
    *("day", "kind", "detail", "since", "until", "title", "concepts", "group"),
    *("iri", "document", "page", "quote"),
)


@click.command(
    epilog=examples(
        "kamergraaf timeline besluitmoratorium",
        "kamergraaf timeline besluitmoratorium vertrekmoratorium --country RUS",
        "kamergraaf timeline Sudan --from 2023-01-01 --format csv",
        "kamergraaf timeline vertrekmoratorium -o vertrekmoratorium.html --open",
        "kamergraaf timeline huurtoeslag --concepts housing.ttl",
    )
)
@click.argument("names", nargs=-1, required=True, metavar="POLICY|COUNTRY...")
@click.option(
    "--country", "countries", multiple=True, metavar="COUNTRY", help="Only this country; repeatable."
)
@click.option("--from", "first", type=DAY, metavar="DATE", help="From this day on.")
@click.option("--until", "last", type=DAY, metavar="DATE", help="Until this day, inclusive.")
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    help="Form of the output; else that of the name of --out, else table.",
)
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    metavar="FILE",
    help="File to write; standard output unless given.",
)
@click.option(
    "--language",
    type=click.Choice(["nl", "en"]),
    default="nl",
    show_default=True,
    help="Language in which a page opens.",
)
@click.option("--open", "show", is_flag=True, help="Open the page in the browser; needs --out.")
@store_option
@concepts_option
def timeline(  # noqa: PLR0913, PLR0917 - click passes every option by name
    names: tuple[str, ...],
    countries: tuple[str, ...],
    first: date | None,
    last: date | None,
    form: str | None,
    out: Path | None,
    language: str,
    show: bool,
    store: Path | None,
) -> None:
    """Tell in order of day what happened around a policy or a country.

    Policies and countries are named in Dutch or English, by code (RUS) or by the end of their IRI. Several
    policies, and several countries, are taken together; with both, what is about a policy in a country. A
    page (--format html) shows decisions as bars and the rest as marks, and needs no network.
    """
    import kamergraaf  # noqa: PLC0415 - the store opens only when it is asked for
    from kamergraaf.errors import UsageError  # noqa: PLC0415 - likewise
    from kamergraaf.policies import asked, events  # noqa: PLC0415 - likewise

    form = form or _form(out)
    if first and last and last < first:
        raise UsageError(f"No day is from {first} on and until {last}: give the earlier day to --from.")
    if show and (form != "html" or out is None or str(out) == "-"):
        raise UsageError("Only a page in a file can be opened: add --out FILE.html.")
    about = asked(names, countries)
    with kamergraaf.open(store, read_only=True) as graph:
        found = events(graph.store, about, first, last)
    if form == "table" and out is None:
        _table(found)
    else:
        _write(found, about, form, out, language)
    if not found:
        days = " in these days" if first or last else ""
        click.echo(f"nothing in this store is about {about.title('nl')}{days}", err=True)
    if show and out:
        click.launch(str(out.resolve()))


def _form(out: Path | None) -> str:
    """Tell the form by the name of a file; a name without ending, and standard output, get a table."""
    from kamergraaf.errors import UsageError  # noqa: PLC0415 - as above

    ending = out.suffix.removeprefix(".").lower() if out else ""
    form = _ENDINGS.get(ending, ending)
    if form not in _FORMATS:
        raise UsageError(f"{out}: no form of output ends in .{ending}: say which with --format.")
    return form


def _table(found: list[Event]) -> None:
    from kamergraaf.cli.console import show  # noqa: PLC0415 - as above

    if found:
        show(*_cells(found))
    click.echo(f"{len(found)} event{'' if len(found) == 1 else 's'}")


def _cells(found: list[Event]) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Give head and rows for people; `from` only where a decision holds from another day than its own."""
    shows_since = any(one.since not in {None, one.day} for one in found)
    head = ("day", "what", *(["from"] if shows_since else []), "until", "title", "document")
    rows = [
        (
            str(one.day),
            f"{one.kind}: {one.detail}" if one.detail else one.kind,
            *([str(one.since or "")] if shows_since else []),
            str(one.end or ""),
            one.title,
            _document(one),
        )
        for one in found
    ]
    return head, rows


def _document(one: Event) -> str:
    """Name a document as `why` and `view` take it; nothing for what is no document."""
    iri = one.document or one.iri
    return iri.removeprefix(f"{ID}doc/nl/") if iri.startswith(f"{ID}doc/nl/") else ""


def _write(found: list[Event], about: Asked, form: str, out: Path | None, language: str) -> None:
    from kamergraaf.cli.output import writing  # noqa: PLC0415 - as above
    from kamergraaf.policies import page  # noqa: PLC0415 - likewise

    text = page(found, about, language) if form == "html" else _text(found, form)
    with writing(out) as file:
        file.write(text.encode())
    if out is not None and str(out) != "-":
        decisions = sum(one.kind == "decision" for one in found)
        click.echo(f"{out}: {len(found)} events, {decisions} of them decisions")


def _text(found: list[Event], form: str) -> str:
    from kamergraaf.cli.console import drawn  # noqa: PLC0415 - as above
    from kamergraaf.cli.rows import WRITERS  # noqa: PLC0415 - likewise

    if form == "table":
        return drawn(*_cells(found)).strip("\n") + "\n"
    return WRITERS[form](_HEAD, [_row(one) for one in found])


def _row(one: Event) -> dict[str, Any]:
    return {
        "day": one.day,
        "kind": one.kind,
        "detail": one.detail,
        "since": one.since,
        "until": one.end,
        "title": one.title,
        "concepts": list(one.concepts),
        "group": one.group,
        "iri": one.iri,
        "document": one.document,
        "page": one.page,
        "quote": one.quote and " ".join(one.quote.split()),
    }
