"""Run the terminal sessions of the documentation and write what they print.

    python docs/build_sessions.py [--check]

A session is a block of the language `console`. Lines that begin with `$ ` are run one after another in an
empty folder that holds the sample dossier as `dossier/` and keeps its store in `store/`; what stands
between them is replaced by what they print. With `--check` nothing is written, and the exit code is 1
where a session is out of date.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
HOW_TO = ROOT / "docs" / "how-to"
PAGES = (
    *(ROOT / "README.md", ROOT / "docs" / "tutorial.md"),
    *(HOW_TO / f"{name}.md" for name in ("timeline", "state", "curate")),
)
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)


def printed(command: str, folder: Path) -> str:
    """Give what a command prints, both streams, without trailing white space and empty lines."""
    environment = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "KAMERGRAAF_STORE": "store",
        "HOME": str(folder),
    }
    done = subprocess.run(  # noqa: S602 - the commands stand in our own pages
        command,
        shell=True,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines() if line.strip())


def fresh(page: Path) -> str:
    """Give the page with all its sessions run anew."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "kamergraaf" / "sample", folder / "dossier")

        def run(block: re.Match[str]) -> str:
            # A command goes on in the next line where its quotes are open or a backslash ends it.
            commands = re.findall(r"^\$ ((?:[^\n']|'[^']*'|\\\n)+)", block.group(), re.MULTILINE)
            return "".join(f"$ {command}\n{printed(command, folder)}" for command in commands)

        return BLOCK.sub(run, page.read_text("utf-8"))


def main() -> int:
    """Write the pages, or check them."""
    stale = [page for page in PAGES if fresh(page) != page.read_text("utf-8")]
    if "--check" in sys.argv:
        for page in stale:
            sys.stderr.write(f"{page.relative_to(ROOT)}: a session is out of date: run make docs\n")
        return 1 if stale else 0
    for page in stale:
        page.write_text(fresh(page), "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
