"""Cells that no spreadsheet takes for a formula.

A cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return gets an apostrophe in front
(OWASP, "CSV Injection"); whoever reads the file with a program takes it off again with `unguard`.
A plain number (`-3`, `+2.5`) is no formula and stays as it is.
"""

from __future__ import annotations

import re

__all__ = ["guard", "unguard"]

_RISKY = re.compile(r"'*[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?\Z")


def guard(cell: str) -> str:
    """Put an apostrophe in front of a cell that a spreadsheet would run.

    >>> guard("=1+1"), guard("-3"), guard("Ja.")
    ("'=1+1", '-3', 'Ja.')
    """
    return "'" + cell if _RISKY.match(cell) and not _NUMBER.match(cell) else cell


def unguard(cell: str) -> str:
    """Give the cell as it was before `guard`; apostrophes that stood there already are kept."""
    return cell[1:] if cell.startswith("'") and _RISKY.match(cell) else cell
