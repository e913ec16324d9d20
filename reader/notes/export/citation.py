"""What an article is cited by, from a note on it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from reader.model import Note
from reader.text import clean_line

__all__ = ["authors_text", "by_article", "day_parts", "day_text", "month_name"]

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def authors_text(authors: Iterable[str]) -> str:
    """``A``, ``A and B``, or ``A, B and C``."""
    names = [name for name in map(clean_line, authors) if name]
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def day_text(instant: str) -> str:
    """``2025-03-14T09:30:00Z`` as ``14 March 2025``: the day as it was given; other words stay as they are."""
    day = day_parts(instant)
    return f"{day.day} {month_name(day)} {day.year}" if day else clean_line(instant)


def day_parts(instant: str) -> datetime | None:
    """The day of an instant or a date as it was given, None for words that are neither."""
    try:
        return datetime.fromisoformat(instant)
    except ValueError:
        return None


def month_name(day: datetime) -> str:
    """``March``, whatever the locale."""
    return _MONTHS[day.month - 1]


def by_article(notes: Iterable[Note]) -> list[list[Note]]:
    """The notes of each article together: articles by their first note, notes by their place, whole-page ones first."""
    groups: dict[str, list[Note]] = {}
    for note in notes:
        groups.setdefault(note.address or f"title:{note.title}", []).append(note)
    return [sorted(group, key=_place) for group in groups.values()]


def _place(note: Note) -> tuple[int, datetime]:
    if note.anchor and note.anchor.start is not None:
        return note.anchor.start, note.created
    return (note.selector.start if note.selector else -1), note.created
