"""The full-text index over entries and articles, and what is to be taken into it next.

``documents`` are what can be found: an entry (with its article's words once that is stored), or an article that came by
no feed. Their ids ascend with time, so that the newest hits are the last rows and a search ends with the first page.
The index has no content of its own and SQLite before 3.43 takes nothing out of such a one: what is changed gets a new
id, the old one goes to ``ghosts``, and the index is made anew when there are many. Triggers only note what waits; the
words come in batches. (No OR IGNORE in them: the statement that sets one off decides what its conflicts do.)
"""

STATEMENTS: tuple[str, ...] = (
    """CREATE TABLE documents (
        id INTEGER PRIMARY KEY,
        entry INTEGER UNIQUE,
        article INTEGER,
        sort INTEGER NOT NULL
    )""",
    "CREATE INDEX documents_by_article ON documents (article) WHERE article IS NOT NULL",
    "CREATE TABLE ghosts (id INTEGER PRIMARY KEY)",
    "CREATE TABLE unindexed_articles (article INTEGER PRIMARY KEY)",
    """CREATE VIRTUAL TABLE search_index USING fts5 (
        title, author, site, text, speaker, content = '', tokenize = 'ascii'
    )""",
    "CREATE TRIGGER document_goes AFTER DELETE ON documents BEGIN INSERT INTO ghosts VALUES (old.id); END",
    """CREATE TRIGGER article_is_searched AFTER INSERT ON articles BEGIN
        INSERT INTO unindexed_articles SELECT new.key WHERE new.key NOT IN (SELECT article FROM unindexed_articles);
    END""",
    """CREATE TRIGGER article_is_searched_anew AFTER UPDATE OF text_sha256, title ON articles BEGIN
        INSERT INTO unindexed_articles SELECT new.key WHERE new.key NOT IN (SELECT article FROM unindexed_articles);
    END""",
    """CREATE TRIGGER article_has_speakers AFTER INSERT ON booked BEGIN
        INSERT INTO unindexed_articles
            SELECT new.article WHERE new.article NOT IN (SELECT article FROM unindexed_articles);
    END""",
    """CREATE TRIGGER article_is_not_searched AFTER DELETE ON articles BEGIN
        INSERT INTO unindexed SELECT entry FROM documents
            WHERE article = old.key AND entry IS NOT NULL AND entry NOT IN (SELECT entry FROM unindexed);
        DELETE FROM documents WHERE article = old.key;
    END""",
    """CREATE TRIGGER entry_has_article AFTER UPDATE OF article ON entries WHEN new.article IS NOT old.article BEGIN
        INSERT INTO unindexed SELECT new.key WHERE new.key NOT IN (SELECT entry FROM unindexed);
    END""",
    """CREATE TRIGGER entry_is_not_searched AFTER DELETE ON entries BEGIN
        DELETE FROM documents WHERE entry = old.key;
    END""",
    "INSERT OR IGNORE INTO unindexed SELECT key FROM entries",
    "INSERT OR IGNORE INTO unindexed_articles SELECT key FROM articles",
)
