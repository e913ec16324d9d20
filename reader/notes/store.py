"""The user's notes: added, changed, removed and looked up; saved when a call returns."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any, cast

from msgspec.structs import replace

from reader.errors import BadInput
from reader.model import Note
from reader.notes.citekeys import Citekeys
from reader.notes.ids import new_id
from reader.notes.record import Record, from_record, to_record
from reader.notes.snapshot import damaged

if TYPE_CHECKING:
    from reader.notes.contents import Contents
    from reader.notes.storage import NoteStorage
    from reader.notes.table import NoteTable

__all__ = ["NoteStore"]


class NoteStore:
    """The notes in one TinyDB file, shared by any number of windows and threads.

    Nothing is read or created before the first use, and reading creates nothing. Raises DamagedStore for a file
    that is not wholly ours to read, StoreFailed when the disk refuses; either leaves the file as it was.
    """

    def __init__(self, path: Path) -> None:
        self.path = Path(path)
        self._lock = RLock()
        self._opened: NoteTable | None = None
        self._made: dict[str, tuple[Record, Note]] = {}

    @property
    def table(self) -> NoteTable:
        """The TinyDB table of the records, for its own ``Query``."""
        with self._lock:
            if self._opened is None:
                from tinydb import TinyDB

                from reader.notes.storage import NoteStorage
                from reader.notes.table import NoteTable

                self._opened = NoteTable(NoteStorage(self.path), TinyDB.default_table_name)
            return self._opened

    def add(self, note: Note) -> Note:
        """Save a new note and return it as saved.

        It gets a fresh id when it has none or one that is taken, and the citation key that its article has had
        from its first note on.
        """
        return self.add_many([note])[0]

    def add_many(self, notes: Iterable[Note]) -> list[Note]:
        """Save new notes in one step, all or none, and return them as saved; for what is read from a file."""
        with self._lock, self._storage.exclusive() as contents:
            saved: dict[str, Note] = {}
            keys = Citekeys(contents)
            for note in notes:
                taken = not note.id or note.id in contents.numbers or note.id in saved
                fresh = replace(note, id=new_id() if taken else note.id, citekey=keys.of(note))
                saved[fresh.id] = fresh
            self.table.insert_multiple(to_record(note) for note in saved.values())
            return list(saved.values())

    def update(self, note: Note) -> Note:
        """Save a changed note over the one with its id; ``modified`` becomes now. BadInput when it is gone."""
        with self._lock, self._storage.exclusive() as contents:
            number = self._number(note.id, contents)
            changed = replace(note, modified=datetime.now(UTC))
            self.table.update(_merged(contents.notes[number], to_record(changed)), doc_ids=[int(number)])
            return changed

    def remove(self, note_id: str) -> Note:
        """Take a note out and return it, so that it can be put back. BadInput when it is not there."""
        with self._lock, self._storage.exclusive() as contents:
            number = self._number(note_id, contents)
            note = self._note(number, contents.notes[number])
            self.table.remove(doc_ids=[int(number)])
            return note

    def restore(self, note: Note) -> Note:
        """Put a removed note back exactly as it was; one that is there already stays as it is and is returned."""
        with self._lock, self._storage.exclusive() as contents:
            number = contents.numbers.get(note.id)
            if number is not None:
                return self._note(number, contents.notes[number])
            self.table.insert(to_record(note))
            return note

    def rewrite(self, step: Callable[[Mapping[str, Record]], Mapping[str, Record | None]]) -> None:
        """Save, all or none, what ``step`` makes of the records by id, None for one to remove; no one writes meanwhile.

        For exchanges between machines. The records are the store's own: to be read, never changed.
        """
        from reader.notes.contents import NOTES

        with self._lock, self._storage.exclusive() as contents:
            notes = contents.notes
            changes = step({note_id: notes[number] for note_id, number in contents.numbers.items()})
            fresh = iter(range(contents.highest + 1, contents.highest + len(changes) + 1))
            by_number = {contents.numbers.get(key) or str(next(fresh)): record for key, record in changes.items()}
            self._storage.commit(NOTES, by_number)

    def get(self, note_id: str) -> Note | None:
        """The note with this id, None when there is none."""
        with self._lock:
            contents = self._storage.contents
            number = contents.numbers.get(note_id)
            return None if number is None else self._note(number, contents.notes[number])

    def all(self) -> list[Note]:
        """Every note, the newest last by when it was made."""
        with self._lock:
            return self._in_order(self._storage.contents.notes)

    def of_article(self, addresses: Collection[str]) -> list[Note]:
        """The notes whose own or canonical address is one of these, the newest last."""
        with self._lock:
            contents = self._storage.contents
            return self._in_order({number: contents.notes[number] for number in contents.of_addresses(addresses)})

    def tags(self) -> list[str]:
        """The tags in use, the most used first, equally used ones by name."""
        with self._lock:
            used = self._storage.contents.tags
            return sorted((tag for tag, times in used.items() if times > 0), key=lambda tag: (-used[tag], tag))

    def changed(self) -> bool:
        """Whether another window has written since the notes were last read here; costs one look at the file."""
        with self._lock:
            return self._opened is not None and self._storage.changed()

    def close(self) -> None:
        """Leave the file whole for other programs and let go of memory; the next use opens it again.

        Every note is saved already: a window that is killed without closing loses nothing.
        """
        with self._lock:
            if self._opened is not None:
                self._storage.close()
                self._opened = None
                self._made.clear()

    @property
    def _storage(self) -> NoteStorage:
        return cast("NoteStorage", self.table.storage)

    def _number(self, note_id: str, contents: Contents) -> str:
        try:
            return contents.numbers[note_id]
        except KeyError:
            raise BadInput(f"note {note_id}: not there (removed in another window?): list the notes again") from None

    def _note(self, number: str, record: Record) -> Note:
        """The note of a record; made once, since records are replaced, never changed."""
        known = self._made.get(number)
        if known is None or known[0] is not record:
            try:
                known = record, from_record(record, number)
            except ValueError as error:
                raise damaged(self.path, f"record {number}: {error}") from None
            self._made[number] = known
        return known[1]

    def _in_order(self, records: dict[str, Record]) -> list[Note]:
        notes = [self._note(number, record) for number, record in records.items()]
        return sorted(notes, key=lambda note: (note.created, note.id))


def _merged(before: Record, after: Record) -> dict[str, Any]:
    """The new record, with the fields inside ``selector`` and ``anchor`` that this version does not know kept."""
    for key in ("selector", "anchor"):
        if isinstance(before.get(key), dict) and isinstance(after[key], dict):
            after[key] = {**before[key], **after[key]}
    return after
