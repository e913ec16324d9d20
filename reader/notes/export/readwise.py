"""Notes as Readwise takes them (its CSV, https://readwise.io/import_bulk): times in UTC, tags as ``.tag`` in notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC

from reader.model import Note, NoteKind
from reader.notes.export.citation import authors_text
from reader.notes.export.csv_table import disarmed, row
from reader.notes.export.options import Options
from reader.notes.export.said import note_text, passage
from reader.text import clean_line

__all__ = ["COLUMNS", "dotted_tags", "note_with_tags", "readwise_chunks"]

COLUMNS = ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date")


def readwise_chunks(notes: Sequence[Note], _options: Options) -> Iterator[str]:
    """The notes as Readwise's CSV, in the order given; one without a passage has its article's title for it."""
    yield row(COLUMNS)
    for note in notes:
        yield row([disarmed(cell) for cell in _cells(note)])


def note_with_tags(note: Note) -> str:
    """Tags, then what was thought, then who said the passage: a note in the one field that there is for it."""
    speaker = "" if note.kind is NoteKind.CORRECTION else clean_line(note.speaker)
    said = f"Said by {speaker}." if speaker else ""
    return "\n\n".join(filter(None, [dotted_tags(note.tags), note_text(note), said]))


def dotted_tags(tags: Sequence[str]) -> str:
    """``.one .two``: what Readwise reads as tags at the beginning of a note."""
    return " ".join("." + "-".join(tag.lstrip(".").split()) for tag in map(clean_line, tags) if tag.lstrip("."))


def _cells(note: Note) -> tuple[str, ...]:
    place = note.selector.start if note.selector and note.selector.end else 0
    return (
        passage(note) or clean_line(note.title) or clean_line(note.address) or "Untitled",
        clean_line(note.title) or "Untitled",
        authors_text(note.authors) or clean_line(note.site),
        clean_line(note.address),
        note_with_tags(note),
        str(place) if place else "",
        note.created.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S"),
    )
