"""`python -m kamergraaf` is the `kamergraaf` command."""

from __future__ import annotations

from kamergraaf.cli.main import main

main()
