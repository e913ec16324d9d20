"""Pages of the documentation that are made from the code: ``python docs/make`` writes them, ``--check`` says which age.

What is made: the pages of keys, settings and commands, the manual page, the schema of the settings, and in every other
page, the README too, the tables of keys and what the examples print. Names of pages after it mean these alone;
``--quick`` leaves the examples as they are, which takes a second in place of half a minute.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from difflib import unified_diff
from functools import partial
from pathlib import Path

import commands_page
import json_page
import keys_page
import man_page
import pieces
import settings_page

DOCS = Path(__file__).resolve().parents[1]
MADE: Mapping[str, Callable[[], str]] = {
    "reference/keys.md": keys_page.page,
    "reference/settings.md": settings_page.page,
    "reference/commands.md": commands_page.page,
    "reference/json.md": json_page.page,
    **json_page.schemas(),
    "reader.1": man_page.page,
    "schemas/config.json": settings_page.schema,
}


def main(arguments: list[str]) -> int:
    """Write what is not as it should be; with ``--check`` only name it, and give 1 when there is any."""
    check = "--check" in arguments
    made_of = pages(examples="--quick" not in arguments)
    wanted = {word for word in arguments if not word.startswith("--")}
    if unknown := wanted - made_of.keys():
        raise SystemExit(f"{', '.join(sorted(unknown))}: no such page: they are {', '.join(made_of)}")
    stale = 0
    for name, make in made_of.items():
        if wanted and name not in wanted:
            continue
        page = DOCS / name
        there = page.read_text("utf-8") if page.exists() else ""
        made = make()
        if made == there:
            continue
        stale += 1
        if check:
            print(f"docs/{name}: is not what the code says: run python docs/make")
            sys.stdout.writelines(unified_diff(there.splitlines(True), made.splitlines(True), "there", "made", n=1))
        else:
            page.write_text(made, encoding="utf-8")
            print(f"docs/{name}")
    return int(check and stale > 0)


def pages(examples: bool) -> dict[str, Callable[[], str]]:
    """Each page, by its path from ``docs``, with what makes it."""
    written = [DOCS.parent / "README.md", *sorted(DOCS.glob("*.md"))]
    return dict(MADE) | {os.path.relpath(page, DOCS): partial(_filled, page, examples) for page in written}


def _filled(page: Path, examples: bool) -> str:
    return pieces.filled(page.read_text("utf-8"), examples)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
