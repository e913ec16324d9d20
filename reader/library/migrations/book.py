"""The quote book: people, their appearances in articles, quotations with their words, and what was said twice.

The book follows from the articles and may be made anew from them; only the counts of ``people`` are kept beside what
they count, so that the list of all speakers is one look; who is ``stale`` is counted before it. Triggers keep the words
in step when an article goes.
"""

STATEMENTS: tuple[str, ...] = (
    """CREATE TABLE people (
        key INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        role TEXT NOT NULL,
        kind TEXT NOT NULL,
        outside_id TEXT NOT NULL DEFAULT '',
        quotations INTEGER NOT NULL DEFAULT 0,
        articles INTEGER NOT NULL DEFAULT 0,
        sites INTEGER NOT NULL DEFAULT 0,
        first_day INTEGER,
        last_day INTEGER,
        stale INTEGER NOT NULL DEFAULT 1
    )""",
    "CREATE INDEX people_stale ON people (key) WHERE stale = 1",
    "CREATE INDEX people_by_quotations ON people (kind, quotations DESC)",
    """CREATE TABLE appearances (
        key INTEGER PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
        person INTEGER REFERENCES people (key),
        name TEXT NOT NULL,
        family TEXT NOT NULL,
        role TEXT NOT NULL,
        kind TEXT NOT NULL,
        quotations INTEGER NOT NULL
    )""",
    "CREATE INDEX appearances_by_article ON appearances (article)",
    "CREATE INDEX appearances_by_person ON appearances (person, name, quotations)",
    "CREATE INDEX appearances_by_family ON appearances (family, name, role, kind, person)",
    """CREATE TABLE booked (
        article INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE,
        state TEXT NOT NULL
    )""",
    """CREATE TABLE quotations (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
        appearance INTEGER REFERENCES appearances (key) ON DELETE SET NULL,
        person INTEGER REFERENCES people (key),
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        kind TEXT NOT NULL,
        via TEXT NOT NULL,
        confidence REAL NOT NULL,
        day INTEGER NOT NULL,
        utterance INTEGER,
        words TEXT NOT NULL
    )""",
    "CREATE INDEX quotations_by_article ON quotations (article, start)",
    "CREATE INDEX quotations_by_day ON quotations (day DESC, article DESC, start)",
    "CREATE INDEX quotations_by_person ON quotations (person, day DESC, article)",
    "CREATE INDEX quotations_by_appearance ON quotations (appearance)",
    "CREATE INDEX quotations_by_utterance ON quotations (utterance) WHERE utterance IS NOT NULL",
    """CREATE TABLE sketches (
        hash INTEGER NOT NULL,
        quotation INTEGER NOT NULL,
        PRIMARY KEY (hash, quotation)
    ) WITHOUT ROWID""",
    """CREATE VIRTUAL TABLE quotation_words USING fts5 (
        words, content = 'quotations', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2', columnsize = 0
    )""",
    "CREATE VIRTUAL TABLE quotation_terms USING fts5vocab ('quotation_words', 'row')",
    """CREATE TRIGGER quotation_goes AFTER DELETE ON quotations BEGIN
        INSERT INTO quotation_words (quotation_words, rowid, words) VALUES ('delete', old.key, old.words);
    END""",
)
