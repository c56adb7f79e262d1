"""Rows of an invented register: no case, person or document in them exists."""

from __future__ import annotations

import gzip
import json
from typing import Any

__all__ = ["CASE_ID", "answer", "case", "expanded", "jsonl", "packed", "page", "tombstone"]

Row = dict[str, Any]
CASE_ID = "0f2a1c5e-0000-4000-8000-00000000000{}"


def case(number: str = "2031Z00001", *, place: int = 1, **changes: Any) -> Row:
    row: Row = {
        "Id": CASE_ID.format(place),
        "Nummer": number,
        "Soort": "Schriftelijke vragen",
        "Titel": None,
        "Onderwerp": "De veerpont over de Polderwetering",
        "GestartOp": "2031-03-04T00:00:00+01:00",
        "Vergaderjaar": "2030-2031",
        "Afgedaan": False,
        "GewijzigdOp": "2031-03-05T10:00:00.25+01:00",
        "Verwijderd": False,
        "_actors": {
            "Indiener": "Fenna Wierdsma (F.)",
            "Medeindiener": "Tjalling Roorda (T.A.), Hidde Zwart (H.)",
            "GerichtAan": "A. Veenstra",
            "Volgcommissie": "vaste commissie voor Veerponten",
            "Voortouwcommissie": "TK",
        },
    }
    return row | changes


def answer(number: str = "2031D00007", **changes: Any) -> Row:
    row: Row = {
        "Id": CASE_ID.format(7),
        "Soort": "Antwoord schriftelijke vragen",
        "DocumentNummer": number,
        "Onderwerp": "Antwoord op vragen van het lid Wierdsma over de veerpont",
        "Datum": "2031-03-25T00:00:00+01:00",
        "DatumOntvangst": None,
        "Aanhangselnummer": "303101234",
        "GewijzigdOp": "2031-03-26T09:00:00+01:00",
        "Verwijderd": False,
    }
    return row | changes


def expanded(**changes: Any) -> Row:
    """A case as it comes with `$expand`: actors with party, documents, dossiers."""
    row = case(**changes)
    del row["_actors"]
    row["ZaakActor"] = [
        {"ActorNaam": "Fenna Wierdsma", "ActorFractie": "PLP", "Relatie": "Indiener", "Persoon_Id": "AB-1"},
        {"ActorNaam": "A. Veenstra", "ActorFractie": None, "Relatie": "Gericht aan", "Persoon_Id": None},
        {"ActorNaam": "Weg Wezen", "Relatie": "Medeindiener", "Verwijderd": True},
    ]
    row["Document"] = [answer(), answer("2031D00008", Verwijderd=True)]
    row["Kamerstukdossier"] = [{"Nummer": "17050;22343", "Toevoeging": None}]
    return row


def tombstone(place: int = 1) -> Row:
    row = dict.fromkeys(case())
    return row | {
        "Id": CASE_ID.format(place),
        "GewijzigdOp": "2031-04-01T00:30:00+02:00",
        "Verwijderd": True,
    }


def jsonl(*rows: Row) -> bytes:
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows)


def packed(*rows: Row) -> bytes:
    return gzip.compress(jsonl(*rows), mtime=0)


def page(*rows: Row, entity: str = "Zaak") -> bytes:
    context = f"https://register.example/OData/v4/2.0/$metadata#{entity}"
    return json.dumps({"@odata.context": context, "value": list(rows)}, indent=1).encode()
