"""Searches with a name, which stand among the feeds."""

from __future__ import annotations

from reader.errors import BadInput
from reader.library.connections import Connections
from reader.library.feed_records import SavedSearch
from reader.text import clean_line

__all__ = ["SavedSearches"]


class SavedSearches:
    """The saved searches in the library's file; each method raises StoreFailed with one line when that fails."""

    def __init__(self, connections: Connections) -> None:
        self.connections = connections

    def all(self) -> list[SavedSearch]:
        """Every saved search, by name."""
        with self.connections.read() as connection:
            rows = connection.execute("SELECT key, name, query FROM saved_searches ORDER BY name COLLATE NOCASE, key")
            return [SavedSearch(*row) for row in rows]

    def get(self, key: int) -> SavedSearch:
        """One of them. BadInput when it is gone."""
        with self.connections.read() as connection:
            row = connection.execute("SELECT key, name, query FROM saved_searches WHERE key = ?", (key,)).fetchone()
        if row is None:
            raise BadInput(f"saved search {key}: not there (removed in another window?)")
        return SavedSearch(*row)

    def save(self, name: str, query: str) -> SavedSearch:
        """Keep a search under a name; one of that name gets the new query. BadInput when either is empty."""
        name, query = clean_line(name), clean_line(query)
        if not name or not query:
            raise BadInput("a saved search needs a name and a query")
        with self.connections.write() as connection:
            row = connection.execute(
                "INSERT INTO saved_searches (name, query) VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET query = excluded.query RETURNING key, name, query",
                (name, query),
            ).fetchone()
        return SavedSearch(*row)

    def drop(self, key: int) -> None:
        """Remove a saved search; one that is gone stays gone."""
        with self.connections.read() as connection:
            connection.execute("DELETE FROM saved_searches WHERE key = ?", (key,))
