"""A TinyDB table that hands its storage the records that changed, not the whole table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from copy import deepcopy
from typing import Any

from tinydb.table import Document, Table

from reader.notes.contents import NOTES
from reader.notes.record import Record
from reader.notes.storage import NoteStorage

__all__ = ["NoteDocument", "NoteTable"]


class NoteDocument(Document):
    """A document that shares nothing with the store: changing it changes no stored note."""

    def __init__(self, value: Mapping[str, Any], doc_id: int) -> None:
        super().__init__(deepcopy(dict(value)), doc_id)


class NoteTable(Table):
    """TinyDB's table with its whole query interface; every change holds the storage's lock from read to write."""

    document_class = NoteDocument
    default_query_cache_capacity = 0  # another window may write between two queries

    _storage: NoteStorage
    _given = 0

    def insert(self, document: Mapping[str, Any]) -> int:
        """Insert a document and return its number, chosen under the lock."""
        with self._storage.exclusive():
            return super().insert(document)

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """Insert documents in one write and return their numbers, chosen under the lock."""
        with self._storage.exclusive():
            return super().insert_multiple(documents)

    def _get_next_id(self) -> int:
        contents = self._storage.contents
        highest = (
            contents.highest if self.name == NOTES else max(map(int, contents.tables.get(self.name, {})), default=0)
        )
        self._given = max(self._given, highest) + 1
        return self._given

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        return dict(self._storage.contents.tables.get(self.name, {}))

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        with self._storage.exclusive() as contents:
            changes = _Changes(contents.tables.get(self.name, {}))
            updater(changes)
            self._storage.commit(self.name, changes.made())


class _Changes(MutableMapping[int, Record]):
    """A table as an updater sees it; what it does is kept apart and the table stays as it is."""

    def __init__(self, rows: Mapping[str, Record]) -> None:
        self._rows = rows
        self._touched: dict[int, Record | None] = {}

    def __getitem__(self, number: int) -> Record:
        if number not in self._touched:
            self._touched[number] = deepcopy(self._rows[str(number)])
        record = self._touched[number]
        if record is None:
            raise KeyError(number)
        return record

    def __setitem__(self, number: int, record: Record) -> None:
        self._touched[number] = record

    def __delitem__(self, number: int) -> None:
        if number not in self:
            raise KeyError(number)
        self._touched[number] = None

    def __contains__(self, number: object) -> bool:
        if number in self._touched:
            return self._touched[number] is not None
        return str(number) in self._rows

    def __iter__(self) -> Iterator[int]:
        yield from [int(number) for number in self._rows if self._touched.get(int(number), self) is not None]
        yield from [number for number in self._touched if str(number) not in self._rows and number in self]

    def __len__(self) -> int:
        return sum(1 for _number in self)

    def clear(self) -> None:
        """Remove every record."""
        self._touched = dict.fromkeys(map(int, self._rows))

    def made(self) -> dict[str, Record | None]:
        """The records that are new or no longer as they were, None for those that are gone."""
        return {
            str(number): record for number, record in self._touched.items() if record != self._rows.get(str(number))
        }
