"""The library's file, shared by all that is kept in it: one connection a thread, and one line for what goes wrong."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.library.schema import connect, told, transaction

__all__ = ["Connections"]


class Connections:
    """The connections to the SQLite file at ``path``, which is made at the first use.

    Safe to use from several threads (a connection each) and several windows (WAL, ten seconds of patience). Both
    ways in raise StoreFailed, or its kind DamagedStore, with one line when the file cannot be used.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._lock = threading.Lock()
        self._open: dict[threading.Thread, sqlite3.Connection] = {}

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection, for reading or for one single statement that writes."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = connect(self.path)
            connection.row_factory = sqlite3.Row
            self._local.connection = connection
            self._adopt(connection)
        with told(self.path):
            yield connection

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection inside a transaction of its own: all that is done in it, or nothing."""
        with self.read() as connection, transaction(connection):
            yield connection

    def close(self) -> None:
        """Close every thread's connection; the next use would open a new one."""
        with self._lock:
            for connection in self._open.values():
                connection.close()
            self._open.clear()
            self._local = threading.local()

    def _adopt(self, connection: sqlite3.Connection) -> None:
        """Hold the connection for ``close``, and close those whose threads have ended."""
        with self._lock:
            for thread in [thread for thread in self._open if not thread.is_alive()]:
                self._open.pop(thread).close()
            self._open[threading.current_thread()] = connection
