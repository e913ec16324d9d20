"""The earlier versions of the articles."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from msgspec import Struct

from reader.errors import DamagedStore
from reader.library.connections import Connections
from reader.library.records import unpack
from reader.model import Article, Attribution

__all__ = ["Version", "Versions"]


class Version(Struct, frozen=True):
    """An article as it was until it changed; ``attribution`` is None when nobody had asked who said what in it."""

    fetched: datetime
    page_sha256: str
    text_sha256: str
    article: Article
    attribution: Attribution | None = None


class Versions:
    """Reads what the library keeps when an article changes. Raises StoreFailed with one line."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def of(self, article: int) -> list[Version]:
        """An article's earlier versions, the oldest first; the present one is not among them."""
        with self._connections.read() as connection:
            rows = connection.execute("SELECT * FROM versions WHERE article = ? ORDER BY key", (article,)).fetchall()
        return [_version(row) for row in rows]

    def pages(self, article: int) -> list[str]:
        """The hashes of the raw pages of an article's earlier versions."""
        with self._connections.read() as connection:
            rows = connection.execute("SELECT page_sha256 FROM versions WHERE article = ? ORDER BY key", (article,))
            return [row["page_sha256"] for row in rows]


def _version(row: sqlite3.Row) -> Version:
    try:
        article = unpack(row["contents"], Article)
        attribution = unpack(row["attribution"], Attribution) if row["attribution"] else None
    except ValueError as error:
        raise DamagedStore(
            f"an earlier version of {row['fetched']} is damaged ({error}): its page may still be there"
        ) from error
    fetched = datetime.fromisoformat(row["fetched"])
    return Version(fetched, row["page_sha256"], row["text_sha256"], article, attribution)
