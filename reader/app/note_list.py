"""The list of all notes: what of a note can be searched, and the orders it can be put in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from reader.model import Note
from reader.query import Query, Texts, parse

__all__ = ["FIELDS", "ORDERS", "found", "notes_query", "ordered"]

FIELDS = ("title", "text", "site", "tag", "author", "speaker", "note", "colour", "kind", "after", "before")

ORDERS: dict[str, Callable[[Note], Any]] = {
    "newest first": lambda note: (-note.created.timestamp(), note.id),
    "last changed first": lambda note: (-note.modified.timestamp(), note.id),
    "by article": lambda note: (note.title.casefold(), note.address, note.selector.start if note.selector else -1),
    "by speaker": lambda note: (not note.speaker, note.speaker.casefold(), note.created.timestamp()),
    "by tag": lambda note: (not note.tags, tuple(tag.casefold() for tag in note.tags), note.created.timestamp()),
}

_TEXTS: dict[str, tuple[Note, Texts]] = {}
_MOST = 20_000
"""Notes whose folded texts are kept."""


def notes_query(text: str, *, typing: bool = False) -> Query:
    """A search in notes; while ``typing`` the last word is only the beginning of one."""
    return parse(text, FIELDS, typing=typing)


def found(notes: Iterable[Note], query: Query) -> list[Note]:
    """The notes that are asked for; ``after`` and ``before`` mean the day on which a note was made."""
    return [note for note in notes if query.holds(_texts(note), note.created.astimezone().date())]


def ordered(notes: Iterable[Note], order: str) -> list[Note]:
    """The notes in one of ``ORDERS``."""
    return sorted(notes, key=ORDERS[order])


def _texts(note: Note) -> Texts:
    """The note's texts, folded once: a list is searched anew at every letter that is typed."""
    known = _TEXTS.get(note.id)
    if known is None or known[0] is not note:
        if len(_TEXTS) >= _MOST:
            _TEXTS.clear()
        known = _TEXTS[note.id] = (note, Texts(_fields(note)))
    return known[1]


def _fields(note: Note) -> dict[str, str]:
    passage = note.selector.exact if note.selector else ""
    tags = "\n".join(note.tags)
    return {
        "title": note.title,
        "text": f"{passage}\n{note.body}",
        "site": f"{note.site} {note.address}",
        "tag": tags,
        "author": "\n".join(note.authors),
        "speaker": note.speaker,
        "note": f"{note.body}\n{tags}",
        "colour": note.color,
        "kind": str(note.kind),
    }
