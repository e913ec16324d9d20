"""Notes leave here: one small writer a format, each with the citation of its article and a link to the passage.

The door: ``FORMATS`` and ``ENDINGS``, ``format_named`` and ``format_of``, ``select`` (filters), ``Options`` (grouping,
template), ``chunks`` and ``render`` (notes to text), ``write`` and ``write_folder`` (to a file or a folder).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.errors import BadInput
from reader.model import Note
from reader.notes.export.filters import select
from reader.notes.export.formats import ALIASES, ENDINGS, FORMATS, GROUPED, format_named, format_of, writer_of
from reader.notes.export.options import GROUPS, Options
from reader.notes.export.target import write

__all__ = [
    "ALIASES",
    "ENDINGS",
    "FORMATS",
    "GROUPS",
    "Options",
    "chunks",
    "format_named",
    "format_of",
    "render",
    "select",
    "write",
    "write_folder",
]


def chunks(notes: Sequence[Note], format: str, options: Options | None = None) -> Iterator[str]:  # noqa: A002 - its name
    """The notes as text in a format (or an alias), piece by piece. BadInput for an option that does not fit it."""
    name = format_named(format)
    chosen = options or Options()
    if chosen.group != "article" and name not in GROUPED:
        raise BadInput(f"--group {chosen.group}: {name} cannot be grouped so: choose {', '.join(GROUPED)}")
    if chosen.template is not None and name != "markdown":
        raise BadInput(f"--template: is for markdown, not for {name}: leave one of them out")
    return writer_of(name)(notes, chosen)


def render(notes: Sequence[Note], format: str, options: Options | None = None) -> str:  # noqa: A002 - its name
    """The notes as text in a format (or an alias); ends in a line break, without control codes."""
    return "".join(chunks(notes, format, options)) or "\n"


def write_folder(folder: Path, notes: Sequence[Note], options: Options | None = None) -> list[Path]:
    """Write a file an article for Obsidian into the folder, made when it is missing; the files written."""
    from reader.notes.export.folder import write_files

    return write_files(folder, notes, options or Options())
