"""The quote book without its words: a quotation is a place in its article's stored text, so that nothing is kept twice.

What several rows said is said once: an article's day and the keys of its quotations (``first`` up to ``beyond``, in one
row, as they are written together) in ``booked``, the names and roles of speakers in ``forms``. A quotation leads to its
article and its person by its appearance; one of nobody in particular has an appearance of no form.

The index of words has no content of its own, folds as the search does and keeps no positions: a phrase is looked for in
the text of what has its words. SQLite before 3.43 takes nothing out of such an index without the words: when an article
goes, its quotations are counted as ``gone``, and the index is made anew when they are many. Sketches are in buckets,
as six bytes a hash. Both are filled again in the background, from ``unworded``; people, their quotations and who is
quoted beside whom stay.
"""

STATEMENTS: tuple[str, ...] = (
    "DROP TRIGGER quotation_goes",
    "DROP TABLE quotation_terms",
    "DROP TABLE quotation_words",
    "DROP TABLE sketches",
    "ALTER TABLE quotations RENAME TO old_quotations",
    "ALTER TABLE appearances RENAME TO old_appearances",
    *(f"DROP INDEX appearances_by_{what}" for what in ("article", "person", "family")),
    *(f"DROP INDEX quotations_by_{what}" for what in ("day", "person", "appearance", "utterance")),
    "ALTER TABLE booked ADD COLUMN day INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE booked ADD COLUMN first INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE booked ADD COLUMN beyond INTEGER NOT NULL DEFAULT 0",
    "UPDATE booked SET (day, first, beyond) = (SELECT coalesce(max(day), 0), coalesce(min(key), 0),"
    " coalesce(max(key) + 1, 0) FROM old_quotations WHERE old_quotations.article = booked.article)",
    "CREATE INDEX booked_by_day ON booked (day, article)",
    """CREATE TABLE forms (
        key INTEGER PRIMARY KEY,
        family TEXT NOT NULL,
        name TEXT NOT NULL,
        role TEXT NOT NULL,
        kind TEXT NOT NULL,
        UNIQUE (family, name, role, kind)
    )""",
    "INSERT INTO forms (family, name, role, kind) SELECT DISTINCT family, name, role, kind FROM old_appearances",
    """CREATE TABLE appearances (
        key INTEGER PRIMARY KEY,
        article INTEGER NOT NULL,
        person INTEGER REFERENCES people (key),
        form INTEGER REFERENCES forms (key),
        quotations INTEGER NOT NULL
    )""",
    "INSERT INTO appearances SELECT a.key, a.article, a.person, f.key, a.quotations FROM old_appearances AS a"
    " JOIN booked USING (article) JOIN forms AS f USING (family, name, role, kind)",
    "INSERT INTO appearances (article, quotations) SELECT article, count(*) FROM old_quotations JOIN booked"
    " USING (article) WHERE appearance IS NULL GROUP BY article",
    "CREATE INDEX appearances_by_article ON appearances (article)",
    "CREATE INDEX appearances_by_person ON appearances (person) WHERE person IS NOT NULL",
    "CREATE INDEX appearances_by_form ON appearances (form) WHERE form IS NOT NULL",
    """CREATE TABLE quotations (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        appearance INTEGER NOT NULL,
        start INTEGER NOT NULL,
        length INTEGER NOT NULL,
        partial INTEGER NOT NULL,
        via TEXT NOT NULL,
        confidence INTEGER NOT NULL,
        utterance INTEGER
    )""",
    "INSERT INTO quotations SELECT q.key, coalesce(q.appearance, (SELECT key FROM appearances AS a"
    " WHERE a.article = q.article AND a.form IS NULL)), q.start, q.end - q.start, q.kind = 'partial', q.via,"
    " CAST(round(q.confidence * 1000) AS INTEGER), q.utterance FROM old_quotations AS q JOIN booked"
    " ON booked.article = q.article ORDER BY q.key",
    "CREATE INDEX quotations_by_utterance ON quotations (utterance) WHERE utterance IS NOT NULL",
    "DROP TABLE old_quotations",
    "DROP TABLE old_appearances",
    """CREATE VIRTUAL TABLE quotation_words USING fts5 (
        words, content = '', tokenize = 'ascii', columnsize = 0, detail = none
    )""",
    "CREATE VIRTUAL TABLE quotation_terms USING fts5vocab ('quotation_words', 'row')",
    "CREATE TABLE sketches (bucket INTEGER PRIMARY KEY, held BLOB NOT NULL)",
    "CREATE TABLE unworded (article INTEGER PRIMARY KEY)",
    "INSERT INTO unworded SELECT article FROM booked WHERE beyond > first",
    "CREATE TABLE word_index (gone INTEGER NOT NULL)",
    "INSERT INTO word_index VALUES (0)",
    """CREATE TRIGGER article_leaves_the_book AFTER DELETE ON booked BEGIN
        UPDATE people SET stale = 1 WHERE key IN (SELECT person FROM appearances WHERE article = old.article);
        UPDATE word_index SET gone = gone + old.beyond - old.first;
        DELETE FROM quotations WHERE key >= old.first AND key < old.beyond;
        DELETE FROM appearances WHERE article = old.article;
        DELETE FROM unworded WHERE article = old.article;
    END""",
    "UPDATE people SET stale = 1",
)
