"""The notes file itself: JSON that stock TinyDB opens, one record a line; read strictly: it holds all there is."""

from __future__ import annotations

import errno
import json
import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

from reader.errors import DamagedStore
from reader.notes.record import SCHEMA, Record

__all__ = [
    "LARGEST",
    "NO_FILE",
    "Stamp",
    "Tables",
    "backup_of",
    "damaged",
    "dump",
    "load",
    "open_plain",
    "read_bytes",
    "stamp_of",
]

NO_FILE = -1
"""Stands for the inode of a file that is not there."""

Tables = dict[str, dict[str, Record]]
"""Table name to record number (a decimal, as TinyDB writes it) to record."""

Stamp = tuple[int, int, int]
"""What tells one state of a file from another: mtime in nanoseconds, size, inode."""

LARGEST = 256 * 1024 * 1024
"""Bytes; ten times the notes of a very diligent lifetime, and read within the memory that we promise."""


def backup_of(path: Path) -> Path:
    """Where the copy from before a migration lies."""
    return path.with_name(path.name + ".bak")


def damaged(path: Path, reason: str) -> DamagedStore:
    """The one line for a store that we will not touch: what is wrong, and where a good copy may be."""
    backup = backup_of(path)
    copy = f"the last good copy is {backup}" if backup.is_file() else "or put a good copy in its place"
    return DamagedStore(f"{path}: {reason}: left as it is; `reader notes repair` saves what can be read; {copy}")


def stamp_of(path: Path) -> Stamp | None:
    """The file's stamp, None when there is no such file; raises OSError."""
    try:
        status = path.lstat()
    except FileNotFoundError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def open_plain(path: Path) -> BinaryIO | None:
    """The file for reading, None when there is none. Raises DamagedStore for what is no plain file of sane size."""
    try:
        # O_NONBLOCK: opening a pipe would wait for its other end.
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise DamagedStore(f"{path}: is a symbolic link: left as it is; name the file that it points to") from None
        raise
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        os.close(descriptor)
        kind = "a directory" if stat.S_ISDIR(status.st_mode) else "no plain file"
        raise DamagedStore(f"{path}: is {kind}, not a file of notes: left as it is; name a file")
    if status.st_size > LARGEST:
        os.close(descriptor)
        raise damaged(path, f"is larger than {LARGEST >> 20} MB, so hardly a file of notes")
    return os.fdopen(descriptor, "rb")


def read_bytes(path: Path) -> tuple[bytes, Stamp | None]:
    """The file's bytes and its stamp; no bytes and None when there is no file."""
    file = open_plain(path)
    if file is None:
        return b"", None
    with file:
        status = os.fstat(file.fileno())
        return file.read(), (status.st_mtime_ns, status.st_size, status.st_ino)


def load(data: bytes, path: Path) -> Tables:
    """The tables in the file's bytes; none in an empty file. Raises DamagedStore for anything but whole records."""
    if not data:
        return {}
    try:
        tables = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_object)
        return _checked(tables)
    except UnicodeDecodeError:
        raise damaged(path, "damaged: not UTF-8 text") from None
    except json.JSONDecodeError as error:
        raise damaged(path, f"damaged: not whole JSON (line {error.lineno}, column {error.colno})") from None
    except RecursionError:
        raise damaged(path, "damaged: nested too deep") from None
    except ValueError as error:
        raise damaged(path, str(error)) from None


def dump(tables: Mapping[str, Mapping[str, Record]]) -> bytes:
    """The file's bytes. Plain ASCII JSON: readable in every locale, and a lone surrogate survives as its escape."""
    parts = []
    for name, table in tables.items():
        records = ",\n".join(f"{json.dumps(number)}: {json.dumps(record)}" for number, record in table.items())
        parts.append(f"{json.dumps(name)}: {{\n{records}\n}}")
    return ("{" + ",\n".join(parts) + "}\n").encode("ascii")


def _object(pairs: list[tuple[str, Any]]) -> Record:
    record = dict(pairs)
    if len(record) != len(pairs):
        keys = [key for key, _value in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"damaged: the key {twice[:40]!r} stands twice in one object")
    return record


def _checked(tables: object) -> Tables:
    if not isinstance(tables, dict):
        raise ValueError("not a notes file: no tables in it")
    for name, table in tables.items():
        if not isinstance(table, dict):
            raise ValueError(f"not a notes file: {name[:40]!r} is no table")
        for number, record in table.items():
            if not (number.isascii() and number.isdecimal() and isinstance(record, dict)):
                raise ValueError(f"not a notes file: {number[:40]!r} is no record")
            _check_schema(record)
    return tables


def _check_schema(record: Record) -> None:
    """ValueError for a record of a newer version than ours."""
    schema = record.get("schema", 0)
    if not isinstance(schema, int):
        raise ValueError("damaged: a record's schema is no number")
    if schema > SCHEMA:
        raise ValueError(f"written by a newer reader (schema {schema}, this one knows {SCHEMA}), update reader")
