"""What the user decided about who is who over all articles: notes of kind ``correction`` that belong to no article.

They are kept with the notes, win over the program's own rules, and are exported with them. A field of its own,
``correction``, says what one does; ``correction_from`` is the id of the person it is about:

``merge``   is the person whose id is ``correction_to``
``apart``   in the article at ``correction_to`` this name is somebody of their own
``name``    is to be called ``Note.speaker``
``role``    has the role ``correction_to``
``known``   is who a catalogue outside has as ``correction_to`` (Wikidata's Q42)
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec.structs import replace

from reader.app.corrections import CORRECTION, FROM
from reader.library.book.people import Rulings
from reader.model import Note, NoteKind

if TYPE_CHECKING:
    from reader.app.book.people_table import Decision

__all__ = ["TO", "Ruling", "is_ruling", "ruling_note", "rulings_of", "taken_back"]

TO = "correction_to"


class Ruling(StrEnum):
    """What a decision about a person does."""

    MERGE = "merge"
    APART = "apart"
    NAME = "name"
    ROLE = "role"
    KNOWN = "known"


def is_ruling(note: Note) -> bool:
    """Whether a note is a decision about a person over all articles."""
    return note.kind is NoteKind.CORRECTION and note.extra.get(CORRECTION) in set(Ruling)


def ruling_note(what: Ruling, about: str, to: str = "", name: str = "") -> Note:
    """The note of a decision, not saved yet; its fields are those of the module's table."""
    from reader.notes.ids import new_id

    said = {
        Ruling.MERGE: f"is {to}",
        Ruling.APART: f"in {to} is another",
        Ruling.NAME: f"is called {name}",
        Ruling.ROLE: f"is {to}",
        Ruling.KNOWN: f"is known as {to}",
    }
    body = f"{about} {said[what]}"
    note = Note(id=new_id(), kind=NoteKind.CORRECTION, url="", title="Who is who", speaker=name, body=body)
    return replace(note, extra={CORRECTION: str(what), FROM: about, TO: to})


def rulings_of(notes: Iterable[Note]) -> Rulings:
    """All decisions among the notes, in the order in which they were made; a later one goes over an earlier."""
    merged: dict[str, str] = {}
    names: dict[str, str] = {}
    roles: dict[str, str] = {}
    known: dict[str, str] = {}
    apart: set[tuple[str, str]] = set()
    for note in sorted(filter(is_ruling, notes), key=lambda note: (note.modified, note.id)):
        about, to = str(note.extra.get(FROM, "")), str(note.extra.get(TO, ""))
        what = Ruling(str(note.extra[CORRECTION]))
        if what is Ruling.MERGE:
            merged.pop(to, None)  # whom it is merged into is somebody of their own again
            merged[about] = to
        elif what is Ruling.APART:
            apart.add((to, about))
        elif what is Ruling.NAME:
            names[about] = note.speaker
        else:
            (roles if what is Ruling.ROLE else known)[about] = to
    return Rulings(merged, names, frozenset(apart), roles, known)


def taken_back(found: Iterable[Decision], notes: Iterable[Note]) -> list[Note]:
    """The notes of those rulings that the decisions say hold no more."""
    gone = {(str(one.what), one.about, one.value if one.what is Ruling.APART else "") for one in found if one.take_back}
    return [note for note in notes if is_ruling(note) and _sort(note) in gone]


def _sort(note: Note) -> tuple[str, str, str]:
    what, to = str(note.extra[CORRECTION]), str(note.extra.get(TO, ""))
    return what, str(note.extra.get(FROM, "")), to if what == Ruling.APART else ""
