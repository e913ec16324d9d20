"""Notes as a table: RFC 4180 with a heading, rows ending in a line feed, and nothing in it that a spreadsheet runs."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from reader.model import Note
from reader.notes.export.citation import authors_text
from reader.notes.export.options import Options
from reader.notes.export.said import note_text, passage
from reader.notes.record import instant_text
from reader.text import clean_line

__all__ = ["COLUMNS", "csv_chunks", "disarmed", "rearmed", "row"]

COLUMNS = (
    "title", "authors", "site", "published", "url", "accessed", "citekey", "kind", "quotation", "speaker", "note",
    "tags", "color", "modified", "created", "id",
)  # fmt: skip
"""The last is never empty: a reader of the file cannot take the row's end for a part of it."""

# A spreadsheet takes a cell that begins so for a formula (CWE-1236), full-width signs too; and it may part cells at
# semicolons or tabs, and lines within a cell, whatever the quotation marks say. CR is gone before.
_FORMULA = re.compile(r"""(^|[\n,;\t])(?=['"]*[=+\-@\t\uff1d\uff0b\uff0d\uff20])""")
_DISARMED = re.compile(r"""(^|[\n,;\t])'(?=['"]*[=+\-@\t\uff1d\uff0b\uff0d\uff20])""")


def csv_chunks(notes: Sequence[Note], _options: Options) -> Iterator[str]:
    """The notes as CSV in the order given, one a row."""
    yield row(COLUMNS)
    for note in notes:
        yield row([disarmed(cell) for cell in _cells(note)])


def row(cells: Sequence[str]) -> str:
    """One row as text."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()


def disarmed(text: str) -> str:
    """The text with an apostrophe before every sign that could begin a formula.

    ``rearmed`` has it back: one apostrophe less wherever a cell, a line in it or what follows a comma, semicolon or
    tab begins with apostrophes or quotation marks and such a sign.
    """
    return _FORMULA.sub(r"\1'", text)


def rearmed(text: str) -> str:
    """What ``disarmed`` was given."""
    return _DISARMED.sub(r"\1", text)


def _cells(note: Note) -> tuple[str, ...]:
    return (
        clean_line(note.title),
        authors_text(note.authors),
        clean_line(note.site),
        clean_line(note.published),
        clean_line(note.address),
        clean_line(note.accessed),
        clean_line(note.citekey),
        note.kind.value,
        passage(note),
        clean_line(note.speaker),
        note_text(note),
        ", ".join(map(clean_line, note.tags)),
        clean_line(note.color),
        instant_text(note.modified),
        instant_text(note.created),
        clean_line(note.id) or "-",
    )
