"""Notes as an e-reader's ``My Clippings.txt``: a passage an entry, what was thought of it the entry after.

There is no place for an address in it, and the lines of ten equals signs part the entries, so text holds none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from reader.model import Note
from reader.notes.export.citation import authors_text, month_name
from reader.notes.export.options import Options
from reader.notes.export.readwise import note_with_tags
from reader.notes.export.said import passage
from reader.text import clean_line

__all__ = ["clippings_chunks"]

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_RULE = "=========="
_RULES = re.compile("={10,}")


def clippings_chunks(notes: Sequence[Note], _options: Options) -> Iterator[str]:
    """The notes in the order given."""
    for note in notes:
        words, thought = passage(note), note_with_tags(note)
        if words:
            yield _entry(note, "Highlight", words)
        if thought or not words:
            yield _entry(note, "Note", thought)


def _entry(note: Note, kind: str, text: str) -> str:
    title = clean_line(note.title) or clean_line(note.address) or "Untitled"
    author = authors_text(note.authors) or clean_line(note.site)
    heading = f"{title} ({author})" if author else title
    about = f"- Your {kind} on {_place(note, kind)} | Added on {_moment(note.created)}"
    return f"{_apart(heading)}\n{about}\n\n{_apart(text)}\n{_RULE}\n"


def _place(note: Note, kind: str) -> str:
    selector = note.selector
    if not selector or selector.end <= selector.start:
        return "Location 1"
    return f"Location {selector.start + 1}-{selector.end}" if kind == "Highlight" else f"Location {selector.end}"


def _moment(instant: datetime) -> str:
    """``Friday, May 1, 2026 12:00:00 PM``, in UTC, in English whatever the locale."""
    at = instant.astimezone(UTC)
    clock = f"{at.hour % 12 or 12}:{at:%M:%S} {'AM' if at.hour < 12 else 'PM'}"
    return f"{_DAYS[at.weekday()]}, {month_name(at)} {at.day}, {at.year} {clock}"


def _apart(text: str) -> str:
    """The text with longer runs of equals signs broken up."""
    return _RULES.sub(lambda run: " ".join(run.group()[at : at + 9] for at in range(0, len(run.group()), 9)), text)
