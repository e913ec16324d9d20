"""Version 1: the opened articles and the addresses that lead to them."""

from __future__ import annotations

__all__ = ["STATEMENTS"]

STATEMENTS = (
    """CREATE TABLE articles (
        key INTEGER PRIMARY KEY,
        address TEXT NOT NULL UNIQUE,
        source TEXT NOT NULL,
        url TEXT NOT NULL,
        canonical_url TEXT NOT NULL,
        title TEXT NOT NULL,
        site TEXT NOT NULL,
        byline TEXT NOT NULL,
        published TEXT,
        published_precision TEXT NOT NULL,
        opened_at TEXT NOT NULL,
        fetched TEXT NOT NULL,
        place INTEGER NOT NULL DEFAULT 0,
        read REAL NOT NULL DEFAULT 0,
        length INTEGER NOT NULL,
        page_sha256 TEXT NOT NULL,
        text_sha256 TEXT NOT NULL,
        engine TEXT NOT NULL DEFAULT '',
        article BLOB NOT NULL,
        attribution BLOB
    )""",
    "CREATE INDEX articles_by_opening ON articles (opened_at DESC)",
    """CREATE TABLE addresses (
        address TEXT PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE
    ) WITHOUT ROWID""",
    "CREATE INDEX addresses_by_article ON addresses (article)",
)
