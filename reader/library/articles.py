"""The opened articles: stored once, found by any of their addresses, listed by when they were opened."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from reader.errors import DamagedStore
from reader.library.connections import Connections
from reader.library.records import Recent, Stored, pack, unpack
from reader.model import Article, Attribution, Precision

__all__ = ["Forgotten", "Library"]

NEVER = "0001-01-01T00:00:00+00:00"
"""When an article was opened that was only printed."""

_LIGHT = (
    "key, address, source, url, canonical_url, title, site, byline, published, published_precision,"
    " opened_at, fetched, place, read"
)


class Forgotten:
    """An article taken out of the library, held only in memory so that ``Library.restore`` can put it back."""

    def __init__(self, row: sqlite3.Row, addresses: Sequence[str], versions: Sequence[sqlite3.Row]) -> None:
        self.row = row
        self.addresses = tuple(addresses)
        self.versions = tuple(versions)


class Library:
    """The articles that were opened, in the SQLite file at ``path``; it is made at the first use.

    Several threads and windows may use it: see ``Connections``, which others share as ``connections``. Every method
    raises StoreFailed, or its kind DamagedStore, with one line when the file cannot be used.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.connections = Connections(path)

    def save(
        self,
        addresses: Sequence[str],
        article: Article,
        *,
        source: str,
        page_sha256: str,
        text_sha256: str,
        fetched: datetime,
        also: Sequence[str] = (),
        opened: bool = True,
        typed: bool = True,
    ) -> Stored:
        """Store an article under its addresses; the first of them says which one it is.

        It was opened just now, to be read, unless ``opened`` is False: then it is no recent one. ``typed`` says that a
        person named its address, and stays true once it was.

        An article stored before keeps its place, and its attribution while the text is the same. The names in
        ``also`` lead to it only where they lead to no other article.
        """
        now = _now() if opened else NEVER
        values = (
            *(source, article.url, article.canonical_url, article.title, article.site, json.dumps(article.byline)),
            *(_written(article.published), str(article.published_precision), now, _written(fetched)),
            *(len(article.text), page_sha256, text_sha256, pack(article), typed),
        )
        with self.connections.write() as connection:
            key: int = connection.execute(
                "INSERT INTO articles (address, source, url, canonical_url, title, site, byline, published,"
                " published_precision, opened_at, fetched, length, page_sha256, text_sha256, article, typed)"
                " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (address) DO UPDATE SET"
                " attribution = iif(text_sha256 = excluded.text_sha256, attribution, NULL),"
                " place = min(place, excluded.length), source = excluded.source, url = excluded.url,"
                " canonical_url = excluded.canonical_url, title = excluded.title, site = excluded.site,"
                " byline = excluded.byline, published = excluded.published,"
                " published_precision = excluded.published_precision, opened_at = max(opened_at, excluded.opened_at),"
                " fetched = excluded.fetched, length = excluded.length, page_sha256 = excluded.page_sha256,"
                " text_sha256 = excluded.text_sha256, article = excluded.article, typed = max(typed, excluded.typed)"
                " RETURNING key",
                (addresses[0], *values),
            ).fetchone()[0]
            connection.executemany("INSERT OR REPLACE INTO addresses VALUES (?, ?)", [(one, key) for one in addresses])
            connection.executemany("INSERT OR IGNORE INTO addresses VALUES (?, ?)", [(one, key) for one in also])
            row = connection.execute("SELECT * FROM articles WHERE key = ?", (key,)).fetchone()
        return self._stored(row)

    def find(self, address: str) -> Stored | None:
        """The article that this address, in any of its forms, leads to."""
        with self.connections.read() as connection:
            row = connection.execute(
                "SELECT articles.* FROM addresses JOIN articles ON articles.key = addresses.article"
                " WHERE addresses.address = ?",
                (address,),
            ).fetchone()
        return self._stored(row) if row else None

    def get(self, key: int) -> Stored | None:
        """The article of this key."""
        with self.connections.read() as connection:
            row = connection.execute("SELECT * FROM articles WHERE key = ?", (key,)).fetchone()
        return self._stored(row) if row else None

    def of_text(self, beginning: str) -> Stored | None:
        """The article whose text has a hash that begins so; None when there is none."""
        with self.connections.read() as connection:
            row = connection.execute(
                "SELECT * FROM articles WHERE substr(text_sha256, 1, ?) = ? LIMIT 1", (len(beginning), beginning)
            ).fetchone()
        return self._stored(row) if row and beginning else None

    def led_to(self, address: str) -> int | None:
        """The key of the article that this address, in any of its forms, leads to."""
        with self.connections.read() as connection:
            row = connection.execute("SELECT article FROM addresses WHERE address = ?", (address,)).fetchone()
        return row["article"] if row else None

    def key_of(self, address: str, text_sha256: str) -> int | None:
        """The key of the article of this first address, if its text is still this one."""
        with self.connections.read() as connection:
            row = connection.execute(
                "SELECT key FROM articles WHERE address = ? AND text_sha256 = ?", (address, text_sha256)
            ).fetchone()
        return row["key"] if row else None

    def page_of(self, address: str) -> str | None:
        """The hash of the page of the article at an address, once who said what in it is in the book as well."""
        with self.connections.read() as connection:
            row = connection.execute(
                "SELECT page_sha256 FROM addresses JOIN articles ON articles.key = addresses.article"
                " JOIN booked ON booked.article = articles.key WHERE addresses.address = ?",
                (address,),
            ).fetchone()
        return row["page_sha256"] if row else None

    def recent(self, limit: int = 200, offset: int = 0, *, all_: bool = False) -> list[Recent]:
        """The articles by when they were last opened, newest first; ``all_`` with those that never were, too."""
        with self.connections.read() as connection:
            rows = connection.execute(
                f"SELECT {_LIGHT} FROM articles WHERE opened_at > ? ORDER BY opened_at DESC, key DESC LIMIT ? OFFSET ?",
                ("" if all_ else NEVER, limit, offset),
            ).fetchall()
        return [_recent(row) for row in rows]

    def opened(self, key: int) -> None:
        """Note that the article was opened now."""
        with self.connections.read() as connection:
            connection.execute("UPDATE articles SET opened_at = ? WHERE key = ?", (_now(), key))

    def set_attribution(self, address: str, text_sha256: str, attribution: Attribution, engine: str) -> None:
        """Store who said what, if the article's text is still the one that it was computed from."""
        with self.connections.read() as connection:
            connection.execute(
                "UPDATE articles SET attribution = ?, engine = ? WHERE address = ? AND text_sha256 = ?",
                (pack(attribution), engine, address, text_sha256),
            )

    def set_place(self, address: str, offset: int) -> None:
        """Keep where reading stopped in the article of this first address; the share that was read only grows."""
        with self.connections.read() as connection:
            connection.execute(
                "UPDATE articles SET place = max(0, min(:offset, length)),"
                " read = max(read, min(1.0, :offset * 1.0 / max(1, length))) WHERE address = :address",
                {"offset": offset, "address": address},
            )

    def forget(self, key: int) -> Forgotten | None:
        """Take the article out for good, and return what ``restore`` needs; None when it was not there."""
        with self.connections.write() as connection:
            row = connection.execute("SELECT * FROM articles WHERE key = ?", (key,)).fetchone()
            if row is None:
                return None
            names = connection.execute("SELECT address FROM addresses WHERE article = ?", (key,)).fetchall()
            versions = connection.execute("SELECT * FROM versions WHERE article = ? ORDER BY key", (key,)).fetchall()
            connection.execute("DELETE FROM articles WHERE key = ?", (key,))
        return Forgotten(row, [name[0] for name in names], versions)

    def restore(self, forgotten: Forgotten) -> None:
        """Put a forgotten article back as it was, unless it has been opened again since."""
        row = forgotten.row
        with self.connections.write() as connection:
            if _put_back(connection, "articles", row):
                for version in forgotten.versions:
                    _put_back(connection, "versions", version)
                connection.executemany(
                    "INSERT OR IGNORE INTO addresses VALUES (?, ?)",
                    [(name, row["key"]) for name in forgotten.addresses],
                )

    def close(self) -> None:
        """Close every thread's connection; the next call would open a new one."""
        self.connections.close()

    def _stored(self, row: sqlite3.Row) -> Stored:
        try:
            article = unpack(row["article"], Article)
            attribution = unpack(row["attribution"], Attribution) if row["attribution"] else None
        except ValueError as error:
            raise DamagedStore(
                f"{self.path}: the record of {row['address']} is damaged ({error}): fetch it again, or forget it"
            ) from error
        return Stored(
            key=row["key"],
            address=row["address"],
            source=row["source"],
            article=article,
            page_sha256=row["page_sha256"],
            text_sha256=row["text_sha256"],
            fetched=datetime.fromisoformat(row["fetched"]),
            opened_at=datetime.fromisoformat(row["opened_at"]),
            place=row["place"],
            attribution=attribution,
            engine=row["engine"],
            typed=bool(row["typed"]),
        )


def _put_back(connection: sqlite3.Connection, table: str, row: sqlite3.Row) -> bool:
    """Insert a row as it was; False when there is another in its place."""
    columns, marks = ", ".join(row.keys()), ", ".join("?" * len(row.keys()))
    done = connection.execute(f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({marks})", tuple(row))
    return done.rowcount > 0


def _recent(row: sqlite3.Row) -> Recent:
    values = dict(row)
    published = values["published"]
    return Recent(
        **{
            **values,
            "byline": tuple(json.loads(values["byline"])),
            "published": datetime.fromisoformat(published) if published else None,
            "published_precision": Precision(values["published_precision"]),
            "opened_at": datetime.fromisoformat(values["opened_at"]),
            "fetched": datetime.fromisoformat(values["fetched"]),
        }
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _written(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
