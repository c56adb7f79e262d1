"""Authority sets of invented people, and ways to ask what came of them."""

from __future__ import annotations

from datetime import date

from ontology.authority import AuthoritySet, Cabinet, Incumbency, Person, Seat, Succession

GUID = "00000000-0000-4000-8000-00000000000"
TERMS = [date(2021, 3, 31), date(2023, 12, 6)]


def day(text: str) -> date:
    return date.fromisoformat(text)


def house() -> AuthoritySet:
    """The trusted set: three members of one name, one of a double name, a term of the House."""
    return AuthoritySet(
        "tweedekamer",
        "House",
        day("2023-06-01"),
        persons=[
            Person("1", "Waard", "Jette", "van", "J.K.", born=day("1970-01-01"), tk=f"{GUID}1"),
            Person("2", "Waard", "Otto", "van", "O.", born=day("1980-02-02"), tk=f"{GUID}2"),
            Person("3", "Waard", "Pim", "", "P.", born=day("1985-03-03"), tk=f"{GUID}3"),
            Person("4", "Zandstra-van de Hoek", "Ine", "", "I.", born=day("1975-04-04"), tk=f"{GUID}4"),
        ],
        seats=[
            Seat("1", "SP", day("2021-03-31")),
            Seat("2", "CDA", day("2021-03-31"), day("2022-08-31")),
            Seat("2", "Lid Waard", day("2022-09-01")),
            Seat("3", "SP", day("2021-03-31")),
            Seat("4", "PvdA", day("2021-03-31")),
        ],
        terms=TERMS,
    )


def government() -> AuthoritySet:
    """A packaged set: one post under two names, handed over on a day, and two state secretaries."""
    return AuthoritySet(
        "packaged",
        "Government",
        day("2025-01-01"),
        persons=[
            Person("zandstra", "Zandstra-van de Hoek", "Ine", "", "I.", birth_year=1975),
            Person("okkema", "Okkema", "Ype", "", "Y.", birth_year=1960),
            Person("vlieland", "Vlieland", "Bo", "van", "B."),
        ],
        incumbencies=[
            Incumbency("okkema", "Minister van Veiligheid en Justitie", day("2015-03-20"), day("2017-10-25")),
            Incumbency(
                "zandstra", "Minister van Justitie en Veiligheid", day("2017-10-26"), day("2022-01-09")
            ),
            Incumbency("okkema", "Minister van Justitie en Veiligheid", day("2022-01-10")),
            Incumbency("vlieland", "Staatssecretaris van Financiën", day("2022-01-10")),
            Incumbency("zandstra", "Staatssecretaris van Financiën", day("2022-01-10"), day("2022-05-01")),
        ],
        cabinets=[Cabinet("Okkema I", day("2022-01-10"))],
        successions=[
            Succession(
                "Minister van Justitie en Veiligheid", "renamed", "Minister van Veiligheid en Justitie"
            )
        ],
    )
