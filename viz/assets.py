"""Scripts and styles that are written into a page, and the policy that lets only these run."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["TEMPLATES", "network_scripts", "policy", "text"]

TEMPLATES = Path(__file__).parent / "templates"
_OWN = ("labels.js", "panel.js", "search.js", "view.js", "main.js")


@cache
def network_scripts() -> tuple[str, ...]:
    """Give the scripts of a network page in order: vis-network as pyvis ships it, then our own."""
    import pyvis  # noqa: PLC0415 - heavy: pyvis brings IPython along

    shipped = sorted((Path(pyvis.__file__).parent / "templates" / "lib").glob("vis-*/vis-network.min.js"))
    if not shipped:
        raise FileNotFoundError(f"pyvis in {Path(pyvis.__file__).parent} brings no vis-network.min.js")
    # A source map would be asked for over the network as soon as a reader opens the developer tools.
    library = shipped[-1].read_text(encoding="utf-8").rsplit("//# sourceMappingURL=", 1)[0]
    return (_inline(library), *map(text, _OWN))


@cache
def text(name: str) -> str:
    """Give a script or style sheet of the templates, as it may stand in a page."""
    return _inline((TEMPLATES / name).read_text(encoding="utf-8"))


def policy(scripts: Sequence[str], style: str) -> str:
    """Give the Content-Security-Policy of a page: nothing from outside, and inside only what is hashed here.

    Data stands in `application/json` blocks or in the text of the page, which no browser runs, so the hashes
    do not depend on it.
    """
    allowed = " ".join(map(_hash, scripts)) or "'none'"
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _inline(source: str) -> str:
    """Normalise line ends as an HTML parser does, and refuse what would end the element early."""
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    lowered = source.lower()
    if any(mark in lowered for mark in ("</script", "</style", "<!--")):
        raise ValueError("a script or style sheet of the page holds a mark that would end its element")
    return source


def _hash(source: str) -> str:
    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"
