"""Whether the library's file is sound, by SQLite's own checks; nothing is written, made or migrated."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from reader.library.schema import known_version, told

__all__ = ["examined"]

_MOST = 20


def examined(path: Path) -> tuple[int, list[str]]:
    """The version of the tables, and what is wrong with them, at most 20 lines; DamagedStore when it is no library."""
    with (
        told(path),
        closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=10)) as connection,
    ):
        version = known_version(connection, path)
        said = [str(row[0]) for row in connection.execute(f"PRAGMA quick_check({_MOST})")]
        lost = [f"a row of {row[0]} names one of {row[2]} that is not there" for row in _strays(connection)]
    return version, [line for line in said if line != "ok"] + lost


def _strays(connection: sqlite3.Connection) -> list[tuple[str, int, str, int]]:
    return connection.execute("PRAGMA foreign_key_check").fetchmany(_MOST)
