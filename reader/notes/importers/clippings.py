"""An e-reader's ``My Clippings.txt``, in whatever language the device speaks.

An entry is a line with title and author, a line about kind, place and time, an empty line, the text, and a line of ten
equals signs. What was thought of a passage is an entry of its own, beside that of the passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from reader.errors import BadInput
from reader.model import Note
from reader.notes.importers.made import made
from reader.notes.importers.readwise import parted_note
from reader.notes.importers.rows import Rows

__all__ = ["RULE", "rows_of"]

RULE = "=========="

_NOTE = re.compile(r"\b(?:note|nota|notiz|notitie|anteckning|note personnelle|заметка)\b|笔记|メモ|노트", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE = re.compile(
    r"(?:(?P<month1>[A-Za-z]{3,9})\.? (?P<day1>\d{1,2})|(?P<day2>\d{1,2})\.? (?P<month2>[A-Za-z]{3,9}))"
    r",? (?P<year>\d{2,4}),?(?: (?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))? ?(?P<half>[AP]M)?)?"
)
_AUTHOR = re.compile(r"^(?P<title>.*\S)\s*\((?P<author>(?:[^()]|\([^()]*\))+)\)$")
_PLACE = re.compile(r"(\d+)(?:\s*[-–]\s*(\d+))?(?=[^|\d]*(?:\||$))")


@dataclass(frozen=True)
class _Entry:
    title: str
    author: str
    is_note: bool
    place: tuple[int, int]
    made_at: datetime | None
    text: str
    thought: str = ""


def rows_of(text: str) -> Rows[_Entry | str]:
    """The entries, each note put to the passage beside it; bookmarks, which have no text, are left out."""
    return Rows(_joined(_entries(text)), _notes)


def _entries(text: str) -> Iterator[tuple[str, _Entry | str]]:
    plain = text.replace("\ufeff", "").replace("\r\n", "\n")
    parts = re.split(rf"(?m)^{RULE}[ \t]*$\n?", plain)
    for number, part in enumerate(parts, start=1):
        if not part.strip():
            continue
        lines = part.strip("\n").split("\n")
        if len(lines) < 2 or not lines[1].startswith("-"):
            yield f"entry {number}", "no line about its kind and place under the title"
            continue
        text_lines = "\n".join(lines[2:]).strip("\n")
        if text_lines.strip():
            yield f"entry {number}", _entry(lines[0].strip(), lines[1], text_lines)


def _entry(heading: str, about: str, text: str) -> _Entry:
    titled = _AUTHOR.match(heading)
    title, author = (titled["title"], titled["author"]) if titled else (heading, "")
    first, *others = about.split("|")
    places = _PLACE.findall("|".join([first, *others[:1]]) if len(others) > 1 else first)
    start, end = places[-1] if places else ("0", "")
    is_note = bool(_NOTE.search(first))
    return _Entry(title, author, is_note, (int(start), int(end or start)), _instant(about), text)


def _instant(about: str) -> datetime | None:
    """The time of an entry in English; other languages keep theirs to themselves, and the note is of today."""
    found = _DATE.search(about)
    month = (found["month1"] or found["month2"] or "")[:3].lower() if found else ""
    if not found or month not in _MONTHS:
        return None
    hour, half = int(found["hour"] or 0), found["half"]
    if half:
        hour = hour % 12 + (12 if half == "PM" else 0)
    year, day = int(found["year"]), int(found["day1"] or found["day2"])
    clock = (hour, int(found["minute"] or 0), int(found["second"] or 0))
    try:
        return datetime(year + 2000 if year < 100 else year, _MONTHS.index(month) + 1, day, *clock, tzinfo=UTC)
    except ValueError:
        return None


def _joined(entries: Iterator[tuple[str, _Entry | str]]) -> Iterator[tuple[str, _Entry | str]]:
    """Each thought put to its passage, which comes right before it or right after it."""
    held: tuple[str, _Entry] | None = None
    for label, entry in entries:
        if isinstance(entry, str):
            yield label, entry
            continue
        both = _together(held[1], entry) if held else None
        if held and not both:
            yield held
        held = (held[0], both) if held and both else (label, entry)
    if held:
        yield held


def _together(one: _Entry, other: _Entry) -> _Entry | None:
    passage, thought = (other, one) if one.is_note else (one, other)
    same = (one.title, one.author) == (other.title, other.author) and one.is_note != other.is_note
    if not same or passage.thought or not passage.place[0] <= thought.place[1] <= passage.place[1]:
        return None
    return replace(passage, thought=thought.text)


def _notes(entry: _Entry | str) -> Iterator[Note]:
    if isinstance(entry, str):
        raise BadInput(entry)
    tags, body, speaker = parted_note(entry.text if entry.is_note else entry.thought)
    yield made(
        title=entry.title,
        authors=re.split(r"\s*;\s*| and ", entry.author),
        quote="" if entry.is_note else entry.text,
        body=body,
        tags=tags,
        speaker=speaker,
        created=entry.made_at,
    )
