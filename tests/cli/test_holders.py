"""Who held a post on a day: one query, any day, with what ships in the package."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Run

JUSTICE, ASYLUM = "staatssecretaris van justitie en veiligheid", "minister van asiel en migratie"


def holders(ask: Run, post: str, on: str) -> list[str]:
    told = ask(
        "query", "holder-of-post", "--param", f"post={post}", "--param", f"on={on}", "--format", "json"
    )
    assert told.exit_code == 0, told.output
    return sorted(row["name"]["value"] for row in json.loads(told.stdout)["results"]["bindings"])


@pytest.mark.parametrize(
    ("post", "on", "names"),
    [
        (JUSTICE, "2023-01-23", ["Eric van der Burg"]),
        (ASYLUM, "2024-07-03", ["Marjolein Faber-van de Klashorst"]),
        # Hand-over days: the new holder has the post.
        (JUSTICE, "2022-01-09", ["Ankie Broekers-Knol"]),
        (JUSTICE, "2022-01-10", ["Eric van der Burg"]),
        (JUSTICE, "2024-07-01", ["Eric van der Burg"]),
        (JUSTICE, "2024-07-02", ["Ingrid Coenradie", "Teun Struycken"]),
        (ASYLUM, "2024-07-01", []),
        (ASYLUM, "2024-07-02", ["Marjolein Faber-van de Klashorst"]),
        (ASYLUM, "2025-06-03", ["Marjolein Faber-van de Klashorst"]),
        (ASYLUM, "2025-06-04", []),
        ("minister-president", "2010-10-13", ["Jan Peter Balkenende"]),
        ("minister-president", "2010-10-14", ["Mark Rutte"]),
        ("minister van economische zaken", "2025-06-18", []),
        ("minister van economische zaken", "2025-06-19", ["Vincent Karremans"]),
        ("minister van buitenlandse zaken", "2025-08-22", ["Caspar Veldkamp"]),
        ("minister van buitenlandse zaken", "2025-08-23", []),
    ],
)
def test_who_held_a_post_on_a_day(ask: Run, post: str, on: str, names: list[str]) -> None:
    assert holders(ask, post, on) == names
