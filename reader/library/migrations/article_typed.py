"""Whether a person named an article's address: only then may it be fetched again where it has become a local one."""

STATEMENTS: tuple[str, ...] = ("ALTER TABLE articles ADD COLUMN typed INTEGER NOT NULL DEFAULT 1",)
