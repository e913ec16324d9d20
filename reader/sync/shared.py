"""The store of notes that keeps itself exchanged with a folder."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from reader.model import Note
from reader.notes import NoteStore
from reader.sync.exchange import NoteSync

__all__ = ["SharedStore"]


class SharedStore(NoteStore):
    """A NoteStore that exchanges after each change, and before it is read when the folder changed.

    What it promises of its own file holds whatever the folder does: a change is saved here first, and what is in the
    way of the exchange is a line in ``problems``.
    """

    def __init__(self, path: Path, place: Path, folder: Path, problems: list[str]) -> None:
        super().__init__(path)
        self.sync = NoteSync(self, place, folder, problems)

    def add_many(self, notes: Iterable[Note]) -> list[Note]:
        """As in NoteStore, then told to the folder."""
        saved = super().add_many(notes)
        self.sync.keep_up(written=True)
        return saved

    def update(self, note: Note) -> Note:
        """As in NoteStore, then told to the folder."""
        saved = super().update(note)
        self.sync.keep_up(written=True)
        return saved

    def remove(self, note_id: str) -> Note:
        """As in NoteStore, then told to the folder."""
        removed = super().remove(note_id)
        self.sync.keep_up(written=True)
        return removed

    def restore(self, note: Note) -> Note:
        """As in NoteStore, then told to the folder."""
        restored = super().restore(note)
        self.sync.keep_up(written=True)
        return restored

    def all(self) -> list[Note]:
        """Every note, with what other machines have sent."""
        self.sync.keep_up()
        return super().all()

    def of_article(self, addresses: Collection[str]) -> list[Note]:
        """The notes of an article, with what other machines have sent."""
        self.sync.keep_up()
        return super().of_article(addresses)

    def tags(self) -> list[str]:
        """The tags in use, with what other machines have sent."""
        self.sync.keep_up()
        return super().tags()

    def changed(self) -> bool:
        """Whether another window, or another machine, has written since the notes were last read here."""
        return super().changed() or self.sync.changed()
