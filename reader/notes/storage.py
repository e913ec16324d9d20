"""The storage under TinyDB: the notes file and its journal, locked over read, change and write, never half read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from reader.errors import StoreFailed
from reader.notes.contents import NOTES, Contents
from reader.notes.files import create_file, replace_file, told
from reader.notes.ids import new_id
from reader.notes.journal import Change, Journal
from reader.notes.lock import WriterLock
from reader.notes.record import SCHEMA, Record
from reader.notes.snapshot import LARGEST, Stamp, backup_of, dump, load, read_bytes, stamp_of
from reader.paths import make_private

__all__ = ["NoteStorage"]

_LEAST_JOURNAL = 1024 * 1024
"""Bytes of journal from which on it is folded into the notes file, once it is also half as long as that."""

_READS = 5
"""Tries to read file and journal as they belong together, while another window is folding one into the other."""


class NoteStorage(Storage):
    """Keeps the notes in ``path`` and, since the last time that was written, in a journal beside it.

    Nothing is created before the first write. A commit is on the disk when it returns; a failed one leaves files and
    memory as they were. What was read is kept, and a look at the files tells when another window wrote. Raises
    StoreFailed and DamagedStore, one line each.
    """

    def __init__(self, path: str | Path) -> None:
        super().__init__()
        self.path = Path(path).absolute()
        self._lock = WriterLock(self._beside(".lock"))
        self._journal = Journal(self._beside(".journal"))
        self._contents: Contents | None = None
        self._stamp: Stamp | None = None
        self._wrote = False

    @property
    def contents(self) -> Contents:
        """What the store holds now."""
        with told(self.path, "not read"):
            if self._contents is None or stamp_of(self.path) != self._stamp:
                return self._read()
            changes = self._journal.read_on()
            if changes is None:
                return self._read()
            self._contents.apply(changes)
            return self._contents

    def changed(self) -> bool:
        """Whether another window has written since the store was last read here."""
        with told(self.path, "not read"):
            if self._contents is None:
                return False
            return self._journal.changed() or stamp_of(self.path) != self._stamp

    @contextmanager
    def exclusive(self) -> Iterator[Contents]:
        """Hold the store against every other writer; yields what it holds now."""
        with told(self.path, "not saved"):
            make_private(self.path.parent)
            with self._lock.hold():
                yield self.contents

    def commit(self, table: str, changes: Mapping[str, Record | None]) -> None:
        """Save records by number, None for one to remove; returns when they are safe."""
        if not changes:
            return
        with self.exclusive() as contents:
            if contents.outdated:
                self._migrate(contents)
            if table != NOTES:
                self._save_other(table, changes, contents)
                return
            steps = list(_steps(changes, contents))
            self._refuse_if_full(steps)
            self._wrote = True
            if self._stamp is None and not self._journal.end:
                self._begin(steps)
            else:
                self._journal.append(steps)
            contents.apply(steps)
            if self._journal.end > max(_LEAST_JOURNAL, self._stamp[1] // 2 if self._stamp else 0):
                with suppress(OSError, StoreFailed):  # the notes are safe in the journal; the next commit tries again
                    self._fold(contents)

    def read(self) -> dict[str, dict[str, Any]] | None:
        """TinyDB's door: the tables, in dictionaries of their own, None when there are none."""
        return {name: dict(table) for name, table in self.contents.tables.items()} or None

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """TinyDB's door: save these tables and no others."""
        tables = {name: {str(number): dict(record) for number, record in rows.items()} for name, rows in data.items()}
        with self.exclusive():
            contents = Contents(tables)
            self._fold(contents)
            self._contents = contents

    def close(self) -> None:
        """Fold the journal into the notes file, so that any program that reads TinyDB finds every note there.

        Only after a commit: who merely read leaves the files alone.
        """
        if not self._wrote:
            return
        with suppress(StoreFailed, OSError), self.exclusive() as contents:  # the notes are safe in the journal
            if self._journal.end and not contents.outdated:
                self._fold(contents)

    def _read(self) -> Contents:
        """Both files, read as they belong together."""
        for _try in range(_READS):
            before = stamp_of(self.path)
            changes = self._journal.read_all()
            data, self._stamp = read_bytes(self.path)
            if self._stamp == before:
                break
        self._contents = Contents(load(data, self.path))
        self._contents.apply(changes)
        return self._contents

    def _begin(self, steps: list[Change]) -> None:
        """Make the notes file with the first notes in it, so that it is there to be seen, copied and backed up."""
        first = Contents({})
        first.apply(steps)
        create_file(self.path, dump(first.tables), self._beside(".tmp"))
        self._stamp = stamp_of(self.path)

    def _fold(self, contents: Contents) -> None:
        """Write the notes file whole, then begin the journal anew; in between, both say the same."""
        data = dump(contents.tables)
        if len(data) > LARGEST:
            raise self._full()
        replace_file(self.path, data, self._beside(".tmp"))
        self._stamp = stamp_of(self.path)
        self._journal.empty()

    def _refuse_if_full(self, steps: list[Change]) -> None:
        """StoreFailed for one more note when the files come near a size that they would not be read at."""
        size = self._journal.end + (self._stamp[1] if self._stamp else 0)
        if size > LARGEST // 4 * 3 and any(step.record is not None for step in steps):
            raise self._full()

    def _full(self) -> StoreFailed:
        return StoreFailed(f"{self.path}: not saved: close to {LARGEST >> 20} MB: export and remove some notes first")

    def _save_other(self, table: str, changes: Mapping[str, Record | None], contents: Contents) -> None:
        """Save in a table that is not ours: rare, so the whole file is written."""
        tables = {name: dict(rows) for name, rows in contents.tables.items()}
        rows = tables.setdefault(table, {})
        for number, record in changes.items():
            if record is None:
                rows.pop(number, None)
            else:
                rows[number] = _plain(record)
        self.write(tables)

    def _migrate(self, contents: Contents) -> None:
        """Bring records of an older shape to ours, after copying the file as it was."""
        data, _stamp = read_bytes(self.path)
        if data:
            replace_file(backup_of(self.path), data, self._beside(".bak.tmp"))
        contents.upgrade()
        self._fold(contents)

    def _beside(self, ending: str) -> Path:
        return self.path.with_name(self.path.name + ending)


def _steps(changes: Mapping[str, Record | None], contents: Contents) -> Iterator[Change]:
    """The changes as the journal names them; every record gets an id, and one whose id is changed is another note."""
    for number, record in changes.items():
        before = contents.notes.get(number)
        old_id = None if before is None else str(before.get("id") or number)
        if record is None:
            yield Change(number, old_id or number, None)
            continue
        fresh = {"schema": SCHEMA, **_plain(record)}
        fresh["id"] = str(fresh.get("id") or old_id or new_id())
        if old_id is not None and old_id != fresh["id"]:
            yield Change(number, old_id, None)
        yield Change(number, fresh["id"], fresh)


def _plain(record: Record) -> Record:
    """The record as JSON gives it back, sharing nothing with the caller's."""
    plain: Record = json.loads(json.dumps(record))
    return plain
