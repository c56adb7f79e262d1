"""Scripts and styles that are written into a page, and the policy that lets only these run."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

__all__ = ["TEMPLATES", "policy", "scripts", "style"]

TEMPLATES = Path(__file__).parent / "templates"
_OWN = ("labels.js", "panel.js", "search.js", "view.js", "main.js")


@cache
def scripts() -> tuple[str, ...]:
    """Give the scripts of a page in order: vis-network as pyvis ships it, then those of the templates."""
    import pyvis  # noqa: PLC0415 - heavy: pyvis brings IPython along

    shipped = sorted((Path(pyvis.__file__).parent / "templates" / "lib").glob("vis-*/vis-network.min.js"))
    if not shipped:
        raise FileNotFoundError(f"pyvis in {Path(pyvis.__file__).parent} brings no vis-network.min.js")
    # A source map would be asked for over the network as soon as a reader opens the developer tools.
    library = shipped[-1].read_text(encoding="utf-8").rsplit("//# sourceMappingURL=", 1)[0]
    own = [(TEMPLATES / name).read_text(encoding="utf-8") for name in _OWN]
    return tuple(_inline(text) for text in (library, *own))


@cache
def style() -> str:
    """Give the style sheet of a page."""
    return _inline((TEMPLATES / "network.css").read_text(encoding="utf-8"))


def policy() -> str:
    """Give the Content-Security-Policy of a page: nothing from outside, and inside only what is hashed here.

    Data stands in `application/json` blocks, which no browser runs, so the hashes do not depend on it.
    """
    allowed = " ".join(_hash(text) for text in scripts())
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style())}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _inline(text: str) -> str:
    """Normalise line ends as an HTML parser does, and refuse what would end the element early."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lowered = text.lower()
    if any(mark in lowered for mark in ("</script", "</style", "<!--")):
        raise ValueError("a script or style sheet of the page holds a mark that would end its element")
    return text


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
