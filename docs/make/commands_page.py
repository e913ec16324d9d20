"""The page of all commands, from click."""

from __future__ import annotations

from marked import code, note, table
from tree import Told, everywhere, told

__all__ = ["page"]

BEGINNING = """\
# All commands

What `reader COMMAND --help` prints, on one page. `reader` alone opens the library; `reader URL`, `reader FILE` and
`reader -` open an article. `--version` prints the version.

A pipe gets plain text without control codes; progress and complaints go to standard error. The exit code is 0 when all
is done, 1 when there are findings or failures (a line each), 2 when what was given cannot be used (one line says what
and what to do), 70 for a defect of reader's and 130 when it was interrupted.

These options hold for every command:
"""


def page() -> str:
    """The whole page."""
    options = table(("option", "what it does"), [(code(option), said) for option, said in everywhere()])
    return "\n".join([note("reader/cli"), BEGINNING, options, *map(_section, told()), ""])


def _section(one: Told) -> str:
    parts = [f"\n## {one.name}", f"```text\n{one.name} {one.usage}\n```", *one.paragraphs]
    if one.options:
        parts.append(table(("option", "what it does"), [(code(option), _plain(said)) for option, said in one.options]))
    if one.after:
        parts.append(f"```text\n{one.after}\n```")
    return "\n\n".join(parts)


def _plain(text: str) -> str:
    """Words of a cell, with nothing that Markdown would take for its own."""
    return text.replace("|", "\\|").replace("*", "\\*").replace("<", "\\<")
