"""The storage under TinyDB: one file, locked over read, change and write, replaced in one step, never half read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from reader.errors import StoreFailed
from reader.notes.contents import Contents
from reader.notes.files import replace_file, told
from reader.notes.lock import WriterLock
from reader.notes.record import SCHEMA, Record
from reader.notes.snapshot import LARGEST, Stamp, Tables, backup_of, dump, load, read_bytes, stamp_of
from reader.paths import make_private

__all__ = ["NoteStorage"]


class NoteStorage(Storage):
    """Keeps the tables in ``path``, and creates nothing before the first write.

    What was read is kept and read again only when the file's stamp has changed. A commit has reached the disk when
    it returns; a failed one leaves file and memory as they were. Raises StoreFailed and DamagedStore, one line each.
    """

    def __init__(self, path: str | Path) -> None:
        super().__init__()
        self.path = Path(path).absolute()
        self._lock = WriterLock(self._beside(".lock"))
        self._contents: Contents | None = None
        self._stamp: Stamp | None = None

    @property
    def contents(self) -> Contents:
        """What the file holds now."""
        with told(self.path, "not read"):
            stamp = stamp_of(self.path)
            if self._contents is None or stamp != self._stamp:
                found = read_bytes(self.path)
                data, self._stamp = found or (b"", None)
                self._contents = Contents(load(data, self.path))
        return self._contents

    def changed(self) -> bool:
        """Whether someone else has written since the file was last read here."""
        with told(self.path, "not read"):
            return self._contents is not None and stamp_of(self.path) != self._stamp

    @contextmanager
    def exclusive(self) -> Iterator[Contents]:
        """Hold the store against every other writer; yields what it holds now."""
        with told(self.path, "not saved"):
            make_private(self.path.parent)
            with self._lock.hold():
                yield self.contents

    def commit(self, table: str, changes: Mapping[str, Record | None]) -> None:
        """Save records by number, None for one to remove; returns when they are safe."""
        with self.exclusive() as contents:
            if contents.outdated:
                self._migrate(contents)
            tables = {name: dict(rows) for name, rows in contents.tables.items()}
            rows = tables.setdefault(table, {})
            for number, record in changes.items():
                if record is None:
                    rows.pop(number, None)
                else:
                    rows[number] = json.loads(json.dumps(record))
            self._replace(tables)
            for number in changes:
                if number in rows:
                    contents.put(table, number, rows[number])
                else:
                    contents.drop(table, number)

    def read(self) -> dict[str, dict[str, Any]] | None:
        """TinyDB's door: the tables, in dictionaries of their own, None when there are none."""
        return {name: dict(table) for name, table in self.contents.tables.items()} or None

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """TinyDB's door: save these tables and no others."""
        tables = {name: {str(number): dict(record) for number, record in rows.items()} for name, rows in data.items()}
        with self.exclusive():
            self._replace(tables)
            self._contents = Contents(tables)

    def _migrate(self, contents: Contents) -> None:
        """Bring records of an older shape to ours, in memory, after copying the file as it was."""
        found = read_bytes(self.path)
        if found:
            replace_file(backup_of(self.path), found[0], self._beside(".bak.tmp"))
        for number, record in list(contents.notes.items()):
            contents.put("_default", number, {**record, "id": record.get("id") or number, "schema": SCHEMA})
        contents.outdated = False

    def _replace(self, tables: Tables) -> None:
        data = dump(tables)
        if len(data) > LARGEST:
            raise StoreFailed(f"{self.path}: not saved: over {LARGEST >> 20} MB: export and remove some notes first")
        replace_file(self.path, data, self._beside(".tmp"))
        self._stamp = stamp_of(self.path)

    def _beside(self, ending: str) -> Path:
        return self.path.with_name(self.path.name + ending)
