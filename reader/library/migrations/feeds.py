"""Version 2: feeds, their entries, the entries' own texts, tags, saved searches, and what waits to be done.

Light rows (``entries``) hold what lists show; the words are in ``entry_text``, so that a list never touches them.
Moments are integers, seconds since 1970 in UTC. ``link_key``, ``title_key``, ``uid`` and ``digest`` are the first 64
bits of a hash, as signed integers (``reader.library.keys``); 0 stands for none.

``sort`` is when an entry was published, but never later than when it was first seen. ``lead`` is the entry that stands
for the story in lists when several feeds carry it, NULL for the one that stands; ``also`` is how many others it
stands for. ``article`` is the stored full text.
"""

from __future__ import annotations

__all__ = ["STATEMENTS"]

STATEMENTS = (
    """CREATE TABLE feeds (
        key INTEGER PRIMARY KEY,
        url TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL DEFAULT '',
        title TEXT NOT NULL DEFAULT '',
        link TEXT NOT NULL DEFAULT '',
        site TEXT NOT NULL DEFAULT '',
        folder TEXT NOT NULL DEFAULT '',
        subscribed INTEGER NOT NULL DEFAULT 1,
        typed INTEGER NOT NULL DEFAULT 0,
        interval INTEGER NOT NULL DEFAULT 0,
        full_text INTEGER NOT NULL DEFAULT 0,
        user_agent TEXT NOT NULL DEFAULT '',
        login TEXT NOT NULL DEFAULT '',
        added INTEGER NOT NULL,
        etag TEXT NOT NULL DEFAULT '',
        last_modified TEXT NOT NULL DEFAULT '',
        body_sha256 TEXT NOT NULL DEFAULT '',
        checked INTEGER NOT NULL DEFAULT 0,
        changed INTEGER NOT NULL DEFAULT 0,
        next_check INTEGER NOT NULL DEFAULT 0,
        failures INTEGER NOT NULL DEFAULT 0,
        error TEXT NOT NULL DEFAULT '',
        gone INTEGER NOT NULL DEFAULT 0
    )""",
    """CREATE TABLE feed_tags (
        feed INTEGER NOT NULL REFERENCES feeds (key) ON DELETE CASCADE,
        tag TEXT NOT NULL,
        PRIMARY KEY (feed, tag)
    ) WITHOUT ROWID""",
    """CREATE TABLE entries (
        key INTEGER PRIMARY KEY,
        feed INTEGER NOT NULL REFERENCES feeds (key) ON DELETE CASCADE,
        uid INTEGER NOT NULL,
        id TEXT NOT NULL,
        title TEXT NOT NULL,
        author TEXT NOT NULL,
        link TEXT NOT NULL,
        published INTEGER,
        added INTEGER NOT NULL,
        sort INTEGER NOT NULL,
        digest INTEGER NOT NULL,
        link_key INTEGER NOT NULL DEFAULT 0,
        title_key INTEGER NOT NULL DEFAULT 0,
        read INTEGER NOT NULL DEFAULT 0,
        starred INTEGER NOT NULL DEFAULT 0,
        saved INTEGER NOT NULL DEFAULT 0,
        hidden INTEGER NOT NULL DEFAULT 0,
        notes INTEGER NOT NULL DEFAULT 0,
        lead INTEGER REFERENCES entries (key) ON DELETE SET NULL,
        also INTEGER NOT NULL DEFAULT 0,
        article INTEGER REFERENCES articles (key) ON DELETE SET NULL,
        UNIQUE (feed, uid)
    )""",
    "CREATE INDEX entries_of_feed ON entries (feed, sort) WHERE hidden = 0",
    "CREATE INDEX entries_of_feed_unread ON entries (feed, sort) WHERE hidden = 0 AND read = 0",
    "CREATE INDEX entries_by_time ON entries (sort) WHERE hidden = 0 AND lead IS NULL",
    "CREATE INDEX entries_unread ON entries (sort) WHERE hidden = 0 AND lead IS NULL AND read = 0",
    "CREATE INDEX entries_starred ON entries (sort) WHERE starred = 1",
    "CREATE INDEX entries_saved ON entries (sort) WHERE saved = 1",
    "CREATE INDEX entries_noted ON entries (sort) WHERE notes > 0",
    "CREATE INDEX entries_hidden ON entries (feed) WHERE hidden = 1",
    "CREATE INDEX entries_by_link ON entries (link_key) WHERE link_key <> 0",
    "CREATE INDEX entries_by_title ON entries (title_key) WHERE title_key <> 0",
    "CREATE INDEX entries_by_lead ON entries (lead) WHERE lead IS NOT NULL",
    "CREATE INDEX entries_by_article ON entries (article) WHERE article IS NOT NULL",
    """CREATE TABLE entry_text (
        entry INTEGER PRIMARY KEY REFERENCES entries (key) ON DELETE CASCADE,
        body BLOB NOT NULL
    )""",
    """CREATE TABLE entry_tags (
        entry INTEGER NOT NULL REFERENCES entries (key) ON DELETE CASCADE,
        tag TEXT NOT NULL,
        PRIMARY KEY (entry, tag)
    ) WITHOUT ROWID""",
    "CREATE INDEX entry_tags_by_tag ON entry_tags (tag, entry)",
    # What the retention rules took out while its feed still lists it: it is not new when it is seen again.
    """CREATE TABLE dropped (
        feed INTEGER NOT NULL REFERENCES feeds (key) ON DELETE CASCADE,
        uid INTEGER NOT NULL,
        PRIMARY KEY (feed, uid)
    ) WITHOUT ROWID""",
    # Entries whose words are new or changed since the full-text index was last brought up to date; one that is not in
    # ``entries`` any more is to leave the index. Deliberately no foreign key.
    "CREATE TABLE unindexed (entry INTEGER PRIMARY KEY)",
    # Entries whose full text is to be fetched, and how often that was tried in vain.
    """CREATE TABLE wanted (
        entry INTEGER PRIMARY KEY REFERENCES entries (key) ON DELETE CASCADE,
        since INTEGER NOT NULL,
        tries INTEGER NOT NULL DEFAULT 0,
        error TEXT NOT NULL DEFAULT ''
    )""",
    """CREATE TABLE saved_searches (
        key INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        query TEXT NOT NULL
    )""",
    "CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
)
