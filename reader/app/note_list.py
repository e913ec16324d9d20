"""The list of all notes: what of a note can be searched, and the orders it can be put in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from reader.model import Note
from reader.query import Query, parse

__all__ = ["FIELDS", "ORDERS", "found", "notes_query", "ordered"]

FIELDS = ("text", "tag", "colour", "color", "speaker", "site", "title", "kind")

ORDERS: dict[str, Callable[[Note], Any]] = {
    "newest first": lambda note: (-note.created.timestamp(), note.id),
    "last changed first": lambda note: (-note.modified.timestamp(), note.id),
    "by article": lambda note: (note.title.casefold(), note.address, note.selector.start if note.selector else -1),
    "by speaker": lambda note: (not note.speaker, note.speaker.casefold(), note.created.timestamp()),
    "by tag": lambda note: (not note.tags, tuple(tag.casefold() for tag in note.tags), note.created.timestamp()),
}


def notes_query(text: str) -> Query:
    """A search in notes: words, ``tag:``, ``colour:``, ``speaker:``, ``site:``, ``title:``, ``after:``, ``before:``."""
    return parse(text, FIELDS)


def found(notes: Iterable[Note], query: Query) -> list[Note]:
    """The notes that are asked for; ``after`` and ``before`` mean the day on which a note was made."""
    return [note for note in notes if query.holds(_fields(note), note.created.date())]


def ordered(notes: Iterable[Note], order: str) -> list[Note]:
    """The notes in one of ``ORDERS``."""
    return sorted(notes, key=ORDERS[order])


def _fields(note: Note) -> dict[str, str]:
    passage = note.selector.exact if note.selector else ""
    return {
        "text": f"{passage}\n{note.body}",
        "tag": " ".join(f"#{tag}" for tag in note.tags),
        "colour": note.color,
        "color": note.color,
        "speaker": note.speaker,
        "site": f"{note.site} {note.address}",
        "title": note.title,
        "kind": str(note.kind),
    }
