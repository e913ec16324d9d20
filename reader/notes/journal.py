"""The journal beside the notes file: what was saved since the file was last written, one commit a line, checksummed.

A line is the CRC-32 of its JSON in eight hexadecimal digits, a space, and the JSON: first ``{"schema": 1}``, then for
every commit a list of changes ``{"number", "id", "record"}``, the record null for a note that is gone. Changes name
notes by id, so reading them again over a newer notes file changes nothing.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.errors import DamagedStore
from reader.notes.files import sync_folder, write_all
from reader.notes.record import Record
from reader.notes.snapshot import NO_FILE, open_plain

__all__ = ["Change", "Journal"]

_SCHEMA = 1


@dataclass(frozen=True)
class Change:
    """One note saved, or removed when ``record`` is None; ``number`` is the record's place if it is still free."""

    number: str
    id: str
    record: Record | None


class Journal:
    """Reads what is new since it last read, and appends; the caller holds the lock to append or to empty it.

    Raises OSError, and DamagedStore for what is not a whole journal. A last line that was cut off by a crash, and so
    was never acknowledged, is left out in reading and cut off by the next append.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.end = 0
        self._inode = NO_FILE
        self._seen = 0

    def changed(self) -> bool:
        """Whether the file is not as it was when last read or written here."""
        inode, size = self._look()
        return inode != self._inode or size != self._seen

    def read_all(self) -> list[Change]:
        """Every change in it, from the beginning."""
        self.end, self._inode, self._seen = 0, NO_FILE, 0
        return self._read()

    def read_on(self) -> list[Change] | None:
        """The changes since the last read; None when this is another file than it was, to be read anew."""
        inode, size = self._look()
        if inode != self._inode or size < self.end:
            return None
        return self._read() if size > self.end else []

    def append(self, changes: Sequence[Change]) -> None:
        """Add one commit and return when it is on the disk; a failure leaves nothing of it."""
        data = _line([vars(change) for change in changes])
        if not self.end:
            data = _line({"schema": _SCHEMA}) + data
        flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
        descriptor = os.open(self.path, flags, 0o600)
        try:
            status = os.fstat(descriptor)
            if status.st_size > self.end:
                os.ftruncate(descriptor, self.end)
            try:
                os.lseek(descriptor, self.end, os.SEEK_SET)
                write_all(descriptor, data)
                os.fsync(descriptor)
            except OSError:
                with suppress(OSError):  # the first error is the one to tell; the next append cuts it off too
                    os.ftruncate(descriptor, self.end)
                raise
        finally:
            os.close(descriptor)
        if not self.end:
            sync_folder(self.path.parent)
        self.end, self._inode = self.end + len(data), status.st_ino
        self._seen = self.end

    def empty(self) -> None:
        """Begin anew, once everything in it is safe in the notes file."""
        self.path.unlink(missing_ok=True)
        sync_folder(self.path.parent)
        self.end, self._inode, self._seen = 0, NO_FILE, 0

    def _look(self) -> tuple[int, int]:
        try:
            status = self.path.lstat()
        except FileNotFoundError:
            return NO_FILE, 0
        return status.st_ino, status.st_size

    def _read(self) -> list[Change]:
        file = open_plain(self.path)
        if file is None:
            return []
        with file:
            self._inode = os.fstat(file.fileno()).st_ino
            file.seek(self.end)
            data = file.read()
        self._seen = self.end + len(data)
        changes: list[Change] = []
        for payload, end in self._lines(data):
            changes += self._changes(payload)
            self.end = end
        return changes

    def _lines(self, data: bytes) -> Iterator[tuple[Any, int]]:
        """Each whole line's JSON and the offset behind it."""
        start, base = 0, self.end
        while start < len(data):
            stop = data.find(b"\n", start) + 1
            if not stop:
                return  # cut off in mid-line
            line = data[start : stop - 1]
            if line[:9] != b"%08x " % zlib.crc32(line[9:]):
                # Pages of a file whose data did not reach the disk before power failed read as NULs.
                if b"\0" in line and b"\n" not in data[stop:]:
                    return
                raise self._damaged(f"damaged at byte {base + start}")
            yield json.loads(line[9:]), base + stop
            start = stop

    def _changes(self, payload: Any) -> list[Change]:  # noqa: ANN401 - whatever JSON the line holds
        if isinstance(payload, list):
            return [Change(row["number"], row["id"], row["record"]) for row in payload]
        if payload.get("schema") != _SCHEMA:
            raise self._damaged("written by a newer reader, update reader")
        return []

    def _damaged(self, reason: str) -> DamagedStore:
        notes = self.path.with_suffix("")
        return DamagedStore(
            f"{self.path}: {reason}: left as it is; `reader notes repair` saves what can be read, with {notes}"
        )


def _line(payload: object) -> bytes:
    data = json.dumps(payload, separators=(",", ":")).encode("ascii")
    return b"%08x %s\n" % (zlib.crc32(data), data)
