"""Notes leave here: one file a format, each with the citation of its article and a link to the passage.

The door: ``FORMATS``, ``format_named``, ``select`` (filters), ``render`` (notes to text) and ``write`` (to a file).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.errors import BadInput
from reader.model import Note
from reader.notes.export.filters import select
from reader.notes.export.target import write

__all__ = ["FORMATS", "format_named", "render", "select", "write"]

FORMATS: tuple[str, ...] = ("markdown", "json", "csv")
"""The formats by name; ``md`` is another word for the first."""

_ALIASES = {"md": "markdown"}


def format_named(name: str) -> str:
    """The format that a person's word means; BadInput, one line, for one that there is not."""
    lower = name.strip().lower()
    known = _ALIASES.get(lower, lower)
    if known not in FORMATS:
        raise BadInput(f"format {name[:40]!r}: not known: choose {', '.join(FORMATS)}")
    return known


def render(notes: Sequence[Note], format: str) -> str:  # noqa: A002 - the word of the command line
    """The notes as text in a format (or an alias); ends in a line break, without control codes."""
    return _writer(format_named(format))(notes)


def _writer(name: str) -> Callable[[Sequence[Note]], str]:
    if name == "markdown":
        from reader.notes.export.markdown import to_markdown

        return to_markdown
    if name == "csv":
        from reader.notes.export.csv_table import to_csv

        return to_csv
    from reader.notes.export.json_notes import to_json

    return to_json
