"""Library files as earlier versions of the program left them."""

import sqlite3

from reader.library.migrations import MIGRATIONS
from reader.library.schema import APPLICATION_ID

VERSION_1 = """
    CREATE TABLE articles (
        key INTEGER PRIMARY KEY, address TEXT NOT NULL UNIQUE, source TEXT NOT NULL, url TEXT NOT NULL,
        canonical_url TEXT NOT NULL, title TEXT NOT NULL, site TEXT NOT NULL, byline TEXT NOT NULL, published TEXT,
        published_precision TEXT NOT NULL, opened_at TEXT NOT NULL, fetched TEXT NOT NULL,
        place INTEGER NOT NULL DEFAULT 0, read REAL NOT NULL DEFAULT 0, length INTEGER NOT NULL,
        page_sha256 TEXT NOT NULL, text_sha256 TEXT NOT NULL, engine TEXT NOT NULL DEFAULT '', article BLOB NOT NULL,
        attribution BLOB);
    CREATE INDEX articles_by_opening ON articles (opened_at DESC);
    CREATE TABLE addresses (
        address TEXT PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE) WITHOUT ROWID;
    CREATE INDEX addresses_by_article ON addresses (article);
    INSERT INTO articles VALUES (7, 'https://tide.example/ferry', 'https://tide.example/ferry', '', '', 'Ferry', 'Tide',
        '["Ida Marsh"]', NULL, 'second', '2025-03-14T09:30:00+00:00', '2025-03-14T09:30:00+00:00', 3, 0.5, 9,
        'p', 't', '', x'789c', NULL);
    INSERT INTO addresses VALUES ('https://tide.example/ferry', 7);
"""


def at_version(path, version):
    """A file as the reader of that version left it: made by its own statements, with an article in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with sqlite3.connect(path) as raw:
        raw.executescript(VERSION_1)
        for statements in MIGRATIONS[1:version]:
            for statement in statements:
                raw.execute(statement)
        raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        raw.execute(f"PRAGMA user_version = {version}")
    raw.close()
