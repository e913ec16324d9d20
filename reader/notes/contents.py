"""What the store holds, in memory, with what makes looking things up cheap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from reader.notes.journal import Change
from reader.notes.record import SCHEMA, Record
from reader.notes.snapshot import Tables

__all__ = ["NOTES", "Contents"]

NOTES = "_default"
"""TinyDB's own name for the table that it opens first."""


class Contents:
    """The tables, and the notes by id, by address, by citation key and by tag; kept right by ``put`` and ``drop``.

    The records in it are never changed in place, only replaced.
    """

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.numbers: dict[str, str] = {}
        self.tags: Counter[str] = Counter()
        self.outdated = False
        self.highest = max((int(number) for number in self.notes), default=0)
        self._addresses: dict[str, dict[str, None]] = {}
        self._citekeys: dict[str, dict[str, None]] = {}
        for number, record in self.notes.items():
            self._index(number, record)

    @property
    def notes(self) -> dict[str, Record]:
        """The table of the notes."""
        return self.tables.setdefault(NOTES, {})

    def put(self, table: str, number: str, record: Record) -> None:
        """Set a record; one that is replaced keeps its place."""
        rows = self.tables.setdefault(table, {})
        before = rows.get(number)
        rows[number] = record
        if table == NOTES:
            if before is not None:
                self._forget(number, before)
            self.highest = max(self.highest, int(number))
            self._index(number, record)

    def drop(self, table: str, number: str) -> None:
        """Take a record out, if it is there."""
        record = self.tables.get(table, {}).pop(number, None)
        if record is not None and table == NOTES:
            self._forget(number, record)

    def apply(self, changes: Iterable[Change]) -> None:
        """Make changes from the journal; making them again changes nothing."""
        for change in changes:
            number = self.numbers.get(change.id)
            if change.record is not None:
                free = change.number not in self.notes
                self.put(NOTES, number or (change.number if free else str(self.highest + 1)), change.record)
            elif number is not None:
                self.drop(NOTES, number)

    def upgrade(self) -> None:
        """Bring every record of an older shape to ours."""
        for number, record in list(self.notes.items()):
            if record.get("schema", 0) < SCHEMA:
                self.put(NOTES, number, {**record, "id": record.get("id") or number, "schema": SCHEMA})
        self.outdated = False

    def of_addresses(self, addresses: Collection[str]) -> list[str]:
        """The numbers of the notes on an article with one of these addresses."""
        found: dict[str, None] = {}
        for address in addresses:
            found.update(self._addresses.get(address, {}))
        return list(found)

    def of_citekey(self, citekey: str) -> list[str]:
        """The numbers of the notes that carry this citation key."""
        return list(self._citekeys.get(citekey, {}))

    def _index(self, number: str, record: Record) -> None:
        self.numbers[_id(number, record)] = number
        for address in _addresses(record):
            self._addresses.setdefault(address, {})[number] = None
        if citekey := record.get("citekey"):
            self._citekeys.setdefault(str(citekey), {})[number] = None
        self.tags.update(_tags(record))
        if record.get("schema", 0) < SCHEMA:
            self.outdated = True

    def _forget(self, number: str, record: Record) -> None:
        if self.numbers.get(_id(number, record)) == number:
            del self.numbers[_id(number, record)]
        for address in _addresses(record):
            self._addresses.get(address, {}).pop(number, None)
        self._citekeys.get(str(record.get("citekey")), {}).pop(number, None)
        self.tags.subtract(_tags(record))


def _id(number: str, record: Record) -> str:
    return str(record.get("id") or number)


def _addresses(record: Record) -> set[str]:
    given = (record.get("url"), record.get("canonical_url"))
    return {address for address in given if isinstance(address, str) and address}


def _tags(record: Record) -> set[str]:
    tags = record.get("tags")
    return {tag for tag in tags if isinstance(tag, str)} if isinstance(tags, list) else set()
