"""The way out of a damaged, torn or newer store: everything copied aside, every record that can be read saved.

The files are copied byte for byte as ``notes.json.damaged-2025-03-14`` (``…-2`` when that is there) before anything is
written; then the notes file is replaced in one step and its journal begun anew. Records are read one by one, so that
damage costs those that it hit; what is JSON but no note of ours is kept in a table of its own, ``unreadable``.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from reader.errors import BadInput, DamagedStore
from reader.notes.contents import NOTES, Contents
from reader.notes.files import replace_file, sync_folder, told, write_all
from reader.notes.ids import new_id
from reader.notes.journal import Change, Journal
from reader.notes.lock import WriterLock
from reader.notes.record import SCHEMA, Record, from_record
from reader.notes.snapshot import dump, load, open_plain

__all__ = ["Repaired", "repair"]

UNREADABLE = "unreadable"
"""The table of records that are JSON but no notes."""

_KEY = re.compile(r'"((?:[^"\\]|\\.)*)"\s*:\s*(?=\{)')
_ID = re.compile(r'"id"\s*:\s*"([^"\\]{1,64})"')
_CHANGE = re.compile(r'"record"\s*:\s*(?=\{)')
_BEGINNING = re.compile(r'\{\s*"(?:schema|id|kind)"\s*:')
_TABLE = re.compile(r'\{\s*(?:"\d+"\s*:|\})')
_OURS = {"id", "kind", "schema"}
"""What every record of ours has, so that it is known for one although the name of its table was hit."""

_COPY_PIECE = 1024 * 1024


@dataclass(frozen=True)
class Repaired:
    """``copies``: the files as they were, none when nothing was wrong. ``saved``: notes in the store now.

    ``lost``: a line for each record, or run of records, that could not be read.
    """

    copies: tuple[Path, ...]
    saved: int
    lost: tuple[str, ...]


@dataclass
class _Salvage:
    """What was found so far."""

    contents: Contents = field(default_factory=lambda: Contents({}))
    lost: list[str] = field(default_factory=list)

    def keep(self, record: Record, number: str) -> None:
        """A record under its number, or the next free one; as a note when it is one."""
        schema = record.get("schema", 0)
        if not isinstance(schema, int) or schema > SCHEMA:
            record = {**record, "schema_before": schema}
        record = {**record, "schema": SCHEMA, "id": record.get("id") or new_id()}
        try:
            from_record(record)
        except ValueError as error:
            self.lost.append(f"record {number}: {error}: kept in the table {UNREADABLE!r}")
            rows = self.contents.tables.setdefault(UNREADABLE, {})
            rows[str(len(rows) + 1)] = record
            return
        if record["id"] in self.contents.numbers:
            if self.contents.notes[self.contents.numbers[record["id"]]] == record:
                return
            record["id"] = new_id()
        free = number.isdecimal() and number not in self.contents.notes
        self.contents.put(NOTES, number if free else str(self.contents.highest + 1), record)

    def apply(self, change: Change) -> None:
        """A change of the journal, over what is there."""
        number = self.contents.numbers.get(change.id)
        if change.record is None:
            self.contents.apply([change])
        elif number is None:
            self.keep(change.record, change.number)
        else:
            self.contents.drop(NOTES, number)
            self.keep(change.record, number)


def repair(path: Path) -> Repaired:
    """Save what can be read of the store at ``path``.

    A store that is whole is left alone. BadInput when there is none; DamagedStore for what is no file of notes at all
    (a directory, a link, far too large), which only the person can put right; StoreFailed when the disk refuses, and
    then the store is as it was.
    """
    journal = path.with_name(path.name + ".journal")
    if not path.is_symlink() and not path.exists() and not journal.exists():
        raise BadInput(f"{path}: no notes there: nothing to repair")
    with told(path, "not repaired"), WriterLock(path.with_name(path.name + ".lock")).hold():
        whole = _count_if_whole(path, journal)
        if whole is not None:
            return Repaired((), whole, ())
        data, changes = _bytes(path), _bytes(journal)
        found = _Salvage()
        _from_snapshot(data, path, found)
        _from_journal(changes, found)
        copies = tuple(_copy(file) for file in (path, journal) if file.exists())
        replace_file(path, dump(found.contents.tables), path.with_name(path.name + ".tmp"))
        journal.unlink(missing_ok=True)
        sync_folder(path.parent)
        return Repaired(copies, len(found.contents.notes), tuple(found.lost))


def _count_if_whole(path: Path, journal: Path) -> int | None:
    """How many notes a store has that is whole, None for one that is not."""
    try:
        contents = Contents(load(_bytes(path), path))
        contents.apply(Journal(journal).read_all())
        for record in contents.notes.values():
            from_record(record)
    except (DamagedStore, ValueError, KeyError, TypeError, AttributeError):
        _bytes(path)  # what is no file of notes at all is told as such
        return None
    return len(contents.notes)


def _bytes(path: Path) -> bytes:
    file = open_plain(path)
    if file is None:
        return b""
    with file:
        return file.read()


def _from_snapshot(data: bytes, path: Path, found: _Salvage) -> None:
    """The records of the notes file: all of it when it is JSON, else one by one."""
    with suppress(DamagedStore):
        for name, table in load(data, path).items():
            _keep_table(name, table, found)
        return
    text = _text(data)
    if not text.strip("\0 \r\n\t{}") and data:
        found.lost.append(f"{path.name}: nothing but {len(data)} empty bytes")
    current, at = NOTES, 0
    while match := _KEY.search(text, at):
        record, end = _object(text, match.end())
        name = match[1]
        if record is not None and name.isdecimal():
            _keep_table(NOTES if record.keys() >= _OURS else current, {name: record}, found)
            at = end
        elif name.isdecimal():
            found.lost.append(_lost(name, text, match.end()))
            at = match.end() + 1
        else:
            current = name if _TABLE.match(text, match.end()) else current
            at = match.end() + 1
    _strays(text, found)


def _strays(text: str, found: _Salvage) -> None:
    """The records whose number was hit; and a line for each note that is named but was not found."""
    for match in _BEGINNING.finditer(text):
        record, _end = _object(text, match.start())
        if record is not None and record.keys() >= _OURS and record["id"] not in found.contents.numbers:
            found.keep(record, "")
    told = " ".join(found.lost)
    for note_id in dict.fromkeys(_ID.findall(text)):
        if note_id not in found.contents.numbers and note_id not in told:
            found.lost.append(f"note {note_id}: not whole; what is left of it is in the copy")


def _keep_table(name: str, table: dict[str, Record], found: _Salvage) -> None:
    for number, record in table.items():
        if name == NOTES:
            found.keep(record, number)
        else:
            found.contents.put(name, number, record)


def _from_journal(data: bytes, found: _Salvage) -> None:
    """The changes of every line that is whole; of a damaged one, the records in it that are."""
    for position, line in enumerate(data.split(b"\n"), start=1):
        payload = _whole(line)
        if isinstance(payload, list):
            for change in filter(None, map(_change, payload)):
                found.apply(change)
        elif payload is None and line.strip(b"\0 "):
            saved = list(_records_in(_text(line)))
            for record in saved:
                found.apply(Change("", str(record.get("id") or new_id()), record))
            found.lost.append(f"journal, line {position}: damaged; {len(saved)} of its notes could be read")


def _whole(line: bytes) -> object:
    """The JSON of a journal's line, whatever its checksum says of it; None when it is not whole."""
    try:
        value: object = json.loads(line[9:])
    except (ValueError, RecursionError):
        return None
    return value


def _change(row: object) -> Change | None:
    if not isinstance(row, dict) or not isinstance(row.get("id"), str):
        return None
    record = row.get("record")
    return Change(str(row.get("number")), row["id"], record) if record is None or isinstance(record, dict) else None


def _records_in(text: str) -> Iterator[Record]:
    at = 0
    while match := _CHANGE.search(text, at):
        record, end = _object(text, match.end())
        if record is not None:
            yield record
        at = max(end, match.end() + 1)


def _object(text: str, at: int) -> tuple[Record | None, int]:
    """The JSON object that begins at an offset and where it ends; None when it is not whole."""
    try:
        value, end = _DECODER.raw_decode(text, at)
    except (ValueError, RecursionError):
        return None, at
    return (value, end) if isinstance(value, dict) else (None, at)


def _every_value(pairs: list[tuple[str, object]]) -> Record:
    """An object with a key twice has both values, the later under a name of its own."""
    record: Record = {}
    for key, value in pairs:
        name, number = key, 2
        while name in record:
            name, number = f"{key} ({number})", number + 1
        record[name] = value
    return record


_DECODER = json.JSONDecoder(object_pairs_hook=_every_value)


def _lost(number: str, text: str, at: int) -> str:
    """The line for a record that is not whole, with its id when that can still be read."""
    following = _KEY.search(text, at + 1)
    named = _ID.search(text, at, min(following.start() if following else len(text), at + 4000))
    return f"record {number}{f' ({named[1]})' if named else ''}: not whole; what is left of it is in the copy"


def _text(data: bytes) -> str:
    """The bytes as text as far as that goes."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        wide = data.decode("utf-16", "replace")
        if _KEY.search(wide):
            return wide
    return data.decode("utf-8-sig", "replace")


def _copy(file: Path) -> Path:
    """Copy a file beside itself under a name that is free, on the disk before this returns."""
    stem = f"{file.name}.damaged-{date.today().isoformat()}"
    names = (stem if number == 1 else f"{stem}-{number}" for number in range(1, 10_000))
    for name in names:
        target = file.with_name(name)
        try:
            descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
        except FileExistsError:
            continue
        try:
            with file.open("rb") as source:
                while piece := source.read(_COPY_PIECE):
                    write_all(descriptor, piece)
            os.fsync(descriptor)
        except OSError:
            target.unlink()
            raise
        finally:
            os.close(descriptor)
        sync_folder(file.parent)
        return target
    raise BadInput(f"{file}: thousands of copies of today are there already: remove some first")
