"""What an article of the web said before it was changed: its earlier versions, kept as they were.

A trigger keeps them, so that no way of storing a new version can lose the old one. A version's raw page is in the page
store under its hash. Another has the quote book read the article again.
"""

STATEMENTS: tuple[str, ...] = (
    """CREATE TABLE versions (
        key INTEGER PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
        fetched TEXT NOT NULL,
        page_sha256 TEXT NOT NULL,
        text_sha256 TEXT NOT NULL,
        contents BLOB NOT NULL,
        attribution BLOB
    )""",
    "CREATE INDEX versions_by_article ON versions (article, key)",
    """CREATE TRIGGER article_changes AFTER UPDATE OF text_sha256 ON articles
    WHEN old.text_sha256 <> new.text_sha256 AND old.address LIKE 'http%' BEGIN
        INSERT INTO versions (article, fetched, page_sha256, text_sha256, contents, attribution)
        VALUES (old.key, old.fetched, old.page_sha256, old.text_sha256, old.article, old.attribution);
    END""",
    """CREATE TRIGGER article_changes_the_book AFTER UPDATE OF text_sha256 ON articles
    WHEN old.text_sha256 <> new.text_sha256 BEGIN
        DELETE FROM booked WHERE article = old.key;
    END""",
)
