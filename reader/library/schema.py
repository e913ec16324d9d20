"""The library's file: opening it safely, its tables, and how an older one is brought up to date."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from reader.errors import DamagedStore, StoreFailed
from reader.library.migrations import MIGRATIONS
from reader.paths import make_private

__all__ = ["VERSION", "connect", "known_version", "told", "transaction"]

APPLICATION_ID = 0x72647231
"""Marks a file as ours in its header ("rdr1"), so that another program's database is never migrated."""

VERSION = len(MIGRATIONS)

_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_REASONS = {
    sqlite3.SQLITE_READONLY: "it is read-only: make it writable, or choose another folder with --home",
    sqlite3.SQLITE_FULL: "the disk is full: make room and try again",
    sqlite3.SQLITE_BUSY: "another program holds it locked: close that one and try again",
    sqlite3.SQLITE_LOCKED: "another program holds it locked: close that one and try again",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened: look at the folder's permissions, or choose another with --home",
}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite or the system says about the file into one line for a person."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in _DAMAGE:
            raise DamagedStore(
                f"{path}: not a library of reader, or damaged ({error}): it was left as it is; move it away to begin"
                " a new one"
            ) from error
        raise StoreFailed(f"{path}: {_REASONS.get(code, str(error))}") from error
    except OSError as error:
        raise StoreFailed(f"{path}: {error.strerror or error}: choose another folder with --home") from error


def connect(path: Path) -> sqlite3.Connection:
    """A connection in autocommit mode to the library at ``path``, made (0600) or migrated when it must be.

    A file that is damaged, of a newer version or of another program is refused before anything is written.
    """
    with told(path):
        if not path.exists():
            make_private(path.parent)
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        connection = sqlite3.connect(path, timeout=10, isolation_level=None, check_same_thread=False)
        with ExitStack() as otherwise:
            otherwise.callback(connection.close)
            _prepare(connection, path)
            otherwise.pop_all()
    return connection


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    with transaction(connection, "DEFERRED"):  # one look: another window may be making the tables just now
        version = known_version(connection, path)
    _use_wal(connection)
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.create_function("holds", 2, _holds, deterministic=True)
    if version < VERSION:
        _migrate(connection, path)


def _holds(text: str, word: str) -> bool:
    """Whether a folded word is in a text, in any case: SQLite's own LIKE folds ASCII only."""
    return word in text.casefold()


def _use_wal(connection: sqlite3.Connection) -> None:
    """Switch the file to WAL, once; SQLite's own patience does not cover two windows that do so at the same moment."""
    for pause in (0.01, 0.03, 0.1, 0.3, 1.0, 0.0):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or not pause:
                raise
            time.sleep(pause)


def known_version(connection: sqlite3.Connection, path: Path) -> int:
    """The schema's version, 0 for an empty file; reads only."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    owner = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if tables and owner != APPLICATION_ID:
        raise DamagedStore(f"{path}: a database of another program: it was left as it is; move it away")
    if version > VERSION:
        raise DamagedStore(
            f"{path}: written by a newer reader (version {version}, this one knows {VERSION}): update reader;"
            " the file was left as it is"
        )
    return version


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    """All missing steps in one transaction; the version is read again under the lock, as two may start at once."""
    with transaction(connection):
        version = known_version(connection, path)
        for statements in MIGRATIONS[version:]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")


@contextmanager
def transaction(connection: sqlite3.Connection, kind: str = "IMMEDIATE") -> Iterator[None]:
    """Everything inside or nothing; IMMEDIATE takes the write lock at the start, so that it cannot fail half way."""
    connection.execute(f"BEGIN {kind}")
    with ExitStack() as otherwise:
        otherwise.callback(connection.rollback)
        yield
        otherwise.pop_all()
    connection.execute("COMMIT")
