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


BOOK = """
    INSERT INTO people (key, id, name, role, kind, quotations, articles, sites, first_day, last_day, stale)
        VALUES (3, 'ida marsh', 'Ida Marsh', 'pilot', 'person', 2, 1, 1, 739325, 739325, 0);
    INSERT INTO appearances VALUES (5, 9, 3, 'Ida Marsh', 'marsh', 'pilot', 'person', 2);
    INSERT INTO booked VALUES (9, 'state');
    INSERT INTO quotations VALUES
        (11, 9, 5, 3, 10, 40, 'direct', '', 0.954, 739325, 11, 'The tide was against us all da');
    INSERT INTO quotations VALUES (12, 9, 5, 3, 60, 68, 'partial', 'Wire', 1.0, 739325, NULL, 'no hurry');
    INSERT INTO quotations VALUES (13, 9, NULL, NULL, 80, 91, 'direct', '', 0.5, 739325, NULL, 'never again');
    INSERT INTO quotation_words (rowid, words) SELECT key, words FROM quotations;
"""


def with_a_book(path, packed):
    """Add an article, packed, and what the quote book said of it before its words were left to the article."""
    with sqlite3.connect(path) as raw:
        raw.execute(
            "INSERT INTO articles (key, address, source, url, canonical_url, title, site, byline, published_precision,"
            " opened_at, fetched, length, page_sha256, text_sha256, article) VALUES (9, 'https://tide.example/pilot',"
            " 'https://tide.example/pilot', '', '', 'Pilot', 'Tide', '[]', 'second', '2025-03-15T09:30:00+00:00',"
            " '2025-03-15T09:30:00+00:00', 91, 'p', 't', ?)",
            (packed,),
        )
        raw.executescript(BOOK)
    raw.close()
