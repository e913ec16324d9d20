"""Row by row: what can be taken is taken, what cannot is named, and one bad row spoils no other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from reader.errors import BadInput
from reader.model import Note

__all__ = ["Incoming", "Rows", "taken"]

Row = TypeVar("Row")


@dataclass(frozen=True)
class Incoming:
    """What a file holds: its format, the notes in their order, and a line for each row that could not be taken.

    A note that had no name of ours has ``""`` for its id, and gets one when it is saved.
    """

    form: str
    notes: tuple[Note, ...]
    failures: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rows(Generic[Row]):
    """The rows of a file, each with the word that an error line calls it, and what makes notes of one."""

    rows: Iterable[tuple[str, Row]]
    notes_of: Callable[[Row], Iterable[Note]]


def taken(form: str, rows: Rows[Row], name: str) -> Incoming:
    """The notes of all rows. BadInput when there are rows and none can be taken."""
    notes: list[Note] = []
    failures: list[str] = []
    count = 0
    for label, row in rows.rows:
        count += 1
        try:
            notes += rows.notes_of(row)
        except BadInput as error:
            failures.append(f"{label}: {error}")
    if failures and len(failures) == count:
        more = f", and none of the {count - 1} others" if count > 1 else ""
        raise BadInput(f"{name}: {form}: nothing in it can be taken: {failures[0]}{more}")
    return Incoming(form, tuple(notes), tuple(failures))
